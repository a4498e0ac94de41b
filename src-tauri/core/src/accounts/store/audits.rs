//! Audits.

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::accounts::Audit;
use crate::calendar::FiscalYear;
use crate::file::{Area, acts_since, head_of};

/// The audits of a year, first to last.
pub fn audits(conn: &Connection, year: FiscalYear) -> Result<Vec<Audit>> {
    let sql = "SELECT id, fiscal_year, until_on, audited_on, auditors, result, log_seq, log_head
               FROM audit WHERE fiscal_year = ? ORDER BY audited_on, log_seq";
    let read = |row: &Row| {
        Ok(Audit {
            id: row.get(0)?,
            fiscal_year: row.get(1)?,
            until_on: row.get(2)?,
            audited_on: row.get(3)?,
            auditors: row.get(4)?,
            result: row.get(5)?,
            log_seq: row.get(6)?,
            log_head: row.get(7)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_map([year], read)?.collect::<rusqlite::Result<_>>()?)
}

/// What writes an audit down. It touches no book.
pub(in crate::accounts) const RECORD_AUDIT: &str = "accounts.record_audit";

/// What the papers that auditors sign are made of: the books, and what the city has decided of the grants, of which those papers
/// say how much goes back.
pub(in crate::accounts) const AUDITED: [Area; 2] = [Area::Accounts, Area::Grants];

/// 記録の印: number and hash of the last act that changed the books or the grants. Papers that are put out and audits that are written down
/// do not move it.
pub fn books_head(conn: &Connection) -> Result<(i64, String)> {
    head_of(conn, &AUDITED, RECORD_AUDIT)
}

/// How many acts have changed the books or the grants after an act of that number.
pub fn books_changed_since(conn: &Connection, seq: i64) -> Result<usize> {
    let acts = acts_since(conn, seq, "", &AUDITED)?;
    Ok(acts.iter().filter(|act| act.op != RECORD_AUDIT).count())
}

/// Adds an audit.
pub fn insert_audit(conn: &Connection, audit: &Audit) -> Result<()> {
    let sql = "INSERT INTO audit (id, fiscal_year, until_on, audited_on, auditors, result, log_seq, log_head, version)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)";
    let a = audit;
    conn.prepare_cached(sql)?.execute(params![
        a.id,
        a.fiscal_year,
        a.until_on,
        a.audited_on,
        a.auditors,
        a.result,
        a.log_seq,
        a.log_head
    ])?;
    Ok(())
}
