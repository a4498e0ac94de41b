//! 表決権者の名簿: who may vote in a meeting, once each, and how they take part. Names come from 名簿; the roll keeps who it is.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::MeetingId;
use crate::closed::closed_words;
use crate::id::Id;
use crate::roster::{HouseholdId, OrganisationId, PersonId};

/// Key of a voter.
pub type VoterId = Id<Voter>;

/// 出欠: how somebody takes part. One voter has one, so that nobody is counted twice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// まだ返事がない
    Open,
    /// 本人
    Present,
    /// 代理人
    Deputy,
    /// 委任状
    Proxy,
    /// 書面表決
    Written,
    /// 電磁的方法
    Electronic,
    /// 欠席
    Absent,
    /// 無効
    Invalid,
}
closed_words!(Standing {
    Open = "open",
    Present = "present",
    Deputy = "deputy",
    Proxy = "proxy",
    Written = "written",
    Electronic = "electronic",
    Absent = "absent",
    Invalid = "invalid",
});

impl Standing {
    /// As the desk at the door says it.
    pub fn label(self) -> &'static str {
        match self {
            Standing::Open => "まだ",
            Standing::Present => "本人",
            Standing::Deputy => "代理",
            Standing::Proxy => "委任",
            Standing::Written => "書面",
            Standing::Electronic => "電磁的",
            Standing::Absent => "欠席",
            Standing::Invalid => "無効",
        }
    }

    /// True for somebody who comes to the place.
    pub fn comes(self) -> bool {
        matches!(self, Standing::Present | Standing::Deputy)
    }

    /// True for what only a meeting in a room has: who comes, and whose vote somebody there holds.
    pub fn is_in_room(self) -> bool {
        self.comes() || self == Standing::Proxy
    }

    /// True for a vote that was sent in.
    pub fn is_sent_in(self) -> bool {
        matches!(self, Standing::Written | Standing::Electronic)
    }
}

/// 委任先
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// 議長
    Chair,
    /// 会長
    President,
    /// Another voter.
    Member,
    /// Not written.
    Blank,
}
closed_words!(Holder { Chair = "chair", President = "president", Member = "member", Blank = "blank" });

/// One line of the roll: one vote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Voter {
    /// Key.
    pub id: VoterId,
    /// The meeting.
    pub meeting_id: MeetingId,
    /// 番号, on the slips and in the roll.
    pub number: i64,
    /// The body that votes, or in which the household lives.
    pub organisation_id: Option<OrganisationId>,
    /// The household that votes.
    pub household_id: Option<HouseholdId>,
    /// Who votes: the person, the delegate of a body, the head of a household.
    pub person_id: Option<PersonId>,
    /// 出欠
    pub standing: Standing,
    /// 委任先, of a proxy.
    pub holder: Option<Holder>,
    /// The voter who holds the proxy.
    pub holder_id: Option<VoterId>,
    /// 代理人の氏名
    pub deputy: String,
    /// 遅れて来た時刻
    pub came_at: Option<NaiveTime>,
    /// 退席した時刻
    pub left_at: Option<NaiveTime>,
    /// 議長
    pub is_chair: bool,
    /// 会長
    pub is_president: bool,
    /// Place among the seats, where it was moved by hand.
    pub seat: Option<i64>,
    /// Raised by every change.
    pub version: i64,
}

impl Voter {
    /// A line of which nothing is known but its number.
    pub fn numbered(meeting_id: MeetingId, number: i64) -> Voter {
        Voter {
            id: VoterId::new(),
            meeting_id,
            number,
            organisation_id: None,
            household_id: None,
            person_id: None,
            standing: Standing::Open,
            holder: None,
            holder_id: None,
            deputy: String::new(),
            came_at: None,
            left_at: None,
            is_chair: false,
            is_president: false,
            seat: None,
            version: 1,
        }
    }

    /// True for one who comes out of 名簿; another is a number alone.
    pub fn is_of_roster(&self) -> bool {
        self.organisation_id.is_some() || self.household_id.is_some() || self.person_id.is_some()
    }

    /// True for somebody in the room at that time; without a time for all who came at all.
    pub fn is_there(&self, at: Option<NaiveTime>) -> bool {
        let within =
            |at: NaiveTime| self.came_at.is_none_or(|came| came <= at) && self.left_at.is_none_or(|left| left > at);
        self.standing.comes() && at.is_none_or(within)
    }
}
