//! Teams: people who look after things together.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    DomainRef, FieldCode, FieldProblem, Fields, LookAlike, PersonId, PersonRef, TeamId, check_name,
    check_purpose,
};

/// The most people that one team can have.
pub const MEMBERS_MAX: usize = 500;

/// People who look after things together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Team {
    /// Stable id.
    pub id: TeamId,
    /// Readable id, unique in the workspace.
    pub slug: String,
    /// The name as written.
    pub name: String,
    /// What it is for, in a sentence.
    pub purpose: String,
    /// Who belongs to it: those who lead first, then by name.
    pub members: Vec<TeamMember>,
    /// The domains that it looks after, as far as the asking person may know of them.
    pub domains: Vec<DomainRef>,
    /// Grows with each change; the `ETag`.
    pub revision: i64,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// What the asking person may do; nothing until the platform has decided.
    pub can: TeamAbilities,
}

/// Somebody who belongs to a team.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TeamMember {
    /// Who.
    pub person: PersonRef,
    /// Whether they lead the team, and so may change it.
    pub lead: bool,
}

/// What the asking person may do with a team.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TeamAbilities {
    /// Change it: its name, its purpose and who belongs to it.
    pub edit: bool,
    /// Delete it, once it looks after nothing.
    pub delete: bool,
}

/// What a person decides of a team, to create or to change it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TeamInput {
    /// The name, at most 120 characters, unlike that of every other team.
    pub name: String,
    /// What it is for, at most 2,000 characters.
    pub purpose: String,
    /// Who belongs to it, at least one of them leading: people with a role who haven't left.
    pub members: Vec<TeamMemberInput>,
}

/// Somebody who shall belong to a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TeamMemberInput {
    /// Who.
    pub person_id: PersonId,
    /// Whether they lead the team.
    pub lead: bool,
}

impl TeamInput {
    /// Checks texts and members and gives the input back as it will be stored. Who the members are is not asked here.
    pub fn check(self, fields: &mut Fields) -> Self {
        let name = check_name(fields, "/name", &self.name);
        let purpose = check_purpose(fields, "/purpose", &self.purpose, true);
        self.check_members(fields);
        Self {
            name,
            purpose,
            ..self
        }
    }

    fn check_members(&self, fields: &mut Fields) {
        let count = self.members.len();
        if count == 0 {
            fields.refuse("/members", FieldCode::Required, "a team has members", []);
        } else if count > MEMBERS_MAX {
            let params = [
                ("max", (MEMBERS_MAX as i64).into()),
                ("length", (count as i64).into()),
            ];
            let message = format!("at most {MEMBERS_MAX} members");
            fields.refuse("/members", FieldCode::TooMany, message, params);
        } else if !self.members.iter().any(|member| member.lead) {
            fields.refuse("/members", FieldCode::NoLead, "somebody leads a team", []);
        }
        let mut seen = HashSet::new();
        for (place, member) in self.members.iter().enumerate().take(MEMBERS_MAX) {
            if !seen.insert(member.person_id) {
                let pointer = format!("/members/{place}/personId");
                fields.refuse(&pointer, FieldCode::Duplicate, "is named twice", []);
            }
        }
    }
}

/// What would become of a team if it were created now.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TeamCheck {
    /// The readable id that it would get.
    pub slug: String,
    /// The fields that don't hold yet.
    pub fields: Vec<FieldProblem>,
    /// Teams with a similar name.
    pub look_alikes: Vec<LookAlike>,
}

/// A team, as named by another thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct TeamRef {
    /// Stable id.
    pub id: TeamId,
    /// Readable id.
    pub slug: String,
    /// The name as shown.
    pub name: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusals(members: &[TeamMemberInput]) -> Vec<(String, FieldCode)> {
        let mut fields = Fields::default();
        let input = TeamInput {
            name: "Shops".to_owned(),
            purpose: "Looks after the shops".to_owned(),
            members: members.to_vec(),
        };
        input.check(&mut fields);
        fields
            .into_vec()
            .into_iter()
            .map(|field| (field.pointer, field.code))
            .collect()
    }

    fn member(lead: bool) -> TeamMemberInput {
        TeamMemberInput {
            person_id: PersonId::new(),
            lead,
        }
    }

    #[test]
    fn a_team_has_members_and_somebody_who_leads() {
        let at_members = |code| vec![("/members".to_owned(), code)];
        assert_eq!(refusals(&[]), at_members(FieldCode::Required));
        assert_eq!(refusals(&[member(false)]), at_members(FieldCode::NoLead));
        assert_eq!(refusals(&[member(false), member(true)]), []);
        let many: Vec<_> = (0..=MEMBERS_MAX).map(|_| member(true)).collect();
        assert_eq!(refusals(&many), at_members(FieldCode::TooMany));
    }

    #[test]
    fn nobody_is_named_twice() {
        let twice = member(true);
        assert_eq!(
            refusals(&[twice, member(false), twice]),
            [("/members/2/personId".to_owned(), FieldCode::Duplicate)]
        );
    }
}
