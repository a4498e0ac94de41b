//! 協議会: the council's own name and address, as papers show them.

use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::file::Tx;
use crate::{Error, FiscalYear, Result};

/// 地域コミュニティ協議会
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Council {
    /// 名称
    pub name: String,
    /// Folder of the city's profile, e.g. takamatsu.
    pub profile: String,
    /// 郵便番号
    pub postal: String,
    /// 所在地
    pub address: String,
    /// 電話番号
    pub phone: String,
    /// True for the specimen office.
    pub is_sample: bool,
}

/// The council of this office file.
pub fn read(conn: &Connection) -> Result<Council> {
    let sql = "SELECT name, profile, postal, address, phone, is_sample FROM council";
    let council = |row: &Row| {
        Ok(Council {
            name: row.get(0)?,
            profile: row.get(1)?,
            postal: row.get(2)?,
            address: row.get(3)?,
            phone: row.get(4)?,
            is_sample: row.get(5)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_row([], council)?)
}

/// Writes name, postal code, address and phone.
pub fn save_settings(tx: &Tx, council: &Council) -> Result<()> {
    if council.name.trim().is_empty() {
        return Err(Error::refused("council.name_missing").with("field", "name"));
    }
    let sql = "UPDATE council SET name = ?, postal = ?, address = ?, phone = ?";
    tx.prepare_cached(sql)?.execute(params![council.name.trim(), council.postal, council.address, council.phone])?;
    Ok(())
}

/// The years in which anything is written down.
pub fn years_kept(conn: &Connection) -> Result<Vec<FiscalYear>> {
    let sql =
        "SELECT fiscal_year FROM entry UNION SELECT fiscal_year FROM budget_line UNION SELECT fiscal_year FROM occasion
               UNION SELECT fiscal_year FROM observation UNION SELECT fiscal_year FROM grant_award ORDER BY 1";
    let years = conn.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(years)
}
