//! 名前から鍵へ: purses, items and activities that an import names; what is not there yet is made.

use std::collections::HashMap;

use crate::Result;
use crate::accounts::import::{ItemName, RowFund, purse_kind};
use crate::accounts::{AccountItem, AccountItemId, Books, FundId, Purse, PurseId, store};
use crate::activities::{self, ActivityId};
use crate::file::Tx;
use crate::text::search_key;

/// Keys by name, for one import.
pub struct Names<'a> {
    tx: &'a Tx<'a>,
    purses: HashMap<String, PurseId>,
    /// With whether they are retired: what a paper names is in use again.
    items: HashMap<ItemName, (AccountItemId, bool)>,
    /// Of each 会計.
    of_fund: HashMap<(Option<FundId>, ItemName), (AccountItemId, bool)>,
    /// 会計 made by this import.
    funds: HashMap<String, FundId>,
    activities: HashMap<String, ActivityId>,
}

impl<'a> Names<'a> {
    /// What is there.
    pub fn load(tx: &'a Tx<'a>, books: &Books) -> Result<Names<'a>> {
        let activities = activities::store::activities(tx)?;
        // Of two of one name the one of 一般会計 is meant, as in the plan: it is put in last.
        let (special, general): (Vec<_>, Vec<_>) = books.items.iter().partition(|item| item.fund_id.is_some());
        let items = special.into_iter().chain(general);
        let of_fund = books.items.iter().map(|i| ((i.fund_id, ItemName::from(i)), (i.id, i.is_retired)));
        Ok(Names {
            tx,
            of_fund: of_fund.collect(),
            funds: HashMap::new(),
            purses: books.purses.iter().map(|purse| (purse.name.clone(), purse.id)).collect(),
            items: items.map(|item| (ItemName::from(item), (item.id, item.is_retired))).collect(),
            activities: activities.into_iter().map(|activity| (search_key(&activity.name), activity.id)).collect(),
        })
    }

    /// The 会計 that a row says; none says none.
    fn fund(&mut self, said: &RowFund) -> Result<Option<Option<FundId>>> {
        let name = match said {
            RowFund::Unsaid => return Ok(None),
            RowFund::General => return Ok(Some(None)),
            RowFund::Special { id: Some(id), .. } => return Ok(Some(Some(*id))),
            RowFund::Special { name, .. } => name,
        };
        let id = match self.funds.get(name) {
            Some(&id) => id,
            None => {
                let fund = RowFund::made(name);
                store::put_fund(self.tx, &fund)?;
                self.funds.insert(name.clone(), fund.id);
                fund.id
            }
        };
        Ok(Some(Some(id)))
    }

    /// The purse of that name; one that is made belongs to the 会計.
    pub fn purse(&mut self, name: &str, fund: &RowFund) -> Result<PurseId> {
        if let Some(&id) = self.purses.get(name) {
            return Ok(id);
        }
        let fund_id = self.fund(fund)?.flatten();
        let id = store::insert_purse(self.tx, &Purse { fund_id, ..Purse::new(name, purse_kind(name)) })?;
        self.purses.insert(name.to_owned(), id);
        Ok(id)
    }

    /// The item of that name, in the 会計 where one is said.
    pub fn item(&mut self, name: &ItemName, fund: &RowFund) -> Result<AccountItemId> {
        let fund = self.fund(fund)?;
        let of_fund = |fund| self.of_fund.get(&(fund, name.clone()));
        if let Some(&(id, is_retired)) = fund.map_or_else(|| self.items.get(name), of_fund) {
            if is_retired {
                store::set_item_retired(self.tx, id, false)?;
            }
            return Ok(id);
        }
        let item = AccountItem { fund_id: fund.flatten(), ..name.item() };
        let id = store::insert_account_item(self.tx, &item)?;
        match fund {
            Some(fund) => self.of_fund.insert((fund, name.clone()), (id, false)),
            None => self.items.insert(name.clone(), (id, false)),
        };
        Ok(id)
    }

    /// The line of work that bears the item's name, if there is one.
    pub fn activity(&self, item: &ItemName) -> Option<ActivityId> {
        self.activities.get(&search_key(item.label())).copied()
    }
}
