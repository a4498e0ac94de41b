//! 出納帳の一行: a row of somebody's cash book as understood, seen from the purse it is written in.

use chrono::NaiveDate;

use super::funds::RowFund;
use crate::accounts::{Eligibility, Side};
use crate::money::Yen;

/// Where a row stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spot {
    /// Sheet.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
}

/// 振替 or not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Transfer {
    /// Income or expense.
    #[default]
    No,
    /// Between purses; the other one is not said.
    Unnamed,
    /// Between this purse and the named one.
    With(String),
}

/// 一行: money into a purse or out of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookLine {
    /// Where it stands.
    pub spot: Spot,
    /// The column of its amount, from 1.
    pub col: u32,
    /// The purse that the paper speaks of; its balances run over all 会計 that lie in it.
    pub book: String,
    /// The purse whose book it is.
    pub purse: String,
    /// 会計
    pub fund: RowFund,
    /// 日付
    pub on: NaiveDate,
    /// Income: into the purse; expense: out of it.
    pub side: Side,
    /// 円; negative as written (戻入).
    pub amount: Yen,
    /// Between purses?
    pub transfer: Transfer,
    /// 款, 項, 目 above the item, where the book has them.
    pub above: Vec<String>,
    /// 科目
    pub item: String,
    /// 摘要
    pub description: String,
    /// 相手方
    pub counterparty: String,
    /// 伝票番号
    pub voucher_no: Option<i64>,
    /// 財源 as written; none where the book has no such column.
    pub funding: Option<String>,
    /// The mark of the book; none where the book has no such column.
    pub eligibility: Option<Eligibility>,
    /// 領収書; none where the book has no such column.
    pub has_receipt: Option<bool>,
    /// 差引残高 as written, and its column.
    pub balance: Option<(Yen, u32)>,
}

impl BookLine {
    /// The amount as it changes the purse.
    pub fn effect(&self) -> Yen {
        if self.side == Side::Income { self.amount } else { -self.amount }
    }

    /// True for money that only changes its purse.
    pub fn is_transfer(&self) -> bool {
        self.transfer != Transfer::No
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A line of the purse on a day of April 2025; out of the purse when the amount is negative.
    pub fn line(purse: &str, day: u32, amount: i64) -> BookLine {
        BookLine {
            spot: Spot::default(),
            col: 5,
            book: purse.into(),
            purse: purse.into(),
            fund: RowFund::Unsaid,
            on: NaiveDate::from_ymd_opt(2025, 4, day).unwrap(),
            side: if amount < 0 { Side::Expense } else { Side::Income },
            amount: Yen(amount.abs()),
            transfer: Transfer::No,
            above: Vec::new(),
            item: String::new(),
            description: String::new(),
            counterparty: String::new(),
            voucher_no: None,
            funding: None,
            eligibility: None,
            has_receipt: None,
            balance: None,
        }
    }

    /// A transfer line.
    pub fn transfer(purse: &str, day: u32, amount: i64) -> BookLine {
        BookLine { transfer: Transfer::Unnamed, ..line(purse, day, amount) }
    }
}
