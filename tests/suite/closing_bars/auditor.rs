//! 監査用の写し: an auditor looks at everything with a passphrase of their own and changes nothing.

use std::path::{Path, PathBuf};

use serde_json::json;
use suite::{PASSPHRASE, TestDesk};

use super::pack::keep_receipts;
use super::{YEAR, draft, list, refusal};
use crate::PROGRAM;

pub(super) const AUDITORS: &str = "みどり 公民館 五時";

/// The file that goes to the auditor.
pub(crate) fn lent(desk: &TestDesk) -> PathBuf {
    let asked = json!({ "year": YEAR, "auditor": "見本 花子", "passphrase": AUDITORS, "folder": null });
    desk.path(&desk.call("accounts.lend_copy", asked)["token"])
}

/// A desk of somebody else, with the copy before it.
pub(crate) fn opened(copy: &Path) -> TestDesk {
    let desk = TestDesk::bare(PROGRAM);
    let status = desk.call("office.open_copy", json!({ "token": desk.token(copy), "passphrase": AUDITORS }));
    assert_eq!((&status["state"], &status["is_reading"]), (&json!("open"), &json!(true)));
    desk
}

#[test]
fn k13_an_auditor_sees_the_books_and_the_receipts_in_a_copy_of_their_own() {
    let desk = TestDesk::sample(PROGRAM);
    keep_receipts(&desk, &[1]);
    let copy = lent(&desk);
    let last = desk.call("office.history", json!({ "limit": 1 }))["entries"][0].clone();
    assert_eq!(last["sentence"], "「監査用の写し」を作り、渡したことを記録しました（見本 花子）");
    let given = desk.call("lists.disclosures", json!({ "year": YEAR }))[0].clone();
    assert_eq!((&given["recipient"], &given["purpose"]), (&json!("見本 花子"), &json!("会計の監査")));
    assert_eq!(refusal(&desk, "office.undo", json!({})), "office.stands", "what was handed over stays written");

    let auditor = opened(&copy);
    assert_eq!(auditor.facts(YEAR), desk.facts(YEAR));
    assert_eq!(auditor.state_hash(), desk.state_hash(), "the chain and the records are sound there too");
    let receipt = auditor.call("accounts.list_receipts", json!({ "year": YEAR }))["receipts"][0].clone();
    assert_eq!(receipt["is_broken"], false);
    let asked = json!({ "owner_kind": "receipt", "owner_id": receipt["id"] });
    let attached = auditor.call("attachments.list", asked)[0]["id"].clone();
    let shown = auditor.call("attachments.content", json!({ "id": attached }));
    assert!(!shown["base64"].as_str().expect("the picture").is_empty(), "{shown}");
    let made = auditor.call("accounts.put_out_audit", json!({ "year": YEAR, "folder": null }));
    assert_eq!(made["pictures"], 1, "who looks may print");
    auditor.call("office.close", json!({}));
    assert!(!auditor.folder().join("reading").exists(), "nothing stays on the auditor's computer");
}

#[test]
fn k13_every_change_of_the_copy_is_refused_in_plain_words() {
    let desk = TestDesk::sample(PROGRAM);
    let copy = lent(&desk);
    let auditor = opened(&copy);
    let before = auditor.state_hash();
    let entry = list(&auditor.call("accounts.list_entries", json!({ "year": YEAR }))["entries"])[0]["id"].clone();
    let person = list(&auditor.call("roster.list_people", json!({ "year": YEAR }))["people"])[0]["id"].clone();
    let picture = auditor.folder().join("a.png");
    std::fs::write(&picture, suite::photo::png(3, 4)).expect("a picture");
    let token = auditor.token(&picture);
    for (name, args) in [
        ("accounts.record_entry", json!({ "year": YEAR, "draft": draft(&auditor, 500, "8/3/12") })),
        ("accounts.void_entry", json!({ "id": entry, "reason": "まちがい", "on": "" })),
        ("accounts.set_receipt", json!({ "id": entry, "has_receipt": false })),
        ("accounts.lock_month", json!({ "month": "2026-03-01" })),
        ("accounts.lend_copy", json!({ "year": YEAR, "auditor": "見本", "passphrase": AUDITORS, "folder": null })),
        (
            "accounts.record_audit",
            json!({ "year": YEAR, "until": "R8.3.31", "on": "R8.4.10", "auditors": "見本", "result": "適正" }),
        ),
        (
            "attachments.attach",
            json!({ "owner_kind": "person", "owner_id": person, "token": token, "label": "", "note": "" }),
        ),
        (
            "reports.write_text",
            json!({ "form": "performance-report", "year": YEAR, "field": "results", "words": "あ" }),
        ),
        ("office.undo", json!({})),
        ("office.undo_one", json!({ "seq": 5 })),
    ] {
        let refused = auditor.refused(name, args);
        assert_eq!(refused.code, "office.reading_copy", "{name}: {}", refused.message);
        assert!(refused.message.contains("見るだけの写し") && refused.hint.contains("事務局"), "{name}");
    }
    assert_eq!(auditor.state_hash(), before);
    let next = TestDesk::bare(PROGRAM);
    let again = next.call("office.open_copy", json!({ "token": next.token(&copy), "passphrase": AUDITORS }));
    assert_eq!(again["is_reading"], true, "the file itself is as it was made");
}

#[test]
fn k13_a_copy_that_could_not_be_written_was_handed_to_nobody() {
    let desk = TestDesk::sample(PROGRAM);
    let stick = desk.folder().join("抜いた記録媒体");
    std::fs::create_dir(&stick).expect("a folder");
    let asked = json!({ "year": YEAR, "auditor": "見本 花子", "passphrase": AUDITORS, "folder": desk.token(&stick) });
    std::fs::remove_dir(&stick).expect("taken out");
    let before = desk.state_hash();
    desk.refused("accounts.lend_copy", asked);
    assert_eq!(desk.state_hash(), before, "nothing says that it was handed over");
}

#[test]
fn k13_neither_passphrase_opens_the_other_file_and_no_other_file_is_taken_for_a_copy() {
    let mut desk = TestDesk::sample(PROGRAM);
    let short = json!({ "year": YEAR, "auditor": "見本", "passphrase": "みどり", "folder": null });
    assert_eq!(refusal(&desk, "accounts.lend_copy", short), "office.passphrase_short");
    let nobody = json!({ "year": YEAR, "auditor": "　", "passphrase": AUDITORS, "folder": null });
    assert_eq!(refusal(&desk, "accounts.lend_copy", nobody), "accounts.auditors_missing");
    let copy = lent(&desk);
    let bytes = std::fs::read(&copy).expect("the copy");
    for name in ["見本地区", "会議費", "齋藤"] {
        assert!(!bytes.windows(name.len()).any(|w| w == name.as_bytes()), "{name} stands readable in the file");
    }
    let auditor = TestDesk::bare(PROGRAM);
    let ask = |token: String, passphrase: &str| json!({ "token": token, "passphrase": passphrase });
    assert_eq!(refusal(&auditor, "office.open_copy", ask(auditor.token(&copy), PASSPHRASE)), "office.wrong_passphrase");
    let cut = auditor.folder().join("切れた.kansa");
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).expect("written");
    let code = refusal(&auditor, "office.open_copy", ask(auditor.token(&cut), AUDITORS));
    assert!(["office.damaged", "office.not_an_office_file", "office.database"].contains(&code.as_str()), "{code}");
    for (name, stuff) in [("名簿.kansa", "氏名,住所\n".as_bytes()), ("空.kansa", b""), ("長い.kansa", &[b'a'; 100_000])]
    {
        let path = auditor.folder().join(name);
        std::fs::write(&path, stuff).expect("written");
        let code = refusal(&auditor, "office.open_copy", ask(auditor.token(&path), AUDITORS));
        assert_eq!(code, "office.no_reading_copy", "{name}");
    }
    desk.call("office.close", json!({}));
    assert_eq!(refusal(&desk, "office.unlock", json!({ "passphrase": AUDITORS })), "office.wrong_passphrase");
    desk.restart();
}
