//! The written rules of a grant are given up: those of the profile, or what is common, hold again (B07), and the count of households
//! that a formula is begun with.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::grant_years::{council, decide, draft, grant, yen};

const OWN: &str = "ふるさと応援補助金";

/// A council with one grant of 300,000 yen, of which 151,999 are spent and all has come.
fn begun(profile: &str, name: &str) -> TestDesk {
    let desk = council(profile);
    decide(&desk, 2025, name, "300000");
    for (kind, amount) in [("income", "300000"), ("expense", "151999")] {
        desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft(&desk, name, kind, amount) }));
    }
    desk
}

fn rules(desk: &TestDesk, name: &str) -> Value {
    desk.call("grants.rules", json!({ "id": grant(desk, 2025, name)["id"] }))
}

/// A half of the cost, cut to 1,000 yen, and what is left is put by.
fn write(desk: &TestDesk, name: &str) {
    let mut draft = rules(desk, name)["draft"].clone();
    let half = json!({
        "formula": "cost", "share": "1/2", "round": { "unit": 1000, "how": "down" }, "carry_over": "reserve",
        "refund_from": "received", "source": "見本市ふるさと応援補助金交付要綱",
    });
    draft.as_object_mut().expect("a draft").extend(half.as_object().expect("fields").clone());
    desk.call("grants.set_rules", json!({ "id": grant(desk, 2025, name)["id"], "year": 2025, "draft": draft }));
}

#[test]
fn b07_written_rules_give_way_to_what_is_common_and_come_back() {
    let desk = begun("base", OWN);
    assert_eq!(rules(&desk, OWN)["gives_way"], Value::Null, "nothing is written yet");
    let common = grant(&desk, 2025, OWN);
    write(&desk, OWN);
    let told = rules(&desk, OWN)["gives_way"].clone();
    assert_eq!(told["to"], "common");
    assert_eq!(
        told["now"],
        json!({ "fixed_yen": 75_000, "additional_yen": 0, "refund_yen": 0, "kept_yen": 225_000, "carry_over": "reserve" })
    );
    assert_eq!(
        told["then"],
        json!({ "fixed_yen": 151_999, "additional_yen": 0, "refund_yen": 148_001, "kept_yen": 0, "carry_over": "refund" })
    );
    let written = desk.state_hash();
    let id = json!({ "id": common["id"] });
    desk.call("grants.give_up_rules", id.clone());
    let back = grant(&desk, 2025, OWN);
    assert_eq!(
        (&back["rules_from"], &back["steps"]),
        (&json!("common"), &common["steps"]),
        "as if none had been written"
    );
    assert_eq!(yen(&back, ["fixed_yen", "refund_yen"]), [151_999, 148_001], "as it was told");
    assert_eq!(desk.refused("grants.give_up_rules", id).code, "grants.rules_unwritten");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), written);
    assert_eq!(yen(&grant(&desk, 2025, OWN), ["fixed_yen", "kept_yen"]), [75_000, 225_000]);
}

#[test]
fn b07_written_rules_give_way_to_those_of_the_city() {
    let name = "まちづくり推進事業費補助金";
    let desk = begun("kurume", name);
    write(&desk, name);
    let told = rules(&desk, name)["gives_way"].clone();
    assert_eq!(
        (&told["to"], &told["then"]["refund_yen"]),
        (&json!("profile"), &json!(225_000)),
        "its half is the same"
    );
    desk.call("grants.give_up_rules", json!({ "id": grant(&desk, 2025, name)["id"] }));
    assert_eq!(grant(&desk, 2025, name)["rules_from"], "profile");
}

/// What the roster of associations counted in the year, or in the newest one before it, is what a formula begins with.
#[test]
fn b07_a_formula_is_begun_with_the_households_that_were_counted() {
    let desk = TestDesk::sample(PROGRAM);
    let suggested = |year: i32| desk.call("grants.formulas", json!({ "year": year }))["suggested"].clone();
    let counted = desk.facts(2025)["enrolment.enrolled"].as_i64().expect("households");
    assert!(counted > 0);
    assert_eq!((&suggested(2025)[0]["measure"], &suggested(2025)[0]["count"]), (&json!("households"), &json!(counted)));
    let from = suggested(2025)[0]["from"].as_str().expect("words").to_owned();
    assert!(from.starts_with("令和7年度の加入状況（令和"), "{from}");
    assert_eq!(suggested(2027)[0]["count"], counted, "the newest one that was counted");
    assert_eq!(
        council("base").call("grants.formulas", json!({ "year": 2025 }))["suggested"],
        json!([]),
        "nobody has counted"
    );
}
