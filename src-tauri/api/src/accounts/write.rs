//! Recording, taking back, receipts, verdicts.

use office::FiscalYear;
use office::accounts::{Eligibility, EntryId, acts};
use serde::Deserialize;
use ts_rs::TS;

use super::draft::EntryDraft;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Result};

/// Records an entry.
#[derive(Debug, Deserialize, TS)]
pub struct RecordEntry {
    pub year: FiscalYear,
    pub draft: EntryDraft,
}

impl Command for RecordEntry {
    const NAME: &'static str = "accounts.record_entry";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let new = self.draft.parsed(self.year, desk.today())?;
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::record_entry(tx, self.year, &new))?;
        Ok(with_value_of(changed, Written::of))
    }
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
        let void = |tx: &office::file::Tx| acts::void_entry(tx, self.id, &self.reason).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, void)?.into())
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
        let note = |tx: &office::file::Tx| acts::set_receipt(tx, self.id, self.has_receipt);
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
        let note = |tx: &office::file::Tx| acts::set_eligibility(tx, self.id, self.eligibility, &self.reason);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, note)?.into())
    }
}
