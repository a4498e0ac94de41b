//! 名簿: lists, records and changes of people and their roles.

use std::collections::HashMap;

use office::FiscalYear;
use office::file::View;
use office::roster::{
    Organisation, OrganisationId, OrganisationKind, Person, PersonId, PersonName, Role, RoleId, acts, order, store,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::{Desk, Error, Result, labels, typed};

/// Everybody of a year, in furigana order.
#[derive(Debug, Deserialize, TS)]
pub struct ListPeople {
    pub year: FiscalYear,
}

/// The list of people.
#[derive(Debug, Serialize, TS)]
pub struct People {
    pub people: Vec<PersonRow>,
    /// Leavers whom the list shows at its end.
    pub leavers: usize,
    pub persons: usize,
    pub roles: usize,
}

/// One line of the list.
#[derive(Debug, Serialize, TS)]
pub struct PersonRow {
    #[ts(type = "string")]
    pub id: PersonId,
    pub name: String,
    pub kana: String,
    pub postal: String,
    pub address: String,
    pub phone: String,
    pub mobile: String,
    pub birth_label: String,
    pub roles: String,
    pub bodies: Vec<String>,
    pub has_left: bool,
}

impl Command for ListPeople {
    const NAME: &'static str = "roster.list_people";
    type Output = People;
    fn run(self, desk: &Desk) -> Result<People> {
        desk.office()?.view(|view| list(view, self.year))
    }
}

fn list(view: &View, year: FiscalYear) -> Result<People> {
    let mut people = store::people(view)?;
    people.sort_by(|a, b| (!a.is_counted(year)).cmp(&!b.is_counted(year)).then_with(|| order::by_reading(a, b)));
    let bodies = bodies_by_id(view)?;
    let mut held: HashMap<PersonId, Vec<Role>> = HashMap::new();
    for role in store::roles(view)?.into_iter().filter(|r| r.is_office() && r.is_held_in(year)) {
        held.entry(role.person_id).or_default().push(role);
    }
    let persons = people.iter().filter(|p| p.is_counted(year)).count();
    let (leavers, roles) = (people.len() - persons, held.values().map(Vec::len).sum());
    let rows = people.iter().map(|p| row(p, held.get(&p.id).map_or(&[], Vec::as_slice), &bodies, year)).collect();
    Ok(People { people: rows, leavers, persons, roles })
}

fn bodies_by_id(view: &View) -> Result<HashMap<OrganisationId, Organisation>> {
    Ok(store::organisations(view)?.into_iter().map(|b| (b.id, b)).collect())
}

fn row(p: &Person, roles: &[Role], bodies: &HashMap<OrganisationId, Organisation>, year: FiscalYear) -> PersonRow {
    let body = |r: &Role| bodies.get(&r.organisation_id).map_or(String::new(), |b| b.name.clone());
    PersonRow {
        id: p.id,
        name: p.name.full(),
        kana: p.name.full_kana(),
        postal: p.postal.clone(),
        address: p.address.clone(),
        phone: p.phone.clone(),
        mobile: p.mobile.clone(),
        birth_label: labels::long_day(p.birth_on),
        roles: roles.iter().map(|r| format!("{} {}", body(r), r.title)).collect::<Vec<_>>().join("、"),
        bodies: roles.iter().map(body).collect(),
        has_left: !p.is_counted(year),
    }
}

/// One person with everything that is known.
#[derive(Debug, Deserialize, TS)]
pub struct PersonById {
    #[ts(type = "string")]
    pub id: PersonId,
    pub year: FiscalYear,
}

/// One person with everything that is known.
#[derive(Debug, Serialize, TS)]
pub struct PersonRecord {
    pub person: Person,
    pub birth_label: String,
    pub left_label: String,
    pub roles: Vec<RoleShown>,
}

/// A role on a person's page.
#[derive(Debug, Serialize, TS)]
pub struct RoleShown {
    #[ts(type = "string")]
    pub id: RoleId,
    pub body: String,
    pub title: String,
    pub from_label: String,
    pub to_label: String,
    pub is_current: bool,
}

impl Command for PersonById {
    const NAME: &'static str = "roster.person";
    type Output = PersonRecord;
    fn run(self, desk: &Desk) -> Result<PersonRecord> {
        desk.office()?.view(|view| record(view, self.id, self.year))
    }
}

fn record(view: &View, id: PersonId, year: FiscalYear) -> Result<PersonRecord> {
    let person = store::find_person(view, id)?.ok_or_else(|| Error::refused("roster.no_such_person"))?;
    let bodies = bodies_by_id(view)?;
    let shown = |r: Role| RoleShown {
        id: r.id,
        body: bodies.get(&r.organisation_id).map_or(String::new(), |b| b.name.clone()),
        from_label: labels::long_day(r.from_on),
        to_label: labels::long_day(r.to_on),
        is_current: r.is_held_in(year),
        title: r.title,
    };
    let roles = store::roles(view)?.into_iter().filter(|r| r.person_id == id).map(shown).collect();
    let (birth_label, left_label) = (labels::long_day(person.birth_on), labels::long_day(person.left_on));
    Ok(PersonRecord { person, birth_label, left_label, roles })
}

/// A person as typed; days in any written form.
#[derive(Debug, Deserialize, TS)]
pub struct SavePerson {
    pub person: PersonDraft,
}

/// A person as typed.
#[derive(Debug, Deserialize, TS)]
pub struct PersonDraft {
    #[ts(type = "string | null")]
    pub id: Option<PersonId>,
    #[ts(type = "number")]
    pub version: i64,
    pub family: String,
    pub given: String,
    pub family_kana: String,
    pub given_kana: String,
    pub postal: String,
    pub address: String,
    pub phone: String,
    pub mobile: String,
    pub birth: String,
    pub left: String,
    pub note: String,
}

/// Key of what was written.
#[derive(Debug, Serialize, TS)]
pub struct Written {
    pub id: String,
}

impl Written {
    pub(crate) fn of(id: impl ToString) -> Written {
        Written { id: id.to_string() }
    }
}

impl Command for SavePerson {
    const NAME: &'static str = "roster.save_person";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let is_new = self.person.id.is_none();
        let person = self.person.parsed()?;
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_person(tx, &person, is_new))?;
        Ok(with_value_of(changed, Written::of))
    }
}

impl PersonDraft {
    fn parsed(self) -> Result<Person> {
        Ok(Person {
            id: self.id.unwrap_or_else(PersonId::new),
            birth_on: typed::day(&self.birth, None, "birth")?,
            left_on: typed::day(&self.left, None, "left")?,
            postal: typed::postal(&self.postal),
            name: PersonName {
                family: self.family.trim().to_owned(),
                given: self.given.trim().to_owned(),
                family_kana: typed::kana(&self.family_kana),
                given_kana: typed::kana(&self.given_kana),
            },
            address: self.address.trim().to_owned(),
            phone: typed::phone(&self.phone),
            mobile: typed::phone(&self.mobile),
            note: self.note,
            version: self.version.max(1),
        })
    }
}

/// All bodies, for choosing one.
#[derive(Debug, Deserialize, TS)]
pub struct Bodies {}

/// A body that can be chosen.
#[derive(Debug, Serialize, TS)]
pub struct BodyChoice {
    #[ts(type = "string")]
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
}

impl Command for Bodies {
    const NAME: &'static str = "roster.bodies";
    type Output = Vec<BodyChoice>;
    fn run(self, desk: &Desk) -> Result<Vec<BodyChoice>> {
        let bodies = desk.office()?.view(|view| store::organisations(view))?;
        Ok(bodies.into_iter().map(|b| BodyChoice { id: b.id, kind: b.kind, name: b.name }).collect())
    }
}

/// A role as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SaveRole {
    #[ts(type = "string | null")]
    pub id: Option<RoleId>,
    #[ts(type = "string")]
    pub person_id: PersonId,
    pub body: String,
    pub title: String,
    pub from: String,
    pub to: String,
}

impl Command for SaveRole {
    const NAME: &'static str = "roster.save_role";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let (from_on, to_on) = (typed::day(&self.from, None, "from")?, typed::day(&self.to, None, "to")?);
        let SaveRole { id, person_id, body, title, .. } = self;
        let new = acts::NewRole { id, person_id, body, title, from_on, to_on };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_role(tx, &new))?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// Takes a role out of the roster.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveRole {
    #[ts(type = "string")]
    pub id: RoleId,
}

impl Command for RemoveRole {
    const NAME: &'static str = "roster.remove_role";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_role(tx, self.id))?.into())
    }
}
