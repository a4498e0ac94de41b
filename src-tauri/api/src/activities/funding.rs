//! What a line of work may spend and has spent in a year, and the 科目 and 財源 that are chosen for it.

use std::collections::HashMap;

use office::accounts::{AccountItemId, Books, Charge, Funding, GrantId, Share, Side, acts, store};
use office::activities::ActivityId;
use office::file::{Tx, View};
use office::{FiscalYear, Yen, grants};

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
        let named = |year| -> Result<Vec<(GrantId, String)>> {
            Ok(grants::store::grants(view, year)?.into_iter().map(|grant| (grant.id, grant.name)).collect())
        };
        let items = store::account_items(view)?.into_iter().map(|item| (item.id, item.label().to_owned()));
        Ok(Chosen {
            now: store::fundings(view, year)?,
            before: store::fundings(view, year.previous())?,
            items: items.collect(),
            grants: named(year)?.into_iter().chain(named(year.previous())?).collect(),
        })
    }

    pub fn of(&self, id: ActivityId) -> ChosenFor {
        let of = |all: &[Funding]| all.iter().find(|one| one.activity_id == id).copied();
        let (now, before) = (of(&self.now), of(&self.before));
        let item = |id: Option<AccountItemId>| id.and_then(|id| self.items.get(&id)).cloned().unwrap_or_default();
        let grant = |id: Option<GrantId>| id.and_then(|id| self.grants.get(&id)).cloned().unwrap_or_default();
        let (item_id, grant_id) = now.map_or((None, None), |one| (one.item_id, one.grant_id));
        let lost_item = item(before.filter(|_| item_id.is_none()).and_then(|one| one.item_id));
        let lost_grant = grant(before.filter(|_| grant_id.is_none()).and_then(|one| one.grant_id));
        let lost = [lost_item, lost_grant].into_iter().filter(|name| !name.is_empty()).collect();
        ChosenFor { item_id, item: item(item_id), grant_id, grant: grant(grant_id), lost }
    }
}

/// Lets lines of work stand in a year as in the one before, grants by their name. Says how many found something no more.
pub(super) fn carry(tx: &Tx, activities: &[ActivityId], year: FiscalYear) -> Result<()> {
    let (old, new) = (grants::store::grants(tx, year.previous())?, grants::store::grants(tx, year)?);
    let same = old.iter().filter_map(|old| Some((old.id, new.iter().find(|new| new.name == old.name)?.id)));
    tx.say("lost", acts::carry_fundings(tx, activities, year, &same.collect())?);
    Ok(())
}
