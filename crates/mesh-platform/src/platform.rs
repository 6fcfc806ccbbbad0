//! An open workspace with everything that its use cases need.

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, PoisonError, RwLock},
    time::Duration,
};

use mesh_engine::{Engine, EngineConfig};
use mesh_model::{PublicationId, WorkspaceKind, WorkspaceRef};
use mesh_policy::{Decision, Intent, Policies};
use mesh_search::Catalog;
use mesh_store::{Safeguard, Store, StoreConfig, StoreError};
use tokio::{sync::Mutex, task::JoinSet};

use crate::{
    AccessTokens, Audit, Backups, Contracts, DataFolder, DataProducts, Decisions, Domains, Drafts,
    Jobs, Notifications, People, Plans, Principal, Profiles, Publications, Refusal, Rows, Search,
    ServiceAccounts, SignIn, Teams, Uploads, feed::Feed, passwords::Attempts,
    publication_run::Running,
};

/// How to open a workspace.
#[derive(Debug)]
pub struct PlatformConfig {
    /// Its folder, held by this process.
    pub folder: DataFolder,
    /// PostgreSQL instead of the folder's SQLite file.
    pub database_url: Option<String>,
    /// How workers are started.
    pub engine: EngineConfig,
    /// Where it runs.
    pub kind: WorkspaceKind,
    /// Whether it runs as the sample company: filled if empty, and one may sign in as each persona.
    pub demo: bool,
    /// The person at this computer, who becomes the administrator of a new local workspace.
    pub local_person: Option<String>,
}

/// Why a workspace can't be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The database refused or failed.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// A demo was asked for in a folder that holds something else.
    #[error("{} is neither empty nor a demo", .0.display())]
    NotDemo(PathBuf),
    /// The search index can't be made.
    #[error(transparent)]
    Search(#[from] mesh_search::SearchError),
    /// Filling the workspace failed.
    #[error("the workspace could not be filled: {0}")]
    Filling(#[source] Box<Refusal>),
}

impl From<Refusal> for OpenError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Store(error) => Self::Store(error),
            other => Self::Filling(Box::new(other)),
        }
    }
}

/// An open workspace.
#[derive(Clone)]
pub struct Platform {
    pub(crate) store: Store,
    pub(crate) engine: Engine,
    pub(crate) shared: Arc<Shared>,
}

pub(crate) struct Shared {
    pub(crate) folder: DataFolder,
    pub(crate) policies: Policies,
    pub(crate) catalog: Catalog,
    pub(crate) workspace: RwLock<WorkspaceRef>,
    pub(crate) feed: Feed,
    pub(crate) attempts: Attempts,
    pub(crate) jobs: crate::jobs::Ledger,
    pub(crate) product_names: crate::names::Kept,
    pub(crate) running: Mutex<HashMap<PublicationId, Running>>,
    pub(crate) tasks: Mutex<JoinSet<()>>,
    pub(crate) previews: crate::uploads::Previews,
    pub(crate) comparisons: crate::comparisons::Comparisons,
    pub(crate) surveys: crate::surveys::Made,
    pub(crate) backups: crate::backups::Made,
}

impl std::fmt::Debug for Platform {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Platform")
            .field("workspace", &self.workspace())
            .finish_non_exhaustive()
    }
}

impl Platform {
    /// Opens a workspace: database, search index, and publications that were cut off.
    ///
    /// # Errors
    /// See [`OpenError`].
    pub async fn open(config: PlatformConfig) -> Result<Self, OpenError> {
        let untouched = config.folder.is_empty();
        let known = config.database_url.is_some() || config.folder.database().exists();
        if config.demo && !untouched && !known {
            return Err(OpenError::NotDemo(config.folder.root().to_owned()));
        }
        let database = match &config.database_url {
            Some(url) => StoreConfig::Postgres(url.clone()),
            None => StoreConfig::Sqlite(config.folder.database()),
        };
        let safeguard = Safeguard::CopyIn(config.folder.root());
        let store = Store::open(&database, safeguard).await?;
        store
            .write(|tx| Box::pin(async move { tx.complete_search_keys().await }))
            .await?;
        let record = match store.read().await?.workspace().await? {
            Some(record) if config.demo && !record.born_demo => {
                return Err(OpenError::NotDemo(config.folder.root().to_owned()));
            }
            Some(record) => record,
            None if config.demo && !untouched => {
                return Err(OpenError::NotDemo(config.folder.root().to_owned()));
            }
            None => crate::workspace::found(&store, &config).await?,
        };
        let last = store.read().await?.last_change().await?;
        let shared = Shared {
            folder: config.folder,
            policies: Policies::built_in(),
            catalog: Catalog::new()?,
            workspace: RwLock::new(WorkspaceRef {
                id: record.id,
                name: record.name,
                kind: config.kind,
                demo: config.demo,
            }),
            feed: Feed::new(),
            attempts: Attempts::default(),
            jobs: crate::jobs::Ledger::default(),
            product_names: crate::names::Kept::default(),
            running: Mutex::default(),
            tasks: Mutex::default(),
            previews: crate::uploads::Previews::default(),
            comparisons: crate::comparisons::Comparisons::default(),
            surveys: crate::surveys::Made::default(),
            backups: crate::backups::Made::default(),
        };
        let platform = Self {
            store,
            engine: Engine::new(config.engine),
            shared: Arc::new(shared),
        };
        platform
            .spawn(crate::feed::follow(platform.clone(), last))
            .await;
        if config.demo {
            platform.fill_demo().await?;
        }
        platform.publications().take_up().await?;
        platform.uploads().forget_abandoned().await?;
        platform.backups().clear()?;
        platform.engine.get_ready();
        Ok(platform)
    }

    /// The workspace, as its people name it.
    #[must_use]
    pub fn workspace(&self) -> WorkspaceRef {
        let workspace = self.shared.workspace.read();
        workspace.unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The folder in which it lies.
    #[must_use]
    pub fn folder(&self) -> &DataFolder {
        &self.shared.folder
    }

    /// Ends what runs and closes the database. What was cut off is taken up at the next start.
    pub async fn close(&self) {
        self.shared.backups.end();
        let end = async {
            self.shared.tasks.lock().await.shutdown().await;
            self.shared.running.lock().await.clear();
            self.store.close().await;
        };
        let _ = tokio::time::timeout(Duration::from_secs(5), end).await;
        self.shared.folder.release();
    }

    /// Signing in and out.
    #[must_use]
    pub fn sign_in(&self) -> SignIn<'_> {
        SignIn(self)
    }

    /// People and their roles.
    #[must_use]
    pub fn people(&self) -> People<'_> {
        People(self)
    }

    /// Teams.
    #[must_use]
    pub fn teams(&self) -> Teams<'_> {
        Teams(self)
    }

    /// Service accounts and their tokens.
    #[must_use]
    pub fn service_accounts(&self) -> ServiceAccounts<'_> {
        ServiceAccounts(self)
    }

    /// What the workers do.
    #[must_use]
    pub fn jobs(&self) -> Jobs<'_> {
        Jobs(self)
    }

    /// Personal access tokens.
    #[must_use]
    pub fn access_tokens(&self) -> AccessTokens<'_> {
        AccessTokens(self)
    }

    /// Domains.
    #[must_use]
    pub fn domains(&self) -> Domains<'_> {
        Domains(self)
    }

    /// Plans.
    #[must_use]
    pub fn plans(&self) -> Plans<'_> {
        Plans(self)
    }

    /// Data products.
    #[must_use]
    pub fn data_products(&self) -> DataProducts<'_> {
        DataProducts(self)
    }

    /// What versions of data products hold and mean.
    #[must_use]
    pub fn profiles(&self) -> Profiles<'_> {
        Profiles(self)
    }

    /// What is asked of data products before they are published.
    #[must_use]
    pub fn publishing_policies(&self) -> crate::PublishingPolicies<'_> {
        crate::PublishingPolicies(self)
    }

    /// How data products keep what they promise.
    #[must_use]
    pub fn quality(&self) -> crate::Quality<'_> {
        crate::Quality(self)
    }

    /// What files hold before they are published.
    #[must_use]
    pub fn surveys(&self) -> crate::Surveys<'_> {
        crate::Surveys(self)
    }

    /// Contracts of data products.
    #[must_use]
    pub fn contracts(&self) -> Contracts<'_> {
        Contracts(self)
    }

    /// Rows of data products.
    #[must_use]
    pub fn rows(&self) -> Rows<'_> {
        Rows(self)
    }

    /// Files on their way in.
    #[must_use]
    pub fn uploads(&self) -> Uploads<'_> {
        Uploads(self)
    }

    /// Publishing.
    #[must_use]
    pub fn publications(&self) -> Publications<'_> {
        Publications(self)
    }

    /// Drafts of wizards.
    #[must_use]
    pub fn drafts(&self) -> Drafts<'_> {
        Drafts(self)
    }

    /// Notifications.
    #[must_use]
    pub fn notifications(&self) -> Notifications<'_> {
        Notifications(self)
    }

    /// The audit.
    #[must_use]
    pub fn audit(&self) -> Audit<'_> {
        Audit(self)
    }

    /// Policies, and decisions explained.
    #[must_use]
    pub fn decisions(&self) -> Decisions<'_> {
        Decisions(self)
    }

    /// Backups of the workspace.
    #[must_use]
    pub fn backups(&self) -> Backups<'_> {
        Backups(self)
    }

    /// Finding things.
    #[must_use]
    pub fn search(&self) -> Search<'_> {
        Search(self)
    }

    pub(crate) fn decide(&self, by: &Principal, intent: Intent) -> Decision {
        self.shared.policies.decide(by.asker(), intent)
    }

    /// Refuses unless the person may, naming administrators as those who can help.
    pub(crate) async fn require(
        &self,
        by: &Principal,
        intent: Intent,
    ) -> Result<Decision, Refusal> {
        let decision = self.decide(by, intent);
        if decision.allowed {
            return Ok(decision);
        }
        Err(Refusal::Forbidden {
            who: self.store.read().await?.administrator_names().await?,
        })
    }

    pub(crate) async fn spawn(&self, task: impl Future<Output = ()> + Send + 'static) {
        let mut tasks = self.shared.tasks.lock().await;
        while tasks.try_join_next().is_some() {}
        tasks.spawn(task);
    }
}
