//! 名簿: people, their stays and households, the bodies they belong to and the roles they hold there.

pub mod acts;
pub mod apply;
mod appointment;
mod custom;
pub mod duplicates;
pub mod facts;
mod homes;
mod household;
pub mod import;
mod inhabited;
pub mod movement;
pub mod order;
mod person;
pub mod privacy;
mod side;
mod stay;
pub mod store;
pub mod timeline;
mod tree;
mod vacant;
mod year;

pub use custom::{CustomField, CustomFieldId, CustomKind, CustomValue};
pub use homes::{Homes, by_id};
pub use household::{Household, HouseholdId, HouseholdMember, HouseholdMemberId, places_of, suggest_households};
pub use inhabited::inhabited;
pub use person::{
    Appointment, Organisation, OrganisationId, OrganisationKind, Person, PersonId, PersonName, Role, RoleId,
};
pub use side::Side;
pub use stay::Stay;
pub use tree::{FormerParent, Tree};
pub use vacant::vacant;
