//! Service accounts and their tokens.

use mesh_model::{
    AccessToken, AccessTokenCreated, AccessTokenId, AccessTokenInput, AuditAction, ChangeType,
    FieldCode, Fields, ServiceAccount, ServiceAccountAbilities, ServiceAccountId,
    ServiceAccountInput,
};
use mesh_policy::{Decision, Intent, ServiceAccountFacts};
use mesh_store::{Reader, ServiceAccountRecord, Tx};

use crate::{
    Keyed, Platform, Principal, Refusal, access_tokens, clock::now, names, news,
    recording::Recording,
};

const CREATE: &str = "create_service_account";

/// Service accounts and their tokens.
pub struct ServiceAccounts<'p>(pub(crate) &'p Platform);

impl ServiceAccounts<'_> {
    /// Service accounts that haven't ended, by name, `limit` at most.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(
        &self,
        by: &Principal,
        after: Option<ServiceAccountId>,
        limit: i64,
    ) -> Result<Vec<ServiceAccount>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let accounts = read.service_accounts(now(), after, limit).await?;
        Ok(accounts
            .into_iter()
            .map(|account| seen(self.0, by, account))
            .collect())
    }

    /// One service account, also one that has ended.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn get(
        &self,
        by: &Principal,
        id: ServiceAccountId,
    ) -> Result<ServiceAccount, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let account = find(&mut self.0.store.read().await?, id).await?;
        Ok(seen(self.0, by, account))
    }

    /// Creates a service account; whoever creates it answers for it, unless an administrator names somebody else.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::Invalid`], or that the database failed.
    pub async fn create(
        &self,
        by: &Principal,
        asked: Keyed<ServiceAccountInput>,
    ) -> Result<ServiceAccount, Refusal> {
        let decision = self.0.require(by, Intent::CreateServiceAccount).await?;
        let (platform, person) = (self.0.clone(), by.clone());
        let account = self
            .0
            .store
            .write(move |tx| {
                let (platform, by) = (platform.clone(), person.clone());
                let (decision, asked) = (decision.clone(), asked.clone());
                Box::pin(async move {
                    if let Some(made) = asked.made_before(tx, &by, CREATE).await? {
                        return find(&mut tx.read(), ServiceAccountId(made)).await;
                    }
                    let id = ServiceAccountId::new();
                    let new = checked(&platform, tx, &by, asked.input.clone(), id, None).await?;
                    let at = now();
                    tx.insert_service_account(&new, at).await?;
                    asked.remember(tx, &by, CREATE, id.0, at).await?;
                    let account = find(&mut tx.read(), id).await?;
                    Recording::of(AuditAction::CreateServiceAccount, id.0)
                        .after(&account)
                        .decided(&decision)
                        .tell(ChangeType::ServiceAccountCreated, account.revision)
                        .news(news::of_service_account(None, &account))
                        .write(tx, Some(&by), at)
                        .await?;
                    Ok(account)
                })
            })
            .await?;
        Ok(seen(self.0, by, account))
    }

    /// Changes a service account.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Stale`], [`Refusal::Invalid`], [`Refusal::Conflict`]
    /// once it has ended, or that the database failed.
    pub async fn update(
        &self,
        by: &Principal,
        id: ServiceAccountId,
        revision: i64,
        input: ServiceAccountInput,
    ) -> Result<ServiceAccount, Refusal> {
        let (platform, person) = (self.0.clone(), by.clone());
        let account = self
            .0
            .store
            .write(move |tx| {
                let (platform, by, input) = (platform.clone(), person.clone(), input.clone());
                Box::pin(async move {
                    let (before, decision) = managed(&platform, &mut tx.read(), &by, id).await?;
                    if before.revision != revision {
                        return Err(Refusal::Stale {
                            revision: before.revision,
                        });
                    }
                    let changed = checked(&platform, tx, &by, input, id, Some(&before)).await?;
                    tx.update_service_account(&changed).await?;
                    let after = find(&mut tx.read(), id).await?;
                    Recording::of(AuditAction::UpdateServiceAccount, id.0)
                        .before(&before)
                        .after(&after)
                        .decided(&decision)
                        .tell(ChangeType::ServiceAccountUpdated, after.revision)
                        .news(news::of_service_account(Some(&before), &after))
                        .write(tx, Some(&by), now())
                        .await?;
                    Ok(after)
                })
            })
            .await?;
        Ok(seen(self.0, by, account))
    }

    /// Ends a service account: no token works any more, its role is taken, its history stays.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Conflict`] once it has ended, or that the database
    /// failed.
    pub async fn end(&self, by: &Principal, id: ServiceAccountId) -> Result<(), Refusal> {
        let (platform, by) = (self.0.clone(), by.clone());
        self.0
            .store
            .write(move |tx| {
                let (platform, by) = (platform.clone(), by.clone());
                Box::pin(async move {
                    let (before, decision) = managed(&platform, &mut tx.read(), &by, id).await?;
                    let at = now();
                    tx.end_service_account(id, at).await?;
                    let after = find(&mut tx.read(), id).await?;
                    Recording::of(AuditAction::EndServiceAccount, id.0)
                        .before(&before)
                        .after(&after)
                        .decided(&decision)
                        .tell(ChangeType::ServiceAccountUpdated, after.revision)
                        .write(tx, Some(&by), at)
                        .await
                })
            })
            .await
    }

    /// A service account's tokens, newest first.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Conflict`] once it has ended, or that the database
    /// failed.
    pub async fn tokens(
        &self,
        by: &Principal,
        id: ServiceAccountId,
    ) -> Result<Vec<AccessToken>, Refusal> {
        let mut read = self.0.store.read().await?;
        managed(self.0, &mut read, by, id).await?;
        Ok(read.access_tokens(id.into()).await?)
    }

    /// Makes a token with which a program acts as the service account, and tells its secret this once.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Invalid`], [`Refusal::Conflict`] once it has ended, or
    /// that the database failed.
    pub async fn create_token(
        &self,
        by: &Principal,
        id: ServiceAccountId,
        input: AccessTokenInput,
    ) -> Result<AccessTokenCreated, Refusal> {
        let at = now();
        managed(self.0, &mut self.0.store.read().await?, by, id).await?;
        let (name, lasts) = access_tokens::check(&input)?;
        let (created, new) = access_tokens::draw(id.into(), &name, at, lasts, false)?;
        let (platform, by) = (self.0.clone(), by.clone());
        self.0
            .store
            .write(move |tx| {
                let (platform, by, new) = (platform.clone(), by.clone(), new.clone());
                Box::pin(async move {
                    let (account, decision) = managed(&platform, &mut tx.read(), &by, id).await?;
                    tx.insert_access_token(&new).await?;
                    tx.tell(
                        ChangeType::ServiceAccountUpdated,
                        id.0,
                        account.revision,
                        at,
                    )
                    .await?;
                    Recording::of(AuditAction::CreateAccessToken, new.token.id.0)
                        .after(&new.token)
                        .decided(&decision)
                        .write(tx, Some(&by), at)
                        .await
                })
            })
            .await?;
        Ok(created)
    }

    /// Revokes a token of a service account.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Conflict`] once it has ended, or that the database
    /// failed.
    pub async fn delete_token(
        &self,
        by: &Principal,
        id: ServiceAccountId,
        token: AccessTokenId,
    ) -> Result<(), Refusal> {
        let (platform, by) = (self.0.clone(), by.clone());
        self.0
            .store
            .write(move |tx| {
                let (platform, by) = (platform.clone(), by.clone());
                Box::pin(async move {
                    let at = now();
                    let (account, decision) = managed(&platform, &mut tx.read(), &by, id).await?;
                    if !tx.delete_access_token(id.into(), token).await? {
                        return Err(Refusal::NotFound);
                    }
                    tx.tell(
                        ChangeType::ServiceAccountUpdated,
                        id.0,
                        account.revision,
                        at,
                    )
                    .await?;
                    Recording::of(AuditAction::DeleteAccessToken, token.0)
                        .decided(&decision)
                        .write(tx, Some(&by), at)
                        .await
                })
            })
            .await
    }
}

pub(crate) fn facts(account: &ServiceAccount) -> ServiceAccountFacts {
    ServiceAccountFacts {
        id: account.id,
        owner: account.owner.id,
    }
}

fn seen(platform: &Platform, by: &Principal, mut account: ServiceAccount) -> ServiceAccount {
    let lives = account.ended_at.is_none();
    let may = |intent| lives && platform.decide(by, intent).allowed;
    account.can = ServiceAccountAbilities {
        manage: may(Intent::ManageServiceAccount(facts(&account))),
        choose_owner: may(Intent::ManagePeople),
    };
    account
}

async fn find(read: &mut Reader<'_>, id: ServiceAccountId) -> Result<ServiceAccount, Refusal> {
    read.service_account(id, now())
        .await?
        .ok_or(Refusal::NotFound)
}

/// A living service account that this person may manage.
async fn managed(
    platform: &Platform,
    read: &mut Reader<'_>,
    by: &Principal,
    id: ServiceAccountId,
) -> Result<(ServiceAccount, Decision), Refusal> {
    platform.require(by, Intent::SeeCatalog).await?;
    let account = find(read, id).await?;
    let decision = platform.decide(by, Intent::ManageServiceAccount(facts(&account)));
    if !decision.allowed {
        return Err(Refusal::Forbidden {
            who: vec![account.owner.name],
        });
    }
    if account.ended_at.is_some() {
        return Err(Refusal::Conflict("service_account_ended"));
    }
    Ok((account, decision))
}

/// What will be stored, once every field holds.
async fn checked(
    platform: &Platform,
    tx: &mut Tx,
    by: &Principal,
    input: ServiceAccountInput,
    id: ServiceAccountId,
    before: Option<&ServiceAccount>,
) -> Result<ServiceAccountRecord, Refusal> {
    let mut fields = Fields::default();
    let input = input.check(&mut fields);
    let known = tx.read().service_account_names().await?.into();
    names::compare(&mut fields, "/name", &input.name, &known, Some(id.0));
    let present = before.map_or(by.id, |account| account.owner.id);
    let owner = input.owner_id.unwrap_or(present);
    if owner != present && !platform.decide(by, Intent::ManagePeople).allowed {
        fields.refuse(
            "/ownerId",
            FieldCode::NotAllowed,
            "an administrator names another owner",
            [],
        );
    } else if before.is_none_or(|account| account.owner.id != owner) {
        crate::people::check_assignable(&mut tx.read(), &mut fields, "/ownerId", owner).await?;
    }
    Refusal::unless_all_hold(fields)?;
    Ok(ServiceAccountRecord {
        id,
        name: input.name,
        purpose: input.purpose,
        role: input.role,
        owner,
    })
}
