//! 目標 and 施策.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::Id;

/// Key of a heading.
pub type HeadingId = Id<Heading>;

/// 目標 where it stands by itself, 施策 below a 目標.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(rename = "PlanHeading")]
pub struct Heading {
    /// Key.
    #[ts(type = "string")]
    pub id: HeadingId,
    /// The 目標 of a 施策.
    #[ts(type = "string | null")]
    pub parent_id: Option<HeadingId>,
    /// Order among those below the same one.
    #[ts(type = "number")]
    pub position: i64,
    /// Its words.
    pub name: String,
    /// 説明
    pub detail: String,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

impl Heading {
    /// 目標 or 施策
    pub fn kind(&self) -> &'static str {
        if self.parent_id.is_none() { "目標" } else { "施策" }
    }
}
