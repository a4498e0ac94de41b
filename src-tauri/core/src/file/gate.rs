//! The one gate for changes: an act, one transaction, one changeset, one row of the log.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rusqlite::session::Session;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use super::connect::{Use, connect};
use super::log::{self, Kind, NewRow, Params};
use super::{Area, OfficeFile};
use crate::error::{Error, Result};
use crate::words;

/// Readers kept open between two looks.
const SPARE_READERS: usize = 4;

/// Who does it, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    /// Name of the person at the desk.
    pub operator: String,
    /// Moment with its offset, `2026-03-14T10:42:00+09:00`.
    pub at: String,
}

/// What a change did, beside its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed<T> {
    /// What the act returned.
    pub value: T,
    /// Data that has to be fetched again.
    pub areas: Vec<Area>,
    /// What was done, for the bar with 「元に戻す」.
    pub sentence: String,
    /// Name of the operation.
    pub op: String,
}

/// A change under way: the connection, and what its sentence will name.
pub struct Tx<'a> {
    conn: &'a Connection,
    by: &'a By,
    said: RefCell<Params>,
}

impl Tx<'_> {
    /// Fills `{name}` in the sentence of the operation.
    pub fn say(&self, name: &'static str, value: impl ToString) {
        self.said.borrow_mut().insert(name.to_owned(), value.to_string());
    }

    /// Fills the sentence as it was filled the first time.
    pub(super) fn say_again(&self, params: Params) {
        *self.said.borrow_mut() = params;
    }

    /// Who does it, and when.
    pub fn by(&self) -> &By {
        self.by
    }
}

impl Deref for Tx<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        self.conn
    }
}

/// A look at the records as they were at one moment, whatever is written meanwhile.
pub struct View<'a>(&'a Connection);

impl Deref for View<'_> {
    type Target = Connection;
    fn deref(&self) -> &Connection {
        self.0
    }
}

impl OfficeFile {
    /// Reads from a snapshot, on a connection of its own.
    pub fn view<T>(&self, look: impl FnOnce(&View) -> Result<T>) -> Result<T> {
        let spare = held(&self.readers).pop();
        let reader = spare.map_or_else(|| connect(&self.place.file, &self.key, Use::Read), Ok)?;
        let tx = Transaction::new_unchecked(&reader, TransactionBehavior::Deferred)?;
        let value = look(&View(&tx));
        drop(tx);
        let mut readers = held(&self.readers);
        if readers.len() < SPARE_READERS {
            readers.push(reader);
        }
        value
    }

    /// Does one named operation: all of it with its row of the log, or nothing.
    pub fn change<T>(&self, by: &By, op: &'static str, act: impl FnOnce(&Tx) -> Result<T>) -> Result<Changed<T>> {
        self.may_change()?;
        change(&held(&self.writer), by, Kind::Do, op, act)
    }

    /// Refuses every change of a copy that is only looked at.
    pub(super) fn may_change(&self) -> Result<()> {
        if self.is_reading { Err(Error::refused("office.reading_copy")) } else { Ok(()) }
    }

    /// The connection that writes; one change at a time.
    pub(super) fn writer(&self) -> MutexGuard<'_, Connection> {
        held(&self.writer)
    }
}

/// A panic of an act has rolled its transaction back: what the mutex guards is sound.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Does an act and logs it, in one transaction.
pub(super) fn change<T>(
    conn: &Connection,
    by: &By,
    kind: Kind,
    op: &str,
    act: impl FnOnce(&Tx) -> Result<T>,
) -> Result<Changed<T>> {
    logged(conn, by, |tx| {
        let value = act(tx)?;
        Ok(Done { value, kind, op: op.to_owned(), of_seq: None })
    })
}

/// What the log is to say about an act, told by the act itself.
pub(super) struct Done<T> {
    pub(super) value: T,
    pub(super) kind: Kind,
    pub(super) op: String,
    pub(super) of_seq: Option<i64>,
}

/// Transaction → act → changeset → row of the log → commit. An act that changes nothing leaves no row.
pub(super) fn logged<T>(conn: &Connection, by: &By, act: impl FnOnce(&Tx) -> Result<Done<T>>) -> Result<Changed<T>> {
    let transaction = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    let ((done, params), payload) = acted(&transaction, by, act)?;
    let areas = log::areas(&payload)?;
    let sentence = sentence(done.kind, &done.op, &params);
    if !payload.is_empty() {
        let Done { kind, ref op, of_seq, .. } = done;
        log::append(&transaction, by, &NewRow { kind, op, params: &params, of_seq, areas: &areas, payload: &payload })?;
    }
    transaction.commit()?;
    Ok(Changed { value: done.value, areas, sentence, op: done.op })
}

/// Runs an act; what it returned, what its sentence names, and its changeset.
pub(super) fn acted<T>(
    conn: &Connection,
    by: &By,
    act: impl FnOnce(&Tx) -> Result<T>,
) -> Result<((T, Params), Vec<u8>)> {
    let tx = Tx { conn, by, said: RefCell::default() };
    let (value, payload) = recorded(conn, || act(&tx))?;
    Ok(((value, tx.said.into_inner()), payload))
}

/// Runs an act under a session over every record table and returns its changeset.
fn recorded<T>(conn: &Connection, act: impl FnOnce() -> Result<T>) -> Result<(T, Vec<u8>)> {
    let tables = record_tables(conn)?;
    let mut session = Session::new(conn)?;
    for table in &tables {
        session.attach(Some(table.as_str()))?;
    }
    let value = act()?;
    let mut payload = Vec::new();
    session.changeset_strm(&mut payload)?;
    Ok((value, payload))
}

/// The tables that hold records, by name: not the log, not what a copy carries along, not SQLite's own, not search tables and their shadows.
pub(super) fn record_tables(conn: &Connection) -> Result<Vec<String>> {
    let mut statement = conn.prepare_cached(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name <> 'log'
         AND name <> 'carried' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB 'search_*' ORDER BY name",
    )?;
    let names = statement.query_map([], |row| row.get(0))?;
    Ok(names.collect::<rusqlite::Result<_>>()?)
}

/// What an operation says, in the history and in the bar.
pub(super) fn sentence(kind: Kind, op: &str, params: &Params) -> String {
    let params: BTreeMap<&str, String> = params.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
    let act = words::operation(op, &params);
    match kind {
        Kind::Begin | Kind::Do => act,
        Kind::Undo => words::operation("office.undo", &BTreeMap::from([("act", act)])),
        Kind::Redo => words::operation("office.redo", &BTreeMap::from([("act", act)])),
    }
}
