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
use super::{OfficeFile, contents, keys};
use crate::error::{Error, Result};
use crate::words::ERASED_NAME;

/// Columns whose words stay.
pub type Kept = &'static [&'static str];

/// Columns of a record, and what a sentence makes of their words to name it.
pub type NamedBy = (Kept, fn(&[String]) -> String);

/// One record whose words are erased, with all that belongs to it.
#[derive(Debug, Clone, Default)]
pub struct Erasure {
    /// Table and key of the record.
    pub record: (&'static str, String),
    /// Columns of the record whose words stay.
    pub keep: Kept,
    /// Tables whose rows refer to the record and lose their words with it, but for these columns.
    pub with: &'static [(&'static str, Kept)],
    /// Columns that name the record in sentences of the log, and how: replaced there, whatever the name was at the time.
    pub named_by: Option<NamedBy>,
    /// The one name that sentences keep.
    pub keeps_name: Option<String>,
}

/// Under this name an act's params hold what all altered rows read now.
const ATTESTED: &str = "erased";

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
        self.may_change()?;
        let writer = self.writer();
        let transaction = Transaction::new_unchecked(&writer, TransactionBehavior::Immediate)?;
        let named = contents::named(&transaction)?;
        let ((value, mut params), payload) = gate::acted(&transaction, by, act)?;
        let schema = Schema::of(&transaction)?;
        let mut eraser = Eraser::new(&schema, erasures);
        eraser.learn(&transaction)?;
        let payload = eraser.erased(&payload)?.map_or(payload, |(payload, _)| payload);
        eraser.rewrite_log(&transaction)?;
        params.insert(ATTESTED.to_owned(), attestation(&transaction)?);
        let areas = log::areas(&payload)?;
        let sentence = gate::sentence(Kind::Begin, op, &params);
        let row = NewRow { kind: Kind::Begin, op, params: &params, of_seq: None, areas: &areas, payload: &payload };
        log::append(&transaction, by, &row)?;
        let still_named = contents::named(&transaction)?;
        transaction.commit()?;
        self.discard_contents(named.difference(&still_named));
        // The pages as they were would lie in the write-ahead log until it is next folded in.
        writer.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(Changed { value, areas, sentence, op: op.to_owned() })
    }
}

/// Rows that lose their words, and what of each stays; and the names that sentences lose.
struct Eraser<'a> {
    schema: &'a Schema,
    erasures: &'a [Erasure],
    rows: BTreeMap<RowKey, Kept>,
    names: BTreeSet<String>,
}

/// Table and key of a row.
type RowKey = (String, String);

impl<'a> Eraser<'a> {
    fn new(schema: &'a Schema, erasures: &'a [Erasure]) -> Eraser<'a> {
        let rows = erasures.iter().map(|e| ((e.record.0.to_owned(), e.record.1.clone()), e.keep)).collect();
        Eraser { schema, erasures, rows, names: BTreeSet::new() }
    }

    /// Finds every row that belongs to one of the records, and every name under which they were written: only where a row
    /// was added are all its columns told. What belonged to one of them for a while only is somebody else's.
    fn learn(&mut self, conn: &Connection) -> Result<()> {
        let owner: BTreeMap<&str, &Erasure> = self.erasures.iter().map(|e| (e.record.1.as_str(), e)).collect();
        let mut belongs: BTreeMap<RowKey, (usize, Kept)> = BTreeMap::new();
        let mut told: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        let mut names = BTreeSet::new();
        each_payload(conn, |_, tables| {
            for TableBytes { table, rows, .. } in tables {
                let may_belong = self.erasures.iter().any(|e| e.with.iter().any(|(with, _)| with == table));
                for row in rows {
                    let (Some(id), Some(side)) = (row.id(), row.new.as_ref().or(row.old.as_ref())) else { continue };
                    if let Some(erasure) = owner.get(id).filter(|e| e.record.0 == table.as_str()) {
                        let name = told.entry(erasure.record.1.as_str()).or_default();
                        names.extend(erasure.name_in(self.schema.columns(table), side, name));
                    }
                    if may_belong {
                        follow(&mut belongs, &owner, (table, id), side);
                    }
                }
            }
            Ok(())
        })?;
        self.rows.extend(belongs.into_iter().map(|(row, (_, keep))| (row, keep)));
        names.retain(|name| !name.is_empty() && name != ERASED_NAME);
        self.names = names;
        Ok(())
    }

    /// The changeset without the words, and the words; none when it holds none of them.
    fn erased(&self, payload: &[u8]) -> Result<Option<(Vec<u8>, BTreeSet<String>)>> {
        let mut tables = changeset::parse(payload).ok_or_else(|| Error::refused("office.log_broken"))?;
        let mut words = BTreeSet::new();
        for TableBytes { table, rows, .. } in &mut tables {
            let columns = self.schema.columns(table);
            for row in rows {
                let id = row.id().unwrap_or_default().to_owned();
                let Some(keep) = self.rows.get(&(table.clone(), id)) else { continue };
                let stays = |column: &str| column == "id" || column.ends_with("_id") || keep.contains(&column);
                for side in row.sides() {
                    for (field, _) in side.iter_mut().zip(columns).filter(|(_, column)| !stays(column)) {
                        if let Some(Value::Text(text)) = field {
                            words.insert(std::mem::take(text));
                        }
                    }
                }
            }
        }
        words.remove("");
        Ok((!words.is_empty()).then(|| (changeset::write(&tables), words)))
    }

    /// Writes every row of the log that loses words anew.
    fn rewrite_log(&self, conn: &Connection) -> Result<()> {
        let mut rewritten = Vec::new();
        each_payload_bytes(conn, |row, payload| {
            let (payload, words) = self.erased(payload)?.unzip();
            let params = self.without_names(row.params(), &words.unwrap_or_default());
            if payload.is_some() || params.is_some() {
                rewritten.push((row.seq, payload, params));
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

    /// The params of a sentence without the names, and without what the act itself wrote into an erased row, such as the
    /// name of a paper; none when they hold none of these. Numbers count something and stay.
    fn without_names(&self, params: Params, words: &BTreeSet<String>) -> Option<Params> {
        let gone = |text: &String| {
            if words.contains(text) && text.chars().any(char::is_alphabetic) {
                return ERASED_NAME.to_owned();
            }
            self.names.iter().fold(text.clone(), |text, name| text.replace(name.as_str(), ERASED_NAME))
        };
        let without: Params = params.iter().map(|(key, text)| (key.clone(), gone(text))).collect();
        (without != params).then_some(without)
    }
}

impl Erasure {
    /// The name of the record after a change of it; `told` holds its columns as they were before.
    fn name_in(&self, columns: &[String], side: &[changeset::Field], told: &mut Vec<String>) -> Option<String> {
        let (named_by, name) = self.named_by?;
        told.resize(named_by.len(), String::new());
        for (at, column) in named_by.iter().enumerate() {
            let field = columns.iter().position(|known| known == column).and_then(|at| side.get(at));
            if let Some(Some(Value::Text(text))) = field {
                told[at].clone_from(text);
            }
        }
        Some(name(told)).filter(|name| self.keeps_name.as_ref() != Some(name))
    }

    fn keep_in(&self, table: &str) -> Option<Kept> {
        self.with.iter().find(|(with, _)| *with == table).map(|(_, keep)| *keep)
    }
}

/// Notes whether a row belongs to one of the records after a change of it, and by which column.
fn follow(
    belongs: &mut BTreeMap<RowKey, (usize, Kept)>,
    owner: &BTreeMap<&str, &Erasure>,
    (table, id): (&str, &str),
    side: &[changeset::Field],
) {
    for (at, field) in side.iter().enumerate().skip(1) {
        let Some(field) = field else { continue };
        let keep = match field {
            Value::Text(text) => owner.get(text.as_str()).and_then(|erasure| erasure.keep_in(table)),
            _ => None,
        };
        let key = || (table.to_owned(), id.to_owned());
        if let Some(keep) = keep {
            belongs.insert(key(), (at, keep));
        } else if belongs.get(&key()).is_some_and(|(column, _)| *column == at) {
            belongs.remove(&key());
        }
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
