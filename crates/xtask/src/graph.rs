//! Who depends on whom, as cargo resolves it.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata, MetadataCommand};

/// The workspace's packages and what each reaches.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    /// Room → what it reaches.
    pub(crate) rooms: BTreeMap<String, Reach>,
}

/// What a room depends on.
#[derive(Debug, Default)]
pub(crate) struct Reach {
    /// Rooms that it names itself. Its tests may call any room.
    pub(crate) rooms: BTreeSet<String>,
    /// Libraries that it reaches without passing another room, each with the
    /// way there; dependencies of tests and build scripts are left out.
    pub(crate) libraries: BTreeMap<String, Vec<String>>,
}

/// Reads the graph of this workspace.
pub(crate) fn of_workspace() -> Result<Graph, cargo_metadata::Error> {
    let metadata = MetadataCommand::new()
        .other_options(["--locked".to_owned()])
        .exec()?;
    Ok(of(&metadata))
}

fn of(metadata: &Metadata) -> Graph {
    let name_of: BTreeMap<_, _> = metadata
        .packages
        .iter()
        .map(|package| (&package.id, package.name.to_string()))
        .collect();
    let members: BTreeSet<_> = metadata.workspace_members.iter().collect();
    let resolve = metadata
        .resolve
        .as_ref()
        .expect("cargo resolves unless told not to");
    let nodes: BTreeMap<_, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();

    let mut graph = Graph::default();
    for member in &members {
        let mut reach = Reach::default();
        let mut seen = BTreeSet::new();
        let mut open = vec![(*member, Vec::<String>::new())];
        while let Some((id, way)) = open.pop() {
            for dependency in &nodes[id].deps {
                let name = &name_of[&dependency.pkg];
                let kinds = || dependency.dep_kinds.iter().map(|kind| kind.kind);
                if members.contains(&dependency.pkg) {
                    if kinds().any(|kind| kind != DependencyKind::Development) {
                        reach.rooms.insert(name.clone());
                    }
                    continue;
                }
                let runs = kinds().any(|kind| kind == DependencyKind::Normal);
                if runs && seen.insert(&dependency.pkg) {
                    let mut way = way.clone();
                    way.push(name.clone());
                    reach
                        .libraries
                        .entry(name.clone())
                        .or_insert_with(|| way.clone());
                    open.push((&dependency.pkg, way));
                }
            }
        }
        graph.rooms.insert(name_of[member].clone(), reach);
    }
    graph
}
