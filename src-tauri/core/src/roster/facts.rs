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
    facts.state_list("roster.members", roster.member_rows());
    facts.state_list("roster.officers", roster.officer_rows());
    let representative = roster.representative();
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
            all.iter().filter(|p| p.left_on.is_none_or(|left| left >= year.first_day())).map(|p| (p.id, p)).collect();
        let mut roles: HashMap<PersonId, Vec<Role>> = HashMap::new();
        for role in store::roles(conn)? {
            if role.is_office() && role.is_held_in(year) && was_here.contains_key(&role.person_id) {
                roles.entry(role.person_id).or_default().push(role);
            }
        }
        let bodies = store::organisations(conn)?.into_iter().map(|b| (b.id, b)).collect();
        Ok(Roster { people: all.into_iter().filter(|p| p.is_counted(year)).collect(), bodies, roles })
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
        facts.insert("roles".into(), Fact::List(roles.collect()));
        facts
    }

    /// Everybody in furigana order.
    fn member_rows(&self) -> Vec<FactRow> {
        let mut people: Vec<&Person> = self.people.iter().collect();
        people.sort_by(|a, b| order::by_reading(a, b));
        people.into_iter().enumerate().map(|(i, p)| self.member_row(i + 1, p)).collect()
    }

    fn member_row(&self, number: usize, p: &Person) -> FactRow {
        let offices: Vec<String> = self.roles_of(p).iter().map(|r| format!("{} {}", self.body(r), r.title)).collect();
        let mut facts = contact_row(p);
        facts.insert("number".into(), Value::Count(number as i64).into());
        facts.insert("offices".into(), words(&offices.join("、")));
        facts
    }

    /// Council first, then committees, then member bodies; within each by office. Plain committee members are left to the member list.
    fn officer_rows(&self) -> Vec<FactRow> {
        let mut held: Vec<(&Role, &Person, &Organisation)> = self
            .people
            .iter()
            .flat_map(|p| self.roles_of(p).iter().map(move |r| (r, p)))
            .filter_map(|(r, p)| self.bodies.get(&r.organisation_id).map(|b| (r, p, b)))
            .filter(|(r, ..)| r.title != "部会員")
            .collect();
        held.sort_by_key(|(r, p, b)| (b.kind, order::rank(&r.title), b.position, p.id));
        held.into_iter().map(|(r, p, b)| officer_row(r, p, b)).collect()
    }

    /// 会長 of the council itself.
    fn representative(&self) -> Option<(&Role, &Person)> {
        let is_chair = |r: &&Role| {
            r.title == "会長"
                && self.bodies.get(&r.organisation_id).is_some_and(|b| b.kind == OrganisationKind::Council)
        };
        self.people.iter().find_map(|p| self.roles_of(p).iter().find(is_chair).map(|r| (r, p)))
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
        ("kana", words(&p.name.full_kana())),
        ("postal", words(&p.postal)),
        ("address", words(&p.address)),
        ("phone", words(&p.phone)),
        ("mobile", words(&p.mobile)),
        ("birth_on", date(p.birth_on)),
    ])
}

fn officer_row(r: &Role, p: &Person, b: &Organisation) -> FactRow {
    let mut facts = contact_row(p);
    let short = |day: Option<chrono::NaiveDate>| day.map(paper::wareki::short).unwrap_or_default();
    let term = if r.from_on.or(r.to_on).is_none() {
        String::new()
    } else {
        format!("{}～{}", short(r.from_on), short(r.to_on))
    };
    facts.extend(row([("office", words(&r.title)), ("body", words(&b.name)), ("term", words(&term))]));
    facts
}
