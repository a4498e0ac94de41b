//! 点検: are the pages whole, the references sound, the log unbroken, and the records what the log says they are?

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use sha2::{Digest, Sha256};

use super::log::{self, COLUMNS, LogRow};
use super::{OfficeFile, erase, gate, keys, migrate};
use crate::error::{Error, Result};

/// What a check found.
#[derive(Debug)]
pub struct Check {
    /// Everything that is not as it should be; empty when all is well.
    pub problems: Vec<Error>,
    /// Hash over all records; two files with the same one hold the same.
    pub state_hash: String,
    /// Hash of the last row of the log: it stands for everything before it.
    pub log_head: String,
}

/// 履歴の点検: what following the chain from its beginning found when the file was opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Followed {
    /// Rows that are as they were written, each holding the hash of the one before.
    pub rows: i64,
    /// The first row that is not; none where all are.
    pub broken_at: Option<i64>,
    /// The last row of the newest copy, where the file does not hold it: rows were taken off the end, or an older file was put
    /// in its place.
    pub lost_from_copy: Option<i64>,
}

impl OfficeFile {
    /// What following the log found when the file was opened: 40,000 acts take less than half a second.
    pub fn followed(&self) -> Followed {
        self.followed
    }

    /// Reads everything once: pages, references, log; and does the whole log again in memory to compare.
    pub fn check(&self) -> Result<Check> {
        self.view(|view| Ok(check(view)))
    }
}

/// Looks at everything once; a part that cannot even be read is a problem like any other.
pub(super) fn check(conn: &Connection) -> Check {
    let mut problems = damage(conn).unwrap_or_else(|e| vec![e]);
    let mut settle = |found: Result<String>| found.map_err(|e| problems.push(e)).unwrap_or_default();
    let (log_head, state_hash, told) = (settle(verify_chain(conn)), settle(state_hash(conn)), settle(replayed(conn)));
    if told != state_hash {
        problems.push(Error::refused("office.records_differ"));
    }
    Check { problems, state_hash, log_head }
}

/// What the checks of SQLite and SQLCipher find.
fn damage(conn: &Connection) -> Result<Vec<Error>> {
    let mut found = migrate::problems(conn)?;
    found.extend(migrate::texts(conn, "PRAGMA cipher_integrity_check")?);
    Ok(found.into_iter().map(|found| Error::refused("office.damaged").with("found", found)).collect())
}

/// Follows the chain from its beginning and returns its head.
fn verify_chain(conn: &Connection) -> Result<String> {
    let mut head = Head::default();
    follow(conn, &mut head)?;
    Ok(head.hash)
}

/// What opening a file says of its log. What cannot even be read is no more to be trusted than what was altered.
pub(super) fn followed(conn: &Connection, newest_copy: Option<(i64, String)>) -> Followed {
    let mut head = Head::default();
    let whole = follow(conn, &mut head);
    let holds = |(seq, hash): &(i64, String)| {
        LogRow::of(conn, *seq).ok().flatten().is_some_and(|row| row.hash.starts_with(hash.as_str()))
    };
    Followed {
        rows: head.seq,
        broken_at: whole.is_err().then_some(head.seq + 1),
        lost_from_copy: newest_copy.filter(|copy| whole.is_ok() && !holds(copy)).map(|(seq, _)| seq),
    }
}

/// How far the chain was followed.
#[derive(Default)]
struct Head {
    seq: i64,
    hash: String,
}

fn follow(conn: &Connection, head: &mut Head) -> Result<()> {
    let broken = |seq: i64| Error::refused("office.log_broken").with("seq", seq);
    let mut statement = conn.prepare(&format!("SELECT {COLUMNS}, payload, erased_hash FROM log ORDER BY seq"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let read = LogRow::read(row)?;
        let payload = row.get_ref("payload")?.as_blob().map_err(rusqlite::Error::from)?;
        let erased: Option<String> = row.get("erased_hash")?;
        let follows = (read.seq, &read.previous_hash) == (head.seq + 1, &head.hash);
        let is_as_written = match erased {
            None => read.computed_hash() == read.hash && log::payload_hash(payload) == read.payload_hash,
            Some(reads) => erase::as_it_reads(&read, payload) == reads,
        };
        if !follows || !is_as_written {
            return Err(broken(head.seq + 1));
        }
        *head = Head { seq: read.seq, hash: read.hash };
    }
    let attested = erase::attested(conn)?.unwrap_or_else(erase::attestation_of_nothing);
    if attested == erase::attestation(conn)? { Ok(()) } else { Err(broken(head.seq)) }
}

/// State hash of a fresh office in memory on which the whole log was done again.
fn replayed(conn: &Connection) -> Result<String> {
    let memory = Connection::open_in_memory()?;
    migrate::migrate(&memory)?;
    let mut statement = conn.prepare("SELECT payload FROM log ORDER BY seq")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let payload: Vec<u8> = row.get(0)?;
        memory.apply_strm(&mut payload.as_slice(), None::<fn(&str) -> bool>, |_, _| {
            rusqlite::session::ConflictAction::SQLITE_CHANGESET_ABORT
        })?;
    }
    state_hash(&memory)
}

/// Hash over all record tables in the order of their names, rows in the order of their keys, values with their types.
pub(super) fn state_hash(conn: &Connection) -> Result<String> {
    let mut hash = Sha256::new();
    for table in gate::record_tables(conn)? {
        let mut statement = conn.prepare(&format!("SELECT * FROM {table} ORDER BY id"))?;
        feed(&mut hash, b't', table.as_bytes());
        for column in statement.column_names() {
            feed(&mut hash, b'c', column.as_bytes());
        }
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            feed_row(&mut hash, row, columns)?;
        }
    }
    Ok(keys::hex(&hash.finalize()))
}

fn feed_row(hash: &mut Sha256, row: &Row, columns: usize) -> Result<()> {
    for column in 0..columns {
        match row.get_ref(column)? {
            ValueRef::Null => feed(hash, b'0', &[]),
            ValueRef::Integer(n) => feed(hash, b'i', &n.to_le_bytes()),
            ValueRef::Real(n) => feed(hash, b'r', &n.to_le_bytes()),
            ValueRef::Text(text) => feed(hash, b's', text),
            ValueRef::Blob(bytes) => feed(hash, b'b', bytes),
        }
    }
    Ok(())
}

fn feed(hash: &mut Sha256, kind: u8, bytes: &[u8]) {
    hash.update([kind]);
    hash.update((bytes.len() as u64).to_le_bytes());
    hash.update(bytes);
}
