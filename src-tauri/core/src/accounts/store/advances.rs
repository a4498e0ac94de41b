//! 仮払

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use super::entries::{ENTRY, entry};
use crate::Result;
use crate::accounts::{Advance, AdvanceId, Entry};

/// All advances, oldest first.
pub fn advances(conn: &Connection) -> Result<Vec<Advance>> {
    let sql = "SELECT id, purse_id, holder, purpose, activity_id, given_on, due_on, settled_on FROM advance ORDER BY given_on, id";
    let read = |row: &Row| {
        Ok(Advance {
            id: row.get(0)?,
            purse_id: row.get(1)?,
            holder: row.get(2)?,
            purpose: row.get(3)?,
            activity_id: row.get(4)?,
            given_on: row.get(5)?,
            due_on: row.get(6)?,
            settled_on: row.get(7)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// What was entered of all advances, in all years.
pub fn advance_entries(conn: &Connection) -> Result<Vec<Entry>> {
    let sql = format!(
        "SELECT {ENTRY} FROM entry WHERE purse_id IN (SELECT purse_id FROM advance)
         OR to_purse_id IN (SELECT purse_id FROM advance) ORDER BY entered_on, position, id"
    );
    Ok(conn.prepare_cached(&sql)?.query_map([], entry)?.collect::<rusqlite::Result<_>>()?)
}

/// Adds an advance.
pub fn insert_advance(conn: &Connection, a: &Advance) -> Result<()> {
    let sql = "INSERT INTO advance (id, purse_id, holder, purpose, activity_id, given_on, due_on, settled_on, version)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)";
    conn.prepare_cached(sql)?.execute(params![
        a.id,
        a.purse_id,
        a.holder,
        a.purpose,
        a.activity_id,
        a.given_on,
        a.due_on,
        a.settled_on
    ])?;
    Ok(())
}

/// Writes down when an advance was settled.
pub fn settle_advance(conn: &Connection, id: AdvanceId, on: NaiveDate) -> Result<()> {
    conn.prepare_cached("UPDATE advance SET settled_on = ?2, version = version + 1 WHERE id = ?1")?
        .execute(params![id, on])?;
    Ok(())
}
