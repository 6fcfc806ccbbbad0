//! Who acts.

use mesh_model::{Person, PersonId, PersonRef, Role};
use mesh_policy::Asker;

/// The person on whose behalf a use case runs. It is made from a session, a token or, embedded, by the desktop;
/// never from anything that a client can write into a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// Their role when the request arrived.
    pub role: Option<Role>,
}

impl Principal {
    pub(crate) fn asker(&self) -> Asker {
        Asker {
            person: self.id,
            role: self.role,
        }
    }

    pub(crate) fn person_ref(&self) -> PersonRef {
        PersonRef {
            id: self.id,
            name: self.name.clone(),
        }
    }
}

impl From<&Person> for Principal {
    fn from(person: &Person) -> Self {
        Self {
            id: person.id,
            name: person.name.clone(),
            role: person.role,
        }
    }
}
