//! 名簿の取り込み: rows become people. A person who stands in several rows is one person with several roles; two people of
//! one name stay two. Names are kept exactly as typed; only keys beside them are folded (`domain` 9.3, 9.4).

mod differences;
mod draft;
mod family;
mod leavers;
mod matching;
mod merge;
mod names;
mod places;
mod read;
mod roles;
mod stays;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_homes;

use paper::RawBook;

use super::{Organisation, Person, Role};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::intake::blocks::parted;
use crate::intake::columns::Kind;
use crate::intake::mapping::Hints;
use crate::intake::plan::{Plan, ShownCell};
use crate::intake::told::note;
use crate::intake::understand;
pub use draft::{PersonDraft, RoleDraft};
pub(super) use matching::Index;

/// What is in the roster already, and what the council's papers take for granted.
#[derive(Debug, Default)]
pub struct Stored {
    /// Everybody, leavers too.
    pub people: Vec<Person>,
    /// All roles.
    pub roles: Vec<Role>,
    /// All bodies.
    pub bodies: Vec<Organisation>,
    /// The council's own name.
    pub council: String,
    /// The profile's city, which addresses leave out.
    pub city: String,
}

/// What a file would do to the roster.
pub fn plan(book: &RawBook, stored: &Stored, hints: &Hints, year: FiscalYear) -> Result<Plan<PersonDraft>> {
    let parts = parted(book, Kind::Roster);
    let tables = understand(&parts, Kind::Roster, hints)?;
    let mut plan = Plan::of(Kind::Roster, book, &tables);
    let mut rows = Vec::new();
    for table in tables.iter().filter(|t| t.is_used) {
        read::rows(table, stored, year, &mut rows, &mut plan.issues);
    }
    names::split_names(&mut rows, stored);
    let people = merge::people(rows, &mut plan.issues);
    plan.rows = matching::matched(people, stored, year, &mut plan.issues);
    let leavers = plan.rows.iter().filter(|row| !row.is_counted).count();
    if leavers > 0 {
        plan.notes.push(note("roster.leavers_kept", "count", leavers));
    }
    let family = plan.rows.iter().filter(|row| !row.draft.family_of.is_empty()).count();
    if family > 0 {
        plan.notes.push(note("roster.families_taken", "count", family));
    }
    Ok(plan)
}

/// What a draft would write, in words.
pub fn show(draft: &PersonDraft) -> (String, Vec<ShownCell>) {
    (draft.name.full(), draft.cells())
}
