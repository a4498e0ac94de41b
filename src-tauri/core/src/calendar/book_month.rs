//! 月分: the twelve months of a year.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{FiscalYear, YearStart};

/// One of the twelve months of a year, held by the first day of the month that it is named after. It begins on the day of the
/// month on which the year begins: of a year from 3月21日 on, 4月分 is 3月21日 to 4月20日 (20日締め).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct BookMonth(NaiveDate);

impl BookMonth {
    /// The month that holds a day.
    pub fn of(day: NaiveDate) -> BookMonth {
        let start = YearStart::own();
        let named = day - Days::new(u64::from(day.day0()));
        BookMonth(if start.is_within_month() && day.day() >= start.day { named + Months::new(1) } else { named })
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        let start = YearStart::own();
        if start.is_within_month() { self.0 - Months::new(1) + Days::new(u64::from(start.day - 1)) } else { self.0 }
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        self.next().first_day() - Days::new(1)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> BookMonth {
        BookMonth(self.0 + Months::new(1))
    }

    /// The first day of the month that it is named after.
    pub fn named_after(self) -> NaiveDate {
        self.0
    }

    /// 4
    pub fn number(self) -> u32 {
        self.0.month()
    }

    /// 2025-04
    pub fn key(self) -> String {
        self.0.format("%Y-%m").to_string()
    }

    /// 4月, or 4月分 where it begins within a month.
    pub fn label(self) -> String {
        format!("{}月{}", self.number(), part())
    }

    /// 令和7年4月, or 令和7年4月分.
    pub fn long_label(self) -> String {
        let long = paper::wareki::long(self.0);
        format!("{}{}", long.split_inclusive('月').next().unwrap_or(&long), part())
    }
}

fn part() -> &'static str {
    if YearStart::own().is_within_month() { "分" } else { "" }
}

impl FiscalYear {
    /// Its twelve months.
    pub fn months(self) -> impl Iterator<Item = BookMonth> {
        std::iter::successors(Some(BookMonth::of(self.first_day())), |month| Some(month.next())).take(12)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_that_closes_on_the_twentieth_is_named_after_the_month_of_its_close() {
        YearStart { month: 3, day: 21 }.during(|| {
            let day = |text: &str| text.parse::<NaiveDate>().unwrap();
            let april = BookMonth::of(day("2025-04-20"));
            assert_eq!((april.first_day(), april.last_day()), (day("2025-03-21"), day("2025-04-20")));
            assert_eq!(
                (april.key(), april.label(), april.long_label()),
                ("2025-04".into(), "4月分".into(), "令和7年4月分".into())
            );
            assert_eq!(BookMonth::of(day("2025-03-20")).label(), "3月分");
            assert_eq!(BookMonth::of(day("2025-12-21")).key(), "2026-01");
            let months: Vec<String> = FiscalYear(2025).months().map(BookMonth::label).collect();
            assert_eq!((months.len(), &*months[0], &*months[11]), (12, "4月分", "3月分"));
        });
        let whole = BookMonth::of("2025-04-20".parse().unwrap());
        assert_eq!((whole.label(), whole.long_label()), ("4月".into(), "令和7年4月".into()));
    }
}
