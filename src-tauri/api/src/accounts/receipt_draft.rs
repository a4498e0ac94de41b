//! A receipt as it is being typed, its parsed form, and the acts on it.

use office::accounts::acts::{self, NewEntry, ReceiptTyped};
use office::accounts::{Entry, EntryId, Receipt, ReceiptId, ReceiptKind};
use office::attachments::{self, Attachment, Owner};
use office::file::Tx;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::attachments::keep;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, typed};

/// A receipt as typed: days and amounts in any written form.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReceiptDraft {
    pub kind: ReceiptKind,
    pub on: String,
    pub addressee: String,
    pub purpose: String,
    pub issuer: String,
    pub amount: String,
    pub note: String,
    pub parts: Vec<ReceiptPartDraft>,
}

/// What part of it stands behind an entry; with one amount left empty that one takes the rest.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReceiptPartDraft {
    #[ts(type = "string | null")]
    pub entry_id: Option<EntryId>,
    pub amount: String,
}

/// A new receipt for an entry and what is not proven of it. 宛名 and 但し書き are looked at by the checks, so only what was
/// read on the paper stands there.
pub(super) fn begun(entry: Option<(&Entry, Yen)>) -> ReceiptDraft {
    let left = entry.map(|(_, left)| figures(left)).unwrap_or_default();
    let part = |(entry, _): (&Entry, Yen)| ReceiptPartDraft { entry_id: Some(entry.id), amount: String::new() };
    ReceiptDraft {
        kind: ReceiptKind::Receipt,
        on: entry.map(|(entry, _)| paper::wareki::short(entry.entered_on)).unwrap_or_default(),
        addressee: String::new(),
        purpose: String::new(),
        issuer: entry.map(|(entry, _)| entry.counterparty.clone()).unwrap_or_default(),
        amount: left,
        note: String::new(),
        parts: entry.map(part).into_iter().collect(),
    }
}

/// A receipt as it was typed.
pub(super) fn draft_of(receipt: &Receipt) -> ReceiptDraft {
    let part = |part: &office::accounts::ReceiptPart| ReceiptPartDraft {
        entry_id: Some(part.entry_id),
        amount: figures(part.amount_yen),
    };
    ReceiptDraft {
        kind: receipt.kind,
        on: receipt.dated_on.map(paper::wareki::short).unwrap_or_default(),
        addressee: receipt.addressee.clone(),
        purpose: receipt.purpose.clone(),
        issuer: receipt.issuer.clone(),
        amount: figures(receipt.amount_yen),
        note: receipt.note.clone(),
        parts: receipt.parts.iter().map(part).collect(),
    }
}

fn figures(amount: Yen) -> String {
    paper::Value::Yen(amount.0).shown(paper::Negative::White)
}

impl ReceiptDraft {
    fn parsed(self, year: FiscalYear) -> Result<ReceiptTyped> {
        let missing = || Error::refused("accounts.amount_out_of_range").with("field", "amount");
        let amount_yen = typed::yen(&self.amount, "amount")?.ok_or_else(missing)?;
        Ok(ReceiptTyped {
            kind: self.kind,
            dated_on: typed::day(&self.on, Some(year), "on")?,
            parts: parts(self.parts, amount_yen)?,
            addressee: self.addressee,
            purpose: self.purpose,
            issuer: self.issuer,
            amount_yen,
            note: self.note,
        })
    }
}

/// The parts in yen; the one without an amount takes what the others leave.
fn parts(drafts: Vec<ReceiptPartDraft>, whole: Yen) -> Result<Vec<(EntryId, Yen)>> {
    let mut parts = Vec::new();
    for draft in drafts {
        if let Some(id) = draft.entry_id {
            parts.push((id, typed::yen(&draft.amount, &id.to_string())?));
        }
    }
    let given: Yen = parts.iter().filter_map(|(_, amount)| *amount).sum();
    let open = parts.iter().filter(|(_, amount)| amount.is_none()).count();
    let rest = if open == 1 { whole - given } else { Yen(0) };
    Ok(parts.into_iter().map(|(id, amount)| (id, amount.unwrap_or(rest))).collect())
}

/// Writes a receipt down or anew, with a picture that was chosen.
#[derive(Debug, Deserialize, TS)]
pub struct SaveReceipt {
    pub year: FiscalYear,
    #[ts(type = "string | null")]
    pub id: Option<ReceiptId>,
    pub draft: ReceiptDraft,
    /// Of the picture; none to write it down without.
    pub token: Option<String>,
}

impl Command for SaveReceipt {
    const NAME: &'static str = "accounts.save_receipt";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let (year, typed) = (self.year, self.draft.parsed(self.year)?);
        let names: Vec<String> = desk.office()?.view(|view| {
            Ok(office::grants::store::grants(view, year)?.into_iter().map(|grant| grant.name).collect())
        })?;
        let grants: Vec<Option<&str>> = names.iter().map(|name| Some(name.as_str())).chain([None]).collect();
        let edition = desk.edition(year)?;
        let rules = edition.receipt_rules(&grants);
        let picture = self.token.map(|token| keep(desk, &token, Owner::Receipt)).transpose()?;
        let save = |tx: &Tx| {
            let id = acts::save_receipt(tx, year, self.id, &typed, &rules)?;
            attach_picture(tx, id, picture.as_ref())?;
            Ok(id)
        };
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, save)?, Written::of))
    }
}

/// Keeps a picture with its receipt.
pub(super) fn attach_picture(tx: &Tx, id: ReceiptId, picture: Option<&Attachment>) -> office::Result<()> {
    let Some(picture) = picture else { return Ok(()) };
    let label = "領収書".to_owned();
    attachments::attach(tx, &Attachment { owner_id: id.to_string(), label, ..picture.clone() })?;
    Ok(())
}

/// The receipt of an entry that is being typed: its day, its issuer and its amount are those of the entry.
#[derive(Debug, Deserialize, TS)]
pub struct ReceiptWithEntry {
    pub kind: ReceiptKind,
    /// 宛名, as it stands on the paper.
    pub addressee: String,
    /// 但し書き, as it stands on the paper.
    pub purpose: String,
    /// Of the picture; none to write it down without.
    pub token: Option<String>,
}

impl ReceiptWithEntry {
    pub fn picture(&self, desk: &Desk) -> Result<Option<Attachment>> {
        self.token.as_ref().map(|token| keep(desk, token, Owner::Receipt)).transpose()
    }

    /// The whole receipt behind the entries that were recorded, each with its amount.
    pub fn typed(&self, entry: &NewEntry, parts: &[(EntryId, Yen)]) -> ReceiptTyped {
        ReceiptTyped {
            kind: self.kind,
            dated_on: Some(entry.entered_on),
            addressee: self.addressee.clone(),
            purpose: self.purpose.clone(),
            issuer: entry.counterparty.clone(),
            amount_yen: entry.amount_yen,
            note: String::new(),
            parts: parts.to_vec(),
        }
    }
}

/// Takes a receipt away, with its pictures.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveReceipt {
    #[ts(type = "string")]
    pub id: ReceiptId,
}

impl Command for RemoveReceipt {
    const NAME: &'static str = "accounts.remove_receipt";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let remove = |tx: &Tx| acts::remove_receipt(tx, self.id);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, remove)?.into())
    }
}

/// Notes that somebody looked at what a check asks.
#[derive(Debug, Deserialize, TS)]
pub struct TickReceipt {
    #[ts(type = "string")]
    pub id: ReceiptId,
    pub check: String,
    pub is_ticked: bool,
}

impl Command for TickReceipt {
    const NAME: &'static str = "accounts.tick_receipt";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let tick = |tx: &Tx| acts::tick_receipt(tx, self.id, &self.check, self.is_ticked);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, tick)?.into())
    }
}
