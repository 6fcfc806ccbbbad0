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
        owner,
    }
}

fn product(owner: PersonId, domain_owner: PersonId) -> ProductFacts {
    ProductFacts {
        id: DataProductId::new(),
        owner,
        domain_owner,
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
    ] {
        assert!(!allowed(me, intent), "{intent:?}");
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
    assert!(!allowed(me, Intent::PublishDataProduct(other)));
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
