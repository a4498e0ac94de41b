//! 科目: the tree of one 会計 as a year shows it, and what can be done with each row.

use std::collections::{HashMap, HashSet};

use office::FiscalYear;
use office::accounts::acts::{self, ItemPlace};
use office::accounts::{
    AccountItem, AccountItemId, Branch, FundId, GENERAL, ItemUse, Side, path_of, sequence, shifted, store, tree,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::budget::FundChoice;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Result};

/// The items of one 会計 as a year shows them.
#[derive(Debug, Deserialize, TS)]
pub struct ListItems {
    pub year: FiscalYear,
    #[ts(type = "string | null")]
    pub fund_id: Option<FundId>,
}

/// The tree of both sides, and what is out of use.
#[derive(Debug, Serialize, TS)]
pub struct ItemTree {
    /// 一般会計 and the funds beside it.
    pub funds: Vec<FundChoice>,
    /// True for a year whose names stay as they are.
    pub is_closed: bool,
    pub income: Vec<ItemRow>,
    pub expense: Vec<ItemRow>,
    pub retired: Vec<RetiredItem>,
}

/// A heading or an item.
#[derive(Debug, Serialize, TS)]
pub struct ItemRow {
    /// Only an item has one.
    #[ts(type = "string | null")]
    pub id: Option<AccountItemId>,
    #[ts(type = "number")]
    pub depth: usize,
    pub name: String,
    /// What leads to it, outermost first.
    pub path: Vec<String>,
    /// 款, 項, 目 and 節, filled from the outermost.
    pub levels: [String; 4],
    pub can_rise: bool,
    pub can_sink: bool,
    pub state: ItemState,
}

/// What may become of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// It stands nowhere and can be taken away.
    Fresh,
    /// It has no money from this year on and can be put out of use.
    Idle,
    /// It has money in this year or a later one.
    Used,
}

/// An item out of use.
#[derive(Debug, Serialize, TS)]
pub struct RetiredItem {
    #[ts(type = "string")]
    pub id: AccountItemId,
    /// With what it stands under.
    pub name: String,
    /// What it is called now, where its name was changed beside a closed year.
    pub next: Option<String>,
}

impl Command for ListItems {
    const NAME: &'static str = "accounts.list_items";
    type Output = ItemTree;
    fn run(self, desk: &Desk) -> Result<ItemTree> {
        desk.office()?.view(|view| {
            let shown = store::items_of_year(view, self.year, self.fund_id)?;
            let rows = Rows { year: self.year, uses: store::item_uses(view)?, named: store::named_items(view)? };
            let side = |side| rows.of(&sequence(shown.iter().filter(|item| item.side == side).cloned().collect()));
            let (all, funds) = (store::account_items(view)?, store::funds(view)?);
            let general = FundChoice { id: None, name: GENERAL.to_owned() };
            let beside = funds.into_iter().map(|fund| FundChoice { id: Some(fund.id), name: fund.name });
            let retired = all.iter().filter(|item| item.is_retired && item.fund_id == self.fund_id);
            Ok(ItemTree {
                funds: std::iter::once(general).chain(beside).collect(),
                is_closed: store::closed_year(view, self.year)?.is_some(),
                income: side(Side::Income),
                expense: side(Side::Expense),
                retired: retired.map(|item| retired_item(item, &all)).collect(),
            })
        })
    }
}

fn retired_item(item: &AccountItem, all: &[AccountItem]) -> RetiredItem {
    let next = all.iter().find(|one| one.follows_id == Some(item.id)).map(|one| one.label().to_owned());
    RetiredItem { id: item.id, name: item.levels().collect::<Vec<_>>().join("　"), next }
}

/// What the rows are made of.
struct Rows {
    year: FiscalYear,
    uses: HashMap<AccountItemId, Vec<ItemUse>>,
    named: HashSet<AccountItemId>,
}

impl Rows {
    fn of(&self, items: &[AccountItem]) -> Vec<ItemRow> {
        tree(items).iter().map(|branch| self.row(branch, items)).collect()
    }

    fn row(&self, branch: &Branch<AccountItem>, items: &[AccountItem]) -> ItemRow {
        let path = path_of(branch, items);
        let item = branch.lines.first().filter(|_| !branch.is_heading);
        let mut levels = [const { String::new() }; 4];
        for (level, name) in levels.iter_mut().zip(branch.lines.iter().take(1).flat_map(AccountItem::levels)) {
            *level = name.to_owned();
        }
        ItemRow {
            id: item.map(|item| item.id),
            depth: branch.depth,
            name: branch.name.to_owned(),
            can_rise: shifted(items, &path, true).is_some(),
            can_sink: shifted(items, &path, false).is_some(),
            state: item.map_or(ItemState::Used, |item| self.state(item)),
            path: path.into_iter().map(str::to_owned).collect(),
            levels,
        }
    }

    fn state(&self, item: &AccountItem) -> ItemState {
        let uses = self.uses.get(&item.id).map_or(&[][..], Vec::as_slice);
        if uses.iter().any(|one| one.has_money && one.year >= self.year) {
            return ItemState::Used;
        }
        let is_fresh = uses.is_empty() && !self.named.contains(&item.id);
        if is_fresh { ItemState::Fresh } else { ItemState::Idle }
    }
}

/// Adds an account item.
#[derive(Debug, Deserialize, TS)]
pub struct AddItem {
    pub side: Side,
    pub kan: String,
    pub kou: String,
    pub moku: String,
    pub setsu: String,
    #[ts(type = "string | null")]
    pub fund_id: Option<FundId>,
}

impl Command for AddItem {
    const NAME: &'static str = "accounts.add_item";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let own = AccountItem::new(self.side, &self.kan, &self.kou);
        let item = AccountItem { moku: self.moku, setsu: self.setsu, fund_id: self.fund_id, ..own };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::add_item(tx, &item))?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// Gives an item other names. What comes back is the item that bears them.
#[derive(Debug, Deserialize, TS)]
pub struct RenameItem {
    #[ts(type = "string")]
    pub id: AccountItemId,
    pub kan: String,
    pub kou: String,
    pub moku: String,
    pub setsu: String,
}

impl Command for RenameItem {
    const NAME: &'static str = "accounts.rename_item";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let names = [&self.kan, &self.kou, &self.moku, &self.setsu].map(String::as_str);
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::rename_item(tx, self.id, names))?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// Gives a heading another name.
#[derive(Debug, Deserialize, TS)]
pub struct RenameHeading {
    pub year: FiscalYear,
    pub side: Side,
    #[ts(type = "string | null")]
    pub fund_id: Option<FundId>,
    pub path: Vec<String>,
    pub name: String,
}

impl Command for RenameHeading {
    const NAME: &'static str = "accounts.rename_heading";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let place = ItemPlace { year: self.year, side: self.side, fund_id: self.fund_id };
        let rename = |tx: &office::file::Tx| acts::rename_heading(tx, place, &self.path, &self.name);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, rename)?.into())
    }
}

/// Moves a row one place up or down among its like.
#[derive(Debug, Deserialize, TS)]
pub struct MoveItem {
    pub year: FiscalYear,
    pub side: Side,
    #[ts(type = "string | null")]
    pub fund_id: Option<FundId>,
    pub path: Vec<String>,
    pub is_up: bool,
}

impl Command for MoveItem {
    const NAME: &'static str = "accounts.move_item";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let place = ItemPlace { year: self.year, side: self.side, fund_id: self.fund_id };
        let shift = |tx: &office::file::Tx| acts::move_item(tx, place, &self.path, self.is_up);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, shift)?.into())
    }
}

/// Puts an item out of use.
#[derive(Debug, Deserialize, TS)]
pub struct RetireItem {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: AccountItemId,
}

impl Command for RetireItem {
    const NAME: &'static str = "accounts.retire_item";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::retire_item(tx, self.year, self.id))?.into())
    }
}

/// Puts an item back into use.
#[derive(Debug, Deserialize, TS)]
pub struct ReuseItem {
    #[ts(type = "string")]
    pub id: AccountItemId,
}

impl Command for ReuseItem {
    const NAME: &'static str = "accounts.reuse_item";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::reuse_item(tx, self.id))?.into())
    }
}

/// Takes an item away that was never used.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveItem {
    #[ts(type = "string")]
    pub id: AccountItemId,
}

impl Command for RemoveItem {
    const NAME: &'static str = "accounts.remove_item";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_item(tx, self.id))?.into())
    }
}
