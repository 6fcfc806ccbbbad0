//! What is asked of data products before they are published.

use chrono::NaiveDate;
use mesh_model::{PublishingPolicy, PublishingPolicyCode};

use crate::{Reader, StoreError, Tx, code, reader::on_reader, tx::on_tx};

impl Reader<'_> {
    /// Every policy as it is set, in the order of their codes; those that nobody has set are as at first.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn publishing_policies(&mut self) -> Result<Vec<PublishingPolicy>, StoreError> {
        const SQL: &str = "SELECT policy, severity, blocks_from FROM publishing_policies";
        let rows: Vec<(String, String, Option<String>)> =
            on_reader!(self, c => sqlx::query_as(SQL).fetch_all(c).await)?;
        let mut policies = PublishingPolicyCode::ALL.map(PublishingPolicyCode::at_first);
        for (name, severity, from) in rows {
            let set = PublishingPolicy {
                code: code::read(&name)?,
                severity: code::read(&severity)?,
                blocks_from: from.and_then(|day| day.parse::<NaiveDate>().ok()),
            };
            for policy in policies.iter_mut().filter(|policy| policy.code == set.code) {
                *policy = set;
            }
        }
        Ok(policies.into())
    }
}

impl Tx {
    /// Sets a policy.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn set_publishing_policy(
        &mut self,
        policy: &PublishingPolicy,
    ) -> Result<(), StoreError> {
        const SQL: &str =
            "INSERT INTO publishing_policies (policy, severity, blocks_from) VALUES ($1, $2, $3)
            ON CONFLICT (policy) DO UPDATE SET severity = excluded.severity, blocks_from = excluded.blocks_from";
        on_tx!(self, c => sqlx::query(SQL)
            .bind(code::spell(policy.code))
            .bind(code::spell(policy.severity))
            .bind(policy.blocks_from.map(|day| day.to_string()))
            .execute(c)
            .await
            .map(drop))?;
        Ok(())
    }
}
