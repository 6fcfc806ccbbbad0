//! Signing in and out: set-up links, passwords, sessions, tokens, personas.

use chrono::TimeDelta;
use mesh_model::{
    AuditAction, ChangeType, Credentials, Fields, Person, PersonId, PersonRef, Persona, Role,
    Session, SessionAbilities, SetUpCompletion, SetUpPurpose, SetUpRedeemed, SignInLink,
    check_email, check_name, check_password, fold,
};
use mesh_policy::Intent;
use mesh_store::{NewPerson, SetUpLink};

use crate::{Platform, Principal, Refusal, clock::now, passwords, recording::Recording, secret};

/// Days for which a session lasts.
pub const SESSION_DAYS: i64 = 7;
const SET_UP_MINUTES: i64 = 15;
const INVITATION_DAYS: i64 = 7;
const TICKET_MINUTES: i64 = 60;

/// Signing in and out.
pub struct SignIn<'p>(pub(crate) &'p Platform);

/// Somebody who has just signed in.
pub struct SignedIn {
    /// Who, and what they may do.
    pub session: Session,
    /// The session's secret, for the cookie.
    pub secret: String,
}

impl SignIn<'_> {
    /// The person whose session this is.
    ///
    /// # Errors
    /// [`Refusal::Unauthenticated`], or that the database failed.
    pub async fn by_session(&self, secret: &str) -> Result<Principal, Refusal> {
        let mut read = self.0.store.read().await?;
        let id = read
            .session(&secret::hash(secret), now())
            .await?
            .ok_or(Refusal::Unauthenticated)?;
        let person = read.person(id).await?.ok_or(Refusal::Unauthenticated)?;
        Ok(Principal::from(&person))
    }

    /// The person whom a personal access token acts for.
    ///
    /// # Errors
    /// [`Refusal::Unauthenticated`], or that the database failed.
    pub async fn by_token(&self, secret: &str) -> Result<Principal, Refusal> {
        let at = now();
        let mut read = self.0.store.read().await?;
        let (id, token) = read
            .access_token_holder(&secret::hash(secret), at)
            .await?
            .ok_or(Refusal::Unauthenticated)?;
        let person = read.actor(id).await?.ok_or(Refusal::Unauthenticated)?;
        drop(read);
        if token
            .last_used_at
            .is_none_or(|used| at - used > TimeDelta::minutes(1))
        {
            let noted: Result<(), Refusal> = self
                .0
                .store
                .write(move |tx| {
                    Box::pin(async move { Ok(tx.touch_access_token(token.id, at).await?) })
                })
                .await;
            // Whoever only reads is served even where nothing can be written.
            if let Err(error) = noted {
                tracing::warn!(%error, "that a token was used could not be noted");
            }
        }
        Ok(Principal::from(&person))
    }

    /// A person with the name and role that they have now.
    ///
    /// # Errors
    /// [`Refusal::Unauthenticated`] if they are gone, or that the database failed.
    pub async fn refreshed(&self, id: PersonId) -> Result<Principal, Refusal> {
        let person = self
            .0
            .store
            .read()
            .await?
            .actor(id)
            .await?
            .ok_or(Refusal::Unauthenticated)?;
        Ok(Principal::from(&person))
    }

    /// Who is signed in, and what they may do.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn session(&self, by: &Principal) -> Result<Session, Refusal> {
        let mut read = self.0.store.read().await?;
        let person = read.actor(by.id).await?.ok_or(Refusal::Unauthenticated)?;
        let single_person = read.count_people().await? == 1;
        Ok(self.describe(person, single_person))
    }

    /// Signs in with a password.
    ///
    /// # Errors
    /// [`Refusal::SignInFailed`], [`Refusal::TooManyAttempts`], or that the database failed.
    pub async fn with_password(&self, credentials: Credentials) -> Result<SignedIn, Refusal> {
        let key = fold(&credentials.email);
        let attempts = &self.0.shared.attempts;
        attempts.admit(&key)?;
        let known = self.0.store.read().await?.person_to_sign_in(&key).await?;
        let verified = match known {
            Some((person, hash)) => passwords::verify(credentials.password, hash)
                .await?
                .then_some(person),
            None => {
                // An unknown address takes as long as a known one.
                passwords::hash(credentials.password).await?;
                None
            }
        };
        let Some(person) = verified else {
            attempts.failed(&key);
            return Err(Refusal::SignInFailed);
        };
        attempts.succeeded(&key);
        self.begin(person, AuditAction::SignIn, None).await
    }

    /// Signs in as somebody of the sample company.
    ///
    /// # Errors
    /// [`Refusal::NotDemo`] unless the workspace runs as a demo, or that the database failed.
    pub async fn as_persona(
        &self,
        persona: Persona,
        ending: Option<&str>,
    ) -> Result<SignedIn, Refusal> {
        if !self.0.workspace().demo {
            return Err(Refusal::NotDemo);
        }
        let person = self
            .0
            .store
            .read()
            .await?
            .person_of_persona(persona)
            .await?
            .ok_or(Refusal::NotFound)?;
        self.begin(person, AuditAction::SwitchPersona, ending).await
    }

    /// Ends a session.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn out(&self, secret: &str) -> Result<(), Refusal> {
        let hash = secret::hash(secret);
        self.0
            .store
            .write(move |tx| {
                let hash = hash.clone();
                Box::pin(async move { Ok::<_, Refusal>(tx.delete_session(&hash).await?) })
            })
            .await
    }

    /// A link with which the first administrator sets the workspace up: single use, 15 minutes.
    ///
    /// # Errors
    /// That the database failed.
    pub async fn set_up_link(&self) -> Result<SignInLink, Refusal> {
        self.link(None, TimeDelta::minutes(SET_UP_MINUTES), None)
            .await
    }

    /// A link with which a person chooses a password: single use, 7 days.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Conflict`] for somebody who left, or that the database
    /// failed.
    pub async fn sign_in_link(
        &self,
        by: &Principal,
        person: PersonId,
    ) -> Result<SignInLink, Refusal> {
        self.0.require(by, Intent::ManagePeople).await?;
        let known = self.0.store.read().await?.person(person).await?;
        if known.ok_or(Refusal::NotFound)?.left_at.is_some() {
            return Err(Refusal::Conflict("person_left"));
        }
        self.link(
            Some(person),
            TimeDelta::days(INVITATION_DAYS),
            Some(by.clone()),
        )
        .await
    }

    /// Exchanges a link for a ticket; the ticket's secret goes into a cookie.
    ///
    /// # Errors
    /// [`Refusal::SetUpLinkInvalid`] when it is unknown, used or too old, or that the database failed.
    pub async fn redeem(&self, code: &str) -> Result<(SetUpRedeemed, String), Refusal> {
        let ticket = secret::new_secret()?;
        let (code, ticket_hash) = (secret::hash(code), secret::hash(&ticket));
        let redeemed = self
            .0
            .store
            .write(move |tx| {
                let (code, ticket) = (code.clone(), ticket_hash.clone());
                Box::pin(async move {
                    let at = now();
                    let until = at + TimeDelta::minutes(TICKET_MINUTES);
                    let link = tx.redeem_set_up_link(&code, &ticket, at, until).await?;
                    let Some(SetUpLink { person }) = link else {
                        return Err(Refusal::SetUpLinkInvalid);
                    };
                    let Some(id) = person else {
                        return Ok(SetUpRedeemed {
                            purpose: SetUpPurpose::FirstAdministrator,
                            person: None,
                        });
                    };
                    let person = tx
                        .read()
                        .person(id)
                        .await?
                        .ok_or(Refusal::SetUpLinkInvalid)?;
                    let person = Some(PersonRef {
                        id,
                        name: person.name,
                    });
                    Ok(SetUpRedeemed {
                        purpose: SetUpPurpose::SignIn,
                        person,
                    })
                })
            })
            .await?;
        Ok((redeemed, ticket))
    }

    /// Chooses a password with a ticket, and signs in.
    ///
    /// # Errors
    /// [`Refusal::SetUpLinkInvalid`], [`Refusal::Invalid`], or that the database failed.
    pub async fn complete(
        &self,
        ticket: &str,
        completion: SetUpCompletion,
    ) -> Result<SignedIn, Refusal> {
        let ticket = secret::hash(ticket);
        let link = self
            .0
            .store
            .read()
            .await?
            .set_up_ticket(&ticket, now())
            .await?;
        let invited = link.ok_or(Refusal::SetUpLinkInvalid)?.person;
        let mut fields = Fields::default();
        let (mut name, mut email) = (String::new(), String::new());
        if invited.is_none() {
            name = check_name(&mut fields, "/name", &completion.name);
            email = check_email(&mut fields, "/email", &completion.email);
        }
        check_password(&mut fields, "/password", &completion.password);
        Refusal::unless_all_hold(fields)?;
        let hash = passwords::hash(completion.password).await?;
        let person = self
            .0
            .store
            .write(move |tx| {
                let (ticket, name, email, hash) =
                    (ticket.clone(), name.clone(), email.clone(), hash.clone());
                Box::pin(async move {
                    let at = now();
                    tx.read()
                        .set_up_ticket(&ticket, at)
                        .await?
                        .ok_or(Refusal::SetUpLinkInvalid)?;
                    tx.complete_set_up(&ticket, at).await?;
                    let id = invited.unwrap_or_else(PersonId::new);
                    let change = if invited.is_some() {
                        tx.set_password(id, &hash).await?;
                        tx.delete_sessions_of(id).await?;
                        ChangeType::PersonUpdated
                    } else {
                        let person = NewPerson {
                            id,
                            name,
                            email_key: fold(&email),
                            email,
                            role: Some(Role::Administrator),
                            persona: None,
                            password_hash: Some(hash),
                            created_at: at,
                        };
                        crate::people::insert(tx, &person).await?;
                        ChangeType::PersonCreated
                    };
                    let person = tx
                        .read()
                        .person(id)
                        .await?
                        .ok_or(Refusal::SetUpLinkInvalid)?;
                    Recording::of(AuditAction::SetPassword, id.0)
                        .after(&person)
                        .tell(change, person.revision)
                        .write(tx, Some(&Principal::from(&person)), at)
                        .await?;
                    Ok::<_, Refusal>(person)
                })
            })
            .await?;
        self.begin(person, AuditAction::SignIn, None).await
    }

    async fn link(
        &self,
        person: Option<PersonId>,
        lasts: TimeDelta,
        by: Option<Principal>,
    ) -> Result<SignInLink, Refusal> {
        let code = secret::new_secret()?;
        let hash = secret::hash(&code);
        let expires_at = now() + lasts;
        self.0
            .store
            .write(move |tx| {
                let (hash, by) = (hash.clone(), by.clone());
                Box::pin(async move {
                    tx.insert_set_up_link(&hash, person, expires_at).await?;
                    if let Some(person) = person {
                        Recording::of(AuditAction::CreateSignInLink, person.0)
                            .write(tx, by.as_ref(), now())
                            .await?;
                    }
                    Ok::<_, Refusal>(())
                })
            })
            .await?;
        Ok(SignInLink {
            url: format!("/set-up?code={code}"),
            expires_at,
        })
    }

    async fn begin(
        &self,
        person: Person,
        action: AuditAction,
        ending: Option<&str>,
    ) -> Result<SignedIn, Refusal> {
        let secret = secret::new_secret()?;
        let (hash, ending) = (secret::hash(&secret), ending.map(secret::hash));
        let principal = Principal::from(&person);
        self.0
            .store
            .write(move |tx| {
                let (hash, ending, principal) = (hash.clone(), ending.clone(), principal.clone());
                Box::pin(async move {
                    let at = now();
                    if let Some(ending) = ending {
                        tx.delete_session(&ending).await?;
                    }
                    tx.insert_session(&hash, principal.id, at, at + TimeDelta::days(SESSION_DAYS))
                        .await?;
                    Recording::of(action, principal.id.0)
                        .write(tx, Some(&principal), at)
                        .await
                })
            })
            .await?;
        let single_person = self.0.store.read().await?.count_people().await? == 1;
        Ok(SignedIn {
            session: self.describe(person, single_person),
            secret,
        })
    }

    fn describe(&self, person: Person, single_person: bool) -> Session {
        let by = Principal::from(&person);
        let may = |intent| self.0.decide(&by, intent).allowed;
        Session {
            can: SessionAbilities {
                see_catalog: may(Intent::SeeCatalog),
                create_domain: may(Intent::CreateDomain),
                manage_people: may(Intent::ManagePeople),
                manage_workspace: may(Intent::ManageWorkspace),
                create_team: may(Intent::CreateTeam),
                create_service_account: may(Intent::CreateServiceAccount),
                read_audit: may(Intent::ReadAudit),
            },
            person,
            workspace: self.0.workspace(),
            single_person,
        }
    }
}
