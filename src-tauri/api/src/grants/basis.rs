//! 申請額を算式で出す: the formulas of grants, what they ask for, and what comes of the counts that were typed.

use std::collections::BTreeMap;

use office::enrolment::{known, rates_by_year};
use office::formula::{self, Quantity, Step};
use office::grants::AmountBasis;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::enrolment::FormulaShown;
use crate::{Desk, Result, typed};

/// The formulas by which a grant may be asked for.
#[derive(Debug, Deserialize, TS)]
pub struct GrantFormulas {
    pub year: FiscalYear,
}

/// The formulas, and the counts that the records can give them.
#[derive(Debug, Serialize, TS)]
pub struct GrantFormulasShown {
    pub formulas: Vec<FormulaShown>,
    pub suggested: Vec<CountSuggested>,
}

/// A count as the records have it, to be looked at before it is used.
#[derive(Debug, Serialize, TS)]
pub struct CountSuggested {
    pub measure: Quantity,
    #[ts(type = "number")]
    pub count: i64,
    /// 令和7年度の加入状況（令和7年4月1日、自治会 12）
    pub from: String,
}

impl Command for GrantFormulas {
    const NAME: &'static str = "grants.formulas";
    type Output = GrantFormulasShown;
    fn run(self, desk: &Desk) -> Result<GrantFormulasShown> {
        Ok(GrantFormulasShown {
            formulas: formula::grants().iter().map(|formula| FormulaShown::asking(formula, &[])).collect(),
            suggested: households(desk, self.year)?.into_iter().collect(),
        })
    }
}

/// 加入世帯 of the newest year that was counted, this year's or an earlier one's.
fn households(desk: &Desk, year: FiscalYear) -> Result<Option<CountSuggested>> {
    let counted = desk.office()?.view(|view| known(view))?.chosen;
    let rates = rates_by_year(&counted);
    let Some((of, rate)) = rates.range(..=year).next_back() else { return Ok(None) };
    let days = counted.iter().filter(|one| one.fiscal_year == *of && one.counted().is_some());
    let day = days.map(|one| one.as_of_on).max().map_or_else(String::new, paper::wareki::long);
    let from = format!("{}の加入状況（{day}、自治会 {}）", of.label(), rate.associations_counted);
    Ok(Some(CountSuggested { measure: Quantity::Households, count: rate.enrolled, from }))
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
