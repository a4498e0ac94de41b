//! 月ごとの収支: what each month began with, received, paid and ended with.

use chrono::{Datelike, NaiveDate};

use super::{Books, Side};
use crate::money::Yen;

/// One month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthSum {
    /// Its first day.
    pub first: NaiveDate,
    /// 前月からの繰越
    pub opening_yen: Yen,
    /// 収入
    pub income_yen: Yen,
    /// 支出
    pub expense_yen: Yen,
    /// 月末の残高
    pub balance_yen: Yen,
}

impl Books {
    /// Each month up to the last one with entries.
    pub fn month_sums(&self) -> Vec<MonthSum> {
        let mut balance_yen = self.opening_yen();
        let sum = |first: NaiveDate| {
            let of = |side| {
                let own = self.entries.iter().filter(|e| e.entered_on.with_day(1) == Some(first));
                own.filter(|e| e.kind.side() == Some(side)).map(|e| e.amount_yen).sum::<Yen>()
            };
            let (opening_yen, income_yen, expense_yen) = (balance_yen, of(Side::Income), of(Side::Expense));
            balance_yen += income_yen - expense_yen;
            MonthSum { first, opening_yen, income_yen, expense_yen, balance_yen }
        };
        self.begun_months().map(sum).collect()
    }

    /// The first days of the months up to the last one with entries. 前払 before April and 出納整理 after March are months of
    /// their own.
    pub(super) fn begun_months(&self) -> impl Iterator<Item = NaiveDate> {
        let days = || self.entries.iter().map(|entry| entry.entered_on);
        let (earliest, last) = (days().min(), days().max());
        let first = earliest.filter(|day| *day < self.year.first_day()).and_then(|day| day.with_day(1));
        let first = first.unwrap_or_else(|| self.year.first_day());
        let firsts = (0..18).map(move |n| first + chrono::Months::new(n));
        firsts.take_while(move |first| last.is_some_and(|last| *first <= last))
    }
}
