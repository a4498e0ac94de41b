//! Households with one address and one label each; bodies as a tree that remembers where each of them stood.

use office::lists::stationery;
use paper::{Stationery, Writing};
use serde_json::{Value, json};
use suite::TestDesk;

use super::{household, list, person, text, written};
use crate::PROGRAM;

/// Thirty households of three families each, with long names and addresses as buildings and settlements have them.
fn families() -> String {
    let family = |n: usize| {
        let address = format!(
            "香川県高松市国分寺町新名西ノ久保{}番地{n}　グランドメゾン中央公園前弐番館{}号室",
            1200 + n,
            2100 + n
        );
        ["小鳥遊小路", "勅使河原", "長曽我部"]
            .map(|name| format!("{name} 凛太郎{n},769-01{n:02},{address}\r\n"))
            .concat()
    };
    format!("氏名,郵便番号,住所\r\n{}", (1..=30).map(family).collect::<String>())
}

/// What stands on each face of a sheet, blanks left out; whatever lies on no face fails.
fn faces(paper: &Stationery, shown: &Value) -> Vec<String> {
    const TENTHS: f64 = 254.0 / 72.0;
    let number = |item: &Value, part: &str| item[part].as_f64().expect("a number") * TENTHS;
    let mut all = Vec::new();
    for sheet in list(&shown["pages"]["sheets"]) {
        let mut own = vec![String::new(); usize::from(paper.grid.faces())];
        for item in list(&sheet["items"]).iter().filter(|item| item["kind"] == "text") {
            let (x, y, length, size) =
                (number(item, "x"), number(item, "y"), number(item, "length"), number(item, "size"));
            let is_on = |face: &u16| {
                let [left, top] = paper.grid.corner(*face).map(f64::from);
                let (right, bottom) = (left + f64::from(paper.grid.width), top + f64::from(paper.grid.height));
                x >= left && x + length <= right && y - 0.88 * size >= top && y + 0.12 * size <= bottom
            };
            let face = (0..paper.grid.faces()).find(is_on).unwrap_or_else(|| panic!("{}: {item} is cut", paper.id));
            own[usize::from(face)].push_str(text(&item["text"]));
        }
        all.extend(own.into_iter().filter(|words| !words.is_empty()));
    }
    all.into_iter().map(|words| words.split_whitespace().collect()).collect()
}

#[test]
fn r02_a_long_name_of_a_household_never_pushes_its_address_off_the_label() {
    let desk = TestDesk::empty(PROGRAM);
    desk.import("roster", &written(&desk, "名簿.csv", families().as_bytes()), 2025);
    let people = desk.call("roster.list_people", json!({ "year": 2025 }))["people"].take();
    for n in 1..=30 {
        let own: Vec<&Value> =
            list(&people).iter().filter(|p| text(&p["name"]).ends_with(&format!("凛太郎{n}"))).collect();
        let residents: Vec<Value> =
            own.iter().map(|p| json!({ "person_id": p["id"], "relation": "", "from": "" })).collect();
        let name = if n % 2 == 0 { "" } else { "小鳥遊小路・勅使河原・長曽我部（二世帯住宅）" };
        let home = json!({ "id": null, "version": 0, "name": name, "organisation_id": null, "postal": own[0]["postal"],
            "address": own[0]["address"], "phone": "", "note": "", "closed": "", "head": own[0]["id"], "residents": residents });
        desk.call("roster.save_household", home);
    }
    let homes = desk.call("roster.list_households", json!({ "year": 2025 }));
    let shown = |source: &str, paper: &str, is_joined: bool| {
        let choice = json!({ "source": source, "title": "宛名", "columns": ["name"], "order": "reading", "group": null,
            "filter": { "bodies": [], "roles": [], "words": "" }, "orientation": "portrait" });
        let labels = json!({ "stationery": paper, "first": 0, "honorific": "様", "numerals": "kanji", "is_joined": is_joined,
            "with_office": false, "shift": [0, 0] });
        let what = json!({ "kind": "labels", "choice": choice, "labels": labels });
        desk.call("lists.preview", json!({ "year": 2025, "what": what, "copies": null }))
    };
    for paper in stationery().iter().filter(|paper| paper.writing == Writing::Across && paper.grid.faces() > 1) {
        for (source, is_joined) in [("households", false), ("people", true)] {
            let shown = shown(source, &paper.id, is_joined);
            assert_eq!(shown["left_out"], json!([]), "{} {source}", paper.id);
            let faces = faces(paper, &shown);
            assert_eq!(faces.len(), 30, "{} {source}: one label for each household", paper.id);
            for home in list(&homes) {
                let address: String = text(&home["address"]).split_whitespace().collect();
                let face = faces.iter().find(|face| face.contains(&address));
                let face = face.unwrap_or_else(|| panic!("{} {source}: {address} in {faces:?}", paper.id));
                let postal = text(&home["postal"]);
                assert!(face.contains(postal) && face.contains('様'), "{} {source}: {face}", paper.id);
            }
        }
    }
}

#[test]
fn r03_a_body_that_moves_stands_in_past_years_where_it_stood() {
    let desk = TestDesk::sample(PROGRAM);
    let save = |id: &Value, version: i64, kind: &str, name: &str, parent: &Value, moved: &str| {
        let body = json!({ "id": id, "version": version, "kind": kind, "name": name, "kana": "", "parent_id": parent,
            "moved": moved, "founded": "", "dissolved": "", "note": "" });
        desk.call("roster.save_body", body)["value"]["id"].clone()
    };
    let [east, west] = ["東地区", "西地区"].map(|name| save(&Value::Null, 0, "area", name, &Value::Null, ""));
    let body = save(&Value::Null, 0, "association", "新町自治会", &east, "");
    let block = save(&Value::Null, 0, "block", "一班", &body, "");
    let paper = |year: i32| desk.call("reports.prepare", json!({ "form": "body-list", "year": year }))["pages"].take();
    let past = paper(2024);
    let [past_bodies, coming_bodies] = [2024, 2025].map(|year| desk.facts(year)["roster.bodies"].clone());
    let version =
        desk.call("roster.body", json!({ "id": body, "year": 2025 }))["body"]["version"].as_i64().unwrap_or_default();
    save(&body, version, "association", "新町自治会", &west, "R7.4.1");
    let above = |body: &Value, year: i32| {
        let record = desk.call("roster.body", json!({ "id": body, "year": year }));
        let path: Vec<&str> = list(&record["path"]).iter().map(|above| text(&above["name"])).collect();
        path.join(" › ")
    };
    let council = "見本地区コミュニティ協議会";
    assert_eq!(
        (above(&body, 2024), above(&body, 2025)),
        (format!("{council} › 東地区"), format!("{council} › 西地区"))
    );
    assert_eq!(above(&block, 2025), format!("{council} › 西地区 › 新町自治会"), "down to the 班");
    assert_eq!(paper(2024), past, "the papers of the past year are unchanged");
    assert_eq!(desk.facts(2024)["roster.bodies"], past_bodies);
    assert_ne!(desk.facts(2025)["roster.bodies"], coming_bodies, "what papers of the new year are made of");
}

#[test]
fn r17_a_household_that_everybody_left_is_told_and_counts_for_nobody() {
    let desk = TestDesk::sample(PROGRAM);
    let head = person(&desk, "藤澤 花子");
    let home = household(&desk, &head, &[]);
    let row = || {
        let homes = desk.call("roster.list_households", json!({ "year": 2025 }));
        list(&homes).iter().find(|row| row["id"] == home.as_str()).cloned().unwrap_or_default()
    };
    assert_eq!((row()["is_left"].as_bool(), list(&row()["residents"]).len()), (Some(false), 1));
    desk.call("roster.leave", json!({ "id": head, "on": "R7.6.10", "reason": "死亡" }));
    let left = row();
    assert_eq!((left["is_left"].as_bool(), list(&left["residents"]).len()), (Some(true), 0));
    assert_eq!(
        text(&left["name"]),
        "藤澤　花子",
        "the name of who was is kept, so that the household can be found and closed"
    );
}
