//! The office file as its callers see it: made, opened, changed, taken back, done again, refused.

#![allow(clippy::unwrap_used)]

mod support;

use office::file::{Cost, OfficeFile};
use support::{Desk, PASSPHRASE, add, by, families, rename};

#[test]
fn a_change_is_read_back_after_a_restart_and_undone_and_redone_across_one() {
    let desk = Desk::new();
    let office = desk.create();
    let changed = office.change(&by(), "council.settings", |tx| add(tx, "p1", "齋藤")).unwrap();
    assert_eq!(changed.areas, [office::Area::Roster]);
    assert_eq!(changed.sentence, "協議会の情報を直しました");
    drop(office);

    let office = desk.open();
    assert_eq!(families(&office), ["齋藤"]);
    assert_eq!(office.undo(&by()).unwrap().sentence, "元に戻しました（協議会の情報を直しました）");
    assert!(families(&office).is_empty());
    drop(office);

    let office = desk.open();
    assert_eq!(office.redo(&by()).unwrap().areas, [office::Area::Roster]);
    assert_eq!(families(&office), ["齋藤"]);
    assert_eq!(office.redo(&by()).unwrap_err().code, "office.nothing_to_redo");
    office.undo(&by()).unwrap();
    assert_eq!(office.undo(&by()).unwrap_err().code, "office.nothing_to_undo", "the council itself stays");
}

#[test]
fn a_failing_act_leaves_nothing_and_an_act_without_effect_no_row() {
    let desk = Desk::new();
    let office = desk.create();
    let refused = office.change(&by(), "council.settings", |tx| {
        add(tx, "p1", "齋藤")?;
        Err::<(), _>(office::Error::refused("office.damaged"))
    });
    assert_eq!(refused.unwrap_err().code, "office.damaged");
    assert!(families(&office).is_empty());
    let nothing = office.change(&by(), "council.settings", |_| Ok(())).unwrap();
    assert!(nothing.areas.is_empty());
    assert_eq!(office.history(10).unwrap().len(), 1, "only the creation");
}

#[test]
fn an_older_act_is_undone_beside_later_ones_but_not_under_them() {
    let desk = Desk::new();
    let office = desk.create();
    office.change(&by(), "council.settings", |tx| add(tx, "p1", "齋藤")).unwrap();
    office.change(&by(), "council.settings", |tx| rename(tx, "p1", "family", "斎藤")).unwrap();
    office.change(&by(), "council.settings", |tx| rename(tx, "p1", "address", "緑町1-2")).unwrap();

    office.undo_one(&by(), 3).unwrap();
    assert_eq!(families(&office), ["齋藤"], "another column of the same person is no obstacle");
    let (address, version): (String, i64) = office
        .view(|v| Ok(v.query_row("SELECT address, version FROM person", [], |r| Ok((r.get(0)?, r.get(1)?)))?))
        .unwrap();
    assert_eq!((address.as_str(), version), ("緑町1-2", 4), "a version never goes back under a later writer");

    let refused = office.undo_one(&by(), 2).unwrap_err();
    assert_eq!((refused.code, refused.params["seq"].as_str()), ("office.undo_conflict", "4"));
    assert_eq!(office.undo_one(&by(), 3).unwrap_err().code, "office.already_undone");
    assert_eq!(office.undo_one(&by(), 1).unwrap_err().code, "office.not_undoable");
    let undone: Vec<bool> = office.history(10).unwrap().iter().map(|act| act.is_undone).collect();
    assert_eq!(undone, [false, false, true, false, false]);
}

#[test]
fn the_recovery_key_opens_is_confirmed_once_and_brings_a_new_passphrase() {
    let desk = Desk::new();
    let (office, key) = desk.create_with_key();
    assert!(!office.recovery_confirmed().unwrap());
    assert_eq!(office.confirm_recovery("さくら").unwrap_err().code, "office.recovery_incomplete");
    office.confirm_recovery(&key.to_string()).unwrap();
    assert!(office.recovery_confirmed().unwrap());
    drop(office);

    assert_eq!(OfficeFile::open(&desk.path(), "違う合言葉").err().unwrap().code, "office.wrong_passphrase");
    let office = OfficeFile::open(&desk.path(), &key.to_string()).unwrap();
    office.add_passphrase("新しい 合言葉 2026", Cost::LIGHT, ("森　花", "2026-04-18".parse().unwrap())).unwrap();
    office.remove_passphrase(&office.holders().unwrap()[0].id, "新しい 合言葉 2026").unwrap();
    drop(office);
    assert_eq!(OfficeFile::open(&desk.path(), PASSPHRASE).err().unwrap().code, "office.wrong_passphrase");
    let typed_wide = OfficeFile::open(&desk.path(), "新しい　合言葉　２０２６").unwrap();
    assert!(typed_wide.recovery_confirmed().unwrap());
}
