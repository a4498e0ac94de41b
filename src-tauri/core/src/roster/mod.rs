//! 名簿: people, the bodies they belong to and the roles they hold there.

mod person;
pub mod store;

pub use person::{Organisation, OrganisationId, OrganisationKind, Person, PersonId, PersonName, Role, RoleId};
