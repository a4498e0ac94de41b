//! 自治会加入状況の取り込み: one row per association, several years side by side or a row for each. What the paper leaves
//! open stays open: 未提出 is no count, and a number of households given once serves every year of the file.

mod draft;
mod matching;
mod read;
#[cfg(test)]
mod tests;

use paper::RawBook;

use super::{AssociationYear, HouseholdObservation, Observation};
use crate::Result;
use crate::calendar::{FiscalYear, YearStart};
use crate::intake::blocks::parted;
use crate::intake::columns::Kind;
use crate::intake::mapping::Hints;
use crate::intake::plan::{Plan, ShownCell};
use crate::intake::told::sentence;
use crate::intake::understand;
use crate::roster::{Organisation, Person};
pub use draft::{AssociationDraft, CountDraft};
pub(super) use matching::{Index, name_key};

/// What is known about the associations already.
#[derive(Debug, Default)]
pub struct Stored {
    /// The associations.
    pub associations: Vec<Organisation>,
    /// What they said.
    pub observations: Vec<Observation>,
    /// Further counts, oldest first.
    pub further: Vec<HouseholdObservation>,
    /// Their yearly records.
    pub years: Vec<AssociationYear>,
    /// Everybody in the roster: a chair's name is linked when exactly one person fits.
    pub people: Vec<Person>,
}

/// What a file would do to the enrolment records.
pub fn plan(book: &RawBook, stored: &Stored, hints: &Hints, year: FiscalYear) -> Result<Plan<AssociationDraft>> {
    // 市の調査: a reference date without its year is one of the city's.
    YearStart::CITY.during(|| planned(book, stored, hints, year))
}

fn planned(book: &RawBook, stored: &Stored, hints: &Hints, year: FiscalYear) -> Result<Plan<AssociationDraft>> {
    let parts = parted(book, Kind::Associations);
    let tables = understand(&parts, Kind::Associations, hints)?;
    let mut plan = Plan::of(Kind::Associations, book, &tables);
    let mut rows = Vec::new();
    for table in tables.iter().filter(|t| t.is_used) {
        read::rows(table, year, &mut rows, &mut plan);
    }
    let rows = read::joined(rows, &mut plan.issues);
    let index = Index::new(stored);
    plan.rows = rows.into_iter().map(|row| index.planned(row)).collect();
    if plan.rows.iter().any(|row| row.draft.is_carried_over()) {
        plan.notes.push(sentence("enrolment.carried_over"));
    }
    Ok(plan)
}

/// What a draft would write, in words.
pub fn show(draft: &AssociationDraft) -> (String, Vec<ShownCell>) {
    (draft.name.clone(), draft.cells())
}
