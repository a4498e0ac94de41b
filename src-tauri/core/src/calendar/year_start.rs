//! 年度のはじめの日: a setting of the council, in force for all that one request does (`decisions/0022`).

use std::cell::Cell;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::FiscalYear;

thread_local! {
    static OWN: Cell<YearStart> = const { Cell::new(YearStart::CITY) };
}

/// 年度のはじめの日
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct YearStart {
    /// 1 to 12
    pub month: u32,
    /// 1 to 28, so that every year has it.
    pub day: u32,
}

impl Default for YearStart {
    fn default() -> Self {
        YearStart::CITY
    }
}

impl YearStart {
    /// 4月1日: every city's, and that of a council which says nothing else.
    pub const CITY: YearStart = YearStart { month: 4, day: 1 };

    /// The council's that is at work here.
    pub fn own() -> YearStart {
        OWN.get()
    }

    /// False for a day that some year lacks.
    pub fn is_possible(self) -> bool {
        (1..=12).contains(&self.month) && (1..=28).contains(&self.day)
    }

    /// Whatever `act` asks of the calendar is answered by this one; afterwards, even after a panic, by the one before.
    pub fn during<T>(self, act: impl FnOnce() -> T) -> T {
        let _before = Before(OWN.replace(self));
        act()
    }

    /// Takes the place of the one that is in force, until the end of what it is in force for.
    pub fn take_over(self) {
        OWN.set(self);
    }

    /// True where a month goes from a day within one month to the day before it in the next, which gives it its name.
    pub(super) fn is_within_month(self) -> bool {
        self.day > 1
    }

    /// The number of the month that its year counts as the first: 4 of 4月1日 and of 3月21日.
    pub fn first_month(self) -> u32 {
        if self.is_within_month() { self.month % 12 + 1 } else { self.month }
    }

    /// The numbers of the twelve months as its year counts them.
    pub fn months(self) -> impl Iterator<Item = u32> {
        (0..12).map(move |ahead| (self.first_month() + ahead - 1) % 12 + 1)
    }

    /// The year that holds a day.
    pub(super) fn year_of(self, day: NaiveDate) -> FiscalYear {
        let later = FiscalYear(day.year() + 1);
        let begun = [later, later.previous()].into_iter().find(|year| self.first_day(*year) <= day);
        begun.unwrap_or(FiscalYear(day.year() - 1))
    }

    /// The first day of a year, whose first month lies in the year of its name: 令和7年度 from 12月21日 on begins in 令和6年.
    pub(super) fn first_day(self, FiscalYear(year): FiscalYear) -> NaiveDate {
        let year = if self.first_month() < self.month { year - 1 } else { year };
        NaiveDate::from_ymd_opt(year, self.month, self.day).unwrap_or(NaiveDate::MIN)
    }

    /// The last day of a year.
    pub(super) fn last_day(self, year: FiscalYear) -> NaiveDate {
        self.first_day(year.next()).pred_opt().unwrap_or(NaiveDate::MAX)
    }

    /// The day of a year with that month and day.
    pub(super) fn day_in(self, year: FiscalYear, month: u32, day: u32) -> Option<NaiveDate> {
        let (first, last) = (self.first_day(year), self.last_day(year));
        let named = (first.year()..=last.year()).filter_map(|year| NaiveDate::from_ymd_opt(year, month, day));
        named.into_iter().find(|day| (first..=last).contains(day))
    }
}

/// What is in force again afterwards.
struct Before(YearStart);

impl Drop for Before {
    fn drop(&mut self) {
        OWN.set(self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_in_force_is_in_force_again_even_after_a_panic() {
        let may = YearStart { month: 5, day: 1 };
        assert_eq!(may.during(|| (YearStart::own(), YearStart::CITY.during(YearStart::own))), (may, YearStart::CITY));
        std::panic::catch_unwind(|| may.during(|| panic!("a slip"))).unwrap_err();
        assert_eq!(YearStart::own(), YearStart::CITY);
        YearStart::CITY.during(|| may.take_over());
        assert_eq!(YearStart::own(), YearStart::CITY);
    }

    #[test]
    fn another_thread_has_its_own() {
        let told = YearStart { month: 1, day: 1 }.during(|| std::thread::spawn(YearStart::own).join().unwrap());
        assert_eq!(told, YearStart::CITY);
    }

    #[test]
    fn a_year_counts_its_months_from_its_first() {
        let months = |month, day| YearStart { month, day }.months().collect::<Vec<_>>();
        assert_eq!(months(4, 1), [4, 5, 6, 7, 8, 9, 10, 11, 12, 1, 2, 3]);
        assert_eq!(months(3, 21), months(4, 1), "4月分 is the first");
        assert_eq!(months(12, 21), months(1, 1));
    }
}
