//! Taking the roll of a meeting.

use chrono::NaiveDate;

use super::not_in_effect;
use crate::file::Tx;
use crate::meetings::known::roster_on;
use crate::meetings::{Known, Meeting, MeetingId, Standing, Voter, roll, store};
use crate::{Error, Result};

/// More lines are a slip of the finger.
const MOST_VOTERS: i64 = 20_000;

/// Where the roll comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// 名簿 as of a day.
    Roster(NaiveDate),
    /// Numbers alone, as a council has them that keeps its list elsewhere.
    Numbers(i64),
}

/// Takes the roll, in place of one that nobody was marked on yet. How many may vote.
pub fn take_roll(tx: &Tx, id: MeetingId, source: Source) -> Result<usize> {
    let known = Known::load(tx, id)?;
    not_in_effect(&known)?;
    if known.voters.iter().any(|voter| voter.standing != Standing::Open) {
        return Err(Error::refused("meetings.roll_in_use").with("meeting", &known.title));
    }
    let (voters_on, voters) = match source {
        Source::Roster(day) => (day, roll::roll(&roster_on(tx, day)?, &known.meeting)),
        Source::Numbers(count) if (1..=MOST_VOTERS).contains(&count) => {
            (known.meeting.held_on, (1..=count).map(|number| Voter::numbered(id, number)).collect())
        }
        Source::Numbers(_) => return Err(Error::refused("meetings.voters_out_of_range").with("field", "count")),
    };
    if voters.is_empty() {
        return Err(Error::refused("meetings.nobody_votes").with("meeting", &known.title));
    }
    store::delete_roll(tx, id)?;
    for voter in &voters {
        store::insert_voter(tx, voter)?;
    }
    store::put_meeting(tx, &Meeting { voters_on: Some(voters_on), opened: None, ..known.meeting })?;
    tx.say("meeting", known.title);
    tx.say("count", voters.len());
    Ok(voters.len())
}
