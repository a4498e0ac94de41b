//! 役職: entering, taking out, the change of officers, and who held what on a day.

use chrono::NaiveDate;
use office::file::View;
use office::roster::{Appointment, OrganisationKind, PersonId, Role, RoleId, acts, order, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Written;
use super::homes::by_id;
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
    pub appointment: Option<Appointment>,
    pub elected_by: String,
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
    let roles: Vec<Role> = store::roles(view)?.into_iter().filter(|r| r.is_office() && r.is_held_on(on)).collect();
    let mut held: Vec<_> = roles.iter().filter_map(|r| Some((r, tree.body(r.organisation_id)?))).collect();
    held.sort_by_key(|(r, b)| (b.kind, b.position, order::rank(&r.title), r.seat.unwrap_or(i64::MAX), r.id));
    let officers = held.into_iter().map(|(role, body)| OfficerShown {
        role_id: role.id,
        person_id: role.person_id,
        kind: body.kind,
        body: body.name.clone(),
        title: role.title.clone(),
        name: people.get(&role.person_id).map_or(String::new(), |p| p.name.full()),
        from_label: labels::long_day(role.from_on),
        to_label: labels::long_day(role.to_on),
        appointment: role.appointment,
        elected_by: role.elected_by_id.map_or(String::new(), |id| tree.name(id).to_owned()),
    });
    Ok(Officers { on_label: labels::long_day(Some(on)), officers: officers.collect() })
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
