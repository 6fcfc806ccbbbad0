//! What of a domain or data product can be found.

use mesh_model::fold;
use uuid::Uuid;

/// What kind of thing is indexed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DocumentKind {
    /// A domain.
    Domain,
    /// A data product.
    DataProduct,
}

/// A thing to find.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What kind of thing it is.
    pub kind: DocumentKind,
    /// Stable id.
    pub id: Uuid,
    /// The name as written.
    pub name: String,
    /// What it is for.
    pub purpose: String,
    /// Its columns' names and descriptions.
    pub columns: String,
    /// The name of the domain that owns it.
    pub domain: String,
    /// The domain that owns it; a domain's own id.
    pub within: Uuid,
}

/// Splits a text into the words by which it is found: `snake.case` and `CamelCase` fall apart.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut lower_before = false;
    for c in text.chars() {
        let breaks = lower_before && c.is_uppercase();
        if (!c.is_alphanumeric() || breaks) && !word.is_empty() {
            words.push(fold(&word));
            word.clear();
        }
        if c.is_alphanumeric() {
            word.push(c);
        }
        lower_before = c.is_lowercase() || c.is_numeric();
    }
    if !word.is_empty() {
        words.push(fold(&word));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn names_of_programs_fall_apart_into_words() {
        assert_eq!(
            words("order_items.totalPrice"),
            ["order", "items", "total", "price"]
        );
        assert_eq!(words("Größe (EUR)"), ["größe", "eur"]);
        assert_eq!(words("HTTP"), ["http"]);
    }
}
