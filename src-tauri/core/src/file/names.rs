//! Names of records: as they stand in the act that is told, else as they stand now, else as they stood when removed.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension};

use super::records::{Change, Record, Schema, changes};
use super::told;
use crate::error::Result;
use crate::words::ERASED_NAME;

/// References are followed this far: a seat names its person and its body, and they name themselves.
const DEPTH: usize = 3;

type Whole = BTreeMap<(String, String), Record>;

/// Finds the names of records around one act.
pub(super) struct Names<'a> {
    conn: &'a Connection,
    schema: &'a Schema,
    seq: i64,
    here: Whole,
    removed_later: OnceCell<Whole>,
}

impl<'a> Names<'a> {
    pub(super) fn new(conn: &'a Connection, schema: &'a Schema, seq: i64, changes: &[Change]) -> Names<'a> {
        Names { conn, schema, seq, here: whole(changes), removed_later: OnceCell::new() }
    }

    /// The name of a record, 齋藤　花子.
    pub(super) fn of(&self, table: &str, id: &str) -> Result<String> {
        self.named(table, id, DEPTH)
    }

    /// A field of a record as a reader sees it; empty where the record or the field is not there.
    pub(super) fn shown(&self, table: &str, column: &str, record: Option<&Record>) -> Result<String> {
        let value = record.and_then(|record| record.get(column));
        value.map_or_else(|| Ok(String::new()), |value| self.told(table, column, value, DEPTH))
    }

    fn named(&self, table: &str, id: &str, depth: usize) -> Result<String> {
        let (Some(words), Some(record)) = (told::words().tables.get(table), self.record(table, id)?) else {
            return Ok("…".to_owned());
        };
        let mut parts = Vec::new();
        for column in words.name.iter() {
            if let Some(value) = record.get(column) {
                parts.push(self.told(table, column, value, depth)?);
            }
        }
        parts.retain(|part| !part.is_empty());
        if parts.is_empty() && words.is_person {
            return Ok(ERASED_NAME.to_owned());
        }
        Ok(parts.join("　"))
    }

    fn told(&self, table: &str, column: &str, value: &Value, depth: usize) -> Result<String> {
        match (self.schema.target(table, column), value, depth.checked_sub(1)) {
            (Some(target), Value::Text(id), Some(depth)) => self.named(target, id, depth),
            _ => Ok(told::words().tables.get(table).map_or_else(String::new, |words| words.shown(column, value))),
        }
    }

    fn record(&self, table: &str, id: &str) -> Result<Option<Record>> {
        let key = (table.to_owned(), id.to_owned());
        if let Some(record) = self.here.get(&key) {
            return Ok(Some(record.clone()));
        }
        if let Some(record) = self.standing(table, id)? {
            return Ok(Some(record));
        }
        if self.removed_later.get().is_none() {
            // Nobody else sets it: it is looked for once, when the first name is missing.
            let _ = self.removed_later.set(self.removed_later()?);
        }
        Ok(self.removed_later.get().and_then(|removed| removed.get(&key)).cloned())
    }

    fn standing(&self, table: &str, id: &str) -> Result<Option<Record>> {
        let columns = self.schema.columns(table);
        let mut statement = self.conn.prepare_cached(&format!("SELECT * FROM {table} WHERE id = ?1"))?;
        let record = statement.query_row([id], |row| {
            columns.iter().map(|column| Ok((column.clone(), row.get(column.as_str())?))).collect()
        });
        Ok(record.optional()?)
    }

    /// Records that a later act removed: its changeset holds them whole.
    fn removed_later(&self) -> Result<Whole> {
        let mut removed = Whole::new();
        let mut statement = self.conn.prepare("SELECT payload FROM log WHERE seq > ?1 ORDER BY seq")?;
        let mut rows = statement.query([self.seq])?;
        while let Some(row) = rows.next()? {
            removed.extend(whole(&changes(self.schema, row.get_ref(0)?.as_blob().unwrap_or_default())?));
        }
        Ok(removed)
    }
}

fn whole(changes: &[Change]) -> Whole {
    let held = changes.iter().filter_map(|change| Some((change, change.whole()?)));
    held.map(|(change, record)| ((change.table.clone(), change.id.clone()), record.clone())).collect()
}
