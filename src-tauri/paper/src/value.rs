//! One value of a cell or a slot, and its shown text.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::wareki;

/// What a fact or a cell holds, before anybody decides how it looks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "kind", content = "value", rename_all = "snake_case")]
pub enum Value {
    /// Nothing is known, nothing is shown.
    #[default]
    Blank,
    /// Words, exactly as they were typed.
    Text(String),
    /// 円, integer.
    Yen(#[ts(type = "number")] i64),
    /// A count of people, households or things.
    Count(#[ts(type = "number")] i64),
    /// Percent in tenths, already rounded: 469 is 46.9.
    Percent(#[ts(type = "number")] i64),
    /// Difference of percentages in tenths, with its sign shown: −16 is △1.6.
    Points(#[ts(type = "number")] i64),
    /// A civil date, shown in 和暦.
    Date(NaiveDate),
}

/// The mark before a negative amount; councils of different cities use different ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Negative {
    /// △ 9,000
    #[default]
    White,
    /// ▲ 9,000
    Black,
    /// −9,000
    Minus,
}

impl Negative {
    /// The character itself.
    pub fn mark(self) -> char {
        match self {
            Negative::White => '△',
            Negative::Black => '▲',
            Negative::Minus => '−',
        }
    }
}

impl Value {
    /// Text of a value, or blank when there is none.
    pub fn text(words: impl Into<String>) -> Value {
        let words = words.into();
        if words.is_empty() { Value::Blank } else { Value::Text(words) }
    }

    /// True when nothing would be shown.
    pub fn is_blank(&self) -> bool {
        matches!(self, Value::Blank) || matches!(self, Value::Text(t) if t.is_empty())
    }

    /// True for values that are set to the right edge of a column.
    pub fn is_number(&self) -> bool {
        matches!(self, Value::Yen(_) | Value::Count(_) | Value::Percent(_) | Value::Points(_))
    }

    /// The number behind the value, for a workbook: yen and counts as they are, percentages in tenths.
    pub fn number(&self) -> Option<i64> {
        match self {
            Value::Yen(n) | Value::Count(n) | Value::Percent(n) | Value::Points(n) => Some(*n),
            _ => None,
        }
    }

    /// What a reader sees, without a unit.
    pub fn shown(&self, negative: Negative) -> String {
        match self {
            Value::Blank => String::new(),
            Value::Text(words) => words.clone(),
            Value::Yen(n) | Value::Count(n) => signed(*n, negative, group_thousands),
            Value::Percent(n) | Value::Points(n) => signed(*n, negative, |n| format!("{}.{}", n / 10, n % 10)),
            Value::Date(day) => wareki::long(*day),
        }
    }
}

fn signed(n: i64, negative: Negative, digits: impl Fn(u64) -> String) -> String {
    let shown = digits(n.unsigned_abs());
    if n < 0 { format!("{}{shown}", negative.mark()) } else { shown }
}

/// 1234567 as 1,234,567.
pub fn group_thousands(n: u64) -> String {
    let digits = n.to_string();
    let mut shown = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_shown_as_on_paper() {
        let shown = |v: Value| v.shown(Negative::White);
        assert_eq!(shown(Value::Yen(5_738_791)), "5,738,791");
        assert_eq!(shown(Value::Yen(-9_000)), "△9,000");
        assert_eq!(shown(Value::Yen(0)), "0");
        assert_eq!(shown(Value::Percent(469)), "46.9");
        assert_eq!(shown(Value::Points(-16)), "△1.6");
        assert_eq!(shown(Value::Points(-4)), "△0.4", "the sign survives when the whole part is zero");
    }
}
