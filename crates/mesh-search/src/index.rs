//! The index itself.

use std::sync::Mutex;

use tantivy::{
    Index, IndexReader, IndexWriter, ReloadPolicy, TantivyDocument, Term,
    schema::{
        Field as TantivyField, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing,
        TextOptions,
    },
    tokenizer::WhitespaceTokenizer,
};
use uuid::Uuid;

use crate::{Document, DocumentKind, document::words};

const WORDS: &str = "words";
const WRITER_BYTES: usize = 15_000_000;

/// The index failed; it can be rebuilt from the store.
#[derive(Debug, thiserror::Error)]
#[error("the search index failed: {0}")]
pub struct SearchError(#[from] pub(crate) tantivy::TantivyError);

/// An index of everything that can be found.
pub struct Catalog {
    pub(crate) reader: IndexReader,
    pub(crate) fields: Fields,
    writer: Mutex<IndexWriter>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct Fields {
    pub(crate) id: TantivyField,
    pub(crate) kind: TantivyField,
    pub(crate) exact: TantivyField,
    pub(crate) name: TantivyField,
    pub(crate) purpose: TantivyField,
    pub(crate) columns: TantivyField,
    pub(crate) domain: TantivyField,
    pub(crate) within: TantivyField,
}

impl Catalog {
    /// An empty index.
    ///
    /// # Errors
    /// That the index failed.
    pub fn new() -> Result<Self, SearchError> {
        let mut schema = Schema::builder();
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(WORDS)
            .set_index_option(IndexRecordOption::WithFreqs);
        let text = TextOptions::default().set_indexing_options(indexing);
        let fields = Fields {
            id: schema.add_text_field("id", STRING | STORED),
            kind: schema.add_text_field("kind", STRING | STORED),
            exact: schema.add_text_field("exact", STRING),
            name: schema.add_text_field("name", text.clone()),
            purpose: schema.add_text_field("purpose", text.clone()),
            columns: schema.add_text_field("columns", text.clone()),
            domain: schema.add_text_field("domain", text),
            within: schema.add_text_field("within", STRING),
        };
        let index = Index::create_in_ram(schema.build());
        index
            .tokenizers()
            .register(WORDS, WhitespaceTokenizer::default());
        let writer = index.writer_with_num_threads(1, WRITER_BYTES)?;
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .try_into()?;
        Ok(Self {
            reader,
            fields,
            writer: Mutex::new(writer),
        })
    }

    /// Puts documents in place of those with the same ids and removes `gone`; they are found when this returns.
    ///
    /// # Errors
    /// That the index failed.
    pub fn replace(&self, documents: &[Document], gone: &[Uuid]) -> Result<(), SearchError> {
        let mut writer = self
            .writer
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        for id in documents.iter().map(|document| &document.id).chain(gone) {
            writer.delete_term(Term::from_field_text(self.fields.id, &id.to_string()));
        }
        for document in documents {
            writer.add_document(self.fields.document(document))?;
        }
        writer.commit()?;
        self.reader.reload()?;
        Ok(())
    }

    /// How many documents can be found.
    #[must_use]
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether nothing can be found.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Fields {
    fn document(&self, from: &Document) -> TantivyDocument {
        let mut document = TantivyDocument::default();
        document.add_text(self.id, from.id.to_string());
        document.add_text(self.kind, from.kind.as_str());
        document.add_text(self.within, from.within.to_string());
        document.add_text(self.exact, words(&from.name).join(" "));
        for (field, text) in [
            (self.name, &from.name),
            (self.purpose, &from.purpose),
            (self.columns, &from.columns),
            (self.domain, &from.domain),
        ] {
            document.add_text(field, words(text).join(" "));
        }
        document
    }
}

impl DocumentKind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Domain => "domain",
            Self::DataProduct => "data-product",
        }
    }

    pub(crate) fn from_str(text: &str) -> Self {
        if text == "domain" {
            Self::Domain
        } else {
            Self::DataProduct
        }
    }
}
