//! 図: 月末の残高 over a year. Budget against settlement is asked of the budget.

use office::accounts::{Books, MonthSum};
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::{Desk, Result};

/// What all 会計 together held at the end of each month.
#[derive(Debug, Deserialize, TS)]
pub struct MonthSums {
    pub year: FiscalYear,
}

/// One month.
#[derive(Debug, Serialize, TS)]
pub struct MonthRow {
    /// 4月
    pub label: String,
    pub opening_yen: Yen,
    pub income_yen: Yen,
    pub expense_yen: Yen,
    pub balance_yen: Yen,
}

impl Command for MonthSums {
    const NAME: &'static str = "accounts.month_sums";
    type Output = Vec<MonthRow>;
    fn run(self, desk: &Desk) -> Result<Vec<MonthRow>> {
        let books = desk.office()?.view(|view| Books::load(view, self.year))?;
        Ok(books.month_sums().into_iter().map(month).collect())
    }
}

fn month(sum: MonthSum) -> MonthRow {
    let MonthSum { month, opening_yen, income_yen, expense_yen, balance_yen } = sum;
    MonthRow { label: month.label(), opening_yen, income_yen, expense_yen, balance_yen }
}
