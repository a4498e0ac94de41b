//! A receipt that vanished from the store comes back from the copies that were made on closing, when they hold it as it was.

use std::path::PathBuf;

use serde_json::{Value, json};
use suite::TestDesk;
use suite::photo::png;

use crate::PROGRAM;
use crate::receipt_bars::{draft, file, receipts, saved, two};

/// A receipt with its photograph, kept in an office that was closed once since.
fn kept() -> (TestDesk, Value) {
    let mut desk = TestDesk::sample(PROGRAM);
    let [(entry, cost), _] = two(&desk);
    let token = Some(file(&desk, "領収書.png", &png(640, 480)));
    let id = saved(&desk, &draft(cost, json!([{ "entry_id": entry, "amount": "" }])), token);
    desk.restart();
    (desk, id)
}

fn paper(desk: &TestDesk, receipt: &Value) -> Value {
    desk.call("attachments.list", json!({ "owner_kind": "receipt", "owner_id": receipt }))[0].clone()
}

/// The one file below a folder.
fn only_file(folder: PathBuf) -> PathBuf {
    let files = |path: &PathBuf| -> Vec<PathBuf> {
        std::fs::read_dir(path).expect("a folder").map(|entry| entry.expect("an entry").path()).collect()
    };
    let found: Vec<PathBuf> = files(&folder).iter().filter(|path| path.is_dir()).flat_map(files).collect();
    assert_eq!(found.len(), 1, "{found:?}");
    found[0].clone()
}

#[test]
fn k02_a_receipt_that_vanished_or_was_altered_is_brought_back_from_the_copies() {
    let (desk, receipt) = kept();
    let store = desk.folder().join("council.office.cas");
    let before = desk.state_hash();
    assert_eq!(paper(&desk, &receipt)["may_restore"], false, "nothing is lacking");
    let lost: [&dyn Fn(); 2] = [&|| std::fs::remove_dir_all(&store).expect("removed"), &|| {
        std::fs::write(only_file(store.clone()), "別のもの").expect("written")
    }];
    for lose in lost {
        lose();
        let shown = paper(&desk, &receipt);
        assert_eq!([&shown["is_in_place"], &shown["may_restore"]], [false, true]);
        assert_eq!(receipts(&desk)["receipts"][0]["is_broken"], true);
        let found = desk.call("accounts.year_state", json!({ "year": 2025 }));
        let told = found["findings"].as_array().expect("findings").iter().map(|one| &one["told"]);
        let hint =
            told.filter(|told| told["code"] == "accounts.receipt_broken").map(|told| told["hint"].clone()).next();
        assert!(hint.as_ref().and_then(Value::as_str).is_some_and(|hint| hint.contains("控えから戻す")), "{found}");
        let done = desk.call("attachments.restore", json!({ "id": shown["id"] }));
        assert!(done["sentence"].as_str().is_some_and(|said| said.contains("領収書.png")), "{done}");
        let shown = paper(&desk, &receipt);
        assert_eq!([&shown["is_in_place"], &shown["may_restore"]], [true, false]);
        assert_eq!(receipts(&desk)["receipts"][0]["is_broken"], false);
        assert_eq!(desk.state_hash(), before, "no record moved, and every file is as it was written");
    }
}

#[test]
fn k02_a_copy_that_is_not_what_was_written_is_not_offered() {
    let (desk, receipt) = kept();
    std::fs::remove_dir_all(desk.folder().join("council.office.cas")).expect("removed");
    let spare = only_file(desk.folder().join("council.office.copies/cas"));
    let mut bytes = std::fs::read(&spare).expect("the copy");
    bytes[40] ^= 1;
    std::fs::write(&spare, bytes).expect("written");
    let shown = paper(&desk, &receipt);
    assert_eq!([&shown["is_in_place"], &shown["may_restore"]], [false, false]);
    let refused = desk.refused("attachments.restore", json!({ "id": shown["id"] }));
    assert_eq!(refused.code, "attachments.no_spare");
    assert!(refused.hint.contains("もう一度添付"), "{}", refused.hint);
}

#[test]
fn k02_the_same_photograph_chosen_again_mends_what_was_lost() {
    let (desk, receipt) = kept();
    for folder in ["council.office.cas", "council.office.copies/cas"] {
        std::fs::remove_dir_all(desk.folder().join(folder)).expect("removed");
    }
    let token = file(&desk, "領収書.png", &png(640, 480));
    let again = json!({ "owner_kind": "receipt", "owner_id": receipt, "token": token, "label": "", "note": "" });
    desk.call("attachments.attach", again);
    assert_eq!(receipts(&desk)["receipts"][0]["is_broken"], false, "its hash is its name");
}
