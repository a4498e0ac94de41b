//! 世帯: one row for each household of the year.

use std::collections::HashMap;

use paper::Value;
use rusqlite::Connection;

use super::homes::Homes;
use crate::lists::Row;
use crate::roster::{self, Household, OrganisationKind, Person, PersonId, order};
use crate::{FiscalYear, Result};

/// Between the given names of a household.
const BETWEEN: &str = "・";

pub(super) fn rows(conn: &Connection, year: FiscalYear) -> Result<Vec<Row>> {
    let people = roster::store::people(conn)?;
    let people: HashMap<PersonId, &Person> = people.iter().filter(|p| p.is_counted(year)).map(|p| (p.id, p)).collect();
    let homes = Homes::load(conn, year)?;
    let mut all: Vec<(&Household, Vec<&Person>)> =
        homes.on_day.households.iter().map(|home| (home, homes.on_day.residents(home, &people))).collect();
    let kana = |living: &[&Person]| living.first().map_or(String::new(), |head| head.name.full_kana());
    all.sort_by_cached_key(|(_, living)| order::kana_key(&kana(living)));
    Ok(all.iter().enumerate().map(|(nth, (home, living))| row(&homes, home, living, nth as i64)).collect())
}

fn row(homes: &Homes, home: &Household, living: &[&Person], nth: i64) -> Row {
    let head = living.first();
    let body = home.organisation_id;
    let name_of = |kind| homes.above(body, kind).map_or("", |body| body.name.as_str());
    let given: Vec<&str> = living.iter().skip(1).map(|person| person.name.given.as_str()).collect();
    let phone = if home.phone.is_empty() { head.map_or("", |p| p.phone.as_str()) } else { home.phone.as_str() };
    let mut row = Row::new(home.id)
        .words("name", home.label(living))
        .words("kana", head.map_or(String::new(), |head| head.name.full_kana()))
        .words("alternate", head.map_or("", |head| &head.alternate_name))
        .words("members", given.join(BETWEEN))
        .cell("count", Value::Count(living.len() as i64))
        .words("association", name_of(OrganisationKind::Association))
        .words("block", name_of(OrganisationKind::Block))
        .words("postal", &home.postal)
        .words("address", &home.address)
        .words("phone", phone)
        .words("note", &home.note)
        .rank("reading", nth)
        .rank("association", homes.rank(body))
        .group("association", homes.groups(body, OrganisationKind::Association))
        .group("block", homes.groups(body, OrganisationKind::Block));
    row.household = home.id.to_string();
    let bodies = [OrganisationKind::Association, OrganisationKind::Block].map(|kind| name_of(kind).to_owned());
    row.bodies = bodies.into_iter().filter(|name| !name.is_empty()).collect();
    row
}
