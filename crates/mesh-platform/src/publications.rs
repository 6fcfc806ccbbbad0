//! Publishing: a plan that is shown first, applied step by step, resumed or undone after a failure.

use mesh_model::{
    AuditAction, ChangeType, DataProduct, DataProductId, FieldCode, Fields, IntakeChoices, Preview,
    Publication, PublicationId, PublicationInput, PublicationPlan, PublicationState,
    PublicationStep, PublishMode, QualityRule, QualitySeverity, StepCode, StepState, Upload, fold,
};
use mesh_policy::Intent;
use mesh_store::{NewPublication, ProductRecord, PublicationRecord, Sight};

use crate::{
    Keyed, Platform, Principal, Refusal,
    clock::now,
    comparisons, data_products,
    publication_plan::{self, Target},
    publication_run, publishing_policies, quality,
    recording::Recording,
};

const CREATE: &str = "create_publication";

/// Publishing.
pub struct Publications<'p>(pub(crate) &'p Platform);

impl Publications<'_> {
    /// What a publication would do, and which fields don't hold yet.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Job`] with what is wrong with the file, or that the
    /// database failed.
    pub async fn plan(
        &self,
        by: &Principal,
        input: PublicationInput,
    ) -> Result<PublicationPlan, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let upload = self.upload(by, &input).await?;
        let preview = self.preview(by, &upload, &input.intake).await?;
        let mut fields = Fields::default();
        let mut read = self.0.store.read().await?;
        let planned = publication_plan::plan(self.0, &mut read, &mut fields, by, &input).await?;
        let columns = publication_plan::columns_as_said(&planned, preview.columns.clone());
        let policies =
            publishing_policies::findings(self.0, &mut read, by, &planned, &input, &columns)
                .await?;
        drop(read);
        publishing_policies::refuse(&mut fields, &policies);
        publication_plan::check_against(&mut fields, &planned.columns, &preview);
        let rules = input.rules.as_deref().unwrap_or_default();
        QualityRule::check_all(&mut fields, "/rules", rules, &preview.columns);
        if fields.is_empty() && !rules.is_empty() {
            let demands = quality::demands(rules);
            let choices = input.intake.clone();
            let surveys = self.0.surveys();
            let found = surveys.survey(by, upload.id, choices, demands).await?;
            if let Some((first, broken)) = quality::blocking(rules, &found.outcomes) {
                let column = first.demand.columns().first().and_then(|name| {
                    let mut said = input.columns.iter();
                    said.find(|column| column.name == *name)
                });
                let message = "the rows break a rule that keeps them from being published";
                let name =
                    column.map(|column| ("name".to_owned(), column.business_name.as_str().into()));
                let count = ("count".to_owned(), broken.into());
                let params = std::iter::once(count).chain(name);
                fields.refuse_with("/rules", FieldCode::RuleBroken, message, params);
            }
        }
        let mut sentences = publication_plan::sentences(&planned, by, &upload.file_name, &preview);
        let mut comparison = None;
        if let (Target::Existing(product), true) = (&planned.target, fields.is_empty())
            && let Some(told) = comparisons::compare(self.0, by, product, &upload, &input).await?
        {
            comparisons::check(&mut fields, product, &input.how, &told);
            sentences.retain(|sentence| comparisons::still_true(sentence, &told));
            sentences.insert(1, comparisons::sentence(&input.how, &told));
            comparison = Some(told);
        }
        Ok(PublicationPlan {
            sentences,
            slug: planned.slug,
            fields: fields.into_vec(),
            comparison,
            policies,
        })
    }

    /// Begins a publication. The product's record and the plan come into being together; the rest runs on its own.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Invalid`], [`Refusal::Conflict`] while the product
    /// has an open publication, or that the database failed.
    pub async fn start(
        &self,
        by: &Principal,
        asked: Keyed<PublicationInput>,
    ) -> Result<Publication, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        // What was previewed is what gets published, recognised parts included.
        let mut intake = asked.input.intake.clone();
        let mut found = Vec::new();
        if asked.key.is_none() || !self.was_started(by, &asked).await? {
            let upload = self.upload(by, &asked.input).await?;
            let preview = self.preview(by, &upload, &intake).await?;
            let mut fields = Fields::default();
            publication_plan::check_against(&mut fields, &asked.input.columns, &preview);
            asked.input.how.check(&mut fields, "/how");
            let rules = asked.input.rules.as_deref().unwrap_or_default();
            QualityRule::check_all(&mut fields, "/rules", rules, &preview.columns);
            Refusal::unless_all_hold(fields)?;
            intake = preview.intake;
            found = preview.columns;
            self.check_rows(by, &upload, &asked.input).await?;
        }
        let platform = self.0.clone();
        let person = by.clone();
        let (publication, begun) = self
            .0
            .store
            .write(move |tx| {
                let (platform, by, asked) = (platform.clone(), person.clone(), asked.clone());
                let (intake, found) = (intake.clone(), found.clone());
                Box::pin(async move {
                    if let Some(made) = asked.made_before(tx, &by, CREATE).await? {
                        let record = tx
                            .read()
                            .publication(PublicationId(made))
                            .await?
                            .ok_or(Refusal::NotFound)?;
                        return Ok((record.publication, false));
                    }
                    let mut fields = Fields::default();
                    let planned = publication_plan::plan(
                        &platform,
                        &mut tx.read(),
                        &mut fields,
                        &by,
                        &asked.input,
                    )
                    .await?;
                    let columns = publication_plan::columns_as_said(&planned, found);
                    let policies = publishing_policies::findings(
                        &platform,
                        &mut tx.read(),
                        &by,
                        &planned,
                        &asked.input,
                        &columns,
                    )
                    .await?;
                    publishing_policies::refuse(&mut fields, &policies);
                    Refusal::unless_all_hold(fields)?;
                    let at = now();
                    let mut steps = Vec::new();
                    let (product, version_number) = match planned.target {
                        Target::Existing(product) => {
                            if product.active_publication.is_some() {
                                return Err(Refusal::Conflict("publication_open"));
                            }
                            (
                                product.id,
                                product
                                    .current_version
                                    .map_or(1, |version| version.number + 1),
                            )
                        }
                        Target::New {
                            input,
                            classification,
                            ..
                        } => {
                            let record = ProductRecord {
                                id: DataProductId::new(),
                                slug: planned.slug,
                                name_key: fold(&input.name),
                                input,
                                owner: by.id,
                                classification,
                                created_by: by.id,
                                created_at: at,
                            };
                            tx.insert_data_product(&record).await?;
                            let product = tx
                                .read()
                                .data_product(record.id)
                                .await?
                                .ok_or(Refusal::NotFound)?;
                            Recording::of(AuditAction::CreateDataProduct, product.id.0)
                                .after(&product)
                                .decided(&planned.decision)
                                .tell(ChangeType::DataProductCreated, product.revision)
                                .write(tx, Some(&by), at)
                                .await?;
                            steps.push(PublicationStep {
                                state: StepState::Done,
                                ..PublicationStep::waiting(StepCode::CreateProduct)
                            });
                            (record.id, 1)
                        }
                        Target::Unknown => return Err(Refusal::NotFound),
                    };
                    let rest = [
                        StepCode::WriteTable,
                        StepCode::CheckTable,
                        StepCode::Activate,
                    ];
                    steps.extend(rest.map(PublicationStep::waiting));
                    let new = NewPublication {
                        id: PublicationId::new(),
                        product,
                        version_number,
                        upload: Some(asked.input.upload_id),
                        intake,
                        how: asked.input.how.clone(),
                        put_back: None,
                        columns: planned.columns,
                        steps,
                        started_by: by.id,
                        started_at: at,
                    };
                    tx.insert_publication(&new).await?;
                    if let Some(rules) = &asked.input.rules {
                        tx.keep_publication_rules(new.id, rules).await?;
                    }
                    asked.remember(tx, &by, CREATE, new.id.0, at).await?;
                    if let Some(draft) = asked.input.draft_id {
                        tx.delete_draft(by.id, draft).await?;
                    }
                    let record = tx
                        .read()
                        .publication(new.id)
                        .await?
                        .ok_or(Refusal::NotFound)?;
                    Recording::of(AuditAction::StartPublication, new.id.0)
                        .after(&record.publication)
                        .decided(&planned.decision)
                        .tell(ChangeType::PublicationUpdated, record.publication.revision)
                        .write(tx, Some(&by), at)
                        .await?;
                    Ok((record.publication, true))
                })
            })
            .await?;
        if begun {
            publication_run::begin(self.0, publication.id).await;
        }
        Ok(publication)
    }

    /// One publication, with its progress.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn get(&self, by: &Principal, id: PublicationId) -> Result<Publication, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let record = read.publication(id).await?.ok_or(Refusal::NotFound)?;
        let product = read
            .data_product(record.publication.data_product_id)
            .await?
            .ok_or(Refusal::NotFound)?;
        data_products::visible_domain(self.0, &mut read, by, &product).await?;
        drop(read);
        Ok(self.with_progress(record.publication).await)
    }

    /// Publications, newest first.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(
        &self,
        by: &Principal,
        product: Option<DataProductId>,
        state: Option<PublicationState>,
        after: Option<PublicationId>,
        limit: i64,
    ) -> Result<Vec<Publication>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let records = self
            .0
            .store
            .read()
            .await?
            .publications(self.0.sight(by), product, state, after, limit)
            .await?;
        let mut told = Vec::with_capacity(records.len());
        for record in records {
            told.push(self.with_progress(record.publication).await);
        }
        Ok(told)
    }

    /// Takes a failed publication up again, where it failed; with `rules_warn`, what rows break no longer keeps it from
    /// being published.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Conflict`] unless it has failed, or that the
    /// database failed.
    pub async fn resume(
        &self,
        by: &Principal,
        id: PublicationId,
        rules_warn: bool,
    ) -> Result<Publication, Refusal> {
        if rules_warn {
            self.let_rules_warn(by, id).await?;
        }
        let publication = self
            .change(by, id, AuditAction::ResumePublication, |publication| {
                if !publication.state.can_resume() {
                    return Err(Refusal::Conflict("publication_not_failed"));
                }
                publication.state = PublicationState::Running;
                publication.failure = None;
                publication.finished_at = None;
                for step in &mut publication.steps {
                    if step.state == StepState::Failed {
                        step.state = StepState::Waiting;
                    }
                }
                Ok(())
            })
            .await?;
        publication_run::begin(self.0, id).await;
        Ok(publication)
    }

    async fn let_rules_warn(&self, by: &Principal, id: PublicationId) -> Result<(), Refusal> {
        let record = self.authorize(by, id).await?;
        let mut rules = publication_run::rules(self.0, &record).await?;
        for rule in &mut rules {
            rule.severity = QualitySeverity::Warning;
        }
        self.0
            .store
            .write(move |tx| {
                let rules = rules.clone();
                Box::pin(async move {
                    let record = tx.read().publication(id).await?.ok_or(Refusal::NotFound)?;
                    if !record.publication.state.can_resume() {
                        return Err(Refusal::Conflict("publication_not_failed"));
                    }
                    tx.keep_publication_rules(id, &rules).await?;
                    Ok(())
                })
            })
            .await
    }

    /// Undoes a publication that runs or has failed. A product that was never published goes with it.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Conflict`] when it has ended, or that the database
    /// failed.
    pub async fn cancel(&self, by: &Principal, id: PublicationId) -> Result<Publication, Refusal> {
        self.authorize(by, id).await?;
        publication_run::end(self.0, id).await;
        let publication = self
            .change(by, id, AuditAction::CancelPublication, |publication| {
                if !publication.state.can_cancel() {
                    return Err(Refusal::Conflict("publication_ended"));
                }
                publication.state = PublicationState::Cancelled;
                publication.finished_at = Some(now());
                Ok(())
            })
            .await?;
        self.remove_rejects(&publication).await?;
        self.remove_if_never_published(by, &publication).await?;
        Ok(publication)
    }

    /// Takes up publications that were running when the workspace was closed.
    pub(crate) async fn take_up(&self) -> Result<(), Refusal> {
        let running = Some(PublicationState::Running);
        for record in self
            .0
            .store
            .read()
            .await?
            .publications(Sight::All, None, running, None, i64::MAX)
            .await?
        {
            publication_run::begin(self.0, record.publication.id).await;
        }
        Ok(())
    }

    async fn upload(&self, by: &Principal, input: &PublicationInput) -> Result<Upload, Refusal> {
        let refuse = |code, message: &str| {
            let mut fields = Fields::default();
            fields.refuse("/uploadId", code, message, []);
            Refusal::Invalid(fields.into_vec())
        };
        match self.0.uploads().get(by, input.upload_id).await {
            Ok(upload) if upload.complete => Ok(upload),
            Ok(_) => Err(refuse(
                FieldCode::NotAllowed,
                "the file hasn't arrived whole",
            )),
            Err(Refusal::NotFound) => Err(refuse(FieldCode::Unknown, "there is no such file")),
            Err(other) => Err(other),
        }
    }

    /// Refuses rows that can't follow those that are there.
    async fn check_rows(
        &self,
        by: &Principal,
        upload: &Upload,
        input: &PublicationInput,
    ) -> Result<(), Refusal> {
        let Some(id) = input.data_product_id else {
            return Ok(());
        };
        if input.how.mode == PublishMode::Replace {
            return Ok(());
        }
        let product = self.publishable(by, id).await?;
        let mut fields = Fields::default();
        if let Some(told) = comparisons::compare(self.0, by, &product, upload, input).await? {
            comparisons::check(&mut fields, &product, &input.how, &told);
        }
        Refusal::unless_all_hold(fields)
    }

    /// A product that this person may publish.
    pub(crate) async fn publishable(
        &self,
        by: &Principal,
        id: DataProductId,
    ) -> Result<DataProduct, Refusal> {
        let mut read = self.0.store.read().await?;
        let product = read.data_product(id).await?.ok_or(Refusal::NotFound)?;
        let domain = data_products::visible_domain(self.0, &mut read, by, &product).await?;
        let facts = data_products::facts(&product, &domain);
        if !self.0.decide(by, Intent::PublishDataProduct(facts)).allowed {
            return Err(Refusal::Forbidden {
                who: vec![product.owner.name],
            });
        }
        Ok(product)
    }

    async fn preview(
        &self,
        by: &Principal,
        upload: &Upload,
        intake: &IntakeChoices,
    ) -> Result<Preview, Refusal> {
        let mut fields = Fields::default();
        intake.check(&mut fields, "/intake");
        Refusal::unless_all_hold(fields)?;
        self.0
            .uploads()
            .preview(by, upload.id, intake.clone())
            .await
    }

    async fn was_started(
        &self,
        by: &Principal,
        asked: &Keyed<PublicationInput>,
    ) -> Result<bool, Refusal> {
        let Some(key) = &asked.key else {
            return Ok(false);
        };
        Ok(self
            .0
            .store
            .read()
            .await?
            .remembered(by.id, CREATE, key)
            .await?
            .is_some())
    }

    async fn with_progress(&self, mut publication: Publication) -> Publication {
        if let Some(running) = self.0.shared.running.lock().await.get(&publication.id) {
            let progress = running
                .progress
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner)
                .clone();
            for step in publication
                .steps
                .iter_mut()
                .filter(|step| step.state == StepState::Running)
            {
                step.progress.clone_from(&progress);
            }
        }
        publication
    }

    async fn authorize(
        &self,
        by: &Principal,
        id: PublicationId,
    ) -> Result<PublicationRecord, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let record = read.publication(id).await?.ok_or(Refusal::NotFound)?;
        drop(read);
        self.publishable(by, record.publication.data_product_id)
            .await?;
        Ok(record)
    }

    async fn change(
        &self,
        by: &Principal,
        id: PublicationId,
        action: AuditAction,
        transition: impl Fn(&mut Publication) -> Result<(), Refusal> + Send + Sync + 'static,
    ) -> Result<Publication, Refusal> {
        self.authorize(by, id).await?;
        let by = by.clone();
        let transition = std::sync::Arc::new(transition);
        self.0
            .store
            .write(move |tx| {
                let (by, transition) = (by.clone(), transition.clone());
                Box::pin(async move {
                    let record = tx.read().publication(id).await?.ok_or(Refusal::NotFound)?;
                    let before = record.publication.clone();
                    let mut publication = record.publication;
                    transition(&mut publication)?;
                    tx.record_publication(&publication, record.written.as_ref())
                        .await?;
                    publication.revision += 1;
                    Recording::of(action, id.0)
                        .before(&before)
                        .after(&publication)
                        .tell(ChangeType::PublicationUpdated, publication.revision)
                        .write(tx, Some(&by), now())
                        .await?;
                    Ok(publication)
                })
            })
            .await
    }

    async fn remove_rejects(&self, publication: &Publication) -> Result<(), Refusal> {
        let (product, version) = (publication.data_product_id, publication.version_number);
        let file = self.0.shared.folder.rejects(product, "default", version);
        match tokio::fs::remove_file(file).await {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error.into()),
            _ => Ok(()),
        }
    }

    async fn remove_if_never_published(
        &self,
        by: &Principal,
        publication: &Publication,
    ) -> Result<(), Refusal> {
        let id = publication.data_product_id;
        let by = by.clone();
        let removed = self
            .0
            .store
            .write(move |tx| {
                let by = by.clone();
                Box::pin(async move {
                    let Some(product) = tx.read().data_product(id).await? else {
                        return Ok(false);
                    };
                    if product.current_version.is_some() {
                        return Ok(false);
                    }
                    tx.delete_data_product(id).await?;
                    Recording::of(AuditAction::DeleteDataProduct, id.0)
                        .before(&product)
                        .tell(ChangeType::DataProductDeleted, product.revision)
                        .write(tx, Some(&by), now())
                        .await?;
                    Ok::<_, Refusal>(true)
                })
            })
            .await?;
        if removed {
            let folder = self.0.shared.folder.product_tables(id);
            match tokio::fs::remove_dir_all(folder).await {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(error.into());
                }
                _ => {}
            }
        }
        Ok(())
    }
}
