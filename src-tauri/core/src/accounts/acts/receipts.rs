//! 領収書をしまう・分ける・点検する.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::entries::{not_audited, set_flag};
use crate::accounts::{
    Books, EntryId, EntryKind, Receipt, ReceiptId, ReceiptKind, ReceiptPart, ReceiptPartId, ReceiptRule, proven_yen,
    store,
};
use crate::attachments::{self, Owner};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::{LARGEST_YEN, Yen};
use crate::{Error, Result};

/// A receipt as typed and parsed, before it is checked.
#[derive(Debug, Clone)]
pub struct ReceiptTyped {
    /// 種類
    pub kind: ReceiptKind,
    /// 日付
    pub dated_on: Option<NaiveDate>,
    /// 宛名
    pub addressee: String,
    /// 但し書き
    pub purpose: String,
    /// 発行した店や人
    pub issuer: String,
    /// 円
    pub amount_yen: Yen,
    /// 備考
    pub note: String,
    /// The entries that it stands behind, each with its part.
    pub parts: Vec<(EntryId, Yen)>,
}

/// Writes a receipt down, or writes it anew; the entries behind which it stands have a receipt from now on. What was ticked
/// stays so, unless its rule looks at what is now written otherwise.
pub fn save_receipt(
    tx: &Tx,
    year: FiscalYear,
    id: Option<ReceiptId>,
    typed: &ReceiptTyped,
    rules: &[&ReceiptRule],
) -> Result<ReceiptId> {
    let (books, all) = (Books::load(tx, year)?, store::receipts(tx, year)?);
    let (before, others): (Vec<Receipt>, Vec<Receipt>) = all.into_iter().partition(|one| Some(one.id) == id);
    if id.is_some() && before.is_empty() {
        return Err(no_such());
    }
    let before = before.into_iter().next();
    if let Some(problem) = problem(typed, &books, before.as_ref(), &others) {
        return Err(problem);
    }
    let number = match &before {
        Some(before) => before.number,
        None => store::next_receipt_no(tx, year)?,
    };
    let part =
        |&(entry_id, amount_yen): &(EntryId, Yen)| ReceiptPart { id: ReceiptPartId::new(), entry_id, amount_yen };
    let mut receipt = Receipt {
        id: id.unwrap_or_else(ReceiptId::new),
        fiscal_year: year,
        number,
        kind: typed.kind,
        dated_on: typed.dated_on,
        addressee: typed.addressee.trim().to_owned(),
        purpose: typed.purpose.trim().to_owned(),
        issuer: typed.issuer.trim().to_owned(),
        amount_yen: typed.amount_yen,
        note: typed.note.trim().to_owned(),
        ticked: vec![],
        parts: typed.parts.iter().map(part).collect(),
        version: 1,
    };
    if let Some(before) = &before {
        let holds = |tick: &&String| rules.iter().all(|rule| rule.id != **tick || rule.looks_at_same(before, &receipt));
        receipt.ticked = before.ticked.iter().filter(holds).cloned().collect();
    }
    say_receipt(tx, &receipt);
    store::put_receipt(tx, &receipt)?;
    mark(tx, before.iter().chain([&receipt]))?;
    Ok(receipt.id)
}

/// Takes a receipt away, with its pictures; entries that have no other one have none.
pub fn remove_receipt(tx: &Tx, id: ReceiptId) -> Result<()> {
    let receipt = store::find_receipt(tx, id)?.ok_or_else(no_such)?;
    for paper in attachments::of(tx, Owner::Receipt, &id.to_string())? {
        attachments::detach(tx, paper.id)?;
    }
    say_receipt(tx, &receipt);
    store::delete_receipt(tx, id)?;
    mark(tx, [&receipt])
}

/// Notes that somebody looked at what a check asks, or has not.
pub fn tick_receipt(tx: &Tx, id: ReceiptId, check: &str, is_ticked: bool) -> Result<()> {
    let mut receipt = store::find_receipt(tx, id)?.ok_or_else(no_such)?;
    receipt.ticked.retain(|one| one != check);
    if is_ticked {
        receipt.ticked.push(check.to_owned());
    }
    say_receipt(tx, &receipt);
    store::put_receipt(tx, &receipt)
}

fn no_such() -> Error {
    Error::refused("accounts.no_such_receipt")
}

/// The first thing that is wrong. What a receipt says is kept as it is, good or bad; only its parts must be possible.
fn problem(typed: &ReceiptTyped, books: &Books, before: Option<&Receipt>, others: &[Receipt]) -> Option<Error> {
    let refused = |code, field: &str| Error::refused(code).with("field", field);
    if typed.amount_yen.0 <= 0 || typed.amount_yen.0 > LARGEST_YEN {
        return Some(refused("accounts.amount_out_of_range", "amount"));
    }
    if typed.parts.is_empty() {
        return Some(refused("accounts.receipt_without_entry", "entry_id"));
    }
    let distinct: BTreeSet<EntryId> = typed.parts.iter().map(|(id, _)| *id).collect();
    if distinct.len() < typed.parts.len() {
        return Some(refused("accounts.receipt_entry_twice", "entry_id"));
    }
    for &(id, part) in &typed.parts {
        // A part behind an entry that was taken back since stays as it was until somebody moves it.
        if before.is_some_and(|before| before.part_of(id) == Some(part)) {
            continue;
        }
        let entry = books.standing().find(|entry| entry.id == id && entry.kind == EntryKind::Expense);
        let Some(entry) = entry else { return Some(refused("accounts.receipt_entry_missing", "entry_id")) };
        let left = entry.amount_yen - proven_yen(others, id);
        if part.0 <= 0 || part > left {
            let told = refused("accounts.receipt_over_entry", &id.to_string()).with("description", &entry.description);
            return Some(told.with("left", plain(left)));
        }
    }
    let sum: Yen = typed.parts.iter().map(|(_, part)| *part).sum();
    let over = refused("accounts.receipt_parts_over", "amount").with("over", plain(sum - typed.amount_yen));
    (sum > typed.amount_yen).then_some(over)
}

/// Entries have a receipt exactly as long as one is written down behind them. Where auditors have seen it otherwise that is
/// refused; what was taken back since stays as they saw it.
fn mark<'a>(tx: &Tx, receipts: impl IntoIterator<Item = &'a Receipt>) -> Result<()> {
    let entries: BTreeSet<EntryId> =
        receipts.into_iter().flat_map(|one| one.parts.iter().map(|part| part.entry_id)).collect();
    for id in entries {
        let entry = store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
        let has_receipt = store::has_receipt_written(tx, id)?;
        if entry.has_receipt == has_receipt {
            continue;
        }
        match not_audited(tx, &entry) {
            Ok(()) => set_flag(tx, id, has_receipt)?,
            Err(refused) if Books::load(tx, entry.fiscal_year)?.standing().any(|one| one.id == id) => {
                return Err(refused);
            }
            Err(_) => {}
        }
    }
    Ok(())
}

fn say_receipt(tx: &Tx, receipt: &Receipt) {
    tx.say("number", receipt.number);
    tx.say("amount", plain(receipt.amount_yen));
}

fn plain(amount: Yen) -> String {
    paper::Value::Yen(amount.0).shown(paper::Negative::White)
}
