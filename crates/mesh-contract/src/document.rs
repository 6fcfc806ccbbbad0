//! Documents as they are: every field kept, in its order, with a view on those that Selvedge understands.

use crate::{Fields, Node};
use mesh_model::ContractStandard;

/// A data contract or a data product, kept whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Document(Node);

impl Document {
    /// The document that a file held.
    #[must_use]
    pub fn new(value: impl Into<Node>) -> Self {
        Self(value.into())
    }

    /// Everything in it.
    #[must_use]
    pub fn value(&self) -> &Node {
        &self.0
    }

    /// Everything in it, to be changed.
    pub fn value_mut(&mut self) -> &mut Node {
        &mut self.0
    }

    /// Which standard it says to follow.
    #[must_use]
    pub fn standard(&self) -> Option<ContractStandard> {
        match self.text("kind")? {
            "DataContract" => Some(ContractStandard::Odcs),
            "DataProduct" => Some(ContractStandard::Odps),
            _ => None,
        }
    }

    /// The version of the standard that it names.
    #[must_use]
    pub fn api_version(&self) -> Option<&str> {
        self.text("apiVersion")
    }

    /// A text at its top, such as `id`, `version` or `status`.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.0.get(field)?.as_str()
    }

    /// The table-like things of a contract.
    #[must_use]
    pub fn schema(&self) -> Vec<SchemaObject<'_>> {
        objects(self.0.get("schema")).map(SchemaObject).collect()
    }

    /// The service levels of a contract.
    pub fn service_levels(&self) -> impl Iterator<Item = &Fields> {
        objects(self.0.get("slaProperties"))
    }
}

pub(crate) fn objects(value: Option<&Node>) -> impl Iterator<Item = &Fields> {
    let list = value.map_or(&[][..], Node::items);
    list.iter().filter_map(Node::as_fields)
}

/// A table-like thing inside a contract.
#[derive(Debug, Clone, Copy)]
pub struct SchemaObject<'a>(&'a Fields);

impl<'a> SchemaObject<'a> {
    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.text("name").unwrap_or_default()
    }

    /// A text of it.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&'a str> {
        self.0.get(field)?.as_str()
    }

    /// Its name for people.
    #[must_use]
    pub fn label(&self) -> &'a str {
        self.text("businessName").unwrap_or_else(|| self.name())
    }

    /// The fields inside it.
    #[must_use]
    pub fn properties(&self) -> Vec<Property<'a>> {
        objects(self.0.get("properties")).map(Property).collect()
    }

    /// Its quality rules.
    pub fn quality(&self) -> impl Iterator<Item = &'a Fields> + use<'a> {
        objects(self.0.get("quality"))
    }
}

/// A field inside a table-like thing of a contract.
#[derive(Debug, Clone, Copy)]
pub struct Property<'a>(&'a Fields);

impl<'a> Property<'a> {
    pub(crate) fn of(fields: &'a Fields) -> Self {
        Self(fields)
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> &'a str {
        self.text("name").unwrap_or_default()
    }

    /// The name by which programs find it: the physical one where another is given.
    #[must_use]
    pub fn physical_name(&self) -> &'a str {
        self.text("physicalName").unwrap_or_else(|| self.name())
    }

    /// Its name for people.
    #[must_use]
    pub fn label(&self) -> &'a str {
        self.text("businessName")
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| self.name())
    }

    /// A text of it.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&'a str> {
        self.0.get(field)?.as_str()
    }

    /// A mark of it; what isn't said is no.
    #[must_use]
    pub fn is(&self, field: &str) -> bool {
        self.0.get(field).and_then(Node::as_bool) == Some(true)
    }

    /// Its place in the key, where it has one.
    #[must_use]
    pub fn key_position(&self) -> Option<i64> {
        self.is("primaryKey").then(|| {
            let position = self.0.get("primaryKeyPosition").and_then(Node::as_i64);
            position.unwrap_or(i64::MAX)
        })
    }

    /// Its quality rules.
    pub fn quality(&self) -> impl Iterator<Item = &'a Fields> + use<'a> {
        objects(self.0.get("quality"))
    }

    /// One of its custom properties, as text.
    #[must_use]
    pub fn mark(&self, name: &str) -> Option<String> {
        let mut marks = objects(self.0.get("customProperties"));
        let found = marks.find(|mark| mark.get("property").and_then(Node::as_str) == Some(name))?;
        found.get("value").and_then(Node::as_str).map(str::to_owned)
    }
}
