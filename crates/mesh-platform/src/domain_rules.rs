//! What holds between a domain, those above it, and the people who look after it.

use std::collections::HashSet;

use mesh_model::{
    Discoverability, Domain, DomainEdit, DomainId, DomainLifecycle, DomainRole, FieldCode, Fields,
    InheritedRole, InheritedRule, InheritedRules, PersonId,
};
use mesh_policy::Intent;
use mesh_store::Reader;

use crate::{Platform, Principal, Refusal, domains::facts, people::check_assignable};

/// What comes to a domain from those above it.
#[derive(Debug, Default)]
pub(crate) struct Above {
    pub(crate) roles: Vec<InheritedRole>,
    pub(crate) rules: InheritedRules,
}

impl Above {
    /// What comes to a domain from those above it now.
    pub(crate) fn of(domain: &Domain) -> Self {
        Self {
            roles: domain.inherited.clone(),
            rules: domain.inherited_rules.clone(),
        }
    }

    /// What would come to a domain directly below this one.
    pub(crate) fn below(parent: &Domain) -> Self {
        let from = Some(parent.reference());
        let role = |role, person: &mesh_model::PersonRef| InheritedRole {
            role,
            person: person.clone(),
            from: from.clone(),
        };
        let mut roles: Vec<InheritedRole> = parent
            .owners
            .iter()
            .map(|person| role(DomainRole::Owner, person))
            .chain(
                parent
                    .stewards
                    .iter()
                    .map(|person| role(DomainRole::Steward, person)),
            )
            .collect();
        roles.extend(parent.inherited.iter().cloned());
        let mut rules = parent.inherited_rules.clone();
        let known = rules.classification.as_ref().map(|rule| rule.value);
        if known.is_none_or(|known| parent.default_classification > known)
            && parent.default_classification > mesh_model::Classification::Public
        {
            rules.classification = Some(InheritedRule {
                value: parent.default_classification,
                from: from.clone(),
            });
        }
        if rules.discoverability.is_none() && parent.discoverability == Discoverability::Members {
            rules.discoverability = Some(InheritedRule {
                value: Discoverability::Members,
                from,
            });
        }
        Self { roles, rules }
    }
}

/// Takes from a domain what the person may not know of: the names of hidden domains above it.
pub(crate) fn trim(domain: &mut Domain, hidden: &HashSet<DomainId>) {
    domain.path.retain(|above| !hidden.contains(&above.id));
    let unless_hidden = |from: &mut Option<mesh_model::DomainRef>| {
        if from.as_ref().is_some_and(|from| hidden.contains(&from.id)) {
            *from = None;
        }
    };
    for role in &mut domain.inherited {
        unless_hidden(&mut role.from);
    }
    if let Some(rule) = &mut domain.inherited_rules.classification {
        unless_hidden(&mut rule.from);
    }
    if let Some(rule) = &mut domain.inherited_rules.discoverability {
        unless_hidden(&mut rule.from);
    }
}

/// A domain under which another may be put; what speaks against it is noted in `fields`.
///
/// One that the person may not know of is as unknown as one that doesn't exist.
pub(crate) async fn find_parent(
    platform: &Platform,
    read: &mut Reader<'_>,
    fields: &mut Fields,
    by: &Principal,
    id: DomainId,
    hidden: &HashSet<DomainId>,
    pointer: &str,
) -> Result<Option<Domain>, Refusal> {
    let found = read
        .domain(id)
        .await?
        .filter(|domain| !hidden.contains(&domain.id));
    let Some(parent) = found else {
        fields.refuse(pointer, FieldCode::Unknown, "there is no such domain", []);
        return Ok(None);
    };
    let params = |name: &str| [("name", name.into())];
    if parent.lifecycle == DomainLifecycle::Retired {
        let message = "a retired domain holds nothing";
        fields.refuse(pointer, FieldCode::Retired, message, params(&parent.name));
    } else if !platform
        .decide(by, Intent::CreateSubdomain(facts(&parent)))
        .allowed
    {
        let who = parent
            .owners
            .first()
            .map_or("", |owner| owner.name.as_str());
        let message = "only those who look after a domain put others below it";
        fields.refuse(pointer, FieldCode::NotAllowed, message, params(who));
    }
    Ok(Some(parent))
}

/// Notes owners and stewards who can't be that, and a team that nobody belongs to.
pub(crate) async fn check_people(
    read: &mut Reader<'_>,
    fields: &mut Fields,
    edit: &DomainEdit,
) -> Result<(), Refusal> {
    if edit.owner_ids.is_empty() {
        let message = "a domain has an owner";
        fields.refuse("/ownerIds", FieldCode::Required, message, []);
    }
    check_holders(read, fields, "/ownerIds", &edit.owner_ids).await?;
    check_holders(read, fields, "/stewardIds", &edit.steward_ids).await?;
    if let Some(team) = edit.team_id {
        match read.team_reference(team).await? {
            None => fields.refuse("/teamId", FieldCode::Unknown, "there is no such team", []),
            Some((team, _, 0)) => {
                let params = [("name", team.name.as_str().into())];
                let message = "the team has no members";
                fields.refuse("/teamId", FieldCode::NoMembers, message, params);
            }
            Some(_) => {}
        }
    }
    Ok(())
}

/// Notes people who can't be given something to hold.
pub(crate) async fn check_holders(
    read: &mut Reader<'_>,
    fields: &mut Fields,
    pointer: &str,
    people: &[PersonId],
) -> Result<(), Refusal> {
    let mut seen = HashSet::new();
    for id in people {
        if seen.insert(*id) {
            check_assignable(read, fields, pointer, *id).await?;
        } else {
            fields.refuse(pointer, FieldCode::Duplicate, "named twice", []);
        }
    }
    Ok(())
}

/// Notes house rules that are looser than those from above.
pub(crate) fn check_rules(fields: &mut Fields, edit: &DomainEdit, above: &Above) {
    let name = |from: &Option<mesh_model::DomainRef>| {
        let name = from.as_ref().map_or("", |from| from.name.as_str());
        [("name", name.into())]
    };
    if let Some(rule) = &above.rules.classification
        && edit.default_classification < rule.value
    {
        let message = "a domain above asks for a stricter classification";
        let pointer = "/defaultClassification";
        fields.refuse(pointer, FieldCode::TooLoose, message, name(&rule.from));
    }
    if let Some(rule) = &above.rules.discoverability
        && edit.discoverability < rule.value
    {
        let message = "a domain above is found by its members only";
        let pointer = "/discoverability";
        fields.refuse(pointer, FieldCode::TooLoose, message, name(&rule.from));
    }
}
