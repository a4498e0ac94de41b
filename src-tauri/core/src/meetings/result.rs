//! 採決: votes counted by the way they were given, and what the rules make of them.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AgendaItem, Base, ChairVote, Counted, Hall, Majority, Vote, VoterId};
use crate::closed::closed_words;
use crate::{Error, Result};

/// 採決の方法
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// 異議なし
    NoObjection,
    /// 拍手
    Applause,
    /// 挙手
    Hands,
    /// 起立
    Rising,
    /// 投票
    Paper,
    /// 書面のみ
    Written,
}
closed_words!(Method {
    NoObjection = "no_objection",
    Applause = "applause",
    Hands = "hands",
    Rising = "rising",
    Paper = "paper",
    Written = "written",
});

/// 賛・否・棄権
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Split {
    /// 賛成
    #[ts(type = "number")]
    pub yes: i64,
    /// 反対
    #[ts(type = "number")]
    pub no: i64,
    /// 棄権
    #[ts(type = "number")]
    pub abstain: i64,
}

impl Split {
    /// All of them in favour.
    pub fn all(yes: i64) -> Split {
        Split { yes, ..Split::default() }
    }

    /// All votes.
    pub fn sum(self) -> i64 {
        self.yes + self.no + self.abstain
    }

    /// Refuses what does not add up to those who voted.
    pub fn checked(self, code: &'static str, field: &'static str, voting: i64) -> Result<Split> {
        let is_negative = self.yes < 0 || self.no < 0 || self.abstain < 0;
        if !is_negative && self.sum() == voting {
            return Ok(self);
        }
        let refused = Error::refused(code).with("field", field);
        Err(refused.with("sum", self.sum()).with("voting", voting).with("difference", (self.sum() - voting).abs()))
    }
}

/// What was counted at one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Ballot {
    /// 採決の方法
    pub method: Method,
    /// Those in the room; none where all agreed and nobody counted.
    pub present: Option<Split>,
    /// The proxies, as their holders voted; none where all agreed.
    pub proxies: Option<Split>,
    /// 議長の決裁 of a tie.
    pub casting: Option<Vote>,
}

/// Votes by the way they were given; the ways are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Tally {
    /// 出席者
    pub present: Split,
    /// 委任状
    pub proxies: Split,
    /// 書面表決
    pub written: Split,
    /// 電磁的方法
    pub electronic: Split,
}

impl Tally {
    /// The ways in the order in which papers name them.
    pub fn ways(&self) -> [Split; 4] {
        [self.present, self.proxies, self.written, self.electronic]
    }

    /// All votes together.
    pub fn all(&self) -> Split {
        let add = |a: Split, b: Split| Split { yes: a.yes + b.yes, no: a.no + b.no, abstain: a.abstain + b.abstain };
        self.ways().into_iter().fold(Split::default(), add)
    }
}

/// 結果
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Not voted on yet.
    Open,
    /// A report: nothing to decide.
    Told,
    /// 可決
    Approved,
    /// 否決
    Rejected,
    /// 可否同数: the chair has to decide.
    Tie,
    /// The meeting has no quorum: nothing is decided.
    NoQuorum,
}

impl Outcome {
    /// As lists and minutes say it.
    pub fn label(self) -> &'static str {
        match self {
            Outcome::Open => "これから",
            Outcome::Told => "報告",
            Outcome::Approved => "可決",
            Outcome::Rejected => "否決",
            Outcome::Tie => "可否同数",
            Outcome::NoQuorum => "定足数に足りない",
        }
    }
}

/// What the rules make of an item's votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    /// 結果
    pub outcome: Outcome,
    /// The votes.
    pub tally: Tally,
    /// Of how many the majority is taken.
    pub base: i64,
    /// How many votes in favour it takes.
    pub needed: i64,
    /// Which majority that is.
    pub majority: Majority,
    /// The chair decided a tie.
    pub by_chair: bool,
    /// All members agreed to the matter itself in writing.
    pub by_consent: bool,
}

/// The votes that were sent in for one item, by voter.
pub type SentIn = HashMap<VoterId, Vote>;

/// What the rules make of an item: of what was counted when its result was written down. `sent_in` holds the votes of its slips,
/// for a result of which nothing was kept, as results were written down first: it is counted each time.
pub fn decide(item: &AgendaItem, hall: Hall, sent_in: &SentIn) -> Decision {
    let (rules, majority) = (hall.rules, hall.rules.majority(item.matter));
    let Some(ballot) = item.ballot else {
        let outcome = if item.is_voted_on() { Outcome::Open } else { Outcome::Told };
        let base = if majority.base == Base::All { hall.voters.len() as i64 } else { 0 };
        return Decision::of(outcome, Tally::default(), base, majority);
    };
    let counted = item.counted.unwrap_or_else(|| Counted::of(ballot, item.matter, hall, sent_in));
    let all = counted.tally.all();
    let base = match majority.base {
        Base::All => counted.there.total,
        Base::Present => all.sum(),
        Base::Cast => all.yes + all.no,
    };
    let decision = Decision::of(Outcome::NoQuorum, counted.tally, base, majority);
    if !counted.there.quorum(rules).is_met {
        return decision;
    }
    let is_tie = all.yes == all.no && all.yes > 0 && majority.share.is_simple() && majority.base != Base::All;
    let (outcome, by_chair) = match (all.yes >= decision.needed.max(1), is_tie && rules.chair != ChairVote::AsMember) {
        (true, _) => (Outcome::Approved, false),
        (false, false) => (Outcome::Rejected, false),
        (false, true) => match ballot.casting {
            Some(Vote::Yes) => (Outcome::Approved, true),
            Some(Vote::No) => (Outcome::Rejected, true),
            Some(Vote::Abstain) | None => (Outcome::Tie, false),
        },
    };
    Decision { outcome, by_chair, ..decision }
}

impl Decision {
    fn of(outcome: Outcome, tally: Tally, base: i64, majority: Majority) -> Decision {
        let needed = majority.share.needed(base);
        Decision { outcome, tally, base, needed, majority, by_chair: false, by_consent: false }
    }
}
