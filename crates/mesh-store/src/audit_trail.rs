//! Looking things up in the audit.

use mesh_model::{AuditEntry, AuditFilter, PersonId, PersonRef, Role};
use uuid::Uuid;

use crate::{Reader, StoreError, code, reader::on_reader};

impl Reader<'_> {
    /// Entries that a filter lets through, newest first, `limit` at most, before a sequence.
    ///
    /// # Errors
    /// That the database failed, or that an entry's text can't be read.
    pub async fn audit_trail(
        &mut self,
        filter: &AuditFilter,
        before: Option<i64>,
        limit: i64,
    ) -> Result<Vec<AuditEntry>, StoreError> {
        // Only the conditions that are asked for stand in the statement, so that each finds its index.
        let mut sql = "SELECT entry FROM audit_entries WHERE sequence < $1".to_owned();
        let mut place = 1;
        let mut and = |asked: bool, condition: &str| {
            if asked {
                place += 1;
                sql.push_str(&format!(" AND {condition} ${place}"));
            }
        };
        and(filter.person.is_some(), "by_id =");
        and(filter.action.is_some(), "action =");
        and(filter.resource.is_some(), "resource_id =");
        and(filter.from.is_some(), "at >=");
        and(filter.to.is_some(), "at <");
        sql.push_str(&format!(" ORDER BY sequence DESC LIMIT ${}", place + 1));
        let texts: Vec<String> = on_reader!(self, c => {
            let mut query = sqlx::query_scalar(sqlx::AssertSqlSafe(sql)).bind(before.unwrap_or(i64::MAX));
            if let Some(person) = filter.person {
                query = query.bind(person.0);
            }
            if let Some(action) = filter.action {
                query = query.bind(code::spell(action));
            }
            if let Some(resource) = filter.resource {
                query = query.bind(resource);
            }
            if let Some(from) = filter.from {
                query = query.bind(from);
            }
            if let Some(to) = filter.to {
                query = query.bind(to);
            }
            query.bind(limit).fetch_all(c).await
        })?;
        texts
            .iter()
            .map(|text| {
                serde_json::from_str(text)
                    .map_err(|error| StoreError::Unreadable(error.to_string()))
            })
            .collect()
    }

    /// People in one of two roles, those who came first, `limit` at most.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn people_in_roles(
        &mut self,
        roles: [Role; 2],
        limit: i64,
    ) -> Result<Vec<(PersonRef, Role)>, StoreError> {
        const SQL: &str = "SELECT id, name, role FROM people WHERE role IN ($1, $2) AND kind = 'person' AND left_at IS NULL
            ORDER BY role, created_at, id LIMIT $3";
        let rows: Vec<(Uuid, String, String)> = on_reader!(self, c => sqlx::query_as(SQL)
            .bind(code::spell(roles[0])).bind(code::spell(roles[1])).bind(limit).fetch_all(c).await)?;
        rows.into_iter()
            .map(|(id, name, role)| {
                let person = PersonRef {
                    id: PersonId(id),
                    name,
                };
                Ok((person, code::read(&role)?))
            })
            .collect()
    }
}
