//! 実施日: one day, several days, or words about a time.

use chrono::{Datelike, NaiveDate};

use super::span::span;
use crate::calendar::FiscalYear;
use crate::intake::cells;
use crate::intake::days::{DayCells, Days};
use crate::intake::layout::Record;
use crate::text::half_width;

/// When an occasion was, and the words where they say more than two days can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// First day.
    pub from_on: NaiveDate,
    /// Last day.
    pub to_on: NaiveDate,
    /// 毎月第2土曜, as written.
    pub words: Option<String>,
    /// What is worth a look.
    pub issue: Option<&'static str>,
}

/// Reads the time of each row; a row that says nothing has the day of the row before.
pub fn when(record: &Record, year: FiscalYear, days: &mut Days) -> Option<When> {
    let date = record.raw("date").or_else(|| record.raw("from"));
    let words = date.as_deref().map(|raw| cells::text(raw).into_owned()).unwrap_or_default();
    let range = date.as_deref().and_then(|raw| cells::period(raw, Some(year)).value).filter(|(from, to)| from != to);
    let month = days.month(record.raw("month").as_deref());
    let spread = || of_words(&words, year).or_else(|| of_parts(record, year, month));
    if let Some((from_on, to_on)) = range.filter(|(from, _)| year.contains(*from)) {
        let words = Some(words).filter(|words| !words.contains(['~', '～', '〜', '-', '－', 'か']));
        return Some(When { from_on, to_on, words, issue: None });
    }
    if let Some((from_on, to_on, words)) = spread() {
        let words = Some(words).filter(|words| !words.is_empty());
        return Some(When { from_on, to_on, words, issue: None });
    }
    let (month, day, to) = (record.raw("month"), record.raw("day"), record.raw("to"));
    let reading = days.read(DayCells { date: date.as_deref(), month: month.as_deref(), day: day.as_deref() });
    let from_on = reading.value?;
    let to_on = to.and_then(|raw| cells::date(&raw, Some(year), None).value).filter(|to| *to >= from_on);
    Some(When { from_on, to_on: to_on.unwrap_or(from_on), words: None, issue: reading.issue })
}

/// 通年, 10月上旬; also several days in one cell, as the papers of this program tell them too: 5/10、6/14・28日（中止 7/12）.
fn of_words(words: &str, year: FiscalYear) -> Option<(NaiveDate, NaiveDate, String)> {
    let held = words.split("（中止").next().unwrap_or(words);
    let several = days(held, year).filter(|days| days.len() > 1 || held != words);
    let ends = several.and_then(|days| Some((*days.iter().min()?, *days.iter().max()?)));
    let (from, to) = ends.or_else(|| span(words, year))?;
    Some((from, to, words.to_owned()))
}

/// Each day of a list; one without its month is of the month before it.
fn days(words: &str, year: FiscalYear) -> Option<Vec<NaiveDate>> {
    let mut month = None;
    let mut day = |part: &str| {
        let named = match (part.contains(['月', '/', '.']), month) {
            (false, Some(month)) => format!("{month}月{part}"),
            _ => part.to_owned(),
        };
        let day = cells::date(&paper::RawValue::Text(named), Some(year), None).value?;
        month = Some(day.month());
        Some(day)
    };
    let parts = words.split(['、', ',', '，', '・', '\n']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(&mut day).collect()
}

/// A month in a column of its own, beside a day that is blank or words: 毎月 第2土曜, 4月 上旬, 5月 3～4日.
fn of_parts(record: &Record, year: FiscalYear, month: Option<u32>) -> Option<(NaiveDate, NaiveDate, String)> {
    let word = |field| record.text(field).unwrap_or_default().into_owned();
    let (cell, day) = (word("month"), word("day"));
    let is_number = |words: &str| half_width(words).trim_end_matches(['月', '日']).parse::<u32>().is_ok();
    if !cell.is_empty() && !is_number(&cell) {
        let words = format!("{cell}{day}");
        return span(&cell, year).or_else(|| span(&words, year)).map(|(from, to)| (from, to, words));
    }
    let (has_date, month) = (record.raw("date").is_some(), month?);
    if has_date || is_number(&day) || (day.is_empty() && cell.is_empty()) {
        return None;
    }
    let words = format!("{month}月{day}");
    let raw = paper::RawValue::Text(words.clone());
    match cells::period(&raw, Some(year)).value.filter(|(from, _)| year.contains(*from)) {
        Some((from, to)) if !day.is_empty() => Some((from, to, String::new())),
        _ => span(&words, year).or_else(|| span(&format!("{month}月"), year)).map(|(from, to)| (from, to, words)),
    }
}
