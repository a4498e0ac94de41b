//! 貸出

use chrono::NaiveDate;

use super::EquipmentId;
use crate::id::Id;

/// Key of a loan.
pub type LoanId = Id<Loan>;

/// Something lent to somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loan {
    /// Key.
    pub id: LoanId,
    /// What.
    pub equipment_id: EquipmentId,
    /// 借りた人・団体
    pub borrower: String,
    /// 連絡先
    pub contact: String,
    /// 使いみち
    pub purpose: String,
    /// 数量
    pub quantity: i64,
    /// 貸した日
    pub lent_on: NaiveDate,
    /// 返す日
    pub due_on: NaiveDate,
    /// 返った日; none while it is away.
    pub returned_on: Option<NaiveDate>,
    /// What was seen when it came back.
    pub note: String,
}

impl Loan {
    /// True while it is away.
    pub fn is_open(&self) -> bool {
        self.returned_on.is_none()
    }

    /// True when it was away at the end of a day.
    pub fn is_away_on(&self, day: NaiveDate) -> bool {
        self.lent_on <= day && self.returned_on.is_none_or(|on| on > day)
    }

    /// True when it should have been back before this day.
    pub fn is_overdue(&self, today: NaiveDate) -> bool {
        self.is_open() && self.due_on < today
    }
}
