//! Values of the reading library → [`RawValue`].

use calamine::{Data, ExcelDateTime};
use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use paper::RawValue;

/// The first serial number that no spreadsheet shows as a date: 10000-01-01.
const END_OF_TIME: f64 = 2_958_466.0;

/// A cell's value; nothing for an empty cell.
pub(crate) fn raw(value: Data) -> Option<RawValue> {
    Some(match value {
        Data::Int(n) => RawValue::Number(n as f64),
        Data::Float(n) => RawValue::Number(n),
        Data::String(text) => RawValue::Text(clean(text)),
        Data::Bool(is) => RawValue::Bool(is),
        Data::DateTime(serial) => date(serial),
        Data::DateTimeIso(text) => iso_date(text),
        Data::DurationIso(text) => iso_duration(text),
        Data::Error(error) => RawValue::Error(error.to_string()),
        Data::Empty => return None,
    })
}

/// Text without characters that no paper can carry: NUL and its like go, every kind of line break becomes the one.
pub(crate) fn clean(text: String) -> String {
    // The first bytes of the separators beyond ASCII; Japanese letters begin with others.
    if text.bytes().all(|byte| byte >= b' ' && byte != 0xC2 && byte != 0xE2) {
        return text;
    }
    let is_plain = |c: char| !(c < ' ' && c != '\n' && c != '\t' || matches!(c, '\u{2028}' | '\u{2029}' | '\u{85}'));
    if text.chars().all(is_plain) {
        return text;
    }
    let breaks = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'], "\n");
    breaks.chars().filter(|c| is_plain(*c)).collect()
}

/// A serial number shown as a date. 60 is the 29th of February 1900, which never was; it is told as it is shown.
fn date(serial: ExcelDateTime) -> RawValue {
    if serial.is_duration() && serial.as_f64() >= 1.0 {
        let minutes = (serial.as_f64() * 1440.0).round() as i64;
        return RawValue::Text(format!("{}:{:02}", minutes / 60, minutes % 60));
    }
    if !(0.0..END_OF_TIME).contains(&serial.as_f64()) {
        return RawValue::Error("#####".to_owned());
    }
    let (year, month, day, hour, minute, second, milli) = serial.to_ymd_hms_milli();
    let shown = || RawValue::Error(format!("{year}-{month:02}-{day:02}"));
    NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
        .and_then(|d| d.and_hms_milli_opt(hour.into(), minute.into(), second.into(), milli.into()))
        .map_or_else(shown, RawValue::Date)
}

fn iso_date(text: String) -> RawValue {
    let moment = text
        .parse::<NaiveDateTime>()
        .or_else(|_| text.trim_end_matches('Z').parse())
        .or_else(|_| text.parse().map(|day: NaiveDate| day.and_time(NaiveTime::MIN)));
    moment.map_or_else(|_| RawValue::Text(clean(text)), RawValue::Date)
}

/// PT14H30M00S as a time of the day; what is longer than a day stays words.
fn iso_duration(text: String) -> RawValue {
    let parts = text.strip_prefix("PT").and_then(|parts| parts.strip_suffix('S'));
    let seconds = parts.and_then(|parts| {
        let (hours, rest) = parts.split_once('H')?;
        let (minutes, seconds) = rest.split_once('M')?;
        let whole = seconds.split(['.', ',']).next()?;
        Some(hours.parse::<i64>().ok()? * 3600 + minutes.parse::<i64>().ok()? * 60 + whole.parse::<i64>().ok()?)
    });
    match seconds {
        Some(seconds @ 0..86_400) => {
            let day = NaiveDate::from_ymd_opt(1899, 12, 31).unwrap_or_default();
            RawValue::Date(day.and_time(NaiveTime::MIN) + TimeDelta::seconds(seconds))
        }
        _ => RawValue::Text(clean(text)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    fn at(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> RawValue {
        RawValue::Date(NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(hour, minute, 0).unwrap())
    }

    #[test]
    fn serial_numbers_become_the_date_that_the_sheet_shows() {
        let shown = |serial, is_1904| date(ExcelDateTime::new(serial, DateTime, is_1904));
        assert_eq!(shown(45_748.0, false), at(2025, 4, 1, 0, 0));
        assert_eq!(shown(44_286.0, true), at(2025, 4, 1, 0, 0), "1904 counts 1462 days less");
        assert_eq!(shown(59.0, false), at(1900, 2, 28, 0, 0));
        assert_eq!(shown(60.0, false), RawValue::Error("1900-02-29".to_owned()));
        assert_eq!(shown(61.0, false), at(1900, 3, 1, 0, 0));
        assert_eq!(shown(0.5, false), at(1899, 12, 31, 12, 0), "a time alone");
        assert_eq!(shown(-1.0, false), RawValue::Error("#####".to_owned()));
        assert_eq!(shown(1e308, false), RawValue::Error("#####".to_owned()));
        assert_eq!(shown(f64::NAN, false), RawValue::Error("#####".to_owned()));
    }

    #[test]
    fn durations_of_more_than_a_day_are_not_dates() {
        let shown = |serial| date(ExcelDateTime::new(serial, TimeDelta, false));
        assert_eq!(shown(26.5 / 24.0), RawValue::Text("26:30".to_owned()));
        assert_eq!(shown(0.25), at(1899, 12, 31, 6, 0));
    }

    #[test]
    fn iso_forms_of_open_document() {
        let iso_date = |text: &str| iso_date(text.to_owned());
        let iso_duration = |text: &str| iso_duration(text.to_owned());
        assert_eq!(iso_date("2025-04-01"), at(2025, 4, 1, 0, 0));
        assert_eq!(iso_date("2025-04-01T13:30:00"), at(2025, 4, 1, 13, 30));
        assert_eq!(iso_date("4月"), RawValue::Text("4月".to_owned()));
        assert_eq!(iso_duration("PT14H30M00S"), at(1899, 12, 31, 14, 30));
        assert_eq!(iso_duration("PT26H30M00S"), RawValue::Text("PT26H30M00S".to_owned()));
    }

    #[test]
    fn characters_no_paper_can_carry_are_neutralised() {
        let clean = |text: &str| clean(text.to_owned());
        assert_eq!(clean("髙\0橋\u{1}"), "髙橋");
        assert_eq!(clean("a\r\nb\rc\u{b}d\u{2028}e\tf"), "a\nb\nc\nd\ne\tf");
        assert_eq!(
            clean("葛\u{E0100}\u{202E}x"),
            "葛\u{E0100}\u{202E}x",
            "variants and marks stay for the import to judge"
        );
    }
}
