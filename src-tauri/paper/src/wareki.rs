//! 和暦: the era table (data, `assets/eras.toml`) and the written forms of a date.

use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use serde::Deserialize;

/// 元号.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Era {
    /// 令和
    pub name: String,
    /// R, as in R8.4.1
    pub letter: String,
    /// First day.
    pub from: NaiveDate,
}

#[derive(Deserialize)]
struct EraFile {
    era: Vec<Era>,
}

/// All eras, newest first.
pub fn eras() -> &'static [Era] {
    static ERAS: OnceLock<Vec<Era>> = OnceLock::new();
    ERAS.get_or_init(|| {
        let file: EraFile =
            toml::from_str(include_str!("../../../assets/eras.toml")).unwrap_or(EraFile { era: vec![] });
        file.era
    })
}

/// The era of a day and the year within it; none before the first era.
pub fn of(day: NaiveDate) -> Option<(&'static Era, i32)> {
    let era = eras().iter().find(|era| era.from <= day)?;
    Some((era, day.year() - era.from.year() + 1))
}

/// 令和8年4月1日; 元年 for a first year; the western year before 明治.
pub fn long(day: NaiveDate) -> String {
    format!("{}年{}月{}日", year_label(day), day.month(), day.day())
}

/// 令和8年
pub fn year(day: NaiveDate) -> String {
    format!("{}年", year_label(day))
}

/// R8.4.1
pub fn short(day: NaiveDate) -> String {
    match of(day) {
        Some((era, year)) => format!("{}{year}.{}.{}", era.letter, day.month(), day.day()),
        None => day.to_string(),
    }
}

/// 令和7年度, named by the era of the day on which it begins.
pub fn fiscal_label(first_day: NaiveDate) -> String {
    format!("{}年度", year_label(first_day))
}

fn year_label(day: NaiveDate) -> String {
    match of(day) {
        Some((era, 1)) => format!("{}元", era.name),
        Some((era, year)) => format!("{}{year}", era.name),
        None => day.year().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn eras_begin_on_their_day() {
        assert_eq!(long(day("2019-04-30")), "平成31年4月30日");
        assert_eq!(long(day("2019-05-01")), "令和元年5月1日");
        assert_eq!(long(day("1989-01-07")), "昭和64年1月7日");
        assert_eq!(short(day("1926-12-25")), "S1.12.25");
        assert_eq!(fiscal_label(day("2025-04-01")), "令和7年度");
        assert_eq!(long(day("1860-01-01")), "1860年1月1日", "before the table the western year stands");
    }
}
