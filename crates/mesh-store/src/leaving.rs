//! What happens to rows of somebody who leaves.

use chrono::{DateTime, Utc};
use mesh_model::{DomainId, DomainRole, PersonId, Role, ServiceAccountId, TeamId, TeamRef};
use uuid::Uuid;

use crate::{Reader, StoreError, Tx, code, reader::on_reader, tx::on_tx};

/// Somebody's place in a team.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamPlace {
    /// The team.
    pub team: TeamRef,
    /// Its revision.
    pub revision: i64,
    /// Everybody in it, and whether they lead it.
    pub members: Vec<(PersonId, bool)>,
}

impl Reader<'_> {
    /// The domains in which somebody has a role of their own, and which.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn domain_roles_of(
        &mut self,
        person: PersonId,
    ) -> Result<Vec<(DomainId, DomainRole)>, StoreError> {
        const SQL: &str =
            "SELECT r.domain_id, r.role FROM domain_roles r JOIN domains d ON d.id = r.domain_id
            WHERE r.person_id = $1 ORDER BY d.name_key, r.role";
        let rows: Vec<(Uuid, String)> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(person.0).fetch_all(c).await)?;
        rows.into_iter()
            .map(|(id, role)| Ok((DomainId(id), code::read(&role)?)))
            .collect()
    }

    /// The teams to which somebody belongs.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn team_places(&mut self, person: PersonId) -> Result<Vec<TeamPlace>, StoreError> {
        const TEAMS: &str = "SELECT t.id, t.slug, t.name, t.revision FROM teams t
            JOIN team_members m ON m.team_id = t.id WHERE m.person_id = $1 ORDER BY t.name_key";
        let teams: Vec<(Uuid, String, String, i64)> =
            on_reader!(self, c => sqlx::query_as(TEAMS).bind(person.0).fetch_all(c).await)?;
        let mut places = Vec::with_capacity(teams.len());
        for (id, slug, name, revision) in teams {
            places.push(TeamPlace {
                team: TeamRef {
                    id: TeamId(id),
                    slug,
                    name,
                },
                revision,
                members: self.members_of(TeamId(id)).await?,
            });
        }
        Ok(places)
    }

    async fn members_of(&mut self, team: TeamId) -> Result<Vec<(PersonId, bool)>, StoreError> {
        const SQL: &str =
            "SELECT person_id, lead FROM team_members WHERE team_id = $1 ORDER BY person_id";
        let rows: Vec<(Uuid, bool)> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(team.0).fetch_all(c).await)?;
        Ok(rows
            .into_iter()
            .map(|(id, lead)| (PersonId(id), lead))
            .collect())
    }

    /// A team as named by others, with its revision and how many belong to it.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn team_reference(
        &mut self,
        id: TeamId,
    ) -> Result<Option<(TeamRef, i64, i64)>, StoreError> {
        const SQL: &str = "SELECT slug, name, revision,
            (SELECT COUNT(*) FROM team_members m WHERE m.team_id = t.id) FROM teams t WHERE id = $1";
        let row: Option<(String, String, i64, i64)> =
            on_reader!(self, c => sqlx::query_as(SQL).bind(id.0).fetch_optional(c).await)?;
        Ok(row
            .map(|(slug, name, revision, members)| (TeamRef { id, slug, name }, revision, members)))
    }
}

impl Tx {
    /// Puts people into a team in place of those who were in it.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn set_team_places(
        &mut self,
        team: TeamId,
        members: &[(PersonId, bool)],
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        const CLEAR: &str = "DELETE FROM team_members WHERE team_id = $1";
        const SQL: &str = "INSERT INTO team_members (team_id, person_id, lead) VALUES ($1, $2, $3)";
        const TOUCH: &str =
            "UPDATE teams SET updated_at = $2, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(CLEAR).bind(team.0).execute(c).await.map(drop))?;
        for (person, lead) in members {
            on_tx!(self, c => sqlx::query(SQL)
                .bind(team.0).bind(person.0).bind(*lead).execute(c).await.map(drop))?;
        }
        on_tx!(self, c => sqlx::query(TOUCH).bind(team.0).bind(now).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Makes somebody else answer for a service account.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn set_service_owner(
        &mut self,
        account: ServiceAccountId,
        owner: PersonId,
    ) -> Result<(), StoreError> {
        const SQL: &str = "UPDATE people SET owner_id = $2, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL).bind(account.0).bind(owner.0).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Changes somebody's role and whether they have left.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn set_standing(
        &mut self,
        id: PersonId,
        role: Option<Role>,
        left_at: Option<DateTime<Utc>>,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "UPDATE people SET role = $2, left_at = $3, revision = revision + 1 WHERE id = $1";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(id.0).bind(role.map(code::spell)).bind(left_at).execute(c).await.map(drop))?;
        Ok(())
    }

    /// Ends every way in that somebody has: sessions, tokens, links and their password.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn end_ways_in(&mut self, id: PersonId) -> Result<(), StoreError> {
        for sql in [
            "DELETE FROM sessions WHERE person_id = $1",
            "DELETE FROM access_tokens WHERE person_id = $1",
            "DELETE FROM set_up_links WHERE person_id = $1",
            "DELETE FROM idempotency_keys WHERE person_id = $1",
            "UPDATE people SET password_hash = NULL WHERE id = $1",
        ] {
            on_tx!(self, c => sqlx::query(sql).bind(id.0).execute(c).await.map(drop))?;
        }
        Ok(())
    }

    /// Gives somebody's drafts to somebody else; without a successor they are deleted. Uploads stay where a draft
    /// may need them and are deleted otherwise.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn hand_over_drafts(
        &mut self,
        from: PersonId,
        to: Option<PersonId>,
    ) -> Result<(), StoreError> {
        let statements = match to {
            Some(_) => [
                "UPDATE drafts SET holder_id = $2, revision = revision + 1 WHERE holder_id = $1",
                "UPDATE uploads SET holder_id = $2 WHERE holder_id = $1",
            ],
            None => [
                "DELETE FROM drafts WHERE holder_id = $1 AND $2 IS NULL",
                "DELETE FROM uploads WHERE holder_id = $1 AND $2 IS NULL",
            ],
        };
        for sql in statements {
            on_tx!(self, c => sqlx::query(sql)
                .bind(from.0).bind(to.map(|to| to.0)).execute(c).await.map(drop))?;
        }
        Ok(())
    }
}
