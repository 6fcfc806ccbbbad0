use super::*;

const ROLES: [Option<Role>; 5] = [
    None,
    Some(Role::Viewer),
    Some(Role::Member),
    Some(Role::Steward),
    Some(Role::Administrator),
];

fn asker(role: Option<Role>) -> Asker {
    Asker {
        person: PersonId::new(),
        role,
    }
}

fn domain(owner: PersonId) -> DomainFacts {
    DomainFacts {
        id: DomainId::new(),
        owners: vec![PersonId::new(), owner],
        stewards: Vec::new(),
        creator: None,
    }
}

fn product(owner: PersonId, domain_owner: PersonId) -> ProductFacts {
    ProductFacts {
        id: DataProductId::new(),
        owner,
        domain_owners: vec![domain_owner],
        domain_stewards: Vec::new(),
    }
}

fn allowed(asker: Asker, intent: Intent) -> bool {
    Policies::built_in().decide(asker, intent).allowed
}

#[test]
fn without_a_role_nothing_is_allowed_whatever_one_owns() {
    let me = asker(None);
    for intent in [
        Intent::SeeCatalog,
        Intent::ManagePeople,
        Intent::ManageWorkspace,
        Intent::CreateDomain,
        Intent::EditDomain(domain(me.person)),
        Intent::CreateDataProduct(domain(me.person)),
        Intent::EditDataProduct(product(me.person, me.person)),
        Intent::PublishDataProduct(product(me.person, me.person)),
        Intent::ReadRows(product(me.person, me.person)),
        Intent::ReadAudit,
    ] {
        assert!(!allowed(me, intent.clone()), "{intent:?}");
    }
}

#[test]
fn office_gives_no_rows() {
    for role in ROLES {
        let me = asker(role);
        assert!(
            !allowed(
                me,
                Intent::ReadRows(product(PersonId::new(), PersonId::new()))
            ),
            "{role:?}"
        );
        assert!(
            !allowed(me, Intent::ReadRows(product(PersonId::new(), me.person))),
            "domain owner, {role:?}"
        );
        assert_eq!(
            allowed(me, Intent::ReadRows(product(me.person, PersonId::new()))),
            role.is_some(),
            "{role:?}"
        );
    }
}

#[test]
fn only_administrators_manage_people() {
    for role in ROLES {
        assert_eq!(
            allowed(asker(role), Intent::ManagePeople),
            role == Some(Role::Administrator),
            "{role:?}"
        );
    }
}

#[test]
fn the_audit_is_for_administrators_and_stewards() {
    for role in ROLES {
        assert_eq!(
            allowed(asker(role), Intent::ReadAudit),
            matches!(role, Some(Role::Administrator | Role::Steward)),
            "{role:?}"
        );
    }
}

#[test]
fn every_policy_has_a_readable_id_and_says_what_it_speaks_of() {
    let rules = Policies::built_in().rules();
    let ids: HashSet<&str> = rules.iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids.len(), rules.len(), "an id stands twice");
    assert_eq!(super::ROLES.matches("@id(").count(), rules.len());
    for rule in rules {
        assert!(!rule.id.starts_with("policy"), "{}", rule.text);
        assert!(!rule.actions.is_empty(), "{}", rule.id);
        assert!(rule.text.contains(&rule.id), "{}", rule.text);
    }
}

#[test]
fn members_create_domains_and_products_in_their_own() {
    let me = asker(Some(Role::Member));
    assert!(allowed(me, Intent::CreateDomain));
    assert!(allowed(me, Intent::CreateDataProduct(domain(me.person))));
    assert!(!allowed(
        me,
        Intent::CreateDataProduct(domain(PersonId::new()))
    ));
    assert!(!allowed(me, Intent::EditDomain(domain(PersonId::new()))));
}

#[test]
fn teams_are_changed_by_those_who_lead_them() {
    for role in ROLES {
        let me = asker(role);
        let led = TeamFacts {
            id: TeamId::new(),
            leads: vec![PersonId::new(), me.person],
        };
        let other = TeamFacts {
            leads: vec![PersonId::new()],
            ..led.clone()
        };
        let makes = matches!(
            role,
            Some(Role::Administrator | Role::Steward | Role::Member)
        );
        assert_eq!(allowed(me, Intent::CreateTeam), makes, "{role:?}");
        assert_eq!(allowed(me, Intent::EditTeam(led)), makes, "{role:?}");
        assert_eq!(
            allowed(me, Intent::EditTeam(other)),
            role == Some(Role::Administrator),
            "{role:?}"
        );
    }
}

#[test]
fn service_accounts_answer_to_their_owner_and_to_administrators() {
    for role in ROLES {
        let me = asker(role);
        let account = |owner| {
            Intent::ManageServiceAccount(ServiceAccountFacts {
                id: ServiceAccountId::new(),
                owner,
            })
        };
        let administrator = role == Some(Role::Administrator);
        assert_eq!(
            allowed(me, Intent::CreateServiceAccount),
            administrator || role == Some(Role::Member),
            "{role:?}"
        );
        assert_eq!(
            allowed(me, account(me.person)),
            !matches!(role, None | Some(Role::Viewer)),
            "{role:?}"
        );
        assert_eq!(
            allowed(me, account(PersonId::new())),
            administrator,
            "{role:?}"
        );
    }
}

#[test]
fn viewers_change_nothing_even_what_they_own_and_the_decision_says_so() {
    let me = asker(Some(Role::Viewer));
    let decision = Policies::built_in().decide(me, Intent::EditDomain(domain(me.person)));
    assert_eq!(
        decision,
        Decision {
            allowed: false,
            policies: vec!["viewers-change-nothing".to_owned()]
        }
    );
}

#[test]
fn publishing_belongs_to_the_owners() {
    let me = asker(Some(Role::Member));
    assert!(allowed(
        me,
        Intent::PublishDataProduct(product(me.person, PersonId::new()))
    ));
    assert!(allowed(
        me,
        Intent::PublishDataProduct(product(PersonId::new(), me.person))
    ));
    let other = product(PersonId::new(), PersonId::new());
    assert!(!allowed(me, Intent::PublishDataProduct(other.clone())));
    assert!(!allowed(
        asker(Some(Role::Administrator)),
        Intent::PublishDataProduct(other)
    ));
}

#[test]
fn policies_that_speak_of_unknown_things_are_refused() {
    let typo = r#"permit (principal, action == Action::"readRow", resource);"#;
    assert!(matches!(Policies::parse(typo), Err(PolicyError::Unfit(_))));
    assert!(matches!(
        Policies::parse("permit everything"),
        Err(PolicyError::Unreadable(_))
    ));
}

#[test]
fn those_who_look_after_a_domain_change_it_and_put_others_below_it() {
    let me = asker(Some(Role::Member));
    let nobody = domain(PersonId::new());
    let stewarded = DomainFacts {
        stewards: vec![me.person],
        ..nobody.clone()
    };
    let created = DomainFacts {
        creator: Some(me.person),
        ..nobody.clone()
    };
    for facts in [domain(me.person), stewarded.clone(), created.clone()] {
        assert!(allowed(me, Intent::EditDomain(facts.clone())));
        assert!(allowed(me, Intent::CreateSubdomain(facts)));
    }
    assert!(!allowed(me, Intent::CreateSubdomain(nobody)));
    assert!(!allowed(me, Intent::CreateDataProduct(stewarded)));
    assert!(!allowed(me, Intent::CreateDataProduct(created)));
}

#[test]
fn only_curators_know_of_everything() {
    for role in ROLES {
        assert_eq!(
            allowed(asker(role), Intent::SeeHidden),
            matches!(role, Some(Role::Administrator | Role::Steward)),
            "{role:?}"
        );
    }
}
