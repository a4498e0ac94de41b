//! 年度, named by the year in which its first month lies.

use std::ops::RangeInclusive;

use chrono::{Days, Months, NaiveDate};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{BookMonth, YearStart};

/// 会計年度. 2025 is 令和7年度: 2025-04-01 to 2026-03-31, where the council's year begins with the city's. Days of the city's year,
/// which always begins on 4月1日, have names of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number")]
pub struct FiscalYear(pub i32);

impl FiscalYear {
    /// The council's year that holds this day.
    pub fn of(day: NaiveDate) -> FiscalYear {
        YearStart::own().year_of(day)
    }

    /// The city's year that holds this day.
    pub fn city_of(day: NaiveDate) -> FiscalYear {
        YearStart::CITY.year_of(day)
    }

    /// 年度のはじめの日
    pub fn first_day(self) -> NaiveDate {
        YearStart::own().first_day(self)
    }

    /// 年度の終わりの日
    pub fn last_day(self) -> NaiveDate {
        YearStart::own().last_day(self)
    }

    /// 4月1日, on which the city's year of this name begins.
    pub fn city_first_day(self) -> NaiveDate {
        YearStart::CITY.first_day(self)
    }

    /// The day of the city's year of this name with that month and day; none for 2月30日 and the like.
    pub fn city_day(self, month: u32, day: u32) -> Option<NaiveDate> {
        YearStart::CITY.day_in(self, month, day)
    }

    /// True for a day within the year.
    pub fn contains(self, day: NaiveDate) -> bool {
        FiscalYear::of(day) == self
    }

    /// True for a day within the city's year of this name.
    pub fn city_contains(self, day: NaiveDate) -> bool {
        FiscalYear::city_of(day) == self
    }

    /// The day itself; of one outside the year the year's nearest.
    pub fn nearest(self, day: NaiveDate) -> NaiveDate {
        day.clamp(self.first_day(), self.last_day())
    }

    /// True for a day outside on which something of this year may still be paid or received.
    pub fn may_settle_on(self, day: NaiveDate) -> bool {
        !self.contains(day) && self.span_with(day).contains(&day)
    }

    /// The days of this year on the same side of its borders as a day: 前払 in the three months before it, the year itself, 出納整理
    /// in the two months after it (地方自治法 235条の5, which councils follow).
    pub fn span_with(self, day: NaiveDate) -> RangeInclusive<NaiveDate> {
        let (first, last) = (self.first_day(), self.last_day());
        let within = |from: NaiveDate, months| from..=(from + Months::new(months)).pred_opt().unwrap_or(from);
        match day {
            day if day < first => within(first - Months::new(3), 3),
            day if day > last => within(last + Days::new(1), 2),
            _ => first..=last,
        }
    }

    /// The day of this year with that month and day; none for 2月30日 and the like.
    pub fn day(self, month: u32, day: u32) -> Option<NaiveDate> {
        YearStart::own().day_in(self, month, day)
    }

    /// 前年度
    #[must_use]
    pub fn previous(self) -> FiscalYear {
        FiscalYear(self.0 - 1)
    }

    /// 次年度
    #[must_use]
    pub fn next(self) -> FiscalYear {
        FiscalYear(self.0 + 1)
    }

    /// 令和7年度
    pub fn label(self) -> String {
        paper::wareki::fiscal_label(self.named_after())
    }

    /// The first day of the month after which its first is named: the era of that day is the era of its name.
    pub fn named_after(self) -> NaiveDate {
        BookMonth::of(self.first_day()).named_after()
    }
}

impl std::fmt::Display for FiscalYear {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.0)
    }
}
impl ToSql for FiscalYear {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0))
    }
}
impl FromSql for FiscalYear {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        i32::column_result(value).map(FiscalYear)
    }
}

#[cfg(test)]
mod tests;
