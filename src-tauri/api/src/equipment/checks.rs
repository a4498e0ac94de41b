//! 現品照合, tapped one after the other.

use office::FiscalYear;
use office::equipment::acts::{self, Look};
use office::equipment::{CheckResult, EquipmentId};
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
    /// How many were there; empty where nobody counted.
    pub count: String,
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
        let count = typed::count(&self.count, "count")?.0;
        let look = Look { result: self.result, count, on, by: self.by, note: self.note };
        let check = |tx: &office::file::Tx| acts::check(tx, self.year, self.id, &look);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, check)?.into())
    }
}
