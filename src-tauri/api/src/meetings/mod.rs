//! 会議: the year's list, one meeting with its agenda, its roll and its results, and the rules of 会則.

mod agenda;
mod booklet;
mod bylaws;
mod day;
mod file;
mod filed;
mod grant_change;
mod guests;
mod item;
mod list;
mod meeting;
mod put_out;
mod reception;
mod results;
mod roll;
mod rules;
mod save;
mod tags;
mod voters;

pub use agenda::{AddUsualItems, MoveItem, PutNominations, RemoveItem, SaveItem};
pub use booklet::{Booklet, PutOutBooklet};
pub use bylaws::{BylawsOn, PutOutBylaws, RemoveBylaws, SaveBylaws};
pub use day::DayOfMeeting;
pub use file::{MeetingFile, PutOutNamed};
pub use guests::{Guests, MoveSeat, PutGuests, PutSeating, SeatByRoll};
pub use list::ListMeetings;
pub use meeting::MeetingById;
pub use put_out::PutOutMeeting;
pub use reception::{Mark, OpenMeeting, PresidentCame, Seat, TakeRoll, WriteVotes};
pub use results::{RecordResult, TakeEffect};
pub use roll::Roll;
pub use rules::{FollowRules, MeetingRules, SetRules};
pub use save::{RemoveMeeting, SaveMeeting};
pub use tags::PutOutTags;
pub use voters::{AddVoter, RemoveVoter};

use crate::labels::time as clock;
