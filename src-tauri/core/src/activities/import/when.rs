//! 実施日: one day, several days, or words about a time.

use chrono::NaiveDate;

use super::span::span;
use crate::calendar::FiscalYear;
use crate::intake::cells;
use crate::intake::days::{DayCells, Days};
use crate::intake::layout::Record;

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
    let spread = || of_words(&words, year).or_else(|| of_month(record, year));
    if let Some((from_on, to_on)) = range.filter(|(from, _)| year.contains(*from)) {
        let words = Some(words).filter(|words| !words.contains(['~', '～', '〜', '-', '－', 'か']));
        return Some(When { from_on, to_on, words, issue: None });
    }
    if let Some((from_on, to_on, words)) = spread() {
        return Some(When { from_on, to_on, words: Some(words), issue: None });
    }
    let (month, day, to) = (record.raw("month"), record.raw("day"), record.raw("to"));
    let reading = days.read(DayCells { date: date.as_deref(), month: month.as_deref(), day: day.as_deref() });
    let from_on = reading.value?;
    let to_on = to.and_then(|raw| cells::date(&raw, Some(year), None).value).filter(|to| *to >= from_on);
    Some(When { from_on, to_on: to_on.unwrap_or(from_on), words: None, issue: reading.issue })
}

/// 通年, 10月上旬; also several days in one cell (5/10、6/14).
fn of_words(words: &str, year: FiscalYear) -> Option<(NaiveDate, NaiveDate, String)> {
    let parts: Vec<&str> =
        words.split(['、', ',', '，', '・', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let day = |part: &&str| cells::date(&paper::RawValue::Text((*part).to_owned()), Some(year), None).value;
    let days: Option<Vec<NaiveDate>> = parts.iter().map(day).collect();
    let several = days.filter(|days| days.len() > 1).and_then(|days| Some((*days.iter().min()?, *days.iter().max()?)));
    let (from, to) = several.or_else(|| span(words, year))?;
    Some((from, to, words.to_owned()))
}

/// A month in a column of its own beside a day that is blank or words.
fn of_month(record: &Record, year: FiscalYear) -> Option<(NaiveDate, NaiveDate, String)> {
    let has_day = record.columns("day").next().is_some() || record.columns("date").next().is_some();
    let month = record.text("month").filter(|_| !has_day)?;
    let words = if month.ends_with('月') { month.into_owned() } else { format!("{month}月") };
    let (from, to) = span(&words, year)?;
    Some((from, to, words))
}
