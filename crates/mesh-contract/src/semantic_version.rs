//! Versions of contracts (Semantic Versioning 2.0.0).

use std::{fmt, str::FromStr};

use mesh_model::Compatibility;

/// The version of a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SemanticVersion {
    /// Grows when less is promised, or something else.
    pub major: u64,
    /// Grows when more is promised.
    pub minor: u64,
    /// Grows when words change.
    pub patch: u64,
}

impl SemanticVersion {
    /// The first that is published.
    pub const FIRST: Self = Self {
        major: 1,
        minor: 0,
        patch: 0,
    };

    /// The version after a change, the same where nothing changed.
    #[must_use]
    pub fn after(self, change: Option<Compatibility>) -> Self {
        let Self {
            major,
            minor,
            patch,
        } = self;
        match change {
            None => self,
            Some(Compatibility::Patch) => Self {
                patch: patch + 1,
                ..self
            },
            Some(Compatibility::Minor) => Self {
                major,
                minor: minor + 1,
                patch: 0,
            },
            Some(Compatibility::Major) => Self {
                major: major + 1,
                minor: 0,
                patch: 0,
            },
        }
    }
}

impl fmt::Display for SemanticVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// A text that isn't three whole numbers with dots between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAVersion;

impl FromStr for SemanticVersion {
    type Err = NotAVersion;

    fn from_str(text: &str) -> Result<Self, NotAVersion> {
        let mut parts = text.split('.').map(|part| part.parse().map_err(drop));
        match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(Ok(major)), Some(Ok(minor)), Some(Ok(patch)), None) => Ok(Self {
                major,
                minor,
                patch,
            }),
            _ => Err(NotAVersion),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_greatest_change_decides() {
        let version: SemanticVersion = "2.3.4".parse().unwrap();
        assert_eq!(version.after(None).to_string(), "2.3.4");
        assert_eq!(
            version.after(Some(Compatibility::Patch)).to_string(),
            "2.3.5"
        );
        assert_eq!(
            version.after(Some(Compatibility::Minor)).to_string(),
            "2.4.0"
        );
        assert_eq!(
            version.after(Some(Compatibility::Major)).to_string(),
            "3.0.0"
        );
        assert!(
            Compatibility::Major > Compatibility::Minor
                && Compatibility::Minor > Compatibility::Patch
        );
    }
}
