//! 日付の書き方: S25.6.26, 昭和44年2月23日, 昭21.04.03, 1951/1/4, 4/13(日), 令和7年4月, ㍻元.1.8, 19510104 …
//! What the writer left out stays left out; the caller knows the year or the month that was meant.

use chrono::{Datelike, NaiveDate};

use super::FiscalYear;
use super::times::without_times;
use crate::text::{half_width, number_of_kanji};

/// A date as written: some of year, month and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Western year.
    pub year: Option<i32>,
    /// Month.
    pub month: Option<u32>,
    /// Day.
    pub day: Option<u32>,
    /// The era had ended by then (平成35年): read, but worth a word.
    pub is_past_era: bool,
}

impl Written {
    /// The day, where the year (or the fiscal year) and the month come from the paper when the cell lacks them.
    pub fn on(self, year: Option<FiscalYear>, month: Option<u32>) -> Option<NaiveDate> {
        let (month, day) = (self.month.or(month)?, self.day?);
        match self.year {
            Some(y) => NaiveDate::from_ymd_opt(y, month, day),
            None => year?.day(month, day),
        }
    }

    /// The first and the last day it can mean: 令和7年4月 is the whole month.
    pub fn span(self, year: Option<FiscalYear>) -> Option<(NaiveDate, NaiveDate)> {
        if self.day.is_some() {
            return self.on(year, None).map(|day| (day, day));
        }
        let first = Written { day: Some(1), ..self }.on(year, None)?;
        let last = first.checked_add_months(chrono::Months::new(1))?.pred_opt()?;
        Some((first, last))
    }
}

/// Reads one written date; none when it is none.
pub fn written(text: &str) -> Option<Written> {
    let plain = plain(text);
    let (era, rest) = era(&plain);
    let numbers = numbers(rest)?;
    match (era, numbers.as_slice()) {
        (None, [(n, Unit::None, 8)]) => compact(*n, 1),
        (Some(era), [(n, Unit::None, 6)]) => compact(*n, 100).map(|w| era.shift(w)),
        (Some(era), parts) => by_units(parts, true).map(|w| era.shift(w)),
        (None, parts) => by_units(parts, false),
    }
    .filter(Written::is_possible)
}

/// Two dates with a mark between them: R7.4.1～R9.3.31, 6/13～14, 4月1日から4月3日まで.
pub fn written_range(text: &str) -> Option<(Written, Written)> {
    let plain = plain(text);
    let (from, to) = ["~", "から", "より", "至"].iter().find_map(|mark| plain.split_once(mark))?;
    let from = written(from.trim_start_matches('自'))?;
    let to = to.trim_start_matches('至').trim_end_matches("まで");
    let lone_day =
        || to.trim_end_matches('日').parse().ok().map(|day| Written { day: Some(day), ..Written::default() });
    let mut to = written(to).or_else(lone_day)?;
    to.month = to.month.or(from.month);
    to.year = to.year.or(from.year.filter(|_| to.month >= from.month));
    Some((from, to))
}

/// Writing marks that say nothing go: widths, spaces, weekdays and years in brackets, 現在.
fn plain(text: &str) -> String {
    let compat: String = unicode_normalization::UnicodeNormalization::nfkc(text).collect();
    let mut depth = 0;
    let kept = without_times(&half_width(&compat)).replace('〜', "~").replace("曜日", "曜").chars().fold(
        String::new(),
        |mut kept, c| {
            match c {
                '(' | '[' | '〔' => depth += 1,
                ')' | ']' | '〕' => depth -= 1,
                _ if depth > 0 || c.is_whitespace() || crate::text::is_invisible(c) => {}
                _ => kept.push(c),
            }
            kept
        },
    );
    let kept = kept.trim_end_matches(['~', '〜', '-']);
    let kept = kept.trim_end_matches("現在").trim_end_matches("生まれ").trim_end_matches('生');
    kept.trim_end_matches(|c| "日月火水木金土曜".contains(c) && kept.contains('曜')).to_owned()
}

/// An era as it begins a date.
struct Began {
    year: i32,
    last: i32,
}

impl Began {
    /// Turns a year of the era into a western one.
    fn shift(&self, mut written: Written) -> Written {
        written.year = written.year.map(|y| self.year + y - 1);
        written.is_past_era = written.year.is_some_and(|y| y > self.last);
        written
    }
}

fn era(text: &str) -> (Option<Began>, &str) {
    let eras = paper::wareki::eras();
    for (i, era) in eras.iter().enumerate() {
        let short: String = era.name.chars().take(1).collect();
        let names = [era.name.as_str(), &short, &era.letter, &era.letter.to_lowercase()];
        if let Some(rest) = names.iter().find_map(|name| text.strip_prefix(name)) {
            let last = if i == 0 { i32::MAX } else { eras[i - 1].from.year() };
            return (Some(Began { year: era.from.year(), last }), rest.trim_start_matches(['.', ',']));
        }
    }
    (None, text.trim_start_matches("西暦"))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    Year,
    Month,
    Day,
    None,
}

/// Numbers with the unit after each and how many characters they take; none when anything else stands between.
fn numbers(text: &str) -> Option<Vec<(u32, Unit, usize)>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !is_digit(c)).unwrap_or(rest.len());
        let digits = &rest[..end];
        let n = if digits == "元" { Some(1) } else { digits.parse().ok().or_else(|| number_of_kanji(digits)) }?;
        rest = &rest[end..];
        let unit = rest.chars().next().map_or(Unit::None, unit_of);
        if let Some(mark) = rest.chars().next() {
            if unit == Unit::None && !matches!(mark, '.' | '/' | '-' | ',' | '・' | '、') {
                return None;
            }
            rest = &rest[mark.len_utf8()..];
        }
        parts.push((n, unit, digits.chars().count()));
    }
    (!parts.is_empty() && parts.len() <= 3).then_some(parts)
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || c == '元' || number_of_kanji(c.encode_utf8(&mut [0; 4])).is_some()
}

fn unit_of(c: char) -> Unit {
    match c {
        '年' => Unit::Year,
        '月' => Unit::Month,
        '日' => Unit::Day,
        _ => Unit::None,
    }
}

/// 19510104, or 250626 after an era letter.
fn compact(n: u32, century: u32) -> Option<Written> {
    let (year, month, day) = (n / 10_000, n / 100 % 100, n % 100);
    (century > 1 || year > 1800).then_some(Written {
        year: i32::try_from(year).ok(),
        month: Some(month),
        day: Some(day),
        is_past_era: false,
    })
}

/// Gives each number its place: by its unit, else by the order year, month, day counted from the end.
fn by_units(parts: &[(u32, Unit, usize)], has_era: bool) -> Option<Written> {
    let mut written = Written::default();
    let starts_with_year = has_era || parts.first().is_some_and(|p| p.1 == Unit::Year || p.2 == 4) || parts.len() == 3;
    let mut place = if starts_with_year { 0 } else { 1 };
    for (n, unit, _) in parts {
        place = match unit {
            Unit::Year => 0,
            Unit::Month => 1,
            Unit::Day => 2,
            Unit::None => place,
        };
        match place {
            0 => written.year = i32::try_from(*n).ok(),
            1 => written.month = Some(*n),
            2 => written.day = Some(*n),
            _ => return None,
        }
        place += 1;
    }
    let lone = parts.len() == 1 && parts[0].1 == Unit::None && !has_era && parts[0].2 != 4;
    let western = has_era || written.year.is_none_or(|y| (1000..3000).contains(&y));
    (!lone && western).then_some(written)
}

impl Written {
    fn is_possible(&self) -> bool {
        self.month.is_none_or(|m| (1..=12).contains(&m)) && self.day.is_none_or(|d| (1..=31).contains(&d))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<String> {
        written(text)?.on(Some(FiscalYear(2025)), None).map(|d| d.to_string())
    }

    #[test]
    fn dates_in_every_written_form() {
        for (text, expected) in [
            ("S25.6.26", "1950-06-26"),
            ("s25.6.26", "1950-06-26"),
            ("昭21.04.03", "1946-04-03"),
            ("昭和44年2月23日", "1969-02-23"),
            ("昭和44年2月23日生", "1969-02-23"),
            ("昭和四十四年二月二十三日", "1969-02-23"),
            ("Ｓ４４．２．２３", "1969-02-23"),
            ("S44/2/23", "1969-02-23"),
            ("S440223", "1969-02-23"),
            ("昭和 44 年 2 月 23 日", "1969-02-23"),
            ("1951/1/4", "1951-01-04"),
            ("1951-01-04", "1951-01-04"),
            ("1951.1.4", "1951-01-04"),
            ("19510104", "1951-01-04"),
            ("1951年1月4日", "1951-01-04"),
            ("1951（昭和26）年1月4日", "1951-01-04"),
            ("昭和26年（1951年）1月4日", "1951-01-04"),
            ("平成元年1月8日", "1989-01-08"),
            ("㍻元.1.8", "1989-01-08"),
            ("H1.5.5", "1989-05-05"),
            ("令和元年5月1日", "2019-05-01"),
            ("大正15年12月1日", "1926-12-01"),
            ("4/13(日)", "2025-04-13"),
            ("4/13（日）", "2025-04-13"),
            ("1月18日（日曜日）", "2026-01-18"),
            ("1月18日日曜日", "2026-01-18"),
            ("令和8年1月22日（木）", "2026-01-22"),
            ("令和7年4月1日現在", "2025-04-01"),
            ("令和7年6月14日（土）10:00～13:00", "2025-06-14"),
            ("10月5日(日)　午前9時30分～正午", "2025-10-05"),
            ("2025/6/14 9:00:00", "2025-06-14"),
            ("6/14 13時～", "2025-06-14"),
        ] {
            assert_eq!(day(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["", "なし", "不明", "2026-02-30", "2025-13-01", "令和7年度", "1-2-3-4", "087-886-2763", "5人", "12"]
        {
            assert_eq!(day(text), None, "{text}");
        }
    }

    #[test]
    fn an_era_past_its_end_is_read_and_marked() {
        let date = written("平成35年4月1日").unwrap();
        assert_eq!((date.year, date.is_past_era), (Some(2023), true));
        assert!(!written("平成31年4月30日").unwrap().is_past_era);
    }

    #[test]
    fn ranges_share_what_is_written_once() {
        let span = |text: &str| {
            let (from, to) = written_range(text)?;
            let year = Some(FiscalYear(2025));
            Some(format!("{} {}", from.span(year)?.0, to.span(year)?.1))
        };
        for (text, expected) in [
            ("R7.4.1～R9.3.31", "2025-04-01 2027-03-31"),
            ("令和7年4月1日から令和9年3月31日まで", "2025-04-01 2027-03-31"),
            ("自令和7年4月1日　至令和9年3月31日", "2025-04-01 2027-03-31"),
            ("R7.4～R9.3", "2025-04-01 2027-03-31"),
            ("6/13～6/14", "2025-06-13 2025-06-14"),
            ("6/13〜14", "2025-06-13 2025-06-14"),
            ("2025/12/30~2026/1/2", "2025-12-30 2026-01-02"),
            ("12/30～1/2", "2025-12-30 2026-01-02"),
            ("7/26 9:00～7/27 15:00", "2025-07-26 2025-07-27"),
        ] {
            assert_eq!(span(text).as_deref(), Some(expected), "{text}");
        }
        assert_eq!(span("R7.4.1"), None, "one day is no range");
    }
}
