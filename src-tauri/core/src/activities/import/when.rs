//! 実施日: one day, several days, or words about a time.

use chrono::NaiveDate;

use super::span::span;
use crate::activities::listed;
use crate::calendar::{FiscalYear, written_range};
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
    /// They list several days, one by one.
    pub is_listed: bool,
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
        return Some(When { from_on, to_on, words, is_listed: false, issue: None });
    }
    if let Some((from_on, to_on, said)) = spread() {
        let is_listed = several(&words, year).is_some();
        let words = Some(said).filter(|words| !words.is_empty());
        return Some(When { from_on, to_on, words, is_listed, issue: None });
    }
    let (month, day, to) = (record.raw("month"), record.raw("day"), record.raw("to"));
    let reading = days.read(DayCells { date: date.as_deref(), month: month.as_deref(), day: day.as_deref() });
    let from_on = reading.value?;
    let to_on = to.and_then(|raw| cells::date(&raw, Some(year), None).value).filter(|to| *to >= from_on);
    let to_on = to_on.unwrap_or(from_on);
    Some(When { from_on, to_on, words: None, is_listed: false, issue: reading.issue })
}

/// 通年, 10月上旬; also several days in one cell.
fn of_words(words: &str, year: FiscalYear) -> Option<(NaiveDate, NaiveDate, String)> {
    let (from, to) = several(words, year).or_else(|| span(words, year))?;
    Some((from, to, words.to_owned()))
}

/// The first and the last of several days in one cell, as the papers of this program tell them too: 5/10、6/14～15日・28日（中止
/// 7/12）. One that is told beside one that was called off is one of several.
fn several(words: &str, year: FiscalYear) -> Option<(NaiveDate, NaiveDate)> {
    let held = words.split("（中止").next().unwrap_or(words);
    let days: Option<Vec<_>> = listed(held).iter().map(|day| of_day(day, year)).collect();
    let days = days.filter(|days| days.len() > 1 || held != words)?;
    Some((days.iter().map(|(from, _)| *from).min()?, days.iter().map(|(_, to)| *to).max()?))
}

/// 6月9日, 6月14日～15日
fn of_day(words: &str, year: FiscalYear) -> Option<(NaiveDate, NaiveDate)> {
    let range =
        written_range(words).and_then(|(from, to)| Some((from.on(Some(year), None)?, to.on(Some(year), None)?)));
    let one = || cells::date(&paper::RawValue::Text(words.to_owned()), Some(year), None).value.map(|day| (day, day));
    range.filter(|(from, to)| from <= to).or_else(one)
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
