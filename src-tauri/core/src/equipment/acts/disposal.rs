//! 処分: planned, so that the application can be printed, and done. Nothing is refused for coming too early: the city decides,
//! and the register says what was approved.

use super::{held, refused};
use crate::equipment::{Disposal, DisposalWay, EquipmentId, Register, store};
use crate::file::Tx;
use crate::{Error, Result};

/// Writes down how a piece is disposed of, planned or done.
pub fn record_disposal(tx: &Tx, id: EquipmentId, disposal: &Disposal) -> Result<()> {
    let mut item = held(tx, id)?;
    if disposal.reason.trim().is_empty() {
        return Err(refused("equipment.reason_missing", "reason"));
    }
    if item.acquired_on.is_some_and(|acquired| disposal.on < acquired) {
        return Err(refused("equipment.disposed_before_bought", "on"));
    }
    let away = Register::load(tx)?.away(id);
    // What is lost is lost to whom it was lent, too.
    if disposal.is_done && away > 0 && disposal.way != DisposalWay::Lost {
        return Err(Error::refused("equipment.still_lent").with("name", item.label()).with("count", away));
    }
    item.disposal = Some(Disposal {
        reason: disposal.reason.trim().to_owned(),
        approval_no: disposal.approval_no.trim().to_owned(),
        ..disposal.clone()
    });
    store::put_item(tx, &item)?;
    tx.say("name", item.label());
    tx.say("way", disposal.way.label());
    Ok(())
}

/// Forgets a disposal that was only planned.
pub fn drop_plan(tx: &Tx, id: EquipmentId) -> Result<()> {
    let mut item = held(tx, id)?;
    item.disposal = None;
    store::put_item(tx, &item)?;
    tx.say("name", item.label());
    Ok(())
}
