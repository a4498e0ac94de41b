//! Writing a person down.

use chrono::NaiveDate;

use super::in_order;
use crate::file::Tx;
use crate::roster::store::FormerAddress;
use crate::roster::{CustomFieldId, CustomKind, Person, PersonId, store};
use crate::{Error, Result};

/// Writes a person down: a new one, or an existing one whose version must be the one that was seen. `own` holds what
/// the council's own fields say.
pub fn save_person(tx: &Tx, person: &Person, is_new: bool, own: &[(CustomFieldId, String)]) -> Result<PersonId> {
    if person.name.is_blank() {
        return Err(Error::refused("roster.name_missing").with("field", "family"));
    }
    in_order(person.joined_on, person.left_on, "left")?;
    tx.say("name", person.name.full());
    if is_new {
        store::insert_person(tx, person)?;
    } else {
        let stored = super::person(tx, person.id)?;
        if stored.version != person.version {
            return Err(Error::refused("roster.changed_elsewhere").with("name", stored.name.full()));
        }
        if stored != *person {
            store::update_person(tx, person)?;
        }
    }
    save_own_fields(tx, person.id, own)?;
    Ok(person.id)
}

/// Keeps the address of somebody who moves on `on` to the one that `person` has; a first address or the same one is no move.
pub(super) fn keep_address(tx: &Tx, person: &Person, on: NaiveDate) -> Result<()> {
    let stored = super::person(tx, person.id)?;
    let is_move = !stored.address.is_empty() && (&stored.address, &stored.postal) != (&person.address, &person.postal);
    if is_move {
        let (postal, address) = (stored.postal, stored.address);
        store::insert_former_address(tx, &FormerAddress { person_id: person.id, postal, address, moved_on: on })?;
    }
    Ok(())
}

/// Writes down somebody who lives elsewhere from `on` on: the address before stays known. Without a day a changed address
/// is a correction (see [`save_person`]).
pub fn save_moved_person(tx: &Tx, person: &Person, on: NaiveDate, own: &[(CustomFieldId, String)]) -> Result<PersonId> {
    keep_address(tx, person, on)?;
    save_person(tx, person, false, own)
}

fn save_own_fields(tx: &Tx, person: PersonId, own: &[(CustomFieldId, String)]) -> Result<()> {
    if own.is_empty() {
        return Ok(());
    }
    let fields = store::custom_fields(tx)?;
    let held = store::custom_values(tx)?;
    for (id, value) in own {
        let field = fields.iter().find(|f| f.id == *id).ok_or_else(|| Error::refused("roster.no_such_field"))?;
        let stored = held.iter().find(|h| h.field_id == *id && h.person_id == person).map_or("", |h| h.value.as_str());
        let value = value.trim();
        if value == stored {
            continue;
        }
        let fits = match field.kind {
            CustomKind::Number => value.is_empty() || value.parse::<i64>().is_ok(),
            CustomKind::Choice => value.is_empty() || field.choices.iter().any(|c| c == value),
            CustomKind::Day => value.is_empty() || value.parse::<NaiveDate>().is_ok(),
            CustomKind::Text | CustomKind::YesNo => true,
        };
        if !fits {
            let refused = Error::refused("roster.field_does_not_fit").with("field", format!("own {id}"));
            return Err(refused.with("label", &field.label).with("value", value));
        }
        store::put_custom_value(tx, *id, person, value)?;
    }
    Ok(())
}
