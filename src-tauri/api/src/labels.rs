//! How numbers and days are shown on the page; the figures come from `office`.

use chrono::{Datelike, NaiveDate};
use paper::{Negative, Value};

/// 46.9 from tenths.
pub(crate) fn percent(tenths: Option<i64>) -> Option<String> {
    tenths.map(|t| Value::Percent(t).shown(Negative::White))
}

/// 令和7年4月2日, empty without a day.
pub(crate) fn long_day(day: Option<NaiveDate>) -> String {
    day.map(paper::wareki::long).unwrap_or_default()
}

/// 4月
pub(crate) fn month(day: NaiveDate) -> String {
    format!("{}月", day.month())
}

/// 土
pub(crate) fn weekday(day: NaiveDate) -> &'static str {
    ["月", "火", "水", "木", "金", "土", "日"][day.weekday().num_days_from_monday() as usize]
}

/// 3月14日（土）
pub(crate) fn day_of_week(day: NaiveDate) -> String {
    format!("{}月{}日（{}）", day.month(), day.day(), weekday(day))
}
