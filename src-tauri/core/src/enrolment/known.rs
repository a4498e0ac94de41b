//! 読み出し: all that rates, papers and pages of enrolment are drawn from, read once.

mod recorded;

use std::collections::{BTreeMap, HashMap};

use rusqlite::Connection;

use super::town::{FromTowns, of_towns};
use super::{AssociationYear, City, CityFigure, Observation, Observed, store};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::roster::{self, Organisation, OrganisationId, OrganisationKind};

pub use recorded::{Recorded, recorded};

/// What is known about enrolment.
#[derive(Debug, Clone)]
pub struct Known {
    /// Associations in the order of papers.
    pub associations: Vec<Organisation>,
    /// Everything that was observed.
    pub observed: Observed,
    /// The counts that rates are made of, of all years.
    pub chosen: Vec<Observation>,
    /// The yearly records, oldest first.
    pub records: Vec<AssociationYear>,
    /// 地区, where one was given.
    pub areas: HashMap<OrganisationId, String>,
    /// What the city says of itself, as it was written down.
    pub city: BTreeMap<FiscalYear, CityFigure>,
}

/// Reads it all.
pub fn known(conn: &Connection) -> Result<Known> {
    let observed = observed(conn)?;
    Ok(Known {
        associations: associations(conn)?,
        chosen: observed.chosen(),
        observed,
        records: store::association_years(conn)?,
        areas: store::areas(conn)?,
        city: store::city_figures(conn)?,
    })
}

/// Everything that was observed.
pub fn observed(conn: &Connection) -> Result<Observed> {
    Ok(Observed {
        answers: store::observations(conn)?,
        further: store::further_counts(conn)?,
        bases: store::bases(conn)?,
        town_counts: store::town_counts(conn)?,
        shares: store::town_shares(conn)?,
        snapshots: store::snapshots(conn)?,
    })
}

/// 会長名 as written in the newest record of each association not younger than a year.
pub fn chairs_until(conn: &Connection, year: FiscalYear) -> Result<HashMap<OrganisationId, String>> {
    let until = store::association_years(conn)?.into_iter().filter(|record| record.fiscal_year <= year);
    Ok(until.map(|record| (record.association_id, record.chair_name)).collect())
}

/// All associations in the order of papers.
pub fn associations(conn: &Connection) -> Result<Vec<Organisation>> {
    Ok(roster::store::organisations(conn)?.into_iter().filter(|b| b.kind == OrganisationKind::Association).collect())
}

impl Known {
    /// The newest record of each association not younger than a year.
    pub fn records_until(&self, year: FiscalYear) -> HashMap<OrganisationId, &AssociationYear> {
        self.records.iter().filter(|y| y.fiscal_year <= year).map(|y| (y.association_id, y)).collect()
    }

    /// 地区 of an association: as given, else the town of its record without 丁目.
    pub fn area(&self, id: OrganisationId, record: Option<&AssociationYear>) -> String {
        let given = self.areas.get(&id).cloned();
        given.unwrap_or_else(|| record.map_or_else(String::new, |record| town_of(&record.town)))
    }

    /// The whole city in a year.
    pub fn city(&self, year: FiscalYear) -> City {
        City::of(&self.city, &self.observed.town_counts, year)
    }

    /// What the towns of a year give each association.
    pub fn from_towns(&self, year: FiscalYear) -> HashMap<OrganisationId, FromTowns> {
        of_towns(&self.observed.town_counts, &self.observed.shares, year)
    }
}

/// 栗林町 of 栗林町１丁目; the first of several.
fn town_of(text: &str) -> String {
    let first = text.split(['、', '・', ',', '，', '／', '/', '\n']).next().unwrap_or_default().trim();
    let Some(before) = first.strip_suffix("丁目") else { return first.to_owned() };
    let is_number = |c: char| c.is_numeric() || "一二三四五六七八九十".contains(c);
    before.trim_end_matches(is_number).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_area_of_a_town_is_its_name_without_the_block() {
        for (town, area) in [("栗林町１丁目", "栗林町"), ("桜町十二丁目", "桜町"), ("木太町", "木太町"), ("", "")]
        {
            assert_eq!(town_of(town), area);
        }
        assert_eq!(town_of("栗林町１丁目、桜町２丁目"), "栗林町");
    }
}
