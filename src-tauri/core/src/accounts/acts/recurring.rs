//! 定例の記帳: written, ended, and one month of it recorded.

use chrono::{Datelike, NaiveDate};

use super::{NewEntry, problems, record_entry};
use crate::accounts::recurring::month_of;
use crate::accounts::{
    AccountItemId, Books, EntryId, EntryKind, GrantId, PurseId, Recurring, RecurringId, RecurringMonth,
    RecurringMonthId, store,
};
use crate::activities::ActivityId;
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::Yen;
use crate::{Error, Result};

/// A recurring entry as typed and parsed, before it is checked.
#[derive(Debug, Clone)]
pub struct RecurringTyped {
    /// 収入, 支出 or 振替
    pub kind: EntryKind,
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
    /// 財源
    pub grant_id: Option<GrantId>,
    /// 事業
    pub activity_id: Option<ActivityId>,
    /// Months of the year, 1 to 12.
    pub months: Vec<u32>,
    /// Day of the month; 31 is its last.
    pub day: u32,
    /// はじめの日
    pub from_on: NaiveDate,
    /// 終わりの日
    pub until_on: Option<NaiveDate>,
}

impl RecurringTyped {
    fn entry(&self, on: NaiveDate, grant_id: Option<GrantId>) -> NewEntry {
        NewEntry {
            kind: self.kind,
            entered_on: on,
            purse_id: self.purse_id,
            to_purse_id: self.to_purse_id,
            item_id: self.item_id,
            to_item_id: None,
            description: self.description.clone(),
            counterparty: self.counterparty.clone(),
            amount_yen: self.amount_yen,
            voucher_no: None,
            grant_id,
            eligibility: None,
            eligibility_reason: String::new(),
            ruled: None,
            has_receipt: false,
            activity_id: self.activity_id,
            committee_id: None,
            heads: None,
            reimbursed_to: String::new(),
            is_out_of_year: false,
        }
    }

    fn of(recurring: &Recurring) -> RecurringTyped {
        let Recurring { id: _, purse_id, description, counterparty, months, .. } = recurring.clone();
        RecurringTyped {
            kind: recurring.kind,
            purse_id: Some(purse_id),
            to_purse_id: recurring.to_purse_id,
            item_id: recurring.item_id,
            description,
            counterparty,
            amount_yen: recurring.amount_yen,
            grant_id: recurring.grant_id,
            activity_id: recurring.activity_id,
            months,
            day: recurring.day,
            from_on: recurring.from_on,
            until_on: recurring.until_on,
        }
    }
}

/// Writes a recurring entry, or writes it anew; what was recorded of it before stays as it is.
pub fn save_recurring(tx: &Tx, id: Option<RecurringId>, typed: &RecurringTyped) -> Result<RecurringId> {
    let refused = |code, field: &str| Error::refused(code).with("field", field);
    if let Some(id) = id {
        found(tx, id)?;
    }
    let books = Books::load(tx, FiscalYear::of(typed.from_on))?;
    if let Some(problem) = problems(&typed.entry(typed.from_on, typed.grant_id), &books).into_iter().next() {
        return Err(problem);
    }
    let purse_id = typed.purse_id.ok_or_else(|| refused("accounts.purse_missing", "purse_id"))?;
    if typed.months.is_empty() || typed.months.iter().any(|month| !(1..=12).contains(month)) {
        return Err(refused("accounts.recurring_months", "months"));
    }
    if !(1..=31).contains(&typed.day) {
        return Err(refused("accounts.recurring_day", "day"));
    }
    if typed.until_on.is_some_and(|until| until < typed.from_on) {
        return Err(refused("accounts.recurring_ends_before", "until"));
    }
    let is_transfer = typed.kind == EntryKind::Transfer;
    let recurring = Recurring {
        id: id.unwrap_or_else(RecurringId::new),
        kind: typed.kind,
        purse_id,
        to_purse_id: typed.to_purse_id.filter(|_| is_transfer),
        item_id: typed.item_id.filter(|_| !is_transfer),
        description: typed.description.trim().to_owned(),
        counterparty: typed.counterparty.trim().to_owned(),
        amount_yen: typed.amount_yen,
        grant_id: typed.grant_id.filter(|_| !is_transfer),
        activity_id: typed.activity_id,
        months: typed.months.clone(),
        day: typed.day,
        from_on: typed.from_on,
        until_on: typed.until_on,
    };
    store::put_recurring(tx, &recurring)?;
    tx.say("description", words(&recurring));
    Ok(recurring.id)
}

/// Ends a recurring entry: after this day it falls due no more.
pub fn end_recurring(tx: &Tx, id: RecurringId, on: NaiveDate) -> Result<()> {
    let recurring = found(tx, id)?;
    if on < recurring.from_on {
        return Err(Error::refused("accounts.recurring_ends_before").with("field", "until"));
    }
    store::end_recurring(tx, id, on)?;
    tx.say("description", words(&recurring));
    tx.say("day", paper::wareki::long(on));
    Ok(())
}

/// Records one month of a recurring entry, once; `grant` is the award of that year that pays it.
pub fn record_recurring(tx: &Tx, id: RecurringId, month: &str, grant: Option<GrantId>) -> Result<EntryId> {
    let recurring = found(tx, id)?;
    let not_then = || Error::refused("accounts.recurring_not_then");
    let first: NaiveDate = format!("{month}-01").parse().map_err(|_| not_then())?;
    let year = FiscalYear::of(first);
    let on = recurring.days_in(year).into_iter().find(|day| month_of(*day) == month).ok_or_else(not_then)?;
    let said = format!("{}月", on.month());
    if recurring.done_in(&Books::load(tx, year)?, &store::recurring_months(tx)?, on).is_some() {
        let told = Error::refused("accounts.recurring_done");
        return Err(told.with("month", said).with("description", words(&recurring)));
    }
    let entry_id = record_entry(tx, year, &RecurringTyped::of(&recurring).entry(on, grant))?;
    let done = RecurringMonth { id: RecurringMonthId::new(), recurring_id: id, month: month.to_owned(), entry_id };
    store::put_recurring_month(tx, &done)?;
    tx.say("month", said);
    Ok(entry_id)
}

fn found(tx: &Tx, id: RecurringId) -> Result<Recurring> {
    let all = store::recurring(tx)?;
    all.into_iter().find(|one| one.id == id).ok_or_else(|| Error::refused("accounts.no_such_recurring"))
}

fn words(recurring: &Recurring) -> &str {
    if recurring.description.is_empty() { "振替" } else { &recurring.description }
}
