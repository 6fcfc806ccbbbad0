//! How a workspace comes into being.

use std::sync::PoisonError;

use mesh_model::{
    AuditAction, ChangeType, Fields, PersonId, Role, Workspace, WorkspaceEdit, WorkspaceId,
    WorkspaceKind, check_name, fold,
};
use mesh_policy::Intent;
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
        let workspace = self.workspace();
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
            name: workspace.name,
            kind: workspace.kind,
            demo: workspace.demo,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            set_up_needed,
            personas,
        })
    }

    /// Gives the workspace another name.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::Invalid`], or that the database failed.
    pub async fn rename(&self, by: &Principal, edit: WorkspaceEdit) -> Result<Workspace, Refusal> {
        let decision = self.require(by, Intent::ManageWorkspace).await?;
        let mut fields = Fields::default();
        let name = check_name(&mut fields, "/name", &edit.name);
        Refusal::unless_all_hold(fields)?;
        let (id, by) = (self.workspace().id, by.clone());
        self.store
            .write(move |tx| {
                let (name, by, decision) = (name.clone(), by.clone(), decision.clone());
                Box::pin(async move {
                    let before = tx.read().workspace().await?.ok_or(Refusal::NotFound)?.name;
                    if before == name {
                        return Ok(());
                    }
                    tx.rename_workspace(&name).await?;
                    Recording::of(AuditAction::RenameWorkspace, id.0)
                        .before(&WorkspaceEdit { name: before })
                        .after(&WorkspaceEdit { name })
                        .decided(&decision)
                        .tell(ChangeType::WorkspaceUpdated, 1)
                        .write(tx, Some(&by), now())
                        .await
                })
            })
            .await?;
        self.learn_name().await?;
        self.describe().await
    }

    /// Takes over the name that the workspace has now; another server on the same database may have changed it.
    pub(crate) async fn learn_name(&self) -> Result<(), Refusal> {
        let record = self.store.read().await?.workspace().await?;
        if let Some(record) = record {
            let workspace = self.shared.workspace.write();
            workspace.unwrap_or_else(PoisonError::into_inner).name = record.name;
        }
        Ok(())
    }

    /// The person at this computer: the workspace's first administrator.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] in a workspace that isn't local or has no administrator.
    pub async fn local_principal(&self) -> Result<Principal, Refusal> {
        if self.workspace().kind != WorkspaceKind::Local {
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
