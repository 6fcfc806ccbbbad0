//! Finding domains and data products.

use std::{collections::HashSet, sync::atomic::Ordering};

use mesh_model::{
    Change, ChangeKind, DataProduct, DataProductId, DataProductsAsked, Domain, DomainId,
    DomainsAsked, SearchHit, SearchKind, SearchMatch,
};
use mesh_policy::Intent;
use mesh_search::{Document, DocumentKind, Field, Hit};
use mesh_store::Sight;
use uuid::Uuid;

use crate::{Platform, Principal, Refusal};

const BATCH: i64 = 500;
const LIMIT_MAX: usize = 100;

/// Finding things.
pub struct Search<'p>(pub(crate) &'p Platform);

impl Search<'_> {
    /// What matches a text, the best first, and whether the index is complete.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that index or database failed.
    pub async fn find(
        &self,
        by: &Principal,
        text: &str,
        limit: usize,
    ) -> Result<(Vec<SearchHit>, bool), Refusal> {
        let platform = self.0;
        platform.require(by, Intent::SeeCatalog).await?;
        let indexed = platform.shared.feed.indexed.load(Ordering::Acquire);
        let mut read = platform.store.read().await?;
        let hidden = read.hidden_domains(platform.sight(by)).await?;
        let hidden = hidden.into_iter().map(|id| id.0).collect();
        let hits = platform
            .shared
            .catalog
            .search(text, limit.min(LIMIT_MAX), &hidden)
            .map_err(failed)?;
        let mut found = Vec::with_capacity(hits.len());
        for hit in hits {
            let told = match hit.kind {
                DocumentKind::Domain => read
                    .domain(DomainId(hit.id))
                    .await?
                    .map(|domain| of_domain(domain, &hit)),
                DocumentKind::DataProduct => read
                    .data_product(DataProductId(hit.id))
                    .await?
                    .map(|product| of_product(product, &hit)),
            };
            found.extend(told);
        }
        Ok((found, indexed))
    }
}

fn of_domain(domain: Domain, hit: &Hit) -> SearchHit {
    SearchHit {
        kind: SearchKind::Domain,
        id: domain.id.0,
        slug: domain.slug,
        name: domain.name,
        purpose: domain.purpose,
        domain_name: None,
        domain_slug: None,
        matched: matched(hit.field),
        typo: hit.typo,
    }
}

fn of_product(product: DataProduct, hit: &Hit) -> SearchHit {
    SearchHit {
        kind: SearchKind::DataProduct,
        id: product.id.0,
        slug: product.slug,
        name: product.name,
        purpose: product.purpose,
        domain_name: Some(product.domain.name),
        domain_slug: Some(product.domain.slug),
        matched: matched(hit.field),
        typo: hit.typo,
    }
}

fn matched(field: Field) -> SearchMatch {
    match field {
        Field::Name => SearchMatch::Name,
        Field::Purpose => SearchMatch::Purpose,
        Field::Columns => SearchMatch::Column,
        Field::Domain => SearchMatch::Domain,
    }
}

fn failed(error: mesh_search::SearchError) -> Refusal {
    Refusal::Internal(error.to_string())
}

fn domain_document(domain: &Domain) -> Document {
    Document {
        kind: DocumentKind::Domain,
        id: domain.id.0,
        name: domain.name.clone(),
        purpose: domain.purpose.clone(),
        columns: String::new(),
        domain: String::new(),
        within: domain.id.0,
    }
}

fn product_document(product: &DataProduct) -> Document {
    let columns = product
        .output_port
        .columns
        .iter()
        .fold(String::new(), |mut text, column| {
            for part in [&column.business_name, &column.name, &column.description] {
                text.push_str(part);
                text.push('\n');
            }
            text
        });
    Document {
        kind: DocumentKind::DataProduct,
        id: product.id.0,
        name: product.name.clone(),
        purpose: product.purpose.clone(),
        columns,
        domain: product.domain.name.clone(),
        within: product.domain.id.0,
    }
}

/// Fills an empty index from the store.
pub(crate) async fn rebuild(platform: &Platform) -> Result<(), Refusal> {
    let mut read = platform.store.read().await?;
    let mut after = None;
    loop {
        let (domains, _) = read
            .domains(Sight::All, &DomainsAsked::default(), None, after, BATCH)
            .await?;
        let Some(last) = domains.last() else { break };
        after = Some(last.id);
        replace(
            platform,
            domains.iter().map(domain_document).collect(),
            Vec::new(),
        )
        .await?;
    }
    drop(read);
    products_of(platform, None).await
}

/// Brings the index up to date with what changed.
pub(crate) async fn refresh(platform: &Platform, changes: &[Change]) -> Result<(), Refusal> {
    let of_kind = |kind| {
        changes
            .iter()
            .filter(move |change| change.kind == kind)
            .map(|change| change.id)
    };
    let mut documents = Vec::new();
    let mut gone = Vec::new();
    let mut read = platform.store.read().await?;
    for id in of_kind(ChangeKind::DataProduct).collect::<HashSet<_>>() {
        match read.data_product(DataProductId(id)).await? {
            Some(product) => documents.push(product_document(&product)),
            None => gone.push(id),
        }
    }
    let mut renamed = Vec::new();
    for id in of_kind(ChangeKind::Domain).collect::<HashSet<_>>() {
        if let Some(domain) = read.domain(DomainId(id)).await? {
            documents.push(domain_document(&domain));
            renamed.push(domain.id);
        }
    }
    drop(read);
    if !documents.is_empty() || !gone.is_empty() {
        replace(platform, documents, gone).await?;
    }
    for domain in renamed {
        products_of(platform, Some(domain)).await?;
    }
    Ok(())
}

async fn products_of(platform: &Platform, domain: Option<DomainId>) -> Result<(), Refusal> {
    let asked = DataProductsAsked {
        domain,
        ..DataProductsAsked::default()
    };
    let mut after = None;
    loop {
        let (products, _) = platform
            .store
            .read()
            .await?
            .data_products(Sight::All, &asked, after, BATCH)
            .await?;
        let Some(last) = products.last() else {
            return Ok(());
        };
        after = Some(last.id);
        replace(
            platform,
            products.iter().map(product_document).collect(),
            Vec::new(),
        )
        .await?;
    }
}

async fn replace(
    platform: &Platform,
    documents: Vec<Document>,
    gone: Vec<Uuid>,
) -> Result<(), Refusal> {
    let shared = platform.shared.clone();
    tokio::task::spawn_blocking(move || shared.catalog.replace(&documents, &gone))
        .await
        .map_err(|error| Refusal::Internal(error.to_string()))?
        .map_err(failed)
}
