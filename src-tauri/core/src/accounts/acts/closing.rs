//! 締め・仮締め・取りやめ・繰越.

use chrono::NaiveDate;

use crate::accounts::{Books, ClosedYear, PurseId, Remembered, Reopening, closing_findings, store};
use crate::calendar::{BookMonth, FiscalYear};
use crate::file::Tx;
use crate::money::{LARGEST_YEN, Yen};
use crate::{Error, Result};

/// States what the passbooks say, or what was counted, at the end of a day; a purse without an amount says nothing any more.
pub fn state_balances(tx: &Tx, on: NaiveDate, stated: &[(PurseId, Option<Yen>)]) -> Result<()> {
    let purses = store::purses(tx)?;
    let mut names: Vec<&str> = Vec::new();
    for (id, amount) in stated {
        let purse = purses.iter().find(|one| one.id == *id);
        let purse = purse.ok_or_else(|| Error::refused("accounts.purse_missing").with("field", "purse_id"))?;
        match amount {
            Some(amount) if amount.0.abs() > LARGEST_YEN => {
                return Err(Error::refused("accounts.amount_out_of_range").with("field", id));
            }
            Some(amount) => store::put_stated_balance(tx, *id, on, *amount)?,
            None => store::delete_stated_balance(tx, *id, on)?,
        }
        names.push(&purse.name);
    }
    tx.say("purse", names.join("、"));
    tx.say("day", paper::wareki::long(on));
    Ok(())
}

/// 仮締め of the month that holds this day.
pub fn lock_month(tx: &Tx, month: NaiveDate, on: NaiveDate) -> Result<()> {
    let month = BookMonth::of(month);
    tx.say("month", month.long_label());
    store::lock_month(tx, &month.key(), on)
}

/// Takes 仮締め off, with a reason that the history keeps.
pub fn unlock_month(tx: &Tx, month: NaiveDate, reason: &str) -> Result<()> {
    if reason.trim().is_empty() {
        return Err(Error::refused("accounts.reason_missing").with("field", "reason"));
    }
    let month = BookMonth::of(month);
    tx.say("month", month.long_label());
    tx.say("reason", reason.trim());
    store::unlock_month(tx, &month.key())
}

/// 年度の締め: refused before its turn, and while a purse differs from what was stated; then every purse begins the next year with what it held.
pub fn close_year(tx: &Tx, year: FiscalYear, on: NaiveDate, by: &str) -> Result<ClosedYear> {
    let books = Books::load(tx, year)?;
    if store::closed_year(tx, year)?.is_some() {
        return Err(Error::refused("accounts.year_closed"));
    }
    if let Some(first) = closing_findings(tx, year, on)?.into_iter().find(|finding| finding.is_in_the_way) {
        return Err(first.error);
    }
    if by.trim().is_empty() {
        return Err(Error::refused("accounts.decider_missing").with("field", "by"));
    }
    let closed = ClosedYear {
        fiscal_year: year,
        closed_on: on,
        closed_by: by.trim().to_owned(),
        carry_over_yen: books.carry_over_yen(),
        ledger_hash: books.ledger_hash(),
    };
    tx.say("year", year.label());
    store::insert_closed_year(tx, &closed, &Remembered::of(tx, year)?)?;
    carry_over(tx, &books)?;
    Ok(closed)
}

/// 取りやめ: by 会長 and 監事 together, with a mark that stays.
pub fn reopen_year(tx: &Tx, year: FiscalYear, on: NaiveDate, [chair, auditor]: [&str; 2], reason: &str) -> Result<()> {
    let not_closed = || Error::refused("accounts.year_not_closed").with("year", year.label());
    let closed = store::closed_year(tx, year)?.ok_or_else(not_closed)?;
    let [chair, auditor, reason] = [chair, auditor, reason].map(|text| text.trim().to_owned());
    if chair.is_empty() || auditor.is_empty() || chair == auditor {
        return Err(
            Error::refused("accounts.two_names").with("field", if chair.is_empty() { "chair" } else { "auditor" })
        );
    }
    if reason.is_empty() {
        return Err(Error::refused("accounts.reason_missing").with("field", "reason"));
    }
    if store::closed_year(tx, year.next())?.is_some() {
        return Err(next_closed(year));
    }
    tx.say("year", year.label());
    tx.say("reason", &reason);
    let ledger_hash = closed.ledger_hash;
    store::insert_reopening(
        tx,
        &Reopening { fiscal_year: year, reopened_on: on, chair, auditor, reason, ledger_hash },
        store::reopened(tx, year)?.as_ref(),
    )?;
    store::delete_closed_year(tx, year)
}

/// Years are opened again from the newest on: what one carries over is the opening of the next.
fn next_closed(year: FiscalYear) -> Error {
    Error::refused("accounts.next_year_closed").with("year", year.next().label())
}

/// What each purse held begins the next year; a closed one must have begun with it.
fn carry_over(tx: &Tx, books: &Books) -> Result<()> {
    let next = books.year.next();
    let carried = books.to_carry(&store::openings(tx, next)?);
    if !carried.is_empty() && store::closed_year(tx, next)?.is_some() {
        return Err(next_closed(books.year));
    }
    for (purse, amount) in carried {
        store::put_opening(tx, purse, next, amount)?;
    }
    Ok(())
}
