//! 収入の部・支出の部: the side of each table of a budget.

use paper::RawSheet;

use crate::accounts::Side;
use crate::accounts::import::side::side_in;
use crate::intake::cells;
use crate::intake::layout::Table;

/// Rows above the headings in which the side may stand beside something else, such as the unit.
const NEAR: u32 = 3;

/// The side that the last table had; a table without any mark follows 収入 as 支出.
#[derive(Debug, Default)]
pub struct Sides {
    pub last: Option<Side>,
}

impl Sides {
    /// The side with which a table begins.
    pub fn begin(&mut self, sheet: &RawSheet, table: &Table) -> Side {
        let after = if self.last == Some(Side::Income) { Side::Expense } else { Side::Income };
        let side = stated(sheet, table).unwrap_or(after);
        self.last = Some(side);
        side
    }
}

/// The side that stands above the table, in its headings or in the sheet's name.
fn stated(sheet: &RawSheet, table: &Table) -> Option<Side> {
    let top = table.header_rows.first().copied().unwrap_or(1);
    let columns = table.columns.first().map_or(1, |c| c.col)..=table.columns.last().map_or(1, |c| c.col);
    let near = sheet.rows.iter().rev().filter(|row| (top.saturating_sub(NEAR)..top).contains(&row.row));
    let mut near = near.flat_map(|row| &row.cells).filter(|cell| columns.contains(&cell.col));
    let above = near.find_map(|cell| side_in(&cells::text(&cell.value)));
    let titles = || table.titles.iter().rev().find_map(|title| side_in(title));
    let headings = || table.columns.iter().find_map(|column| side_in(&column.heading));
    titles().or(above).or_else(headings).or_else(|| side_in(table.sheet))
}
