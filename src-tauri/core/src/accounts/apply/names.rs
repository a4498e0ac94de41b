//! 名前から鍵へ: purses, items and activities that an import names; what is not there yet is made.

use std::collections::HashMap;

use crate::Result;
use crate::accounts::import::{ItemName, purse_kind};
use crate::accounts::{AccountItemId, Books, Purse, PurseId, store};
use crate::activities::{self, ActivityId};
use crate::file::Tx;
use crate::text::search_key;

/// Keys by name, for one import.
pub struct Names<'a> {
    tx: &'a Tx<'a>,
    purses: HashMap<String, PurseId>,
    /// With whether they are retired: what a paper names is in use again.
    items: HashMap<ItemName, (AccountItemId, bool)>,
    activities: HashMap<String, ActivityId>,
}

impl<'a> Names<'a> {
    /// What is there.
    pub fn load(tx: &'a Tx<'a>, books: &Books) -> Result<Names<'a>> {
        let activities = activities::store::activities(tx)?;
        Ok(Names {
            tx,
            purses: books.purses.iter().map(|purse| (purse.name.clone(), purse.id)).collect(),
            items: books.items.iter().map(|item| (ItemName::from(item), (item.id, item.is_retired))).collect(),
            activities: activities.into_iter().map(|activity| (search_key(&activity.name), activity.id)).collect(),
        })
    }

    /// The purse of that name.
    pub fn purse(&mut self, name: &str) -> Result<PurseId> {
        if let Some(&id) = self.purses.get(name) {
            return Ok(id);
        }
        let id = store::insert_purse(self.tx, &Purse::new(name, purse_kind(name)))?;
        self.purses.insert(name.to_owned(), id);
        Ok(id)
    }

    /// The item of that name.
    pub fn item(&mut self, name: &ItemName) -> Result<AccountItemId> {
        if let Some(&(id, is_retired)) = self.items.get(name) {
            if is_retired {
                store::set_item_retired(self.tx, id, false)?;
            }
            return Ok(id);
        }
        let id = store::insert_account_item(self.tx, &name.item())?;
        self.items.insert(name.clone(), (id, false));
        Ok(id)
    }

    /// The line of work that bears the item's name, if there is one.
    pub fn activity(&self, item: &ItemName) -> Option<ActivityId> {
        self.activities.get(&search_key(item.label())).copied()
    }
}
