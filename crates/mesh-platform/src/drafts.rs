//! Drafts of wizards. Saving one leaves no audit entry; beginning and deleting one does.

use mesh_model::{AuditAction, Draft, DraftEdit, DraftId, DraftInput, FieldCode, Fields, NAME_MAX};

use crate::{Keyed, Platform, Principal, Refusal, clock::now, recording::Recording};

const CREATE: &str = "create_draft";
const VALUES_MAX: usize = 256 * 1024;
const STEP_MAX: usize = 60;

/// Drafts of wizards; each person knows of their own only.
pub struct Drafts<'p>(pub(crate) &'p Platform);

impl Drafts<'_> {
    /// One's drafts, the last one touched first.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn list(&self, by: &Principal) -> Result<Vec<Draft>, Refusal> {
        self.0.require(by, mesh_policy::Intent::SeeCatalog).await?;
        Ok(self.0.store.read().await?.drafts(by.id).await?)
    }

    /// One's own draft.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], or that the database failed.
    pub async fn get(&self, by: &Principal, id: DraftId) -> Result<Draft, Refusal> {
        self.0.require(by, mesh_policy::Intent::SeeCatalog).await?;
        self.0
            .store
            .read()
            .await?
            .draft(by.id, id)
            .await?
            .ok_or(Refusal::NotFound)
    }

    /// Begins a draft.
    ///
    /// # Errors
    /// [`Refusal::Invalid`], or that the database failed.
    pub async fn create(&self, by: &Principal, asked: Keyed<DraftInput>) -> Result<Draft, Refusal> {
        self.0.require(by, mesh_policy::Intent::SeeCatalog).await?;
        check(&asked.input.title, &asked.input.step, &asked.input.values)?;
        let by = by.clone();
        self.0
            .store
            .write(move |tx| {
                let (by, asked) = (by.clone(), asked.clone());
                Box::pin(async move {
                    if let Some(made) = asked.made_before(tx, &by, CREATE).await? {
                        return tx
                            .read()
                            .draft(by.id, DraftId(made))
                            .await?
                            .ok_or(Refusal::NotFound);
                    }
                    let at = now();
                    let draft = Draft {
                        id: DraftId::new(),
                        kind: asked.input.kind,
                        title: asked.input.title.clone(),
                        step: asked.input.step.clone(),
                        values: asked.input.values.clone(),
                        revision: 1,
                        created_at: at,
                        updated_at: at,
                    };
                    tx.insert_draft(by.id, &draft).await?;
                    asked.remember(tx, &by, CREATE, draft.id.0, at).await?;
                    Recording::of(AuditAction::CreateDraft, draft.id.0)
                        .write(tx, Some(&by), at)
                        .await?;
                    Ok(draft)
                })
            })
            .await
    }

    /// Saves a draft.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], [`Refusal::Stale`] when another window saved it, [`Refusal::Invalid`], or that the
    /// database failed.
    pub async fn update(
        &self,
        by: &Principal,
        id: DraftId,
        revision: i64,
        edit: DraftEdit,
    ) -> Result<Draft, Refusal> {
        self.0.require(by, mesh_policy::Intent::SeeCatalog).await?;
        check(&edit.title, &edit.step, &edit.values)?;
        let holder = by.id;
        self.0
            .store
            .write(move |tx| {
                let edit = edit.clone();
                Box::pin(async move {
                    let before = tx
                        .read()
                        .draft(holder, id)
                        .await?
                        .ok_or(Refusal::NotFound)?;
                    if before.revision != revision {
                        return Err(Refusal::Stale {
                            revision: before.revision,
                        });
                    }
                    tx.update_draft(id, &edit, now()).await?;
                    tx.read().draft(holder, id).await?.ok_or(Refusal::NotFound)
                })
            })
            .await
    }

    /// Deletes a draft.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], or that the database failed.
    pub async fn delete(&self, by: &Principal, id: DraftId) -> Result<(), Refusal> {
        self.0.require(by, mesh_policy::Intent::SeeCatalog).await?;
        let by = by.clone();
        self.0
            .store
            .write(move |tx| {
                let by = by.clone();
                Box::pin(async move {
                    if !tx.delete_draft(by.id, id).await? {
                        return Err(Refusal::NotFound);
                    }
                    Recording::of(AuditAction::DeleteDraft, id.0)
                        .write(tx, Some(&by), now())
                        .await
                })
            })
            .await
    }
}

fn check(title: &str, step: &str, values: &serde_json::Value) -> Result<(), Refusal> {
    let mut fields = Fields::default();
    // A draft keeps what is typed, whatever it is: only what no database could hold is refused.
    if title.chars().count() > NAME_MAX {
        fields.refuse(
            "/title",
            FieldCode::TooLong,
            "at most 120 characters",
            [("max", (NAME_MAX as i64).into())],
        );
    }
    if title.contains('\0') {
        fields.refuse("/title", FieldCode::ControlCharacters, "holds U+0000", []);
    }
    if step.is_empty()
        || step.len() > STEP_MAX
        || !step.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    {
        fields.refuse(
            "/step",
            FieldCode::Malformed,
            "a step's id is letters, digits and hyphens",
            [],
        );
    }
    if !values.is_object() {
        fields.refuse("/values", FieldCode::Malformed, "must be an object", []);
    } else if values.to_string().len() > VALUES_MAX {
        fields.refuse(
            "/values",
            FieldCode::TooLong,
            "at most 256 KB",
            [("max", (VALUES_MAX as i64).into())],
        );
    }
    Refusal::unless_all_hold(fields)
}
