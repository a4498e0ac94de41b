//! The agenda as typed, and in its order.

use office::FiscalYear;
use office::accounts::BudgetRevisionId;
use office::meetings::{
    AgendaItem, AgendaItemId, ItemKind, Matter, MeetingId, Nomination, NominationId, acts, draws, store,
};
use office::roster::{OrganisationId, PersonId, RoleId};
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, typed};

/// Writes an item.
#[derive(Debug, Deserialize, TS)]
pub struct SaveItem {
    pub item: ItemDraft,
}

/// An item as typed; an empty title takes the usual one of its matter.
#[derive(Debug, Deserialize, TS)]
pub struct ItemDraft {
    #[ts(type = "string | null")]
    pub id: Option<AgendaItemId>,
    #[ts(type = "number")]
    pub version: i64,
    #[ts(type = "string")]
    pub meeting_id: MeetingId,
    pub kind: ItemKind,
    pub matter: Matter,
    pub title: String,
    pub explanation: String,
    pub discussion: String,
    /// None takes the usual one.
    pub subject_year: Option<FiscalYear>,
    #[ts(type = "string | null")]
    pub revision_id: Option<BudgetRevisionId>,
    pub old_text: String,
    pub new_text: String,
    pub from: String,
    pub to: String,
}

impl Command for SaveItem {
    const NAME: &'static str = "meetings.save_item";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let draft = self.item;
        let missing = || Error::refused("meetings.no_such_meeting");
        let meeting = desk.office()?.view(|view| store::find_meeting(view, draft.meeting_id)?.ok_or_else(missing))?;
        let year = meeting.fiscal_year;
        let drawn = draws(draft.matter).filter(|draws| draws.is_of_a_year());
        let subject_year = drawn.map(|draws| draft.subject_year.unwrap_or(draws.year(meeting.years())));
        let usual = || draws(draft.matter).map_or(String::new(), |draws| draws.title(subject_year.unwrap_or(year)));
        let title = if draft.title.trim().is_empty() { usual() } else { draft.title.clone() };
        let fresh = AgendaItem::new(draft.meeting_id, draft.kind, draft.matter, title);
        let item = AgendaItem {
            id: draft.id.unwrap_or(fresh.id),
            explanation: draft.explanation.trim().to_owned(),
            discussion: draft.discussion.trim().to_owned(),
            subject_year,
            revision_id: draft.revision_id,
            old_text: draft.old_text,
            new_text: draft.new_text,
            from_on: typed::day(&draft.from, Some(year), "from")?,
            to_on: typed::day(&draft.to, None, "to")?,
            version: draft.version,
            ..fresh
        };
        let save = |tx: &office::file::Tx| acts::save_item(tx, &item, draft.id.is_none());
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, save)?, Written::of))
    }
}

/// Puts the usual items of a general meeting on the agenda.
#[derive(Debug, Deserialize, TS)]
pub struct AddUsualItems {
    #[ts(type = "string")]
    pub id: MeetingId,
}

impl Command for AddUsualItems {
    const NAME: &'static str = "meetings.add_usual_items";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let add = |tx: &office::file::Tx| acts::add_usual_items(tx, self.id).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, add)?.into())
    }
}

/// Moves an item to another place, from 1.
#[derive(Debug, Deserialize, TS)]
pub struct MoveItem {
    #[ts(type = "string")]
    pub id: AgendaItemId,
    pub to: usize,
}

impl Command for MoveItem {
    const NAME: &'static str = "meetings.move_item";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::move_item(tx, self.id, self.to))?.into())
    }
}

/// Takes an item off the agenda.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveItem {
    #[ts(type = "string")]
    pub id: AgendaItemId,
}

impl Command for RemoveItem {
    const NAME: &'static str = "meetings.remove_item";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_item(tx, self.id))?.into())
    }
}

/// Writes those nominated at an item.
#[derive(Debug, Deserialize, TS)]
pub struct PutNominations {
    #[ts(type = "string")]
    pub id: AgendaItemId,
    pub nominations: Vec<NominationDraft>,
}

/// One seat: who is to have it, and whose term ends.
#[derive(Debug, Deserialize, TS)]
pub struct NominationDraft {
    #[ts(type = "string | null")]
    pub role_id: Option<RoleId>,
    #[ts(type = "string")]
    pub organisation_id: OrganisationId,
    pub title: String,
    #[ts(type = "string | null")]
    pub person_id: Option<PersonId>,
}

impl Command for PutNominations {
    const NAME: &'static str = "meetings.put_nominations";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let nomination = |one: NominationDraft| Nomination {
            id: NominationId::new(),
            item_id: self.id,
            role_id: one.role_id,
            organisation_id: one.organisation_id,
            title: one.title,
            person_id: one.person_id,
        };
        let all: Vec<Nomination> = self.nominations.into_iter().map(nomination).collect();
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::put_nominations(tx, self.id, &all))?.into())
    }
}
