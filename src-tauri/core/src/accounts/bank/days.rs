//! 明細の日付: 20250401, 2025.04.01, R07.4.1, 令和7年4月1日, and years of two digits (25/04/01, 07/04/01, 070401), whose century
//! or era only the whole file tells.

use chrono::{Datelike, NaiveDate};
use paper::RawValue;

use crate::intake::cells;
use crate::intake::layout::Record;
use crate::text::half_width;

/// A day as a line gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DaySaid {
    /// With its year.
    Whole(NaiveDate),
    /// Year of two digits, month, day.
    Short(i32, u32, u32),
    /// Nothing stands there.
    Blank,
    /// Not to be read; the words as they stand.
    Unread(String),
}

/// The day of a record, in one column or in three.
pub fn day_of(record: &Record) -> DaySaid {
    let part = |field| record.text(field).map(|text| half_width(&text));
    match (record.raw("date"), part("year"), part("month"), part("day")) {
        (Some(raw), ..) => said(&raw),
        (None, Some(year), Some(month), Some(day)) => {
            let plain = |text: &str| text.trim_end_matches(['年', '月', '日', ' ']).to_owned();
            said(&RawValue::Text([plain(&year), plain(&month), plain(&day)].join("/")))
        }
        _ => DaySaid::Blank,
    }
}

fn said(raw: &RawValue) -> DaySaid {
    if cells::is_blank(raw) {
        return DaySaid::Blank;
    }
    let text = cells::text(raw);
    if let Some(short) = short(&text) {
        return short;
    }
    match cells::date(raw, None, None).value {
        Some(day) => DaySaid::Whole(day),
        None => DaySaid::Unread(text.into_owned()),
    }
}

/// 25/04/01, 07.4.1, 070401
fn short(text: &str) -> Option<DaySaid> {
    let plain = half_width(text.trim());
    let parts: Vec<&str> = plain.split(['/', '.', '-']).collect();
    let parts: Vec<&str> = match parts[..] {
        [one] if one.len() == 6 && one.is_ascii() => vec![&one[..2], &one[2..4], &one[4..]],
        _ => parts,
    };
    let [year, month, day] = parts[..] else { return None };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| text.len() <= 2);
    Some(DaySaid::Short(i32::try_from(number(year)?).ok()?, number(month)?, number(day)?))
}

/// The year that years of two digits are counted from: this century or the present era, whichever brings the newest of the
/// days nearest to today without passing it. None where both pass it.
pub fn century(days: impl Iterator<Item = DaySaid>, today: NaiveDate) -> Option<i32> {
    let newest = days.filter_map(|day| if let DaySaid::Short(year, ..) = day { Some(year) } else { None }).max()?;
    let era = paper::wareki::eras().first().map(|era| era.from.year() - 1);
    [Some(2000), era].into_iter().flatten().filter(|from| from + newest <= today.year()).max()
}

impl DaySaid {
    /// The day itself, years of two digits counted from there.
    pub fn on(&self, century: Option<i32>) -> Option<NaiveDate> {
        match self {
            DaySaid::Whole(day) => Some(*day),
            DaySaid::Short(year, month, day) => NaiveDate::from_ymd_opt(century? + year, *month, *day),
            DaySaid::Blank | DaySaid::Unread(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-03-14".parse().unwrap()
    }

    fn read(words: &str) -> Option<String> {
        let day = said(&RawValue::Text(words.into()));
        day.on(century([day.clone()].into_iter(), today())).map(|day| day.to_string())
    }

    #[test]
    fn days_as_banks_write_them() {
        for words in [
            "20250401",
            "2025.04.01",
            "2025/4/1",
            "2025年04月01日",
            "R07.4.1",
            "R7/04/01",
            "R070401",
            "令和 07年 4月 1日",
            "2025/04/01 10:23",
            "25/04/01",
            "07.04.01",
            "070401",
            "２５／０４／０１",
        ] {
            assert_eq!(read(words).as_deref(), Some("2025-04-01"), "{words}");
        }
        for words in ["2025/02/30", "25/13/01", "4月", "ﾌﾘｺﾐ", "99/04/01"] {
            assert_eq!(read(words), None, "{words}");
        }
        assert_eq!(said(&RawValue::Text("　".into())), DaySaid::Blank);
    }

    #[test]
    fn the_newest_day_of_the_file_tells_the_era() {
        let short = |year| DaySaid::Short(year, 4, 1);
        assert_eq!(century([short(7), short(8)].into_iter(), today()), Some(2018));
        assert_eq!(century([short(24), short(25)].into_iter(), today()), Some(2000));
        assert_eq!(century([short(30)].into_iter(), today()), None, "neither 2030 nor 令和30年 has come");
    }
}
