//! 年度 and 和暦: fiscal years as the field counts them, and dates as people write them. The era table itself is `paper::wareki`.

mod book_month;
mod fiscal_year;
mod parse;
mod times;
mod year_start;
mod years;

use chrono::{Datelike, NaiveDate};

pub use book_month::BookMonth;
pub use fiscal_year::FiscalYear;
pub use parse::{Written, written, written_range};
pub use year_start::YearStart;
pub use years::{first_day_in, year_in};

/// 土 of a Saturday.
pub fn weekday(day: NaiveDate) -> &'static str {
    ["月", "火", "水", "木", "金", "土", "日"][day.weekday().num_days_from_monday() as usize]
}
