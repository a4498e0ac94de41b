//! What the secretary does with meetings.

mod agenda;
mod bylaws;
mod called;
mod effects;
mod guests;
mod meetings;
mod reception;
mod results;
mod roll;
mod voters;
mod years;

pub use agenda::{add_usual_items, move_item, put_nominations, remove_item, save_item};
pub use bylaws::{remove_bylaws, save_bylaws};
pub use called::follow_rules;
pub use effects::{is_due, take_effect};
pub use guests::{move_seat, put_guests, put_seating, seat_by_roll};
pub use meetings::{open_meeting, remove_meeting, save_meeting, set_president_came, set_rules};
pub use reception::{Mark, Seat, mark, seat, write_votes};
pub use results::record_result;
pub use roll::{Source, take_roll};
pub use voters::{NewVoter, add_voter, remove_voter};

use rusqlite::Connection;

use super::{AgendaItem, AgendaItemId, Known, store};
use crate::{Error, Result};

fn item(conn: &Connection, id: AgendaItemId) -> Result<AgendaItem> {
    store::find_item(conn, id)?.ok_or_else(|| Error::refused("meetings.no_such_item"))
}

/// Refuses to change what decisions in force rest on.
fn not_in_effect(known: &Known) -> Result<()> {
    if known.effects.is_empty() {
        Ok(())
    } else {
        Err(Error::refused("meetings.in_effect").with("meeting", &known.title))
    }
}

/// Refuses to change of whom votes were counted, or by which rules.
fn not_voted_on(known: &Known) -> Result<()> {
    not_in_effect(known)?;
    let voted = known.items.iter().filter(|item| item.ballot.is_some()).map(|item| item.title.as_str());
    let voted: Vec<&str> = voted.collect();
    if voted.is_empty() {
        return Ok(());
    }
    Err(Error::refused("meetings.roll_voted").with("titles", voted.join("」「")))
}
