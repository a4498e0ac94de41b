//! Persons of the towns by age, in bands that the reader chooses.

use std::collections::HashSet;
use std::str::FromStr;

use office::FiscalYear;
use office::enrolment::ages::{Band, PUBLISHED, TownAges, bands};
use office::enrolment::town::suggest;
use office::enrolment::{Town, TownId, known, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::towns::claims;
use crate::command::Command;
use crate::{Desk, Error, Result, labels};

/// Persons by age; bounds as typed: 15、65. None takes those of 高齢化率.
#[derive(Debug, Deserialize, TS)]
pub struct Ages {
    pub year: FiscalYear,
    pub bounds: String,
}

/// What is shown where nobody chose bounds.
const USUAL: &str = "15、65";

/// Persons of the towns by age.
#[derive(Debug, Serialize, TS)]
pub struct AgesPage {
    pub bounds: String,
    pub bands: Vec<String>,
    pub as_of: Option<String>,
    pub towns: Vec<AgesRow>,
    pub total: AgesRow,
}

/// One town, or all together.
#[derive(Debug, Serialize, TS)]
pub struct AgesRow {
    pub name: String,
    #[ts(type = "number")]
    pub persons: i64,
    pub bands: Vec<BandShown>,
}

/// One band of one town.
#[derive(Debug, Serialize, TS)]
pub struct BandShown {
    #[ts(type = "number")]
    pub count: i64,
    pub percent: Option<String>,
}

impl Command for Ages {
    const NAME: &'static str = "enrolment.ages";
    type Output = AgesPage;
    fn run(self, desk: &Desk) -> Result<AgesPage> {
        let typed = if self.bounds.trim().is_empty() { USUAL.to_owned() } else { self.bounds };
        let bands = bands(&read_numbers(&typed)?)?;
        desk.office()?.view(|view| {
            let towns = store::towns(view)?;
            let known = known(view)?;
            let own: HashSet<TownId> = known
                .observed
                .shares
                .iter()
                .copied()
                .chain(suggest(&towns, &claims(&known, self.year)))
                .map(|share| share.town_id)
                .collect();
            let ages = store::town_ages(view)?;
            let of_year: Vec<&TownAges> = ages.iter().filter(|one| self.year.city_contains(one.as_of_on)).collect();
            let is_shown = |town: &&Town| own.is_empty() || own.contains(&town.id);
            let rows: Vec<(&Town, &TownAges)> = towns
                .iter()
                .filter(is_shown)
                .filter_map(|town| Some((town, *of_year.iter().find(|one| one.town_id == town.id)?)))
                .collect();
            let all = (0..PUBLISHED).map(|at| rows.iter().map(|(_, one)| one.ages.get(at).copied().unwrap_or(0)).sum());
            Ok(AgesPage {
                as_of: rows.first().map(|(_, one)| paper::wareki::long(one.as_of_on)),
                total: row(String::new(), &all.collect::<Vec<i64>>(), &bands),
                towns: rows.iter().map(|(town, one)| row(town.name.clone(), &one.ages, &bands)).collect(),
                bands: bands.iter().map(|band| band.label()).collect(),
                bounds: typed,
            })
        })
    }
}

fn row(name: String, ages: &[i64], bands: &[Band]) -> AgesRow {
    let shown = |band: &Band| BandShown { count: band.count(ages), percent: labels::percent(band.tenths(ages)) };
    AgesRow { name, persons: ages.iter().sum(), bands: bands.iter().map(shown).collect() }
}

/// 15、65 as numbers.
pub(super) fn read_numbers<N: FromStr>(typed: &str) -> Result<Vec<N>> {
    let plain = office::text::half_width(typed);
    let parts = plain.split(['、', ',', '，', '・', ' ', '　']).filter(|part| !part.is_empty());
    let numbers: Option<Vec<N>> = parts.map(|part| part.trim_end_matches('歳').parse().ok()).collect();
    numbers.ok_or_else(|| Error::refused("enrolment.bands_unsound").with("field", "bounds"))
}
