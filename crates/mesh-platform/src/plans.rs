//! Plans: looked at, applied as one, undone as one.

use std::collections::HashSet;

use mesh_model::{
    AppliedPlan, AuditAction, DomainId, Fields, Holding, NotificationKind, ParamValue, Plan,
    PlanId, PlanInput, PlanRequest, PlanUndo, SentenceCode, StepSentence, ThingKind, Touched,
};
use mesh_policy::{Decision, Intent};
use mesh_store::{Held, PlanRecord, Reader, Tx};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    Keyed, Platform, Principal, Refusal,
    clock::now,
    news::{self, About, News},
    plan_domain, plan_person,
    plan_steps::{self, Step},
    recording::Recording,
};

const APPLY: &str = "apply_plan";
const SHOWN: i64 = 20;

/// Plans.
pub struct Plans<'p>(pub(crate) &'p Platform);

/// A plan as far as it is made.
pub(crate) struct Draft {
    pub(crate) subject: Uuid,
    pub(crate) decision: Decision,
    pub(crate) sentences: Vec<StepSentence>,
    pub(crate) steps: Vec<Step>,
}

impl Draft {
    pub(crate) fn about(subject: Uuid, decision: Decision) -> Self {
        Self {
            subject,
            decision,
            sentences: Vec::new(),
            steps: Vec::new(),
        }
    }
}

/// The making of a plan.
pub(crate) struct Drafting<'p, 'r> {
    pub(crate) platform: &'p Platform,
    pub(crate) read: Reader<'r>,
    pub(crate) by: &'p Principal,
    pub(crate) hidden: HashSet<DomainId>,
    pub(crate) fields: Fields,
    pub(crate) draft: Draft,
}

impl Drafting<'_, '_> {
    pub(crate) fn say<const N: usize>(
        &mut self,
        code: SentenceCode,
        params: [(&str, ParamValue); N],
    ) {
        self.draft.sentences.push(sentence(code, params));
    }
}

pub(crate) fn sentence<const N: usize>(
    code: SentenceCode,
    params: [(&str, ParamValue); N],
) -> StepSentence {
    StepSentence {
        code,
        params: params
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect(),
    }
}

struct Made {
    draft: Draft,
    fields: Fields,
    holdings: Vec<Holding>,
    basis: String,
}

impl Plans<'_> {
    /// What a plan would do.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn look(&self, by: &Principal, asked: PlanInput) -> Result<Plan, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let made = make(self.0, self.0.store.read().await?, by, &asked).await?;
        Ok(Plan {
            sentences: made.draft.sentences,
            holdings: made.holdings,
            fields: made.fields.into_vec(),
            basis: made.basis,
        })
    }

    /// Applies a plan that was looked at, as one.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Invalid`], [`Refusal::PlanStale`] if anything that
    /// it stands on has changed since, or that the database failed.
    pub async fn apply(
        &self,
        by: &Principal,
        asked: Keyed<PlanRequest>,
    ) -> Result<AppliedPlan, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let platform = self.0.clone();
        let person = by.clone();
        let id = self
            .0
            .store
            .write(move |tx| {
                let (platform, by, asked) = (platform.clone(), person.clone(), asked.clone());
                Box::pin(async move {
                    if let Some(made) = asked.made_before(tx, &by, APPLY).await? {
                        return Ok(PlanId(made));
                    }
                    let made = make(&platform, tx.read(), &by, &asked.input.plan).await?;
                    Refusal::unless_all_hold(made.fields)?;
                    if asked.input.basis.as_deref() != Some(made.basis.as_str()) {
                        return Err(Refusal::PlanStale);
                    }
                    let at = now();
                    let mut news = Vec::new();
                    for step in &made.draft.steps {
                        news.extend(step.take(tx, &by, &made.draft.decision, at).await?);
                    }
                    if let PlanInput::ReplacePerson { person_id, .. } = &asked.input.plan
                        && let Some(leaver) = tx.read().person(*person_id).await?
                    {
                        news = news::because_left(news, &Principal::from(&leaver).person_ref());
                    }
                    let record = PlanRecord {
                        id: PlanId::new(),
                        subject: made.draft.subject,
                        input: asked.input.plan.clone(),
                        sentences: made.draft.sentences,
                        steps: serde_json::to_value(&made.draft.steps)
                            .map_err(|error| Refusal::Internal(error.to_string()))?,
                        touched: plan_steps::touched(tx, &made.draft.steps).await?,
                        applied_by: by.person_ref(),
                        applied_at: at,
                        undone_at: None,
                    };
                    tx.insert_plan(&record).await?;
                    asked.remember(tx, &by, APPLY, record.id.0, at).await?;
                    Recording::of(AuditAction::ApplyPlan, record.id.0)
                        .after(&record.input)
                        .news(news)
                        .decided(&made.draft.decision)
                        .write(tx, Some(&by), at)
                        .await?;
                    Ok::<_, Refusal>(record.id)
                })
            })
            .await?;
        self.get(by, id).await
    }

    /// A plan that was applied.
    ///
    /// # Errors
    /// [`Refusal::NotFound`] for a plan that the person may not make, or that the database failed.
    pub async fn get(&self, by: &Principal, id: PlanId) -> Result<AppliedPlan, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let record = read.applied_plan(id).await?.ok_or(Refusal::NotFound)?;
        // Whoever moved a domain may have lost, by that very move, what allowed it: they still see what they did.
        if record.applied_by.id != by.id {
            self.authorize(&mut read, by, &record.input).await?;
        }
        self.told(&mut read, record).await
    }

    /// The newest plans about a domain or person, for those who may make such plans.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(&self, by: &Principal, subject: Uuid) -> Result<Vec<AppliedPlan>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let mut told = Vec::new();
        for record in read.applied_plans(subject, SHOWN).await? {
            let own = record.applied_by.id == by.id;
            if own || self.authorize(&mut read, by, &record.input).await.is_ok() {
                told.push(self.told(&mut read, record).await?);
            }
        }
        Ok(told)
    }

    /// Undoes a plan, as one, as long as nothing that it touched has changed since.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Conflict`] if it was undone already or something
    /// changed since, or that the database failed.
    pub async fn undo(&self, by: &Principal, id: PlanId) -> Result<AppliedPlan, Refusal> {
        self.get(by, id).await?;
        let platform = self.0.clone();
        let person = by.clone();
        self.0
            .store
            .write(move |tx| {
                let (platform, by) = (platform.clone(), person.clone());
                Box::pin(async move {
                    let record = tx.read().applied_plan(id).await?.ok_or(Refusal::NotFound)?;
                    let decision = platform
                        .plans()
                        .authorize(&mut tx.read(), &by, &record.input)
                        .await?;
                    if record.undone_at.is_some() {
                        return Err(Refusal::Conflict("plan_undone"));
                    }
                    if !changed_since(&mut tx.read(), &record).await?.is_empty() {
                        return Err(Refusal::Conflict("plan_touched"));
                    }
                    let steps = back(&record)?;
                    plan_steps::check(&mut tx.read(), &steps).await?;
                    let at = now();
                    let mut news = vec![undone(tx, &record).await?];
                    for step in steps {
                        news.extend(step.take(tx, &by, &decision, at).await?);
                    }
                    tx.end_plan(id, by.id, at).await?;
                    Recording::of(AuditAction::UndoPlan, id.0)
                        .before(&record.input)
                        .news(news)
                        .decided(&decision)
                        .write(tx, Some(&by), at)
                        .await?;
                    Ok::<_, Refusal>(())
                })
            })
            .await?;
        self.get(by, id).await
    }

    /// Whether the person may make such a plan.
    async fn authorize(
        &self,
        read: &mut Reader<'_>,
        by: &Principal,
        input: &PlanInput,
    ) -> Result<Decision, Refusal> {
        let intent = match input {
            PlanInput::RenameDomain { domain_id, .. }
            | PlanInput::MoveDomain { domain_id, .. }
            | PlanInput::RetireDomain { domain_id, .. }
            | PlanInput::ReopenDomain { domain_id } => {
                let hidden = read.hidden_domains(self.0.sight(by)).await?;
                let domain = read
                    .domain(*domain_id)
                    .await?
                    .filter(|domain| !hidden.contains(&domain.id))
                    .ok_or(Refusal::NotFound)?;
                Intent::EditDomain(crate::domains::facts(&domain))
            }
            PlanInput::ReplacePerson { .. } | PlanInput::WelcomeBack { .. } => Intent::ManagePeople,
        };
        let decision = self.0.decide(by, intent);
        if decision.allowed {
            Ok(decision)
        } else {
            Err(Refusal::NotFound)
        }
    }

    async fn told(
        &self,
        read: &mut Reader<'_>,
        record: PlanRecord,
    ) -> Result<AppliedPlan, Refusal> {
        let changed = if record.undone_at.is_some() {
            Vec::new()
        } else {
            changed_since(read, &record).await?
        };
        let opposite = if changed.is_empty() {
            None
        } else {
            opposite(&record)
        };
        Ok(AppliedPlan {
            id: record.id,
            undo: PlanUndo {
                possible: record.undone_at.is_none() && changed.is_empty(),
                changed,
                opposite,
            },
            plan: record.input,
            sentences: record.sentences,
            applied_by: record.applied_by,
            applied_at: record.applied_at,
            undone_at: record.undone_at,
        })
    }
}

/// What the one who applied a plan learns when it is undone.
async fn undone(tx: &mut Tx, record: &PlanRecord) -> Result<News, Refusal> {
    let about = match &record.input {
        PlanInput::ReplacePerson { person_id, .. } | PlanInput::WelcomeBack { person_id, .. } => {
            let person = tx.read().person(*person_id).await?;
            let name = person.map(|person| person.name).unwrap_or_default();
            About::new(ThingKind::Person, person_id.0, &name)
        }
        PlanInput::RenameDomain { domain_id, .. }
        | PlanInput::MoveDomain { domain_id, .. }
        | PlanInput::RetireDomain { domain_id, .. }
        | PlanInput::ReopenDomain { domain_id } => {
            let domain = tx.read().domain(*domain_id).await?;
            let name = domain.map(|domain| domain.name).unwrap_or_default();
            About::new(ThingKind::Domain, domain_id.0, &name)
        }
    };
    let input = serde_json::to_value(&record.input).unwrap_or_default();
    let kind = input["kind"].as_str().unwrap_or_default();
    let undone = about.news(record.applied_by.id, NotificationKind::PlanUndone);
    Ok(undone.saying("plan", kind))
}

/// Makes a plan from what is there now.
async fn make(
    platform: &Platform,
    mut read: Reader<'_>,
    by: &Principal,
    asked: &PlanInput,
) -> Result<Made, Refusal> {
    let hidden = read.hidden_domains(platform.sight(by)).await?;
    let mut plan = Drafting {
        platform,
        read,
        by,
        hidden,
        fields: Fields::default(),
        draft: Draft::about(
            Uuid::nil(),
            Decision {
                allowed: false,
                policies: Vec::new(),
            },
        ),
    };
    let held = match asked {
        PlanInput::RenameDomain {
            domain_id,
            name,
            slug,
        } => {
            plan_domain::rename(&mut plan, *domain_id, name, slug.as_deref()).await?;
            Held::Domain
        }
        PlanInput::MoveDomain {
            domain_id,
            parent_id,
        } => {
            plan_domain::relocate(&mut plan, *domain_id, *parent_id).await?;
            Held::Domain
        }
        PlanInput::RetireDomain {
            domain_id,
            products_to,
        } => {
            plan_domain::retire(&mut plan, *domain_id, *products_to).await?;
            Held::Domain
        }
        PlanInput::ReopenDomain { domain_id } => {
            plan_domain::reopen(&mut plan, *domain_id).await?;
            Held::Domain
        }
        PlanInput::ReplacePerson {
            person_id,
            successor_id,
        } => {
            plan_person::replace(&mut plan, *person_id, *successor_id).await?;
            Held::Person
        }
        PlanInput::WelcomeBack { person_id, role } => {
            plan_person::welcome_back(&mut plan, *person_id, *role).await?;
            Held::Person
        }
    };
    let holdings = plan.read.holdings(held, plan.draft.subject).await?;
    let basis = basis(&mut plan.read, &plan.draft).await?;
    Ok(Made {
        draft: plan.draft,
        fields: plan.fields,
        holdings,
        basis,
    })
}

/// Stands for what a plan says and for the revisions of everything that it touches.
async fn basis(read: &mut Reader<'_>, draft: &Draft) -> Result<String, Refusal> {
    let mut hash = Sha256::new();
    let said = serde_json::to_vec(&(&draft.sentences, &draft.steps))
        .map_err(|error| Refusal::Internal(error.to_string()))?;
    hash.update(said);
    for (_, id) in draft.steps.iter().filter_map(Step::touches) {
        hash.update(id.as_bytes());
        let revision = read.revision(id).await?.unwrap_or_default();
        hash.update(revision.to_be_bytes());
    }
    let digest: [u8; 32] = hash.finalize().into();
    Ok(digest.iter().fold(String::new(), |mut text, byte| {
        use std::fmt::Write;
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

/// What a plan touched and somebody changed after it.
async fn changed_since(
    read: &mut Reader<'_>,
    record: &PlanRecord,
) -> Result<Vec<Touched>, Refusal> {
    let mut changed = Vec::new();
    for touched in &record.touched {
        if read.revision(touched.id).await? != Some(touched.revision) {
            changed.push(touched.clone());
        }
    }
    Ok(changed)
}

fn steps(record: &PlanRecord) -> Result<Vec<Step>, Refusal> {
    serde_json::from_value(record.steps.clone())
        .map_err(|error| Refusal::Internal(error.to_string()))
}

/// The steps that undo a plan.
fn back(record: &PlanRecord) -> Result<Vec<Step>, Refusal> {
    let mut steps = steps(record)?;
    steps.reverse();
    Ok(steps.into_iter().filter_map(Step::opposite).collect())
}

/// The plan that leads back from wherever things stand now.
fn opposite(record: &PlanRecord) -> Option<PlanInput> {
    let steps = steps(record).ok()?;
    steps
        .into_iter()
        .find_map(|step| match (&record.input, step) {
            (PlanInput::RenameDomain { domain_id, .. }, Step::RenameDomain { from, .. }) => {
                Some(PlanInput::RenameDomain {
                    domain_id: *domain_id,
                    name: from.name,
                    slug: Some(from.slug),
                })
            }
            (PlanInput::MoveDomain { domain_id, .. }, Step::MoveDomain { from, .. }) => {
                Some(PlanInput::MoveDomain {
                    domain_id: *domain_id,
                    parent_id: from,
                })
            }
            (PlanInput::RetireDomain { domain_id, .. }, Step::SetDomainLifecycle { .. }) => {
                Some(PlanInput::ReopenDomain {
                    domain_id: *domain_id,
                })
            }
            (PlanInput::ReopenDomain { domain_id }, Step::SetDomainLifecycle { .. }) => {
                Some(PlanInput::RetireDomain {
                    domain_id: *domain_id,
                    products_to: None,
                })
            }
            (PlanInput::ReplacePerson { person_id, .. }, Step::SetStanding { from, .. }) => from
                .map(|role| PlanInput::WelcomeBack {
                    person_id: *person_id,
                    role,
                }),
            (PlanInput::WelcomeBack { person_id, .. }, Step::SetStanding { .. }) => {
                Some(PlanInput::ReplacePerson {
                    person_id: *person_id,
                    successor_id: None,
                })
            }
            _ => None,
        })
}
