//! 市全体（参考）: what is known of the whole city beside the council's own figures. Nothing is ever worked out from two
//! sources; what nobody said stays unknown.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::TownCount;
use super::town::counts_of;
use crate::calendar::FiscalYear;
use crate::money::percent_tenths;

/// What the city says of itself, as somebody wrote it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CityFigure {
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 基準日
    pub as_of_on: NaiveDate,
    /// 加入世帯
    pub enrolled: Option<i64>,
    /// 世帯
    pub households: Option<i64>,
    /// 加入率 in tenths of a percent, where the city gives no counts for it.
    pub tenths: Option<i64>,
    /// 出典
    pub source: String,
}

/// The whole city in one year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct City {
    /// 加入世帯
    pub enrolled: Option<i64>,
    /// 世帯
    pub households: Option<i64>,
    /// 加入率 in tenths of a percent.
    pub tenths: Option<i64>,
    /// 基準日
    pub as_of_on: Option<NaiveDate>,
    /// 出典
    pub source: String,
    /// Towns without a published count, which are in no sum.
    pub unpublished: i64,
}

impl City {
    /// A year as it was written down, else the households of the city's own file of towns.
    pub fn of(figures: &BTreeMap<FiscalYear, CityFigure>, towns: &[TownCount], year: FiscalYear) -> City {
        figures.get(&year).map_or_else(|| City::of_towns(towns, year), City::written)
    }

    fn written(figure: &CityFigure) -> City {
        let counted = figure.enrolled.zip(figure.households);
        City {
            enrolled: figure.enrolled,
            households: figure.households,
            tenths: counted.map_or(figure.tenths, |(enrolled, households)| percent_tenths(enrolled, households)),
            as_of_on: Some(figure.as_of_on),
            source: figure.source.clone(),
            unpublished: 0,
        }
    }

    fn of_towns(towns: &[TownCount], year: FiscalYear) -> City {
        let of_year = counts_of(towns, year);
        let published: Vec<i64> = of_year.values().filter_map(|count| count.households).collect();
        let Some(first) = of_year.values().min_by_key(|count| count.as_of_on).filter(|_| !published.is_empty()) else {
            return City::default();
        };
        City {
            households: Some(published.iter().sum()),
            as_of_on: Some(first.as_of_on),
            source: first.source.clone(),
            unpublished: (of_year.len() - published.len()) as i64,
            ..City::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::enrolment::TownId;

    const YEAR: FiscalYear = FiscalYear(2025);

    fn towns(counts: &[Option<i64>]) -> Vec<TownCount> {
        let count = |households: &Option<i64>| TownCount {
            town_id: TownId::new(),
            as_of_on: YEAR.first_day(),
            households: *households,
            persons: None,
            source: "人口統計.xlsx".into(),
        };
        counts.iter().map(count).collect()
    }

    fn figure(enrolled: Option<i64>, households: Option<i64>, tenths: Option<i64>) -> BTreeMap<FiscalYear, CityFigure> {
        let source = "市の資料".to_owned();
        let figure = CityFigure { fiscal_year: YEAR, as_of_on: YEAR.first_day(), enrolled, households, tenths, source };
        [(YEAR, figure)].into()
    }

    #[test]
    fn towns_give_households_and_never_a_rate() {
        let city = City::of(&BTreeMap::new(), &towns(&[Some(120), None, Some(80)]), YEAR);
        assert_eq!((city.households, city.enrolled, city.tenths), (Some(200), None, None));
        assert_eq!((city.unpublished, city.source.as_str()), (1, "人口統計.xlsx"), "a town left out is told");
        assert_eq!(
            City::of(&BTreeMap::new(), &towns(&[None]), YEAR),
            City::default(),
            "nothing published, nothing known"
        );
        assert_eq!(City::of(&BTreeMap::new(), &towns(&[Some(1)]), YEAR.previous()), City::default(), "another year");
    }

    #[test]
    fn what_was_written_down_stands_alone() {
        let towns = towns(&[Some(120)]);
        let rate_alone = City::of(&figure(None, None, Some(544)), &towns, YEAR);
        assert_eq!((rate_alone.tenths, rate_alone.households), (Some(544), None), "two sources make no rate together");
        let counted = City::of(&figure(Some(79_887), Some(168_900), Some(999)), &towns, YEAR);
        assert_eq!(counted.tenths, Some(473), "counts come before a rate that was typed");
    }
}
