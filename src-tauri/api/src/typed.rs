//! What was typed into a field, read the same way as a cell of somebody's file.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate, NaiveTime};
use office::calendar::YearStart;
use office::enrolment::Certainty;
use office::formula::Quantity;
use office::intake::cells;
use office::money::LARGEST_YEN;
use office::{FiscalYear, Yen, text};
use paper::RawValue;

use crate::{Error, Result};

/// A day in any written form (7/4/1, R7.4.1, 令和7年4月1日, 4/1); none for an empty field.
pub(crate) fn day(typed: &str, year: Option<FiscalYear>, field: &str) -> Result<Option<NaiveDate>> {
    let day = |raw: &RawValue| in_this_era(typed).or_else(|| cells::date(raw, year, None).value);
    read(typed, field, "typed.day_unreadable", day)
}

/// The same of what goes by the city's year: without its year it is a day from April to March.
pub(crate) fn city_day(typed: &str, year: FiscalYear, field: &str) -> Result<Option<NaiveDate>> {
    YearStart::CITY.during(|| day(typed, Some(year), field))
}

/// A day on which something was decided for a year. Without its year it may lie in the three months before that year begins,
/// where the same day within the year has not come yet: in May 「3/28」 is the one of this March.
pub(crate) fn day_decided(typed: &str, year: FiscalYear, today: NaiveDate, field: &str) -> Result<Option<NaiveDate>> {
    let read = day(typed, Some(year), field)?;
    let early = day(typed, Some(year.previous()), field)?;
    let is_before = |early: &NaiveDate| *early + Months::new(3) >= year.first_day();
    Ok(match (read, early.filter(is_before)) {
        (Some(read), Some(early)) if read > today => Some(early),
        _ => read,
    })
}

/// The same of what the city decided for a year of its own.
pub(crate) fn city_day_decided(
    typed: &str,
    year: FiscalYear,
    today: NaiveDate,
    field: &str,
) -> Result<Option<NaiveDate>> {
    YearStart::CITY.during(|| day_decided(typed, year, today, field))
}

/// Without its year it is the first such day from `from` on.
pub(crate) fn day_from(typed: &str, from: NaiveDate, field: &str) -> Result<Option<NaiveDate>> {
    let year = FiscalYear::of(from);
    match day(typed, Some(year), field)? {
        Some(early) if early < from => day(typed, Some(year.next()), field),
        read => Ok(read),
    }
}

/// Without its year it is the last such day up to `until`.
pub(crate) fn day_until(typed: &str, until: NaiveDate, field: &str) -> Result<Option<NaiveDate>> {
    let year = FiscalYear::of(until);
    match day(typed, Some(year), field)? {
        Some(late) if late > until => day(typed, Some(year.previous()), field),
        read => Ok(read),
    }
}

/// 7/4/1 and 7.4.1: the year of the era of today, as slips are written.
fn in_this_era(typed: &str) -> Option<NaiveDate> {
    let plain = text::half_width(typed.trim());
    let numbers: Vec<i32> = plain.split(['/', '.', '-']).map(|n| n.parse().ok()).collect::<Option<_>>()?;
    let [year @ 1..=99, month, day] = numbers[..] else { return None };
    let era = paper::wareki::eras().first()?;
    NaiveDate::from_ymd_opt(era.from.year() + year - 1, month.try_into().ok()?, day.try_into().ok()?)
}

/// A fiscal year in any written form (令和7年度, R7, 7年度, 2025); none for an empty field.
pub(crate) fn year(typed: &str, field: &str) -> Result<Option<FiscalYear>> {
    let whole =
        |words: &str| office::calendar::year_in(words).filter(|(_, rest)| rest.is_empty()).map(|(year, _)| year);
    read(typed, field, "plan.year_unreadable", |_| whole(typed.trim()))
}

/// An amount in any written form (1,234円, １２３４, 3千, 2万5千); none for an empty field. What is too large for any sum to
/// hold is not read.
pub(crate) fn yen(typed: &str, field: &str) -> Result<Option<Yen>> {
    let said = || in_units(typed).filter(|amount| amount.abs() <= LARGEST_YEN).map(Yen);
    read(typed, field, "typed.yen_unreadable", |raw| cells::yen(raw).value.or_else(said))
}

/// 3千, 2万5千, 1万2,500円, △5千: how amounts are said.
fn in_units(typed: &str) -> Option<i64> {
    let plain = text::half_width(typed.trim()).replace(' ', "");
    if let Some(less) = plain.strip_prefix(['△', '▲', '-', '−']) {
        return in_units(less).map(|amount| -amount);
    }
    let mut rest = plain.trim_end_matches('円');
    let mut sum: i64 = 0;
    for (unit, worth) in [('億', 100_000_000), ('万', 10_000), ('千', 1_000), ('百', 100)] {
        if let Some((number, after)) = rest.split_once(unit) {
            sum = sum.checked_add(cells::figures(number)?.checked_mul(worth)?)?;
            rest = after;
        }
    }
    if rest.is_empty() { Some(sum) } else { sum.checked_add(cells::figures(rest)?) }
}

/// A count in any written form (約80, 120世帯, 未提出) and how sure it is.
pub(crate) fn count(typed: &str, field: &str) -> Result<(Option<i64>, Certainty)> {
    let count = read(typed, field, "typed.count_unreadable", |raw| cells::count(raw).value)?;
    let is_rounded = count.as_ref().is_some_and(|c| c.is_rounded);
    let certainty = if is_rounded { Certainty::Rounded } else { Certainty::Counted };
    Ok((count.and_then(|c| c.number), certainty))
}

/// Counts and amounts of a formula as typed; a slip names the field where it stands.
pub(crate) fn counts(typed: &BTreeMap<Quantity, String>, field: &str) -> Result<BTreeMap<Quantity, i64>> {
    let mut counts = BTreeMap::new();
    for (measure, typed) in typed {
        let count = yen(typed, field)?.map(|n| n.0);
        if count.is_some_and(|n| n < 0) {
            return Err(Error::refused("typed.count_unreadable").with("field", field).with("typed", typed));
        }
        counts.extend(count.map(|n| (*measure, n)));
    }
    Ok(counts)
}

/// 62.4 or ６２．４％ as tenths of a percent; none for an empty field.
pub(crate) fn tenths(typed: &str, field: &str) -> Result<Option<i64>> {
    read(typed, field, "typed.percent_unreadable", |_| percent(typed, 1))
}

/// 25.38 or 25.38% as hundredths of a percent; none for an empty field.
pub(crate) fn hundredths(typed: &str, field: &str) -> Result<Option<i64>> {
    read(typed, field, "typed.percent_unreadable", |_| percent(typed, 2))
}

/// A percentage with at most so many decimals, read digit by digit: no figure passes through a fraction.
fn percent(typed: &str, decimals: usize) -> Option<i64> {
    let plain = text::half_width(typed.trim());
    let plain = plain.trim_end_matches('%').trim();
    let (whole, part) = plain.split_once('.').unwrap_or((plain, ""));
    let is_digits = |s: &str| s.chars().all(|c| c.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > decimals || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    format!("{whole}{part:0<decimals$}").parse().ok()
}

/// A time of day in any written form (14:30, 1430, 14時半, 午後2時30分); none for an empty field.
pub(crate) fn time(typed: &str, field: &str) -> Result<Option<NaiveTime>> {
    read(typed, field, "meetings.time_unreadable", |_| clock(typed))
}

/// A length of time in minutes, in any written form (1:30, 1時間半, 1時間30分, 90分, 2時間); none for an empty field.
pub(crate) fn span(typed: &str, field: &str) -> Result<Option<i64>> {
    read(typed, field, "activities.minutes_unreadable", |_| minutes(typed))
}

fn minutes(typed: &str) -> Option<i64> {
    let plain = text::half_width(typed.trim()).replace(' ', "").replace('半', "30分");
    let number = |words: &str| words.parse::<i64>().ok().filter(|n| (0..10_000).contains(n));
    if let Some((hours, rest)) = plain.split_once(':').or_else(|| plain.split_once("時間")) {
        let rest = rest.trim_end_matches('分');
        let rest = if rest.is_empty() { 0 } else { number(rest).filter(|rest| *rest < 60)? };
        return Some(number(hours)? * 60 + rest);
    }
    number(plain.strip_suffix('分')?)
}

fn clock(typed: &str) -> Option<NaiveTime> {
    let plain = text::half_width(typed.trim()).replace(' ', "").replace('半', "30分");
    let (plain, later) = match (plain.strip_prefix("午後"), plain.strip_prefix("午前")) {
        (Some(rest), _) => (rest.to_owned(), 12),
        (_, Some(rest)) => (rest.to_owned(), 0),
        _ => (plain, 0),
    };
    let parts: Vec<&str> = plain.split([':', '時', '分']).filter(|part| !part.is_empty()).collect();
    let (hour, minute): (u32, u32) = match parts[..] {
        [hour, minute] => (hour.parse().ok()?, minute.parse().ok()?),
        [together] if together.len() >= 3 => {
            (together.get(..together.len() - 2)?.parse().ok()?, together.get(together.len() - 2..)?.parse().ok()?)
        }
        [hour] => (hour.parse().ok()?, 0),
        _ => return None,
    };
    NaiveTime::from_hms_opt(if hour < 12 { hour + later } else { hour }, minute, 0)
}

fn read<T>(typed: &str, field: &str, code: &'static str, how: impl Fn(&RawValue) -> Option<T>) -> Result<Option<T>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let value = how(&RawValue::Text(typed.to_owned()));
    value.map(Some).ok_or_else(|| Error::refused(code).with("field", field).with("typed", typed.trim()))
}

/// 760-0033 from any written form; as typed when it is none.
pub(crate) fn postal(typed: &str) -> String {
    let digits = text::digits(typed);
    if digits.len() == 7 { format!("{}-{}", &digits[..3], &digits[3..]) } else { typed.trim().to_owned() }
}

/// Half-width digits and hyphens, otherwise as typed.
pub(crate) fn phone(typed: &str) -> String {
    text::half_width(typed).trim().to_owned()
}

/// Full-width katakana.
pub(crate) fn kana(typed: &str) -> String {
    text::katakana(typed).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_without_its_year_is_read_beside_the_day_it_goes_with() {
        let at = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let (given, settled) = (at("2026-03-25"), at("2026-04-05"));
        for (typed, read) in
            [("4/5", "2026-04-05"), ("3/25", "2026-03-25"), ("3/24", "2027-03-24"), ("7/4/5", "2025-04-05")]
        {
            assert_eq!(day_from(typed, given, "on").expect("a day"), Some(at(read)), "{typed}");
        }
        for (typed, read) in
            [("4/5", "2026-04-05"), ("3/28", "2026-03-28"), ("4/6", "2025-04-06"), ("8/4/6", "2026-04-06")]
        {
            assert_eq!(day_until(typed, settled, "on").expect("a day"), Some(at(read)), "{typed}");
        }
    }

    #[test]
    fn what_was_decided_shortly_before_a_year_begins_is_not_read_as_its_end() {
        let at = |text: &str| text.parse::<NaiveDate>().expect("a day");
        for (typed, today, read) in [
            ("3/28", "2025-05-10", "2025-03-28"),
            ("1/1", "2025-05-10", "2025-01-01"),
            ("12/31", "2025-05-10", "2025-12-31"),
            ("4/1", "2025-03-20", "2025-04-01"),
            ("3/28", "2025-03-30", "2025-03-28"),
            ("3/28", "2026-04-10", "2026-03-28"),
            ("8/3/28", "2025-05-10", "2026-03-28"),
            ("7/3/28", "2026-05-10", "2025-03-28"),
        ] {
            let found = city_day_decided(typed, FiscalYear(2025), at(today), "on").expect("a day");
            assert_eq!(found, Some(at(read)), "{typed} on {today}");
        }
    }

    #[test]
    fn fields_are_read_like_cells() {
        let year = Some(FiscalYear(2025));
        for typed in ["7/4/1", "R7.4.1", "令和7年4月1日", "4/1", "2025-04-01", "４／１"] {
            assert_eq!(
                day(typed, year, "on").expect("a day").map(|d| d.to_string()),
                Some("2025-04-01".into()),
                "{typed}"
            );
        }
        for (typed, amount) in [
            ("１，２３４円", 1234),
            ("70,400", 70_400),
            ("3千", 3_000),
            ("2万5千", 25_000),
            ("1万7千8百円", 17_800),
            ("△5千", -5_000),
            ("1万2,500円", 12_500),
            ("△500", -500),
        ] {
            assert_eq!(yen(typed, "amount").expect("an amount"), Some(Yen(amount)), "{typed}");
        }
        for typed in ["12,34", "1,2,3", "1万2,50", "1,0千"] {
            assert_eq!(yen(typed, "amount").expect_err(typed).code, "typed.yen_unreadable");
        }
        for words in ["14:30", "１４：３０", "1430", "14時30分", "14時半", "午後2時30分"] {
            assert_eq!(time(words, "at").expect("a time").map(|t| t.to_string()), Some("14:30:00".into()), "{words}");
        }
        assert_eq!(time("9時", "at").expect("a time").map(|t| t.to_string()), Some("09:00:00".into()));
        assert_eq!(time("25:00", "at").expect_err("no time").code, "meetings.time_unreadable");
        assert_eq!(count("約80世帯", "enrolled").expect("a count"), (Some(80), Certainty::Rounded));
        assert_eq!(count("未提出", "enrolled").expect("none"), (None, Certainty::Counted));
        for (typed, long) in [("1:30", 90), ("１時間半", 90), ("1時間 30分", 90), ("90分", 90), ("2時間", 120)]
        {
            assert_eq!(span(typed, "minutes").expect("a length"), Some(long), "{typed}");
        }
        for typed in ["90", "1:75", "半日", "-1分", "時間"] {
            assert_eq!(span(typed, "minutes").expect_err("no length").code, "activities.minutes_unreadable", "{typed}");
        }
        let error = day("きのうあたり", year, "on").expect_err("not a day");
        assert_eq!((error.code, error.params["typed"].as_str()), ("typed.day_unreadable", "きのうあたり"));
        assert_eq!(postal("〒７６０ー００３３"), "760-0033");
        for (typed, expected) in [("62.4", 624), ("６２．４％", 624), ("73%", 730), ("100", 1000)] {
            assert_eq!(tenths(typed, "percent").expect("a percentage"), Some(expected), "{typed}");
        }
        assert_eq!(hundredths("25.38％", "share").expect("a share"), Some(2_538));
        assert_eq!(tenths("62.45", "percent").expect_err("too fine").code, "typed.percent_unreadable");
    }
}
