//! 名簿・台帳の世帯: what the council itself has recorded of each association, with its source, beside what was reported.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{CountKind, HouseholdObservation, Known};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::roster::{self, Household, Organisation, OrganisationId, OrganisationKind, PersonId};
use crate::text::address_key;

/// One recorded count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// 世帯数
    pub households: i64,
    /// 基準日; none where it is counted from the roster as it stands.
    pub as_of_on: Option<NaiveDate>,
    /// 出典
    pub source: String,
}

/// 出典 of households of the roster.
const HOUSEHOLDS: &str = "名簿の世帯";
/// 出典 of the homes of members.
const HOMES: &str = "名簿の会員の住所";

/// The recorded counts of a year: what was written down, else the households of the roster, else its members' homes.
pub fn recorded(conn: &Connection, known: &Known, year: FiscalYear) -> Result<HashMap<OrganisationId, Recorded>> {
    let from = |source: &str, counts: HashMap<OrganisationId, i64>| {
        let source = source.to_owned();
        let with = move |(id, households)| (id, Recorded { households, as_of_on: None, source: source.clone() });
        counts.into_iter().map(with).collect::<HashMap<_, _>>()
    };
    let mut recorded = from(HOMES, homes(conn, year)?);
    recorded.extend(from(HOUSEHOLDS, households(conn, year)?));
    let of_year = |o: &&HouseholdObservation| o.fiscal_year == year && o.kind == CountKind::Recorded;
    let written = known.observed.further.iter().filter(of_year);
    recorded.extend(written.map(|o| (o.association_id, Recorded::from(o))));
    Ok(recorded)
}

impl From<&HouseholdObservation> for Recorded {
    fn from(o: &HouseholdObservation) -> Recorded {
        Recorded { households: o.households, as_of_on: Some(o.as_of_on), source: o.source.clone() }
    }
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
    let is_there = |h: &Household| h.closed_on.is_none_or(|closed| closed > year.last_day());
    for home in roster::store::households(conn)?.iter().filter(|h| is_there(h)) {
        if let Some(id) = home.organisation_id.and_then(association) {
            *counts.entry(id).or_insert(0) += 1;
        }
    }
    Ok(counts)
}

/// 名簿にある世帯: distinct addresses of the members of each association in a year. An association of which the roster knows
/// only officers has none, for its households are not in the roster.
fn homes(conn: &Connection, year: FiscalYear) -> Result<HashMap<OrganisationId, i64>> {
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
