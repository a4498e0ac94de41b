//! `FILE.keys`: all slots of an office. It is read, changed and written whole; no change takes the last way in.

use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::slot::{Lock, Slot};
use super::{Cost, DataKey, Holder, folded};
use crate::error::{Error, Result};
use crate::file::place;
use crate::file::recovery::RecoveryKey;

/// Raised when older programs could no longer read the slots.
const FORMAT: u32 = 1;

/// `FILE.keys` as written.
#[derive(Serialize, Deserialize)]
pub(in crate::file) struct KeyFile {
    format: u32,
    slots: Vec<Slot>,
}

impl KeyFile {
    /// Slots for a new office.
    pub(in crate::file) fn new(key: &DataKey, passphrase: &str, recovery: &RecoveryKey, cost: Cost) -> Result<KeyFile> {
        let mut file = KeyFile::for_reader(key, passphrase, cost)?;
        file.slots.push(Slot::wrap(Lock::Recovery { is_confirmed: false }, recovery.digits(), key)?);
        Ok(file)
    }

    /// One slot for somebody who only looks; there is no paper key.
    pub(in crate::file) fn for_reader(key: &DataKey, passphrase: &str, cost: Cost) -> Result<KeyFile> {
        Ok(KeyFile { format: FORMAT, slots: vec![passphrase_slot(key, passphrase, cost)?] })
    }

    /// Reads the slots beside an office file.
    pub(in crate::file) fn read(path: &Path) -> Result<KeyFile> {
        let text = std::fs::read_to_string(path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Error::refused("office.keys_missing").with("path", path.display()),
            std::io::ErrorKind::InvalidData => Error::refused("office.keys_damaged"),
            _ => e.into(),
        })?;
        KeyFile::parse(&text)
    }

    /// Reads slots as they are written.
    pub(in crate::file) fn parse(text: &str) -> Result<KeyFile> {
        let file: KeyFile = serde_json::from_str(text).map_err(|e| Error::refused("office.keys_damaged").because(e))?;
        if file.format > FORMAT { Err(Error::refused("office.newer_file")) } else { Ok(file) }
    }

    /// Writes the slots, whole or not at all.
    pub(in crate::file) fn write(&self, path: &Path) -> Result<()> {
        place::write_whole(path, self.line()?.as_bytes())
    }

    /// The slots in one line.
    pub(in crate::file) fn line(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|e| Error::refused("office.keys_damaged").because(e))
    }

    /// The data key, by a passphrase or by the recovery key, and whose that was.
    pub(in crate::file) fn unlock(&self, secret: &str) -> Result<(DataKey, Holder)> {
        let opened = if let Some(recovery) = RecoveryKey::parse(secret)? {
            let opened = self.opened(recovery.digits(), Lock::is_recovery)?;
            opened.ok_or_else(|| Error::refused("office.wrong_recovery_key"))
        } else {
            let opened = self.opened(secret, |lock| !lock.is_recovery())?;
            opened.ok_or_else(|| Error::refused("office.wrong_passphrase"))
        };
        opened.map(|(at, key)| {
            let holder = self.slots[at].holder(&key);
            (key, holder)
        })
    }

    /// The first slot of a kind that a secret opens, with what it holds.
    fn opened(&self, secret: &str, of_kind: impl Fn(&Lock) -> bool) -> Result<Option<(usize, DataKey)>> {
        for (at, slot) in self.slots.iter().enumerate().filter(|(_, slot)| of_kind(&slot.lock)) {
            if let Some(key) = slot.unwrap(secret)? {
                return Ok(Some((at, key)));
            }
        }
        Ok(None)
    }

    /// Whose passphrases open the office, in the order in which they came.
    pub(in crate::file) fn holders(&self, key: &DataKey) -> Vec<Holder> {
        self.slots.iter().filter(|slot| !slot.lock.is_recovery()).map(|slot| slot.holder(key)).collect()
    }

    /// Lets one more passphrase open the office; all others go on opening it.
    pub(in crate::file) fn add_passphrase(
        &mut self,
        key: &DataKey,
        passphrase: &str,
        cost: Cost,
        (name, since): (&str, NaiveDate),
    ) -> Result<()> {
        let slot = passphrase_slot(key, passphrase, cost)?;
        if self.opened(passphrase, |lock| !lock.is_recovery())?.is_some() {
            return Err(Error::refused("office.passphrase_taken").with("field", "passphrase"));
        }
        self.slots.push(slot.of(key, name, Some(since))?);
        Ok(())
    }

    /// Writes whose a passphrase is; since when it opens the office stays.
    pub(in crate::file) fn name_passphrase(&mut self, key: &DataKey, id: &str, name: &str) -> Result<()> {
        let at = self.passphrase(id)?;
        let since = self.slots[at].holder(key).since;
        self.slots[at] = self.slots[at].clone().of(key, name, since)?;
        Ok(())
    }

    /// Where the slot of a passphrase stands.
    fn passphrase(&self, id: &str) -> Result<usize> {
        let at = self.slots.iter().position(|slot| !slot.lock.is_recovery() && slot.id() == id);
        at.ok_or_else(|| Error::refused("office.no_such_passphrase"))
    }

    /// Takes a passphrase out. Another one has to be typed that opens the office without it: so nobody is locked out. Whose that
    /// one is.
    pub(in crate::file) fn remove_passphrase(&mut self, id: &str, remaining: &str) -> Result<Holder> {
        let slot = &self.slots[self.passphrase(id)?];
        if self.slots.iter().filter(|slot| !slot.lock.is_recovery()).count() < 2 {
            return Err(Error::refused("office.last_passphrase"));
        }
        if slot.unwrap(remaining)?.is_some() {
            return Err(Error::refused("office.remaining_is_removed").with("field", "remaining"));
        }
        let Some((at, key)) = self.opened(remaining, |lock| !lock.is_recovery())? else {
            return Err(Error::refused("office.remaining_wrong").with("field", "remaining"));
        };
        let holder = self.slots[at].holder(&key);
        self.slots.retain(|slot| slot.lock.is_recovery() || slot.id() != id);
        Ok(holder)
    }

    /// Adds a new paper key. The one before opens the office until the new one has been typed back; of others that never were,
    /// nothing stays.
    pub(in crate::file) fn renew_recovery(&mut self, key: &DataKey, recovery: &RecoveryKey) -> Result<()> {
        let slot = Slot::wrap(Lock::Recovery { is_confirmed: false }, recovery.digits(), key)?;
        let mut is_first = true;
        self.slots.retain(|slot| !slot.lock.is_recovery() || std::mem::take(&mut is_first));
        self.slots.push(slot);
        Ok(())
    }

    /// Notes that the newest paper key was typed back and fits; those before it open nothing any more.
    pub(in crate::file) fn confirm_recovery(&mut self, typed: &str) -> Result<()> {
        let recovery = RecoveryKey::parse(typed)?.ok_or_else(|| RecoveryKey::incomplete(typed))?;
        let opened = self.opened(recovery.digits(), Lock::is_recovery)?;
        let Some((at, _)) = opened else { return Err(Error::refused("office.wrong_recovery_key")) };
        if self.slots.iter().rposition(|slot| slot.lock.is_recovery()) != Some(at) {
            return Err(Error::refused("office.recovery_old"));
        }
        self.slots[at].lock = Lock::Recovery { is_confirmed: true };
        let newest = self.slots[at].id().to_owned();
        self.slots.retain(|slot| !slot.lock.is_recovery() || slot.id() == newest);
        Ok(())
    }

    /// True once a paper key was typed back.
    pub(in crate::file) fn is_recovery_confirmed(&self) -> bool {
        self.slots.iter().any(|slot| matches!(slot.lock, Lock::Recovery { is_confirmed: true }))
    }

    /// True while a new paper key waits to be typed back and the one before still opens the office.
    pub(in crate::file) fn is_recovery_renewed(&self) -> bool {
        self.slots.iter().filter(|slot| slot.lock.is_recovery()).count() > 1
    }
}

fn passphrase_slot(key: &DataKey, passphrase: &str, cost: Cost) -> Result<Slot> {
    if folded(passphrase).is_empty() {
        return Err(Error::refused("office.passphrase_empty").with("field", "passphrase"));
    }
    Slot::wrap(Lock::Passphrase { cost }, passphrase, key)
}
