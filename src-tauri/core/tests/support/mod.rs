//! A folder with one office in it, and the smallest acts on people.

use std::path::PathBuf;

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

    pub fn create_with_key(&self) -> (OfficeFile, RecoveryKey) {
        let council =
            NewCouncil { name: "緑町協議会".into(), profile: "takamatsu".into(), ..NewCouncil::default() };
        OfficeFile::create_at(&self.path(), PASSPHRASE, Cost::LIGHT, &council, &by()).unwrap()
    }

    pub fn create(&self) -> OfficeFile {
        self.create_with_key().0
    }

    pub fn open(&self) -> OfficeFile {
        OfficeFile::open(&self.path(), PASSPHRASE).unwrap()
    }
}

pub fn by() -> By {
    By { operator: "井上".into(), at: "2026-03-14T10:42:00+09:00".into() }
}

pub fn add(tx: &Tx, id: &str, family: &str) -> Result<()> {
    tx.execute(
        "INSERT INTO person (id, family, given, family_kana, given_kana, postal, address, phone, mobile, note, version)
         VALUES (?1, ?2, '花子', '', '', '', '', '', '', '', 1)",
        (id, family),
    )?;
    Ok(())
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
