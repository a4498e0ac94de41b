//! 積立の状況: what was to be put aside, year by year, beside what was put in and taken out and what lay there.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{FundId, ReservePlan};
use crate::calendar::FiscalYear;
use crate::money::Yen;

/// What came into a 会計 and left it in one year, from outside or from another 会計.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FundYear {
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 前年度からの繰越
    pub opening_yen: Yen,
    /// 積み立てた額: income and 繰入.
    pub put_in_yen: Yen,
    /// 取り崩した額: expense and 繰出.
    pub taken_out_yen: Yen,
}

impl FundYear {
    /// What lay there at the end.
    pub fn closing_yen(&self) -> Yen {
        self.opening_yen + self.put_in_yen - self.taken_out_yen
    }
}

/// One year of a reserve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReserveYear {
    /// 年度
    pub fiscal_year: FiscalYear,
    /// What was to be put aside; none where the plan has no such year.
    pub planned_yen: Option<Yen>,
    /// What ought to lie there at the end by the plan; none before the plan begins.
    pub due_yen: Option<Yen>,
    /// What really came and went; none for a year without books.
    pub real: Option<FundYear>,
}

impl ReserveYear {
    /// 残高 − 計画
    pub fn difference_yen(&self) -> Option<Yen> {
        Some(self.real?.closing_yen() - self.due_yen?)
    }
}

/// The years of a reserve up to `at`, and what is planned beyond. What ought to lie there is what lay there when the plan
/// began, and everything planned since.
pub fn reserve_years(fund: FundId, plans: &[ReservePlan], real: &[FundYear], at: FiscalYear) -> Vec<ReserveYear> {
    let own = || plans.iter().filter(|plan| plan.fund_id == fund);
    let known = || real.iter().filter(|year| year.fiscal_year <= at);
    let years: BTreeSet<FiscalYear> =
        own().map(|plan| plan.fiscal_year).chain(known().map(|year| year.fiscal_year)).collect();
    let first = own().map(|plan| plan.fiscal_year).min();
    let begun = known().find(|year| first.is_some_and(|first| year.fiscal_year >= first)).map(|year| year.opening_yen);
    let before = known().rfind(|year| first.is_some_and(|first| year.fiscal_year < first));
    let mut due = begun.or(before.map(FundYear::closing_yen)).unwrap_or_default();
    let row = |year: FiscalYear| {
        let planned_yen = own().find(|plan| plan.fiscal_year == year).map(|plan| plan.amount_yen);
        due += planned_yen.unwrap_or_default();
        ReserveYear {
            fiscal_year: year,
            planned_yen,
            due_yen: first.filter(|first| *first <= year).map(|_| due),
            real: known().find(|one| one.fiscal_year == year).copied(),
        }
    };
    years.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::ReservePlanId;

    fn plan(fund_id: FundId, year: i32, amount: i64) -> ReservePlan {
        ReservePlan { id: ReservePlanId::new(), fund_id, fiscal_year: FiscalYear(year), amount_yen: Yen(amount) }
    }

    fn real(year: i32, [opening, put_in, taken_out]: [i64; 3]) -> FundYear {
        FundYear {
            fiscal_year: FiscalYear(year),
            opening_yen: Yen(opening),
            put_in_yen: Yen(put_in),
            taken_out_yen: Yen(taken_out),
        }
    }

    #[test]
    fn a_plan_begins_with_what_lay_there_and_goes_on_beyond_the_books() {
        let fund = FundId::new();
        let plans = [
            plan(fund, 2025, 50_000),
            plan(fund, 2026, 50_000),
            plan(fund, 2027, 40_000),
            plan(FundId::new(), 2025, 9),
        ];
        let books = [
            real(2024, [0, 300_000, 0]),
            real(2025, [300_000, 50_000, 0]),
            real(2026, [350_000, 20_000, 5_000]),
            real(2027, [365_000, 0, 0]),
        ];
        let years = reserve_years(fund, &plans, &books, FiscalYear(2026));
        let told: Vec<_> = years
            .iter()
            .map(|one| (one.fiscal_year.0, one.planned_yen, one.due_yen, one.real.map(|year| year.closing_yen())))
            .collect();
        let yen = |yen: i64| Some(Yen(yen));
        assert_eq!(
            told,
            [
                (2024, None, None, yen(300_000)),
                (2025, yen(50_000), yen(350_000), yen(350_000)),
                (2026, yen(50_000), yen(400_000), yen(365_000)),
                (2027, yen(40_000), yen(440_000), None),
            ]
        );
        assert_eq!(years[2].difference_yen(), yen(-35_000));
    }

    #[test]
    fn without_a_plan_only_what_was_there_is_told() {
        let years = reserve_years(FundId::new(), &[], &[real(2025, [10, 5, 3])], FiscalYear(2025));
        assert_eq!((years[0].due_yen, years[0].real.map(|year| year.closing_yen())), (None, Some(Yen(12))));
    }
}
