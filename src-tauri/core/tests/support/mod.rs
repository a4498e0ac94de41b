//! A folder with one office in it, and the smallest acts on people.

#![allow(dead_code, reason = "each test uses the part that it needs")]

pub mod random;

use std::path::{Path, PathBuf};

use office::Result;
use office::file::{By, Cost, NewCouncil, OfficeFile, RecoveryKey, Tx};

pub const PASSPHRASE: &str = "さくら 体育館 ３月";

pub struct Desk(tempfile::TempDir);

impl Desk {
    pub fn new() -> Desk {
        Desk(tempfile::tempdir().unwrap())
    }

    pub fn path(&self) -> PathBuf {
        self.0.path().join("緑町.office")
    }

    pub fn folder(&self) -> &Path {
        self.0.path()
    }

    pub fn beside(&self, ending: &str) -> PathBuf {
        self.0.path().join(format!("緑町.office.{ending}"))
    }

    pub fn create_with_key(&self) -> (OfficeFile, RecoveryKey) {
        create_with_key(&self.path()).unwrap()
    }

    pub fn create(&self) -> OfficeFile {
        self.create_with_key().0
    }

    pub fn open(&self) -> OfficeFile {
        OfficeFile::open(&self.path(), PASSPHRASE).unwrap()
    }
}

/// 緑町協議会, at next to no cost for guesses.
fn create_with_key(path: &Path) -> Result<(OfficeFile, RecoveryKey)> {
    let council = NewCouncil { name: "緑町協議会".into(), profile: "takamatsu".into(), ..NewCouncil::default() };
    OfficeFile::create_at(path, PASSPHRASE, Cost::LIGHT, &council, &by())
}

pub fn create(path: &Path) -> Result<OfficeFile> {
    Ok(create_with_key(path)?.0)
}

pub fn by() -> By {
    By { operator: "井上".into(), at: "2026-03-14T10:42:00+09:00".into() }
}

pub fn add(tx: &Tx, id: &str, family: &str) -> Result<()> {
    tx.execute(&adding(id, family), [])?;
    Ok(())
}

/// The statement that adds a person.
pub fn adding(id: &str, family: &str) -> String {
    format!(
        "INSERT INTO person (id, family, given, family_kana, given_kana, postal, address, phone, mobile, note, version)
         VALUES ('{id}', '{family}', '花子', '', '', '', '', '', '', '', 1)"
    )
}

/// One statement as one act.
pub fn change(office: &OfficeFile, sql: &str) {
    let changed = office.change(&by(), "council.settings", |tx| Ok(tx.execute(sql, [])?)).unwrap();
    assert!(changed.value > 0, "{sql} met no row");
}

pub fn rename(tx: &Tx, id: &str, column: &str, words: &str) -> Result<()> {
    tx.execute(&format!("UPDATE person SET {column} = ?2, version = version + 1 WHERE id = ?1"), (id, words))?;
    Ok(())
}

pub fn families(office: &OfficeFile) -> Vec<String> {
    let read = office.view(|view| {
        let mut statement = view.prepare("SELECT family FROM person ORDER BY id")?;
        let rows = statement.query_map([], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    });
    read.unwrap()
}

/// Every file below a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(files(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
