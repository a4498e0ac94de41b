//! 元に戻す・やり直す: what may be taken back and done again is read from the log alone, so it outlives a restart.

use std::collections::BTreeMap;

use rusqlite::Connection;
use rusqlite::fallible_streaming_iterator::FallibleStreamingIterator;
use rusqlite::session::{ChangesetItem, ChangesetIter};
use rusqlite::types::ValueRef;
use serde::Serialize;
use ts_rs::TS;

use super::gate::{self, By, Changed, Done};
use super::log::{COLUMNS, Kind, LogRow, json};
use super::take_back::{Differing, Unchecked, payload, take_back};
use super::{Area, OfficeFile, contents};
use crate::error::{Error, Result};

/// What became of each act, learnt by reading the log from its end: the last word on an act is the first one met.
#[derive(Default)]
pub(super) struct Undone(BTreeMap<i64, Kind>);

impl Undone {
    /// What the last word on the act of this row is.
    pub(super) fn last_word(&mut self, row: &LogRow) -> Kind {
        *self.0.entry(row.act_seq()).or_insert(row.kind)
    }

    /// True when this row is the last word on its act.
    fn is_last_word(&mut self, row: &LogRow) -> bool {
        let is_new = !self.0.contains_key(&row.act_seq());
        self.last_word(row);
        is_new
    }

    /// True when this row is the last word on its act and leaves it done.
    fn is_in_force(&mut self, row: &LogRow) -> bool {
        self.is_last_word(row) && row.kind != Kind::Undo
    }
}

/// What 「元に戻す」 and 「やり直す」 would do now.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, TS)]
pub struct Steps {
    /// The act that would be taken back.
    pub undo: Option<String>,
    /// The act that would be done again.
    pub redo: Option<String>,
}

impl OfficeFile {
    /// Takes back the last act that is in force.
    pub fn undo(&self, by: &By) -> Result<Changed<()>> {
        self.step(by, Kind::Undo, |conn| undo_target(conn)?.ok_or_else(|| Error::refused("office.nothing_to_undo")))
    }

    /// Does again what was taken back last; a new act in between ends that.
    pub fn redo(&self, by: &By) -> Result<Changed<()>> {
        self.step(by, Kind::Redo, |conn| redo_target(conn)?.ok_or_else(|| Error::refused("office.nothing_to_redo")))
    }

    /// Takes back one act of the history, unless a later one stands in the way.
    pub fn undo_one(&self, by: &By, seq: i64) -> Result<Changed<()>> {
        self.step(by, Kind::Undo, |conn| last_word_on(conn, seq))
    }

    /// What undo and redo would do now.
    pub fn steps(&self) -> Result<Steps> {
        self.view(|view| {
            let undo = undo_target(view)?.filter(|row| !row.stands());
            Ok(Steps { undo: undo.map(|row| row.act()), redo: redo_target(view)?.map(|row| row.act()) })
        })
    }

    fn step(&self, by: &By, kind: Kind, target: impl FnOnce(&Connection) -> Result<LogRow>) -> Result<Changed<()>> {
        self.may_change()?;
        self.turn(by, kind, target)
    }

    /// Takes back what was just written and could not be kept.
    pub(super) fn take_last_back(&self, by: &By) -> Result<()> {
        let last = |conn: &Connection| undo_target(conn)?.ok_or_else(|| Error::refused("office.nothing_to_undo"));
        self.turn(by, Kind::Undo, last).map(drop)
    }

    fn turn(&self, by: &By, kind: Kind, target: impl FnOnce(&Connection) -> Result<LogRow>) -> Result<Changed<()>> {
        let writer = self.writer();
        let _unchecked = Unchecked::references(&writer)?;
        gate::logged(&writer, by, |tx| {
            let row = target(tx)?;
            if row.stands() {
                return Err(Error::refused("office.stands").with("act", row.act()));
            }
            let named = contents::named(tx)?;
            take_back(tx, &row)?;
            if contents::named(tx)?.difference(&named).any(|id| !self.has_content(id)) {
                return Err(Error::refused("office.content_discarded").with("act", row.act()));
            }
            tx.say_again(row.params());
            Ok(Done { value: (), kind, of_seq: Some(row.act_seq()), op: row.op })
        })
    }
}

/// The row whose effect is the last one in force; the beginning of the records stays.
fn undo_target(conn: &Connection) -> Result<Option<LogRow>> {
    let mut undone = Undone::default();
    let found = newest_first(conn, 0, |row| undone.is_in_force(row) || row.kind == Kind::Begin)?;
    Ok(found.filter(|row| row.kind != Kind::Begin))
}

/// The last taking back that nothing followed but further undo and redo.
fn redo_target(conn: &Connection) -> Result<Option<LogRow>> {
    let mut undone = Undone::default();
    let found = newest_first(conn, 0, |row| {
        let is_last_word = undone.is_last_word(row);
        matches!(row.kind, Kind::Do | Kind::Begin) || (is_last_word && row.kind == Kind::Undo)
    })?;
    Ok(found.filter(|row| row.kind == Kind::Undo))
}

/// The row that last put an act into force; refused when it is none, or was taken back.
fn last_word_on(conn: &Connection, seq: i64) -> Result<LogRow> {
    let act = LogRow::of(conn, seq)?.filter(|row| row.kind == Kind::Do);
    let act = act.ok_or_else(|| Error::refused("office.not_undoable").with("seq", seq))?;
    let last = newest_first(conn, seq - 1, |row| row.act_seq() == seq)?.unwrap_or(act);
    if last.kind == Kind::Undo {
        return Err(Error::refused("office.already_undone").with("act", last.act()));
    }
    Ok(last)
}

/// The newest row after `since` that is looked for.
pub(super) fn newest_first(
    conn: &Connection,
    since: i64,
    is_it: impl FnMut(&LogRow) -> bool,
) -> Result<Option<LogRow>> {
    newest_of(conn, (since, &[]), is_it)
}

/// The same among the rows that touch one of these areas, or any where none is named. Their hashes lie behind what they changed: a row of another area is passed by
/// without reading that far.
pub(super) fn newest_of(
    conn: &Connection,
    (since, areas): (i64, &[Area]),
    mut is_it: impl FnMut(&LogRow) -> bool,
) -> Result<Option<LogRow>> {
    let names = areas.iter().map(json).collect::<Result<Vec<_>>>()?;
    let touched: Vec<String> = names.iter().map(|name| format!("instr(areas, '{name}') > 0")).collect();
    let touched = if touched.is_empty() { "TRUE".to_owned() } else { touched.join(" OR ") };
    let sql = format!("SELECT {COLUMNS} FROM log WHERE seq > ?1 AND ({touched}) ORDER BY seq DESC");
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([since])?;
    while let Some(row) = rows.next()? {
        let row = LogRow::read(row)?;
        if is_it(&row) {
            return Ok(Some(row));
        }
    }
    Ok(None)
}

/// The refusal that names the later operation: the newest one in force that mentions a row in the way, else (a name
/// taken meanwhile, say) the newest one in force at all.
pub(super) fn in_the_way(conn: &Connection, row: &LogRow, differing: &[Differing]) -> Result<Error> {
    let ids = match differing.last() {
        Some(one) => vec![one.id.clone()],
        None => mentioned(&payload(conn, row)?, |id| id.to_owned())?,
    };
    let mut undone = Undone::default();
    let mut later = Vec::new();
    newest_first(conn, row.seq, |row| {
        if undone.is_in_force(row) {
            later.push(row.clone());
        }
        false
    })?;
    let mut named = later.first();
    for row in &later {
        if mentioned(&payload(conn, row)?, |text| ids.iter().any(|id| id == text))?.contains(&true) {
            named = Some(row);
            break;
        }
    }
    // What is taken back here is either an act or the taking back of one.
    let code = if row.kind == Kind::Undo { "office.redo_conflict" } else { "office.undo_conflict" };
    let refused = Error::refused(code).with("act", row.act());
    Ok(named.map_or_else(
        || Error::refused("office.damaged"),
        |later| refused.with("later", later.act()).with("seq", later.seq),
    ))
}

/// Every text in a changeset, key or reference or other, through `pick`.
fn mentioned<T>(payload: &[u8], pick: impl Fn(&str) -> T) -> Result<Vec<T>> {
    let mut picked = Vec::new();
    let input: &mut dyn std::io::Read = &mut &*payload;
    let mut changes = ChangesetIter::start_strm(&input)?;
    while let Some(change) = changes.next()? {
        for column in 0..change.op()?.number_of_columns() as usize {
            let values = [ChangesetItem::old_value, ChangesetItem::new_value].map(|value| value(change, column));
            picked.extend(values.into_iter().flatten().filter_map(|value| match value {
                ValueRef::Text(text) => std::str::from_utf8(text).ok().map(&pick),
                _ => None,
            }));
        }
    }
    Ok(picked)
}
