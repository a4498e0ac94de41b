//! Connections: the only place that knows pragmas and limits.

use std::path::Path;
use std::sync::Once;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::keys::DataKey;
use crate::error::{Error, Result};

/// How many statements a connection keeps ready: more than the facts of a year ask, so that those of the next find them all.
const STATEMENTS: usize = 256;

/// Marks a SQLite file as ours: `MACH`, for まち.
pub(super) const APPLICATION_ID: i32 = i32::from_be_bytes(*b"MACH");

/// Marks a copy that is only looked at: `MACR`.
pub(super) const READING_ID: i32 = i32::from_be_bytes(*b"MACR");

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    /// Make a file that is not there yet.
    Create,
    /// Read and change.
    Write,
    /// Read only; SQLite refuses the rest.
    Read,
}

/// A keyed and hardened connection to an existing (or, for `Create`, a new) file.
pub(super) fn connect(path: &Path, key: &DataKey, what_for: Use) -> Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    flags.set(OpenFlags::SQLITE_OPEN_CREATE, what_for == Use::Create);
    await_encryption();
    let conn = Connection::open_with_flags(path, flags)?;
    unlock(&conn, key)?;
    harden(&conn)?;
    conn.pragma_update(None, "query_only", what_for == Use::Read)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    Ok(conn)
}

/// SQLCipher goes on setting itself up after SQLite says that it is ready: who opens a file in that moment, from another
/// thread, is told that the key is none. So the first to come waits until a key is taken, and the others wait for it.
fn await_encryption() {
    static READY: Once = Once::new();
    READY.call_once(|| {
        let takes_a_key = || Connection::open_in_memory()?.execute_batch("PRAGMA key = 'a trial'");
        for _ in 0..500 {
            if takes_a_key().is_ok() {
                return;
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    });
}

/// Gives the key and makes sure that it is really encryption that takes it.
fn unlock(conn: &Connection, key: &DataKey) -> Result<()> {
    conn.execute_batch(&key.pragma())?;
    let version: Option<String> = conn.query_row("PRAGMA cipher_version", [], |row| row.get(0)).optional()?;
    version.map(|_| ()).ok_or_else(|| Error::refused("office.no_encryption"))
}

/// Settings that do not read the file, so that a file that is not ours stays untouched.
fn harden(conn: &Connection) -> Result<()> {
    conn.busy_timeout(Duration::from_secs(5))?;
    conn.execute_batch(
        "PRAGMA cipher_log_level = NONE; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;
         PRAGMA secure_delete = ON; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL;",
    )?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // The changeset of an import of 100,000 people is one value of some 30 MB.
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, 200_000_000)?;
    conn.set_limit(Limit::SQLITE_LIMIT_SQL_LENGTH, 100_000)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
    conn.set_limit(Limit::SQLITE_LIMIT_EXPR_DEPTH, 100)?;
    conn.set_limit(Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 10)?;
    Ok(())
}
