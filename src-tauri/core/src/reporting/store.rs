//! SQL of typed texts and issued papers.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::issue::{Frozen, Issued, IssuedId};
use super::scope::Texts;
use crate::id::Id;
use crate::{FiscalYear, Result};

/// Marks keys of typed texts.
enum TypedText {}

/// The typed texts of a form in a year, by field.
pub fn texts(conn: &Connection, year: FiscalYear, form: &str) -> Result<Texts> {
    let sql = "SELECT field, words FROM report_text WHERE fiscal_year = ? AND form = ?";
    let mut statement = conn.prepare_cached(sql)?;
    let texts = statement.query_map(params![year, form], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(texts.collect::<rusqlite::Result<Texts>>()?)
}

/// Writes one typed text.
pub fn save_text(conn: &Connection, year: FiscalYear, form: &str, field: &str, words: &str) -> Result<()> {
    let sql = "INSERT INTO report_text (id, fiscal_year, form, field, words) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT (fiscal_year, form, field) DO UPDATE SET words = excluded.words";
    conn.prepare_cached(sql)?.execute(params![Id::<TypedText>::new(), year, form, field, words])?;
    Ok(())
}

/// Keeps an issued paper.
pub fn insert_issued(conn: &Connection, issued: &Issued) -> Result<()> {
    let sql = "INSERT INTO issued_report (id, fiscal_year, form, edition, facts, document_hash, issued_at)
               VALUES (?, ?, ?, ?, ?, ?, ?)";
    let frozen =
        serde_json::to_string(&issued.frozen).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
    let Issued { id, fiscal_year, form, edition, document_hash, issued_at, .. } = issued;
    conn.prepare_cached(sql)?.execute(params![id, fiscal_year, form, edition, frozen, document_hash, issued_at])?;
    Ok(())
}

/// When each form was last issued for a year; what stood on the papers is not read.
pub fn last_issued(conn: &Connection, year: FiscalYear) -> Result<HashMap<String, String>> {
    let sql = "SELECT form, MAX(issued_at) FROM issued_report WHERE fiscal_year = ? GROUP BY form";
    let mut statement = conn.prepare_cached(sql)?;
    let days = statement.query_map([year], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(days.collect::<rusqlite::Result<_>>()?)
}

/// The last paper of a form that was issued for a year.
pub fn find_issued(conn: &Connection, year: FiscalYear, form: &str) -> Result<Option<Issued>> {
    let sql = "SELECT id, form, edition, facts, document_hash, issued_at FROM issued_report
               WHERE fiscal_year = ? AND form = ? ORDER BY issued_at DESC, id DESC LIMIT 1";
    let mut statement = conn.prepare_cached(sql)?;
    Ok(statement.query_row(params![year, form], |row| from_row(row, year)).optional()?)
}

fn from_row(row: &Row, fiscal_year: FiscalYear) -> rusqlite::Result<Issued> {
    let id: IssuedId = row.get(0)?;
    let frozen: String = row.get(3)?;
    // Empty since words were erased that stood on the paper.
    let frozen = if frozen.is_empty() { Ok(Frozen::default()) } else { serde_json::from_str(&frozen) };
    let frozen =
        frozen.map_err(|e| rusqlite::Error::FromSqlConversionFailure(3, rusqlite::types::Type::Text, e.into()))?;
    let (form, edition) = (row.get(1)?, row.get(2)?);
    Ok(Issued { id, fiscal_year, form, edition, frozen, document_hash: row.get(4)?, issued_at: row.get(5)? })
}
