//! 現金・通帳: where money lies.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::FundId;
use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::id::Id;
use crate::money::Yen;
use crate::roster::OrganisationId;

/// Key of a purse.
pub type PurseId = Id<Purse>;
/// Key of an opening balance.
pub type OpeningId = Id<Opening>;

/// 現金・預金・仮払
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PurseKind {
    /// 現金
    Cash,
    /// 預金
    Bank,
    /// 仮払: what one person holds until it is settled
    Advance,
}
closed_words!(PurseKind { Cash = "cash", Bank = "bank", Advance = "advance" });

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
    /// 会計; none is 一般会計.
    #[ts(type = "string | null")]
    pub fund_id: Option<FundId>,
    /// 部会 whose purse it is; none is the secretariat's own.
    #[ts(type = "string | null")]
    pub committee_id: Option<OrganisationId>,
    /// Order on papers.
    #[ts(type = "number")]
    pub position: i64,
}

impl Purse {
    /// A new purse of the secretariat, in 一般会計.
    pub fn new(name: &str, kind: PurseKind) -> Purse {
        Purse { id: PurseId::new(), name: name.to_owned(), kind, fund_id: None, committee_id: None, position: 0 }
    }
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
