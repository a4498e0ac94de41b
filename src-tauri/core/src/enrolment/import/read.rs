//! 一行ずつ読む: what a row says of one association and its years.

use std::collections::{BTreeMap, HashMap};

use chrono::{Datelike, NaiveDate};

use super::draft::{AssociationDraft, CountDraft};
use super::matching::name_key;
use crate::calendar::{FiscalYear, first_day_in, year_in};
use crate::enrolment::Certainty;
use crate::intake::cells::{self, Count};
use crate::intake::columns::Kind;
use crate::intake::layout::{FoundColumn, Place, Record, Table, Why};
use crate::intake::plan::{Issue, Plan, SkippedRow};
use crate::intake::told::unread;

/// An association as one row has it.
#[derive(Debug)]
pub(super) struct Row {
    pub place: Place,
    pub row: u32,
    pub draft: AssociationDraft,
}

/// The year and the reference date that a sheet speaks of where its cells name none.
#[derive(Clone, Copy)]
struct Base {
    year: FiscalYear,
    as_of_on: Option<NaiveDate>,
}

impl Base {
    fn of(table: &Table, year: FiscalYear) -> Base {
        let as_of_on = table.as_of();
        let named = as_of_on
            .map(FiscalYear::city_of)
            .or_else(|| table.year())
            .or_else(|| year_in(table.sheet).map(|(year, _)| year));
        let latest = table.columns.iter().filter(|c| c.field == Some("enrolled")).filter_map(|c| c.year).max();
        Base { year: named.or(latest).unwrap_or(year), as_of_on }
    }

    /// The reference date of a year: as the heading says, else the same day as the sheet's.
    fn day(self, year: FiscalYear, heading: &str) -> NaiveDate {
        let same = self.as_of_on.and_then(|day| year.city_day(day.month(), day.day()));
        first_day_in(heading).filter(|day| year.city_contains(*day)).or(same).unwrap_or_else(|| year.city_first_day())
    }
}

/// Reads all records of a table.
pub(super) fn rows(table: &Table, year: FiscalYear, rows: &mut Vec<Row>, plan: &mut Plan<AssociationDraft>) {
    let base = Base::of(table, year);
    plan.issues.extend(only_households(table));
    for record in table.records() {
        let name = record.text("name").unwrap_or_default();
        if is_sum(table, &record) {
            plan.skipped.push(SkippedRow { sheet: table.sheet.to_owned(), row: record.row(), why: Why::Total });
            continue;
        }
        let issues = &mut plan.issues;
        if name.is_empty() {
            let has_counts = ["enrolled", "households", "flats"].iter().any(|field| record.raw(field).is_some());
            issues.extend(has_counts.then(|| Issue::at(record.place("name"), "enrolment.row_without_name")));
            continue;
        }
        let base = own_year(&record, base);
        let word = |field: &str| record.joined(field, " ").unwrap_or_default().into_owned();
        let fee = record.columns("fee").next().and_then(|column| {
            let reading = cells::yen(&*record.at(column)?);
            issues.extend(reading.issue.map(|code| unread(&record, column, code)));
            reading.value
        });
        let draft = AssociationDraft {
            year: base.year,
            town: word("town"),
            chair_name: word("chair"),
            blocks: counted(&record, "blocks", issues).next().and_then(|(_, count)| count.number),
            fee_month_yen: fee,
            note: word("note"),
            counts: match metric(&record, table) {
                Some("rate" | "change") => vec![],
                metric => turned(counts(&record, base, issues), metric),
            },
            known: None,
            name: name.into_owned(),
        };
        rows.push(Row { place: record.place("name"), row: record.row(), draft });
    }
}

/// 北ブロック計, 地区計: the sum of the rows above. No association is called 計.
fn is_sum(table: &Table, record: &Record) -> bool {
    let words = |column: &FoundColumn| record.at(column).map(|raw| cells::text(&raw).into_owned());
    let is_word = |column: &&FoundColumn| matches!(column.field, None | Some("name" | "number" | "town"));
    let mut named = table.columns.iter().filter(is_word).filter_map(words);
    named.any(|words| words.trim_end().ends_with('計'))
}

/// Households without a column of those enrolled say nothing about the rate; no count is made from a rate.
fn only_households(table: &Table) -> Option<Issue> {
    let column = table.columns.iter().find(|column| column.field == Some("households"))?;
    let has_enrolled = table.has("enrolled") || table.has("enrolled_previous");
    (!has_enrolled).then(|| Issue::at(table.heading_place(column), "enrolment.no_enrolled"))
}

/// A row may name its own year or day: 年度, 基準日.
fn own_year(record: &Record, base: Base) -> Base {
    let day = record.raw("as_of").and_then(|raw| cells::date(&raw, Some(base.year), None).value);
    let named = record.text("year").and_then(|words| year_in(&words)).map(|(year, _)| year);
    match (named, day) {
        (Some(year), _) => Base { year, as_of_on: day.or(base.as_of_on) },
        (None, Some(day)) => Base { year: FiscalYear::city_of(day), as_of_on: Some(day) },
        (None, None) => base,
    }
}

/// The counts of all columns with this meaning.
fn counted<'t>(
    record: &Record<'t, '_>,
    field: &str,
    issues: &mut Vec<Issue>,
) -> impl Iterator<Item = (&'t FoundColumn, Count)> + use<'t> {
    let columns: Vec<_> = record.columns(field).collect();
    let read = |column: &'t FoundColumn| {
        let reading = cells::count(&*record.at(column)?);
        issues.extend(reading.issue.map(|code| unread(record, column, code)));
        Some((column, reading.value?))
    };
    columns.into_iter().filter_map(read).collect::<Vec<_>>().into_iter()
}

/// 世帯数 or 加入数 in a column of its own, where an association takes a row for each.
fn metric(record: &Record, table: &Table) -> Option<&'static str> {
    let fields = Kind::Associations.fields();
    let of_cell = |column: &FoundColumn| fields.named(&cells::text(&*record.at(column)?));
    let mut metrics = table.columns.iter().filter(|column| column.field.is_none()).filter_map(of_cell);
    metrics.find(|name| matches!(*name, "households" | "enrolled" | "rate" | "change"))
}

/// The counts of a row that gives one of them.
fn turned(counts: Vec<CountDraft>, metric: Option<&str>) -> Vec<CountDraft> {
    let household = |count: CountDraft| CountDraft {
        denominator: count.numerator,
        denominator_certainty: count.numerator_certainty,
        numerator: None,
        ..count
    };
    match metric {
        Some("households") => counts.into_iter().map(household).collect(),
        _ => counts,
    }
}

/// What the row says about each year. Households that are given once serve every year.
fn counts(record: &Record, base: Base, issues: &mut Vec<Issue>) -> Vec<CountDraft> {
    let mut households: BTreeMap<FiscalYear, Count> = BTreeMap::new();
    for (column, count) in counted(record, "households", issues) {
        households.insert(column.year.unwrap_or(base.year), count);
    }
    let mut years: BTreeMap<FiscalYear, (NaiveDate, Count)> = BTreeMap::new();
    for (field, before) in [("enrolled_previous", 1), ("enrolled", 0)] {
        for (column, count) in counted(record, field, issues) {
            let year = column.year.unwrap_or(FiscalYear(base.year.0 - before));
            years.insert(year, (base.day(year, &column.heading), count));
        }
    }
    let flats: BTreeMap<FiscalYear, Count> = counted(record, "flats", issues)
        .filter(|(_, count)| count.number.is_some())
        .map(|(column, count)| (column.year.unwrap_or(base.year), count))
        .collect();
    for year in flats.keys() {
        years.entry(*year).or_insert_with(|| (base.day(*year, ""), Count::default()));
    }
    if record.columns("enrolled").next().is_none() && years.is_empty() {
        years.extend(households.keys().map(|year| (*year, (base.day(*year, ""), Count::default()))));
    }
    let serves_all = households.len() == 1;
    let served = |year: FiscalYear| match households.get(&year) {
        Some(count) => (count.number, certainty(*count)),
        None if serves_all => (households.values().next().and_then(|c| c.number), Certainty::CarriedOver),
        None => (None, Certainty::Counted),
    };
    let count = |(year, (as_of_on, count)): (FiscalYear, (NaiveDate, Count))| {
        let (denominator, denominator_certainty) = served(year);
        let (numerator, numerator_certainty) = (count.number, certainty(count));
        let flats = flats.get(&year).and_then(|count| Some((count.number?, certainty(*count))));
        CountDraft { year, as_of_on, numerator, numerator_certainty, denominator, denominator_certainty, flats }
    };
    years.into_iter().map(count).collect()
}

fn certainty(count: Count) -> Certainty {
    if count.is_rounded { Certainty::Rounded } else { Certainty::Counted }
}

/// Puts the rows of one association together: a row or a sheet for each year. The same year twice is told.
pub(super) fn joined(rows: Vec<Row>, issues: &mut Vec<Issue>) -> Vec<Row> {
    let mut joined: Vec<Row> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for row in rows {
        match places.get(&name_key(&row.draft.name)) {
            Some(at) => join(&mut joined[*at], row, issues),
            None => {
                places.insert(name_key(&row.draft.name), joined.len());
                joined.push(row);
            }
        }
    }
    joined
}

/// What one row leaves open another row of the same year says.
fn complete(known: &mut CountDraft, count: &CountDraft) {
    if known.numerator.is_none() {
        (known.numerator, known.numerator_certainty) = (count.numerator, count.numerator_certainty);
    }
    if known.denominator.is_none() {
        (known.denominator, known.denominator_certainty) = (count.denominator, count.denominator_certainty);
    }
    known.flats = known.flats.or(count.flats);
}

impl CountDraft {
    /// True when the other says nothing that is not here.
    fn holds(&self, other: &CountDraft) -> bool {
        let fits = |own: Option<i64>, other: Option<i64>| other.is_none() || own == other;
        let flats = |count: &CountDraft| count.flats.map(|(households, _)| households);
        fits(self.numerator, other.numerator)
            && fits(self.denominator, other.denominator)
            && fits(flats(self), flats(other))
    }
}

fn join(into: &mut Row, row: Row, issues: &mut Vec<Issue>) {
    for count in &row.draft.counts {
        let known = into.draft.counts.iter_mut().filter(|known| known.year == count.year);
        known.for_each(|known| complete(known, count));
    }
    let is_known = |count: &CountDraft| into.draft.counts.iter().any(|known| known.year == count.year);
    let (known, new): (Vec<_>, Vec<_>) = row.draft.counts.iter().copied().partition(is_known);
    let says_more =
        |count: &CountDraft| into.draft.counts.iter().any(|known| known.year == count.year && !known.holds(count));
    if known.iter().any(says_more) {
        issues.push(Issue::at(row.place, "enrolment.repeated").with("name", &row.draft.name));
    }
    if row.draft.year > into.draft.year {
        let counts = std::mem::take(&mut into.draft.counts);
        into.draft = AssociationDraft { counts, name: into.draft.name.clone(), ..row.draft };
    }
    into.draft.counts.extend(new);
    into.draft.counts.sort_by_key(|count| count.year);
}
