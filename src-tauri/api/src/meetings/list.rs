//! The meetings of a year.

use office::FiscalYear;
use office::file::View;
use office::meetings::{Known, MeetingId, MeetingKind, Outcome, Part, store};
use office::roster::{OrganisationId, OrganisationKind};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::{Desk, Result, labels};

/// The meetings of a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListMeetings {
    pub year: FiscalYear,
}

/// The meetings of a year, and the 部会 that may meet.
#[derive(Debug, Serialize, TS)]
pub struct Meetings {
    pub meetings: Vec<MeetingRow>,
    pub committees: Vec<MeetingBody>,
    /// What a meeting has where people come together, and what one in writing has.
    pub parts_in_room: Vec<Part>,
    pub parts_in_writing: Vec<Part>,
}

/// One meeting in the list.
#[derive(Debug, Serialize, TS)]
pub struct MeetingRow {
    #[ts(type = "string")]
    pub id: MeetingId,
    pub kind: MeetingKind,
    pub title: String,
    pub held_on: String,
    pub held_label: String,
    pub place: String,
    pub items: usize,
    /// Items that were decided, and those that still wait for it.
    pub decided: usize,
    pub waiting: usize,
    /// None while there is no roll.
    pub is_quorate: Option<bool>,
    pub is_in_effect: bool,
}

/// A 部会 to choose.
#[derive(Debug, Serialize, TS)]
pub struct MeetingBody {
    #[ts(type = "string")]
    pub id: OrganisationId,
    pub name: String,
}

impl Command for ListMeetings {
    const NAME: &'static str = "meetings.list_meetings";
    type Output = Meetings;
    fn run(self, desk: &Desk) -> Result<Meetings> {
        desk.office()?.view(|view| list(view, self.year))
    }
}

fn list(view: &View, year: FiscalYear) -> Result<Meetings> {
    let held = store::meetings(view, year)?.into_iter();
    let meetings = held.map(|meeting| Ok(row(&Known::of(view, meeting)?))).collect::<Result<_>>()?;
    let bodies = office::roster::store::organisations(view)?.into_iter();
    let committees = bodies.filter(|body| body.kind == OrganisationKind::Committee && body.dissolved_on.is_none());
    Ok(Meetings {
        meetings,
        committees: committees.map(|body| MeetingBody { id: body.id, name: body.name }).collect(),
        parts_in_room: Part::all(false).to_vec(),
        parts_in_writing: Part::all(true).to_vec(),
    })
}

fn row(known: &Known) -> MeetingRow {
    let meeting = &known.meeting;
    let outcomes: Vec<Outcome> = known.items.iter().map(|item| known.decision(item).outcome).collect();
    let is_decided = |outcome: &&Outcome| matches!(outcome, Outcome::Approved | Outcome::Rejected);
    let is_waiting = |outcome: &&Outcome| matches!(outcome, Outcome::Open | Outcome::Tie | Outcome::NoQuorum);
    MeetingRow {
        id: meeting.id,
        kind: meeting.kind,
        title: known.title.clone(),
        held_on: meeting.held_on.to_string(),
        held_label: labels::day_of_week(meeting.held_on),
        place: meeting.shown_place().to_owned(),
        items: known.items.len(),
        decided: outcomes.iter().filter(is_decided).count(),
        waiting: outcomes.iter().filter(is_waiting).count(),
        is_quorate: (!known.voters.is_empty()).then(|| known.quorum(None).is_met),
        is_in_effect: !known.effects.is_empty(),
    }
}
