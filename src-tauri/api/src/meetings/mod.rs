//! 会議: the year's list, one meeting with its agenda, its roll and its results, and the rules of 会則.

mod agenda;
mod list;
mod meeting;
mod put_out;
mod reception;
mod results;
mod roll;
mod rules;

pub use agenda::{AddUsualItems, MoveItem, PutNominations, RemoveItem, SaveItem};
pub use list::ListMeetings;
pub use meeting::{MeetingById, SaveMeeting};
pub use put_out::PutOutMeeting;
pub use reception::{Mark, Seat, TakeRoll, WriteVotes};
pub use results::{RecordResult, TakeEffect};
pub use roll::Roll;
pub use rules::{MeetingRules, SetRules};

use chrono::{NaiveTime, Timelike};

/// 14:30; empty where it is not known.
fn clock(at: Option<NaiveTime>) -> String {
    at.map_or(String::new(), |at| format!("{}:{:02}", at.hour(), at.minute()))
}
