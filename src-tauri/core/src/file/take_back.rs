//! Taking an operation back: its changeset inverted and applied, or refused because of what came later.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::hooks::Action;
use rusqlite::session::{ChangesetItem, ChangesetIter, ConflictAction, ConflictType, invert_strm};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OptionalExtension};

use super::log::{self, LogRow};
use super::{erase, migrate, undo};
use crate::error::{Error, Result};

/// A row that differs from what the operation left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Differing {
    pub(super) table: String,
    pub(super) id: String,
    /// The version that it has now, where nothing but that differs.
    version: Option<i64>,
}

/// Tables whose rows carry a version, and the number of that column.
type Versions = BTreeMap<String, usize>;

/// While this lives, references are not checked row by row: each removed row would otherwise open a statement journal
/// inside the savepoint of the changeset, and taking back an import of 100,000 people would take a minute.
pub(super) struct Unchecked<'a>(&'a Connection);

impl Unchecked<'_> {
    /// To be called outside a transaction, where alone SQLite heeds it.
    pub(super) fn references(conn: &Connection) -> Result<Unchecked<'_>> {
        conn.pragma_update(None, "foreign_keys", false)?;
        Ok(Unchecked(conn))
    }
}

impl Drop for Unchecked<'_> {
    fn drop(&mut self) {
        // Setting a flag of an open connection outside a transaction does not fail.
        let _ = self.0.pragma_update(None, "foreign_keys", true);
    }
}

/// Undoes what the row of the log did. Whatever came later on the same columns, or refers to what would go, stands in
/// the way and is named.
pub(super) fn take_back(conn: &Connection, row: &LogRow) -> Result<()> {
    if erase::is_erased(conn, row.seq)? {
        return Err(Error::refused("office.erased").with("act", row.act()));
    }
    let mut inverted = Vec::new();
    invert_strm(&mut payload(conn, row)?.as_slice(), &mut inverted)?;
    let (versions, loose) = (versions(conn)?, loose_papers(conn)?);
    let begun = held_year_start(conn)?;
    let is_audited = is_audited(conn, row.seq, &inverted)?;
    let differing: Arc<Mutex<Vec<Differing>>> = Arc::default();
    let seen = Arc::clone(&differing);
    let applied = conn.apply_strm(&mut inverted.as_slice(), None::<fn(&str) -> bool>, move |conflict, item| {
        judge(&versions, &mut seen.lock().unwrap_or_else(PoisonError::into_inner), &conflict, &item)
    });
    let differing = std::mem::take(&mut *differing.lock().unwrap_or_else(PoisonError::into_inner));
    match applied {
        Ok(()) if refers_to_nothing(conn)? || loose_papers(conn)? > loose => Err(undo::in_the_way(conn, row, &[])?),
        Ok(()) if begun.is_some() && held_year_start(conn)?.is_some_and(|now| Some(now) != begun) => {
            Err(Error::refused("council.year_start_held").with("field", "year_start"))
        }
        Ok(()) if is_audited => Err(Error::refused("office.undo_audited").with("act", row.act())),
        Ok(()) => raise_versions(conn, &differing),
        Err(_) if differing.last().is_some_and(|one| rests(conn, one)) => {
            Err(Error::refused("office.undo_locked").with("act", row.act()))
        }
        Err(cause) => Err(undo::in_the_way(conn, row, &differing)?.because(cause)),
    }
}

/// True where a changeset touches what auditors have looked at since the act of that number: entries, what purses began with, and
/// what was moved in the budget.
fn is_audited(conn: &Connection, seq: i64, changeset: &[u8]) -> Result<bool> {
    let input: &mut dyn std::io::Read = &mut &*changeset;
    let mut changes = ChangesetIter::start_strm(&input)?;
    while let Some(change) = changes.next()? {
        let op = change.op()?;
        let sql = match op.table_name() {
            "entry" => "SELECT 1 FROM audited_entry WHERE entry_id = ?1 AND log_seq >= ?2",
            "opening" => {
                "SELECT 1 FROM opening JOIN audit USING (fiscal_year) WHERE opening.id = ?1 AND audit.log_seq >= ?2"
            }
            "reallocation" => {
                "SELECT 1 FROM reallocation JOIN audit USING (fiscal_year)
                 WHERE reallocation.id = ?1 AND audit.log_seq >= ?2 AND audit.until_on >= moved_on"
            }
            _ => continue,
        };
        let id = if op.code() == Action::SQLITE_INSERT { change.new_value(0)? } else { change.old_value(0)? };
        let id = id.as_str().map_err(|cause| Error::refused("office.damaged").because(cause))?;
        if conn.prepare_cached(sql)?.exists(rusqlite::params![id, seq])? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// True for a record of a closed year or a locked month: its table refuses every change.
fn rests(conn: &Connection, row: &Differing) -> bool {
    let table = &row.table;
    let on = |day: &str, lock: &str, begin: &str, end: &str| {
        let of_day = format!("{begin}{table}.{day}, back, 'start of month', {end}");
        format!("SELECT 1 FROM {table}, year_start JOIN {lock} ON {of_day} WHERE {table}.id = ?")
    };
    let locks = [
        format!("SELECT 1 FROM {table} JOIN closed_year USING (fiscal_year) WHERE {table}.id = ?"),
        on("stated_on", "closed_year", "closed_year.fiscal_year = strftime('%Y', ", "to_year) + 0"),
        on("entered_on", "closed_year", "closed_year.fiscal_year = strftime('%Y', ", "to_year) + 0"),
        on("entered_on", "month_lock", "month = strftime('%Y-%m', ", "to_month)"),
    ];
    // A table without that column belongs to no year.
    locks.iter().any(|sql| conn.prepare(sql).and_then(|mut found| found.exists([&row.id])).unwrap_or(false))
}

/// 年度のはじめの日 as it stands, where entries, closed years or locked months hold it: in another calendar they would move.
fn held_year_start(conn: &Connection) -> Result<Option<(u32, u32)>> {
    let sql = "SELECT year_start_month, year_start_day FROM council WHERE EXISTS (SELECT 1 FROM entry)
               OR EXISTS (SELECT 1 FROM closed_year) OR EXISTS (SELECT 1 FROM month_lock)";
    Ok(conn.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}

/// The changeset of a row, checked: a flipped bit in it would be applied without complaint.
pub(super) fn payload(conn: &Connection, row: &LogRow) -> Result<Vec<u8>> {
    let sql = "SELECT payload, erased_hash FROM log WHERE seq = ?1";
    let read = |r: &rusqlite::Row| Ok((r.get(0)?, r.get(1)?));
    let (payload, erased): (Vec<u8>, Option<String>) = conn.query_row(sql, [row.seq], read)?;
    let is_sound = match erased {
        None => log::payload_hash(&payload) == row.payload_hash,
        Some(reads) => erase::as_it_reads(row, &payload) == reads,
    };
    if is_sound { Ok(payload) } else { Err(Error::refused("office.damaged").with("found", format!("log {}", row.seq))) }
}

fn versions(conn: &Connection) -> Result<Versions> {
    let mut statement = conn.prepare_cached(
        "SELECT t.name, c.cid FROM pragma_table_list t JOIN pragma_table_info(t.name) c WHERE t.schema = 'main' AND c.name = 'version'",
    )?;
    let columns = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as usize)))?;
    Ok(columns.collect::<rusqlite::Result<_>>()?)
}

/// A later change of other columns is no obstacle: there only the version differs. Everything else is one.
fn judge(
    versions: &Versions,
    differing: &mut Vec<Differing>,
    conflict: &ConflictType,
    item: &ChangesetItem,
) -> ConflictAction {
    let found = compared(versions, conflict, item).ok();
    let may_replace = found.as_ref().is_some_and(|row| row.version.is_some());
    differing.extend(found);
    if may_replace { ConflictAction::SQLITE_CHANGESET_REPLACE } else { ConflictAction::SQLITE_CHANGESET_ABORT }
}

fn compared(versions: &Versions, conflict: &ConflictType, item: &ChangesetItem) -> rusqlite::Result<Differing> {
    let change = item.op()?;
    let id = if change.code() == Action::SQLITE_INSERT { item.new_value(0)? } else { item.old_value(0)? };
    let is_update = *conflict == ConflictType::SQLITE_CHANGESET_DATA && change.code() == Action::SQLITE_UPDATE;
    let column = versions.get(change.table_name()).filter(|_| is_update);
    Ok(Differing {
        table: change.table_name().to_owned(),
        id: id.as_str()?.to_owned(),
        version: column.and_then(|column| only_version(item, *column, change.number_of_columns() as usize)),
    })
}

/// The version that the row has now, when that column is all that differs.
fn only_version(item: &ChangesetItem, version: usize, columns: usize) -> Option<i64> {
    // Columns that the operation left alone have no old value and cannot differ.
    let differs = |column: &usize| match (item.old_value(*column), item.conflict(*column)) {
        (Ok(expected), Ok(found)) => expected != found,
        _ => false,
    };
    match ((0..columns).filter(differs).eq([version]), item.conflict(version).ok()?) {
        (true, ValueRef::Integer(now)) => Some(now),
        _ => None,
    }
}

/// True when a record refers to one that is not there.
fn refers_to_nothing(conn: &Connection) -> Result<bool> {
    Ok(conn.query_row("SELECT EXISTS (SELECT 1 FROM pragma_foreign_key_check)", [], |row| row.get(0))?)
}

/// How many papers are attached to a record that is not there: its table stands in `owner_kind`, where no foreign key sees it.
fn loose_papers(conn: &Connection) -> Result<i64> {
    let mut loose = 0;
    for kind in migrate::texts(conn, "SELECT DISTINCT owner_kind FROM attachment")? {
        let sql = format!(
            "SELECT count(*) FROM attachment WHERE owner_kind = ?1 AND owner_id NOT IN (SELECT id FROM \"{kind}\")"
        );
        loose += conn.query_row(&sql, [&kind], |row| row.get::<_, i64>(0))?;
    }
    Ok(loose)
}

/// A version never goes back to one that another writer may have seen with other contents.
fn raise_versions(conn: &Connection, differing: &[Differing]) -> Result<()> {
    for row in differing {
        let sql = format!("UPDATE {} SET version = ?1 WHERE id = ?2", row.table);
        conn.execute(&sql, (row.version.map(|now| now + 1), &row.id))?;
    }
    Ok(())
}
