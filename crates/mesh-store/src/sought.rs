//! What things are looked for by: keys written beside their words, and patterns that are held against those.

use mesh_model::{Column, searchable};
use sqlx::types::Json;
use uuid::Uuid;

use crate::{StoreError, Tx, tx::on_tx};

const WORDS: usize = 3;

/// What is looked for, as patterns. Keys hold letters and digits only, so nothing in them needs escaping.
pub(crate) struct Sought {
    /// What keys must hold, all of it; `%` where nothing is asked.
    pub(crate) parts: [String; WORDS],
    /// A key that holds a word beginning as asked.
    pub(crate) beginning: String,
}

/// Id, name, readable id, purpose and columns.
type Product = (Uuid, String, String, String, Json<Vec<Column>>);

impl Sought {
    pub(crate) fn new(query: &str) -> Self {
        let key = searchable(query);
        let mut words = key.split_whitespace();
        let mut parts = [const { String::new() }; WORDS];
        for part in &mut parts {
            *part = words
                .next()
                .map_or_else(|| "%".to_owned(), |word| format!("%{word}%"));
        }
        // What holds no letter at all is in nobody's name.
        if key.trim().is_empty() && !query.trim().is_empty() {
            parts[0].clear();
        }
        let beginning = key.split_whitespace().next().unwrap_or_default();
        Self {
            beginning: format!("% {beginning}%"),
            parts,
        }
    }
}

/// By name first, then by address or readable id. A line's end keeps the two apart for whoever reads the table.
pub(crate) fn search_key(name: &str, other: &str) -> String {
    format!("{}\n{}", searchable(name), searchable(other))
}

/// What a product says beside its name: its purpose and its columns.
pub(crate) fn text_key(purpose: &str, columns: &[Column]) -> String {
    columns.iter().fold(searchable(purpose), |mut key, column| {
        key.push('\n');
        key.push_str(&searchable(&column.business_name));
        key
    })
}

impl Tx {
    /// Writes the keys by which things are looked for where an earlier version of the schema had none.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn complete_search_keys(&mut self) -> Result<(), StoreError> {
        const PEOPLE: &str = "SELECT id, name, email FROM people WHERE search_key = ''";
        const PERSON: &str = "UPDATE people SET search_key = $2 WHERE id = $1";
        const DOMAINS: &str = "SELECT id, name, slug, purpose FROM domains WHERE search_key = ''";
        const DOMAIN: &str = "UPDATE domains SET search_key = $2, text_key = $3 WHERE id = $1";
        const PRODUCTS: &str =
            "SELECT id, name, slug, purpose, columns FROM data_products WHERE search_key = ''";
        const PRODUCT: &str =
            "UPDATE data_products SET search_key = $2, text_key = $3 WHERE id = $1";
        let people: Vec<(Uuid, String, String)> =
            on_tx!(self, c => sqlx::query_as(PEOPLE).fetch_all(c).await)?;
        for (id, name, email) in people {
            on_tx!(self, c => sqlx::query(PERSON)
                .bind(id).bind(search_key(&name, &email)).execute(c).await.map(drop))?;
        }
        let domains: Vec<(Uuid, String, String, String)> =
            on_tx!(self, c => sqlx::query_as(DOMAINS).fetch_all(c).await)?;
        for (id, name, slug, purpose) in domains {
            on_tx!(self, c => sqlx::query(DOMAIN)
                .bind(id).bind(search_key(&name, &slug)).bind(searchable(&purpose)).execute(c).await.map(drop))?;
        }
        let products: Vec<Product> =
            on_tx!(self, c => sqlx::query_as(PRODUCTS).fetch_all(c).await)?;
        for (id, name, slug, purpose, columns) in products {
            on_tx!(self, c => sqlx::query(PRODUCT)
                .bind(id)
                .bind(search_key(&name, &slug))
                .bind(text_key(&purpose, &columns))
                .execute(c)
                .await
                .map(drop))?;
        }
        Ok(())
    }
}
