//! 退会者: what words say that somebody has left, and when.

use chrono::NaiveDate;

use crate::calendar::{first_day_in, written};
use crate::roster::stay::is_death;
use crate::text::half_width;

/// A list, or a note, of people who have left.
pub(super) fn is_about_leavers(words: &str) -> bool {
    ["退会", "脱退", "転出者", "物故"].iter().any(|word| words.contains(word))
}

/// A note that says of the person themselves that they are gone: 転出, R6.10 転出, 死亡(R7.2). 夫死亡 says it of another.
pub(super) fn is_gone(note: &str) -> bool {
    let is_date = |c: char| c.is_ascii_digit() || "令和平成RrHh年月日元./-・()（） 　に".contains(c);
    let plain: String = half_width(note).chars().filter(|c| !is_date(*c)).collect();
    ["転出", "市外転出", "市外へ転出", "地区外転出", "区域外転出", "死亡", "死去", "逝去", "ご逝去", "他界", "転出済"]
        .contains(&plain.as_str())
}

/// Why somebody left, as these words say it, the first that says it; empty where none does. 夫死亡 says it of another.
pub(super) fn reason_in<'a>(words: impl IntoIterator<Item = &'a str>) -> &'static str {
    let reason = |words: &str| match () {
        () if is_gone(words) && is_death(words) => Some("死亡"),
        () if words.contains("物故") => Some("死亡"),
        () if is_gone(words) || words.contains("転出者") => Some("転出"),
        () if is_about_leavers(words) => Some("退会"),
        () => None,
    };
    words.into_iter().find_map(reason).unwrap_or_default()
}

/// The day, or the last day of the month, that a note names.
pub(super) fn day_of(note: &str) -> Option<NaiveDate> {
    let is_date = |c: char| c.is_ascii_alphanumeric() || "令和平成年月元./".contains(c);
    let month = || half_width(note).split(|c| !is_date(c)).find_map(|part| Some(written(part)?.span(None)?.1));
    first_day_in(note).or_else(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_that_say_somebody_is_gone() {
        for note in ["転出", "R6.10 転出", "死亡(R7.2)", "R6.12.3逝去", "令和6年10月に転出"] {
            assert!(is_gone(note), "{note}");
        }
        for note in ["夫死亡", "会費未納", "転入", "", "R6.10"] {
            assert!(!is_gone(note), "{note}");
        }
        let day = |note| day_of(note).map(|day| day.to_string());
        assert_eq!(day("R6.12.3逝去").as_deref(), Some("2024-12-03"));
        assert_eq!([day("R6.10 転出"), day("死亡(R7.2)")], [Some("2024-10-31".into()), Some("2025-02-28".into())]);
        assert_eq!(day("転出"), None);
        for (words, reason) in [
            ("死亡(R7.2)", "死亡"),
            ("R6.12.3逝去", "死亡"),
            ("物故者（R6）", "死亡"),
            ("R6.10 転出", "転出"),
            ("夫死亡により退会", "退会"),
            ("夫死亡", ""),
        ] {
            assert_eq!(reason_in([words]), reason, "{words}");
        }
    }
}
