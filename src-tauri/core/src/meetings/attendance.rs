//! 出席: what the roll adds up to at a moment, each kind apart, and whether that makes a meeting.

use std::collections::HashMap;

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Hall, Holder, Rules, Standing, Voter, VoterId};

/// How the voters of a meeting take part; every voter is in exactly one of the numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Attendance {
    /// 総数
    #[ts(type = "number")]
    pub total: i64,
    /// 本人の出席
    #[ts(type = "number")]
    pub present: i64,
    /// 代理人の出席
    #[ts(type = "number")]
    pub deputies: i64,
    /// 委任状 that count.
    #[ts(type = "number")]
    pub proxies: i64,
    /// 委任状 whose holder is not there.
    #[ts(type = "number")]
    pub lapsed: i64,
    /// 書面表決
    #[ts(type = "number")]
    pub written: i64,
    /// 電磁的方法
    #[ts(type = "number")]
    pub electronic: i64,
    /// Not yet there, or gone already.
    #[ts(type = "number")]
    pub away: i64,
    /// 欠席
    #[ts(type = "number")]
    pub absent: i64,
    /// 無効
    #[ts(type = "number")]
    pub invalid: i64,
    /// No answer yet.
    #[ts(type = "number")]
    pub open: i64,
}

/// 開会: who took part, and how that was written down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Opened {
    /// Who took part.
    #[serde(flatten)]
    pub there: Attendance,
    /// Nobody said it: it was counted with the first result, and goes with the last one.
    #[serde(default)]
    pub with_result: bool,
}

impl Attendance {
    /// The roll at a time; without a time everybody who came at all counts.
    pub(super) fn of(hall: Hall) -> Attendance {
        let held = hall.held();
        let mut found = Attendance { total: hall.voters.len() as i64, ..Attendance::default() };
        for voter in hall.voters {
            let number = match voter.standing {
                Standing::Present | Standing::Deputy if !voter.is_there(hall.at) => &mut found.away,
                Standing::Present => &mut found.present,
                Standing::Deputy => &mut found.deputies,
                Standing::Proxy if held.counts(voter) => &mut found.proxies,
                Standing::Proxy => &mut found.lapsed,
                Standing::Written => &mut found.written,
                Standing::Electronic => &mut found.electronic,
                Standing::Absent => &mut found.absent,
                Standing::Invalid => &mut found.invalid,
                Standing::Open => &mut found.open,
            };
            *number += 1;
        }
        found
    }

    /// The numbers that a rule may let count, with their ways.
    pub fn ways(&self, rules: &Rules) -> [(Standing, i64, bool); 5] {
        [
            (Standing::Present, self.present, true),
            (Standing::Deputy, self.deputies, rules.deputies.for_quorum),
            (Standing::Proxy, self.proxies, rules.proxies.for_quorum),
            (Standing::Written, self.written, rules.written.for_quorum),
            (Standing::Electronic, self.electronic, rules.electronic.for_quorum),
        ]
    }

    /// The slips that came in and may make a meeting: 委任状 whether or not their holder is there yet.
    pub(super) fn slips(&self, rules: &Rules) -> Vec<(Standing, i64)> {
        let came = |way: Standing, held: i64| if way == Standing::Proxy { held + self.lapsed } else { held };
        let slips = self
            .ways(rules)
            .into_iter()
            .filter(|(way, _, counts)| (way.is_sent_in() || *way == Standing::Proxy) && *counts);
        slips.map(|(way, held, _)| (way, came(way, held))).collect()
    }

    /// Whether it makes a meeting.
    pub fn quorum(&self, rules: &Rules) -> Quorum {
        let counted = self.ways(rules).into_iter().filter(|(.., counts)| *counts).map(|(_, number, _)| number).sum();
        let needed = rules.quorum.needed(self.total);
        Quorum { needed, counted, is_met: counted >= needed.max(1) }
    }
}

/// 定足数
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
pub struct Quorum {
    /// How many it takes.
    #[ts(type = "number")]
    pub needed: i64,
    /// How many there are.
    #[ts(type = "number")]
    pub counted: i64,
    /// 成立
    pub is_met: bool,
}

/// Which proxies have somebody to hold them.
pub struct Held<'a> {
    by_id: HashMap<VoterId, &'a Voter>,
    blank_counts: bool,
    president_is_there: bool,
    at: Option<NaiveTime>,
}

impl<'a> Held<'a> {
    /// Of a roll at a time. 会長 who is on the roll is there as a voter is; of one who is not it was said.
    pub(super) fn of(hall: Hall<'a>) -> Held<'a> {
        let president = hall.voters.iter().find(|voter| voter.is_president);
        Held {
            by_id: hall.voters.iter().map(|voter| (voter.id, voter)).collect(),
            blank_counts: hall.rules.blank_goes_to_chair,
            president_is_there: president.map_or(hall.president_came, |voter| voter.is_there(hall.at)),
            at: hall.at,
        }
    }

    /// True for a proxy whose holder is in the room. Somebody always has the chair.
    pub fn counts(&self, voter: &Voter) -> bool {
        match voter.holder {
            Some(Holder::Chair) => true,
            Some(Holder::President) => self.president_is_there,
            Some(Holder::Blank) | None => self.blank_counts,
            Some(Holder::Member) => self.holder(voter).is_some_and(|holder| holder.is_there(self.at)),
        }
    }

    /// The voter who holds a proxy.
    pub fn holder(&self, voter: &Voter) -> Option<&'a Voter> {
        voter.holder_id.and_then(|id| self.by_id.get(&id).copied())
    }
}
