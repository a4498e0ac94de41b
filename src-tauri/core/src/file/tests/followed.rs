//! What following the log on opening finds.

use super::*;

/// The same file, closed with a copy and then altered by somebody who has its key.
fn opened_after(sql: &str) -> Followed {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let (path, key) = (office.place.file.clone(), office.key.clone());
    office.close().unwrap();
    let conn = connect::connect(&path, &key, connect::Use::Write).unwrap();
    assert!(conn.execute(sql, []).unwrap() > 0, "{sql} met no row");
    drop(conn);
    OfficeFile::open(&path, "さくら 体育館 ３月").unwrap().followed()
}

#[test]
fn k08_a_history_altered_while_the_file_was_shut_is_told_on_opening() {
    let whole = Followed { rows: 4, broken_at: None, lost_from_copy: None };
    assert_eq!(opened_after("UPDATE organisation SET position = position"), whole, "nothing was altered");
    for (sql, at) in [
        ("UPDATE log SET params = '{\"name\":\"別人\"}' WHERE seq = 2", 2),
        ("UPDATE log SET payload = CAST(payload || x'00' AS BLOB) WHERE seq = 3", 3),
        ("UPDATE log SET at = '2020-01-01T00:00:00+09:00', operator = '別人' WHERE seq = 4", 4),
        ("DELETE FROM log WHERE seq = 1", 1),
        ("DELETE FROM log WHERE seq = 3", 3),
        ("UPDATE log SET erased_hash = 'x' WHERE seq = 2", 2),
    ] {
        assert_eq!(opened_after(sql), Followed { rows: at - 1, broken_at: Some(at), ..whole }, "{sql}");
    }
    let shorter = opened_after("DELETE FROM log WHERE seq >= 3");
    assert_eq!(
        shorter,
        Followed { rows: 2, lost_from_copy: Some(4), ..whole },
        "the chain is whole, and its end is gone"
    );
}

#[test]
fn k08_an_older_file_put_in_its_place_is_told_until_it_is_closed() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let path = office.place.file.clone();
    let older = folder.path().join("前の月");
    office.copy_to(&older).unwrap();
    office.change(&by(), "council.settings", |tx| add(tx, "o7")).unwrap();
    office.close().unwrap();
    std::fs::copy(&older, &path).unwrap();
    let open = || OfficeFile::open(&path, "さくら 体育館 ３月").unwrap();
    let office = open();
    assert_eq!(office.followed().lost_from_copy, Some(5));
    office.change(&by(), "council.settings", |tx| add(tx, "o8")).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(20));
    office.close().unwrap();
    assert_eq!(open().followed().lost_from_copy, None, "the newest copy is its own again");
}
