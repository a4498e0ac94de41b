//! What no caller can do: tamper with the inside of an office file, and see that it is found.

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use rusqlite::types::Value;

use super::{By, Cost, Erasure, Followed, NewCouncil, OfficeFile, Tx, check, connect, log, migrate, place};
use crate::Result;

fn by() -> By {
    By { operator: "井上".into(), at: "2026-03-14T10:42:00+09:00".into() }
}

/// Two committees, one of them taken back: four rows in the log.
fn office(folder: &tempfile::TempDir) -> OfficeFile {
    let council = NewCouncil { name: "緑町協議会".into(), ..NewCouncil::default() };
    let path = folder.path().join("緑町");
    let office = OfficeFile::create_at(&path, "さくら 体育館 ３月", Cost::LIGHT, &council, &by()).unwrap().0;
    for id in ["o1", "o2"] {
        office.change(&by(), "council.settings", |tx| add(tx, id)).unwrap();
    }
    office.undo(&by()).unwrap();
    office
}

fn add(tx: &Tx, id: &str) -> Result<()> {
    tx.execute("INSERT INTO organisation (id, kind, name, position) VALUES (?1, 'committee', '防災部会', 1)", [id])?;
    Ok(())
}

/// What a check finds after SQL was run past the gate; the SQL is rolled back.
fn found_after(office: &OfficeFile, sql: &str) -> Vec<&'static str> {
    let writer = office.writer();
    let tx = rusqlite::Transaction::new_unchecked(&writer, rusqlite::TransactionBehavior::Immediate).unwrap();
    assert!(tx.execute(sql, []).unwrap() > 0, "{sql} met no row");
    check::check(&tx).problems.iter().map(|problem| problem.code).collect()
}

#[test]
fn every_altered_column_of_every_row_of_the_log_is_found() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    assert_eq!(office.check().unwrap().problems.len(), 0);
    let texts = ["kind", "op", "params", "areas", "operator", "at", "payload_hash", "previous_hash", "hash"];
    let appended = texts.map(|column| (column, format!("{column} || ' '")));
    let others = [
        ("seq", "seq + 10".into()),
        ("of_seq", "coalesce(of_seq, 0) + 1".into()),
        ("payload", "CAST(payload || x'00' AS BLOB)".into()),
    ];
    for (column, altered) in appended.into_iter().chain(others) {
        for seq in 1..=4 {
            let found = found_after(&office, &format!("UPDATE log SET {column} = {altered} WHERE seq = {seq}"));
            assert!(!found.is_empty(), "{column} of row {seq} was altered");
        }
    }
}

#[test]
fn rows_taken_out_of_the_log_and_records_changed_past_the_gate_are_found() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    assert_eq!(found_after(&office, "DELETE FROM log WHERE seq = 2"), ["office.log_broken", "office.records_differ"]);
    assert_eq!(
        found_after(&office, "DELETE FROM log WHERE seq = 4"),
        ["office.records_differ"],
        "the chain ends early"
    );
    assert_eq!(found_after(&office, "UPDATE organisation SET name = '体育部会'"), ["office.records_differ"]);
    assert_eq!(found_after(&office, "DELETE FROM council"), ["office.records_differ"]);
}

#[test]
fn references_are_enforced_again_after_an_undo() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    office.undo(&by()).unwrap();
    let dangling = "INSERT INTO organisation (id, kind, name, parent_id, position) VALUES ('o3', 'committee', '体育部会', 'nowhere', 1)";
    office.change(&by(), "council.settings", |tx| Ok(tx.execute(dangling, [])?)).unwrap_err();
}

#[test]
fn a_full_disk_takes_the_operation_back_and_the_next_one_works() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let pages: i64 = office.writer().query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    let limit = |pages: i64| {
        office.writer().pragma_update_and_check(None, "max_page_count", pages, |row| row.get::<_, i64>(0)).unwrap()
    };
    limit(pages + 2);
    let fill = |tx: &Tx| (0..500).try_for_each(|n| add(tx, &format!("n{n}")));
    assert_eq!(office.change(&by(), "council.settings", fill).unwrap_err().code, "office.disk_full");
    assert_eq!(office.history(1).unwrap()[0].seq, 4, "nothing of it is there");
    limit(1_000_000);
    office.change(&by(), "council.settings", fill).unwrap();
    assert_eq!(office.check().unwrap().problems.len(), 0);
}

#[test]
fn a_look_during_a_change_sees_what_was_before_and_waits_for_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let count =
        || office.view(|view| Ok(view.query_row("SELECT count(*) FROM organisation", [], |r| r.get::<_, i64>(0))?));
    office
        .change(&by(), "council.settings", |tx| {
            add(tx, "o4")?;
            assert_eq!(count()?, 1, "the change is not done yet");
            Ok(())
        })
        .unwrap();
    assert_eq!(count().unwrap(), 2);
}

#[test]
fn an_act_that_panics_leaves_nothing_and_the_office_usable() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let panicking = || {
        office.change(&by(), "council.settings", |tx| {
            add(tx, "o5").unwrap();
            tx.prepare("no SQL at all").unwrap();
            Ok(())
        })
    };
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(panicking)).unwrap_err();
    office.change(&by(), "council.settings", |tx| add(tx, "o6")).unwrap();
    assert_eq!(office.check().unwrap().problems.len(), 0);
    assert_eq!(office.history(1).unwrap()[0].seq, 5);
}

#[test]
fn a_flipped_bit_of_a_changeset_is_never_applied() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let mut payload: Vec<u8> =
        office.writer().query_row("SELECT payload FROM log WHERE seq = 2", [], |row| row.get(0)).unwrap();
    *payload.last_mut().unwrap() ^= 1;
    office.writer().execute("UPDATE log SET payload = ?1 WHERE seq = 2", [payload]).unwrap();
    assert_eq!(office.undo(&by()).unwrap_err().code, "office.damaged");
}

#[test]
fn a_newer_file_is_refused_before_a_byte_is_written_also_after_a_crash() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    office.writer().pragma_update(None, "user_version", 9_999).unwrap();
    let crashed = folder.path().join("落ちた");
    for ending in ["", "-wal", ".keys"] {
        let beside = |path: &Path| PathBuf::from(format!("{}{ending}", path.display()));
        std::fs::copy(beside(&office.place.file), beside(&crashed)).unwrap();
    }
    let closed = office.place.file.clone();
    drop(office);
    for path in [closed, crashed] {
        let before = hashes(folder.path());
        let mut refused = OfficeFile::open(&path, "さくら 体育館 ３月").err().unwrap();
        assert_eq!((refused.code, refused.params.remove("version").as_deref()), ("office.newer_file", Some("9999")));
        assert_eq!(before, hashes(folder.path()));
    }
}

/// Every file of a folder and its hash; not the lock, and not SQLite's index of what a crash left in its log.
fn hashes(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files
        .retain(|path| !path.display().to_string().ends_with(".lock") && !path.display().to_string().ends_with("-shm"));
    files.sort();
    files.into_iter().map(|path| (path.clone(), log::payload_hash(&std::fs::read(path).unwrap()))).collect()
}

/// Puts a file in the place of an office's, as a program that knew `version` migrations would have written it.
fn as_older(office: OfficeFile, version: usize) -> PathBuf {
    let path = office.place.file.clone();
    let older = path.with_extension("older");
    {
        let conn = connect::connect(&older, &office.key, connect::Use::Create).unwrap();
        conn.pragma_update(None, "application_id", connect::APPLICATION_ID).unwrap();
        migrate::migrate_to(&conn, version).unwrap();
        conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
        let tables = migrate::texts(&conn, "SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
        for table in tables {
            copy_rows(&office.writer(), &conn, &table);
        }
    }
    drop(office);
    std::fs::rename(older, &path).unwrap();
    path
}

/// The rows of a table, in the columns that both files have.
fn copy_rows(from: &Connection, to: &Connection, table: &str) {
    let columns = migrate::texts(to, &format!("SELECT name FROM pragma_table_info('{table}')")).unwrap();
    let marks = vec!["?"; columns.len()].join(",");
    let columns = columns.join(",");
    let mut rows = from.prepare(&format!("SELECT {columns} FROM {table}")).unwrap();
    let mut rows = rows.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let values: Vec<Value> = (0..marks.split(',').count()).map(|column| row.get_unwrap(column)).collect();
        let sql = format!("INSERT INTO {table} ({columns}) VALUES ({marks})");
        to.execute(&sql, rusqlite::params_from_iter(values)).unwrap();
    }
}

#[test]
fn an_older_file_is_copied_then_migrated_and_its_acts_can_still_be_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let version = migrate::version(&office.writer()).unwrap();
    let before = office.check().unwrap().state_hash;
    let path = as_older(office, 4);

    let office = OfficeFile::open(&path, "さくら 体育館 ３月").unwrap();
    assert_eq!(migrate::version(&office.writer()).unwrap(), version);
    assert_eq!(office.followed(), Followed { rows: 4, ..Followed::default() }, "its log has columns that it had not");
    assert_eq!(office.check().unwrap().problems.len(), 0);
    assert_eq!(office.check().unwrap().state_hash, before);
    let copy = office.place.beside("copies").join("before-version-5.office");
    assert!(copy.is_file() && place::beside(&copy, "keys").is_file(), "the copy stays, with its keys");
    let bodies =
        || -> i64 { office.writer().query_row("SELECT count(*) FROM organisation", [], |r| r.get(0)).unwrap() };
    assert_eq!(bodies(), 1);
    office.undo(&by()).unwrap();
    assert_eq!(bodies(), 0, "the table has more columns than the act knew");
    office.redo(&by()).unwrap();
    assert_eq!(bodies(), 1);
    assert_eq!(office.check().unwrap().problems.len(), 0);
}

#[test]
fn a_row_whose_words_were_erased_is_attested_by_the_act_that_erased_them() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let erasure = Erasure { record: ("organisation", "o1".into()), keep: &["kind"], ..Erasure::default() };
    office
        .erase(&by(), "council.settings", &[erasure], |tx| {
            Ok(tx.execute("UPDATE organisation SET name = '' WHERE id = 'o1'", [])?)
        })
        .unwrap();
    assert_eq!(office.check().unwrap().problems.len(), 0);
    for sql in [
        "UPDATE log SET payload = CAST(payload || x'00' AS BLOB) WHERE seq = 2",
        "UPDATE log SET params = '{\"name\":\"別人\"}' WHERE seq = 2",
        "UPDATE log SET erased_hash = 'x' WHERE seq = 2",
        "UPDATE log SET erased_hash = NULL WHERE seq = 2",
        "UPDATE log SET erased_hash = hash WHERE seq = 3",
    ] {
        assert!(!found_after(&office, sql).is_empty(), "{sql} was not noticed");
    }
}

#[test]
fn every_flipped_bit_of_the_file_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("緑町");
    drop(office(&folder));
    let sound = std::fs::read(&path).unwrap();
    for at in (0..sound.len()).step_by(sound.len() / 150) {
        let mut flipped = sound.clone();
        flipped[at] ^= 1 << (at % 8);
        std::fs::write(&path, flipped).unwrap();
        let checked = OfficeFile::open(&path, "さくら 体育館 ３月").and_then(|office| office.check());
        assert!(!checked.is_ok_and(|found| found.problems.is_empty()), "byte {at}");
    }
}

mod followed;
