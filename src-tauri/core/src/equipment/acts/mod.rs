//! What is done with equipment.

mod checks;
mod disposal;
mod erase;
mod items;
mod loans;
#[cfg(test)]
pub(super) mod tests;

pub use checks::{Look, check};
pub use disposal::{drop_plan, record_disposal};
pub use erase::{KEPT_YEARS, erase_borrowers, past_loans};
pub use items::{follow_entry, pass_over, save_item};
pub use loans::{NewLoan, give_back, lend};

use super::{Equipment, EquipmentId, Register, facts, store};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::{Error, Result};

/// Keeps what the papers of a year that was just closed say of the register: what is entered, lent or gone later changes none
/// of them.
pub fn keep_register(tx: &Tx, year: FiscalYear) -> Result<()> {
    store::keep(tx, year, &facts::of_year(&Register::load(tx)?, year))
}

/// A piece by its key.
fn found(tx: &Tx, id: EquipmentId) -> Result<Equipment> {
    store::find_item(tx, id)?.ok_or_else(|| Error::refused("equipment.no_such_item"))
}

/// A piece that is still there.
fn held(tx: &Tx, id: EquipmentId) -> Result<Equipment> {
    let item = found(tx, id)?;
    match item.gone_on() {
        None => Ok(item),
        Some(on) => {
            Err(Error::refused("equipment.gone").with("name", item.label()).with("on", paper::wareki::long(on)))
        }
    }
}

fn refused(code: &'static str, field: &str) -> Error {
    Error::refused(code).with("field", field)
}
