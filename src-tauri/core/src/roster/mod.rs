//! 名簿: people, the bodies they belong to and the roles they hold there.

pub mod acts;
pub mod apply;
pub mod facts;
pub mod import;
pub mod order;
mod person;
pub mod store;
mod year;

pub use person::{Organisation, OrganisationId, OrganisationKind, Person, PersonId, PersonName, Role, RoleId};
