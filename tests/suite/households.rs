//! Households of towns from the city's open data: brought in as they are, shared out only when somebody says so.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

const YEARS: [i32; 5] = [2021, 2022, 2023, 2024, 2025];

fn file(year: i32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/opendata/0066_{year}04.xlsx"))
}

/// All five files in one act.
pub fn import_all(desk: &TestDesk) -> Value {
    let files: Vec<String> = YEARS.iter().map(|year| desk.token(&file(*year))).collect();
    let asked = json!({ "kind": "households", "files": files, "year": 2025, "columns": null, "decisions": [], "unsure": "new" });
    desk.call("intake.apply", asked)
}

fn rates(desk: &TestDesk) -> Vec<(i64, i64, f64)> {
    let facts = desk.facts(2025);
    let row = |year: &Value| {
        let count = |name: &str| year[name].as_i64().expect("a count");
        (count("enrolled"), count("households"), year["rate_percent"].as_f64().expect("a rate"))
    };
    facts["enrolment.years"].as_array().expect("years").iter().map(row).collect()
}

/// What is suggested for every town, as the page sends it back.
pub fn confirmable(desk: &TestDesk) -> Vec<Value> {
    let map = desk.call("enrolment.towns", json!({ "year": 2025 }));
    let towns = map["towns"].as_array().expect("towns").clone();
    let typed = |share: &Value| json!({ "association_id": share["association_id"], "typed": share["typed"] });
    let of_town = |town: &Value| {
        let shares: Vec<Value> = town["suggested"].as_array().expect("suggestions").iter().map(typed).collect();
        json!({ "town": town["id"], "shares": shares })
    };
    towns.iter().map(of_town).collect()
}

/// Confirms what is suggested, all in one act as the page does.
fn confirm_suggestions(desk: &TestDesk) -> usize {
    let towns = confirmable(desk);
    desk.call("enrolment.save_shares", json!({ "towns": towns }));
    towns.len()
}

#[test]
fn all_five_files_of_the_city_come_in_as_they_are() {
    let desk = TestDesk::empty(PROGRAM);
    for year in YEARS {
        let plan = desk.preview("households", &file(year), year);
        let broken = if year == 2023 { 235 } else { 0 };
        assert_eq!(plan["counts"]["new"], 235 - broken, "{year}: {}", plan["counts"]);
        let issues = plan["issues"].as_array().expect("issues");
        let of = |code: &str| issues.iter().filter(|i| i["code"] == code).count();
        let suppressed = if year < 2024 { 3 } else { 0 };
        assert_eq!(of("enrolment.town_suppressed"), suppressed, "{year}");
        assert_eq!(of("enrolment.town_unknown"), broken, "{year}: alone, nobody knows its names");
        assert_eq!(issues.len(), suppressed + broken, "{year}: nothing else is doubtful");
    }
    let plan = desk.preview("households", &file(2021), 2021);
    let told: Vec<_> = plan["issues"].as_array().expect("issues").iter().map(|i| (&i["sheet"], &i["cell"])).collect();
    let (sheet, cells) = (json!("Sheet1"), ["AU26", "AU28", "AU99"].map(|cell| json!(cell)));
    assert_eq!(told, cells.iter().map(|cell| (&sheet, cell)).collect::<Vec<_>>(), "suppressed, with sheet and cell");
    import_all(&desk);
    for year in YEARS {
        let counts = &desk.preview("households", &file(year), year)["counts"];
        assert_eq!(
            (&counts["same"], &counts["new"], &counts["changed"]),
            (&json!(235), &json!(0), &json!(0)),
            "{year}"
        );
    }
    let map = desk.call("enrolment.towns", json!({ "year": 2023 }));
    assert_eq!((&map["all"], map["others"].as_array().map(Vec::len)), (&json!(235), Some(235)));
}

#[test]
fn nothing_changes_until_somebody_confirms_and_chooses() {
    let desk = TestDesk::sample(PROGRAM);
    let reported = rates(&desk);
    let expected = [(1589, 3080, 51.6), (1552, 3080, 50.4), (1525, 3080, 49.5), (1494, 3080, 48.5), (1317, 2809, 46.9)];
    assert_eq!(reported, expected, "as in the truth of the specimen");
    import_all(&desk);
    assert_eq!(rates(&desk), reported, "brought in, nothing shared out");
    assert_eq!(confirm_suggestions(&desk), 5, "the five towns that the records name");
    assert_eq!(rates(&desk), reported, "shared out, nothing chosen");
    let basis = json!({ "numerator": "enrolled", "denominator": "resident_register" });
    for year in YEARS {
        desk.call("enrolment.choose_basis", json!({ "year": year, "basis": basis }));
    }
    // By hand from the files: 563 + 674 + 318 + 899 + 580 = 3,034 households in 2021, and so on; in 2025 the households of the
    // two associations without an answer (132 and 139) are left out of 3,080.
    let by_hand = [(1589, 3034, 52.4), (1552, 3000, 51.7), (1525, 2986, 51.1), (1494, 3051, 49.0), (1317, 2809, 46.9)];
    assert_eq!(rates(&desk), by_hand);
    let facts = desk.facts(2024);
    let east = facts["enrolment.counted"]
        .as_array()
        .expect("lines")
        .iter()
        .find(|l| l["association"] == "栗林町一丁目東自治会");
    let east = east.expect("the line");
    // 25.38 % of 591 is 149.99…; the three shares of the town add up to its 591 households.
    assert_eq!((&east["households"], &east["rate_percent"]), (&json!(150), &json!(34.0)));
    let source = east["source"].as_str().expect("a source");
    assert!(source.contains("自治会加入状況.xlsx") && source.contains("0066_202404.xlsx"), "{source}");
}

#[test]
fn shares_are_checked() {
    let desk = TestDesk::sample(PROGRAM);
    import_all(&desk);
    let map = desk.call("enrolment.towns", json!({ "year": 2025 }));
    let town = &map["towns"][0];
    assert_eq!((&town["name"], &town["households"]), (&json!("栗林町１丁目"), &json!(587)));
    let typed: Vec<&Value> = town["suggested"].as_array().expect("shares").iter().map(|s| &s["typed"]).collect();
    assert_eq!(typed, ["25.38％", "30.15％", "44.47％"]);
    let id = |at: usize| town["suggested"][at]["association_id"].clone();
    let refused = |shares: Value| {
        desk.refused("enrolment.save_shares", json!({ "towns": [{ "town": town["id"], "shares": shares }] })).code
    };
    let share = |at: usize, typed: &str| json!({ "association_id": id(at), "typed": typed });
    assert_eq!(refused(json!([share(0, "60％"), share(1, "50％")])), "enrolment.share_over");
    assert_eq!(refused(json!([share(0, "10％"), share(0, "20％")])), "enrolment.share_twice");
    assert_eq!(refused(json!([share(0, "0％")])), "enrolment.share_unsound");
    assert_eq!(refused(json!([share(0, "半分")])), "typed.percent_unreadable");
    let shares = json!([share(0, "40世帯"), share(1, "１００％"), share(2, "")]);
    desk.call("enrolment.save_shares", json!({ "towns": [{ "town": town["id"], "shares": shares }] }));
    let map = desk.call("enrolment.towns", json!({ "year": 2025 }));
    let told: Vec<_> =
        map["towns"][0]["shares"].as_array().expect("shares").iter().map(|s| (&s["typed"], &s["households"])).collect();
    assert_eq!(told, [(&json!("40世帯"), &json!(40)), (&json!("100％"), &json!(587))]);
    assert_eq!(map["towns"][0]["suggested"].as_array().map(Vec::len), Some(3), "what the records say stays in sight");
}

#[test]
fn an_import_of_households_is_taken_back_in_one_step() {
    let mut desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    import_all(&desk);
    assert_ne!(desk.state_hash(), before);
    desk.restart();
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before);
}
