//! 合計の行: what the totals of a budget say: how much a side is, and where it ends.

use paper::{RawSheet, column_letters};

use super::levels::BudgetRow;
use crate::accounts::Side;
use crate::accounts::import::side::side_in;
use crate::intake::cells;
use crate::intake::layout::{FoundColumn, Place, Table, Why};
use crate::money::Yen;

/// 合計 as written.
#[derive(Debug, Clone)]
pub struct Total {
    /// Which side.
    pub side: Side,
    /// Where.
    pub place: Place,
    /// What stands there.
    pub amount: Yen,
}

/// 小計 or 事業費計 stands somewhere below its lines.
pub fn has_subtotals(sheet: &RawSheet, table: &Table) -> bool {
    table.skipped.iter().any(|skipped| skipped.why == Why::Total && !is_grand(sheet, skipped.row))
}

/// The last 合計 of each side.
pub fn totals(sheet: &RawSheet, table: &Table, column: &FoundColumn, rows: &[BudgetRow], unit: i64) -> Vec<Total> {
    let mut totals: Vec<Total> = Vec::new();
    for (row, amount) in grand(sheet, table, column) {
        let side = rows.iter().rev().find(|line| line.row < row).map(|line| line.side);
        if let (Some(side), Some(amount)) = (side, amount) {
            totals.retain(|total| total.side != side);
            let place = Place { sheet: sheet.name.clone(), cell: format!("{}{row}", column_letters(column.col)) };
            totals.push(Total { side, place, amount: Yen(amount.0 * unit) });
        }
    }
    totals
}

/// The rows below which the other side begins, last first: 収入合計, or the first of two 合計 of the same amount.
pub fn turns(sheet: &RawSheet, table: &Table, column: &FoundColumn) -> Vec<(u32, Side)> {
    let grand: Vec<(u32, Option<Yen>)> = grand(sheet, table, column).collect();
    let named = grand.iter().filter_map(|(row, _)| Some((*row, other(side_in(&words(sheet, *row).concat())?))));
    let mut turns: Vec<(u32, Side)> = named.collect();
    if let ([(first, amount), (_, same)], true) = (grand.as_slice(), turns.is_empty())
        && amount.is_some()
        && amount == same
    {
        turns.push((*first, Side::Expense));
    }
    turns.reverse();
    turns
}

fn other(side: Side) -> Side {
    if side == Side::Income { Side::Expense } else { Side::Income }
}

/// The rows of 合計 with what stands there.
fn grand(sheet: &RawSheet, table: &Table, column: &FoundColumn) -> impl Iterator<Item = (u32, Option<Yen>)> {
    let rows = table.skipped.iter().filter(|skipped| skipped.why == Why::Total && is_grand(sheet, skipped.row));
    rows.map(|skipped| (skipped.row, sheet.get(skipped.row, column.col).and_then(|raw| cells::yen(raw).value)))
}

/// 合計, 計, 収入合計; not 小計 and 事業費計.
fn is_grand(sheet: &RawSheet, row: u32) -> bool {
    words(sheet, row).into_iter().any(|words| {
        words.contains('計') && !words.contains("小計") && !words.contains("費計") && !words.contains("累計")
    })
}

fn words(sheet: &RawSheet, row: u32) -> Vec<String> {
    let row = sheet.rows.iter().find(|candidate| candidate.row == row);
    row.iter().flat_map(|row| &row.cells).map(|cell| cells::text(&cell.value).replace([' ', '　'], "")).collect()
}
