//! Migrations: numbered, additive, never edited after release. They change tables, never rows: the records must stay
//! what the log says they are.

use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::error::{Error, Result};

/// All migrations in order; the version of a file is how many of them it has seen.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/0001_office.sql"),
    include_str!("../migrations/0002_roster.sql"),
    include_str!("../migrations/0003_enrolment.sql"),
    include_str!("../migrations/0004_accounts.sql"),
    include_str!("../migrations/0005_reports.sql"),
    include_str!("../migrations/0006_people.sql"),
    include_str!("../migrations/0007_enrolment.sql"),
    include_str!("../migrations/0008_lists.sql"),
    include_str!("../migrations/0009_attachments.sql"),
    include_str!("../migrations/0010_privacy.sql"),
    include_str!("../migrations/0011_ages.sql"),
    include_str!("../migrations/0012_withdrawn.sql"),
    include_str!("../migrations/0013_city.sql"),
    include_str!("../migrations/0014_accounts.sql"),
    include_str!("../migrations/0015_budget.sql"),
    include_str!("../migrations/0016_closing.sql"),
    include_str!("../migrations/0017_grants.sql"),
    include_str!("../migrations/0018_receipts.sql"),
    include_str!("../migrations/0019_stated.sql"),
    include_str!("../migrations/0020_bank.sql"),
    include_str!("../migrations/0021_turned.sql"),
    include_str!("../migrations/0022_recurring.sql"),
    include_str!("../migrations/0023_grant_papers.sql"),
    include_str!("../migrations/0024_entry_papers.sql"),
    include_str!("../migrations/0025_items.sql"),
    include_str!("../migrations/0026_crossing.sql"),
    include_str!("../migrations/0027_equipment.sql"),
    include_str!("../migrations/0028_remembered.sql"),
    include_str!("../migrations/0029_register_kept.sql"),
    include_str!("../migrations/0030_recurring.sql"),
    include_str!("../migrations/0031_plan.sql"),
    include_str!("../migrations/0032_receipt_gone.sql"),
    include_str!("../migrations/0033_parts.sql"),
    include_str!("../migrations/0034_meetings.sql"),
    include_str!("../migrations/0035_issued.sql"),
    include_str!("../migrations/0036_photos.sql"),
    include_str!("../migrations/0037_occasions.sql"),
    include_str!("../migrations/0038_attendance.sql"),
    include_str!("../migrations/0039_old_bylaws.sql"),
    include_str!("../migrations/0040_handover.sql"),
    include_str!("../migrations/0041_refund.sql"),
    include_str!("../migrations/0042_community_plan.sql"),
    include_str!("../migrations/0043_guests.sql"),
    include_str!("../migrations/0044_grant_rules.sql"),
    include_str!("../migrations/0045_grant_basis.sql"),
    include_str!("../migrations/0046_bylaws.sql"),
    include_str!("../migrations/0047_equipment_check.sql"),
    include_str!("../migrations/0048_works.sql"),
    include_str!("../migrations/0049_issued_document.sql"),
    include_str!("../migrations/0050_meeting_slips.sql"),
    include_str!("../migrations/0051_meeting_agreed.sql"),
    include_str!("../migrations/0052_entry_items.sql"),
    include_str!("../migrations/0053_legal_form.sql"),
    include_str!("../migrations/0054_occasion_announced.sql"),
    include_str!("../migrations/0055_occasion_series.sql"),
    include_str!("../migrations/0058_recurring_cap.sql"),
    include_str!("../migrations/0059_approval.sql"),
    include_str!("../migrations/0061_reason_for_receipt.sql"),
    include_str!("../migrations/0062_recurring_own_part.sql"),
    include_str!("../migrations/0063_volunteer_rate.sql"),
    include_str!("../migrations/0064_year_start.sql"),
    include_str!("../migrations/0065_meeting_counted.sql"),
    include_str!("../migrations/0068_award.sql"),
    include_str!("../migrations/0070_audit_finding.sql"),
    include_str!("../migrations/0071_reopened.sql"),
    include_str!("../migrations/0072_audited.sql"),
    include_str!("../migrations/0074_planned_about.sql"),
];

/// What a file has to do to be used by this program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Current,
    Older,
}

/// Compares a file with this program; a newer one is refused.
pub(super) fn standing(conn: &Connection) -> Result<Standing> {
    let version = version(conn)?;
    match version.cmp(&(MIGRATIONS.len() as i64)) {
        std::cmp::Ordering::Equal => Ok(Standing::Current),
        std::cmp::Ordering::Less => Ok(Standing::Older),
        std::cmp::Ordering::Greater => Err(Error::refused("office.newer_file").with("version", version)),
    }
}

/// How many migrations a file has seen.
pub(super) fn version(conn: &Connection) -> Result<i64> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// Brings a file to the newest version, all at once or not at all.
pub(super) fn migrate(conn: &Connection) -> Result<()> {
    migrate_by(conn, MIGRATIONS)
}

/// Makes a file as an earlier program made it.
#[cfg(test)]
pub(super) fn migrate_to(conn: &Connection, version: usize) -> Result<()> {
    migrate_by(conn, &MIGRATIONS[..version])
}

/// References rest meanwhile, so that a table may be made anew under its name; they are all looked at before the end.
fn migrate_by(conn: &Connection, migrations: &[&str]) -> Result<()> {
    let are_enforced: bool = conn.query_row("PRAGMA foreign_keys", [], |row| row.get(0))?;
    conn.pragma_update(None, "foreign_keys", false)?;
    let migrated = migrate_at_once(conn, migrations);
    conn.pragma_update(None, "foreign_keys", are_enforced)?;
    migrated
}

fn migrate_at_once(conn: &Connection, migrations: &[&str]) -> Result<()> {
    let tx = Transaction::new_unchecked(conn, TransactionBehavior::Immediate)?;
    for sql in migrations.iter().skip(version(&tx)? as usize) {
        tx.execute_batch(sql)?;
    }
    tx.pragma_update(None, "user_version", migrations.len() as i64)?;
    match problems(&tx)?.into_iter().next() {
        Some(found) => Err(Error::refused("office.damaged").with("found", found)),
        None => Ok(tx.commit()?),
    }
}

/// What SQLite's own checks find: broken pages, broken rows, references into nothing.
pub(super) fn problems(conn: &Connection) -> Result<Vec<String>> {
    let mut found = texts(conn, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'")?;
    found.extend(texts(conn, "SELECT \"table\" || ' → ' || parent || ' ' || rowid FROM pragma_foreign_key_check")?);
    Ok(found)
}

/// The texts of a one-column answer.
pub(super) fn texts(conn: &Connection, sql: &str) -> Result<Vec<String>> {
    let mut statement = conn.prepare(sql)?;
    let rows = statement.query_map([], |row| row.get(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_migration_that_fails_leaves_the_file_as_it_was() {
        let conn = Connection::open_in_memory().unwrap();
        migrate_by(&conn, &["CREATE TABLE a (id TEXT PRIMARY KEY NOT NULL) STRICT"]).unwrap();
        let broken = ["", "CREATE TABLE b (id TEXT PRIMARY KEY NOT NULL) STRICT; CREATE TABLE a (id TEXT)"];
        migrate_by(&conn, &broken).unwrap_err();
        assert_eq!(version(&conn).unwrap(), 1);
        assert_eq!(texts(&conn, "SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap(), ["a"]);
    }

    #[test]
    fn a_migration_that_breaks_a_reference_is_refused() {
        let conn = Connection::open_in_memory().unwrap();
        let broken = "CREATE TABLE a (id TEXT PRIMARY KEY NOT NULL, b_id TEXT REFERENCES b (id)) STRICT;
            CREATE TABLE b (id TEXT PRIMARY KEY NOT NULL) STRICT; INSERT INTO a VALUES ('1', 'nowhere')";
        conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        assert_eq!(migrate_by(&conn, &[broken]).unwrap_err().code, "office.damaged");
        assert_eq!(version(&conn).unwrap(), 0);
    }

    #[test]
    fn a_file_of_a_later_program_is_refused() {
        let conn = Connection::open_in_memory().unwrap();
        assert_eq!(standing(&conn).unwrap(), Standing::Older);
        migrate(&conn).unwrap();
        assert_eq!(standing(&conn).unwrap(), Standing::Current);
        conn.pragma_update(None, "user_version", MIGRATIONS.len() as i64 + 1).unwrap();
        assert_eq!(standing(&conn).unwrap_err().code, "office.newer_file");
    }
}
