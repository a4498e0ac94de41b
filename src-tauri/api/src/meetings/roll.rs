//! The roll as the desk at the door sees it.

use office::file::View;
use office::meetings::{Holder, Known, MeetingId, Names, Standing, Vote, Voter, joined};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::clock;
use crate::command::Command;
use crate::{Desk, Result};

/// The roll of a meeting.
#[derive(Debug, Deserialize, TS)]
pub struct Roll {
    #[ts(type = "string")]
    pub id: MeetingId,
}

/// One line of the roll.
#[derive(Debug, Serialize, TS)]
pub struct RollLine {
    #[ts(type = "number")]
    pub number: i64,
    pub name: String,
    /// The delegate of a body, where a household or a person lives: two of one name are told apart.
    pub detail: String,
    pub standing: Standing,
    pub standing_label: String,
    pub holder: Option<Holder>,
    #[ts(type = "number | null")]
    pub holder_number: Option<i64>,
    pub deputy: String,
    pub came: String,
    pub left: String,
    pub is_chair: bool,
    pub is_president: bool,
    /// The marks of a slip, beside the items.
    pub votes: Vec<Option<Vote>>,
}

impl Command for Roll {
    const NAME: &'static str = "meetings.roll";
    type Output = Vec<RollLine>;
    fn run(self, desk: &Desk) -> Result<Vec<RollLine>> {
        desk.office()?.view(|view| lines(view, self.id))
    }
}

fn lines(view: &View, id: MeetingId) -> Result<Vec<RollLine>> {
    let known = Known::load(view, id)?;
    let names = Names::load(view, &known.meeting)?;
    let people = names.people();
    let held = known.hall(None).held();
    let vote = |voter: &Voter| known.items.iter().map(|item| known.votes(item.id)?.get(&voter.id).copied()).collect();
    let line = |voter: &Voter| {
        let (name, place) = names.of(voter, &people);
        RollLine {
            number: voter.number,
            name,
            detail: joined([place, names.address(voter, &people).to_owned()]),
            standing: voter.standing,
            standing_label: voter.standing.label().to_owned(),
            holder: voter.holder,
            holder_number: held.holder(voter).map(|holder| holder.number),
            deputy: voter.deputy.clone(),
            came: clock(voter.came_at),
            left: clock(voter.left_at),
            is_chair: voter.is_chair,
            is_president: voter.is_president,
            votes: vote(voter),
        }
    };
    Ok(known.voters.iter().map(line).collect())
}
