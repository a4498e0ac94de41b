//! 予算書: from the file to its tables, its year and its unit.

use paper::{RawBook, RawValue};

use super::BudgetDraft;
use super::read::{BudgetTable, read_table};
use super::sides::Sides;
use super::split::side_by_side;
use crate::Result;
use crate::calendar::FiscalYear;
use crate::intake::columns::Kind;
use crate::intake::layout::Table;
use crate::intake::mapping::Hints;
use crate::intake::plan::Plan;
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
        let year = used().find_map(Table::year).or_else(|| heading_year(used())).unwrap_or(year);
        let (mut issues, mut sides, unit) = (Vec::new(), Sides::default(), unit(book));
        let mut tables = Vec::new();
        for table in used() {
            if let Some(sheet) = book.sheets.iter().find(|sheet| sheet.name == table.sheet) {
                tables.extend(read_table((sheet, table), (year, unit), &mut sides, &mut issues));
            }
        }
        let plan = Plan { issues, ..Plan::of(Kind::Budget, book, &found) };
        Ok(BudgetPaper { year, tables, plan, unit })
    }
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
