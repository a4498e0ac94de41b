//! 世帯: one row for each household of the year.

use std::collections::HashMap;

use paper::Value;
use rusqlite::Connection;

use super::Extent;
use super::homes::Homes;
use crate::lists::{Post, Row};
use crate::roster::{self, Household, OrganisationKind, Person, PersonId, by_id, order};
use crate::text::search_key;
use crate::{FiscalYear, Result};

/// Between the given names of a household.
const BETWEEN: &str = "・";

pub(super) fn rows(conn: &Connection, year: FiscalYear) -> Result<Vec<Row>> {
    let everybody = roster::store::people(conn)?;
    let all_people = by_id(&everybody);
    let people: HashMap<PersonId, &Person> =
        everybody.iter().filter(|p| p.is_counted(year)).map(|p| (p.id, p)).collect();
    let homes = Homes::load(conn, year)?;
    let mut all: Vec<(&Household, Vec<&Person>)> =
        homes.on_day.households.iter().map(|home| (home, homes.on_day.residents(home, &people))).collect();
    let kana = |living: &[&Person]| living.first().map_or(String::new(), |head| head.name.full_kana());
    all.sort_by_cached_key(|(_, living)| order::kana_key(&kana(living)));
    let row = |(nth, (home, living)): (usize, &(&Household, Vec<&Person>))| {
        let mut row = row(&homes, home, living, nth as i64);
        if living.is_empty() {
            row = row.words("name", homes.on_day.label(home, &all_people));
        }
        row.post = post(home, &homes.on_day.residents(home, &all_people), living);
        row
    };
    Ok(all.iter().enumerate().map(row).collect())
}

pub(super) fn extent(conn: &Connection, year: FiscalYear) -> Result<Extent> {
    let homes = Homes::load(conn, year)?;
    let all = &homes.on_day.households;
    let bodies = all.iter().flat_map(|home| bodies(&homes, home)).collect();
    Ok(Extent { bodies, count: all.len(), ..Extent::default() })
}

/// The association and the block that a household stands in.
fn bodies(homes: &Homes, home: &Household) -> Vec<String> {
    let kinds = [OrganisationKind::Association, OrganisationKind::Block];
    kinds.into_iter().filter_map(|kind| Some(homes.above(home.organisation_id, kind)?.name.clone())).collect()
}

/// To whom post for a household goes. `members` are all who are said to live there, `living` those of the roster.
fn post(home: &Household, members: &[&Person], living: &[&Person]) -> Post {
    let alive: Vec<&Person> = living.iter().copied().filter(|p| !p.has_died()).collect();
    let bears_name = |p: &&&Person| search_key(&p.name.full()) == search_key(&home.name);
    let named_after = if home.name.is_empty() { living.first() } else { members.iter().find(bears_name) };
    match (alive.first(), named_after) {
        (None, _) if members.iter().any(|p| p.has_died()) => Post::Died,
        (None, _) if home.name.is_empty() || !members.is_empty() => Post::NobodyThere,
        (Some(other), Some(gone)) if gone.has_died() => Post::Other(other.name.full()),
        _ => Post::Named,
    }
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
    row.bodies = bodies(homes, home);
    row
}
