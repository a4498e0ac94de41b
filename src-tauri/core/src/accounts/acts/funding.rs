//! 事業の科目と財源: chosen, and taken over from the year before.

use std::collections::HashMap;

use crate::accounts::{Funding, GrantId, Side, item_in, store};
use crate::activities::ActivityId;
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::{Error, Result};

/// Writes down under which 科目 a line of work stands and which grant pays it; the same again is no change.
pub fn fund_activity(tx: &Tx, funding: &Funding) -> Result<()> {
    let Funding { activity_id, fiscal_year, item_id, grant_id, .. } = *funding;
    let stored = store::fundings(tx, fiscal_year)?.into_iter().find(|one| one.activity_id == activity_id);
    let before = stored.map_or((None, None), |one| (one.item_id, one.grant_id));
    if before == (item_id, grant_id) {
        return Ok(());
    }
    if store::closed_year(tx, fiscal_year)?.is_some() {
        return Err(Error::refused("accounts.year_closed").with("field", "item_id"));
    }
    let items = store::account_items(tx)?;
    if item_id.is_some_and(|id| !items.iter().any(|item| item.id == id && item.side == Side::Expense)) {
        return Err(Error::refused("accounts.no_such_item").with("field", "item_id"));
    }
    match (item_id, grant_id) {
        (None, None) => store::delete_funding(tx, activity_id, fiscal_year),
        _ => store::put_funding(tx, funding),
    }
}

/// Lets lines of work stand in a year as in the one before. `grants` says which grant of this year is which of the year before.
pub fn carry_fundings(
    tx: &Tx,
    activities: &[ActivityId],
    year: FiscalYear,
    grants: &HashMap<GrantId, GrantId>,
) -> Result<()> {
    let (budget, items) = (store::budget_lines(tx, year)?, store::account_items(tx)?);
    let before = store::fundings(tx, year.previous())?;
    for old in before.iter().filter(|old| activities.contains(&old.activity_id)) {
        let new = Funding {
            item_id: old.item_id.and_then(|id| item_in(&budget, &items, id)),
            grant_id: old.grant_id.and_then(|id| grants.get(&id).copied()),
            ..Funding::new(old.activity_id, year)
        };
        fund_activity(tx, &new)?;
    }
    Ok(())
}
