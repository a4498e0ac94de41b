//! 繰り返し: the days that words about a time name: 毎月第2土曜, 毎週水曜, 10月第2日曜, 毎月15日, 5・10月の最終日曜, 5月10日（日）, 10月12日～13日. Words
//! that name no day (通年, 年3回, 10月上旬, 4月・7月・1月) have none, and stay words.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::calendar::{FiscalYear, written, written_range};
use crate::text::half_width;

/// The days of a year that such words name, each with the last day of what begins on it, in order; empty when they name none.
pub fn days_of(words: &str, year: FiscalYear) -> Vec<(NaiveDate, NaiveDate)> {
    let words: String = half_width(words).chars().filter(|c| !c.is_whitespace()).collect();
    let words = words.replace("曜日", "曜").replace('の', "");
    let mut days = written_days(&words, year).unwrap_or_else(|| {
        let days = match words.strip_prefix("毎週") {
            Some(weekdays) => weekly(weekdays, year),
            None => within_months(&words, year),
        };
        days.into_iter().map(|day| (day, day)).collect()
    });
    days.sort_unstable();
    days.dedup();
    days
}

/// 5月10日(日), 6/14・7/12, R8.10.12, 10月12日~13日: days as they are written one by one, as the calendar shows them; none where a
/// part is no day of the year.
fn written_days(words: &str, year: FiscalYear) -> Option<Vec<(NaiveDate, NaiveDate)>> {
    parts(words).map(|part| written_day(part, year)).collect()
}

fn written_day(part: &str, year: FiscalYear) -> Option<(NaiveDate, NaiveDate)> {
    let (from, to) = written_range(part).or_else(|| written(part).map(|day| (day, day)))?;
    let (from, to) = (from.on(Some(year), None)?, to.on(Some(year), None)?);
    (year.contains(from) && from <= to).then_some((from, to))
}

/// The same weekday of the same month in another year: 第2日曜 stays 第2日曜. A fifth that the month lacks is its last.
pub fn moved(day: NaiveDate, to: FiscalYear) -> NaiveDate {
    let which = Which::Nth((day.day() - 1) / 7 + 1, day.weekday());
    let found = which.day_in(day.month(), to).or_else(|| Which::Last(day.weekday()).day_in(day.month(), to));
    found.unwrap_or(day)
}

/// How often words without a day say that it happens in a year: 年3回 three times, 5・10月 and 4～6月 once a month named;
/// 通年 and 随時 say no number.
pub fn times_a_year(words: &str) -> usize {
    let words: String = half_width(words).chars().filter(|c| !c.is_whitespace()).collect();
    let counted = words.strip_prefix('年').and_then(|rest| rest.strip_suffix('回'));
    match counted {
        Some(times) => times.parse().ok().filter(|times| (1..=366).contains(times)).unwrap_or(0),
        None if words.starts_with("毎月") || words.starts_with("隔月") => 0,
        None => months(&words).map_or(0, |(months, _)| months.len()),
    }
}

/// Which day of a month.
#[derive(Debug, Clone, Copy)]
enum Which {
    /// 15日
    Day(u32),
    /// 末日
    End,
    /// 第2土曜
    Nth(u32, Weekday),
    /// 最終土曜
    Last(Weekday),
}

impl Which {
    fn day_in(self, month: u32, year: FiscalYear) -> Option<NaiveDate> {
        let first = year.day(month, 1)?;
        let end = first.checked_add_months(chrono::Months::new(1))?.pred_opt()?;
        match self {
            Which::Day(day) => year.day(month, day),
            Which::End => Some(end),
            Which::Nth(nth, weekday) => {
                NaiveDate::from_weekday_of_month_opt(first.year(), month, weekday, u8::try_from(nth).ok()?)
            }
            Which::Last(weekday) => {
                let back = (end.weekday().num_days_from_monday() + 7 - weekday.num_days_from_monday()) % 7;
                end.checked_sub_days(Days::new(u64::from(back)))
            }
        }
    }
}

/// 水曜, 火・金曜
fn weekly(words: &str, year: FiscalYear) -> Vec<NaiveDate> {
    let named: Option<Vec<Weekday>> = parts(words).map(weekday).collect();
    let Some(named) = named.filter(|named| !named.is_empty()) else { return vec![] };
    year.first_day()
        .iter_days()
        .take_while(|day| *day <= year.last_day())
        .filter(|day| named.contains(&day.weekday()))
        .collect()
}

/// 毎月第2・4土曜, 隔月15日, 10月第2日曜, 5・10月最終日曜, 10月12日
fn within_months(words: &str, year: FiscalYear) -> Vec<NaiveDate> {
    let Some((months, rest)) = months(words) else { return vec![] };
    let which = which(rest);
    months.into_iter().flat_map(|month| which.iter().filter_map(move |one| one.day_in(month, year))).collect()
}

/// The months that words begin with, in the order of a fiscal year, and what follows.
fn months(words: &str) -> Option<(Vec<u32>, &str)> {
    let all = || (0..12).map(|at| (at + 3) % 12 + 1);
    if let Some(rest) = words.strip_prefix("毎月") {
        return Some((all().collect(), rest));
    }
    if let Some(rest) = words.strip_prefix("隔月") {
        return Some((all().step_by(2).collect(), rest));
    }
    let (named, rest) = named_months(words)?;
    if let Some((from, to)) = named.split_once(['~', '-', '〜']) {
        let (from, to) = (month(from)?, month(to)?);
        let span: Vec<u32> = all().skip_while(|one| *one != from).collect();
        let until = span.iter().position(|one| *one == to)?;
        return Some((span.into_iter().take(until + 1).collect(), rest));
    }
    let named: Option<Vec<u32>> = parts(named).map(month).collect();
    named.map(|named| (named, rest))
}

/// 10, 5・10, 4月・7月・1 and what follows the 月 that ends them: a list of months is one as far as it goes.
fn named_months(words: &str) -> Option<(&str, &str)> {
    let is_of_months = |c: char| c.is_ascii_digit() || "月~-〜・、,･".contains(c);
    let run = words.find(|c| !is_of_months(c)).map_or(words, |end| &words[..end]);
    let (named, _) = run.rsplit_once('月').filter(|(named, _)| !named.is_empty())?;
    Some((named, &words[named.len() + '月'.len_utf8()..]))
}

fn month(words: &str) -> Option<u32> {
    words.trim_end_matches('月').parse().ok().filter(|month| (1..=12).contains(month))
}

/// 15日, 末日, 第2・4土曜, 第1日曜・第3日曜, 最終土曜
fn which(words: &str) -> Vec<Which> {
    if words == "末日" {
        return vec![Which::End];
    }
    if let Some(days) = words.strip_suffix('日').filter(|days| !days.contains("曜")) {
        let days: Option<Vec<u32>> = parts(days).map(|day| day.trim_end_matches('日').parse().ok()).collect();
        return days.unwrap_or_default().into_iter().map(Which::Day).collect();
    }
    if let Some(last) = ["最終", "最後", "末"].into_iter().find_map(|word| words.strip_prefix(word)) {
        return weekday(last).map(Which::Last).into_iter().collect();
    }
    let mut found = Vec::new();
    // 1月 and 12日 are no weekdays: 月 and 日 alone are ones only beside 第 or 曜.
    let is_weekday = |part: &str| words.contains(['第', '曜']) || !part.ends_with(['月', '日']);
    // From the right, because 第2・4土曜 names its weekday once, at the end.
    let mut named = None;
    for part in parts(words).collect::<Vec<_>>().into_iter().rev() {
        let digits: String = part.trim_start_matches('第').chars().take_while(char::is_ascii_digit).collect();
        let rest = part.trim_start_matches('第').trim_start_matches(&digits[..]);
        named = if rest.is_empty() { named } else { weekday(rest) };
        match (digits.parse(), named) {
            (Ok(nth), Some(weekday)) if is_weekday(part) => found.push(Which::Nth(nth, weekday)),
            _ => return vec![],
        }
    }
    found
}

fn parts(words: &str) -> impl Iterator<Item = &str> {
    words.split(['・', '、', ',', '･']).filter(|part| !part.is_empty())
}

/// 土曜, 土
fn weekday(words: &str) -> Option<Weekday> {
    let all = ["月", "火", "水", "木", "金", "土", "日"];
    let at = all.iter().position(|one| *one == words.trim_end_matches('曜'))?;
    Weekday::try_from(u8::try_from(at).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEAR: FiscalYear = FiscalYear(2025);

    fn days(words: &str) -> Vec<String> {
        days_of(words, YEAR).iter().map(|(from, _)| from.to_string()).collect()
    }

    fn spans(words: &str) -> Vec<String> {
        days_of(words, YEAR).iter().map(|(from, to)| format!("{from} {to}")).collect()
    }

    #[test]
    fn a_list_of_months_is_months_and_never_a_weekday() {
        for (words, times) in [
            ("4月・7月・10月・12月・1月", 5),
            ("10月・3月", 2),
            ("6月、2月", 2),
            ("5月・10月・2月", 3),
            ("5・10・3月", 3),
            ("4月～6月", 3),
            ("10月・1月頃", 2),
        ] {
            assert_eq!((days(words), times_a_year(words)), (vec![], times), "{words}");
        }
        assert_eq!(days("5月・10月の第2日曜日"), ["2025-05-11", "2025-10-12"]);
        assert_eq!(days("10月第1・3月曜"), ["2025-10-06", "2025-10-20"]);
        for words in ["10月12日・1月", "毎月2月"] {
            assert!(days(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn days_are_read_as_this_program_writes_them() {
        for (words, expected) in [
            ("5月10日（日）", vec!["2025-05-10 2025-05-10"]),
            ("5月31日～6月1日", vec!["2025-05-31 2025-06-01"]),
            ("10月12日（日）～13日（月）", vec!["2025-10-12 2025-10-13"]),
            ("6/14", vec!["2025-06-14 2025-06-14"]),
            ("R7.10.12", vec!["2025-10-12 2025-10-12"]),
            ("5月10日、1月11日", vec!["2025-05-10 2025-05-10", "2026-01-11 2026-01-11"]),
            ("R8.10.12", vec![]),
        ] {
            assert_eq!(spans(words), expected, "{words}");
        }
    }

    #[test]
    fn words_that_name_days_name_them_for_the_whole_year() {
        let saturdays = days("毎月第２土曜日");
        assert_eq!(saturdays.len(), 12);
        assert_eq!(
            (&saturdays[0][..], &saturdays[1][..], &saturdays[11][..]),
            ("2025-04-12", "2025-05-10", "2026-03-14")
        );
        assert_eq!(days("毎週水曜").len(), 52);
        assert_eq!(days("毎月第1・3日曜").len(), 24);
        assert_eq!(days("毎月第1日曜、第3日曜"), days("毎月第1・3日曜"));
        assert_eq!(
            days("隔月15日"),
            ["2025-04-15", "2025-06-15", "2025-08-15", "2025-10-15", "2025-12-15", "2026-02-15"]
        );
        assert_eq!(days("10月の第2日曜日"), ["2025-10-12"]);
        assert_eq!(days("5・10月最終日曜"), ["2025-05-25", "2025-10-26"]);
        assert_eq!(days("11～1月 末日"), ["2025-11-30", "2025-12-31", "2026-01-31"]);
        assert_eq!(days("2月11日"), ["2026-02-11"]);
        assert_eq!(days("毎月10・20日").len(), 24);
    }

    #[test]
    fn a_day_that_a_month_lacks_is_left_out() {
        assert_eq!(days("毎月31日").len(), 7);
        assert!(days("毎月第5土曜").len() < 12);
        assert!(days("2月30日").is_empty());
    }

    #[test]
    fn words_without_a_day_name_none() {
        for words in [
            "通年",
            "年3回",
            "10月上旬",
            "随時",
            "",
            "毎月",
            "毎週",
            "第2土曜",
            "13月1日",
            "毎月第土曜",
            "未定",
            "毎月第2祝日",
        ] {
            assert!(days(words).is_empty(), "{words}");
        }
    }

    #[test]
    fn words_without_a_day_may_say_how_often() {
        for (words, times) in [
            ("年３回", 3),
            ("10月", 1),
            ("5・10月", 2),
            ("４～６月", 3),
            ("10月上旬", 1),
            ("通年", 0),
            ("随時", 0),
            ("", 0),
        ] {
            assert_eq!(times_a_year(words), times, "{words}");
        }
        assert_eq!(times_a_year("年9999999999回"), 0);
        assert_eq!(times_a_year("毎月"), 0, "no day of the month is known");
    }

    #[test]
    fn last_years_day_moves_to_the_same_weekday() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert_eq!(moved(day("2025-10-12"), YEAR.next()), day("2026-10-11"), "第2日曜");
        assert_eq!(moved(day("2026-01-11"), YEAR.next()), day("2027-01-10"), "second Sunday of January");
        assert_eq!(moved(day("2025-08-30"), YEAR.next()), day("2026-08-29"), "a fifth Saturday that is there");
        assert_eq!(moved(day("2025-05-31"), YEAR.next()), day("2026-05-30"));
        assert_eq!(moved(day("2025-06-29"), YEAR.next()), day("2026-06-28"), "a fifth that is not there is the last");
        for at in 0..365 {
            let from = YEAR.first_day() + Days::new(at);
            let to = moved(from, YEAR.next());
            assert_eq!((from.weekday(), from.month()), (to.weekday(), to.month()), "{from}");
        }
    }
}
