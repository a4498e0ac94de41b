//! Money of grants that moves after their year is over: 精算払 that comes in the next one, and a part of what was put by that goes
//! back after all.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::grant_years::{council, decide, draft, grant, yen};

const VISITORS: &str = "関係人口受入事業補助金";
const LAST: &str = "令和7年度　関係人口受入事業補助金";

/// 前年度繰越, 収入, 支出 and 残額 of a source on 財源別; none where it does not stand there.
fn source(desk: &TestDesk, year: i32, name: &str) -> Option<[i64; 4]> {
    let parts = desk.facts(year)["by_source.parts"].clone();
    let part = parts.as_array().expect("sources").iter().find(|part| part["name"] == name).cloned();
    part.map(|part| yen(&part, ["opening_yen", "income_yen", "expense_yen", "rest_yen"]))
}

/// What becomes of what is left of a source.
fn rest(desk: &TestDesk, year: i32, name: &str) -> (String, [i64; 2]) {
    let rests = desk.facts(year)["by_source.rests"].clone();
    let rest = rests.as_array().expect("rests").iter().find(|one| one["name"] == name).expect("the source").clone();
    (rest["label"].as_str().expect("words").to_owned(), yen(&rest, ["rest_yen", "amount_yen"]))
}

/// 高松市: the year's cost is paid in May of the next one. Each 財源別 says what lay there, and no year's own funds bear it twice.
#[test]
fn b08_money_that_comes_after_the_year_is_that_of_the_grant_of_that_year() {
    let desk = council("takamatsu");
    decide(&desk, 2025, VISITORS, "500000");
    let cost = draft(&desk, VISITORS, "expense", "480000");
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": cost }));
    let awaited = ("これから受け取る額".to_owned(), [-480_000, 480_000]);
    assert_eq!(rest(&desk, 2025, VISITORS), awaited);
    let before = desk.facts(2025)["by_source.parts"].clone();
    decide(&desk, 2026, VISITORS, "500000");
    assert_eq!(source(&desk, 2026, LAST), Some([-480_000, 0, 0, -480_000]), "what was paid ahead of it");
    assert_eq!(rest(&desk, 2026, LAST), awaited);
    let own = source(&desk, 2026, "自主財源").expect("own funds");

    let mut came = draft(&desk, VISITORS, "income", "480000");
    came["on"] = json!("2026-05-20");
    came["grant_id"] = grant(&desk, 2026, VISITORS)["id"].clone();
    let effect = |draft: &Value| desk.call("accounts.entry_effect", json!({ "year": 2026, "draft": draft }));
    let told = |draft: &Value| {
        let warnings = effect(draft)["warnings"].clone();
        let found = warnings.as_array().expect("warnings").iter().find(|one| one["code"] == "grants.last_year_awaits");
        found.map(|one| one["message"].as_str().expect("words").to_owned())
    };
    let words = told(&came).expect("last year's is still to come");
    assert!(words.contains(LAST) && words.contains("480,000円"), "{words}");
    let july = json!({ "on": "2026-07-01" });
    let mut later = came.clone();
    later["on"] = july["on"].clone();
    assert_eq!(told(&later), None, "only in the first months");

    let choices = || desk.call("accounts.entry_choices", json!({ "year": 2026 }))["late_grants"].clone();
    assert_eq!(choices()[0]["name"], LAST);
    came["grant_id"] = choices()[0]["id"].clone();
    assert_eq!(told(&came), None);
    desk.call("accounts.record_entry", json!({ "year": 2026, "draft": came }));
    let of = |year| yen(&grant(&desk, year, VISITORS), ["received_yen", "additional_yen", "refund_yen"]);
    assert_eq!([of(2025), of(2026)], [[480_000, 0, 0], [0, 0, 0]], "it came for last year");
    assert_eq!(desk.facts(2025)["by_source.parts"], before, "the year that is over says what lay there then");
    assert_eq!(rest(&desk, 2025, VISITORS), awaited);
    assert_eq!(source(&desk, 2026, LAST), Some([-480_000, 480_000, 0, 0]));
    assert_eq!(source(&desk, 2026, "自主財源"), Some(own), "own funds neither lose nor win by it");
    assert_eq!(source(&desk, 2027, LAST), None, "settled");
    assert_eq!(choices()[0]["name"], LAST, "it can still be chosen where the entry is corrected");
    let rows = desk.call("accounts.list_entries", json!({ "year": 2026 }))["entries"].clone();
    assert_eq!(rows[0]["funding"], LAST, "{rows}");
}

/// What is left of the grant that a cost names, while it is typed.
fn left_beside(desk: &TestDesk, cost: &Value) -> i64 {
    desk.call("accounts.entry_effect", json!({ "year": 2026, "draft": cost }))["grant"]["left_yen"]
        .as_i64()
        .expect("yen")
}

/// 松戸市: what comes late of last year's grant takes nothing off what this year's has to fill, while it is typed, either.
#[test]
fn b07_money_that_comes_late_is_no_other_grants_while_an_entry_is_typed() {
    let (desk, last, other) = (council("matsudo"), "地区会交付金", "防犯灯補助金");
    decide(&desk, 2025, last, "500000");
    decide(&desk, 2025, other, "250000");
    let mut came = draft(&desk, other, "income", "250000");
    let mut cost = draft(&desk, last, "expense", "300000");
    decide(&desk, 2026, last, "500000");
    cost["on"] = json!("2026-06-01");
    cost["grant_id"] = grant(&desk, 2026, last)["id"].clone();
    desk.call("accounts.record_entry", json!({ "year": 2026, "draft": cost }));
    cost["amount"] = json!("1000");
    assert_eq!(left_beside(&desk, &cost), 199_000);
    came["on"] = json!("2026-05-20");
    desk.call("accounts.record_entry", json!({ "year": 2026, "draft": came }));
    assert_eq!(left_beside(&desk, &cost), 199_000, "it is that of the year before");
    assert_eq!(yen(&grant(&desk, 2026, last), ["left_yen"]), [200_000], "as the page of the grant has it");
}

/// 松戸市: what was put by of another grant comes before this one, too.
#[test]
fn b07_what_was_put_by_of_another_grant_comes_first() {
    let (desk, last, other) = (council("matsudo"), "地区会交付金", "防犯灯補助金");
    decide(&desk, 2025, other, "250000");
    let id = grant(&desk, 2025, other)["id"].clone();
    let mut rules = desk.call("grants.rules", json!({ "id": id }))["draft"].clone();
    rules["carry_over"] = json!("reserve");
    rules["source"] = json!("防犯灯補助金交付要綱");
    desk.call("grants.set_rules", json!({ "id": id, "year": 2025, "draft": rules }));
    for (kind, amount) in [("income", "250000"), ("expense", "180000")] {
        desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft(&desk, other, kind, amount) }));
    }
    let mut cost = draft(&desk, other, "expense", "250000");
    decide(&desk, 2026, last, "500000");
    decide(&desk, 2026, other, "250000");
    assert_eq!(yen(&grant(&desk, 2026, other), ["reserved_yen"]), [70_000]);
    cost["on"] = json!("2026-06-01");
    cost["grant_id"] = grant(&desk, 2026, other)["id"].clone();
    desk.call("accounts.record_entry", json!({ "year": 2026, "draft": cost }));
    cost["grant_id"] = grant(&desk, 2026, last)["id"].clone();
    cost["amount"] = json!("1000");
    let warnings = desk.call("accounts.entry_effect", json!({ "year": 2026, "draft": cost }))["warnings"].clone();
    let first = warnings.as_array().expect("warnings").iter().find(|one| one["code"] == "grants.others_first");
    let words = first.unwrap_or_else(|| panic!("told: {warnings}"))["message"].as_str().expect("words");
    assert!(words.contains("70,000円"), "{words}");
}

/// 奈良市: 70,000円 are put by, 30,000円 go back in May all the same.
#[test]
fn b08_what_goes_back_of_what_was_put_by_is_there_no_more() {
    let (desk, name) = (council("nara"), "地域づくり一括交付金");
    decide(&desk, 2025, name, "500000");
    for (kind, amount) in [("income", "500000"), ("expense", "430000")] {
        desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft(&desk, name, kind, amount) }));
    }
    decide(&desk, 2026, name, "500000");
    let of = |year| yen(&grant(&desk, year, name), ["refund_yen", "kept_yen", "reserved_yen"]);
    assert_eq!([of(2025), of(2026)], [[0, 70_000, 0], [0, 70_000, 70_000]]);
    assert_eq!(source(&desk, 2026, name), Some([70_000, 0, 0, 70_000]));

    let step = json!({ "id": null, "grant_id": grant(&desk, 2025, name)["id"], "year": 2025, "stage": "refund",
        "state": "done", "on": "8/5/20", "number": "", "amount": "30000", "note": "" });
    desk.call("grants.record_step", step);
    assert_eq!([of(2025), of(2026)], [[30_000, 40_000, 0], [0, 40_000, 40_000]]);
    let last = format!("令和7年度　{name}");
    assert_eq!(source(&desk, 2026, name), Some([40_000, 0, 0, 40_000]));
    assert_eq!(source(&desk, 2026, &last), Some([30_000, 0, 0, 30_000]), "told, and still in the purse");
    let own = source(&desk, 2026, "自主財源").expect("own funds");

    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let item = choices["items"].as_array().expect("items").iter().find(|one| one["side"] == "expense").expect("one");
    let id = grant(&desk, 2025, name)["records"][0]["id"].clone();
    let book = json!({ "id": id, "purse_id": choices["purses"][0]["id"], "item_id": item["id"] });
    desk.call("grants.book_refund", book);
    assert_eq!(source(&desk, 2026, &last), Some([30_000, 0, 30_000, 0]), "it was the grant's");
    assert_eq!(source(&desk, 2026, "自主財源"), Some(own), "and of own funds never");
    assert_eq!(
        source(&desk, 2025, name),
        Some([0, 500_000, 430_000, 70_000]),
        "on the last day of its year it lay there"
    );
    assert_eq!(rest(&desk, 2025, name), ("積立額（次の年度へ）".to_owned(), [70_000, 40_000]));
    let steps = grant(&desk, 2025, name)["steps"].to_string();
    assert!(steps.contains("返還した額") && steps.contains("30000"), "{steps}");
}
