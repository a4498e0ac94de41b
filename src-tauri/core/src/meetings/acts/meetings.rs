//! Writing a meeting down, and the rules of 会則.

use chrono::NaiveTime;

use super::not_in_effect;
use super::reception::told_of_votes;
use super::years::follow_years;
use crate::file::Tx;
use crate::meetings::{Known, Meeting, MeetingId, MeetingKind, Opened, Part, Rules, listed, store, title_of};
use crate::{Error, Result};

/// Writes a meeting down: a new one, or an existing one whose version must be the one that was seen. Its rules stay those that
/// it was called by, and so does its roll.
pub fn save_meeting(tx: &Tx, meeting: &Meeting, is_new: bool) -> Result<MeetingId> {
    let (mut meeting, mut years) = (meeting.clone().with_its_parts(), String::new());
    let refused = |code, field: &str| Err(Error::refused(code).with("field", field));
    if meeting.number.is_some_and(|number| !(1..=9_999).contains(&number)) {
        return refused("meetings.number_out_of_range", "number");
    }
    if meeting.begins_at.zip(meeting.ends_at).is_some_and(|(begins, ends)| ends < begins) {
        return refused("meetings.times_reversed", "ends");
    }
    if meeting.notice_on.is_some_and(|notice| notice > meeting.held_on) {
        return refused("meetings.notice_after", "notice");
    }
    if meeting.slips_due_on.is_some_and(|due| due > meeting.held_on) {
        return refused("meetings.slips_due_after", "slips_due");
    }
    if meeting.agreed_on.is_some_and(|agreed| agreed > meeting.held_on) {
        return refused("meetings.agreed_after", "agreed");
    }
    if meeting.kind == MeetingKind::Committee && meeting.organisation_id.is_none() {
        return refused("meetings.body_missing", "organisation_id");
    }
    if is_new {
        meeting.rules = meeting.rules.checked()?;
    } else {
        let missing = || Error::refused("meetings.no_such_meeting");
        let stored = store::find_meeting(tx, meeting.id)?.ok_or_else(missing)?;
        if stored.version != meeting.version {
            return Err(Error::refused("meetings.changed_elsewhere"));
        }
        if stored.is_written != meeting.is_written {
            may_be_held_otherwise(tx, &stored)?;
        }
        (meeting.rules, meeting.voters_on) = (stored.rules.clone(), stored.voters_on);
        (meeting.opened, meeting.president_came) = (stored.opened, stored.president_came);
        years = follow_years(tx, stored, &meeting)?;
    }
    tx.say("meeting", title_of(tx, &meeting)?);
    tx.say("years", years);
    store::put_meeting(tx, &meeting)?;
    Ok(meeting.id)
}

/// Refuses to turn a meeting into one in writing, or back, over what was marked and counted: votes would count that no page
/// shows.
fn may_be_held_otherwise(tx: &Tx, stored: &Meeting) -> Result<()> {
    let known = Known::load(tx, stored.id)?;
    let voted = known.items.iter().filter(|item| item.ballot.is_some()).map(|item| item.title.as_str());
    let voted: Vec<&str> = voted.collect();
    if !voted.is_empty() {
        return Err(Error::refused("meetings.way_voted").with("titles", voted.join("」「")));
    }
    let in_room = known.voters.iter().filter(|voter| voter.standing.is_in_room()).map(|voter| voter.number);
    let in_room: Vec<i64> = in_room.collect();
    if in_room.is_empty() {
        return Ok(());
    }
    Err(Error::refused("meetings.way_marked").with("numbers", listed(&in_room)).with("count", in_room.len()))
}

/// Takes a meeting out, with its agenda, its roll, its votes and its guests; refused once its decisions took effect.
pub fn remove_meeting(tx: &Tx, id: MeetingId) -> Result<()> {
    let known = Known::load(tx, id)?;
    if !known.effects.is_empty() {
        return Err(Error::refused("meetings.meeting_in_effect").with("meeting", &known.title));
    }
    tx.say("meeting", &known.title);
    for item in &known.items {
        store::delete_item(tx, item.id)?;
    }
    store::delete_roll(tx, id)?;
    store::delete_meeting(tx, id)
}

/// 開会: keeps who takes part as 資格報告 is read out. Who comes later changes nothing of it; said again it is counted anew.
pub fn open_meeting(tx: &Tx, id: MeetingId, at: Option<NaiveTime>) -> Result<()> {
    let known = Known::load(tx, id)?;
    not_in_effect(&known)?;
    known.meeting.must_have(Part::Door)?;
    if known.voters.is_empty() {
        return Err(Error::refused("meetings.no_roll").with("meeting", &known.title));
    }
    tx.say("meeting", &known.title);
    store::set_opened(tx, id, Some(&Opened { there: known.attendance(at), with_result: false }))
}

/// Says whether 会長 is there who has no number on the roll: the proxies to 会長 count while it is so.
pub fn set_president_came(tx: &Tx, id: MeetingId, came: bool) -> Result<()> {
    let known = Known::load(tx, id)?;
    not_in_effect(&known)?;
    known.meeting.must_have(Part::Door)?;
    tx.say("meeting", &known.title);
    tx.say("is", if came { "います" } else { "いません" });
    store::set_president_came(tx, id, came)?;
    let again = told_of_votes(tx, &known)?;
    tx.say("again", again);
    Ok(())
}

/// Sets the rules of a kind of meeting. Meetings that were called before keep theirs.
pub fn set_rules(tx: &Tx, kind: MeetingKind, rules: Rules) -> Result<()> {
    tx.say("kind", if kind.is_general() { "総会" } else { kind.label() });
    store::put_rules(tx, kind, &rules.checked()?)
}
