//! Account items.

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::accounts::{AccountItem, AccountItemId};

/// All account items in the order of papers.
pub fn account_items(conn: &Connection) -> Result<Vec<AccountItem>> {
    let sql = "SELECT id, side, kan, kou, moku, setsu, fund_id, position FROM account_item ORDER BY position, id";
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
        })
    };
    let all = conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// Adds an account item after the others; its position is found here.
pub fn insert_account_item(conn: &Connection, item: &AccountItem) -> Result<AccountItemId> {
    let sql = "INSERT INTO account_item (id, side, kan, kou, moku, setsu, fund_id, position)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1 + (SELECT COALESCE(MAX(position), 0) FROM account_item))";
    conn.prepare_cached(sql)?.execute(params![
        item.id,
        item.side,
        item.kan,
        item.kou,
        item.moku,
        item.setsu,
        item.fund_id
    ])?;
    Ok(item.id)
}
