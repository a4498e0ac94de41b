//! M03, M07: the papers of a 認可地縁団体, out of what its general meeting decided and whom its 名簿 holds.

use serde_json::{Value, json};
use suite::TestDesk;

use super::booklet::pages;
use super::effects::{BODY, council, person, typed};
use super::{item, mark, numbered, result, split, with};
use crate::PROGRAM;
use crate::papers::cells;

const OLD: &str = "第1条　この会は、見本会という。\n第2条　役員の任期は、1年とする。\n第3条　会費は、月200円とする。";

/// A paper of a year, without its spaces.
fn paper(desk: &TestDesk, form: &str, year: i32) -> String {
    let asked = json!({ "form": form, "year": year, "format": "pdf", "folder": null });
    pages(&desk.path(&desk.call("reports.output", asked)["files"][0]["token"])).concat()
}

fn missing(desk: &TestDesk, form: &str, year: i32) -> String {
    desk.call("reports.prepare", json!({ "form": form, "year": year }))["checks"].to_string()
}

/// The meeting that changes the term of officers, does not raise the fee and elects a new 会長 from 令和8年4月1日.
fn decided(desk: &TestDesk, next: &Value) -> Value {
    desk.call("meetings.save_bylaws", typed("H20.4.1", OLD));
    let id = numbered(desk, "extraordinary", 12);
    mark(desk, &id, "1-12", "present");
    let amended = |from: &str, to: &str, why: &str| {
        let typed = json!({ "new_text": OLD.replace(from, to), "from": "R8.4.1", "title": "規約の改正（案）", "explanation": why });
        item(desk, &id, "bylaws", typed)
    };
    let term = amended("1年", "2年", "役員のなり手を増やすため。");
    let fee = amended("200円", "500円", "集会所の建て替えのため。");
    let elected =
        item(desk, &id, "officers", json!({ "from": "R8.4.1", "to": "R10.3.31", "title": "役員の改選（案）" }));
    let officers = desk.call("roster.officers_on", json!({ "on": "R8.3.31" }))["officers"].take();
    let chair = officers.as_array().expect("officers").iter().find(|o| o["title"] == "会長" && o["body"] == BODY);
    let seat = json!({ "role_id": chair.expect("a chair")["role_id"], "organisation_id": council(desk), "title": "会長", "person_id": next });
    desk.call("meetings.put_nominations", json!({ "id": elected, "nominations": [seat] }));
    for approved in [&term, &elected] {
        desk.call("meetings.record_result", result(approved, "rising"));
    }
    desk.call("meetings.record_result", with(&result(&fee, "hands"), json!({ "present": split(3, 9, 0) })));
    desk.call("meetings.take_effect", json!({ "id": id }));
    id
}

#[test]
fn m07_a_change_of_the_bylaws_is_applied_for_as_the_meeting_decided_it_and_what_it_voted_down_is_not() {
    let desk = TestDesk::sample(PROGRAM);
    decided(&desk, &person(&desk, "十河勝"));
    let applied = paper(&desk, "recognised-bylaws", 2025);
    for said in [
        "（宛先）高松市長",
        "規約変更認可申請書",
        "名称見本地区コミュニティ協議会",
        "議決した総会令和7年度臨時総会（令和8年3月22日）",
        "第1号議案規約の改正（案）",
        "変更の理由役員のなり手を増やすため。",
        "起立により、表決した12世帯全員（出席者12）の賛成で、原案のとおり可決されました。",
        "施行の日令和8年4月1日",
        "第2条役員の任期は、2年とする。",
        "第2条役員の任期は、1年とする。",
    ] {
        assert!(applied.contains(said), "{said} in {applied}");
    }
    for other in ["集会所の建て替え", "500円", "第2号議案"] {
        assert!(!applied.contains(other), "{other} was voted down: {applied}");
    }
}

#[test]
fn m07_a_new_chair_is_notified_and_consents_by_name_and_address_from_the_records() {
    let desk = TestDesk::sample(PROGRAM);
    let squeezed = |value: &Value| value.as_str().expect("words").split_whitespace().collect::<String>();
    let people = desk.call("roster.list_people", json!({ "year": 2025 }))["people"].take();
    let of = |name: &str| people.as_array().expect("people").iter().find(|p| squeezed(&p["name"]) == name).cloned();
    let next = of("十河勝").expect("the next chair");
    let facts = desk.facts(2025);
    let [before, address] = ["name", "address"].map(|part| squeezed(&facts[format!("council.representative_{part}")]));
    let lives = |p: &Value| squeezed(&p["name"]) == before && squeezed(&p["address"]) == address;
    assert!(people.as_array().expect("people").iter().any(lives), "{before} lives in {address}");
    let told = missing(&desk, "recognised-notice", 2026);
    let fields = [("what", "変更があった事項とその内容"), ("changed_on", "変更の年月日"), ("why", "変更の理由")];
    assert!(fields.iter().all(|(_, label)| told.contains(label)), "what has to be typed is asked for: {told}");
    decided(&desk, &next["id"]);
    let told = missing(&desk, "recognised-notice", 2026);
    assert!(fields.iter().all(|(_, label)| !told.contains(label)), "the election says it: {told}");
    let notice = paper(&desk, "recognised-notice", 2026);
    let lives = squeezed(&next["address"]);
    for said in [
        format!("旧{before}{address}新十河勝{lives}"),
        "変更の年月日令和8年4月1日".to_owned(),
        "令和8年3月22日の臨時総会で、代表者が改選されたため".to_owned(),
    ] {
        assert!(notice.contains(&said), "{said} in {notice}");
    }
    assert!(missing(&desk, "recognised-notice", 2025).contains(fields[0].1), "nobody changed in that year");
    let words = [
        ("what", format!("代表者の氏名及び住所　旧　{before}　新　十河　勝")),
        ("changed_on", "令和8年4月1日".to_owned()),
        ("why", "令和8年3月22日の総会で代表者が改選されたため".to_owned()),
    ];
    for (field, words) in words {
        let text = json!({ "form": "recognised-notice", "year": 2026, "field": field, "words": words });
        desk.call("reports.write_text", text);
    }
    let notice = paper(&desk, "recognised-notice", 2026);
    let typed = format!("代表者の氏名及び住所旧{before}新十河勝");
    for said in ["告示事項変更届出書", "代表者の氏名十河勝", &typed, "令和8年4月1日", "新しい代表者の承諾書"]
    {
        assert!(notice.contains(said), "{said} in {notice}");
    }
    let consent = paper(&desk, "recognised-consent", 2026);
    for said in [
        "代表者承諾書",
        "令和年月日",
        "（宛先）高松市長",
        "私は、見本地区コミュニティ協議会の代表者となることを承諾します。",
        "役職会長",
        &format!("代表者の住所{}", squeezed(&next["address"])),
        "代表者の氏名十河勝",
        "（署名）",
    ] {
        assert!(consent.contains(said), "{said} in {consent}");
    }
    let eve = paper(&desk, "recognised-consent", 2025);
    assert!(
        eve.contains(&format!("代表者の住所{address}代表者の氏名{before}")),
        "the year before is the predecessor's: {eve}"
    );
}

#[test]
fn m03_the_roll_of_a_recognised_body_holds_everybody_in_the_letters_of_their_names() {
    let desk = TestDesk::sample(PROGRAM);
    let rare = [("葛\u{E0100}城", "花"), ("𠮷田", "みのる"), ("髙﨑", "守"), ("渡邉", "邉")];
    for (family, given) in rare {
        let person = json!({ "id": null, "version": 0, "family": family, "given": given, "family_kana": "", "given_kana": "",
            "postal": "", "address": "高松市試験町1番1号", "phone": "", "mobile": "", "birth": "", "joined": "", "joined_reason": "",
            "left": "", "left_reason": "", "alternate_name": "", "note": "", "own": [] });
        desk.call("roster.save_person", json!({ "person": person }));
    }
    let facts = desk.facts(2025);
    let people = facts["roster.people"].as_array().expect("people");
    let roll = paper(&desk, "recognised-members", 2025);
    assert!(roll.contains(&format!("構成員{}人", people.len())), "{roll:.200}");
    assert!(roll.contains("令和8年3月14日現在"), "the day on which it is printed, before the year is over");
    let book = desk.call(
        "reports.output",
        json!({ "form": "recognised-members", "year": 2025, "format": "xlsx", "folder": null }),
    );
    let book = cells(&desk.path(&book["files"][0]["token"]));
    for (at, person) in people.iter().enumerate() {
        let name = person["name"].as_str().expect("a name");
        let line = format!("{}{}", at + 1, name.split_whitespace().collect::<String>());
        assert!(roll.contains(&line), "{line} in the order of the roll");
        assert!(book.iter().any(|cell| cell == name), "{name} in the workbook");
    }
    for (family, given) in rare {
        assert!(roll.contains(&format!("{family}{given}高松市試験町1番1号")), "{family} {given}");
    }
}
