//! Amounts as people write them, and what is no amount, through the door of the entry form; and years that are closed.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

fn named(all: &Value, name: &str) -> Value {
    let all = all.as_array().expect("choices");
    all.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name}"))["id"].clone()
}

/// An expense from cash with this amount and day as they were typed.
fn expense(desk: &TestDesk, amount: &str, on: &str) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let draft = json!({
        "kind": "expense", "on": on, "counterparty": "桜町文具店", "description": "コピー用紙", "amount": amount,
        "item_id": named(&choices["items"], "消耗品費"), "purse_id": named(&choices["purses"], "現金"), "to_purse_id": null,
        "grant_id": null, "activity_id": null, "eligibility": null, "eligibility_reason": "", "has_receipt": true,
        "voucher_no": "", "to_item_id": null, "committee_id": null,
    });
    json!({ "year": 2025, "draft": draft, "instead_of": null })
}

#[test]
fn k01_every_way_of_writing_an_amount_is_recorded_as_the_same_yen() {
    let desk = TestDesk::sample(PROGRAM);
    let forms = [
        ("１,２３４円", 1_234),
        ("１，２３４", 1_234),
        (" 1 234 ", 1_234),
        ("¥1,000-", 1_000),
        ("￥１，０００－", 1_000),
        ("3千", 3_000),
        ("2万5千円", 25_000),
        ("+500", 500),
        ("1000000000000", 1_000_000_000_000_i64),
    ];
    for (typed, amount) in forms {
        let asked = expense(&desk, typed, "8/3/12");
        assert_eq!(
            desk.call("accounts.entry_effect", asked.clone())["amount_yen"],
            amount,
            "read beside the field: {typed}"
        );
        let id = desk.call("accounts.record_entry", asked)["value"]["id"].clone();
        assert_eq!(desk.call("accounts.entry", json!({ "id": id }))["row"]["expense_yen"], amount, "{typed}");
    }
}

#[test]
fn k01_what_is_less_than_nothing_is_read_as_such_and_not_recorded() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    for typed in ["△500", "▲500", "(500)", "（５００）", "-500", "−500", "△5千"] {
        let seen = desk.call("accounts.entry_effect", expense(&desk, typed, "8/3/12"));
        let amount = if typed == "△5千" { -5_000 } else { -500 };
        assert_eq!(seen["amount_yen"], amount, "{typed}");
        assert_eq!(seen["problems"][0]["params"]["field"], "amount", "{typed}");
        let refused = desk.refused("accounts.record_entry", expense(&desk, typed, "8/3/12"));
        assert_eq!(refused.code, "accounts.amount_out_of_range", "{typed}");
        assert!(!refused.message.is_empty() && !refused.hint.is_empty());
    }
    assert_eq!(desk.state_hash(), before, "nothing was written");
}

#[test]
fn k01_what_is_no_whole_yen_or_too_much_for_any_council_is_not_recorded() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    for typed in [
        "1e308",
        "0.1",
        "1234.5",
        "99999999999999999999",
        "900億億",
        "90000000000億",
        "1000000000001",
        "NaN",
        "=1+1",
        "",
        "0",
        "百円くらい",
    ] {
        let asked = expense(&desk, typed, "8/3/12");
        let seen = desk.call("accounts.entry_effect", asked.clone());
        assert_eq!(seen["problems"][0]["params"]["field"], "amount", "{typed}");
        let refused = desk.refused("accounts.record_entry", asked);
        assert_eq!(refused.params["field"], "amount", "{typed}: {}", refused.code);
        assert!(!refused.message.is_empty() && !refused.hint.is_empty(), "{typed}");
    }
    assert_eq!(desk.state_hash(), before, "nothing was written");
}

#[test]
fn k06_nothing_enters_a_closed_year_or_another_one() {
    let desk = TestDesk::sample(PROGRAM);
    for (day, code) in [("2026-06-01", "accounts.outside_year"), ("2026-04-01", "accounts.settling_unsaid")] {
        let outside = desk.refused("accounts.record_entry", expense(&desk, "500", day));
        assert_eq!((outside.code.as_str(), &outside.params["field"]), (code, &"on".into()));
    }
    for day in ["7/2/30", "2025-13-01", "きのう"] {
        let refused = desk.refused("accounts.record_entry", expense(&desk, "500", day));
        assert_eq!(refused.params["field"], "on", "{day}: {}", refused.code);
    }
    close(&desk);
    let before = desk.state_hash();
    for amount in ["500", "１,２３４円"] {
        let refused = desk.refused("accounts.record_entry", expense(&desk, amount, "8/3/12"));
        assert_eq!(refused.code, "accounts.year_closed");
        assert!(!refused.message.is_empty() && !refused.hint.is_empty());
    }
    assert_eq!(desk.state_hash(), before, "nothing was written");
}

fn close(desk: &TestDesk) {
    let purses = desk.call("accounts.list_entries", json!({ "year": 2025 }))["purses"].take();
    let balances: Vec<Value> = purses.as_array().expect("purses").iter().map(stated).collect();
    desk.call("accounts.state_balances", json!({ "year": 2025, "on": "", "balances": balances }));
    desk.call("accounts.close_year", json!({ "year": 2025, "by": "会長　見本" }));
}

fn stated(purse: &Value) -> Value {
    json!({ "purse_id": purse["id"], "amount": purse["closing_yen"].to_string() })
}

#[test]
fn k01_an_entry_without_a_number_takes_the_next_one_and_a_transfer_none() {
    let desk = TestDesk::sample(PROGRAM);
    let next =
        desk.call("accounts.entry_choices", json!({ "year": 2025 }))["next_voucher_no"].as_i64().expect("a number");
    let number = |asked: Value| {
        let id = desk.call("accounts.record_entry", asked)["value"]["id"].clone();
        desk.call("accounts.entry", json!({ "id": id }))["row"]["voucher_no"].clone()
    };
    assert_eq!(number(expense(&desk, "500", "8/3/12")), next);
    assert_eq!(number(expense(&desk, "600", "8/3/12")), next + 1);
    let mut transfer = expense(&desk, "700", "8/3/12");
    let bank = named(&desk.call("accounts.entry_choices", json!({ "year": 2025 }))["purses"], "普通預金");
    transfer["draft"]["kind"] = json!("transfer");
    transfer["draft"]["to_purse_id"] = bank;
    assert_eq!(number(transfer), Value::Null);
    assert_eq!(number(expense(&desk, "800", "8/3/12")), next + 2);
}

#[test]
fn k02_an_entry_and_its_receipt_are_put_away_in_one_act() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    let mut asked = expense(&desk, "3,300", "8/3/12");
    asked["receipt"] = json!({ "kind": "receipt", "addressee": "見本地区コミュニティ協議会", "purpose": "コピー用紙代", "token": null });
    let id = desk.call("accounts.record_entry", asked)["value"]["id"].clone();
    let kept = desk.call("accounts.receipts_of", json!({ "entry_id": id }));
    let (receipt, left) = (&kept["receipts"][0], &kept["left_yen"]);
    assert_eq!((&receipt["number"], &receipt["amount_yen"], left), (&json!(1), &json!(3_300), &json!(0)));
    assert_eq!((&receipt["issuer"], &receipt["purpose"]), (&json!("桜町文具店"), &json!("コピー用紙代")));
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before, "one undo takes both back");
}
