//! 見るだけの写し: the office for somebody else to look at, in one file, under a key and a passphrase of its own.
//!
//! The file is one line with its key slot, then the encrypted database; attached files that go along lie in its table
//! `carried`. To be looked at it is laid out in a folder, where it stays as encrypted as it came. Whoever has its passphrase
//! can open this copy and nothing else of the council.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OptionalExtension};

use super::connect::{READING_ID, Use, connect};
use super::gate::{self, By, Changed, Tx};
use super::history::{self, Act, head_of};
use super::keys::{Cost, DataKey, KeyFile};
use super::log::{Kind, LogRow};
use super::place::{self, Place};
use super::records::{Schema, some_changes};
use super::undo::Undone;
use super::{Area, OfficeFile, copies, migrate};
use crate::error::{Error, Result};

/// Longest line of key slots; one is a few hundred letters.
const LONGEST_LINE: u64 = 64 * 1024;

impl OfficeFile {
    /// True for a copy that is only looked at.
    pub fn is_reading(&self) -> bool {
        self.is_reading
    }

    /// Writes a copy to look at, with those attached files; what of them cannot be read is left out.
    pub fn write_reading_copy(&self, path: &Path, passphrase: &str, contents: &[String]) -> Result<()> {
        self.may_change()?;
        let key = DataKey::random()?;
        let keys = KeyFile::for_reader(&key, passphrase, Cost::STRONG)?;
        let part = place::beside(path, "part");
        let written = self.fill(&part, &key, contents).and_then(|()| bind(path, &keys, &part));
        // Only what is under the name counts; the part is worth nothing either way.
        let _ = std::fs::remove_file(&part);
        written
    }

    /// Lays a copy out in a folder and opens it. What was laid out there before goes.
    pub fn open_reading_copy(path: &Path, folder: &Path, passphrase: &str) -> Result<OfficeFile> {
        let not_one = || Error::refused("office.no_reading_copy");
        let mut copy = BufReader::new(File::open(path)?);
        let mut line = Vec::new();
        copy.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut line)?;
        let keys = KeyFile::parse(std::str::from_utf8(&line).map_err(|_| not_one())?).map_err(|_| not_one())?;
        let opened = keys.unlock(passphrase)?;
        if folder.exists() {
            std::fs::remove_dir_all(folder)?;
        }
        place::make_folder(folder)?;
        let place = Place::new(&folder.join("reading.office"))?;
        io::copy(&mut copy, &mut File::create(&place.file)?)?;
        keys.write(&place.beside("keys"))?;
        let lock = place.lock()?;
        let office = OfficeFile::open_keyed(place, lock, opened)?;
        if office.is_reading { Ok(OfficeFile { source: Some(path.to_owned()), ..office }) } else { Err(not_one()) }
    }

    /// Does what its reader may write down in a copy, and keeps it in the file that was handed over; in an office it is a change like
    /// any other.
    pub fn change_or_note<T>(
        &self,
        by: &By,
        op: &'static str,
        act: impl FnOnce(&Tx) -> Result<T>,
    ) -> Result<Changed<T>> {
        let Some(source) = &self.source else { return self.change(by, op, act) };
        let changed = gate::change(&self.writer(), by, Kind::Do, op, act)?;
        if let Err(error) = self.keep_copy(source) {
            self.take_last_back(by)?;
            return Err(Error::refused("office.copy_not_saved").because(error));
        }
        Ok(changed)
    }

    /// The copy as it is now, in the place of the one that was handed over.
    fn keep_copy(&self, source: &Path) -> Result<()> {
        let part = place::beside(source, "part");
        let keys = KeyFile::read(&self.place.beside("keys"))?;
        let filled = || {
            let mut copy = connect(&part, &self.key, Use::Create)?;
            self.backup(&mut copy)?;
            drop(copy);
            place::sync(&part)?;
            bind(source, &keys, &part)
        };
        let kept = filled();
        let _ = std::fs::remove_file(&part);
        kept
    }

    fn backup(&self, copy: &mut Connection) -> Result<()> {
        self.view(|view| {
            Backup::new(view, copy)?.run_to_completion(1024, Duration::ZERO, None)?;
            Ok(())
        })?;
        copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
        Ok(())
    }

    /// The last act of ours that a copy holds; refused where it is of another office, altered or damaged, and where it holds acts of
    /// other areas than this one that are not in our log.
    pub fn lent_at(&self, copy: &OfficeFile, own: Area) -> Result<Act> {
        copy.view(|view| copies::verify(view)).map_err(|e| Error::refused("office.copy_unreadable").because(e))?;
        if copy.followed.broken_at.is_some() {
            return Err(Error::refused("office.copy_unreadable"));
        }
        let is_ours = |row: &LogRow| -> Result<bool> {
            let here = self.view(|view| LogRow::of(view, row.seq))?;
            Ok(here.is_some_and(|here| here.hash == row.hash))
        };
        copy.view(|view| {
            let first = LogRow::of(view, 1)?;
            if !first.as_ref().map(&is_ours).transpose()?.unwrap_or_default() {
                return Err(Error::refused("office.copy_of_another"));
            }
            let mut seq = head_of(view, &[], "")?.0;
            while let Some(row) = LogRow::of(view, seq)? {
                if is_ours(&row)? {
                    return Ok(history::act(row, &mut Undone::default()));
                }
                let act = history::act(row, &mut Undone::default());
                if act.areas.iter().any(|area| *area != own) {
                    break;
                }
                seq -= 1;
            }
            Err(Error::refused("office.copy_of_other_state"))
        })
    }

    /// The keys of what was taken out of a table after the act of that number, and is not there again.
    pub fn removed_after(&self, seq: i64, table: &str) -> Result<BTreeSet<String>> {
        self.view(|view| {
            let (schema, mut gone) = (Schema::of(view)?, BTreeSet::new());
            let mut statement = view.prepare("SELECT payload FROM log WHERE seq > ? ORDER BY seq")?;
            let mut rows = statement.query([seq])?;
            while let Some(row) = rows.next()? {
                let payload = row.get_ref(0)?.as_blob().unwrap_or_default();
                for change in some_changes(&schema, payload, |item| Ok(item.op()?.table_name() == table))? {
                    if change.after.is_none() {
                        gone.insert(change.id);
                    } else {
                        gone.remove(&change.id);
                    }
                }
            }
            Ok(gone)
        })
    }

    fn fill(&self, part: &Path, key: &DataKey, contents: &[String]) -> Result<()> {
        self.make_room(part)?;
        let mut copy = connect(part, key, Use::Create)?;
        self.backup(&mut copy)?;
        copy.pragma_update(None, "application_id", READING_ID)?;
        copy.execute_batch("CREATE TABLE carried (id TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT")?;
        for id in contents {
            if let Ok(bytes) = self.content(id) {
                copy.execute("INSERT OR IGNORE INTO carried (id, bytes) VALUES (?1, ?2)", (id, bytes))?;
            }
        }
        copies::verify(&copy)?;
        drop(copy);
        place::sync(part)
    }

    /// The bytes of an attached file that came along.
    pub(super) fn carried(&self, id: &str) -> Result<Vec<u8>> {
        let sql = "SELECT bytes FROM carried WHERE id = ?1";
        let found = self.view(|view| Ok(view.query_row(sql, [id], |row| row.get(0)).optional()?))?;
        found.ok_or_else(|| Error::refused("office.not_carried"))
    }

    /// The ids of all attached files that came along.
    pub(super) fn all_carried(&self) -> Result<BTreeSet<String>> {
        self.view(|view| Ok(migrate::texts(view, "SELECT id FROM carried")?.into_iter().collect()))
    }
}

/// The key slot and the database in one file, whole or not at all.
fn bind(path: &Path, keys: &KeyFile, database: &Path) -> Result<()> {
    let new = place::beside(path, "new");
    let written = (|| {
        let mut file = File::create(&new)?;
        file.write_all(keys.line()?.as_bytes())?;
        file.write_all(b"\n")?;
        io::copy(&mut File::open(database)?, &mut file)?;
        file.sync_all()?;
        place::rename(&new, path)
    })();
    written.inspect_err(|_| drop(std::fs::remove_file(&new)))
}
