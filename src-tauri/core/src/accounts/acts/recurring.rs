//! 定例の記帳: written, ended, and one month of it recorded.

use chrono::{Datelike, NaiveDate};

use super::entries::checked;
use super::{Capped, NewEntry, record_within_cap};
use crate::accounts::{
    Books, EntryId, GrantId, Recurring, RecurringId, RecurringMonth, RecurringMonthId, entered_after, store,
};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::{Error, Result};

/// A recurring entry as typed and parsed, before it is checked.
#[derive(Debug, Clone)]
pub struct RecurringTyped {
    /// What is recorded each time; its day is はじめの日.
    pub entry: NewEntry,
    /// Months of the year, 1 to 12.
    pub months: Vec<u32>,
    /// Day of the month; 31 is its last.
    pub day: u32,
    /// 終わりの日
    pub until_on: Option<NaiveDate>,
    /// What is above a cap of the grant's rules becomes an entry of own funds.
    pub split_over_cap: bool,
}

/// Writes a recurring entry, or writes it anew; what was recorded of it before stays as it is.
pub fn save_recurring(tx: &Tx, id: Option<RecurringId>, typed: &RecurringTyped) -> Result<RecurringId> {
    let refused = |code, field: &str| Error::refused(code).with("field", field);
    if let Some(id) = id {
        found(tx, id)?;
    }
    let from = typed.entry.entered_on;
    let entry = checked(&typed.entry, &Books::load(tx, FiscalYear::of(from))?)?;
    if typed.months.is_empty() || typed.months.iter().any(|month| !(1..=12).contains(month)) {
        return Err(refused("accounts.recurring_months", "months"));
    }
    if !(1..=31).contains(&typed.day) {
        return Err(refused("accounts.recurring_day", "day"));
    }
    if typed.until_on.is_some_and(|until| until < from) {
        return Err(refused("accounts.recurring_ends_before", "until"));
    }
    let recurring = Recurring {
        id: id.unwrap_or_else(RecurringId::new),
        entry,
        months: typed.months.clone(),
        day: typed.day,
        until_on: typed.until_on,
        split_over_cap: typed.split_over_cap,
    };
    store::put_recurring(tx, &recurring)?;
    tx.say("description", words(&recurring));
    Ok(recurring.id)
}

/// Ends a recurring entry: after this day it falls due no more.
pub fn end_recurring(tx: &Tx, id: RecurringId, on: NaiveDate) -> Result<()> {
    let recurring = found(tx, id)?;
    if on < recurring.entry.entered_on {
        return Err(Error::refused("accounts.recurring_ends_before").with("field", "until"));
    }
    store::end_recurring(tx, id, on)?;
    tx.say("description", words(&recurring));
    tx.say("day", paper::wareki::long(on));
    Ok(())
}

/// How much of a month its grant pays, by the rules of the day; the second word says whether the rest is put aside.
pub type CapOf<'a> = &'a dyn Fn(NewEntry, bool) -> Capped;

/// Records one month of a recurring entry, once; `grant` is the award of that year that pays it. Where auditors have looked at the
/// books of its day, it stands on `today` and says which day it is of.
pub fn record_recurring(
    tx: &Tx,
    id: RecurringId,
    month: &str,
    grant: Option<GrantId>,
    today: NaiveDate,
    cap_of: CapOf,
) -> Result<EntryId> {
    let recurring = found(tx, id)?;
    let not_then = || Error::refused("accounts.recurring_not_then");
    let on = recurring.day_in(month).ok_or_else(not_then)?;
    let year = FiscalYear::of(on);
    let said = format!("{}月", on.month());
    if recurring.done_in(&Books::load(tx, year)?, &store::recurring_months(tx)?, on).is_some() {
        let told = Error::refused("accounts.recurring_done");
        return Err(told.with("month", said).with("description", words(&recurring)));
    }
    let again = NewEntry::again(&recurring.entry);
    let entered_on = entered_after(&store::audits(tx, year)?, on, today);
    let is_late = entered_on != on;
    let description = if is_late {
        format!("{}（{}の分）", words(&recurring), paper::wareki::short(on))
    } else {
        again.description
    };
    let new = NewEntry { entered_on, grant_id: grant, description, ..again };
    let recorded = record_within_cap(tx, year, &cap_of(new, recurring.split_over_cap))?;
    let entry_id = recorded.last().map(|(id, _)| *id).ok_or_else(not_then)?;
    let own_entry_id = recorded.first().map(|(own, _)| *own).filter(|own| *own != entry_id);
    let (key, month) = (RecurringMonthId::new(), month.to_owned());
    let done = RecurringMonth { id: key, recurring_id: id, month, entry_id, own_entry_id };
    store::put_recurring_month(tx, &done)?;
    tx.say("month", said);
    Ok(entry_id)
}

fn found(tx: &Tx, id: RecurringId) -> Result<Recurring> {
    let all = store::recurring(tx)?;
    all.into_iter().find(|one| one.id == id).ok_or_else(|| Error::refused("accounts.no_such_recurring"))
}

fn words(recurring: &Recurring) -> &str {
    let said = &recurring.entry.description;
    if said.is_empty() { "振替" } else { said }
}
