//! What is done about handing over.

use chrono::NaiveDate;

use super::{Handover, HandoverId, HandoverItem, HandoverItemId, store};
use crate::accounts;
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::{Error, Result};

/// A handover as typed, before it is checked.
#[derive(Debug, Clone, Default)]
pub struct NewHandover {
    /// 会長, 会計, 事務局
    pub office: String,
    /// 前任
    pub from_name: String,
    /// 後任
    pub to_name: String,
    /// 立会人
    pub witness: String,
    /// 備考
    pub note: String,
    /// Both have read the paper and say so.
    pub both_confirm: bool,
}

/// Writes a line into the list, or writes it anew.
pub fn save_item(tx: &Tx, id: Option<HandoverItemId>, typed: HandoverItem) -> Result<HandoverItemId> {
    let id = match id {
        Some(id) => found(tx, id)?.id,
        None => typed.id,
    };
    let trim = |text: &str| text.trim().to_owned();
    let item = HandoverItem {
        id,
        kind: typed.kind,
        name: trim(&typed.name),
        place: trim(&typed.place),
        holder: trim(&typed.holder),
        note: trim(&typed.note),
    };
    if item.name.is_empty() {
        return Err(refused("handover.name_missing", "name"));
    }
    store::put_item(tx, &item)?;
    say(tx, &item);
    Ok(item.id)
}

/// Takes a line out of the list.
pub fn remove_item(tx: &Tx, id: HandoverItemId) -> Result<()> {
    let item = found(tx, id)?;
    store::delete_item(tx, id)?;
    say(tx, &item);
    Ok(())
}

fn say(tx: &Tx, item: &HandoverItem) {
    tx.say("kind", item.kind.label());
    tx.say("name", &item.name);
}

/// Writes down that an office was handed over: both by name, and with the mark of the books where the year is closed.
pub fn record(tx: &Tx, year: FiscalYear, on: NaiveDate, new: &NewHandover) -> Result<HandoverId> {
    let handover = Handover {
        id: HandoverId::new(),
        fiscal_year: year,
        office: new.office.trim().to_owned(),
        handed_on: on,
        from_name: new.from_name.trim().to_owned(),
        to_name: new.to_name.trim().to_owned(),
        witness: new.witness.trim().to_owned(),
        mark: accounts::store::closed_year(tx, year)?.map(|closed| closed.mark()).unwrap_or_default(),
        note: new.note.trim().to_owned(),
    };
    right(&handover, new.both_confirm)?;
    store::insert_record(tx, &handover)?;
    tx.say("office", &handover.office);
    tx.say("from", &handover.from_name);
    tx.say("to", &handover.to_name);
    Ok(handover.id)
}

/// Takes a handover that was written down by mistake out.
pub fn remove_record(tx: &Tx, id: HandoverId) -> Result<()> {
    let handover = store::find_record(tx, id)?.ok_or_else(|| Error::refused("handover.no_such_record"))?;
    store::delete_record(tx, id)?;
    tx.say("office", &handover.office);
    tx.say("to", &handover.to_name);
    Ok(())
}

fn right(handover: &Handover, both_confirm: bool) -> Result<()> {
    for (words, field, code) in [
        (&handover.office, "office", "handover.office_missing"),
        (&handover.from_name, "from_name", "handover.from_missing"),
        (&handover.to_name, "to_name", "handover.to_missing"),
    ] {
        if words.is_empty() {
            return Err(refused(code, field));
        }
    }
    if handover.from_name == handover.to_name {
        return Err(refused("handover.same_person", "to_name"));
    }
    if handover.handed_on < handover.fiscal_year.first_day() {
        return Err(refused("handover.before_year", "handed_on").with("year", handover.fiscal_year.label()));
    }
    if both_confirm { Ok(()) } else { Err(refused("handover.not_confirmed", "both_confirm")) }
}

fn found(tx: &Tx, id: HandoverItemId) -> Result<HandoverItem> {
    store::find_item(tx, id)?.ok_or_else(|| Error::refused("handover.no_such_item"))
}

fn refused(code: &'static str, field: &str) -> Error {
    Error::refused(code).with("field", field)
}
