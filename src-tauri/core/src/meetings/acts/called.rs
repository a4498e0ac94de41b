//! The rules by which a meeting was called.

use super::not_voted_on;
use super::roll::{Source, take_roll};
use crate::file::Tx;
use crate::meetings::{Known, Meeting, MeetingId, Rules, Standing, Voter, store, term};
use crate::{Error, Result};

/// Lets a meeting follow the rules as they are now. Where other voters follow from them the roll is taken anew of the same day;
/// refused once somebody is marked on it, or something was voted on.
pub fn follow_rules(tx: &Tx, id: MeetingId, rules: Rules) -> Result<()> {
    let known = Known::load(tx, id)?;
    not_voted_on(&known)?;
    let before = &known.meeting.rules;
    let are_others = (before.unit, &before.also_vote) != (rules.unit, &rules.also_vote);
    let takes_anew = are_others && known.voters.iter().any(Voter::is_of_roster);
    if takes_anew && known.voters.iter().any(|voter| voter.standing != Standing::Open) {
        return Err(Error::refused("meetings.rules_in_use").with("meeting", &known.title));
    }
    store::put_meeting(tx, &Meeting { rules: rules.checked()?, opened: None, ..known.meeting.clone() })?;
    if takes_anew {
        take_roll(tx, id, Source::Roster(known.meeting.voters_on.unwrap_or(known.meeting.held_on)))?;
    }
    tx.say("meeting", known.title);
    tx.say("anew", if takes_anew { term("roll_anew") } else { "" });
    Ok(())
}
