//! How numbers and days are shown on the page; the figures come from `office`.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
pub(crate) use office::calendar::weekday;
use paper::{Negative, Value};

/// 46.9 from tenths.
pub(crate) fn percent(tenths: Option<i64>) -> Option<String> {
    tenths.map(|t| Value::Percent(t).shown(Negative::White))
}

/// 令和7年4月2日, empty without a day.
pub(crate) fn long_day(day: Option<NaiveDate>) -> String {
    day.map(paper::wareki::long).unwrap_or_default()
}

/// 9:05; empty where it is not known.
pub(crate) fn time(at: Option<NaiveTime>) -> String {
    at.map_or(String::new(), |at| format!("{}:{:02}", at.hour(), at.minute()))
}

/// 1:30 of ninety minutes, as a length of time is typed.
pub(crate) fn span(minutes: i64) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// 4月
pub(crate) fn month(day: NaiveDate) -> String {
    format!("{}月", day.month())
}

/// 3月14日（土）
pub(crate) fn day_of_week(day: NaiveDate) -> String {
    format!("{}月{}日（{}）", day.month(), day.day(), weekday(day))
}
