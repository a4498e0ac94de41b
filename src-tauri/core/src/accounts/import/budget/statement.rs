//! 予算書: from the file to its tables, its year and its unit.

use paper::{RawBook, RawValue};

use super::BudgetDraft;
use super::read::{BudgetTable, read_table};
use super::sides::Sides;
use super::split::side_by_side;
use crate::Result;
use crate::calendar::{FiscalYear, year_in};
use crate::intake::columns::Kind;
use crate::intake::layout::Table;
use crate::intake::mapping::Hints;
use crate::intake::plan::{Issue, Plan};
use crate::intake::understand;

/// Everything that is read from the file before it is compared with the office file.
#[derive(Debug)]
pub struct BudgetPaper {
    /// The year that the paper is for.
    pub year: FiscalYear,
    /// Its tables.
    pub(super) tables: Vec<BudgetTable>,
    /// The plan so far: sheets, skipped rows and issues.
    pub(super) plan: Plan<BudgetDraft>,
    /// 単位：千円 is 1,000.
    pub(super) unit: i64,
}

impl BudgetPaper {
    /// Reads a budget; the year is the title's, else that of the headings, else the given one.
    pub fn read(book: &RawBook, year: FiscalYear, hints: &Hints) -> Result<BudgetPaper> {
        let halves = side_by_side(book);
        let found = understand(&halves, Kind::Budget, hints)?;
        let used = || found.iter().filter(|table| table.is_used);
        let year = used().find_map(titled_year).or_else(|| heading_year(used())).unwrap_or(year);
        let (mut issues, mut sides, unit) = (Vec::new(), Sides::default(), unit(book));
        let mut tables = Vec::new();
        for table in used() {
            if let Some(sheet) = book.sheets.iter().find(|sheet| sheet.name == table.sheet) {
                let read = read_table((sheet, table), (year, unit), &mut sides, &mut issues);
                if read.is_none()
                    && let Some(column) = table.columns.first()
                {
                    let issue = Issue::at(table.heading_place(column), "accounts.no_amounts_of_year");
                    issues.push(issue.with("year", year.label()));
                }
                tables.extend(read);
            }
        }
        let mut plan = Plan::of(Kind::Budget, book, &found);
        plan.issues.extend(issues);
        Ok(BudgetPaper { year, tables, plan, unit })
    }
}

/// The year that the words above a table name; of several the one before 予算: 令和6年度決算及び令和7年度予算.
fn titled_year(table: &Table) -> Option<FiscalYear> {
    let titles = table.titles.iter().chain(&table.sheet_titles).filter(|title| title.contains('年'));
    titles.into_iter().find_map(|title| match title.rsplit_once("予算") {
        Some((before, _)) => last_year_in(before).or_else(|| last_year_in(title)),
        None => year_in(title).map(|(year, _)| year),
    })
}

fn last_year_in(words: &str) -> Option<FiscalYear> {
    let (mut last, mut rest) = (None, words.to_owned());
    while let Some((year, without)) = year_in(&rest).filter(|(_, without)| without.len() < rest.len()) {
        (last, rest) = (Some(year), without);
    }
    last
}

/// The latest year that a column of amounts names; beside 本年度 a named year is the one before.
fn heading_year<'t>(tables: impl Iterator<Item = &'t Table<'t>>) -> Option<FiscalYear> {
    let amounts = tables.flat_map(|table| &table.columns).filter(|column| column.field == Some("amount"));
    let years: Vec<Option<FiscalYear>> = amounts.map(|column| column.year).collect();
    let latest = years.iter().copied().flatten().max()?;
    Some(if years.contains(&None) { latest.next() } else { latest })
}

/// 単位：千円 anywhere on the paper.
fn unit(book: &RawBook) -> i64 {
    let cells = book.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
    let mut words = cells.filter_map(|cell| if let RawValue::Text(text) = &cell.value { Some(text) } else { None });
    let is_unit = |text: &&String| text.contains("単位") || text.starts_with(['(', '（']);
    match words.find(|text| is_unit(text) && (text.contains("千円") || text.contains("万円"))) {
        Some(text) if text.contains("千円") => 1_000,
        Some(_) => 10_000,
        None => 1,
    }
}
