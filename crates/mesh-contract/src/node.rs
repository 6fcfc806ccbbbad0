//! Values whose fields keep their order: what a document is made of.

use std::fmt;

use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, Visitor},
    ser::{SerializeMap, SerializeSeq},
};
use serde_json::{Number, Value, value::RawValue};

/// A value of a document, as JSON knows them.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// No value.
    Null,
    /// Yes or no.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(String),
    /// Values in their order.
    List(Vec<Node>),
    /// Named values in their order.
    Fields(Fields),
}

/// Named values in their order. No name occurs twice.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fields(pub(crate) Vec<(String, Node)>);

impl Node {
    /// The value of a field; none where this has no fields.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.as_fields()?.get(name)
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The answer, if it is yes or no.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(yes) => Some(*yes),
            _ => None,
        }
    }

    /// The number, if it is a whole one.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        match self {
            Self::Number(number) => number.as_i64(),
            _ => None,
        }
    }

    /// The number, if it is one.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        match self {
            Self::Number(number) => number.as_f64(),
            _ => None,
        }
    }

    /// The values of a list; none where it is no list.
    #[must_use]
    pub fn items(&self) -> &[Node] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The fields, if it has some.
    #[must_use]
    pub fn as_fields(&self) -> Option<&Fields> {
        match self {
            Self::Fields(fields) => Some(fields),
            _ => None,
        }
    }

    /// The fields, to be changed.
    pub fn as_fields_mut(&mut self) -> Option<&mut Fields> {
        match self {
            Self::Fields(fields) => Some(fields),
            _ => None,
        }
    }
}

impl Fields {
    /// The value of a field.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Node> {
        self.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, value)| value)
    }

    /// The value of a field, to be changed.
    pub fn get_mut(&mut self, name: &str) -> Option<&mut Node> {
        let mut fields = self.0.iter_mut();
        fields
            .find(|(known, _)| known == name)
            .map(|(_, value)| value)
    }

    /// Gives a field a value: in its place where it has one, at the end otherwise.
    pub fn set(&mut self, name: &str, value: Node) {
        match self.get_mut(name) {
            Some(known) => *known = value,
            None => self.0.push((name.to_owned(), value)),
        }
    }

    /// Takes a field away.
    pub fn remove(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    /// The fields in their order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Node)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value))
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The JSON of it, fields in their order.
impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&serde_json::to_string(self).map_err(|_| fmt::Error)?)
    }
}

impl From<&str> for Node {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Node {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Node {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<Vec<Node>> for Node {
    fn from(items: Vec<Node>) -> Self {
        Self::List(items)
    }
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(yes) => Self::Bool(yes),
            Value::Number(number) => Self::Number(number),
            Value::String(text) => Self::Text(text),
            Value::Array(items) => Self::List(items.into_iter().map(Self::from).collect()),
            Value::Object(fields) => {
                let fields = fields.into_iter();
                Self::Fields(Fields(
                    fields.map(|(name, value)| (name, value.into())).collect(),
                ))
            }
        }
    }
}

/// Fields with their values: `fields! { "name": "orders" }`.
macro_rules! fields {
    ($($name:literal: $value:expr),* $(,)?) => {
        $crate::Node::Fields($crate::Fields(vec![$(($name.to_owned(), $crate::Node::from($value))),*]))
    };
}
pub(crate) use fields;

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => to.serialize_unit(),
            Self::Bool(yes) => to.serialize_bool(*yes),
            Self::Number(number) => number.serialize(to),
            Self::Text(text) => to.serialize_str(text),
            Self::List(items) => {
                let mut list = to.serialize_seq(Some(items.len()))?;
                for item in items {
                    list.serialize_element(item)?;
                }
                list.end()
            }
            Self::Fields(Fields(fields)) => {
                let mut map = to.serialize_map(Some(fields.len()))?;
                for (name, value) in fields {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    }
}

/// Numbers are read exactly, to the last digit that 64 bits hold: what serde_json reads by itself may differ there.
impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(from)?;
        read(raw.get()).map_err(Error::custom)
    }
}

fn read(json: &str) -> Result<Node, serde_json::Error> {
    Ok(match json.as_bytes().first() {
        Some(b'{') => {
            let Entries(entries) = serde_json::from_str(json)?;
            let entries = entries.into_iter();
            let fields = entries.map(|(name, raw)| Ok((name, read(raw.get())?)));
            Node::Fields(Fields(fields.collect::<Result<_, serde_json::Error>>()?))
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(json)?;
            let items = items.into_iter().map(|raw| read(raw.get()));
            Node::List(items.collect::<Result<_, _>>()?)
        }
        Some(b'"') => Node::Text(serde_json::from_str(json)?),
        Some(b't' | b'f') => Node::Bool(serde_json::from_str(json)?),
        Some(b'n') => Node::Null,
        _ => number(json).ok_or_else(|| Error::custom("a number beyond 64 bits"))?,
    })
}

fn number(json: &str) -> Option<Node> {
    let whole = json.parse::<i64>().map(Number::from);
    let whole = whole.or_else(|_| json.parse::<u64>().map(Number::from));
    let number = whole.ok().or_else(|| Number::from_f64(json.parse().ok()?));
    number.map(Node::Number)
}

/// Fields in their order, not read yet.
struct Entries<'de>(Vec<(String, &'de RawValue)>);

impl<'de> Deserialize<'de> for Entries<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Reader;

        impl<'de> Visitor<'de> for Reader {
            type Value = Entries<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("fields")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(Entries(entries))
            }
        }

        from.deserialize_map(Reader)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_numbers_stay_as_they_are() {
        let json = r#"{"b":[1,-165.19409438562639,18446744073709551615,{}],"a":{"z":null,"y":true},"ä\n":"\""}"#;
        let node: Node = serde_json::from_str(json).unwrap();
        assert_eq!(node.to_string(), json);
    }
}
