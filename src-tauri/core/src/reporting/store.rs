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

/// What was last typed up to a year into the fields of other papers that stay the same as those of this one, by field. Of each
/// form it is what stands on one paper, so that no account is put together out of two: on the last one, of this form on the last
/// one of the same grant.
pub fn lasting_texts(
    conn: &Connection,
    year: FiscalYear,
    edition: &Edition,
    form: &Form,
    of: &Subject,
) -> Result<Texts> {
    if !form.fields.iter().any(|field| field.is_lasting) {
        return Ok(Texts::new());
    }
    let sql = "SELECT t.form, t.field, t.words, t.fiscal_year, t.grant_id, COALESCE(g.name = ?2, 0)
               FROM report_text t LEFT JOIN grant_award g ON g.id = t.grant_id
               WHERE t.fiscal_year <= ?1 ORDER BY t.fiscal_year, t.id";
    let mut statement = conn.prepare_cached(sql)?;
    let typed = statement.query_map(params![year, of.name], |row| {
        let place = (row.get(0)?, row.get(3)?, row.get(4)?);
        Ok(Lasting { place, field: row.get(1)?, words: row.get(2)?, is_of_grant: row.get(5)? })
    })?;
    let typed: Vec<Lasting> = typed.collect::<rusqlite::Result<_>>()?;
    let is_here = |(id, on, grant): &Place| {
        id == form.texts_id() && *on == year && (*grant == of.grant_id || (of.is_first && grant.is_none()))
    };
    let stays = |one: &&Lasting| {
        edition.forms.iter().any(|other| other.texts_id() == one.place.0 && same(form, other, &one.field))
    };
    let others: Vec<&Lasting> = typed.iter().filter(|one| !is_here(&one.place)).filter(stays).collect();
    let mut last: HashMap<&str, (bool, &Place)> = HashMap::new();
    for one in &others {
        let is_own = one.is_of_grant && one.place.0 == form.texts_id();
        let found = last.entry(one.place.0.as_str()).or_insert((is_own, &one.place));
        if is_own >= found.0 {
            *found = (is_own, &one.place);
        }
    }
    let stands = |one: &&&Lasting| last.values().any(|(_, place)| **place == one.place) && !one.words.is_empty();
    Ok(others.iter().filter(stands).map(|one| (one.field.clone(), one.words.clone())).collect())
}

/// A form, its year and its grant.
type Place = (String, FiscalYear, Option<GrantId>);

/// A text that was typed on some paper.
struct Lasting {
    place: Place,
    field: String,
    words: String,
    is_of_grant: bool,
}

/// True where two forms ask for the same thing that stays the same.
fn same(form: &Form, other: &Form, field: &str) -> bool {
    let asked = |form: &Form| form.field(field).filter(|field| field.is_lasting).map(|field| field.label.clone());
    asked(form).is_some_and(|label| asked(other) == Some(label))
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
    // What was typed last stands last: keys made later sort later, also where an undo put an earlier one back.
    let gone = "DELETE FROM report_text WHERE fiscal_year = ? AND form = ? AND field = ? AND grant_id IS ?";
    conn.prepare_cached(gone)?.execute(params![year, form, field, of.grant_id])?;
    let sql = "INSERT INTO report_text (id, fiscal_year, form, field, words, grant_id) VALUES (?, ?, ?, ?, ?, ?)";
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
