//! Plans about domains: rename, move, retire, reopen.

use mesh_model::{
    Classification, Discoverability, Domain, DomainId, DomainLifecycle, DomainRole, FieldCode,
    SentenceCode, StepSentence, check_name, readable_id,
};
use mesh_policy::Intent;

use crate::{
    Refusal,
    domain_rules::{self, Above},
    domains::{facts, owner_names},
    names,
    plan_steps::{Naming, Step},
    plans::{Draft, Drafting, sentence},
};

/// The domain that a plan is about, if the person may change it.
async fn subject(plan: &mut Drafting<'_, '_>, id: DomainId) -> Result<Domain, Refusal> {
    let domain = plan
        .read
        .domain(id)
        .await?
        .filter(|domain| !plan.hidden.contains(&domain.id))
        .ok_or(Refusal::NotFound)?;
    let decision = plan
        .platform
        .decide(plan.by, Intent::EditDomain(facts(&domain)));
    if !decision.allowed {
        return Err(Refusal::Forbidden {
            who: owner_names(&domain),
        });
    }
    plan.draft = Draft::about(id.0, decision);
    Ok(domain)
}

fn refuse_retired(plan: &mut Drafting<'_, '_>, domain: &Domain) {
    if domain.lifecycle == DomainLifecycle::Retired {
        let params = [("name", domain.name.as_str().into())];
        let message = "the domain is retired";
        plan.fields
            .refuse("/domainId", FieldCode::Retired, message, params);
    }
}

pub(crate) async fn rename(
    plan: &mut Drafting<'_, '_>,
    id: DomainId,
    name: &str,
    slug: Option<&str>,
) -> Result<(), Refusal> {
    let domain = subject(plan, id).await?;
    refuse_retired(plan, &domain);
    let before = plan.fields.count();
    let name = check_name(&mut plan.fields, "/name", name);
    let known = plan.read.domain_names().await?.into();
    names::compare_seen(
        &mut plan.fields,
        "/name",
        &name,
        &known,
        Some(id.0),
        |other| plan.hidden.contains(&DomainId(other)),
    );
    let slug = check_slug(plan, &domain, &name, slug).await?;
    if name == domain.name && slug == domain.slug && plan.fields.count() == before {
        let message = "the name is what it was";
        plan.fields
            .refuse("/name", FieldCode::Unchanged, message, []);
    }
    if name != domain.name {
        plan.say(
            SentenceCode::DomainRenamed,
            [
                ("from", domain.name.as_str().into()),
                ("to", name.as_str().into()),
            ],
        );
    }
    if slug != domain.slug {
        plan.say(
            SentenceCode::DomainIdChanged,
            [
                ("from", domain.slug.as_str().into()),
                ("to", slug.as_str().into()),
            ],
        );
    }
    follow(plan, &domain).await?;
    plan.draft.steps.push(Step::RenameDomain {
        id,
        from: Naming {
            name: domain.name,
            slug: domain.slug,
        },
        to: Naming { name, slug },
    });
    Ok(())
}

/// The readable id for a name, or the one that was asked for if it is free.
async fn check_slug(
    plan: &mut Drafting<'_, '_>,
    domain: &Domain,
    name: &str,
    asked: Option<&str>,
) -> Result<String, Refusal> {
    let known = plan.read.domain_names().await?;
    let redirects = plan.read.domain_redirects().await?;
    let holder = |slug: &str| {
        known
            .iter()
            .find(|other| other.slug == slug && other.id != domain.id.0)
            .map(|other| (FieldCode::Taken, other))
            .or_else(|| {
                let (_, id) = redirects
                    .iter()
                    .find(|(former, id)| former == slug && *id != domain.id)?;
                let other = known.iter().find(|other| other.id == id.0)?;
                Some((FieldCode::FormerId, other))
            })
    };
    let Some(asked) = asked else {
        let base = readable_id(name, "domain");
        let numbered = (2_u32..).map(|number| format!("{base}-{number}"));
        return Ok(std::iter::once(base.clone())
            .chain(numbered)
            .find(|slug| holder(slug).is_none())
            .unwrap_or(base));
    };
    if asked.is_empty() || readable_id(asked, "") != asked {
        let message = "a readable id has small letters, digits and single hyphens";
        plan.fields
            .refuse("/slug", FieldCode::Malformed, message, []);
    } else if let Some((code, other)) = holder(asked) {
        if plan.hidden.contains(&DomainId(other.id)) {
            let message = "this id can't be used";
            plan.fields
                .refuse("/slug", FieldCode::NotAllowed, message, []);
        } else {
            let params = [("name", other.name.as_str().into())];
            plan.fields
                .refuse("/slug", code, "the id belongs to another domain", params);
        }
    }
    Ok(asked.to_owned())
}

/// Says what stays with a domain that is renamed or moved.
async fn follow(plan: &mut Drafting<'_, '_>, domain: &Domain) -> Result<(), Refusal> {
    if domain.data_product_count > 0 {
        plan.say(
            SentenceCode::ProductsFollow,
            [("count", domain.data_product_count.into())],
        );
    }
    let below = plan.read.subdomains(domain.id).await?;
    if !below.is_empty() {
        let count = below.len() as i64;
        plan.say(SentenceCode::SubdomainsFollow, [("count", count.into())]);
    }
    Ok(())
}

pub(crate) async fn relocate(
    plan: &mut Drafting<'_, '_>,
    id: DomainId,
    to: Option<DomainId>,
) -> Result<(), Refusal> {
    let domain = subject(plan, id).await?;
    refuse_retired(plan, &domain);
    let from = domain.path.last().map(|parent| parent.id);
    if from == to {
        let message = "the domain lies there already";
        plan.fields
            .refuse("/parentId", FieldCode::Unchanged, message, []);
    }
    let parent = match to {
        None => None,
        Some(to) => find_place(plan, &domain, to).await?,
    };
    let above = parent.as_ref().map_or_else(Above::default, Above::below);
    match &parent {
        Some(parent) => plan.say(
            SentenceCode::DomainMoved,
            [
                ("name", domain.name.as_str().into()),
                ("to", parent.name.as_str().into()),
            ],
        ),
        None => plan.say(
            SentenceCode::DomainMovedToTop,
            [("name", domain.name.as_str().into())],
        ),
    }
    follow(plan, &domain).await?;
    say_inheritance(plan, &domain, &above);
    plan.draft.steps.push(Step::MoveDomain { id, from, to });
    Ok(())
}

async fn find_place(
    plan: &mut Drafting<'_, '_>,
    domain: &Domain,
    to: DomainId,
) -> Result<Option<Domain>, Refusal> {
    let parent = domain_rules::find_parent(
        plan.platform,
        &mut plan.read,
        &mut plan.fields,
        plan.by,
        to,
        &plan.hidden,
        "/parentId",
    )
    .await?;
    if let Some(parent) = &parent
        && (parent.id == domain.id || parent.path.iter().any(|above| above.id == domain.id))
    {
        let params = [("name", parent.name.as_str().into())];
        let message = "a domain can't lie below itself";
        plan.fields
            .refuse("/parentId", FieldCode::Cycle, message, params);
    }
    Ok(parent)
}

/// Says who gains and who loses a role, and which rules become stricter.
fn say_inheritance(plan: &mut Drafting<'_, '_>, domain: &Domain, above: &Above) {
    let code = |role| match role {
        DomainRole::Owner => "owner",
        DomainRole::Steward => "steward",
    };
    let change = |role: &mesh_model::InheritedRole, word: SentenceCode| {
        let from = role.from.as_ref().map_or("", |from| from.name.as_str());
        sentence(
            word,
            [
                ("person", role.person.name.as_str().into()),
                ("role", code(role.role).into()),
                ("domain", from.into()),
            ],
        )
    };
    let told: Vec<StepSentence> = above
        .roles
        .iter()
        .filter(|role| !domain.inherited.contains(role))
        .map(|role| change(role, SentenceCode::RoleGained))
        .chain(
            domain
                .inherited
                .iter()
                .filter(|role| !above.roles.contains(role))
                .map(|role| change(role, SentenceCode::RoleLost)),
        )
        .collect();
    plan.draft.sentences.extend(told);
    let named = |from: &Option<mesh_model::DomainRef>| {
        from.as_ref()
            .map_or(String::new(), |from| from.name.clone())
    };
    if let Some(rule) = &above.rules.classification
        && rule.value > domain.classification_of_new()
    {
        let value = match rule.value {
            Classification::Public => "public",
            Classification::Internal => "internal",
            Classification::Confidential => "confidential",
            Classification::Restricted => "restricted",
        };
        plan.say(
            SentenceCode::ClassificationTightened,
            [
                ("value", value.into()),
                ("domain", named(&rule.from).as_str().into()),
            ],
        );
    }
    let closed_itself = domain.discoverability == Discoverability::Members;
    let was_closed = closed_itself || domain.inherited_rules.discoverability.is_some();
    match &above.rules.discoverability {
        Some(rule) if !was_closed => plan.say(
            SentenceCode::DiscoverabilityTightened,
            [("domain", named(&rule.from).as_str().into())],
        ),
        None if was_closed && !closed_itself => {
            plan.say(SentenceCode::DiscoverabilityLoosened, []);
        }
        _ => {}
    }
}

pub(crate) async fn retire(
    plan: &mut Drafting<'_, '_>,
    id: DomainId,
    products_to: Option<DomainId>,
) -> Result<(), Refusal> {
    let domain = subject(plan, id).await?;
    refuse_retired(plan, &domain);
    let products = plan.read.data_products_of(id).await?;
    let heir = match products_to {
        None if products.is_empty() => None,
        None => {
            let count = products.len() as i64;
            let message = "the domain's data products need another domain first";
            plan.fields.refuse(
                "/productsTo",
                FieldCode::Required,
                message,
                [("count", count.into())],
            );
            None
        }
        Some(to) => find_heir(plan, &domain, to).await?,
    };
    if let Some(heir) = heir {
        for product in products {
            plan.say(
                SentenceCode::ProductMoved,
                [
                    ("name", product.name.as_str().into()),
                    ("to", heir.name.as_str().into()),
                ],
            );
            plan.draft.steps.push(Step::MoveProduct {
                id: product.id,
                from: id,
                to: heir.id,
            });
        }
    }
    let parent = domain.path.last().cloned();
    for below in plan.read.subdomains(id).await? {
        let name = [("name", below.name.as_str().into())];
        match &parent {
            Some(parent) => plan.say(
                SentenceCode::SubdomainMoved,
                [
                    ("name", below.name.as_str().into()),
                    ("to", parent.name.as_str().into()),
                ],
            ),
            None => plan.say(SentenceCode::SubdomainMovedToTop, name),
        }
        plan.draft.steps.push(Step::MoveDomain {
            id: below.id,
            from: Some(id),
            to: parent.as_ref().map(|parent| parent.id),
        });
    }
    plan.say(
        SentenceCode::DomainRetired,
        [("name", domain.name.as_str().into())],
    );
    plan.draft.steps.push(Step::SetDomainLifecycle {
        id,
        from: domain.lifecycle,
        to: DomainLifecycle::Retired,
    });
    Ok(())
}

/// The domain that takes the products of one that is retired.
async fn find_heir(
    plan: &mut Drafting<'_, '_>,
    domain: &Domain,
    to: DomainId,
) -> Result<Option<Domain>, Refusal> {
    const POINTER: &str = "/productsTo";
    let found = plan
        .read
        .domain(to)
        .await?
        .filter(|heir| !plan.hidden.contains(&heir.id));
    let Some(heir) = found else {
        let message = "there is no such domain";
        plan.fields.refuse(POINTER, FieldCode::Unknown, message, []);
        return Ok(None);
    };
    let params = |name: &str| -> [(&str, mesh_model::ParamValue); 1] { [("name", name.into())] };
    if heir.id == domain.id {
        let message = "the products need another domain";
        plan.fields
            .refuse(POINTER, FieldCode::Cycle, message, params(&heir.name));
    } else if heir.lifecycle == DomainLifecycle::Retired {
        let message = "a retired domain takes no products";
        plan.fields
            .refuse(POINTER, FieldCode::Retired, message, params(&heir.name));
    } else if !plan
        .platform
        .decide(plan.by, Intent::EditDomain(facts(&heir)))
        .allowed
    {
        let who = heir.owners.first().map_or("", |owner| owner.name.as_str());
        let message = "only those who look after a domain put products into it";
        plan.fields
            .refuse(POINTER, FieldCode::NotAllowed, message, params(who));
    }
    Ok(Some(heir))
}

pub(crate) async fn reopen(plan: &mut Drafting<'_, '_>, id: DomainId) -> Result<(), Refusal> {
    let domain = subject(plan, id).await?;
    if domain.lifecycle == DomainLifecycle::Active {
        let message = "the domain is open";
        plan.fields
            .refuse("/domainId", FieldCode::Unchanged, message, []);
    }
    plan.say(
        SentenceCode::DomainReopened,
        [("name", domain.name.as_str().into())],
    );
    plan.draft.steps.push(Step::SetDomainLifecycle {
        id,
        from: domain.lifecycle,
        to: DomainLifecycle::Active,
    });
    Ok(())
}
