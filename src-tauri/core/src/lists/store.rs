//! SQL of lists.

use chrono::NaiveDate;
use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};

use super::{Disclosure, DisclosureId, ListChoice, PrintShift, SavedList, SavedListId};
use crate::{FiscalYear, Result};

/// All lists kept under a name.
pub fn saved_lists(conn: &Connection) -> Result<Vec<SavedList>> {
    let from_row = |row: &Row| {
        let choice: String = row.get(2)?;
        let choice = serde_json::from_str::<ListChoice>(&choice)
            .map_err(|e| rusqlite::Error::FromSqlConversionFailure(2, Type::Text, e.into()))?;
        Ok(SavedList { id: row.get(0)?, name: row.get(1)?, choice })
    };
    let mut query = conn.prepare_cached("SELECT id, name, choice FROM saved_list ORDER BY name, id")?;
    let all = query.query_map([], from_row)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Keeps a list under its name; a list of that name is replaced.
pub fn put_saved_list(conn: &Connection, list: &SavedList) -> Result<()> {
    let choice = serde_json::to_string(&list.choice).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
    let sql = "INSERT INTO saved_list (id, name, choice) VALUES (?1,?2,?3) ON CONFLICT (name) DO UPDATE SET choice=?3";
    conn.prepare_cached(sql)?.execute(params![list.id, list.name, choice])?;
    Ok(())
}

/// The name of a list that is kept.
pub fn saved_name(conn: &Connection, id: SavedListId) -> Result<Option<String>> {
    let sql = "SELECT name FROM saved_list WHERE id = ?";
    Ok(conn.prepare_cached(sql)?.query_row([id], |row| row.get(0)).optional()?)
}

/// Forgets a list.
pub fn delete_saved_list(conn: &Connection, id: SavedListId) -> Result<()> {
    conn.prepare_cached("DELETE FROM saved_list WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// What test prints showed, by printer.
pub fn shifts(conn: &Connection) -> Result<Vec<PrintShift>> {
    let from_row = |row: &Row| {
        let (id, stationery, printer) = (row.get(0)?, row.get(1)?, row.get(2)?);
        Ok(PrintShift { id, stationery, printer, across: row.get(3)?, down: row.get(4)? })
    };
    let sql = "SELECT id, stationery, printer, across, down FROM print_shift ORDER BY printer, stationery";
    let all = conn.prepare_cached(sql)?.query_map([], from_row)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Keeps what a test print showed.
pub fn put_shift(conn: &Connection, shift: &PrintShift) -> Result<()> {
    let sql = "INSERT INTO print_shift (id, stationery, printer, across, down) VALUES (?1,?2,?3,?4,?5)
               ON CONFLICT (stationery, printer) DO UPDATE SET across=?4, down=?5";
    let PrintShift { id, stationery, printer, across, down } = shift;
    conn.prepare_cached(sql)?.execute(params![id, stationery, printer, across, down])?;
    Ok(())
}

const DISCLOSURE: &str = "id, fiscal_year, copy_no, disclosed_on, title, form, recipient,
    purpose, columns, persons, due_on, returned_on, withdrawn_on, withdrawn_because";

fn disclosure(row: &Row) -> rusqlite::Result<Disclosure> {
    Ok(Disclosure {
        id: row.get(0)?,
        fiscal_year: row.get(1)?,
        copy_no: row.get(2)?,
        disclosed_on: row.get(3)?,
        title: row.get(4)?,
        form: row.get(5)?,
        recipient: row.get(6)?,
        purpose: row.get(7)?,
        columns: row.get(8)?,
        persons: row.get(9)?,
        due_on: row.get(10)?,
        returned_on: row.get(11)?,
        withdrawn_on: row.get(12)?,
        withdrawn_because: row.get(13)?,
    })
}

/// The copies of a year that left the office, in their order.
pub fn disclosures(conn: &Connection, year: FiscalYear) -> Result<Vec<Disclosure>> {
    let sql = format!("SELECT {DISCLOSURE} FROM disclosure WHERE fiscal_year = ? ORDER BY copy_no");
    let all = conn.prepare_cached(&sql)?.query_map([year], disclosure)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// One copy.
pub fn find_disclosure(conn: &Connection, id: DisclosureId) -> Result<Option<Disclosure>> {
    let sql = format!("SELECT {DISCLOSURE} FROM disclosure WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], disclosure).optional()?)
}

/// The number that the next copy of a year gets.
pub fn next_copy(conn: &Connection, year: FiscalYear) -> Result<i64> {
    let sql = "SELECT 1 + COALESCE(MAX(copy_no), 0) FROM disclosure WHERE fiscal_year = ?";
    Ok(conn.prepare_cached(sql)?.query_row([year], |row| row.get(0))?)
}

/// Adds a copy.
pub fn insert_disclosure(conn: &Connection, d: &Disclosure) -> Result<()> {
    conn.prepare_cached(&format!("INSERT INTO disclosure ({DISCLOSURE}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"))?
        .execute(params![
            d.id,
            d.fiscal_year,
            d.copy_no,
            d.disclosed_on,
            d.title,
            d.form,
            d.recipient,
            d.purpose,
            d.columns,
            d.persons,
            d.due_on,
            d.returned_on,
            d.withdrawn_on,
            d.withdrawn_because
        ])?;
    Ok(())
}

/// Ticks a copy off, or takes the tick back.
pub fn set_returned(conn: &Connection, id: DisclosureId, on: Option<NaiveDate>) -> Result<()> {
    conn.prepare_cached("UPDATE disclosure SET returned_on=?2 WHERE id=?1")?.execute(params![id, on])?;
    Ok(())
}

/// Marks a copy as recorded by mistake.
pub fn set_withdrawn(conn: &Connection, id: DisclosureId, on: NaiveDate, because: &str) -> Result<()> {
    let sql = "UPDATE disclosure SET withdrawn_on=?2, withdrawn_because=?3 WHERE id=?1";
    conn.prepare_cached(sql)?.execute(params![id, on, because])?;
    Ok(())
}
