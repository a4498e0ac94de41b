//! 補正・流用・積算内訳.

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::accounts::{
    BudgetChange, BudgetLineId, BudgetPart, BudgetPartId, BudgetRevision, BudgetRevisionId, Reallocation,
    ReallocationId,
};
use crate::calendar::FiscalYear;

/// The revisions of a year, first to last, with what they change.
pub fn revisions(conn: &Connection, year: FiscalYear) -> Result<Vec<BudgetRevision>> {
    let sql = "SELECT id, fiscal_year, number, decided_on, decided_by, reason, version FROM budget_revision
               WHERE fiscal_year = ? ORDER BY number";
    let read = |row: &Row| {
        Ok(BudgetRevision {
            id: row.get(0)?,
            fiscal_year: row.get(1)?,
            number: row.get(2)?,
            decided_on: row.get(3)?,
            decided_by: row.get(4)?,
            reason: row.get(5)?,
            changes: Vec::new(),
            version: row.get(6)?,
        })
    };
    let mut all: Vec<BudgetRevision> =
        conn.prepare_cached(sql)?.query_map([year], read)?.collect::<rusqlite::Result<_>>()?;
    for revision in &mut all {
        revision.changes = changes(conn, revision.id)?;
    }
    Ok(all)
}

fn changes(conn: &Connection, revision: BudgetRevisionId) -> Result<Vec<BudgetChange>> {
    let sql = "SELECT id, item_id, amount_yen, note FROM budget_change WHERE revision_id = ? ORDER BY id";
    let read = |row: &Row| {
        Ok(BudgetChange { id: row.get(0)?, item_id: row.get(1)?, amount_yen: row.get(2)?, note: row.get(3)? })
    };
    Ok(conn.prepare_cached(sql)?.query_map([revision], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Adds a revision, or writes a draft anew with its changes; the version is raised here.
pub fn put_revision(conn: &Connection, revision: &BudgetRevision) -> Result<()> {
    let sql = "INSERT INTO budget_revision (id, fiscal_year, number, decided_on, decided_by, reason, version)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, 1)
               ON CONFLICT (id) DO UPDATE SET decided_on=?4, decided_by=?5, reason=?6, version=version+1";
    let r = revision;
    conn.prepare_cached(sql)?.execute(params![r.id, r.fiscal_year, r.number, r.decided_on, r.decided_by, r.reason])?;
    conn.prepare_cached("DELETE FROM budget_change WHERE revision_id = ?")?.execute([r.id])?;
    let sql = "INSERT INTO budget_change (id, revision_id, item_id, amount_yen, note) VALUES (?, ?, ?, ?, ?)";
    for change in &r.changes {
        conn.prepare_cached(sql)?.execute(params![change.id, r.id, change.item_id, change.amount_yen, change.note])?;
    }
    Ok(())
}

/// Takes a draft away.
pub fn delete_revision(conn: &Connection, id: BudgetRevisionId) -> Result<()> {
    conn.prepare_cached("DELETE FROM budget_change WHERE revision_id = ?")?.execute([id])?;
    conn.prepare_cached("DELETE FROM budget_revision WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// The reallocations of a year, first to last.
pub fn reallocations(conn: &Connection, year: FiscalYear) -> Result<Vec<Reallocation>> {
    let sql =
        "SELECT id, fiscal_year, kind, moved_on, from_item_id, to_item_id, amount_yen, reason, decided_by, version
               FROM reallocation WHERE fiscal_year = ? ORDER BY moved_on, id";
    let read = |row: &Row| {
        Ok(Reallocation {
            id: row.get(0)?,
            fiscal_year: row.get(1)?,
            kind: row.get(2)?,
            moved_on: row.get(3)?,
            from_item_id: row.get(4)?,
            to_item_id: row.get(5)?,
            amount_yen: row.get(6)?,
            reason: row.get(7)?,
            decided_by: row.get(8)?,
            version: row.get(9)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_map([year], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Adds a reallocation.
pub fn insert_reallocation(conn: &Connection, moved: &Reallocation) -> Result<()> {
    let sql = "INSERT INTO reallocation (id, fiscal_year, kind, moved_on, from_item_id, to_item_id, amount_yen, reason, decided_by, version)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
    let m = moved;
    conn.prepare_cached(sql)?.execute(params![
        m.id,
        m.fiscal_year,
        m.kind,
        m.moved_on,
        m.from_item_id,
        m.to_item_id,
        m.amount_yen,
        m.reason,
        m.decided_by
    ])?;
    Ok(())
}

/// Takes a reallocation away; the log keeps it.
pub fn delete_reallocation(conn: &Connection, id: ReallocationId) -> Result<()> {
    conn.prepare_cached("DELETE FROM reallocation WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// 積算内訳 of a year's lines in their order.
pub fn parts(conn: &Connection, year: FiscalYear) -> Result<Vec<BudgetPart>> {
    let sql = "SELECT p.id, line_id, words, unit_yen, quantity, p.amount_yen, activity_id, committee_id, grant_id, p.position, p.version, times
               FROM budget_part p JOIN budget_line l ON l.id = line_id WHERE fiscal_year = ? ORDER BY l.position, p.position, p.id";
    let read = |row: &Row| {
        Ok(BudgetPart {
            id: row.get(0)?,
            line_id: row.get(1)?,
            words: row.get(2)?,
            unit_yen: row.get(3)?,
            quantity: row.get(4)?,
            amount_yen: row.get(5)?,
            activity_id: row.get(6)?,
            committee_id: row.get(7)?,
            grant_id: row.get(8)?,
            position: row.get(9)?,
            version: row.get(10)?,
            times: row.get(11)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_map([year], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Writes the parts of one line anew, in this order.
pub fn put_parts(conn: &Connection, line: BudgetLineId, parts: &[BudgetPart]) -> Result<()> {
    conn.prepare_cached("DELETE FROM budget_part WHERE line_id = ?")?.execute([line])?;
    let sql = "INSERT INTO budget_part (id, line_id, words, unit_yen, quantity, times, amount_yen, activity_id, committee_id, grant_id, position, version)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
    for (position, p) in (1_i64..).zip(parts) {
        conn.prepare_cached(sql)?.execute(params![
            BudgetPartId::new(),
            line,
            p.words,
            p.unit_yen,
            p.quantity,
            p.times,
            p.amount_yen,
            p.activity_id,
            p.committee_id,
            p.grant_id,
            position
        ])?;
    }
    Ok(())
}
