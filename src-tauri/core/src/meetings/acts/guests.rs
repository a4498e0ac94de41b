//! 来賓 and 席次.

use std::collections::HashSet;

use crate::file::Tx;
use crate::meetings::{Guest, GuestId, Known, MeetingId, Names, Part, Seating, VoterId, moved, seated, store};
use crate::{Error, Result};

/// More rows or seats beside each other are a slip of the finger, or fit on no paper.
const MOST_ROWS: i64 = 60;
const MOST_COLUMNS: i64 = 12;

/// Writes the guests of a meeting in their order; those who are not among them are no guests any more. A line without a name
/// and a body is refused.
pub fn put_guests(tx: &Tx, id: MeetingId, all: &[Guest]) -> Result<()> {
    let known = with_seats(tx, id)?;
    if let Some(at) = all.iter().position(|guest| guest.name.trim().is_empty() && guest.body.trim().is_empty()) {
        return Err(Error::refused("meetings.guest_missing").with("field", format!("name {at}")));
    }
    let kept: HashSet<GuestId> = all.iter().map(|guest| guest.id).collect();
    for gone in store::guests(tx, id)?.iter().filter(|guest| !kept.contains(&guest.id)) {
        store::delete_guest(tx, gone)?;
    }
    for (position, guest) in (1_i64..).zip(all) {
        store::put_guest(tx, &Guest { position, meeting_id: id, ..guest.clone() })?;
    }
    tx.say("meeting", known.title);
    tx.say("count", all.len());
    Ok(())
}

/// Says how the seats of a meeting stand; fewer seats than people are refused.
pub fn put_seating(tx: &Tx, new: &Seating) -> Result<()> {
    let known = with_seats(tx, new.meeting_id)?;
    let out_of = |number: i64, most: i64| !(1..=most).contains(&number);
    if out_of(new.rows, MOST_ROWS) || out_of(new.columns, MOST_COLUMNS) {
        let refused = Error::refused("meetings.seats_out_of_range").with("field", "rows");
        return Err(refused.with("rows", MOST_ROWS).with("columns", MOST_COLUMNS));
    }
    let people = seats(tx, &known, Some(new))?.len() as i64;
    if people > new.seats() {
        let refused = Error::refused("meetings.too_few_seats").with("field", "rows");
        return Err(refused.with("seats", new.seats()).with("people", people).with("missing", people - new.seats()));
    }
    tx.say("meeting", known.title);
    tx.say("rows", new.rows);
    tx.say("columns", new.columns);
    store::put_seating(tx, new)
}

/// Moves the voter of a number to another seat, from 1; the others close up.
pub fn move_seat(tx: &Tx, id: MeetingId, number: i64, to: usize) -> Result<()> {
    let known = with_seats(tx, id)?;
    let seats = seats(tx, &known, store::seating(tx, id)?.as_ref())?;
    let chosen = known.voters.iter().find(|voter| voter.number == number && seats.contains(&voter.id));
    let chosen = chosen.ok_or_else(|| Error::refused("meetings.no_such_seat").with("number", number))?;
    let order = moved(seats, chosen.id, to);
    let place = order.iter().position(|voter| *voter == chosen.id).unwrap_or_default();
    for (seat, voter) in (1_i64..).zip(order) {
        store::set_seat(tx, voter, Some(seat))?;
    }
    tx.say("number", number);
    tx.say("place", place + 1);
    Ok(())
}

/// Gives everybody the seat that follows from the roll.
pub fn seat_by_roll(tx: &Tx, id: MeetingId) -> Result<()> {
    let known = with_seats(tx, id)?;
    for voter in &known.voters {
        store::set_seat(tx, voter.id, None)?;
    }
    tx.say("meeting", known.title);
    Ok(())
}

/// A meeting at which people come together; another has neither guests nor seats.
fn with_seats(tx: &Tx, id: MeetingId) -> Result<Known> {
    let known = Known::load(tx, id)?;
    known.meeting.must_have(Part::Seats)?;
    Ok(known)
}

/// Those who sit among the others, in the order of their seats.
fn seats(tx: &Tx, known: &Known, seating: Option<&Seating>) -> Result<Vec<VoterId>> {
    let in_front = Names::load(tx, &known.meeting)?.in_front(&known.meeting, seating);
    Ok(seated(&known.voters, &in_front).iter().map(|voter| voter.id).collect())
}
