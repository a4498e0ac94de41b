//! 人: one row for everybody in the roster at the end of the year, as in a directory.

use std::collections::HashMap;

use paper::Value;
use rusqlite::Connection;

use super::Extent;
use super::homes::Homes;
use crate::lists::{Group, Post, Row};
use crate::roster::{self, Organisation, OrganisationId, OrganisationKind, Person, PersonId, Role, by_id, order};
use crate::{FiscalYear, Result};

/// Bodies that sit for the council, not where somebody lives.
const COUNCIL: [OrganisationKind; 3] =
    [OrganisationKind::Council, OrganisationKind::Committee, OrganisationKind::MemberBody];

pub(super) fn rows(conn: &Connection, year: FiscalYear) -> Result<Vec<Row>> {
    let bodies = bodies(conn)?;
    let held = held(conn, &bodies, year)?;
    let mut people = people(conn, year)?;
    people.sort_by_cached_key(order::reading_key);
    let gathered = Gathered { homes: Homes::load(conn, year)?, own: own(conn)?, people: by_id(&people), held };
    Ok(people.iter().enumerate().map(|(nth, p)| gathered.row(p, nth as i64)).collect())
}

pub(super) fn extent(conn: &Connection, year: FiscalYear) -> Result<Extent> {
    let (bodies, people) = (bodies(conn)?, people(conn, year)?);
    let held = held(conn, &bodies, year)?;
    let seats = || people.iter().filter_map(|person| held.get(&person.id)).flatten();
    Ok(Extent {
        bodies: seats().map(|seat| seat.body.name.clone()).collect(),
        roles: seats().map(|seat| seat.role.title.clone()).collect(),
        count: people.len(),
    })
}

/// Those whom the year counts.
fn people(conn: &Connection, year: FiscalYear) -> Result<Vec<Person>> {
    Ok(roster::store::people(conn)?.into_iter().filter(|person| person.is_counted(year)).collect())
}

fn bodies(conn: &Connection) -> Result<HashMap<OrganisationId, Organisation>> {
    Ok(roster::store::organisations(conn)?.into_iter().map(|body| (body.id, body)).collect())
}

/// The seats of a year, by who holds them.
fn held<'b>(
    conn: &Connection,
    bodies: &'b HashMap<OrganisationId, Organisation>,
    year: FiscalYear,
) -> Result<HashMap<PersonId, Vec<Seat<'b>>>> {
    let mut held: HashMap<PersonId, Vec<Seat>> = HashMap::new();
    for role in roster::store::roles(conn)?.into_iter().filter(|role| role.is_held_in(year)) {
        if let Some(body) = bodies.get(&role.organisation_id) {
            held.entry(role.person_id).or_default().push(Seat { body, role });
        }
    }
    held.values_mut().for_each(|seats| seats.sort_by_key(Seat::order));
    Ok(held)
}

/// What the council's own fields hold, by person: key of the field and words.
fn own(conn: &Connection) -> Result<HashMap<PersonId, Vec<(String, String)>>> {
    let mut own: HashMap<PersonId, Vec<(String, String)>> = HashMap::new();
    let fields = roster::store::custom_fields(conn)?;
    for value in roster::store::custom_values(conn)? {
        let Some(field) = fields.iter().find(|field| field.id == value.field_id) else { continue };
        own.entry(value.person_id).or_default().push((value.field_id.to_string(), field.shown(&value.value)));
    }
    Ok(own)
}

/// A seat of a person in a body.
struct Seat<'a> {
    body: &'a Organisation,
    role: Role,
}

impl Seat<'_> {
    /// Council first, then committees; within each by office.
    fn order(&self) -> (OrganisationKind, usize, i64) {
        (self.body.kind, order::rank(&self.role.title), self.body.position)
    }
}

struct Gathered<'a> {
    homes: Homes,
    own: HashMap<PersonId, Vec<(String, String)>>,
    people: HashMap<PersonId, &'a Person>,
    held: HashMap<PersonId, Vec<Seat<'a>>>,
}

impl Gathered<'_> {
    fn row(&self, p: &Person, nth: i64) -> Row {
        let seats = self.held.get(&p.id).map_or([].as_slice(), Vec::as_slice);
        let home = self.homes.on_day.home_of(p.id);
        let offices: Vec<String> = seats
            .iter()
            .filter(|seat| seat.role.is_office())
            .map(|seat| format!("{} {}", seat.body.name, seat.role.title))
            .collect();
        let first = seats.iter().find(|seat| seat.role.is_office());
        let body = self.lives_in(seats, p.id);
        let name_of = |kind| self.homes.above(body, kind).map_or("", |body| body.name.as_str());
        let mut row = Row::new(p.id)
            .words("name", p.name.full())
            .words("kana", p.name.full_kana())
            .words("alternate", &p.alternate_name)
            .words("roles", offices.join("、"))
            .words("office", first.map_or("", |seat| &seat.role.title))
            .words("body", first.map_or("", |seat| &seat.body.name))
            .words("association", name_of(OrganisationKind::Association))
            .words("block", name_of(OrganisationKind::Block))
            .words("household", home.map_or(String::new(), |home| self.homes.on_day.label(home, &self.people)))
            .words("relation", self.homes.on_day.relation_of(p.id))
            .words("postal", &p.postal)
            .words("address", &p.address)
            .words("phone", if p.phone.is_empty() { &p.mobile } else { &p.phone })
            .words("mobile", &p.mobile)
            .cell("birth", p.birth_on.map_or(Value::Blank, Value::Date))
            .cell("joined", p.joined_on.map_or(Value::Blank, Value::Date))
            .words("note", &p.note)
            .rank("reading", nth)
            .rank("office", office_rank(first, nth))
            .rank("seat", seats.iter().filter_map(|seat| seat.role.seat).min().unwrap_or(i64::MAX))
            .rank("association", self.homes.rank(body))
            .group("body", groups(seats, &COUNCIL))
            .group("association", self.homes.groups(body, OrganisationKind::Association))
            .group("block", self.homes.groups(body, OrganisationKind::Block))
            .group("household", self.household(p.id, nth));
        for (key, words) in self.own.get(&p.id).into_iter().flatten() {
            row = row.cell(key.clone(), Value::text(words));
        }
        row.post = if p.has_died() { Post::Died } else { Post::Named };
        row.household = home.map_or(String::new(), |home| home.id.to_string());
        row.bodies = seats.iter().map(|seat| seat.body.name.clone()).collect();
        row.titles = seats.iter().map(|seat| seat.role.title.clone()).collect();
        row
    }

    /// The association or block that somebody belongs to: by the household, else by a seat.
    fn lives_in(&self, seats: &[Seat], person: PersonId) -> Option<OrganisationId> {
        let by_home = self.homes.on_day.home_of(person).and_then(|home| home.organisation_id);
        let is_home = |seat: &&Seat| matches!(seat.body.kind, OrganisationKind::Association | OrganisationKind::Block);
        by_home.or_else(|| seats.iter().rfind(is_home).map(|seat| seat.body.id))
    }

    /// The household as a group, where the head stands first and in the head's place among the households.
    fn household(&self, person: PersonId, nth: i64) -> Vec<Group> {
        let group = |home: &roster::Household| {
            let within = i64::from(home.head_person_id != Some(person));
            let label = self.homes.on_day.label(home, &self.people);
            Group {
                rank: self.homes.on_day.place_of(person).map_or(i64::MAX, |at| at as i64),
                label,
                within: within * (nth + 1),
                cells: Vec::new(),
            }
        };
        self.homes.on_day.home_of(person).map(group).into_iter().collect()
    }
}

/// Council, committees, member bodies; in each by office; people without one at the end, as in a directory.
fn office_rank(first: Option<&Seat>, nth: i64) -> i64 {
    const KIND: i64 = 1_000_000_000_000;
    const RANK: i64 = 10_000_000;
    first.map_or(i64::MAX - KIND + nth, |seat| {
        seat.body.kind as i64 * KIND + order::rank(&seat.role.title) as i64 * RANK + nth
    })
}

/// The bodies of some kinds that somebody sits in, with the role that is held there.
fn groups(seats: &[Seat], kinds: &[OrganisationKind]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for seat in seats.iter().filter(|seat| kinds.contains(&seat.body.kind)) {
        if let Some(known) = groups.iter_mut().find(|group| group.label == seat.body.name) {
            let more = format!("{}、{}", known.cells[0].1.shown(paper::Negative::default()), seat.role.title);
            known.cells[0].1 = Value::text(more);
            continue;
        }
        groups.push(Group {
            rank: seat.body.kind as i64 * 1_000_000 + seat.body.position,
            label: seat.body.name.clone(),
            within: order::rank(&seat.role.title) as i64,
            cells: vec![("roles", Value::text(&seat.role.title)), ("body", Value::text(&seat.body.name))],
        });
    }
    groups
}
