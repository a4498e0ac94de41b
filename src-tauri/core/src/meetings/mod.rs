//! 総会・役員会・部会: who may vote ([`Voter`]), by which rules ([`Rules`]), on what ([`AgendaItem`]), and what came of it
//! ([`Decision`]). The roll and the slips are counted each
//! time, until a result is written down: it keeps what was counted ([`Counted`]).

pub mod acts;
mod agenda;
mod articles;
mod attendance;
mod bylaws;
mod counted;
pub mod facts;
mod guest;
mod hall;
mod known;
mod meeting;
mod numbers;
mod part;
mod result;
mod roll;
mod rules;
mod seating;
mod share;
pub mod store;
#[cfg(test)]
mod tests;
mod voter;
mod words;

pub use agenda::{AgendaItem, AgendaItemId, ItemKind, Lack, Matter, Nomination, NominationId, moved, number_labels};
pub use articles::{Pair, articles, compared};
pub use attendance::{Attendance, Held, Opened, Quorum};
pub use bylaws::{Bylaws, BylawsId, in_force, until};
pub use counted::Counted;
pub use guest::{Guest, GuestId};
pub use hall::{Hall, Voting};
pub use known::{Known, Names, joined, title_of};
pub use meeting::{Meeting, MeetingId, MeetingKind, Years};
pub use numbers::{listed, numbers};
pub use part::Part;
pub use result::{Ballot, Decision, Method, Outcome, SentIn, Split, Tally, decide};
pub use rules::{Base, ChairVote, Counting, Majority, RuleSet, Rules, SpecialMajority, Vote, VoteUnit};
pub use seating::{Seating, seated};
pub use share::{Bound, Share};
pub use voter::{Holder, Standing, Voter, VoterId};
pub use words::{
    Draws, awaits_approval, draft_mark, draws, on_notice, proposed, quorum_sentence, said_later, said_of_years,
    slip_choice, stays_voted, steps, term, vote_again,
};
