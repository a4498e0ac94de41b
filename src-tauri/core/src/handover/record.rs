//! 引き渡しの記録

use chrono::NaiveDate;

use crate::calendar::FiscalYear;
use crate::id::Id;

/// Key of a handover.
pub type HandoverId = Id<Handover>;

/// 引き渡し: both sides have read the paper and stand to it by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Handover {
    /// Key.
    pub id: HandoverId,
    /// The year that is handed over.
    pub fiscal_year: FiscalYear,
    /// 会長, 会計, 事務局
    pub office: String,
    /// 引き渡した日
    pub handed_on: NaiveDate,
    /// 前任
    pub from_name: String,
    /// 後任
    pub to_name: String,
    /// 立会人
    pub witness: String,
    /// 帳簿の印 of the year as it was closed by then; empty while it was open.
    pub mark: String,
    /// 備考
    pub note: String,
}
