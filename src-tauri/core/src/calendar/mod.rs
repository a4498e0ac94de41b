//! 年度 and 和暦: fiscal years as the field counts them. The era table itself is `paper::wareki`.

mod fiscal_year;

pub use fiscal_year::FiscalYear;
