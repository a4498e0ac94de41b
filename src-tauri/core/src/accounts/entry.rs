//! 記帳: the shape of an entry (`domain` 7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{AccountItemId, PurseId};
use crate::activities::{ActivityId, OccasionId};
use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::id::Id;
use crate::money::Yen;
use crate::roster::OrganisationId;

/// Key of an entry.
pub type EntryId = Id<Entry>;
/// Key of a grant award; its shape belongs to `grants`, which stands to the right.
pub type GrantId = Id<GrantMark>;

/// Marks keys of grant awards.
#[derive(Debug, Clone, Copy)]
pub enum GrantMark {}

/// 収入・支出
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// 収入
    Income,
    /// 支出
    Expense,
}
closed_words!(Side { Income = "income", Expense = "expense" });

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// 収入
    Income,
    /// 支出
    Expense,
    /// 振替 between purses; neither income nor expense
    Transfer,
}
closed_words!(EntryKind { Income = "income", Expense = "expense", Transfer = "transfer" });

/// 交付対象・対象外
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Eligibility {
    /// 対象
    Eligible,
    /// 対象外
    Ineligible,
    /// 要確認
    Unclear,
}
closed_words!(Eligibility { Eligible = "eligible", Ineligible = "ineligible", Unclear = "unclear" });

impl Eligibility {
    /// The word on papers.
    pub fn label(self) -> &'static str {
        match self {
            Eligibility::Eligible => "対象",
            Eligibility::Ineligible => "対象外",
            Eligibility::Unclear => "要確認",
        }
    }
}

/// 記帳の一件. The amount is positive; a correction is a new entry that takes an old one back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Entry {
    /// Key.
    #[ts(type = "string")]
    pub id: EntryId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 収入, 支出 or 振替
    pub kind: EntryKind,
    /// 日付
    pub entered_on: NaiveDate,
    /// The purse; of a transfer the one the money leaves.
    #[ts(type = "string")]
    pub purse_id: PurseId,
    /// Of a transfer the purse the money reaches.
    #[ts(type = "string | null")]
    pub to_purse_id: Option<PurseId>,
    /// 科目; on a transfer only 繰出 into another 会計 has one.
    #[ts(type = "string | null")]
    pub item_id: Option<AccountItemId>,
    /// 繰入の科目 of a transfer, in the 会計 that the money reaches.
    #[ts(type = "string | null")]
    pub to_item_id: Option<AccountItemId>,
    /// 摘要
    pub description: String,
    /// 相手方
    pub counterparty: String,
    /// 円, positive; negative only on an entry that takes another one back.
    pub amount_yen: Yen,
    /// 伝票番号
    #[ts(type = "number | null")]
    pub voucher_no: Option<i64>,
    /// 財源: the grant that pays; none is 自主財源.
    #[ts(type = "string | null")]
    pub grant_id: Option<GrantId>,
    /// 対象・対象外; none on income and transfers.
    pub eligibility: Option<Eligibility>,
    /// Reason written when the verdict of the rules was overridden.
    pub eligibility_reason: String,
    /// Whether that reason answers that no receipt proves the entry; none where none is written, and where one was before this
    /// was asked.
    pub excuses_receipt: Option<bool>,
    /// 領収書 有
    pub has_receipt: bool,
    /// 事業
    #[ts(type = "string | null")]
    pub activity_id: Option<ActivityId>,
    /// 行事 of the line of work
    #[ts(type = "string | null")]
    pub occasion_id: Option<OccasionId>,
    /// 部会
    #[ts(type = "string | null")]
    pub committee_id: Option<OrganisationId>,
    /// 人数, where a rule of the grant asks for it.
    #[ts(type = "number | null")]
    pub heads: Option<i64>,
    /// 立替えた人, to whom the money goes back; empty when the council paid itself.
    pub reimbursed_to: String,
    /// Order within the day, as on the paper.
    #[ts(type = "number")]
    pub position: i64,
    /// The entry that this one takes back.
    #[ts(type = "string | null")]
    pub voids_id: Option<EntryId>,
    /// 取消・訂正の理由
    pub void_reason: String,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

impl Entry {
    /// A new entry of which only the money is known.
    pub fn new(kind: EntryKind, entered_on: NaiveDate, purse_id: PurseId, amount_yen: Yen) -> Entry {
        Entry {
            id: EntryId::new(),
            fiscal_year: FiscalYear::of(entered_on),
            kind,
            entered_on,
            purse_id,
            to_purse_id: None,
            item_id: None,
            to_item_id: None,
            description: String::new(),
            counterparty: String::new(),
            amount_yen,
            voucher_no: None,
            grant_id: None,
            eligibility: None,
            eligibility_reason: String::new(),
            excuses_receipt: None,
            has_receipt: false,
            activity_id: None,
            occasion_id: None,
            committee_id: None,
            heads: None,
            reimbursed_to: String::new(),
            position: 0,
            voids_id: None,
            void_reason: String::new(),
            version: 1,
        }
    }
}
