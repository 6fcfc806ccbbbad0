//! The way to a place in a document, in words.

use crate::Node;

/// The way to the place at a JSON pointer: things by their names where they have one, by their number otherwise.
pub(crate) fn place(document: &Node, pointer: &str) -> String {
    let mut at = Some(document);
    let mut way = Vec::new();
    for step in pointer.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        match at {
            Some(Node::List(items)) => {
                let index: Option<usize> = step.parse().ok();
                let item = index.and_then(|index| items.get(index));
                // "properties › 3" says nothing; the column's name does.
                way.push(match item.and_then(named) {
                    Some(name) => name.to_owned(),
                    None => index.map_or_else(|| step.clone(), |index| (index + 1).to_string()),
                });
                at = item;
            }
            Some(Node::Fields(fields)) => {
                at = fields.get(&step);
                way.push(step);
            }
            _ => way.push(step),
        }
    }
    way.join(" › ")
}

fn named(item: &Node) -> Option<&str> {
    ["name", "property", "server", "role", "channel", "username"]
        .iter()
        .find_map(|field| item.get(field)?.as_str())
        .filter(|name| !name.is_empty())
}
