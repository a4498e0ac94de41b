//! Key slots: the random key of the data, wrapped once under the passphrase and once under the paper recovery key.

use std::fmt::Write as _;
use std::path::Path;

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::place;
use super::recovery::RecoveryKey;
use crate::error::{Error, Result};

/// The raw 256-bit key of the office file; leaves memory when dropped.
#[derive(Clone, Zeroize, ZeroizeOnDrop)]
pub(super) struct DataKey([u8; 32]);

impl DataKey {
    /// A fresh key from the operating system.
    pub(super) fn random() -> Result<DataKey> {
        Ok(DataKey(random()?))
    }

    /// The id of a file's content: a hash that nobody without the key can make, so that it betrays nothing.
    pub(super) fn content_id(&self, bytes: &[u8]) -> String {
        let hash = Sha256::new().chain_update(b"content id").chain_update(self.0).chain_update(bytes);
        hex(&hash.finalize())
    }

    /// The key of one file's content.
    pub(super) fn content_key(&self, id: &str) -> Zeroizing<[u8; 32]> {
        let hash = Sha256::new().chain_update(b"content key").chain_update(self.0).chain_update(id);
        Zeroizing::new(hash.finalize().into())
    }

    /// The statement that gives the key to SQLCipher as it is, without deriving another from it.
    pub(super) fn pragma(&self) -> Zeroizing<String> {
        let mut sql = Zeroizing::new(String::with_capacity(96));
        sql.push_str("PRAGMA key = \"x'");
        for byte in self.0 {
            // Writing into a string cannot fail.
            let _ = write!(sql, "{byte:02x}");
        }
        sql.push_str("'\"");
        sql
    }
}

/// What a guess at the passphrase costs: the parameters of Argon2id, kept in the slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

impl Cost {
    /// 64 MiB, three passes: for every real council.
    pub const STRONG: Cost = Cost { memory_kib: 64 * 1024, passes: 3, lanes: 1 };
    /// Next to nothing: for samples and tests, where nothing is secret and thousands of files are made.
    pub const LIGHT: Cost = Cost { memory_kib: 8, passes: 1, lanes: 1 };
    /// Beyond this a forged key file would only exhaust the PC.
    const LARGEST_KIB: u32 = 1024 * 1024;

    fn derive(self, secret: &str, salt: &[u8]) -> Result<Wrapper> {
        if self.memory_kib > Cost::LARGEST_KIB || self.passes > 100 {
            return Err(Error::refused("office.keys_damaged"));
        }
        let params = argon2::Params::new(self.memory_kib, self.passes, self.lanes, Some(32))
            .map_err(|_| Error::refused("office.keys_damaged"))?;
        let argon = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
        let mut key = Zeroizing::new([0; 32]);
        argon
            .hash_password_into(secret.as_bytes(), salt, &mut *key)
            .map_err(|_| Error::refused("office.keys_damaged"))?;
        Ok(Wrapper(key))
    }
}

/// The key that wraps the data key in one slot.
struct Wrapper(Zeroizing<[u8; 32]>);

impl Wrapper {
    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new((&*self.0).into())
    }
}

/// How a slot comes to its wrapping key. A paper key is random enough to need no slowing down.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum Lock {
    Passphrase { cost: Cost },
    Recovery { is_confirmed: bool },
}

/// One wrapped copy of the data key.
#[derive(Clone, Serialize, Deserialize)]
struct Slot {
    #[serde(flatten)]
    lock: Lock,
    salt: String,
    nonce: String,
    wrapped: String,
}

impl Slot {
    fn wrap(lock: Lock, secret: &str, key: &DataKey) -> Result<Slot> {
        let (salt, nonce) = (random::<16>()?, random::<12>()?);
        let wrapper = lock.wrapper(secret, &salt)?;
        let payload = Payload { msg: &key.0, aad: lock.name() };
        let wrapped = wrapper
            .cipher()
            .encrypt(&Nonce::from(nonce), payload)
            .map_err(|_| Error::refused("office.keys_damaged"))?;
        Ok(Slot { lock, salt: hex(&salt), nonce: hex(&nonce), wrapped: hex(&wrapped) })
    }

    /// The data key, or none when the secret is not this slot's.
    fn unwrap(&self, secret: &str) -> Result<Option<DataKey>> {
        let damaged = || Error::refused("office.keys_damaged");
        let nonce: [u8; 12] = unhex(&self.nonce).and_then(|n| n.try_into().ok()).ok_or_else(damaged)?;
        let (salt, wrapped) = (unhex(&self.salt).ok_or_else(damaged)?, unhex(&self.wrapped).ok_or_else(damaged)?);
        let payload = Payload { msg: &wrapped, aad: self.lock.name() };
        let Ok(key) = self.lock.wrapper(secret, &salt)?.cipher().decrypt(&Nonce::from(nonce), payload) else {
            return Ok(None);
        };
        let key = Zeroizing::new(key);
        Ok(Some(DataKey(key.as_slice().try_into().map_err(|_| damaged())?)))
    }
}

impl Lock {
    /// Bound into the wrapping, so that a slot cannot be passed off as one of another kind.
    fn name(&self) -> &'static [u8] {
        match self {
            Lock::Passphrase { .. } => b"passphrase",
            Lock::Recovery { .. } => b"recovery",
        }
    }

    fn wrapper(&self, secret: &str, salt: &[u8]) -> Result<Wrapper> {
        match self {
            Lock::Passphrase { cost } => cost.derive(&folded(secret), salt),
            Lock::Recovery { .. } => {
                let hash = Sha256::new().chain_update(b"recovery").chain_update(salt).chain_update(secret);
                Ok(Wrapper(Zeroizing::new(hash.finalize().into())))
            }
        }
    }
}

/// Letters of a passphrase chosen at the desk at least, as it counts: fewer are tried through in a day.
const LEAST_LETTERS: usize = 8;

/// Refuses a passphrase too short to keep anybody out. Scripts and measurement, where nothing is secret, do not ask.
pub fn keeps_out(passphrase: &str) -> Result<()> {
    match folded(passphrase).chars().count() {
        typed @ 1..LEAST_LETTERS => Err(Error::refused("office.passphrase_short")
            .with("field", "passphrase")
            .with("least", LEAST_LETTERS)
            .with("typed", typed)),
        _ => Ok(()),
    }
}

/// Raised when older programs could no longer read the slots.
const FORMAT: u32 = 1;

/// `FILE.keys` as written.
#[derive(Serialize, Deserialize)]
pub(super) struct KeyFile {
    format: u32,
    slots: Vec<Slot>,
}

impl KeyFile {
    /// Slots for a new office.
    pub(super) fn new(key: &DataKey, passphrase: &str, recovery: &RecoveryKey, cost: Cost) -> Result<KeyFile> {
        let mut file = KeyFile { format: FORMAT, slots: Vec::new() };
        file.set_passphrase(key, passphrase, cost)?;
        file.slots.push(Slot::wrap(Lock::Recovery { is_confirmed: false }, recovery.digits(), key)?);
        Ok(file)
    }

    /// One slot for somebody who only looks; there is no paper key.
    pub(super) fn for_reader(key: &DataKey, passphrase: &str, cost: Cost) -> Result<KeyFile> {
        let mut file = KeyFile { format: FORMAT, slots: Vec::new() };
        file.set_passphrase(key, passphrase, cost)?;
        Ok(file)
    }

    /// Reads the slots beside an office file.
    pub(super) fn read(path: &Path) -> Result<KeyFile> {
        let text = std::fs::read_to_string(path).map_err(|e| match e.kind() {
            std::io::ErrorKind::NotFound => Error::refused("office.keys_missing").with("path", path.display()),
            std::io::ErrorKind::InvalidData => Error::refused("office.keys_damaged"),
            _ => e.into(),
        })?;
        KeyFile::parse(&text)
    }

    /// Reads slots as they are written.
    pub(super) fn parse(text: &str) -> Result<KeyFile> {
        let file: KeyFile = serde_json::from_str(text).map_err(|e| Error::refused("office.keys_damaged").because(e))?;
        if file.format > FORMAT { Err(Error::refused("office.newer_file")) } else { Ok(file) }
    }

    /// Writes the slots, whole or not at all.
    pub(super) fn write(&self, path: &Path) -> Result<()> {
        place::write_whole(path, self.line()?.as_bytes())
    }

    /// The slots in one line.
    pub(super) fn line(&self) -> Result<String> {
        serde_json::to_string(self).map_err(|e| Error::refused("office.keys_damaged").because(e))
    }

    /// The data key, by passphrase or by the recovery key.
    pub(super) fn unlock(&self, secret: &str) -> Result<DataKey> {
        if let Some(recovery) = RecoveryKey::parse(secret)? {
            return self.unlock_by_recovery(&recovery);
        }
        self.open_slots(secret, |lock| matches!(lock, Lock::Passphrase { .. }))?
            .ok_or_else(|| Error::refused("office.wrong_passphrase"))
    }

    fn unlock_by_recovery(&self, recovery: &RecoveryKey) -> Result<DataKey> {
        self.open_slots(recovery.digits(), |lock| matches!(lock, Lock::Recovery { .. }))?
            .ok_or_else(|| Error::refused("office.wrong_recovery_key"))
    }

    fn open_slots(&self, secret: &str, of_kind: impl Fn(&Lock) -> bool) -> Result<Option<DataKey>> {
        for slot in self.slots.iter().filter(|slot| of_kind(&slot.lock)) {
            if let Some(key) = slot.unwrap(secret)? {
                return Ok(Some(key));
            }
        }
        Ok(None)
    }

    /// Replaces the passphrase.
    pub(super) fn set_passphrase(&mut self, key: &DataKey, passphrase: &str, cost: Cost) -> Result<()> {
        if folded(passphrase).is_empty() {
            return Err(Error::refused("office.passphrase_empty").with("field", "passphrase"));
        }
        let slot = Slot::wrap(Lock::Passphrase { cost }, passphrase, key)?;
        self.slots.retain(|slot| !matches!(slot.lock, Lock::Passphrase { .. }));
        self.slots.push(slot);
        Ok(())
    }

    /// Notes that the paper key was typed back and fits.
    pub(super) fn confirm_recovery(&mut self, typed: &str) -> Result<()> {
        let recovery = RecoveryKey::parse(typed)?.ok_or_else(|| RecoveryKey::incomplete(typed))?;
        self.unlock_by_recovery(&recovery)?;
        for slot in &mut self.slots {
            if let Lock::Recovery { is_confirmed } = &mut slot.lock {
                *is_confirmed = true;
            }
        }
        Ok(())
    }

    /// True once the paper key was typed back.
    pub(super) fn is_recovery_confirmed(&self) -> bool {
        self.slots.iter().any(|slot| matches!(slot.lock, Lock::Recovery { is_confirmed: true }))
    }
}

/// A passphrase as it counts: full-width letters typed with the input method on are the same as half-width ones.
fn folded(passphrase: &str) -> Zeroizing<String> {
    Zeroizing::new(passphrase.trim().nfkc().collect())
}

/// Random bytes of the operating system.
pub(super) fn random<const N: usize>() -> Result<[u8; N]> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|e| Error::refused("office.no_randomness").because(e))?;
    Ok(bytes)
}

/// Bytes as hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let pairs = text.as_bytes().chunks(2);
    pairs.map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()).collect()
}
