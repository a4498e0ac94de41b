//! Opening: lock, keys, key, encryption, kind, version, soundness, the chain of the log; only then is anything written.

use std::path::Path;
use std::sync::Mutex;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::connect::{APPLICATION_ID, READING_ID, Use, connect};
use super::keys::{DataKey, Holder, KeyFile};
use super::migrate::{self, Standing};
use super::place::{Lock, Place};
use super::{Followed, OfficeFile, check, copies};
use crate::error::{Error, Result};

impl OfficeFile {
    /// Opens an office file by its passphrase or its recovery key.
    pub fn open(path: &Path, secret: &str) -> Result<OfficeFile> {
        let place = Place::new(path)?;
        if !place.file.is_file() {
            return Err(Error::refused("office.no_file").with("path", place.file.display()));
        }
        let lock = place.lock()?;
        let opened = KeyFile::read(&place.beside("keys"))?.unlock(secret)?;
        OfficeFile::open_keyed(place, lock, opened)
    }

    /// Opens what is locked and whose key is known, with whose word that came.
    pub(super) fn open_keyed(place: Place, lock: Lock, (key, by): (DataKey, Holder)) -> Result<OfficeFile> {
        let was_left_open = place.was_left_open();
        let (writer, standing, is_reading) = identify(&place, &key).map_err(|e| not_ours(&place, e))?;
        if was_left_open {
            quick_check(&writer)?;
        }
        writer.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
        writer.pragma_update_and_check(None, "journal_mode", "WAL", |_| Ok(()))?;
        let (writer, opened_by, followed) = (Mutex::new(writer), Mutex::new(by), Followed::default());
        let mut office = OfficeFile {
            place,
            key,
            writer,
            readers: Mutex::default(),
            opened_by,
            followed,
            is_reading,
            source: None,
            _lock: lock,
        };
        if standing == Standing::Older {
            office.bring_up_to_date()?;
        }
        // Only now has the log every column of today.
        let newest = copies::newest(&office.place.beside("copies"))?;
        let followed = check::followed(&office.writer(), newest);
        office.followed = followed;
        Ok(office)
    }
}

/// Is it ours, of which version, and only to be looked at? Reads two numbers of the first page.
fn identify(place: &Place, key: &DataKey) -> Result<(Connection, Standing, bool)> {
    let conn = connect(&place.file, key, Use::Write)?;
    // Until the file is known to be ours and sound, closing it again must not write back what a crash left over.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, place.was_left_open())?;
    let id: i32 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if id != APPLICATION_ID && id != READING_ID {
        return Err(Error::refused("office.not_an_office_file").with("path", place.file.display()));
    }
    let standing = migrate::standing(&conn)?;
    Ok((conn, standing, id == READING_ID))
}

/// What SQLite calls no database is another file, or one of another key.
fn not_ours(place: &Place, e: Error) -> Error {
    let code = e.cause.as_ref().and_then(|cause| cause.downcast_ref::<rusqlite::Error>()?.sqlite_error_code());
    match code {
        Some(rusqlite::ErrorCode::NotADatabase) => {
            Error { cause: e.cause, ..Error::refused("office.not_an_office_file").with("path", place.file.display()) }
        }
        _ => e,
    }
}

fn quick_check(conn: &Connection) -> Result<()> {
    let found: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    if found == "ok" { Ok(()) } else { Err(Error::refused("office.damaged").with("found", found)) }
}
