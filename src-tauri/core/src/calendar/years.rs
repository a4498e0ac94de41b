//! 年度 within other words: titles (令和７年度 現金出納帳) and headings (R3加入, 2021 加入世帯数, 令和3年度).

use chrono::{Datelike, NaiveDate};

use super::{FiscalYear, YearStart, written};
use crate::text::half_width;

/// The year that words name, and the words without it: R3加入 is 2021 and 加入; 令和７年度　出納帳 is 2025 and 出納帳.
pub fn year_in(words: &str) -> Option<(FiscalYear, String)> {
    let plain: String = unicode_normalization::UnicodeNormalization::nfkc(half_width(words).as_str()).collect();
    era_year(&plain).or_else(|| western_year(&plain)).or_else(|| bare_year(&plain))
}

/// The first whole date within words: （令和7年4月1日現在）, 基準日：R7.4.1.
pub fn first_day_in(words: &str) -> Option<NaiveDate> {
    let plain: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let starts = plain
        .char_indices()
        .filter(|(_, c)| c.is_ascii_alphanumeric() || "令平昭㋿㍻０１２３４５６７８９ＲＨ".contains(*c));
    let mut tried = starts.filter_map(|(at, _)| {
        let rest = &plain[at..];
        let end = rest.find(|c: char| !is_date_character(c)).unwrap_or(rest.len());
        written(&rest[..end])?.on(None, None)
    });
    tried.next()
}

fn is_date_character(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('０'..='９').contains(&c) || "令和平成昭年月日元./-．／－Ｒ Ｈ㋿㍻".contains(c)
}

fn era_year(words: &str) -> Option<(FiscalYear, String)> {
    let found = paper::wareki::eras().iter().filter_map(|era| {
        let short: String = era.name.chars().take(1).collect();
        [era.name.as_str(), &short, &era.letter].iter().find_map(|name| {
            let at = words.find(name)?;
            let letter_before = words[..at].chars().next_back().is_some_and(|c| c.is_ascii_alphabetic());
            let (n, length) = leading_number(&words[at + name.len()..])?;
            let year = by_month(era.from.year() + n - 1, &words[at + name.len() + length..]);
            (!letter_before).then(|| (at, year, without(words, at, at + name.len() + length)))
        })
    });
    found.min_by_key(|(at, ..)| *at).map(|(_, year, rest)| (year, rest))
}

fn western_year(words: &str) -> Option<(FiscalYear, String)> {
    let at = words.find("20").or_else(|| words.find("19"))?;
    let (n, length) = leading_number(&words[at..])?;
    (length == 4).then(|| (by_month(n, &words[at + 4..]), without(words, at, at + 4)))
}

/// 令和8年2月分 and R8.3.31 belong to 令和7年度, where the year begins in April.
fn by_month(year: i32, after: &str) -> FiscalYear {
    let rest = after.trim_start().strip_prefix(['年', '.', '/', '-']).unwrap_or_default();
    let month = leading_number(rest).filter(|(_, length)| rest[*length..].starts_with(['月', '.', '/', '-']));
    let before = 1..i32::try_from(YearStart::own().first_month()).unwrap_or(1);
    if month.is_some_and(|(month, _)| before.contains(&month)) { FiscalYear(year - 1) } else { FiscalYear(year) }
}

/// 7年度 without an era is one of the newest; a number that it has not reached yet is one of the era before.
fn bare_year(words: &str) -> Option<(FiscalYear, String)> {
    const LIKELY_YEARS_OF_AN_ERA: i32 = 25;
    let end = words.find("年度")?;
    let at = words[..end]
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + words[at..].chars().next().map_or(0, char::len_utf8));
    let n: i32 = words[at..end].parse().ok().filter(|n| (1..=64).contains(n))?;
    let era = paper::wareki::eras().get(usize::from(n > LIKELY_YEARS_OF_AN_ERA))?;
    Some((FiscalYear(era.from.year() + n - 1), without(words, at, end)))
}

fn leading_number(words: &str) -> Option<(i32, usize)> {
    let skipped = words.len() - words.trim_start().len();
    let rest = &words[skipped..];
    if rest.starts_with('元') {
        return Some((1, skipped + '元'.len_utf8()));
    }
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    Some((rest[..end].parse().ok()?, skipped + end))
}

/// The words around the year; a month and a day right after it (R3.4.1現在) belong to it, as does (令和元) after 平成31.
fn without(words: &str, from: usize, to: usize) -> String {
    let after = words[to..].trim_start();
    let after = after
        .strip_prefix('(')
        .and_then(|a| a.split_once(')'))
        .filter(|(inside, _)| inside.chars().count() <= 4)
        .map_or(after, |(_, rest)| rest);
    let after = after.trim_start_matches("年度").trim_start_matches('年').trim_start_matches("度");
    let date_end = after.find(|c: char| !(c.is_ascii_digit() || "./-月日".contains(c))).unwrap_or(after.len());
    format!("{}{}", words[..from].trim(), after[date_end..].trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_found_in_headings_and_titles() {
        for (words, year, rest) in [
            ("R3加入", 2021, "加入"),
            ("令和3年度", 2021, ""),
            ("令和３年度　加入世帯", 2021, "加入世帯"),
            ("2021 加入世帯数", 2021, "加入世帯数"),
            ("加入世帯数(R3.4.1)", 2021, "加入世帯数()"),
            ("H31加入", 2019, "加入"),
            ("令和元年度", 2019, ""),
            ("令和８年２月分　現金出納帳", 2025, "分 現金出納帳"),
            ("加入世帯(R8.3.31)", 2025, "加入世帯()"),
            ("令和8年12月分", 2026, "分"),
            ("平成31(令和元)年度", 2019, ""),
            ("令和７年度　現金出納帳　見本地区", 2025, "現金出納帳 見本地区"),
            ("２０２１年度", 2021, ""),
            ("７年度予算額", 2025, "予算額"),
            ("30年度加入", 2018, "加入"),
        ] {
            assert_eq!(year_in(words), Some((FiscalYear(year), rest.into())), "{words}");
        }
        for words in ["氏名", "TEL", "PR費", "本年度予算額", "前年度", "会費(月額)"] {
            assert_eq!(year_in(words), None, "{words}");
        }
    }

    #[test]
    fn a_reference_date_is_found_in_a_title() {
        let expected = NaiveDate::from_ymd_opt(2025, 4, 1);
        for words in ["（令和7年4月1日現在）", "基準日：令和７年４月１日", "基準日 R7.4.1", "2025/4/1 現在"]
        {
            assert_eq!(first_day_in(words), expected, "{words}");
        }
        assert_eq!(first_day_in("令和７年度　名簿"), None);
    }
}
