//! Opening a workspace and listening.

use std::{net::SocketAddr, path::PathBuf, time::Duration};

use axum::{Router, extract::Request, middleware};
use mesh_model::WorkspaceKind;
use mesh_platform::{
    DataFolder, DataFolderError, EngineConfig, OpenError, Platform, PlatformConfig, Refusal,
    WorkerMissing,
};
use tokio::net::TcpListener;
use tower::ServiceExt;

use crate::{
    guard::{self, Names},
    pages,
};

/// What to serve, and where.
#[derive(Debug, Clone)]
pub struct ServeOptions {
    /// The workspace's folder.
    pub data_dir: PathBuf,
    /// Where to listen; port 0 takes a free one.
    pub listen: SocketAddr,
    /// PostgreSQL instead of the folder's SQLite file.
    pub database_url: Option<String>,
    /// Names under which it is reached besides loopback, each as `host` or `host:port`.
    pub host_names: Vec<String>,
    /// Whether workers may read files that the system can't lock in, although other computers reach this one.
    pub allow_uncaged: bool,
    /// Whether to run as the sample company.
    pub demo: bool,
}

/// Why it can't serve.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The demo lets everybody in, so that only this computer may reach it.
    #[error("--demo lets anybody sign in as anybody: it listens on loopback only, not on {0}")]
    DemoNotLoopback(SocketAddr),
    /// Reachable by others, but under no name.
    #[error(
        "{0} can be reached by other computers: say with --host-name under which name (for example mesh.example.com)"
    )]
    NamesMissing(SocketAddr),
    /// The folder can't be used.
    #[error(transparent)]
    Folder(#[from] DataFolderError),
    /// The worker isn't there.
    #[error(transparent)]
    Worker(#[from] WorkerMissing),
    /// The workspace can't be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The address can't be listened on.
    #[error("can't listen on {address}: {source}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// Why.
        source: std::io::Error,
    },
    /// A first step after opening failed.
    #[error("the workspace opened, but is not usable: {0}")]
    Unusable(#[from] Refusal),
}

/// A workspace that is open and an address that is taken.
pub struct Server {
    platform: Platform,
    listener: TcpListener,
    address: SocketAddr,
    app: Router,
    set_up_link: Option<String>,
}

impl Server {
    /// Opens the workspace and takes the address.
    ///
    /// # Errors
    /// See [`ServeError`].
    pub async fn open(options: ServeOptions) -> Result<Self, ServeError> {
        let engine = EngineConfig {
            caged: !options.listen.ip().is_loopback() && !options.allow_uncaged,
            ..EngineConfig::located()?
        };
        Self::open_with(options, engine).await
    }

    /// As [`Server::open`], with workers started as `engine` says.
    ///
    /// # Errors
    /// See [`ServeError`].
    pub async fn open_with(
        options: ServeOptions,
        engine: EngineConfig,
    ) -> Result<Self, ServeError> {
        if options.demo && !options.listen.ip().is_loopback() {
            return Err(ServeError::DemoNotLoopback(options.listen));
        }
        if !options.listen.ip().is_loopback() && options.host_names.is_empty() {
            return Err(ServeError::NamesMissing(options.listen));
        }
        let listen = |source| ServeError::Listen {
            address: options.listen,
            source,
        };
        let listener = TcpListener::bind(options.listen).await.map_err(listen)?;
        let address = listener.local_addr().map_err(listen)?;
        let platform = Platform::open(PlatformConfig {
            folder: DataFolder::open(&options.data_dir)?,
            database_url: options.database_url,
            engine,
            kind: WorkspaceKind::Server,
            demo: options.demo,
            local_person: None,
        })
        .await?;
        if !options.demo {
            platform.close_demo_doors().await?;
        }
        let origin = match options.host_names.first() {
            Some(name) if !address.ip().is_loopback() => format!("https://{name}"),
            _ => format!("http://{address}"),
        };
        let set_up_link = if platform.describe().await?.set_up_needed {
            Some(format!(
                "{origin}{}",
                platform.sign_in().set_up_link().await?.url
            ))
        } else {
            None
        };
        let names = Names::new(address, &options.host_names);
        let app = app(platform.clone()).layer(middleware::from_fn_with_state(names, guard::admit));
        Ok(Self {
            platform,
            listener,
            address,
            app,
            set_up_link,
        })
    }

    /// Where it listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The link with which the first administrator signs in, while nobody can.
    #[must_use]
    pub fn set_up_link(&self) -> Option<&str> {
        self.set_up_link.as_deref()
    }

    /// The open workspace.
    #[must_use]
    pub fn platform(&self) -> &Platform {
        &self.platform
    }

    /// Serves until `stop`; then requests have three seconds to end.
    ///
    /// # Errors
    /// That listening failed.
    pub async fn run(
        self,
        stop: impl Future<Output = ()> + Send + 'static,
    ) -> Result<(), std::io::Error> {
        let (stopped, mut stopping) = tokio::sync::watch::channel(false);
        let signal = async move {
            stop.await;
            let _ = stopped.send(true);
        };
        let serving = axum::serve(self.listener, self.app).with_graceful_shutdown(signal);
        let patience = async move {
            let _ = stopping.wait_for(|stopped| *stopped).await;
            tokio::time::sleep(Duration::from_secs(3)).await;
        };
        let served = tokio::select! {
            served = serving => served,
            () = patience => Ok(()),
        };
        self.platform.close().await;
        served
    }
}

fn app(platform: Platform) -> Router {
    let api = mesh_api::router(platform);
    Router::new().fallback(move |request: Request| {
        let api = api.clone();
        async move {
            let path = request.uri().path();
            if path.starts_with("/api/") || path == "/healthz" {
                match api.oneshot(request).await {
                    Ok(response) => response,
                    Err(never) => match never {},
                }
            } else {
                pages::page(request.method(), path)
            }
        }
    })
}
