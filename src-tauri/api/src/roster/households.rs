//! 世帯

use std::collections::HashMap;

use chrono::NaiveDate;
use office::FiscalYear;
use office::file::View;
use office::roster::{Household, HouseholdId, OrganisationId, Person, PersonId, acts, by_id, inhabited, order, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Written;
use super::homes::homes;
use super::record::Resident;
use super::stays::needed_day;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::{Desk, Error, Result, labels, typed};

/// The households of a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListHouseholds {
    pub year: FiscalYear,
}

/// One line of the list of households.
#[derive(Debug, Serialize, TS)]
pub struct HouseholdRow {
    #[ts(type = "string")]
    pub id: HouseholdId,
    pub name: String,
    pub kana: String,
    /// 桜町東自治会 or 一班
    pub body: String,
    pub postal: String,
    pub address: String,
    pub phone: String,
    /// Who lives there and is in the roster in that year.
    pub residents: Vec<Resident>,
    pub is_closed: bool,
    /// True for one that everybody left, by moving, leaving the roster or death, and that nobody closed.
    pub is_left: bool,
}

impl Command for ListHouseholds {
    const NAME: &'static str = "roster.list_households";
    type Output = Vec<HouseholdRow>;
    fn run(self, desk: &Desk) -> Result<Vec<HouseholdRow>> {
        desk.office()?.view(|view| list(view, self.year))
    }
}

fn list(view: &View, year: FiscalYear) -> Result<Vec<HouseholdRow>> {
    let (people, tree, homes) = (store::people(view)?, store::tree(view)?, homes(view, year.last_day())?);
    let people = by_id(&people);
    let is_here = |id: PersonId| people.get(&id).is_some_and(|person| person.is_counted(year));
    let lived_in = inhabited(&homes.households, &homes.members, is_here, year.last_day());
    let mut rows: Vec<HouseholdRow> = Vec::with_capacity(homes.households.len());
    for home in &homes.households {
        let first = homes.living_in(home.id).next().map(|m| m.person_id);
        let head = home.head_person_id.or(first).and_then(|id| people.get(&id));
        rows.push(HouseholdRow {
            id: home.id,
            name: homes.label(home, &people),
            kana: head.map_or(String::new(), |p| p.name.full_kana()),
            body: home.organisation_id.map_or(String::new(), |id| tree.name(id).to_owned()),
            postal: home.postal.clone(),
            address: home.address.clone(),
            phone: home.phone.clone(),
            residents: homes
                .living_in(home.id)
                .filter(|m| is_here(m.person_id))
                .map(|m| resident(m.person_id, &m.relation, home, &people))
                .collect(),
            is_closed: home.closed_on.is_some_and(|closed| closed <= year.last_day()),
            is_left: home.closed_on.is_none() && !lived_in.contains(&home.id),
        });
    }
    rows.sort_by_cached_key(|row| (row.is_closed, row.is_left, order::kana_key(&row.kana)));
    Ok(rows)
}

fn resident(id: PersonId, relation: &str, home: &Household, people: &HashMap<PersonId, &Person>) -> Resident {
    Resident {
        id,
        name: people.get(&id).map_or(String::new(), |p| p.name.full()),
        relation: relation.to_owned(),
        is_head: home.head_person_id == Some(id),
    }
}

/// One household with all who live and lived there.
#[derive(Debug, Deserialize, TS)]
pub struct HouseholdById {
    #[ts(type = "string")]
    pub id: HouseholdId,
    pub year: FiscalYear,
}

/// One household.
#[derive(Debug, Serialize, TS)]
pub struct HouseholdRecord {
    pub household: Household,
    pub name: String,
    pub body: String,
    pub closed_label: String,
    pub residents: Vec<Lived>,
}

/// Somebody's time in a household.
#[derive(Debug, Serialize, TS)]
pub struct Lived {
    pub resident: Resident,
    pub from_label: String,
    pub to_label: String,
    pub lives_here: bool,
    /// Since when they are not in the roster any more, and why; empty for those who are.
    pub gone_label: String,
    pub gone_reason: String,
}

impl Command for HouseholdById {
    const NAME: &'static str = "roster.household";
    type Output = HouseholdRecord;
    fn run(self, desk: &Desk) -> Result<HouseholdRecord> {
        let day = self.year.last_day();
        desk.office()?.view(|view| record(view, self.id, day))
    }
}

fn record(view: &View, id: HouseholdId, day: NaiveDate) -> Result<HouseholdRecord> {
    let household = store::find_household(view, id)?.ok_or_else(|| Error::refused("roster.no_such_household"))?;
    let (people, tree, homes) = (store::people(view)?, store::tree(view)?, homes(view, day)?);
    let people = by_id(&people);
    let lived = homes.members.iter().filter(|m| m.household_id == id).map(|m| {
        let gone = people.get(&m.person_id).filter(|p| p.has_left_by(day));
        Lived {
            resident: resident(m.person_id, &m.relation, &household, &people),
            from_label: labels::long_day(m.from_on),
            to_label: labels::long_day(m.to_on),
            lives_here: m.lives_here_on(day),
            gone_label: labels::long_day(gone.and_then(|p| p.left_on)),
            gone_reason: gone.map_or(String::new(), |p| p.left_reason.clone()),
        }
    });
    let mut residents: Vec<Lived> = lived.collect();
    residents.sort_by_key(|l| (!l.lives_here, !l.resident.is_head));
    Ok(HouseholdRecord {
        name: homes.label(&household, &people),
        body: household.organisation_id.map_or(String::new(), |id| tree.name(id).to_owned()),
        closed_label: labels::long_day(household.closed_on),
        residents,
        household,
    })
}

/// A household as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SaveHousehold {
    #[ts(type = "string | null")]
    pub id: Option<HouseholdId>,
    #[ts(type = "number")]
    pub version: i64,
    pub name: String,
    #[ts(type = "string | null")]
    pub organisation_id: Option<OrganisationId>,
    pub postal: String,
    pub address: String,
    pub phone: String,
    pub note: String,
    pub closed: String,
    #[ts(type = "string | null")]
    pub head: Option<PersonId>,
    /// Only for a new household.
    pub residents: Vec<ResidentDraft>,
}

/// Somebody who begins to live in a household, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct ResidentDraft {
    #[ts(type = "string")]
    pub person_id: PersonId,
    pub relation: String,
    /// Empty when it is not known.
    pub from: String,
}

impl ResidentDraft {
    fn parsed(self) -> Result<acts::Resident> {
        let from_on = typed::day(&self.from, None, "from")?;
        Ok(acts::Resident { person_id: self.person_id, relation: self.relation.trim().to_owned(), from_on })
    }
}

impl Command for SaveHousehold {
    const NAME: &'static str = "roster.save_household";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let draft = acts::HouseholdDraft {
            id: self.id,
            version: self.version,
            name: self.name,
            organisation_id: self.organisation_id,
            postal: typed::postal(&self.postal),
            address: self.address,
            phone: typed::phone(&self.phone),
            note: self.note,
            closed_on: typed::day(&self.closed, None, "closed")?,
            head: self.head,
            residents: self.residents.into_iter().map(ResidentDraft::parsed).collect::<Result<_>>()?,
        };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_household(tx, &draft))?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// Somebody moves into a household.
#[derive(Debug, Deserialize, TS)]
pub struct MoveIn {
    #[ts(type = "string")]
    pub id: HouseholdId,
    pub resident: ResidentDraft,
}

impl Command for MoveIn {
    const NAME: &'static str = "roster.move_in";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let resident = self.resident.parsed()?;
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::move_in(tx, self.id, &resident))?.into())
    }
}

/// Somebody moves out of a household; the day is the first elsewhere.
#[derive(Debug, Deserialize, TS)]
pub struct MoveOut {
    #[ts(type = "string")]
    pub id: HouseholdId,
    #[ts(type = "string")]
    pub person_id: PersonId,
    pub on: String,
    pub postal: String,
    /// Empty when the new address is not known.
    pub address: String,
}

impl Command for MoveOut {
    const NAME: &'static str = "roster.move_out";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let (on, postal) = (needed_day(&self.on, "on")?, typed::postal(&self.postal));
        let to = (!self.address.trim().is_empty()).then_some((postal.as_str(), self.address.trim()));
        let out = |tx: &office::file::Tx| acts::move_out(tx, self.id, self.person_id, on, to);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, out)?.into())
    }
}

/// A whole household moves.
#[derive(Debug, Deserialize, TS)]
pub struct MoveHousehold {
    #[ts(type = "string")]
    pub id: HouseholdId,
    pub on: String,
    pub postal: String,
    pub address: String,
}

impl Command for MoveHousehold {
    const NAME: &'static str = "roster.move_household";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let (on, postal) = (needed_day(&self.on, "on")?, typed::postal(&self.postal));
        let moved = |tx: &office::file::Tx| acts::move_household(tx, self.id, &postal, &self.address, on);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, moved)?.into())
    }
}
