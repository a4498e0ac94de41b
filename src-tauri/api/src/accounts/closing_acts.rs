//! 締め: balances as the passbook says, months and years closed and opened again.

use chrono::NaiveDate;
use office::FiscalYear;
use office::accounts::{PurseId, acts};
use office::file::Tx;
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result, typed};

/// States what the passbooks say, or what was counted, at the end of a day.
#[derive(Debug, Deserialize, TS)]
pub struct StateBalances {
    pub year: FiscalYear,
    /// Empty is the year's last day.
    pub on: String,
    pub balances: Vec<BalanceTyped>,
}

/// What one purse held, as typed; an empty text states nothing.
#[derive(Debug, Deserialize, TS)]
pub struct BalanceTyped {
    #[ts(type = "string")]
    pub purse_id: PurseId,
    pub amount: String,
}

impl Command for StateBalances {
    const NAME: &'static str = "accounts.state_balances";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let on = typed::day(&self.on, Some(self.year), "on")?.unwrap_or_else(|| self.year.last_day());
        let mut stated = Vec::new();
        for BalanceTyped { purse_id, amount } in &self.balances {
            // The page asks by purse, so a refusal names the purse.
            let amount = typed::yen(amount, "amount").map_err(|error| error.with("field", purse_id))?;
            stated.push((*purse_id, amount));
        }
        let state = |tx: &Tx| acts::state_balances(tx, on, &stated);
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
        let lock = |tx: &Tx| acts::lock_month(tx, self.month, desk.today());
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
        let unlock = |tx: &Tx| acts::unlock_month(tx, self.month, &self.reason);
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
        let close = |tx: &Tx| {
            acts::close_year(tx, self.year, desk.today(), &self.by)?;
            office::equipment::acts::keep_register(tx, self.year)
        };
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
        let reopen = |tx: &Tx| acts::reopen_year(tx, self.year, desk.today(), names, &self.reason);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, reopen)?.into())
    }
}
