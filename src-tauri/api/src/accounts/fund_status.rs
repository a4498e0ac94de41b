//! 会計と積立のようす: what each 会計 holds, what moved between them, and how far a reserve has come along its plan.

use std::collections::BTreeSet;

use office::accounts::{
    BookShare, Books, Fund, FundId, FundKind, FundYear, GENERAL, ReservePlan, ReserveYear, reserve_years, store,
};
use office::file::View;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::YearChoice;
use crate::{Desk, Result};

/// How many years ahead a plan may be made.
const YEARS_AHEAD: i32 = 20;

/// The 会計 of a year.
#[derive(Debug, Deserialize, TS)]
pub struct FundStatus {
    pub year: FiscalYear,
}

/// The 会計 of a year, and the years that a plan may name.
#[derive(Debug, Serialize, TS)]
pub struct FundsShown {
    pub funds: Vec<FundShown>,
    pub years: Vec<YearChoice>,
}

/// A 会計 and its year; 一般会計 has no record of its own.
#[derive(Debug, Serialize, TS)]
pub struct FundShown {
    pub fund: Option<Fund>,
    pub name: String,
    pub opening_yen: Yen,
    pub income_yen: Yen,
    /// 繰入
    pub received_yen: Yen,
    pub expense_yen: Yen,
    /// 繰出
    pub given_yen: Yen,
    pub closing_yen: Yen,
    /// 積立の計画と実際, by year; empty for what is no reserve.
    pub plan: Vec<PlannedYear>,
}

/// One year of a reserve: the plan, and what really came, went and lay there.
#[derive(Debug, Serialize, TS)]
pub struct PlannedYear {
    pub year: FiscalYear,
    pub label: String,
    pub planned_yen: Option<Yen>,
    pub put_in_yen: Option<Yen>,
    pub taken_out_yen: Option<Yen>,
    /// What ought to lie there by the plan.
    pub due_yen: Option<Yen>,
    pub held_yen: Option<Yen>,
    pub difference_yen: Option<Yen>,
}

impl Command for FundStatus {
    const NAME: &'static str = "accounts.fund_status";
    type Output = FundsShown;
    fn run(self, desk: &Desk) -> Result<FundsShown> {
        desk.office()?.view(|view| {
            let books = Books::load(view, self.year)?;
            let (shares, plans) = (books.fund_books(), store::reserve_plans(view)?);
            let all = std::iter::once(None).chain(books.funds.iter().map(Some));
            let funds: office::Result<Vec<FundShown>> =
                all.map(|fund| shown(view, fund, &shares, &plans, self.year)).collect();
            Ok(FundsShown { funds: funds?, years: choices(&books) })
        })
    }
}

/// From two years back on; a year that a fund names already stays among them.
fn choices(books: &Books) -> Vec<YearChoice> {
    let near = (books.year.0 - 2..=books.year.0 + YEARS_AHEAD).map(FiscalYear);
    let named = books.funds.iter().filter_map(|fund| fund.until_year);
    let years: BTreeSet<FiscalYear> = near.chain(named).collect();
    years.into_iter().map(|year| YearChoice { year, label: year.label() }).collect()
}

fn shown(
    view: &View,
    fund: Option<&Fund>,
    shares: &[BookShare<FundId>],
    plans: &[ReservePlan],
    year: FiscalYear,
) -> office::Result<FundShown> {
    let share = shares.iter().find(|share| share.key == fund.map(|fund| fund.id));
    let of = |of: fn(&BookShare<FundId>) -> Yen| share.map_or(Yen(0), of);
    let plan = match fund.filter(|fund| fund.kind == FundKind::Reserve) {
        Some(fund) => reserve_years(fund.id, plans, &store::fund_years(view, fund.id)?, year),
        None => vec![],
    };
    Ok(FundShown {
        fund: fund.cloned(),
        name: fund.map_or(GENERAL, |fund| &fund.name).to_owned(),
        opening_yen: of(|share| share.opening_yen),
        income_yen: of(|share| share.income_yen),
        received_yen: of(|share| share.received_yen),
        expense_yen: of(|share| share.expense_yen),
        given_yen: of(|share| share.given_yen),
        closing_yen: of(BookShare::closing_yen),
        plan: plan.into_iter().map(PlannedYear::from).collect(),
    })
}

impl From<ReserveYear> for PlannedYear {
    fn from(one: ReserveYear) -> PlannedYear {
        PlannedYear {
            year: one.fiscal_year,
            label: one.fiscal_year.label(),
            planned_yen: one.planned_yen,
            put_in_yen: one.real.map(|real| real.put_in_yen),
            taken_out_yen: one.real.map(|real| real.taken_out_yen),
            due_yen: one.due_yen,
            held_yen: one.real.as_ref().map(FundYear::closing_yen),
            difference_yen: one.difference_yen(),
        }
    }
}
