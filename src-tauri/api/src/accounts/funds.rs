//! 会計・積立の計画.

use office::accounts::{AccountItem, Fund, FundId, FundKind, acts, store};
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Result, typed};

/// The funds beside 一般会計, and the items of all.
#[derive(Debug, Deserialize, TS)]
pub struct ListFunds {}

/// The funds beside 一般会計, and the items of all that are in use.
#[derive(Debug, Serialize, TS)]
pub struct Funds {
    pub funds: Vec<FundRow>,
    pub items: Vec<AccountItem>,
}

/// A fund with its plan.
#[derive(Debug, Serialize, TS)]
pub struct FundRow {
    pub fund: Fund,
    pub plan: Vec<Planned>,
}

/// What is to be put aside in a year.
#[derive(Debug, Serialize, TS)]
pub struct Planned {
    pub year: FiscalYear,
    pub amount_yen: Yen,
}

impl Command for ListFunds {
    const NAME: &'static str = "accounts.list_funds";
    type Output = Funds;
    fn run(self, desk: &Desk) -> Result<Funds> {
        desk.office()?.view(|view| {
            let plans = store::reserve_plans(view)?;
            let row = |fund: Fund| {
                let own = plans.iter().filter(|plan| plan.fund_id == fund.id);
                let planned = own.map(|plan| Planned { year: plan.fiscal_year, amount_yen: plan.amount_yen });
                FundRow { plan: planned.collect(), fund }
            };
            let items = store::account_items(view)?.into_iter().filter(|item| !item.is_retired).collect();
            Ok(Funds { funds: store::funds(view)?.into_iter().map(row).collect(), items })
        })
    }
}

/// Adds a 会計 or writes one anew.
#[derive(Debug, Deserialize, TS)]
pub struct SaveFund {
    #[ts(type = "string | null")]
    pub id: Option<FundId>,
    pub name: String,
    pub kind: FundKind,
    pub purpose: String,
    pub target: String,
    pub until_year: Option<FiscalYear>,
    pub is_closed: bool,
}

impl Command for SaveFund {
    const NAME: &'static str = "accounts.save_fund";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let fund = Fund {
            id: self.id.unwrap_or_else(FundId::new),
            name: self.name,
            kind: self.kind,
            purpose: self.purpose,
            target_yen: typed::yen(&self.target, "target")?,
            until_year: self.until_year,
            is_closed: self.is_closed,
            position: 0,
            version: 1,
        };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_fund(tx, &fund))?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// 積立の計画 of a year.
#[derive(Debug, Deserialize, TS)]
pub struct PlanReserve {
    #[ts(type = "string")]
    pub id: FundId,
    pub year: FiscalYear,
    pub amount: String,
}

impl Command for PlanReserve {
    const NAME: &'static str = "accounts.plan_reserve";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let amount = typed::yen(&self.amount, "amount")?.unwrap_or_default();
        let plan = |tx: &office::file::Tx| acts::plan_reserve(tx, self.id, self.year, amount);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, plan)?.into())
    }
}
