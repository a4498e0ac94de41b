//! One person's page.

use office::FiscalYear;
use office::file::View;
use office::roster::timeline::{Event, Known, timeline};
use office::roster::{
    Appointment, CustomField, Homes, HouseholdId, OrganisationId, Person, PersonId, Role, RoleId, Tree, by_id, store,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::homes::homes;
use crate::command::Command;
use crate::{Desk, Error, Result, labels};

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
    /// The name as it is shown everywhere.
    pub name: String,
    /// True once the name, and with it everything else, was erased.
    pub is_erased: bool,
    pub birth_label: String,
    pub joined_label: String,
    pub left_label: String,
    pub roles: Vec<RoleShown>,
    pub household: Option<HomeShown>,
    pub own: Vec<OwnField>,
    pub timeline: Vec<Happening>,
    /// The record to which this one belongs now.
    pub merged_into: Option<PersonNamed>,
}

/// Somebody by name.
#[derive(Debug, Serialize, TS)]
pub struct PersonNamed {
    #[ts(type = "string")]
    pub id: PersonId,
    pub name: String,
}

/// A role on a person's page.
#[derive(Debug, Serialize, TS)]
pub struct RoleShown {
    #[ts(type = "string")]
    pub id: RoleId,
    #[ts(type = "string")]
    pub body_id: OrganisationId,
    pub body: String,
    pub title: String,
    pub from_label: String,
    pub to_label: String,
    pub appointment: Option<Appointment>,
    pub elected_by: String,
    #[ts(type = "number | null")]
    pub seat: Option<i64>,
    pub is_current: bool,
}

impl RoleShown {
    pub(super) fn of(role: Role, tree: &Tree, year: FiscalYear) -> RoleShown {
        RoleShown {
            id: role.id,
            body_id: role.organisation_id,
            body: tree.name(role.organisation_id).to_owned(),
            from_label: labels::long_day(role.from_on),
            to_label: labels::long_day(role.to_on),
            appointment: role.appointment,
            elected_by: role.elected_by_id.map_or(String::new(), |id| tree.name(id).to_owned()),
            seat: role.seat,
            is_current: role.is_held_in(year),
            title: role.title,
        }
    }
}

/// The household of a person, with who else lives there.
#[derive(Debug, Serialize, TS)]
pub struct HomeShown {
    #[ts(type = "string")]
    pub id: HouseholdId,
    pub name: String,
    pub others: Vec<Resident>,
}

/// Somebody who lives in a household.
#[derive(Debug, Serialize, TS)]
pub struct Resident {
    #[ts(type = "string")]
    pub id: PersonId,
    pub name: String,
    pub relation: String,
    pub is_head: bool,
}

/// What one of the council's own fields holds for a person.
#[derive(Debug, Serialize, TS)]
pub struct OwnField {
    pub field: CustomField,
    pub value: String,
}

/// One line of a person's life with the council.
#[derive(Debug, Serialize, TS)]
pub struct Happening {
    /// Empty when the day is not known.
    pub on_label: String,
    pub event: Event,
    /// Body, household or address.
    pub what: String,
    /// Office, relation or reason; of a move where it came from.
    pub how: String,
    pub appointment: Option<Appointment>,
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
    let (tree, homes) = (store::tree(view)?, homes(view, year.last_day())?);
    let roles: Vec<Role> = store::roles(view)?.into_iter().filter(|r| r.person_id == id).collect();
    Ok(PersonRecord {
        name: person.name.full(),
        is_erased: person.name.is_blank(),
        birth_label: labels::long_day(person.birth_on),
        joined_label: labels::long_day(person.joined_on),
        left_label: labels::long_day(person.left_on),
        household: household(view, &homes, id)?,
        own: own_fields(view, id)?,
        timeline: happenings(view, &person, &roles, &tree, &homes)?,
        merged_into: merged_into(view, id)?,
        roles: roles.into_iter().map(|role| RoleShown::of(role, &tree, year)).collect(),
        person,
    })
}

fn merged_into(view: &View, id: PersonId) -> Result<Option<PersonNamed>> {
    let Some(other) = store::merged_into(view, id)? else { return Ok(None) };
    Ok(store::find_person(view, other)?.map(|p| PersonNamed { id: p.id, name: p.name.full() }))
}

fn household(view: &View, homes: &Homes, id: PersonId) -> Result<Option<HomeShown>> {
    let Some(home) = homes.home_of(id) else { return Ok(None) };
    let people = store::people(view)?;
    let people = by_id(&people);
    let residents = homes.living_in(home.id).filter(|m| m.person_id != id);
    let others = residents.map(|m| Resident {
        id: m.person_id,
        name: people.get(&m.person_id).map_or(String::new(), |p| p.name.full()),
        relation: m.relation.clone(),
        is_head: home.head_person_id == Some(m.person_id),
    });
    Ok(Some(HomeShown { id: home.id, name: homes.label(home, &people), others: others.collect() }))
}

fn own_fields(view: &View, id: PersonId) -> Result<Vec<OwnField>> {
    let held = store::custom_values(view)?;
    let value = |field: &CustomField| {
        held.iter().find(|v| v.field_id == field.id && v.person_id == id).map_or(String::new(), |v| v.value.clone())
    };
    let fields =
        store::custom_fields(view)?.into_iter().map(|field| OwnField { value: field.shown(&value(&field)), field });
    Ok(fields.filter(|own| !own.field.is_retired || !own.value.is_empty()).collect())
}

fn happenings(view: &View, person: &Person, roles: &[Role], tree: &Tree, homes: &Homes) -> Result<Vec<Happening>> {
    let people = store::people(view)?;
    let people = by_id(&people);
    let lived = homes.members.iter().filter(|m| m.person_id == person.id).filter_map(|member| {
        let home = homes.households.iter().find(|h| h.id == member.household_id)?;
        Some((member.clone(), home.clone(), homes.label(home, &people)))
    });
    let addresses: Vec<_> = store::former_addresses(view)?.into_iter().filter(|a| a.person_id == person.id).collect();
    let homes: Vec<_> = lived.collect();
    let known = Known { person, roles, tree, homes: &homes, addresses: &addresses };
    Ok(timeline(&known)
        .into_iter()
        .map(|h| Happening {
            on_label: labels::long_day(h.on),
            event: h.event,
            what: h.what,
            how: h.how,
            appointment: h.appointment,
        })
        .collect())
}
