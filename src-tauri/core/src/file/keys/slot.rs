//! One slot: the data key wrapped under a secret, and under the data key itself whose secret it is.

use aes_gcm::aead::{Aead, Payload};
use aes_gcm::{Aes256Gcm, KeyInit, Nonce};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::{Cost, DataKey, folded, hex, random, unhex};
use crate::error::{Error, Result};
use crate::operator;

/// 合言葉を持つ人: whose passphrase opens the office.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Name of the slot; it says nothing.
    pub id: String,
    /// Whose passphrase it is; empty for the one with which the office was made.
    pub name: String,
    /// Since when; none for the one with which the office was made.
    pub since: Option<NaiveDate>,
}

/// The key that wraps the data key in one slot.
pub(super) struct Wrapper(pub(super) Zeroizing<[u8; 32]>);

impl Wrapper {
    fn cipher(&self) -> Aes256Gcm {
        Aes256Gcm::new((&*self.0).into())
    }
}

/// How a slot comes to its wrapping key. A paper key is random enough to need no slowing down.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Lock {
    Passphrase { cost: Cost },
    Recovery { is_confirmed: bool },
}

/// One wrapped copy of the data key.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Slot {
    #[serde(flatten)]
    pub(super) lock: Lock,
    salt: String,
    nonce: String,
    wrapped: String,
    /// Whose it is, sealed, so that the file beside the office names nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    holder: Option<Sealed>,
}

/// Words that only the data key opens.
#[derive(Clone, Serialize, Deserialize)]
struct Sealed {
    nonce: String,
    words: String,
}

impl Slot {
    /// A slot of nobody in particular.
    pub(super) fn wrap(lock: Lock, secret: &str, key: &DataKey) -> Result<Slot> {
        let (salt, nonce) = (random::<16>()?, random::<12>()?);
        let wrapper = lock.wrapper(secret, &salt)?;
        let payload = Payload { msg: &key.0, aad: lock.name() };
        let wrapped = wrapper
            .cipher()
            .encrypt(&Nonce::from(nonce), payload)
            .map_err(|_| Error::refused("office.keys_damaged"))?;
        Ok(Slot { lock, salt: hex(&salt), nonce: hex(&nonce), wrapped: hex(&wrapped), holder: None })
    }

    /// The data key, or none when the secret is not this slot's.
    pub(super) fn unwrap(&self, secret: &str) -> Result<Option<DataKey>> {
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

    /// The slot with the name of its holder.
    pub(super) fn of(self, key: &DataKey, name: &str, since: Option<NaiveDate>) -> Result<Slot> {
        let damaged = |_| Error::refused("office.keys_damaged");
        let words = serde_json::to_vec(&(name, since)).map_err(|e| Error::refused("office.keys_damaged").because(e))?;
        let nonce = random::<12>()?;
        let payload = Payload { msg: &words, aad: self.salt.as_bytes() };
        let sealed = key.beside().encrypt(&Nonce::from(nonce), payload).map_err(damaged)?;
        Ok(Slot { holder: Some(Sealed { nonce: hex(&nonce), words: hex(&sealed) }), ..self })
    }

    /// The name of the slot: random, as its salt.
    pub(super) fn id(&self) -> &str {
        &self.salt
    }

    /// Whose it is, of the paper key its own word. A name that cannot be read is no reason to keep anybody out.
    pub(super) fn holder(&self, key: &DataKey) -> Holder {
        let read = |sealed: &Sealed| -> Option<(String, Option<NaiveDate>)> {
            let nonce: [u8; 12] = unhex(&sealed.nonce)?.try_into().ok()?;
            let words = unhex(&sealed.words)?;
            let payload = Payload { msg: &words, aad: self.salt.as_bytes() };
            serde_json::from_slice(&key.beside().decrypt(&Nonce::from(nonce), payload).ok()?).ok()
        };
        let known = self.holder.as_ref().and_then(read);
        let unnamed = if self.lock.is_recovery() { operator::PAPER } else { "" };
        let (name, since) = known.unwrap_or_else(|| (unnamed.to_owned(), None));
        Holder { id: self.salt.clone(), name, since }
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

    /// True for a slot of the paper key.
    pub(super) fn is_recovery(&self) -> bool {
        matches!(self, Lock::Recovery { .. })
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
