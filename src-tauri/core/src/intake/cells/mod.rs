//! セルの読み方: what a cell of somebody's file says, as people write it. A cell that cannot be read says so; nothing is
//! guessed silently.

mod amounts;
mod days;

use std::borrow::Cow;

use paper::RawValue;

pub use amounts::{Count, count, figures, way_of_writing, yen};
pub use days::{date, period};

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
