//! 名簿: people, their stays and households, bodies, roles; lists, records and changes.

mod bodies;
mod families;
mod fields;
pub(crate) mod homes;
mod households;
mod list;
mod movements;
mod record;
mod roles;
mod same;
mod stays;
mod write;

use serde::Serialize;
use ts_rs::TS;

pub use bodies::{Bodies, BodyById, BodyTree, SaveBody};
pub use families::{FoundHouseholds, SuggestHouseholds};
pub use fields::{CustomFields, RetireField, SaveCustomField};
pub use households::{HouseholdById, ListHouseholds, MoveHousehold, MoveIn, MoveOut, SaveHousehold};
pub use list::ListPeople;
pub(crate) use list::is_large;
pub use movements::Movements;
pub use record::PersonById;
pub use roles::{ChangeOfficers, OfficersOn, OfficesEnding, RemoveRole, SaveRole};
pub(crate) use same::{Counts, counts};
pub use same::{Duplicates, KeepApart, MergePeople};
pub(crate) use stays::needed_day;
pub use stays::{Leave, Rejoin};
pub use write::SavePerson;

/// Key of what was written.
#[derive(Debug, Serialize, TS)]
pub struct Written {
    pub id: String,
}

impl Written {
    pub(crate) fn of(id: impl ToString) -> Written {
        Written { id: id.to_string() }
    }
}
