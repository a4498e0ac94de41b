//! Bad input gets a sentence that says what happened and what to do, and nothing is written.

use std::io::Write;
use std::path::PathBuf;

use serde_json::json;
use suite::TestDesk;

use crate::{PROGRAM, sample_file};

/// A file of that name with these bytes, in the desk's folder.
fn file(desk: &TestDesk, name: &str, bytes: &[u8]) -> PathBuf {
    let path = desk.folder().join(name);
    std::fs::write(&path, bytes).expect("written");
    path
}

/// The refusal of a file, with nothing written.
fn refused(desk: &TestDesk, kind: &str, path: &std::path::Path) -> String {
    let before = desk.state_hash();
    let asked = json!({ "kind": kind, "files": [desk.token(path)], "year": 2025, "columns": null });
    let preview = desk.refused("intake.preview", asked.clone());
    let apply = desk.refused("intake.apply", asked);
    assert_eq!(preview.code, apply.code);
    assert!(!preview.message.is_empty() && !preview.hint.is_empty() && preview.message != preview.code, "{preview:?}");
    assert!(!preview.message.contains('{') && !preview.hint.contains('{'), "every place is filled: {preview:?}");
    assert_eq!(desk.state_hash(), before, "nothing was written");
    preview.code
}

#[test]
fn files_that_are_no_spreadsheets() {
    let desk = TestDesk::empty(PROGRAM);
    assert_eq!(refused(&desk, "roster", &file(&desk, "空.xlsx", b"")), "sheets.empty_file");
    assert_eq!(refused(&desk, "roster", &file(&desk, "書類.xlsx", b"%PDF-1.7\n%....")), "sheets.not_a_spreadsheet");
    let whole = std::fs::read(sample_file("名簿.xlsx")).expect("the roster");
    assert_eq!(refused(&desk, "roster", &file(&desk, "途中.xlsx", &whole[..whole.len() / 2])), "sheets.cut_short");
    let mut ole = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    ole.resize(4096, 0);
    let code = refused(&desk, "roster", &file(&desk, "壊れ.xls", &ole));
    assert!(code.starts_with("sheets."), "{code}");
}

#[test]
fn the_wrong_kind_of_file() {
    let desk = TestDesk::empty(PROGRAM);
    assert_eq!(refused(&desk, "cash-book", &sample_file("名簿.xlsx")), "intake.wrong_kind");
    assert_eq!(refused(&desk, "roster", &sample_file("出納帳.xlsx")), "intake.wrong_kind");
    assert_eq!(
        refused(&desk, "budget", &file(&desk, "手紙.csv", "きょうは晴れです\n".as_bytes())),
        "intake.nothing_found"
    );
}

/// The roster with 64 MB of nothing in place of its first sheet, a few kilobytes large.
fn bomb() -> Vec<u8> {
    let whole = std::fs::File::open(sample_file("名簿.xlsx")).expect("the roster");
    let mut whole = zip::ZipArchive::new(whole).expect("an archive");
    let mut bomb = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for i in 0..whole.len() {
        let part = whole.by_index_raw(i).expect("a part");
        if part.name().expect("a name") != "xl/worksheets/sheet1.xml" {
            bomb.raw_copy_file(part).expect("copied");
        }
    }
    bomb.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).expect("started");
    for _ in 0..64 {
        bomb.write_all(&vec![b' '; 1 << 20]).expect("written");
    }
    bomb.finish().expect("finished").into_inner()
}

#[test]
fn a_zip_bomb_ends_in_a_sentence() {
    let desk = TestDesk::empty(PROGRAM);
    assert_eq!(refused(&desk, "roster", &file(&desk, "爆弾.xlsx", &bomb())), "sheets.zip_bomb");
}

#[test]
fn a_wrong_passphrase_and_a_file_in_use() {
    let mut desk = TestDesk::empty(PROGRAM);
    let other = TestDesk::beside(&desk, PROGRAM);
    let in_use = other.refused("office.unlock", json!({ "passphrase": suite::PASSPHRASE }));
    assert_eq!(in_use.code, "office.in_use", "{in_use:?}");
    desk.restart();
    desk.call("office.close", json!({}));
    let wrong = desk.refused("office.unlock", json!({ "passphrase": "うめ うめ うめ" }));
    assert_eq!(wrong.code, "office.wrong_passphrase");
    assert_eq!(desk.refused("roster.list_people", json!({ "year": 2025 })).code, "office.closed");
}

#[test]
fn an_office_that_is_already_there() {
    let desk = TestDesk::empty(PROGRAM);
    let again = json!({ "council": "別の協議会", "profile": "takamatsu", "passphrase": suite::PASSPHRASE });
    assert_eq!(desk.refused("office.create", again).code, "office.already_exists");
    let nowhere = TestDesk::bare(PROGRAM);
    let unknown = json!({ "council": "協議会", "profile": "atlantis", "passphrase": suite::PASSPHRASE });
    assert_eq!(nowhere.refused("office.create", unknown).code, "profile.unknown");
    let empty = json!({ "council": "協議会", "profile": "高松市", "passphrase": "" });
    assert_eq!(nowhere.refused("office.create", empty).code, "office.passphrase_empty");
    let short = json!({ "council": "協議会", "profile": "高松市", "passphrase": "桜町公園" });
    let short = nowhere.refused("office.create", short);
    assert_eq!((short.code.as_str(), short.params["field"].as_str()), ("office.passphrase_short", "passphrase"));
    let nowhere_yet = json!({ "council": "協議会", "profile": "", "passphrase": suite::PASSPHRASE });
    assert_eq!(nowhere.refused("office.create", nowhere_yet).params["field"], "profile");
}
