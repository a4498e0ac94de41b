//! A receipt to be written, with its checks and the expenses that it may prove.

use office::accounts::{Entry, EntryId, EntryKind, Receipt, ReceiptId, proven_yen};
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::receipt_draft::{ReceiptDraft, begun, draft_of};
use super::receipts::{Kept, ReceiptCheck, Unproven};
use crate::command::Command;
use crate::{Desk, Error, Result, labels};

/// A receipt to be written: one that is there, or a new one for an entry.
#[derive(Debug, Deserialize, TS)]
pub struct ReceiptForm {
    pub year: FiscalYear,
    #[ts(type = "string | null")]
    pub id: Option<ReceiptId>,
    #[ts(type = "string | null")]
    pub entry_id: Option<EntryId>,
}

/// A receipt to be written.
#[derive(Debug, Serialize, TS)]
pub struct ReceiptShown {
    /// None for a new one.
    #[ts(type = "number | null")]
    pub number: Option<i64>,
    pub draft: ReceiptDraft,
    pub checks: Vec<ReceiptCheck>,
    pub is_broken: bool,
    /// The expenses that it may stand behind.
    pub entries: Vec<Unproven>,
    /// 協議会の名称
    pub council: String,
}

impl Command for ReceiptForm {
    const NAME: &'static str = "accounts.receipt_form";
    type Output = ReceiptShown;
    fn run(self, desk: &Desk) -> Result<ReceiptShown> {
        let kept = Kept::load(desk, self.year)?;
        let found = kept.receipts.iter().find(|receipt| Some(receipt.id) == self.id);
        if self.id.is_some() && found.is_none() {
            return Err(Error::refused("accounts.no_such_receipt"));
        }
        let entry = kept.books().entries.iter().find(|entry| Some(entry.id) == self.entry_id);
        let left = entry.map(|entry| entry.amount_yen - proven_yen(&kept.receipts, entry.id));
        Ok(ReceiptShown {
            number: found.map(|receipt| receipt.number),
            draft: found.map_or_else(|| begun(entry.zip(left)), draft_of),
            checks: found.map_or(vec![], |receipt| kept.checks(receipt)),
            is_broken: found.is_some_and(|receipt| kept.is_broken(receipt)),
            entries: choices(&kept, found),
            council: kept.council,
        })
    }
}

/// Expenses that are not wholly proven by other receipts, and those behind which this one stands; a paper at hand may
/// still be written down.
fn choices(kept: &Kept, own: Option<&Receipt>) -> Vec<Unproven> {
    let choice = |entry: &Entry| {
        let own = own.and_then(|receipt| receipt.part_of(entry.id));
        let left_yen = entry.amount_yen - proven_yen(&kept.receipts, entry.id) + own.unwrap_or_default();
        (left_yen > Yen(0) || own.is_some()).then(|| Unproven {
            entry_id: entry.id,
            on_label: labels::long_day(Some(entry.entered_on)),
            description: entry.description.clone(),
            item: kept.shown.item(entry).map_or("", |item| item.label()).to_owned(),
            amount_yen: entry.amount_yen,
            left_yen,
        })
    };
    kept.books().standing().filter(|entry| entry.kind == EntryKind::Expense).filter_map(choice).collect()
}
