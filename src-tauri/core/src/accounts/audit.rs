//! 監査: who looked at the books, up to which day, with which result, and where the history stood then.

use chrono::NaiveDate;

use crate::calendar::FiscalYear;
use crate::id::Id;

/// Key of an audit.
pub type AuditId = Id<Audit>;

/// 監査の一回; a year may have several, 中間監査 included.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// Key.
    pub id: AuditId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// The books were looked at up to this day.
    pub until_on: NaiveDate,
    /// 監査日
    pub audited_on: NaiveDate,
    /// 監事
    pub auditors: String,
    /// 監査の結果
    pub result: String,
    /// The last act on the books that the auditors saw.
    pub log_seq: i64,
    /// Its hash in the chain.
    pub log_head: String,
}
