//! What a line of work may spend and has spent in a year, and the 科目 and 財源 that are chosen for it.

use std::collections::{HashMap, HashSet};

use office::accounts::{AccountItemId, Books, Charge, Funding, GrantId, Share, ShareLine, Side, acts, item_in, store};
use office::activities::{Activity, ActivityId};
use office::file::{Tx, View};
use office::grants::{self, Grant};
use office::{FiscalYear, Yen};
use serde::Serialize;
use ts_rs::TS;

use crate::Result;

/// 事業別 of a year.
pub(super) struct Shares(Vec<Share<ActivityId>>);

impl Shares {
    pub fn load(view: &View, books: &Books) -> Result<Shares> {
        Ok(Shares(books.by_activity(&Charge::load(view, books)?)))
    }

    fn of(&self, id: ActivityId) -> Option<&Share<ActivityId>> {
        self.0.iter().find(|share| share.key == Some(id))
    }

    pub fn spent_yen(&self, id: ActivityId) -> Yen {
        self.of(id).map_or(Yen(0), |share| share.total_yen(Side::Expense))
    }

    /// True where a part of the budget of an item, or all of it, is that of a line of work.
    fn has_budget(&self, id: ActivityId, item: AccountItemId) -> bool {
        let is_of =
            |line: &ShareLine| line.item.as_ref().is_some_and(|one| one.id == item) && line.budget_yen != Yen(0);
        self.of(id).is_some_and(|share| share.lines.iter().any(is_of))
    }

    /// None where nobody planned any.
    pub fn budget_yen(&self, id: ActivityId) -> Option<Yen> {
        self.of(id).map(Share::budget_yen).filter(|budget| *budget != Yen(0))
    }
}

/// What is chosen for the lines of work of a year, beside what was chosen the year before.
pub(super) struct Chosen {
    now: Vec<Funding>,
    before: Vec<Funding>,
    items: HashMap<AccountItemId, String>,
    grants: HashMap<GrantId, String>,
    /// What of the year before has no counterpart in the year.
    lost_items: HashSet<AccountItemId>,
    lost_grants: HashSet<GrantId>,
}

/// A 科目 that a line of work has chosen.
#[derive(Debug, Serialize, TS)]
pub struct ItemTaken {
    #[ts(type = "string")]
    pub item_id: AccountItemId,
    pub activity: String,
    /// False where several have chosen it and 積算内訳 says nothing of this one.
    pub has_budget: bool,
}

/// What is chosen for one line of work, in words.
#[derive(Debug, Default)]
pub(super) struct ChosenFor {
    pub item_id: Option<AccountItemId>,
    pub item: String,
    pub grant_id: Option<GrantId>,
    pub grant: String,
    pub lost: Vec<String>,
}

impl Chosen {
    pub fn load(view: &View, year: FiscalYear) -> Result<Chosen> {
        let (old, new) = (grants::store::grants(view, year.previous())?, grants::store::grants(view, year)?);
        let (items, budget) = (store::account_items(view)?, store::budget_lines(view, year)?);
        let before = store::fundings(view, year.previous())?;
        let same = same_grants(&old, &new);
        let is_lost = |id: &AccountItemId| item_in(&budget, &items, *id).is_none();
        Ok(Chosen {
            now: store::fundings(view, year)?,
            lost_items: before.iter().filter_map(|one| one.item_id).filter(is_lost).collect(),
            lost_grants: old.iter().map(|grant| grant.id).filter(|id| !same.contains_key(id)).collect(),
            before,
            items: items.into_iter().map(|item| (item.id, item.label().to_owned())).collect(),
            grants: old.into_iter().chain(new).map(|grant| (grant.id, grant.name)).collect(),
        })
    }

    /// Every 科目 that is chosen, by which line of work.
    pub fn taken(&self, activities: &[Activity], shares: &Shares) -> Vec<ItemTaken> {
        let taken = |one: &Funding| {
            let item_id = one.item_id?;
            let activity = activities.iter().find(|activity| activity.id == one.activity_id)?.name.clone();
            Some(ItemTaken { item_id, activity, has_budget: shares.has_budget(one.activity_id, item_id) })
        };
        self.now.iter().filter_map(taken).collect()
    }

    pub fn of(&self, id: ActivityId) -> ChosenFor {
        let of = |all: &[Funding]| all.iter().find(|one| one.activity_id == id).copied();
        let (now, before) = (of(&self.now), of(&self.before));
        let item = |id: Option<AccountItemId>| id.and_then(|id| self.items.get(&id)).cloned().unwrap_or_default();
        let grant = |id: Option<GrantId>| id.and_then(|id| self.grants.get(&id)).cloned().unwrap_or_default();
        let (item_id, grant_id) = now.map_or((None, None), |one| (one.item_id, one.grant_id));
        let lost_item = before.filter(|_| item_id.is_none()).and_then(|one| one.item_id);
        let lost_grant = before.filter(|_| grant_id.is_none()).and_then(|one| one.grant_id);
        let lost = [
            item(lost_item.filter(|id| self.lost_items.contains(id))),
            grant(lost_grant.filter(|id| self.lost_grants.contains(id))),
        ];
        let lost = lost.into_iter().filter(|name| !name.is_empty()).collect();
        ChosenFor { item_id, item: item(item_id), grant_id, grant: grant(grant_id), lost }
    }
}

/// Which grant of a year is which of the year before: the one of its name.
fn same_grants(old: &[Grant], new: &[Grant]) -> HashMap<GrantId, GrantId> {
    old.iter().filter_map(|old| Some((old.id, new.iter().find(|new| new.name == old.name)?.id))).collect()
}

/// Lets lines of work stand in a year as in the one before, grants by their name.
pub(super) fn carry(tx: &Tx, activities: &[ActivityId], year: FiscalYear) -> Result<()> {
    let (old, new) = (grants::store::grants(tx, year.previous())?, grants::store::grants(tx, year)?);
    acts::carry_fundings(tx, activities, year, &same_grants(&old, &new))
}
