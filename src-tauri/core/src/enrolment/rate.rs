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
}

/// Flags of an association's count of `year`, from its observations of all years.
pub fn flags(own: &HashMap<FiscalYear, &Observation>, year: FiscalYear) -> Vec<Flag> {
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
