//! 見た目: what a cell looks like, for columns whose heading says nothing.

use paper::RawValue;
use serde::Deserialize;

use super::cells;
use crate::calendar::{written, written_range};
use crate::text::{digits, half_width, is_kana};

/// What a cell may look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Look {
    /// 087-886-2763
    Phone,
    /// 090-…
    Mobile,
    /// 760-0033
    Postal,
    /// A day long ago
    Birth,
    /// Any day
    Date,
    /// R7.4.1～R9.3.31
    Period,
    /// 桜町一丁目20番7号
    Address,
    /// サイトウ ハナコ
    Kana,
    /// 齋藤　花子
    Name,
    /// ○, or a word for a seat
    Mark,
    /// 収入 or 支出
    Side,
}

/// True when the cell looks like that.
pub(super) fn looks_like(value: &RawValue, look: Look) -> bool {
    let text = cells::text(value);
    match look {
        Look::Phone => phone_length(&text).is_some(),
        Look::Mobile => phone_length(&text) == Some(11) && digits(&text).chars().nth(2) == Some('0'),
        Look::Postal => is_postal(&text),
        Look::Date => is_day(value, &text).is_some(),
        Look::Birth => is_day(value, &text).is_some_and(|year| year < 2010),
        Look::Period => written_range(&text).is_some(),
        Look::Address => is_address(&text),
        Look::Kana => is_kana(&text) && text.chars().count() >= 2,
        Look::Name => is_name(&text),
        Look::Mark => is_mark(value, &text),
        Look::Side => is_side(&text),
    }
}

fn is_side(text: &str) -> bool {
    let plain: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    matches!(
        plain.as_str(),
        "収入"
            | "支出"
            | "歳入"
            | "歳出"
            | "入金"
            | "出金"
            | "収"
            | "支"
            | "入"
            | "出"
            | "振替"
            | "収入の部"
            | "支出の部"
    )
}

fn phone_length(text: &str) -> Option<usize> {
    let digits = digits(text);
    let plain = half_width(text).chars().all(|c| c.is_ascii_digit() || "-() ".contains(c));
    (plain && digits.starts_with('0') && matches!(digits.len(), 10 | 11)).then_some(digits.len())
}

fn is_postal(text: &str) -> bool {
    let half = half_width(text);
    let marked = half.starts_with('〒');
    let rest = half.trim_start_matches('〒');
    let dashed = rest.len() == 8 && rest.chars().nth(3) == Some('-');
    (marked || dashed) && digits(rest).len() == 7 && rest.chars().all(|c| c.is_ascii_digit() || c == '-')
}

fn is_day(value: &RawValue, text: &str) -> Option<i32> {
    use chrono::Datelike;
    match value {
        RawValue::Date(moment) => Some(moment.year()),
        RawValue::Text(_) => written(text)?.on(None, None).map(|day| day.year()),
        _ => None,
    }
}

fn is_address(text: &str) -> bool {
    text.chars().count() >= 5
        && ["丁目", "番地", "番", "町", "市", "区", "村"].iter().any(|unit| text.contains(unit))
        && text.chars().any(char::is_numeric)
}

/// Two words of kanji with a space between; one word proves nothing.
fn is_name(text: &str) -> bool {
    let parts: Vec<&str> = text.split_whitespace().collect();
    let short = |part: &&str| (1..=6).contains(&part.chars().count()) && part.chars().all(is_name_character);
    parts.len() == 2 && parts.iter().all(short) && !is_kana(text)
}

/// ○ and its like; 長 and 部会員 under the name of a committee.
fn is_mark(value: &RawValue, text: &str) -> bool {
    let is_seat =
        ["長", "副", "員", "委員", "代表", "会計", "書記", "副部会長", "部会長", "部会員", "副委員長", "委員長"]
            .contains(&text);
    cells::flag(value).is_some() || is_seat
}

fn is_name_character(c: char) -> bool {
    c.is_alphabetic() && !c.is_ascii() || c == '々' || crate::text::is_invisible(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_told_apart() {
        let all = [
            Look::Mobile,
            Look::Phone,
            Look::Postal,
            Look::Period,
            Look::Birth,
            Look::Date,
            Look::Address,
            Look::Kana,
            Look::Name,
        ];
        for (text, look) in [
            ("０９０－０000-3389", Look::Mobile),
            ("087-886-2763", Look::Phone),
            ("〒7600033", Look::Postal),
            ("760-0033", Look::Postal),
            ("昭44.2.23", Look::Birth),
            ("R7.4.1", Look::Date),
            ("R7.4.1～R9.3.31", Look::Period),
            ("高松市桜町一丁目20番7号", Look::Address),
            ("ｿｺﾞｳ ﾏｻﾙ", Look::Kana),
            ("葛\u{E0100}城　健二", Look::Name),
        ] {
            let first = all.iter().find(|l| looks_like(&RawValue::Text(text.into()), **l));
            assert_eq!(first, Some(&look), "{text}");
        }
        for text in ["福祉部会", "部会員", "12", "有"] {
            assert!(!all.iter().any(|l| looks_like(&RawValue::Text(text.into()), *l)), "{text} is nothing of these");
        }
    }
}
