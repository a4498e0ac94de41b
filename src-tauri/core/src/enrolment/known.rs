//! 読み出し: all that rates, papers and pages of enrolment are drawn from, read once.

use std::collections::{HashMap, HashSet};

use rusqlite::Connection;

use super::town::{FromTowns, of_towns};
use super::{AssociationYear, CountKind, HouseholdObservation, Observation, Observed, store};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::roster::{self, Organisation, OrganisationId, OrganisationKind, PersonId};
use crate::text::address_key;

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

/// All associations in the order of papers.
pub fn associations(conn: &Connection) -> Result<Vec<Organisation>> {
    Ok(roster::store::organisations(conn)?.into_iter().filter(|b| b.kind == OrganisationKind::Association).collect())
}

/// 名簿・台帳の世帯 of a year: what was written down as recorded, else the households of the roster, else its members' homes.
pub fn recorded(conn: &Connection, known: &Known, year: FiscalYear) -> Result<HashMap<OrganisationId, i64>> {
    let mut recorded = in_the_roster(conn, year)?;
    recorded.extend(households(conn, year)?);
    let of_year = |o: &&HouseholdObservation| o.fiscal_year == year && o.kind == CountKind::Recorded;
    recorded.extend(known.observed.further.iter().filter(of_year).map(|o| (o.association_id, o.households)));
    Ok(recorded)
}

/// Households of the roster by association; those of a 班 belong to the association above it.
fn households(conn: &Connection, year: FiscalYear) -> Result<HashMap<OrganisationId, i64>> {
    let bodies = roster::store::organisations(conn)?;
    let by_id: HashMap<OrganisationId, &Organisation> = bodies.iter().map(|body| (body.id, body)).collect();
    let association = |id: OrganisationId| {
        let mut body = by_id.get(&id)?;
        // A tree cannot be deeper than it has bodies.
        for _ in 0..bodies.len() {
            if body.kind == OrganisationKind::Association {
                return Some(body.id);
            }
            body = by_id.get(&body.parent_id?)?;
        }
        None
    };
    let mut counts = HashMap::new();
    let is_there = |h: &roster::Household| h.closed_on.is_none_or(|closed| closed > year.last_day());
    for home in roster::store::households(conn)?.iter().filter(|h| is_there(h)) {
        if let Some(id) = home.organisation_id.and_then(association) {
            *counts.entry(id).or_insert(0) += 1;
        }
    }
    Ok(counts)
}

/// 名簿にある世帯: distinct addresses of the members of each association in a year. An association of which the roster knows
/// only officers has none, for its households are not in the roster.
fn in_the_roster(conn: &Connection, year: FiscalYear) -> Result<HashMap<OrganisationId, i64>> {
    let people = roster::store::people(conn)?;
    let counted: HashMap<PersonId, String> = people
        .iter()
        .filter(|person| person.is_counted(year) && !person.address.is_empty())
        .map(|person| (person.id, address_key(&person.address)))
        .collect();
    let mut homes: HashMap<OrganisationId, HashSet<&str>> = HashMap::new();
    let mut has_members: HashSet<OrganisationId> = HashSet::new();
    for role in roster::store::roles(conn)?.iter().filter(|role| role.is_held_in(year)) {
        if let Some(home) = counted.get(&role.person_id) {
            homes.entry(role.organisation_id).or_default().insert(home);
            if !role.is_office() {
                has_members.insert(role.organisation_id);
            }
        }
    }
    let members = homes.into_iter().filter(|(id, _)| has_members.contains(id));
    Ok(members.map(|(id, homes)| (id, homes.len() as i64)).collect())
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
