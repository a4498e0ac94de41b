//! 会則の決まり: those of the profile until the office has set its own.

use chrono::NaiveDate;
use office::meetings::{Base, Majority, MeetingId, MeetingKind, Rules, acts, store};
use office::{FiscalYear, council};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result};

/// The rules of a kind of meeting.
#[derive(Debug, Deserialize, TS)]
pub struct MeetingRules {
    pub kind: MeetingKind,
    pub year: FiscalYear,
}

/// The rules in force, and where they come from.
#[derive(Debug, Serialize, TS)]
pub struct RulesShown {
    pub rules: Rules,
    /// Set by the office itself; else they are the profile's and wait to be compared with 会則.
    pub is_own: bool,
    /// The council is a 認可地縁団体: each of its members has one vote.
    pub is_recognised: bool,
}

impl Command for MeetingRules {
    const NAME: &'static str = "meetings.rules";
    type Output = RulesShown;
    fn run(self, desk: &Desk) -> Result<RulesShown> {
        let (own, council) =
            desk.office()?.view(|view| Ok((store::rules_of(view, self.kind)?, council::read(view)?)))?;
        let is_recognised = council.legal_form_on(self.year.last_day()).is_recognised();
        Ok(RulesShown { rules: in_force(desk, self.kind, self.year.last_day())?, is_own: own.is_some(), is_recognised })
    }
}

/// The office's own rules, else those that the profile has on a day for what the council was then.
pub(super) fn in_force(desk: &Desk, kind: MeetingKind, on: NaiveDate) -> Result<Rules> {
    let (own, council) = desk.office()?.view(|view| Ok((store::rules_of(view, kind)?, council::read(view)?)))?;
    let profile = || {
        desk.edition(FiscalYear::of(on))
            .map(|edition| edition.municipality.rules(kind, council.legal_form_on(on)).cloned())
    };
    let found = own.map_or_else(profile, |rules| Ok(Some(rules)))?;
    found.ok_or_else(|| Error::refused("meetings.rules_missing"))
}

/// Sets the rules of a kind of meeting.
#[derive(Debug, Deserialize, TS)]
pub struct SetRules {
    pub kind: MeetingKind,
    pub rules: Rules,
}

impl Command for SetRules {
    const NAME: &'static str = "meetings.set_rules";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::set_rules(tx, self.kind, self.rules))?.into())
    }
}

/// Lets a meeting follow the rules as they are now.
#[derive(Debug, Deserialize, TS)]
pub struct FollowRules {
    #[ts(type = "string")]
    pub id: MeetingId,
}

impl Command for FollowRules {
    const NAME: &'static str = "meetings.follow_rules";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let missing = || Error::refused("meetings.no_such_meeting");
        let meeting = desk.office()?.view(|view| store::find_meeting(view, self.id)?.ok_or_else(missing))?;
        let rules = in_force(desk, meeting.kind, meeting.held_on)?;
        let follow = |tx: &office::file::Tx| acts::follow_rules(tx, self.id, rules);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, follow)?.into())
    }
}

/// The rules by which a meeting was called, as its page says them.
#[derive(Debug, Serialize, TS)]
pub struct CalledBy {
    /// 世帯, 団体, 人
    pub unit: String,
    /// 過半数; empty asks for nobody.
    pub quorum: String,
    /// 過半数
    pub ordinary: String,
    /// 規約改正　3分の2以上
    pub special: Vec<String>,
    /// The office has compared the rules of this kind of meeting with its 会則.
    pub is_own: bool,
    /// They are the rules as they are now.
    pub is_current: bool,
}

impl CalledBy {
    pub(super) fn of(rules: &Rules, now: &Rules, is_own: bool) -> CalledBy {
        let base = |majority: &Majority| {
            if majority.base == Base::All {
                format!("総数の{}", majority.share.label())
            } else {
                majority.share.label()
            }
        };
        let special = rules.special.iter().map(|one| format!("{}　{}", one.matter.label(), base(&one.majority)));
        CalledBy {
            unit: rules.unit.counter().to_owned(),
            quorum: rules.quorum.label(),
            ordinary: base(&rules.ordinary),
            special: special.collect(),
            is_own,
            is_current: rules == now,
        }
    }
}
