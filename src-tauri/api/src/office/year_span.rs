//! A year as the calendar of the council has it: its first and last day, its months.

use chrono::{Datelike, Months, NaiveDate};
use office::FiscalYear;
use office::calendar::{BookMonth, YearStart};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::{Desk, Result, labels};

/// From when to when a year goes.
#[derive(Debug, Deserialize, TS)]
pub struct YearSpan {
    pub year: FiscalYear,
}

/// The days and months of a year.
#[derive(Debug, Serialize, TS)]
pub struct YearDays {
    /// 4月1日
    pub first_label: String,
    /// 令和7年4月1日から令和8年3月31日まで
    pub span_label: String,
    /// False where it begins on another day than the city's.
    pub is_citys: bool,
    /// The ends of its twelve months.
    pub ends: Vec<MonthEnd>,
    /// The months of the wall calendar in which its days lie.
    pub months: Vec<CalendarMonth>,
}

/// The last day of a month of the books.
#[derive(Debug, Serialize, TS)]
pub struct MonthEnd {
    #[ts(type = "string")]
    pub on: NaiveDate,
    /// 4月末, or 4月20日
    pub label: String,
}

/// A month of the wall calendar.
#[derive(Debug, Serialize, TS)]
pub struct CalendarMonth {
    /// 2025-04
    pub key: String,
    pub month: u32,
}

impl Command for YearSpan {
    const NAME: &'static str = "office.year_span";
    type Output = YearDays;
    fn run(self, _desk: &Desk) -> Result<YearDays> {
        let (first, last) = (self.year.first_day(), self.year.last_day());
        let month = |day: NaiveDate| CalendarMonth { key: day.format("%Y-%m").to_string(), month: day.month() };
        let on_the_wall = (0..13).map(|ahead| first.with_day(1).unwrap_or(first) + Months::new(ahead));
        Ok(YearDays {
            first_label: format!("{}月{}日", first.month(), first.day()),
            span_label: format!("{}から{}まで", labels::long_day(Some(first)), labels::long_day(Some(last))),
            is_citys: YearStart::own() == YearStart::CITY,
            ends: self.year.months().map(end).collect(),
            months: on_the_wall.take_while(|day| *day <= last).map(month).collect(),
        })
    }
}

fn end(month: BookMonth) -> MonthEnd {
    let on = month.last_day();
    let is_whole = YearStart::own().day == 1;
    let label = if is_whole { format!("{}末", month.label()) } else { format!("{}月{}日", on.month(), on.day()) };
    MonthEnd { on, label }
}
