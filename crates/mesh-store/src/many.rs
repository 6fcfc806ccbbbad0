//! Statements about several ids at once: neither database takes a list where the other does, so each id is bound.

use uuid::Uuid;

/// Ids in one statement.
pub(crate) const AT_ONCE: usize = 512;

/// The statement with a place for each id where `~` stands, and the ids to bind to them. The last id is repeated up
/// to a power of two, so that few different statements are prepared.
pub(crate) fn listed(ids: &[Uuid], sql: &str) -> (String, Vec<Uuid>) {
    let mut ids = ids.to_vec();
    if let Some(last) = ids.last().copied() {
        ids.resize(ids.len().next_power_of_two(), last);
    }
    let places: Vec<String> = (1..=ids.len()).map(|place| format!("${place}")).collect();
    (sql.replace('~', &places.join(", ")), ids)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_id_has_a_place() {
        let ids: Vec<Uuid> = (0..3).map(|_| Uuid::now_v7()).collect();
        let (sql, bound) = listed(&ids, "id IN (~)");
        assert_eq!(sql, "id IN ($1, $2, $3, $4)");
        assert_eq!(bound, [ids[0], ids[1], ids[2], ids[2]]);
    }
}
