//! 目標: the city's and the council's own, and which one holds for a year.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::FiscalYear;

/// 目標 of a city, as its profile has it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// The year for which it was set.
    pub year: FiscalYear,
    /// 624 is 62.4 %.
    pub tenths: i64,
    /// 高松市の目標（令和5年度）
    pub label: String,
    /// Where that stands.
    pub source: String,
}

/// The council's own target from a year on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OwnTarget {
    /// From this year on, until a later one.
    pub fiscal_year: FiscalYear,
    /// 624 is 62.4 %.
    #[ts(type = "number")]
    pub tenths: i64,
    /// Where that was decided: 令和7年度総会
    pub source: String,
}

/// All targets that are known.
#[derive(Debug, Clone, Default)]
pub struct Targets<'a> {
    /// The city's, oldest first.
    pub city: &'a [Target],
    /// The council's own, oldest first.
    pub own: Vec<OwnTarget>,
}

impl Targets<'_> {
    /// The target of a year: the council's own newest one not younger; else the city's newest one not younger; before the
    /// city's first one that.
    pub fn of(&self, year: FiscalYear) -> Option<Target> {
        let own = self.own.iter().filter(|target| target.fiscal_year <= year).max_by_key(|target| target.fiscal_year);
        let own = own.map(|target| Target {
            year: target.fiscal_year,
            tenths: target.tenths,
            label: format!("協議会の目標（{}から）", target.fiscal_year.label()),
            source: target.source.clone(),
        });
        let city = self.city.iter().filter(|target| target.year <= year).max_by_key(|target| target.year);
        own.or_else(|| city.or_else(|| self.city.iter().min_by_key(|target| target.year)).cloned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_target_stands_before_the_citys() {
        let target =
            |year, tenths| Target { year: FiscalYear(year), tenths, label: "市".into(), source: String::new() };
        let city = [target(2020, 544), target(2023, 624)];
        let own = vec![OwnTarget { fiscal_year: FiscalYear(2026), tenths: 500, source: "総会".into() }];
        let targets = Targets { city: &city, own };
        let of = |year| targets.of(FiscalYear(year)).map(|t| t.tenths);
        assert_eq!([2019, 2022, 2025, 2026, 2030].map(of), [544, 544, 624, 500, 500].map(Some));
        assert_eq!(targets.of(FiscalYear(2026)).unwrap().label, "協議会の目標（令和8年度から）");
        assert_eq!(Targets::default().of(FiscalYear(2025)), None);
    }
}
