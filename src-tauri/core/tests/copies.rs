//! 控え: copies that open by themselves, and nothing readable in any file.

#![allow(clippy::unwrap_used)]

mod support;

use std::path::PathBuf;

use office::file::OfficeFile;
use support::{Desk, PASSPHRASE, change, families, files};

fn copies(desk: &Desk) -> Vec<PathBuf> {
    let copies = files(&desk.folder().join("緑町.office.copies"));
    copies.into_iter().filter(|path| path.extension().unwrap() == "office").collect()
}

#[test]
fn closing_keeps_a_copy_that_opens_with_the_same_passphrase_and_holds_the_same() {
    let desk = Desk::new();
    let office = desk.create();
    assert_eq!((office.last_copy().unwrap().at, office.last_copy().unwrap().behind), (None, 1));
    change(&office, &support::adding("p1", "齋藤"));
    let state = office.check().unwrap().state_hash;
    office.close().unwrap();

    let copy = OfficeFile::open(&copies(&desk)[0], PASSPHRASE).unwrap();
    assert_eq!(copy.check().unwrap().state_hash, state);
    let office = desk.open();
    assert_eq!(office.last_copy().unwrap().behind, 0);
    office.close().unwrap();
    assert_eq!(copies(&desk).len(), 1, "nothing new, no new copy");
}

#[test]
fn the_newest_fourteen_copies_are_kept() {
    let desk = Desk::new();
    desk.create().close().unwrap();
    for n in 0..15 {
        let office = desk.open();
        change(&office, &support::adding(&format!("p{n}"), "齋藤"));
        office.close().unwrap();
    }
    let kept = copies(&desk);
    assert_eq!(kept.len(), 14);
    let newest = OfficeFile::open(kept.last().unwrap(), PASSPHRASE).unwrap();
    assert_eq!(families(&newest).len(), 15);
}

#[test]
fn a_name_is_never_found_in_any_file_on_the_disk() {
    let desk = Desk::new();
    let office = desk.create();
    let canary = "山田かなりあ太郎";
    change(&office, &support::adding("p1", canary));
    office.copy_to(&desk.folder().join("控え.office")).unwrap();
    let utf16: Vec<u8> = canary.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut looked_at = 0;
    for path in files(desk.folder()) {
        let bytes = std::fs::read(&path).unwrap();
        looked_at += bytes.len();
        let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
        assert!(!holds(canary.as_bytes()) && !holds(&utf16) && !holds("緑町".as_bytes()), "{}", path.display());
        assert!(!bytes.starts_with(b"SQLite format 3"), "{}", path.display());
    }
    assert!(looked_at > 100_000, "the write-ahead log was still there to be looked at");
}
