//! What a closed year's papers name beside the rows of the year itself. It goes on changing after the closing: a passbook gets
//! another 部会, a 部会 another name, a 科目 is added. The closing keeps it, and the papers of that year are made of what was kept.

use serde::{Deserialize, Serialize};

use super::{AccountItem, AccountItemId, Fund, FundId, FundYear, Funding, Purse, ReservePlan};
use crate::activities::Activity;
use crate::money::Yen;
use crate::roster::OrganisationId;

/// 会計, purses, 科目, 事業 and 部会 as the papers of one year name them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// 会計 beside 一般会計.
    pub funds: Vec<Fund>,
    /// Purses with their 部会.
    pub purses: Vec<Purse>,
    /// 科目
    pub items: Vec<AccountItem>,
    /// 事業 with their 部会.
    pub activities: Vec<Activity>,
    /// 事業の科目と財源; empty for a year that was closed before this was kept.
    #[serde(default)]
    pub fundings: Vec<Funding>,
    /// Every body of the roster by name.
    pub bodies: Vec<(OrganisationId, String)>,
    /// 前年度決算 by item; none when that year has no books.
    pub past: Option<Vec<(AccountItemId, Yen)>>,
    /// 積立の状況; none for a year that was closed before this was kept.
    #[serde(default)]
    pub reserves: Option<Reserves>,
}

/// What the paper of the funds says of other years than its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reserves {
    /// 積立の計画 of every year.
    pub plans: Vec<ReservePlan>,
    /// What came and went, by 会計 and year.
    pub years: Vec<(FundId, Vec<FundYear>)>,
}
