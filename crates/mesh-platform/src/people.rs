//! People and their roles.

use mesh_model::{
    AuditAction, ChangeType, FieldCode, Fields, Person, PersonEdit, PersonId, PersonInput, Role,
    check_email, check_name, fold,
};
use mesh_policy::Intent;
use mesh_store::{NewPerson, Tx};

use crate::{Keyed, Platform, Principal, Refusal, clock::now, recording::Recording};

const CREATE: &str = "create_person";

/// People and their roles.
pub struct People<'p>(pub(crate) &'p Platform);

impl People<'_> {
    /// People by e-mail address, `limit` at most.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(
        &self,
        by: &Principal,
        after: Option<PersonId>,
        limit: i64,
    ) -> Result<Vec<Person>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        Ok(self.0.store.read().await?.people(after, limit).await?)
    }

    /// One person.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn get(&self, by: &Principal, id: PersonId) -> Result<Person, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        self.0
            .store
            .read()
            .await?
            .person(id)
            .await?
            .ok_or(Refusal::NotFound)
    }

    /// Adds a person, who signs in after they were given a link.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::Invalid`], or that the database failed.
    pub async fn create(
        &self,
        by: &Principal,
        asked: Keyed<PersonInput>,
    ) -> Result<Person, Refusal> {
        let decision = self.0.require(by, Intent::ManagePeople).await?;
        let mut fields = Fields::default();
        let name = check_name(&mut fields, "/name", &asked.input.name);
        let email = check_email(&mut fields, "/email", &asked.input.email);
        Refusal::unless_all_hold(fields)?;
        let by = by.clone();
        self.0
            .store
            .write(move |tx| {
                let (by, decision, asked) = (by.clone(), decision.clone(), asked.clone());
                let person = NewPerson {
                    id: PersonId::new(),
                    name: name.clone(),
                    email_key: fold(&email),
                    email: email.clone(),
                    role: asked.input.role,
                    persona: None,
                    password_hash: None,
                    created_at: now(),
                };
                Box::pin(async move {
                    if let Some(made) = asked.made_before(tx, &by, CREATE).await? {
                        return tx
                            .read()
                            .person(PersonId(made))
                            .await?
                            .ok_or(Refusal::NotFound);
                    }
                    insert(tx, &person).await?;
                    asked
                        .remember(tx, &by, CREATE, person.id.0, person.created_at)
                        .await?;
                    let made = tx
                        .read()
                        .person(person.id)
                        .await?
                        .ok_or(Refusal::NotFound)?;
                    Recording::of(AuditAction::CreatePerson, made.id.0)
                        .after(&made)
                        .decided(&decision)
                        .tell(ChangeType::PersonCreated, made.revision)
                        .write(tx, Some(&by), person.created_at)
                        .await?;
                    Ok(made)
                })
            })
            .await
    }

    /// Changes a person's name and role. The last administrator stays one.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Stale`], [`Refusal::Invalid`], or that the database
    /// failed.
    pub async fn update(
        &self,
        by: &Principal,
        id: PersonId,
        revision: i64,
        edit: PersonEdit,
    ) -> Result<Person, Refusal> {
        let decision = self.0.require(by, Intent::ManagePeople).await?;
        let mut fields = Fields::default();
        let name = check_name(&mut fields, "/name", &edit.name);
        Refusal::unless_all_hold(fields)?;
        let by = by.clone();
        self.0
            .store
            .write(move |tx| {
                let (by, decision, name) = (by.clone(), decision.clone(), name.clone());
                Box::pin(async move {
                    let before = tx.read().person(id).await?.ok_or(Refusal::NotFound)?;
                    if before.revision != revision {
                        return Err(Refusal::Stale {
                            revision: before.revision,
                        });
                    }
                    let was_administrator = before.role == Some(Role::Administrator);
                    if was_administrator
                        && edit.role != before.role
                        && tx.read().count_administrators().await? == 1
                    {
                        let mut fields = Fields::default();
                        fields.refuse(
                            "/role",
                            FieldCode::NotAllowed,
                            "the last administrator stays one",
                            [],
                        );
                        return Err(Refusal::Invalid(fields.into_vec()));
                    }
                    tx.update_person(id, &name, edit.role).await?;
                    let after = tx.read().person(id).await?.ok_or(Refusal::NotFound)?;
                    Recording::of(AuditAction::UpdatePerson, id.0)
                        .before(&before)
                        .after(&after)
                        .decided(&decision)
                        .tell(ChangeType::PersonUpdated, after.revision)
                        .write(tx, Some(&by), now())
                        .await?;
                    Ok(after)
                })
            })
            .await
    }
}

/// Remembers a person; an address that is taken is said at its field.
pub(crate) async fn insert(tx: &mut Tx, person: &NewPerson) -> Result<(), Refusal> {
    if tx.read().email_is_taken(&person.email_key).await? {
        let mut fields = Fields::default();
        let params = [("name", person.email.as_str().into())];
        fields.refuse(
            "/email",
            FieldCode::Taken,
            "somebody has this address",
            params,
        );
        return Err(Refusal::Invalid(fields.into_vec()));
    }
    Ok(tx.insert_person(person).await?)
}
