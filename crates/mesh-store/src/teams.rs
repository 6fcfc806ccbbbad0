//! Teams and who belongs to them.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use mesh_model::{
    DomainId, DomainRef, LookAlike, PersonId, PersonRef, Team, TeamAbilities, TeamId, TeamInput,
    TeamMember, TeamMemberInput,
};
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, reader::on_reader, tx::on_tx};

/// A team to remember.
#[derive(Debug, Clone)]
pub struct NewTeam {
    /// Stable id.
    pub id: TeamId,
    /// Readable id.
    pub slug: String,
    /// The name folded, by which it is unique.
    pub name_key: String,
    /// What was decided of it.
    pub input: TeamInput,
    /// Who creates it.
    pub created_by: PersonId,
    /// When it is created.
    pub created_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    slug: String,
    name: String,
    name_key: String,
    purpose: String,
    revision: i64,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct MemberRow {
    team_id: Uuid,
    person_id: Uuid,
    name: String,
    lead: bool,
}

#[derive(sqlx::FromRow)]
struct DomainRow {
    team_id: Uuid,
    id: Uuid,
    slug: String,
    name: String,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT id, slug, name, name_key, purpose, revision, created_at, updated_at FROM teams ",
            $rest
        )
    };
}

impl Reader<'_> {
    /// A team by id.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn team(&mut self, id: TeamId) -> Result<Option<Team>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE id = $1"))
            .bind(id.0).fetch_optional(c).await)?;
        Ok(self.completed(row.into_iter().collect()).await?.pop())
    }

    /// A team by readable id.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn team_by_slug(&mut self, slug: &str) -> Result<Option<Team>, StoreError> {
        let row: Option<Row> = on_reader!(self, c => sqlx::query_as(select!("WHERE slug = $1"))
            .bind(slug).fetch_optional(c).await)?;
        Ok(self.completed(row.into_iter().collect()).await?.pop())
    }

    /// Teams by name, `limit` at most, after the one with the id `after`.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn teams(
        &mut self,
        after: Option<TeamId>,
        limit: i64,
    ) -> Result<Vec<Team>, StoreError> {
        let rows: Vec<Row> = on_reader!(self, c => sqlx::query_as(select!(
            "WHERE $1 IS NULL OR name_key > (SELECT name_key FROM teams WHERE id = $1) ORDER BY name_key LIMIT $2"
        )).bind(after.map(|id| id.0)).bind(limit).fetch_all(c).await)?;
        self.completed(rows).await
    }

    /// Names and readable ids of all teams, to compare a new one with.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn team_names(&mut self) -> Result<Vec<LookAlike>, StoreError> {
        let rows: Vec<(Uuid, String, String)> = on_reader!(self, c => sqlx::query_as(
            "SELECT id, slug, name FROM teams ORDER BY name_key").fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(id, slug, name)| LookAlike { id, slug, name })
            .collect())
    }

    /// Gives each team its members and domains. The rows are in the order of their names, and neighbours in it, so
    /// that two statements read what belongs to all of them.
    async fn completed(&mut self, rows: Vec<Row>) -> Result<Vec<Team>, StoreError> {
        const MEMBERS: &str = "SELECT m.team_id, m.person_id, p.name, m.lead FROM team_members m
            JOIN teams t ON t.id = m.team_id JOIN people p ON p.id = m.person_id
            WHERE t.name_key >= $1 AND t.name_key <= $2 ORDER BY m.lead DESC, p.search_key, p.id";
        const DOMAINS: &str = "SELECT d.team_id, d.id, d.slug, d.name FROM domains d
            JOIN teams t ON t.id = d.team_id
            WHERE t.name_key >= $1 AND t.name_key <= $2 ORDER BY d.name_key";
        let (Some(first), Some(last)) = (rows.first(), rows.last()) else {
            return Ok(Vec::new());
        };
        let members: Vec<MemberRow> = on_reader!(self, c => sqlx::query_as(MEMBERS)
            .bind(&first.name_key).bind(&last.name_key).fetch_all(c).await)?;
        let domains: Vec<DomainRow> = on_reader!(self, c => sqlx::query_as(DOMAINS)
            .bind(&first.name_key).bind(&last.name_key).fetch_all(c).await)?;
        let mut teams: Vec<Team> = rows.into_iter().map(Row::team).collect();
        let places: HashMap<Uuid, usize> = teams
            .iter()
            .enumerate()
            .map(|(place, team)| (team.id.0, place))
            .collect();
        for row in members {
            if let Some(place) = places.get(&row.team_id) {
                teams[*place].members.push(TeamMember {
                    person: PersonRef {
                        id: PersonId(row.person_id),
                        name: row.name,
                    },
                    lead: row.lead,
                });
            }
        }
        for row in domains {
            if let Some(place) = places.get(&row.team_id) {
                teams[*place].domains.push(DomainRef {
                    id: DomainId(row.id),
                    slug: row.slug,
                    name: row.name,
                });
            }
        }
        Ok(teams)
    }
}

impl Row {
    fn team(self) -> Team {
        Team {
            id: TeamId(self.id),
            slug: self.slug,
            name: self.name,
            purpose: self.purpose,
            members: Vec::new(),
            domains: Vec::new(),
            revision: self.revision,
            created_at: self.created_at,
            updated_at: self.updated_at,
            can: TeamAbilities::default(),
        }
    }
}

impl Tx {
    /// Remembers a team and its members.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for name or readable id, or that the database failed.
    pub async fn insert_team(&mut self, new: &NewTeam) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO teams
            (id, slug, name, name_key, purpose, created_by, revision, created_at, updated_at)
            VALUES ($1, $2, $3, $4, $5, $6, 1, $7, $7)";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(new.id.0)
            .bind(&new.slug)
            .bind(&new.input.name)
            .bind(&new.name_key)
            .bind(&new.input.purpose)
            .bind(new.created_by.0)
            .bind(new.created_at)
            .execute(c)
            .await
            .map(drop))?;
        self.insert_members(new.id, &new.input.members).await
    }

    /// Changes a team and who belongs to it; its readable id stays.
    ///
    /// # Errors
    /// [`StoreError::Taken`] for the name, or that the database failed.
    pub async fn update_team(
        &mut self,
        id: TeamId,
        name_key: &str,
        input: &TeamInput,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE teams SET name = $2, name_key = $3, purpose = $4, updated_at = $5,
            revision = revision + 1 WHERE id = $1";
        const FORGET: &str = "DELETE FROM team_members WHERE team_id = $1";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(id.0)
            .bind(&input.name)
            .bind(name_key)
            .bind(&input.purpose)
            .bind(now)
            .execute(c)
            .await
            .map(drop))?;
        on_tx!(self, c => sqlx::query(FORGET).bind(id.0).execute(c).await.map(drop))?;
        self.insert_members(id, &input.members).await
    }

    /// Forgets a team that nothing names any more.
    ///
    /// # Errors
    /// That something still names it, or that the database failed.
    pub async fn delete_team(&mut self, id: TeamId) -> Result<(), StoreError> {
        const SQL: &str = "DELETE FROM teams WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(id.0).execute(c).await.map(drop))?;
        Ok(())
    }

    async fn insert_members(
        &mut self,
        team: TeamId,
        members: &[TeamMemberInput],
    ) -> Result<(), StoreError> {
        const SQL: &str = "INSERT INTO team_members (team_id, person_id, lead) VALUES ($1, $2, $3)";
        for member in members {
            on_tx!(self, c => sqlx::query(SQL)
                .bind(team.0).bind(member.person_id.0).bind(member.lead).execute(c).await.map(drop))?;
        }
        Ok(())
    }
}
