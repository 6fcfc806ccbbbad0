//! Domains.

use mesh_model::{
    AuditAction, ChangeType, Domain, DomainAbilities, DomainCheck, DomainId, DomainInput,
    FieldCode, Fields, fold,
};
use mesh_policy::{DomainFacts, Intent};
use mesh_store::{NewDomain, Reader};

use crate::{Keyed, Platform, Principal, Refusal, clock::now, names, recording::Recording};

const CREATE: &str = "create_domain";
const FALLBACK_SLUG: &str = "domain";

/// Domains.
pub struct Domains<'p>(pub(crate) &'p Platform);

impl Domains<'_> {
    /// Domains by name, `limit` at most.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(
        &self,
        by: &Principal,
        after: Option<DomainId>,
        limit: i64,
    ) -> Result<Vec<Domain>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let domains = self.0.store.read().await?.domains(after, limit).await?;
        Ok(domains
            .into_iter()
            .map(|domain| self.seen(by, domain))
            .collect())
    }

    /// One domain, by id or readable id.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn get(&self, by: &Principal, id_or_slug: &str) -> Result<Domain, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let domain = match id_or_slug.parse() {
            Ok(id) => read.domain(id).await?,
            Err(_) => read.domain_by_slug(id_or_slug).await?,
        };
        Ok(self.seen(by, domain.ok_or(Refusal::NotFound)?))
    }

    /// What would become of a domain if it were created now.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn check(&self, by: &Principal, input: DomainInput) -> Result<DomainCheck, Refusal> {
        self.0.require(by, Intent::CreateDomain).await?;
        let mut fields = Fields::default();
        let input = input.check(&mut fields);
        let mut read = self.0.store.read().await?;
        let known = read.domain_names().await?;
        let look_alikes = names::compare(&mut fields, "/name", &input.name, &known, None);
        check_owner(&mut read, &mut fields, &input).await?;
        let slug = names::free_slug(&input.name, FALLBACK_SLUG, &known);
        Ok(DomainCheck {
            slug,
            fields: fields.into_vec(),
            look_alikes,
        })
    }

    /// Creates a domain.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::Invalid`], or that the database failed.
    pub async fn create(
        &self,
        by: &Principal,
        asked: Keyed<DomainInput>,
    ) -> Result<Domain, Refusal> {
        let decision = self.0.require(by, Intent::CreateDomain).await?;
        let person = by.clone();
        let domain = self
            .0
            .store
            .write(move |tx| {
                let (by, decision, asked) = (person.clone(), decision.clone(), asked.clone());
                Box::pin(async move {
                    if let Some(made) = asked.made_before(tx, &by, CREATE).await? {
                        return tx
                            .read()
                            .domain(DomainId(made))
                            .await?
                            .ok_or(Refusal::NotFound);
                    }
                    let mut fields = Fields::default();
                    let input = asked.input.clone().check(&mut fields);
                    let known = tx.read().domain_names().await?;
                    names::compare(&mut fields, "/name", &input.name, &known, None);
                    check_owner(&mut tx.read(), &mut fields, &input).await?;
                    Refusal::unless_all_hold(fields)?;
                    let new = NewDomain {
                        id: DomainId::new(),
                        slug: names::free_slug(&input.name, FALLBACK_SLUG, &known),
                        name_key: fold(&input.name),
                        input,
                        created_at: now(),
                    };
                    tx.insert_domain(&new).await?;
                    asked
                        .remember(tx, &by, CREATE, new.id.0, new.created_at)
                        .await?;
                    let domain = tx.read().domain(new.id).await?.ok_or(Refusal::NotFound)?;
                    Recording::of(AuditAction::CreateDomain, domain.id.0)
                        .after(&domain)
                        .decided(&decision)
                        .tell(ChangeType::DomainCreated, domain.revision)
                        .write(tx, Some(&by), new.created_at)
                        .await?;
                    Ok(domain)
                })
            })
            .await?;
        Ok(self.seen(by, domain))
    }

    /// Changes a domain; its readable id stays.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Stale`], [`Refusal::Invalid`], or that the database
    /// failed.
    pub async fn update(
        &self,
        by: &Principal,
        id: DomainId,
        revision: i64,
        input: DomainInput,
    ) -> Result<Domain, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let platform = self.0.clone();
        let person = by.clone();
        let domain = self
            .0
            .store
            .write(move |tx| {
                let (platform, by, input) = (platform.clone(), person.clone(), input.clone());
                Box::pin(async move {
                    let before = tx.read().domain(id).await?.ok_or(Refusal::NotFound)?;
                    let decision = platform.decide(&by, Intent::EditDomain(facts(&before)));
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
                    let input = input.check(&mut fields);
                    let known = tx.read().domain_names().await?;
                    names::compare(&mut fields, "/name", &input.name, &known, Some(id.0));
                    check_owner(&mut tx.read(), &mut fields, &input).await?;
                    Refusal::unless_all_hold(fields)?;
                    let at = now();
                    tx.update_domain(id, &fold(&input.name), &input, at).await?;
                    let after = tx.read().domain(id).await?.ok_or(Refusal::NotFound)?;
                    Recording::of(AuditAction::UpdateDomain, id.0)
                        .before(&before)
                        .after(&after)
                        .decided(&decision)
                        .tell(ChangeType::DomainUpdated, after.revision)
                        .write(tx, Some(&by), at)
                        .await?;
                    Ok(after)
                })
            })
            .await?;
        Ok(self.seen(by, domain))
    }

    fn seen(&self, by: &Principal, mut domain: Domain) -> Domain {
        let facts = facts(&domain);
        domain.can = DomainAbilities {
            edit: self.0.decide(by, Intent::EditDomain(facts)).allowed,
            create_data_product: self.0.decide(by, Intent::CreateDataProduct(facts)).allowed,
        };
        domain
    }
}

pub(crate) fn facts(domain: &Domain) -> DomainFacts {
    DomainFacts {
        id: domain.id,
        owner: domain.owner.id,
    }
}

async fn check_owner(
    read: &mut Reader<'_>,
    fields: &mut Fields,
    input: &DomainInput,
) -> Result<(), Refusal> {
    match read.person(input.owner_id).await? {
        Some(owner) if owner.role.is_some() => {}
        Some(owner) => {
            let params = [("name", owner.name.as_str().into())];
            fields.refuse(
                "/ownerId",
                FieldCode::NotAllowed,
                "an owner needs a role in the workspace",
                params,
            );
        }
        None => fields.refuse("/ownerId", FieldCode::Unknown, "nobody has this id", []),
    }
    Ok(())
}
