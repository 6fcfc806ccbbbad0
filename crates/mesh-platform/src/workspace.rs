//! How a workspace comes into being.

use mesh_model::{
    AuditAction, ChangeType, PersonId, Role, Workspace, WorkspaceId, WorkspaceKind, fold,
};
use mesh_store::{NewPerson, Store, WorkspaceRecord};

use crate::{Platform, PlatformConfig, Principal, Refusal, clock::now, recording::Recording};

/// Founds the workspace; a local one with the person at this computer as its administrator.
pub(crate) async fn found(
    store: &Store,
    config: &PlatformConfig,
) -> Result<WorkspaceRecord, Refusal> {
    let (demo, kind) = (config.demo, config.kind);
    let local_person = config
        .local_person
        .clone()
        .filter(|_| kind == WorkspaceKind::Local && !demo);
    store
        .write(move |tx| {
            let local_person = local_person.clone();
            Box::pin(async move {
                if let Some(record) = tx.read().workspace().await? {
                    return Ok(record);
                }
                let at = now();
                let name = match (demo, kind) {
                    (true, _) => "Weft & Warp",
                    (false, WorkspaceKind::Local) => "My workspace",
                    (false, WorkspaceKind::Server) => "Our mesh",
                };
                let record = WorkspaceRecord {
                    id: WorkspaceId::new(),
                    name: name.to_owned(),
                    born_demo: demo,
                    created_at: at,
                };
                tx.insert_workspace(&record).await?;
                Recording::of(AuditAction::CreateWorkspace, record.id.0)
                    .write(tx, None, at)
                    .await?;
                if let Some(name) = local_person {
                    let person = NewPerson {
                        id: PersonId::new(),
                        email: format!("{}@this.computer", mesh_model::readable_id(&name, "me")),
                        email_key: fold(&format!(
                            "{}@this.computer",
                            mesh_model::readable_id(&name, "me")
                        )),
                        name,
                        role: Some(Role::Administrator),
                        persona: None,
                        password_hash: None,
                        created_at: at,
                    };
                    tx.insert_person(&person).await?;
                    Recording::of(AuditAction::CreatePerson, person.id.0)
                        .tell(ChangeType::PersonCreated, 1)
                        .write(tx, None, at)
                        .await?;
                }
                Ok::<_, Refusal>(record)
            })
        })
        .await
}

impl Platform {
    /// What everybody may know of the workspace before they sign in.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn describe(&self) -> Result<Workspace, Refusal> {
        let workspace = &self.shared.workspace;
        let mut read = self.store.read().await?;
        let set_up_needed = workspace.kind == WorkspaceKind::Server
            && !workspace.demo
            && !read.anybody_can_sign_in().await?;
        let personas = if workspace.demo {
            self.personas(&mut read).await?
        } else {
            Vec::new()
        };
        Ok(Workspace {
            id: workspace.id,
            name: workspace.name.clone(),
            kind: workspace.kind,
            demo: workspace.demo,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            set_up_needed,
            personas,
        })
    }

    /// The person at this computer: the workspace's first administrator.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] in a workspace that isn't local or has no administrator.
    pub async fn local_principal(&self) -> Result<Principal, Refusal> {
        if self.shared.workspace.kind != WorkspaceKind::Local {
            return Err(Refusal::NotFound);
        }
        let person = self
            .store
            .read()
            .await?
            .first_administrator()
            .await?
            .ok_or(Refusal::NotFound)?;
        Ok(Principal::from(&person))
    }
}
