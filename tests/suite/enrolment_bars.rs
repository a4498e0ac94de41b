//! What the enrolment rate must be able to do, each through the door as the window does it: E01 to E06; E07 is held by
//! `city_sheet` and `papers`.

use serde_json::{Value, json};
use suite::{PASSPHRASE, TestDesk};

use crate::PROGRAM;
use crate::enrolment::{EAST, association};
use crate::households::import_all;

fn line<'a>(facts: &'a Value, list: &str, name: &str) -> &'a Value {
    let rows = facts[list].as_array().expect("a list");
    rows.iter().find(|row| row["association"] == name).unwrap_or_else(|| panic!("{name} in {list}"))
}

fn record(desk: &TestDesk, kind: &str, as_of: &str, households: &str) {
    let asked = json!({ "association_id": association(desk, EAST), "year": 2025, "kind": kind, "as_of": as_of,
        "households": households, "source": "班長会の報告" });
    desk.call("enrolment.record_further", asked);
}

/// One of many edits by a fixed rule, each another than the one before: what is typed does not matter, only that it
/// differs.
fn later_edit(desk: &TestDesk, id: &Value, edit: i64, version: &mut Value) {
    let year = 2025 - edit / 8 % 2;
    match edit % 8 {
        0 => desk.call("enrolment.set_area", json!({ "association_id": id, "area": format!("よその地区{edit}") })),
        1 => {
            let percent = (10 + edit % 80).to_string();
            desk.call("enrolment.set_target", json!({ "year": year, "percent": percent, "source": "総会" }))
        }
        2 | 3 => {
            let kind = if edit % 8 == 2 { "recorded" } else { "city_given" };
            let count = json!({ "association_id": id, "year": year, "kind": kind, "as_of": "4/1",
                "households": (edit % 99).to_string(), "source": "" });
            desk.call("enrolment.record_further", count)
        }
        _ => {
            let (enrolled, households) = ((edit * 7919 % 140).to_string(), (140 + edit % 60).to_string());
            let typed = json!({ "association_id": id, "year": 2025, "enrolled": enrolled,
                "households": households, "flats": "", "chair_name": format!("会長{edit}"), "blocks": "9", "fee": "1",
                "note": "直し", "version": version });
            let saved = desk.call("enrolment.save_count", typed);
            *version = json!(version.as_i64().expect("a version") + 1);
            saved
        }
    };
}

#[test]
fn e01_a_thousand_later_edits_never_change_a_filed_year() {
    let desk = TestDesk::sample(PROGRAM);
    desk.call("enrolment.take_snapshot", json!({ "year": 2025, "as_of": "4/1" }));
    let filed = desk.facts(2025);
    assert_eq!((&filed["enrolment.snapshot_on"], &filed["enrolment.live_differs"]), (&json!("2025-04-01"), &json!(0)));
    let id = association(&desk, EAST);
    let mut version = desk.call("enrolment.association", json!({ "id": id, "year": 2025 }))["version"].clone();
    for edit in 0..1000_i64 {
        later_edit(&desk, &id, edit, &mut version);
    }
    import_all(&desk);
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
    // Least squares through 51.6, 50.4, 49.5, 48.5: −1.02 points a year. Two have not answered in the year of 46.9.
    assert_eq!(facts["enrolment.projected_from"], "令和3年度");
    assert_eq!(facts["enrolment.projected_to"], "令和6年度");
    assert_eq!(facts["enrolment.partial_years"], "令和7年度（15／17）");
    let ahead: Vec<_> = facts["enrolment.projection"].as_array().expect("years").iter().collect();
    assert_eq!((&ahead[0]["label"], &ahead[0]["rate_percent"]), (&json!("令和8年度"), &json!(46.4)));
    assert_eq!(ahead.len(), 3);
}

#[test]
fn the_change_of_the_rate_is_told_of_those_who_answered_in_both_years() {
    let facts = TestDesk::sample(PROGRAM).facts(2025);
    assert_eq!((&facts["enrolment.same_points"], &facts["enrolment.same_associations"]), (&json!(-1.2), &json!(15)));
    assert_eq!((&facts["enrolment.points"], &facts["enrolment.published_points"]), (&json!(-1.6), &json!(-1.6)));
    let town = &facts["enrolment.areas"][0];
    assert_eq!((&town["same_points"], &town["points"]), (&json!(-1.0), &json!(-2.1)), "629 to 615 of 1,363");
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
fn e05_another_city_has_a_target_of_its_own() {
    let desk = TestDesk::bare(PROGRAM);
    let office = json!({ "council": "香取の協議会", "profile": "katori", "passphrase": PASSPHRASE });
    desk.call("office.create", office);
    let file = desk.folder().join("加入.csv");
    std::fs::write(&file, "自治会名,区域内世帯,加入世帯\n東自治会,100,60\n西自治会,101,70\n").expect("written");
    desk.import("associations", &file, 2025);
    let facts = desk.facts(2025);
    let told = ["rate_percent", "target_percent", "points_to_target", "households_to_target"];
    let told = told.map(|name| facts[format!("enrolment.{name}")].clone());
    // 130 ÷ 201 = 64.7 %; 201 × 0.73 = 146.73: 147 − 130 = 17 households.
    assert_eq!(told, [json!(64.7), json!(73.0), json!(8.3), json!(17)]);
}

#[test]
fn e06_ages_of_the_area_in_own_bands_without_a_formula() {
    let desk = TestDesk::sample(PROGRAM);
    let ages = |bounds: &str| desk.call("enrolment.ages", json!({ "year": 2025, "bounds": bounds }));
    assert_eq!(ages("")["towns"], json!([]), "nothing is known before the city's file came in");
    import_all(&desk);
    let page = ages("");
    assert_eq!(page["bands"], json!(["0〜14歳", "15〜64歳", "65歳以上"]));
    assert_eq!(page["towns"].as_array().map(Vec::len), Some(5), "the towns that the records name");
    // Added up by hand from the file of April 2025: 934 + 3,996 + 1,565 = 6,495 persons; 高齢化率 24.1 %.
    let told = |page: &Value| -> Vec<(i64, String)> {
        let band = |b: &Value| (b["count"].as_i64().expect("a count"), b["percent"].as_str().unwrap_or("").to_owned());
        page["total"]["bands"].as_array().expect("bands").iter().map(band).collect()
    };
    assert_eq!(page["total"]["persons"], 6495);
    assert_eq!(told(&page), [(934, "14.4".into()), (3996, "61.5".into()), (1565, "24.1".into())]);
    assert_eq!(told(&ages("７５歳"))[1], (827, "12.7".into()));
    let refused = desk.refused("enrolment.ages", json!({ "year": 2025, "bounds": "18、65" }));
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("enrolment.bands_unsound", "bounds"));
}
