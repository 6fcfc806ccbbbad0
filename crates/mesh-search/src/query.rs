//! Asking the index.

use std::collections::HashSet;

use tantivy::{
    TantivyDocument, Term,
    collector::TopDocs,
    query::{
        BooleanQuery, BoostQuery, ConstScoreQuery, FuzzyTermQuery, Occur, Query, RegexQuery,
        TermQuery, TermSetQuery,
    },
    schema::{Field as TantivyField, IndexRecordOption, Value},
};
use uuid::Uuid;

use crate::{Catalog, DocumentKind, SearchError, document::words};

const WORDS_MAX: usize = 12;
const WORD_MAX: usize = 64;
/// Shorter words have too many neighbours to forgive a typo.
const TYPO_FROM: usize = 4;

/// Where the words were found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// In the name.
    Name,
    /// In the purpose.
    Purpose,
    /// In a column.
    Columns,
    /// In the name of the domain that owns it.
    Domain,
}

/// Something that was found, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What kind of thing it is.
    pub kind: DocumentKind,
    /// Stable id.
    pub id: Uuid,
    /// Where the words were found.
    pub field: Field,
    /// Whether a typo was forgiven.
    pub typo: bool,
}

impl Catalog {
    /// What matches all words of a text, the best first, `limit` at most, without the domains named as hidden and
    /// without their products.
    ///
    /// # Errors
    /// That the index failed.
    pub fn search(
        &self,
        text: &str,
        limit: usize,
        hidden: &HashSet<Uuid>,
    ) -> Result<Vec<Hit>, SearchError> {
        let asked: Vec<String> = words(text)
            .into_iter()
            .take(WORDS_MAX)
            .map(|word| word.chars().take(WORD_MAX).collect())
            .collect();
        if asked.is_empty() || limit == 0 {
            return Ok(Vec::new());
        }
        let ranked: Vec<(TantivyField, f32)> = self
            .ranked()
            .into_iter()
            .map(|(_, field, boost)| (field, boost))
            .collect();
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = asked
            .iter()
            .map(|word| (Occur::Must, any_field(word, &ranked)))
            .collect();
        let exact = Term::from_field_text(self.fields.exact, &asked.join(" "));
        let exact = ConstScoreQuery::new(
            Box::new(TermQuery::new(exact, IndexRecordOption::Basic)),
            1_000.0,
        );
        clauses.push((Occur::Should, Box::new(exact)));
        if !hidden.is_empty() {
            let within = hidden
                .iter()
                .map(|id| Term::from_field_text(self.fields.within, &id.to_string()));
            clauses.push((Occur::MustNot, Box::new(TermSetQuery::new(within))));
        }

        let searcher = self.reader.searcher();
        let top = searcher.search(
            &BooleanQuery::new(clauses),
            &TopDocs::with_limit(limit).order_by_score(),
        )?;
        let mut hits = Vec::with_capacity(top.len());
        for (_, address) in top {
            let document: TantivyDocument = searcher.doc(address)?;
            let stored = |field| {
                document
                    .get_first(field)
                    .and_then(|value| value.as_str())
                    .unwrap_or_default()
            };
            let (field, typo) = self.why(&searcher, address, &asked)?;
            let Ok(id) = stored(self.fields.id).parse() else {
                continue;
            };
            hits.push(Hit {
                kind: DocumentKind::from_str(stored(self.fields.kind)),
                id,
                field,
                typo,
            });
        }
        Ok(hits)
    }

    fn ranked(&self) -> [(Field, TantivyField, f32); 4] {
        [
            (Field::Name, self.fields.name, 20.0),
            (Field::Columns, self.fields.columns, 3.0),
            (Field::Purpose, self.fields.purpose, 2.0),
            (Field::Domain, self.fields.domain, 1.0),
        ]
    }

    fn why(
        &self,
        searcher: &tantivy::Searcher,
        address: tantivy::DocAddress,
        asked: &[String],
    ) -> Result<(Field, bool), SearchError> {
        let matches = |query: &dyn Query| -> Result<bool, SearchError> {
            Ok(query.explain(searcher, address).is_ok())
        };
        for (tier, typo) in [
            (Tier::Exact, false),
            (Tier::Prefix, false),
            (Tier::Typo, true),
        ] {
            for (field, indexed, _) in self.ranked() {
                for word in asked {
                    if let Some(query) = tier.query(indexed, word)
                        && matches(&*query)?
                    {
                        return Ok((field, typo));
                    }
                }
            }
        }
        Ok((Field::Name, true))
    }
}

#[derive(Clone, Copy)]
enum Tier {
    Exact,
    Prefix,
    Typo,
}

impl Tier {
    fn query(self, field: TantivyField, word: &str) -> Option<Box<dyn Query>> {
        let term = Term::from_field_text(field, word);
        match self {
            Self::Exact => Some(Box::new(TermQuery::new(term, IndexRecordOption::Basic))),
            Self::Prefix => {
                // Words hold letters and digits only, so that the pattern needs no escaping.
                RegexQuery::from_pattern(&format!("{word}.*"), field)
                    .ok()
                    .map(|query| Box::new(query) as Box<dyn Query>)
            }
            Self::Typo => (word.chars().count() >= TYPO_FROM)
                .then(|| Box::new(FuzzyTermQuery::new_prefix(term, 1, true)) as _),
        }
    }

    fn weight(self) -> f32 {
        match self {
            Self::Exact => 8.0,
            Self::Prefix => 4.0,
            Self::Typo => 1.0,
        }
    }
}

fn any_field(word: &str, fields: &[(TantivyField, f32)]) -> Box<dyn Query> {
    let mut any: Vec<(Occur, Box<dyn Query>)> = Vec::new();
    for (field, boost) in fields {
        for tier in [Tier::Exact, Tier::Prefix, Tier::Typo] {
            if let Some(query) = tier.query(*field, word) {
                let scored = ConstScoreQuery::new(query, 1.0);
                any.push((
                    Occur::Should,
                    Box::new(BoostQuery::new(Box::new(scored), boost * tier.weight())),
                ));
            }
        }
    }
    Box::new(BooleanQuery::new(any))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Document;

    fn product(name: &str, purpose: &str, columns: &str) -> Document {
        Document {
            kind: DocumentKind::DataProduct,
            id: Uuid::now_v7(),
            name: name.to_owned(),
            purpose: purpose.to_owned(),
            columns: columns.to_owned(),
            domain: "Sales".to_owned(),
            within: Uuid::nil(),
        }
    }

    fn names(catalog: &Catalog, documents: &[Document], text: &str) -> Vec<String> {
        let hits = catalog.search(text, 10, &HashSet::new()).expect("searches");
        hits.iter()
            .map(|hit| {
                documents
                    .iter()
                    .find(|document| document.id == hit.id)
                    .expect("known")
                    .name
                    .clone()
            })
            .collect()
    }

    fn filled() -> (Catalog, Vec<Document>) {
        let documents = vec![
            product(
                "Orders archive of all orders",
                "orders orders orders",
                "orders",
            ),
            product("Orders", "What customers bought", "order_id totalPrice"),
            product(
                "Customers",
                "Who buys; one row per customer with orders",
                "customer_id mail",
            ),
            product("Größen & Maße", "مقاسات", "size"),
        ];
        let catalog = Catalog::new().expect("makes an index");
        catalog.replace(&documents, &[]).expect("fills it");
        (catalog, documents)
    }

    #[test]
    fn the_exact_name_comes_first_however_often_others_say_it() {
        let (catalog, documents) = filled();
        assert_eq!(names(&catalog, &documents, "orders")[0], "Orders");
        assert_eq!(names(&catalog, &documents, "  ORDERS ")[0], "Orders");
    }

    #[test]
    fn beginnings_of_words_and_one_typo_are_enough() {
        let (catalog, documents) = filled();
        assert_eq!(names(&catalog, &documents, "cust")[0], "Customers");
        for typo in ["custmers", "cusotmers", "custoners", "xustom"] {
            assert_eq!(names(&catalog, &documents, typo)[0], "Customers", "{typo}");
        }
        assert!(
            names(&catalog, &documents, "cxstxmers").is_empty(),
            "two typos are too many"
        );
    }

    #[test]
    fn each_hit_says_why() {
        let (catalog, _) = filled();
        let why = |text: &str| {
            catalog
                .search(text, 1, &HashSet::new())
                .expect("searches")
                .first()
                .map(|hit| (hit.field, hit.typo))
        };
        assert_eq!(why("customers"), Some((Field::Name, false)));
        assert_eq!(why("custmers"), Some((Field::Name, true)));
        assert_eq!(why("total price"), Some((Field::Columns, false)));
        assert_eq!(why("bought"), Some((Field::Purpose, false)));
        assert_eq!(why("sales"), Some((Field::Domain, false)));
        assert_eq!(why("größen"), Some((Field::Name, false)));
        assert_eq!(why("مقاسات"), Some((Field::Purpose, false)));
    }

    #[test]
    fn what_is_gone_or_renamed_is_not_found_under_its_old_name() {
        let (catalog, mut documents) = filled();
        documents[1].name = "Purchases".to_owned();
        documents[1].columns = "totalPrice".to_owned();
        catalog
            .replace(&documents[1..2], &[documents[2].id])
            .expect("replaces");
        assert_eq!(names(&catalog, &documents, "purchases"), ["Purchases"]);
        assert!(!names(&catalog, &documents, "orders").contains(&"Purchases".to_owned()));
        assert!(
            catalog
                .search("mail", 10, &HashSet::new())
                .expect("searches")
                .is_empty()
        );
        assert_eq!(catalog.len(), 3);
    }

    #[test]
    fn nothing_a_person_types_is_an_error() {
        let (catalog, _) = filled();
        for text in [
            "",
            "  ",
            "***",
            "a AND (",
            "\"",
            "name:",
            "[0 TO",
            &"x".repeat(10_000),
            "😀",
            "\u{0}",
        ] {
            assert!(catalog.search(text, 10, &HashSet::new()).is_ok(), "{text}");
        }
    }

    #[test]
    fn hidden_domains_and_their_products_are_not_found() {
        let secret = Uuid::now_v7();
        let mut hidden = product("Salaries", "What we pay", "");
        hidden.within = secret;
        let mut domain = product("Salaries and more", "Pay", "");
        domain.kind = DocumentKind::Domain;
        domain.id = secret;
        domain.within = secret;
        let open = product("Salaries of the past", "Archive", "");
        let catalog = Catalog::new().expect("an index");
        catalog
            .replace(&[hidden, domain, open.clone()], &[])
            .expect("indexes");
        let found = |hidden: &HashSet<Uuid>| -> Vec<Uuid> {
            let hits = catalog.search("salaries", 10, hidden).expect("searches");
            hits.into_iter().map(|hit| hit.id).collect()
        };
        assert_eq!(found(&HashSet::new()).len(), 3);
        assert_eq!(found(&HashSet::from([secret])), [open.id]);
    }
}
