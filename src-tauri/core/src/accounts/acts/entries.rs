//! 記帳: an entry is checked, recorded and judged; taking back and correcting stand in `correct`.

use chrono::NaiveDate;

use super::enter;
use crate::accounts::{
    AccountItem, AccountItemId, Books, Eligibility, Entry, EntryId, EntryKind, FundId, GrantId, PurseId, Ruled, Side,
    store,
};
use crate::activities::{self, ActivityId, OccasionId};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::{LARGEST_YEN, Yen};
use crate::roster::OrganisationId;
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
    /// 科目; of a transfer into another 会計 that of the 繰出.
    pub item_id: Option<AccountItemId>,
    /// 繰入の科目 of a transfer into another 会計.
    pub to_item_id: Option<AccountItemId>,
    /// 摘要
    pub description: String,
    /// 相手方
    pub counterparty: String,
    /// 円
    pub amount_yen: Yen,
    /// 伝票番号; none takes the one after the highest of the year, and a transfer has none.
    pub voucher_no: Option<i64>,
    /// 財源
    pub grant_id: Option<GrantId>,
    /// 対象・対象外 of an expense
    pub eligibility: Option<Eligibility>,
    /// Why the verdict of the rules was overridden.
    pub eligibility_reason: String,
    /// What the rules of its grant say; none where they say nothing.
    pub ruled: Option<Ruled>,
    /// 領収書 有
    pub has_receipt: bool,
    /// 事業
    pub activity_id: Option<ActivityId>,
    /// 行事 of the line of work
    pub occasion_id: Option<OccasionId>,
    /// 部会
    pub committee_id: Option<OrganisationId>,
    /// 人数
    pub heads: Option<i64>,
    /// 立替えた人
    pub reimbursed_to: String,
    /// 年度をまたぐ支払・受取: it belongs to the year although its day lies outside.
    pub is_out_of_year: bool,
}

impl NewEntry {
    /// What it would add to a purse.
    pub fn effect_on(&self, purse: PurseId) -> Yen {
        let (from, to) = (self.purse_id == Some(purse), self.to_purse_id == Some(purse));
        match self.kind {
            EntryKind::Income if from => self.amount_yen,
            EntryKind::Expense if from => -self.amount_yen,
            EntryKind::Transfer if from && !to => -self.amount_yen,
            EntryKind::Transfer if to && !from => self.amount_yen,
            _ => Yen(0),
        }
    }

    /// An entry as it would be entered once more, without its number.
    pub fn again(entry: &Entry) -> NewEntry {
        NewEntry {
            kind: entry.kind,
            entered_on: entry.entered_on,
            purse_id: Some(entry.purse_id),
            to_purse_id: entry.to_purse_id,
            item_id: entry.item_id,
            to_item_id: entry.to_item_id,
            description: entry.description.clone(),
            counterparty: entry.counterparty.clone(),
            amount_yen: entry.amount_yen,
            voucher_no: None,
            grant_id: entry.grant_id,
            eligibility: entry.eligibility,
            eligibility_reason: entry.eligibility_reason.clone(),
            ruled: None,
            has_receipt: entry.has_receipt,
            activity_id: entry.activity_id,
            occasion_id: entry.occasion_id,
            committee_id: entry.committee_id,
            heads: entry.heads,
            reimbursed_to: entry.reimbursed_to.clone(),
            is_out_of_year: entry.crossing().is_some(),
        }
    }
}

/// Everything that is wrong with a new entry, each naming its field; empty when it may be recorded.
pub fn problems(new: &NewEntry, books: &Books) -> Vec<Error> {
    let refused = |code, field: &str| Error::refused(code).with("field", field);
    let mut problems = Vec::new();
    problems.extend(day_problem(new, books.year));
    if new.amount_yen.0 <= 0 || new.amount_yen.0 > LARGEST_YEN {
        problems.push(refused("accounts.amount_out_of_range", "amount"));
    }
    let from = fund_of(new.purse_id, books);
    if from.is_none() {
        problems.push(refused("accounts.purse_missing", "purse_id"));
    }
    match new.kind.side() {
        None => problems.extend(transfer_problems(new, books, from)),
        Some(side) => {
            if !fits(new.item_id, side, books, from) {
                problems.push(refused("accounts.item_missing", "item_id"));
            }
            if new.description.trim().is_empty() {
                problems.push(refused("accounts.description_missing", "description"));
            }
        }
    }
    let verdict = new.eligibility.filter(|_| new.kind == EntryKind::Expense);
    problems.extend(unexplained(verdict, new.ruled, &new.eligibility_reason, "eligibility_reason"));
    problems
}

/// A day outside the year has to be meant: 未払, 未収, 前払 or 前受, within the time that the year may be settled in.
fn day_problem(new: &NewEntry, year: FiscalYear) -> Option<Error> {
    let refused = |code| Some(Error::refused(code).with("field", "on").with("year", year.label()));
    let may_cross = year.may_settle_on(new.entered_on) && new.kind != EntryKind::Transfer;
    match (year.contains(new.entered_on), may_cross, new.is_out_of_year) {
        (true, ..) | (_, true, true) => None,
        (_, true, false) => refused("accounts.settling_unsaid"),
        _ => refused("accounts.outside_year"),
    }
}

/// 対象 or 対象外 against the word of the rules is refused without a written reason. To leave a cost open needs none, nor to
/// decide what the rules leave open.
fn unexplained(verdict: Option<Eligibility>, ruled: Option<Ruled>, reason: &str, field: &str) -> Option<Error> {
    let ruled = ruled.map(|ruled| ruled.verdict);
    let (verdict, ruled) =
        verdict.zip(ruled).filter(|(verdict, ruled)| verdict != ruled && reason.trim().is_empty())?;
    let is_against = verdict != Eligibility::Unclear && ruled != Eligibility::Unclear;
    let refused = || Error::refused("accounts.verdict_reason_missing").with("field", field);
    is_against.then(|| refused().with("verdict", verdict.label()).with("ruled", ruled.label()))
}

/// A transfer needs another purse; one into another 会計 is 繰出 there and 繰入 here, so both sides need their item.
fn transfer_problems(new: &NewEntry, books: &Books, from: Option<Option<FundId>>) -> Option<Error> {
    let refused = |code, field: &str| Some(Error::refused(code).with("field", field));
    let to = fund_of(new.to_purse_id, books);
    if to.is_none() {
        return refused("accounts.purse_missing", "to_purse_id");
    }
    if new.to_purse_id == new.purse_id {
        return refused("accounts.same_purse", "to_purse_id");
    }
    if from.is_none() || from == to {
        return None;
    }
    if !fits(new.item_id, Side::Expense, books, from) {
        return refused("accounts.transfer_out_item_missing", "item_id");
    }
    let has_arrived = fits(new.to_item_id, Side::Income, books, to);
    if has_arrived { None } else { refused("accounts.transfer_in_item_missing", "to_item_id") }
}

/// The 会計 of a purse; none when there is no such purse.
fn fund_of(purse: Option<PurseId>, books: &Books) -> Option<Option<FundId>> {
    books.purses.iter().find(|one| Some(one.id) == purse).map(|one| one.fund_id)
}

/// The 部会 whose purse it is.
fn committee_of(purse: PurseId, books: &Books) -> Option<OrganisationId> {
    books.purses.iter().find(|one| one.id == purse).and_then(|one| one.committee_id)
}

/// True for an item of this side in the 会計 of the purse; while no purse is chosen any 会計 will do.
fn fits(item: Option<AccountItemId>, side: Side, books: &Books, fund: Option<Option<FundId>>) -> bool {
    let is_it =
        |one: &AccountItem| Some(one.id) == item && one.side == side && fund.is_none_or(|fund| one.fund_id == fund);
    books.items.iter().any(is_it)
}

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
