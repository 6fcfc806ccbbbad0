//! Names side by side: which are taken, which could be mistaken for another, which are similar.

use std::sync::{Arc, Mutex, PoisonError};

use mesh_model::{FieldCode, Fields, LookAlike, Looks, fold, readable_id};
use mesh_store::{Reader, StoreError};
use uuid::Uuid;

const SIMILAR: f64 = 0.92;
const SIMILAR_SHOWN: usize = 5;

/// Names that a new one is compared with, each with its key ([`fold`]).
pub(crate) struct Known(Vec<(String, LookAlike)>);

impl From<Vec<LookAlike>> for Known {
    fn from(names: Vec<LookAlike>) -> Self {
        let keyed = |known: LookAlike| (fold(&known.name), known);
        Self(names.into_iter().map(keyed).collect())
    }
}

/// Names that are kept between two looks: ten thousand take longer to read and fold than to compare.
#[derive(Default)]
pub(crate) struct Kept(Mutex<Option<(i64, Arc<Known>)>>);

impl Kept {
    /// The names of all data products.
    pub(crate) async fn data_products(
        &self,
        read: &mut Reader<'_>,
    ) -> Result<Arc<Known>, StoreError> {
        let last = read.last_change().await?;
        if let Some((at, known)) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner)
            && *at == last
        {
            return Ok(known.clone());
        }
        let known = Arc::new(Known::from(read.data_product_names().await?));
        // What a transaction sees of itself may be rolled back, and its number given to another change.
        if read.sees_only_committed() {
            *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((last, known.clone()));
        }
        Ok(known)
    }
}

/// Notes whether a name is taken or pretends to be another, and gives those that are similar.
pub(crate) fn compare(
    fields: &mut Fields,
    pointer: &str,
    name: &str,
    known: &Known,
    except: Option<Uuid>,
) -> Vec<LookAlike> {
    compare_seen(fields, pointer, name, known, except, |_| false)
}

/// Like [`compare`], for somebody who may not know of some of the others. A name that a hidden one has is refused
/// without saying whose it is, and hidden ones are never shown as similar.
pub(crate) fn compare_seen(
    fields: &mut Fields,
    pointer: &str,
    name: &str,
    known: &Known,
    except: Option<Uuid>,
    hidden: impl Fn(Uuid) -> bool,
) -> Vec<LookAlike> {
    let key = fold(name);
    if key.is_empty() {
        return Vec::new();
    }
    let all = || known.0.iter();
    if all().any(|(other, known)| *other == key && hidden(known.id)) {
        let message = "this name can't be used";
        fields.refuse(pointer, FieldCode::NotAllowed, message, []);
        return Vec::new();
    }
    let others = || all().filter(|(_, other)| Some(other.id) != except && !hidden(other.id));
    let looks = Looks::of(key.clone());
    if let Some((_, other)) = others().find(|(other, _)| *other == key) {
        let params = [("name", other.name.as_str().into())];
        let message = format!("{} has this name", other.name);
        fields.refuse(pointer, FieldCode::Taken, message, params);
    } else if let Some((_, other)) = others().find(|(other, _)| looks.like(other)) {
        let params = [("name", other.name.as_str().into())];
        let message = format!("looks like {}", other.name);
        fields.refuse(pointer, FieldCode::LookAlike, message, params);
    }
    let letters = Letters::of(&key);
    let mut similar: Vec<(f64, &LookAlike)> = others()
        .filter(|(other, _)| letters.may_reach(SIMILAR, other))
        .map(|(other_key, other)| (strsim::jaro_winkler(&key, other_key), other))
        .filter(|(similarity, _)| *similarity >= SIMILAR)
        .collect();
    similar.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.name.cmp(&b.1.name)));
    similar
        .into_iter()
        .take(SIMILAR_SHOWN)
        .map(|(_, other)| other.clone())
        .collect()
}

/// Which bytes a key has, to see at a glance that another can't be similar: comparing thousands in full takes time.
struct Letters {
    counts: [u16; 256],
    length: usize,
}

/// The most by which a common beginning brings Jaro-Winkler nearer to 1.
const BEGINNING_MAX: f64 = 0.4;

impl Letters {
    fn of(key: &str) -> Self {
        let mut counts = [0; 256];
        for byte in key.bytes() {
            counts[usize::from(byte)] += 1;
        }
        Self {
            counts,
            length: key.chars().count(),
        }
    }

    /// Whether Jaro-Winkler may reach a similarity: what two keys have in common is at most what bytes they share.
    fn may_reach(&self, similarity: f64, other: &str) -> bool {
        let mut left = self.counts;
        let mut shared = 0_usize;
        for byte in other.bytes() {
            let count = &mut left[usize::from(byte)];
            if *count > 0 {
                *count -= 1;
                shared += 1;
            }
        }
        let length = other.chars().count();
        let shared = shared.min(length).min(self.length) as f64;
        let jaro = (shared / self.length as f64 + shared / length.max(1) as f64 + 1.0) / 3.0;
        jaro + BEGINNING_MAX * (1.0 - jaro) >= similarity
    }
}

/// The readable id that a name gets beside those that are known.
pub(crate) fn free_slug(name: &str, fallback: &str, known: &Known) -> String {
    free_among(readable_id(name, fallback), |slug| {
        known.0.iter().any(|(_, other)| other.slug == slug)
    })
}

/// The readable id itself, or with the first number that is free.
pub(crate) fn free_among(base: String, taken: impl Fn(&str) -> bool) -> String {
    if !taken(&base) {
        return base;
    }
    (2_u32..)
        .map(|number| format!("{base}-{number}"))
        .find(|slug| !taken(slug))
        .unwrap_or(base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_glance_never_passes_over_what_is_similar() {
        let names = [
            "sales",
            "sales germany",
            "sales germany returns",
            "salse",
            "größe",
            "grosse",
            "grösse",
            "s",
            "",
            "daily orders, sales",
            "daily order, sales",
            "ordres",
            "売上",
            "売上げ",
            "customers",
            "customer",
        ];
        for one in names {
            for other in names {
                let similarity = strsim::jaro_winkler(one, other);
                let glance = one.is_empty() || Letters::of(one).may_reach(similarity, other);
                assert!(glance, "{one} and {other} are {similarity} similar");
            }
        }
    }
}
