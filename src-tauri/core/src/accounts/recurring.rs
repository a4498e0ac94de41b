//! 定例の記帳: what comes every month or every April. It is never written down by itself: somebody presses for each month.

use chrono::{Datelike, Months, NaiveDate};

use super::{Books, Entry, EntryId};
use crate::calendar::FiscalYear;
use crate::id::Id;

/// Key of a recurring entry.
pub type RecurringId = Id<Recurring>;
/// Key of a month of it that was written down.
pub type RecurringMonthId = Id<RecurringMonth>;

/// 定例の記帳
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recurring {
    /// Key.
    pub id: RecurringId,
    /// What is recorded each time. Its day is はじめの日, its grant an award of the year of that day.
    pub entry: Entry,
    /// Months of the year, 1 to 12.
    pub months: Vec<u32>,
    /// Day of the month; 31 is its last.
    pub day: u32,
    /// 終わりの日
    pub until_on: Option<NaiveDate>,
    /// What is above a cap of the grant's rules becomes an entry of own funds.
    pub split_over_cap: bool,
}

/// A month of a recurring entry that was written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecurringMonth {
    /// Key.
    pub id: RecurringMonthId,
    /// Of what.
    pub recurring_id: RecurringId,
    /// 2025-04
    pub month: String,
    /// As what.
    pub entry_id: EntryId,
}

impl Recurring {
    /// The days of a year on which it falls.
    pub fn days_in(&self, year: FiscalYear) -> Vec<NaiveDate> {
        let firsts = (0..12).filter_map(|ahead| year.first_day().checked_add_months(Months::new(ahead)));
        let days = firsts.filter(|first| self.months.contains(&first.month())).map(|first| self.day_of(first));
        days.filter(|day| *day >= self.entry.entered_on && self.until_on.is_none_or(|until| *day <= until)).collect()
    }

    /// The days of a year up to `today` that nobody has written down, or whose entry was taken back since.
    pub fn open_in(&self, books: &Books, done: &[RecurringMonth], today: NaiveDate) -> Vec<NaiveDate> {
        let days = self.days_in(books.year).into_iter();
        days.filter(|day| *day <= today && self.done_in(books, done, *day).is_none()).collect()
    }

    /// The entry that stands for the month of this day.
    pub fn done_in<'a>(&self, books: &Books, done: &'a [RecurringMonth], day: NaiveDate) -> Option<&'a RecurringMonth> {
        let stands = |id: EntryId| books.standing().any(|entry| entry.id == id);
        done.iter().find(|one| one.recurring_id == self.id && one.month == month_of(day) && stands(one.entry_id))
    }

    /// The day within the month that begins with `first`.
    fn day_of(&self, first: NaiveDate) -> NaiveDate {
        (1..=self.day).rev().find_map(|day| first.with_day(day)).unwrap_or(first)
    }
}

/// 2025-04
pub fn month_of(day: NaiveDate) -> String {
    day.format("%Y-%m").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{EntryKind, PurseId};
    use crate::money::Yen;

    fn rent(months: &[u32], day: u32) -> Recurring {
        let first = NaiveDate::from_ymd_opt(2025, 4, 1).expect("a day");
        let entry = Entry::new(EntryKind::Expense, first, PurseId::new(), Yen(30_000));
        Recurring { id: RecurringId::new(), entry, months: months.to_vec(), day, until_on: None, split_over_cap: false }
    }

    fn days(all: &[NaiveDate]) -> Vec<String> {
        all.iter().map(NaiveDate::to_string).collect()
    }

    #[test]
    fn the_last_day_is_the_last_of_every_month() {
        let year = FiscalYear(2027);
        let found = rent(&[2, 4, 12], 31).days_in(year);
        assert_eq!(days(&found), ["2027-04-30", "2027-12-31", "2028-02-29"]);
    }

    #[test]
    fn it_falls_neither_before_its_first_day_nor_after_its_last() {
        let mut rent = rent(&[4, 5, 6, 7], 25);
        rent.entry.entered_on = NaiveDate::from_ymd_opt(2025, 4, 26).expect("a day");
        rent.until_on = NaiveDate::from_ymd_opt(2025, 6, 25);
        assert_eq!(days(&rent.days_in(FiscalYear(2025))), ["2025-05-25", "2025-06-25"]);
        assert!(rent.days_in(FiscalYear(2026)).is_empty());
    }
}
