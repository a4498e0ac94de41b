//! 事業の科目と財源: under which 科目 a line of work stands in a year's budget, and which grant pays it.

use serde::{Deserialize, Serialize};

use super::{AccountItem, AccountItemId, BudgetLine, GrantId};
use crate::activities::ActivityId;
use crate::calendar::FiscalYear;
use crate::id::Id;

/// Key of what is chosen for a line of work.
pub type FundingId = Id<Funding>;

/// What is chosen for one line of work in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Funding {
    /// Key.
    pub id: FundingId,
    /// 事業
    pub activity_id: ActivityId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 科目 of the expense.
    pub item_id: Option<AccountItemId>,
    /// 財源; none is 自主財源, or nobody has said.
    pub grant_id: Option<GrantId>,
}

impl Funding {
    /// Of a line of work for which nothing is chosen.
    pub fn new(activity_id: ActivityId, fiscal_year: FiscalYear) -> Funding {
        Funding { id: FundingId::new(), activity_id, fiscal_year, item_id: None, grant_id: None }
    }
}

/// The item of another year's budget that an item is: itself, or the one under the same names. Where that year has no budget
/// yet, nobody can say otherwise.
pub fn item_in(budget: &[BudgetLine], items: &[AccountItem], id: AccountItemId) -> Option<AccountItemId> {
    let is_planned = |id: AccountItemId| budget.iter().any(|line| line.item_id == id);
    let own = items.iter().find(|item| item.id == id)?;
    if is_planned(id) || (budget.is_empty() && !own.is_retired) {
        return Some(id);
    }
    let place = |item: &AccountItem| (item.side, item.fund_id);
    let same = |item: &&AccountItem| place(item) == place(own) && item.names() == own.names() && is_planned(item.id);
    // A name that changed while years were closed stands in the place of the old one.
    let follows = |item: &&AccountItem| item.follows_id == Some(id) && is_planned(item.id);
    items.iter().find(same).or_else(|| items.iter().find(follows)).map(|item| item.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{BudgetLineId, Side};
    use crate::money::Yen;

    fn line(item: &AccountItem) -> BudgetLine {
        BudgetLine {
            id: BudgetLineId::new(),
            fiscal_year: FiscalYear(2026),
            item_id: item.id,
            amount_yen: Yen(1),
            previous_yen: None,
            note: String::new(),
            position: 1,
            version: 1,
        }
    }

    #[test]
    fn an_item_is_found_in_the_next_budget_by_itself_by_its_path_or_by_what_follows_it() {
        let old = AccountItem::new(Side::Expense, "事業費", "祭り");
        let other = AccountItem::new(Side::Expense, "事業費", "防災");
        let twin = AccountItem::new(Side::Expense, "事業費", "祭り");
        let renamed =
            AccountItem { follows_id: Some(old.id), ..AccountItem::new(Side::Expense, "事業費", "夏祭り") };
        let income = AccountItem::new(Side::Income, "事業費", "祭り");
        let items = [old.clone(), other.clone(), twin.clone(), renamed.clone(), income.clone()];
        let found = |budget: &[&AccountItem]| {
            let budget: Vec<BudgetLine> = budget.iter().map(|item| line(item)).collect();
            item_in(&budget, &items, old.id)
        };
        assert_eq!(found(&[&other, &old]), Some(old.id));
        assert_eq!(found(&[&other, &twin]), Some(twin.id), "the same path under another key");
        assert_eq!(found(&[&other, &renamed]), Some(renamed.id));
        assert_eq!(found(&[&other, &income]), None, "an income is no expense");
        assert_eq!(found(&[]), Some(old.id), "no budget yet");
    }
}
