//! Personal access tokens.

use chrono::TimeDelta;
use mesh_model::{
    AccessToken, AccessTokenCreated, AccessTokenId, AccessTokenInput, AuditAction, FieldCode,
    Fields, check_name,
};
use mesh_store::NewAccessToken;

use crate::{Platform, Principal, Refusal, clock::now, recording::Recording, secret};

const DAYS_MAX: i64 = 365;
/// Lets a scanner of leaked secrets recognise ours.
const PREFIX: &str = "selvedge_";

/// Personal access tokens; each person sees and makes their own only.
pub struct AccessTokens<'p>(pub(crate) &'p Platform);

impl AccessTokens<'_> {
    /// One's own tokens, newest first.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn list(&self, by: &Principal) -> Result<Vec<AccessToken>, Refusal> {
        Ok(self.0.store.read().await?.access_tokens(by.id).await?)
    }

    /// Makes a token and tells its secret this once.
    ///
    /// # Errors
    /// [`Refusal::Invalid`], or that the database failed.
    pub async fn create(
        &self,
        by: &Principal,
        input: AccessTokenInput,
    ) -> Result<AccessTokenCreated, Refusal> {
        let mut fields = Fields::default();
        let name = check_name(&mut fields, "/name", &input.name);
        if !(1..=DAYS_MAX).contains(&input.expires_in_days) {
            let params = [("min", 1.into()), ("max", DAYS_MAX.into())];
            fields.refuse(
                "/expiresInDays",
                FieldCode::Malformed,
                format!("1 to {DAYS_MAX} days"),
                params,
            );
        }
        Refusal::unless_all_hold(fields)?;
        self.make(by, &name, TimeDelta::days(input.expires_in_days), false)
            .await
    }

    pub(crate) async fn make(
        &self,
        by: &Principal,
        name: &str,
        lasts: TimeDelta,
        demo: bool,
    ) -> Result<AccessTokenCreated, Refusal> {
        let secret = format!("{PREFIX}{}", secret::new_secret()?);
        let at = now();
        let token = AccessToken {
            id: AccessTokenId::new(),
            name: name.to_owned(),
            created_at: at,
            expires_at: at + lasts,
            last_used_at: None,
        };
        let new = NewAccessToken {
            token: token.clone(),
            person: by.id,
            secret_hash: secret::hash(&secret),
            demo,
        };
        let by = by.clone();
        self.0
            .store
            .write(move |tx| {
                let (by, new) = (by.clone(), new.clone());
                Box::pin(async move {
                    tx.insert_access_token(&new).await?;
                    Recording::of(AuditAction::CreateAccessToken, new.token.id.0)
                        .after(&new.token)
                        .write(tx, Some(&by), at)
                        .await
                })
            })
            .await?;
        Ok(AccessTokenCreated { token, secret })
    }

    /// Revokes one's own token.
    ///
    /// # Errors
    /// [`Refusal::NotFound`], or that the database failed.
    pub async fn delete(&self, by: &Principal, id: AccessTokenId) -> Result<(), Refusal> {
        let by = by.clone();
        self.0
            .store
            .write(move |tx| {
                let by = by.clone();
                Box::pin(async move {
                    if !tx.delete_access_token(by.id, id).await? {
                        return Err(Refusal::NotFound);
                    }
                    Recording::of(AuditAction::DeleteAccessToken, id.0)
                        .write(tx, Some(&by), now())
                        .await
                })
            })
            .await
    }
}
