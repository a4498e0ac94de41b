//! What stands in the fields of 交付金の決まり, read and written.

use chrono::Datelike;
use office::FiscalYear;
use office::text::half_width;

use crate::{Error, Result, typed};

/// Words that are written beside each other.
pub(super) fn words(text: &str) -> Vec<String> {
    kept(text.split(['、', ',', '，', '　', ' ', '\n']))
}

/// Names, one on each line or with 、 between them. What stands in brackets is one name with what stands before them.
pub(super) fn listed(text: &str) -> Vec<String> {
    let mut depth = 0_usize;
    let parted = |c: char| {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            '\n' => depth = 0,
            _ => {}
        }
        c == '\n' || (depth == 0 && matches!(c, '、' | ',' | '，'))
    };
    kept(text.split(parted))
}

/// Sentences, one on each line.
pub(super) fn each_line(text: &str) -> Vec<String> {
    kept(text.lines())
}

fn kept<'a>(parts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for part in parts.map(str::trim).filter(|part| !part.is_empty()) {
        if all.iter().all(|one| one != part) {
            all.push(part.to_owned());
        }
    }
    all
}

pub(super) fn number(n: Option<i64>) -> String {
    n.map_or_else(String::new, |n| n.to_string())
}

pub(super) fn yen(text: &str, field: &str) -> Result<Option<i64>> {
    Ok(typed::yen(text, field)?.map(|yen| yen.0))
}

/// 1/2, 2分の1, 50％; none for all of it.
pub(super) fn share(text: &str) -> Result<Option<[i64; 2]>> {
    let plain = half_width(text.trim()).replace(' ', "");
    if plain.is_empty() || plain == "全額" {
        return Ok(None);
    }
    let of_words = |of: (&str, &str)| Some([of.0.parse().ok()?, of.1.parse().ok()?]);
    let read = if let Some(percent) = plain.strip_suffix('%') {
        of_words((percent, "100"))
    } else if let Some((whole, part)) = plain.split_once("分の") {
        of_words((part, whole))
    } else {
        plain.split_once('/').and_then(of_words)
    };
    read.map(Some).ok_or_else(|| Error::refused("grants.rule_share").with("field", "share"))
}

/// A whole number with or without its unit; none for an empty field.
pub(super) fn whole(text: &str, units: &[&str], field: &str, code: &'static str) -> Result<Option<i64>> {
    let plain = half_width(text.trim());
    let plain = units.iter().find_map(|unit| plain.strip_suffix(unit)).unwrap_or(&plain).trim();
    if plain.is_empty() {
        return Ok(None);
    }
    plain.parse().map(Some).map_err(|_| Error::refused(code).with("field", field).with("title", text))
}

pub(super) fn month_day(text: &str, year: FiscalYear, field: &str) -> Result<Option<(u32, u32)>> {
    Ok(typed::city_day(text, year, field)?.map(|day| (day.month(), day.day())))
}

pub(super) fn dashed((month, day): (u32, u32)) -> String {
    format!("{month:02}-{day:02}")
}

/// 05-01 as 5/1.
pub(super) fn slashed(text: &str) -> String {
    let plain: Vec<&str> = text.split('-').map(|part| part.trim_start_matches('0')).collect();
    plain.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_parted_by_lines_and_commas_and_never_within_brackets() {
        let all = listed("領収書の写し、写真\n通帳（表紙、見開き）の写し\n\n写真、 議事録（抄,\n名簿、規約");
        assert_eq!(all, ["領収書の写し", "写真", "通帳（表紙、見開き）の写し", "議事録（抄,", "名簿", "規約"]);
        assert_eq!(words("交際費、 慶弔費　交際費"), ["交際費", "慶弔費"]);
        assert_eq!(each_line(" 写しに、原本証明がある \n\n"), ["写しに、原本証明がある"]);
        assert!(listed("、\n").is_empty());
    }
}
