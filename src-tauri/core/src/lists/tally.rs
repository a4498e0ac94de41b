//! 数える: people by area and by any attribute that the roster has, with shares; ages in bands that the reader chooses.

use chrono::{Datelike, NaiveDate};
use paper::Value;

use super::Row;
use crate::money::percent_tenths;
use crate::{Error, Result};

/// Columns beyond this many are put together.
const MOST: usize = 12;
/// Name of what they are put together as.
const OTHERS: &str = "その他";

/// Counts of people by area and attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// The values of the attribute, left to right.
    pub heads: Vec<String>,
    /// One line for each area, in the order in which they first occur; those who belong to none stand under an empty name.
    pub lines: Vec<Line>,
    /// All of them.
    pub total: Line,
}

/// One area.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// Its name.
    pub name: String,
    /// People under each head.
    pub counts: Vec<i64>,
    /// People of whom the roster does not say it.
    pub unknown: i64,
}

impl Line {
    /// Share of a head among those of whom it is known, in tenths of a percent.
    pub fn tenths(&self, at: usize) -> Option<i64> {
        percent_tenths(self.counts[at], self.counts.iter().sum())
    }

    /// Everybody.
    pub fn people(&self) -> i64 {
        self.counts.iter().sum::<i64>() + self.unknown
    }
}

/// Ages from one bound to the next: 65 and 75 are 0–64, 65–74, 75 and older.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgeBands {
    bounds: Vec<i32>,
    on: NaiveDate,
}

impl AgeBands {
    /// Bands on a day. Bounds rise and are ages that people reach.
    pub fn new(bounds: &[i32], on: NaiveDate) -> Result<AgeBands> {
        let are_ages = bounds.iter().all(|bound| (1..120).contains(bound));
        if bounds.is_empty() || bounds.len() >= MOST || !are_ages || !bounds.is_sorted_by(|a, b| a < b) {
            return Err(Error::refused("enrolment.ages_unsound").with("field", "bounds"));
        }
        Ok(AgeBands { bounds: bounds.to_vec(), on })
    }

    fn heads(&self) -> Vec<String> {
        let starts = std::iter::once(0).chain(self.bounds.iter().copied());
        let ends = self.bounds.iter().copied().map(Some).chain([None]);
        let head = |(from, until): (i32, Option<i32>)| match until {
            Some(until) => format!("{from}〜{}歳", until - 1),
            None => format!("{from}歳以上"),
        };
        starts.zip(ends).map(head).collect()
    }

    /// The band of somebody born on a day; none where the day lies ahead.
    fn at(&self, birth: NaiveDate) -> Option<usize> {
        let before = (self.on.month(), self.on.day()) < (birth.month(), birth.day());
        let age = self.on.year() - birth.year() - i32::from(before);
        (age >= 0).then(|| self.bounds.iter().filter(|bound| age >= **bound).count())
    }
}

/// Counts people by age.
pub fn by_age(rows: &[Row], area: impl Fn(&Row) -> String, bands: &AgeBands) -> Tally {
    let at = |row: &Row| match row.value("birth") {
        Value::Date(birth) => bands.at(birth),
        _ => None,
    };
    counted(rows, area, bands.heads(), at)
}

/// Counts people by the words of a column, the most frequent first.
pub fn by_words(rows: &[Row], area: impl Fn(&Row) -> String, column: &str) -> Tally {
    let mut found: Vec<(String, i64)> = Vec::new();
    for words in rows.iter().map(|row| row.text(column)).filter(|words| !words.is_empty()) {
        match found.iter_mut().find(|(known, _)| *known == words) {
            Some((_, count)) => *count += 1,
            None => found.push((words, 1)),
        }
    }
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let is_cut = found.len() > MOST;
    found.truncate(if is_cut { MOST - 1 } else { MOST });
    let mut heads: Vec<String> = found.into_iter().map(|(words, _)| words).collect();
    heads.extend(is_cut.then(|| OTHERS.to_owned()));
    let at = |row: &Row| {
        let words = row.text(column);
        let own = heads.iter().position(|head| *head == words);
        (!words.is_empty()).then(|| own.unwrap_or(heads.len().saturating_sub(1)))
    };
    counted(rows, area, heads.clone(), at)
}

fn counted(
    rows: &[Row],
    area: impl Fn(&Row) -> String,
    heads: Vec<String>,
    at: impl Fn(&Row) -> Option<usize>,
) -> Tally {
    let blank = |name: String| Line { name, counts: vec![0; heads.len()], unknown: 0 };
    let mut lines: Vec<Line> = Vec::new();
    let mut total = blank(String::new());
    for row in rows {
        let name = area(row);
        let known = lines.iter().position(|line| line.name == name).unwrap_or_else(|| {
            lines.push(blank(name));
            lines.len() - 1
        });
        for line in [&mut lines[known], &mut total] {
            match at(row) {
                Some(head) => line.counts[head] += 1,
                None => line.unknown += 1,
            }
        }
    }
    // Those who belong nowhere come last.
    lines.sort_by_key(|line| line.name.is_empty());
    Tally { heads, lines, total }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn person(area: &str, birth: Option<NaiveDate>, bus: &str) -> Row {
        let birth = birth.map_or(Value::Blank, Value::Date);
        Row::new("").words("association", area).cell("birth", birth).words("bus", bus)
    }

    fn area(row: &Row) -> String {
        row.text("association")
    }

    #[test]
    fn old_age_by_area_counts_everybody_once_and_leaves_the_unknown_out_of_the_share() {
        let rows = [
            person("東", Some(day(1960, 4, 1)), ""),
            person("東", Some(day(1960, 4, 2)), ""),
            person("", Some(day(1990, 1, 1)), ""),
            person("東", None, ""),
            person("西", Some(day(1940, 5, 5)), ""),
        ];
        let bands = AgeBands::new(&[65], day(2025, 4, 1)).unwrap();
        let tally = by_age(&rows, area, &bands);
        assert_eq!(tally.heads, ["0〜64歳", "65歳以上"]);
        let told: Vec<_> = tally.lines.iter().map(|l| (l.name.as_str(), l.counts.clone(), l.unknown)).collect();
        assert_eq!(
            told,
            [("東", vec![1, 1], 1), ("西", vec![0, 1], 0), ("", vec![1, 0], 0)],
            "65 on the very birthday"
        );
        assert_eq!(
            (tally.lines[0].tenths(1), tally.total.tenths(1)),
            (Some(500), Some(500)),
            "2 of 4 known, never of 5"
        );
        assert_eq!(tally.total.people(), 5);
    }

    #[test]
    fn any_words_of_the_roster_are_counted_and_many_of_them_put_together() {
        let mut rows = vec![person("東", None, "徒歩"), person("西", None, "徒歩"), person("西", None, "")];
        let tally = by_words(&rows, area, "bus");
        assert_eq!((tally.heads, tally.total.counts, tally.total.unknown), (vec!["徒歩".into()], vec![2], 1));
        rows.extend((0..20).map(|n| person("東", None, &format!("路線{n}"))));
        let tally = by_words(&rows, area, "bus");
        assert_eq!((tally.heads.len(), tally.heads.last().map(String::as_str)), (12, Some("その他")));
        assert_eq!((tally.total.people(), tally.total.counts[11]), (23, 10), "20 lines, ten of them by name");
    }

    #[test]
    fn bounds_that_are_no_ages_are_refused() {
        for bounds in [&[][..], &[75, 65], &[65, 65], &[0], &[200]] {
            assert_eq!(
                AgeBands::new(bounds, day(2025, 4, 1)).unwrap_err().code,
                "enrolment.ages_unsound",
                "{bounds:?}"
            );
        }
    }
}
