//! スタッフの時間の換算: what an hour is reckoned at where voluntary work is told in yen, from which day on, and what it comes to.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;

use super::{Occasion, OccasionId, Volunteer};
use crate::id::Id;
use crate::money::Yen;

/// Key of a rate that the council wrote.
pub type VolunteerRateId = Id<VolunteerRate>;

/// 1時間の額: of a city, as its data says, or the council's own.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VolunteerRate {
    /// Its first day.
    pub from_on: NaiveDate,
    /// Yen of an hour.
    pub yen_per_hour: i64,
    /// もとにした資料; printed beside the amount.
    pub source: String,
}

/// A rate of the council's own, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnRate {
    /// Key.
    pub id: VolunteerRateId,
    /// What it says.
    pub rate: VolunteerRate,
    /// Raised at every change.
    pub version: i64,
}

/// What some of the time comes to, at one rate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth<'a> {
    /// None for the time before any rate.
    pub rate: Option<&'a VolunteerRate>,
    /// How long.
    pub minutes: i64,
}

impl Worth<'_> {
    /// Less than a yen is dropped.
    pub fn yen(&self) -> Option<Yen> {
        self.rate.map(|rate| Yen((self.minutes * rate.yen_per_hour).div_euclid(60)))
    }
}

/// The time of each occasion at the rate of its first day: the council's own from its day on, before that the city's.
pub fn worth<'a>(
    occasions: &[Occasion],
    helped: &BTreeMap<OccasionId, Volunteer>,
    (own, of_city): (&'a [VolunteerRate], &'a [VolunteerRate]),
) -> Vec<Worth<'a>> {
    let mut all: Vec<Worth> = Vec::new();
    for occasion in occasions {
        let minutes = helped.get(&occasion.id).map_or(0, |sum| sum.minutes);
        let rate = in_force(own, occasion.from_on).or_else(|| in_force(of_city, occasion.from_on));
        match all.iter_mut().find(|one| one.rate == rate) {
            _ if minutes == 0 => {}
            Some(one) => one.minutes += minutes,
            None => all.push(Worth { rate, minutes }),
        }
    }
    all.sort_by_key(|one| one.rate.map(|rate| rate.from_on));
    all
}

/// The last rate that began by a day.
fn in_force(rates: &[VolunteerRate], day: NaiveDate) -> Option<&VolunteerRate> {
    rates.iter().filter(|rate| rate.from_on <= day).max_by_key(|rate| rate.from_on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calendar::FiscalYear;

    fn rate(from: &str, yen_per_hour: i64) -> VolunteerRate {
        VolunteerRate { from_on: from.parse().unwrap(), yen_per_hour, source: String::new() }
    }

    fn at(day: &str) -> Occasion {
        Occasion::new(FiscalYear(2025), "祭り", day.parse().unwrap())
    }

    #[test]
    fn v03_an_hour_has_the_rate_of_its_day_and_the_councils_own_goes_before_the_citys() {
        let occasions = ["2025-06-08", "2025-10-17", "2025-10-18", "2026-02-01"].map(at);
        let helped = |minutes: [i64; 4]| {
            let sum = |minutes| Volunteer { times: 1, minutes, unknown: 0 };
            occasions.iter().zip(minutes).map(|(o, minutes)| (o.id, sum(minutes))).collect::<BTreeMap<_, _>>()
        };
        let told = |own: &[VolunteerRate], city: &[VolunteerRate], minutes| {
            let all = worth(&occasions, &helped(minutes), (own, city));
            all.iter().map(|one| (one.minutes, one.yen().map(|yen| yen.0))).collect::<Vec<_>>()
        };
        let city = [rate("2025-10-18", 1_036), rate("2024-10-02", 970)];
        assert_eq!(told(&[], &city, [225, 0, 60, 1]), [(225, Some(3_637)), (61, Some(1_053))], "rounded down");
        let own = [rate("2026-01-01", 1_000)];
        assert_eq!(told(&own, &city, [60, 60, 60, 60]), [(120, Some(1_940)), (60, Some(1_036)), (60, Some(1_000))]);
        assert_eq!(told(&own, &[], [60, 60, 60, 60]), [(180, None), (60, Some(1_000))], "before it nothing is known");
        assert_eq!(told(&[], &[], [60, 0, 0, 0]), [(60, None)]);
        assert_eq!(told(&own, &city, [0; 4]), []);
    }
}
