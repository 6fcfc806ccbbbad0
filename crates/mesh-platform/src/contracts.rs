//! Data contracts: what a product promises, as a document and as what changed between two of its versions.

use std::collections::BTreeMap;

use mesh_contract::{
    Document, Published, SemanticVersion, compare, contract, contract_versions, product_document,
};
use mesh_model::{Column, ContractChanges, DataProduct, DataProductId, QualityRule};
use mesh_policy::Intent;

use crate::{Platform, Principal, Refusal, data_products};

/// Contracts of data products.
pub struct Contracts<'p>(pub(crate) &'p Platform);

/// A product with the contracts of all its versions.
struct History {
    product: DataProduct,
    versions: Vec<Version>,
}

/// One version of a product, and of its contract.
struct Version {
    number: i64,
    contract_version: SemanticVersion,
    columns: Vec<Column>,
    rules: Vec<QualityRule>,
}

impl Contracts<'_> {
    /// The contract of one version of a product, of the current one if none is named, and the name of its file.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`] also where nothing is published yet, or that the database failed.
    pub async fn get(
        &self,
        by: &Principal,
        id: DataProductId,
        version: Option<i64>,
    ) -> Result<(Document, String), Refusal> {
        let history = self.history(by, id).await?;
        let version = history.version(version)?;
        let name = format!("{}.odcs.yaml", history.product.slug);
        Ok((history.contract(version), name))
    }

    /// The product's own document, and the name of its file.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`] also where nothing is published yet, or that the database failed.
    pub async fn product_document(
        &self,
        by: &Principal,
        id: DataProductId,
    ) -> Result<(Document, String), Refusal> {
        let history = self.history(by, id).await?;
        let version = history.version(None)?.contract_version;
        let name = format!("{}.odps.yaml", history.product.slug);
        Ok((product_document(&history.product, version), name))
    }

    /// What changed between the contracts of two versions: up to the current one if `to` is missing, from the one
    /// before it if `from` is.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn changes(
        &self,
        by: &Principal,
        id: DataProductId,
        from: Option<i64>,
        to: Option<i64>,
    ) -> Result<ContractChanges, Refusal> {
        let history = self.history(by, id).await?;
        let to = history.version(to)?;
        let from = match from {
            Some(number) => Some(history.version(Some(number))?),
            None => {
                let before = |version: &&Version| version.number < to.number;
                history.versions.iter().rev().find(before)
            }
        };
        let changes = from.map_or_else(Vec::new, |from| {
            compare(&history.contract(from), &history.contract(to))
        });
        Ok(ContractChanges {
            from: from.map(|from| from.number),
            from_contract_version: from.map(|from| from.contract_version.to_string()),
            to: to.number,
            contract_version: to.contract_version.to_string(),
            compatibility: changes.iter().map(|change| change.compatibility).max(),
            changes,
        })
    }

    /// The contract says what anybody who finds the product may know: everything but its rows.
    async fn history(&self, by: &Principal, id: DataProductId) -> Result<History, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let product = read.data_product(id).await?.ok_or(Refusal::NotFound)?;
        data_products::visible_domain(self.0, &mut read, by, &product).await?;
        let published = read.version_columns(id).await?;
        let rules = read.version_rules(id).await?;
        drop(read);
        Ok(History::of(product, published, rules))
    }
}

impl History {
    fn of(
        product: DataProduct,
        published: Vec<(i64, Vec<Column>)>,
        rules: Vec<(i64, Vec<QualityRule>)>,
    ) -> Self {
        let mut rules: BTreeMap<i64, Vec<QualityRule>> = rules.into_iter().collect();
        let known: Vec<Published<'_>> = published
            .iter()
            .map(|(number, columns)| Published {
                number: *number,
                columns,
                rules: rules.get(number).map_or(&[][..], Vec::as_slice),
            })
            .collect();
        let numbered = contract_versions(&product, &known);
        let mut versions: Vec<Version> = published
            .into_iter()
            .zip(numbered)
            .map(|((number, columns), (_, contract_version))| Version {
                number,
                contract_version,
                columns,
                rules: rules.remove(&number).unwrap_or_default(),
            })
            .collect();
        // What the owner says of the columns may have changed since the current version was published.
        let current = product
            .current_version
            .as_ref()
            .map(|current| current.number);
        if let Some(version) = versions
            .iter_mut()
            .find(|version| Some(version.number) == current)
        {
            let of = |columns: &[Column]| {
                contract(
                    &product,
                    columns,
                    &version.rules,
                    version.number,
                    version.contract_version,
                )
            };
            let columns = product.output_port.columns.clone();
            let (published, now) = (of(&version.columns), of(&columns));
            let asked = compare(&published, &now)
                .into_iter()
                .map(|change| change.compatibility);
            version.contract_version = version.contract_version.after(asked.max());
            version.columns = columns;
        }
        Self { product, versions }
    }

    fn version(&self, number: Option<i64>) -> Result<&Version, Refusal> {
        let current = self.product.current_version.as_ref();
        let number = number.or(current.map(|current| current.number));
        let mut versions = self.versions.iter();
        versions
            .find(|version| Some(version.number) == number)
            .ok_or(Refusal::NotFound)
    }

    fn contract(&self, version: &Version) -> Document {
        contract(
            &self.product,
            &version.columns,
            &version.rules,
            version.number,
            version.contract_version,
        )
    }
}
