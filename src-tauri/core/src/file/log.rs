//! 記録: the log of every operation. Each row holds the hash of the one before; the chain runs over the hash of the
//! payload, so that personal data can once be erased from old payloads while the chain still verifies.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::session::ChangesetIter;
use rusqlite::{Connection, OptionalExtension, Row};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::area::{Area, area_of};
use super::gate::{self, By};
use super::keys;
use crate::closed::closed_words;
use crate::error::{Error, Result};

/// What a sentence names.
pub(super) type Params = BTreeMap<String, String>;

/// What a row of the log is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The beginning of the records: undo goes no further back.
    Begin,
    /// An act of somebody at the desk.
    Do,
    /// An act taken back.
    Undo,
    /// An act done again.
    Redo,
}
closed_words!(Kind { Begin = "begin", Do = "do", Undo = "undo", Redo = "redo" });

/// A row before it has its place in the chain.
pub(super) struct NewRow<'a> {
    pub(super) kind: Kind,
    pub(super) op: &'a str,
    pub(super) params: &'a Params,
    pub(super) of_seq: Option<i64>,
    pub(super) areas: &'a [Area],
    pub(super) payload: &'a [u8],
}

/// A row of the log without its payload.
#[derive(Debug, Clone)]
pub(super) struct LogRow {
    pub(super) seq: i64,
    pub(super) kind: Kind,
    pub(super) op: String,
    pub(super) params: String,
    pub(super) of_seq: Option<i64>,
    pub(super) areas: String,
    pub(super) operator: String,
    pub(super) at: String,
    pub(super) payload_hash: String,
    pub(super) previous_hash: String,
    pub(super) hash: String,
}

/// Columns of a [`LogRow`], in its order.
pub(super) const COLUMNS: &str =
    "seq, kind, op, params, of_seq, areas, operator, at, payload_hash, previous_hash, hash";

/// Acts that cannot be called back: what left the office has left it, and a year is opened again by two names only.
const STANDING: [&str; 5] = [
    "lists.disclose",
    "enrolment.give_city_sheet",
    "accounts.lend_copy",
    "accounts.close_year",
    "accounts.reopen_year",
];

impl LogRow {
    /// True for an act that is never taken back.
    pub(super) fn stands(&self) -> bool {
        self.kind != Kind::Undo && STANDING.contains(&self.op.as_str())
    }

    pub(super) fn read(row: &Row) -> rusqlite::Result<LogRow> {
        Ok(LogRow {
            seq: row.get(0)?,
            kind: row.get(1)?,
            op: row.get(2)?,
            params: row.get(3)?,
            of_seq: row.get(4)?,
            areas: row.get(5)?,
            operator: row.get(6)?,
            at: row.get(7)?,
            payload_hash: row.get(8)?,
            previous_hash: row.get(9)?,
            hash: row.get(10)?,
        })
    }

    /// The row of that number.
    pub(super) fn of(conn: &Connection, seq: i64) -> Result<Option<LogRow>> {
        let sql = format!("SELECT {COLUMNS} FROM log WHERE seq = ?1");
        Ok(conn.query_row(&sql, [seq], LogRow::read).optional()?)
    }

    /// The number of the act that this row does, takes back or does again.
    pub(super) fn act_seq(&self) -> i64 {
        self.of_seq.unwrap_or(self.seq)
    }

    /// What was done, in Japanese.
    pub(super) fn sentence(&self) -> String {
        gate::sentence(self.kind, &self.op, &self.params())
    }

    /// The act itself, whether this row does it, takes it back or does it again.
    pub(super) fn act(&self) -> String {
        gate::sentence(Kind::Do, &self.op, &self.params())
    }

    /// What its sentence names.
    pub(super) fn params(&self) -> Params {
        serde_json::from_str(&self.params).unwrap_or_default()
    }

    /// The hash that this row must have. Every part is preceded by its length, so that no two rows read alike.
    pub(super) fn computed_hash(&self) -> String {
        let of_seq = self.of_seq.map_or_else(String::new, |seq| seq.to_string());
        let parts = [
            &self.previous_hash,
            &self.seq.to_string(),
            self.kind.word(),
            &self.op,
            &self.params,
            &of_seq,
            &self.areas,
            &self.operator,
            &self.at,
            &self.payload_hash,
        ];
        let hash = parts
            .iter()
            .fold(Sha256::new(), |hash, part| hash.chain_update((part.len() as u64).to_le_bytes()).chain_update(part));
        keys::hex(&hash.finalize())
    }
}

/// Hash of a changeset.
pub(super) fn payload_hash(payload: &[u8]) -> String {
    keys::hex(&Sha256::digest(payload))
}

/// Puts a row at the end of the chain.
pub(super) fn append(conn: &Connection, by: &By, new: &NewRow) -> Result<()> {
    let head: Option<(i64, String)> = conn
        .query_row("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1", [], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    let (last, previous_hash) = head.unwrap_or_default();
    let mut row = LogRow {
        seq: last + 1,
        kind: new.kind,
        op: new.op.to_owned(),
        params: json(new.params)?,
        of_seq: new.of_seq,
        areas: json(new.areas)?,
        operator: by.operator.clone(),
        at: by.at.clone(),
        payload_hash: payload_hash(new.payload),
        previous_hash,
        hash: String::new(),
    };
    row.hash = row.computed_hash();
    insert(conn, &row, new.payload)
}

fn insert(conn: &Connection, row: &LogRow, payload: &[u8]) -> Result<()> {
    let sql =
        format!("INSERT INTO log ({COLUMNS}, payload) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");
    let LogRow { seq, kind, op, params, of_seq, areas, operator, at, payload_hash, previous_hash, hash } = row;
    conn.execute(
        &sql,
        (seq, kind, op, params, of_seq, areas, operator, at, payload_hash, previous_hash, hash, payload),
    )?;
    Ok(())
}

pub(super) fn json(value: &(impl Serialize + ?Sized)) -> Result<String> {
    serde_json::to_string(value).map_err(|e| Error::refused("office.database").because(e))
}

/// The areas that a changeset touches.
pub(super) fn areas(payload: &[u8]) -> Result<Vec<Area>> {
    let mut areas = BTreeSet::new();
    let input: &mut dyn std::io::Read = &mut &*payload;
    let mut changes = ChangesetIter::start_strm(&input)?;
    while let Some(change) = changes.next()? {
        areas.extend(area_of(change.op()?.table_name()));
    }
    Ok(areas.into_iter().collect())
}
