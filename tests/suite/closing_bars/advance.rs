//! 仮払 over 3月31日: settled before the year is closed, after it, or in the next year while the old one is still open.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{PROGRAM, YEAR, books_said, close, draft, list, refusal, state, state_balances};
use crate::handover_bars::handed;
use crate::papers::{pdf_text, put_out};

/// 9,295 yen in the hands of somebody, given on 3月20日 out of 現金.
fn give(desk: &TestDesk) -> (Value, Value) {
    let cash = state(desk)["purses"][0]["id"].clone();
    let given = json!({ "year": YEAR, "holder": "佐藤　一郎", "purpose": "祭りの買い物", "amount": "9,295", "purse_id": cash,
        "on": "8/3/20", "due": "4/10", "activity_id": null });
    (desk.call("accounts.give_advance", given)["value"]["id"].clone(), cash)
}

fn settle(desk: &TestDesk, (id, cash): &(Value, Value), on: &str, costs: &[(i64, &str)]) -> Value {
    let costs: Vec<Value> = costs.iter().map(|(amount, on)| draft(desk, *amount, on)).collect();
    json!({ "id": id, "on": on, "purse_id": cash, "costs": costs })
}

fn advance(desk: &TestDesk, year: i32) -> Value {
    desk.call("accounts.list_advances", json!({ "year": year }))[0].take()
}

fn of_year(desk: &TestDesk, year: i32, key: &str) -> i64 {
    desk.facts(year)[key].as_i64().expect("yen")
}

#[test]
fn k05_an_open_advance_is_told_before_closing_until_it_is_settled() {
    let desk = TestDesk::sample(PROGRAM);
    let given = give(&desk);
    state_balances(&desk, [("現金", "40,000"), ("普通預金", "738,494")]);
    let found = state(&desk)["findings"].clone();
    let open = list(&found).iter().find(|one| one["told"]["code"] == "accounts.advance_open").expect("found");
    assert_eq!((&open["is_in_the_way"], &open["place"]), (&json!(false), &json!("accounts/advances")));
    let early = settle(&desk, &given, "8/3/19", &[]);
    assert_eq!(refusal(&desk, "accounts.settle_advance", early), "accounts.settled_before_given");
    desk.call("accounts.settle_advance", settle(&desk, &given, "8/3/30", &[]));
    let balances = desk.facts(YEAR)["books.balances"].clone();
    assert_eq!(list(&balances).len(), 2, "a settled advance is no place of money: {balances}");
    close(&desk);
}

#[test]
fn k05_an_open_advance_is_carried_over_and_settled_in_the_next_year() {
    let desk = TestDesk::sample(PROGRAM);
    let given = give(&desk);
    state_balances(&desk, [("現金", "40,000"), ("普通預金", "738,494")]);
    desk.call("accounts.close_year", json!({ "year": YEAR, "by": "会長 見本" }));
    let closed = books_said(&desk);
    let assets = desk.facts(YEAR)["books.assets"].clone();
    let held = list(&assets).iter().find(|asset| asset["kind"] == "仮払金").expect("the advance among the assets");
    assert_eq!(held["amount_yen"], 9_295);
    assert_eq!(
        (&advance(&desk, 2026)["open_yen"], of_year(&desk, 2026, "settlement.opening_yen")),
        (&json!(9_295), 787_789)
    );

    let late = desk.refused("accounts.settle_advance", settle(&desk, &given, "4/5", &[(8_000, "3/28")]));
    assert_eq!((late.code.as_str(), late.params["field"].as_str()), ("accounts.cost_in_closed_year", "0.on"));
    desk.call("accounts.settle_advance", settle(&desk, &given, "4/5", &[(8_000, "4/5")]));
    let changed: Vec<_> =
        books_said(&desk).into_iter().filter(|said| !closed.contains(said)).map(|said| said.0).collect();
    assert_eq!(changed, [""; 0], "the closed year says what it said");
    let settled = advance(&desk, 2026);
    assert_eq!((&settled["open_yen"], &settled["paid_yen"]), (&json!(0), &json!(8_000)));
    assert_eq!(advance(&desk, YEAR)["open_yen"], 0, "where it was given it is seen as settled too");
    let [expense, left] = ["settlement.expense_yen", "settlement.carry_over_yen"].map(|key| of_year(&desk, 2026, key));
    assert_eq!((expense, left), (8_000, 779_789));
}

#[test]
fn k01_a_cost_out_of_an_advance_is_corrected_within_it() {
    let desk = TestDesk::sample(PROGRAM);
    let given = give(&desk);
    desk.call("accounts.settle_advance", settle(&desk, &given, "8/3/30", &[(7_000, "3/28")]));
    let rows = desk.call("accounts.list_entries", json!({ "year": YEAR }))["entries"].clone();
    let paid = list(&rows).iter().find(|row| row["expense_yen"] == 7_000).expect("the cost")["id"].clone();
    let record = desk.call("accounts.entry", json!({ "id": paid }));
    assert_eq!(record["advances"][0]["id"], record["draft"]["purse_id"], "its purse can be chosen");
    let plain = desk.call("accounts.entry", json!({ "id": list(&rows)[0]["id"] }));
    assert_eq!(plain["advances"], json!([]));
}

#[test]
fn k10_a_passbook_of_the_next_year_stands_on_no_paper_of_this_one() {
    let desk = TestDesk::sample(PROGRAM);
    let before = books_said(&desk);
    desk.call(
        "accounts.save_purses",
        json!({ "year": 2026, "openings": [], "name": "防災部会の通帳", "opening": "0" }),
    );
    assert!(books_said(&desk) == before, "the papers name no purse that the year does not know");
}

#[test]
fn k05_settled_in_april_before_the_year_is_closed_each_cost_counts_where_its_day_is() {
    let desk = TestDesk::sample(PROGRAM);
    let (before, given) = (of_year(&desk, YEAR, "settlement.expense_yen"), give(&desk));
    desk.call("accounts.settle_advance", settle(&desk, &given, "4/5", &[(7_000, "3/28"), (1_000, "4/2")]));
    assert_eq!(of_year(&desk, YEAR, "settlement.expense_yen") - before, 7_000);
    assert_eq!(of_year(&desk, 2026, "settlement.expense_yen"), 1_000);
    state_balances(&desk, [("現金", "40,000"), ("普通預金", "738,494")]);
    desk.call("accounts.close_year", json!({ "year": YEAR, "by": "会長 見本" }));
    assert_eq!(of_year(&desk, YEAR, "settlement.carry_over_yen"), 780_789);
    let next = desk.facts(2026);
    assert_eq!(
        (&next["settlement.opening_yen"], &next["settlement.carry_over_yen"]),
        (&json!(780_789), &json!(779_789))
    );
    let purses = next["books.purses"].clone();
    let hand = list(&purses).iter().find(|one| one["purse"].as_str().is_some_and(|name| name.starts_with("仮払")));
    let hand = hand.expect("the advance has a book in the next year");
    assert_eq!((&hand["opening_yen"], &hand["closing_yen"]), (&json!(2_295), &json!(0)));
}

/// 仮払 as the paper for the successor tells them: what was open at the end of the year, what is open now, and the words for it.
fn handed_over(desk: &TestDesk) -> Vec<(i64, i64, String)> {
    let all = desk.facts(YEAR)["handover.advances"].clone();
    let yen = |one: &Value, key: &str| one[key].as_i64().expect("yen");
    let state = |one: &Value| one["state"].as_str().expect("words").to_owned();
    list(&all).iter().map(|one| (yen(one, "at_end_yen"), yen(one, "left_yen"), state(one))).collect()
}

#[test]
fn s17_the_successor_reads_how_each_advance_stands_on_the_day_of_handing_over() {
    let desk = TestDesk::sample(PROGRAM);
    let given = give(&desk);
    assert_eq!(handed_over(&desk), [(9_295, 9_295, "まだ精算していない".to_owned())]);
    desk.call("accounts.settle_advance", settle(&desk, &given, "4/5", &[(7_000, "3/28"), (1_000, "4/2")]));
    assert_eq!(handed_over(&desk), [(2_295, 0, "R8.4.5 精算済み".to_owned())], "settled after the year's end");
    let mut on_the_third = handed("次野 次子");
    on_the_third["on"] = json!("R8.4.3");
    desk.call("handover.record", on_the_third);
    assert_eq!(handed_over(&desk), [(2_295, 1_295, "一部だけ精算".to_owned())], "as it stood on that day");
    let text: String = pdf_text(&put_out(&desk, "handover", "pdf")).split_whitespace().collect();
    assert!(
        text.contains("仮払（令和8年4月3日現在") && text.contains("一部だけ精算") && text.contains("佐藤一郎"),
        "{text}"
    );
}

#[test]
fn s17_what_was_settled_within_the_year_is_no_matter_of_the_successor_and_a_new_advance_is() {
    let desk = TestDesk::sample(PROGRAM);
    let given = give(&desk);
    desk.call("accounts.settle_advance", settle(&desk, &given, "8/3/30", &[(7_000, "3/28")]));
    assert!(handed_over(&desk).is_empty());
    let new = json!({ "year": 2026, "holder": "次野　次子", "purpose": "総会のお茶", "amount": "3,000", "purse_id": given.1,
        "on": "8/4/2", "due": "", "activity_id": null });
    desk.call("accounts.give_advance", new);
    assert_eq!(handed_over(&desk), [(0, 3_000, "まだ精算していない".to_owned())]);
}

#[test]
fn s17_a_bill_that_was_paid_after_the_year_is_told_to_the_successor() {
    let desk = TestDesk::sample(PROGRAM);
    let mut bill = draft(&desk, 4_400, "R8.4.10");
    bill["is_out_of_year"] = json!(true);
    desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": bill }));
    let text: String = pdf_text(&put_out(&desk, "handover", "pdf")).split_whitespace().collect();
    assert!(text.contains("未払・未収・前払・前受") && text.contains("R8.4.10") && text.contains("4,400"), "{text}");
}

/// A cost of March is charged to the grant of its own year, whichever year the page shows when the advance is settled in April.
#[test]
fn k05_a_cost_over_the_years_end_is_charged_to_the_grant_of_its_own_year() {
    let desk = TestDesk::sample(PROGRAM);
    let given = give(&desk);
    let name = "地域まちづくり交付金";
    let decided = |year: i32| json!({ "year": year, "name": name, "amount": "500万", "on": format!("{year}-04-21"), "number": "" });
    let grant_of = |year: i32| desk.call("grants.list", json!({ "year": year, "until": "" }))["grants"][0].clone();
    let charge = |settled: &mut Value, grant: &Value| {
        settled["costs"][0]["grant_id"] = grant["id"].clone();
        settled["costs"][0]["eligibility"] = json!("eligible");
        settled["costs"][0]["eligibility_reason"] = json!("市に確かめた");
    };
    let before = grant_of(YEAR)["allocated_yen"].as_i64().expect("yen");
    desk.call("grants.record_decision", decided(2026));
    let mut settled = settle(&desk, &given, "4/5", &[(7_000, "3/28")]);
    charge(&mut settled, &grant_of(2026));
    let effect = json!({ "id": given.0, "on": "4/5", "costs": settled["costs"] });
    let told = desk.call("accounts.settlement_effect", effect)["costs"][0]["advice"].clone();
    assert!(told.is_object(), "the rules of its year speak: {told}");
    desk.call("accounts.settle_advance", settled);
    let allocated = |year: i32| grant_of(year)["allocated_yen"].as_i64().expect("yen");
    assert_eq!((allocated(YEAR), allocated(2026)), (before + 7_000, 0));

    // Of a grant that only the later year has nothing of March can be paid.
    desk.call(
        "grants.record_decision",
        json!({ "year": 2026, "name": "新しい補助金", "amount": "10万", "on": "2026-04-02", "number": "" }),
    );
    let mut cost = draft(&desk, 1_000, "8/3/28");
    cost["eligibility"] = json!("eligible");
    cost["grant_id"] = desk.call("grants.list", json!({ "year": 2026, "until": "" }))["grants"][1]["id"].clone();
    let refused = desk.refused("accounts.record_entry", json!({ "year": YEAR, "draft": cost }));
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("accounts.grant_of_other_year", "grant_id"));
}
