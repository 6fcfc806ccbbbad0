//! People.

use chrono::{DateTime, Utc};
use mesh_model::{PeopleAsked, PeopleCounts, Person, PersonId, Persona, Role};
use uuid::Uuid;

use crate::{
    Reader, StoreError, Tx, code,
    reader::on_reader,
    sought::{Sought, search_key},
    tx::on_tx,
};

/// A person to remember.
#[derive(Debug, Clone)]
pub struct NewPerson {
    /// Stable id.
    pub id: PersonId,
    /// The name as shown.
    pub name: String,
    /// The address as written.
    pub email: String,
    /// The address folded, by which it is unique.
    pub email_key: String,
    /// Their role.
    pub role: Option<Role>,
    /// The part they play in the sample company.
    pub persona: Option<Persona>,
    /// Argon2id in PHC string format, once they chose a password.
    pub password_hash: Option<String>,
    /// When they were added.
    pub created_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    email: String,
    role: Option<String>,
    revision: i64,
    created_at: DateTime<Utc>,
    sign_in_ready: bool,
    left_at: Option<DateTime<Utc>>,
}

impl Row {
    fn person(self) -> Result<Person, StoreError> {
        Ok(Person {
            id: PersonId(self.id),
            name: self.name,
            email: self.email,
            role: self.role.as_deref().map(code::read).transpose()?,
            revision: self.revision,
            created_at: self.created_at,
            sign_in_ready: self.sign_in_ready,
            left_at: self.left_at,
        })
    }
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, name, email, role, revision, created_at, password_hash IS NOT NULL AS sign_in_ready, left_at
             FROM people ",
            $rest
        )
    };
}

/// Those who match: `$1` to `$3` are patterns of words, `$4` the beginning of a word that comes first, `$5` whom to
/// show, `$6` a role or empty.
macro_rules! matching {
    () => {
        "WHERE kind = 'person' AND search_key LIKE $1 AND search_key LIKE $2 AND search_key LIKE $3
           AND (left_at IS NULL) = ($5 <> 'left') AND ($5 <> 'assignable' OR role IS NOT NULL)
           AND ($6 = '' OR COALESCE(role, 'none') = $6) "
    };
}

fn shown(asked: &PeopleAsked) -> String {
    code::spell(asked.shown)
}

fn role(asked: &PeopleAsked) -> String {
    match asked.role {
        None => String::new(),
        Some(None) => "none".to_owned(),
        Some(Some(role)) => code::spell(role),
    }
}

impl Reader<'_> {
    /// A person by id.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn person(&mut self, id: PersonId) -> Result<Option<Person>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE id = $1 AND kind = 'person'"))
            .bind(id.0).fetch_optional(c).await)?;
        row.map(Row::person).transpose()
    }

    /// Whoever acts under this id: a person or a service account.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn actor(&mut self, id: PersonId) -> Result<Option<Person>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE id = $1"))
            .bind(id.0).fetch_optional(c).await)?;
        row.map(Row::person).transpose()
    }

    /// The person who plays this part in the sample company.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn person_of_persona(
        &mut self,
        persona: Persona,
    ) -> Result<Option<Person>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE persona = $1"))
            .bind(persona.as_str()).fetch_optional(c).await)?;
        row.map(Row::person).transpose()
    }

    /// A person and their password's hash by folded e-mail address.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn person_to_sign_in(
        &mut self,
        email_key: &str,
    ) -> Result<Option<(Person, String)>, StoreError> {
        const HASH: &str =
            "SELECT password_hash FROM people
            WHERE email_key = $1 AND password_hash IS NOT NULL AND kind = 'person' AND left_at IS NULL";
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE email_key = $1"))
            .bind(email_key).fetch_optional(c).await)?;
        let hash: Option<String> = on_reader!(self, c => sqlx::query_scalar(HASH)
            .bind(email_key).fetch_optional(c).await)?;
        match (row, hash) {
            (Some(row), Some(hash)) => Ok(Some((row.person()?, hash))),
            _ => Ok(None),
        }
    }

    /// People who match, by name, those with a word that begins as asked first; `limit` at most, after the one with
    /// the id `after`.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn people(
        &mut self,
        asked: &PeopleAsked,
        after: Option<PersonId>,
        limit: i64,
    ) -> Result<Vec<Person>, StoreError> {
        const SQL: &str = concat!(
            select!(""),
            matching!(),
            "AND ($7 IS NULL OR (CASE WHEN search_key LIKE $4 THEN 0 ELSE 1 END, search_key, id) >
                 (SELECT CASE WHEN search_key LIKE $4 THEN 0 ELSE 1 END, search_key, id FROM people WHERE id = $7))
             ORDER BY CASE WHEN search_key LIKE $4 THEN 0 ELSE 1 END, search_key, id LIMIT $8"
        );
        // Where nothing is looked for, nobody comes before others but by name, and the index has that order already.
        const ALL: &str = concat!(
            select!(""),
            matching!(),
            "AND ($7 IS NULL OR (search_key, id) > (SELECT search_key, id FROM people WHERE id = $7))
             AND $4 <> '' ORDER BY search_key, id LIMIT $8"
        );
        let Sought { parts, beginning } = Sought::new(&asked.query);
        let sql = if asked.query.trim().is_empty() {
            ALL
        } else {
            SQL
        };
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(sql)
            .bind(&parts[0])
            .bind(&parts[1])
            .bind(&parts[2])
            .bind(&beginning)
            .bind(shown(asked))
            .bind(role(asked))
            .bind(after.map(|id| id.0))
            .bind(limit)
            .fetch_all(c)
            .await)?;
        rows.into_iter().map(Row::person).collect()
    }

    /// How many people match a text, of each role, and how many of those who left.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn people_counts(&mut self, query: &str) -> Result<PeopleCounts, StoreError> {
        const SQL: &str = "SELECT CASE WHEN left_at IS NULL THEN COALESCE(role, 'none') ELSE 'left' END AS of, COUNT(*)
            FROM people WHERE kind = 'person' AND search_key LIKE $1 AND search_key LIKE $2 AND search_key LIKE $3
            GROUP BY 1";
        let Sought { parts, .. } = Sought::new(query);
        let rows: Vec<(String, i64)> = on_reader!(self, c => sqlx::query_as(SQL)
            .bind(&parts[0]).bind(&parts[1]).bind(&parts[2]).fetch_all(c).await)?;
        let mut counts = PeopleCounts::default();
        for (of, count) in rows {
            match of.as_str() {
                "none" => counts.none = count,
                "left" => counts.left = count,
                role => match code::read(role)? {
                    Role::Administrator => counts.administrator = count,
                    Role::Steward => counts.steward = count,
                    Role::Member => counts.member = count,
                    Role::Viewer => counts.viewer = count,
                },
            }
        }
        Ok(counts)
    }

    /// How many people there are who haven't left.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn count_people(&mut self) -> Result<i64, StoreError> {
        const SQL: &str = "SELECT COUNT(*) FROM people WHERE kind = 'person' AND left_at IS NULL";
        Ok(on_reader!(self, c => sqlx::query_scalar(SQL).fetch_one(c).await)?)
    }

    /// Whether anybody can sign in with a password.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn anybody_can_sign_in(&mut self) -> Result<bool, StoreError> {
        const SQL: &str = "SELECT COUNT(*) FROM people
            WHERE password_hash IS NOT NULL AND role = 'administrator' AND left_at IS NULL";
        let count: i64 = on_reader!(self, c => sqlx::query_scalar(SQL).fetch_one(c).await)?;
        Ok(count > 0)
    }

    /// Whether somebody has this folded e-mail address.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn email_is_taken(&mut self, email_key: &str) -> Result<bool, StoreError> {
        const SQL: &str = "SELECT COUNT(*) FROM people WHERE email_key = $1";
        let count: i64 =
            on_reader!(self, c => sqlx::query_scalar(SQL).bind(email_key).fetch_one(c).await)?;
        Ok(count > 0)
    }

    /// The administrator who came first.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn first_administrator(&mut self) -> Result<Option<Person>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(
            select!("WHERE role = 'administrator' AND left_at IS NULL ORDER BY created_at, id LIMIT 1")).fetch_optional(c).await)?;
        row.map(Row::person).transpose()
    }

    /// How many administrators there are.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn count_administrators(&mut self) -> Result<i64, StoreError> {
        const SQL: &str =
            "SELECT COUNT(*) FROM people WHERE role = 'administrator' AND left_at IS NULL";
        Ok(on_reader!(self, c => sqlx::query_scalar(SQL).fetch_one(c).await)?)
    }

    /// The names of administrators, at most three.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn administrator_names(&mut self) -> Result<Vec<String>, StoreError> {
        const SQL: &str = "SELECT name FROM people WHERE role = 'administrator' AND left_at IS NULL
             ORDER BY created_at, id LIMIT 3";
        Ok(on_reader!(self, c => sqlx::query_scalar(SQL).fetch_all(c).await)?)
    }
}

impl Tx {
    /// Remembers a person.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for the e-mail address, or that the database failed.
    pub async fn insert_person(&mut self, person: &NewPerson) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO people
            (id, name, email, email_key, role, persona, password_hash, revision, created_at, search_key)
            VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8, $9)";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(person.id.0)
            .bind(&person.name)
            .bind(&person.email)
            .bind(&person.email_key)
            .bind(person.role.map(code::spell))
            .bind(person.persona.map(Persona::as_str))
            .bind(&person.password_hash)
            .bind(person.created_at)
            .bind(search_key(&person.name, &person.email))
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Changes a person's name and role.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn update_person(
        &mut self,
        id: PersonId,
        name: &str,
        role: Option<Role>,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE people SET name = $2, role = $3, search_key = $4, revision = revision + 1 WHERE id = $1";
        const EMAIL: &str = "SELECT email FROM people WHERE id = $1";
        let email: Option<String> =
            on_tx!(self, c => sqlx::query_scalar(EMAIL).bind(id.0).fetch_optional(c).await)?;
        on_tx!(self, c => sqlx::query(SQL)
            .bind(id.0)
            .bind(name)
            .bind(role.map(code::spell))
            .bind(search_key(name, email.as_deref().unwrap_or_default()))
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }

    /// Changes a person's password.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn set_password(
        &mut self,
        id: PersonId,
        password_hash: &str,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE people SET password_hash = $2, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(id.0).bind(password_hash).execute(c).await.map(drop))?;
        Ok(())
    }
}
