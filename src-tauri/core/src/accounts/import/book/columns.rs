//! 出納帳の列: which columns hold money, for which purse and which side.

use super::marks::MarkColumn;
use super::purses;
use crate::accounts::import::side::side_in;
use crate::accounts::{Purse, Side};
use crate::intake::headings::is_whole_of_parts;
use crate::intake::layout::{FoundColumn, Place, Table};

/// A column of amounts.
#[derive(Debug)]
pub struct MoneyColumn<'t> {
    /// Which column.
    pub column: &'t FoundColumn,
    /// 収入 or 支出; none where a sign or another column says it.
    pub side: Option<Side>,
    /// The purse that its heading names.
    pub purse: Option<String>,
    /// The item that its heading names: 会議費 under 支出の内訳.
    pub item: Option<String>,
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
        let has_items = table.has("item");
        let named = sides.into_iter().flat_map(|(field, side)| of_field(field).map(move |column| (column, side)));
        let by_item = table.columns.iter().filter(|column| !has_items && column.field.is_none());
        let by_item = by_item.filter_map(|column| Some((column, Some(side_in(above(&column.heading)?)?))));
        let money: Vec<MoneyColumn> = named
            .chain(by_item)
            .map(|(column, side)| MoneyColumn {
                column,
                side: side.or_else(|| side_in(&column.heading)),
                purse: purse(&column.heading, known),
                item: item(&column.heading).filter(|_| !has_items),
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
    let cells = table
        .records()
        .flat_map(|record| ["purse", "from_purse", "to_purse"].into_iter().filter_map(move |field| record.text(field)));
    let names = cells.flat_map(|cell| cell.split(['→', '⇒']).map(|name| name.trim().to_owned()).collect::<Vec<_>>());
    let named: Vec<String> = names.filter(|name| !name.is_empty()).map(|name| purses::of_cell(&name, known)).collect();
    match (headed.is_empty(), named.is_empty()) {
        (false, _) => headed,
        (_, false) => named,
        _ => vec![purses::of_table(table, known)],
    }
}

/// Where the headings of the columns of amounts stand.
pub fn places(table: &Table, known: &[Purse]) -> Vec<Place> {
    BookColumns::of(table, known).money.iter().map(|money| table.heading_place(money.column)).collect()
}

/// The heading above several columns.
fn above(heading: &str) -> Option<&str> {
    heading.split_once(' ').map(|(above, _)| above)
}

/// 支出 会議費 as 会議費; a purse or a side is no item.
fn item(heading: &str) -> Option<String> {
    let (above, name) = heading.rsplit_once(' ')?;
    let is_item =
        side_in(above).is_some() && side_in(name).is_none() && !purses::is_purse(name) && !name.ends_with("額");
    is_item.then(|| name.to_owned())
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

/// 科目 beside 消耗品費, or 科目：消耗品費, above the book of one item.
pub fn titled_item(table: &Table, titles: &[String]) -> Option<String> {
    if table.has("item") {
        return None;
    }
    const LABELS: [&str; 4] = ["科目", "費目", "勘定科目", "科目名"];
    let beside = titles.iter().zip(titles.iter().skip(1)).find(|(label, _)| LABELS.contains(&label.trim()));
    let after = |title: &String| {
        let (label, name) = title.split_once(['：', ':'])?;
        LABELS.contains(&label.trim()).then(|| name.trim().to_owned())
    };
    beside.map(|(_, name)| name.trim().to_owned()).or_else(|| titles.iter().find_map(after))
}

fn mark<'t>(table: &'t Table) -> Option<(&'t FoundColumn, MarkColumn)> {
    let column = table.columns.iter().find(|column| column.field == Some("eligibility"))?;
    let written: Vec<String> =
        table.records().filter_map(|record| Some(record.text("eligibility")?.into_owned())).collect();
    Some((column, MarkColumn::of(&column.heading, written.iter().map(String::as_str))))
}
