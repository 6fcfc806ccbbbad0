//! Domains.

use std::collections::HashSet;

use mesh_model::{
    AuditAction, ChangeType, Domain, DomainAbilities, DomainAbility, DomainCheck, DomainEdit,
    DomainId, DomainInput, DomainLifecycle, DomainOutline, DomainsAsked, Fields, fold, readable_id,
};
use mesh_policy::{DomainFacts, Intent};
use mesh_store::{NewDomain, Reader, Sight, Tx};

use crate::{
    Keyed, Platform, Principal, Refusal,
    clock::now,
    domain_rules::{self, Above},
    names, news,
    recording::Recording,
};

const CREATE: &str = "create_domain";
const FALLBACK_SLUG: &str = "domain";
pub(crate) const QUERY_MAX: usize = 200;

/// Domains.
pub struct Domains<'p>(pub(crate) &'p Platform);

impl Domains<'_> {
    /// Domains that the person may know of and asks for, `limit` at most, and with the first page how many there are;
    /// with `can`, only those with which they may do that, uncounted.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(
        &self,
        by: &Principal,
        mut asked: DomainsAsked,
        can: Option<DomainAbility>,
        mut after: Option<DomainId>,
        limit: i64,
    ) -> Result<(Vec<Domain>, Option<i64>), Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        asked.query = asked.query.chars().take(QUERY_MAX).collect();
        let sight = self.0.sight(by);
        let related = can
            .filter(|ability| !self.everywhere(by, *ability))
            .map(|_| by.id);
        let mut read = self.0.store.read().await?;
        let hidden = read.hidden_domains(sight).await?;
        let mut found = Vec::new();
        loop {
            let (page, total) = read.domains(sight, &asked, related, after, limit).await?;
            let read_all = (page.len() as i64) < limit;
            after = page.last().map(|domain| domain.id);
            let seen = page
                .into_iter()
                .map(|domain| self.seen(by, domain, &hidden));
            found.extend(seen.filter(|domain| can.is_none_or(|ability| domain.can.has(ability))));
            if read_all || found.len() as i64 >= limit {
                found.truncate(usize::try_from(limit).unwrap_or_default());
                return Ok((found, total.filter(|_| can.is_none())));
            }
        }
    }

    /// The tree of all domains that the person may know of, in short.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn outlines(&self, by: &Principal) -> Result<Vec<DomainOutline>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let hidden = read.hidden_domains(self.0.sight(by)).await?;
        Ok(read.domain_outlines(&hidden).await?)
    }

    /// Whether the person may do this with every domain that is open, also with one to which they are nothing.
    fn everywhere(&self, by: &Principal, ability: DomainAbility) -> bool {
        let strangers = DomainFacts {
            id: DomainId::new(),
            owners: Vec::new(),
            stewards: Vec::new(),
            creator: None,
        };
        let intent = match ability {
            DomainAbility::Edit => Intent::EditDomain(strangers),
            DomainAbility::CreateSubdomain => Intent::CreateSubdomain(strangers),
            DomainAbility::CreateDataProduct => Intent::CreateDataProduct(strangers),
        };
        self.0.decide(by, intent).allowed
    }

    /// One domain, by id or by present or former readable id.
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
        let hidden = read.hidden_domains(self.0.sight(by)).await?;
        let domain = domain
            .filter(|domain| !hidden.contains(&domain.id))
            .ok_or(Refusal::NotFound)?;
        Ok(self.seen(by, domain, &hidden))
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
        let hidden = read.hidden_domains(self.0.sight(by)).await?;
        let known = read.domain_names().await?.into();
        let unseen = |id| hidden.contains(&DomainId(id));
        let look_alikes =
            names::compare_seen(&mut fields, "/name", &input.name, &known, None, unseen);
        let above = self
            .above(&mut read, &mut fields, by, &input, &hidden)
            .await?;
        domain_rules::check_people(&mut read, &mut fields, &input.edit()).await?;
        domain_rules::check_rules(&mut fields, &input.edit(), &above);
        let slug = free_slug(&mut read, &input.name).await?;
        Ok(DomainCheck {
            slug,
            fields: fields.into_vec(),
            look_alikes,
            inherited: above.roles,
            inherited_rules: above.rules,
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
        let platform = self.0.clone();
        let person = by.clone();
        let (domain, hidden) = self
            .0
            .store
            .write(move |tx| {
                let (platform, by) = (platform.clone(), person.clone());
                let (decision, asked) = (decision.clone(), asked.clone());
                Box::pin(async move {
                    let hidden = tx.read().hidden_domains(platform.sight(&by)).await?;
                    if let Some(made) = asked.made_before(tx, &by, CREATE).await? {
                        let made = tx.read().domain(DomainId(made)).await?;
                        return Ok((made.ok_or(Refusal::NotFound)?, hidden));
                    }
                    let mut fields = Fields::default();
                    let input = asked.input.clone().check(&mut fields);
                    let mut read = tx.read();
                    let known = read.domain_names().await?.into();
                    let unseen = |id| hidden.contains(&DomainId(id));
                    names::compare_seen(&mut fields, "/name", &input.name, &known, None, unseen);
                    let above = platform
                        .domains()
                        .above(&mut read, &mut fields, &by, &input, &hidden)
                        .await?;
                    domain_rules::check_people(&mut read, &mut fields, &input.edit()).await?;
                    domain_rules::check_rules(&mut fields, &input.edit(), &above);
                    Refusal::unless_all_hold(fields)?;
                    let new = NewDomain {
                        id: DomainId::new(),
                        slug: free_slug(&mut read, &input.name).await?,
                        name_key: fold(&input.name),
                        input,
                        created_by: by.id,
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
                        .news(news::of_domain(None, &domain))
                        .write(tx, Some(&by), new.created_at)
                        .await?;
                    Ok::<_, Refusal>((domain, hidden))
                })
            })
            .await?;
        Ok(self.seen(by, domain, &hidden))
    }

    /// Changes what of a domain needs no plan.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Stale`], [`Refusal::Invalid`], or that the database
    /// failed.
    pub async fn update(
        &self,
        by: &Principal,
        id: DomainId,
        revision: i64,
        edit: DomainEdit,
    ) -> Result<Domain, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let platform = self.0.clone();
        let person = by.clone();
        let (domain, hidden) = self
            .0
            .store
            .write(move |tx| {
                let (platform, by, edit) = (platform.clone(), person.clone(), edit.clone());
                Box::pin(async move {
                    let (before, hidden) = find(&platform, tx, &by, id).await?;
                    let decision = platform.decide(&by, Intent::EditDomain(facts(&before)));
                    if !decision.allowed {
                        return Err(Refusal::Forbidden {
                            who: owner_names(&before),
                        });
                    }
                    if before.revision != revision {
                        return Err(Refusal::Stale {
                            revision: before.revision,
                        });
                    }
                    if before.lifecycle == DomainLifecycle::Retired {
                        return Err(Refusal::Conflict("domain_retired"));
                    }
                    let mut fields = Fields::default();
                    let edit = edit.check(&mut fields);
                    domain_rules::check_people(&mut tx.read(), &mut fields, &edit).await?;
                    domain_rules::check_rules(&mut fields, &edit, &Above::of(&before));
                    Refusal::unless_all_hold(fields)?;
                    let at = now();
                    tx.update_domain(id, &edit, at).await?;
                    let after = tx.read().domain(id).await?.ok_or(Refusal::NotFound)?;
                    Recording::of(AuditAction::UpdateDomain, id.0)
                        .before(&before)
                        .after(&after)
                        .decided(&decision)
                        .tell(ChangeType::DomainUpdated, after.revision)
                        .news(news::of_domain(Some(&before), &after))
                        .write(tx, Some(&by), at)
                        .await?;
                    Ok((after, hidden))
                })
            })
            .await?;
        Ok(self.seen(by, domain, &hidden))
    }

    /// The domain above a new one: noted in `fields` where it can't be that.
    async fn above(
        &self,
        read: &mut Reader<'_>,
        fields: &mut Fields,
        by: &Principal,
        input: &DomainInput,
        hidden: &HashSet<DomainId>,
    ) -> Result<Above, Refusal> {
        let Some(parent) = input.parent_id else {
            return Ok(Above::default());
        };
        let parent =
            domain_rules::find_parent(self.0, read, fields, by, parent, hidden, "/parentId")
                .await?;
        Ok(parent.map_or_else(Above::default, |parent| {
            Above::below(&self.seen(by, parent, hidden))
        }))
    }

    /// The domain as the person may know it, and what they may do with it.
    pub(crate) fn seen(
        &self,
        by: &Principal,
        mut domain: Domain,
        hidden: &HashSet<DomainId>,
    ) -> Domain {
        let facts = facts(&domain);
        let open = domain.lifecycle == DomainLifecycle::Active;
        let may = |intent| self.0.decide(by, intent).allowed;
        domain.can = DomainAbilities {
            edit: may(Intent::EditDomain(facts.clone())),
            create_data_product: open && may(Intent::CreateDataProduct(facts.clone())),
            create_subdomain: open && may(Intent::CreateSubdomain(facts)),
        };
        domain_rules::trim(&mut domain, hidden);
        domain
    }
}

impl Platform {
    /// As whom the person reads lists.
    pub(crate) fn sight(&self, by: &Principal) -> Sight {
        if self.decide(by, Intent::SeeHidden).allowed {
            Sight::All
        } else {
            Sight::Of(by.id)
        }
    }
}

/// A domain that the person may know of, and those they may not.
pub(crate) async fn find(
    platform: &Platform,
    tx: &mut Tx,
    by: &Principal,
    id: DomainId,
) -> Result<(Domain, HashSet<DomainId>), Refusal> {
    let mut read = tx.read();
    let hidden = read.hidden_domains(platform.sight(by)).await?;
    let domain = read
        .domain(id)
        .await?
        .filter(|domain| !hidden.contains(&domain.id))
        .ok_or(Refusal::NotFound)?;
    Ok((domain, hidden))
}

pub(crate) fn facts(domain: &Domain) -> DomainFacts {
    DomainFacts {
        id: domain.id,
        owners: domain.all_owners().map(|person| person.id).collect(),
        stewards: domain.all_stewards().map(|person| person.id).collect(),
        creator: domain.created_by.as_ref().map(|person| person.id),
    }
}

/// Those who may help with a domain.
pub(crate) fn owner_names(domain: &Domain) -> Vec<String> {
    domain
        .all_owners()
        .map(|person| person.name.clone())
        .collect()
}

/// The readable id that a name gets: neither another domain's, nor one that still leads to another.
pub(crate) async fn free_slug(read: &mut Reader<'_>, name: &str) -> Result<String, Refusal> {
    let base = readable_id(name, FALLBACK_SLUG);
    let taken = read.domain_slugs_beginning(&base).await?;
    Ok(names::free_among(base, |slug| {
        taken.iter().any(|other| other == slug)
    }))
}
