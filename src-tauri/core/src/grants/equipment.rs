//! 備品の定め: from which price on something is 備品, and how long it may not be disposed of. Both differ from grant to grant; what
//! nobody has looked up stays unknown.

use serde::{Deserialize, Serialize};

/// What a grant or a council says of 備品, as data.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EquipmentRule {
    /// 備品 begins at this price, in yen.
    pub from_yen: Option<i64>,
    /// 科目 that buy 備品: its name contains one of these.
    #[serde(default)]
    pub items: Vec<String>,
    /// 処分制限; none where nobody knows.
    pub restricted_for: Option<RestrictedFor>,
    /// Where that stands.
    pub source: String,
    /// False as long as nobody has read it in the city's or the council's own rule.
    pub is_verified: bool,
}

/// How long something may not be disposed of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RestrictedFor {
    /// So many years from the day on which it was bought.
    Years(i64),
    /// As long as its 耐用年数.
    UsefulLife,
}
