//! 予算書の列: which columns hold the levels and which year each amount is for.

use crate::accounts::Side;
use crate::accounts::import::side::side_alone;
use crate::calendar::FiscalYear;
use crate::intake::layout::{FoundColumn, Table};

/// The columns of one table of a budget.
#[derive(Debug)]
pub struct BudgetColumns<'t> {
    /// 収入 or 支出 in a column of its own.
    pub side: Option<&'t FoundColumn>,
    /// Names, outermost level first.
    pub levels: Vec<&'t FoundColumn>,
    /// 本年度予算額
    pub amount: &'t FoundColumn,
    /// 前年度予算額
    pub previous: Option<&'t FoundColumn>,
}

impl<'t> BudgetColumns<'t> {
    /// The columns of a table for that year's budget; none when no column holds its amounts.
    pub fn of(table: &'t Table, year: FiscalYear) -> Option<BudgetColumns<'t>> {
        let amount = amount(table, year)?;
        let mut levels = levels(table);
        let side = levels.iter().position(|column| is_side(column)).map(|at| levels.remove(at));
        let side = table.columns.iter().find(|column| column.field == Some("side")).or(side);
        Some(BudgetColumns { side, levels, amount, previous: previous(table, year) })
    }
}

/// The column of that year, else one that names no year.
fn amount<'t>(table: &'t Table, year: FiscalYear) -> Option<&'t FoundColumn> {
    let mut amounts = table.columns.iter().filter(|column| column.field == Some("amount"));
    let named = amounts.clone().find(|column| column.year == Some(year));
    named.or_else(|| amounts.find(|column| column.year.is_none()))
}

fn previous<'t>(table: &'t Table, year: FiscalYear) -> Option<&'t FoundColumn> {
    let is_previous = |column: &&FoundColumn| {
        column.field == Some("previous") || (column.field == Some("amount") && column.year == Some(year.previous()))
    };
    table.columns.iter().find(is_previous)
}

/// Columns of names left of the first amount: those whose headings say so, and those of words whose headings say nothing.
fn levels<'t>(table: &'t Table) -> Vec<&'t FoundColumn> {
    let is_amount =
        |column: &FoundColumn| matches!(column.field, Some("amount" | "previous" | "settled" | "difference"));
    let names = table.columns.iter().take_while(|column| !is_amount(column));
    let is_level = |column: &&FoundColumn| match column.field {
        Some("kan" | "kou" | "moku" | "setsu" | "item") => true,
        Some(_) => false,
        None => column.samples.iter().any(|sample| sample.chars().any(char::is_alphabetic)),
    };
    names.filter(is_level).collect()
}

fn is_side(column: &FoundColumn) -> bool {
    let mut samples = column.samples.iter().map(|sample| side_alone(sample));
    !column.samples.is_empty() && samples.all(|side: Option<Side>| side.is_some())
}
