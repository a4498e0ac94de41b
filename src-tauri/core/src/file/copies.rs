//! 控え: verified copies, encrypted like the file itself and opened by the same passphrase.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::connect::{Use, connect};
use super::keys::KeyFile;
use super::{OfficeFile, migrate, place};
use crate::error::{Error, Result};

impl OfficeFile {
    /// Copies the office with its key slots; the copy is an office file of its own, checked before it gets its name.
    pub fn copy_to(&self, path: &Path) -> Result<()> {
        let part = place::beside(path, "part");
        let copied = self.copy_part(&part).and_then(|()| {
            KeyFile::read(&self.place.beside("keys"))?.write(&place::beside(path, "keys"))?;
            place::rename(&part, path)
        });
        if copied.is_err() {
            // What is left of a failed copy is worth nothing; the failure itself is told.
            let _ = std::fs::remove_file(&part);
        }
        copied
    }

    fn copy_part(&self, part: &Path) -> Result<()> {
        let mut copy = connect(part, &self.key, Use::Create)?;
        self.view(|view| {
            Backup::new(view, &mut copy)?.run_to_completion(1024, Duration::ZERO, None)?;
            Ok(())
        })?;
        // A copy is one file: the journal mode that came with the pages would leave two more beside it.
        copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
        verify(&copy)?;
        drop(copy);
        Ok(std::fs::File::open(part)?.sync_all()?)
    }

    /// Copies the file beside itself, then migrates.
    pub(super) fn bring_up_to_date(&self) -> Result<()> {
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

fn verify(copy: &Connection) -> Result<()> {
    match migrate::problems(copy)?.into_iter().next() {
        Some(found) => Err(Error::refused("office.copy_damaged").with("found", found)),
        None => Ok(()),
    }
}
