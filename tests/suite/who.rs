//! だれが: every act bears the name of whose words opened the office (K09).

use serde_json::{Value, json};
use suite::{PASSPHRASE, TestDesk};

use crate::PROGRAM;
use crate::entry_bars::{expense, list, record, with};
use crate::papers::{pdf_text, put_out};

const SECOND: &str = "つばめ つばめ つばめ";

/// The last acts, newest first: who, and what.
fn acts(desk: &TestDesk, limit: usize) -> Vec<(String, String)> {
    let told = |act: &Value, key: &str| act[key].as_str().expect("words").to_owned();
    let acts = desk.call("office.history", json!({ "limit": limit }));
    list(&acts["entries"]).iter().map(|act| (told(act, "operator"), told(act, "sentence"))).collect()
}

fn names(desk: &TestDesk, limit: usize) -> Vec<String> {
    acts(desk, limit).into_iter().map(|(name, _)| name).collect()
}

fn sit_down(desk: &TestDesk, words: &str) {
    desk.call("office.close", json!({}));
    desk.call("office.unlock", json!({ "passphrase": words }));
}

#[test]
fn k09_two_who_sit_at_the_desk_stand_by_name_in_the_history_and_in_the_audit_paper() {
    let desk = TestDesk::sample(PROGRAM);
    let first = desk.call("office.keys", json!({}))["holders"][0]["id"].clone();
    assert_eq!(desk.refused("office.name_passphrase", json!({ "id": first, "name": " " })).params["field"], "name");
    let named = desk.call("office.name_passphrase", json!({ "id": first, "name": "見本 太郎" }));
    assert_eq!((&named["operator"], &named["holders"][0]["is_here"]), (&json!("見本 太郎"), &json!(true)));
    desk.call("office.add_passphrase", json!({ "name": "森 花", "passphrase": SECOND, "again": SECOND }));
    record(&desk, &with(&expense(&desk, "3,300"), json!({ "description": "太郎の紙" })));
    sit_down(&desk, SECOND);
    record(&desk, &with(&expense(&desk, "2,200"), json!({ "description": "花の紙" })));
    assert_eq!(names(&desk, 3), ["森 花", "見本 太郎", "事務局"], "what was done before stays as it was");
    desk.call("office.undo", json!({}));
    assert_eq!(names(&desk, 1), ["森 花"], "taking back is an act as well");
    desk.call("office.redo", json!({}));
    let rows = desk.facts(2025)["audit.changes"].clone();
    let paper = pdf_text(&put_out(&desk, "audit-pack", "pdf"));
    for (name, what) in [("見本 太郎", "太郎の紙"), ("森 花", "花の紙")] {
        let row = list(&rows).iter().find(|row| row["sentence"].as_str().is_some_and(|said| said.contains(what)));
        assert_eq!(row.expect("the entry")["operator"], name);
        assert!(paper.lines().any(|line| line.contains(name) && line.contains(what)), "{name} {what}: {paper}");
    }
}

#[test]
fn k09_the_history_says_from_how_much_to_how_much_an_entry_was_corrected() {
    let desk = TestDesk::sample(PROGRAM);
    let correct = |id: &Value, fields: Value| {
        let right = with(&desk.call("accounts.entry", json!({ "id": id }))["draft"], fields);
        let asked = json!({ "id": id, "year": 2025, "draft": right, "reason": "書きまちがい" });
        desk.call("accounts.correct_entry", asked)["value"]["id"].clone()
    };
    let id = correct(&record(&desk, &expense(&desk, "911")), json!({ "amount": "1,234" }));
    assert_eq!(names(&desk, 1), ["事務局"]);
    assert_eq!(acts(&desk, 1)[0].1, "「コピー用紙 911円」を「1,234円」に訂正しました");
    correct(&id, json!({ "counterparty": "見本商店" }));
    assert_eq!(acts(&desk, 1)[0].1, "「コピー用紙 1,234円」を訂正しました", "the amount stays");
}

#[test]
fn k09_who_founds_the_office_may_say_the_name_and_the_paper_key_bears_its_own() {
    let desk = TestDesk::bare(PROGRAM);
    let asked =
        json!({ "council": "緑町協議会", "profile": "takamatsu", "passphrase": PASSPHRASE, "holder": " 見本 太郎 " });
    let paper = desk.call("office.create", asked)["recovery_key"].clone();
    assert_eq!(desk.call("office.keys", json!({}))["holders"][0]["name"], "見本 太郎");
    let settle = |name: &str| {
        let asked = json!({ "name": name, "postal": "", "address": "", "phone": "", "legal_form": "voluntary", "recognised": "" });
        desk.call("office.save_settings", asked)
    };
    settle("緑町まちづくり協議会");
    sit_down(&desk, paper.as_str().expect("a key"));
    settle("緑町協議会");
    assert_eq!(names(&desk, 3), ["回復キー", "見本 太郎", "見本 太郎"]);
}
