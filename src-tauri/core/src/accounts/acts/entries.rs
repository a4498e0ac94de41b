//! 記帳: an entry is recorded and judged; what it has to be stands in `new_entry`, taking back and correcting in `correct`.

use chrono::NaiveDate;

use super::enter;
use super::new_entry::{NewEntry, committee_of, fund_of, problems, reason_missing, unexplained};
use crate::accounts::{Books, Eligibility, Entry, EntryId, EntryKind, Ruled, store};
use crate::activities::{self, ActivityId, OccasionId};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::Yen;
use crate::{Error, Result};

/// The line of work of an occasion: an entry that names the one belongs to the other.
fn activity_of(tx: &Tx, occasion: Option<OccasionId>) -> Result<Option<ActivityId>> {
    let occasion = occasion.map(|id| activities::store::find_occasion(tx, id)).transpose()?.flatten();
    Ok(occasion.and_then(|occasion| occasion.activity_id))
}

/// Records an entry; refused where it would stand among what auditors have looked at.
pub fn record_entry(tx: &Tx, year: FiscalYear, new: &NewEntry) -> Result<EntryId> {
    after_audit(tx, year, new.entered_on)?;
    record_as_told(tx, year, new)
}

/// Records an entry on its day, whatever auditors have looked at.
pub(super) fn record_as_told(tx: &Tx, year: FiscalYear, new: &NewEntry) -> Result<EntryId> {
    let books = Books::load(tx, year)?;
    let checked = checked(new, &books)?;
    grant_of_its_year(tx, &checked)?;
    let (voucher_no, position) = (voucher_no(tx, year, new)?, next_position(&books, new.entered_on));
    let activity_id = checked.activity_id.or(activity_of(tx, checked.occasion_id)?);
    let entry = Entry { voucher_no, position, activity_id, ..checked };
    say_entry(tx, &entry);
    enter(tx, &entry)?;
    Ok(entry.id)
}

/// An expense is charged to a grant of its own year: in the books of another one no rule would look at it.
pub(super) fn grant_of_its_year(tx: &Tx, entry: &Entry) -> Result<()> {
    let charged = entry.grant_id.filter(|_| entry.kind == EntryKind::Expense);
    let of = charged.map(|grant| store::year_of_grant(tx, grant)).transpose()?.flatten();
    match of.filter(|of| *of != entry.fiscal_year) {
        None => Ok(()),
        Some(of) => {
            let refused = Error::refused("accounts.grant_of_other_year").with("field", "grant_id");
            Err(refused.with("year", entry.fiscal_year.label()).with("of", of.label()))
        }
    }
}

/// The entry that this would be, without its number and its place within the day; refused at the first thing that is wrong.
pub(super) fn checked(new: &NewEntry, books: &Books) -> Result<Entry> {
    let problem = problems(new, books).into_iter().next();
    let (None, Some(purse_id)) = (problem.as_ref(), new.purse_id) else {
        return Err(problem.unwrap_or_else(|| Error::refused("accounts.purse_missing").with("field", "purse_id")));
    };
    let (is_expense, is_transfer) = (new.kind == EntryKind::Expense, new.kind == EntryKind::Transfer);
    let is_between_funds = is_transfer && fund_of(Some(purse_id), books) != fund_of(new.to_purse_id, books);
    Ok(Entry {
        fiscal_year: books.year,
        to_purse_id: new.to_purse_id.filter(|_| is_transfer),
        item_id: new.item_id.filter(|_| !is_transfer || is_between_funds),
        to_item_id: new.to_item_id.filter(|_| is_between_funds),
        description: new.description.trim().to_owned(),
        counterparty: new.counterparty.trim().to_owned(),
        grant_id: new.grant_id.filter(|_| !is_transfer),
        eligibility: new.eligibility.filter(|_| is_expense),
        eligibility_reason: new.eligibility_reason.trim().to_owned(),
        excuses_receipt: Ruled::excused(new.ruled, &new.eligibility_reason),
        has_receipt: new.has_receipt,
        activity_id: new.activity_id,
        occasion_id: new.occasion_id,
        committee_id: new.committee_id.or(committee_of(purse_id, books).filter(|_| !is_transfer)),
        heads: new.heads,
        reimbursed_to: new.reimbursed_to.trim().to_owned(),
        ..Entry::new(new.kind, new.entered_on, purse_id, new.amount_yen)
    })
}

/// The number on the slip, or the next one: what was typed without a number is found by one as well.
fn voucher_no(tx: &Tx, year: FiscalYear, new: &NewEntry) -> Result<Option<i64>> {
    if new.voucher_no.is_some() || new.kind == EntryKind::Transfer {
        return Ok(new.voucher_no);
    }
    store::next_voucher_no(tx, year).map(Some)
}

/// Notes that the paper receipt of an expense is there, or is not. What is written down as a receipt is there.
pub fn set_receipt(tx: &Tx, id: EntryId, has_receipt: bool) -> Result<()> {
    let entry = store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
    if !has_receipt && store::has_receipt_written(tx, id)? {
        return Err(Error::refused("accounts.receipt_written"));
    }
    not_audited(tx, &entry)?;
    say_entry(tx, &entry);
    store::update_entry(tx, &Entry { has_receipt, ..entry })
}

/// What auditors have looked at is never written over: it is corrected, and both stay in the book.
pub(super) fn not_audited(tx: &Tx, entry: &Entry) -> Result<()> {
    let is_audited = store::is_audited(tx, entry.fiscal_year, entry.entered_on)?;
    let refused = || Error::refused("accounts.entry_audited").with("description", &entry.description);
    if is_audited { Err(refused()) } else { Ok(()) }
}

/// Nothing is put in between what auditors have looked at: every balance after it would be another one than they saw.
pub(in crate::accounts) fn after_audit(tx: &Tx, year: FiscalYear, day: NaiveDate) -> Result<()> {
    let Some(until) = store::audited_behind(tx, year, day)? else { return Ok(()) };
    let refused = Error::refused("accounts.day_audited").with("field", "on");
    Err(refused.with("until", paper::wareki::long(until)).with("last", paper::wareki::long(year.last_day())))
}

/// Refused once auditors have looked at a year.
pub(in crate::accounts) fn unaudited(tx: &Tx, year: FiscalYear, code: &'static str) -> Result<()> {
    let refused = || Error::refused(code).with("year", year.label());
    // A closed year refuses for itself.
    let is_free = store::audits(tx, year)?.is_empty() || store::closed_year(tx, year)?.is_some();
    if is_free { Ok(()) } else { Err(refused()) }
}

/// Lets the entry say whether it has a receipt, where it says otherwise.
pub(super) fn set_flag(tx: &Tx, id: EntryId, has_receipt: bool) -> Result<()> {
    let entry = store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
    if entry.has_receipt == has_receipt { Ok(()) } else { store::update_entry(tx, &Entry { has_receipt, ..entry }) }
}

/// Judges whether the grant may pay an expense, with the reason; `ruled` is what the rules say of it.
pub fn set_eligibility(tx: &Tx, id: EntryId, verdict: Eligibility, ruled: Option<Ruled>, reason: &str) -> Result<()> {
    let entry = store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
    // An entry and the one that took it back sum to nothing only as long as both are judged alike.
    if !Books::load(tx, entry.fiscal_year)?.standing().any(|e| e.id == id) {
        return Err(Error::refused("accounts.already_void").with("description", entry.description));
    }
    not_audited(tx, &entry)?;
    if let Some(problem) = unexplained(Some(verdict), ruled, reason, "reason") {
        return Err(problem);
    }
    let was_open = entry.eligibility == Some(Eligibility::Unclear);
    let asks = ruled.filter(|ruled| was_open && ruled.asks_why(verdict) && reason.trim().is_empty());
    if let Some(ruled) = asks {
        return Err(reason_missing(verdict, ruled.verdict, "reason"));
    }
    say_entry(tx, &entry);
    tx.say("verdict", verdict.label());
    let eligibility = Some(verdict).filter(|_| entry.kind == EntryKind::Expense);
    let (excuses_receipt, eligibility_reason) = (Ruled::excused(ruled, reason), reason.trim().to_owned());
    store::update_entry(tx, &Entry { eligibility, eligibility_reason, excuses_receipt, ..entry })
}

pub(super) fn say_entry(tx: &Tx, entry: &Entry) {
    let words =
        if entry.kind == EntryKind::Transfer && entry.description.is_empty() { "振替" } else { &entry.description };
    tx.say("description", words);
    tx.say("amount", told(entry.amount_yen));
}

/// An amount as sentences tell it.
pub(super) fn told(amount: Yen) -> String {
    paper::Value::Yen(amount.0).shown(paper::Negative::White)
}

/// After the last entry of the day.
pub(super) fn next_position(books: &Books, day: NaiveDate) -> i64 {
    1 + books.entries.iter().filter(|e| e.entered_on == day).map(|e| e.position).max().unwrap_or(0)
}
