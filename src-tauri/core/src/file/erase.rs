//! 消去: words of somebody who left are erased, also from every act of the log that holds them. The chain still verifies:
//! it runs over the hashes of the payloads as they were, and the act that erases attests how the altered rows read now.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use sha2::{Digest, Sha256};

use super::changeset::{self, TableBytes};
use super::gate::{self, By, Changed, Tx};
use super::log::{self, COLUMNS, Kind, LogRow, NewRow, Params};
use super::records::Schema;
use super::{OfficeFile, keys};
use crate::error::{Error, Result};

/// One record whose words are erased, with all that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Table and key of the record.
    pub record: (&'static str, String),
    /// Columns of the record whose words stay.
    pub keep: &'static [&'static str],
    /// Tables whose rows refer to the record and lose their words with it.
    pub with: &'static [&'static str],
    /// Words that sentences of the log may name: replaced there.
    pub names: Vec<String>,
}

/// Under this name an act's params hold what all altered rows read now.
const ATTESTED: &str = "erased";
/// Stands for the name of somebody whose words were erased, wherever a name is shown.
pub const ERASED_NAME: &str = "（消去した人）";

impl OfficeFile {
    /// Does an act that cannot be taken back, and erases the words of these records from the whole log, in one
    /// transaction. `act` must leave every erased text column empty or NULL, or remove the row.
    pub fn erase<T>(
        &self,
        by: &By,
        op: &'static str,
        erasures: &[Erasure],
        act: impl FnOnce(&Tx) -> Result<T>,
    ) -> Result<Changed<T>> {
        let writer = self.writer();
        let transaction = Transaction::new_unchecked(&writer, TransactionBehavior::Immediate)?;
        let ((value, mut params), payload) = gate::acted(&transaction, by, act)?;
        let schema = Schema::of(&transaction)?;
        let mut eraser = Eraser::new(&schema, erasures);
        eraser.learn(&transaction)?;
        let payload = eraser.erased(&payload)?.unwrap_or(payload);
        eraser.rewrite_log(&transaction)?;
        params.insert(ATTESTED.to_owned(), attestation(&transaction)?);
        let areas = log::areas(&payload)?;
        let sentence = gate::sentence(Kind::Begin, op, &params);
        let row = NewRow { kind: Kind::Begin, op, params: &params, of_seq: None, areas: &areas, payload: &payload };
        log::append(&transaction, by, &row)?;
        transaction.commit()?;
        Ok(Changed { value, areas, sentence, op: op.to_owned() })
    }
}

/// Rows that lose their words, and what of each stays.
struct Eraser<'a> {
    schema: &'a Schema,
    erasures: &'a [Erasure],
    rows: BTreeMap<(String, String), &'static [&'static str]>,
}

impl<'a> Eraser<'a> {
    fn new(schema: &'a Schema, erasures: &'a [Erasure]) -> Eraser<'a> {
        let rows = erasures.iter().map(|e| ((e.record.0.to_owned(), e.record.1.clone()), e.keep)).collect();
        Eraser { schema, erasures, rows }
    }

    /// Finds every row that ever belonged to one of the records: only where it was added are all its columns told.
    fn learn(&mut self, conn: &Connection) -> Result<()> {
        let owner: BTreeMap<&str, &Erasure> = self.erasures.iter().map(|e| (e.record.1.as_str(), e)).collect();
        let mut found = BTreeSet::new();
        each_payload(conn, |_, tables| {
            for table in tables {
                for row in table.rows.iter().filter_map(|row| Some((row.id()?, row.new.as_ref().or(row.old.as_ref())?)))
                {
                    let texts = row.1.iter().skip(1).filter_map(|field| match field {
                        Some(Value::Text(text)) => owner.get(text.as_str()),
                        _ => None,
                    });
                    if texts.into_iter().any(|erasure| erasure.with.contains(&table.table.as_str())) {
                        found.insert((table.table.clone(), row.0.to_owned()));
                    }
                }
            }
            Ok(())
        })?;
        self.rows.extend(found.into_iter().map(|row| (row, &[][..])));
        Ok(())
    }

    /// The changeset without the words; none when it holds none of them.
    fn erased(&self, payload: &[u8]) -> Result<Option<Vec<u8>>> {
        let mut tables = changeset::parse(payload).ok_or_else(|| Error::refused("office.log_broken"))?;
        let mut is_changed = false;
        for TableBytes { table, rows, .. } in &mut tables {
            let columns = self.schema.columns(table);
            for row in rows {
                let id = row.id().unwrap_or_default().to_owned();
                let Some(keep) = self.rows.get(&(table.clone(), id)) else { continue };
                let stays = |column: &str| column == "id" || column.ends_with("_id") || keep.contains(&column);
                for side in row.sides() {
                    for (field, _) in side.iter_mut().zip(columns).filter(|(_, column)| !stays(column)) {
                        if let Some(Value::Text(text)) = field {
                            is_changed |= !text.is_empty();
                            text.clear();
                        }
                    }
                }
            }
        }
        Ok(is_changed.then(|| changeset::write(&tables)))
    }

    /// Writes every row of the log that loses words anew.
    fn rewrite_log(&self, conn: &Connection) -> Result<()> {
        let mut rewritten = Vec::new();
        each_payload_bytes(conn, |row, payload| {
            let erased = self.erased(payload)?;
            let params = self.without_names(&row.params());
            if erased.is_some() || params.is_some() {
                rewritten.push((row.seq, erased, params));
            }
            Ok(())
        })?;
        for (seq, payload, params) in rewritten {
            if let Some(payload) = payload {
                conn.execute("UPDATE log SET payload = ?2 WHERE seq = ?1", (seq, payload))?;
            }
            if let Some(params) = params {
                let params =
                    serde_json::to_string(&params).map_err(|e| Error::refused("office.database").because(e))?;
                conn.execute("UPDATE log SET params = ?2 WHERE seq = ?1", (seq, params))?;
            }
            let reads = hash_as_it_reads(conn, seq)?;
            conn.execute("UPDATE log SET erased_hash = ?2 WHERE seq = ?1", (seq, reads))?;
        }
        Ok(())
    }

    /// The params of a sentence without the names; none when they hold none.
    fn without_names(&self, params: &Params) -> Option<Params> {
        let names: Vec<&String> = self
            .erasures
            .iter()
            .flat_map(|e| &e.names)
            .filter(|name| !name.is_empty() && *name != ERASED_NAME)
            .collect();
        let is_named = |text: &String| names.iter().any(|name| text.contains(name.as_str()));
        params.values().any(is_named).then(|| {
            let gone =
                |text: &String| names.iter().fold(text.clone(), |text, name| text.replace(name.as_str(), ERASED_NAME));
            params.iter().map(|(key, text)| (key.clone(), gone(text))).collect()
        })
    }
}

/// Calls `look` with every row of the log and its changeset taken apart.
fn each_payload(conn: &Connection, mut look: impl FnMut(&LogRow, &[TableBytes]) -> Result<()>) -> Result<()> {
    each_payload_bytes(conn, |row, payload| {
        let tables =
            changeset::parse(payload).ok_or_else(|| Error::refused("office.log_broken").with("seq", row.seq))?;
        look(row, &tables)
    })
}

fn each_payload_bytes(conn: &Connection, mut look: impl FnMut(&LogRow, &[u8]) -> Result<()>) -> Result<()> {
    let mut statement = conn.prepare(&format!("SELECT {COLUMNS}, payload FROM log ORDER BY seq"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        look(&LogRow::read(row)?, row.get_ref("payload")?.as_blob().unwrap_or_default())?;
    }
    Ok(())
}

/// True for an act that words were erased from: taking it back would bring others than those that stood there.
pub(super) fn is_erased(conn: &Connection, seq: i64) -> Result<bool> {
    let sql = "SELECT erased_hash IS NOT NULL FROM log WHERE seq = ?1";
    Ok(conn.query_row(sql, [seq], |row| row.get(0))?)
}

/// Hash of an altered row as it reads now: what it says, and the hash that it has in the chain.
fn hash_as_it_reads(conn: &Connection, seq: i64) -> Result<String> {
    let row = LogRow::of(conn, seq)?.ok_or_else(|| Error::refused("office.log_broken").with("seq", seq))?;
    let payload: Vec<u8> = conn.query_row("SELECT payload FROM log WHERE seq = ?1", [seq], |r| r.get(0))?;
    Ok(as_it_reads(&row, &payload))
}

/// See [`hash_as_it_reads`].
pub(super) fn as_it_reads(row: &LogRow, payload: &[u8]) -> String {
    let parts = [row.computed_hash(), row.hash.clone(), log::payload_hash(payload)];
    keys::hex(&parts.iter().fold(Sha256::new(), |hash, part| hash.chain_update(part)).finalize())
}

/// One hash over all altered rows.
pub(super) fn attestation(conn: &Connection) -> Result<String> {
    let mut statement = conn.prepare("SELECT seq, erased_hash FROM log WHERE erased_hash IS NOT NULL ORDER BY seq")?;
    let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
    let mut hash = Sha256::new();
    for row in rows {
        let (seq, reads) = row?;
        hash = hash.chain_update(seq.to_le_bytes()).chain_update(reads);
    }
    Ok(keys::hex(&hash.finalize()))
}

/// What [`attestation`] says while nothing was erased.
pub(super) fn attestation_of_nothing() -> String {
    keys::hex(&Sha256::new().finalize())
}

/// What the last act that erased says of the altered rows; none when nothing was ever erased.
pub(super) fn attested(conn: &Connection) -> Result<Option<String>> {
    let sql = format!("SELECT {COLUMNS} FROM log WHERE params LIKE '%\"{ATTESTED}\"%' ORDER BY seq DESC LIMIT 1");
    let row = conn.query_row(&sql, [], LogRow::read).optional()?;
    Ok(row.and_then(|row| row.params().remove(ATTESTED)))
}
