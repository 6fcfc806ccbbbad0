//! What somebody may know of: domains that only their members find are hidden from everybody else.

use std::collections::HashSet;

use mesh_model::{DataProductId, DomainId, PersonId};
use uuid::Uuid;

use crate::{Reader, StoreError, reader::on_reader};

/// As whom a list is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Everything there is.
    All,
    /// What this person may know of.
    Of(PersonId),
}

impl Sight {
    /// The person whose sight is limited; bound where [`hidden!`] stands in a statement.
    pub(crate) fn person(self) -> Option<Uuid> {
        match self {
            Self::All => None,
            Self::Of(person) => Some(person.0),
        }
    }
}

/// The ids of domains that the person bound as `$p` may not know of; none where that is null.
///
/// A domain is closed if it or one above it is. Roles and teams open it and all below it; owning a product opens the
/// product's domain alone.
macro_rules! hidden {
    ($p:literal) => {
        concat!(
            "WITH RECURSIVE closed (id) AS (
                SELECT id FROM domains WHERE discoverability = 'members'
                UNION SELECT e.id FROM domains e JOIN closed c ON e.parent_id = c.id
              ), opened (id) AS (
                SELECT r.domain_id FROM domain_roles r WHERE r.person_id = ", $p, "
                UNION SELECT e.id FROM domains e JOIN team_members m ON m.team_id = e.team_id WHERE m.person_id = ", $p, "
                UNION SELECT e.id FROM domains e WHERE e.created_by = ", $p, "
                UNION SELECT e.id FROM domains e JOIN opened o ON e.parent_id = o.id
              )
              SELECT c.id FROM closed c WHERE ", $p, " IS NOT NULL
                AND c.id NOT IN (SELECT id FROM opened)
                AND c.id NOT IN (SELECT domain_id FROM data_products WHERE owner_id = ", $p, ")"
        )
    };
}
pub(crate) use hidden;

impl Reader<'_> {
    /// The domains that must not show.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn hidden_domains(&mut self, sight: Sight) -> Result<HashSet<DomainId>, StoreError> {
        let Some(person) = sight.person() else {
            return Ok(HashSet::new());
        };
        let ids: Vec<Uuid> = on_reader!(self, c => sqlx::query_scalar(hidden!("$1"))
            .bind(person).fetch_all(c).await)?;
        Ok(ids.into_iter().map(DomainId).collect())
    }

    /// The data products that must not show: those of domains that must not.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn hidden_data_products(
        &mut self,
        sight: Sight,
    ) -> Result<HashSet<DataProductId>, StoreError> {
        let Some(person) = sight.person() else {
            return Ok(HashSet::new());
        };
        let ids: Vec<Uuid> = on_reader!(self, c => sqlx::query_scalar(concat!(
            "SELECT id FROM data_products WHERE domain_id IN (", hidden!("$1"), ")"
        )).bind(person).fetch_all(c).await)?;
        Ok(ids.into_iter().map(DataProductId).collect())
    }
}
