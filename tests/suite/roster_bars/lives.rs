//! People who come, go, move and hold offices: nobody is lost, and everything that was is told.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{draft, household, list, newcomer, person, record, role, text};
use crate::PROGRAM;

#[test]
fn r01_who_moves_out_keeps_both_histories_and_every_seat() {
    let desk = TestDesk::sample(PROGRAM);
    let (head, mover) = (person(&desk, "藤澤 花子"), person(&desk, "齋藤 花子"));
    role(&desk, &Value::Null, &mover, "防災部会", "部会員", ["R7.4.1", ""]);
    let bodies =
        |record: &Value| list(&record["roles"]).iter().map(|r| text(&r["body"]).to_owned()).collect::<Vec<_>>();
    let seats = bodies(&record(&desk, &mover));
    assert!(seats.iter().any(|body| *body != seats[0]), "in several bodies at once: {seats:?}");
    let home = household(&desk, &head, &[&mover]);
    let at_home = record(&desk, &mover);
    assert_eq!((at_home["household"]["id"].as_str(), bodies(&at_home)), (Some(home.as_str()), seats.clone()));
    let out =
        json!({ "id": home, "person_id": mover, "on": "R7.7.1", "postal": "760-0023", "address": "高松市寿町2-2" });
    desk.call("roster.move_out", out);
    let after = record(&desk, &mover);
    assert_eq!((after["household"].is_null(), after["person"]["address"].as_str()), (true, Some("高松市寿町2-2")));
    assert_eq!(bodies(&after), seats);
    let events: Vec<&str> = list(&after["timeline"]).iter().map(|h| text(&h["event"])).collect();
    assert!(["moved", "moved_in", "moved_out"].iter().all(|event| events.contains(event)), "{events:?}");
    let lived = desk.call("roster.household", json!({ "id": home, "year": 2025 }));
    let lived: Vec<bool> = list(&lived["residents"]).iter().map(|l| l["lives_here"] == true).collect();
    assert_eq!(lived, [true, false]);
}

#[test]
fn r12_one_line_of_time_holds_stays_offices_moves_and_homes() {
    let desk = TestDesk::sample(PROGRAM);
    let born = [
        ("family", "時田"),
        ("given", "進"),
        ("address", "高松市桜町1-1"),
        ("joined", "R5.4.1"),
        ("joined_reason", "転入"),
    ];
    let id = newcomer(&desk, &born);
    let first = role(&desk, &Value::Null, &id, "防災部会", "部会員", ["R5.5.1", ""]);
    role(&desk, &first, &id, "防災部会", "部会員", ["R5.5.1", "R7.3.31"]);
    role(&desk, &Value::Null, &id, "防災部会", "部会長", ["R7.4.1", "R9.3.31"]);
    let home = household(&desk, &person(&desk, "藤澤 花子"), &[]);
    let resident = json!({ "person_id": id, "relation": "弟", "from": "R6.6.1" });
    desk.call("roster.move_in", json!({ "id": home, "resident": resident }));
    let out = json!({ "id": home, "person_id": id, "on": "R7.8.1", "postal": "", "address": "高松市寿町2-2" });
    desk.call("roster.move_out", out);
    desk.call("roster.leave", json!({ "id": id, "on": "R8.1.10", "reason": "休会" }));
    desk.call("roster.rejoin", json!({ "id": id, "on": "R8.3.1", "reason": "復会" }));
    let timeline = record(&desk, &id)["timeline"].take();
    let told: Vec<[&str; 3]> =
        list(&timeline).iter().map(|h| ["on_label", "event", "how"].map(|part| text(&h[part]))).collect();
    let expected = [
        ["令和9年3月31日", "role_ended", "部会長"],
        ["令和8年3月1日", "joined", "復会"],
        ["令和8年1月10日", "left", "休会"],
        ["令和7年8月1日", "moved", "高松市栗林町三丁目38番29号"],
        ["令和7年7月31日", "moved_out", "弟"],
        ["令和7年4月1日", "role_began", "部会長"],
        ["令和7年3月31日", "role_ended", "部会員"],
        ["令和6年6月1日", "moved_in", "弟"],
        ["令和6年6月1日", "moved", "高松市桜町1-1"],
        ["令和5年5月1日", "role_began", "部会員"],
        ["令和5年4月1日", "joined", "転入"],
    ];
    assert_eq!(told, expected, "all kinds in one line, the newest first");
}

#[test]
fn r12_an_address_written_with_a_day_is_a_move_and_without_one_a_correction() {
    let desk = TestDesk::sample(PROGRAM);
    let id = person(&desk, "齋藤 花子");
    let lived = text(&record(&desk, &id)["person"]["address"]).to_owned();
    let write = |address: &str, moved: &str| {
        let mut typed = draft(&desk, &id);
        (typed["address"], typed["moved"]) = (address.into(), moved.into());
        desk.call("roster.save_person", json!({ "person": typed }));
    };
    let moves = || {
        let timeline = record(&desk, &id)["timeline"].take();
        let moved = list(&timeline).iter().filter(|event| event["event"] == "moved");
        moved.map(|event| [text(&event["on_label"]).to_owned(), text(&event["how"]).to_owned()]).collect::<Vec<_>>()
    };
    write("高松市寿町2-2", "R7.10.1");
    let kept = vec![["令和7年10月1日".to_owned(), lived]];
    assert_eq!(moves(), kept);
    write("高松市寿町2-3", "");
    assert_eq!(moves(), kept, "a slip of the pen is no move");
    let twin = newcomer(&desk, &[("family", "齋藤"), ("given", "花子"), ("address", kept[0][1].as_str())]);
    let pairs = desk.call("roster.duplicates", json!({}));
    let pair = list(&pairs).iter().find(|pair| pair["other"]["id"] == twin.as_str()).cloned();
    let reasons = pair.expect("the old address tells")["reasons"].take();
    assert!(list(&reasons).contains(&json!("old_address")), "{reasons}");
}

#[test]
fn r13_coming_and_going_always_close_on_the_rosters_count() {
    let desk = TestDesk::sample(PROGRAM);
    let id = person(&desk, "齋藤 花子");
    desk.call("roster.leave", json!({ "id": id, "on": "R7.6.10", "reason": "休会" }));
    desk.call("roster.rejoin", json!({ "id": id, "on": "R7.9.1", "reason": "復会" }));
    desk.call("roster.leave", json!({ "id": person(&desk, "髙橋 由美子"), "on": "R8.1.15", "reason": "転出" }));
    let table = desk.call("roster.movements", json!({ "year": 2025 }));
    let closing: Vec<i64> = list(&table["months"]).iter().filter_map(|m| m["closing"].as_i64()).collect();
    assert_eq!(closing, [180, 180, 179, 179, 179, 180, 180, 180, 180, 179, 179, 179]);
    let year = &table["year"];
    let number = |key: &str| year[key].as_i64().unwrap_or_default();
    assert_eq!(number("opening") + number("joined") - number("left"), number("closing"));
    assert_eq!(number("closing"), desk.facts(2025)["roster.persons"].as_i64().unwrap_or_default());
}

#[test]
fn r17_search_finds_everybody_and_says_why_a_list_hides_them() {
    let desk = TestDesk::sample(PROGRAM);
    let id = person(&desk, "齋藤 花子");
    desk.call("roster.leave", json!({ "id": id, "on": "R7.6.10", "reason": "転出" }));
    let mut later = draft(&desk, &id);
    for (field, value) in
        [("id", Value::Null), ("given", "新子".into()), ("joined", "R8.4.1".into()), ("left", "".into())]
    {
        later[field] = value;
    }
    desk.call("roster.save_person", json!({ "person": later }));
    for (typed, reason) in [("saitou hanako", "転出"), ("齋藤 新子", "この年度より後に入った人")] {
        let hits = desk.call("office.search", json!({ "query": typed, "year": 2025 }));
        let reasons: Vec<&str> = list(&hits["hits"]).iter().map(|hit| text(&hit["reason"])).collect();
        assert!(reasons.contains(&reason), "{typed}: {hits}");
    }
    let nobody = newcomer(&desk, &[("family", "無役"), ("given", "太郎")]);
    assert_eq!(person(&desk, "無役"), nobody, "without any office");
    let (kept, old_name) =
        (person(&desk, "髙橋 由美子"), newcomer(&desk, &[("family", "旧姓田"), ("given", "由美子")]));
    desk.call("roster.merge_people", json!({ "keep": kept, "gone": old_name }));
    let hits = desk.call("office.search", json!({ "query": "旧姓田", "year": 2025 }));
    assert_eq!(hits["hits"][0]["reason"], "髙橋　由美子の記録にまとめた", "{hits}");
    assert_eq!(record(&desk, text(&hits["hits"][0]["id"]))["merged_into"]["id"], kept.as_str());
}
