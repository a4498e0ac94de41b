//! 年度 and 和暦: fiscal years as the field counts them, and dates as people write them. The era table itself is `paper::wareki`.

mod fiscal_year;
mod parse;
mod times;
mod years;

pub use fiscal_year::FiscalYear;
pub use parse::{Written, written, written_range};
pub use years::{first_day_in, year_in};
