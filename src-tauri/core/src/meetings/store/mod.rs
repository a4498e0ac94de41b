//! SQL of meetings.

mod agenda;
mod meetings;
mod voters;

pub use agenda::{
    Bylaws, bylaws, delete_item, effects, find_item, insert_bylaws, insert_effect, items, nominations, put_item,
    put_nominations, set_position,
};
pub use meetings::{find_meeting, meetings, put_meeting, put_rules, rules_of};
pub use voters::{delete_roll, insert_voter, put_votes, update_voter, voters, votes_by_item};
