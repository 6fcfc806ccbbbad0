//! People and their roles.

use mesh_model::{
    AuditAction, ChangeType, FieldCode, Fields, Holdings, PeopleAsked, PeopleCounts, Person,
    PersonEdit, PersonId, PersonInput, Role, check_email, check_name, fold,
};
use mesh_policy::Intent;
use mesh_store::{NewPerson, Reader, Tx};

use crate::{Keyed, Platform, Principal, Refusal, clock::now, news, recording::Recording};

const CREATE: &str = "create_person";
const QUERY_MAX: usize = 200;

/// People and their roles.
pub struct People<'p>(pub(crate) &'p Platform);

impl People<'_> {
    /// People who match, by name, `limit` at most.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(
        &self,
        by: &Principal,
        mut asked: PeopleAsked,
        after: Option<PersonId>,
        limit: i64,
    ) -> Result<Vec<Person>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        asked.query = asked.query.chars().take(QUERY_MAX).collect();
        let mut read = self.0.store.read().await?;
        Ok(read.people(&asked, after, limit).await?)
    }

    /// How many people match a text, by role.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn count(&self, by: &Principal, query: &str) -> Result<PeopleCounts, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let query: String = query.chars().take(QUERY_MAX).collect();
        Ok(self.0.store.read().await?.people_counts(&query).await?)
    }

    /// What a person has in hand, as far as the asking person may know of it.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn holdings(&self, by: &Principal, id: PersonId) -> Result<Holdings, Refusal> {
        self.get(by, id).await?;
        let mut read = self.0.store.read().await?;
        let hidden = read.hidden_domains(self.0.sight(by)).await?;
        let mut domains = read.domains_held_by(id).await?;
        domains.retain(|domain| !hidden.contains(&domain.id));
        let mut data_products = read.data_products_held_by(id).await?;
        data_products.retain(|product| !hidden.contains(&product.domain.id));
        Ok(Holdings {
            domains,
            data_products,
            teams: read.teams_of(id).await?,
            service_accounts: read.service_accounts_of(id).await?,
        })
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
                    if before.left_at.is_some() {
                        return Err(Refusal::Conflict("person_left"));
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
                        .news(news::of_person(&before, &after))
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

/// Whether things can be given to somebody: a person who is here and has a role, and no service account.
pub(crate) async fn check_assignable(
    read: &mut Reader<'_>,
    fields: &mut Fields,
    pointer: &str,
    id: PersonId,
) -> Result<(), Refusal> {
    match read.person(id).await? {
        Some(person) if person.left_at.is_some() => {
            let params = [("name", person.name.as_str().into())];
            fields.refuse(pointer, FieldCode::HasLeft, "has left", params);
        }
        Some(person) if person.role.is_none() => {
            let params = [("name", person.name.as_str().into())];
            fields.refuse(pointer, FieldCode::NoRole, "has no role", params);
        }
        Some(_) => {}
        None => fields.refuse(pointer, FieldCode::Unknown, "nobody has this id", []),
    }
    Ok(())
}
