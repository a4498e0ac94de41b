//! Making an office file: everything beside, then in place by rename; nothing stays of a failure.

use std::fs::File;
use std::path::Path;

use rusqlite::Connection;

use super::connect::{APPLICATION_ID, Use, connect};
use super::gate::{self, By};
use super::keys::{Cost, DataKey, KeyFile};
use super::log::Kind;
use super::place::{self, Lock, Place};
use super::{OfficeFile, RecoveryKey, migrate};
use crate::calendar::YearStart;
use crate::error::{Error, Result};
use crate::id::Id;

/// 協議会 as it is entered at set-up.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewCouncil {
    /// 協議会の名称
    pub name: String,
    /// Folder of the city's profile, e.g. `takamatsu`.
    pub profile: String,
    /// 郵便番号
    pub postal: String,
    /// 事務局の住所
    pub address: String,
    /// 事務局の電話
    pub phone: String,
    /// 年度のはじめの日
    pub year_start: YearStart,
    /// True for the specimen that comes with the program.
    pub is_sample: bool,
}

/// Marks the key of the one row of the table `council`.
enum Council {}

impl OfficeFile {
    /// Makes an office file at the full cost for guesses; refused where anything of that name exists.
    pub fn create(path: &Path, passphrase: &str, council: &NewCouncil, by: &By) -> Result<(OfficeFile, RecoveryKey)> {
        OfficeFile::create_at(path, passphrase, Cost::STRONG, council, by)
    }

    /// Makes an office file whose passphrase costs this much to try: [`Cost::LIGHT`] is for samples and tests.
    pub fn create_at(
        path: &Path,
        passphrase: &str,
        cost: Cost,
        council: &NewCouncil,
        by: &By,
    ) -> Result<(OfficeFile, RecoveryKey)> {
        let place = Place::new(path)?;
        let (key, recovery) = (DataKey::random()?, RecoveryKey::random()?);
        let keys = KeyFile::new(&key, passphrase, &recovery, cost)?;
        let lock = free(&place)?;
        let founder = keys.holders(&key).into_iter().next().unwrap_or_default();
        let made = make(&place, &key, &keys, council, by)
            .and_then(|()| OfficeFile::open_keyed(place.clone(), lock, (key, founder)));
        if made.is_err() {
            clear(&place);
        }
        Ok((made?, recovery))
    }
}

/// Takes a place where nothing stands. What an interrupted creation left is no office yet: its `.new` had not become the
/// file, so it goes.
fn free(place: &Place) -> Result<Lock> {
    let new = place.beside("new");
    if new.exists() && !place.file.exists() {
        drop(place.lock()?);
        clear(place);
    }
    if let Some(there) = place.occupied() {
        return Err(Error::refused("office.already_exists").with("path", there.display()));
    }
    // First of all, so that whatever an interruption leaves has it beside.
    File::create_new(&new)?;
    place.lock().inspect_err(|_| drop(std::fs::remove_file(&new)))
}

fn make(place: &Place, key: &DataKey, keys: &KeyFile, council: &NewCouncil, by: &By) -> Result<()> {
    let new = place.beside("new");
    fill(&connect(&new, key, Use::Create)?, council, by)?;
    place::sync(&new)?;
    // Last the file itself: what stands under its name can always be opened.
    keys.write(&place.beside("keys"))?;
    place::rename(&new, &place.file)
}

/// Tables, the council and the first row of the log.
fn fill(conn: &Connection, council: &NewCouncil, by: &By) -> Result<()> {
    conn.pragma_update(None, "application_id", APPLICATION_ID)?;
    migrate::migrate(conn)?;
    gate::change(conn, by, Kind::Begin, "council.create", |tx| {
        tx.say("name", &council.name);
        let NewCouncil { name, profile, postal, address, phone, year_start, is_sample } = council;
        tx.execute(
            "INSERT INTO council (id, name, profile, postal, address, phone, is_sample, year_start_month, year_start_day)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            (Id::<Council>::new(), name, profile, postal, address, phone, is_sample, year_start.month, year_start.day),
        )?;
        Ok(())
    })?;
    Ok(())
}

/// Removes what a failed creation made; a file that cannot be removed is not worth hiding the first failure for.
fn clear(place: &Place) {
    let _ = std::fs::remove_file(&place.file);
    // Last `.new`: while it stands, what is left can be told from an office.
    for ending in ["keys", "keys.part", "new-journal", "lock", "new"] {
        let _ = std::fs::remove_file(place.beside(ending));
    }
}
