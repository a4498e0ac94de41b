//! 履歴: what was done, and of each act «何を・前→後», read from its changeset.

use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::log::{COLUMNS, Kind, LogRow};
use super::names::Names;
use super::records::{Change, Schema, changes};
use super::undo::{Undone, newest_of};
use super::{Area, OfficeFile, take_back, told};
use crate::error::{Error, Result};

/// 履歴の一行 as the page and the command line show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Act {
    /// Its number, from 1.
    #[ts(type = "number")]
    pub seq: i64,
    /// Name of the operation.
    pub op: String,
    /// Who did it.
    pub operator: String,
    /// When.
    pub at: String,
    /// What was done.
    pub sentence: String,
    /// Data that it touched.
    pub areas: Vec<Area>,
    /// True for an act that was taken back and not done again.
    pub is_undone: bool,
    /// True when it may be taken back.
    pub can_undo: bool,
    /// Its hash in the chain.
    pub hash: String,
}

/// 何を: one record that an act added, changed or removed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RowChange {
    /// The record by its name, 名簿 齋藤　花子.
    pub what: String,
    /// Its fields, only those that differ.
    pub fields: Vec<FieldChange>,
}

/// 前→後 of one field; an empty text stands for nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FieldChange {
    /// The word on the page, 住所.
    pub field: String,
    /// 前
    pub before: String,
    /// 後
    pub after: String,
}

/// Number and hash of the last act that touched one of these areas, whoever did it or took it back, but for acts of one name; where nothing
/// touched it, of the beginning.
pub fn head_of(conn: &Connection, areas: &[Area], except: &str) -> Result<(i64, String)> {
    let last = match newest_of(conn, (0, areas), |row| row.op != except)? {
        Some(row) => Some(row),
        None => LogRow::of(conn, 1)?,
    };
    last.map(|row| (row.seq, row.hash)).ok_or_else(|| Error::refused("office.no_act").with("seq", 1))
}

/// What was done to these areas after an act, not before a moment (`2025-04-01`), oldest first. Whatever took an act back touched
/// what the act had touched.
pub fn acts_since(conn: &Connection, seq: i64, from: &str, areas: &[Area]) -> Result<Vec<Act>> {
    let (mut undone, mut acts) = (Undone::default(), Vec::new());
    newest_of(conn, (seq, areas), |row| {
        let is_before = row.at.as_str() < from;
        if !is_before {
            acts.push(act(row.clone(), &mut undone));
        }
        is_before
    })?;
    acts.reverse();
    Ok(acts)
}

impl OfficeFile {
    /// 履歴, newest first.
    pub fn history(&self, limit: usize) -> Result<Vec<Act>> {
        self.view(|view| {
            let mut undone = Undone::default();
            let mut statement = view.prepare(&format!("SELECT {COLUMNS} FROM log ORDER BY seq DESC LIMIT ?1"))?;
            let rows = statement.query_map([limit as i64], LogRow::read)?;
            rows.map(|row| Ok(act(row?, &mut undone))).collect()
        })
    }

    /// What one act of the history changed, in the order of its tables.
    pub fn changes_of(&self, seq: i64) -> Result<Vec<RowChange>> {
        self.view(|view| {
            let row = LogRow::of(view, seq)?.ok_or_else(|| Error::refused("office.no_act").with("seq", seq))?;
            let schema = Schema::of(view)?;
            let changes = changes(&schema, &take_back::payload(view, &row)?)?;
            let names = Names::new(view, &schema, seq, &changes);
            changes.iter().filter_map(|change| tell(&schema, &names, change).transpose()).collect()
        })
    }
}

/// A changed record in words; none for a table that is not told.
pub(super) fn tell(schema: &Schema, names: &Names, change: &Change) -> Result<Option<RowChange>> {
    let Some(table) = told::words().tables.get(&change.table) else { return Ok(None) };
    let mut fields = Vec::new();
    for column in schema.columns(&change.table) {
        let Some(field) = table.field(column) else { continue };
        let side = |record: &Option<_>| names.shown(&change.table, column, record.as_ref());
        let (before, after) = (side(&change.before)?, side(&change.after)?);
        if before != after {
            fields.push(FieldChange { field: field.to_owned(), before, after });
        }
    }
    Ok(Some(RowChange { what: format!("{} {}", table.title, names.of(&change.table, &change.id)?), fields }))
}

/// Rows come newest first, so that `undone` knows what became of each.
pub(super) fn act(row: LogRow, undone: &mut Undone) -> Act {
    let is_undone = undone.last_word(&row) == Kind::Undo;
    Act {
        sentence: row.sentence(),
        areas: serde_json::from_str(&row.areas).unwrap_or_default(),
        is_undone: row.kind == Kind::Do && is_undone,
        can_undo: row.kind == Kind::Do && !is_undone && !row.stands(),
        seq: row.seq,
        op: row.op,
        operator: row.operator,
        at: row.at,
        hash: row.hash,
    }
}
