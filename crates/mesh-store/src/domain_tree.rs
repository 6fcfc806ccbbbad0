//! What surrounds domains: those above them, with their people and rules.

use std::collections::HashMap;

use mesh_model::{
    Classification, Discoverability, Domain, DomainId, DomainRef, DomainRole, InheritedRole,
    InheritedRule, PersonId, PersonRef,
};
use sqlx::AssertSqlSafe;
use uuid::Uuid;

use crate::{
    Reader, StoreError, code,
    many::{AT_ONCE, listed},
    reader::on_reader,
};

/// The domains with the ids that stand for `~`, and all above each of them with their distance.
macro_rules! upward {
    ($rest:literal) => {
        concat!(
            "WITH RECURSIVE up (domain_id, above_id, distance) AS (
                SELECT id, id, CAST(0 AS BIGINT) FROM domains WHERE id IN (~)
                UNION ALL SELECT u.domain_id, d.parent_id, u.distance + 1
                FROM up u JOIN domains d ON d.id = u.above_id WHERE d.parent_id IS NOT NULL
             ) ",
            $rest
        )
    };
}

const ABOVE: &str = upward!(
    "SELECT u.domain_id, a.id, a.slug, a.name, a.default_classification, a.discoverability
     FROM up u JOIN domains a ON a.id = u.above_id WHERE u.distance > 0 ORDER BY u.domain_id, u.distance"
);
const PEOPLE: &str = upward!(
    "SELECT u.domain_id, u.above_id, u.distance, r.role, p.id, p.name
     FROM up u JOIN domain_roles r ON r.domain_id = u.above_id JOIN people p ON p.id = r.person_id
     ORDER BY u.domain_id, u.distance, r.role, r.position"
);

#[derive(sqlx::FromRow)]
struct AboveRow {
    domain_id: Uuid,
    id: Uuid,
    slug: String,
    name: String,
    default_classification: String,
    discoverability: String,
}

#[derive(sqlx::FromRow)]
struct RoleRow {
    domain_id: Uuid,
    above_id: Uuid,
    distance: i64,
    role: String,
    id: Uuid,
    name: String,
}

struct Above {
    domain: DomainRef,
    classification: Classification,
    discoverability: Discoverability,
}

/// The surroundings of a page of domains.
pub(crate) struct Surroundings {
    above: HashMap<Uuid, Vec<Above>>,
    people: HashMap<Uuid, Vec<RoleRow>>,
}

impl Surroundings {
    /// Reads what surrounds the domains with these ids.
    pub(crate) async fn read(reader: &mut Reader<'_>, ids: &[Uuid]) -> Result<Self, StoreError> {
        let mut above: HashMap<Uuid, Vec<Above>> = HashMap::new();
        let mut people: HashMap<Uuid, Vec<RoleRow>> = HashMap::new();
        for part in ids.chunks(AT_ONCE) {
            let (sql, bound) = listed(part, ABOVE);
            let rows: Vec<AboveRow> = on_reader!(reader, c => bound
                .iter()
                .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(*id))
                .fetch_all(c)
                .await)?;
            for row in rows {
                above.entry(row.domain_id).or_default().push(Above {
                    domain: DomainRef {
                        id: DomainId(row.id),
                        slug: row.slug,
                        name: row.name,
                    },
                    classification: code::read(&row.default_classification)?,
                    discoverability: code::read(&row.discoverability)?,
                });
            }
            let (sql, bound) = listed(part, PEOPLE);
            let rows: Vec<RoleRow> = on_reader!(reader, c => bound
                .iter()
                .fold(sqlx::query_as(AssertSqlSafe(sql)), |query, id| query.bind(*id))
                .fetch_all(c)
                .await)?;
            for row in rows {
                people.entry(row.domain_id).or_default().push(row);
            }
        }
        Ok(Self { above, people })
    }

    /// Gives a domain its path, its people and the rules from above.
    pub(crate) fn complete(&self, domain: &mut Domain) -> Result<(), StoreError> {
        let above = self.above.get(&domain.id.0).map_or(&[][..], Vec::as_slice);
        for row in self.people.get(&domain.id.0).map_or(&[][..], Vec::as_slice) {
            let role = code::read(&row.role)?;
            let person = PersonRef {
                id: PersonId(row.id),
                name: row.name.clone(),
            };
            match role {
                DomainRole::Owner if row.distance == 0 => domain.owners.push(person),
                DomainRole::Steward if row.distance == 0 => domain.stewards.push(person),
                _ => domain.inherited.push(InheritedRole {
                    role,
                    person,
                    from: above
                        .iter()
                        .find(|above| above.domain.id.0 == row.above_id)
                        .map(|above| above.domain.clone()),
                }),
            }
        }
        for place in above {
            let rules = &mut domain.inherited_rules;
            let known = rules
                .classification
                .as_ref()
                .map_or(Classification::Public, |rule| rule.value);
            if place.classification > known {
                rules.classification = Some(InheritedRule {
                    value: place.classification,
                    from: Some(place.domain.clone()),
                });
            }
            if place.discoverability > Discoverability::Everyone && rules.discoverability.is_none()
            {
                rules.discoverability = Some(InheritedRule {
                    value: place.discoverability,
                    from: Some(place.domain.clone()),
                });
            }
        }
        domain.path = above
            .iter()
            .rev()
            .map(|above| above.domain.clone())
            .collect();
        Ok(())
    }
}
