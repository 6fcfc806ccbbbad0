//! Landlock: which files this process may open, and that it may open no connection.
//!
//! <https://docs.kernel.org/userspace-api/landlock.html>

use std::path::Path;

use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, PathBeneath, PathFd, RestrictionStatus, Ruleset,
    RulesetAttr, RulesetCreated, RulesetCreatedAttr, RulesetError, RulesetStatus, Scope,
};

use super::Reach;

/// The newest rules that are asked for; a kernel that knows fewer applies those.
const RULES: ABI = ABI::V6;

/// How much memory there is: the query engine asks at its start, and panics when it isn't told.
const ALWAYS_READ: &str = "/proc/meminfo";

/// Answers whether files, and whether connections, are shut off.
///
/// # Errors
/// That the kernel knows no such rules.
pub(super) fn shut(reach: &Reach<'_>) -> Result<(bool, bool), RulesetError> {
    let mut rules = Ruleset::default()
        .handle_access(AccessFs::from_all(RULES))?
        .handle_access(AccessNet::from_all(RULES))?
        .scope(Scope::from_all(RULES))?
        .create()?;
    for path in reach.read.iter().copied().chain([Path::new(ALWAYS_READ)]) {
        rules = allow(rules, path, AccessFs::from_read(RULES) & !AccessFs::Execute)?;
    }
    for path in &reach.written {
        rules = allow(rules, path, AccessFs::from_all(RULES) & !AccessFs::Execute)?;
    }
    let RestrictionStatus { ruleset, .. } = rules.restrict_self()?;
    let shut = ruleset != RulesetStatus::NotEnforced;
    Ok((shut, ruleset == RulesetStatus::FullyEnforced))
}

fn allow(
    rules: RulesetCreated,
    path: &Path,
    access: BitFlags<AccessFs>,
) -> Result<RulesetCreated, RulesetError> {
    // A folder's rights mean nothing for a file, and the kernel refuses them there.
    let access = if path.is_dir() {
        access
    } else {
        access & AccessFs::from_file(RULES)
    };
    let Ok(opened) = PathFd::new(path) else {
        // What isn't there gains no right; the job itself will say so.
        return Ok(rules);
    };
    rules.add_rule(PathBeneath::new(opened, access))
}
