//! 来賓 and 席次 of a meeting.

use office::file::View;
use office::meetings::{Guest, GuestId, Known, MeetingId, Names, Part, Seating, acts, seated, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, typed};

/// The guests of a meeting, and who sits where.
#[derive(Debug, Deserialize, TS)]
pub struct Guests {
    #[ts(type = "string")]
    pub id: MeetingId,
}

/// The guests of a meeting, and who sits where.
#[derive(Debug, Serialize, TS)]
pub struct GuestsShown {
    pub title: String,
    /// False where nobody comes: there are neither guests nor seats.
    pub has_seats: bool,
    pub guests: Vec<GuestDraft>,
    /// Those of the last general meeting that had any, to begin with.
    pub before: Vec<GuestDraft>,
    pub seating: SeatingDraft,
    pub is_seating_set: bool,
    /// 役員 may sit in front: it is a general meeting.
    pub has_front: bool,
    /// Seats in their order; the names stand beside their numbers in the roll.
    pub seats: Vec<SeatShown>,
}

/// A guest as typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GuestDraft {
    #[ts(type = "string | null")]
    pub id: Option<GuestId>,
    pub body: String,
    pub office: String,
    pub name: String,
    pub greets: bool,
}

/// How the seats stand, as typed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SeatingDraft {
    pub rows: String,
    pub columns: String,
    pub officers_in_front: bool,
}

/// Somebody on a seat.
#[derive(Debug, Serialize, TS)]
pub struct SeatShown {
    #[ts(type = "number")]
    pub number: i64,
    pub name: String,
    pub detail: String,
}

impl Command for Guests {
    const NAME: &'static str = "meetings.guests";
    type Output = GuestsShown;
    fn run(self, desk: &Desk) -> Result<GuestsShown> {
        desk.office()?.view(|view| shown(view, self.id))
    }
}

fn shown(view: &View, id: MeetingId) -> Result<GuestsShown> {
    let known = Known::load(view, id)?;
    let names = Names::load(view, &known.meeting)?;
    let seating = store::seating(view, id)?;
    let (people, in_front) = (names.people(), names.in_front(&known.meeting, seating.as_ref()));
    let seat = |voter: &&office::meetings::Voter| {
        let (name, detail) = names.of(voter, &people);
        SeatShown { number: voter.number, name, detail }
    };
    let guests = store::guests(view, id)?;
    let before = if guests.is_empty() { store::guests_before(view, &known.meeting)? } else { Vec::new() };
    Ok(GuestsShown {
        has_seats: known.meeting.has(Part::Seats),
        has_front: known.meeting.kind.is_general(),
        seats: seated(&known.voters, &in_front).iter().map(seat).collect(),
        guests: guests.into_iter().map(|guest| GuestDraft { id: Some(guest.id), ..drafted(guest) }).collect(),
        before: before.into_iter().map(drafted).collect(),
        is_seating_set: seating.is_some(),
        seating: SeatingDraft {
            rows: seating.map_or(String::new(), |seating| seating.rows.to_string()),
            columns: seating.map_or(String::new(), |seating| seating.columns.to_string()),
            officers_in_front: seating.is_some_and(|seating| seating.officers_in_front),
        },
        title: known.title,
    })
}

/// A guest to begin with: somebody new.
fn drafted(guest: Guest) -> GuestDraft {
    GuestDraft { id: None, body: guest.body, office: guest.office, name: guest.name, greets: guest.greets }
}

/// Writes the guests of a meeting in their order.
#[derive(Debug, Deserialize, TS)]
pub struct PutGuests {
    #[ts(type = "string")]
    pub id: MeetingId,
    pub guests: Vec<GuestDraft>,
}

impl Command for PutGuests {
    const NAME: &'static str = "meetings.put_guests";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let guest = |(position, draft): (i64, GuestDraft)| Guest {
            id: draft.id.unwrap_or_else(GuestId::new),
            meeting_id: self.id,
            position,
            body: draft.body.trim().to_owned(),
            office: draft.office.trim().to_owned(),
            name: draft.name.trim().to_owned(),
            greets: draft.greets,
        };
        let all: Vec<Guest> = (1..).zip(self.guests).map(guest).collect();
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::put_guests(tx, self.id, &all))?.into())
    }
}

/// Says how the seats of a meeting stand.
#[derive(Debug, Deserialize, TS)]
pub struct PutSeating {
    #[ts(type = "string")]
    pub id: MeetingId,
    pub seating: SeatingDraft,
}

impl Command for PutSeating {
    const NAME: &'static str = "meetings.put_seating";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let asked = |typed: &str, field: &str| -> Result<i64> {
            let missing = || Error::refused("meetings.seats_missing").with("field", field);
            typed::count(typed, field)?.0.ok_or_else(missing)
        };
        let seating = Seating {
            meeting_id: self.id,
            rows: asked(&self.seating.rows, "rows")?,
            columns: asked(&self.seating.columns, "columns")?,
            officers_in_front: self.seating.officers_in_front,
            version: 0,
        };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::put_seating(tx, &seating))?.into())
    }
}

/// Moves the voter of a number to another seat, from 1.
#[derive(Debug, Deserialize, TS)]
pub struct MoveSeat {
    #[ts(type = "string")]
    pub id: MeetingId,
    #[ts(type = "number")]
    pub number: i64,
    pub to: usize,
}

impl Command for MoveSeat {
    const NAME: &'static str = "meetings.move_seat";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let put = |tx: &office::file::Tx| acts::move_seat(tx, self.id, self.number, self.to);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, put)?.into())
    }
}

/// Gives everybody the seat that follows from the roll.
#[derive(Debug, Deserialize, TS)]
pub struct SeatByRoll {
    #[ts(type = "string")]
    pub id: MeetingId,
}

impl Command for SeatByRoll {
    const NAME: &'static str = "meetings.seat_by_roll";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::seat_by_roll(tx, self.id))?.into())
    }
}
