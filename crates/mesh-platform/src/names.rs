//! Names side by side: which are taken, which could be mistaken for another, which are similar.

use mesh_model::{FieldCode, Fields, LookAlike, fold, looks_like, readable_id};
use uuid::Uuid;

const SIMILAR: f64 = 0.92;
const SIMILAR_SHOWN: usize = 5;

/// Notes whether a name is taken or pretends to be another, and gives those that are similar.
pub(crate) fn compare(
    fields: &mut Fields,
    pointer: &str,
    name: &str,
    known: &[LookAlike],
    except: Option<Uuid>,
) -> Vec<LookAlike> {
    let key = fold(name);
    if key.is_empty() {
        return Vec::new();
    }
    let others = || known.iter().filter(|other| Some(other.id) != except);
    if let Some(other) = others().find(|other| fold(&other.name) == key) {
        let params = [("name", other.name.as_str().into())];
        fields.refuse(
            pointer,
            FieldCode::Taken,
            format!("{} has this name", other.name),
            params,
        );
    } else if let Some(other) = others().find(|other| looks_like(name, &other.name)) {
        let params = [("name", other.name.as_str().into())];
        fields.refuse(
            pointer,
            FieldCode::LookAlike,
            format!("looks like {}", other.name),
            params,
        );
    }
    let mut similar: Vec<(f64, &LookAlike)> = others()
        .map(|other| (strsim::jaro_winkler(&key, &fold(&other.name)), other))
        .filter(|(similarity, _)| *similarity >= SIMILAR)
        .collect();
    similar.sort_by(|a, b| b.0.total_cmp(&a.0));
    similar
        .into_iter()
        .take(SIMILAR_SHOWN)
        .map(|(_, other)| other.clone())
        .collect()
}

/// Like [`compare`], for somebody who may not know of some of the others. A name that a hidden one has is refused
/// without saying whose it is, and hidden ones are never shown as similar.
pub(crate) fn compare_seen(
    fields: &mut Fields,
    pointer: &str,
    name: &str,
    known: &[LookAlike],
    except: Option<Uuid>,
    hidden: impl Fn(Uuid) -> bool,
) -> Vec<LookAlike> {
    let (unseen, seen): (Vec<LookAlike>, Vec<LookAlike>) =
        known.iter().cloned().partition(|other| hidden(other.id));
    let key = fold(name);
    if !key.is_empty() && unseen.iter().any(|other| fold(&other.name) == key) {
        let message = "this name can't be used";
        fields.refuse(pointer, FieldCode::NotAllowed, message, []);
        return Vec::new();
    }
    compare(fields, pointer, name, &seen, except)
}

/// The readable id that a name gets beside those that are known.
pub(crate) fn free_slug(name: &str, fallback: &str, known: &[LookAlike]) -> String {
    let base = readable_id(name, fallback);
    let taken = |slug: &str| known.iter().any(|other| other.slug == slug);
    if !taken(&base) {
        return base;
    }
    (2_u32..)
        .map(|number| format!("{base}-{number}"))
        .find(|slug| !taken(slug))
        .unwrap_or(base)
}
