//! SQL of typed texts and issued papers.

use std::collections::HashMap;

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::issue::{Frozen, Issued, IssuedId};
use super::scope::Texts;
use super::subject::Subject;
use crate::accounts::GrantId;
use crate::id::Id;
use crate::profile::{Edition, Form};
use crate::{FiscalYear, Result};

/// Marks keys of typed texts.
enum TypedText {}

/// The typed texts of a form in a year, by field. What was typed while no grant was named is the first one's, below its own.
pub fn texts(conn: &Connection, year: FiscalYear, form: &str, of: &Subject) -> Result<Texts> {
    let sql = "SELECT field, words FROM report_text
               WHERE fiscal_year = ?1 AND form = ?2 AND (grant_id IS ?3 OR (?4 AND grant_id IS NULL)) ORDER BY grant_id";
    let mut statement = conn.prepare_cached(sql)?;
    let texts =
        statement.query_map(params![year, form, of.grant_id, of.is_first], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(texts.collect::<rusqlite::Result<Texts>>()?)
}

/// What was last typed up to a year into the fields of any form that stay the same as those of this one, by field.
pub fn lasting_texts(conn: &Connection, year: FiscalYear, edition: &Edition, form: &Form) -> Result<Texts> {
    let stays = |form: &Form, field: &str| form.field(field).is_some_and(|field| field.is_lasting);
    if !form.fields.iter().any(|field| field.is_lasting) {
        return Ok(Texts::new());
    }
    let same = |typed_on: &str, field: &str| {
        stays(form, field) && edition.forms.iter().any(|one| one.texts_id() == typed_on && stays(one, field))
    };
    let sql =
        "SELECT form, field, words FROM report_text WHERE fiscal_year <= ? AND words <> '' ORDER BY fiscal_year, rowid";
    let mut statement = conn.prepare_cached(sql)?;
    let typed = statement.query_map([year], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let typed = typed.collect::<rusqlite::Result<Vec<(String, String, String)>>>()?;
    let lasting = typed.into_iter().filter(|(form, field, _)| same(form, field));
    Ok(lasting.map(|(_, field, words)| (field, words)).collect())
}

/// Writes one typed text.
pub fn save_text(
    conn: &Connection,
    year: FiscalYear,
    form: &str,
    of: &Subject,
    field: &str,
    words: &str,
) -> Result<()> {
    let sql = "INSERT INTO report_text (id, fiscal_year, form, field, words, grant_id) VALUES (?, ?, ?, ?, ?, ?)
               ON CONFLICT (fiscal_year, form, field, COALESCE(grant_id, '')) DO UPDATE SET words = excluded.words";
    conn.prepare_cached(sql)?.execute(params![Id::<TypedText>::new(), year, form, field, words, of.grant_id])?;
    Ok(())
}

/// Keeps an issued paper.
pub fn insert_issued(conn: &Connection, issued: &Issued) -> Result<()> {
    let sql = "INSERT INTO issued_report (id, fiscal_year, form, edition, facts, document_hash, issued_at, grant_id, document)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    let frozen = written(&issued.frozen)?;
    let document = issued.document.as_ref().map(written).transpose()?;
    let Issued { id, fiscal_year, form, edition, document_hash, issued_at, grant_id, .. } = issued;
    let values = params![id, fiscal_year, form, edition, frozen, document_hash, issued_at, grant_id, document];
    conn.prepare_cached(sql)?.execute(values)?;
    Ok(())
}

/// When the papers of a year were last issued, by form and grant.
#[derive(Debug, Default)]
pub struct LastIssued(HashMap<(String, Option<GrantId>), String>);

impl LastIssued {
    /// When a paper was last issued. What was issued while no grant was named is the first one's.
    pub fn of(&self, form: &str, of: &Subject) -> Option<&str> {
        let at = |grant_id| self.0.get(&(form.to_owned(), grant_id)).map(String::as_str);
        at(of.grant_id).or_else(|| at(None).filter(|_| of.is_first))
    }

    /// When a paper was last issued, for whatever.
    pub fn last(&self, form: &str) -> Option<&str> {
        self.0.iter().filter(|((issued, _), _)| issued == form).map(|(_, at)| at.as_str()).max()
    }

    /// True where a form was issued for anything.
    pub fn has(&self, form: &str) -> bool {
        self.0.keys().any(|(issued, _)| issued == form)
    }
}

/// When each paper of a year was last issued; what stood on it is not read.
pub fn last_issued(conn: &Connection, year: FiscalYear) -> Result<LastIssued> {
    let sql = "SELECT form, grant_id, MAX(issued_at) FROM issued_report WHERE fiscal_year = ? GROUP BY form, grant_id";
    let mut statement = conn.prepare_cached(sql)?;
    let days = statement.query_map([year], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
    Ok(LastIssued(days.collect::<rusqlite::Result<_>>()?))
}

/// The papers that were issued between two days: which form, of which year, and when; each form and day once.
pub fn issued_between(conn: &Connection, from: &str, to: &str) -> Result<Vec<(String, FiscalYear, String)>> {
    let sql =
        "SELECT form, fiscal_year, MIN(issued_at) FROM issued_report WHERE substr(issued_at, 1, 10) BETWEEN ?1 AND ?2
               GROUP BY form, fiscal_year, substr(issued_at, 1, 10) ORDER BY 3, form";
    let read = |row: &Row| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    Ok(conn.prepare_cached(sql)?.query_map([from, to], read)?.collect::<rusqlite::Result<_>>()?)
}

/// The last paper of a form that was issued for a year.
pub fn find_issued(conn: &Connection, year: FiscalYear, form: &str, of: &Subject) -> Result<Option<Issued>> {
    let sql = "SELECT id, form, edition, facts, document_hash, issued_at, grant_id, document FROM issued_report
               WHERE fiscal_year = ?1 AND form = ?2 AND (grant_id IS ?3 OR (?4 AND grant_id IS NULL))
               ORDER BY issued_at DESC, id DESC LIMIT 1";
    let mut statement = conn.prepare_cached(sql)?;
    let values = params![year, form, of.grant_id, of.is_first];
    Ok(statement.query_row(values, |row| from_row(row, year)).optional()?)
}

fn from_row(row: &Row, fiscal_year: FiscalYear) -> rusqlite::Result<Issued> {
    let id: IssuedId = row.get(0)?;
    let frozen: String = row.get(3)?;
    // Empty since words were erased that stood on the paper.
    let frozen = if frozen.is_empty() { Frozen::default() } else { read(3, &frozen)? };
    let document: Option<String> = row.get(7)?;
    let document = document.map(|words| read(7, &words)).transpose()?;
    let (form, edition) = (row.get(1)?, row.get(2)?);
    let (document_hash, issued_at, grant_id) = (row.get(4)?, row.get(5)?, row.get(6)?);
    Ok(Issued { id, fiscal_year, form, edition, grant_id, frozen, document, document_hash, issued_at })
}

fn written(value: &impl Serialize) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))
}

fn read<T: DeserializeOwned>(column: usize, words: &str) -> rusqlite::Result<T> {
    serde_json::from_str(words).map_err(|e| rusqlite::Error::FromSqlConversionFailure(column, Type::Text, e.into()))
}
