//! Enrolment through the door: what is observed, what the rate is made of, what was filed, and the target.

use std::path::Path;

use serde_json::{Value, json};
use suite::{PASSPHRASE, TestDesk};

use crate::PROGRAM;

/// The sample's association of this name.
pub fn association(desk: &TestDesk, name: &str) -> Value {
    let list = desk.call("enrolment.list_associations", json!({ "year": 2025 }));
    let found = list["associations"].as_array().expect("a list").iter().find(|a| a["name"] == name);
    found.unwrap_or_else(|| panic!("{name}"))["id"].clone()
}

pub const EAST: &str = "栗林町一丁目東自治会";

/// Types another count for the association, whatever its version.
fn save_count(desk: &TestDesk, year: i32, enrolled: &str) {
    let id = association(desk, EAST);
    let record = desk.call("enrolment.association", json!({ "id": id, "year": year }));
    let typed = json!({ "association_id": id, "year": year, "enrolled": enrolled, "households": "149", "flats": "",
        "chair_name": record["chair_name"], "blocks": "2", "fee": "350", "note": "", "version": record["version"] });
    desk.call("enrolment.save_count", typed);
}

#[test]
fn an_office_made_before_opens_and_shows_the_same_figures() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/office");
    let desk = TestDesk::bare(PROGRAM);
    for (from, to) in [("before-0007.office", "council.office"), ("before-0007.office.keys", "council.office.keys")] {
        std::fs::copy(folder.join(from), desk.folder().join(to)).expect("copied");
    }
    desk.call("office.unlock", json!({ "passphrase": PASSPHRASE }));
    let expected: Value =
        serde_json::from_slice(&std::fs::read(folder.join("before-0007.json")).expect("the figures")).expect("JSON");
    for (year, facts) in expected.as_object().expect("years") {
        let now = desk.facts(year.parse().expect("a year"));
        for (name, before) in facts.as_object().expect("facts") {
            same(&format!("{year} {name}"), before, &now[name]);
        }
    }
}

/// Everything that was there is there, to the digit; more may stand beside it. Keys of rows are made anew.
fn same(place: &str, before: &Value, now: &Value) {
    match (before, now) {
        (Value::Array(before), Value::Array(now)) => {
            assert_eq!(before.len(), now.len(), "{place}");
            before.iter().zip(now).for_each(|(before, now)| same(place, before, now));
        }
        (Value::Object(before), _) => {
            before.iter().for_each(|(name, before)| same(&format!("{place} {name}"), before, &now[name]));
        }
        _ => assert_eq!(before, now, "{place}"),
    }
}

#[test]
fn a_filed_year_is_printed_from_its_snapshot() {
    let desk = TestDesk::sample(PROGRAM);
    let shown = |desk: &TestDesk| {
        let paper = desk.call("reports.prepare", json!({ "form": "enrolment-list", "year": 2025 }));
        paper["pages"].to_string()
    };
    desk.call("enrolment.take_snapshot", json!({ "year": 2025, "as_of": "" }));
    let filed = shown(&desk);
    save_count(&desk, 2025, "140");
    let refused = desk.refused("enrolment.take_snapshot", json!({ "year": 2025, "as_of": "" }));
    assert_eq!(refused.code, "enrolment.already_frozen", "never frozen over");
    let basis = json!({ "numerator": "recorded", "denominator": "census" });
    let refused = desk.refused("enrolment.choose_basis", json!({ "year": 2025, "basis": basis }));
    assert_eq!(refused.code, "enrolment.year_frozen");
    let after = desk.call("reports.prepare", json!({ "form": "enrolment-list", "year": 2025 }));
    assert_eq!(desk.facts(2025)["enrolment.enrolled"], 1317);
    assert!(filed.contains("46.9") && after["pages"].to_string().contains("46.9"));
    let refused = TestDesk::empty(PROGRAM).refused("enrolment.take_snapshot", json!({ "year": 2025, "as_of": "" }));
    assert_eq!(refused.code, "enrolment.nothing_to_freeze");
}

#[test]
fn a_payment_is_worked_out_for_every_association_and_says_what_it_lacks() {
    let desk = TestDesk::sample(PROGRAM);
    let choose = |formula: &str, readings: Value, filed: &str, counts: Value| {
        let asked = json!({ "year": 2025, "formula": formula, "readings": readings, "filed": filed, "counts": counts,
            "own": {} });
        desk.call("enrolment.choose_payment", asked);
        desk.facts(2025)
    };
    let facts = choose("akashi", json!({}), "", json!({}));
    // 15 × 10,000 + 600 × 1,317 households; the two without an answer are not paid and say why.
    assert_eq!((&facts["payment.total_yen"], &facts["payment.count"]), (&json!(940_200), &json!(15)));
    let lines = facts["payment.lines"].as_array().expect("lines");
    let east = lines.iter().find(|l| l["association"] == EAST).expect("the line");
    assert_eq!((&east["amount_yen"], &east["steps"][1]["how"]), (&json!(38_800), &json!("600円 × 48世帯")));
    let lacking = lines.iter().filter(|l| l["amount_yen"].is_null()).collect::<Vec<_>>();
    assert_eq!((lacking.len(), &lacking[0]["lacking"]), (2, &json!("「世帯数」がわからないので、計算できません。")));
    let facts = choose("kashiwa-disaster", json!({}), "", json!({}));
    assert_eq!(facts["payment.count"], 0, "an open reading is never decided in silence");
    let open = facts["payment.lines"][0]["lacking"].as_str().expect("why");
    assert!(open.contains("数え方"), "{open}");
    let facts = choose("kashiwa-disaster", json!({ "added": "started" }), "", json!({}));
    assert_eq!(facts["payment.total_yen"], 300_000, "15 × 20,000");
    let facts = choose("chofu", json!({}), "4/20", json!({}));
    assert_eq!(facts["payment.total_yen"], 263_400, "200 × 1,317");
}

#[test]
fn answers_of_the_survey_are_kept_and_counted() {
    let desk = TestDesk::sample(PROGRAM);
    let id = association(&desk, EAST);
    let answer = |answers: Value| json!({ "year": 2025, "association_id": id, "answers": answers });
    let given = json!({ "officers": "足りない", "burden": "役員選び\n集金と会計", "joined": "３世帯", "wish": "書類を減らして" });
    desk.call("enrolment.answer_survey", answer(given));
    let page = desk.call("enrolment.survey", json!({ "year": 2025 }));
    assert_eq!(page["answered"], 1);
    let result = |at: usize| page["results"][at].clone();
    assert_eq!((&result(0)["options"][2]["count"], &result(0)["options"][2]["percent"]), (&json!(1), &json!("100.0")));
    assert_eq!((&result(5)["sum"], &result(10)["said"][0]["answer"]), (&json!(3), &json!("書類を減らして")));
    let refused = desk.refused("enrolment.answer_survey", answer(json!({ "officers": "たぶん" })));
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("enrolment.answer_unreadable", "officers"));
    desk.call("office.undo", json!({}));
    assert_eq!(desk.call("enrolment.survey", json!({ "year": 2025 }))["answered"], 0);
}
