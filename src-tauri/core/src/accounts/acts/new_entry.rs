//! An entry as it is typed, and everything that is wrong with it.

use chrono::NaiveDate;

use crate::Error;
use crate::accounts::{
    AccountItem, AccountItemId, Books, Eligibility, Entry, EntryKind, FundId, GrantId, PurseId, Ruled, Side,
};
use crate::activities::{ActivityId, OccasionId};
use crate::calendar::FiscalYear;
use crate::money::{LARGEST_YEN, Yen};
use crate::roster::OrganisationId;

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
pub(super) fn unexplained(
    verdict: Option<Eligibility>,
    ruled: Option<Ruled>,
    reason: &str,
    field: &str,
) -> Option<Error> {
    let ruled = ruled.map(|ruled| ruled.verdict);
    let (verdict, ruled) =
        verdict.zip(ruled).filter(|(verdict, ruled)| verdict != ruled && reason.trim().is_empty())?;
    let is_against = verdict != Eligibility::Unclear && ruled != Eligibility::Unclear;
    is_against.then(|| reason_missing(verdict, ruled, field))
}

pub(super) fn reason_missing(verdict: Eligibility, ruled: Eligibility, field: &str) -> Error {
    let refused = Error::refused("accounts.verdict_reason_missing").with("field", field);
    refused.with("verdict", verdict.label()).with("ruled", ruled.label())
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
pub(super) fn fund_of(purse: Option<PurseId>, books: &Books) -> Option<Option<FundId>> {
    books.purses.iter().find(|one| Some(one.id) == purse).map(|one| one.fund_id)
}

/// The 部会 whose purse it is.
pub(super) fn committee_of(purse: PurseId, books: &Books) -> Option<OrganisationId> {
    books.purses.iter().find(|one| one.id == purse).and_then(|one| one.committee_id)
}

/// True for an item of this side in the 会計 of the purse; while no purse is chosen any 会計 will do.
fn fits(item: Option<AccountItemId>, side: Side, books: &Books, fund: Option<Option<FundId>>) -> bool {
    let is_it =
        |one: &AccountItem| Some(one.id) == item && one.side == side && fund.is_none_or(|fund| one.fund_id == fund);
    books.items.iter().any(is_it)
}
