//! 承認: whether the council asks for it, and those of the entries.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::accounts::{Approval, EntryId};
use crate::calendar::FiscalYear;

const APPROVAL: &str = "a.id, a.entry_id, a.entered_by, a.approved_by, a.approved_on";

fn approval(row: &Row) -> rusqlite::Result<Approval> {
    Ok(Approval {
        id: row.get(0)?,
        entry_id: row.get(1)?,
        entered_by: row.get(2)?,
        approved_by: row.get(3)?,
        approved_on: row.get(4)?,
    })
}

/// True where a slip is approved by somebody else than who entered it.
pub fn asks_approval(conn: &Connection) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM council WHERE asks_approval = 1)";
    Ok(conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
}

/// Writes whether slips are approved.
pub fn set_asks_approval(conn: &Connection, asks: bool) -> Result<()> {
    conn.prepare_cached("UPDATE council SET asks_approval = ?")?.execute([asks])?;
    Ok(())
}

/// The approvals of a year. A council that asks for none sees none, but what was approved in a closed year stands.
pub fn approvals(conn: &Connection, year: FiscalYear) -> Result<HashMap<EntryId, Approval>> {
    let sql = format!(
        "SELECT {APPROVAL} FROM entry_approval a JOIN entry ON entry.id = a.entry_id
         WHERE entry.fiscal_year = ?1 AND (EXISTS (SELECT 1 FROM council WHERE asks_approval = 1)
           OR a.approved_by <> '' AND EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = ?1))"
    );
    let all = conn.prepare_cached(&sql)?.query_map([year], approval)?.collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(all.into_iter().map(|one| (one.entry_id, one)).collect())
}

/// The approval that an entry was asked for.
pub fn approval_of(conn: &Connection, entry: EntryId) -> Result<Option<Approval>> {
    let sql = format!("SELECT {APPROVAL} FROM entry_approval a WHERE a.entry_id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([entry], approval).optional()?)
}

/// Asks for an approval.
pub fn insert_approval(conn: &Connection, one: &Approval) -> Result<()> {
    let sql = "INSERT INTO entry_approval (id, entry_id, entered_by, approved_by, approved_on, version) VALUES (?, ?, ?, ?, ?, 1)";
    conn.prepare_cached(sql)?.execute(params![
        one.id,
        one.entry_id,
        one.entered_by,
        one.approved_by,
        one.approved_on
    ])?;
    Ok(())
}

/// Writes who approved it and when, or that nobody did.
pub fn put_approval(conn: &Connection, one: &Approval) -> Result<()> {
    let sql = "UPDATE entry_approval SET approved_by = ?2, approved_on = ?3, version = version + 1 WHERE id = ?1";
    conn.prepare_cached(sql)?.execute(params![one.id, one.approved_by, one.approved_on])?;
    Ok(())
}
