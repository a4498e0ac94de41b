//! 監事の所見.

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::accounts::{AuditFinding, AuditFindingId, EntryId};
use crate::calendar::FiscalYear;

const FINDING: &str =
    "id, fiscal_year, entry_id, about, finding, auditor, found_on, rewritten, received_on, answer, done_on";

fn read(row: &Row) -> rusqlite::Result<AuditFinding> {
    Ok(AuditFinding {
        id: row.get(0)?,
        fiscal_year: row.get(1)?,
        entry_id: row.get(2)?,
        about: row.get(3)?,
        finding: row.get(4)?,
        auditor: row.get(5)?,
        found_on: row.get(6)?,
        rewritten: row.get(7)?,
        received_on: row.get(8)?,
        answer: row.get(9)?,
        done_on: row.get(10)?,
    })
}

/// The findings of a year, first to last.
pub fn audit_findings(conn: &Connection, year: FiscalYear) -> Result<Vec<AuditFinding>> {
    let sql = format!("SELECT {FINDING} FROM audit_finding WHERE fiscal_year = ? ORDER BY found_on, id");
    Ok(conn.prepare_cached(&sql)?.query_map([year], read)?.collect::<rusqlite::Result<_>>()?)
}

/// The findings of all years, first to last.
pub fn all_audit_findings(conn: &Connection) -> Result<Vec<AuditFinding>> {
    let sql = format!("SELECT {FINDING} FROM audit_finding ORDER BY fiscal_year, found_on, id");
    Ok(conn.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// The findings about one entry, first to last.
pub fn audit_findings_of(conn: &Connection, entry: EntryId) -> Result<Vec<AuditFinding>> {
    let sql = format!("SELECT {FINDING} FROM audit_finding WHERE entry_id = ? ORDER BY found_on, id");
    Ok(conn.prepare_cached(&sql)?.query_map([entry], read)?.collect::<rusqlite::Result<_>>()?)
}

/// One finding.
pub fn find_audit_finding(conn: &Connection, id: AuditFindingId) -> Result<Option<AuditFinding>> {
    let sql = format!("SELECT {FINDING} FROM audit_finding WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], read).optional()?)
}

/// Adds or changes a finding.
pub fn put_audit_finding(conn: &Connection, one: &AuditFinding) -> Result<()> {
    let sql = format!(
        "INSERT INTO audit_finding ({FINDING}, version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
         ON CONFLICT (id) DO UPDATE SET finding = excluded.finding, auditor = excluded.auditor, found_on = excluded.found_on,
           rewritten = excluded.rewritten, received_on = excluded.received_on, answer = excluded.answer,
           done_on = excluded.done_on, version = version + 1"
    );
    conn.prepare_cached(&sql)?.execute(params![
        one.id,
        one.fiscal_year,
        one.entry_id,
        one.about,
        one.finding,
        one.auditor,
        one.found_on,
        one.rewritten,
        one.received_on,
        one.answer,
        one.done_on
    ])?;
    Ok(())
}

/// Takes a finding out.
pub fn delete_audit_finding(conn: &Connection, id: AuditFindingId) -> Result<()> {
    conn.prepare_cached("DELETE FROM audit_finding WHERE id = ?")?.execute([id])?;
    Ok(())
}
