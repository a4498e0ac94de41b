//! What a closed year's papers name beside the rows of the year itself. It goes on changing after the closing: a passbook gets
//! another 部会, a 部会 another name, a 科目 is added. The closing keeps it, and the papers of that year are made of what was kept.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::{AccountItem, AccountItemId, Fund, FundId, FundYear, Funding, Purse, ReservePlan};
use crate::activities::Activity;
use crate::money::Yen;
use crate::roster::OrganisationId;

/// 会計, purses, 科目, 事業 and 部会 as the papers of one year name them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remembered {
    /// 会計 beside 一般会計.
    pub funds: Vec<Fund>,
    /// Purses with their 部会.
    pub purses: Vec<Purse>,
    /// 科目
    pub items: Vec<AccountItem>,
    /// 事業 with their 部会.
    pub activities: Vec<Activity>,
    /// 事業の科目と財源; empty for a year that was closed before this was kept.
    #[serde(default)]
    pub fundings: Vec<Funding>,
    /// Every body of the roster by name.
    pub bodies: Vec<(OrganisationId, String)>,
    /// 前年度決算 by item; none when that year has no books.
    pub past: Option<Vec<(AccountItemId, Yen)>>,
    /// 積立の状況; none for a year that was closed before this was kept.
    #[serde(default)]
    pub reserves: Option<Reserves>,
}

/// What the paper of the funds says of other years than its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reserves {
    /// 積立の計画 of every year.
    pub plans: Vec<ReservePlan>,
    /// What came and went, by 会計 and year.
    pub years: Vec<(FundId, Vec<FundYear>)>,
}

/// What a closing had kept that was taken back, and what stood in its place when it was: the papers of the year go on naming what
/// was kept, and what is changed from then on is changed for them, too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reopened {
    /// As the closing kept it.
    pub kept: Remembered,
    /// As it was when the year was opened again.
    pub then: Remembered,
}

impl Reopened {
    /// 会計 of the reopened year.
    pub fn funds(&self, now: Vec<Fund>) -> Vec<Fund> {
        let mut funds = since(&self.kept.funds, &self.then.funds, now, |fund| fund.id);
        funds.sort_by_key(|fund| (fund.position, fund.id));
        funds
    }

    /// Purses of the reopened year.
    pub fn purses(&self, now: Vec<Purse>) -> Vec<Purse> {
        let mut purses = since(&self.kept.purses, &self.then.purses, now, |purse| purse.id);
        purses.sort_by_key(|purse| (purse.position, purse.id));
        purses
    }

    /// 科目 of the reopened year; what took the place of one that is still in use there is none, unless the year itself names it.
    pub fn items(&self, now: Vec<AccountItem>, named: &HashSet<AccountItemId>) -> Vec<AccountItem> {
        let mut items = since(&self.kept.items, &self.then.items, now, |item| item.id);
        let is_kept = |id| self.kept.items.iter().any(|item| item.id == id);
        loop {
            let held: HashSet<AccountItemId> =
                items.iter().filter(|item| !item.is_retired).map(|item| item.id).collect();
            let gone: HashSet<AccountItemId> = items
                .iter()
                .filter(|item| !is_kept(item.id) && !named.contains(&item.id))
                .filter(|item| {
                    item.follows_id.is_some_and(|id| held.contains(&id) || !items.iter().any(|one| one.id == id))
                })
                .map(|item| item.id)
                .collect();
            if gone.is_empty() {
                break;
            }
            items.retain(|item| !gone.contains(&item.id));
        }
        items.sort_by_key(|item| (item.position, item.id));
        items
    }

    /// 事業 of the reopened year.
    pub fn activities(&self, now: Vec<Activity>) -> Vec<Activity> {
        since(&self.kept.activities, &self.then.activities, now, |activity| activity.id)
    }

    /// 事業の科目と財源 of the reopened year.
    pub fn fundings(&self, now: Vec<Funding>) -> Vec<Funding> {
        since(&self.kept.fundings, &self.then.fundings, now, |funding| funding.id)
    }

    /// All of it.
    pub fn all(&self, now: Remembered, named: &HashSet<AccountItemId>) -> Remembered {
        let Reopened { kept, then } = self;
        Remembered {
            funds: self.funds(now.funds),
            purses: self.purses(now.purses),
            items: self.items(now.items, named),
            activities: self.activities(now.activities),
            fundings: self.fundings(now.fundings),
            bodies: since(&kept.bodies, &then.bodies, now.bodies, |(id, _)| *id),
            past: if now.past == then.past { kept.past.clone() } else { now.past },
            reserves: match (&kept.reserves, &then.reserves, now.reserves) {
                (Some(kept), Some(then), Some(now)) => Some(kept.since(then, now)),
                (.., now) => now,
            },
        }
    }
}

impl Reserves {
    fn since(&self, then: &Reserves, now: Reserves) -> Reserves {
        let of = |all: &Reserves, fund| all.years_of(fund).to_vec();
        let years = now.years.into_iter().map(|(fund, years)| {
            (fund, since(&of(self, fund), &of(then, fund), years, |year: &FundYear| year.fiscal_year))
        });
        let years = years.collect();
        Reserves { plans: since(&self.plans, &then.plans, now.plans, |plan| plan.id), years }
    }
}

/// What was kept, where nothing has changed since then; what is there now, where it has. What is new stands behind.
fn since<T: Clone + PartialEq, K: PartialEq>(kept: &[T], then: &[T], now: Vec<T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let of = |all: &[T], id: &K| all.iter().find(|one| key(one) == *id).cloned();
    let held = kept.iter().filter_map(|old| {
        let (was, is) = (of(then, &key(old)), of(&now, &key(old)));
        if was == is { Some(old.clone()) } else { is }
    });
    let mut all: Vec<T> = held.collect();
    all.extend(now.into_iter().filter(|one| of(kept, &key(one)).is_none()));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::Side;

    #[test]
    fn what_changed_between_closing_and_reopening_is_not_the_year_s_and_what_changes_after_it_is() {
        let pairs = |text: &str| -> Vec<(char, char)> {
            text.split_whitespace().map(|word| (word.chars().next().unwrap(), word.chars().nth(1).unwrap())).collect()
        };
        // a moved in between, b after it, c not at all, d taken away in between, e after it; f came in between, g after it.
        let (kept, then) = (pairs("a1 b1 c1 d1 e1"), pairs("a2 b2 c1 e1 f1"));
        let now = pairs("a2 b3 c1 f1 g1");
        assert_eq!(since(&kept, &then, now, |one| one.0), pairs("a1 b3 c1 d1 f1 g1"));
    }

    #[test]
    fn a_reopened_year_uses_the_item_that_it_was_closed_with_and_not_the_one_that_took_its_place() {
        let old = AccountItem::new(Side::Expense, "事業費", "防災費");
        let mut new = AccountItem::new(Side::Expense, "事業費", "防災・防犯費");
        new.follows_id = Some(old.id);
        let mut newest = AccountItem::new(Side::Expense, "事業費", "安全費");
        newest.follows_id = Some(new.id);
        let retired = |item: &AccountItem| AccountItem { is_retired: true, ..item.clone() };
        let empty = |items: Vec<AccountItem>| Remembered {
            funds: vec![],
            purses: vec![],
            items,
            activities: vec![],
            fundings: vec![],
            bodies: vec![],
            past: None,
            reserves: None,
        };
        let now = vec![retired(&old), retired(&new), newest.clone()];
        let reopened = Reopened { kept: empty(vec![old.clone()]), then: empty(now.clone()) };
        assert_eq!(reopened.items(now.clone(), &HashSet::new()), std::slice::from_ref(&old));
        let named = HashSet::from([newest.id]);
        assert_eq!(reopened.items(now, &named), [old.clone(), newest.clone()], "the year itself names it");
        // Renamed once more, after the year was opened again: now it is its own.
        let reopened = Reopened { kept: empty(vec![old.clone()]), then: empty(vec![old.clone()]) };
        let now = vec![retired(&old), new.clone()];
        assert_eq!(reopened.items(now.clone(), &HashSet::new()), now);
    }
}
