//! 台帳に載せる・直す

use super::{found, refused};
use crate::accounts::{self, EntryId};
use crate::equipment::{Equipment, EquipmentId, MoneySource, Restriction, store};
use crate::file::Tx;
use crate::grants;
use crate::money::{LARGEST_YEN, Yen};
use crate::{Error, Result};

/// More years than any thing lasts are a mistake of the finger.
const MOST_YEARS: i64 = 100;
/// More of a kind than a council owns are one, too.
const MOST_PIECES: i64 = 100_000;

/// Writes a piece into the register, or writes it anew. How it is disposed of is kept: that has its own acts.
pub fn save_item(tx: &Tx, id: Option<EquipmentId>, typed: Equipment) -> Result<EquipmentId> {
    let before = id.map(|id| found(tx, id)).transpose()?;
    let item = Equipment {
        id: before.as_ref().map_or(typed.id, |item| item.id),
        disposal: before.and_then(|item| item.disposal),
        ..trimmed(typed)
    };
    right(tx, &item)?;
    store::put_item(tx, &item)?;
    tx.say("name", item.label());
    Ok(item.id)
}

/// Writes down that an entry bought nothing that belongs in the register.
pub fn pass_over(tx: &Tx, id: EntryId) -> Result<()> {
    let entry = accounts::store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
    store::put_passed(tx, id)?;
    tx.say("description", entry.description);
    Ok(())
}

/// What a corrected entry bought was bought by the one that stands for it.
pub fn follow_entry(tx: &Tx, from: EntryId, to: EntryId) -> Result<()> {
    store::move_entry(tx, from, to)
}

fn trimmed(item: Equipment) -> Equipment {
    let trim = |text: String| text.trim().to_owned();
    Equipment {
        number: trim(item.number),
        name: trim(item.name),
        model: trim(item.model),
        kind: trim(item.kind),
        source_name: trim(item.source_name),
        place: trim(item.place),
        keeper: trim(item.keeper),
        note: trim(item.note),
        grant_id: item.grant_id.filter(|_| item.source == MoneySource::Grant),
        ..item
    }
}

/// Refuses what no register can hold.
fn right(tx: &Tx, item: &Equipment) -> Result<()> {
    if item.name.is_empty() {
        return Err(refused("equipment.name_missing", "name"));
    }
    if item.number.is_empty() {
        return Err(refused("equipment.number_missing", "number"));
    }
    if let Some(other) = store::items(tx)?.into_iter().find(|other| other.number == item.number && other.id != item.id)
    {
        return Err(refused("equipment.number_taken", "number").with("number", &item.number).with("name", other.name));
    }
    if !(1..=MOST_PIECES).contains(&item.quantity) {
        return Err(refused("equipment.quantity", "quantity"));
    }
    let is_amount = |yen: Option<Yen>| yen.is_none_or(|Yen(yen)| (0..=LARGEST_YEN).contains(&yen));
    if !is_amount(item.price_yen) {
        return Err(refused("equipment.price", "price"));
    }
    let is_part = item.granted_yen.zip(item.price_yen).is_none_or(|(granted, price)| granted <= price);
    if !is_amount(item.granted_yen) || !is_part {
        return Err(refused("equipment.granted_above_price", "granted"));
    }
    if item.useful_years.is_some_and(|years| !(1..=MOST_YEARS).contains(&years)) {
        return Err(refused("equipment.useful_years", "useful_years"));
    }
    if let (Restriction::Until(last), Some(acquired)) = (item.restriction, item.acquired_on)
        && last < acquired
    {
        return Err(refused("equipment.restricted_before_bought", "restricted_until"));
    }
    if let Some(id) = item.grant_id {
        grants::store::find_grant(tx, id)?.ok_or_else(|| Error::refused("grants.gone"))?;
    }
    if let Some(id) = item.entry_id {
        accounts::store::find_entry(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
    }
    Ok(())
}
