//! 事務局のファイル: one encrypted SQLite file per council, one gate for changes, one log.
//!
//! Beside `FILE` stand `FILE.keys` (the data key, wrapped), `FILE.lock` (one process), `FILE.copies` (copies made on
//! closing) and `FILE.cas` (what is attached to records). This folder knows no concept of the field: it records whatever
//! the acts of the concepts change, tells it back in Japanese and takes it back.

mod area;
mod changeset;
mod check;
mod connect;
mod contents;
mod copies;
mod create;
mod erase;
mod gate;
mod history;
mod holders;
mod keys;
mod log;
mod migrate;
mod names;
mod open;
mod place;
mod reading;
mod records;
mod recovery;
mod take_back;
#[cfg(test)]
mod tests;
mod timeline;
mod told;
mod undo;

use std::path::PathBuf;
use std::sync::Mutex;

use rusqlite::Connection;

pub use area::Area;
pub use check::{Check, Followed};
pub use contents::Contents;
pub use copies::{COPIES_KEPT, LastCopy};
pub use create::NewCouncil;
pub use erase::{Erasure, Kept};
pub use gate::{By, Changed, Tx, View};
pub use history::{Act, FieldChange, RowChange, acts_since, head_of};
pub use keys::{Cost, Holder, keeps_out, may_be_passphrase};
pub use recovery::RecoveryKey;
pub use timeline::Passage;
pub use undo::Steps;

/// 事務局のファイル — open, view, change, undo, copy. Held by one process until it is dropped.
pub struct OfficeFile {
    place: place::Place,
    key: keys::DataKey,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    /// Whose passphrase opened it.
    opened_by: Mutex<Holder>,
    /// What following the log found on opening.
    followed: Followed,
    /// 見るだけの写し: nothing is changed in it.
    is_reading: bool,
    /// Where such a copy came from: what its auditor writes goes back there.
    source: Option<PathBuf>,
    /// Dropped last: the file is free for others only when every connection is closed.
    _lock: place::Lock,
}
