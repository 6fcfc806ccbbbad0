//! The directions of dependencies (one list, one place) and who breaks them.

use crate::graph::Graph;

/// A room and the rooms that it may see. Siblings don't see each other.
const ROOMS: &[(&str, &[&str])] = &[
    ("mesh-model", &[]),
    ("mesh-job", &[]),
    ("mesh-contract", &["mesh-model"]),
    ("mesh-policy", &["mesh-model"]),
    ("mesh-store", &["mesh-model"]),
    ("mesh-search", &["mesh-model"]),
    ("mesh-engine", &["mesh-job"]),
    ("mesh-profile", &["mesh-job"]),
    ("mesh-worker", &["mesh-job", "mesh-profile"]),
    (
        "mesh-platform",
        &[
            "mesh-model",
            "mesh-contract",
            "mesh-policy",
            "mesh-store",
            "mesh-search",
            "mesh-job",
            "mesh-engine",
        ],
    ),
    ("mesh-api", &["mesh-model", "mesh-platform"]),
    ("mesh-server", &["mesh-model", "mesh-platform", "mesh-api"]),
    ("mesh-desktop", &["mesh-model", "mesh-platform", "mesh-api"]),
    ("selvedge", &["mesh-desktop"]),
    ("xtask", &["mesh-api"]),
    ("mesh-faults", &[]),
];

/// The room that tests all others; nobody sees it.
const TESTS: &str = "mesh-tests";

/// A family of libraries and the rooms that may use them. A family is a name
/// and everything that begins with it and a hyphen.
const LIBRARIES: &[(&str, &[&str])] = &[
    ("datafusion", &["mesh-worker"]),
    ("deltalake", &["mesh-worker"]),
    ("saphyr", &["mesh-worker"]),
    ("sqlx", &["mesh-store", TESTS]),
    ("tauri", &["selvedge"]),
    (
        "axum",
        &["mesh-api", "mesh-server", "mesh-desktop", "selvedge", TESTS],
    ),
];

/// Everything in the graph that breaks a direction, one sentence each.
pub(crate) fn violations(graph: &Graph) -> Vec<String> {
    let mut found = Vec::new();
    for (room, reach) in &graph.rooms {
        if room != TESTS {
            match ROOMS.iter().find(|(name, _)| name == room) {
                None => found.push(format!(
                    "{room} has no direction: add it to crates/xtask/src/directions.rs"
                )),
                Some((_, allowed)) => found.extend(
                    reach
                        .rooms
                        .iter()
                        .filter(|seen| !allowed.contains(&seen.as_str()))
                        .map(|seen| format!("{room} may not see {seen}")),
                ),
            }
        }
        for (library, way) in &reach.libraries {
            let owners = LIBRARIES
                .iter()
                .find(|(family, _)| is_of(library, family))
                .map(|(_, owners)| owners);
            if owners.is_some_and(|owners| !owners.contains(&room.as_str())) {
                let way = way.join(" → ");
                found.push(format!("{room} may not use {library} (by {way})"));
            }
        }
    }
    found
}

fn is_of(library: &str, family: &str) -> bool {
    library
        .strip_prefix(family)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::{self, Reach};

    /// The graph of the real workspace, with one more dependency.
    fn planted(room: &str, change: impl FnOnce(&mut Reach)) -> Vec<String> {
        let mut graph = graph::of_workspace().unwrap();
        change(graph.rooms.entry(room.to_owned()).or_default());
        violations(&graph)
    }

    fn sees(room: &str, other: &str) -> Vec<String> {
        planted(room, |reach| {
            reach.rooms.insert(other.to_owned());
        })
    }

    fn uses(room: &str, library: &str) -> Vec<String> {
        planted(room, |reach| {
            let way = vec!["between".to_owned(), library.to_owned()];
            reach.libraries.insert(library.to_owned(), way);
        })
    }

    #[test]
    fn the_workspace_keeps_its_directions() {
        assert_eq!(violations(&graph::of_workspace().unwrap()), [""; 0]);
    }

    #[test]
    fn siblings_and_upper_rooms_are_not_seen() {
        for (room, other) in [
            ("mesh-policy", "mesh-store"),
            ("mesh-server", "mesh-desktop"),
            ("mesh-model", "mesh-platform"),
            ("mesh-platform", "mesh-worker"),
            ("mesh-store", "mesh-api"),
            ("mesh-api", "mesh-store"),
            ("mesh-api", "mesh-tests"),
        ] {
            assert_eq!(sees(room, other), [format!("{room} may not see {other}")]);
        }
    }

    #[test]
    fn guarded_libraries_stay_in_their_rooms_even_by_detours() {
        for (room, library) in [
            ("mesh-platform", "datafusion"),
            ("mesh-engine", "deltalake-core"),
            ("mesh-platform", "axum"),
            ("mesh-desktop", "tauri-plugin-store"),
            ("mesh-api", "sqlx-core"),
        ] {
            let expected = format!("{room} may not use {library} (by between → {library})");
            assert_eq!(uses(room, library), [expected]);
        }
    }

    #[test]
    fn names_that_only_begin_alike_are_free() {
        assert!(is_of("tauri", "tauri") && is_of("tauri-utils", "tauri"));
        assert!(!is_of("tauriel", "tauri") && !is_of("not-tauri", "tauri"));
    }

    #[test]
    fn a_new_room_needs_a_direction() {
        let found = planted("mesh-new", |_| {});
        assert_eq!(found.len(), 1);
        assert!(found[0].starts_with("mesh-new has no direction"));
    }
}
