//! Who stands on the roll, and on the notices that are printed from it: households, people, 役員会 and 部会, as 名簿 was on a day.

use serde_json::{Value, json};
use suite::TestDesk;

use super::booklet::pages;
use super::{draft, save, with};
use crate::PROGRAM;
use crate::roster_bars::{household, newcomer, role};

/// 青木 一郎 and 花子 at one home, 伊藤 alone; 上田 had left by then, 江川 had not come yet.
struct Town {
    desk: TestDesk,
    ichiro: String,
    hanako: String,
    saburo: String,
}

fn town() -> Town {
    let desk = TestDesk::empty(PROGRAM);
    let someone = |family: &str, given: &str, kana: [&str; 2], more: [&str; 2]| {
        let address = format!("見本市{family}町1");
        let typed = [("family", family), ("given", given), ("family_kana", kana[0]), ("given_kana", kana[1])];
        newcomer(&desk, &[&typed[..], &[("address", &address), ("joined", more[0]), ("left", more[1])]].concat())
    };
    let saburo = someone("伊藤", "三郎", ["いとう", "さぶろう"], ["", ""]);
    let hanako = someone("青木", "花子", ["あおき", "はなこ"], ["", ""]);
    let ichiro = someone("青木", "一郎", ["あおき", "いちろう"], ["", ""]);
    let left = someone("上田", "四郎", ["うえだ", "しろう"], ["H20.4.1", "R8.2.1"]);
    let coming = someone("江川", "五郎", ["えがわ", "ごろう"], ["R8.4.1", ""]);
    household(&desk, &ichiro, &[&hanako]);
    for alone in [&saburo, &left, &coming] {
        household(&desk, alone, &[]);
    }
    Town { desk, ichiro, hanako, saburo }
}

impl Town {
    fn body(&self, kind: &str, name: &str) -> Value {
        let body = json!({ "id": null, "version": 0, "kind": kind, "name": name, "kana": "", "parent_id": null, "moved": "",
            "founded": "", "dissolved": "", "note": "" });
        self.desk.call("roster.save_body", body)["value"]["id"].clone()
    }

    fn seat(&self, who: &str, body: &str, title: &str, until: &str) {
        role(&self.desk, &Value::Null, who, body, title, ["R6.4.1", until]);
    }

    /// The names on the roll of 令和8年3月1日, which are those on its sheets, one for each.
    fn called(&self, meeting: &Value) -> (Value, Vec<String>, Vec<String>) {
        let id = save(&self.desk, meeting);
        self.desk.call("meetings.take_roll", json!({ "id": id, "on": "R8.3.1", "count": "" }));
        let roll = self.desk.call("meetings.roll", json!({ "id": id }));
        let plain = |name: &Value| name.as_str().expect("a name").split_whitespace().collect::<String>();
        let names: Vec<String> = roll.as_array().expect("a roll").iter().map(|line| plain(&line["name"])).collect();
        let asked = json!({ "id": id, "paper": "slips", "format": "pdf", "folder": null });
        let sheets = pages(&self.desk.path(&self.desk.call("meetings.put_out_named", asked)["file"]["token"]));
        assert_eq!(sheets.len(), names.len(), "one sheet for each: {names:?}");
        for ((sheet, name), number) in sheets.iter().zip(&names).zip(1..) {
            assert!(sheet.contains(&format!("{name}様")) && sheet.contains(&format!("番号{number}日付")), "{sheet}");
        }
        (id, names, sheets)
    }

    fn votes_by(&self, unit: &str) {
        let shown = self.desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
        let rules = with(&shown["rules"], json!({ "unit": unit }));
        self.desk.call("meetings.set_rules", json!({ "kind": "ordinary", "rules": rules }));
    }

    fn general(&self, unit: &str) -> (Value, Vec<String>, Vec<String>) {
        self.votes_by(unit);
        self.called(&draft("ordinary"))
    }
}

#[test]
fn m03_a_roll_by_household_has_each_home_once_under_its_head() {
    let town = town();
    let (_, names, _) = town.general("household");
    let is_of = |who: &str| names.iter().filter(|name| name.contains(who)).count();
    assert_eq!((names.len(), is_of("青木一郎"), is_of("伊藤三郎")), (2, 1, 1), "{names:?}");
    assert_eq!((is_of("花子"), is_of("上田"), is_of("江川")), (0, 0, 0), "{names:?}");
}

#[test]
fn m03_a_roll_by_person_has_everybody_of_that_day_by_reading() {
    assert_eq!(town().general("individual").1, ["青木一郎", "青木花子", "伊藤三郎"]);
}

/// The roll of a meeting, and its paper at the door without spaces.
fn at_the_door(desk: &TestDesk, id: &Value) -> (Value, String) {
    let asked = json!({ "id": id, "paper": "reception", "format": "pdf", "folder": null });
    let file = desk.call("meetings.put_out_named", asked)["file"]["token"].clone();
    (desk.call("meetings.roll", json!({ "id": id })), pages(&desk.path(&file)).concat())
}

#[test]
fn m02_two_people_of_one_name_are_told_apart_by_where_they_live() {
    let town = town();
    let again = [
        ("family", "青木"),
        ("given", "一郎"),
        ("family_kana", "あおき"),
        ("given_kana", "いちろう"),
        ("address", "見本市桜町9"),
    ];
    newcomer(&town.desk, &again);
    for (unit, lives) in
        [("individual", ["見本市青木町1", "見本市桜町9"]), ("household", ["見本市青木町1", "見本市伊藤町1"])]
    {
        let (id, ..) = town.general(unit);
        let (roll, paper) = at_the_door(&town.desk, &id);
        let details: Vec<&str> =
            roll.as_array().expect("a roll").iter().filter_map(|line| line["detail"].as_str()).collect();
        for address in lives {
            assert!(details.contains(&address) && paper.contains(address), "{address} in {details:?} and {paper}");
        }
    }
}

#[test]
fn m02_the_head_of_an_association_who_is_in_no_roster_stands_there_as_written() {
    let town = town();
    let east = town.body("association", "見本東自治会");
    let west = town.body("association", "見本西自治会");
    town.body("member_body", "見本女性会");
    town.seat(&town.ichiro, "見本西自治会", "会長", "");
    for (body, year, chair) in [
        (&east, 2024, "前の　会長"),
        (&east, 2025, "髙𠮷　和夫"),
        (&west, 2025, "別の　人"),
        (&east, 2026, "次の　会長"),
    ] {
        let typed = json!({ "association_id": body, "year": year, "enrolled": "10", "households": "20", "flats": "",
            "chair_name": chair, "blocks": "", "fee": "", "note": "", "version": 0 });
        town.desk.call("enrolment.save_count", typed);
    }
    town.votes_by("body");
    let id = save(&town.desk, &draft("ordinary"));
    town.desk.call("meetings.take_roll", json!({ "id": id, "on": "R8.3.1", "count": "" }));
    let (roll, paper) = at_the_door(&town.desk, &id);
    let told = |name: &str| {
        let lines = roll.as_array().expect("a roll").iter();
        lines.filter(|line| line["name"] == name).map(|line| line["detail"].clone()).collect::<Vec<_>>()
    };
    assert_eq!(told("見本東自治会"), ["髙𠮷　和夫"], "as written for the year of the roll: {roll}");
    assert_eq!(told("見本西自治会"), ["青木　一郎"], "who is in the roster goes before: {roll}");
    assert_eq!(told("見本女性会"), [""], "nobody wrote a name: {roll}");
    assert!(paper.contains("髙𠮷和夫") && paper.contains("青木一郎"), "{paper}");
    assert!(!paper.contains("別の") && !paper.contains("前の") && !paper.contains("次の"), "{paper}");
}

#[test]
fn m05_the_slip_of_one_voter_bears_the_address_and_a_line_for_who_signs() {
    let town = town();
    let (_, _, sheets) = town.general("household");
    assert!(sheets[0].contains("住所見本市青木町1氏名（署名）㊞"), "{}", sheets[0]);
}

#[test]
fn m05_where_each_person_votes_one_sheet_a_home_has_a_row_for_everybody_there() {
    let town = town();
    let mut away = crate::roster_bars::draft(&town.desk, &town.ichiro);
    away["address"] = "見本市下宿町9".into();
    town.desk.call("roster.save_person", json!({ "person": away }));
    let (id, names, _) = town.general("individual");
    super::item(&town.desk, &id, "plan", json!({}));
    let asked = |format: &str| json!({ "id": id, "paper": "home_slips", "format": format, "folder": null });
    let put = |format: &str| town.desk.path(&town.desk.call("meetings.put_out_named", asked(format))["file"]["token"]);
    let sheets = pages(&put("pdf"));
    assert_eq!((names.len(), sheets.len()), (3, 2), "three votes in two homes");
    for told in ["青木一郎様", "青木花子", "□委任", "第1号賛・否", "住所見本市青木町1"] {
        assert!(sheets[0].contains(told), "{told} in {}", sheets[0]);
    }
    assert!(!sheets[0].contains("下宿町"), "it goes to the home: {}", sheets[0]);
    assert!(
        !sheets[0].contains("□委任状") && !sheets[0].contains("□書面表決"),
        "each gives for themselves: {}",
        sheets[0]
    );
    assert_eq!(sheets[0].matches("□出席").count(), 2, "one for each of them: {}", sheets[0]);
    assert!(sheets[1].contains("伊藤三郎") && !sheets[1].contains("青木"), "{}", sheets[1]);
    assert!(format!("{:?}", sheets::read(&put("xlsx")).expect("a workbook")).contains("花子"));
}

#[test]
fn m03_the_roll_of_a_board_has_who_holds_an_office_that_day_once_the_highest_first() {
    let town = town();
    town.body("council", "試験協議会");
    town.seat(&town.saburo, "試験協議会", "会計", "");
    town.seat(&town.ichiro, "試験協議会", "会長", "");
    town.seat(&town.ichiro, "試験協議会", "書記", "");
    town.seat(&town.hanako, "試験協議会", "監事", "R7.3.31");
    let (id, names, _) = town.called(&with(&draft("board"), json!({ "number": "4" })));
    assert_eq!(names, ["青木一郎", "伊藤三郎"]);
    let roll = town.desk.call("meetings.roll", json!({ "id": id }));
    assert_eq!((&roll[0]["is_president"], &roll[1]["is_president"]), (&json!(true), &json!(false)));
}

#[test]
fn m03_at_a_board_auditors_advisers_and_the_office_have_a_vote_only_where_the_rules_say_so() {
    let town = town();
    town.body("council", "試験協議会");
    town.seat(&town.ichiro, "試験協議会", "会長", "");
    town.seat(&town.hanako, "試験協議会", "監事", "");
    town.seat(&town.saburo, "試験協議会", "事務局長", "");
    let board = with(&draft("board"), json!({ "number": "4" }));
    assert_eq!(town.called(&board).1, ["青木一郎"], "監事 and 事務局 attend");
    let shown = town.desk.call("meetings.rules", json!({ "kind": "board", "year": 2025 }));
    assert_eq!(shown["rules"]["also_vote"], json!([]));
    let rules = with(&shown["rules"], json!({ "also_vote": ["auditors"] }));
    town.desk.call("meetings.set_rules", json!({ "kind": "board", "rules": rules }));
    assert_eq!(town.called(&board).1, ["青木一郎", "青木花子"]);
}

#[test]
fn m03_one_voter_is_put_on_the_roll_or_taken_off_and_the_others_keep_their_numbers_and_marks() {
    let town = town();
    let (id, ..) = town.general("household");
    let mark = |numbers: &str, standing: &str| super::mark(&town.desk, &id, numbers, standing);
    mark("1", "present");
    let add =
        |person: &Value| json!({ "id": id, "person_id": person, "organisation_id": null, "is_number_alone": false });
    let nobody = town.desk.refused("meetings.add_voter", add(&Value::Null));
    assert_eq!((nobody.code.as_str(), nobody.params["field"].as_str()), ("meetings.voter_missing", "voter"));
    let twice = town.desk.refused("meetings.add_voter", add(&json!(town.hanako)));
    assert_eq!(
        (twice.code.as_str(), twice.params["field"].as_str()),
        ("meetings.voter_twice", "voter"),
        "{}",
        twice.message
    );
    let alone = newcomer(
        &town.desk,
        &[("family", "岡田"), ("given", "六郎"), ("family_kana", "おかだ"), ("given_kana", "ろくろう")],
    );
    let shown = super::seen(&town.desk, &id);
    assert_eq!(shown["homeless"], json!(["岡田　六郎"]), "who has no household is named");
    let before = town.desk.state_hash();
    town.desk.call("meetings.add_voter", add(&json!(alone)));
    let lines = || town.desk.call("meetings.roll", json!({ "id": id }));
    let roll = lines();
    let last = |roll: &Value| roll.as_array().expect("a roll").last().cloned().expect("a line");
    assert_eq!((&last(&roll)["number"], &roll[0]["standing"]), (&json!(3), &json!("present")));
    assert_eq!(super::seen(&town.desk, &id)["homeless"], json!([]));
    super::undo(&town.desk, 1);
    assert_eq!(town.desk.state_hash(), before);
    town.desk.call("meetings.add_voter", add(&json!(alone)));

    let remove = |number: &str| json!({ "id": id, "number": number });
    town.desk.call("meetings.mark", super::proxies(&id, "3", "member", "1"));
    let holds = town.desk.refused("meetings.remove_voter", remove("1"));
    assert_eq!((holds.code.as_str(), holds.params["numbers"].as_str()), ("meetings.voter_holds", "3"));
    let told = town.desk.call("meetings.remove_voter", remove("2"));
    assert!(told["sentence"].as_str().expect("words").contains("番号2　伊藤"), "{told}");
    let numbers: Vec<i64> =
        lines().as_array().expect("a roll").iter().map(|line| line["number"].as_i64().expect("it")).collect();
    assert_eq!(numbers, [1, 3]);
    let motion = super::item(&town.desk, &id, "free", json!({ "title": "看板の建て替え" }));
    town.desk.call("meetings.record_result", super::result(&motion, "applause"));
    assert_eq!(town.desk.refused("meetings.remove_voter", remove("3")).code, "meetings.roll_voted");
    let number = with(&add(&Value::Null), json!({ "is_number_alone": true }));
    assert_eq!(town.desk.refused("meetings.add_voter", number.clone()).code, "meetings.roll_voted");
    super::undo(&town.desk, 1);
    town.desk.call("meetings.add_voter", number);
    assert_eq!((&last(&lines())["number"], &last(&lines())["name"]), (&json!(4), &json!("")), "a number alone");
}

#[test]
fn m03_a_committee_meets_under_its_own_name_with_those_who_sit_in_it() {
    let town = town();
    let refused = town.desk.refused("meetings.save_meeting", json!({ "meeting": draft("committee") }));
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("meetings.body_missing", "organisation_id"));
    let [safety, _] = ["防災部会", "福祉部会"].map(|name| town.body("committee", name));
    town.seat(&town.hanako, "防災部会", "副部会長", "");
    town.seat(&town.saburo, "防災部会", "部会長", "");
    town.seat(&town.ichiro, "福祉部会", "部会長", "");
    let (id, names, sheets) =
        town.called(&with(&draft("committee"), json!({ "number": "2", "organisation_id": safety })));
    assert_eq!(names, ["伊藤三郎", "青木花子"]);
    let shown = town.desk.call("meetings.meeting", json!({ "id": id, "at": "" }));
    assert_eq!(shown["title"], "令和7年度　第2回防災部会");
    assert!(sheets.iter().all(|sheet| sheet.contains("令和7年度第2回防災部会の開催について")), "{sheets:?}");
}
