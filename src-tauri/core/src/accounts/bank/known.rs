//! 通帳と帳簿: a purse as the bank and as the book tell it, read together.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use paper::RawBook;
use rusqlite::Connection;

use super::{
    BankLine, BankLineId, BankLink, BankRule, Matches, Statement, StatementLine, is_named_in, matches, ordered,
    overlap, read, rule_for,
};
use crate::Result;
use crate::accounts::{Entry, EntryId, PurseId, store};
use crate::calendar::FiscalYear;
use crate::intake::columns::Kind;
use crate::intake::mapping::{self, ColumnChoice, Hints};
use crate::text::search_key;

/// Reads a statement beside what is kept of its purse and what was said about such files before.
pub fn read_beside(
    conn: &Connection,
    purse: PurseId,
    book: &RawBook,
    chosen: &[ColumnChoice],
    today: NaiveDate,
) -> Result<Statement> {
    let (remembered, held) = (mapping::remembered(conn, Kind::BankStatement)?, store::all_bank_lines(conn, purse)?);
    read(book, &Hints { chosen, remembered: &remembered }, &held, today)
}

/// The other purse that holds most of the lines of a statement already; a file is easily read beside the wrong passbook.
pub fn held_elsewhere(conn: &Connection, purse: PurseId, statement: &Statement) -> Result<Option<String>> {
    let lines: Vec<StatementLine> = statement.new_lines().cloned().collect();
    for other in store::purses(conn)?.into_iter().filter(|other| other.id != purse) {
        let held = store::all_bank_lines(conn, other.id)?;
        let known = overlap::held(&lines, &held).into_iter().flatten().count();
        if known * 2 > lines.len() {
            return Ok(Some(other.name));
        }
    }
    Ok(None)
}

/// A purse as the bank and as the book tell it.
#[derive(Debug)]
pub struct PurseBook {
    /// Which purse.
    pub purse: PurseId,
    /// What the bank wrote, from the oldest to the newest.
    pub lines: Vec<BankLine>,
    /// The entries of the purse that stand, in the order of the books.
    pub entries: Vec<Entry>,
    /// What lines were booked as before.
    pub rules: Vec<BankRule>,
    /// Which entries the lines are.
    pub matches: Matches,
}

impl PurseBook {
    /// Reads the years from one to another and a year on either side, so that what stands near a border is found.
    pub fn load(conn: &Connection, purse: PurseId, from: FiscalYear, to: FiscalYear) -> Result<PurseBook> {
        let (from, to) = (from.previous(), to.next());
        let lines = ordered(store::bank_lines(conn, purse, from.first_day(), to.last_day())?);
        let mut entries: Vec<Entry> = Vec::new();
        for year in (from.0..=to.0).map(FiscalYear) {
            entries.extend(standing(store::entries(conn, year)?, purse));
        }
        let (links, rules) = (store::bank_links(conn, purse)?, store::bank_rules(conn)?);
        let matches = matched(purse, &lines, &entries, &links, &rules);
        Ok(PurseBook { purse, lines, entries, rules, matches })
    }

    /// The years in which these days lie.
    pub fn around(conn: &Connection, purse: PurseId, days: &[NaiveDate]) -> Result<PurseBook> {
        let years = || days.iter().map(|day| FiscalYear::of(*day));
        let (from, to) = (years().min().unwrap_or(FiscalYear(0)), years().max().unwrap_or(FiscalYear(0)));
        PurseBook::load(conn, purse, from, to)
    }

    /// An entry of the purse.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The entries that a line is.
    pub fn entries_of(&self, line: BankLineId) -> Vec<&Entry> {
        let ids = self.matches.together.get(&line).map_or(&[][..], Vec::as_slice);
        ids.iter().filter_map(|id| self.entry(*id)).collect()
    }

    /// The line that an entry is.
    pub fn line_of(&self, id: EntryId) -> Option<BankLineId> {
        self.matches.together.iter().find(|(_, entries)| entries.contains(&id)).map(|(line, _)| *line)
    }

    /// The entries that no line is.
    pub fn without_line(&self) -> Vec<&Entry> {
        let taken: HashSet<&EntryId> = self.matches.together.values().flatten().collect();
        self.entries.iter().filter(|entry| !taken.contains(&entry.id)).collect()
    }
}

/// Entries of a year that touch the purse and are neither taken back nor take another one back.
fn standing(entries: Vec<Entry>, purse: PurseId) -> impl Iterator<Item = Entry> {
    let voided: HashSet<EntryId> = entries.iter().filter_map(|entry| entry.voids_id).collect();
    let touches = move |entry: &Entry| entry.purse_id == purse || entry.to_purse_id == Some(purse);
    entries.into_iter().filter(move |e| e.voids_id.is_none() && !voided.contains(&e.id) && touches(e))
}

fn matched(purse: PurseId, lines: &[BankLine], entries: &[Entry], links: &[BankLink], rules: &[BankRule]) -> Matches {
    let payees: HashMap<BankLineId, String> = lines
        .iter()
        .filter_map(|line| Some((line.id, search_key(&rule_for(rules, &line.said)?.counterparty))))
        .filter(|(_, payee)| !payee.is_empty())
        .collect();
    let is_alike = |line: &BankLine, entry: &Entry| {
        let is_payee = payees.get(&line.id).is_some_and(|payee| *payee == search_key(&entry.counterparty));
        is_payee || is_named_in(&line.said.description, entry)
    };
    matches(purse, lines, &entries.iter().collect::<Vec<_>>(), links, is_alike)
}
