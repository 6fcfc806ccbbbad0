//! The policies, told to people.

use cedar_policy::{ActionConstraint, Effect, EntityUid, Policy};
use mesh_model::{PolicyAction, PolicyEffect, PolicyRule};
use serde_json::Value;

use crate::Policies;

impl Policies {
    /// Every policy, in the order in which they are written.
    #[must_use]
    pub fn rules(&self) -> Vec<PolicyRule> {
        let mut rules: Vec<(usize, PolicyRule)> = self
            .set
            .policies()
            .map(|policy| (place(policy), described(policy)))
            .collect();
        rules.sort_by_key(|(place, _)| *place);
        rules.into_iter().map(|(_, rule)| rule).collect()
    }
}

/// Cedar numbers policies as it reads them: `policy0`, `policy1`, …
fn place(policy: &Policy) -> usize {
    let id = policy.id().to_string();
    id.trim_start_matches("policy")
        .parse()
        .unwrap_or(usize::MAX)
}

fn described(policy: &Policy) -> PolicyRule {
    let actions = match policy.action_constraint() {
        ActionConstraint::Any => Vec::new(),
        ActionConstraint::Eq(action) => vec![action],
        ActionConstraint::In(actions) => actions,
    };
    PolicyRule {
        id: policy
            .annotation("id")
            .map_or_else(|| policy.id().to_string(), str::to_owned),
        effect: match policy.effect() {
            Effect::Permit => PolicyEffect::Permit,
            Effect::Forbid => PolicyEffect::Forbid,
        },
        actions: actions.iter().filter_map(spelled).collect(),
        text: policy.to_string(),
    }
}

fn spelled(action: &EntityUid) -> Option<PolicyAction> {
    serde_json::from_value(Value::String(action.id().unescaped().to_owned())).ok()
}
