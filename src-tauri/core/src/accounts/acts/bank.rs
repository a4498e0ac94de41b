//! 銀行の明細: kept, put together with entries, recorded, and remembered.

use std::collections::BTreeSet;

use super::{NewEntry, record_entry};
use crate::accounts::bank::{BankLine, BankLineId, BankRule, BankRuleId, PurseBook, Statement, rule_for, rule_key};
use crate::accounts::{AccountItemId, Entry, EntryId, GrantId, PurseId, store};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::intake::columns::Kind;
use crate::intake::mapping;
use crate::money::Yen;
use crate::{Error, Result};

/// Keeps the lines of a statement that are new; returns how many. What is beyond doubt teaches its words, where nothing is
/// remembered for them yet, and what was said about the columns of the file is remembered.
pub fn keep_statement(tx: &Tx, purse: PurseId, statement: &Statement, file: &str) -> Result<usize> {
    let name = store::purses(tx)?.into_iter().find(|one| one.id == purse).map(|one| one.name);
    let name = name.ok_or_else(|| Error::refused("accounts.purse_missing").with("field", "purse_id"))?;
    if let Some(error) = statement.in_the_way() {
        return Err(error);
    }
    let mut new: Vec<BankLineId> = Vec::new();
    for line in statement.new_lines() {
        new.push(store::insert_bank_line(tx, purse, line, file)?);
    }
    if statement.bank.is_none() {
        mapping::remember(tx, Kind::BankStatement, &statement.plan.mappings)?;
    }
    tx.say("purse", name);
    tx.say("count", new.len());
    learn(tx, purse, statement, &new)?;
    Ok(new.len())
}

/// Learns from new lines that are an entry beyond doubt what their words are booked as.
fn learn(tx: &Tx, purse: PurseId, statement: &Statement, new: &[BankLineId]) -> Result<()> {
    if new.is_empty() {
        return Ok(());
    }
    let days: Vec<_> = statement.new_lines().map(|line| line.dated_on).collect();
    let PurseBook { lines, mut rules, matches, entries, .. } = PurseBook::around(tx, purse, &days)?;
    for line in lines.iter().filter(|line| new.contains(&line.id) && !rule_key(&line.said.description).is_empty()) {
        let Some([id]) = matches.together.get(&line.id).map(Vec::as_slice) else { continue };
        let entry = entries.iter().find(|entry| entry.id == *id);
        if let (Some(entry), None) = (entry, rule_for(&rules, &line.said)) {
            let rule = learnt(line, entry);
            store::put_bank_rule(tx, &rule)?;
            rules.push(rule);
        }
    }
    Ok(())
}

/// Records a line as an entry, and remembers as what.
pub fn record_line(tx: &Tx, id: BankLineId, new: &NewEntry) -> Result<EntryId> {
    let line = open_line(tx, id)?;
    if new.effect_on(line.purse_id) != line.said.amount_yen {
        return Err(Error::refused("bank.entry_differs").with("field", "amount").with("amount", plain(&line)));
    }
    let entry = record_entry(tx, FiscalYear::of(new.entered_on), new)?;
    join(tx, &line, &[entry])?;
    Ok(entry)
}

/// Puts a line together with entries that are there: one, or several that were paid at once.
pub fn join_line(tx: &Tx, id: BankLineId, entries: &[EntryId]) -> Result<()> {
    let line = open_line(tx, id)?;
    let book = PurseBook::around(tx, line.purse_id, &[line.said.dated_on])?;
    let entries: BTreeSet<EntryId> = entries.iter().copied().collect();
    let found: Vec<&Entry> = entries.iter().filter_map(|id| book.entry(*id)).collect();
    let sum: Yen = found.iter().map(|entry| entry.effect_on(line.purse_id)).sum();
    if found.is_empty() || found.len() != entries.len() {
        return Err(Error::refused("accounts.no_such_entry"));
    }
    if let Some(taken) = found.iter().find(|entry| book.line_of(entry.id).is_some()) {
        return Err(Error::refused("bank.entry_taken").with("words", &taken.description));
    }
    if sum != line.said.amount_yen {
        let shown = paper::Value::Yen(sum.0.abs()).shown(paper::Negative::White);
        return Err(Error::refused("bank.sum_differs").with("sum", shown).with("amount", plain(&line)));
    }
    tx.say("words", &line.said.description);
    tx.say("amount", plain(&line));
    join(tx, &line, &entries.into_iter().collect::<Vec<_>>())
}

/// Says that a line is not the entry that it was taken for.
pub fn part_line(tx: &Tx, id: BankLineId) -> Result<()> {
    let line = found_line(tx, id)?;
    let book = PurseBook::around(tx, line.purse_id, &[line.said.dated_on])?;
    let entries = book.entries_of(id);
    if entries.is_empty() {
        return Err(Error::refused("bank.line_open"));
    }
    tx.say("words", &line.said.description);
    tx.say("amount", plain(&line));
    entries.iter().try_for_each(|entry| store::put_bank_link(tx, id, entry.id, false))
}

/// What a rule says, as typed.
#[derive(Debug, Clone)]
pub struct RuleTyped {
    /// 科目
    pub item_id: Option<AccountItemId>,
    /// 摘要
    pub description: String,
    /// 相手方
    pub counterparty: String,
    /// 財源
    pub grant_id: Option<GrantId>,
}

/// Writes a rule anew.
pub fn save_rule(tx: &Tx, id: BankRuleId, typed: &RuleTyped) -> Result<()> {
    let rule = found_rule(tx, id)?;
    tx.say("words", &rule.words);
    let RuleTyped { item_id, description, counterparty, grant_id } = typed.clone();
    let [description, counterparty] = [description, counterparty].map(|text| text.trim().to_owned());
    store::put_bank_rule(tx, &BankRule { item_id, description, counterparty, grant_id, ..rule })
}

/// Forgets a rule.
pub fn remove_rule(tx: &Tx, id: BankRuleId) -> Result<()> {
    tx.say("words", found_rule(tx, id)?.words);
    store::delete_bank_rule(tx, id)
}

fn found_rule(tx: &Tx, id: BankRuleId) -> Result<BankRule> {
    let found = store::bank_rules(tx)?.into_iter().find(|rule| rule.id == id);
    found.ok_or_else(|| Error::refused("bank.no_such_rule"))
}

fn found_line(tx: &Tx, id: BankLineId) -> Result<BankLine> {
    store::find_bank_line(tx, id)?.ok_or_else(|| Error::refused("bank.no_such_line"))
}

/// A line that is no entry yet.
fn open_line(tx: &Tx, id: BankLineId) -> Result<BankLine> {
    let line = found_line(tx, id)?;
    let book = PurseBook::around(tx, line.purse_id, &[line.said.dated_on])?;
    let is_open = book.entries_of(id).is_empty();
    if is_open { Ok(line) } else { Err(Error::refused("bank.line_taken")) }
}

/// Writes that a line and entries are the same, whatever it was taken for before; one entry teaches the words of its line.
fn join(tx: &Tx, line: &BankLine, entries: &[EntryId]) -> Result<()> {
    store::delete_bank_joins(tx, line.id)?;
    for entry in entries {
        store::put_bank_link(tx, line.id, *entry, true)?;
    }
    let [id] = entries else { return Ok(()) };
    let Some(entry) = store::find_entry(tx, *id)?.filter(|_| !rule_key(&line.said.description).is_empty()) else {
        return Ok(());
    };
    let rules = store::bank_rules(tx)?;
    let known = rule_for(&rules, &line.said).map(|rule| rule.id);
    let rule = learnt(line, &entry);
    store::put_bank_rule(tx, &BankRule { id: known.unwrap_or(rule.id), ..rule })
}

/// The lines of the bank that an entry is, each with its purse.
pub(super) fn lines_of(tx: &Tx, entry: &Entry) -> Result<Vec<(BankLineId, PurseId)>> {
    let mut lines = Vec::new();
    for purse in [Some(entry.purse_id), entry.to_purse_id].into_iter().flatten() {
        let book = PurseBook::around(tx, purse, &[entry.entered_on])?;
        lines.extend(book.line_of(entry.id).map(|line| (line, purse)));
    }
    Ok(lines)
}

/// What a line that is this entry teaches.
fn learnt(line: &BankLine, entry: &Entry) -> BankRule {
    let other = [Some(entry.purse_id), entry.to_purse_id].into_iter().flatten().find(|id| *id != line.purse_id);
    BankRule {
        id: BankRuleId::new(),
        words: line.said.description.clone(),
        is_incoming: line.said.amount_yen > Yen(0),
        kind: entry.kind,
        other_purse_id: other,
        item_id: entry.item_id,
        description: entry.description.clone(),
        counterparty: entry.counterparty.clone(),
        grant_id: entry.grant_id,
        committee_id: entry.committee_id,
        activity_id: entry.activity_id,
        used_on: line.said.dated_on,
    }
}

fn plain(line: &BankLine) -> String {
    paper::Value::Yen(line.said.amount_yen.0.abs()).shown(paper::Negative::White)
}
