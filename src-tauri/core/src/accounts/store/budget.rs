//! 当初予算.

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::accounts::BudgetLine;
use crate::calendar::FiscalYear;

/// The budget of a year in the order of the paper.
pub fn budget_lines(conn: &Connection, year: FiscalYear) -> Result<Vec<BudgetLine>> {
    let sql = "SELECT id, fiscal_year, item_id, amount_yen, previous_yen, note, position, version FROM budget_line
               WHERE fiscal_year = ? ORDER BY position, id";
    let read = |row: &Row| {
        Ok(BudgetLine {
            id: row.get(0)?,
            fiscal_year: row.get(1)?,
            item_id: row.get(2)?,
            amount_yen: row.get(3)?,
            previous_yen: row.get(4)?,
            note: row.get(5)?,
            position: row.get(6)?,
            version: row.get(7)?,
        })
    };
    let all = conn.prepare_cached(sql)?.query_map([year], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds a budget line, or replaces the item's line of that year; the version is raised here.
pub fn put_budget_line(conn: &Connection, line: &BudgetLine) -> Result<()> {
    let sql = "INSERT INTO budget_line (id, fiscal_year, item_id, amount_yen, previous_yen, note, position, version)
               VALUES (?1,?2,?3,?4,?5,?6,?7,1)
               ON CONFLICT (fiscal_year, item_id) DO UPDATE SET amount_yen=?4, previous_yen=?5, note=?6, position=?7, version=version+1";
    conn.prepare_cached(sql)?.execute(params![
        line.id,
        line.fiscal_year,
        line.item_id,
        line.amount_yen,
        line.previous_yen,
        line.note,
        line.position
    ])?;
    Ok(())
}
