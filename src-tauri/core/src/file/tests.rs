//! What no caller can do: tamper with the inside of an office file, and see that it is found.

use super::{By, Cost, NewCouncil, OfficeFile, Tx, check};
use crate::Result;

fn by() -> By {
    By { operator: "井上".into(), at: "2026-03-14T10:42:00+09:00".into() }
}

/// Two committees, one of them taken back: four rows in the log.
fn office(folder: &tempfile::TempDir) -> OfficeFile {
    let council = NewCouncil { name: "緑町協議会".into(), ..NewCouncil::default() };
    let path = folder.path().join("緑町");
    let office = OfficeFile::create_at(&path, "さくら 体育館", Cost::LIGHT, &council, &by()).unwrap().0;
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
fn every_flipped_bit_of_the_file_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("緑町");
    drop(office(&folder));
    let sound = std::fs::read(&path).unwrap();
    for at in (0..sound.len()).step_by(sound.len() / 150) {
        let mut flipped = sound.clone();
        flipped[at] ^= 1 << (at % 8);
        std::fs::write(&path, flipped).unwrap();
        let checked = OfficeFile::open(&path, "さくら 体育館").and_then(|office| office.check());
        assert!(!checked.is_ok_and(|found| found.problems.is_empty()), "byte {at}");
    }
}
