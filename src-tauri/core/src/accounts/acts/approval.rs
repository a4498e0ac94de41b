//! 承認: asked for with each entry while the council wants it, given by somebody else, taken back until it was audited.

use chrono::NaiveDate;

use super::entries::say_entry;
use crate::accounts::{Approval, ApprovalId, Entry, EntryId, store};
use crate::file::Tx;
use crate::{Error, Result};

/// From now on slips are approved by somebody else than who entered them, or no more.
pub fn ask_approval(tx: &Tx, asks: bool) -> Result<()> {
    let said = "「伝票は、書いた人とは別の人が承認する」を";
    tx.say("what", format!("{said}{}", if asks { "始めました" } else { "やめました" }));
    store::set_asks_approval(tx, asks)
}

/// Writes an entry into the books, whatever path it came; where the council asks for it, it waits to be approved.
pub(in crate::accounts) fn enter(tx: &Tx, entry: &Entry) -> Result<()> {
    store::insert_entry(tx, entry)?;
    if !store::asks_approval(tx)? {
        return Ok(());
    }
    let waiting = Approval {
        id: ApprovalId::new(),
        entry_id: entry.id,
        entered_by: tx.by().operator.clone(),
        approved_by: String::new(),
        approved_on: None,
    };
    store::insert_approval(tx, &waiting)
}

/// 承認する: one entry or several, all of them or none.
pub fn approve_entries(tx: &Tx, ids: &[EntryId], on: NaiveDate) -> Result<()> {
    for id in ids {
        let (entry, approval) = asked(tx, *id)?;
        if let Some(refused) = approval.refusal(&tx.by().operator, &entry.description) {
            return Err(refused);
        }
        let approved_by = tx.by().operator.clone();
        store::put_approval(tx, &Approval { approved_by, approved_on: Some(on), ..approval })?;
        say_entry(tx, &entry);
    }
    tx.say("more", if ids.len() > 1 { format!("ほか{}件", ids.len() - 1) } else { String::new() });
    Ok(())
}

/// 承認を取り消す; refused by its table once auditors have seen it.
pub fn take_back_approval(tx: &Tx, id: EntryId) -> Result<()> {
    let (entry, approval) = asked(tx, id)?;
    if !approval.is_given() {
        return Err(Error::refused("accounts.not_approved").with("description", entry.description));
    }
    say_entry(tx, &entry);
    store::put_approval(tx, &Approval { approved_by: String::new(), approved_on: None, ..approval })
}

/// An entry and the approval that it was asked for.
fn asked(tx: &Tx, id: EntryId) -> Result<(Entry, Approval)> {
    let entry = store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
    let is_asked = store::asks_approval(tx)?;
    let approval = store::approval_of(tx, id)?.filter(|_| is_asked);
    let approval = approval.ok_or_else(|| Error::refused("accounts.approval_not_asked"))?;
    Ok((entry, approval))
}
