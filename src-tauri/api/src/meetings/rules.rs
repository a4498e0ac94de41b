//! 会則の決まり: those of the profile until the office has set its own.

use chrono::NaiveDate;
use office::meetings::{MeetingKind, Rules, acts, store};
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
