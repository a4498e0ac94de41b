//! K04, K05: what a passbook says between its lines and at the end of the year.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::bank_bars::{asked, book, cp932, file, keep, line, list, open, passbook, post};

#[test]
fn k04_a_line_missing_in_the_middle_is_told_with_its_line_and_goes_when_it_is_brought() {
    let desk = TestDesk::sample(PROGRAM);
    let (purse, _) = passbook(&desk);
    let all = [line("2025-06-01", 5_000, "A"), line("2025-06-10", -700, "B"), line("2025-06-20", -900, "C")];
    let whole = post(0, &all);
    let torn: String = whole.lines().filter(|line| !line.contains(",B,")).map(|line| format!("{line}\n")).collect();
    let token = file(&desk, "明細.csv", &cp932(&torn));
    let read = desk.call("bank.read_statement", asked(&purse, &token));
    let gap = &read["plan"]["issues"][0];
    assert!(gap["message"].as_str().expect("a sentence").starts_with("7行目で残高がつながりません"), "{gap}");
    assert_eq!(read["may_keep"], true);
    desk.call("bank.keep_statement", asked(&purse, &token));
    assert_eq!(book(&desk)["lines"][1]["gap"]["code"], "bank.gap_kept");
    assert_eq!(keep(&desk, &purse, &whole), 1);
    let gaps = list(&book(&desk)["lines"]).iter().filter(|line| !line["gap"].is_null()).count();
    assert_eq!(gaps, 0);
}

#[test]
fn k05_after_the_last_day_the_balance_is_offered_for_it_too_and_a_wrong_passbook_is_told() {
    let desk = TestDesk::empty(PROGRAM);
    for name in ["普通預金", "ゆうちょ"] {
        desk.call("accounts.save_purses", json!({ "year": 2024, "openings": [], "name": name, "opening": "10万" }));
    }
    let purses = desk.call("bank.book", json!({ "year": 2024, "purse_id": null }))["purses"].clone();
    let [one, other] = [0, 1].map(|at| purses[at]["id"].clone());
    let lines = [line("2025-03-20", 7, "ﾘｿｸ"), line("2025-03-21", 5, "ﾘｿｸ")];
    keep(&desk, &one, &post(100_000, &lines));
    let balance = || desk.call("bank.book", json!({ "year": 2024, "purse_id": one }))["balance"].clone();
    assert_eq!((&balance()["year_end"], &balance()["is_stated_at_end"]), (&json!("2025-03-31"), &json!(false)));
    let balances = json!([{ "purse_id": one, "amount": "100,012" }]);
    desk.call("accounts.state_balances", json!({ "year": 2024, "on": "2025-03-31", "balances": balances }));
    assert_eq!((&balance()["is_stated"], &balance()["is_stated_at_end"]), (&json!(false), &json!(true)));

    let token = file(&desk, "明細.csv", &cp932(&post(100_000, &lines)));
    assert_eq!(desk.call("bank.read_statement", asked(&other, &token))["elsewhere"], "普通預金");
    assert_eq!(desk.call("bank.read_statement", asked(&one, &token))["elsewhere"], Value::Null);
}

#[test]
fn k05_the_last_balance_is_written_down_and_a_closed_year_is_looked_at_and_never_changed() {
    let desk = TestDesk::empty(PROGRAM);
    desk.call("accounts.save_purses", json!({ "year": 2025, "openings": [], "name": "普通預金", "opening": "10万" }));
    let item = json!({ "side": "expense", "kan": "事務費", "kou": "", "moku": "", "setsu": "", "fund_id": null });
    let item = desk.call("accounts.add_item", item)["value"]["id"].take();
    let carried = json!({ "side": "income", "kan": "繰越金", "kou": "", "moku": "", "setsu": "", "fund_id": null });
    desk.call("accounts.add_item", carried);
    let (purse, opening) = passbook(&desk);
    keep(&desk, &purse, &post(opening, &[line("2026-03-01", -3_000, "ﾐﾎﾝｲﾝｻﾂ"), line("2026-03-02", 7, "ﾘｿｸ")]));
    let state = |amount: i64| {
        let balances = json!([{ "purse_id": purse, "amount": amount.to_string() }]);
        desk.call("accounts.state_balances", json!({ "year": 2025, "on": "", "balances": balances }));
    };
    let balance = book(&desk)["balance"].clone();
    assert_eq!((&balance["bank_yen"], &balance["difference_yen"]), (&json!(97_007), &json!(-2_993)));
    state(97_007);
    let close = json!({ "year": 2025, "by": "見本　花子" });
    assert_eq!(desk.refused("accounts.close_year", close.clone()).code, "accounts.passbook_differs");
    let findings = desk.call("accounts.year_state", json!({ "year": 2025 }))["findings"].clone();
    let told: Vec<&str> = list(&findings).iter().filter_map(|one| one["told"]["code"].as_str()).collect();
    assert!(told.contains(&"bank.lines_open"), "{told:?}");

    let first = open(&book(&desk))[0].clone();
    let mut draft = first["draft"].clone();
    draft["item_id"] = item;
    desk.call("bank.record_line", json!({ "id": first["id"], "year": 2025, "draft": draft }));
    state(97_000);
    desk.call("accounts.close_year", close);
    let second = open(&book(&desk)).pop().expect("the interest");
    let refused = desk.refused("bank.record_line", json!({ "id": second["id"], "year": 2025, "draft": {
        "kind": "expense", "on": "R8.3.2", "counterparty": "", "description": "x", "item_id": draft["item_id"], "amount": "7",
        "purse_id": purse, "to_purse_id": null, "grant_id": null, "activity_id": null, "eligibility": null,
        "eligibility_reason": "", "has_receipt": false, "voucher_no": "", "to_item_id": null, "committee_id": null } }));
    assert_eq!(refused.code, "bank.entry_differs", "an expense is no income");
    assert_eq!(book(&desk)["is_closed"], true);
    assert_eq!(keep(&desk, &purse, &post(97_007, &[line("2026-03-03", -7, "ﾐﾎﾝｲﾝｻﾂ")])), 1, "lines may still be read");
    let third = open(&book(&desk)).pop().expect("the new line");
    assert_eq!(third["is_ready"], true);
    let late = json!({ "id": third["id"], "year": 2025, "draft": third["draft"] });
    assert_eq!(desk.refused("bank.record_line", late).code, "accounts.year_closed");
    assert_eq!(list(&book(&desk)["lines"][0]["entries"]).len(), 1, "and are still seen beside their entries");
}
