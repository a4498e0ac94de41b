//! 町丁ごとの世帯数の取り込み: households of towns as a city publishes them. A count that the city does not publish stays
//! unknown, never zero; a town whose name is broken is known by its place.

mod read;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use chrono::NaiveDate;
use paper::{Negative, RawBook, Value};

use super::ages::TownAges;
use super::town::{Town, TownCount, TownId, town_key};
use crate::Result;
use crate::calendar::{FiscalYear, YearStart};
use crate::intake::columns::Kind;
use crate::intake::mapping::Hints;
use crate::intake::plan::{Difference, Plan, Planned, ShownCell, Verdict};
use crate::intake::told::{Cells, Differences};
use crate::intake::understand;

/// What is known about towns already.
#[derive(Debug, Default)]
pub struct StoredTowns {
    /// The towns.
    pub towns: Vec<Town>,
    /// Their households.
    pub counts: Vec<TownCount>,
    /// Their persons by age.
    pub ages: Vec<TownAges>,
}

/// One town on one day as a file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TownDraft {
    /// 町丁 as the city writes it.
    pub name: String,
    /// Latitude and longitude.
    pub place: String,
    /// 基準日
    pub as_of_on: NaiveDate,
    /// None where the city does not publish it.
    pub households: Option<i64>,
    /// 人口
    pub persons: Option<i64>,
    /// Persons by age, where the file has all published bands.
    pub ages: Option<Vec<i64>>,
    /// The stored town, when there is one.
    pub known: Option<TownId>,
}

/// What a file would do to the households of towns.
pub fn plan(book: &RawBook, stored: &StoredTowns, hints: &Hints, year: FiscalYear) -> Result<Plan<TownDraft>> {
    // 市の調査: a reference date without its year is one of the city's.
    YearStart::CITY.during(|| planned(book, stored, hints, year))
}

fn planned(book: &RawBook, stored: &StoredTowns, hints: &Hints, year: FiscalYear) -> Result<Plan<TownDraft>> {
    let tables = understand(book, Kind::Households, hints)?;
    let mut plan = Plan::of(Kind::Households, book, &tables);
    let mut rows = Vec::new();
    for table in tables.iter().filter(|t| t.is_used) {
        read::rows(table, year, &mut rows, &mut plan.issues);
    }
    let rows = read::named(rows, &stored.towns, &mut plan.issues);
    let index = Index::new(stored);
    plan.rows = rows.into_iter().map(|row| index.planned(row)).collect();
    Ok(plan)
}

/// What a draft would write, in words.
pub fn show(draft: &TownDraft) -> (String, Vec<ShownCell>) {
    let mut cells = Cells::new(Kind::Households);
    cells.add("as_of", &paper::wareki::long(draft.as_of_on));
    cells.add("households", &shown(&draft.households));
    cells.add("persons", &draft.persons.as_ref().map(|n| Value::Count(*n).shown(Negative::White)).unwrap_or_default());
    (draft.name.clone(), cells.done())
}

/// 587, or that it is not published.
fn shown(households: &Option<i64>) -> String {
    households.map_or_else(|| "公表されていません".to_owned(), |n| Value::Count(n).shown(Negative::White))
}

/// The stored towns under the keys by which they are found.
struct Index<'a> {
    towns: HashMap<String, TownId>,
    counts: HashMap<(TownId, NaiveDate), &'a TownCount>,
    ages: HashMap<(TownId, NaiveDate), &'a TownAges>,
}

impl<'a> Index<'a> {
    fn new(stored: &'a StoredTowns) -> Index<'a> {
        Index {
            towns: stored.towns.iter().map(|town| (town_key(&town.name), town.id)).collect(),
            counts: stored.counts.iter().map(|count| ((count.town_id, count.as_of_on), count)).collect(),
            ages: stored.ages.iter().map(|ages| ((ages.town_id, ages.as_of_on), ages)).collect(),
        }
    }

    fn planned(&self, row: read::Row) -> Planned<TownDraft> {
        let mut draft = row.draft;
        draft.known = self.towns.get(&town_key(&draft.name)).copied();
        let count = draft.known.and_then(|town| self.counts.get(&(town, draft.as_of_on)));
        let ages = draft.known.and_then(|town| self.ages.get(&(town, draft.as_of_on)));
        let changes = count.map(|count| changes(count, ages.map(|ages| &ages.ages), &draft)).unwrap_or_default();
        let verdict = match count {
            None => Verdict::New,
            Some(_) if changes.is_empty() => Verdict::Same,
            Some(_) => Verdict::Changed,
        };
        let (reason, candidates) = (None, vec![]);
        Planned { sheet: row.place.sheet, row: row.row, verdict, draft, changes, reason, candidates, is_counted: true }
    }
}

/// What the file would change. A count that is no longer published takes nothing away.
fn changes(count: &TownCount, ages: Option<&Vec<i64>>, draft: &TownDraft) -> Vec<Difference> {
    let mut found = Differences::new(Kind::Households);
    let number = |n: &i64| Value::Count(*n).shown(Negative::White);
    found.value("households", count.households.as_ref(), draft.households.as_ref(), number);
    found.value("persons", count.persons.as_ref(), draft.persons.as_ref(), number);
    found.value("ages", ages, draft.ages.as_ref(), |ages| number(&ages.iter().sum::<i64>()));
    found.done()
}
