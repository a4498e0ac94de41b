//! The XML of one cell.

use chrono::NaiveDate;
use paper::{StampValue, column_letters, wareki};

use crate::Error;
use crate::limits::CELL_TEXT;

/// What is written between a cell's tags, and the type that goes with it.
pub(crate) enum Content {
    /// Characters as they are; the tags are added here.
    Text(String),
    /// A number that Excel reads.
    Number(i64),
}

impl Content {
    /// A value that stands by itself. A date becomes a serial number where the cell shows dates, and words elsewhere.
    pub fn of(value: &StampValue, shows_dates: bool, is_1904: bool) -> Content {
        match value {
            StampValue::Text(text) => Content::Text(text.clone()),
            StampValue::Number(n) | StampValue::Cached(n) => Content::Number(*n),
            StampValue::Date(day) if shows_dates => Content::Number(serial(*day, is_1904)),
            StampValue::Date(day) => Content::Text(wareki::long(*day)),
        }
    }

    /// The whole cell.
    pub fn cell(&self, prefix: &str, (row, col): (u32, u32), style: Option<&str>) -> Result<String, Error> {
        let place = format!("{}{row}", column_letters(col));
        let look = style.map(|style| format!(" s=\"{style}\"")).unwrap_or_default();
        let open = format!("<{prefix}c r=\"{place}\"{look}");
        Ok(match self {
            Content::Text(text) if text.is_empty() => format!("{open}/>"),
            Content::Text(text) => format!("{open} t=\"inlineStr\">{}</{prefix}c>", inline_text(prefix, text)?),
            Content::Number(n) => format!("{open}>{}</{prefix}c>", number(prefix, *n)),
        })
    }
}

/// The value of a cell that is a number.
pub(crate) fn number(prefix: &str, n: i64) -> String {
    format!("<{prefix}v>{n}</{prefix}v>")
}

fn inline_text(prefix: &str, text: &str) -> Result<String, Error> {
    if text.chars().count() > CELL_TEXT {
        return Err(Error::too_large(crate::Limit::CellText));
    }
    let escaped = escape(text);
    Ok(format!("<{prefix}is><{prefix}t xml:space=\"preserve\">{escaped}</{prefix}t></{prefix}is>"))
}

/// Days since the end of 1899 as Excel counts them, the 29th of February 1900 included, or since the start of 1904.
fn serial(day: NaiveDate, is_1904: bool) -> i64 {
    let start = if is_1904 { (1904, 1, 1) } else { (1899, 12, 30) };
    let start = NaiveDate::from_ymd_opt(start.0, start.1, start.2).unwrap_or_default();
    (day - start).num_days()
}

/// Text for XML: marks escaped, characters that XML cannot carry dropped, and a literal `_x000D_` guarded, which
/// Excel would take for an escape.
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '_' if is_excel_escape(&text[at..]) => escaped.push_str("_x005F_"),
            '\n' | '\t' => escaped.push(c),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c < ' ' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

fn is_excel_escape(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7 && bytes.starts_with(b"_x") && bytes[2..6].iter().all(u8::is_ascii_hexdigit) && bytes[6] == b'_'
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn dates_are_counted_as_the_workbook_counts() {
        assert_eq!(serial(day(2025, 4, 1), false), 45_748);
        assert_eq!(serial(day(2025, 4, 1), true), 44_286);
    }

    #[test]
    fn a_date_is_a_number_only_where_the_cell_shows_dates() {
        let date = StampValue::Date(day(2026, 3, 31));
        let cell = |shows| Content::of(&date, shows, false).cell("", (3, 26), Some("2")).unwrap();
        assert_eq!(cell(true), r#"<c r="Z3" s="2"><v>46112</v></c>"#);
        assert!(cell(false).contains("令和8年3月31日"), "{}", cell(false));
    }

    #[test]
    fn text_stays_text() {
        assert_eq!(escape("a<b>&\"c\"\0\u{1}\n"), "a&lt;b&gt;&amp;\"c\"\n");
        assert_eq!(escape("_x000D_ _xあいう_ _x12"), "_x005F_x000D_ _xあいう_ _x12");
        let nothing = Content::Text(String::new()).cell("", (1, 1), Some("2")).unwrap();
        assert_eq!(nothing, r#"<c r="A1" s="2"/>"#, "no words leave an empty cell");
        let formula = Content::Text("=1+1".to_owned()).cell("x:", (1, 1), None).unwrap();
        assert_eq!(formula, r#"<x:c r="A1" t="inlineStr"><x:is><x:t xml:space="preserve">=1+1</x:t></x:is></x:c>"#);
    }
}
