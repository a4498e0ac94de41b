//! Grants by the rules of other cities, through the door: what is left arrives in the next year, and who pays first (`domain` 3.8).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::{PROGRAM, sample_file};

/// A council of a city with the budget of the specimen, so that there are 科目 and purses.
fn council(profile: &str) -> TestDesk {
    let desk = TestDesk::bare(PROGRAM);
    let asked = json!({ "council": "見本地区コミュニティ協議会", "profile": profile, "passphrase": suite::PASSPHRASE });
    desk.call("office.create", asked);
    desk.import("cash-book", &sample_file("出納帳.xlsx"), 2025);
    desk
}

fn decide(desk: &TestDesk, year: i32, name: &str, amount: &str) {
    let on = format!("{year}-04-21");
    let decided = json!({ "year": year, "name": name, "amount": amount, "on": on, "number": "第1号" });
    desk.call("grants.record_decision", decided);
}

fn draft(desk: &TestDesk, grant: &str, kind: &str, amount: &str) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let find = |list: &str, is_it: &dyn Fn(&Value) -> bool| {
        let all = choices[list].as_array().expect("choices");
        all.iter().find(|one| is_it(one)).unwrap_or_else(|| panic!("{grant} {kind} in {list}: {all:?}"))["id"].clone()
    };
    json!({
        "kind": kind, "on": "8/1/10", "counterparty": "", "description": "集いの会場", "amount": amount,
        "item_id": find("items", &|one| one["side"] == kind), "purse_id": choices["purses"][0]["id"], "to_purse_id": null,
        "grant_id": find("grants", &|one| one["name"] == grant), "activity_id": null,
        "eligibility": if kind == "expense" { json!("eligible") } else { Value::Null },
        "eligibility_reason": "", "has_receipt": true, "voucher_no": "",
    })
}

fn record(desk: &TestDesk, grant: &str, kind: &str, amount: &str) {
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft(desk, grant, kind, amount) }));
}

fn grant(desk: &TestDesk, year: i32, name: &str) -> Value {
    let all = desk.call("grants.list", json!({ "year": year }))["grants"].clone();
    all.as_array().expect("grants").iter().find(|one| one["name"] == name).expect("the grant").clone()
}

fn yen<const N: usize>(of: &Value, names: [&str; N]) -> [i64; N] {
    names.map(|name| of[name].as_i64().unwrap_or_else(|| panic!("{name}: {of}")))
}

/// 甲良町: what is left is not given back, the next year's payment is so much less.
#[test]
fn b08_what_is_left_is_taken_off_the_next_years_payment() {
    let (desk, name) = (council("koura"), "地域づくり交付金");
    decide(&desk, 2025, name, "300000");
    record(&desk, name, "income", "300000");
    record(&desk, name, "expense", "260000");
    assert_eq!(yen(&grant(&desk, 2025, name), ["refund_yen", "kept_yen"]), [0, 40_000]);
    decide(&desk, 2026, name, "300000");
    let next = grant(&desk, 2026, name);
    assert_eq!(yen(&next, ["deducted_yen", "left_yen"]), [40_000, 300_000]);
    let steps = next["steps"].to_string();
    assert!(steps.contains("今年度に市から受け取る額") && steps.contains("260000"), "{steps}");
    let facts = desk.facts(2026);
    assert_eq!(yen(&facts, ["grant.carried_yen", "grant.unreceived_yen"]), [40_000, 260_000], "papers say the same");
    record(&desk, name, "expense", "15000");
    assert_eq!(yen(&grant(&desk, 2026, name), ["deducted_yen"]), [25_000], "a late bill of last year arrives, too");
    desk.call("office.undo", json!({}));
    assert_eq!(yen(&grant(&desk, 2026, name), ["deducted_yen"]), [40_000]);
}

/// 奈良市: of two grants one may be put by, the other goes back.
#[test]
fn b08_what_was_put_by_is_there_next_year_and_the_other_grant_goes_back() {
    let (desk, whole, own) = (council("nara"), "地域づくり一括交付金", "地域活動推進交付金");
    for name in [whole, own] {
        decide(&desk, 2025, name, "500000");
        record(&desk, name, "expense", "430000");
        decide(&desk, 2026, name, "500000");
    }
    let of = |year, name| yen(&grant(&desk, year, name), ["refund_yen", "kept_yen", "reserved_yen", "left_yen"]);
    assert_eq!(of(2025, whole), [0, 70_000, 0, 70_000]);
    assert_eq!(of(2026, whole), [0, 570_000, 70_000, 570_000], "nothing spent yet: all of it may be put by again");
    assert_eq!((of(2025, own), of(2026, own)), ([70_000, 0, 0, 70_000], [500_000, 0, 0, 500_000]));
    let rest = desk.call("reports.output", json!({
        "form": "grant-rest", "year": 2025, "grant": grant(&desk, 2025, whole)["id"], "format": "pdf", "folder": null,
    }));
    let words = crate::papers::pdf_text(&desk.path(&rest["files"][0]["token"]));
    assert!(words.contains("積立額（次の年度へ）") && words.contains("70,000"), "{words}");
}

/// 松戸市: other subsidies first, this one for what is short.
#[test]
fn b07_a_grant_that_comes_last_says_which_one_comes_first() {
    let (desk, last, other) = (council("matsudo"), "地区会交付金", "防犯灯補助金");
    decide(&desk, 2025, last, "500000");
    decide(&desk, 2025, other, "250000");
    let warnings = |desk: &TestDesk| {
        let asked = json!({ "year": 2025, "draft": draft(desk, last, "expense", "430000") });
        desk.call("accounts.entry_effect", asked)["warnings"].clone()
    };
    let told = warnings(&desk);
    let first =
        told.as_array().expect("warnings").iter().find(|one| one["code"] == "grants.others_first").expect("told");
    let words = first["message"].as_str().expect("words");
    assert!(words.contains(other) && words.contains("250,000円"), "{words}");
    record(&desk, other, "income", "250000");
    record(&desk, other, "expense", "250000");
    assert!(!warnings(&desk).to_string().contains("grants.others_first"), "all of it is spent");
}

/// いわき市: 20 % of the whole; the report within 14 days of completion and by 3/31, with its attachments on the paper.
#[test]
fn b07_iwaki_asks_for_the_report_on_the_earlier_day_with_its_own_attachments() {
    let (desk, name) = (council("iwaki"), "自治会活性化応援モデル事業補助金");
    decide(&desk, 2025, name, "100000");
    let id = grant(&desk, 2025, name)["id"].clone();
    let done = json!({
        "id": null, "grant_id": id, "year": 2025, "stage": "completion", "state": "done", "on": "7/11/3", "number": "",
        "amount": "", "note": "",
    });
    desk.call("grants.record_step", done);
    let papers = grant(&desk, 2025, name)["papers"].as_array().expect("papers").clone();
    let report = papers.iter().find(|paper| paper["id"] == "report").expect("the report");
    assert_eq!((&report["due_label"], &report["is_late"]), (&json!("令和7年11月17日"), &json!(true)));
    let made = json!({ "form": "performance-report", "year": 2025, "grant": id, "format": "pdf", "folder": null });
    let words = crate::papers::pdf_text(&desk.path(&desk.call("reports.output", made)["files"][0]["token"]));
    let words: String = words.split_whitespace().collect();
    assert!(words.contains("３領収書の写し") && words.contains("その他の収入の分かるもの"), "{words}");
}
