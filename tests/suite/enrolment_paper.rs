//! 加入状況一覧 and its neighbours: flats, 地区計, the whole city, sources side by side, payments of single associations,
//! and the roster counted by area.

use std::path::Path;

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::enrolment::association;

const EAST: &str = "栗林町一丁目東自治会";

fn line<'a>(facts: &'a Value, list: &str, key: &str, name: &str) -> &'a Value {
    let rows = facts[list].as_array().expect("a list");
    rows.iter().find(|row| row[key] == name).unwrap_or_else(|| panic!("{name} in {list}"))
}

/// Types what stands there again, with other flats.
fn save_flats(desk: &TestDesk, year: i32, flats: &str) {
    let id = association(desk, EAST);
    let record = desk.call("enrolment.association", json!({ "id": id, "year": year }));
    let typed = json!({ "association_id": id, "year": year, "enrolled": record["typed_enrolled"],
        "households": record["typed_households"], "flats": flats, "chair_name": record["chair_name"], "blocks": "2",
        "fee": "350", "note": "", "version": record["version"] });
    desk.call("enrolment.save_count", typed);
}

/// Words of a paper's pages, page by page.
fn pages(desk: &TestDesk, form: &str) -> Vec<String> {
    pages_of(desk, form, 2025)
}

fn pages_of(desk: &TestDesk, form: &str, year: i32) -> Vec<String> {
    let paper = desk.call("reports.prepare", json!({ "form": form, "year": year }));
    let sheets = paper["pages"]["sheets"].as_array().expect("pages");
    let words = |sheet: &Value| {
        let items = sheet["items"].as_array().expect("items").iter();
        items.filter_map(|item| item["text"].as_str()).collect::<Vec<_>>().join("|")
    };
    sheets.iter().map(words).collect()
}

#[test]
fn households_in_flats_are_an_observation_and_never_part_of_the_rate() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.facts(2025);
    assert_eq!(before["enrolment.counted_flats"], Value::Null, "nobody said it: unknown, not zero");
    let source = line(&before, "enrolment.counted", "association", EAST)["source"].clone();
    save_flats(&desk, 2025, "約12");
    let facts = desk.facts(2025);
    let own = line(&facts, "enrolment.counted", "association", EAST);
    assert_eq!((&own["flats"], &own["source"]), (&json!(12), &source), "the counts still are those of the file");
    assert_eq!((&facts["enrolment.counted_flats"], &facts["enrolment.flats_of"]), (&json!(12), &json!(1)));
    assert_eq!(facts["enrolment.rate_percent"], before["enrolment.rate_percent"]);
    let record = desk.call("enrolment.association", json!({ "id": association(&desk, EAST), "year": 2025 }));
    assert_eq!(record["typed_flats"], "約12");
    let seen = record["seen"].as_array().expect("counts").iter().find(|seen| seen["kind"] == "うち集合住宅");
    let seen = seen.expect("it stands among what was observed");
    assert_eq!(
        (&seen["certainty"], &seen["source"], &seen["is_used"]),
        (&json!("概数"), &json!("手入力"), &json!(false))
    );
    let basis = json!({ "numerator": "flats", "denominator": "own_count" });
    let refused = desk.refused("enrolment.choose_basis", json!({ "year": 2025, "basis": basis }));
    assert_eq!(refused.code, "enrolment.basis_unsound");
    assert_eq!(line(&desk.facts(2026), "enrolment.all", "association", EAST)["previous_flats"], 12);
    save_flats(&desk, 2025, "");
    assert_eq!(desk.facts(2025)["enrolment.counted_flats"], Value::Null, "emptied, it is unknown again");
}

#[test]
fn flats_come_in_with_the_file_of_associations() {
    let desk = TestDesk::empty(PROGRAM);
    let file = desk.folder().join("加入.csv");
    let rows = "自治会名,区域内世帯,加入世帯,うち集合住宅\n東自治会,100,60,15\n西自治会,80,40,\n";
    std::fs::write(&file, rows).expect("written");
    desk.import("associations", &file, 2025);
    let facts = desk.facts(2025);
    assert_eq!(line(&facts, "enrolment.all", "association", "東自治会")["flats"], 15);
    assert_eq!(line(&facts, "enrolment.all", "association", "西自治会")["flats"], Value::Null);
    std::fs::write(&file, rows.replace(",15", ",16")).expect("written");
    let plan = desk.preview("associations", &file, 2025);
    assert_eq!((&plan["counts"]["changed"], &plan["counts"]["same"]), (&json!(1), &json!(1)), "{plan}");
    desk.import("associations", &file, 2025);
    assert_eq!(line(&desk.facts(2025), "enrolment.all", "association", "東自治会")["flats"], 16);
}

#[test]
fn the_list_has_the_sum_of_every_area_and_the_whole_city_for_comparison() {
    let desk = TestDesk::sample(PROGRAM);
    let facts = desk.facts(2025);
    let areas: Vec<&Value> = facts["enrolment.areas"].as_array().expect("areas").iter().collect();
    let counted = facts["enrolment.counted"].as_array().expect("lines");
    let of = |area: &Value| counted.iter().filter(|l| l["area"] == area["area"]).collect::<Vec<_>>();
    for area in &areas {
        for column in ["enrolled", "previous", "blocks"] {
            let sum: i64 = of(area).iter().filter_map(|l| l[column].as_i64()).sum();
            assert_eq!(area[column].as_i64().unwrap_or_default(), sum, "{column} of {}", area["area"]);
        }
    }
    let shown = pages(&desk, "enrolment-list").join("|");
    for area in areas.iter().filter(|area| of(area).len() > 1) {
        let label = format!("{}　計", area["area"].as_str().expect("a name"));
        assert!(shown.contains(&label), "{label}");
    }
    let is_told = |shown: &str, words: &str| shown.replace('|', "").contains(words);
    assert!(!is_told(&shown, "集合住宅") && !is_told(&shown, "市全体（参考）"), "what nobody said has no room");
    assert_eq!(facts["enrolment.city_households"], Value::Null, "nobody said anything of the city");
    let city = |percent: &str, enrolled: &str, households: &str, source: &str| {
        json!({ "year": 2025, "enrolled": enrolled, "households": households, "percent": percent, "as_of": "",
            "source": source })
    };
    let refused = desk.refused("enrolment.set_city", city("54.4", "", "", " "));
    assert_eq!(refused.code, "enrolment.city_without_source");
    desk.call("enrolment.set_city", city("", "101,728", "187,000", "市の統計書"));
    let facts = desk.facts(2025);
    assert_eq!((&facts["enrolment.city_rate_percent"], &facts["enrolment.city_points"]), (&json!(54.4), &Value::Null));
    assert_eq!(facts["enrolment.rate_percent"], 46.9, "the city stands beside, never in the sum");
    let shown = pages(&desk, "enrolment-list").join("|");
    assert!(shown.contains("187,000") && shown.contains("54.4") && shown.contains("市の統計書"));
    save_flats(&desk, 2025, "12");
    let shown = pages(&desk, "enrolment-list").join("|");
    assert!(is_told(&shown, "集合住宅") && is_told(&shown, "市全体（参考）"));
    desk.call("enrolment.set_city", city("", "", "", ""));
    assert_eq!(desk.facts(2025)["enrolment.city_source"], Value::Null);
}

#[test]
fn the_citys_own_file_of_towns_gives_its_households_and_no_rate() {
    let desk = TestDesk::sample(PROGRAM);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/opendata/0066_202204.xlsx");
    desk.import("households", &file, 2022);
    let list = desk.call("enrolment.list_associations", json!({ "year": 2022 }));
    let city = &list["city"];
    assert!(city["households"].as_i64().is_some_and(|households| households > 150_000), "{city}");
    assert_eq!(city["unpublished"], 3, "suppressed towns are told");
    assert_eq!((&city["enrolled"], &city["percent"]), (&Value::Null, &Value::Null), "nothing is invented");
    let shown = pages_of(&desk, "enrolment-list", 2022).join("|");
    assert!(shown.contains("世帯数の公表されていない"), "{shown}");
}

#[test]
fn e02_the_paper_shows_both_counts_with_their_sources_and_days() {
    let desk = TestDesk::sample(PROGRAM);
    assert!(!pages(&desk, "enrolment-list").join("|").contains("名簿・台帳の数"), "nothing recorded, no table");
    let asked = json!({ "association_id": association(&desk, EAST), "year": 2025, "kind": "recorded", "as_of": "7/4/1",
        "households": "46", "source": "班長会の報告" });
    desk.call("enrolment.record_further", asked);
    let facts = desk.facts(2025);
    let own = line(&facts, "enrolment.compared", "association", EAST);
    let told = ["enrolled", "source", "recorded", "recorded_on", "recorded_source", "recorded_difference"];
    let told = told.map(|column| own[column].clone());
    let file = json!("自治会加入状況.xlsx「加入状況」");
    assert_eq!(told, [json!(48), file, json!(46), json!("2025-04-01"), json!("班長会の報告"), json!(2)]);
    let shown = pages(&desk, "enrolment-list").join("|");
    assert!(shown.contains("名簿・台帳の数") && shown.contains("班長会の報告"));
    let record = desk.call("enrolment.association", json!({ "id": association(&desk, EAST), "year": 2025 }));
    assert_eq!(
        (&record["recorded"]["source"], &record["row"]["recorded_difference"]),
        (&json!("班長会の報告"), &json!(2))
    );
}

#[test]
fn e04_every_year_of_the_trend_names_how_it_was_counted() {
    let desk = TestDesk::sample(PROGRAM);
    let basis = json!({ "numerator": "enrolled", "denominator": "city_given" });
    desk.call("enrolment.choose_basis", json!({ "year": 2025, "basis": basis }));
    let facts = desk.facts(2025);
    let years = facts["enrolment.years"].as_array().expect("years");
    assert_eq!(years[0]["basis"], "加入世帯 ÷ 区域内実数（班調べ）");
    for form in ["enrolment-list", "enrolment-trend"] {
        assert!(pages(&desk, form).join("|").contains("区域内実数（班調べ）"), "{form} names what it is made of");
    }
}

#[test]
fn e03_the_trend_is_one_page_of_the_whole_and_a_few_of_small_charts() {
    let desk = TestDesk::sample(PROGRAM);
    let pages = pages(&desk, "enrolment-trend");
    assert!(pages[0].contains("加入率と目標") && pages[0].contains("62.4"));
    let facts = desk.facts(2025);
    let names: Vec<&str> = facts["enrolment.trends"]
        .as_array()
        .expect("trends")
        .iter()
        .filter_map(|t| t["association"].as_str())
        .collect();
    let small: Vec<usize> = pages
        .iter()
        .map(|page| names.iter().filter(|name| page.contains(&format!("{name}|（単位：％）"))).count())
        .collect();
    assert_eq!(small.iter().sum::<usize>(), names.len(), "every association has its chart: {small:?}");
    assert!(small.iter().all(|charts| *charts <= 9) && pages.len() <= 6, "{small:?}");
    assert!(pages.iter().filter(|page| page.contains("この自治会")).all(|page| page.contains("令和7年度")));
}

#[test]
fn the_inquiry_shows_last_years_answers_beside_every_blank() {
    let desk = TestDesk::sample(PROGRAM);
    save_flats(&desk, 2024, "11");
    let facts = desk.facts(2025);
    let at = facts["enrolment.all"].as_array().expect("all").iter().position(|l| l["association"] == EAST);
    let page = &pages(&desk, "enrolment-inquiry")[at.expect("the association")];
    for words in ["51", "11", "149", "350", "昨年までの記録"] {
        assert!(page.split('|').any(|own| own == words), "{words} in {page}");
    }
}

#[test]
fn a_payment_takes_the_subdivisions_of_each_association() {
    let desk = TestDesk::sample(PROGRAM);
    let id = association(&desk, EAST);
    let own = |typed: &str| {
        let own = json!({ id.as_str().expect("a key"): { "subdivisions": typed } });
        json!({ "year": 2025, "formula": "sodegaura", "readings": {}, "filed": "", "counts": { "subdivisions": "0" }, "own": own })
    };
    desk.call("enrolment.choose_payment", own("３"));
    let facts = desk.facts(2025);
    let amount = |name: &str| line(&facts, "payment.lines", "association", name)["amount_yen"].as_i64().expect("yen");
    // 1,700 × 48 + 40,000 + 10,000 × 3; the others have none.
    assert_eq!(amount(EAST), 151_600);
    let others = facts["payment.lines"].as_array().expect("lines").iter().filter(|l| l["association"] != EAST);
    for other in others.filter(|l| !l["amount_yen"].is_null()) {
        let households = other["households"].as_i64().expect("a count");
        let flat = if households > 100 { 30_000 } else { 40_000 };
        assert_eq!(other["amount_yen"].as_i64(), Some(1_700 * households + flat), "{}", other["association"]);
    }
    let page = desk.call("enrolment.payment", json!({ "year": 2025 }));
    let kept = page["associations"].as_array().expect("associations").iter().find(|a| a["name"] == EAST);
    assert_eq!(kept.expect("there")["counts"], json!([{ "measure": "subdivisions", "count": 3 }]));
    let refused = desk.refused("enrolment.choose_payment", own("三つ"));
    assert_eq!(refused.params["field"], id, "the slip is told at the association's own field");
}

#[test]
fn e06_the_roster_is_counted_by_area_and_any_attribute_without_a_formula() {
    let desk = TestDesk::sample(PROGRAM);
    let tally = |by: &str, of: &str, bounds: &str| {
        desk.call("enrolment.tally", json!({ "year": 2025, "by": by, "of": of, "bounds": bounds }))
    };
    let persons = desk.facts(2025)["roster.persons"].clone();
    for (by, of) in
        [("area", "birth"), ("association", "birth"), ("block", "roles"), ("area", "body"), ("area", "relation")]
    {
        let page = tally(by, of, "65、75");
        let lines = page["lines"].as_array().expect("lines");
        let sum: i64 = lines.iter().map(|l| l["people"].as_i64().expect("a count")).sum();
        assert_eq!((json!(sum), &page["total"]["people"]), (persons.clone(), &persons), "{by} {of}: everybody once");
    }
    let ages = tally("association", "birth", "６５");
    assert_eq!(ages["heads"], json!(["0〜64歳", "65歳以上"]));
    let keys: Vec<&str> =
        ages["attributes"].as_array().expect("attributes").iter().filter_map(|a| a["key"].as_str()).collect();
    assert!(keys.contains(&"birth") && keys.contains(&"roles") && !keys.contains(&"name"), "{keys:?}");
    let refused =
        desk.refused("enrolment.tally", json!({ "year": 2025, "by": "area", "of": "birth", "bounds": "75、65" }));
    assert_eq!(refused.code, "enrolment.ages_unsound");
}
