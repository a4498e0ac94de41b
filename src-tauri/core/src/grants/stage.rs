//! 交付金の手続き: the stages of a grant from 内示 to 財産処分, and what was done at each.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AmountBasis, PaymentMode};
use crate::accounts::{EntryId, GrantId};
use crate::closed::closed_words;
use crate::id::Id;
use crate::money::Yen;

/// Key of a step.
pub type GrantStepId = Id<GrantStep>;

/// 段階, in the order in which they usually come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 内示
    Notice,
    /// 交付申請
    Application,
    /// 交付決定
    Decision,
    /// 請求, at once or in instalments
    Claim,
    /// 変更承認
    Change,
    /// 事業の完了
    Completion,
    /// 実績報告
    Report,
    /// 額の確定
    Fixing,
    /// 精算
    Settlement,
    /// 返還
    Refund,
    /// 財産処分
    Disposal,
}
closed_words!(Stage {
    Notice = "notice",
    Application = "application",
    Decision = "decision",
    Claim = "claim",
    Change = "change",
    Completion = "completion",
    Report = "report",
    Fixing = "fixing",
    Settlement = "settlement",
    Refund = "refund",
    Disposal = "disposal",
});

impl Stage {
    /// All of them, in the order in which they usually come.
    pub const ALL: [Stage; 11] = [
        Stage::Notice,
        Stage::Application,
        Stage::Decision,
        Stage::Claim,
        Stage::Change,
        Stage::Completion,
        Stage::Report,
        Stage::Fixing,
        Stage::Settlement,
        Stage::Refund,
        Stage::Disposal,
    ];

    /// All of them in the order in which they come where a grant is paid so: 精算払 is claimed once its amount is fixed.
    pub fn in_order(payment: Option<PaymentMode>) -> [Stage; 11] {
        let is_after = payment.is_some_and(PaymentMode::is_after_the_work);
        let mut all = Stage::ALL;
        all.sort_by_key(|stage| match stage {
            Stage::Claim if is_after => (Stage::Fixing, 1),
            stage => (*stage, 0),
        });
        all
    }

    /// The word on papers.
    pub fn label(self) -> &'static str {
        match self {
            Stage::Notice => "内示",
            Stage::Application => "交付申請",
            Stage::Decision => "交付決定",
            Stage::Claim => "請求",
            Stage::Change => "変更承認",
            Stage::Completion => "事業の完了",
            Stage::Report => "実績報告",
            Stage::Fixing => "額の確定",
            Stage::Settlement => "精算",
            Stage::Refund => "返還",
            Stage::Disposal => "財産処分",
        }
    }

    /// The form that is usually its paper; none where the city writes it.
    pub fn form(self) -> Option<&'static str> {
        match self {
            Stage::Notice | Stage::Decision | Stage::Fixing => None,
            Stage::Application => Some("grant-application"),
            Stage::Claim => Some("grant-claim"),
            Stage::Change => Some("grant-change"),
            Stage::Completion => Some("grant-completion"),
            Stage::Report => Some("performance-report"),
            Stage::Settlement => Some("grant-settlement"),
            Stage::Refund => Some("grant-rest"),
            Stage::Disposal => Some("grant-disposal"),
        }
    }

    /// Stages that every grant goes through; the others come when there is a reason.
    pub fn is_usual(self) -> bool {
        !matches!(self, Stage::Notice | Stage::Change | Stage::Refund | Stage::Disposal)
    }
}

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// 準備中
    Preparing,
    /// 提出した
    Filed,
    /// 済んだ: answered by the city, paid, or nothing more to come
    Done,
}
closed_words!(StepState { Preparing = "preparing", Filed = "filed", Done = "done" });

impl StepState {
    /// The word on the page.
    pub fn label(self) -> &'static str {
        match self {
            StepState::Preparing => "準備中",
            StepState::Filed => "提出した",
            StepState::Done => "済み",
        }
    }
}

/// 手続きの記録: one step of one grant. A stage may come several times: 請求 in instalments.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GrantStep {
    /// Key.
    #[ts(type = "string")]
    pub id: GrantStepId,
    /// 交付金
    #[ts(type = "string")]
    pub grant_id: GrantId,
    /// 段階
    pub stage: Stage,
    /// 準備中, 提出した, 済み
    pub state: StepState,
    /// 日付
    pub happened_on: NaiveDate,
    /// 文書番号
    pub number: String,
    /// 円; none where the paper names no amount.
    pub amount_yen: Option<Yen>,
    /// メモ
    pub note: String,
    /// Of a 返還 the expense by which it was paid, as long as that stands.
    #[ts(type = "string | null")]
    pub entry_id: Option<EntryId>,
    /// Of a 交付申請 how its amount was worked out.
    pub basis: Option<AmountBasis>,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

impl GrantStep {
    /// 返還 that was told as 済み.
    pub fn is_done_refund(&self) -> bool {
        self.stage == Stage::Refund && self.state == StepState::Done
    }

    /// 返還 that was told as 済み and that no book tells: the money still lies with the council there.
    pub fn is_unbooked(&self) -> bool {
        self.is_done_refund() && self.entry_id.is_none()
    }
}
