//! 事業実績 of somebody's Excel: from raw cells to a plan. Nothing here writes; [`super::apply`] does.

mod draft;
mod off;
mod read;
mod span;
#[cfg(test)]
mod tests;
mod when;

use std::collections::{HashMap, HashSet};

use paper::RawBook;

use super::{Occasion, OccasionId};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::intake::columns::Kind;
use crate::intake::layout::Table;
use crate::intake::mapping::Hints;
use crate::intake::plan::{Difference, Plan, Planned, ShownCell, Verdict};
use crate::intake::told::Cells;
use crate::intake::understand;
pub use draft::{KnownActivities, KnownItem, OccasionDraft};

/// A paper as understood, before it is compared with the office file.
#[derive(Debug)]
pub struct OccasionPaper<'a> {
    /// The year of the paper: its title's, else the given one.
    pub year: FiscalYear,
    book: &'a RawBook,
    tables: Vec<Table<'a>>,
}

impl<'a> OccasionPaper<'a> {
    /// Finds the tables of a paper.
    pub fn read(book: &'a RawBook, year: FiscalYear, hints: &Hints) -> Result<OccasionPaper<'a>> {
        let tables = understand(book, Kind::Activities, hints)?;
        let year = tables.iter().filter(|table| table.is_used).find_map(Table::year).unwrap_or(year);
        Ok(OccasionPaper { year, book, tables })
    }

    /// Compares with what is known of that year.
    pub fn plan(&self, known: &KnownActivities) -> Plan<OccasionDraft> {
        let mut plan = Plan::of(Kind::Activities, self.book, &self.tables);
        let mut drafts = Vec::new();
        for table in self.tables.iter().filter(|table| table.is_used) {
            drafts.extend(read::rows(table, self.year, known, &mut plan));
        }
        let found = draft::find(&drafts, known);
        let stored = Stored::new(known, found.iter().flatten().copied().collect());
        plan.rows = drafts.into_iter().zip(found).map(|(draft, id)| stored.planned(draft, id)).collect();
        plan
    }
}

/// What is there, by key.
struct Stored<'a> {
    known: &'a KnownActivities,
    occasions: HashMap<OccasionId, &'a Occasion>,
    /// Those of which the paper has a row.
    told: HashSet<OccasionId>,
}

impl<'a> Stored<'a> {
    fn new(known: &'a KnownActivities, told: HashSet<OccasionId>) -> Stored<'a> {
        let occasions = known.occasions.iter().map(|occasion| (occasion.id, occasion)).collect();
        Stored { known, occasions, told }
    }

    fn planned(&self, draft: OccasionDraft, id: Option<OccasionId>) -> Planned<OccasionDraft> {
        let stored = id.and_then(|id| self.occasions.get(&id));
        let changes = stored.map(|stored| self.changes(&draft, stored)).unwrap_or_default();
        let verdict = match (stored, changes.is_empty()) {
            (None, _) => Verdict::New,
            (Some(_), true) => Verdict::Same,
            (Some(_), false) => Verdict::Changed,
        };
        let (sheet, row) = (draft.sheet.clone(), draft.row);
        let draft = OccasionDraft { known: id, ..draft };
        Planned { sheet, row, verdict, draft, changes, reason: None, candidates: vec![], is_counted: true }
    }

    fn changes(&self, draft: &OccasionDraft, stored: &Occasion) -> Vec<Difference> {
        let activities = &self.known.activities;
        let own = activities.iter().find(|activity| Some(activity.id) == stored.activity_id);
        // The committee is that of the line of work to which the row says the occasion belongs.
        let to_be = activities.iter().find(|activity| activity.name == draft.activity).or(own);
        let committee = to_be.map_or("", |activity| self.known.committee_of(activity));
        let days = self.record_of(stored);
        let draft = if draft.tells_more(stored, &days) { draft.of_record(stored, &days) } else { draft.clone() };
        draft.changes(stored, own.map_or("", |activity| &activity.name), committee)
    }

    /// The days of the record that a row may tell as a whole; none where the paper has a row for another day of it.
    fn record_of(&self, stored: &Occasion) -> Vec<&Occasion> {
        let is_day = |o: &&Occasion| stored.series_id.is_some() && o.series_id == stored.series_id;
        let days: Vec<&Occasion> = self.known.occasions.iter().filter(is_day).collect();
        let is_whole = days.len() > 1 && days.iter().filter(|o| self.told.contains(&o.id)).count() == 1;
        if is_whole { days } else { Vec::new() }
    }
}

/// A draft in words, for the list.
pub fn show(draft: &OccasionDraft) -> (String, Vec<ShownCell>) {
    let occasion = draft.occasion();
    let mut cells = Cells::new(Kind::Activities);
    cells.add("date", &occasion.when());
    cells.add("state", if draft.called_off.is_some() { occasion.state.label() } else { "" });
    cells.add("activity", &draft.activity);
    cells.add("committee", &draft.committee);
    cells.add("place", &draft.place);
    cells.add("participants", &occasion.participants_label());
    cells.add("helpers", &draft.helpers.map(|number| number.to_string()).unwrap_or_default());
    cells.add("content", &draft.content);
    (draft.title.clone(), cells.done())
}
