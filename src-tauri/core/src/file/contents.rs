//! 添付の中身: files attached to records, encrypted one by one in `FILE.cas/ab/cdef…` under the hash of what they hold.
//!
//! Written beside, synced, renamed, and only then named by a row: a row never names what is not there, and what no row
//! names is harmless until [`OfficeFile::sweep_contents`] takes it away.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use rusqlite::Connection;

use super::keys::{self, DataKey};
use super::{OfficeFile, gate, migrate, place};
use crate::error::{Error, Result};

/// What is not named by any row is kept this long: an undo may name it again.
const KEPT_UNNAMED: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// What sealing adds to the bytes: the nonce before them, the tag behind.
const SEAL_BYTES: i64 = 12 + 16;

/// Every file is read once in this time.
const LOOKED_AT_EVERY: Duration = Duration::from_secs(7 * 24 * 60 * 60);

/// What a look at the contents found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Contents {
    /// How many are there.
    pub files: usize,
    /// Named by a row and not there.
    pub missing: Vec<String>,
    /// There, but not what was written.
    pub damaged: Vec<String>,
}

impl OfficeFile {
    /// Keeps bytes and returns the id under which they are found again; the same bytes lie there once.
    pub fn keep_content(&self, bytes: &[u8]) -> Result<String> {
        self.may_change()?;
        let id = self.key.content_id(bytes);
        let path = self.content_path(&id)?;
        if self.content(&id).is_ok() {
            // About to be named again: its thirty days begin anew, whether the sweep or the row comes first.
            return self.unmark(&path).map(|()| id);
        }
        if let Some(folder) = path.parent() {
            place::make_folder(folder)?;
        }
        place::write_whole(&path, &seal(&self.key, &id, bytes)?)?;
        Ok(id)
    }

    /// The bytes of that id; refused when they are gone or no longer what was written.
    pub fn content(&self, id: &str) -> Result<Vec<u8>> {
        if self.is_reading {
            return self.carried(id);
        }
        let sealed = std::fs::read(self.content_path(id)?).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Error::refused("office.content_missing").with("id", short(id)),
            _ => e.into(),
        })?;
        unseal(&self.key, id, &sealed).ok_or_else(|| Error::refused("office.content_damaged").with("id", short(id)))
    }

    /// Reads every file that a row names once, and says what is missing or damaged.
    pub fn check_contents(&self) -> Result<Contents> {
        let named = self.named_here()?;
        let mut found = Contents { files: named.len(), ..Contents::default() };
        for id in named {
            match self.content(&id) {
                Ok(_) => {}
                Err(e) if e.code == "office.content_missing" => found.missing.push(id),
                Err(_) => found.damaged.push(id),
            }
        }
        Ok(found)
    }

    /// Takes away what no row has named for thirty days, and how many that were. `now` is the moment of the sweep.
    pub fn sweep_contents(&self, now: SystemTime) -> Result<usize> {
        let named = self.view(|view| named(view))?;
        let mut swept = 0;
        for path in files(&self.place.beside("cas"))? {
            let is_named = content_id(&path).is_some_and(|id| named.contains(&id));
            let marked = place::beside(&path, "unnamed");
            if is_named {
                self.unmark(&path)?;
            } else if !marked.exists() {
                std::fs::write(&marked, [])?;
                std::fs::File::options().write(true).open(&marked)?.set_modified(now)?;
            } else if now.duration_since(marked.metadata()?.modified()?).is_ok_and(|age| age >= KEPT_UNNAMED) {
                std::fs::remove_file(&path)?;
                std::fs::remove_file(&marked)?;
                swept += 1;
            }
        }
        self.sweep_views(|id| named.contains(id))?;
        self.sweep_spares(|id| named.contains(id))?;
        Ok(swept)
    }

    /// What must be here: all that rows name; in a copy to look at what it carries.
    fn named_here(&self) -> Result<BTreeSet<String>> {
        if self.is_reading { self.all_carried() } else { self.view(|view| named(view)) }
    }

    fn unmark(&self, path: &Path) -> Result<()> {
        match std::fs::remove_file(place::beside(path, "unnamed")) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(e.into()),
            _ => Ok(()),
        }
    }

    /// Takes away contents that nothing can bring back. What cannot be removed now is swept like everything else that no row
    /// names.
    pub(super) fn discard_contents<'a>(&self, ids: impl Iterator<Item = &'a String>) {
        for (path, spare) in ids.filter_map(|id| Some((self.content_path(id).ok()?, self.spare_path(id).ok()?))) {
            let _ = std::fs::remove_file(place::beside(&path, "unnamed"));
            discard_views(&path);
            let _ = std::fs::remove_file(path);
            let _ = std::fs::remove_file(spare);
        }
    }

    /// True while the file of that id lies there, sound or not.
    pub(super) fn has_content(&self, id: &str) -> bool {
        self.content_path(id).is_ok_and(|path| path.is_file())
    }

    /// What is missing now, and what of the last look's damage is not mended: quick enough for every visit to the desk.
    pub fn troubled_contents(&self) -> Result<Contents> {
        let named = self.named_here()?;
        let mut found = Contents { files: named.len(), ..Contents::default() };
        if self.is_reading {
            return Ok(found);
        }
        let looked = std::fs::read_to_string(self.looked()).unwrap_or_default();
        for id in named {
            if !self.has_content(&id) {
                found.missing.push(id);
            } else if looked.lines().any(|line| line == id) && self.content(&id).is_err() {
                found.damaged.push(id);
            }
        }
        Ok(found)
    }

    /// Whether each of these contents, `id` and how many bytes it holds, lies there in its full length and is not known to be
    /// damaged. Lengths are looked at, nothing is read but what the last look found damaged: quick enough for every list.
    pub fn contents_in_place<'a>(&self, all: impl IntoIterator<Item = (&'a str, i64)>) -> Result<Vec<bool>> {
        if self.is_reading {
            let carried = self.all_carried()?;
            return Ok(all.into_iter().map(|(id, _)| carried.contains(id)).collect());
        }
        let looked = std::fs::read_to_string(self.looked()).unwrap_or_default();
        let is_in_place = |(id, bytes): (&str, i64)| {
            let file = self.content_path(id)?.metadata().ok().filter(std::fs::Metadata::is_file);
            let is_whole = file.is_some_and(|file| i64::try_from(file.len()) == Ok(bytes + SEAL_BYTES));
            Ok(is_whole && (looked.lines().all(|line| line != id) || self.content(id).is_ok()))
        };
        all.into_iter().map(is_in_place).collect()
    }

    /// Sweeps, and once a week reads everything; what is damaged is remembered for [`OfficeFile::troubled_contents`].
    pub fn tend_contents(&self, now: SystemTime) -> Result<()> {
        if self.is_reading {
            return Ok(());
        }
        self.sweep_contents(now)?;
        let looked = self.looked();
        let last = looked.metadata().and_then(|file| file.modified()).ok();
        let is_recent = last.is_some_and(|last| now.duration_since(last).is_ok_and(|age| age < LOOKED_AT_EVERY));
        if is_recent || !self.place.beside("cas").is_dir() {
            return Ok(());
        }
        let damaged = self.check_contents()?.damaged;
        place::write_whole(&looked, damaged.join("\n").as_bytes())?;
        std::fs::File::options().write(true).open(looked)?.set_modified(now)?;
        Ok(())
    }

    /// Beside the folders of the contents: what the last look found damaged, one id a line.
    fn looked(&self) -> PathBuf {
        self.place.beside("cas").join("looked")
    }

    fn content_path(&self, id: &str) -> Result<PathBuf> {
        in_store(&self.place.beside("cas"), id)
    }
}

/// Where the content of an id lies in a store.
fn in_store(store: &Path, id: &str) -> Result<PathBuf> {
    let is_id = id.len() == 64 && id.bytes().all(|b| b.is_ascii_hexdigit());
    let parts = id.split_at_checked(2).filter(|_| is_id);
    let (folder, name) = parts.ok_or_else(|| Error::refused("office.content_missing").with("id", short(id)))?;
    Ok(store.join(folder).join(name))
}

fn short(id: &str) -> String {
    id.chars().take(8).collect()
}

/// Every content id that a record names: all columns called `content_id`.
pub(super) fn named(conn: &Connection) -> Result<BTreeSet<String>> {
    let mut all = BTreeSet::new();
    for table in gate::record_tables(conn)? {
        let columns = migrate::texts(conn, &format!("SELECT name FROM pragma_table_info('{table}')"))?;
        if columns.iter().any(|column| column == "content_id") {
            all.extend(migrate::texts(conn, &format!("SELECT DISTINCT content_id FROM {table}"))?);
        }
    }
    Ok(all)
}

/// The contents in a store; not the marks beside them, nor what a crash left half-written.
fn files(store: &Path) -> Result<Vec<PathBuf>> {
    let mut all = in_folders(store)?;
    all.retain(|path| path.extension().is_none());
    Ok(all)
}

/// Everything in the folders of a store, by name.
fn in_folders(store: &Path) -> Result<Vec<PathBuf>> {
    let mut all = Vec::new();
    let folders = if store.is_dir() { std::fs::read_dir(store)?.collect::<std::io::Result<Vec<_>>>()? } else { vec![] };
    for folder in folders.into_iter().map(|entry| entry.path()).filter(|path| path.is_dir()) {
        let entries = std::fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
        all.extend(entries.into_iter().map(|entry| entry.path()));
    }
    all.sort();
    Ok(all)
}

fn content_id(path: &Path) -> Option<String> {
    let name = |path: &Path| Some(path.file_name()?.to_str()?.to_owned());
    Some(name(path.parent()?)? + &name(path)?)
}

/// Nonce, then ciphertext with its tag. The id is bound into the tag: no file can be passed off as another.
fn seal(key: &DataKey, id: &str, bytes: &[u8]) -> Result<Vec<u8>> {
    let nonce: [u8; 12] = keys::random()?;
    let payload = Payload { msg: bytes, aad: id.as_bytes() };
    let sealed = cipher(key, id).encrypt(&Nonce::from(nonce), payload);
    let sealed = sealed.map_err(|_| Error::refused("office.content_damaged").with("id", short(id)))?;
    Ok([&nonce[..], &sealed].concat())
}

fn unseal(key: &DataKey, id: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    unsealed(key, id, sealed).filter(|bytes| key.content_id(bytes) == id)
}

/// What was sealed under that id, whatever it is.
fn unsealed(key: &DataKey, id: &str, sealed: &[u8]) -> Option<Vec<u8>> {
    let (nonce, sealed) = sealed.split_first_chunk::<12>()?;
    let payload = Payload { msg: sealed, aad: id.as_bytes() };
    cipher(key, id).decrypt(&Nonce::from(*nonce), payload).ok()
}

fn cipher(key: &DataKey, id: &str) -> Aes256Gcm {
    Aes256Gcm::new((&*key.content_key(id)).into())
}

mod spare;
#[cfg(test)]
mod tests;
mod views;

use views::discard_views;
