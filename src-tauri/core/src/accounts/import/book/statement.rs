//! 出納帳: from the file to its year, its purses and its lines.

use std::collections::HashMap;

use paper::RawBook;

use super::draft::BookDraft;
use super::rows::{BookRows, TableReader};
use crate::Result;
use crate::accounts::Books;
use crate::calendar::FiscalYear;
use crate::intake::blocks::parted;
use crate::intake::cells;
use crate::intake::columns::Kind;
use crate::intake::layout::Table;
use crate::intake::mapping::Hints;
use crate::intake::plan::Plan;
use crate::intake::understand;

/// Everything that is read from the file before it is compared with the office file.
#[derive(Debug)]
pub struct BookPaper {
    /// The year of the book.
    pub year: FiscalYear,
    pub(super) rows: BookRows,
    /// The plan so far: sheets and skipped rows.
    pub(super) plan: Plan<BookDraft>,
    /// The book says which expenses have receipts.
    pub(super) has_receipts: bool,
}

impl BookPaper {
    /// Reads a cash book. The year is the title's, else that of the days as written, else the given one; the purses and
    /// the 会計 that are known give general words (預金, 通帳, 特別会計) their names.
    pub fn read(book: &RawBook, year: FiscalYear, hints: &Hints, known: &Books) -> Result<BookPaper> {
        let parts = parted(book, Kind::CashBook);
        let found = understand(&parts, Kind::CashBook, hints)?;
        let used = || found.iter().filter(|table| table.is_used);
        let year = used().find_map(Table::year).or_else(|| dated_year(used())).unwrap_or(year);
        let purses = used().flat_map(|table| super::columns::purses(table, &known.purses)).fold(vec![], with);
        let mut rows = BookRows { purses, ..BookRows::default() };
        for table in used() {
            let mut reader = TableReader::new(table, year, known, &mut rows);
            table.records().for_each(|record| reader.read(&record));
            reader.finish(table);
        }
        let mut plan = Plan::of(Kind::CashBook, book, &found);
        plan.skipped.append(&mut rows.skipped);
        let taken: Vec<_> = used().flat_map(|table| super::columns::places(table, &known.purses)).collect();
        plan.issues.retain(|issue| !taken.contains(&issue.place));
        let has_receipts = used().any(|table| table.has("receipt"));
        Ok(BookPaper { year, rows, plan, has_receipts })
    }
}

fn with(mut names: Vec<String>, name: String) -> Vec<String> {
    if !names.contains(&name) {
        names.push(name);
    }
    names
}

/// The fiscal year of most days that are written with their year.
fn dated_year<'t>(tables: impl Iterator<Item = &'t Table<'t>>) -> Option<FiscalYear> {
    let mut days: HashMap<FiscalYear, usize> = HashMap::new();
    for record in tables.flat_map(Table::records) {
        let day = record.raw("date").and_then(|raw| cells::date(&raw, None, None).value);
        if let Some(day) = day.filter(|day| day.to_string().as_str() > "1950") {
            *days.entry(FiscalYear::of(day)).or_default() += 1;
        }
    }
    days.into_iter().max_by_key(|(year, count)| (*count, *year)).map(|(year, _)| year)
}
