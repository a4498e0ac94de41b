//! 会計 beside 一般会計, and the plans of reserves.

use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::accounts::{Fund, FundId, FundYear, ReservePlan, ReservePlanId};
use crate::calendar::FiscalYear;
use crate::money::Yen;

/// All funds in the order of papers.
pub fn funds(conn: &Connection) -> Result<Vec<Fund>> {
    let sql = "SELECT id, name, kind, purpose, target_yen, until_year, is_closed, position, version FROM fund ORDER BY position, id";
    let read = |row: &Row| {
        Ok(Fund {
            id: row.get(0)?,
            name: row.get(1)?,
            kind: row.get(2)?,
            purpose: row.get(3)?,
            target_yen: row.get(4)?,
            until_year: row.get(5)?,
            is_closed: row.get(6)?,
            position: row.get(7)?,
            version: row.get(8)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Adds a fund after the others, or writes it anew; the version is raised here.
pub fn put_fund(conn: &Connection, fund: &Fund) -> Result<()> {
    let sql = "INSERT INTO fund (id, name, kind, purpose, target_yen, until_year, is_closed, position, version)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 1 + (SELECT COALESCE(MAX(position), 0) FROM fund), 1)
               ON CONFLICT (id) DO UPDATE SET name=?2, kind=?3, purpose=?4, target_yen=?5, until_year=?6, is_closed=?7, version=version+1";
    let f = fund;
    conn.prepare_cached(sql)?.execute(params![
        f.id,
        f.name,
        f.kind,
        f.purpose,
        f.target_yen,
        f.until_year,
        f.is_closed
    ])?;
    Ok(())
}

/// 積立の計画 of all reserves, by year.
pub fn reserve_plans(conn: &Connection) -> Result<Vec<ReservePlan>> {
    let sql = "SELECT id, fund_id, fiscal_year, amount_yen FROM reserve_plan ORDER BY fund_id, fiscal_year";
    let read = |row: &Row| {
        Ok(ReservePlan { id: row.get(0)?, fund_id: row.get(1)?, fiscal_year: row.get(2)?, amount_yen: row.get(3)? })
    };
    Ok(conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Writes what is to be put aside in a year.
pub fn put_reserve_plan(conn: &Connection, fund: FundId, year: FiscalYear, amount: Yen) -> Result<()> {
    let sql = "INSERT INTO reserve_plan (id, fund_id, fiscal_year, amount_yen) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (fund_id, fiscal_year) DO UPDATE SET amount_yen = ?4";
    conn.prepare_cached(sql)?.execute(params![ReservePlanId::new(), fund, year, amount])?;
    Ok(())
}

/// What came into the purses of a 会計 and left them, year by year; what is moved inside it is neither.
pub fn fund_years(conn: &Connection, fund: FundId) -> Result<Vec<FundYear>> {
    let sql = "WITH own AS (SELECT id FROM purse WHERE fund_id = ?1),
         flow AS (
           SELECT fiscal_year, 0 AS opening,
             CASE WHEN kind = 'income' OR (kind = 'transfer' AND purse_id NOT IN own) THEN amount_yen ELSE 0 END AS put_in,
             CASE WHEN kind = 'expense' OR (kind = 'transfer' AND to_purse_id NOT IN own) THEN amount_yen ELSE 0 END AS taken_out
           FROM entry WHERE purse_id IN own OR to_purse_id IN own
           UNION ALL SELECT fiscal_year, amount_yen, 0, 0 FROM opening WHERE purse_id IN own)
         SELECT fiscal_year, SUM(opening), SUM(put_in), SUM(taken_out) FROM flow GROUP BY fiscal_year ORDER BY fiscal_year";
    let read = |row: &Row| {
        Ok(FundYear {
            fiscal_year: row.get(0)?,
            opening_yen: row.get(1)?,
            put_in_yen: row.get(2)?,
            taken_out_yen: row.get(3)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_map([fund], read)?.collect::<rusqlite::Result<_>>()?)
}
