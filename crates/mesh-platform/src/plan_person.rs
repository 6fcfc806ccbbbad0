//! Plans about people: somebody leaves, somebody comes back.

use mesh_model::{
    DomainRole, FieldCode, HoldingCode, Person, PersonId, PersonRef, Role, SentenceCode,
};
use mesh_policy::Intent;
use mesh_store::Held;

use crate::{
    Refusal,
    people::check_assignable,
    plan_steps::Step,
    plans::{Draft, Drafting},
};

async fn subject(plan: &mut Drafting<'_, '_>, id: PersonId) -> Result<Person, Refusal> {
    let decision = plan.platform.decide(plan.by, Intent::ManagePeople);
    if !decision.allowed {
        return Err(Refusal::Forbidden {
            who: plan.read.administrator_names().await?,
        });
    }
    plan.draft = Draft::about(id.0, decision);
    plan.read.person(id).await?.ok_or(Refusal::NotFound)
}

pub(crate) async fn replace(
    plan: &mut Drafting<'_, '_>,
    id: PersonId,
    successor: Option<PersonId>,
) -> Result<(), Refusal> {
    let person = subject(plan, id).await?;
    if person.left_at.is_some() || person.role.is_none() {
        let params = [("name", person.name.as_str().into())];
        let message = "they have left already, or never had a role";
        plan.fields
            .refuse("/personId", FieldCode::Unchanged, message, params);
    }
    if person.role == Some(Role::Administrator) && plan.read.count_administrators().await? == 1 {
        let params = [("name", person.name.as_str().into())];
        let message = "the last administrator stays one";
        plan.fields
            .refuse("/personId", FieldCode::NotAllowed, message, params);
    }
    let heir = match successor {
        None => None,
        Some(heir) if heir == id => {
            let message = "somebody else has to take over";
            plan.fields
                .refuse("/successorId", FieldCode::Cycle, message, []);
            None
        }
        Some(heir) => {
            check_assignable(&mut plan.read, &mut plan.fields, "/successorId", heir).await?;
            plan.read.person(heir).await?
        }
    };
    let heir = heir.map(|heir| PersonRef {
        id: heir.id,
        name: heir.name,
    });
    let needed = pass_domains(plan, &person, heir.as_ref()).await?
        | pass_products(plan, &person, heir.as_ref()).await?
        | pass_services(plan, &person, heir.as_ref()).await?
        | leave_teams(plan, &person, heir.as_ref()).await?;
    if needed && successor.is_none() {
        let message = "what they hold needs somebody to take it over";
        plan.fields
            .refuse("/successorId", FieldCode::Required, message, []);
    }
    close(plan, &person, heir.as_ref()).await
}

/// Domains that they own or curate. True where nobody else could take over.
async fn pass_domains(
    plan: &mut Drafting<'_, '_>,
    person: &Person,
    heir: Option<&PersonRef>,
) -> Result<bool, Refusal> {
    let mut needed = false;
    for (id, role) in plan.read.domain_roles_of(person.id).await? {
        let Some(domain) = plan.read.domain(id).await? else {
            continue;
        };
        let holders = match role {
            DomainRole::Owner => &domain.owners,
            DomainRole::Steward => &domain.stewards,
        };
        let from: Vec<PersonId> = holders.iter().map(|holder| holder.id).collect();
        let stays = |id: &PersonId| *id != person.id && Some(*id) != heir.map(|heir| heir.id);
        let to: Vec<PersonId> = match heir {
            Some(heir) if !from.contains(&heir.id) => from
                .iter()
                .map(|id| if *id == person.id { heir.id } else { *id })
                .collect(),
            Some(heir) => from
                .iter()
                .copied()
                .filter(|id| stays(id) || *id == heir.id)
                .collect(),
            None => from.iter().copied().filter(stays).collect(),
        };
        needed |= role == DomainRole::Owner && to.is_empty();
        let replaced = heir.filter(|heir| !from.contains(&heir.id));
        let code = match (role, replaced.is_some()) {
            (DomainRole::Owner, true) => SentenceCode::DomainOwnerReplaced,
            (DomainRole::Steward, true) => SentenceCode::DomainStewardReplaced,
            (DomainRole::Owner, false) => SentenceCode::DomainOwnerRemoved,
            (DomainRole::Steward, false) => SentenceCode::DomainStewardRemoved,
        };
        let who = replaced.map_or("", |heir| heir.name.as_str());
        plan.say(
            code,
            [
                ("name", domain.name.as_str().into()),
                ("person", person.name.as_str().into()),
                ("to", who.into()),
            ],
        );
        plan.draft
            .steps
            .push(Step::SetDomainRoles { id, role, from, to });
    }
    Ok(needed)
}

async fn pass_products(
    plan: &mut Drafting<'_, '_>,
    person: &Person,
    heir: Option<&PersonRef>,
) -> Result<bool, Refusal> {
    let products = plan.read.data_products_owned(person.id).await?;
    let needed = !products.is_empty();
    let Some(heir) = heir else { return Ok(needed) };
    for product in products {
        plan.say(
            SentenceCode::ProductOwnerReplaced,
            [
                ("name", product.name.as_str().into()),
                ("to", heir.name.as_str().into()),
            ],
        );
        plan.draft.steps.push(Step::HandOverProduct {
            id: product.id,
            from: person.id,
            to: heir.id,
        });
    }
    Ok(needed)
}

async fn pass_services(
    plan: &mut Drafting<'_, '_>,
    person: &Person,
    heir: Option<&PersonRef>,
) -> Result<bool, Refusal> {
    let accounts = plan.read.service_accounts_of(person.id).await?;
    let needed = !accounts.is_empty();
    let Some(heir) = heir else { return Ok(needed) };
    for account in accounts {
        plan.say(
            SentenceCode::ServiceOwnerReplaced,
            [
                ("name", account.name.as_str().into()),
                ("to", heir.name.as_str().into()),
            ],
        );
        plan.draft.steps.push(Step::HandOverService {
            id: account.id,
            from: person.id,
            to: heir.id,
        });
    }
    Ok(needed)
}

/// Teams that they leave. True where a team would have no lead without a successor.
async fn leave_teams(
    plan: &mut Drafting<'_, '_>,
    person: &Person,
    heir: Option<&PersonRef>,
) -> Result<bool, Refusal> {
    let mut needed = false;
    for place in plan.read.team_places(person.id).await? {
        let led = place
            .members
            .iter()
            .any(|(id, lead)| *id == person.id && *lead);
        let mut to: Vec<(PersonId, bool)> = place
            .members
            .iter()
            .copied()
            .filter(|(id, _)| *id != person.id)
            .collect();
        let orphaned = led && !to.iter().any(|(_, lead)| *lead);
        let taken = heir.filter(|_| orphaned);
        if let Some(heir) = taken {
            to.retain(|(id, _)| *id != heir.id);
            to.push((heir.id, true));
        }
        needed |= orphaned && taken.is_none();
        let code = if taken.is_some() {
            SentenceCode::TeamPlaceTaken
        } else {
            SentenceCode::TeamLeft
        };
        plan.say(
            code,
            [
                ("name", place.team.name.as_str().into()),
                ("person", person.name.as_str().into()),
                ("to", taken.map_or("", |heir| heir.name.as_str()).into()),
            ],
        );
        plan.draft.steps.push(Step::SetTeam {
            id: place.team.id,
            from: place.members,
            to,
        });
    }
    Ok(needed)
}

/// Drafts, ways in, and the role itself.
async fn close(
    plan: &mut Drafting<'_, '_>,
    person: &Person,
    heir: Option<&PersonRef>,
) -> Result<(), Refusal> {
    let holdings = plan.read.holdings(Held::Person, person.id.0).await?;
    let count = |code| {
        holdings
            .iter()
            .find(|holding| holding.code == code)
            .map_or(0, |holding| holding.count)
    };
    if count(HoldingCode::Drafts) > 0
        && let Some(heir) = heir
    {
        plan.say(
            SentenceCode::DraftsHandedOver,
            [
                ("count", count(HoldingCode::Drafts).into()),
                ("to", heir.name.as_str().into()),
            ],
        );
    } else if count(HoldingCode::Drafts) > 0 {
        plan.say(
            SentenceCode::DraftsDeleted,
            [("count", count(HoldingCode::Drafts).into())],
        );
    }
    if count(HoldingCode::Uploads) > 0 && heir.is_none() {
        plan.say(
            SentenceCode::UploadsDeleted,
            [("count", count(HoldingCode::Uploads).into())],
        );
    }
    plan.draft.steps.push(Step::HandOverDrafts {
        from: person.id,
        to: heir.map(|heir| heir.id),
    });
    if count(HoldingCode::Notifications) > 0 {
        plan.say(
            SentenceCode::NotificationsDeleted,
            [("person", person.name.as_str().into())],
        );
    }
    plan.draft
        .steps
        .push(Step::ForgetNotifications { id: person.id });
    for (code, word) in [
        (HoldingCode::Sessions, SentenceCode::SessionsEnded),
        (HoldingCode::Tokens, SentenceCode::TokensRevoked),
    ] {
        if count(code) > 0 {
            plan.say(word, [("count", count(code).into())]);
        }
    }
    plan.draft.steps.push(Step::EndWaysIn { id: person.id });
    plan.say(
        SentenceCode::PersonLeft,
        [("person", person.name.as_str().into())],
    );
    plan.draft.steps.push(Step::SetStanding {
        id: person.id,
        from: person.role,
        to: None,
    });
    Ok(())
}

pub(crate) async fn welcome_back(
    plan: &mut Drafting<'_, '_>,
    id: PersonId,
    role: Role,
) -> Result<(), Refusal> {
    let person = subject(plan, id).await?;
    if person.role.is_some() {
        let params = [("name", person.name.as_str().into())];
        let message = "they have a role";
        plan.fields
            .refuse("/personId", FieldCode::Unchanged, message, params);
    }
    let word = match role {
        Role::Administrator => "administrator",
        Role::Steward => "steward",
        Role::Member => "member",
        Role::Viewer => "viewer",
    };
    plan.say(
        SentenceCode::PersonBack,
        [
            ("person", person.name.as_str().into()),
            ("role", word.into()),
        ],
    );
    plan.draft.steps.push(Step::SetStanding {
        id,
        from: person.role,
        to: Some(role),
    });
    Ok(())
}
