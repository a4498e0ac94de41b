//! 出納整理: the year an entry belongs to is apart from the day on which it was paid.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{YEAR, close, draft, list, refusal, state, state_balances};
use crate::PROGRAM;
use crate::papers::{pdf_text, put_out};

/// A cost that is meant to lie outside its year.
fn crossing(desk: &TestDesk, amount: i64, on: &str) -> Value {
    let mut draft = draft(desk, amount, on);
    draft["is_out_of_year"] = json!(true);
    draft["description"] = json!("3月分の電話料");
    draft
}

fn book_of(desk: &TestDesk, year: i32, name: &str) -> Value {
    let shown = desk.call("accounts.year_state", json!({ "year": year }));
    list(&shown["purses"]).iter().find(|purse| purse["name"] == name).expect("the purse").clone()
}

#[test]
fn b13_a_day_outside_the_year_must_be_meant_and_lie_near() {
    let desk = TestDesk::sample(PROGRAM);
    let ask = |draft: Value| refusal(&desk, "accounts.record_entry", json!({ "year": YEAR, "draft": draft }));
    assert_eq!(ask(draft(&desk, 5_000, "8/4/10")), "accounts.settling_unsaid");
    let shown = desk.call(
        "accounts.entry_effect",
        json!({ "year": YEAR, "draft": draft(&desk, 5_000, "8/4/10"), "instead_of": null }),
    );
    assert!(shown["problems"].to_string().contains("年度をまたぐ支払・受取"), "{shown}");
    for far in ["8/6/1", "6/12/31", "9/4/1"] {
        assert_eq!(ask(crossing(&desk, 5_000, far)), "accounts.outside_year", "{far}");
    }
    let mut moved = crossing(&desk, 5_000, "8/4/10");
    moved["kind"] = json!("transfer");
    assert_eq!(ask(moved), "accounts.outside_year", "between purses nothing belongs to another year");
}

#[test]
fn b13_a_bill_of_march_paid_in_april_is_of_the_year_but_not_in_its_passbook() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.facts(YEAR);
    let recorded = json!({ "year": YEAR, "draft": crossing(&desk, 5_000, "8/4/10") });
    desk.call("accounts.record_entry", recorded.clone());
    let after = desk.facts(YEAR);
    let change = |name: &str| after[name].as_i64().expect("yen") - before[name].as_i64().expect("yen");
    assert_eq!((change("settlement.expense_yen"), change("settlement.carry_over_yen")), (5_000, -5_000));
    assert_eq!((change("settlement.held_yen"), &after["settlement.held_yen"]), (0, &json!(787_789)));
    let unpaid = &after["settlement.crossing"][0];
    let [kind, amount, added] = ["kind", "amount_yen", "added_yen"].map(|name| &unpaid[name]);
    assert_eq!((kind, amount, added), (&json!("未払"), &json!(5_000), &json!(-5_000)));
    let assets = list(&after["books.assets"]);
    assert!(assets.iter().any(|one| one["kind"] == "未払金" && one["amount_yen"] == -5_000), "{assets:?}");
    assert_eq!(
        json!(assets.iter().filter_map(|one| one["amount_yen"].as_i64()).sum::<i64>()),
        after["books.balance_yen"]
    );
    let balances = list(&after["books.balances"]).iter().filter_map(|one| one["book_yen"].as_i64());
    assert_eq!(balances.sum::<i64>(), 787_789, "the passbooks are shown as they are");
    let sum: i64 = list(&after["books.months"]).iter().filter_map(|month| month["expense_yen"].as_i64()).sum();
    assert_eq!(json!(sum), after["settlement.expense_yen"], "April of the next year is a month of the book too");
    let rows = desk.call("accounts.list_entries", json!({ "year": YEAR }))["entries"].clone();
    assert_eq!(list(&rows).iter().filter(|row| row["crossing"] == "未払").count(), 1);
    for form in ["cash-book", "monthly-report", "audit-pack"] {
        let paper: String = pdf_text(&put_out(&desk, form, "pdf")).split_whitespace().collect();
        let note = "合わせて787,789円で、上の差△5,000円を合わせると、次年度への繰越782,789円";
        assert!(paper.contains(note), "{form}: {paper}");
    }
    let paper: String = pdf_text(&put_out(&desk, "settlement-statement", "pdf")).split_whitespace().collect();
    assert!(
        paper.contains("出納整理（支払")
            && paper.contains("3月分の電話料")
            && paper.contains("782,789円が、次年度繰越金です"),
        "{paper}"
    );
    for form in ["settlement-meeting", "committee-settlement", "fund-settlement"] {
        let paper: String = pdf_text(&put_out(&desk, form, "pdf")).split_whitespace().collect();
        let note = "現金・預金787,789円に、出納整理の差△5,000円（未払・未収など）を合わせた782,789円が、次年度";
        assert!(
            paper.contains(note) && !paper.contains("年度末の残高") && !paper.contains("年度末残高"),
            "{form}: {paper}"
        );
    }
    let found = state(&desk)["findings"].clone();
    assert!(
        list(&found)
            .iter()
            .any(|one| one["told"]["code"] == "accounts.crossing_entries" && one["is_in_the_way"] == false)
    );
    close(&desk);
    let cash = book_of(&desk, YEAR, "現金");
    assert_eq!((&cash["book_yen"], &cash["next_opening_yen"]), (&json!(49_295), &json!(44_295)));
    assert_eq!(cash["carried_yen"], 44_295);
    assert_eq!(refusal(&desk, "accounts.record_entry", recorded), "accounts.year_closed");
    let next = desk.call("accounts.year_state", json!({ "year": YEAR + 1 }));
    let is_off = |found: &Value| found["told"]["code"] == "accounts.opening_not_carried";
    assert!(!list(&next["findings"]).iter().any(is_off), "{next}");
}

#[test]
fn b13_a_closed_year_takes_no_payment_of_another_year_and_gives_none_back() {
    let desk = TestDesk::sample(PROGRAM);
    let ahead = |amount: i64, on: &str| json!({ "year": YEAR + 1, "draft": crossing(&desk, amount, on) });
    desk.call("accounts.record_entry", ahead(2_000, "8/3/25"));
    let entries = desk.call("accounts.list_entries", json!({ "year": YEAR + 1 }))["entries"].clone();
    state_balances(&desk, [("現金", "47,295"), ("普通預金", "738,494")]);
    desk.call("accounts.close_year", json!({ "year": YEAR, "by": "会長 見本" }));
    let closed = state(&desk)["purses"].clone();
    assert_eq!(refusal(&desk, "accounts.record_entry", ahead(300, "8/3/26")), "accounts.day_in_closed_year");
    let back = json!({ "id": entries[0]["id"], "reason": "まちがい" });
    assert_eq!(refusal(&desk, "accounts.void_entry", back), "accounts.day_in_closed_year");
    let acts = desk.call("office.history", json!({ "limit": 20 }))["entries"].clone();
    let says = |act: &&Value| act["sentence"].as_str().is_some_and(|said| said.contains("3月分の電話料"));
    let recorded = list(&acts).iter().find(says).expect("the act")["seq"].clone();
    assert_eq!(refusal(&desk, "office.undo_one", json!({ "seq": recorded })), "office.undo_locked");
    let told = json!({ "id": entries[0]["id"], "has_receipt": false });
    desk.call("accounts.set_receipt", told);
    assert_eq!(state(&desk)["purses"], closed, "what the passbook of the closed year says");
}

#[test]
fn b13_what_was_audited_is_taken_back_on_the_same_side_of_the_border() {
    let desk = TestDesk::sample(PROGRAM);
    desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": crossing(&desk, 5_000, "8/4/10") }));
    super::record_audit(&desk);
    let rows = desk.call("accounts.list_entries", json!({ "year": YEAR }))["entries"].clone();
    let id = list(&rows).iter().find(|row| row["crossing"] == "未払").expect("the bill")["id"].clone();
    let shown = desk.call("accounts.entry", json!({ "id": id }));
    let corrected = shown["correction_label"].as_str().expect("its own day rests").to_owned();
    assert!(corrected.starts_with("令和8年4月") || corrected.starts_with("令和8年5月"), "{corrected}");
    assert_eq!(shown["draft"]["is_out_of_year"], true, "it is typed again as what it is");
    desk.call("accounts.void_entry", json!({ "id": id, "reason": "二重の請求" }));
    let facts = desk.facts(YEAR);
    assert_eq!(
        (&facts["settlement.held_yen"], &facts["settlement.carry_over_yen"]),
        (&json!(787_789), &json!(787_789))
    );
    assert_eq!(list(&facts["settlement.crossing"]).len(), 0, "{}", facts["settlement.crossing"]);
}

#[test]
fn b13_what_is_paid_ahead_leaves_the_passbook_of_this_year_and_costs_the_next() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.facts(YEAR);
    desk.call("accounts.record_entry", json!({ "year": YEAR + 1, "draft": crossing(&desk, 2_000, "8/3/25") }));
    let own = desk.facts(YEAR);
    assert_eq!(own["settlement.expense_yen"], before["settlement.expense_yen"]);
    let [kind, added] = ["kind", "added_yen"].map(|name| &own["settlement.crossing"][0][name]);
    assert_eq!(
        (kind, added),
        (&json!("次年度の前払"), &json!(2_000)),
        "why the passbook has less than is carried over"
    );
    let next = desk.facts(YEAR + 1);
    assert_eq!(
        (&next["settlement.expense_yen"], &next["settlement.crossing"][0]["kind"]),
        (&json!(2_000), &json!("前払"))
    );
    assert_eq!(book_of(&desk, YEAR, "現金")["book_yen"], 47_295, "the passbook has it already");
    state_balances(&desk, [("現金", "47,295"), ("普通預金", "738,494")]);
    desk.call("accounts.close_year", json!({ "year": YEAR, "by": "会長 見本" }));
    assert_eq!(book_of(&desk, YEAR, "現金")["next_opening_yen"], 49_295);
    assert_eq!(book_of(&desk, YEAR + 1, "現金")["book_yen"], 47_295, "counted once");
}

/// An income that is meant to lie outside its year.
fn coming(desk: &TestDesk, on: &str) -> Value {
    let items = desk.call("accounts.entry_choices", json!({ "year": YEAR }))["items"].clone();
    let dues = list(&items).iter().find(|item| item["name"] == "自治会負担金").expect("the dues")["id"].clone();
    let mut draft = crossing(desk, 12_000, on);
    for (field, typed) in [("kind", json!("income")), ("item_id", dues), ("description", json!("桜町の負担金"))] {
        draft[field] = typed;
    }
    draft
}

#[test]
fn b13_dues_that_come_in_april_are_of_the_year_and_stand_on_its_settlement() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.facts(YEAR);
    desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": coming(&desk, "8/4/8") }));
    let after = desk.facts(YEAR);
    let change = |name: &str| after[name].as_i64().expect("yen") - before[name].as_i64().expect("yen");
    assert_eq!((change("settlement.income_settled_yen"), change("settlement.carry_over_yen")), (12_000, 12_000));
    assert_eq!((change("settlement.held_yen"), change("settlement.expense_yen")), (0, 0), "nothing has come yet");
    let owed = &after["settlement.crossing"][0];
    assert_eq!((&owed["kind"], &owed["added_yen"]), (&json!("未収"), &json!(12_000)));
    let assets = list(&after["books.assets"]);
    assert!(assets.iter().any(|one| one["kind"] == "未収金" && one["amount_yen"] == 12_000), "{assets:?}");
    let paper: String = pdf_text(&put_out(&desk, "settlement-statement", "pdf")).split_whitespace().collect();
    for said in ["出納整理（支払", "未収R8.4.8自治会負担金桜町の負担金", "12,000", "799,789円が、次年度繰越金です"]
    {
        assert!(paper.contains(said), "{said}: {paper}");
    }
    close(&desk);
    assert_eq!(book_of(&desk, YEAR, "現金")["next_opening_yen"], 61_295);
}

#[test]
fn b13_dues_of_the_next_year_that_come_in_march_fill_the_passbook_alone() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.facts(YEAR);
    desk.call("accounts.record_entry", json!({ "year": YEAR + 1, "draft": coming(&desk, "8/3/20") }));
    let own = desk.facts(YEAR);
    let same = ["settlement.income_settled_yen", "settlement.carry_over_yen"];
    for name in same {
        assert_eq!(own[name], before[name], "{name}");
    }
    assert_eq!(own["settlement.held_yen"], 799_789);
    let ahead = &own["settlement.crossing"][0];
    assert_eq!((&ahead["kind"], &ahead["added_yen"]), (&json!("次年度の前受"), &json!(-12_000)));
    let paper: String = pdf_text(&put_out(&desk, "settlement-statement", "pdf")).split_whitespace().collect();
    for said in ["次年度の前受R8.3.20", "桜町の負担金", "787,789円が、次年度繰越金です"] {
        assert!(paper.contains(said), "{said}: {paper}");
    }
    assert_eq!(desk.facts(YEAR + 1)["settlement.crossing"][0]["kind"], "前受");
    state_balances(&desk, [("現金", "61,295"), ("普通預金", "738,494")]);
    desk.call("accounts.close_year", json!({ "year": YEAR, "by": "会長 見本" }));
    assert_eq!(book_of(&desk, YEAR, "現金")["next_opening_yen"], 49_295);
    assert_eq!(book_of(&desk, YEAR + 1, "現金")["book_yen"], 61_295, "counted once");
}
