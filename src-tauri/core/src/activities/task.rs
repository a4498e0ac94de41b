//! 役割分担 and 準備リスト: who does what at an occasion, and what is got ready for it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::OccasionId;
use crate::closed::closed_words;
use crate::id::Id;
use crate::roster::PersonId;

/// Key of a task.
pub type TaskId = Id<OccasionTask>;

/// What is done on the day, or before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    /// 役割: 受付, 司会
    Duty,
    /// 準備: テントを借りる
    Preparation,
}

closed_words!(TaskKind { Duty = "duty", Preparation = "preparation" });

impl TaskKind {
    /// As the history calls it.
    pub fn label(self) -> &'static str {
        match self {
            TaskKind::Duty => "役割",
            TaskKind::Preparation => "準備",
        }
    }
}

/// One line of 役割分担 or of 準備リスト.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OccasionTask {
    /// Key.
    #[ts(type = "string")]
    pub id: TaskId,
    /// The occasion.
    #[ts(type = "string")]
    pub occasion_id: OccasionId,
    /// 役割 or 準備.
    pub kind: TaskKind,
    /// Order within its kind, from 1.
    #[ts(type = "number")]
    pub position: i64,
    /// 受付; テントを借りる
    pub what: String,
    /// Who does it, from the roster.
    #[ts(type = "string | null")]
    pub person_id: Option<PersonId>,
    /// Who does it, as written; empty where it is somebody of the roster.
    pub name: String,
    /// いつまでに
    pub until_on: Option<NaiveDate>,
    /// True when it is done.
    pub is_done: bool,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

impl OccasionTask {
    /// The same line for another occasion, so many days later; not done yet.
    pub(super) fn again(&self, occasion_id: OccasionId, days: chrono::TimeDelta) -> OccasionTask {
        let until_on = self.until_on.and_then(|day| day.checked_add_signed(days));
        OccasionTask { id: TaskId::new(), occasion_id, until_on, is_done: false, ..self.clone() }
    }
}
