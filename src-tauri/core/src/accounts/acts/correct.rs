//! 取消・訂正: nothing is overwritten. A wrong entry is taken back by another one, and what is right is entered anew.
//! Once a month is locked, or auditors have looked at it, both stand on the day of the correction (赤黒).

use chrono::NaiveDate;

use super::entries::{next_position, record_as_told, say_entry, set_flag, told};
use super::{NewEntry, bank, enter, record_entry};
use crate::accounts::{Books, Entry, EntryId, EntryKind, Ruled, store};
use crate::attachments::{self, Attachment, AttachmentId, Owner};
use crate::file::Tx;
use crate::money::Yen;
use crate::{Error, Result};

/// Takes an entry back by one of the same shape with the opposite amount. It stands on the day of the entry, unless the books
/// of that day rest: then on `today`.
pub fn void_entry(tx: &Tx, id: EntryId, reason: &str, today: NaiveDate) -> Result<EntryId> {
    let entry = store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
    let books = Books::load(tx, entry.fiscal_year)?;
    if !books.standing().any(|e| e.id == id) {
        return Err(Error::refused("accounts.already_void").with("description", entry.description));
    }
    if reason.trim().is_empty() {
        return Err(Error::refused("accounts.reason_missing").with("field", "reason"));
    }
    say_entry(tx, &entry);
    let rests = store::rests(tx, entry.fiscal_year, entry.entered_on)?;
    let entered_on = correction_day(&entry, rests, today);
    let back = Entry {
        id: EntryId::new(),
        entered_on,
        amount_yen: -entry.amount_yen,
        voucher_no: None,
        position: next_position(&books, entered_on),
        voids_id: Some(entry.id),
        void_reason: reason.trim().to_owned(),
        version: 1,
        ..entry
    };
    enter(tx, &back)?;
    Ok(back.id)
}

/// 訂正: takes an entry back and records what is right, in one act.
pub fn correct_entry(tx: &Tx, id: EntryId, right: &NewEntry, reason: &str, today: NaiveDate) -> Result<EntryId> {
    let wrong = store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
    let right = &excused_as(&wrong, right);
    // What is right stands where what was wrong is taken back, or later.
    let rests = store::rests(tx, wrong.fiscal_year, wrong.entered_on)?;
    let is_beside = right.entered_on == correction_day(&wrong, rests, today);
    let record = if is_beside { record_as_told } else { record_entry };
    let new = replace_entry(tx, &wrong, reason, today, |tx| record(tx, wrong.fiscal_year, right))?;
    say_entry(tx, &wrong);
    let is_other = right.amount_yen != wrong.amount_yen;
    tx.say("right", if is_other { format!("「{}円」に", told(right.amount_yen)) } else { String::new() });
    Ok(new)
}

/// What was written about something else is no reason for a missing receipt because it is written once more.
fn excused_as(wrong: &Entry, right: &NewEntry) -> NewEntry {
    let is_of_other =
        wrong.excuses_receipt == Some(false) && wrong.eligibility_reason == right.eligibility_reason.trim();
    let ruled = right.ruled.map(|ruled| Ruled { lacks_receipt: ruled.lacks_receipt && !is_of_other, ..ruled });
    NewEntry { ruled, ..right.clone() }
}

/// Takes an entry back and has another one written in its place, which says why, and has the papers, receipts, month and
/// lines of the bank of the old one.
pub fn replace_entry(
    tx: &Tx,
    wrong: &Entry,
    reason: &str,
    today: NaiveDate,
    write: impl FnOnce(&Tx) -> Result<EntryId>,
) -> Result<EntryId> {
    let lines = bank::lines_of(tx, wrong)?;
    void_entry(tx, wrong.id, reason, today)?;
    let id = write(tx)?;
    let new = store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
    store::note_reason(tx, id, reason.trim())?;
    for paper in attachments::of(tx, Owner::Entry, &wrong.id.to_string())? {
        let copy = Attachment { id: AttachmentId::new(), owner_id: id.to_string(), ..paper };
        attachments::attach(tx, &copy)?;
    }
    store::move_recurring_month(tx, wrong.id, id)?;
    for (line, _) in lines.iter().filter(|(_, purse)| new.effect_on(*purse) == wrong.effect_on(*purse)) {
        store::put_bank_link(tx, *line, id, true)?;
    }
    if new.kind == EntryKind::Expense {
        move_receipts(tx, wrong, id, new.amount_yen)?;
    }
    Ok(id)
}

/// What stood behind the wrong entry stands behind the right one, as far as that cost so much: no entry is proven twice over.
fn move_receipts(tx: &Tx, wrong: &Entry, new: EntryId, cost: Yen) -> Result<()> {
    let mut left = cost;
    for mut receipt in store::receipts(tx, wrong.fiscal_year)? {
        let part = receipt.parts.iter_mut().find(|part| part.entry_id == wrong.id);
        let Some(part) = part.filter(|_| left > Yen(0)) else { continue };
        part.entry_id = new;
        part.amount_yen = part.amount_yen.min(left);
        left = left - part.amount_yen;
        store::put_receipt(tx, &receipt)?;
        set_flag(tx, new, true)?;
    }
    Ok(())
}

/// The day on which an entry is taken back: its own, or where the books of its own day rest `today`, on the same side of the
/// borders of its year: else the passbook of the year's last day would be told another balance.
pub fn correction_day(entry: &Entry, rests: bool, today: NaiveDate) -> NaiveDate {
    let span = entry.fiscal_year.span_with(entry.entered_on);
    if rests { today.clamp(*span.start(), *span.end()) } else { entry.entered_on }
}
