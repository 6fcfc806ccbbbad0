//! The things that plans touch, as audit, undo and notifications need them.

use mesh_model::{
    ChangeKind, ChangeType, DataProduct, DataProductId, Domain, DomainId, Person, PersonId,
    ServiceAccount, ServiceAccountId, Team, TeamId,
};
use mesh_store::Tx;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Refusal,
    clock::now,
    news::{self, News},
};

/// A thing that a plan touches.
pub(crate) enum Thing {
    Domain(Box<Domain>),
    Product(Box<DataProduct>),
    Person(Box<Person>),
    Team(Box<Team>),
    Service(Box<ServiceAccount>),
}

impl Thing {
    pub(crate) async fn find(
        tx: &mut Tx,
        kind: ChangeKind,
        id: Uuid,
    ) -> Result<Option<Self>, Refusal> {
        let mut read = tx.read();
        Ok(match kind {
            ChangeKind::Domain => (read.domain(DomainId(id)).await?)
                .map(Box::new)
                .map(Self::Domain),
            ChangeKind::DataProduct => (read.data_product(DataProductId(id)).await?)
                .map(Box::new)
                .map(Self::Product),
            ChangeKind::Person => (read.person(PersonId(id)).await?)
                .map(Box::new)
                .map(Self::Person),
            ChangeKind::Team => (read.team(TeamId(id)).await?).map(Box::new).map(Self::Team),
            ChangeKind::ServiceAccount => {
                (read.service_account(ServiceAccountId(id), now()).await?)
                    .map(Box::new)
                    .map(Self::Service)
            }
            ChangeKind::Publication | ChangeKind::Workspace | ChangeKind::Notification => None,
        })
    }

    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Domain(domain) => &domain.name,
            Self::Product(product) => &product.name,
            Self::Person(person) => &person.name,
            Self::Team(team) => &team.name,
            Self::Service(account) => &account.name,
        }
    }

    pub(crate) fn revision(&self) -> i64 {
        match self {
            Self::Domain(domain) => domain.revision,
            Self::Product(product) => product.revision,
            Self::Person(person) => person.revision,
            Self::Team(team) => team.revision,
            Self::Service(account) => account.revision,
        }
    }

    /// The thing as the audit keeps it.
    pub(crate) fn told(&self) -> Value {
        match self {
            Self::Domain(domain) => serde_json::to_value(domain),
            Self::Product(product) => serde_json::to_value(product),
            Self::Person(person) => serde_json::to_value(person),
            Self::Team(team) => serde_json::to_value(team),
            Self::Service(account) => serde_json::to_value(account),
        }
        .unwrap_or_default()
    }

    pub(crate) fn change(&self) -> ChangeType {
        match self {
            Self::Domain(_) => ChangeType::DomainUpdated,
            Self::Product(_) => ChangeType::DataProductUpdated,
            Self::Team(_) => ChangeType::TeamUpdated,
            Self::Person(_) => ChangeType::PersonUpdated,
            Self::Service(_) => ChangeType::ServiceAccountUpdated,
        }
    }

    /// What people learn of the change that made this of `before`.
    pub(crate) fn news(&self, before: Option<&Self>) -> Vec<News> {
        match (before, self) {
            (Some(Self::Domain(before)), Self::Domain(after)) => {
                news::of_domain(Some(before), after)
            }
            (Some(Self::Product(before)), Self::Product(after)) => news::of_product(before, after),
            (Some(Self::Person(before)), Self::Person(after)) => news::of_person(before, after),
            (Some(Self::Team(before)), Self::Team(after)) => {
                news::of_team(Some(before), Some(after))
            }
            (Some(Self::Service(before)), Self::Service(after)) => {
                news::of_service_account(Some(before), after)
            }
            _ => Vec::new(),
        }
    }
}
