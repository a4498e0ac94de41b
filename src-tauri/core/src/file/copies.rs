//! 控え: verified copies, encrypted like the file itself and opened by the same passphrase.
//!
//! A copy in `FILE.copies` is named after the last operation it holds, `00000123-1a2b3c4d.office`: its number, and the
//! beginning of its hash, so that a file brought back from an older copy does not take a stranger's copy for its own.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;
use serde::Serialize;
use ts_rs::TS;

use super::connect::{Use, connect};
use super::keys::KeyFile;
use super::log::LogRow;
use super::{Contents, OfficeFile, View, contents, migrate, place, undo};
use crate::error::{Error, Result};

/// Copies kept in `FILE.copies`.
pub const COPIES_KEPT: usize = 14;

/// 最後の控え: what a copy would bring back, and how much has been done since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LastCopy {
    /// Moment of the last operation that it holds; none when there is no copy.
    pub at: Option<String>,
    /// Operations since.
    #[ts(type = "number")]
    pub behind: i64,
}

impl OfficeFile {
    /// Copies the office with its key slots; the copy is an office file of its own, checked before it gets its name.
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        let part = place::beside(path, "part");
        let copied = self.copy_part(&part).and_then(|()| {
            KeyFile::read(&self.place.beside("keys"))?.write(&place::beside(path, "keys"))?;
            place::rename(&part, path)
        });
        // What is left of a failed copy is worth nothing; the failure itself is told.
        copied.inspect_err(|_| drop(std::fs::remove_file(&part)))
    }

    /// Closes the office and keeps a copy, of what is attached too, unless the last one holds everything or it is itself only
    /// a copy to look at.
    pub fn close(self) -> Result<()> {
        if self.is_reading {
            return Ok(());
        }
        if self.last_copy()?.behind > 0 {
            let head = self.head()?;
            self.copy_to(&self.copies()?.join(copy_name(&head)))?;
            prune(&self.copies()?)?;
        }
        self.spare_contents()
    }

    /// How much a copy would bring back.
    pub fn last_copy(&self) -> Result<LastCopy> {
        self.view(|view| {
            let copied = self.last_copied(view)?;
            let since = copied.as_ref().map_or(0, |row| row.seq);
            let behind = view.query_row("SELECT count(*) FROM log WHERE seq > ?1", [since], |row| row.get(0))?;
            Ok(LastCopy { at: copied.map(|row| row.at), behind })
        })
    }

    /// The papers that the last copy counts as attached, and which of them are not there to be opened from it; none when
    /// there is no copy. The copy itself is asked.
    pub fn copied_contents(&self) -> Result<Option<Contents>> {
        let Some(last) = self.view(|view| self.last_copied(view))? else { return Ok(None) };
        let copy = connect(&self.place.beside("copies").join(copy_name(&last)), &self.key, Use::Read)?;
        let named = contents::named(&copy)?;
        let files = named.len();
        let missing = named.into_iter().filter(|id| !self.has_content(id)).collect();
        Ok(Some(Contents { files, missing, damaged: Vec::new() }))
    }

    /// The last operation that a copy holds.
    fn last_copied(&self, view: &View) -> Result<Option<LogRow>> {
        let names = file_names(&self.place.beside("copies"))?;
        undo::newest_first(view, 0, |row| names.contains(&copy_name(row)))
    }

    fn head(&self) -> Result<LogRow> {
        let head = self.view(|view| undo::newest_first(view, 0, |_| true))?;
        head.ok_or_else(|| Error::refused("office.damaged").with("found", "log"))
    }

    fn copy_part(&self, part: &Path) -> Result<()> {
        self.make_room(part)?;
        let mut copy = connect(part, &self.key, Use::Create)?;
        self.view(|view| {
            Backup::new(view, &mut copy)?.run_to_completion(1024, Duration::ZERO, None)?;
            Ok(())
        })?;
        // A copy is one file: the journal mode that came with the pages would leave two more beside it.
        copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
        verify(&copy)?;
        drop(copy);
        place::sync(part)
    }

    /// Clears the place of a copy that was broken off, and asks for room before filling the disk to its last byte.
    pub(super) fn make_room(&self, part: &Path) -> Result<()> {
        if part.exists() {
            std::fs::remove_file(part)?;
        }
        let folder = part.parent().unwrap_or(part);
        let needed = 2 * self.place.file.metadata()?.len();
        if fs4::available_space(folder)? < needed { Err(Error::refused("office.disk_full")) } else { Ok(()) }
    }

    /// Copies the file beside itself, then migrates. A copy to look at is laid out anew each time and needs none.
    pub(super) fn bring_up_to_date(&self) -> Result<()> {
        if self.is_reading {
            return migrate::migrate(&self.writer());
        }
        let version = migrate::version(&self.writer())?;
        self.copy_to(&self.copies()?.join(format!("before-version-{}.office", version + 1)))?;
        migrate::migrate(&self.writer())
    }

    /// The folder of copies.
    fn copies(&self) -> Result<PathBuf> {
        let folder = self.place.beside("copies");
        std::fs::create_dir_all(&folder)?;
        Ok(folder)
    }
}

fn copy_name(last: &LogRow) -> String {
    format!("{:08}-{}.office", last.seq, last.hash.get(..8).unwrap_or_default())
}

/// The number and the beginning of the hash of the last operation that the newest copy holds, as its name says.
pub(super) fn newest(folder: &Path) -> Result<Option<(i64, String)>> {
    let mut found = None;
    for name in file_names(folder)? {
        let said = name.strip_suffix(".office").and_then(|stem| stem.split_once('-'));
        let said = said.and_then(|(seq, hash)| Some((seq.parse::<i64>().ok()?, hash.to_owned())));
        let Some(said) = said else { continue };
        let made = (folder.join(&name).metadata()?.modified()?, said.0);
        if found.as_ref().is_none_or(|(newest, _)| *newest < made) {
            found = Some((made, said));
        }
    }
    Ok(found.map(|(_, said)| said))
}

pub(super) fn verify(copy: &Connection) -> Result<()> {
    match migrate::problems(copy)?.into_iter().next() {
        Some(found) => Err(Error::refused("office.copy_damaged").with("found", found)),
        None => Ok(()),
    }
}

/// Names in a folder; a folder that is not there holds none.
fn file_names(folder: &Path) -> Result<Vec<String>> {
    let entries = match std::fs::read_dir(folder) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries?,
    };
    entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned())).collect()
}

/// Keeps the newest copies; those made before a migration are not among them and stay.
fn prune(folder: &Path) -> Result<()> {
    let mut copies = file_names(folder)?;
    copies.retain(|name| name.starts_with(|c: char| c.is_ascii_digit()) && name.ends_with(".office"));
    copies.sort_unstable();
    let surplus = copies.len().saturating_sub(COPIES_KEPT);
    for name in copies.drain(..surplus) {
        let copy = folder.join(name);
        std::fs::remove_file(place::beside(&copy, "keys"))?;
        std::fs::remove_file(copy)?;
    }
    Ok(())
}
