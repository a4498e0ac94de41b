//! SQL of bank statements: lines, what was decided about them, and rules.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::Result;
use crate::accounts::bank::{BankLine, BankLineId, BankLink, BankRule, BankRuleId, StatementLine};
use crate::accounts::{EntryId, PurseId};
use crate::id::Id;

const LINE: &str =
    "id, purse_id, dated_on, amount_yen, balance_yen, description, memo, file, file_row, position FROM bank_line";

fn line(row: &Row) -> rusqlite::Result<BankLine> {
    Ok(BankLine {
        id: row.get(0)?,
        purse_id: row.get(1)?,
        said: StatementLine {
            dated_on: row.get(2)?,
            amount_yen: row.get(3)?,
            balance_yen: row.get(4)?,
            description: row.get(5)?,
            memo: row.get(6)?,
            row: row.get(8)?,
        },
        file: row.get(7)?,
        position: row.get(9)?,
    })
}

/// The lines of a purse between two days, in the order in which they came.
pub fn bank_lines(conn: &Connection, purse: PurseId, from: NaiveDate, to: NaiveDate) -> Result<Vec<BankLine>> {
    let sql = format!("SELECT {LINE} WHERE purse_id = ? AND dated_on BETWEEN ? AND ? ORDER BY dated_on, position, id");
    Ok(conn.prepare_cached(&sql)?.query_map(params![purse, from, to], line)?.collect::<rusqlite::Result<_>>()?)
}

/// All lines of a purse.
pub fn all_bank_lines(conn: &Connection, purse: PurseId) -> Result<Vec<BankLine>> {
    let sql = format!("SELECT {LINE} WHERE purse_id = ? ORDER BY dated_on, position, id");
    Ok(conn.prepare_cached(&sql)?.query_map([purse], line)?.collect::<rusqlite::Result<_>>()?)
}

/// One line.
pub fn find_bank_line(conn: &Connection, id: BankLineId) -> Result<Option<BankLine>> {
    let sql = format!("SELECT {LINE} WHERE id = ?");
    Ok(conn.prepare_cached(&sql)?.query_row([id], line).optional()?)
}

/// Keeps a line after all others of its purse.
pub fn insert_bank_line(conn: &Connection, purse: PurseId, said: &StatementLine, file: &str) -> Result<BankLineId> {
    let sql = "INSERT INTO bank_line (id, purse_id, dated_on, amount_yen, balance_yen, description, memo, file, file_row, position)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9,
                 1 + (SELECT COALESCE(MAX(position), 0) FROM bank_line WHERE purse_id = ?2))";
    let (id, s) = (BankLineId::new(), said);
    conn.prepare_cached(sql)?.execute(params![
        id,
        purse,
        s.dated_on,
        s.amount_yen,
        s.balance_yen,
        s.description,
        s.memo,
        file,
        s.row
    ])?;
    Ok(id)
}

/// What was decided about the lines of a purse.
pub fn bank_links(conn: &Connection, purse: PurseId) -> Result<Vec<BankLink>> {
    let sql = "SELECT line_id, entry_id, is_same FROM bank_link
               WHERE line_id IN (SELECT id FROM bank_line WHERE purse_id = ?) ORDER BY id";
    let read = |row: &Row| Ok(BankLink { line_id: row.get(0)?, entry_id: row.get(1)?, is_same: row.get(2)? });
    Ok(conn.prepare_cached(sql)?.query_map([purse], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Decides that a line and an entry are the same, or are not.
pub fn put_bank_link(conn: &Connection, line: BankLineId, entry: EntryId, is_same: bool) -> Result<()> {
    let sql = "INSERT INTO bank_link (id, line_id, entry_id, is_same) VALUES (?1, ?2, ?3, ?4)
               ON CONFLICT (line_id, entry_id) DO UPDATE SET is_same = ?4";
    conn.prepare_cached(sql)?.execute(params![Id::<BankLink>::new(), line, entry, is_same])?;
    Ok(())
}

/// Forgets for which entries a line was taken; for which it was not stays.
pub fn delete_bank_joins(conn: &Connection, line: BankLineId) -> Result<()> {
    conn.prepare_cached("DELETE FROM bank_link WHERE line_id = ? AND is_same = 1")?.execute([line])?;
    Ok(())
}

/// All rules, by their words.
pub fn bank_rules(conn: &Connection) -> Result<Vec<BankRule>> {
    let sql = "SELECT id, words, is_incoming, kind, other_purse_id, item_id, description, counterparty, grant_id, committee_id,
               activity_id, used_on FROM bank_rule ORDER BY words, id";
    let read = |row: &Row| {
        Ok(BankRule {
            id: row.get(0)?,
            words: row.get(1)?,
            is_incoming: row.get(2)?,
            kind: row.get(3)?,
            other_purse_id: row.get(4)?,
            item_id: row.get(5)?,
            description: row.get(6)?,
            counterparty: row.get(7)?,
            grant_id: row.get(8)?,
            committee_id: row.get(9)?,
            activity_id: row.get(10)?,
            used_on: row.get(11)?,
        })
    };
    Ok(conn.prepare_cached(sql)?.query_map([], read)?.collect::<rusqlite::Result<_>>()?)
}

/// Writes a rule.
pub fn put_bank_rule(conn: &Connection, rule: &BankRule) -> Result<()> {
    let sql = "INSERT INTO bank_rule (id, words, is_incoming, kind, other_purse_id, item_id, description, counterparty, grant_id,
                 committee_id, activity_id, used_on) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
               ON CONFLICT (id) DO UPDATE SET words = ?2, kind = ?4, other_purse_id = ?5, item_id = ?6, description = ?7,
                 counterparty = ?8, grant_id = ?9, committee_id = ?10, activity_id = ?11, used_on = ?12";
    let r = rule;
    conn.prepare_cached(sql)?.execute(params![
        r.id,
        r.words,
        r.is_incoming,
        r.kind,
        r.other_purse_id,
        r.item_id,
        r.description,
        r.counterparty,
        r.grant_id,
        r.committee_id,
        r.activity_id,
        r.used_on
    ])?;
    Ok(())
}

/// Forgets a rule.
pub fn delete_bank_rule(conn: &Connection, id: BankRuleId) -> Result<()> {
    conn.prepare_cached("DELETE FROM bank_rule WHERE id = ?")?.execute([id])?;
    Ok(())
}
