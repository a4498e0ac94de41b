//! What the secretary does with the roster.

mod bodies;
mod fields;
mod households;
mod people;
mod privacy;
mod roles;
mod same;
mod stays;
#[cfg(test)]
mod tests;

pub use bodies::{BodyDraft, body_kind, body_named, committee_named, save_body};
pub use fields::{retire_field, save_custom_field};
pub use households::{
    Family, HouseholdDraft, Resident, found_households, join_families, move_household, move_in, move_out,
    save_household,
};
pub use people::{save_moved_person, save_person};
pub use privacy::{erase_leavers, record_consent, save_policy, save_retention, withdraw_consent};
pub use roles::{NewRole, Succession, change_officers, remove_role, save_role};
pub use same::{keep_apart, merge_people};
pub use stays::{leave, rejoin};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{Household, HouseholdId, Organisation, OrganisationId, Person, PersonId, store};
use crate::{Error, Result};

fn person(conn: &Connection, id: PersonId) -> Result<Person> {
    store::find_person(conn, id)?.ok_or_else(|| Error::refused("roster.no_such_person"))
}

fn household(conn: &Connection, id: HouseholdId) -> Result<Household> {
    store::find_household(conn, id)?.ok_or_else(|| Error::refused("roster.no_such_household"))
}

fn body(conn: &Connection, id: OrganisationId) -> Result<Organisation> {
    store::find_organisation(conn, id)?.ok_or_else(|| Error::refused("roster.no_such_body"))
}

/// Refuses a last day before the first.
fn in_order(from: Option<NaiveDate>, to: Option<NaiveDate>, field: &str) -> Result<()> {
    match from.zip(to) {
        Some((from, to)) if to < from => Err(Error::refused("roster.term_reversed").with("field", field)),
        _ => Ok(()),
    }
}
