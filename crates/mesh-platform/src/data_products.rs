//! Data products: what is known of them, and their words.

use std::collections::{HashMap, HashSet};

use mesh_model::{
    AuditAction, ChangeType, DataProduct, DataProductAbilities, DataProductCheck,
    DataProductCheckInput, DataProductEdit, DataProductId, DataProductsAsked, Domain, DomainId,
    DomainLifecycle, FieldCode, Fields, LookAlike, ProductVersion, WorkspaceKind, check_name,
    check_purpose, fold,
};
use mesh_policy::{Intent, ProductFacts};
use mesh_store::Reader;

use crate::{
    Platform, Principal, Refusal, clock::now, domains::QUERY_MAX, names, recording::Recording,
};

pub(crate) const FALLBACK_SLUG: &str = "data-product";

/// Data products.
pub struct DataProducts<'p>(pub(crate) &'p Platform);

impl DataProducts<'_> {
    /// Data products that the person may know of and asks for, `limit` at most, and with the first page how many there
    /// are.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(
        &self,
        by: &Principal,
        mut asked: DataProductsAsked,
        after: Option<DataProductId>,
        limit: i64,
    ) -> Result<(Vec<DataProduct>, Option<i64>), Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        asked.query = asked.query.chars().take(QUERY_MAX).collect();
        let mut read = self.0.store.read().await?;
        let sight = self.0.sight(by);
        let (products, total) = read.data_products(sight, &asked, after, limit).await?;
        let domains: HashSet<DomainId> = products.iter().map(|each| each.domain.id).collect();
        let domains: Vec<DomainId> = domains.into_iter().collect();
        let domains: HashMap<DomainId, Domain> = read
            .domains_with_ids(&domains)
            .await?
            .into_iter()
            .map(|domain| (domain.id, domain))
            .collect();
        let seen: Result<Vec<DataProduct>, Refusal> = products
            .into_iter()
            .map(|product| {
                let domain = domains.get(&product.domain.id).ok_or(Refusal::NotFound)?;
                Ok(self.seen(by, product, domain))
            })
            .collect();
        Ok((seen?, total))
    }

    /// One data product, by id or readable id.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn get(&self, by: &Principal, id_or_slug: &str) -> Result<DataProduct, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let product = match id_or_slug.parse() {
            Ok(id) => read.data_product(id).await?,
            Err(_) => read.data_product_by_slug(id_or_slug).await?,
        };
        let product = product.ok_or(Refusal::NotFound)?;
        let domain = visible_domain(self.0, &mut read, by, &product).await?;
        Ok(self.seen(by, product, &domain))
    }

    /// Published versions, newest first.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn versions(
        &self,
        by: &Principal,
        id: DataProductId,
    ) -> Result<Vec<ProductVersion>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let product = read.data_product(id).await?.ok_or(Refusal::NotFound)?;
        visible_domain(self.0, &mut read, by, &product).await?;
        Ok(read
            .product_versions(id)
            .await?
            .into_iter()
            .map(|record| record.version)
            .collect())
    }

    /// What would become of a data product with this name.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn check(
        &self,
        by: &Principal,
        input: DataProductCheckInput,
    ) -> Result<DataProductCheck, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut fields = Fields::default();
        let name = check_name(&mut fields, "/name", &input.name);
        if let Some(purpose) = &input.purpose {
            check_purpose(&mut fields, "/purpose", purpose, true);
        }
        let mut read = self.0.store.read().await?;
        if let Some(domain) = input.domain_id {
            check_domain(self.0, &mut read, &mut fields, by, domain, "/domainId").await?;
        }
        let look_alikes =
            compare_name(self.0, &mut read, &mut fields, by, "/name", &name, None).await?;
        let known = self.0.shared.product_names.data_products(&mut read).await?;
        let slug = names::free_slug(&name, FALLBACK_SLUG, &known);
        Ok(DataProductCheck {
            slug,
            fields: fields.into_vec(),
            look_alikes,
        })
    }

    /// Changes a product's words; its readable id stays.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Stale`], [`Refusal::Invalid`], or that the database
    /// failed.
    pub async fn update(
        &self,
        by: &Principal,
        id: DataProductId,
        revision: i64,
        edit: DataProductEdit,
    ) -> Result<DataProduct, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let platform = self.0.clone();
        let person = by.clone();
        let product = self
            .0
            .store
            .write(move |tx| {
                let (platform, by, edit) = (platform.clone(), person.clone(), edit.clone());
                Box::pin(async move {
                    let before = tx.read().data_product(id).await?.ok_or(Refusal::NotFound)?;
                    let mut read = tx.read();
                    let domain = visible_domain(&platform, &mut read, &by, &before).await?;
                    let facts = facts(&before, &domain);
                    let decision = platform.decide(&by, Intent::EditDataProduct(facts));
                    if !decision.allowed {
                        return Err(Refusal::Forbidden {
                            who: vec![before.owner.name],
                        });
                    }
                    if before.revision != revision {
                        return Err(Refusal::Stale {
                            revision: before.revision,
                        });
                    }
                    let mut fields = Fields::default();
                    let edit = edit.check(&mut fields);
                    let (read, own) = (&mut tx.read(), Some(id));
                    compare_name(&platform, read, &mut fields, &by, "/name", &edit.name, own)
                        .await?;
                    let mut columns = before.output_port.columns.clone();
                    for (at, described) in edit.columns.iter().enumerate() {
                        match columns
                            .iter_mut()
                            .find(|column| column.name == described.name)
                        {
                            Some(column) => {
                                column.description.clone_from(&described.description);
                                column.marks = described.marks.unwrap_or(column.marks);
                            }
                            None => fields.refuse(
                                &format!("/columns/{at}/name"),
                                FieldCode::Unknown,
                                "the table has no such column",
                                [("name", described.name.as_str().into())],
                            ),
                        }
                    }
                    Refusal::unless_all_hold(fields)?;
                    let at = now();
                    tx.update_data_product(
                        id,
                        &edit.name,
                        &fold(&edit.name),
                        &edit.purpose,
                        &columns,
                        at,
                    )
                    .await?;
                    let after = tx.read().data_product(id).await?.ok_or(Refusal::NotFound)?;
                    Recording::of(AuditAction::UpdateDataProduct, id.0)
                        .before(&before)
                        .after(&after)
                        .decided(&decision)
                        .tell(ChangeType::DataProductUpdated, after.revision)
                        .write(tx, Some(&by), at)
                        .await?;
                    Ok(after)
                })
            })
            .await?;
        let domain = self.0.store.read().await?.domain(product.domain.id).await?;
        Ok(self.seen(by, product, &domain.ok_or(Refusal::NotFound)?))
    }

    fn seen(&self, by: &Principal, mut product: DataProduct, domain: &Domain) -> DataProduct {
        let facts = facts(&product, domain);
        let may = |intent| self.0.decide(by, intent).allowed;
        product.can = DataProductAbilities {
            edit: may(Intent::EditDataProduct(facts.clone())),
            publish: may(Intent::PublishDataProduct(facts.clone())),
            read_rows: may(Intent::ReadRows(facts)),
        };
        let here = self.0.workspace().kind == WorkspaceKind::Local;
        if here && product.can.read_rows && product.current_version.is_some() {
            let table = self
                .0
                .shared
                .folder
                .table(product.id, &product.output_port.name);
            product.output_port.location = Some(table.display().to_string());
        }
        product
    }
}

/// The product's domain; a product in a domain that the person may not know of doesn't exist for them.
pub(crate) async fn visible_domain(
    platform: &Platform,
    read: &mut Reader<'_>,
    by: &Principal,
    product: &DataProduct,
) -> Result<Domain, Refusal> {
    let hidden = read.hidden_domains(platform.sight(by)).await?;
    if hidden.contains(&product.domain.id) {
        return Err(Refusal::NotFound);
    }
    read.domain(product.domain.id)
        .await?
        .ok_or(Refusal::NotFound)
}

/// Notes whether another product has this name or looks like it, and gives those with a similar one, as far as the person
/// may know of them. `own` is the product itself.
pub(crate) async fn compare_name(
    platform: &Platform,
    read: &mut Reader<'_>,
    fields: &mut Fields,
    by: &Principal,
    pointer: &str,
    name: &str,
    own: Option<DataProductId>,
) -> Result<Vec<LookAlike>, Refusal> {
    let hidden = read.hidden_data_products(platform.sight(by)).await?;
    let known = platform.shared.product_names.data_products(read).await?;
    let own = own.map(|own| own.0);
    let unseen = |id| hidden.contains(&DataProductId(id));
    Ok(names::compare_seen(
        fields, pointer, name, &known, own, unseen,
    ))
}

pub(crate) fn facts(product: &DataProduct, domain: &Domain) -> ProductFacts {
    let domain = crate::domains::facts(domain);
    ProductFacts {
        id: product.id,
        owner: product.owner.id,
        domain_owners: domain.owners,
        domain_stewards: domain.stewards,
    }
}

/// Notes whether the domain is unknown, or closed to new products of this person.
pub(crate) async fn check_domain(
    platform: &Platform,
    read: &mut Reader<'_>,
    fields: &mut Fields,
    by: &Principal,
    domain: DomainId,
    pointer: &str,
) -> Result<Option<Domain>, Refusal> {
    let hidden = read.hidden_domains(platform.sight(by)).await?;
    let found = read
        .domain(domain)
        .await?
        .filter(|domain| !hidden.contains(&domain.id));
    let Some(domain) = found else {
        fields.refuse(pointer, FieldCode::Unknown, "there is no such domain", []);
        return Ok(None);
    };
    if domain.lifecycle == DomainLifecycle::Retired {
        let params = [("name", domain.name.as_str().into())];
        let message = "a retired domain takes no products";
        fields.refuse(pointer, FieldCode::Retired, message, params);
        return Ok(Some(domain));
    }
    if !platform
        .decide(
            by,
            Intent::CreateDataProduct(crate::domains::facts(&domain)),
        )
        .allowed
    {
        let who = domain
            .owners
            .first()
            .map_or("", |owner| owner.name.as_str());
        let params = [("name", who.into())];
        fields.refuse(
            pointer,
            FieldCode::NotAllowed,
            "only the domain's owner creates products in it",
            params,
        );
    }
    Ok(Some(domain))
}
