//! What one person may know of the things that the audit speaks of.

use std::collections::HashMap;

use mesh_model::{
    AuditEntry, AuditItem, DataProductId, DomainId, PersonId, ServiceAccountId, ThingKind,
};
use serde_json::Value;
use uuid::Uuid;

use crate::{Platform, Principal, Refusal};

/// Looks things up for one person, each once.
pub(crate) struct Lookup {
    platform: Platform,
    by: Principal,
    looked: HashMap<(ThingKind, Uuid), Looked>,
}

/// What was found.
#[derive(Debug, Clone)]
enum Looked {
    /// It is there, under this name and readable id where it has them.
    Seen(Option<String>, Option<String>),
    /// It is there, and the person may not know of it.
    Hidden,
    /// It isn't there any more.
    Gone,
}

impl Lookup {
    pub(crate) fn of(platform: &Platform, by: &Principal) -> Self {
        Self {
            platform: platform.clone(),
            by: by.clone(),
            looked: HashMap::new(),
        }
    }

    pub(crate) fn platform(&self) -> &Platform {
        &self.platform
    }

    /// The entry as this person may read it; nothing if it is about something that they may not discover.
    pub(crate) async fn of_entry(
        &mut self,
        entry: AuditEntry,
    ) -> Result<Option<AuditItem>, Refusal> {
        let mut item = AuditItem::of(entry);
        let id = item.thing.id;
        let looked = match item.thing.kind {
            ThingKind::Publication => {
                let product = [&item.after, &item.before]
                    .into_iter()
                    .find_map(|side| reference(side.as_ref()?, "dataProductId"));
                match product {
                    Some(product) => self.look(ThingKind::DataProduct, product).await?,
                    None => Looked::Gone,
                }
            }
            kind => self.look(kind, id).await?,
        };
        match looked {
            Looked::Seen(name, slug) => {
                item.thing.name = item.thing.name.or(name);
                item.thing.slug = slug;
            }
            Looked::Hidden => return Ok(None),
            Looked::Gone => {}
        }
        for side in [&mut item.before, &mut item.after] {
            let mut named = Vec::new();
            if let Some(value) = side.as_ref() {
                things_in(value, &mut named);
            }
            for id in named.into_iter().filter(|named| *named != item.thing.id) {
                if matches!(self.look(ThingKind::Domain, id).await?, Looked::Hidden) {
                    // A product that is gone was known only through its domain.
                    if item.thing.kind == ThingKind::DataProduct && item.thing.slug.is_none() {
                        return Ok(None);
                    }
                    *side = None;
                    break;
                }
            }
        }
        Ok(Some(item))
    }

    async fn look(&mut self, kind: ThingKind, id: Uuid) -> Result<Looked, Refusal> {
        if let Some(known) = self.looked.get(&(kind, id)) {
            return Ok(known.clone());
        }
        let looked = self.look_up(kind, id).await?;
        self.looked.insert((kind, id), looked.clone());
        Ok(looked)
    }

    /// Asks the thing's own use case, so that nothing is told here that isn't told there.
    async fn look_up(&self, kind: ThingKind, id: Uuid) -> Result<Looked, Refusal> {
        let text = id.to_string();
        let asked = match kind {
            ThingKind::Domain => (self.platform.domains().get(&self.by, &text).await)
                .map(|domain| (domain.name, Some(domain.slug))),
            ThingKind::DataProduct => (self.platform.data_products().get(&self.by, &text).await)
                .map(|product| (product.name, Some(product.slug))),
            ThingKind::Person => (self.platform.people().get(&self.by, PersonId(id)).await)
                .map(|person| (person.name, None)),
            ThingKind::Team => (self.platform.teams().get(&self.by, &text).await)
                .map(|team| (team.name, Some(team.slug))),
            ThingKind::ServiceAccount => {
                let id = ServiceAccountId(id);
                (self.platform.service_accounts().get(&self.by, id).await)
                    .map(|account| (account.name, None))
            }
            _ => return Ok(Looked::Seen(None, None)),
        };
        match asked {
            Ok((name, slug)) => Ok(Looked::Seen(Some(name), slug)),
            Err(Refusal::NotFound) => {
                let mut read = self.platform.store.read().await?;
                let is_there = match kind {
                    ThingKind::Domain => read.domain(DomainId(id)).await?.is_some(),
                    ThingKind::DataProduct => read.data_product(DataProductId(id)).await?.is_some(),
                    // Everybody who may read here may know of people, teams and service accounts.
                    _ => false,
                };
                Ok(if is_there {
                    Looked::Hidden
                } else {
                    Looked::Gone
                })
            }
            Err(refusal) => Err(refusal),
        }
    }
}

/// The ids of whatever has a readable id of its own, at any depth: a domain may be named as the one above, or as the
/// one from which a role comes.
fn things_in(value: &Value, found: &mut Vec<Uuid>) {
    match value {
        Value::Object(fields) => {
            if fields.contains_key("slug") {
                found.extend(reference(value, "id"));
            }
            for key in ["domainId", "parentId", "productsTo"] {
                found.extend(reference(value, key));
            }
            fields.values().for_each(|inner| things_in(inner, found));
        }
        Value::Array(items) => items.iter().for_each(|inner| things_in(inner, found)),
        _ => {}
    }
}

fn reference(value: &Value, key: &str) -> Option<Uuid> {
    value.get(key)?.as_str()?.parse().ok()
}
