//! 実施時期 without exact days: 通年, 毎月第2土曜, 4月～6月, 10月上旬, 年3回. The words are kept; the span is what they say at least.

use chrono::{Months, NaiveDate};
use unicode_normalization::UnicodeNormalization;

use crate::calendar::FiscalYear;

/// The days that such words cover within the year; none when they say nothing about a time.
pub fn span(words: &str, year: FiscalYear) -> Option<(NaiveDate, NaiveDate)> {
    let words: String = words.nfkc().filter(|c| !c.is_whitespace()).collect();
    months(&words, year).or_else(|| is_all_year(&words).then(|| (year.first_day(), year.last_day())))
}

fn is_all_year(words: &str) -> bool {
    let times = words.strip_prefix('年').and_then(|rest| rest.strip_suffix('回'));
    let counted = times.is_some_and(|n| n.chars().all(|c| c.is_ascii_digit() || "数一二三四五六七八九十".contains(c)));
    let always = [
        "通年", "年間", "随時", "毎月", "毎週", "毎日", "毎回", "隔月", "隔週", "常時", "定期", "各月", "月1回",
        "週1回",
    ];
    counted || always.iter().any(|word| words.starts_with(word))
}

/// 4月, 10月上旬, 4月～6月, 4～6月.
fn months(words: &str, year: FiscalYear) -> Option<(NaiveDate, NaiveDate)> {
    let mut parts =
        words.split(['~', '〜', '-', '−', '―', '–']).map(|part| part.trim_end_matches("頃").trim_end_matches("ごろ"));
    let (first, second) = (parts.next()?, parts.next());
    let last = second.unwrap_or(first);
    let from = month(first).or_else(|| second.and(first.parse().ok()))?;
    let to = month(last)?;
    let begin = year.day(from, 1)?;
    let end = year.day(to, 1)?.checked_add_months(Months::new(1))?.pred_opt()?.min(year.last_day());
    (parts.next().is_none() && begin <= end).then_some((begin, end))
}

/// 10月上旬 as 10.
fn month(part: &str) -> Option<u32> {
    let (number, rest) = part.split_once('月')?;
    matches!(rest, "" | "上旬" | "中旬" | "下旬" | "初旬" | "初め" | "中" | "末" | "中頃")
        .then(|| number.parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_about_time_cover_days_of_the_year() {
        let cases = [
            ("通年", "2025-04-01", "2026-03-31"),
            ("毎月第２土曜日", "2025-04-01", "2026-03-31"),
            ("年３回", "2025-04-01", "2026-03-31"),
            ("４月", "2025-04-01", "2025-04-30"),
            ("2月上旬", "2026-02-01", "2026-02-28"),
            ("４月～６月", "2025-04-01", "2025-06-30"),
            ("11～2月", "2025-11-01", "2026-02-28"),
            ("10月頃", "2025-10-01", "2025-10-31"),
        ];
        for (words, from, to) in cases {
            let expected = Some((from.parse().unwrap(), to.parse().unwrap()));
            assert_eq!(span(words, FiscalYear(2025)), expected, "{words}");
        }
        for words in ["未定", "3月～4月", "年賀会", "13月", ""] {
            assert_eq!(span(words, FiscalYear(2025)), None, "{words}");
        }
    }
}
