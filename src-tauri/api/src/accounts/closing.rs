//! 締め: what is still to be done, balances as the passbook says, months and years closed and opened again.

use chrono::{Datelike, NaiveDate};
use office::accounts::{Books, ClosedYear, PurseId, PurseKind, Receipt, StatedBalance, acts, store};
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::receipts::Kept;
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, WireError, labels, typed};

/// How far a year is on its way to being closed.
#[derive(Debug, Deserialize, TS)]
pub struct YearState {
    pub year: FiscalYear,
}

/// The state of a year.
#[derive(Debug, Serialize, TS)]
pub struct Closing {
    pub closed: Option<Closed>,
    pub reopenings: Vec<Reopened>,
    pub findings: Vec<Found>,
    pub purses: Vec<PurseAtEnd>,
    pub months: Vec<Month>,
    pub carry_over_yen: Yen,
}

/// A closed year.
#[derive(Debug, Serialize, TS)]
pub struct Closed {
    pub on_label: String,
    pub by: String,
    pub carry_over_yen: Yen,
    /// First eight characters of the hash over the books, as printed.
    pub mark: String,
}

/// The mark of a reopening.
#[derive(Debug, Serialize, TS)]
pub struct Reopened {
    pub on_label: String,
    pub chair: String,
    pub auditor: String,
    pub reason: String,
}

/// Something to be looked at.
#[derive(Debug, Serialize, TS)]
pub struct Found {
    pub told: WireError,
    pub is_in_the_way: bool,
}

/// Book and passbook of one purse on the year's last day.
#[derive(Debug, Serialize, TS)]
pub struct PurseAtEnd {
    #[ts(type = "string")]
    pub id: PurseId,
    pub name: String,
    pub is_cash: bool,
    pub book_yen: Yen,
    pub stated_yen: Option<Yen>,
    pub difference_yen: Option<Yen>,
}

/// One month of the year.
#[derive(Debug, Serialize, TS)]
pub struct Month {
    /// `2025-04-01`
    #[ts(type = "string")]
    pub first: NaiveDate,
    pub label: String,
    pub is_locked: bool,
    #[ts(type = "number")]
    pub entries: usize,
}

impl Command for YearState {
    const NAME: &'static str = "accounts.year_state";
    type Output = Closing;
    fn run(self, desk: &Desk) -> Result<Closing> {
        let year = self.year;
        let receipts = receipts_found(&Kept::load(desk, year)?);
        desk.office()?.view(|view| {
            let (books, before) = (Books::load(view, year)?, Books::load(view, year.previous())?);
            let stated = store::stated_balances(view, year.first_day(), year.last_day())?;
            let locked = store::locked_months(view)?;
            let reopened = store::reopenings(view, year)?.into_iter().map(|mark| Reopened {
                on_label: labels::long_day(Some(mark.reopened_on)),
                chair: mark.chair,
                auditor: mark.auditor,
                reason: mark.reason,
            });
            let found = books.findings(&stated, Some(&before)).into_iter();
            Ok(Closing {
                closed: store::closed_year(view, year)?.map(closed),
                reopenings: reopened.collect(),
                findings: found
                    .map(|one| Found { told: WireError::from(one.error), is_in_the_way: one.is_in_the_way })
                    .chain(receipts.into_iter().map(|error| Found { told: error.into(), is_in_the_way: false }))
                    .collect(),
                purses: purses(&books, &stated),
                months: months(&books, &locked),
                carry_over_yen: books.carry_over_yen(),
            })
        })
    }
}

/// Receipts whose picture is lost or damaged, and how many nobody has looked at to the end.
fn receipts_found(kept: &Kept) -> Vec<Error> {
    let broken = kept.receipts.iter().filter(|receipt| kept.is_broken(receipt)).map(|receipt| {
        Error::refused("accounts.receipt_broken").with("number", receipt.number).with("issuer", &receipt.issuer)
    });
    let mut found: Vec<Error> = broken.collect();
    let is_open = |receipt: &&Receipt| kept.checks(receipt).iter().any(|check| !check.state.is_done());
    let open = kept.receipts.iter().filter(is_open).count();
    if open > 0 {
        found.push(Error::refused("accounts.receipts_unfinished").with("count", open));
    }
    found
}

fn closed(one: ClosedYear) -> Closed {
    let mark = one.ledger_hash.chars().take(8).collect();
    Closed {
        on_label: labels::long_day(Some(one.closed_on)),
        by: one.closed_by,
        carry_over_yen: one.carry_over_yen,
        mark,
    }
}

fn purses(books: &Books, stated: &[StatedBalance]) -> Vec<PurseAtEnd> {
    let day = books.year.last_day();
    let at_end = |purse: &office::accounts::Purse| {
        let book_yen = books.balance_on(purse.id, day);
        let difference_yen = books.difference_on(stated, purse.id, day);
        PurseAtEnd {
            id: purse.id,
            name: purse.name.clone(),
            is_cash: purse.kind == PurseKind::Cash,
            book_yen,
            stated_yen: difference_yen.map(|difference| book_yen - difference),
            difference_yen,
        }
    };
    books.purses.iter().filter(|purse| purse.kind != PurseKind::Advance).map(at_end).collect()
}

fn months(books: &Books, locked: &[String]) -> Vec<Month> {
    let firsts = (0..12).filter_map(|n| books.year.day((n + 3) % 12 + 1, 1));
    let month = |first: NaiveDate| {
        let key = format!("{:04}-{:02}", first.year(), first.month());
        let is_in = |day: NaiveDate| (day.year(), day.month()) == (first.year(), first.month());
        Month {
            first,
            label: format!("{}月", first.month()),
            is_locked: locked.contains(&key),
            entries: books.entries.iter().filter(|entry| is_in(entry.entered_on)).count(),
        }
    };
    firsts.map(month).collect()
}

/// States what the passbook says, or what was counted, at the end of a day.
#[derive(Debug, Deserialize, TS)]
pub struct StateBalance {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub purse_id: PurseId,
    /// Empty is the year's last day.
    pub on: String,
    pub amount: String,
    pub note: String,
}

impl Command for StateBalance {
    const NAME: &'static str = "accounts.state_balance";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let on = typed::day(&self.on, Some(self.year), "on")?.unwrap_or_else(|| self.year.last_day());
        let missing = || Error::refused("accounts.amount_out_of_range").with("field", "amount");
        let amount = typed::yen(&self.amount, "amount")?.ok_or_else(missing)?;
        let state = |tx: &office::file::Tx| acts::state_balance(tx, self.purse_id, on, amount, &self.note);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, state)?.into())
    }
}

/// 仮締め of a month.
#[derive(Debug, Deserialize, TS)]
pub struct LockMonth {
    #[ts(type = "string")]
    pub month: NaiveDate,
}

impl Command for LockMonth {
    const NAME: &'static str = "accounts.lock_month";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let lock = |tx: &office::file::Tx| acts::lock_month(tx, self.month, desk.today());
        Ok(desk.office()?.change(&desk.by(), Self::NAME, lock)?.into())
    }
}

/// Takes 仮締め off, with a reason.
#[derive(Debug, Deserialize, TS)]
pub struct UnlockMonth {
    #[ts(type = "string")]
    pub month: NaiveDate,
    pub reason: String,
}

impl Command for UnlockMonth {
    const NAME: &'static str = "accounts.unlock_month";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let unlock = |tx: &office::file::Tx| acts::unlock_month(tx, self.month, &self.reason);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, unlock)?.into())
    }
}

/// 年度の締め
#[derive(Debug, Deserialize, TS)]
pub struct CloseYear {
    pub year: FiscalYear,
    pub by: String,
}

impl Command for CloseYear {
    const NAME: &'static str = "accounts.close_year";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let close = |tx: &office::file::Tx| acts::close_year(tx, self.year, desk.today(), &self.by).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, close)?.into())
    }
}

/// 締めの取りやめ, by two names.
#[derive(Debug, Deserialize, TS)]
pub struct ReopenYear {
    pub year: FiscalYear,
    pub chair: String,
    pub auditor: String,
    pub reason: String,
}

impl Command for ReopenYear {
    const NAME: &'static str = "accounts.reopen_year";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let names = [self.chair.as_str(), self.auditor.as_str()];
        let reopen = |tx: &office::file::Tx| acts::reopen_year(tx, self.year, desk.today(), names, &self.reason);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, reopen)?.into())
    }
}
