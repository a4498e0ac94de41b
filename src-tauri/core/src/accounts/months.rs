//! 月ごとの収支: what each month began with, received, paid and ended with.

use super::{Books, Side};
use crate::calendar::BookMonth;
use crate::money::Yen;

/// One month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MonthSum {
    /// Which.
    pub month: BookMonth,
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
        let sum = |month: BookMonth| {
            let of = |side| {
                let own = self.entries.iter().filter(|e| BookMonth::of(e.entered_on) == month);
                own.filter(|e| e.kind.side() == Some(side)).map(|e| e.amount_yen).sum::<Yen>()
            };
            let (opening_yen, income_yen, expense_yen) = (balance_yen, of(Side::Income), of(Side::Expense));
            balance_yen += income_yen - expense_yen;
            MonthSum { month, opening_yen, income_yen, expense_yen, balance_yen }
        };
        self.begun_months().map(sum).collect()
    }

    /// The months up to the last one with entries. 前払 before the year and 出納整理 after it are months of their own.
    pub(super) fn begun_months(&self) -> impl Iterator<Item = BookMonth> {
        let days = || self.entries.iter().map(|entry| entry.entered_on);
        let (earliest, last) = (days().min(), days().max().map(BookMonth::of));
        let first = earliest.map_or(self.year.first_day(), |day| day.min(self.year.first_day()));
        let months = std::iter::successors(Some(BookMonth::of(first)), |month| Some(month.next()));
        months.take_while(move |month| last.is_some_and(|last| *month <= last))
    }
}
