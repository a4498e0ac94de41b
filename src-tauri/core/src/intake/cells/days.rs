//! 日付のセル: as text in any form, as a date, or as a serial number without the look of a date.

use chrono::NaiveDate;
use paper::RawValue;

use super::{Reading, is_blank, text, whole};
use crate::calendar::{FiscalYear, Written, written, written_range};
use crate::text::half_width;

/// A day, in any written form or as a serial number; the paper's year and the month given once help where the cell is short.
pub fn date(raw: &RawValue, year: Option<FiscalYear>, month: Option<u32>) -> Reading<NaiveDate> {
    match raw {
        RawValue::Date(moment) => Reading::of(moment.date()),
        RawValue::Number(_) => numbered_day(whole(raw)),
        RawValue::Error(_) => Reading::unread("intake.cell_error"),
        _ if is_blank(raw) => Reading::BLANK,
        _ => worded_day(&text(raw), year, month),
    }
}

fn numbered_day(n: Option<i64>) -> Reading<NaiveDate> {
    let day = n.and_then(|n| serial(n).or_else(|| written(&n.to_string())?.on(None, None)));
    day.map_or(Reading::unread("intake.date_unreadable"), Reading::of)
}

/// The day of a serial number. 60 is 29 February 1900, which never was.
fn serial(n: i64) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    match n {
        1..=59 => first.checked_add_days(chrono::Days::new(n.unsigned_abs() + 1)),
        61..=73_050 => first.checked_add_days(chrono::Days::new(n.unsigned_abs())),
        _ => None,
    }
}

fn worded_day(words: &str, year: Option<FiscalYear>, month: Option<u32>) -> Reading<NaiveDate> {
    let found = written(words).or_else(|| lone_day(words).filter(|_| month.is_some()));
    match found.and_then(|w| Some((w.on(year, month)?, w.is_past_era))) {
        Some((day, true)) => Reading::doubt(day, "intake.era_past"),
        Some((day, false)) => Reading::of(day),
        None => match half_width(words).parse().ok().and_then(serial).filter(|_| words.chars().count() == 5) {
            Some(day) => Reading::of(day),
            None => Reading::unread("intake.date_unreadable"),
        },
    }
}

fn lone_day(words: &str) -> Option<Written> {
    let day = half_width(words).trim_end_matches('日').parse().ok().filter(|d| (1..=31).contains(d))?;
    Some(Written { day: Some(day), ..Written::default() })
}

/// Two days with a mark between, or one day twice: R7.4.1～R9.3.31, 6/13～6/14, 令和7年4月.
pub fn period(raw: &RawValue, year: Option<FiscalYear>) -> Reading<(NaiveDate, NaiveDate)> {
    let words = text(raw);
    let range = written_range(&words).and_then(|(from, to)| {
        let (from, to) = (from.span(year)?.0, to.span(year)?.1);
        (from <= to).then_some((from, to))
    });
    match range.or_else(|| written(&words)?.span(year)) {
        Some(range) => Reading::of(range),
        None => {
            let day = date(raw, year, None);
            Reading { value: day.value.map(|d| (d, d)), issue: day.issue }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_cell(words: &str) -> RawValue {
        RawValue::Text(words.into())
    }

    #[test]
    fn days_as_stored() {
        let day = |raw: RawValue| date(&raw, Some(FiscalYear(2025)), Some(4)).value.map(|d| d.to_string());
        assert_eq!(day(RawValue::Number(30_704.0)).as_deref(), Some("1984-01-23"));
        assert_eq!(day(text_cell("30704")).as_deref(), Some("1984-01-23"), "a serial number kept as text");
        assert_eq!(day(RawValue::Number(19_510_104.0)).as_deref(), Some("1951-01-04"));
        assert_eq!(day(text_cell("13")).as_deref(), Some("2025-04-13"), "the month was given above");
        assert_eq!(day(RawValue::Number(60.0)), None, "the 29th of February 1900 never was");
        assert_eq!(day(RawValue::Number(59.0)).as_deref(), Some("1900-02-28"));
        assert_eq!(date(&text_cell("平成35年4月1日"), None, None).issue, Some("intake.era_past"));
        assert_eq!(date(&text_cell("不明"), None, None).issue, Some("intake.date_unreadable"));
        assert_eq!(date(&text_cell("　"), None, None), Reading::BLANK);
    }

    #[test]
    fn periods_as_written() {
        let span =
            |words: &str| period(&text_cell(words), Some(FiscalYear(2025))).value.map(|(a, b)| format!("{a} {b}"));
        assert_eq!(span("R7.4.1～R9.3.31").as_deref(), Some("2025-04-01 2027-03-31"));
        assert_eq!(span("令和7年4月").as_deref(), Some("2025-04-01 2025-04-30"));
        assert_eq!(span("5/13(火)").as_deref(), Some("2025-05-13 2025-05-13"));
        assert_eq!(span("R9.3.31～R7.4.1"), None, "an end before its beginning is no period");
    }
}
