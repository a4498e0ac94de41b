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

/// The day on which something of a day is entered that comes after the auditors: `today`, at the latest at the end of the year's book.
pub fn entered_after(audits: &[Audit], day: NaiveDate, today: NaiveDate) -> NaiveDate {
    let last = FiscalYear::of(day).last_day();
    if audited_behind(audits, day).is_some() { today.clamp(day, last) } else { day }
}

/// The day up to which the books were audited, where something dated on a day would stand among what the auditors have seen: before
/// they came, and not at the end of the year's book.
pub fn audited_behind(audits: &[Audit], day: NaiveDate) -> Option<NaiveDate> {
    let is_among =
        |audit: &&Audit| audit.until_on >= day && audit.audited_on > day && day < audit.fiscal_year.last_day();
    audits.iter().filter(is_among).map(|audit| audit.until_on).max()
}
