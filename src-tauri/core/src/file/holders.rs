//! 合言葉を持つ人: who can open the office, and the paper key. None of this stands in the records: it cannot be taken back, and
//! copies made before keep the slots that they were made with.

use std::sync::{MutexGuard, PoisonError};

use chrono::NaiveDate;

use super::keys::{Cost, Holder, KeyFile};
use super::{OfficeFile, RecoveryKey};
use crate::error::Result;

impl OfficeFile {
    /// Whose passphrases open the office, in the order in which they came.
    pub fn holders(&self) -> Result<Vec<Holder>> {
        Ok(self.keys()?.holders(&self.key))
    }

    /// Who sits here: whose passphrase opened the office, as it is called now.
    pub fn opened_by(&self) -> Holder {
        self.opener().clone()
    }

    fn opener(&self) -> MutexGuard<'_, Holder> {
        self.opened_by.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes whose a passphrase is. What was done before bears the name of its day.
    pub fn name_passphrase(&self, id: &str, name: &str) -> Result<()> {
        self.change_keys(|keys| keys.name_passphrase(&self.key, id, name))?;
        let mut opener = self.opener();
        if opener.id == id {
            name.clone_into(&mut opener.name);
        }
        Ok(())
    }

    /// Lets one more passphrase open the office; who opened the file by the recovery key needs no old one.
    pub fn add_passphrase(&self, passphrase: &str, cost: Cost, of: (&str, NaiveDate)) -> Result<()> {
        self.change_keys(|keys| keys.add_passphrase(&self.key, passphrase, cost, of))
    }

    /// True for words that open the office: a passphrase or the paper key.
    pub fn opens(&self, words: &str) -> Result<bool> {
        Ok(self.keys()?.unlock(words).is_ok())
    }

    /// Takes a passphrase out; refused unless another one is typed that opens the office. Where it was the one that opened it,
    /// whose the other one is sits here from now on.
    pub fn remove_passphrase(&self, id: &str, remaining: &str) -> Result<()> {
        let holder = self.change_keys(|keys| keys.remove_passphrase(id, remaining))?;
        let mut opener = self.opener();
        if opener.id == id {
            *opener = holder;
        }
        Ok(())
    }

    /// A new paper key beside the one before, which goes only when the new one is confirmed.
    pub fn renew_recovery(&self) -> Result<RecoveryKey> {
        let recovery = RecoveryKey::random()?;
        self.change_keys(|keys| keys.renew_recovery(&self.key, &recovery))?;
        Ok(recovery)
    }

    /// Notes that the recovery key was typed back and fits; refused when it does not. Those before it are gone then.
    pub fn confirm_recovery(&self, typed: &str) -> Result<()> {
        self.change_keys(|keys| keys.confirm_recovery(typed))
    }

    /// True once the recovery key was typed back: only then is set-up complete.
    pub fn recovery_confirmed(&self) -> Result<bool> {
        Ok(self.keys()?.is_recovery_confirmed())
    }

    /// True while a new recovery key waits to be typed back.
    pub fn recovery_renewed(&self) -> Result<bool> {
        Ok(self.keys()?.is_recovery_renewed())
    }

    fn keys(&self) -> Result<KeyFile> {
        KeyFile::read(&self.place.beside("keys"))
    }

    /// Reads, changes and writes the slots, one change at a time.
    fn change_keys<T>(&self, change: impl FnOnce(&mut KeyFile) -> Result<T>) -> Result<T> {
        self.may_change()?;
        let _one = self.writer();
        let mut keys = self.keys()?;
        let told = change(&mut keys)?;
        keys.write(&self.place.beside("keys"))?;
        Ok(told)
    }
}
