//! Personal access tokens.

use chrono::{DateTime, TimeDelta, Utc};
use mesh_model::{
    AccessToken, AccessTokenCreated, AccessTokenId, AccessTokenInput, AuditAction, FieldCode,
    Fields, PersonId, ServiceAccountId, check_name,
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
    /// [`Refusal::Invalid`], [`Refusal::Forbidden`] for a service account, or that the database failed.
    pub async fn create(
        &self,
        by: &Principal,
        input: AccessTokenInput,
    ) -> Result<AccessTokenCreated, Refusal> {
        // A program that could renew its own way in would outlive whoever answers for it.
        let service = ServiceAccountId(by.id.0);
        let mut read = self.0.store.read().await?;
        if let Some(account) = read.service_account(service, now()).await? {
            return Err(Refusal::Forbidden {
                who: vec![account.owner.name],
            });
        }
        drop(read);
        let (name, lasts) = check(&input)?;
        self.make(by, &name, lasts, false).await
    }

    pub(crate) async fn make(
        &self,
        by: &Principal,
        name: &str,
        lasts: TimeDelta,
        demo: bool,
    ) -> Result<AccessTokenCreated, Refusal> {
        let at = now();
        let (created, new) = draw(by.id, name, at, lasts, demo)?;
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
        Ok(created)
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

/// The name of a new token and how long it works, once both hold.
pub(crate) fn check(input: &AccessTokenInput) -> Result<(String, TimeDelta), Refusal> {
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
    Ok((name, TimeDelta::days(input.expires_in_days)))
}

/// A new token: as it is told this once, and as it is remembered.
pub(crate) fn draw(
    holder: PersonId,
    name: &str,
    at: DateTime<Utc>,
    lasts: TimeDelta,
    demo: bool,
) -> Result<(AccessTokenCreated, NewAccessToken), Refusal> {
    let secret = format!("{PREFIX}{}", secret::new_secret()?);
    let token = AccessToken {
        id: AccessTokenId::new(),
        name: name.to_owned(),
        created_at: at,
        expires_at: at + lasts,
        last_used_at: None,
    };
    let new = NewAccessToken {
        token: token.clone(),
        person: holder,
        secret_hash: secret::hash(&secret),
        demo,
    };
    Ok((AccessTokenCreated { token, secret }, new))
}
