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
        let id = self.key.content_id(bytes);
        let path = self.content_path(&id)?;
        if self.content(&id).is_ok() {
            return Ok(id);
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        place::write_whole(&path, &seal(&self.key, &id, bytes)?)?;
        Ok(id)
    }

    /// The bytes of that id; refused when they are gone or no longer what was written.
    pub fn content(&self, id: &str) -> Result<Vec<u8>> {
        let sealed = std::fs::read(self.content_path(id)?).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Error::refused("office.content_missing").with("id", short(id)),
            _ => e.into(),
        })?;
        unseal(&self.key, id, &sealed).ok_or_else(|| Error::refused("office.content_damaged").with("id", short(id)))
    }

    /// Reads every file that a row names once, and says what is missing or damaged.
    pub fn check_contents(&self) -> Result<Contents> {
        let named = self.view(|view| named(view))?;
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
                if marked.exists() {
                    std::fs::remove_file(&marked)?;
                }
            } else if !marked.exists() {
                std::fs::write(&marked, [])?;
                std::fs::File::options().write(true).open(&marked)?.set_modified(now)?;
            } else if now.duration_since(marked.metadata()?.modified()?).is_ok_and(|age| age >= KEPT_UNNAMED) {
                std::fs::remove_file(&path)?;
                std::fs::remove_file(&marked)?;
                swept += 1;
            }
        }
        Ok(swept)
    }

    /// What is missing now, and what of the last look's damage is not mended: quick enough for every visit to the desk.
    pub fn troubled_contents(&self) -> Result<Contents> {
        let named = self.view(|view| named(view))?;
        let mut found = Contents { files: named.len(), ..Contents::default() };
        let looked = std::fs::read_to_string(self.looked()).unwrap_or_default();
        for id in named {
            if !self.content_path(&id)?.is_file() {
                found.missing.push(id);
            } else if looked.lines().any(|line| line == id) && self.content(&id).is_err() {
                found.damaged.push(id);
            }
        }
        Ok(found)
    }

    /// Sweeps, and once a week reads everything; what is damaged is remembered for [`OfficeFile::troubled_contents`].
    pub fn tend_contents(&self, now: SystemTime) -> Result<()> {
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
        let is_id = id.len() == 64 && id.bytes().all(|b| b.is_ascii_hexdigit());
        let parts = id.split_at_checked(2).filter(|_| is_id);
        let (folder, name) = parts.ok_or_else(|| Error::refused("office.content_missing").with("id", short(id)))?;
        Ok(self.place.beside("cas").join(folder).join(name))
    }
}

fn short(id: &str) -> String {
    id.chars().take(8).collect()
}

/// Every content id that a record names: all columns called `content_id`.
fn named(conn: &Connection) -> Result<BTreeSet<String>> {
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
    let mut all = Vec::new();
    let folders = if store.is_dir() { std::fs::read_dir(store)?.collect::<std::io::Result<Vec<_>>>()? } else { vec![] };
    for folder in folders.into_iter().map(|entry| entry.path()).filter(|path| path.is_dir()) {
        let entries = std::fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
        all.extend(entries.into_iter().map(|entry| entry.path()).filter(|path| path.extension().is_none()));
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
    let (nonce, sealed) = sealed.split_first_chunk::<12>()?;
    let payload = Payload { msg: sealed, aad: id.as_bytes() };
    let bytes = cipher(key, id).decrypt(&Nonce::from(*nonce), payload).ok()?;
    (key.content_id(&bytes) == id).then_some(bytes)
}

fn cipher(key: &DataKey, id: &str) -> Aes256Gcm {
    Aes256Gcm::new((&*key.content_key(id)).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{By, Cost, NewCouncil};

    fn office(folder: &tempfile::TempDir) -> OfficeFile {
        let by = By { operator: "井上".into(), at: "2026-03-14T10:42:00+09:00".into() };
        let council = NewCouncil { name: "緑町協議会".into(), ..NewCouncil::default() };
        OfficeFile::create_at(&folder.path().join("緑町"), "さくら 体育館 ３月", Cost::LIGHT, &council, &by).unwrap().0
    }

    fn name_it(office: &OfficeFile, id: &str) {
        let by = By { operator: "井上".into(), at: "2026-03-14T10:42:00+09:00".into() };
        let sql = "INSERT INTO attachment VALUES (?1, 'person', 'p1', ?1, '同意書.pdf', 'application/pdf', 3, '', '2026-01-01', '')";
        office.change(&by, "council.settings", |tx| Ok(tx.execute(sql, [id])?)).unwrap();
    }

    #[test]
    fn what_is_kept_comes_back_and_lies_there_once_and_unreadable() {
        let folder = tempfile::tempdir().unwrap();
        let office = office(&folder);
        let letter = "髙橋一郎の同意書".repeat(1000);
        let id = office.keep_content(letter.as_bytes()).unwrap();
        assert_eq!(office.keep_content(letter.as_bytes()).unwrap(), id);
        assert_eq!(office.content(&id).unwrap(), letter.as_bytes());
        let stored = files(&office.place.beside("cas")).unwrap();
        assert_eq!(stored.len(), 1);
        let on_disk = std::fs::read(&stored[0]).unwrap();
        assert!(!on_disk.windows(9).any(|w| w == "髙橋一".as_bytes()), "never readable on the disk");
    }

    #[test]
    fn a_lost_or_altered_file_is_told_by_its_id() {
        let folder = tempfile::tempdir().unwrap();
        let office = office(&folder);
        let [lost, altered, sound] = ["一", "二", "三"].map(|text| office.keep_content(text.as_bytes()).unwrap());
        for id in [&lost, &altered, &sound] {
            name_it(&office, id);
        }
        std::fs::remove_file(office.content_path(&lost).unwrap()).unwrap();
        let path = office.content_path(&altered).unwrap();
        for at in 0..std::fs::read(&path).unwrap().len() {
            let mut bytes = std::fs::read(&path).unwrap();
            bytes[at] ^= 1;
            std::fs::write(&path, &bytes).unwrap();
            assert_eq!(office.content(&altered).unwrap_err().code, "office.content_damaged", "byte {at}");
            bytes[at] ^= u8::from(at + 1 < bytes.len());
            std::fs::write(&path, &bytes).unwrap();
        }
        let found = office.check_contents().unwrap();
        assert_eq!(found, Contents { files: 3, missing: vec![lost.clone()], damaged: vec![altered] });
        assert_eq!(office.content(&lost).unwrap_err().code, "office.content_missing");
        assert_eq!(office.content("../../etc/passwd").unwrap_err().code, "office.content_missing");
    }

    #[test]
    fn the_weekly_look_finds_damage_and_forgets_it_once_it_is_mended() {
        let folder = tempfile::tempdir().unwrap();
        let office = office(&folder);
        let ids = ["一", "二"].map(|text| office.keep_content(text.as_bytes()).unwrap());
        ids.iter().for_each(|id| name_it(&office, id));
        let [rotten, lost] = ids;
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        let day = Duration::from_secs(24 * 60 * 60);
        office.tend_contents(now).unwrap();
        let path = office.content_path(&rotten).unwrap();
        let sound = std::fs::read(&path).unwrap();
        std::fs::write(&path, "…").unwrap();
        std::fs::remove_file(office.content_path(&lost).unwrap()).unwrap();
        office.tend_contents(now + 6 * day).unwrap();
        let found = |damaged: &[&String]| Contents {
            files: 2,
            missing: vec![lost.clone()],
            damaged: damaged.iter().map(|id| id.to_string()).collect(),
        };
        assert_eq!(office.troubled_contents().unwrap(), found(&[]), "what is lost is told at once, damage once a week");
        office.tend_contents(now + 8 * day).unwrap();
        assert_eq!(office.troubled_contents().unwrap(), found(&[&rotten]));
        std::fs::write(&path, sound).unwrap();
        assert_eq!(office.troubled_contents().unwrap(), found(&[]));
    }

    #[test]
    fn only_what_no_row_has_named_for_thirty_days_is_swept() {
        let folder = tempfile::tempdir().unwrap();
        let office = office(&folder);
        let [kept, loose] = ["一", "二"].map(|text| office.keep_content(text.as_bytes()).unwrap());
        name_it(&office, &kept);
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        let day = Duration::from_secs(24 * 60 * 60);
        assert_eq!(office.sweep_contents(now).unwrap(), 0);
        assert_eq!(office.sweep_contents(now + 29 * day).unwrap(), 0);
        assert_eq!(office.sweep_contents(now + 31 * day).unwrap(), 1);
        assert!(office.content(&kept).is_ok() && office.content(&loose).is_err());
    }
}
