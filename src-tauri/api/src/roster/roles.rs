//! 役職: entering, taking out, the change of officers, and who held what on a day.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use chrono::NaiveDate;
use office::FiscalYear;
use office::file::View;
use office::roster::{
    Appointment, OrganisationId, OrganisationKind, PersonId, Role, RoleId, acts, by_id, order, store, vacant,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Written;
use super::stays::needed_day;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::{Desk, Result, labels, typed};

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
    pub appointment: Option<Appointment>,
    /// Name of the 選出団体; empty for none.
    pub elected_by: String,
    #[ts(type = "number | null")]
    pub seat: Option<i64>,
}

impl Command for SaveRole {
    const NAME: &'static str = "roster.save_role";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let (from_on, to_on) = (typed::day(&self.from, None, "from")?, typed::day(&self.to, None, "to")?);
        let SaveRole { id, person_id, body, title, appointment, elected_by, seat, .. } = self;
        let new = acts::NewRole { id, person_id, body, title, from_on, to_on, appointment, elected_by, seat };
        let op = if new.id.is_some() { "roster.correct_role" } else { Self::NAME };
        let changed = desk.office()?.change(&desk.by(), op, |tx| acts::save_role(tx, &new))?;
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

/// Who held which office on a day: "Who was 会計 on 2024-10-01".
#[derive(Debug, Deserialize, TS)]
pub struct OfficersOn {
    /// Any written form; empty is today.
    pub on: String,
}

/// The officers of one day.
#[derive(Debug, Serialize, TS)]
pub struct Officers {
    pub on_label: String,
    pub officers: Vec<OfficerShown>,
    /// The names of all offices that anybody ever held, in the order of papers.
    pub titles: Vec<String>,
}

/// One office and who held it.
#[derive(Debug, Serialize, TS)]
pub struct OfficerShown {
    #[ts(type = "string")]
    pub role_id: RoleId,
    #[ts(type = "string")]
    pub person_id: PersonId,
    pub kind: OrganisationKind,
    pub body: String,
    pub title: String,
    pub name: String,
    pub from_label: String,
    pub to_label: String,
    /// As it stands in the fiscal year of the day.
    pub appointment: Option<Appointment>,
    pub elected_by: String,
    /// Since when the holder is not in the roster, though nobody wrote down that the office ended; empty when they are.
    pub gone_label: String,
    pub gone_reason: String,
}

impl Command for OfficersOn {
    const NAME: &'static str = "roster.officers_on";
    type Output = Officers;
    fn run(self, desk: &Desk) -> Result<Officers> {
        let on = typed::day(&self.on, None, "on")?.unwrap_or(desk.today());
        desk.office()?.view(|view| officers(view, on))
    }
}

fn officers(view: &View, on: NaiveDate) -> Result<Officers> {
    let (tree, people) = (store::tree(view)?, store::people(view)?);
    let people = by_id(&people);
    let ever = store::roles(view)?;
    let roles = ever.iter().filter(|r| r.is_office() && r.is_held_on(on));
    let mut held: Vec<_> = roles.filter_map(|r| Some((r, tree.body(r.organisation_id)?))).collect();
    held.sort_by_key(|(r, b)| (b.kind, b.position, order::rank(&r.title), r.seat.unwrap_or(i64::MAX), r.id));
    let officers = held.into_iter().map(|(role, body)| {
        let person = people.get(&role.person_id);
        let gone = person.filter(|p| p.has_left_by(on));
        OfficerShown {
            role_id: role.id,
            person_id: role.person_id,
            kind: body.kind,
            body: body.name.clone(),
            title: role.title.clone(),
            name: person.map_or(String::new(), |p| p.name.full()),
            from_label: labels::long_day(role.from_on),
            to_label: labels::long_day(role.to_on),
            appointment: role.appointment_in(FiscalYear::of(on), &ever),
            elected_by: role.elected_by_id.map_or(String::new(), |id| tree.name(id).to_owned()),
            gone_label: labels::long_day(gone.and_then(|p| p.left_on)),
            gone_reason: gone.map_or(String::new(), |p| p.left_reason.clone()),
        }
    });
    Ok(Officers { on_label: labels::long_day(Some(on)), officers: officers.collect(), titles: titles(&ever) })
}

/// The names of all offices, each once, in the order of papers.
fn titles(roles: &[Role]) -> Vec<String> {
    let held: BTreeSet<&str> = roles.iter().filter(|r| r.is_office()).map(|r| r.title.as_str()).collect();
    let mut titles: Vec<&str> = held.into_iter().collect();
    titles.sort_by_key(|title| order::rank(title));
    titles.into_iter().map(str::to_owned).collect()
}

/// The offices that a change of officers is about: those held on its eve.
#[derive(Debug, Deserialize, TS)]
pub struct OfficesEnding {
    /// The first day of the new terms; empty is the first of the next fiscal year.
    pub from: String,
}

/// The offices before a change of officers.
#[derive(Debug, Serialize, TS)]
pub struct Ending {
    pub from_label: String,
    /// Where most of the new terms would end, were they as long as those before; empty when that is not known.
    pub to_label: String,
    pub offices: Vec<EndingOffice>,
    /// Offices of the council that somebody left within a year before and that nobody holds on the eve.
    pub vacant: Vec<VacantOffice>,
}

/// An office that nobody holds.
#[derive(Debug, Serialize, TS)]
pub struct VacantOffice {
    #[ts(type = "string")]
    pub organisation_id: OrganisationId,
    pub title: String,
}

/// One office on the eve of the change.
#[derive(Debug, Serialize, TS)]
pub struct EndingOffice {
    pub office: OfficerShown,
    /// Its term ends on the eve, or nobody said when it ends.
    pub ends: bool,
    /// Those who hold the office of this name from the day of the change on, where all its seats are filled already.
    pub next: Vec<String>,
}

impl Command for OfficesEnding {
    const NAME: &'static str = "roster.offices_ending";
    type Output = Ending;
    fn run(self, desk: &Desk) -> Result<Ending> {
        let from = typed::day(&self.from, None, "from")?.unwrap_or(desk.year().next().first_day());
        let eve = from.pred_opt().unwrap_or(from);
        desk.office()?.view(|view| ending(view, from, eve))
    }
}

fn ending(view: &View, from: NaiveDate, eve: NaiveDate) -> Result<Ending> {
    let roles: Vec<Role> = store::roles(view)?.into_iter().filter(Role::is_office).collect();
    let going_on: HashSet<RoleId> = roles.iter().filter(|r| r.to_on.is_some_and(|to| to > eve)).map(|r| r.id).collect();
    let (held, next) = (officers(view, eve)?.officers, officers(view, from)?.officers);
    let of_name = |all: &[OfficerShown], one: &OfficerShown| {
        let same = all.iter().filter(|o| o.body == one.body && o.title == one.title && o.role_id != one.role_id);
        same.map(|o| o.name.clone()).collect::<Vec<_>>()
    };
    let seats = |one: &OfficerShown| of_name(&held, one).len() + 1;
    let new: Vec<OfficerShown> =
        next.into_iter().filter(|o| held.iter().all(|before| before.role_id != o.role_id)).collect();
    let successors = |one: &OfficerShown| Some(of_name(&new, one)).filter(|names| names.len() >= seats(one));
    let next: Vec<Vec<String>> = held.iter().map(|one| successors(one).unwrap_or_default()).collect();
    let offices = held.into_iter().zip(next).map(|(office, next)| {
        let ends = !going_on.contains(&office.role_id);
        EndingOffice { ends, next, office }
    });
    let offices = offices.collect();
    let vacant = vacant(&store::tree(view)?, &roles, eve);
    let vacant = vacant.into_iter().map(|(organisation_id, title)| VacantOffice { organisation_id, title }).collect();
    let terms = roles.into_iter().filter(|r| r.to_on == Some(eve));
    let to = usual_years(terms).and_then(|years| from.checked_add_months(chrono::Months::new(12 * years))?.pred_opt());
    Ok(Ending { from_label: labels::long_day(Some(from)), to_label: labels::long_day(to), offices, vacant })
}

/// How many years most of these terms last.
fn usual_years(terms: impl Iterator<Item = Role>) -> Option<u32> {
    let mut count: BTreeMap<u32, usize> = BTreeMap::new();
    for (first, last) in terms.filter_map(|role| role.from_on.zip(role.to_on?.succ_opt())) {
        *count.entry(last.years_since(first).unwrap_or(0)).or_default() += 1;
    }
    count.into_iter().filter(|(years, _)| *years > 0).max_by_key(|(_, terms)| *terms).map(|(years, _)| years)
}

/// 役員の改選: who holds the offices from a day on.
#[derive(Debug, Deserialize, TS)]
pub struct ChangeOfficers {
    pub from: String,
    pub to: String,
    pub successions: Vec<SuccessionDraft>,
}

/// One office and its next holder; none leaves it open.
#[derive(Debug, Deserialize, TS)]
pub struct SuccessionDraft {
    #[ts(type = "string")]
    pub role_id: RoleId,
    #[ts(type = "string | null")]
    pub successor: Option<PersonId>,
}

impl Command for ChangeOfficers {
    const NAME: &'static str = "roster.change_officers";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let (from, to) = (needed_day(&self.from, "from")?, typed::day(&self.to, None, "to")?);
        let successions: Vec<_> = self
            .successions
            .into_iter()
            .map(|s| acts::Succession { role_id: s.role_id, successor: s.successor })
            .collect();
        let change = |tx: &office::file::Tx| acts::change_officers(tx, &successions, from, to);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, change)?.into())
    }
}
