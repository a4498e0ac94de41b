//! 経過 of one record: who did what to it or to a part of it, newest first, with «前→後».

use std::collections::BTreeSet;

use rusqlite::Connection;
use rusqlite::session::ChangesetItem;
use rusqlite::types::ValueRef;
use serde::Serialize;
use ts_rs::TS;

use super::area::area_of;
use super::history::{Act, RowChange, act, tell};
use super::log::{COLUMNS, Kind, LogRow, json};
use super::names::Names;
use super::records::{Change, Schema, some_changes};
use super::undo::Undone;
use super::{OfficeFile, told};
use crate::error::Result;

/// 経過の一つ: an act, and what of this record it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Passage {
    /// The act.
    #[serde(flatten)]
    pub act: Act,
    /// The fields that differ; nothing of what was added or removed as a whole, which the sentence says.
    pub changes: Vec<RowChange>,
}

impl OfficeFile {
    /// What was done to one record of a table and to its parts, at most the last so many acts.
    pub fn timeline(&self, table: &str, id: &str, limit: usize) -> Result<Vec<Passage>> {
        self.view(|view| {
            let schema = Schema::of(view)?;
            let mut whole = Whole::of(view, &schema, (table, id))?;
            let mut undone = Undone::default();
            let mut passages = Vec::new();
            let sql = format!("SELECT {COLUMNS}, payload FROM log WHERE {} ORDER BY seq DESC", whole.touched()?);
            let mut statement = view.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let payload = row.get_ref("payload")?.as_blob().unwrap_or_default();
                let changes = some_changes(&schema, payload, |item| whole.has(item))?;
                if changes.is_empty() {
                    continue;
                }
                // What is gone by now was there before.
                whole.ids.extend(changes.iter().map(|change| change.id.clone()));
                let row = LogRow::read(row)?;
                let is_birth = row.kind != Kind::Undo && changes.iter().any(|one| one.id == id && one.before.is_none());
                let names = Names::new(view, &schema, row.seq, &changes);
                let changes = changed(&schema, &names, &changes, id)?;
                passages.push(Passage { act: act(row, &mut undone), changes });
                if is_birth || passages.len() == limit {
                    break;
                }
            }
            Ok(passages)
        })
    }
}

/// What differs, the record itself without its name: whoever reads it is looking at it.
fn changed(schema: &Schema, names: &Names, changes: &[Change], id: &str) -> Result<Vec<RowChange>> {
    let mut told = Vec::new();
    for change in changes.iter().filter(|one| one.before.is_some() && one.after.is_some()) {
        let Some(row) = tell(schema, names, change)?.filter(|row| !row.fields.is_empty()) else { continue };
        told.push(if change.id == id { RowChange { what: String::new(), ..row } } else { row });
    }
    Ok(told)
}

/// A record with its parts.
struct Whole<'a> {
    id: &'a str,
    tables: Vec<String>,
    /// The record, the parts that are there, and those that were met on the way back.
    ids: BTreeSet<String>,
}

impl<'a> Whole<'a> {
    fn of(conn: &Connection, schema: &Schema, (table, id): (&str, &'a str)) -> Result<Whole<'a>> {
        let parts = parts(schema, table);
        let mut ids = BTreeSet::from([id.to_owned()]);
        for (_, rows) in &parts {
            let mut statement = conn.prepare(rows)?;
            let found = statement.query_map([id], |row| row.get(0))?;
            ids.extend(found.collect::<rusqlite::Result<Vec<String>>>()?);
        }
        let tables = parts.into_iter().map(|(table, _)| table).collect();
        Ok(Whole { id, tables, ids })
    }

    /// The condition for a row of the log that touches an area of these tables.
    fn touched(&self) -> Result<String> {
        let areas: BTreeSet<_> = self.tables.iter().filter_map(|table| area_of(table)).collect();
        let each = areas.iter().map(|area| Ok(format!("instr(areas, '{}') > 0", json(area)?)));
        Ok(each.collect::<Result<Vec<_>>>()?.join(" OR "))
    }

    fn has(&self, item: &ChangesetItem) -> rusqlite::Result<bool> {
        let op = item.op()?;
        if !self.tables.iter().any(|table| table == op.table_name()) {
            return Ok(false);
        }
        type Side = for<'a> fn(&'a ChangesetItem, usize) -> rusqlite::Result<ValueRef<'a>>;
        let sides: [Side; 2] = [ChangesetItem::old_value, ChangesetItem::new_value];
        let says = |column: usize, is_it: &dyn Fn(&str) -> bool| {
            sides.iter().any(|side| side(item, column).is_ok_and(|value| value.as_str().is_ok_and(is_it)))
        };
        let mut columns = 1..op.number_of_columns() as usize;
        Ok(says(0, &|key| self.ids.contains(key)) || columns.any(|column| says(column, &|text| text == self.id)))
    }
}

/// The table itself and those that hold its parts, each with what finds the rows of the record `?1`.
fn parts(schema: &Schema, table: &str) -> Vec<(String, String)> {
    let mut parts = vec![(table.to_owned(), "SELECT ?1".to_owned())];
    let mut at = 0;
    while let Some((whole, of)) = parts.get(at).cloned() {
        for (part, words) in &told::words().tables {
            let is_new = parts.iter().all(|(known, _)| known != part);
            let column = words.of.iter().find(|column| schema.target(part, column).is_none_or(|to| to == whole));
            if let Some(column) = column.filter(|_| is_new) {
                parts.push((part.clone(), format!("SELECT id FROM {part} WHERE {column} IN ({of})")));
            }
        }
        at += 1;
    }
    parts
}
