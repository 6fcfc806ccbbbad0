//! What files hold before they are published: what their columns are, and whether rows would keep what is promised.

use std::{collections::VecDeque, sync::Mutex, time::Duration};

use mesh_job::{Demand, Job, Output, Survey};
use mesh_model::{
    Fields, FileSurvey, IntakeChoices, QualityRule, RULES_MAX, RuleCheckInput, RuleChecks,
    SuggestedRule, UploadId,
};

use crate::{Platform, Principal, Refusal, intake, job, jobs::About, quality, suggest};

/// Rows that are read for suggestions; more of them would say the same and let people wait.
const ROWS_MAX: u64 = 200_000;
const DEADLINE: Duration = Duration::from_secs(60);
const KEPT: usize = 16;

/// What files hold before they are published; each person knows of their own only.
pub struct Surveys<'p>(pub(crate) &'p Platform);

type Asked = (UploadId, IntakeChoices, Vec<Demand>);

/// The newest surveys, so that a wizard's steps don't read the file again.
#[derive(Default)]
pub(crate) struct Made(Mutex<VecDeque<(Asked, Survey)>>);

impl Made {
    fn get(&self, asked: &Asked) -> Option<Survey> {
        let kept = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        let found = kept.iter().find(|(known, _)| known == asked);
        found.map(|(_, survey)| survey.clone())
    }

    fn keep(&self, asked: Asked, survey: &Survey) {
        let mut kept = self
            .0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        kept.truncate(KEPT - 1);
        kept.push_front((asked, survey.clone()));
    }
}

impl Surveys<'_> {
    /// What a file holds, and what that suggests. Nothing is stored.
    ///
    /// # Errors
    /// As [`crate::Uploads::preview`].
    pub async fn get(
        &self,
        by: &Principal,
        id: UploadId,
        choices: IntakeChoices,
    ) -> Result<FileSurvey, Refusal> {
        let preview = self.0.uploads().preview(by, id, choices.clone()).await?;
        let found = self.survey(by, id, choices.clone(), Vec::new()).await?;
        let columns = suggest::columns(&found.profile, &preview.columns);
        let suggested = suggest::rules(&found.profile, &preview.columns, &columns);
        let (rules, sure): (Vec<QualityRule>, Vec<bool>) = suggested.into_iter().unzip();
        let demands = quality::demands(&rules);
        let measured = self.survey(by, id, choices, demands).await?;
        let outcomes = quality::told(rules, measured.outcomes, true);
        Ok(FileSurvey {
            upload_id: id,
            rows_read: rows_of(&found),
            whole: found.whole,
            columns,
            rules: outcomes
                .into_iter()
                .zip(sure)
                .map(|(outcome, sure)| SuggestedRule { outcome, sure })
                .collect(),
        })
    }

    /// Whether a file's rows keep rules. Nothing is stored.
    ///
    /// # Errors
    /// [`Refusal::Invalid`] where a rule doesn't hold together; otherwise as [`crate::Uploads::preview`].
    pub async fn check(
        &self,
        by: &Principal,
        id: UploadId,
        asked: RuleCheckInput,
    ) -> Result<RuleChecks, Refusal> {
        let choices = asked.intake;
        let preview = self.0.uploads().preview(by, id, choices.clone()).await?;
        let mut fields = Fields::default();
        QualityRule::check_all(&mut fields, "/rules", &asked.rules, &preview.columns);
        Refusal::unless_all_hold(fields)?;
        let demands = quality::demands(&asked.rules);
        let found = self.survey(by, id, choices, demands).await?;
        Ok(RuleChecks {
            rows_read: rows_of(&found),
            whole: found.whole,
            outcomes: quality::told(asked.rules, found.outcomes, true),
        })
    }

    pub(crate) async fn survey(
        &self,
        by: &Principal,
        id: UploadId,
        choices: IntakeChoices,
        demands: Vec<Demand>,
    ) -> Result<Survey, Refusal> {
        let upload = self.0.uploads().get(by, id).await?;
        if !upload.complete {
            return Err(Refusal::Conflict("upload_incomplete"));
        }
        debug_assert!(demands.len() <= RULES_MAX * 2);
        let asked = (id, choices.clone(), demands.clone());
        if let Some(survey) = self.0.shared.surveys.get(&asked) {
            return Ok(survey);
        }
        let job = Job::Survey {
            file: self.0.shared.folder.upload(id),
            file_name: upload.file_name.clone(),
            intake: intake::choices(choices),
            max_rows: ROWS_MAX,
            demands,
        };
        let about = About::file(by, &upload.file_name);
        match self.0.work(about, job, DEADLINE, |_| {}).await? {
            Output::Surveyed(survey) => {
                self.0.shared.surveys.keep(asked, &survey);
                Ok(survey)
            }
            other => Err(job::unexpected(&other)),
        }
    }
}

fn rows_of(survey: &Survey) -> i64 {
    i64::try_from(survey.profile.row_count).unwrap_or(i64::MAX)
}
