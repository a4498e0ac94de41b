//! A changeset as records: what stood there before and what stands there after, by column name.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter};
use rusqlite::types::{Value, ValueRef};

use crate::error::Result;

/// Values of one record by column; of a changed one only those that differ.
pub(super) type Record = BTreeMap<String, Value>;

/// What happened to one record.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Change {
    pub(super) table: String,
    pub(super) id: String,
    /// None where it was added.
    pub(super) before: Option<Record>,
    /// None where it was removed.
    pub(super) after: Option<Record>,
}

impl Change {
    /// The whole record, where the change holds it.
    pub(super) fn whole(&self) -> Option<&Record> {
        match (&self.before, &self.after) {
            (None, whole) | (whole, None) => whole.as_ref(),
            _ => None,
        }
    }
}

/// Columns in order, and the table that each reference leads to.
pub(super) struct Schema {
    columns: BTreeMap<String, Vec<String>>,
    references: BTreeMap<(String, String), String>,
}

impl Schema {
    pub(super) fn of(conn: &Connection) -> Result<Schema> {
        let mut schema = Schema { columns: BTreeMap::new(), references: BTreeMap::new() };
        let each = "FROM pragma_table_list t JOIN pragma_{} p WHERE t.schema = 'main' AND t.type = 'table'";
        let columns = each.replace("{}", "table_info(t.name)");
        let mut statement = conn.prepare(&format!("SELECT t.name, p.name {columns} ORDER BY t.name, p.cid"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            schema.columns.entry(row.get(0)?).or_default().push(row.get(1)?);
        }
        let references = each.replace("{}", "foreign_key_list(t.name)");
        let mut statement = conn.prepare(&format!("SELECT t.name, p.\"from\", p.\"table\" {references}"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            schema.references.insert((row.get(0)?, row.get(1)?), row.get(2)?);
        }
        Ok(schema)
    }

    pub(super) fn columns(&self, table: &str) -> &[String] {
        self.columns.get(table).map_or(&[], Vec::as_slice)
    }

    /// The table that a column refers to.
    pub(super) fn target(&self, table: &str, column: &str) -> Option<&str> {
        self.references.get(&(table.to_owned(), column.to_owned())).map(String::as_str)
    }
}

/// All records that a changeset touches.
pub(super) fn changes(schema: &Schema, payload: &[u8]) -> Result<Vec<Change>> {
    some_changes(schema, payload, |_| Ok(true))
}

/// Those of them that are asked for.
pub(super) fn some_changes(
    schema: &Schema,
    payload: &[u8],
    is_asked: impl Fn(&ChangesetItem) -> rusqlite::Result<bool>,
) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    let input: &mut dyn std::io::Read = &mut &*payload;
    let mut items = ChangesetIter::start_strm(&input)?;
    while let Some(item) = items.next()? {
        if is_asked(item)? {
            changes.push(change(schema, item)?);
        }
    }
    Ok(changes)
}

fn change(schema: &Schema, item: &ChangesetItem) -> rusqlite::Result<Change> {
    let op = item.op()?;
    let is_insert = op.code() == Action::SQLITE_INSERT;
    let id = if is_insert { item.new_value(0)? } else { item.old_value(0)? };
    let columns = schema.columns(op.table_name());
    let side = |value: for<'a> fn(&'a ChangesetItem, usize) -> rusqlite::Result<ValueRef<'a>>| -> Record {
        let given = columns.iter().enumerate().take(op.number_of_columns() as usize);
        given.filter_map(|(i, column)| Some((column.clone(), value(item, i).ok()?.try_into().ok()?))).collect()
    };
    Ok(Change {
        id: id.as_str()?.to_owned(),
        before: (!is_insert).then(|| side(ChangesetItem::old_value)),
        after: (op.code() != Action::SQLITE_DELETE).then(|| side(ChangesetItem::new_value)),
        table: op.table_name().to_owned(),
    })
}
