//! 科目: added, renamed, put in order, put out of use. What closed years printed stays as it was printed.

use crate::accounts::{AccountItem, AccountItemId, Books, BudgetLine, FundId, ItemUse, Side, sequence, shifted, store};
use crate::calendar::FiscalYear;
use crate::council::years_kept;
use crate::file::Tx;
use crate::{Error, Result};

/// The names of the levels, as fields call them.
const LEVELS: [&str; 4] = ["kan", "kou", "moku", "setsu"];

/// One side of one 会計 as one year shows it.
#[derive(Debug, Clone, Copy)]
pub struct ItemPlace {
    /// 年度
    pub year: FiscalYear,
    /// 収入 or 支出
    pub side: Side,
    /// 会計; none is 一般会計.
    pub fund_id: Option<FundId>,
}

/// Adds an account item; refused where one of that name is there, and where a level is left out above a deeper one.
pub fn add_item(tx: &Tx, item: &AccountItem) -> Result<AccountItemId> {
    let item = item.named(checked(item.names())?);
    free(&store::account_items(tx)?, &item)?;
    tx.say("item", item.label());
    store::insert_account_item(tx, &item)
}

/// Gives an item other names, and with them another place in the tree. Where closed years name it, a new item takes its place
/// in all other years.
pub fn rename_item(tx: &Tx, id: AccountItemId, names: [&str; 4]) -> Result<AccountItemId> {
    let item = item_of(tx, id)?;
    let renamed = item.named(checked(names)?);
    tx.say("from", item.label());
    tx.say("to", renamed.label());
    rename(tx, &item, renamed)
}

/// Gives a heading another name: every item under it bears the new one.
pub fn rename_heading(tx: &Tx, place: ItemPlace, path: &[String], name: &str) -> Result<()> {
    let name = name.trim();
    let Some(level) = path.len().checked_sub(1).filter(|level| *level < LEVELS.len()) else {
        return Err(Error::refused("accounts.no_such_item"));
    };
    if name.is_empty() {
        return Err(Error::refused("accounts.heading_unnamed").with("field", "name"));
    }
    let under = |item: &AccountItem| item.levels().take(path.len()).eq(path.iter().map(String::as_str));
    let all = shown(tx, place)?;
    for item in all.iter().filter(|item| under(item)) {
        let mut names = item.names().map(str::to_owned);
        // Levels are counted as far as they are used: an item of one level may have its name in 項.
        let used = (0..LEVELS.len()).filter(|at| !names[*at].is_empty()).nth(level);
        names[used.unwrap_or(level)] = name.to_owned();
        rename(tx, item, item.named(names))?;
    }
    tx.say("from", &path[level]);
    tx.say("to", name);
    Ok(())
}

/// Moves an item, or a heading with all under it, one place up or down; the papers of this year and of later ones follow.
pub fn move_item(tx: &Tx, place: ItemPlace, path: &[String], is_up: bool) -> Result<()> {
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    let before = shown(tx, place)?;
    let after = shifted(&before, &path, is_up).ok_or_else(|| Error::refused("accounts.item_at_end"))?;
    let places: Vec<i64> = apart(before.iter().map(|item| item.position));
    for (item, position) in after.iter().zip(places) {
        if item.position != position {
            store::set_item_position(tx, item.id, position)?;
        }
    }
    let closed = store::closed_years(tx)?;
    for year in years_kept(tx)?.into_iter().filter(|year| *year >= place.year && !closed.contains(year)) {
        order_lines(tx, year, &after)?;
    }
    tx.say("item", path.last().copied().unwrap_or_default());
    Ok(())
}

/// Puts an item out of use that has no money from this year on; refused where it has.
pub fn retire_item(tx: &Tx, year: FiscalYear, id: AccountItemId) -> Result<()> {
    let item = item_of(tx, id)?;
    let uses = store::item_uses(tx)?.remove(&id).unwrap_or_default();
    if let Some(used) = uses.iter().find(|used| used.has_money && used.year >= year) {
        let refused = Error::refused("accounts.item_used").with("item", item.label());
        return Err(refused.with("year", used.year.label()));
    }
    tx.say("item", item.label());
    store::set_item_retired(tx, id, true)
}

/// Puts an item back into use; refused while another one stands in its place.
pub fn reuse_item(tx: &Tx, id: AccountItemId) -> Result<()> {
    let item = item_of(tx, id)?;
    let all = store::account_items(tx)?;
    if let Some(next) = all.iter().find(|one| one.follows_id == Some(id)) {
        let refused = Error::refused("accounts.item_followed").with("item", item.label());
        return Err(refused.with("next", next.label()));
    }
    tx.say("item", item.label());
    store::set_item_retired(tx, id, false)
}

/// Takes an item away that was never used; refused where anything names it.
pub fn remove_item(tx: &Tx, id: AccountItemId) -> Result<()> {
    let item = item_of(tx, id)?;
    if store::item_uses(tx)?.contains_key(&id) || store::named_items(tx)?.contains(&id) {
        return Err(Error::refused("accounts.item_named").with("item", item.label()));
    }
    tx.say("item", item.label());
    store::delete_account_item(tx, id)
}

/// What a year shows of one side of a 会計, in its order.
fn shown(tx: &Tx, place: ItemPlace) -> Result<Vec<AccountItem>> {
    let all = store::items_of_year(tx, place.year, place.fund_id)?;
    Ok(sequence(all.into_iter().filter(|item| item.side == place.side).collect()))
}

fn rename(tx: &Tx, item: &AccountItem, renamed: AccountItem) -> Result<AccountItemId> {
    if renamed.levels().eq(item.levels()) {
        return Ok(item.id);
    }
    free(&store::account_items(tx)?, &renamed)?;
    let closed = store::closed_years(tx)?;
    let uses = store::item_uses(tx)?.remove(&item.id).unwrap_or_default();
    if !uses.iter().any(|ItemUse { year, .. }| closed.contains(year)) {
        store::rename_account_item(tx, &renamed)?;
        return Ok(item.id);
    }
    let next = AccountItem { id: AccountItemId::new(), follows_id: Some(item.id), ..renamed };
    store::insert_account_item(tx, &next)?;
    store::set_item_position(tx, next.id, item.position)?;
    store::hand_item_over(tx, item.id, next.id)?;
    store::set_item_retired(tx, item.id, true)?;
    Ok(next.id)
}

/// The lines of a year in the order of the items, on the places that they have.
fn order_lines(tx: &Tx, year: FiscalYear, order: &[AccountItem]) -> Result<()> {
    let books = Books::load(tx, year)?;
    let at = |line: &BudgetLine| order.iter().position(|item| item.id == line.item_id);
    let mut lines: Vec<&BudgetLine> = books.budget.iter().filter(|line| at(line).is_some()).collect();
    let places = apart(lines.iter().map(|line| line.position));
    lines.sort_by_key(|line| at(line));
    for (line, position) in lines.iter().zip(places) {
        if line.position != position {
            store::set_budget_line_position(tx, line.id, position)?;
        }
    }
    Ok(())
}

/// The same places in their order, no two of them equal.
fn apart(places: impl Iterator<Item = i64>) -> Vec<i64> {
    let mut places: Vec<i64> = places.collect();
    places.sort_unstable();
    for at in 1..places.len() {
        places[at] = places[at].max(places[at - 1] + 1);
    }
    places
}

/// The names without blanks around them; refused with the field that is left out.
fn checked(names: [&str; 4]) -> Result<[String; 4]> {
    let names = names.map(|name| name.trim().to_owned());
    let deepest = names.iter().rposition(|name| !name.is_empty());
    let missing = names.iter().position(String::is_empty).filter(|at| deepest.is_none_or(|deepest| *at < deepest));
    match missing {
        Some(at) => Err(Error::refused("accounts.item_level_missing").with("field", LEVELS[at])),
        None => Ok(names),
    }
}

/// Refused where another item of that 会計 and side bears the same names; the field is the deepest level.
fn free(all: &[AccountItem], item: &AccountItem) -> Result<()> {
    let is_same = |one: &&AccountItem| {
        one.id != item.id && (one.side, one.fund_id) == (item.side, item.fund_id) && one.levels().eq(item.levels())
    };
    let Some(there) = all.iter().find(is_same) else { return Ok(()) };
    let code = if there.is_retired { "accounts.item_retired" } else { "accounts.item_there" };
    let deepest = item.names().iter().rposition(|name| !name.is_empty()).unwrap_or(0);
    Err(Error::refused(code).with("field", LEVELS[deepest]).with("item", item.label()))
}

fn item_of(tx: &Tx, id: AccountItemId) -> Result<AccountItem> {
    let found = store::account_items(tx)?.into_iter().find(|item| item.id == id);
    found.ok_or_else(|| Error::refused("accounts.no_such_item"))
}
