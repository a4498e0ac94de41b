//! 年齢別の人口: persons of towns in bands that the reader chooses, and their shares.

use chrono::NaiveDate;

use super::town::TownId;
use crate::money::percent_tenths;
use crate::{Error, Result};

/// Bands of five years that cities publish: 0–4 … 80–84, 85 and older.
pub const PUBLISHED: usize = 18;
/// Years of one of them.
const FIVE: usize = 5;

/// 年齢別の人口 of a town on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TownAges {
    /// Which town.
    pub town_id: TownId,
    /// 基準日
    pub as_of_on: NaiveDate,
    /// Persons of each published band.
    pub ages: Vec<i64>,
}

/// A band of ages, from the first year of it to the one before the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    from: usize,
    /// None: and older.
    until: Option<usize>,
}

/// The bands that bounds make: 15 and 65 are 0–14, 15–64, 65 and older. Bounds rise and are among those that are published.
pub fn bands(bounds: &[usize]) -> Result<Vec<Band>> {
    let is_published = |bound: &usize| *bound > 0 && bound.is_multiple_of(FIVE) && *bound / FIVE < PUBLISHED;
    if bounds.is_empty() || !bounds.iter().all(is_published) || !bounds.is_sorted_by(|a, b| a < b) {
        return Err(Error::refused("enrolment.bands_unsound").with("field", "bounds"));
    }
    let starts = std::iter::once(0).chain(bounds.iter().copied());
    let ends = bounds.iter().copied().map(Some).chain([None]);
    Ok(starts.zip(ends).map(|(from, until)| Band { from, until }).collect())
}

impl Band {
    /// 0〜14歳, 65歳以上
    pub fn label(self) -> String {
        match self.until {
            Some(until) => format!("{}〜{}歳", self.from, until - 1),
            None => format!("{}歳以上", self.from),
        }
    }

    /// Persons of this band.
    pub fn count(self, ages: &[i64]) -> i64 {
        let until = self.until.map_or(PUBLISHED, |until| until / FIVE);
        ages.iter().take(until).skip(self.from / FIVE).sum()
    }

    /// Their share of all, in tenths of a percent.
    pub fn tenths(self, ages: &[i64]) -> Option<i64> {
        percent_tenths(self.count(ages), ages.iter().sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_bands_cover_everybody_once() {
        let ages: Vec<i64> = (1..=18).collect();
        for bounds in [&[65][..], &[15, 65], &[15, 65, 75, 85], &[20, 40, 60, 80]] {
            let bands = bands(bounds).unwrap();
            assert_eq!(bands.iter().map(|band| band.count(&ages)).sum::<i64>(), 171, "{bounds:?}");
        }
        let told: Vec<String> = bands(&[15, 65]).unwrap().into_iter().map(Band::label).collect();
        assert_eq!(told, ["0〜14歳", "15〜64歳", "65歳以上"]);
        let old = bands(&[65]).unwrap()[1];
        assert_eq!((old.count(&ages), old.tenths(&ages)), (80, Some(468)), "14 + … + 18 of 171");
        assert_eq!(old.tenths(&[0; 18]), None, "nobody, no rate");
    }

    #[test]
    fn bounds_that_nobody_publishes_are_refused() {
        for bounds in [&[][..], &[18], &[65, 15], &[15, 15], &[90], &[0]] {
            assert_eq!(bands(bounds).unwrap_err().code, "enrolment.bands_unsound", "{bounds:?}");
        }
    }
}
