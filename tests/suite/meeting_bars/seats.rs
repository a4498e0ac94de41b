//! 来賓, 席次, 名札 and the notices that are addressed one by one.

use serde_json::{Value, json};
use suite::TestDesk;

use super::booklet::pages;
use super::{draft, item, mark, save, undo, with};
use crate::PROGRAM;

fn guest(body: &str, office: &str, name: &str, greets: bool) -> Value {
    json!({ "id": null, "body": body, "office": office, "name": name, "greets": greets })
}

/// A general meeting of the specimen's bodies.
fn meeting(desk: &TestDesk) -> Value {
    let id = save(desk, &draft("extraordinary"));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "R8.3.1", "count": "" }));
    id
}

fn shown(desk: &TestDesk, id: &Value) -> Value {
    desk.call("meetings.guests", json!({ "id": id }))
}

fn seating(id: &Value, rows: &str, columns: &str, officers_in_front: bool) -> Value {
    json!({ "id": id, "seating": { "rows": rows, "columns": columns, "officers_in_front": officers_in_front } })
}

fn numbers(shown: &Value) -> Vec<i64> {
    shown["seats"].as_array().expect("seats").iter().filter_map(|seat| seat["number"].as_i64()).collect()
}

/// The pages of a paper that names everybody.
fn named(desk: &TestDesk, id: &Value, paper: &str) -> Vec<String> {
    let asked = json!({ "id": id, "paper": paper, "format": "pdf", "folder": null });
    pages(&desk.path(&desk.call("meetings.put_out_named", asked)["file"]["token"]))
}

#[test]
fn m01_guests_are_kept_with_their_meeting_in_order_and_begin_the_list_of_the_next() {
    let desk = TestDesk::sample(PROGRAM);
    let id = meeting(&desk);
    let all = json!([guest("見本市", "市長", "高松　太郎", true), guest("見本小学校", "校長", "", false)]);
    desk.call("meetings.put_guests", json!({ "id": id, "guests": all }));
    let first = shown(&desk, &id)["guests"].clone();
    assert_eq!(first[0]["name"], "高松　太郎");
    let turned = json!([first[1], first[0], guest("見本交番", "所長", "丸亀　次郎", false)]);
    desk.call("meetings.put_guests", json!({ "id": id, "guests": turned }));
    let second = shown(&desk, &id)["guests"].clone();
    assert_eq!((&second[0]["id"], &second[1]["id"]), (&first[1]["id"], &first[0]["id"]), "the same guests, turned");
    let put = |form: &str, format: &str| {
        let asked = json!({ "id": id, "form": form, "format": format, "folder": null });
        desk.path(&desk.call("meetings.put_out", asked)["files"][0]["token"])
    };
    let paper = pages(&put("meeting-guests", "pdf")).concat();
    assert!(paper.contains("1見本小学校校長") && paper.contains("2見本市市長高松太郎祝辞"), "{paper}");
    assert!(format!("{:?}", sheets::read(&put("meeting-guests", "xlsx")).expect("a workbook")).contains("見本交番"));
    let nobody = json!({ "id": id, "guests": [guest("", "市長", "", false)] });
    assert_eq!(desk.refused("meetings.put_guests", nobody).code, "meetings.guest_missing");
    let next = save(&desk, &with(&draft("ordinary"), json!({ "year": 2026, "held": "R8.4.26", "notice": "" })));
    let before = shown(&desk, &next)["before"].clone();
    assert_eq!((before.as_array().map(Vec::len), &before[2]["name"]), (Some(3), &json!("丸亀　次郎")));
    assert_eq!(before[2]["id"], Value::Null, "they are guests of their own");
    undo(&desk, 5);
    assert_eq!(shown(&desk, &id)["guests"], json!([]));
}

#[test]
fn m01_seats_follow_the_roll_or_the_hand_and_nobody_is_left_standing() {
    let desk = TestDesk::sample(PROGRAM);
    let officers = desk.call("roster.officers_on", json!({ "on": "R8.3.1" }))["officers"].clone();
    let all = officers.as_array().expect("officers").iter();
    let treasurer = all.clone().find(|one| one["title"] == "会計" && one["kind"] == "council").expect("a treasurer");
    let role = json!({ "id": null, "person_id": treasurer["person_id"], "body": "栗林町一丁目東自治会", "title": "会長",
        "from": "R7.4.1", "to": "", "appointment": null, "elected_by": "", "seat": null });
    desk.call("roster.save_role", role);
    let id = meeting(&desk);
    let begun = numbers(&shown(&desk, &id));
    let people = begun.len();
    assert!(people > 10, "{people} seats");
    let few = desk.refused("meetings.put_seating", seating(&id, "2", "4", false));
    assert_eq!((few.code.as_str(), &few.params["missing"]), ("meetings.too_few_seats", &(people - 8).to_string()));
    assert_eq!(desk.refused("meetings.put_seating", seating(&id, "", "4", false)).code, "meetings.seats_missing");
    assert_eq!(
        desk.refused("meetings.put_seating", seating(&id, "5", "40", false)).code,
        "meetings.seats_out_of_range"
    );
    desk.call("meetings.put_seating", seating(&id, "12", "5", false));
    desk.call("meetings.move_seat", json!({ "id": id, "number": begun[3], "to": 1 }));
    let moved = numbers(&shown(&desk, &id));
    assert_eq!(moved[..4], [begun[3], begun[0], begun[1], begun[2]]);
    mark(&desk, &id, &begun[1].to_string(), "proxy");
    assert_eq!(numbers(&shown(&desk, &id)).len(), people - 1, "who sends a proxy needs no seat");
    let paper = named(&desk, &id, "seating").concat();
    for seat in shown(&desk, &id)["seats"].as_array().expect("seats") {
        let name: String = seat["name"].as_str().expect("a name").split_whitespace().collect();
        assert!(paper.contains(&name), "{name} in {paper}");
    }
    desk.call("meetings.put_seating", seating(&id, "12", "5", true));
    assert_eq!(numbers(&shown(&desk, &id)).len(), people - 2, "the treasurer sits in front, for the body too");
    let paper = named(&desk, &id, "seating").concat();
    let name: String = treasurer["name"].as_str().expect("a name").split_whitespace().collect();
    assert_eq!(paper.matches(&name).count(), 1, "{name} once: {paper}");
    assert!(paper.contains(&format!("会計{name}")), "{paper}");
    let places = ["来賓席", "監事席", "議長席", "役員席", "事務局席"].map(|place| paper.find(place).expect(place));
    assert!(places.is_sorted(), "{paper}");
    let auditor = all.clone().find(|one| one["title"] == "監事" && one["kind"] == "council").expect("an auditor");
    let auditor: String = auditor["name"].as_str().expect("a name").split_whitespace().collect();
    assert!(paper.contains(&format!("監事{auditor}")), "{paper}");
    desk.call("meetings.seat_by_roll", json!({ "id": id }));
    assert!(numbers(&shown(&desk, &id)).is_sorted());
    assert_eq!(
        desk.refused("meetings.move_seat", json!({ "id": id, "number": 9999, "to": 1 })).code,
        "meetings.no_such_seat"
    );
}

#[test]
fn m01_everybody_who_comes_has_a_name_tag_and_a_name_that_does_not_fit_is_told() {
    let desk = TestDesk::sample(PROGRAM);
    let id = meeting(&desk);
    let tags = |of: &str| json!({ "id": id, "of": of, "first": 0, "folder": null });
    assert_eq!(desk.refused("meetings.put_out_tags", tags("guests")).code, "meetings.no_tags");
    desk.call("meetings.put_guests", json!({ "id": id, "guests": [guest("見本市", "市長", "高松　太郎", true)] }));
    let made = desk.path(&desk.call("meetings.put_out_tags", tags("guests"))["file"]["token"]);
    assert_eq!(made.file_name().and_then(|name| name.to_str()), Some("令和7年度_臨時総会_名札.pdf"));
    let tag = pages(&made).concat();
    assert!(["見本市", "市長", "高松太郎"].iter().all(|word| tag.contains(word)), "{tag}");
    let all = pages(&desk.path(&desk.call("meetings.put_out_tags", tags("voters"))["file"]["token"])).concat();
    assert!(["栗林町一丁目東自治会", "老人クラブ連合会", "藤澤博"].iter().all(|name| all.contains(name)), "{all}");
    let numbered = super::numbered(&desk, "extraordinary", 11);
    let asked = json!({ "id": numbered, "of": "voters", "first": 0, "folder": null });
    let all = pages(&desk.path(&desk.call("meetings.put_out_tags", asked)["file"]["token"]));
    assert!(all.len() == 2 && all[0].contains("番号10") && all[1].contains("番号11"), "a number is all: {all:?}");
    let long = guest(&"長い所属の名前".repeat(400), "", "高松　太郎", false);
    desk.call("meetings.put_guests", json!({ "id": id, "guests": [long] }));
    let refused = desk.refused("meetings.put_out_tags", tags("guests"));
    assert_eq!((refused.code.as_str(), &refused.params["name"]), ("meetings.tag_too_long", &"高松　太郎".to_owned()));
}

#[test]
fn m02_a_notice_for_each_who_votes_bears_a_name_a_number_and_a_slip_with_every_item() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &draft("extraordinary"));
    let asked = json!({ "id": id, "paper": "slips", "format": "pdf", "folder": null });
    assert_eq!(desk.refused("meetings.put_out_named", asked).code, "meetings.no_roll");
    desk.call("meetings.take_roll", json!({ "id": id, "on": "R8.3.1", "count": "" }));
    item(&desk, &id, "free", json!({ "title": "除雪機を買う（案）" }));
    item(&desk, &id, "audit", json!({ "title": "監査報告", "kind": "report" }));
    let roll = desk.call("meetings.roll", json!({ "id": id }));
    let roll = roll.as_array().expect("the roll");
    let sheets = named(&desk, &id, "slips");
    assert_eq!(sheets.len(), roll.len(), "one sheet for each");
    for (sheet, voter) in sheets.iter().zip(roll) {
        let name: String = voter["name"].as_str().expect("a name").split_whitespace().collect();
        assert!(sheet.contains("令和8年3月8日") && sheet.matches(&name).count() >= 2, "{name}: {sheet}");
        assert!(sheet.contains(&format!("番号{}日付", voter["number"])), "{sheet}");
        assert!(sheet.contains("切り取り線") && sheet.contains("第1号議案除雪機を買う（案）賛成・反対"), "{sheet}");
    }
}
