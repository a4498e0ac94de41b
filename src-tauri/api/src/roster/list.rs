//! The list of people.

use std::collections::HashMap;

use office::FiscalYear;
use office::file::View;
use office::roster::{CustomField, CustomFieldId, Homes, Household, Person, PersonId, Role, Tree, by_id, order, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::homes::homes;
use crate::command::Command;
use crate::{Desk, Result, labels};

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
    /// The council's own fields in use; each row holds their values in this order.
    pub fields: Vec<CustomField>,
    /// Everybody in the file, whom the law on personal data protects.
    pub on_file: usize,
    /// So many that the law asks for more than of a small office.
    pub is_large: bool,
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
    pub joined_label: String,
    pub left_label: String,
    pub left_reason: String,
    pub household: String,
    pub association: String,
    pub roles: String,
    pub bodies: Vec<String>,
    /// 席次 of the first role that has one.
    #[ts(type = "number | null")]
    pub seat: Option<i64>,
    pub own: Vec<String>,
    pub has_left: bool,
}

impl Command for ListPeople {
    const NAME: &'static str = "roster.list_people";
    type Output = People;
    fn run(self, desk: &Desk) -> Result<People> {
        desk.office()?.view(|view| list(view, self.year))
    }
}

/// From so many people on any day on the lighter rules for small offices no longer hold.
const LARGE: usize = 5_000;

pub(crate) fn is_large(on_file: usize) -> bool {
    on_file >= LARGE
}

/// Everything the list shows, loaded once.
struct Shelf<'a> {
    year: FiscalYear,
    tree: Tree,
    homes: Homes,
    roles: HashMap<PersonId, Vec<Role>>,
    own: HashMap<(PersonId, CustomFieldId), String>,
    people: HashMap<PersonId, &'a Person>,
}

fn list(view: &View, year: FiscalYear) -> Result<People> {
    let mut people = store::people(view)?;
    people.sort_by_cached_key(|p| (!p.is_counted(year), order::reading_key(p)));
    let mut roles: HashMap<PersonId, Vec<Role>> = HashMap::new();
    for role in store::roles(view)?.into_iter().filter(|r| r.is_office() && r.is_held_in(year)) {
        roles.entry(role.person_id).or_default().push(role);
    }
    let own = store::custom_values(view)?.into_iter().map(|v| ((v.person_id, v.field_id), v.value)).collect();
    let fields: Vec<CustomField> = store::custom_fields(view)?.into_iter().filter(|f| !f.is_retired).collect();
    let (tree, homes) = (store::tree(view)?, homes(view, year.last_day())?);
    let shelf = Shelf { year, tree, homes, roles, own, people: by_id(&people) };
    let persons = people.iter().filter(|p| p.is_counted(year)).count();
    let rows = people.iter().map(|p| shelf.row(p, shelf.homes.home_of(p.id), &fields)).collect();
    let roles = shelf.roles.values().map(Vec::len).sum();
    Ok(People {
        people: rows,
        leavers: people.len() - persons,
        persons,
        roles,
        fields,
        on_file: people.len(),
        is_large: is_large(people.len()),
    })
}

impl Shelf<'_> {
    fn row(&self, p: &Person, home: Option<&Household>, fields: &[CustomField]) -> PersonRow {
        let roles = self.roles.get(&p.id).map_or(&[][..], Vec::as_slice);
        let body = |r: &Role| self.tree.name(r.organisation_id).to_owned();
        let own = |f: &CustomField| self.own.get(&(p.id, f.id)).map_or(String::new(), |value| f.shown(value));
        PersonRow {
            id: p.id,
            name: p.name.full(),
            kana: p.name.full_kana(),
            postal: p.postal.clone(),
            address: p.address.clone(),
            phone: p.phone.clone(),
            mobile: p.mobile.clone(),
            birth_label: labels::long_day(p.birth_on),
            joined_label: labels::long_day(p.joined_on),
            left_label: labels::long_day(p.left_on),
            left_reason: p.left_reason.clone(),
            household: home.map_or(String::new(), |home| self.homes.label(home, &self.people)),
            association: home.map_or(String::new(), |home| self.association(home)),
            roles: roles.iter().map(|r| format!("{} {}", body(r), r.title)).collect::<Vec<_>>().join("、"),
            bodies: roles.iter().map(body).collect(),
            seat: roles.iter().filter_map(|r| r.seat).min(),
            own: fields.iter().map(own).collect(),
            has_left: !p.is_counted(self.year),
        }
    }

    /// 桜町東自治会 一班
    fn association(&self, home: &Household) -> String {
        home.organisation_id.map_or(String::new(), |id| self.tree.place_name(id, self.year.last_day()))
    }
}
