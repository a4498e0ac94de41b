//! 市町村: the city a profile is for.

use paper::Negative;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Due;
use crate::accounts::{ReceiptRule, Threshold};
use crate::activities::VolunteerRate;
use crate::council::LegalForm;
use crate::enrolment::Target;
use crate::grants::EquipmentRule;
use crate::meetings::{MeetingKind, RuleSet, Rules};

/// 市町村 and what all its papers share: `profile.toml`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Municipality {
    /// What is shown where a city is chosen.
    pub title: String,
    /// 高松市; empty in the base.
    pub city: String,
    /// 香川県; empty where it is not known.
    #[serde(default)]
    pub prefecture: String,
    /// 全国地方公共団体コード with its check digit; empty where it is not known.
    #[serde(default)]
    pub code: String,
    /// 担当課
    pub department: String,
    /// 高松市長
    pub addressee: String,
    /// Mark before negative amounts.
    pub negative: Negative,
    /// 自治会加入率の目標, where the city has published some.
    #[serde(default, rename = "enrolment_target")]
    pub enrolment_targets: Vec<Target>,
    /// 領収書の点検, where a grant has none of its own.
    #[serde(default, rename = "receipt_rule")]
    pub receipt_rules: Vec<ReceiptRule>,
    /// 会議の決まり, for a council that has set none of its own.
    #[serde(default, rename = "meeting")]
    pub meetings: Vec<RuleSet>,
    /// What things are called there.
    pub words: Words,
    /// The forms, in the order in which they are shown.
    pub forms: Vec<String>,
    /// 流用の限度, where a rule is known.
    pub reallocation: Option<Threshold>,
    /// 備品の定め of the council, where a grant has none of its own.
    pub equipment: Option<EquipmentRule>,
    /// スタッフの時間の換算の単価, where some are chosen.
    #[serde(default, rename = "volunteer_rate")]
    pub volunteer_rates: Vec<VolunteerRate>,
    /// 年間の予定
    pub due: Vec<Due>,
}

impl Municipality {
    /// The rules of a kind of meeting, for a council of its kind.
    pub fn rules(&self, kind: MeetingKind, of: LegalForm) -> Option<&Rules> {
        let set = |of| self.meetings.iter().find(move |set| set.kind == kind.ruled_as() && set.legal_form == of);
        set(Some(of)).or_else(|| set(None)).map(|set| &set.rules)
    }
}

/// What things are called in a city.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// 自治会, 町内会
    pub association: String,
}

/// One profile to choose from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Choice {
    /// Folder of the profile.
    pub id: String,
    /// 高松市
    pub city: String,
}
