//! 会則の決まり: who votes, what makes a meeting and what decides, as data. They come from the city's profile or from the
//! office's own page; a meeting keeps those that were in force when it was called.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Matter, MeetingKind, Share};
use crate::closed::closed_words;
use crate::council::LegalForm;
use crate::roster::Side;
use crate::{Error, Result};

/// 表決権の単位
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum VoteUnit {
    /// 世帯
    Household,
    /// 団体, by its delegate
    Body,
    /// 個人
    Individual,
}

impl VoteUnit {
    /// What votes are counted in.
    pub fn counter(self) -> &'static str {
        match self {
            VoteUnit::Household => "世帯",
            VoteUnit::Body => "団体",
            VoteUnit::Individual => "人",
        }
    }
}

/// Of what a majority is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// 総構成員
    All,
    /// 出席者: all who take part in the vote, abstaining or not
    Present,
    /// 賛否を示した数: without those who abstain
    Cast,
}

/// 議決に要る数
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Majority {
    /// 過半数, 4分の3以上 …
    pub share: Share,
    /// Of what.
    pub base: Base,
}

/// 特別な議決: the majority of one kind of matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SpecialMajority {
    /// 規約改正, 解散 …
    pub matter: Matter,
    /// What it needs.
    pub majority: Majority,
}

/// Whether a way of taking part counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Counting {
    /// 定足数に数える
    pub for_quorum: bool,
    /// 議決に数える
    pub for_vote: bool,
}

impl Counting {
    /// Whether it counts for anything.
    pub fn counts(self) -> bool {
        self.for_quorum || self.for_vote
    }
}

/// 議長の表決
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChairVote {
    /// Votes only on a tie; is not among those of whom the majority is taken.
    OnTie,
    /// Votes as a member; a tie decides nothing in favour.
    AsMember,
    /// Votes as a member, and once more on a tie.
    AsMemberAndOnTie,
}

/// 賛否, of one vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Vote {
    /// 賛成
    Yes,
    /// 反対
    No,
    /// 棄権
    Abstain,
}
closed_words!(Vote { Yes = "yes", No = "no", Abstain = "abstain" });

/// 会則の決まり of one kind of meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// 表決権の単位
    pub unit: VoteUnit,
    /// 定足数, of all who may vote.
    pub quorum: Share,
    /// 普通の議決
    pub ordinary: Majority,
    /// 特別な議決
    #[serde(default)]
    pub special: Vec<SpecialMajority>,
    /// 代理人
    pub deputies: Counting,
    /// 委任状
    pub proxies: Counting,
    /// 書面表決
    pub written: Counting,
    /// 電磁的方法
    pub electronic: Counting,
    /// 委任先の書かれていない委任状 goes to 議長; else it does not count.
    pub blank_goes_to_chair: bool,
    /// What an item without a mark on a written slip is.
    pub unmarked: Vote,
    /// 一人が預かれる委任状; none sets no limit.
    #[ts(type = "number | null")]
    pub most_proxies: Option<i64>,
    /// 議長の表決
    pub chair: ChairVote,
    /// 役員会で一票を持つ, beside 役員: most 会則 let 監事, 顧問 and 事務局 attend without a vote.
    #[serde(default)]
    pub also_vote: Vec<Side>,
    /// 招集通知は何日前まで
    #[ts(type = "number")]
    pub notice_days: i64,
}

impl Rules {
    /// The same where nobody chairs, as in a meeting in writing: nobody has a casting vote, a tie is rejected.
    pub fn without_chair(self) -> Rules {
        Rules { chair: ChairVote::AsMember, ..self }
    }

    /// True for an office whose holder has a vote at 役員会.
    pub fn votes_at_board(&self, office: &str) -> bool {
        let side = Side::of(office);
        side == Side::Board || self.also_vote.contains(&side)
    }

    /// What a matter needs.
    pub fn majority(&self, matter: Matter) -> Majority {
        self.special.iter().find(|one| one.matter == matter).map_or(self.ordinary, |one| one.majority)
    }

    /// Refuses shares that are none, limits below nothing, and a matter that has two majorities.
    pub fn checked(self) -> Result<Rules> {
        self.quorum.checked("quorum")?;
        self.ordinary.share.checked("ordinary")?;
        for (place, one) in self.special.iter().enumerate() {
            one.majority.share.checked("special")?;
            if self.special[..place].iter().any(|other| other.matter == one.matter) {
                let twice = Error::refused("meetings.matter_twice").with("field", "special");
                return Err(twice.with("matter", one.matter.label()));
            }
        }
        let is_out = |days: i64| !(0..=365).contains(&days);
        if is_out(self.notice_days) || self.most_proxies.is_some_and(|most| most < 1) {
            return Err(Error::refused("meetings.rule_out_of_range").with("field", "notice_days"));
        }
        Ok(self)
    }
}

/// The rules of one kind of meeting as a profile has them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleSet {
    /// Which kind; `ordinary` stands for both 総会.
    pub kind: MeetingKind,
    /// The councils that they are for; none is every one that has no set of its own.
    pub legal_form: Option<LegalForm>,
    /// The rules.
    pub rules: Rules,
    /// Where they come from.
    pub source: String,
    /// False as long as nobody has compared them with a 会則.
    pub is_verified: bool,
}
