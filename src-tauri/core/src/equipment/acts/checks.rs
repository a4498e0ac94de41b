//! 現品照合

use chrono::NaiveDate;

use super::{held, refused};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::equipment::{CheckResult, EquipmentCheck, EquipmentCheckId, EquipmentId, store};
use crate::file::Tx;

/// Writes down what was found of a piece in the year; a second look stands for the first.
pub fn check(
    tx: &Tx,
    year: FiscalYear,
    id: EquipmentId,
    result: CheckResult,
    (on, by): (NaiveDate, &str),
    note: &str,
) -> Result<()> {
    let item = held(tx, id)?;
    if by.trim().is_empty() {
        return Err(refused("equipment.checked_by_missing", "by"));
    }
    store::put_check(
        tx,
        &EquipmentCheck {
            id: EquipmentCheckId::new(),
            equipment_id: id,
            fiscal_year: year,
            checked_on: on,
            checked_by: by.trim().to_owned(),
            result,
            note: note.trim().to_owned(),
        },
    )?;
    tx.say("name", item.label());
    tx.say("result", result.label());
    Ok(())
}
