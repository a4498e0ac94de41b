//! 総会・役員会・部会: who may vote ([`Voter`]), by which rules ([`Rules`]), on what ([`AgendaItem`]), and what came of it
//! ([`Decision`]). Balances of votes are stored nowhere: the roll and the slips are counted each time.

pub mod acts;
mod agenda;
mod articles;
mod attendance;
mod bylaws;
pub mod facts;
mod guest;
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
pub use attendance::{Attendance, Held, Quorum};
pub use bylaws::{Bylaws, BylawsId, in_force, until};
pub use guest::{Guest, GuestId};
pub use known::{Known, Names, joined, title_of};
pub use meeting::{Meeting, MeetingId, MeetingKind};
pub use numbers::{listed, numbers};
pub use part::Part;
pub use result::{Ballot, Decision, Method, Outcome, SentIn, Split, Tally, Voting, decide};
pub use rules::{Base, ChairVote, Counting, Majority, RuleSet, Rules, SpecialMajority, Vote, VoteUnit};
pub use seating::{Seating, seated};
pub use share::{Bound, Share};
pub use voter::{Holder, Standing, Voter, VoterId};
pub use words::{Draws, draft_mark, draws, on_notice, proposed, quorum_sentence, slip_choice, steps, term, vote_again};
