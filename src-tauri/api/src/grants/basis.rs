//! 申請額を算式で出す: the formulas of grants, what they ask for, and what comes of the counts that were typed.

use std::collections::BTreeMap;

use office::Yen;
use office::formula::{self, Quantity, Step};
use office::grants::AmountBasis;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::enrolment::FormulaShown;
use crate::{Desk, Result, typed};

/// The formulas by which a grant may be asked for.
#[derive(Debug, Deserialize, TS)]
pub struct GrantFormulas {}

impl Command for GrantFormulas {
    const NAME: &'static str = "grants.formulas";
    type Output = Vec<FormulaShown>;
    fn run(self, _: &Desk) -> Result<Vec<FormulaShown>> {
        Ok(formula::grants().iter().map(|formula| FormulaShown::asking(formula, &[])).collect())
    }
}

/// A formula and its counts as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct BasisTyped {
    pub formula: String,
    pub readings: BTreeMap<String, String>,
    #[ts(type = "Partial<Record<Quantity, string>>")]
    pub counts: BTreeMap<Quantity, String>,
}

impl BasisTyped {
    pub(super) fn parsed(self) -> Result<AmountBasis> {
        let counts = typed::counts(&self.counts, "counts")?;
        Ok(AmountBasis { formula: self.formula, readings: self.readings, counts })
    }
}

/// Works an amount out.
#[derive(Debug, Deserialize, TS)]
pub struct WorkOut {
    pub basis: BasisTyped,
}

/// The amount and how it came about.
#[derive(Debug, Serialize, TS)]
pub struct WorkedOut {
    pub amount_yen: Yen,
    pub steps: Vec<Step>,
}

impl Command for WorkOut {
    const NAME: &'static str = "grants.work_out";
    type Output = WorkedOut;
    fn run(self, _: &Desk) -> Result<WorkedOut> {
        let worked = self.basis.parsed()?.worked()?;
        Ok(WorkedOut { amount_yen: worked.amount, steps: worked.steps })
    }
}
