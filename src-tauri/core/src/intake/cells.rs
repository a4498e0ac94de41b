//! セルの読み方: what a cell of somebody's file says, as people write it. A cell that cannot be read says so; nothing is
//! guessed silently.

use std::borrow::Cow;

use chrono::NaiveDate;
use paper::RawValue;

use crate::calendar::{FiscalYear, Written, written, written_range};
use crate::money::{LARGEST_YEN, Yen};
use crate::text::{half_width, is_invisible};

/// What was read, and the code of what is wrong or worth a look; both empty for an empty cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Reading<T> {
    /// The value, when there is one.
    pub value: Option<T>,
    /// The code of the issue with it.
    pub issue: Option<&'static str>,
}

impl<T> Reading<T> {
    /// An empty cell.
    pub const BLANK: Reading<T> = Reading { value: None, issue: None };

    /// A value without any doubt.
    pub fn of(value: T) -> Reading<T> {
        Reading { value: Some(value), issue: None }
    }

    fn doubt(value: T, code: &'static str) -> Reading<T> {
        Reading { value: Some(value), issue: Some(code) }
    }

    fn unread(code: &'static str) -> Reading<T> {
        Reading { value: None, issue: Some(code) }
    }
}

/// The words of a cell, without spaces around; a whole number without a point, a date as ISO.
pub fn text(raw: &RawValue) -> Cow<'_, str> {
    match raw {
        RawValue::Text(words) => Cow::Borrowed(words.trim_matches(is_edge)),
        RawValue::Number(_) => whole(raw).map_or_else(|| Cow::Owned(fraction(raw)), |n| Cow::Owned(n.to_string())),
        RawValue::Date(moment) => Cow::Owned(moment.date().to_string()),
        RawValue::Bool(is_true) => Cow::Borrowed(if *is_true { "TRUE" } else { "FALSE" }),
        RawValue::Error(error) => Cow::Borrowed(error),
        RawValue::NoValue => Cow::Borrowed(""),
    }
}

/// Spaces and marks without width at the ends; a variation selector belongs to the character before it.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || (is_invisible(c) && !is_selector(c))
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

fn fraction(raw: &RawValue) -> String {
    if let RawValue::Number(n) = raw { n.to_string() } else { String::new() }
}

/// True for a cell that shows nothing.
pub fn is_blank(raw: &RawValue) -> bool {
    match raw {
        RawValue::Text(words) => words.chars().all(is_edge),
        RawValue::NoValue => true,
        _ => false,
    }
}

/// 〃, 同上: what stands above stands here too.
pub fn is_ditto(raw: &RawValue) -> bool {
    let RawValue::Text(words) = raw else { return false };
    words.len() <= 12 && matches!(words.trim_matches(is_edge), "〃" | "″" | "”" | "\"" | "々" | "同上" | "同じ" | "同")
}

/// The integer that a number cell stands for; none when it has a fraction or is beyond what yen may be.
pub fn whole(raw: &RawValue) -> Option<i64> {
    let RawValue::Number(n) = raw else { return None };
    let rounded = n.round();
    let is_whole = (n - rounded).abs() < 1e-6 && rounded.abs() < 1e15;
    #[expect(clippy::cast_possible_truncation, reason = "checked to be a small whole number")]
    is_whole.then_some(rounded as i64)
}

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

/// 円: 1,234円, １，２３４, △500, ▲500, (500), ¥1,000-, 金五千円也 is not read.
pub fn yen(raw: &RawValue) -> Reading<Yen> {
    let amount = match raw {
        RawValue::Number(_) => whole(raw),
        RawValue::Error(_) => return Reading::unread("intake.cell_error"),
        RawValue::NoValue => return Reading::unread("intake.no_value"),
        _ if is_blank(raw) => return Reading::BLANK,
        _ => match amount(&text(raw)) {
            Amount::Dash => return Reading::BLANK,
            Amount::Of(n) => Some(n),
            Amount::None => None,
        },
    };
    match amount.filter(|n| n.abs() <= LARGEST_YEN) {
        Some(n) => Reading::of(Yen(n)),
        None => Reading::unread("intake.amount_unreadable"),
    }
}

enum Amount {
    Of(i64),
    /// A stroke where an amount could stand: nothing.
    Dash,
    None,
}

fn amount(words: &str) -> Amount {
    let plain: String = half_width(words).chars().filter(|c| !c.is_whitespace() && !",，¥￥\\".contains(*c)).collect();
    let plain = plain.trim_start_matches('金').trim_end_matches('也').trim_end_matches('円').trim_end_matches(".-");
    if plain.chars().all(|c| "-ーー―".contains(c)) {
        return Amount::Dash;
    }
    let inside = plain.strip_prefix('(').and_then(|p| p.strip_suffix(')'));
    let after_mark = plain.strip_prefix(['△', '▲', '-', '▵', '∆']);
    let (digits, sign) = match inside.or(after_mark) {
        Some(digits) => (digits, -1),
        None => (plain.trim_start_matches('+').trim_end_matches('-'), 1),
    };
    let is_number = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_digit());
    match digits.parse::<i64>() {
        Ok(n) if is_number => Amount::Of(sign * n),
        _ => Amount::None,
    }
}

/// A count of households or people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// None when the paper says that nothing is known (未提出).
    pub number: Option<i64>,
    /// 約80, 80名程度
    pub is_rounded: bool,
}

/// 120, 120世帯, 約314名, 未提出.
pub fn count(raw: &RawValue) -> Reading<Count> {
    let number = match raw {
        RawValue::Number(_) => whole(raw),
        RawValue::Error(_) => return Reading::unread("intake.cell_error"),
        RawValue::NoValue => return Reading::unread("intake.no_value"),
        _ if is_blank(raw) => return Reading::BLANK,
        _ => return counted(&text(raw)),
    };
    match number.filter(|n| (0..=10_000_000).contains(n)) {
        Some(n) => Reading::of(Count { number: Some(n), is_rounded: false }),
        None => Reading::unread("intake.count_unreadable"),
    }
}

fn counted(words: &str) -> Reading<Count> {
    const UNKNOWN: [&str; 14] = [
        "未提出",
        "未回答",
        "未報告",
        "未定",
        "不明",
        "回答なし",
        "提出なし",
        "報告なし",
        "なし",
        "無し",
        "-",
        "ー",
        "―",
        "－",
    ];
    let half = half_width(words);
    let plain: String = half.chars().filter(|c| !c.is_whitespace() && *c != ',').collect();
    if UNKNOWN.contains(&plain.as_str()) {
        return Reading::of(Count::default());
    }
    let rounded = ["約", "およそ", "概ね", "おおよそ", "延べ約"].iter().find_map(|mark| plain.strip_prefix(mark));
    let body = rounded.unwrap_or(&plain).trim_start_matches("延べ").trim_start_matches('延');
    let end = body.find(|c: char| !c.is_ascii_digit()).unwrap_or(body.len());
    let about = ["程度", "ほど", "前後", "余", "弱", "強", "くらい", "ぐらい", "以上"]
        .iter()
        .any(|mark| body[end..].contains(mark));
    let unit =
        body[end..].trim_start_matches(['世', '帯', '戸', '人', '名', '軒', '件', '班', '組', '区', '回', '台', '部']);
    let is_plain = unit.is_empty() || about || unit.starts_with('(');
    match body[..end].parse() {
        Ok(n) if is_plain => Reading::of(Count { number: Some(n), is_rounded: rounded.is_some() || about }),
        _ => Reading::unread("intake.count_unreadable"),
    }
}

/// 有, ○, 済, 1 are yes; 無, ×, - and an empty cell are no; other words are none of both.
pub fn flag(raw: &RawValue) -> Option<bool> {
    if let RawValue::Bool(is_true) = raw {
        return Some(*is_true);
    }
    match half_width(&text(raw)).to_lowercase().as_str() {
        "有" | "あり" | "有り" | "○" | "〇" | "◯" | "◎" | "●" | "o" | "済" | "済み" | "レ" | "✓" | "✔" | "☑" | "1"
        | "true" | "yes" | "y" | "★" | "☆" | "印" => Some(true),
        "" | "無" | "なし" | "無し" | "×" | "✕" | "✗" | "x" | "-" | "ー" | "未" | "0" | "false" | "no" | "n" | "☐" => {
            Some(false)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_cell(words: &str) -> RawValue {
        RawValue::Text(words.into())
    }

    #[test]
    fn amounts_as_written() {
        for (words, amount) in [
            ("1,234", 1_234),
            ("１，２３４円", 1_234),
            ("△500", -500),
            ("▲ 500", -500),
            ("(500)", -500),
            ("－500", -500),
            ("¥1,000-", 1_000),
            ("￥1,000.-", 1_000),
            ("金 12,000円也", 12_000),
            ("0", 0),
        ] {
            assert_eq!(yen(&text_cell(words)), Reading::of(Yen(amount)), "{words}");
        }
        for words in ["", "　", "-", "―"] {
            assert_eq!(yen(&text_cell(words)), Reading::BLANK, "{words}");
        }
        for raw in
            [text_cell("1,2円3"), text_cell("99999999999999999999"), RawValue::Number(0.1), RawValue::Number(1e308)]
        {
            assert_eq!(yen(&raw), Reading::unread("intake.amount_unreadable"), "{raw:?}");
        }
        assert_eq!(yen(&RawValue::Number(5_022_000.0)), Reading::of(Yen(5_022_000)));
        assert_eq!(yen(&RawValue::NoValue), Reading::unread("intake.no_value"));
    }

    #[test]
    fn counts_as_written() {
        for (words, number, is_rounded) in [
            ("120世帯", Some(120), false),
            ("約80", Some(80), true),
            ("約314名", Some(314), true),
            ("１９３人", Some(193), false),
            ("80名程度", Some(80), true),
            ("1,200", Some(1_200), false),
            ("延べ45人", Some(45), false),
            ("未提出", None, false),
            ("－", None, false),
        ] {
            assert_eq!(count(&text_cell(words)), Reading::of(Count { number, is_rounded }), "{words}");
        }
        assert_eq!(count(&text_cell("多数")), Reading::unread("intake.count_unreadable"));
        assert_eq!(count(&RawValue::Number(48.0)).value.and_then(|c| c.number), Some(48));
        assert_eq!(count(&RawValue::Number(0.5)).issue, Some("intake.count_unreadable"));
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

    #[test]
    fn words_keep_their_selectors_and_lose_their_edges() {
        assert_eq!(text(&text_cell("　葛\u{E0100}　健二 ")), "葛\u{E0100}　健二");
        assert_eq!(text(&text_cell("\u{FEFF}辻\u{E0100}")), "辻\u{E0100}");
        assert_eq!(text(&RawValue::Number(12.0)), "12");
    }

    #[test]
    fn flags_as_written() {
        for yes in ["有", "○", "〇", "済", "１", "あり"] {
            assert_eq!(flag(&text_cell(yes)), Some(true), "{yes}");
        }
        for no in ["無", "×", "", "-", "なし"] {
            assert_eq!(flag(&text_cell(no)), Some(false), "{no}");
        }
        assert_eq!(flag(&text_cell("部会長")), None);
    }
}
