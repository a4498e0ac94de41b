//! 記帳の下書き: what becomes one entry, from one line or from the two sides of a transfer.

use chrono::NaiveDate;

use super::funds::{Charts, RowFund};
use super::line::{BookLine, Spot, Transfer};
use super::marks::funding;
use crate::accounts::import::items::ItemName;
use crate::accounts::{Eligibility, EntryId, EntryKind, Side};
use crate::calendar::FiscalYear;
use crate::money::Yen;

/// 財源
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Funding {
    /// 自主財源, or nothing written
    Own,
    /// The name of a grant.
    Grant(String),
}

/// 下書き of a cash book: what a purse held, or an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookDraft {
    /// 前年度繰越 of a purse.
    Purse(PurseDraft),
    /// 記帳
    Entry(Box<EntryDraft>),
}

impl BookDraft {
    /// 年度 of the book.
    pub fn year(&self) -> FiscalYear {
        match self {
            BookDraft::Purse(purse) => purse.year,
            BookDraft::Entry(entry) => entry.year,
        }
    }

    /// The entry, where it is one.
    pub fn entry(&self) -> Option<&EntryDraft> {
        if let BookDraft::Entry(entry) = self { Some(entry) } else { None }
    }
}

/// A purse and what lay in it on the first day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PurseDraft {
    /// 年度
    pub year: FiscalYear,
    /// 現金, 普通預金
    pub name: String,
    /// Whose it is, should it be made.
    pub fund: RowFund,
    /// 前年度繰越
    pub opening: Yen,
}

/// One entry to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EntryDraft {
    /// 年度 of the book.
    pub year: FiscalYear,
    /// The entry that it is already.
    pub known: Option<EntryId>,
    /// Where it stands; of a transfer in the book that the money leaves.
    pub spot: Spot,
    /// 収入, 支出 or 振替
    pub kind: EntryKind,
    /// 日付
    pub on: NaiveDate,
    /// The purse; of a transfer the one the money leaves.
    pub purse: String,
    /// Of a transfer the purse the money reaches.
    pub to_purse: Option<String>,
    /// 会計
    pub fund: RowFund,
    /// 科目
    pub item: Option<ItemName>,
    /// 摘要
    pub description: String,
    /// 相手方
    pub counterparty: String,
    /// 円
    pub amount: Yen,
    /// 伝票番号
    pub voucher_no: Option<i64>,
    /// 財源; none where the book does not say.
    pub funding: Option<Funding>,
    /// 対象・対象外; none where the book does not say.
    pub eligibility: Option<Eligibility>,
    /// 領収書; none where the book does not say.
    pub has_receipt: Option<bool>,
    /// Order within the day.
    pub position: i64,
}

/// The purse of the other side, where only one side is seen: the named one, else the only other one.
pub fn other_purse(line: &BookLine, purses: &[String]) -> String {
    let others: Vec<&String> = purses.iter().filter(|name| **name != line.purse).collect();
    match (&line.transfer, others.as_slice()) {
        (Transfer::With(name), _) => name.clone(),
        (_, [only]) => (*only).clone(),
        _ if line.purse.contains("現金") => "普通預金".to_owned(),
        _ => "現金".to_owned(),
    }
}

/// Income or expense; `grants` are the grants that are known by name.
pub fn entry(line: &BookLine, charts: &Charts, grants: &[String]) -> EntryDraft {
    let kind = if line.side == Side::Income { EntryKind::Income } else { EntryKind::Expense };
    let is_expense = kind == EntryKind::Expense;
    EntryDraft {
        item: Some(item(line, charts)),
        funding: line.funding.as_deref().map(|words| funding(words, grants)),
        eligibility: line.eligibility.filter(|_| is_expense),
        has_receipt: line.has_receipt.filter(|_| is_expense),
        ..draft(line, kind)
    }
}

/// A transfer, told from the side that is seen; `purses` are those of the book.
pub fn transfer(line: &BookLine, other: Option<&BookLine>, purses: &[String]) -> EntryDraft {
    let far = other.map_or_else(|| other_purse(line, purses), |other| other.purse.clone());
    let (purse, to_purse) =
        if line.side == Side::Expense { (line.purse.clone(), far) } else { (far, line.purse.clone()) };
    EntryDraft { purse, to_purse: Some(to_purse), ..draft(line, EntryKind::Transfer) }
}

fn draft(line: &BookLine, kind: EntryKind) -> EntryDraft {
    EntryDraft {
        year: FiscalYear::of(line.on),
        known: None,
        spot: line.spot.clone(),
        kind,
        on: line.on,
        purse: line.purse.clone(),
        to_purse: None,
        fund: line.fund.clone(),
        item: None,
        description: line.description.clone(),
        counterparty: line.counterparty.clone(),
        amount: line.amount,
        voucher_no: line.voucher_no,
        funding: None,
        eligibility: None,
        has_receipt: None,
        position: 0,
    }
}

/// What stands where a book has no item.
pub const NO_ITEM: &str = "科目未記入";

/// The item as the chart has it; the words of a row without an item may name one.
fn item(line: &BookLine, charts: &Charts) -> ItemName {
    let chart = charts.of(&line.fund);
    let above = line.above.iter().map(String::as_str);
    if line.item.is_empty() {
        let by_words = chart.find(&ItemName::new(line.side, [line.description.as_str()])).map(ItemName::from);
        return by_words.unwrap_or_else(|| ItemName::new(line.side, above.chain([NO_ITEM])));
    }
    let named = ItemName::new(line.side, above.chain([line.item.as_str()]));
    chart.find(&named).map(ItemName::from).unwrap_or(named)
}
