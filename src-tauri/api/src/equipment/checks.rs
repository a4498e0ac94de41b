//! 現品照合, tapped one after the other.

use office::FiscalYear;
use office::equipment::{CheckResult, EquipmentId, acts};
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result, typed};

/// Writes down what was found of a piece in the year.
#[derive(Debug, Deserialize, TS)]
pub struct CheckEquipment {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: EquipmentId,
    pub result: CheckResult,
    /// 照合日; empty is today.
    pub on: String,
    /// 照合した人
    pub by: String,
    pub note: String,
}

impl Command for CheckEquipment {
    const NAME: &'static str = "equipment.check";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let on = typed::day(&self.on, Some(self.year), "on")?.unwrap_or_else(|| desk.today());
        let check = |tx: &office::file::Tx| {
            acts::check(tx, self.year, self.id, self.result, (on, self.by.as_str()), &self.note)
        };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, check)?.into())
    }
}
