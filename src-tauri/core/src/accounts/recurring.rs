//! 定例の記帳: what comes every month or every year. It is never written down by itself: somebody presses for each month.

use chrono::{Datelike, Days, Months, NaiveDate};

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
    /// The part that own funds bear, where it was written down in two.
    pub own_entry_id: Option<EntryId>,
}

impl Recurring {
    /// The days of a year on which it falls.
    pub fn days_in(&self, year: FiscalYear) -> Vec<NaiveDate> {
        let begin = year.first_day() - Days::new(u64::from(year.first_day().day0()));
        let firsts = (0..13).map(|ahead| begin + Months::new(ahead));
        firsts.filter_map(|first| self.falls_in(first)).filter(|day| year.contains(*day)).collect()
    }

    /// The day on which it falls in a month, 2025-04.
    pub fn day_in(&self, month: &str) -> Option<NaiveDate> {
        self.falls_in(format!("{month}-01").parse().ok()?)
    }

    /// The day on which it falls in the month that begins with `first`.
    fn falls_in(&self, first: NaiveDate) -> Option<NaiveDate> {
        let day = Some(self.day_of(first)).filter(|_| self.months.contains(&first.month()));
        day.filter(|day| *day >= self.entry.entered_on && self.until_on.is_none_or(|until| *day <= until))
    }

    /// The days of a year up to `today` that nobody has written down, or whose entry was taken back since.
    pub fn open_in(&self, books: &Books, done: &[RecurringMonth], today: NaiveDate) -> Vec<NaiveDate> {
        let days = self.days_in(books.year).into_iter();
        days.filter(|day| *day <= today && self.done_in(books, done, *day).is_none()).collect()
    }

    /// What stands for the month of this day. Of a month in two parts one is enough: to write it down once more would enter
    /// that part twice.
    pub fn done_in<'a>(&self, books: &Books, done: &'a [RecurringMonth], day: NaiveDate) -> Option<&'a RecurringMonth> {
        let own = done.iter().find(|one| one.recurring_id == self.id && one.month == month_of(day));
        own.filter(|one| one.standing(books).next().is_some())
    }

    /// The days of a year whose month was written down in two parts, of which one was taken back since, with the one that stands.
    pub fn halves_in(&self, books: &Books, done: &[RecurringMonth]) -> Vec<(NaiveDate, EntryId)> {
        let half = |day: NaiveDate| {
            let own = self.done_in(books, done, day).filter(|one| one.own_entry_id.is_some())?;
            let stands: Vec<EntryId> = own.standing(books).collect();
            if let [one] = stands[..] { Some((day, one)) } else { None }
        };
        self.days_in(books.year).into_iter().filter_map(half).collect()
    }

    /// The day within the month that begins with `first`.
    fn day_of(&self, first: NaiveDate) -> NaiveDate {
        (1..=self.day).rev().find_map(|day| first.with_day(day)).unwrap_or(first)
    }
}

impl RecurringMonth {
    /// Its parts that stand.
    fn standing<'a>(&'a self, books: &'a Books) -> impl Iterator<Item = EntryId> + 'a {
        let parts = [Some(self.entry_id), self.own_entry_id].into_iter().flatten();
        parts.filter(move |id| books.standing().any(|entry| entry.id == *id))
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
    use crate::calendar::YearStart;
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
    fn a_month_in_two_parts_is_open_again_once_both_were_taken_back() {
        let (rent, year) = (rent(&[4], 1), FiscalYear(2025));
        let day = year.first_day();
        let [own, charged] = [1_000, 29_000].map(|yen| Entry::new(EntryKind::Expense, day, PurseId::new(), Yen(yen)));
        let month = RecurringMonth {
            id: RecurringMonthId::new(),
            recurring_id: rent.id,
            month: month_of(day),
            entry_id: charged.id,
            own_entry_id: Some(own.id),
        };
        let back =
            |of: &Entry| Entry { id: EntryId::new(), voids_id: Some(of.id), amount_yen: -of.amount_yen, ..of.clone() };
        let seen = |gone: &[&Entry]| {
            let mut entries = vec![own.clone(), charged.clone()];
            entries.extend(gone.iter().map(|one| back(one)));
            let books = Books { entries, ..Books::empty(year) };
            let done = std::slice::from_ref(&month);
            (rent.open_in(&books, done, day).len(), rent.halves_in(&books, done))
        };
        assert_eq!(seen(&[]), (0, vec![]));
        assert_eq!(seen(&[&charged]), (0, vec![(day, own.id)]), "the other part would be entered twice");
        assert_eq!(seen(&[&own]), (0, vec![(day, charged.id)]));
        assert_eq!(seen(&[&own, &charged]), (1, vec![]));
    }

    #[test]
    fn it_falls_neither_before_its_first_day_nor_after_its_last() {
        let mut rent = rent(&[4, 5, 6, 7], 25);
        rent.entry.entered_on = NaiveDate::from_ymd_opt(2025, 4, 26).expect("a day");
        rent.until_on = NaiveDate::from_ymd_opt(2025, 6, 25);
        assert_eq!(days(&rent.days_in(FiscalYear(2025))), ["2025-05-25", "2025-06-25"]);
        assert!(rent.days_in(FiscalYear(2026)).is_empty());
    }

    /// 25日 of March lies in the year that begins on the 21st, not in the one that ends on the 20th.
    #[test]
    fn it_falls_in_the_year_that_holds_its_day() {
        YearStart { month: 3, day: 21 }.during(|| {
            let rent = rent(&[3], 25);
            assert_eq!(days(&rent.days_in(FiscalYear(2026))), ["2026-03-25"]);
            assert!(rent.days_in(FiscalYear(2025)).is_empty(), "its first day is in April");
            assert_eq!(rent.day_in("2026-03").map(FiscalYear::of), Some(FiscalYear(2026)));
            assert_eq!((rent.day_in("2026-04"), rent.day_in("2025-03"), rent.day_in("March")), (None, None, None));
        });
    }
}
