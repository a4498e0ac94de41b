//! 出納帳の列: which columns hold money, for which purse and which side.

use super::marks::MarkColumn;
use super::purses;
use crate::accounts::import::side::side_in;
use crate::accounts::{Purse, Side};
use crate::intake::headings::is_whole_of_parts;
use crate::intake::layout::{FoundColumn, Table};

/// A column of amounts.
#[derive(Debug)]
pub struct MoneyColumn<'t> {
    /// Which column.
    pub column: &'t FoundColumn,
    /// 収入 or 支出; none where a sign or another column says it.
    pub side: Option<Side>,
    /// The purse that its heading names.
    pub purse: Option<String>,
}

/// The columns of one table of a cash book.
#[derive(Debug)]
pub struct BookColumns<'t> {
    /// Amounts.
    pub money: Vec<MoneyColumn<'t>>,
    /// 差引残高 with the purse that its heading names.
    pub balances: Vec<(Option<String>, &'t FoundColumn)>,
    /// 対象・対象外
    pub mark: Option<(&'t FoundColumn, MarkColumn)>,
}

impl<'t> BookColumns<'t> {
    /// Looks through the columns of a table.
    pub fn of(table: &'t Table, known: &[Purse]) -> BookColumns<'t> {
        let of_field = |field: &'static str| table.columns.iter().filter(move |column| column.field == Some(field));
        let sides = [("income", Some(Side::Income)), ("expense", Some(Side::Expense)), ("amount", None)];
        let money: Vec<MoneyColumn> = sides
            .into_iter()
            .flat_map(|(field, side)| of_field(field).map(move |column| (column, side)))
            .map(|(column, side)| MoneyColumn {
                column,
                side: side.or_else(|| side_in(&column.heading)),
                purse: purse(&column.heading, known),
            })
            .collect();
        let money = without_sums(money);
        let has_purses = money.iter().any(|money| money.purse.is_some());
        let balance = |column: &'t FoundColumn| (purse(&column.heading, known).filter(|_| has_purses), column);
        BookColumns { balances: of_field("balance").map(balance).collect(), mark: mark(table), money }
    }

    /// The balance that stands for a purse: its own column, else one that names none where there is only one purse.
    pub fn balance_of(&self, purse: &Option<String>) -> Option<&'t FoundColumn> {
        self.balances.iter().find(|(named, _)| named == purse).map(|(_, column)| *column)
    }
}

/// The purses that a table speaks of: in its headings, in a column of their own, or as the whole sheet.
pub fn purses(table: &Table, known: &[Purse]) -> Vec<String> {
    let headed: Vec<String> = BookColumns::of(table, known).money.into_iter().filter_map(|money| money.purse).collect();
    let cells = table.records().filter_map(|record| record.text("purse"));
    let names = cells.flat_map(|cell| cell.split(['→', '⇒']).map(|name| name.trim().to_owned()).collect::<Vec<_>>());
    let named: Vec<String> = names.filter(|name| !name.is_empty()).map(|name| purses::of_cell(&name, known)).collect();
    let titles: Vec<String> = table.titles.iter().chain(&table.sheet_titles).cloned().collect();
    match (headed.is_empty(), named.is_empty()) {
        (false, _) => headed,
        (_, false) => named,
        _ => vec![purses::of_sheet(&titles, table.sheet, known)],
    }
}

/// 収入の計 beside 収入の現金 and 収入の預金 only adds them up.
fn without_sums(money: Vec<MoneyColumn>) -> Vec<MoneyColumn> {
    let is_sum = |money: &MoneyColumn| money.column.heading.split(' ').next_back().is_some_and(is_whole_of_parts);
    let sums: Vec<bool> = money.iter().map(is_sum).collect();
    let has_parts: Vec<bool> = money
        .iter()
        .map(|sum| money.iter().zip(&sums).any(|(part, is_sum)| !is_sum && part.side == sum.side))
        .collect();
    let kept = money.into_iter().zip(sums.into_iter().zip(has_parts));
    kept.filter(|(_, (is_sum, has_parts))| !(*is_sum && *has_parts)).map(|(money, _)| money).collect()
}

/// 現金 収入 as 現金.
fn purse(heading: &str, known: &[Purse]) -> Option<String> {
    const SIDES: [&str; 11] = ["収入", "支出", "入金", "出金", "残高", "受入", "払出", "支払", "金額", "額", "の部"];
    let parts = heading.split([' ', '　', '\n', '(', ')', '（', '）', '・']);
    let plain = parts.map(|part| SIDES.iter().fold(part.to_owned(), |name, side| name.replace(side, "")));
    plain.into_iter().find(|part| purses::is_purse(part)).map(|name| purses::as_known(&name, known))
}

fn mark<'t>(table: &'t Table) -> Option<(&'t FoundColumn, MarkColumn)> {
    let column = table.columns.iter().find(|column| column.field == Some("eligibility"))?;
    let written: Vec<String> =
        table.records().filter_map(|record| Some(record.text("eligibility")?.into_owned())).collect();
    Some((column, MarkColumn::of(&column.heading, written.iter().map(String::as_str))))
}
