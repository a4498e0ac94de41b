//! 団体の木

use std::collections::HashMap;

use chrono::NaiveDate;
use office::FiscalYear;
use office::file::View;
use office::roster::{
    Organisation, OrganisationId, OrganisationKind, Person, PersonId, Role, Tree, acts, by_id, order, store,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Written;
use super::record::RoleShown;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::{Desk, Error, Result, labels, typed};

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
    /// 桜町東自治会 一班: the name with what tells it from others of the same name.
    pub label: String,
}

impl BodyChoice {
    fn of(body: &Organisation, tree: &Tree, day: NaiveDate) -> BodyChoice {
        let place = if body.kind.is_place() { tree.place_name(body.id, day) } else { body.name.clone() };
        BodyChoice { id: body.id, kind: body.kind, name: body.name.clone(), label: place }
    }
}

impl Command for Bodies {
    const NAME: &'static str = "roster.bodies";
    type Output = Vec<BodyChoice>;
    fn run(self, desk: &Desk) -> Result<Vec<BodyChoice>> {
        let (bodies, tree) = desk.office()?.view(|view| Ok((store::organisations(view)?, store::tree(view)?)))?;
        Ok(bodies.iter().map(|body| BodyChoice::of(body, &tree, desk.today())).collect())
    }
}

/// The tree of bodies as it stood at the end of the year, or today in the present one.
#[derive(Debug, Deserialize, TS)]
pub struct BodyTree {
    pub year: FiscalYear,
}

/// A body in the tree, with how far in it stands; parents come before their parts.
#[derive(Debug, Serialize, TS)]
pub struct BodyRow {
    #[ts(type = "string")]
    pub id: OrganisationId,
    pub kind: OrganisationKind,
    pub name: String,
    pub depth: usize,
    /// Who heads it, e.g. 会長 齋藤　花子.
    pub head: String,
    /// Roles held in it in the year.
    pub roles: usize,
    /// Households of it and of all below it.
    pub households: usize,
}

impl Command for BodyTree {
    const NAME: &'static str = "roster.body_tree";
    type Output = Vec<BodyRow>;
    fn run(self, desk: &Desk) -> Result<Vec<BodyRow>> {
        let day = self.year.nearest(desk.today());
        desk.office()?.view(|view| rows(view, self.year, day))
    }
}

fn rows(view: &View, year: FiscalYear, day: NaiveDate) -> Result<Vec<BodyRow>> {
    let (tree, people) = (store::tree(view)?, store::people(view)?);
    let people = by_id(&people);
    let mut roles: HashMap<OrganisationId, Vec<Role>> = HashMap::new();
    for role in store::roles(view)?.into_iter().filter(|r| r.is_office() && r.is_held_in(year)) {
        roles.entry(role.organisation_id).or_default().push(role);
    }
    let mut households: HashMap<OrganisationId, usize> = HashMap::new();
    let (homes, members) = (store::households(view)?, store::household_members(view)?);
    let is_here = |id: PersonId| people.get(&id).is_some_and(|person| person.is_counted_on(day));
    let there = office::roster::inhabited(&homes, &members, is_here, day);
    for home in homes.iter().filter(|home| there.contains(&home.id)) {
        for body in home.organisation_id.iter().flat_map(|id| tree.up_from(*id, day)) {
            *households.entry(body.id).or_default() += 1;
        }
    }
    let bodies = tree.in_order(day);
    // What belongs to nothing else belongs to the council.
    let has_council = bodies.iter().any(|(depth, b)| *depth == 0 && b.kind == OrganisationKind::Council);
    let mut below_council = 0;
    let mut found = Vec::with_capacity(bodies.len());
    for (depth, body) in bodies {
        if depth == 0 {
            below_council = usize::from(has_council && body.kind != OrganisationKind::Council);
        }
        let held = roles.get(&body.id).map_or(&[][..], Vec::as_slice);
        let head = held.iter().min_by_key(|r| (order::rank(&r.title), r.seat, r.id));
        found.push(BodyRow {
            id: body.id,
            kind: body.kind,
            name: body.name.clone(),
            depth: depth + below_council,
            head: head.map_or(String::new(), |role| headed(role, &people)),
            roles: held.len(),
            households: households.get(&body.id).copied().unwrap_or(0),
        });
    }
    Ok(found)
}

fn headed(role: &Role, people: &HashMap<PersonId, &Person>) -> String {
    people.get(&role.person_id).map_or(String::new(), |p| format!("{} {}", role.title, p.name.full()))
}

/// One body with those who hold a role in it.
#[derive(Debug, Deserialize, TS)]
pub struct BodyById {
    #[ts(type = "string")]
    pub id: OrganisationId,
    pub year: FiscalYear,
}

/// One body.
#[derive(Debug, Serialize, TS)]
pub struct BodyRecord {
    pub body: Organisation,
    pub founded_label: String,
    pub dissolved_label: String,
    /// From the council down to the body above.
    pub path: Vec<BodyChoice>,
    pub members: Vec<MemberShown>,
}

/// Somebody with a role in a body.
#[derive(Debug, Serialize, TS)]
pub struct MemberShown {
    #[ts(type = "string")]
    pub person_id: PersonId,
    pub name: String,
    pub role: RoleShown,
}

impl Command for BodyById {
    const NAME: &'static str = "roster.body";
    type Output = BodyRecord;
    fn run(self, desk: &Desk) -> Result<BodyRecord> {
        desk.office()?.view(|view| body(view, self.id, self.year))
    }
}

fn body(view: &View, id: OrganisationId, year: FiscalYear) -> Result<BodyRecord> {
    let body = store::find_organisation(view, id)?.ok_or_else(|| Error::refused("roster.no_such_body"))?;
    let (tree, people) = (store::tree(view)?, store::people(view)?);
    let people = by_id(&people);
    let mut held: Vec<Role> = store::roles(view)?.into_iter().filter(|r| r.organisation_id == id).collect();
    held.sort_by_key(|r| (!r.is_held_in(year), order::rank(&r.title), r.seat.unwrap_or(i64::MAX), r.id));
    let members = held.into_iter().map(|role| MemberShown {
        person_id: role.person_id,
        name: people.get(&role.person_id).map_or(String::new(), |p| p.name.full()),
        role: RoleShown::of(role, &tree, year),
    });
    let members = members.collect();
    let above = tree.up_from(id, year.last_day()).into_iter().skip(1);
    let mut path: Vec<_> = above.map(|b| BodyChoice::of(b, &tree, year.last_day())).collect();
    // What belongs to nothing else belongs to the council.
    let is_council = |kind: OrganisationKind| kind == OrganisationKind::Council;
    if !is_council(path.last().map_or(body.kind, |top| top.kind)) {
        let council = tree.in_order(year.last_day()).into_iter().find(|(_, b)| is_council(b.kind));
        path.extend(council.map(|(_, b)| BodyChoice::of(b, &tree, year.last_day())));
    }
    path.reverse();
    let (founded_label, dissolved_label) = (labels::long_day(body.founded_on), labels::long_day(body.dissolved_on));
    Ok(BodyRecord { body, founded_label, dissolved_label, path, members })
}

/// A body as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SaveBody {
    #[ts(type = "string | null")]
    pub id: Option<OrganisationId>,
    #[ts(type = "number")]
    pub version: i64,
    pub kind: OrganisationKind,
    pub name: String,
    pub kana: String,
    #[ts(type = "string | null")]
    pub parent_id: Option<OrganisationId>,
    /// The day of a move; empty corrects where it always belonged.
    pub moved: String,
    pub founded: String,
    pub dissolved: String,
    pub note: String,
}

impl Command for SaveBody {
    const NAME: &'static str = "roster.save_body";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let draft = acts::BodyDraft {
            id: self.id,
            version: self.version,
            kind: self.kind,
            name: self.name,
            kana: typed::kana(&self.kana),
            parent_id: self.parent_id,
            moved_on: typed::day(&self.moved, None, "moved")?,
            founded_on: typed::day(&self.founded, None, "founded")?,
            dissolved_on: typed::day(&self.dissolved, None, "dissolved")?,
            note: self.note,
        };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_body(tx, &draft))?;
        Ok(with_value_of(changed, Written::of))
    }
}
