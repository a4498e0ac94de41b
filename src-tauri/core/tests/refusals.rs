//! What is refused, with its code and without a byte written.

#![allow(clippy::unwrap_used)]

mod support;

use std::path::PathBuf;

use office::file::{Cost, NewCouncil, OfficeFile};
use support::{Desk, PASSPHRASE, by, files};

#[test]
fn what_is_not_an_office_file_or_not_ours_to_open_is_refused_and_left_as_it_is() {
    let desk = Desk::new();
    drop(desk.create());
    let path = desk.path();
    let sound = std::fs::read(&path).unwrap();
    let refused = |content: &[u8]| {
        std::fs::write(&path, content).unwrap();
        let code = OfficeFile::open(&path, PASSPHRASE).err().unwrap().code;
        assert!(std::fs::read(&path).unwrap() == content, "{code}: not a byte is written");
        code
    };
    assert_eq!(refused(b""), "office.not_an_office_file");
    assert_eq!(refused(b"%PDF-1.7 is no office"), "office.not_an_office_file");
    assert_eq!(refused(&[0; 8192]), "office.not_an_office_file");
    std::fs::write(&path, &sound).unwrap();

    let keys = std::fs::read(desk.beside("keys")).unwrap();
    std::fs::write(desk.beside("keys"), b"{}").unwrap();
    assert_eq!(OfficeFile::open(&path, PASSPHRASE).err().unwrap().code, "office.keys_damaged");
    std::fs::remove_file(desk.beside("keys")).unwrap();
    assert_eq!(OfficeFile::open(&path, PASSPHRASE).err().unwrap().code, "office.keys_missing");
    std::fs::write(desk.beside("keys"), keys).unwrap();
    assert_eq!(OfficeFile::open(&desk.folder().join("無い"), PASSPHRASE).err().unwrap().code, "office.no_file");
    assert!(desk.open().check().unwrap().problems.is_empty(), "sound as before");
}

#[test]
fn one_process_at_a_time_and_never_over_what_is_there() {
    let desk = Desk::new();
    let council = NewCouncil::default();
    let create = || OfficeFile::create_at(&desk.path(), PASSPHRASE, Cost::LIGHT, &council, &by()).map(|_| ());
    for ending in ["keys", "lock", "cas", "copies"] {
        std::fs::write(desk.beside(ending), "").unwrap();
        assert_eq!(create().unwrap_err().code, "office.already_exists", "{ending}");
        std::fs::remove_file(desk.beside(ending)).unwrap();
    }
    let office = desk.create();
    assert_eq!(create().unwrap_err().code, "office.already_exists");
    assert_eq!(OfficeFile::open(&desk.path(), PASSPHRASE).err().unwrap().code, "office.in_use");
    drop(office);
    desk.open();
}

#[test]
fn a_failed_creation_leaves_nothing_and_an_interrupted_one_is_no_obstacle() {
    let desk = Desk::new();
    let council = NewCouncil { name: "あ".repeat(70_000_000), ..NewCouncil::default() };
    OfficeFile::create_at(&desk.path(), PASSPHRASE, Cost::LIGHT, &council, &by()).err().unwrap();
    let blank = OfficeFile::create_at(&desk.path(), "　 ", Cost::LIGHT, &NewCouncil::default(), &by());
    assert_eq!(blank.err().unwrap().code, "office.passphrase_empty");
    let short = office::file::keeps_out(" さくら２０２５ ").unwrap_err();
    assert_eq!((short.code, short.params["typed"].as_str()), ("office.passphrase_short", "7"));
    office::file::keeps_out("さくら　２０２５").unwrap();
    assert_eq!(files(desk.folder()), [] as [PathBuf; 0]);

    for ending in ["new", "keys", "lock"] {
        std::fs::write(desk.beside(ending), "half of it").unwrap();
    }
    desk.create();
}
