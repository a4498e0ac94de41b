//! 定例の記帳 and the months of it that were written down.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};

use crate::Result;
use crate::accounts::{Entry, EntryId, Recurring, RecurringId, RecurringMonth};

const RECURRING: &str = "id, kind, purse_id, to_purse_id, item_id, description, counterparty, amount_yen, grant_id, activity_id, months, day, from_on, until_on,
    committee_id, eligibility, eligibility_reason, to_item_id, heads, split_over_cap";

/// All recurring entries, oldest first.
pub fn recurring(conn: &Connection) -> Result<Vec<Recurring>> {
    let sql = format!("SELECT {RECURRING} FROM recurring ORDER BY from_on, id");
    let read = |row: &Row| {
        let months: String = row.get(10)?;
        Ok(Recurring {
            id: row.get(0)?,
            entry: entry(row)?,
            months: months.split(',').filter_map(|month| month.parse().ok()).collect(),
            day: row.get(11)?,
            until_on: row.get(13)?,
            split_over_cap: row.get(19)?,
        })
    };
    Ok(conn.prepare_cached(&sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

fn entry(row: &Row) -> rusqlite::Result<Entry> {
    Ok(Entry {
        to_purse_id: row.get(3)?,
        item_id: row.get(4)?,
        description: row.get(5)?,
        counterparty: row.get(6)?,
        grant_id: row.get(8)?,
        activity_id: row.get(9)?,
        committee_id: row.get(14)?,
        eligibility: row.get(15)?,
        eligibility_reason: row.get(16)?,
        to_item_id: row.get(17)?,
        heads: row.get(18)?,
        ..Entry::new(row.get(1)?, row.get(12)?, row.get(2)?, row.get(7)?)
    })
}

/// Writes a recurring entry, a new one or one that is there.
pub fn put_recurring(conn: &Connection, r: &Recurring) -> Result<()> {
    let sql = format!(
        "INSERT INTO recurring ({RECURRING}, version) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,1)
         ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, purse_id = excluded.purse_id, to_purse_id = excluded.to_purse_id,
           item_id = excluded.item_id, description = excluded.description, counterparty = excluded.counterparty,
           amount_yen = excluded.amount_yen, grant_id = excluded.grant_id, activity_id = excluded.activity_id,
           months = excluded.months, day = excluded.day, from_on = excluded.from_on, until_on = excluded.until_on,
           committee_id = excluded.committee_id, eligibility = excluded.eligibility,
           eligibility_reason = excluded.eligibility_reason, to_item_id = excluded.to_item_id,
           heads = excluded.heads, split_over_cap = excluded.split_over_cap, version = version + 1"
    );
    let months: Vec<String> = r.months.iter().map(u32::to_string).collect();
    let e = &r.entry;
    conn.prepare_cached(&sql)?.execute(params![
        r.id,
        e.kind,
        e.purse_id,
        e.to_purse_id,
        e.item_id,
        e.description,
        e.counterparty,
        e.amount_yen,
        e.grant_id,
        e.activity_id,
        months.join(","),
        r.day,
        e.entered_on,
        r.until_on,
        e.committee_id,
        e.eligibility,
        e.eligibility_reason,
        e.to_item_id,
        e.heads,
        r.split_over_cap
    ])?;
    Ok(())
}

/// Writes down with which day a recurring entry ends.
pub fn end_recurring(conn: &Connection, id: RecurringId, on: NaiveDate) -> Result<()> {
    conn.prepare_cached("UPDATE recurring SET until_on = ?2, version = version + 1 WHERE id = ?1")?
        .execute(params![id, on])?;
    Ok(())
}

/// All months that were written down.
pub fn recurring_months(conn: &Connection) -> Result<Vec<RecurringMonth>> {
    let sql = "SELECT id, recurring_id, month, entry_id, own_entry_id FROM recurring_month ORDER BY month, id";
    let read = |row: &Row| {
        Ok(RecurringMonth {
            id: row.get(0)?,
            recurring_id: row.get(1)?,
            month: row.get(2)?,
            entry_id: row.get(3)?,
            own_entry_id: row.get(4)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Writes a month down; one whose entry was taken back stands for the new one.
pub fn put_recurring_month(conn: &Connection, m: &RecurringMonth) -> Result<()> {
    let sql = "INSERT INTO recurring_month (id, recurring_id, month, entry_id, own_entry_id) VALUES (?, ?, ?, ?, ?)
               ON CONFLICT (recurring_id, month)
               DO UPDATE SET entry_id = excluded.entry_id, own_entry_id = excluded.own_entry_id";
    conn.prepare_cached(sql)?.execute(params![m.id, m.recurring_id, m.month, m.entry_id, m.own_entry_id])?;
    Ok(())
}

/// Lets a month be written down as the entry that stands for a corrected one.
pub fn move_recurring_month(conn: &Connection, from: EntryId, to: EntryId) -> Result<()> {
    for part in ["entry_id", "own_entry_id"] {
        let sql = format!("UPDATE recurring_month SET {part} = ?2 WHERE {part} = ?1");
        conn.prepare_cached(&sql)?.execute(params![from, to])?;
    }
    Ok(())
}
