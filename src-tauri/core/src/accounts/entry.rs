//! 科目・予算・記帳: the shapes of the books (`domain` 7).

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::activities::ActivityId;
use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::id::Id;
use crate::money::Yen;

/// Key of a purse.
pub type PurseId = Id<Purse>;
/// Key of an opening balance.
pub type OpeningId = Id<Opening>;
/// Key of an account item.
pub type AccountItemId = Id<AccountItem>;
/// Key of a budget line.
pub type BudgetLineId = Id<BudgetLine>;
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

/// 現金・預金
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PurseKind {
    /// 現金
    Cash,
    /// 預金
    Bank,
}
closed_words!(PurseKind { Cash = "cash", Bank = "bank" });

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

/// 現金・通帳: where money lies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Purse {
    /// Key.
    #[ts(type = "string")]
    pub id: PurseId,
    /// 現金, 普通預金
    pub name: String,
    /// Cash or bank.
    pub kind: PurseKind,
    /// Order on papers.
    #[ts(type = "number")]
    pub position: i64,
}

/// 前年度繰越 of one purse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Opening {
    /// Key.
    #[ts(type = "string")]
    pub id: OpeningId,
    /// Which purse.
    #[ts(type = "string")]
    pub purse_id: PurseId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 円
    pub amount_yen: Yen,
}

/// 科目: 款 and 項 on one side of the accounts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AccountItem {
    /// Key.
    #[ts(type = "string")]
    pub id: AccountItemId,
    /// 収入 or 支出
    pub side: Side,
    /// 款
    pub kan: String,
    /// 項
    pub kou: String,
    /// Order on papers.
    #[ts(type = "number")]
    pub position: i64,
}

impl AccountItem {
    /// The name on papers: 項, or 款 where the budget goes no deeper.
    pub fn label(&self) -> &str {
        if self.kou.is_empty() { &self.kan } else { &self.kou }
    }
}

/// 予算の一行
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct BudgetLine {
    /// Key.
    #[ts(type = "string")]
    pub id: BudgetLineId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 科目
    #[ts(type = "string")]
    pub item_id: AccountItemId,
    /// 本年度予算額
    pub amount_yen: Yen,
    /// 前年度予算額 as the paper says.
    pub previous_yen: Option<Yen>,
    /// 内訳・摘要
    pub note: String,
    /// Order on papers.
    #[ts(type = "number")]
    pub position: i64,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
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
    /// 科目; none on a transfer
    #[ts(type = "string | null")]
    pub item_id: Option<AccountItemId>,
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
    /// 領収書 有
    pub has_receipt: bool,
    /// 事業
    #[ts(type = "string | null")]
    pub activity_id: Option<ActivityId>,
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
