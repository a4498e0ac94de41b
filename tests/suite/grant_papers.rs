//! Papers of several grants at once: each says what is its grant's, and keeps its own texts and copies (`features` B06, B08, B12).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::papers::pdf_text;

const FIRST: &str = "地域まちづくり交付金";
const SECOND: &str = "関係人口受入事業補助金";

/// The sample with a second grant of 500,000 yen, of which 123,456 yen are spent.
fn two_grants() -> (TestDesk, [Value; 2]) {
    let desk = TestDesk::sample(PROGRAM);
    let second = json!({ "year": 2025, "name": SECOND, "amount": "500000", "on": "7/6/1", "number": "協第9号" });
    desk.call("grants.record_decision", second);
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let [items, grants] = ["items", "grants"].map(|list| choices[list].as_array().expect("choices").clone());
    let item = items.iter().find(|one| one["side"] == "expense").expect("an item");
    let id = |name: &str| grants.iter().find(|one| one["name"] == name).expect("the grant")["id"].clone();
    let spent = json!({
        "kind": "expense", "on": "8/1/10", "counterparty": "", "description": "交流会の会場", "item_id": item["id"],
        "amount": "123456", "purse_id": choices["purses"][0]["id"], "to_purse_id": null, "grant_id": id(SECOND),
        "activity_id": null, "eligibility": "eligible", "eligibility_reason": "", "has_receipt": true, "voucher_no": "",
    });
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": spent }));
    let ids = [id(FIRST), id(SECOND)];
    (desk, ids)
}

fn asked(form: &str, grant: &Value) -> Value {
    json!({ "form": form, "year": 2025, "grant": grant, "format": "pdf", "folder": null })
}

fn text(desk: &TestDesk, form: &str, grant: &Value) -> String {
    pdf_text(&desk.path(&desk.call("reports.output", asked(form, grant))["files"][0]["token"]))
}

#[test]
fn b08_every_paper_of_grants_is_there_for_each_grant_with_its_own_figures() {
    let (desk, [first, second]) = two_grants();
    let forms = desk.call("reports.list_forms", json!({ "year": 2025 }))["forms"].clone();
    let of = |name: &str| -> Vec<String> {
        let all = forms.as_array().expect("forms").iter().filter(|form| form["grant"] == name);
        all.map(|form| form["id"].as_str().expect("an id").to_owned()).collect()
    };
    for form in of(SECOND) {
        let paper = text(&desk, &form, &second);
        assert!(paper.contains(SECOND), "{form}: {paper}");
        assert!(!paper.contains(FIRST) && !paper.contains("4,827,451"), "{form}: nothing of the other grant: {paper}");
    }
    assert!(of(FIRST).contains(&"city-performance-report".to_owned()), "様式第8号 is of one grant");
    assert!(!of(SECOND).contains(&"city-performance-report".to_owned()));
    let settled = text(&desk, "grant-settlement", &second);
    assert!(settled.contains("協第9号") && settled.contains("123,000"), "floored to 1,000 yen: {settled}");
    let settled = text(&desk, "grant-settlement", &first);
    assert!(settled.contains("4,827,451") && settled.contains("194,549"), "{settled}");
    assert_eq!(text(&desk, "grant-settlement", &Value::Null), settled, "without a name it is the first one's");
    let city = text(&desk, "performance-report", &first);
    let general = text(&desk, "performance-report", &second);
    assert!(
        city.contains("様式第８号") && !general.contains("様式第８号"),
        "the other grant has the form of all cities"
    );
    let refused = desk.refused("reports.prepare", asked("city-performance-report", &second));
    assert_eq!(refused.code, "reports.not_for_grant");
    let gone = json!("01900000-0000-7000-8000-000000000001");
    assert_eq!(desk.refused("reports.prepare", asked("grant-claim", &gone)).code, "grants.gone");
}

#[test]
fn b10_texts_and_copies_of_one_grant_are_not_those_of_another() {
    let (desk, [first, second]) = two_grants();
    let write = |grant: &Value, words: &str| {
        let text =
            json!({ "form": "performance-report", "year": 2025, "grant": grant, "field": "results", "words": words });
        desk.call("reports.write_text", text);
    };
    let typed = |grant: &Value| {
        let paper = desk.call("reports.prepare", asked("performance-report", grant));
        let texts = paper["texts"].as_array().expect("texts").clone();
        texts.into_iter().find(|one| one["field"] == "results").expect("the field")["words"].clone()
    };
    write(&second, "交流会をひらいた。");
    assert_eq!(typed(&second), "交流会をひらいた。");
    assert_ne!(typed(&first), "交流会をひらいた。", "a text of its own");
    write(&Value::Null, "訓練をした。");
    assert_eq!([typed(&first), typed(&second)], ["訓練をした。", "交流会をひらいた。"]);

    let copy = |grant: &Value| json!({ "form": "grant-settlement", "year": 2025, "grant": grant, "folder": null });
    let filed = text(&desk, "grant-settlement", &second);
    assert_eq!(desk.refused("reports.reprint", copy(&first)).code, "reports.never_issued");
    let again = desk.call("reports.reprint", copy(&second));
    assert_eq!(pdf_text(&desk.path(&again["token"])), filed);
    let copies: Vec<Value> = desk.call("grants.list", json!({ "year": 2025 }))["grants"]
        .as_array()
        .expect("grants")
        .iter()
        .map(|grant| {
            let papers = grant["papers"].as_array().expect("papers").clone();
            let its = |paper: &Value| paper["form"] == "grant-settlement";
            papers.into_iter().find(its).expect("the settlement")["copy_label"].clone()
        })
        .collect();
    assert!(copies[0] == "" && copies[1] != "", "{copies:?}");
}
