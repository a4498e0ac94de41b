//! Account items, and where they stand.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, Row, params};

use super::closed_year;
use crate::Result;
use crate::accounts::{AccountItem, AccountItemId, BudgetLineId, FundId, ItemUse};
use crate::calendar::FiscalYear;

/// All account items in the order of papers.
pub fn account_items(conn: &Connection) -> Result<Vec<AccountItem>> {
    let sql = "SELECT id, side, kan, kou, moku, setsu, fund_id, position, is_retired, follows_id FROM account_item
               ORDER BY position, id";
    let read = |row: &Row| {
        Ok(AccountItem {
            id: row.get(0)?,
            side: row.get(1)?,
            kan: row.get(2)?,
            kou: row.get(3)?,
            moku: row.get(4)?,
            setsu: row.get(5)?,
            fund_id: row.get(6)?,
            position: row.get(7)?,
            is_retired: row.get(8)?,
            follows_id: row.get(9)?,
        })
    };
    let all = conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds an account item after the others; its position is found here.
pub fn insert_account_item(conn: &Connection, item: &AccountItem) -> Result<AccountItemId> {
    let sql = "INSERT INTO account_item (id, side, kan, kou, moku, setsu, fund_id, is_retired, follows_id, position)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, 1 + (SELECT COALESCE(MAX(position), 0) FROM account_item))";
    conn.prepare_cached(sql)?.execute(params![
        item.id,
        item.side,
        item.kan,
        item.kou,
        item.moku,
        item.setsu,
        item.fund_id,
        item.is_retired,
        item.follows_id
    ])?;
    Ok(item.id)
}

/// Writes the names of an item anew.
pub fn rename_account_item(conn: &Connection, item: &AccountItem) -> Result<()> {
    let sql = "UPDATE account_item SET kan=?2, kou=?3, moku=?4, setsu=?5 WHERE id=?1";
    conn.prepare_cached(sql)?.execute(params![item.id, item.kan, item.kou, item.moku, item.setsu])?;
    Ok(())
}

/// Writes the place of an item among all.
pub fn set_item_position(conn: &Connection, id: AccountItemId, position: i64) -> Result<()> {
    conn.prepare_cached("UPDATE account_item SET position=?2 WHERE id=?1")?.execute(params![id, position])?;
    Ok(())
}

/// Writes the place of a line on its year's papers.
pub fn set_budget_line_position(conn: &Connection, id: BudgetLineId, position: i64) -> Result<()> {
    let sql = "UPDATE budget_line SET position=?2, version=version+1 WHERE id=?1";
    conn.prepare_cached(sql)?.execute(params![id, position])?;
    Ok(())
}

/// Puts an item out of use, or back into it.
pub fn set_item_retired(conn: &Connection, id: AccountItemId, is_retired: bool) -> Result<()> {
    conn.prepare_cached("UPDATE account_item SET is_retired=?2 WHERE id=?1")?.execute(params![id, is_retired])?;
    Ok(())
}

/// Takes an item away that stands nowhere.
pub fn delete_account_item(conn: &Connection, id: AccountItemId) -> Result<()> {
    conn.prepare_cached("DELETE FROM account_item WHERE id=?")?.execute([id])?;
    Ok(())
}

/// Lets everything that is not of a closed year stand under another item.
pub fn hand_item_over(conn: &Connection, from: AccountItemId, to: AccountItemId) -> Result<()> {
    const OPEN: &str = "fiscal_year NOT IN (SELECT fiscal_year FROM closed_year)";
    let own = |table: &str, column: &str| format!("UPDATE {table} SET {column}=?2 WHERE {column}=?1");
    let of_year = |table: &str, column: &str| format!("{} AND {OPEN}", own(table, column));
    let changes =
        format!("{} AND revision_id IN (SELECT id FROM budget_revision WHERE {OPEN})", own("budget_change", "item_id"));
    let all = [
        of_year("budget_line", "item_id"),
        changes,
        of_year("reallocation", "from_item_id"),
        of_year("reallocation", "to_item_id"),
        of_year("entry", "item_id"),
        of_year("entry", "to_item_id"),
        of_year("activity_funding", "item_id"),
        own("recurring", "item_id"),
        own("recurring", "to_item_id"),
        own("bank_rule", "item_id"),
    ];
    for sql in all {
        conn.execute(&sql, params![from, to])?;
    }
    Ok(())
}

/// Where each item stands, by year.
pub fn item_uses(conn: &Connection) -> Result<HashMap<AccountItemId, Vec<ItemUse>>> {
    let sql = "SELECT item, fiscal_year, max(has_money) FROM (
                 SELECT item_id AS item, fiscal_year, amount_yen <> 0 AS has_money FROM budget_line
                 UNION ALL SELECT item_id, fiscal_year, amount_yen <> 0
                   FROM budget_change JOIN budget_revision r ON r.id = revision_id
                 UNION ALL SELECT from_item_id, fiscal_year, 1 FROM reallocation
                 UNION ALL SELECT to_item_id, fiscal_year, 1 FROM reallocation
                 UNION ALL SELECT DISTINCT item_id, fiscal_year, 1 FROM entry WHERE item_id IS NOT NULL
                 UNION ALL SELECT DISTINCT to_item_id, fiscal_year, 1 FROM entry WHERE to_item_id IS NOT NULL)
               GROUP BY item, fiscal_year ORDER BY fiscal_year";
    let mut uses: HashMap<AccountItemId, Vec<ItemUse>> = HashMap::new();
    let mut statement = conn.prepare_cached(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        uses.entry(row.get(0)?).or_default().push(ItemUse { year: row.get(1)?, has_money: row.get(2)? });
    }
    Ok(uses)
}

/// What a year shows of a 会計: what is in use, and what the year itself names. A closed year shows only what it names.
pub fn items_of_year(conn: &Connection, year: FiscalYear, fund: Option<FundId>) -> Result<Vec<AccountItem>> {
    let (uses, is_closed) = (item_uses(conn)?, closed_year(conn, year)?.is_some());
    let is_named = |item: &AccountItem| uses.get(&item.id).is_some_and(|uses| uses.iter().any(|one| one.year == year));
    let is_shown = |item: &AccountItem| item.fund_id == fund && (is_named(item) || (!item.is_retired && !is_closed));
    Ok(account_items(conn)?.into_iter().filter(is_shown).collect())
}

/// The items that something beside the years' books names: what recurs, what banks wrote, and what took their place.
pub fn named_items(conn: &Connection) -> Result<HashSet<AccountItemId>> {
    let sql = "SELECT item_id FROM recurring WHERE item_id IS NOT NULL
               UNION SELECT to_item_id FROM recurring WHERE to_item_id IS NOT NULL
               UNION SELECT item_id FROM bank_rule WHERE item_id IS NOT NULL
               UNION SELECT item_id FROM activity_funding WHERE item_id IS NOT NULL
               UNION SELECT follows_id FROM account_item WHERE follows_id IS NOT NULL";
    Ok(conn.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}
