//! The hall: who is where at a moment, by the rules of the meeting.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Attendance, Base, ChairVote, Held, Matter, Rules, Standing, Voter};

/// A roll at a moment.
#[derive(Debug, Clone, Copy)]
pub struct Hall<'a> {
    /// The roll.
    pub voters: &'a [Voter],
    /// 会則の決まり of the meeting.
    pub rules: &'a Rules,
    /// When; none for everybody who came at all.
    pub at: Option<NaiveTime>,
    /// 会長 is there, who has no number on the roll.
    pub president_came: bool,
}

/// Who votes at an item, by the way they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Voting {
    /// Those in the room, without a chair who votes only on a tie.
    #[ts(type = "number")]
    pub present: i64,
    /// Proxies that count.
    #[ts(type = "number")]
    pub proxies: i64,
    /// The chair is there, and is not among those present.
    pub chair_apart: bool,
}

impl<'a> Hall<'a> {
    /// Of a roll on which everybody who is there has a number.
    pub fn new(voters: &'a [Voter], rules: &'a Rules, at: Option<NaiveTime>) -> Hall<'a> {
        Hall { voters, rules, at, president_came: false }
    }

    /// How everybody takes part.
    pub fn attendance(self) -> Attendance {
        Attendance::of(self)
    }

    /// Which proxies have somebody to hold them.
    pub fn held(self) -> Held<'a> {
        Held::of(self)
    }

    /// Who votes on a matter.
    pub fn voting(self, matter: Matter) -> Voting {
        let (rules, held) = (self.rules, self.held());
        let is_apart = |voter: &&Voter| voter.is_there(self.at) && sits_out(voter, rules, matter);
        let votes = |voter: &&Voter| {
            voter.is_there(self.at)
                && !is_apart(voter)
                && (voter.standing == Standing::Present || rules.deputies.for_vote)
        };
        let is_held = |voter: &&Voter| voter.standing == Standing::Proxy && held.counts(voter);
        let proxies = if rules.proxies.for_vote { self.voters.iter().filter(is_held).count() } else { 0 };
        let present = self.voters.iter().filter(votes).count();
        let chair_apart = self.voters.iter().any(|voter| is_apart(&voter));
        Voting { present: present as i64, proxies: proxies as i64, chair_apart }
    }
}

/// True for a chair who votes only on a tie. Where the majority is of all who may vote no tie is decided by anybody: the chair is
/// one of all, and has a vote as they have.
fn sits_out(voter: &Voter, rules: &Rules, matter: Matter) -> bool {
    voter.is_chair && rules.chair == ChairVote::OnTie && rules.majority(matter).base != Base::All
}
