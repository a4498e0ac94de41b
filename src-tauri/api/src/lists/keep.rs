//! What is kept: lists under a name, and what test prints showed.

use office::file::Tx;
use office::lists::{ListChoice, SavedListId, acts};
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result};

/// Keeps a list under its title.
#[derive(Debug, Deserialize, TS)]
pub struct Save {
    pub choice: ListChoice,
}

impl Command for Save {
    const NAME: &'static str = "lists.save";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx: &Tx| acts::save_list(tx, &self.choice))?.into())
    }
}

/// Forgets a list.
#[derive(Debug, Deserialize, TS)]
pub struct Remove {
    #[ts(type = "string")]
    pub id: SavedListId,
}

impl Command for Remove {
    const NAME: &'static str = "lists.remove";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx: &Tx| acts::remove_list(tx, self.id))?.into())
    }
}

/// Keeps what a test print showed on one printer.
#[derive(Debug, Deserialize, TS)]
pub struct KeepShift {
    pub stationery: String,
    pub printer: String,
    /// Tenths of a millimetre to the right and down.
    pub shift: [i16; 2],
}

impl Command for KeepShift {
    const NAME: &'static str = "lists.keep_shift";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let printer = self.printer.trim();
        let keep = |tx: &Tx| acts::keep_shift(tx, &self.stationery, printer, self.shift);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, keep)?.into())
    }
}
