//! 加入率: Σ加入 ÷ Σ世帯, never a mean of rates (`domain` 4.2).

use std::collections::{BTreeMap, HashMap};

use super::{Certainty, Observation};
use crate::calendar::FiscalYear;
use crate::money::percent_tenths;
use crate::roster::OrganisationId;

/// The council's rate of one year over the associations that answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct YearRate {
    /// Associations with a count for the year and a denominator.
    pub associations_counted: i64,
    /// Σ denominators of the counted associations.
    pub households: i64,
    /// Σ numerators of the counted associations.
    pub enrolled: i64,
}

impl YearRate {
    /// The rate in tenths of a percent, rounded half up.
    pub fn tenths(&self) -> Option<i64> {
        percent_tenths(self.enrolled, self.households)
    }
}

/// Households that must still join to reach a target given in tenths of a percent.
pub fn households_needed(households: i64, enrolled: i64, target_tenths: i64) -> i64 {
    let wanted = (households * target_tenths + 999) / 1000;
    (wanted - enrolled).max(0)
}

impl Observation {
    /// Numerator and denominator, when both are known.
    pub fn counted(&self) -> Option<(i64, i64)> {
        self.numerator.zip(self.denominator).filter(|(_, households)| *households > 0)
    }

    /// The rate in tenths of a percent.
    pub fn tenths(&self) -> Option<i64> {
        self.counted().and_then(|(enrolled, households)| percent_tenths(enrolled, households))
    }
}

/// The rate of every year that has a count, oldest first.
pub fn rates_by_year(observations: &[Observation]) -> BTreeMap<FiscalYear, YearRate> {
    let mut years: BTreeMap<FiscalYear, YearRate> = BTreeMap::new();
    for (observation, (enrolled, households)) in observations.iter().filter_map(|o| o.counted().map(|c| (o, c))) {
        let year = years.entry(observation.fiscal_year).or_default();
        year.associations_counted += 1;
        year.enrolled += enrolled;
        year.households += households;
    }
    years
}

/// The rates of a year and of the one before over those that answered in both: their difference is like for like.
pub fn rates_of_both(
    observations: &[Observation],
    year: FiscalYear,
    is_own: impl Fn(OrganisationId) -> bool,
) -> [YearRate; 2] {
    let [now, before] = [year, year.previous()].map(|year| {
        let own = observations.iter().filter(|o| o.fiscal_year == year && is_own(o.association_id));
        own.filter_map(|o| Some((o.association_id, o.counted()?))).collect::<HashMap<_, _>>()
    });
    let sum = |own: &HashMap<_, (i64, i64)>, other: &HashMap<_, _>| {
        let both = own.iter().filter(|(id, _)| other.contains_key(*id)).map(|(_, counted)| *counted);
        both.fold(YearRate::default(), |sum, (enrolled, households)| YearRate {
            associations_counted: sum.associations_counted + 1,
            households: sum.households + households,
            enrolled: sum.enrolled + enrolled,
        })
    };
    [sum(&now, &before), sum(&before, &now)]
}

/// How many of these associations have answered in an earlier year and not in this one.
pub fn lacking(
    associations: impl Iterator<Item = OrganisationId>,
    observations: &[Observation],
    year: FiscalYear,
) -> i64 {
    let answered = |id: OrganisationId, is_meant: &dyn Fn(FiscalYear) -> bool| {
        observations.iter().any(|o| o.association_id == id && is_meant(o.fiscal_year) && o.counted().is_some())
    };
    associations.filter(|id| answered(*id, &|of| of < year) && !answered(*id, &|of| of == year)).count() as i64
}

/// The rate of one 地区.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaRate {
    /// 地区; empty for associations that have none.
    pub area: String,
    /// Its associations, counted or not.
    pub associations: i64,
    /// Its rate.
    pub rate: YearRate,
}

/// The rates of the 地区 of one year, in the order of the associations; together they are the council's.
pub fn rates_by_area(
    associations: &[(OrganisationId, String)],
    observations: &[Observation],
    year: FiscalYear,
) -> Vec<AreaRate> {
    let counted: HashMap<OrganisationId, (i64, i64)> = observations
        .iter()
        .filter(|o| o.fiscal_year == year)
        .filter_map(|o| o.counted().map(|counted| (o.association_id, counted)))
        .collect();
    let mut areas: Vec<AreaRate> = Vec::new();
    for (id, area) in associations {
        let known = areas.iter().position(|known| known.area == *area).unwrap_or_else(|| {
            areas.push(AreaRate { area: area.clone(), associations: 0, rate: YearRate::default() });
            areas.len() - 1
        });
        let known = &mut areas[known];
        known.associations += 1;
        if let Some((enrolled, households)) = counted.get(id) {
            known.rate.associations_counted += 1;
            known.rate.enrolled += enrolled;
            known.rate.households += households;
        }
    }
    areas
}

/// What deserves a second look in one association's count, as codes (`domain` 4.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    /// 未提出
    NotReported,
    /// More enrolled than households.
    OverWhole,
    /// 概数
    Rounded,
    /// The same number three years in a row.
    Unchanged,
    /// Numbers that end in 0, two years in a row.
    EndsInZero,
    /// The roster has another number of households.
    UnlikeRoster,
}

/// Flags of an association's count of `year`, from its counts of all years and the households that the roster has.
pub fn flags(own: &HashMap<FiscalYear, &Observation>, year: FiscalYear, recorded: Option<i64>) -> Vec<Flag> {
    let numerator = |year: FiscalYear| own.get(&year).and_then(|o| o.numerator);
    let Some(enrolled) = numerator(year) else { return vec![Flag::NotReported] };
    let now = own[&year];
    let mut flags = Vec::new();
    if now.denominator.is_some_and(|households| enrolled > households) {
        flags.push(Flag::OverWhole);
    }
    if now.numerator_certainty == Certainty::Rounded {
        flags.push(Flag::Rounded);
    }
    if numerator(year.previous()) == Some(enrolled) && numerator(year.previous().previous()) == Some(enrolled) {
        flags.push(Flag::Unchanged);
    }
    let ends_in_zero = |n: i64| n > 0 && n % 10 == 0;
    if ends_in_zero(enrolled) && numerator(year.previous()).is_some_and(ends_in_zero) {
        flags.push(Flag::EndsInZero);
    }
    if recorded.is_some_and(|recorded| recorded != enrolled) {
        flags.push(Flag::UnlikeRoster);
    }
    flags
}

/// Observations by association and year.
pub fn by_association(observations: &[Observation]) -> HashMap<OrganisationId, HashMap<FiscalYear, &Observation>> {
    let mut map: HashMap<OrganisationId, HashMap<FiscalYear, &Observation>> = HashMap::new();
    for observation in observations {
        map.entry(observation.association_id).or_default().insert(observation.fiscal_year, observation);
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(
        association_id: OrganisationId,
        year: i32,
        numerator: Option<i64>,
        denominator: Option<i64>,
    ) -> Observation {
        Observation {
            id: crate::id::Id::new(),
            association_id,
            fiscal_year: FiscalYear(year),
            as_of_on: FiscalYear(year).first_day(),
            numerator,
            numerator_certainty: Certainty::Counted,
            denominator,
            denominator_certainty: Certainty::Counted,
            source: String::new(),
        }
    }

    #[test]
    fn what_deserves_a_second_look_is_flagged() {
        let id = OrganisationId::new();
        let flagged = |numbers: [Option<i64>; 3], households, recorded| {
            let counts: Vec<Observation> =
                (2023..).zip(numbers).map(|(year, n)| count(id, year, n, Some(households))).collect();
            let own = counts.iter().map(|o| (o.fiscal_year, o)).collect();
            flags(&own, FiscalYear(2025), recorded)
        };
        assert_eq!(flagged([Some(51), Some(50), None], 99, None), [Flag::NotReported]);
        assert_eq!(flagged([Some(51), Some(50), Some(101)], 100, None), [Flag::OverWhole], "over 100 %");
        assert_eq!(flagged([Some(48), Some(48), Some(48)], 99, None), [Flag::Unchanged]);
        assert_eq!(flagged([Some(48), Some(47), Some(48)], 99, None), []);
        assert_eq!(flagged([Some(48), Some(60), Some(50)], 99, None), [Flag::EndsInZero]);
        assert_eq!(flagged([Some(48), Some(61), Some(50)], 99, None), [], "one round number is chance");
        assert_eq!(flagged([Some(48), Some(47), Some(46)], 99, Some(44)), [Flag::UnlikeRoster]);
        assert_eq!(flagged([Some(48), Some(47), Some(46)], 99, Some(46)), []);
    }

    #[test]
    fn areas_add_up_to_the_council_and_list_what_is_left_out() {
        let ids = [(); 4].map(|()| OrganisationId::new());
        let areas = ["栗林町", "桜町", "栗林町", "桜町"];
        let associations: Vec<_> = ids.iter().zip(areas).map(|(id, area)| (*id, area.to_owned())).collect();
        let counts = [
            count(ids[0], 2025, Some(50), Some(100)),
            count(ids[1], 2025, Some(30), Some(90)),
            count(ids[2], 2025, Some(10), Some(50)),
            count(ids[3], 2025, None, Some(80)),
        ];
        let rates = rates_by_area(&associations, &counts, FiscalYear(2025));
        let told: Vec<_> = rates.iter().map(|a| (a.area.as_str(), a.associations, a.rate.tenths())).collect();
        assert_eq!(told, [("栗林町", 2, Some(400)), ("桜町", 2, Some(333))], "Σ÷Σ, never a mean of rates");
        let council = rates_by_year(&counts)[&FiscalYear(2025)];
        assert_eq!(rates.iter().map(|a| a.rate.households).sum::<i64>(), council.households);
        assert_eq!(rates[1].rate.associations_counted, 1, "the one without an answer is not in the sum");
    }

    #[test]
    fn a_difference_is_like_for_like_and_a_year_knows_who_is_lacking() {
        let [a, b, new] = [(); 3].map(|()| OrganisationId::new());
        let counts = [
            count(a, 2024, Some(51), Some(100)),
            count(b, 2024, Some(80), Some(100)),
            count(a, 2025, Some(50), Some(100)),
            count(b, 2025, None, Some(100)),
            count(new, 2025, Some(10), Some(40)),
        ];
        let both = rates_of_both(&counts, FiscalYear(2025), |_| true);
        assert_eq!(both.map(|rate| (rate.associations_counted, rate.tenths())), [(1, Some(500)), (1, Some(510))]);
        assert_eq!(rates_of_both(&counts, FiscalYear(2025), |id| id == b)[0].tenths(), None);
        let lacking = |year| lacking([a, b, new].into_iter(), &counts, FiscalYear(year));
        assert_eq!([2024, 2025, 2026].map(lacking), [0, 1, 3], "who is new lacks in no year before");
    }

    #[test]
    fn households_needed_reach_the_target() {
        let rate = YearRate { associations_counted: 15, households: 2809, enrolled: 1317 };
        assert_eq!(rate.tenths(), Some(469));
        let needed = households_needed(rate.households, rate.enrolled, 624);
        assert_eq!(needed, 436);
        assert_eq!(percent_tenths(rate.enrolled + needed, rate.households), Some(624));
        assert_eq!(YearRate::default().tenths(), None, "no association counted, no rate");
    }
}
