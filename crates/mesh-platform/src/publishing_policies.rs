//! What is asked of data products before they are published: set by administrators, tried with each plan.

use chrono::{NaiveDate, Utc};
use mesh_model::{
    AuditAction, ChangeType, Classification, Column, FieldCode, Fields, ParamValue, Params,
    PolicyFinding, PolicySeverity, PublicationInput, PublishingPolicy,
    PublishingPolicyCode as Code, PublishingPolicyEdit,
};
use mesh_policy::Intent;
use mesh_store::Reader;

use crate::{
    Platform, Principal, Refusal,
    clock::now,
    data_products,
    publication_plan::{Planned, Target},
    recording::Recording,
};

/// A purpose with fewer letters says too little.
const PURPOSE_LEAST: usize = 15;

/// Names that a sentence mentions.
const NAMED: usize = 5;

/// What is asked of data products before they are published.
pub struct PublishingPolicies<'p>(pub(crate) &'p Platform);

impl PublishingPolicies<'_> {
    /// Every policy as it is set.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(&self, by: &Principal) -> Result<Vec<PublishingPolicy>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        Ok(self.0.store.read().await?.publishing_policies().await?)
    }

    /// Sets a policy.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn update(
        &self,
        by: &Principal,
        code: Code,
        edit: PublishingPolicyEdit,
    ) -> Result<PublishingPolicy, Refusal> {
        let decision = self.0.require(by, Intent::ManageWorkspace).await?;
        let after = PublishingPolicy {
            code,
            severity: edit.severity,
            // A day says when blocking begins; nothing else begins on one.
            blocks_from: edit
                .blocks_from
                .filter(|_| edit.severity == PolicySeverity::Blocking),
        };
        let (workspace, by) = (self.0.workspace().id, by.clone());
        self.0
            .store
            .write(move |tx| {
                let (by, decision) = (by.clone(), decision.clone());
                Box::pin(async move {
                    let known = tx.read().publishing_policies().await?;
                    let before = known.into_iter().find(|policy| policy.code == code);
                    if before == Some(after) {
                        return Ok(());
                    }
                    tx.set_publishing_policy(&after).await?;
                    Recording::of(AuditAction::SetPublishingPolicy, workspace.0)
                        .before(&before)
                        .after(&after)
                        .decided(&decision)
                        .tell(ChangeType::WorkspaceUpdated, 1)
                        .write(tx, Some(&by), now())
                        .await
                })
            })
            .await?;
        Ok(after)
    }
}

/// The policies that a publication would break today.
pub(crate) async fn findings(
    platform: &Platform,
    read: &mut Reader<'_>,
    by: &Principal,
    planned: &Planned,
    input: &PublicationInput,
    columns: &[Column],
) -> Result<Vec<PolicyFinding>, Refusal> {
    let today = Utc::now().date_naive();
    let mut found = Vec::new();
    for policy in read.publishing_policies().await? {
        if policy.severity == PolicySeverity::Off {
            continue;
        }
        let broken = match policy.code {
            Code::PurposeWritten => purpose(planned),
            Code::NameUnlike => look_alikes(platform, read, by, planned).await?,
            Code::RulePromised => rule(read, planned, input).await?,
            code => of_columns(code, columns),
        };
        if let Some((pointer, names)) = broken {
            found.push(finding(&policy, today, pointer, names));
        }
    }
    // What stops publishing stands first.
    found.sort_by_key(|finding| !finding.blocks);
    Ok(found)
}

/// Notes the policies that keep something from being published.
pub(crate) fn refuse(fields: &mut Fields, findings: &[PolicyFinding]) {
    for finding in findings.iter().filter(|finding| finding.blocks) {
        let code = serde_json::to_value(finding.code).unwrap_or_default();
        let params = [("policy", code.as_str().unwrap_or_default().into())];
        let message = "the company asks for more before anything is published";
        fields.refuse(&finding.pointer, FieldCode::Policy, message, params);
    }
}

type Broken = Option<(String, Vec<String>)>;

fn finding(
    policy: &PublishingPolicy,
    today: NaiveDate,
    pointer: String,
    names: Vec<String>,
) -> PolicyFinding {
    let blocks = policy.blocks_on(today);
    let count = names.len() as i64;
    let shown: Vec<String> = names.into_iter().take(NAMED).collect();
    PolicyFinding {
        code: policy.code,
        blocks,
        blocks_from: policy.blocks_from.filter(|_| !blocks),
        pointer,
        params: Params::from([
            ("count".to_owned(), ParamValue::Number(count)),
            ("names".to_owned(), ParamValue::Text(shown.join(", "))),
            (
                "more".to_owned(),
                ParamValue::Number(count - shown.len() as i64),
            ),
        ]),
    }
}

/// A product that is there already is asked for its purpose and name when these are edited.
fn purpose(planned: &Planned) -> Broken {
    let Target::New { input, .. } = &planned.target else {
        return None;
    };
    let letters = input
        .purpose
        .chars()
        .filter(|sign| sign.is_alphanumeric())
        .count();
    (letters < PURPOSE_LEAST).then(|| ("/dataProduct/purpose".to_owned(), Vec::new()))
}

async fn look_alikes(
    platform: &Platform,
    read: &mut Reader<'_>,
    by: &Principal,
    planned: &Planned,
) -> Result<Broken, Refusal> {
    let Target::New { input, .. } = &planned.target else {
        return Ok(None);
    };
    let pointer = "/dataProduct/name";
    let mut aside = Fields::default();
    let alike =
        data_products::compare_name(platform, read, &mut aside, by, pointer, &input.name, None)
            .await?;
    let names: Vec<String> = alike.into_iter().map(|each| each.name).collect();
    Ok((!names.is_empty()).then(|| (pointer.to_owned(), names)))
}

async fn rule(
    read: &mut Reader<'_>,
    planned: &Planned,
    input: &PublicationInput,
) -> Result<Broken, Refusal> {
    let promised = match (&input.rules, &planned.target) {
        (Some(rules), _) => !rules.is_empty(),
        (None, Target::Existing(product)) => match &product.current_version {
            Some(current) => read
                .product_rules(product.id, current.number)
                .await?
                .is_some_and(|(rules, _)| !rules.is_empty()),
            None => false,
        },
        (None, _) => false,
    };
    Ok((!promised).then(|| ("/rules".to_owned(), Vec::new())))
}

fn of_columns(code: Code, columns: &[Column]) -> Broken {
    let breaks = |column: &Column| {
        let marks = &column.marks;
        match code {
            Code::PersonalClassified => {
                marks.personal && marks.classification < Some(Classification::Confidential)
            }
            Code::PersonalMasked => marks.personal && marks.mask.is_none(),
            Code::ColumnsDescribed => {
                column.description.trim().is_empty() && marks.meaning.is_none()
            }
            _ => false,
        }
    };
    if code == Code::KeyNamed {
        let named = columns.iter().any(|column| column.marks.key);
        return (!named).then(|| ("/columns".to_owned(), Vec::new()));
    }
    let field = if code == Code::ColumnsDescribed {
        "description"
    } else {
        "marks"
    };
    let broken = || {
        columns
            .iter()
            .enumerate()
            .filter(|(_, column)| breaks(column))
    };
    let (first, _) = broken().next()?;
    let names = broken().map(|(_, column)| column.business_name.clone());
    Some((format!("/columns/{first}/{field}"), names.collect()))
}
