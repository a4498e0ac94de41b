//! 年度, named by the year in which it begins.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate};
use rusqlite::types::{FromSql, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// 会計年度. 2025 is 令和7年度: 2025-04-01 to 2026-03-31.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[ts(type = "number")]
pub struct FiscalYear(pub i32);

impl FiscalYear {
    /// The year that holds this day.
    pub fn of(day: NaiveDate) -> FiscalYear {
        FiscalYear(if day.month() >= 4 { day.year() } else { day.year() - 1 })
    }

    /// 4月1日.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.0, 4, 1).unwrap_or(NaiveDate::MIN)
    }

    /// 3月31日 of the year after.
    pub fn last_day(self) -> NaiveDate {
        self.first_day().checked_add_months(Months::new(12)).and_then(|d| d.pred_opt()).unwrap_or(NaiveDate::MAX)
    }

    /// True for a day within the year.
    pub fn contains(self, day: NaiveDate) -> bool {
        FiscalYear::of(day) == self
    }

    /// True for a day outside on which something of this year may still be paid or received.
    pub fn may_settle_on(self, day: NaiveDate) -> bool {
        !self.contains(day) && self.span_with(day).contains(&day)
    }

    /// The days of this year on the same side of its borders as a day: 前払 from January before it, the year itself, 出納整理 to
    /// the end of May after it (地方自治法 235条の5, which councils follow).
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
        NaiveDate::from_ymd_opt(if month >= 4 { self.0 } else { self.0 + 1 }, month, day)
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
        paper::wareki::fiscal_label(self.first_day())
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
mod tests {
    use super::*;

    #[test]
    fn a_year_runs_from_april_to_march() {
        let year = FiscalYear(2025);
        assert_eq!(
            (year.first_day().to_string(), year.last_day().to_string()),
            ("2025-04-01".into(), "2026-03-31".into())
        );
        assert_eq!(FiscalYear::of(year.last_day()), year);
        assert_eq!(FiscalYear::of(year.last_day().succ_opt().unwrap()), year.next());
        assert_eq!(year.day(2, 28).unwrap().to_string(), "2026-02-28");
        assert_eq!(year.day(2, 30), None);
        assert_eq!(FiscalYear(2018).label(), "平成30年度");
    }

    #[test]
    fn a_year_is_settled_from_january_before_it_to_may_after_it() {
        let year = FiscalYear(2025);
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        for (near, may) in [
            ("2024-12-31", false),
            ("2025-01-01", true),
            ("2025-03-31", true),
            ("2025-04-01", false),
            ("2026-03-31", false),
            ("2026-04-01", true),
            ("2026-05-31", true),
            ("2026-06-01", false),
        ] {
            assert_eq!(year.may_settle_on(day(near)), may, "{near}");
        }
        assert_eq!(year.span_with(day("2026-04-20")), day("2026-04-01")..=day("2026-05-31"));
        assert_eq!(year.span_with(day("2025-03-02")), day("2025-01-01")..=day("2025-03-31"));
        assert_eq!(year.span_with(day("2025-10-02")), day("2025-04-01")..=day("2026-03-31"));
    }
}
