//! 返還: told as done on page and papers, in the book of its year once, followed when the entry is corrected (B08).

use serde_json::{Value, json};
use suite::TestDesk;

use super::{YEAR, close, list};
use crate::PROGRAM;
use crate::papers::pdf_text;

/// What the specimen has to give back.
const ALL: i64 = 194_549;

fn grant(desk: &TestDesk) -> Value {
    desk.call("grants.list", json!({ "year": YEAR }))["grants"][0].clone()
}

fn figures(desk: &TestDesk) -> [Option<i64>; 3] {
    let grant = grant(desk);
    ["refund_yen", "refunded_yen", "to_refund_yen"].map(|name| grant[name].as_i64())
}

/// A 返還 as it is written down; `id` where it is written anew.
fn step(desk: &TestDesk, id: Value, [state, on, amount]: [&str; 3]) -> Value {
    json!({
        "id": id, "grant_id": grant(desk)["id"], "year": YEAR, "stage": "refund", "state": state, "on": on,
        "number": "納第5号", "amount": amount, "note": "",
    })
}

/// Writes down a 返還 that was paid; the key of its step.
fn paid(desk: &TestDesk, on: &str, amount: &str) -> Value {
    let known = records(desk);
    desk.call("grants.record_step", step(desk, Value::Null, ["done", on, amount]));
    let new = records(desk).into_iter().find(|one| known.iter().all(|old| old["id"] != one["id"]));
    new.expect("the new step")["id"].clone()
}

fn records(desk: &TestDesk) -> Vec<Value> {
    list(&grant(desk)["records"]).to_vec()
}

fn record(desk: &TestDesk, id: &Value) -> Value {
    records(desk).into_iter().find(|one| one["id"] == *id).expect("the step")
}

/// Out of the bank, under 予備費.
fn asked(desk: &TestDesk, id: &Value) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": YEAR }));
    let named =
        |name: &str, all: &str| list(&choices[all]).iter().find(|one| one["name"] == name).expect(name)["id"].clone();
    json!({ "id": id, "purse_id": named("普通預金", "purses"), "item_id": named("予備費", "items") })
}

fn paper(desk: &TestDesk, form: &str) -> String {
    let made = json!({ "form": form, "year": YEAR, "grant": grant(desk)["id"], "format": "pdf", "folder": null });
    pdf_text(&desk.path(&desk.call("reports.output", made)["files"][0]["token"]))
}

/// The papers that tell what went back.
const FORMS: [&str; 2] = ["grant-rest", "grant-settlement"];

/// That no book tells of a 返還: on the page of the grant and before the year is closed, or on neither.
fn is_told(desk: &TestDesk) -> bool {
    let page = grant(desk)["warnings"].to_string();
    let closing = desk.call("accounts.year_state", json!({ "year": YEAR }))["findings"].to_string();
    let [page, closing] = [page, closing].map(|told| told.contains("grants.refund_unbooked"));
    assert_eq!(page, closing, "the page of the grant and the closing");
    page
}

#[test]
fn b08_what_was_given_back_is_told_as_done_and_stands_in_the_book() {
    let desk = TestDesk::sample(PROGRAM);
    assert_eq!(figures(&desk), [Some(ALL), Some(0), Some(ALL)]);
    assert!(!paper(&desk, "grant-rest").contains("返還した額"), "nothing went back yet");
    desk.call("grants.record_step", step(&desk, Value::Null, ["filed", "8/3/12", "194,549"]));
    let id = records(&desk)[0]["id"].clone();
    let asked = asked(&desk, &id);
    assert_eq!(desk.refused("grants.book_refund", asked.clone()).code, "grants.refund_not_done");
    desk.call("grants.record_step", step(&desk, id.clone(), ["done", "8/3/12", "194,549"]));
    assert_eq!(figures(&desk), [Some(ALL), Some(ALL), Some(0)]);
    let shown = record(&desk, &id);
    assert_eq!((&shown["is_to_book"], &shown["entry_id"]), (&json!(true), &Value::Null));
    assert!(is_told(&desk), "told as done, and the money still lies in the purse");
    assert_eq!(desk.facts(YEAR)["grants.owed_yen"], ALL);
    for form in FORMS {
        assert!(!paper(&desk, form).contains("返還した額"), "{form}: no book tells of it");
        let shown = desk.call("reports.prepare", json!({ "form": form, "year": YEAR, "grant": grant(&desk)["id"] }));
        assert!(shown["checks"].to_string().contains("出納帳にありません"), "{form}: {}", shown["checks"]);
    }

    let missing = json!({ "id": id, "purse_id": null, "item_id": null });
    assert_eq!(desk.refused("grants.book_refund", missing).code, "accounts.purse_missing");
    let before = desk.state_hash();
    desk.call("grants.book_refund", asked.clone());
    let booked = desk.call("accounts.entry", json!({ "id": record(&desk, &id)["entry_id"] }));
    assert_eq!(booked["row"]["description"], "地域まちづくり交付金の返還");
    assert_eq!(figures(&desk), [Some(ALL), Some(ALL), Some(0)], "what goes back is no cost of the grant");
    let facts = desk.facts(YEAR);
    assert_eq!(facts["books.expense_yen"], 5_738_791 + ALL);
    assert_eq!((&facts["grant.refunded_yen"], &facts["grant.refund_yen"]), (&json!(ALL), &json!(ALL)));
    assert_eq!((&facts["grants.owed_yen"], is_told(&desk)), (&json!(0), false));
    for (name, refused) in [
        ("grants.book_refund", asked.clone()),
        ("grants.remove_step", json!({ "id": id })),
        ("grants.record_step", step(&desk, id.clone(), ["done", "8/3/12", "194,000"])),
    ] {
        assert_eq!(desk.refused(name, refused).code, "grants.refund_booked", "{name}");
    }
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before, "the entry and its link go together");

    desk.call("grants.book_refund", asked.clone());
    for form in FORMS {
        let text = paper(&desk, form);
        assert!(text.contains("令和8年3月12日までに返還した額") && text.contains("194,549円"), "{form}: {text}");
    }
    let entry = record(&desk, &id)["entry_id"].clone();
    desk.call("accounts.void_entry", json!({ "id": entry, "reason": "まちがい" }));
    assert_eq!(record(&desk, &id)["is_to_book"], true, "what was taken back pays nothing");
    desk.call("grants.book_refund", asked);
}

#[test]
fn b08_a_refund_in_parts_leaves_the_rest_to_be_given_back() {
    let desk = TestDesk::sample(PROGRAM);
    let first = paid(&desk, "8/3/12", "100,000");
    assert_eq!(figures(&desk), [Some(ALL), Some(100_000), Some(94_549)]);
    desk.call("grants.book_refund", asked(&desk, &first));
    let second = paid(&desk, "8/3/25", "94,549");
    assert_eq!(figures(&desk), [Some(ALL), Some(ALL), Some(0)]);
    let open = [&first, &second].map(|id| record(&desk, id)["is_to_book"].clone());
    assert_eq!(open, [json!(false), json!(true)], "each is booked for itself");
    desk.call("grants.book_refund", asked(&desk, &second));
    assert_eq!(desk.facts(YEAR)["books.expense_yen"], 5_738_791 + ALL);
    let text = paper(&desk, "grant-settlement");
    assert!(text.contains("令和8年3月25日までに返還した額"), "the day of the last part: {text}");
}

/// The year is closed before the city fixes the amount: what goes back in May stands in the next year's book.
#[test]
fn b08_a_refund_of_a_closed_year_goes_into_the_book_of_the_year_in_which_it_is_paid() {
    let desk = TestDesk::sample(PROGRAM);
    let march = paid(&desk, "8/3/30", "100,000");
    close(&desk);
    let before = desk.facts(YEAR);
    let owed = || [YEAR, YEAR + 1].map(|year| desk.facts(year)["grants.owed_yen"].clone());
    assert_eq!(owed(), [json!(ALL), json!(ALL)], "told, and in no book");
    assert_eq!(desk.refused("grants.book_refund", asked(&desk, &march)).code, "accounts.year_closed");
    desk.call("grants.remove_step", json!({ "id": march }));
    let may = paid(&desk, "8/5/20", "194,549");
    assert_eq!(record(&desk, &may)["book_label"], "令和8年度");
    desk.call("grants.book_refund", asked(&desk, &may));
    let after = desk.facts(YEAR);
    for name in ["books.expense_yen", "settlement.carry_over_yen", "books.mark", "grant.refund_yen"] {
        assert_eq!(after[name], before[name], "{name}: the closed books stay as they are");
    }
    assert_eq!(desk.facts(YEAR + 1)["books.expense_yen"], ALL);
    assert_eq!(owed(), [json!(ALL), json!(0)], "on the last day of its year it was owed");
    assert_eq!(figures(&desk), [Some(ALL), Some(ALL), Some(0)]);
}

#[test]
fn b08_a_corrected_refund_stays_booked_and_says_what_the_book_says() {
    let desk = TestDesk::sample(PROGRAM);
    let id = paid(&desk, "8/3/12", "194,549");
    desk.call("grants.book_refund", asked(&desk, &id));
    let wrong = record(&desk, &id)["entry_id"].clone();
    let chosen = asked(&desk, &id);
    let draft = |kind: &str, amount: &str| {
        json!({
            "kind": kind, "on": "8/3/13", "counterparty": "", "description": "交付金の返還", "item_id": chosen["item_id"],
            "amount": amount, "purse_id": chosen["purse_id"], "to_purse_id": null, "grant_id": null, "activity_id": null,
            "eligibility": null, "eligibility_reason": "", "has_receipt": true, "voucher_no": "",
        })
    };
    let correct = |id: &Value, draft: Value| {
        desk.call(
            "accounts.correct_entry",
            json!({ "id": id, "year": YEAR, "draft": draft, "reason": "写しまちがい" }),
        );
    };
    correct(&wrong, draft("expense", "194,000"));
    let shown = record(&desk, &id);
    assert_ne!(shown["entry_id"], wrong);
    assert_eq!((&shown["is_to_book"], &shown["amount_yen"]), (&json!(false), &json!(194_000)));
    assert_eq!(shown["on_label"], "令和8年3月13日");
    assert_eq!(figures(&desk), [Some(ALL), Some(194_000), Some(549)]);
    desk.call("office.undo", json!({}));
    assert_eq!(record(&desk, &id)["entry_id"], wrong, "both go back together");
}

/// The bank told of the transfer first: what stands in the book is tied to the 返還, and nothing is booked twice.
#[test]
fn b08_a_refund_that_is_in_the_book_already_is_tied_to_it() {
    let desk = TestDesk::sample(PROGRAM);
    let id = paid(&desk, "8/3/30", "194,549");
    let record_cost = |amount: i64, on: &str, grant: Value| {
        let mut cost = super::draft(&desk, amount, on);
        cost["grant_id"] = grant;
        desk.call("accounts.record_entry", json!({ "year": YEAR, "draft": cost }))["value"]["id"].clone()
    };
    let there = || desk.call("grants.refund_entries", json!({ "id": id }));
    let others = [record_cost(194_548, "8/3/27", Value::Null), record_cost(ALL, "8/2/27", Value::Null)];
    assert_eq!(there(), json!([]), "another amount, too early");
    let right = record_cost(ALL, "8/3/27", Value::Null);
    assert_eq!((list(&there()).len(), &there()[0]["id"]), (1, &right));
    for other in others {
        let asked = json!({ "id": id, "entry_id": other });
        assert_eq!(desk.refused("grants.tie_refund", asked).code, "grants.refund_other_entry");
    }
    let owed = || desk.facts(YEAR)["grants.owed_yen"].clone();
    let (spent, before) = (desk.facts(YEAR)["books.expense_yen"].clone(), owed());
    desk.call("grants.tie_refund", json!({ "id": id, "entry_id": right }));
    assert_eq!(
        (record(&desk, &id)["entry_id"].clone(), record(&desk, &id)["is_to_book"].clone()),
        (right, json!(false))
    );
    assert_eq!((before, owed()), (json!(ALL), json!(0)), "it has left the council");
    assert_eq!(desk.facts(YEAR)["books.expense_yen"], spent, "once");
    let again = json!({ "id": id, "entry_id": record(&desk, &id)["entry_id"] });
    assert_eq!(desk.refused("grants.tie_refund", again).code, "grants.refund_booked");
}
