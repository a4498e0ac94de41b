//! What the secretary does with the books. Nothing is overwritten: a wrong entry is taken back by another one.

use chrono::NaiveDate;

use super::import::purse_kind;
use super::{AccountItem, AccountItemId, Books, Eligibility, Entry, EntryId, EntryKind, GrantId, PurseId, store};
use crate::activities::ActivityId;
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::{LARGEST_YEN, Yen};
use crate::{Error, Result};

/// An entry as typed and parsed, before it is checked.
#[derive(Debug, Clone)]
pub struct NewEntry {
    /// 収入, 支出 or 振替
    pub kind: EntryKind,
    /// 日付
    pub entered_on: NaiveDate,
    /// The purse; of a transfer the one the money leaves.
    pub purse_id: Option<PurseId>,
    /// Of a transfer the purse the money reaches.
    pub to_purse_id: Option<PurseId>,
    /// 科目
    pub item_id: Option<AccountItemId>,
    /// 摘要
    pub description: String,
    /// 相手方
    pub counterparty: String,
    /// 円
    pub amount_yen: Yen,
    /// 伝票番号
    pub voucher_no: Option<i64>,
    /// 財源
    pub grant_id: Option<GrantId>,
    /// 対象・対象外 of an expense
    pub eligibility: Option<Eligibility>,
    /// Why the verdict of the rules was overridden.
    pub eligibility_reason: String,
    /// 領収書 有
    pub has_receipt: bool,
    /// 事業
    pub activity_id: Option<ActivityId>,
}

/// A purse that is to be.
#[derive(Debug, Clone)]
pub struct NewPurse {
    /// 現金, 普通預金
    pub name: String,
    /// はじめの残高; none states nothing.
    pub opening_yen: Option<Yen>,
}

/// Everything that is wrong with a new entry, each naming its field; empty when it may be recorded.
pub fn problems(new: &NewEntry, books: &Books) -> Vec<Error> {
    let refused = |code, field: &str| Error::refused(code).with("field", field);
    let mut problems = Vec::new();
    if !books.year.contains(new.entered_on) {
        problems.push(refused("accounts.outside_year", "on").with("year", books.year.label()));
    }
    if new.amount_yen.0 <= 0 || new.amount_yen.0 > LARGEST_YEN {
        problems.push(refused("accounts.amount_out_of_range", "amount"));
    }
    if new.purse_id.is_none_or(|id| !books.purses.iter().any(|p| p.id == id)) {
        problems.push(refused("accounts.purse_missing", "purse_id"));
    }
    match new.kind.side() {
        None if new.to_purse_id.is_none() => problems.push(refused("accounts.purse_missing", "to_purse_id")),
        None if new.to_purse_id == new.purse_id => problems.push(refused("accounts.same_purse", "to_purse_id")),
        None => {}
        Some(side) => {
            let fits = |item: &AccountItem| Some(item.id) == new.item_id && item.side == side;
            if !books.items.iter().any(fits) {
                problems.push(refused("accounts.item_missing", "item_id"));
            }
            if new.description.trim().is_empty() {
                problems.push(refused("accounts.description_missing", "description"));
            }
        }
    }
    problems
}

/// Records an entry.
pub fn record_entry(tx: &Tx, year: FiscalYear, new: &NewEntry) -> Result<EntryId> {
    let books = Books::load(tx, year)?;
    let problem = problems(new, &books).into_iter().next();
    let (None, Some(purse_id)) = (problem.as_ref(), new.purse_id) else {
        return Err(problem.unwrap_or_else(|| Error::refused("accounts.purse_missing").with("field", "purse_id")));
    };
    let entry = Entry {
        id: EntryId::new(),
        fiscal_year: year,
        kind: new.kind,
        entered_on: new.entered_on,
        purse_id,
        to_purse_id: new.to_purse_id.filter(|_| new.kind == EntryKind::Transfer),
        item_id: new.item_id.filter(|_| new.kind != EntryKind::Transfer),
        description: new.description.trim().to_owned(),
        counterparty: new.counterparty.trim().to_owned(),
        amount_yen: new.amount_yen,
        voucher_no: new.voucher_no,
        grant_id: new.grant_id.filter(|_| new.kind != EntryKind::Transfer),
        eligibility: new.eligibility.filter(|_| new.kind == EntryKind::Expense),
        eligibility_reason: new.eligibility_reason.trim().to_owned(),
        has_receipt: new.has_receipt,
        activity_id: new.activity_id,
        position: next_position(&books, new.entered_on),
        voids_id: None,
        void_reason: String::new(),
        version: 1,
    };
    say_entry(tx, &entry);
    store::insert_entry(tx, &entry)?;
    Ok(entry.id)
}

/// Takes an entry back by one of the same shape with the opposite amount.
pub fn void_entry(tx: &Tx, id: EntryId, reason: &str) -> Result<EntryId> {
    let entry = store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
    let books = Books::load(tx, entry.fiscal_year)?;
    if !books.standing().any(|e| e.id == id) {
        return Err(Error::refused("accounts.already_void").with("description", entry.description));
    }
    if reason.trim().is_empty() {
        return Err(Error::refused("accounts.reason_missing").with("field", "reason"));
    }
    say_entry(tx, &entry);
    let back = Entry {
        id: EntryId::new(),
        amount_yen: -entry.amount_yen,
        voucher_no: None,
        position: next_position(&books, entry.entered_on),
        voids_id: Some(entry.id),
        void_reason: reason.trim().to_owned(),
        version: 1,
        ..entry
    };
    store::insert_entry(tx, &back)?;
    Ok(back.id)
}

/// Notes that the receipt of an expense is there, or is not.
pub fn set_receipt(tx: &Tx, id: EntryId, has_receipt: bool) -> Result<()> {
    let entry = store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
    say_entry(tx, &entry);
    store::update_entry(tx, &Entry { has_receipt, ..entry })
}

/// Judges whether the grant may pay an expense, with the reason.
pub fn set_eligibility(tx: &Tx, id: EntryId, verdict: Eligibility, reason: &str) -> Result<()> {
    let entry = store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
    // An entry and the one that took it back sum to nothing only as long as both are judged alike.
    if !Books::load(tx, entry.fiscal_year)?.standing().any(|e| e.id == id) {
        return Err(Error::refused("accounts.already_void").with("description", entry.description));
    }
    say_entry(tx, &entry);
    tx.say("verdict", verdict.label());
    let eligibility = Some(verdict).filter(|_| entry.kind == EntryKind::Expense);
    store::update_entry(tx, &Entry { eligibility, eligibility_reason: reason.trim().to_owned(), ..entry })
}

/// Writes down what lay in purses on the first day of a year.
pub fn save_openings(tx: &Tx, year: FiscalYear, openings: &[(PurseId, Yen)]) -> Result<()> {
    let books = Books::load(tx, year)?;
    tx.say("year", year.label());
    for (id, amount) in openings {
        let is_stated = books.openings.iter().any(|o| o.purse_id == *id && o.amount_yen == *amount);
        if !is_stated {
            store::put_opening(tx, *id, year, in_range(*amount, &id.to_string())?)?;
        }
    }
    Ok(())
}

/// Adds a purse; refused where one of that name is there.
pub fn add_purse(tx: &Tx, year: FiscalYear, new: &NewPurse) -> Result<PurseId> {
    let name = new.name.trim();
    if store::purses(tx)?.iter().any(|p| p.name == name) {
        return Err(Error::refused("accounts.purse_there").with("field", "name").with("name", name));
    }
    let id = store::insert_purse(tx, name, purse_kind(name))?;
    if let Some(amount) = new.opening_yen {
        store::put_opening(tx, id, year, in_range(amount, "opening")?)?;
    }
    Ok(id)
}

fn in_range(amount: Yen, field: &str) -> Result<Yen> {
    let fits = (0..=LARGEST_YEN).contains(&amount.0);
    if fits { Ok(amount) } else { Err(Error::refused("accounts.opening_out_of_range").with("field", field)) }
}

fn say_entry(tx: &Tx, entry: &Entry) {
    let words =
        if entry.kind == EntryKind::Transfer && entry.description.is_empty() { "振替" } else { &entry.description };
    tx.say("description", words);
    tx.say("amount", paper::Value::Yen(entry.amount_yen.0).shown(paper::Negative::White));
}

/// After the last entry of the day.
fn next_position(books: &Books, day: NaiveDate) -> i64 {
    1 + books.entries.iter().filter(|e| e.entered_on == day).map(|e| e.position).max().unwrap_or(0)
}
