//! What the roster states.

use std::collections::HashMap;

use paper::Value;
use rusqlite::Connection;

use super::{Organisation, OrganisationId, OrganisationKind, Person, PersonId, Role, order, store};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};

/// The roster of one year as loaded once.
struct Roster {
    people: Vec<Person>,
    bodies: HashMap<OrganisationId, Organisation>,
    roles: HashMap<PersonId, Vec<Role>>,
}

/// States `roster.*` and who represents the council, for one year.
pub fn facts(conn: &Connection, year: FiscalYear) -> Result<Facts> {
    let roster = Roster::load(conn, year)?;
    let mut facts = Facts::default();
    facts.state("roster.persons", Value::Count(roster.people.len() as i64));
    facts.state("roster.roles", Value::Count(roster.roles.values().map(Vec::len).sum::<usize>() as i64));
    facts.state_list("roster.people", roster.people.iter().map(|p| roster.person_row(p)).collect());
    let officers = roster.officer_rows();
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
    Ok(facts)
}

impl Roster {
    fn load(conn: &Connection, year: FiscalYear) -> Result<Roster> {
        let all = store::people(conn)?;
        let was_here: HashMap<PersonId, &Person> =
            all.iter().filter(|p| p.was_here_in(year)).map(|p| (p.id, p)).collect();
        let mut roles: HashMap<PersonId, Vec<Role>> = HashMap::new();
        for role in store::roles(conn)? {
            if role.is_office() && role.is_held_in(year) && was_here.contains_key(&role.person_id) {
                roles.entry(role.person_id).or_default().push(role);
            }
        }
        let bodies = store::organisations(conn)?.into_iter().map(|b| (b.id, b)).collect();
        let mut people: Vec<Person> = all.into_iter().filter(|p| p.is_counted(year)).collect();
        people.sort_by_cached_key(order::reading_key);
        Ok(Roster { people, bodies, roles })
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
        let mut facts = contact_row(p);
        let offices: Vec<String> = self.roles_of(p).iter().map(|r| format!("{} {}", self.body(r), r.title)).collect();
        facts.insert("roles".into(), Fact::List(roles.collect()));
        facts.insert("roles_text".into(), words(&offices.join("、")));
        facts
    }

    /// Seats in the council itself, then the heads of the committees; within each by office.
    fn officer_rows(&self) -> Vec<FactRow> {
        let mut held: Vec<(&Role, &Person, &Organisation)> = self
            .people
            .iter()
            .flat_map(|p| self.roles_of(p).iter().map(move |r| (r, p)))
            .filter_map(|(r, p)| self.bodies.get(&r.organisation_id).map(|b| (r, p, b)))
            .filter(|(r, _, b)| is_officer(r, b))
            .collect();
        held.sort_by_key(|(r, p, b)| (b.kind, order::rank(&r.title), b.position, p.id));
        held.into_iter().map(|(r, p, b)| self.officer_row(r, p, b)).collect()
    }

    fn officer_row(&self, r: &Role, p: &Person, b: &Organisation) -> FactRow {
        let stands_for = |r: &&Role| {
            let kind = self.bodies.get(&r.organisation_id).map(|b| b.kind);
            matches!(kind, Some(OrganisationKind::MemberBody | OrganisationKind::Association))
        };
        let represents: Vec<String> =
            self.roles_of(p).iter().filter(stands_for).map(|r| format!("{} {}", self.body(r), r.title)).collect();
        let mut facts = contact_row(p);
        facts.extend(row([
            ("office", words(&r.title)),
            ("body", words(&b.name)),
            ("represents", words(&represents.join("、"))),
            ("from_on", r.from_on.map_or(Value::Blank, Value::Date).into()),
            ("to_on", r.to_on.map_or(Value::Blank, Value::Date).into()),
            ("phone", words(if p.phone.is_empty() { &p.mobile } else { &p.phone })),
        ]));
        facts
    }

    /// Who holds one of these offices of the council itself: those of the year's last day, else those before them.
    fn seats(&self, titles: &[&str], year: FiscalYear) -> Vec<(&Role, &Person)> {
        let is_council = |b: &Organisation| b.kind == OrganisationKind::Council;
        let is_seat = |(r, _): &(&Role, &Person)| {
            titles.contains(&r.title.as_str()) && self.bodies.get(&r.organisation_id).is_some_and(is_council)
        };
        let pairs = self.people.iter().flat_map(|p| self.roles_of(p).iter().map(move |r| (r, p)));
        let held: Vec<_> = pairs.filter(is_seat).collect();
        let last: Vec<_> =
            held.iter().copied().filter(|(r, _)| r.to_on.is_none_or(|to| to >= year.last_day())).collect();
        if last.is_empty() { held } else { last }
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

fn date(day: Option<chrono::NaiveDate>) -> Fact {
    day.map_or_else(|| words(""), |day| Value::Date(day).into())
}

fn contact_row(p: &Person) -> FactRow {
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
    ])
}
