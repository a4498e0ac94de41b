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

fn line<'a>(facts: &'a Value, list: &str, name: &str) -> &'a Value {
    let rows = facts[list].as_array().expect("a list");
    rows.iter().find(|row| row["association"] == name).unwrap_or_else(|| panic!("{name} in {list}"))
}

const EAST: &str = "栗林町一丁目東自治会";

fn record(desk: &TestDesk, kind: &str, as_of: &str, households: &str) {
    let asked = json!({ "association_id": association(desk, EAST), "year": 2025, "kind": kind, "as_of": as_of,
        "households": households, "source": "班長会の報告" });
    desk.call("enrolment.record_further", asked);
}

/// Types another count for the association, whatever its version.
fn save_count(desk: &TestDesk, year: i32, enrolled: &str) {
    let id = association(desk, EAST);
    let record = desk.call("enrolment.association", json!({ "id": id, "year": year }));
    let typed = json!({ "association_id": id, "year": year, "enrolled": enrolled, "households": "149",
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
fn e02_recorded_and_reported_counts_stand_side_by_side_and_the_difference_is_shown() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.facts(2025);
    assert_eq!(line(&before, "enrolment.counted", EAST)["recorded"], Value::Null, "officers alone are no households");
    record(&desk, "recorded", "7/4/1", "46");
    let facts = desk.facts(2025);
    let own = line(&facts, "enrolment.counted", EAST);
    let told = ["enrolled", "recorded", "recorded_difference"].map(|column| own[column].clone());
    assert_eq!(told, [json!(48), json!(46), json!(2)]);
    assert_eq!(own["flags"], "名簿の世帯と違います");
    assert_eq!(facts["enrolment.enrolled"], before["enrolment.enrolled"], "the reported count makes the rate");
    let seen = desk.call("enrolment.association", json!({ "id": association(&desk, EAST), "year": 2025 }));
    let told: Vec<_> = seen["seen"].as_array().expect("counts").iter().filter(|s| s["year"] == 2025).collect();
    let told: Vec<_> = told.iter().map(|s| (&s["kind"], &s["households"], &s["source"], &s["is_used"])).collect();
    let file = json!("自治会加入状況.xlsx「加入状況」");
    assert_eq!(
        told,
        [
            (&json!("加入世帯"), &json!(48), &file, &json!(true)),
            (&json!("名簿・台帳の世帯"), &json!(46), &json!("班長会の報告"), &json!(false)),
            (&json!("区域内実数（班調べ）"), &json!(149), &file, &json!(true)),
        ]
    );
}

#[test]
fn e04_the_definition_is_chosen_for_a_year_and_kept_with_the_number() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.facts(2025);
    assert_eq!(before["enrolment.basis"], "加入世帯 ÷ 区域内実数（班調べ）");
    record(&desk, "fee_paying", "4/1", "45");
    record(&desk, "fee_paying", "10/1", "44");
    record(&desk, "city_given", "4/1", "200");
    assert_eq!(desk.facts(2025)["enrolment.rate_percent"], before["enrolment.rate_percent"], "nothing is chosen yet");
    let basis = json!({ "numerator": "fee_paying", "denominator": "city_given" });
    desk.call("enrolment.choose_basis", json!({ "year": 2025, "basis": basis }));
    let facts = desk.facts(2025);
    assert_eq!(
        (&facts["enrolment.enrolled"], &facts["enrolment.households"], &facts["enrolment.rate_percent"]),
        (&json!(44), &json!(200), &json!(22.0)),
        "of several days the newest counts"
    );
    assert_eq!(facts["enrolment.associations_counted"], 1, "who has no such counts is left out, never taken as zero");
    assert_eq!(facts["enrolment.basis"], "会費納入世帯 ÷ 市提供値");
    assert_eq!(facts["enrolment.basis_before"], "加入世帯 ÷ 区域内実数（班調べ）", "last year was counted otherwise");
    assert_eq!(desk.facts(2024)["enrolment.rate_percent"], 48.5, "the choice is of one year");
    let upside_down = json!({ "numerator": "census", "denominator": "enrolled" });
    let refused = desk.refused("enrolment.choose_basis", json!({ "year": 2025, "basis": upside_down }));
    assert_eq!(refused.code, "enrolment.basis_unsound");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.facts(2025)["enrolment.rate_percent"], before["enrolment.rate_percent"]);
}

#[test]
fn e01_a_thousand_later_edits_never_change_a_filed_year() {
    let desk = TestDesk::sample(PROGRAM);
    desk.call("enrolment.take_snapshot", json!({ "year": 2025, "as_of": "4/1" }));
    let filed = desk.facts(2025);
    assert_eq!((&filed["enrolment.snapshot_on"], &filed["enrolment.live_differs"]), (&json!("2025-04-01"), &json!(0)));
    let id = association(&desk, EAST);
    let mut version = desk.call("enrolment.association", json!({ "id": id, "year": 2025 }))["version"].clone();
    // A thousand edits of this year and the one before, by a fixed rule: what is typed does not matter, only that it differs.
    for edit in 0..1000_i64 {
        let year = 2025 - edit % 2;
        if year == 2025 {
            let (enrolled, households) = ((edit * 7919 % 140).to_string(), (140 + edit % 60).to_string());
            let typed = json!({ "association_id": id, "year": year, "enrolled": enrolled, "households": households,
                "chair_name": format!("会長{edit}"), "blocks": "9", "fee": "1", "note": "直し", "version": version });
            desk.call("enrolment.save_count", typed);
            version = json!(version.as_i64().expect("a version") + 1);
        } else {
            let asked = json!({ "association_id": id, "year": year, "kind": "recorded", "as_of": "4/1",
                "households": (edit % 99).to_string(), "source": "" });
            desk.call("enrolment.record_further", asked);
        }
    }
    desk.call("enrolment.set_target", json!({ "year": 2025, "percent": "10", "source": "総会" }));
    desk.call("enrolment.set_area", json!({ "association_id": id, "area": "よその地区" }));
    let now = desk.facts(2025);
    for (name, before) in filed.as_object().expect("facts").iter().filter(|(name, _)| name.starts_with("enrolment.")) {
        let is_live = name.starts_with("enrolment.live_");
        assert!(is_live || now[name] == *before, "{name}: {before} became {}", now[name]);
    }
    assert_eq!(now["enrolment.live_differs"], 1, "the difference is said");
    assert_ne!(now["enrolment.live_enrolled"], now["enrolment.enrolled"]);
    let after = desk.facts(2026);
    let previous = line(&after, "enrolment.all", EAST)["previous"].clone();
    assert_eq!(previous, 48, "the year after compares with what was filed");
    let list = desk.call("enrolment.list_associations", json!({ "year": 2025 }));
    assert_eq!((&list["total"]["percent"], &list["snapshot"]["differs"]), (&json!("46.9"), &json!(true)));
    desk.call("enrolment.drop_snapshot", json!({ "year": 2025 }));
    assert_ne!(desk.facts(2025)["enrolment.enrolled"], filed["enrolment.enrolled"], "without it the records speak");
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
fn e05_the_target_of_a_year_with_points_and_households_to_go() {
    let desk = TestDesk::sample(PROGRAM);
    let city = desk.facts(2025);
    let told = |facts: &Value| {
        ["target_percent", "points_to_target", "households_to_target"].map(|n| facts[format!("enrolment.{n}")].clone())
    };
    // 62.4 − 46.9 = 15.5 points; 2,809 × 0.624 = 1,752.8…: 1,753 − 1,317 = 436 households.
    assert_eq!(told(&city), [json!(62.4), json!(15.5), json!(436)]);
    let source = city["enrolment.target_source"].as_str().expect("a source");
    assert!(source.contains("まちづくり戦略計画"), "{source}");
    desk.call("enrolment.set_target", json!({ "year": 2025, "percent": "５０％", "source": "令和7年度総会" }));
    // 50.0 − 46.9 = 3.1 points; 1,404.5 is 1,405 households, 88 to go.
    assert_eq!(told(&desk.facts(2025)), [json!(50.0), json!(3.1), json!(88)]);
    assert_eq!(told(&desk.facts(2024))[0], 62.4, "an own target holds from its year on");
    assert_eq!(told(&desk.facts(2027))[0], 50.0);
    let refused = desk.refused("enrolment.set_target", json!({ "year": 2025, "percent": "162", "source": "" }));
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("enrolment.target_unsound", "percent"));
    desk.call("enrolment.set_target", json!({ "year": 2025, "percent": "", "source": "" }));
    assert_eq!(told(&desk.facts(2025))[0], 62.4);
}

#[test]
fn e03_trends_by_year_association_and_area_with_a_marked_projection() {
    let facts = TestDesk::sample(PROGRAM).facts(2025);
    let labels = (1..=5).map(|n| facts[format!("enrolment.year_{n}")].clone()).collect::<Vec<_>>();
    assert_eq!(labels, ["令和3年度", "令和4年度", "令和5年度", "令和6年度", "令和7年度"]);
    let east = line(&facts, "enrolment.trends", EAST);
    assert_eq!((&east["enrolled_1"], &east["percent_1"]), (&json!(54), &json!(36.2)), "54 of 149");
    assert_eq!((&east["percent_5"], &east["points"]), (&json!(32.2), &json!(-4.0)), "48 of 149, in points");
    let areas = facts["enrolment.areas"].as_array().expect("areas");
    let told: Vec<_> = areas.iter().map(|a| (&a["area"], &a["households"], &a["enrolled"])).collect();
    assert_eq!(told[0].0, "栗林町");
    let sum = |name: &str| areas.iter().map(|a| a[name].as_i64().expect("a count")).sum::<i64>();
    assert_eq!((sum("households"), sum("enrolled"), sum("associations")), (2809, 1317, 17), "{told:?}");
    // Least squares through 51.6, 50.4, 49.5, 48.5, 46.9: −1.13 points a year.
    assert_eq!(facts["enrolment.projected_from"], "令和3年度");
    let ahead: Vec<_> = facts["enrolment.projection"].as_array().expect("years").iter().collect();
    assert_eq!((&ahead[0]["label"], &ahead[0]["rate_percent"]), (&json!("令和8年度"), &json!(46.0)));
    assert_eq!(ahead.len(), 3);
}

#[test]
fn a_payment_is_worked_out_for_every_association_and_says_what_it_lacks() {
    let desk = TestDesk::sample(PROGRAM);
    let choose = |formula: &str, readings: Value, filed: &str, counts: Value| {
        let asked = json!({ "year": 2025, "formula": formula, "readings": readings, "filed": filed, "counts": counts });
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
