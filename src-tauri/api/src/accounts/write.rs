//! Recording, taking back, receipts, verdicts.

use office::FiscalYear;
use office::accounts::{Eligibility, EntryId, EntryKind, acts};
use office::file::Tx;
use serde::Deserialize;
use ts_rs::TS;

use super::draft::EntryDraft;
use super::receipt_draft::{ReceiptWithEntry, attach_picture};
use super::ruled::{ruled, ruled_entry, ruled_within_cap};
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Result};

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
        let cost = ruled_within_cap(desk, year, self.draft.parsed(year, desk.today())?, &self.draft)?;
        let receipt = self.receipt.filter(|_| cost.new.kind == EntryKind::Expense);
        let picture = receipt.as_ref().map(|receipt| receipt.picture(desk)).transpose()?.flatten();
        let record = |tx: &Tx| {
            let entries = acts::record_within_cap(tx, year, &cost)?;
            if let Some(receipt) = &receipt {
                let id = acts::save_receipt(tx, year, None, &receipt.typed(&cost.new, &entries), &[])?;
                attach_picture(tx, id, picture.as_ref())?;
            }
            Ok(entries.last().map(|(id, _)| id.to_string()).unwrap_or_default())
        };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, record)?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// Takes an entry back, with the reason.
#[derive(Debug, Deserialize, TS)]
pub struct VoidEntry {
    #[ts(type = "string")]
    pub id: EntryId,
    /// Further entries of the same slip, taken back in the same act.
    #[serde(default)]
    #[ts(type = "Array<string>")]
    pub with: Vec<EntryId>,
    pub reason: String,
}

impl Command for VoidEntry {
    const NAME: &'static str = "accounts.void_entry";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let all = || self.with.iter().chain([&self.id]);
        let void = |tx: &Tx| all().try_for_each(|id| acts::void_entry(tx, *id, &self.reason, desk.today()).map(drop));
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
        let new = ruled(desk, self.year, self.draft.parsed(self.year, desk.today())?)?;
        let correct = |tx: &Tx| {
            let right = acts::correct_entry(tx, self.id, &new, &self.reason, desk.today())?;
            office::equipment::acts::follow_entry(tx, self.id, right)?;
            office::grants::acts::follow_entry(tx, self.id, right)?;
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
    /// Why; may be left empty where the rules say the same.
    pub reason: String,
}

impl Command for SetEligibility {
    const NAME: &'static str = "accounts.set_eligibility";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let ruled = ruled_entry(desk, self.id)?;
        let note = |tx: &Tx| acts::set_eligibility(tx, self.id, self.eligibility, ruled, &self.reason);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, note)?.into())
    }
}
