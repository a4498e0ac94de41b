//! 繰り返し: the days that words about a time name: 毎月第2土曜, 第2・4土曜, 毎週水曜, 隔週土曜, 偶数月第3日曜, 10月第2日曜, 毎月15日, 5・10月の最終日曜,
//! 5月10日（日）, 10月12日～13日. Words that name no day (通年, 年3回, 月2回, 10月上旬, 4月・7月・1月) have none, and stay words.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::calendar::{FiscalYear, YearStart, written, written_range};
use crate::text::half_width;

/// The days of a year that such words name, each with the last day of what begins on it, in order; empty when they name none.
pub fn days_of(words: &str, year: FiscalYear) -> Vec<(NaiveDate, NaiveDate)> {
    let words: String = half_width(words).chars().filter(|c| !c.is_whitespace()).collect();
    let words = words.replace("曜日", "曜").replace('の', "");
    let mut days = written_days(&words, year).unwrap_or_else(|| {
        let days = match (words.strip_prefix("毎週"), words.strip_prefix("隔週")) {
            (Some(weekdays), _) => weekly(weekdays, year),
            // From the first one of the year.
            (_, Some(weekdays)) => fortnightly(weekdays, year),
            _ => within_months(&words, year),
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
    let last = Which::Last(day.weekday());
    let found = [which, last].into_iter().find_map(|one| one.days_in(day.month(), to).next());
    // Near the border of a year that begins within a month it may have neither: then so many weeks later.
    let weeks = || (0..2).map(|week| day + Days::new(7 * (52 + week))).find(|day| to.contains(*day));
    found.or_else(weeks).unwrap_or(day)
}

/// How often words without a day say that it happens in a year: 年3回 three times, 5・10月 and 4～6月 once a month named;
/// 通年 and 随時 say no number.
pub fn times_a_year(words: &str) -> usize {
    let words: String = half_width(words).chars().filter(|c| !c.is_whitespace()).collect();
    let counted = words.strip_prefix('年').and_then(|rest| rest.strip_suffix('回'));
    match counted {
        Some(times) => times.parse().ok().filter(|times| (1..=366).contains(times)).unwrap_or(0),
        None if ["毎月", "隔月", "偶数月", "奇数月", "第"].iter().any(|every| words.starts_with(every)) => 0,
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
    /// The days of a year that it names in a month: of a year that begins within a month, that one has a part at either end.
    fn days_in(self, month: u32, year: FiscalYear) -> impl Iterator<Item = NaiveDate> {
        let of_calendar =
            (year.first_day().year()..=year.last_day().year()).filter_map(move |of| self.day_of(of, month));
        of_calendar.filter(move |day| year.contains(*day))
    }

    fn day_of(self, year: i32, month: u32) -> Option<NaiveDate> {
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let end = first.checked_add_months(chrono::Months::new(1))?.pred_opt()?;
        match self {
            Which::Day(day) => first.with_day(day),
            Which::End => Some(end),
            Which::Nth(nth, weekday) => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, u8::try_from(nth).ok()?)
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

/// 隔週土曜: every second one of a single weekday.
fn fortnightly(words: &str, year: FiscalYear) -> Vec<NaiveDate> {
    let all = if weekday(words).is_some() { weekly(words, year) } else { vec![] };
    all.into_iter().step_by(2).collect()
}

/// 毎月第2・4土曜, 第2・4土曜, 隔月15日, 偶数月第3日曜, 10月第2日曜, 5・10月最終日曜, 10月12日
fn within_months(words: &str, year: FiscalYear) -> Vec<NaiveDate> {
    let Some((months, rest)) = months(words) else { return vec![] };
    let which = which(rest);
    months.into_iter().flat_map(|month| which.iter().flat_map(move |one| one.days_in(month, year))).collect()
}

/// The months that words begin with, in the order of the council's year, and what follows.
fn months(words: &str) -> Option<(Vec<u32>, &str)> {
    let all = || YearStart::own().months();
    if let Some(rest) = words.strip_prefix("毎月") {
        return Some((all().collect(), rest));
    }
    if let Some(rest) = words.strip_prefix("隔月") {
        return Some((all().step_by(2).collect(), rest));
    }
    for (word, rest_of) in [("偶数月", 0), ("奇数月", 1)] {
        if let Some(rest) = words.strip_prefix(word) {
            return Some((all().filter(|month| month % 2 == rest_of).collect(), rest));
        }
    }
    // 第2・4土曜 without a month is so in each.
    if words.starts_with('第') {
        return Some((all().collect(), words));
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
mod tests;
