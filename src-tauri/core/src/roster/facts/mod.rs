//! What the roster states.

mod bodies;
mod chart;
mod homes;
mod movements;
mod presidents;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use paper::Value;
use rusqlite::Connection;

use super::{
    Appointment, CustomField, CustomFieldId, Household, Organisation, OrganisationId, OrganisationKind, Person,
    PersonId,
};
use super::{HouseholdId, Role, Tree, order, store};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};
use homes::{homes, households_of};
pub use presidents::Presidents;

/// The roster of one year as loaded once.
struct Roster<'a> {
    people: Vec<Person>,
    bodies: HashMap<OrganisationId, Organisation>,
    roles: HashMap<PersonId, Vec<Role>>,
    /// All roles ever held: what came before tells who is new in an office.
    ever: Vec<Role>,
    tree: Tree,
    homes: HashMap<PersonId, &'a Household>,
    /// 桜町東自治会 一班, of each association and 班 in which somebody lives.
    places: HashMap<OrganisationId, String>,
    /// What each household is called.
    called: HashMap<HouseholdId, String>,
    fields: Vec<CustomField>,
    own: HashMap<(PersonId, CustomFieldId), String>,
    year: FiscalYear,
    day: NaiveDate,
}

/// States `roster.*` as of a day of the year, and who represents the council.
pub fn facts(conn: &Connection, year: FiscalYear, day: NaiveDate) -> Result<Facts> {
    let everybody = store::people(conn)?;
    let households = households_of(conn, day, &everybody)?;
    let roster = Roster::load(conn, (year, day), &everybody, &households)?;
    let mut facts = Facts::default();
    movements::state(&mut facts, &everybody, year);
    bodies::state(&mut facts, &roster.bodies(&everybody, &households));
    facts.state("roster.persons", Value::Count(roster.people.len() as i64));
    facts.state("roster.roles", Value::Count(roster.roles.values().map(Vec::len).sum::<usize>() as i64));
    facts.state_list("roster.people", roster.people.iter().map(|p| roster.person_row(p)).collect());
    let held = roster.officers();
    chart::state(&mut facts, &roster, &held);
    let officers: Vec<FactRow> = held.into_iter().map(|(r, p, b)| roster.officer_row(r, p, b)).collect();
    facts.state("roster.officers_count", Value::Count(officers.len() as i64));
    facts.state_list("roster.officers", officers);
    facts.state_list("roster.treasurers", roster.seat_rows(&["会計"], year));
    facts.state_list("roster.auditors", roster.seat_rows(&["監事", "監査"], year));
    let representative = roster.seats(&["会長"], year).into_iter().next();
    facts.state("council.representative_office", Value::text(representative.map_or("", |(role, _)| &role.title)));
    facts.state(
        "council.representative_name",
        Value::text(representative.map_or(String::new(), |(_, p)| p.name.full())),
    );
    let address = representative.map_or("", |(_, p)| &p.address);
    facts.state("council.representative_address", Value::text(address));
    let elsewhere = if representative.is_none() { roster.chairs_elsewhere() } else { String::new() };
    facts.state("roster.chairs_elsewhere", Value::text(elsewhere));
    Ok(facts)
}

/// The bodies that make up the council on any day, each with who heads it then.
pub fn member_bodies_on(conn: &Connection, day: NaiveDate) -> Result<Vec<FactRow>> {
    let everybody = store::people(conn)?;
    let households = households_of(conn, day, &everybody)?;
    let roster = Roster::load(conn, (FiscalYear::of(day), day), &everybody, &households)?;
    Ok(bodies::members(&roster.bodies(&everybody, &households)))
}

impl<'a> Roster<'a> {
    fn load(
        conn: &Connection,
        (year, day): (FiscalYear, NaiveDate),
        all: &[Person],
        households: &'a [Household],
    ) -> Result<Roster<'a>> {
        let was_here: HashMap<PersonId, &Person> =
            all.iter().filter(|p| p.was_here_in(year)).map(|p| (p.id, p)).collect();
        let mut roles: HashMap<PersonId, Vec<Role>> = HashMap::new();
        let ever = store::roles(conn)?;
        for role in &ever {
            if role.is_office() && role.is_held_in(year) && was_here.contains_key(&role.person_id) {
                roles.entry(role.person_id).or_default().push(role.clone());
            }
        }
        let bodies = store::organisations(conn)?.into_iter().map(|b| (b.id, b)).collect();
        let mut people: Vec<Person> = all.iter().filter(|p| p.is_counted_on(day)).cloned().collect();
        people.sort_by_cached_key(order::reading_key);
        let (homes, called) = homes(conn, day, all, households)?;
        let own = store::custom_values(conn)?.into_iter().map(|v| ((v.person_id, v.field_id), v.value)).collect();
        let fields = store::custom_fields(conn)?.into_iter().filter(|f| !f.is_retired).collect();
        let tree = store::tree(conn)?;
        let stood: HashSet<OrganisationId> = households.iter().filter_map(|home| home.organisation_id).collect();
        let places = stood.into_iter().map(|id| (id, tree.place_name(id, day))).collect();
        Ok(Roster { people, bodies, roles, ever, tree, homes, places, called, fields, own, year, day })
    }

    fn bodies<'r>(&'r self, everybody: &'r [Person], households: &'r [Household]) -> bodies::Known<'r> {
        bodies::Known {
            tree: &self.tree,
            people: everybody.iter().map(|p| (p.id, p)).collect(),
            roles: self.roles.values().flatten().collect(),
            households,
            day: self.day,
        }
    }

    /// What the council's own fields hold: label and value, those that hold something.
    fn own_fields(&self, p: &Person) -> Vec<(&str, String)> {
        let held = |f: &CustomField| self.own.get(&(p.id, f.id)).map_or(String::new(), |value| f.shown(value));
        self.fields.iter().map(|f| (f.label.as_str(), held(f))).filter(|(_, value)| !value.is_empty()).collect()
    }

    /// 桜町東自治会 一班
    fn association(&self, home: &Household) -> &str {
        home.organisation_id.and_then(|id| self.places.get(&id)).map_or("", String::as_str)
    }

    fn roles_of(&self, person: &Person) -> &[Role] {
        self.roles.get(&person.id).map_or(&[], Vec::as_slice)
    }

    fn body(&self, role: &Role) -> &str {
        self.bodies.get(&role.organisation_id).map_or("", |b| &b.name)
    }

    fn person_row(&self, p: &Person) -> FactRow {
        let roles = self.roles_of(p).iter().map(|role| {
            let (from_on, to_on) = (date(role.from_on), date(role.to_on));
            row([
                ("body", words(self.body(role))),
                ("role", words(&role.title)),
                ("from_on", from_on),
                ("to_on", to_on),
            ])
        });
        let mut facts = self.contact_row(p);
        let offices: Vec<String> = self.roles_of(p).iter().map(|r| format!("{} {}", self.body(r), r.title)).collect();
        facts.insert("roles".into(), Fact::List(roles.collect()));
        facts.insert("roles_text".into(), words(&offices.join("、")));
        let home = self.homes.get(&p.id);
        facts
            .insert("household".into(), words(home.and_then(|home| self.called.get(&home.id)).map_or("", |name| name)));
        facts.insert("association".into(), words(home.map_or("", |home| self.association(home))));
        facts
    }

    /// What every paper may say of a person, the council's own fields among it.
    fn contact_row(&self, p: &Person) -> FactRow {
        let own = self.own_fields(p);
        let shown: Vec<String> = own.iter().map(|(label, value)| format!("{label} {value}")).collect();
        let own = own.into_iter().map(|(label, value)| row([("label", words(label)), ("value", words(&value))]));
        row([
            ("family", words(&p.name.family)),
            ("given", words(&p.name.given)),
            ("family_kana", words(&p.name.family_kana)),
            ("given_kana", words(&p.name.given_kana)),
            ("name", words(&p.name.full())),
            ("name_kana", words(&p.name.full_kana())),
            ("postal", words(&p.postal)),
            ("address", words(&p.address)),
            ("phone", words(&p.phone)),
            ("mobile", words(&p.mobile)),
            ("birth_on", date(p.birth_on)),
            ("own_text", words(&shown.join("、"))),
            ("own", Fact::List(own.collect())),
        ])
    }

    /// Seats in the council itself, then the heads of the committees; within each by office.
    fn officers(&self) -> Vec<(&Role, &Person, &Organisation)> {
        let mut held: Vec<(&Role, &Person, &Organisation)> = self
            .people
            .iter()
            .flat_map(|p| self.roles_of(p).iter().map(move |r| (r, p)))
            .filter_map(|(r, p)| self.bodies.get(&r.organisation_id).map(|b| (r, p, b)))
            .filter(|(r, _, b)| is_officer(r, b))
            .collect();
        self.keep_last_holders(&mut held);
        held.sort_by_key(|(r, p, b)| (b.kind, order::rank(&r.title), b.position, p.id));
        held
    }

    /// The list is of one day: who held an office before another who holds it then is not on it any more, and who will hold it
    /// not yet.
    fn keep_last_holders(&self, held: &mut Vec<(&Role, &Person, &Organisation)>) {
        let office = |r: &Role| (r.organisation_id, r.title.clone());
        let filled: HashSet<_> =
            held.iter().filter(|(r, ..)| r.is_held_on(self.day)).map(|(r, ..)| office(r)).collect();
        let has_begun = |r: &Role| r.from_on.is_none_or(|from| from <= self.day);
        held.retain(|(r, ..)| r.is_held_on(self.day) || (has_begun(r) && !filled.contains(&office(r))));
    }

    /// 選出団体: the body that elected them, where that is written down; else those that they stand for by another seat.
    fn represents(&self, r: &Role, p: &Person) -> String {
        if let Some(body) = r.elected_by_id {
            return self.tree.name(body).to_owned();
        }
        let stands_for = |r: &&Role| {
            let kind = self.bodies.get(&r.organisation_id).map(|b| b.kind);
            matches!(kind, Some(OrganisationKind::MemberBody | OrganisationKind::Association))
        };
        let seats = self.roles_of(p).iter().filter(stands_for);
        seats.map(|r| format!("{} {}", self.body(r), r.title)).collect::<Vec<_>>().join("、")
    }

    fn officer_row(&self, r: &Role, p: &Person, b: &Organisation) -> FactRow {
        let appointment = r.appointment_in(self.year, &self.ever);
        let mut facts = self.contact_row(p);
        facts.extend(row([
            ("office", words(&r.title)),
            ("body", words(&b.name)),
            ("represents", words(&self.represents(r, p))),
            ("appointment", words(appointment.map_or("", Appointment::label))),
            ("from_on", r.from_on.map_or(Value::Blank, Value::Date).into()),
            ("to_on", r.to_on.map_or(Value::Blank, Value::Date).into()),
            ("landline", words(&p.phone)),
            ("phone", words(if p.phone.is_empty() { &p.mobile } else { &p.phone })),
        ]));
        facts
    }

    /// Who holds one of these offices of the council itself, in the order of the officers: those of the day, else those of the
    /// year's last day, else those before them.
    fn seats(&self, titles: &[&str], year: FiscalYear) -> Vec<(&Role, &Person)> {
        let is_council = |b: &Organisation| b.kind == OrganisationKind::Council;
        let is_seat = |(r, _): &(&Role, &Person)| {
            titles.contains(&r.title.as_str()) && self.bodies.get(&r.organisation_id).is_some_and(is_council)
        };
        let pairs = self.people.iter().flat_map(|p| self.roles_of(p).iter().map(move |r| (r, p)));
        let mut held: Vec<_> = pairs.filter(is_seat).collect();
        held.sort_by_key(|(r, p)| (order::rank(&r.title), p.id));
        let now: Vec<_> = held.iter().copied().filter(|(r, _)| r.is_held_on(self.day)).collect();
        let is_last = |r: &Role| r.to_on.is_none_or(|to| to >= year.last_day());
        let last: Vec<_> = held.iter().copied().filter(|(r, _)| is_last(r)).collect();
        [now, last].into_iter().find(|some| !some.is_empty()).unwrap_or(held)
    }

    /// The bodies that are no 自治会 and have a 会長: one of them may be the council under another name.
    fn chairs_elsewhere(&self) -> String {
        let may_be_council = |b: &&Organisation| b.kind == OrganisationKind::MemberBody;
        let chairs = self.roles.values().flatten().filter(|role| role.title == "会長");
        let mut names: Vec<&str> = chairs
            .filter_map(|role| self.bodies.get(&role.organisation_id).filter(may_be_council))
            .map(|body| body.name.as_str())
            .collect();
        names.sort_unstable();
        names.dedup();
        names.join("、")
    }

    fn seat_rows(&self, titles: &[&str], year: FiscalYear) -> Vec<FactRow> {
        let seat_row = |(r, p): (&Role, &Person)| row([("office", words(&r.title)), ("name", words(&p.name.full()))]);
        self.seats(titles, year).into_iter().map(seat_row).collect()
    }
}

fn is_officer(role: &Role, body: &Organisation) -> bool {
    match body.kind {
        OrganisationKind::Council => true,
        OrganisationKind::Committee => matches!(role.title.as_str(), "部会長" | "副部会長" | "委員長" | "副委員長"),
        OrganisationKind::Association | OrganisationKind::MemberBody => false,
        OrganisationKind::Area | OrganisationKind::Block => false,
    }
}

fn date(day: Option<NaiveDate>) -> Fact {
    day.map_or_else(|| words(""), |day| Value::Date(day).into())
}
