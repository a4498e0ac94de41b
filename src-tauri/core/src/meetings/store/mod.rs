//! SQL of meetings.

mod agenda;
mod bylaws;
mod guests;
mod json;
mod meetings;
mod voters;

pub use agenda::{
    delete_item, effects, find_item, insert_effect, items, nominations, put_item, put_nominations, set_position,
};
pub use bylaws::{bylaws, bylaws_before, delete_bylaws, put_bylaws};
pub use guests::{delete_guest, guests, guests_before, put_guest, put_seating, seating, set_seat};
pub use meetings::{
    all_meetings, delete_meeting, find_meeting, meetings, put_meeting, put_rules, rules_of, set_opened,
    set_president_came,
};
pub use voters::{delete_roll, delete_voter, insert_voter, put_votes, update_voter, voters, votes_by_item};
