//! A company as large as the figures speak of, written through the store's own functions so that everything about it
//! holds: names, keys, audit chain.

mod names;

use std::{path::Path, sync::Arc};

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};
use mesh_model::{
    AccessTokenInput, AuditAction, ChangeType, Classification, DataProductId, Discoverability,
    DomainId, DomainInput, DomainKind, NewDataProduct, Person, PersonId, Role, ServiceAccountId,
    ServiceRole, TeamId, TeamInput, TeamMemberInput, WorkspaceKind, fold, readable_id,
};
use mesh_platform::{
    DataFolder, EngineConfig, Platform, PlatformConfig, Principal, Store, StoreConfig, StoreError,
};
use mesh_store::{
    NewAuditEntry, NewDomain, NewPerson, NewTeam, ProductRecord, Safeguard, ServiceAccountRecord,
    Tx,
};
use serde_json::Value;
use uuid::Uuid;

use crate::campaign::Seeded;
use names::pick;

/// Changes in one transaction.
const AT_ONCE: usize = 500;
/// How long ago the first of them was made.
const YEARS_DAYS: i64 = 700;
/// Shaped like a password's hash so that people count as let in; it is no password's.
const NO_PASSWORD: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5a25vd3N0aGlz$bm9ib2R5c3Bhc3N3b3JkaGFzdGhpc2hhc2h2YWx1ZTEyMw";
/// How many domains the member owns.
const OWN: usize = 3;

/// How large a company is.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Domains.
    pub domains: usize,
    /// People, the administrator and the member among them.
    pub people: usize,
    /// Data products, all of them drafts.
    pub products: usize,
    /// Teams.
    pub teams: usize,
    /// Service accounts.
    pub service_accounts: usize,
}

/// What the figures speak of.
pub const LARGE: Size = Size {
    domains: 2_000,
    people: 10_000,
    products: 10_000,
    teams: 120,
    service_accounts: 60,
};

/// Two of a company's people, with a token each.
#[derive(Debug, Clone)]
pub struct Tokens {
    /// An administrator's.
    pub administrator: String,
    /// A member's, who owns a few domains.
    pub member: String,
}

/// Why a company can't be made.
#[derive(Debug)]
pub struct Unfilled(pub String);

impl<E: std::error::Error> From<E> for Unfilled {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// Something to write.
#[derive(Debug)]
enum New {
    Person(NewPerson),
    Team(NewTeam),
    Account(ServiceAccountRecord, DateTime<Utc>),
    Domain(NewDomain),
    Product(ProductRecord),
}

/// Fills an empty folder, or the empty database at `database_url`, with a company; the same seed gives the same one.
///
/// # Errors
/// That there is something already, or that the database failed.
pub async fn fill(
    folder: &Path,
    database_url: Option<String>,
    size: Size,
    seed: u64,
) -> Result<Tokens, Unfilled> {
    let data = DataFolder::open(folder)?;
    if !data.is_empty() {
        return Err(Unfilled(format!("{} isn't empty", folder.display())));
    }
    let config = match &database_url {
        Some(url) => StoreConfig::Postgres(url.clone()),
        None => StoreConfig::Sqlite(data.database()),
    };
    open(data, database_url.clone()).await?.close().await;
    let store = Store::open(&config, Safeguard::Elsewhere).await?;
    if store.read().await?.count_people().await? > 0 {
        return Err(Unfilled("the database isn't empty".to_owned()));
    }
    let (plan, administrator, member) = planned(size, seed);
    let by = Arc::new(administrator.clone());
    let mut plan = plan.into_iter().peekable();
    while plan.peek().is_some() {
        let part: Arc<Vec<New>> = Arc::new(plan.by_ref().take(AT_ONCE).collect());
        let by = by.clone();
        store
            .write(move |tx| {
                let (part, by) = (part.clone(), by.clone());
                Box::pin(async move {
                    for new in part.iter() {
                        write(tx, new, &by).await?;
                    }
                    Ok::<_, StoreError>(())
                })
            })
            .await?;
    }
    store.close().await;
    let platform = open(DataFolder::open(folder)?, database_url).await?;
    let tokens = Tokens {
        administrator: token(&platform, &administrator).await?,
        member: token(&platform, &member).await?,
    };
    platform.close().await;
    Ok(tokens)
}

async fn open(folder: DataFolder, database_url: Option<String>) -> Result<Platform, Unfilled> {
    let config = PlatformConfig {
        folder,
        database_url,
        // Nothing is published, so that no worker is ever started.
        engine: EngineConfig::new("selvedge-worker".into()),
        kind: WorkspaceKind::Server,
        demo: false,
        local_person: None,
    };
    Ok(Platform::open(config).await?)
}

async fn token(platform: &Platform, of: &Principal) -> Result<String, Unfilled> {
    let input = AccessTokenInput {
        name: "Measurements".to_owned(),
        expires_in_days: 30,
    };
    let made = platform.access_tokens().create(of, input).await;
    made.map(|token| token.secret)
        .map_err(|refusal| Unfilled(format!("{refusal:?}")))
}

/// Times of changes, one after the other, from long ago until now.
struct Clock {
    at: DateTime<Utc>,
    step: TimeDelta,
}

impl Clock {
    fn new(changes: usize) -> Self {
        let span = TimeDelta::days(YEARS_DAYS);
        let changes = i32::try_from(changes + 1).unwrap_or(i32::MAX);
        Self {
            at: Utc::now().trunc_subsecs(6) - span,
            step: span / changes,
        }
    }

    fn next(&mut self) -> DateTime<Utc> {
        self.at += self.step;
        self.at.trunc_subsecs(6)
    }
}

/// Everything to write in its order, the administrator and the member.
fn planned(size: Size, seed: u64) -> (Vec<New>, Principal, Principal) {
    let mut random = Seeded(seed);
    let all = size.people + size.teams + size.service_accounts + size.domains + size.products;
    let mut clock = Clock::new(all);
    let mut plan = Vec::with_capacity(all);

    let people = people(&mut random, &mut clock, size.people.max(2));
    let principals: Vec<Principal> = people.iter().map(principal).collect();
    let able: Vec<PersonId> = people
        .iter()
        .filter(|person| matches!(person.role, Some(Role::Member | Role::Steward)))
        .map(|person| person.id)
        .collect();
    plan.extend(people.into_iter().map(New::Person));
    let [administrator, member] = [principals[0].clone(), principals[1].clone()];

    let mut teams = Vec::new();
    for number in 1..=size.teams {
        let team = team(&mut random, &mut clock, number, &able, administrator.id);
        teams.push(team.id);
        plan.push(New::Team(team));
    }
    for number in 1..=size.service_accounts {
        plan.push(New::Account(
            ServiceAccountRecord {
                id: ServiceAccountId::new(),
                name: format!("Nightly load {number}"),
                purpose: "Brings what the systems of the shops wrote during the day.".to_owned(),
                role: ServiceRole::Member,
                owner: *pick(&mut random, &able),
            },
            clock.next(),
        ));
    }
    let planned = names::domains(&mut random, size.domains);
    let mut domains: Vec<NewDomain> = Vec::with_capacity(planned.len());
    for (at, domain) in planned.into_iter().enumerate() {
        let parent = domain.above.map(|above| domains[above].id);
        let owner = if at % (size.domains / OWN).max(1) == 7 {
            member.id
        } else {
            *pick(&mut random, &able)
        };
        let team = (random.below(10) == 0 && !teams.is_empty()).then(|| *pick(&mut random, &teams));
        let closed = domain
            .above
            .is_some_and(|above| domains[above].input.discoverability == Discoverability::Members);
        let mut made = new_domain(&mut random, &mut clock, domain, parent, owner, team);
        // A closed domain closes all below it.
        if closed {
            made.input.discoverability = Discoverability::Members;
        }
        domains.push(made);
    }
    let products = products(&mut random, &mut clock, &domains, size.products);
    plan.extend(domains.into_iter().map(New::Domain));
    plan.extend(products.into_iter().map(New::Product));
    (plan, administrator, member)
}

fn principal(person: &NewPerson) -> Principal {
    Principal {
        id: person.id,
        name: person.name.clone(),
        role: person.role,
    }
}

fn people(random: &mut Seeded, clock: &mut Clock, count: usize) -> Vec<NewPerson> {
    (0..count)
        .map(|number| {
            let name = names::person(random);
            let email = format!("{}.{number}@weft.example", readable_id(&name, "person"));
            let role = match (number, random.below(1_000)) {
                (0, _) => Some(Role::Administrator),
                (1, _) => Some(Role::Member),
                (_, 0..2) => None,
                (_, 2..10) => Some(Role::Steward),
                (_, 10..400) => Some(Role::Viewer),
                _ => Some(Role::Member),
            };
            NewPerson {
                id: PersonId::new(),
                name,
                email_key: fold(&email),
                email,
                role,
                persona: None,
                password_hash: (random.below(50) > 0).then(|| NO_PASSWORD.to_owned()),
                created_at: clock.next(),
            }
        })
        .collect()
}

fn team(
    random: &mut Seeded,
    clock: &mut Clock,
    number: usize,
    able: &[PersonId],
    by: PersonId,
) -> NewTeam {
    let mut members: Vec<TeamMemberInput> = Vec::new();
    for _ in 0..3 + random.below(9) {
        let person_id = *pick(random, able);
        if members.iter().all(|member| member.person_id != person_id) {
            let lead = members.is_empty();
            members.push(TeamMemberInput { person_id, lead });
        }
    }
    let name = format!("Weavers {number}");
    NewTeam {
        id: TeamId::new(),
        slug: readable_id(&name, "team"),
        name_key: fold(&name),
        input: TeamInput {
            name,
            purpose: "Looks after what several domains share.".to_owned(),
            members,
        },
        created_by: by,
        created_at: clock.next(),
    }
}

fn new_domain(
    random: &mut Seeded,
    clock: &mut Clock,
    domain: names::PlannedDomain,
    parent_id: Option<DomainId>,
    owner: PersonId,
    team_id: Option<TeamId>,
) -> NewDomain {
    NewDomain {
        id: DomainId::new(),
        slug: readable_id(&domain.name, "domain"),
        name_key: fold(&domain.name),
        input: DomainInput {
            name: domain.name,
            purpose: domain.purpose,
            parent_id,
            kind: *pick(
                random,
                &[
                    DomainKind::SourceAligned,
                    DomainKind::Aggregate,
                    DomainKind::ConsumerAligned,
                ],
            ),
            owner_ids: vec![owner],
            steward_ids: Vec::new(),
            team_id,
            default_classification: Classification::Internal,
            // A few are closed, as in every company: lists have to look whether one may know of them.
            discoverability: match random.below(40) {
                0 => Discoverability::Members,
                _ => Discoverability::Everyone,
            },
        },
        created_by: owner,
        created_at: clock.next(),
    }
}

/// Products are many where the business is, and few elsewhere.
fn products(
    random: &mut Seeded,
    clock: &mut Clock,
    domains: &[NewDomain],
    count: usize,
) -> Vec<ProductRecord> {
    let mut numbers = vec![0; domains.len()];
    let mut products = Vec::with_capacity(count);
    while products.len() < count && !domains.is_empty() {
        let end = 1 + random.below(domains.len() as u64);
        let at = random.below(end);
        let at = usize::try_from(at).unwrap_or_default();
        let domain = &domains[at];
        let number: usize = numbers[at];
        if number >= 320 {
            continue;
        }
        numbers[at] += 1;
        let (name, purpose) = names::product(&domain.input.name, number);
        let owner = domain.input.owner_ids[0];
        products.push(ProductRecord {
            id: DataProductId::new(),
            slug: readable_id(&name, "data-product"),
            name_key: fold(&name),
            input: NewDataProduct {
                domain_id: domain.id,
                name,
                purpose,
            },
            owner,
            classification: domain.input.default_classification,
            created_by: owner,
            created_at: clock.next(),
        });
    }
    products
}

/// Writes one of them with its audit entry and the word to open screens, as the platform does.
async fn write(tx: &mut Tx, new: &New, by: &Principal) -> Result<(), StoreError> {
    let value = |thing: Result<Value, serde_json::Error>| {
        thing.map_err(|error| StoreError::Unreadable(error.to_string()))
    };
    let (action, change, id, after, at): (_, _, Uuid, Value, _) = match new {
        New::Person(person) => {
            tx.insert_person(person).await?;
            let made: Option<Person> = tx.read().person(person.id).await?;
            (
                AuditAction::CreatePerson,
                ChangeType::PersonCreated,
                person.id.0,
                value(serde_json::to_value(made))?,
                person.created_at,
            )
        }
        New::Team(team) => {
            tx.insert_team(team).await?;
            (
                AuditAction::CreateTeam,
                ChangeType::TeamCreated,
                team.id.0,
                value(serde_json::to_value(&team.input))?,
                team.created_at,
            )
        }
        New::Account(account, at) => {
            tx.insert_service_account(account, *at).await?;
            let made = tx.read().service_account(account.id, *at).await?;
            (
                AuditAction::CreateServiceAccount,
                ChangeType::ServiceAccountCreated,
                account.id.0,
                value(serde_json::to_value(made))?,
                *at,
            )
        }
        New::Domain(domain) => {
            tx.insert_domain(domain).await?;
            let made = tx.read().domain(domain.id).await?;
            (
                AuditAction::CreateDomain,
                ChangeType::DomainCreated,
                domain.id.0,
                value(serde_json::to_value(made))?,
                domain.created_at,
            )
        }
        New::Product(product) => {
            tx.insert_data_product(product).await?;
            let made = tx.read().data_product(product.id).await?;
            (
                AuditAction::CreateDataProduct,
                ChangeType::DataProductCreated,
                product.id.0,
                value(serde_json::to_value(made))?,
                product.created_at,
            )
        }
    };
    tx.tell(change, id, 1, at).await?;
    tx.audit(NewAuditEntry {
        at,
        by: Some(mesh_model::PersonRef {
            id: by.id,
            name: by.name.clone(),
        }),
        action,
        resource: id,
        before: None,
        after: Some(after),
        policies: Vec::new(),
    })
    .await
}
