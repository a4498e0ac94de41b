//! Grants by the rules of other cities, through the door: what is left arrives in the next year, and who pays first (`domain` 3.8).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::{PROGRAM, sample_file};

/// A council of a city with the budget of the specimen, so that there are 科目 and purses.
pub(crate) fn council(profile: &str) -> TestDesk {
    let desk = TestDesk::bare(PROGRAM);
    let asked = json!({ "council": "見本地区コミュニティ協議会", "profile": profile, "passphrase": suite::PASSPHRASE });
    desk.call("office.create", asked);
    desk.import("cash-book", &sample_file("出納帳.xlsx"), 2025);
    desk
}

pub(crate) fn decide(desk: &TestDesk, year: i32, name: &str, amount: &str) {
    let on = format!("{year}-04-21");
    let decided = json!({ "year": year, "name": name, "amount": amount, "on": on, "number": "第1号" });
    desk.call("grants.record_decision", decided);
}

pub(crate) fn draft(desk: &TestDesk, grant: &str, kind: &str, amount: &str) -> Value {
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

pub(crate) fn grant(desk: &TestDesk, year: i32, name: &str) -> Value {
    let all = desk.call("grants.list", json!({ "year": year }))["grants"].clone();
    all.as_array().expect("grants").iter().find(|one| one["name"] == name).expect("the grant").clone()
}

pub(crate) fn yen<const N: usize>(of: &Value, names: [&str; N]) -> [i64; N] {
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
        record(&desk, name, "income", "500000");
        record(&desk, name, "expense", "430000");
        decide(&desk, 2026, name, "500000");
    }
    let of = |year, name| yen(&grant(&desk, year, name), ["refund_yen", "kept_yen", "reserved_yen", "left_yen"]);
    assert_eq!(of(2025, whole), [0, 70_000, 0, 70_000]);
    assert_eq!(of(2026, whole), [0, 70_000, 70_000, 570_000], "nothing came yet: what was put by is all there is");
    assert_eq!((of(2025, own), of(2026, own)), ([70_000, 0, 0, 70_000], [0, 0, 0, 500_000]));
    let facts = desk.facts(2026);
    let opening = |name: &str| {
        let parts = facts["by_source.parts"].as_array().expect("sources");
        parts.iter().find(|part| part["name"] == name).map(|part| part["opening_yen"].clone())
    };
    assert_eq!(opening(whole), Some(json!(70_000)), "what was put by is the grant's");
    assert_eq!(opening("令和7年度　地域活動推進交付金"), Some(json!(70_000)), "and so is what has still to go back");
    let before = desk.facts(2025)["by_source.rests"].clone();
    let told = |name: &str| {
        let rest =
            before.as_array().expect("rests").iter().find(|one| one["name"] == name).expect("the source").clone();
        (rest["label"].as_str().expect("words").to_owned(), yen(&rest, ["rest_yen", "amount_yen"]))
    };
    assert_eq!(told(whole), ("積立額（次の年度へ）".to_owned(), [70_000, 70_000]));
    assert_eq!(told(own), ("返還額".to_owned(), [70_000, 70_000]));
    let paper = desk.call(
        "reports.output",
        json!({
            "form": "source-settlement", "year": 2025, "grant": null, "format": "pdf", "folder": null,
        }),
    );
    let words: String = crate::papers::pdf_text(&desk.path(&paper["files"][0]["token"])).split_whitespace().collect();
    assert!(words.contains("残額の扱い") && words.contains("奈良市"), "{words}");
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

/// An income that was written without its grant would make 返還額 0 yen: told before closing, with the way to the books.
#[test]
fn b08_a_grant_that_is_used_but_never_came_is_told_before_closing() {
    let (desk, name) = (council("nara"), "地域づくり一括交付金");
    decide(&desk, 2025, name, "500000");
    let places = |desk: &TestDesk| {
        let findings = desk.call("accounts.year_state", json!({ "year": 2025 }))["findings"].clone();
        let told =
            findings.as_array().expect("findings").iter().filter(|one| one["told"]["code"] == "grants.never_came");
        told.map(|one| (one["place"].clone(), one["is_in_the_way"].clone())).collect::<Vec<_>>()
    };
    assert_eq!(places(&desk), [], "nothing is charged to it yet");
    record(&desk, name, "expense", "430000");
    assert_eq!(places(&desk), [(json!("accounts"), json!(false))]);
    record(&desk, name, "income", "500000");
    assert_eq!(places(&desk), []);
}

/// 松戸市: what is short is paid by this grant, and whoever used it too early is told on its page and before closing.
#[test]
fn b07_a_grant_that_was_used_before_the_others_is_told_before_closing() {
    let (desk, last, other) = (council("matsudo"), "地区会交付金", "防犯灯補助金");
    decide(&desk, 2025, last, "500000");
    decide(&desk, 2025, other, "250000");
    let words = |told: &Value| {
        let is_it = told["code"] == "grants.others_unused";
        is_it.then(|| told["message"].as_str().expect("words").to_owned())
    };
    let told = |desk: &TestDesk| -> [Option<String>; 2] {
        let page = grant(desk, 2025, last)["warnings"].clone();
        let findings = desk.call("accounts.year_state", json!({ "year": 2025 }))["findings"].clone();
        let found = findings.as_array().expect("findings").iter().find(|one| words(&one["told"]).is_some());
        if let Some(one) = found {
            assert_eq!((&one["place"], &one["is_in_the_way"]), (&json!("grants"), &json!(false)));
        }
        [page.as_array().expect("warnings").iter().find_map(words), found.and_then(|one| words(&one["told"]))]
    };
    assert_eq!(told(&desk), [None, None], "nothing is charged to it yet");
    record(&desk, last, "expense", "430000");
    for words in told(&desk) {
        let words = words.expect("told on both pages");
        assert!(words.contains("「防犯灯補助金」がまだ 250,000円 残っています"), "{words}");
    }
    record(&desk, other, "expense", "249999");
    assert!(told(&desk)[1].as_ref().is_some_and(|words| words.contains(" 1円 残っています")));
    record(&desk, other, "expense", "1");
    assert_eq!(told(&desk), [None, None]);
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

/// 大阪市: half of what may be charged, and receipts looked at by the grant's own list instead of the city's.
#[test]
fn b07_a_grant_asks_of_a_receipt_what_its_own_list_says() {
    let (desk, name) = (council("osaka"), "地域活動協議会補助金（活動費）");
    decide(&desk, 2025, name, "300000");
    let mut own_funds = draft(&desk, name, "expense", "500");
    own_funds["grant_id"] = Value::Null;
    own_funds["eligibility"] = Value::Null;
    let asked = |draft: Value| -> Vec<String> {
        let entry = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }))["value"]["id"].clone();
        let receipt = crate::receipt_bars::draft(0, json!([{ "entry_id": entry, "amount": "" }]));
        let receipt = json!({ "kind": "till", "on": "8/1/10", "addressee": "", "purpose": "", "issuer": "見本商店",
            "amount": draft["amount"], "note": "", "parts": receipt["parts"] });
        let id = crate::receipt_bars::saved(&desk, &receipt, None);
        crate::receipt_bars::states(&desk, &id).into_iter().map(|(check, _)| check).collect()
    };
    let of_grant = asked(draft(&desk, name, "expense", "123457"));
    assert_eq!(of_grant, ["period", "till", "sum", "legible"], "the grant takes a till receipt without an addressee");
    let of_city = asked(own_funds);
    assert!(of_city.iter().any(|check| check == "addressee") && !of_city.iter().any(|check| check == "till"));
    let facts = desk.facts(2025)["grant.all"].clone();
    let own = facts.as_array().expect("grants").iter().find(|one| one["name"] == name).expect("the grant");
    assert_eq!(yen(own, ["allocated_yen", "fixed_yen"]), [123_457, 61_728], "50／100, the half yen dropped");
    assert_eq!(own["items"][0]["entries"][0]["receipt_no"], "1", "the slip and its receipt meet on 経費内訳表");
}
