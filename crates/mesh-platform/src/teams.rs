//! Teams.

use std::collections::HashSet;

use mesh_model::{
    AuditAction, ChangeType, DomainId, Fields, Team, TeamAbilities, TeamCheck, TeamId, TeamInput,
    fold,
};
use mesh_policy::{Intent, TeamFacts};
use mesh_store::{NewTeam, Reader};

use crate::{Keyed, Platform, Principal, Refusal, clock::now, names, news, recording::Recording};

const CREATE: &str = "create_team";
const FALLBACK_SLUG: &str = "team";

/// Teams.
pub struct Teams<'p>(pub(crate) &'p Platform);

impl Teams<'_> {
    /// Teams by name, `limit` at most.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn list(
        &self,
        by: &Principal,
        after: Option<TeamId>,
        limit: i64,
    ) -> Result<Vec<Team>, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let hidden = read.hidden_domains(self.0.sight(by)).await?;
        let teams = read.teams(after, limit).await?;
        Ok(teams
            .into_iter()
            .map(|team| self.seen(by, &hidden, team))
            .collect())
    }

    /// One team, by id or readable id.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], or that the database failed.
    pub async fn get(&self, by: &Principal, id_or_slug: &str) -> Result<Team, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let mut read = self.0.store.read().await?;
        let team = match id_or_slug.parse() {
            Ok(id) => read.team(id).await?,
            Err(_) => read.team_by_slug(id_or_slug).await?,
        };
        let hidden = read.hidden_domains(self.0.sight(by)).await?;
        Ok(self.seen(by, &hidden, team.ok_or(Refusal::NotFound)?))
    }

    /// What would become of a team if it were created now.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], or that the database failed.
    pub async fn check(&self, by: &Principal, input: TeamInput) -> Result<TeamCheck, Refusal> {
        self.0.require(by, Intent::CreateTeam).await?;
        let mut fields = Fields::default();
        let input = input.check(&mut fields);
        let mut read = self.0.store.read().await?;
        let known = read.team_names().await?.into();
        let look_alikes = names::compare(&mut fields, "/name", &input.name, &known, None);
        check_members(&mut read, &mut fields, &input).await?;
        Ok(TeamCheck {
            slug: names::free_slug(&input.name, FALLBACK_SLUG, &known),
            fields: fields.into_vec(),
            look_alikes,
        })
    }

    /// Creates a team.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::Invalid`], or that the database failed.
    pub async fn create(&self, by: &Principal, asked: Keyed<TeamInput>) -> Result<Team, Refusal> {
        let decision = self.0.require(by, Intent::CreateTeam).await?;
        let person = by.clone();
        let team = self
            .0
            .store
            .write(move |tx| {
                let (by, decision, asked) = (person.clone(), decision.clone(), asked.clone());
                Box::pin(async move {
                    if let Some(made) = asked.made_before(tx, &by, CREATE).await? {
                        return tx.read().team(TeamId(made)).await?.ok_or(Refusal::NotFound);
                    }
                    let mut fields = Fields::default();
                    let input = asked.input.clone().check(&mut fields);
                    let known = tx.read().team_names().await?.into();
                    names::compare(&mut fields, "/name", &input.name, &known, None);
                    check_members(&mut tx.read(), &mut fields, &input).await?;
                    Refusal::unless_all_hold(fields)?;
                    let new = NewTeam {
                        id: TeamId::new(),
                        slug: names::free_slug(&input.name, FALLBACK_SLUG, &known),
                        name_key: fold(&input.name),
                        input,
                        created_by: by.id,
                        created_at: now(),
                    };
                    tx.insert_team(&new).await?;
                    asked
                        .remember(tx, &by, CREATE, new.id.0, new.created_at)
                        .await?;
                    let team = tx.read().team(new.id).await?.ok_or(Refusal::NotFound)?;
                    Recording::of(AuditAction::CreateTeam, team.id.0)
                        .after(&team)
                        .decided(&decision)
                        .tell(ChangeType::TeamCreated, team.revision)
                        .news(news::of_team(None, Some(&team)))
                        .write(tx, Some(&by), new.created_at)
                        .await?;
                    Ok(team)
                })
            })
            .await?;
        self.shown(by, team).await
    }

    /// Changes a team and who belongs to it; its readable id stays.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Stale`], [`Refusal::Invalid`], or that the database
    /// failed.
    pub async fn update(
        &self,
        by: &Principal,
        id: TeamId,
        revision: i64,
        input: TeamInput,
    ) -> Result<Team, Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let platform = self.0.clone();
        let person = by.clone();
        let team = self
            .0
            .store
            .write(move |tx| {
                let (platform, by, input) = (platform.clone(), person.clone(), input.clone());
                Box::pin(async move {
                    let before = tx.read().team(id).await?.ok_or(Refusal::NotFound)?;
                    let decision = platform.decide(&by, Intent::EditTeam(facts(&before)));
                    if !decision.allowed {
                        return Err(forbidden(&before));
                    }
                    if before.revision != revision {
                        return Err(Refusal::Stale {
                            revision: before.revision,
                        });
                    }
                    let mut fields = Fields::default();
                    let input = input.check(&mut fields);
                    let known = tx.read().team_names().await?.into();
                    names::compare(&mut fields, "/name", &input.name, &known, Some(id.0));
                    check_members(&mut tx.read(), &mut fields, &input).await?;
                    Refusal::unless_all_hold(fields)?;
                    let at = now();
                    tx.update_team(id, &fold(&input.name), &input, at).await?;
                    let after = tx.read().team(id).await?.ok_or(Refusal::NotFound)?;
                    Recording::of(AuditAction::UpdateTeam, id.0)
                        .before(&before)
                        .after(&after)
                        .decided(&decision)
                        .tell(ChangeType::TeamUpdated, after.revision)
                        .news(news::of_team(Some(&before), Some(&after)))
                        .write(tx, Some(&by), at)
                        .await?;
                    Ok(after)
                })
            })
            .await?;
        self.shown(by, team).await
    }

    /// Deletes a team that looks after nothing.
    ///
    /// # Errors
    /// [`Refusal::Forbidden`], [`Refusal::NotFound`], [`Refusal::Stale`], [`Refusal::TeamInUse`], or that the database
    /// failed.
    pub async fn delete(&self, by: &Principal, id: TeamId, revision: i64) -> Result<(), Refusal> {
        self.0.require(by, Intent::SeeCatalog).await?;
        let platform = self.0.clone();
        let by = by.clone();
        self.0
            .store
            .write(move |tx| {
                let (platform, by) = (platform.clone(), by.clone());
                Box::pin(async move {
                    let before = tx.read().team(id).await?.ok_or(Refusal::NotFound)?;
                    let decision = platform.decide(&by, Intent::EditTeam(facts(&before)));
                    if !decision.allowed {
                        return Err(forbidden(&before));
                    }
                    if before.revision != revision {
                        return Err(Refusal::Stale {
                            revision: before.revision,
                        });
                    }
                    let all = before.domains.len();
                    let hidden = tx.read().hidden_domains(platform.sight(&by)).await?;
                    let known = platform.teams().seen(&by, &hidden, before.clone()).domains;
                    if all > 0 {
                        return Err(Refusal::TeamInUse {
                            hidden: (all - known.len()) as i64,
                            domains: known.into_iter().map(|domain| domain.name).collect(),
                        });
                    }
                    tx.delete_team(id).await?;
                    Recording::of(AuditAction::DeleteTeam, id.0)
                        .before(&before)
                        .decided(&decision)
                        .tell(ChangeType::TeamDeleted, before.revision + 1)
                        .news(news::of_team(Some(&before), None))
                        .write(tx, Some(&by), now())
                        .await
                })
            })
            .await
    }

    /// The team as this person may know it, without domains that are hidden from them.
    fn seen(&self, by: &Principal, hidden: &HashSet<DomainId>, mut team: Team) -> Team {
        let edit = self.0.decide(by, Intent::EditTeam(facts(&team))).allowed;
        team.can = TeamAbilities { edit, delete: edit };
        team.domains.retain(|domain| !hidden.contains(&domain.id));
        team
    }

    async fn shown(&self, by: &Principal, team: Team) -> Result<Team, Refusal> {
        let mut read = self.0.store.read().await?;
        let hidden = read.hidden_domains(self.0.sight(by)).await?;
        Ok(self.seen(by, &hidden, team))
    }
}

pub(crate) fn facts(team: &Team) -> TeamFacts {
    let leads = team.members.iter().filter(|member| member.lead);
    TeamFacts {
        id: team.id,
        leads: leads.map(|member| member.person.id).collect(),
    }
}

fn forbidden(team: &Team) -> Refusal {
    let leads = team.members.iter().filter(|member| member.lead);
    Refusal::Forbidden {
        who: leads.map(|member| member.person.name.clone()).collect(),
    }
}

/// Whether the members are people who are here, with a role.
async fn check_members(
    read: &mut Reader<'_>,
    fields: &mut Fields,
    input: &TeamInput,
) -> Result<(), Refusal> {
    for (place, member) in input
        .members
        .iter()
        .enumerate()
        .take(mesh_model::MEMBERS_MAX)
    {
        let pointer = format!("/members/{place}/personId");
        crate::people::check_assignable(read, fields, &pointer, member.person_id).await?;
    }
    Ok(())
}
