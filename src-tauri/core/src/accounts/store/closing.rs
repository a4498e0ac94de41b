//! Stated balances, locked months, closed years, the marks of reopening, audits.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::accounts::{ClosedYear, PurseId, Remembered, Reopened, Reopening, StatedBalance, StatedBalanceId};
use crate::calendar::{BookMonth, FiscalYear};
use crate::id::Id;
use crate::money::Yen;

/// What was stated between two days, by day.
pub fn stated_balances(conn: &Connection, from: NaiveDate, to: NaiveDate) -> Result<Vec<StatedBalance>> {
    let sql = "SELECT id, purse_id, stated_on, amount_yen, note FROM stated_balance
               WHERE stated_on BETWEEN ? AND ? ORDER BY stated_on, id";
    let read = |row: &Row| {
        Ok(StatedBalance {
            id: row.get(0)?,
            purse_id: row.get(1)?,
            stated_on: row.get(2)?,
            amount_yen: row.get(3)?,
            note: row.get(4)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_map([from, to], read)?.collect::<rusqlite::Result<_>>()?)
}

/// States what lay in a purse at the end of a day.
pub fn put_stated_balance(conn: &Connection, purse: PurseId, on: NaiveDate, amount: Yen) -> Result<()> {
    let sql =
        "INSERT INTO stated_balance (id, purse_id, stated_on, amount_yen, note, version) VALUES (?1, ?2, ?3, ?4, '', 1)
               ON CONFLICT (purse_id, stated_on) DO UPDATE SET amount_yen = ?4, version = version + 1";
    conn.prepare_cached(sql)?.execute(params![StatedBalanceId::new(), purse, on, amount])?;
    Ok(())
}

/// Forgets what was stated of a purse at the end of a day.
pub fn delete_stated_balance(conn: &Connection, purse: PurseId, on: NaiveDate) -> Result<()> {
    conn.prepare_cached("DELETE FROM stated_balance WHERE purse_id = ? AND stated_on = ?")?
        .execute(params![purse, on])?;
    Ok(())
}

/// The locked months, `2025-04`.
pub fn locked_months(conn: &Connection) -> Result<Vec<String>> {
    let sql = "SELECT month FROM month_lock ORDER BY month";
    Ok(conn.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// True for a day whose books rest: its month is locked, or auditors have looked at the books up to it.
pub fn rests(conn: &Connection, year: FiscalYear, day: NaiveDate) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM month_lock WHERE month = ?)";
    let is_locked: bool = conn.prepare_cached(sql)?.query_row([BookMonth::of(day).key()], |row| row.get(0))?;
    Ok(is_locked || is_audited(conn, year, day)?)
}

/// True for a day up to which auditors have looked at the books of the year.
pub fn is_audited(conn: &Connection, year: FiscalYear, day: NaiveDate) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM audit WHERE fiscal_year = ? AND until_on >= MIN(?, ?))";
    Ok(conn.prepare_cached(sql)?.query_row(params![year, day, year.last_day()], |row| row.get(0))?)
}

/// The day up to which a year was audited, where something of that day would stand among it; a closed year refuses for itself.
pub fn audited_behind(conn: &Connection, year: FiscalYear, day: NaiveDate) -> Result<Option<NaiveDate>> {
    let behind = crate::accounts::audited_behind(&super::audits(conn, year)?, day);
    Ok(if behind.is_some() && closed_year(conn, year)?.is_some() { None } else { behind })
}

/// Locks a month.
pub fn lock_month(conn: &Connection, month: &str, on: NaiveDate) -> Result<()> {
    let sql = "INSERT INTO month_lock (id, month, locked_on) VALUES (?, ?, ?) ON CONFLICT (month) DO NOTHING";
    conn.prepare_cached(sql)?.execute(params![Id::<ClosedYear>::new(), month, on])?;
    Ok(())
}

/// Unlocks a month.
pub fn unlock_month(conn: &Connection, month: &str) -> Result<()> {
    conn.prepare_cached("DELETE FROM month_lock WHERE month = ?")?.execute([month])?;
    Ok(())
}

/// The years that are closed.
pub fn closed_years(conn: &Connection) -> Result<BTreeSet<FiscalYear>> {
    let sql = "SELECT fiscal_year FROM closed_year";
    Ok(conn.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// The closing of a year, while it is closed.
pub fn closed_year(conn: &Connection, year: FiscalYear) -> Result<Option<ClosedYear>> {
    let sql =
        "SELECT fiscal_year, closed_on, closed_by, carry_over_yen, ledger_hash FROM closed_year WHERE fiscal_year = ?";
    let read = |row: &Row| {
        Ok(ClosedYear {
            fiscal_year: row.get(0)?,
            closed_on: row.get(1)?,
            closed_by: row.get(2)?,
            carry_over_yen: row.get(3)?,
            ledger_hash: row.get(4)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_row([year], read).optional()?)
}

/// Closes a year, with what its papers name.
pub fn insert_closed_year(conn: &Connection, closed: &ClosedYear, remembered: &Remembered) -> Result<()> {
    let text = serde_json::to_string(remembered).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
    let sql = "INSERT INTO closed_year (id, fiscal_year, closed_on, closed_by, carry_over_yen, ledger_hash, remembered)
               VALUES (?, ?, ?, ?, ?, ?, ?)";
    let c = closed;
    conn.prepare_cached(sql)?.execute(params![
        Id::<ClosedYear>::new(),
        c.fiscal_year,
        c.closed_on,
        c.closed_by,
        c.carry_over_yen,
        c.ledger_hash,
        text
    ])?;
    Ok(())
}

/// Opens a closed year again.
pub fn delete_closed_year(conn: &Connection, year: FiscalYear) -> Result<()> {
    conn.prepare_cached("DELETE FROM closed_year WHERE fiscal_year = ?")?.execute([year])?;
    Ok(())
}

/// The marks of reopening of a year, first to last.
pub fn reopenings(conn: &Connection, year: FiscalYear) -> Result<Vec<Reopening>> {
    let sql = "SELECT fiscal_year, reopened_on, chair, auditor, reason, ledger_hash FROM reopening WHERE fiscal_year = ? ORDER BY id";
    let read = |row: &Row| {
        Ok(Reopening {
            fiscal_year: row.get(0)?,
            reopened_on: row.get(1)?,
            chair: row.get(2)?,
            auditor: row.get(3)?,
            reason: row.get(4)?,
            ledger_hash: row.get(5)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_map([year], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Leaves the mark of a reopening, with what the closing had kept.
pub fn insert_reopening(conn: &Connection, mark: &Reopening, kept: Option<&Reopened>) -> Result<()> {
    let text = kept.map_or_else(|| Ok(String::new()), serde_json::to_string);
    let text = text.map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))?;
    let sql = "INSERT INTO reopening (id, fiscal_year, reopened_on, chair, auditor, reason, ledger_hash, remembered)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    let m = mark;
    conn.prepare_cached(sql)?.execute(params![
        Id::<Reopening>::new(),
        m.fiscal_year,
        m.reopened_on,
        m.chair,
        m.auditor,
        m.reason,
        m.ledger_hash,
        text
    ])?;
    Ok(())
}
