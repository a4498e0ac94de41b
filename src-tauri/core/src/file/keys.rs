//! Key slots: the random key of the data, wrapped once under each passphrase and once under the paper recovery key.

mod key_file;
mod slot;

use std::fmt::Write as _;

use aes_gcm::{Aes256Gcm, KeyInit};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

pub(super) use key_file::KeyFile;
pub use slot::Holder;
use slot::Wrapper;

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

    /// The cipher of what stands in the key file beside the slots, readable only once the office is open.
    fn beside(&self) -> Aes256Gcm {
        let hash = Sha256::new().chain_update(b"beside the slots").chain_update(self.0);
        let key: Zeroizing<[u8; 32]> = Zeroizing::new(hash.finalize().into());
        Aes256Gcm::new((&*key).into())
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

/// False for words too short to be a passphrase that was chosen at the desk.
pub fn may_be_passphrase(words: &str) -> bool {
    folded(words).chars().count() >= LEAST_LETTERS
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
