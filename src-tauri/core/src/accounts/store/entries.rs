//! Entries.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::accounts::{Entry, EntryId, GrantId};
use crate::calendar::FiscalYear;

pub(super) const ENTRY: &str = "id, fiscal_year, kind, entered_on, purse_id, to_purse_id, item_id, description, counterparty, amount_yen, voucher_no,
    grant_id, eligibility, eligibility_reason, has_receipt, activity_id, position, voids_id, void_reason, version,
    to_item_id, committee_id, heads, reimbursed_to, occasion_id, excuses_receipt";

pub(super) fn entry(row: &Row) -> rusqlite::Result<Entry> {
    Ok(Entry {
        id: row.get(0)?,
        fiscal_year: row.get(1)?,
        kind: row.get(2)?,
        entered_on: row.get(3)?,
        purse_id: row.get(4)?,
        to_purse_id: row.get(5)?,
        item_id: row.get(6)?,
        description: row.get(7)?,
        counterparty: row.get(8)?,
        amount_yen: row.get(9)?,
        voucher_no: row.get(10)?,
        grant_id: row.get(11)?,
        eligibility: row.get(12)?,
        eligibility_reason: row.get(13)?,
        has_receipt: row.get(14)?,
        activity_id: row.get(15)?,
        position: row.get(16)?,
        voids_id: row.get(17)?,
        void_reason: row.get(18)?,
        version: row.get(19)?,
        to_item_id: row.get(20)?,
        committee_id: row.get(21)?,
        heads: row.get(22)?,
        reimbursed_to: row.get(23)?,
        occasion_id: row.get(24)?,
        excuses_receipt: row.get(25)?,
    })
}

/// The entries of a year in the order of the books.
pub fn entries(conn: &Connection, year: FiscalYear) -> Result<Vec<Entry>> {
    let sql = format!("SELECT {ENTRY} FROM entry WHERE fiscal_year = ? ORDER BY entered_on, position, id");
    let all = conn.prepare_cached(&sql)?.query_map([year], entry)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// True where the books of a year have an entry.
pub fn has_entries(conn: &Connection, year: FiscalYear) -> Result<bool> {
    let sql = "SELECT EXISTS (SELECT 1 FROM entry WHERE fiscal_year = ?)";
    Ok(conn.prepare_cached(sql)?.query_row([year], |row| row.get(0))?)
}

/// How many entries of income and of expense bear a day from one to another.
pub fn counted_between(conn: &Connection, year: FiscalYear, from: NaiveDate, to: NaiveDate) -> Result<(i64, i64)> {
    let sql = "SELECT COUNT(*) FILTER (WHERE kind = 'income'), COUNT(*) FILTER (WHERE kind = 'expense')
               FROM entry WHERE fiscal_year = ? AND entered_on BETWEEN ? AND ?";
    Ok(conn.prepare_cached(sql)?.query_row(params![year, from, to], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Entries of the years beside a year that were paid or received in it.
pub fn crossing(conn: &Connection, year: FiscalYear) -> Result<Vec<Entry>> {
    let sql = format!(
        "SELECT {ENTRY} FROM entry WHERE fiscal_year IN (?1, ?2) AND entered_on BETWEEN ?3 AND ?4 ORDER BY entered_on, position, id"
    );
    let beside = params![year.previous(), year.next(), year.first_day(), year.last_day()];
    let all = conn.prepare_cached(&sql)?.query_map(beside, entry)?.collect::<rusqlite::Result<_>>()?;
    Ok(all)
}

/// One entry.
pub fn find_entry(conn: &Connection, id: EntryId) -> Result<Option<Entry>> {
    let sql = format!("SELECT {ENTRY} FROM entry WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], entry).optional()?)
}

/// Adds an entry.
pub fn insert_entry(conn: &Connection, e: &Entry) -> Result<()> {
    let sql = format!("INSERT INTO entry ({ENTRY}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    conn.prepare_cached(&sql)?.execute(params![
        e.id,
        e.fiscal_year,
        e.kind,
        e.entered_on,
        e.purse_id,
        e.to_purse_id,
        e.item_id,
        e.description,
        e.counterparty,
        e.amount_yen,
        e.voucher_no,
        e.grant_id,
        e.eligibility,
        e.eligibility_reason,
        e.has_receipt,
        e.activity_id,
        e.position,
        e.voids_id,
        e.void_reason,
        e.version,
        e.to_item_id,
        e.committee_id,
        e.heads,
        e.reimbursed_to,
        e.occasion_id,
        e.excuses_receipt
    ])?;
    Ok(())
}

/// Writes what may change on an entry without touching date, purse or amount; the version is raised here.
pub fn update_entry(conn: &Connection, e: &Entry) -> Result<()> {
    let sql =
        "UPDATE entry SET item_id=?2, description=?3, counterparty=?4, voucher_no=?5, grant_id=?6, eligibility=?7,
               eligibility_reason=?8, has_receipt=?9, activity_id=?10, to_item_id=?11, committee_id=?12, heads=?13, reimbursed_to=?14, occasion_id=?15, excuses_receipt=?16, version=version+1 WHERE id=?1";
    conn.prepare_cached(sql)?.execute(params![
        e.id,
        e.item_id,
        e.description,
        e.counterparty,
        e.voucher_no,
        e.grant_id,
        e.eligibility,
        e.eligibility_reason,
        e.has_receipt,
        e.activity_id,
        e.to_item_id,
        e.committee_id,
        e.heads,
        e.reimbursed_to,
        e.occasion_id,
        e.excuses_receipt
    ])?;
    Ok(())
}

/// Writes why an entry was made that stands for a corrected one.
pub fn note_reason(conn: &Connection, id: EntryId, reason: &str) -> Result<()> {
    conn.prepare_cached("UPDATE entry SET void_reason = ?2, version = version + 1 WHERE id = ?1")?
        .execute(params![id, reason])?;
    Ok(())
}

/// The voucher number after the highest of the year.
pub fn next_voucher_no(conn: &Connection, year: FiscalYear) -> Result<i64> {
    let sql = "SELECT 1 + COALESCE(MAX(voucher_no), 0) FROM entry WHERE fiscal_year = ?";
    Ok(conn.prepare_cached(sql)?.query_row([year], |row| row.get(0))?)
}

/// The year of a grant that entries name.
pub fn year_of_grant(conn: &Connection, grant: GrantId) -> Result<Option<FiscalYear>> {
    let sql = "SELECT fiscal_year FROM grant_award WHERE id = ?";
    Ok(conn.prepare_cached(sql)?.query_row([grant], |row| row.get(0)).optional()?)
}
