//! An earlier version becomes the current one again, as a version of its own.

use mesh_model::{
    AuditAction, ChangeType, DataProduct, DataProductId, PlanCode, Publication, PublicationId,
    PublicationPlan, PublicationStep, StepCode,
};
use mesh_policy::Intent;
use mesh_store::{NewPublication, VersionRecord};

use crate::{
    Keyed, Principal, Publications, Refusal,
    clock::now,
    data_products,
    publication_plan::{differences, sentence},
    publication_run,
    recording::Recording,
};

const PUT_BACK: &str = "put_back_version";

impl Publications<'_> {
    /// What putting an earlier version back would do.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Conflict`] for the current version, or that the
    /// database failed.
    pub async fn plan_put_back(
        &self,
        by: &Principal,
        id: DataProductId,
        number: i64,
    ) -> Result<PublicationPlan, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let product = self.publishable(by, id).await?;
        let versions = self.0.store.read().await?.product_versions(id).await?;
        let (current, earlier) = find(&product, versions, number)?;
        let mut sentences = vec![sentence(
            PlanCode::PutBack,
            [
                ("name", product.name.as_str().into()),
                ("number", (current + 1).into()),
                ("from", number.into()),
                ("rows", earlier.version.row_count.into()),
            ],
        )];
        sentences.extend(differences(&product.output_port.columns, &earlier.columns));
        let current = [("number", current.into())];
        sentences.push(sentence(PlanCode::StaysReadable, current));
        sentences.push(sentence(PlanCode::CheckTable, []));
        Ok(PublicationPlan {
            sentences,
            slug: product.slug,
            fields: Vec::new(),
            comparison: None,
            policies: Vec::new(),
        })
    }

    /// Begins to put an earlier version back: the next version will hold what it held.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Conflict`] for the current version or while the
    /// product has an open publication, or that the database failed.
    pub async fn put_back(
        &self,
        by: &Principal,
        asked: Keyed<(DataProductId, i64)>,
    ) -> Result<Publication, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let (platform, person) = (self.0.clone(), by.clone());
        let (publication, begun) = self
            .0
            .store
            .write(move |tx| {
                let (platform, by, asked) = (platform.clone(), person.clone(), asked.clone());
                Box::pin(async move {
                    if let Some(made) = asked.made_before(tx, &by, PUT_BACK).await? {
                        let record = tx.read().publication(PublicationId(made)).await?;
                        let record = record.ok_or(Refusal::NotFound)?;
                        return Ok((record.publication, false));
                    }
                    let (id, number) = asked.input;
                    let product = tx.read().data_product(id).await?.ok_or(Refusal::NotFound)?;
                    let domain =
                        data_products::visible_domain(&platform, &mut tx.read(), &by, &product)
                            .await?;
                    let facts = data_products::facts(&product, &domain);
                    let decision = platform.decide(&by, Intent::PublishDataProduct(facts));
                    if !decision.allowed {
                        return Err(Refusal::Forbidden {
                            who: vec![product.owner.name],
                        });
                    }
                    if product.active_publication.is_some() {
                        return Err(Refusal::Conflict("publication_open"));
                    }
                    let versions = tx.read().product_versions(id).await?;
                    let (current, earlier) = find(&product, versions, number)?;
                    let steps = [
                        StepCode::WriteTable,
                        StepCode::CheckTable,
                        StepCode::Activate,
                    ];
                    let at = now();
                    let new = NewPublication {
                        id: PublicationId::new(),
                        product: id,
                        version_number: current + 1,
                        upload: None,
                        intake: earlier.version.intake,
                        // The next file goes on as the files of that time did.
                        how: earlier.version.how,
                        put_back: Some(number),
                        columns: Vec::new(),
                        steps: steps.map(PublicationStep::waiting).to_vec(),
                        started_by: by.id,
                        started_at: at,
                    };
                    tx.insert_publication(&new).await?;
                    asked.remember(tx, &by, PUT_BACK, new.id.0, at).await?;
                    let record = tx.read().publication(new.id).await?;
                    let record = record.ok_or(Refusal::NotFound)?;
                    Recording::of(AuditAction::StartPublication, new.id.0)
                        .after(&record.publication)
                        .decided(&decision)
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
}

/// The current version's number, and the earlier version with this number.
fn find(
    product: &DataProduct,
    versions: Vec<VersionRecord>,
    number: i64,
) -> Result<(i64, VersionRecord), Refusal> {
    let current = product.current_version.as_ref().ok_or(Refusal::NotFound)?;
    if current.number == number {
        return Err(Refusal::Conflict("version_current"));
    }
    let earlier = versions
        .into_iter()
        .find(|record| record.version.number == number);
    Ok((current.number, earlier.ok_or(Refusal::NotFound)?))
}
