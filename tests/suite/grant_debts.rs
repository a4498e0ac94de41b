//! What is owed to the city for longer than a year, and what was put by for longer than its rules allow (`domain` 3.3, 3.8).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::grant_years::{council, decide, draft, grant, yen};

const OWN: &str = "ふるさと応援補助金";

/// An entry of the grant of a year, in the book of that year.
fn record(desk: &TestDesk, year: i32, kind: &str, amount: &str) {
    let mut draft = draft(desk, OWN, kind, amount);
    draft["on"] = json!(format!("{year}-06-10"));
    draft["grant_id"] = grant(desk, year, OWN)["id"].clone();
    desk.call("accounts.record_entry", json!({ "year": year, "draft": draft }));
}

/// A grant of which all came and so much was spent.
fn year(desk: &TestDesk, year: i32, spent: &str) {
    decide(desk, year, OWN, "300000");
    record(desk, year, "income", "300000");
    record(desk, year, "expense", spent);
}

/// What stands under 返還 in 財産目録, by name, and its sum.
fn owed(desk: &TestDesk, year: i32) -> (Vec<(String, i64)>, i64) {
    let facts = desk.facts(year);
    let rows = facts["grants.owed"].as_array().expect("debts").clone();
    let told = |row: Value| (row["name"].as_str().expect("a name").to_owned(), yen(&row, ["amount_yen"])[0]);
    (rows.into_iter().map(told).collect(), yen(&facts, ["grants.owed_yen"])[0])
}

/// What becomes of what is left of a source: its label and its amount.
fn rests(desk: &TestDesk, year: i32, name: &str) -> Vec<(String, i64)> {
    let facts = desk.facts(year);
    let rows = facts["by_source.rests"].as_array().expect("rests").clone();
    let own = rows.into_iter().filter(|row| row["name"] == name);
    own.map(|row| (row["label"].as_str().expect("words").to_owned(), yen(&row, ["amount_yen"])[0])).collect()
}

/// 40,000 of 令和7年度 are paid back in 令和9年度: until then they are owed, however many years lie between.
#[test]
fn b08_a_debt_to_the_city_stands_until_it_is_paid_however_many_years_it_takes() {
    let desk = council("base");
    year(&desk, 2025, "260000");
    let debt = |name: &str| (vec![(name.to_owned(), 40_000)], 40_000);
    let old = "令和7年度　ふるさと応援補助金";
    assert_eq!(owed(&desk, 2025), debt(OWN));
    assert_eq!(owed(&desk, 2026), debt(old));
    year(&desk, 2026, "300000");
    for later in [2026, 2027, 2028] {
        assert_eq!(owed(&desk, later), debt(old), "{later}");
        assert_eq!(rests(&desk, later, old), [("返還額".to_owned(), 40_000)], "{later}");
    }
    let step = json!({
        "id": null, "grant_id": grant(&desk, 2025, OWN)["id"], "year": 2025, "stage": "refund", "state": "done",
        "on": "2027-05-20", "number": "", "amount": "40,000", "note": "",
    });
    desk.call("grants.record_step", step);
    let told = |year: i32| {
        let findings = desk.call("accounts.year_state", json!({ "year": year }))["findings"].to_string();
        findings.contains("grants.refund_unbooked") && findings.contains(if year == 2025 { OWN } else { old })
    };
    assert_eq!(owed(&desk, 2027), debt(old), "told, and in no book");
    assert_eq!([2025, 2026, 2027].map(told), [true; 3], "every year says so until the book has it");
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2027 }));
    let expense = choices["items"].as_array().expect("items").iter().find(|one| one["side"] == "expense");
    let paid = json!({
        "id": grant(&desk, 2025, OWN)["records"][0]["id"], "purse_id": choices["purses"][0]["id"],
        "item_id": expense.expect("an item")["id"],
    });
    desk.call("grants.book_refund", paid);
    let sums = [2025, 2026, 2027, 2028].map(|year| owed(&desk, year).1);
    assert_eq!(sums, [40_000, 40_000, 0, 0], "on the last day of 令和8年度 it was still owed");
    assert!(!told(2027));
    assert_eq!(rests(&desk, 2027, old), [("返還額".to_owned(), 0)]);
    assert_eq!(rests(&desk, 2028, old), []);
}

/// Two years for what is put by: 令和7年度 leaves 100,000, of which 令和8年度 spends 30,000, so that 70,000 go back with 令和9年度.
#[test]
fn b08_what_was_put_by_too_long_is_told_a_year_ahead_and_goes_back() {
    let desk = council("base");
    let put_by = |at: i32| {
        let id = grant(&desk, at, OWN)["id"].clone();
        let mut draft = desk.call("grants.rules", json!({ "id": id }))["draft"].clone();
        (draft["carry_over"], draft["reserve_years"]) = (json!("reserve"), json!("２年度"));
        draft["source"] = json!("見本市の要綱");
        desk.call("grants.set_rules", json!({ "id": id, "year": at, "draft": draft }));
    };
    for (at, spent) in [(2025, "200000"), (2026, "330000"), (2027, "280000")] {
        year(&desk, at, spent);
        put_by(at);
    }
    let of = |at| yen(&grant(&desk, at, OWN), ["reserved_yen", "refund_yen", "kept_yen", "to_refund_yen"]);
    assert_eq!(of(2025), [0, 0, 100_000, 0]);
    assert_eq!(of(2026), [100_000, 0, 70_000, 0]);
    assert_eq!(of(2027), [70_000, 70_000, 20_000, 70_000]);
    let told = |at: i32| {
        let page = grant(&desk, at, OWN)["warnings"].to_string();
        let closing = desk.call("accounts.year_state", json!({ "year": at }))["findings"].to_string();
        ["grants.reserve_expires_next", "grants.reserve_expired"].map(|code| {
            assert_eq!(
                page.contains(code),
                closing.contains(code),
                "{at} {code}: the page of the grant and the closing"
            );
            closing.contains(code)
        })
    };
    assert_eq!([2025, 2026, 2027].map(told), [[false, false], [true, false], [false, true]]);
    let ahead = grant(&desk, 2026, OWN)["warnings"].to_string();
    assert!(ahead.contains("70,000円は、令和9年度のうちに使わないと、市に返すことになります"), "{ahead}");
    let notes = grant(&desk, 2027, OWN)["rules"].to_string();
    assert!(notes.contains("次の年度から2年度のあいだ使えます"), "{notes}");

    assert_eq!(owed(&desk, 2027), (vec![(OWN.to_owned(), 70_000)], 70_000));
    let ends = [("積立額（次の年度へ）".to_owned(), 20_000), ("返還額".to_owned(), 70_000)];
    assert_eq!(rests(&desk, 2027, OWN), ends);
    let old = "令和9年度　ふるさと応援補助金";
    decide(&desk, 2028, OWN, "300000");
    put_by(2028);
    assert_eq!(owed(&desk, 2028), (vec![(old.to_owned(), 70_000)], 70_000), "and only that: 20,000 came over");
    assert_eq!(yen(&grant(&desk, 2028, OWN), ["reserved_yen"]), [20_000]);
    let paper = json!({
        "form": "grant-rest", "year": 2027, "grant": grant(&desk, 2027, OWN)["id"], "format": "pdf", "folder": null,
    });
    let words = crate::papers::pdf_text(&desk.path(&desk.call("reports.output", paper)["files"][0]["token"]));
    let words: String = words.split_whitespace().collect();
    for said in ["残額（返還する額と積み立てる額）90,000円", "市に返還する額70,000円", "返還額（期限の来た積立）"]
    {
        assert!(words.contains(said), "{said}: {words}");
    }
}
