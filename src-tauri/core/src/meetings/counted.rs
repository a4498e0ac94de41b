//! What was counted at a vote. It is kept with its result: who is marked at the door afterwards changes nothing of it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Attendance, Ballot, Hall, Matter, Rules, SentIn, Split, Standing, Tally, Vote, Voting};

/// What was counted, and of whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Counted {
    /// The votes by the way they were given.
    pub tally: Tally,
    /// Those in the room who voted, and the proxies.
    pub voting: Voting,
    /// Who took part in the meeting then.
    pub there: Attendance,
    /// Everybody on the roll said yes in writing.
    pub all_agree: bool,
}

impl Counted {
    /// The votes of a ballot; those who were not counted agreed. A slip without a mark is what the rules say.
    pub fn of(ballot: Ballot, matter: Matter, hall: Hall, sent_in: &SentIn) -> Counted {
        let (rules, voting) = (hall.rules, hall.voting(matter));
        let slips = |standing: Standing, counts: bool| {
            let mut found = Split::default();
            for voter in hall.voters.iter().filter(|voter| counts && voter.standing == standing) {
                match sent_in.get(&voter.id).copied().unwrap_or(rules.unmarked) {
                    Vote::Yes => found.yes += 1,
                    Vote::No => found.no += 1,
                    Vote::Abstain => found.abstain += 1,
                }
            }
            found
        };
        let tally = Tally {
            present: ballot.present.unwrap_or(Split::all(voting.present)),
            proxies: ballot.proxies.unwrap_or(Split::all(voting.proxies)),
            written: slips(Standing::Written, rules.written.for_vote),
            electronic: slips(Standing::Electronic, rules.electronic.for_vote),
        };
        let says_yes = |voter: &super::Voter| voter.standing.is_sent_in() && sent_in.get(&voter.id) == Some(&Vote::Yes);
        let all_agree = !hall.voters.is_empty() && hall.voters.iter().all(says_yes);
        Counted { tally, voting, there: hall.attendance(), all_agree }
    }

    /// True where the same vote would be counted otherwise now.
    pub fn differs(&self, now: &Counted, rules: &Rules) -> bool {
        let told = |one: &Counted| (one.tally, one.voting, one.there.total, one.there.quorum(rules));
        told(self) != told(now)
    }
}
