//! Recording, taking back, receipts, verdicts.

use office::accounts::acts::NewEntry;
use office::accounts::{Books, Eligibility, EntryId, EntryKind, acts};
use office::file::Tx;
use office::grants::Cost;
use office::grants::acts::record_within_cap;
use office::{FiscalYear, Yen};
use serde::Deserialize;
use ts_rs::TS;

use super::draft::EntryDraft;
use super::receipt_draft::{ReceiptWithEntry, attach_picture};
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Result, WireError};

/// Records an entry, and puts its receipt away with it.
#[derive(Debug, Deserialize, TS)]
pub struct RecordEntry {
    pub year: FiscalYear,
    pub draft: EntryDraft,
    /// None where the receipt is written down later, or lies in a folder on paper.
    pub receipt: Option<ReceiptWithEntry>,
}

impl Command for RecordEntry {
    const NAME: &'static str = "accounts.record_entry";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let year = self.year;
        let new = self.draft.parsed(year, desk.today())?;
        let whole = (new.amount_yen, String::new());
        let (charged, why) = if self.draft.split_over_cap { charged(desk, year, &new)? } else { whole };
        let receipt = self.receipt.filter(|_| new.kind == EntryKind::Expense);
        let picture = receipt.as_ref().map(|receipt| receipt.picture(desk)).transpose()?.flatten();
        let record = |tx: &Tx| {
            let entries = record_within_cap(tx, year, &new, charged, &why)?;
            if let Some(receipt) = &receipt {
                let id = acts::save_receipt(tx, year, None, &receipt.typed(&new, &entries))?;
                attach_picture(tx, id, picture.as_ref())?;
            }
            Ok(entries.last().map(|(id, _)| id.to_string()).unwrap_or_default())
        };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, record)?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// How much of an expense its grant may pay, and the sentence of the cap.
fn charged(desk: &Desk, year: FiscalYear, new: &NewEntry) -> Result<(Yen, String)> {
    let whole = (new.amount_yen, String::new());
    let is_charged = new.kind == EntryKind::Expense && new.eligibility == Some(Eligibility::Eligible);
    let Some(id) = new.grant_id.filter(|_| is_charged) else { return Ok(whole) };
    let (books, grants) =
        desk.office()?.view(|view| Ok((Books::load(view, year)?, office::grants::store::grants(view, year)?)))?;
    let edition = desk.edition(year)?;
    let grant = grants.iter().find(|grant| grant.id == id);
    let Some(rules) = grant.and_then(|grant| edition.grant_rules(&grant.name)) else { return Ok(whole) };
    let cost = Cost {
        item: books.items.iter().find(|item| Some(item.id) == new.item_id).map_or("", |item| item.label()),
        description: &new.description,
        amount_yen: new.amount_yen,
        heads: new.heads,
        on: Some(new.entered_on),
        has_receipt: new.has_receipt,
    };
    let judged = rules.judge(&cost, grant, year);
    let over = judged.remarks.into_iter().rfind(|remark| remark.code == "grants.over_cap");
    Ok((judged.charged_yen, over.map_or(String::new(), |remark| WireError::from(remark).message)))
}

/// Takes an entry back, with the reason.
#[derive(Debug, Deserialize, TS)]
pub struct VoidEntry {
    #[ts(type = "string")]
    pub id: EntryId,
    pub reason: String,
}

impl Command for VoidEntry {
    const NAME: &'static str = "accounts.void_entry";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let void = |tx: &Tx| acts::void_entry(tx, self.id, &self.reason, desk.today()).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, void)?.into())
    }
}

/// 訂正: takes an entry back and records what is right, in one act.
#[derive(Debug, Deserialize, TS)]
pub struct CorrectEntry {
    #[ts(type = "string")]
    pub id: EntryId,
    /// The year of the entry.
    pub year: FiscalYear,
    pub draft: EntryDraft,
    pub reason: String,
}

impl Command for CorrectEntry {
    const NAME: &'static str = "accounts.correct_entry";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let new = self.draft.parsed(self.year, desk.today())?;
        let correct = |tx: &Tx| {
            let right = acts::correct_entry(tx, self.id, &new, &self.reason, desk.today())?;
            office::equipment::acts::follow_entry(tx, self.id, right)?;
            Ok(right)
        };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, correct)?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// Notes whether the receipt of an expense is there.
#[derive(Debug, Deserialize, TS)]
pub struct SetReceipt {
    #[ts(type = "string")]
    pub id: EntryId,
    pub has_receipt: bool,
}

impl Command for SetReceipt {
    const NAME: &'static str = "accounts.set_receipt";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let note = |tx: &Tx| acts::set_receipt(tx, self.id, self.has_receipt);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, note)?.into())
    }
}

/// Notes whether the grant may pay an expense.
#[derive(Debug, Deserialize, TS)]
pub struct SetEligibility {
    #[ts(type = "string")]
    pub id: EntryId,
    pub eligibility: Eligibility,
    /// Why; may be left empty.
    pub reason: String,
}

impl Command for SetEligibility {
    const NAME: &'static str = "accounts.set_eligibility";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let note = |tx: &Tx| acts::set_eligibility(tx, self.id, self.eligibility, &self.reason);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, note)?.into())
    }
}
