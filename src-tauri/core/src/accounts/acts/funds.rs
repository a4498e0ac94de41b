//! 会計・積立の計画.

use crate::accounts::{Fund, FundId, FundKind, GENERAL, store};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::{LARGEST_YEN, Yen};
use crate::{Error, Result};

/// Adds a 会計, or writes one anew; no two bear one name.
pub fn save_fund(tx: &Tx, fund: &Fund) -> Result<FundId> {
    let fund = Fund { name: fund.name.trim().to_owned(), purpose: fund.purpose.trim().to_owned(), ..fund.clone() };
    let refused = |code, field: &str| Err(Error::refused(code).with("field", field).with("name", &fund.name));
    if fund.name.is_empty() {
        return refused("accounts.fund_unnamed", "name");
    }
    let funds = store::funds(tx)?;
    if fund.name == GENERAL || funds.iter().any(|one| one.name == fund.name && one.id != fund.id) {
        return refused("accounts.fund_there", "name");
    }
    if fund.target_yen.is_some_and(|yen| !(0..=LARGEST_YEN).contains(&yen.0)) {
        return refused("accounts.amount_out_of_range", "target");
    }
    tx.say("name", &fund.name);
    store::put_fund(tx, &fund)?;
    Ok(fund.id)
}

/// Writes what is to be put aside in a year.
pub fn plan_reserve(tx: &Tx, fund: FundId, year: FiscalYear, amount: Yen) -> Result<()> {
    let funds = store::funds(tx)?;
    let reserve = funds.iter().find(|one| one.id == fund && one.kind == FundKind::Reserve);
    let reserve = reserve.ok_or_else(|| Error::refused("accounts.no_such_fund"))?;
    if !(0..=LARGEST_YEN).contains(&amount.0) {
        return Err(Error::refused("accounts.amount_out_of_range").with("field", "amount"));
    }
    tx.say("name", &reserve.name);
    tx.say("year", year.label());
    store::put_reserve_plan(tx, fund, year, amount)
}
