//! 会計・科目・積立の計画.

use crate::accounts::{AccountItem, AccountItemId, Fund, FundId, FundKind, GENERAL, store};
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

/// Adds an account item; refused where one of that name is there, and where a level is left out above a deeper one.
pub fn add_item(tx: &Tx, item: &AccountItem) -> Result<AccountItemId> {
    let [kan, kou, moku, setsu] = [&item.kan, &item.kou, &item.moku, &item.setsu].map(|name| name.trim().to_owned());
    let item = AccountItem { kan, kou, moku, setsu, ..item.clone() };
    let levels = [&item.kan, &item.kou, &item.moku, &item.setsu];
    let depth = item.levels().count();
    if depth == 0 || levels[..depth].iter().any(|name| name.is_empty()) {
        return Err(Error::refused("accounts.item_level_missing").with("field", "kan"));
    }
    let names = |one: &AccountItem| one.levels().map(str::to_owned).collect::<Vec<_>>();
    let is_there =
        |one: &AccountItem| (one.side, one.fund_id) == (item.side, item.fund_id) && names(one) == names(&item);
    if store::account_items(tx)?.iter().any(is_there) {
        return Err(Error::refused("accounts.item_there").with("field", "kan").with("item", item.label()));
    }
    tx.say("item", item.label());
    store::insert_account_item(tx, &item)
}
