//! The roster as an office uses it over a year: offices, homes, coming and going, doubles, and fields of its own.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

const YEAR: i32 = 2025;

fn list<'a>(value: &'a Value, name: &str) -> &'a Vec<Value> {
    value[name].as_array().expect("a list")
}

fn people(desk: &TestDesk) -> Value {
    desk.call("roster.list_people", json!({ "year": YEAR }))
}

fn person(desk: &TestDesk, name: &str) -> Value {
    let all = people(desk);
    let wanted = |p: &&Value| p["name"].as_str().expect("a name").replace('　', "") == name;
    list(&all, "people").iter().find(wanted).expect("somebody of that name").clone()
}

/// The draft that the page would send for a record that nobody changed.
fn draft(desk: &TestDesk, id: &Value) -> Value {
    let record = desk.call("roster.person", json!({ "id": id, "year": YEAR }));
    let mut draft = record["person"].clone();
    for (typed, label) in [("birth", "birth_label"), ("joined", "joined_label"), ("left", "left_label")] {
        draft[typed] = record[label].clone();
    }
    draft["own"] = json!([]);
    draft
}

fn held(officers: &Value, title: &str) -> Vec<String> {
    let of_title = list(officers, "officers").iter().filter(|o| o["title"] == title);
    of_title.map(|o| o["name"].as_str().expect("a name").replace('　', "")).collect()
}

/// R04: who held an office on a day, and next year's officers before April.
#[test]
fn officers_of_any_day_and_the_change_in_april() {
    let desk = TestDesk::sample(PROGRAM);
    let on = |day: &str| desk.call("roster.officers_on", json!({ "on": day }));
    assert_eq!(held(&on("R7.10.1"), "会計"), ["佐々木幸子"]);
    assert_eq!(held(&on("R6.10.1"), "会計"), [""; 0], "the specimen's terms begin in 令和7年");

    let ending = desk.call("roster.offices_ending", json!({ "from": "" }));
    assert_eq!((&ending["from_label"], &ending["to_label"]), (&json!("令和8年4月1日"), &json!("令和9年3月31日")));
    let offices = list(&ending, "offices");
    let ends: Vec<&Value> = offices.iter().filter(|o| o["ends"] == true).collect();
    assert_eq!((offices.len(), ends.len()), (69, 9), "of 69 offices nine end in March");
    let successor = person(&desk, "穴吹和夫")["id"].clone();
    let all = ends.iter().enumerate().map(|(nth, end)| {
        let holder = &end["office"]["person_id"];
        let next = [Value::Null, successor.clone(), holder.clone()][nth.min(2)].clone();
        json!({ "role_id": end["office"]["role_id"], "successor": next })
    });
    let change = json!({ "from": "令和8年4月1日", "to": "令和9年3月31日", "successions": all.collect::<Vec<_>>() });
    let before = on("R8.3.31");
    desk.call("roster.change_officers", change);
    assert_eq!(list(&on("R8.3.31"), "officers").len(), list(&before, "officers").len(), "this year's stay");
    assert_eq!(list(&on("R8.4.1"), "officers").len(), 68, "one of nine is open");
    let again = desk.call("roster.offices_ending", json!({ "from": "R8.4.1" }));
    let settled = list(&again, "offices").iter().filter(|o| !list(o, "next").is_empty());
    assert_eq!(settled.count(), 8, "an office with its successor is not asked about twice");
    desk.call("office.undo", json!({}));
    assert_eq!(list(&on("R8.4.1"), "officers").len(), 60, "one step takes the whole change back");
}

/// R13: opening + in − out = closing, and closing is what the roster counts.
#[test]
fn who_comes_and_goes_adds_up_on_the_page_and_on_paper() {
    let desk = TestDesk::sample(PROGRAM);
    let leaver = person(&desk, "穴吹和夫")["id"].clone();
    desk.call("roster.leave", json!({ "id": leaver, "on": "R7.6.10", "reason": "転出" }));
    desk.call("roster.rejoin", json!({ "id": leaver, "on": "R7.12.1", "reason": "復会" }));
    let gone = person(&desk, "穴吹武")["id"].clone();
    desk.call("roster.leave", json!({ "id": gone, "on": "R8.1.5", "reason": "死亡" }));
    let table = desk.call("roster.movements", json!({ "year": YEAR }));
    let whole = &table["year"];
    let number = |row: &Value, name: &str| row[name].as_i64().expect("a count");
    assert_eq!([180, 1, 2, 179], ["opening", "joined", "left", "closing"].map(|name| number(whole, name)));
    assert_eq!(people(&desk)["persons"], 179, "closing is what the roster counts");
    let months = list(&table, "months");
    for pair in months.windows(2) {
        assert_eq!(number(&pair[0], "closing"), number(&pair[1], "opening"), "{} {}", pair[0], pair[1]);
    }
    let facts = desk.facts(YEAR);
    assert_eq!(
        ["180", "1", "2", "179"].map(|n| json!(n.parse::<i64>().expect("a number"))),
        [
            facts["roster.opening"].clone(),
            facts["roster.joined"].clone(),
            facts["roster.left"].clone(),
            facts["roster.closing"].clone(),
        ]
    );
    assert_eq!(facts["roster.movement_reasons"], "入：復会1、出：死亡1、出：転出1");
    assert_eq!(list(&facts, "roster.movements").len(), 3);
    let found = desk.call("office.search", json!({ "query": "アナブキ タケシ", "year": YEAR }));
    assert_eq!(list(&found, "hits")[0]["reason"], "死亡", "R17: found, with the reason why the list hides them");
}

/// R01, R02: households from addresses, all in one change; a mover's history stays.
#[test]
fn households_are_gathered_from_addresses_in_one_change() {
    let desk = TestDesk::sample(PROGRAM);
    let suggested = desk.call("roster.suggest_households", json!({ "year": YEAR }));
    assert_eq!((&suggested["persons"], &suggested["without_address"]), (&json!(180), &json!(0)));
    let family = |found: &Value| {
        let residents: Vec<Value> = list(found, "residents").iter().map(|r| r["id"].clone()).collect();
        let [only] = list(found, "places").as_slice() else {
            return json!({ "residents": residents, "organisation_id": null });
        };
        json!({ "residents": residents, "organisation_id": only })
    };
    let families: Vec<Value> = list(&suggested, "families").iter().map(family).collect();
    let placed = families.iter().filter(|family| !family["organisation_id"].is_null()).count();
    assert_eq!(families.len(), 180);
    desk.call("roster.found_households", json!({ "families": families }));
    let homes = desk.call("roster.list_households", json!({ "year": YEAR }));
    assert_eq!(homes.as_array().expect("homes").len(), 180);
    let in_one = homes.as_array().expect("homes").iter().filter(|home| home["body"] != "").count();
    assert_eq!((placed, in_one), (10, 10), "each where the seats of its people say, and nowhere else");
    let refused = desk.refused("roster.found_households", json!({ "families": [families[0]] }));
    assert_eq!(refused.code, "roster.lives_elsewhere_already");
    let suggested = desk.call("roster.suggest_households", json!({ "year": YEAR }));
    assert_eq!(suggested["families"], json!([]), "nobody is offered twice");
    let (one, other) = (&homes[0], &homes[1]);
    let who = &list(other, "residents")[0]["id"];
    let resident =
        |from: &str| json!({ "id": one["id"], "resident": { "person_id": who, "relation": "母", "from": from } });
    let refused = desk.refused("roster.move_in", resident(""));
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("roster.since_when", "from"));
    desk.call("roster.move_in", resident("R7.7.1"));
    let left = desk.call("roster.household", json!({ "id": other["id"], "year": YEAR }));
    assert_eq!(list(&left, "residents")[0]["to_label"], "令和7年6月30日");
    let life = desk.call("roster.person", json!({ "id": who, "year": YEAR }));
    let events: Vec<&Value> = list(&life, "timeline").iter().map(|h| &h["event"]).collect();
    for event in ["moved", "moved_in", "moved_out"] {
        assert!(events.contains(&&json!(event)), "R12: {event} is on the timeline: {events:?}");
    }
    desk.call("office.undo", json!({}));
    desk.call("office.undo", json!({}));
    let homes = desk.call("roster.list_households", json!({ "year": YEAR }));
    assert_eq!(homes, json!([]), "one step takes all of them back");
}

/// R05: a new field appears in list, record, search, facts and lists for paper.
#[test]
fn a_field_of_the_councils_own_is_everywhere() {
    let desk = TestDesk::sample(PROGRAM);
    let save = |label: &str, kind: &str| {
        let field = json!({ "id": null, "label": label, "kind": kind, "choices": [] });
        desk.call("roster.save_custom_field", field)["value"]["id"].clone()
    };
    let (cars, licence) = (save("車の台数", "number"), save("免許の期限", "day"));
    let id = person(&desk, "穴吹和夫")["id"].clone();
    let mut typed = draft(&desk, &id);
    typed["own"] = json!([{ "field_id": cars, "value": "２" }, { "field_id": licence, "value": "R9.6.1" }]);
    desk.call("roster.save_person", json!({ "person": typed }));
    assert_eq!(person(&desk, "穴吹和夫")["own"], json!(["2", "令和9年6月1日"]));
    let record = desk.call("roster.person", json!({ "id": id, "year": YEAR }));
    assert_eq!(record["own"][1]["value"], "令和9年6月1日");
    let facts = desk.facts(YEAR);
    let row = list(&facts, "roster.people").iter().find(|p| p["name"] == "穴吹　和夫").expect("a row");
    assert_eq!(row["own_text"], "車の台数 2、免許の期限 令和9年6月1日");
    assert_eq!(row["own"][0], json!({ "label": "車の台数", "value": "2" }));
    let choices = desk.call("lists.choices", json!({ "year": YEAR })).to_string();
    assert!(choices.contains("車の台数"), "a list for paper can choose it");

    let mut wrong = draft(&desk, &id);
    wrong["own"] = json!([{ "field_id": cars, "value": "二台くらい" }]);
    let refused = desk.refused("roster.save_person", json!({ "person": wrong }));
    let field = format!("own {}", cars.as_str().expect("a key"));
    assert_eq!(
        (refused.code.as_str(), refused.params["field"].as_str()),
        ("roster.field_does_not_fit", field.as_str())
    );
    desk.call("roster.retire_field", json!({ "id": cars }));
    assert_eq!(person(&desk, "穴吹和夫")["own"], json!(["令和9年6月1日"]));
}

/// R06, R07: doubles are told on the home page, merged and taken back.
#[test]
fn doubles_are_told_and_a_merge_leads_to_the_record_that_stays() {
    let desk = TestDesk::sample(PROGRAM);
    let told = |desk: &TestDesk| desk.call("office.home", json!({ "year": YEAR }))["roster"].clone();
    let pairs = desk.call("roster.duplicates", json!({}));
    assert_eq!(told(&desk)["duplicates"], pairs.as_array().expect("pairs").len());
    assert_eq!(told(&desk)["is_large"], false);
    let of_year = |year: i32| {
        let home = desk.call("office.home", json!({ "year": year }));
        let list = desk.call("roster.list_people", json!({ "year": year }));
        (home["figures"]["persons"].clone(), list["persons"].clone())
    };
    for (told, listed) in [2024, YEAR].map(of_year) {
        assert_eq!(told, listed, "as many as the list of that year counts");
    }
    let (keep, gone) = (&pairs[0]["one"]["id"], &pairs[0]["other"]["id"]);
    let before = desk.state_hash();
    desk.call("roster.merge_people", json!({ "keep": keep, "gone": gone }));
    assert_eq!(told(&desk)["duplicates"], pairs.as_array().expect("pairs").len() - 1);
    let merged = desk.call("roster.person", json!({ "id": gone, "year": YEAR }));
    assert_eq!(merged["merged_into"], json!({ "id": keep, "name": pairs[0]["one"]["name"] }));
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before);
}

/// R03: 協議会 → 地区 → 自治会 → 班; what belongs to nothing else belongs to the council; a past year keeps its tree.
#[test]
fn the_tree_of_a_past_year_stays_as_it_was() {
    let desk = TestDesk::sample(PROGRAM);
    let save = |body: Value| desk.call("roster.save_body", body)["value"]["id"].clone();
    let new = |kind: &str, name: &str, parent: &Value| {
        json!({ "id": null, "version": 0, "kind": kind, "name": name, "kana": "", "parent_id": parent, "moved": "",
            "founded": "", "dissolved": "", "note": "" })
    };
    let (east, west) = (save(new("area", "東地区", &Value::Null)), save(new("area", "西地区", &Value::Null)));
    let body = save(new("association", "緑町自治会", &east));
    save(new("block", "一班", &body));
    let record = desk.call("roster.body", json!({ "id": body, "year": 2026 }));
    let mut moved = new("association", "緑町自治会", &west);
    (moved["id"], moved["version"], moved["moved"]) =
        (body.clone(), record["body"]["version"].clone(), json!("R8.4.1"));
    save(moved);
    let depths = |year: i32| {
        let tree = desk.call("roster.body_tree", json!({ "year": year }));
        let rows = tree.as_array().expect("rows").clone();
        let place = |name: &str| rows.iter().position(|row| row["name"] == name).expect("a body");
        assert_eq!((rows[0]["kind"].as_str(), rows[0]["depth"].as_i64()), (Some("council"), Some(0)));
        let depth = |name: &str| rows[place(name)]["depth"].as_i64().expect("a depth");
        (
            ["東地区", "緑町自治会", "一班"].map(depth),
            place("緑町自治会") > place("西地区"),
            place("東地区") < place("西地区"),
        )
    };
    assert_eq!(depths(2025), ([1, 2, 3], false, true), "under 東地区 in the year before");
    assert_eq!(depths(2026), ([1, 2, 3], true, true), "under 西地区 from April on");
}
