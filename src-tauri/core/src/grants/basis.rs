//! 算出基礎: the formula by which an amount was worked out, and what it was given. The amount and its steps are worked out each
//! time.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::formula::{self, Formula, Given, Quantity, Worked};
use crate::{Error, Result};

/// How the amount of an application comes about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AmountBasis {
    /// Its id, one of `assets/formulas/grants.toml`.
    pub formula: String,
    /// The readings chosen where a rule leaves one open.
    pub readings: BTreeMap<String, String>,
    /// 世帯数, 人口, 対象経費 … as they were counted.
    #[ts(type = "Partial<Record<Quantity, number>>")]
    pub counts: BTreeMap<Quantity, i64>,
}

impl AmountBasis {
    /// The formula; refused where there is no such one.
    pub fn formula(&self) -> Result<&'static Formula> {
        let found = formula::grants().iter().find(|formula| formula.id == self.formula);
        found.ok_or_else(|| Error::refused("grants.unknown_formula").with("formula", &self.formula))
    }

    /// The amount and its steps; refused while a count or a reading is missing.
    pub fn worked(&self) -> Result<Worked> {
        let given = Given { counts: self.counts.clone(), readings: self.readings.clone(), ..Given::default() };
        self.formula()?.work_out(&given)
    }
}
