//! M06: 議事録 and 結果のお知らせ of one meeting.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{draft, item, mark, numbered, proxies, result, save, seen, with};
use crate::PROGRAM;
use crate::papers::pdf_text;

/// A paper of one meeting: its name, and its words without the breaks between lines.
pub(super) fn paper(desk: &TestDesk, id: &Value, form: &str) -> (String, String) {
    let asked = json!({ "id": id, "form": form, "format": "pdf", "folder": null });
    let file = desk.call("meetings.put_out", asked)["files"][0].clone();
    let words = pdf_text(&desk.path(&file["token"]));
    (file["name"].as_str().expect("a name").to_owned(), words.split_whitespace().collect())
}

#[test]
fn m06_the_minutes_are_drawn_from_what_was_counted_and_name_who_signs() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 576);
    mark(&desk, &id, "1-51", "present");
    desk.call("meetings.mark", proxies(&id, "52-385", "chair", ""));
    let plan = item(&desk, &id, "plan", json!({ "explanation": "防災訓練を加えます。" }));
    item(&desk, &id, "audit", json!({ "kind": "report" }));
    let spoken = with(&result(&plan, "applause"), json!({ "discussion": "問　訓練はいつか。　答　11月である。" }));
    desk.call("meetings.record_result", spoken);
    save(
        &desk,
        &with(&draft("board"), json!({ "number": "3", "held": "R8.2.1", "notice": "", "chair": "別の会の議長" })),
    );
    let (name, minutes) = paper(&desk, &id, "meeting-minutes");
    assert_eq!(name, "令和7年度_臨時総会_議事録.pdf");
    for told in [
        "令和7年度臨時総会議事録",
        "本人の出席51世帯、委任状334通、合わせて385世帯です。",
        "第1号議案令和7年度事業計画（案）",
        "拍手により、表決した385世帯全員（出席者51、委任状334）の賛成で、原案のとおり可決されました。",
        "防災訓練を加えます。",
        "答11月である。",
        "報告第1号",
        "報告しました。",
        "署名一郎",
        "署名二郎",
        "午後2時から午後3時30分まで",
    ] {
        assert!(minutes.contains(told), "{told} in {minutes}");
    }
    assert!(!minutes.contains("別の会の議長"), "the minutes of one meeting");
    let (name, report) = paper(&desk, &id, "meeting-report");
    assert_eq!(name, "令和7年度_臨時総会_会議の結果のお知らせ（回覧）.pdf");
    assert!(report.contains("可決") && report.contains("334"), "{report}");
    let (_, notice) = paper(&desk, &id, "meeting-notice");
    assert!(
        ["切り取り線", "出席・欠席", "委任状", "賛成・反対"].iter().all(|words| notice.contains(words)),
        "{notice}"
    );
    let asked = json!({ "id": id, "form": "meeting-minutes", "format": "xlsx", "folder": null });
    let workbook = desk.call("meetings.put_out", asked)["files"][0].clone();
    let book = sheets::read(&desk.path(&workbook["token"])).expect("a workbook");
    assert!(format!("{book:?}").contains("委任状334通"), "the same words in Excel");
    let titles = desk.call("meetings.list_meetings", json!({ "year": 2025 }));
    let titles: Vec<&Value> =
        titles["meetings"].as_array().expect("meetings").iter().map(|one| &one["title"]).collect();
    assert_eq!(titles, ["令和7年度　第3回役員会", "令和7年度　臨時総会"]);
}

#[test]
fn m06_a_chair_who_does_not_vote_is_told_beside_the_counts_and_named_as_at_the_door() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &with(&draft("extraordinary"), json!({ "chair": "", "signers": "" })));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "R8.3.1", "count": "" }));
    let roll = desk.call("meetings.roll", json!({ "id": id })).as_array().expect("a roll").len();
    mark(&desk, &id, &format!("1-{}", roll - 5), "present");
    mark(&desk, &id, &format!("{}-{}", roll - 4, roll - 3), "written");
    mark(&desk, &id, &(roll - 2).to_string(), "electronic");
    let plan = item(&desk, &id, "plan", json!({}));
    desk.call("meetings.record_result", result(&plan, "applause"));
    let apart = "議長は、可否同数のときだけ決めるため、賛否の数に入っていません。";
    let papers = |desk: &TestDesk| ["meeting-minutes", "meeting-report"].map(|form| paper(desk, &id, form).1);
    assert!(!papers(&desk).iter().any(|paper| paper.contains(apart)), "nobody has the chair yet");
    desk.call("meetings.seat", json!({ "id": id, "seat": "chair", "number": "1" }));
    desk.call("meetings.record_result", result(&plan, "applause"));
    let names = desk.call("meetings.roll", json!({ "id": id }));
    let chair: String = names[0]["detail"].as_str().expect("a name").split_whitespace().collect();
    let [minutes, report] = papers(&desk);
    assert!(minutes.contains(&format!("議長に{chair}が就き")) && minutes.contains(apart), "{minutes}");
    assert!(report.contains(apart), "{report}");
    for told in ["書面表決2", "電磁的方法1", "欠席など2"] {
        assert!(minutes.contains(told) && report.contains(told), "{told} in {minutes} {report}");
    }
}

#[test]
fn m01_the_agenda_is_in_order_by_keys_and_draws_the_papers_of_the_records() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &draft("ordinary"));
    let before = desk.state_hash();
    desk.call("meetings.add_usual_items", json!({ "id": id }));
    let items = |desk: &TestDesk| seen(desk, &id)["items"].as_array().expect("items").clone();
    let told: Vec<String> =
        items(&desk).iter().map(|i| format!("{} {}", i["label"], i["item"]["title"]).replace('"', "")).collect();
    assert_eq!(
        told,
        [
            "第1号議案 令和7年度　事業報告",
            "第2号議案 令和7年度　収支決算",
            "報告第1号 令和7年度　監査報告",
            "報告第2号 財産目録・備品台帳",
            "第3号議案 役員の改選（案）",
            "第4号議案 令和8年度　事業計画（案）",
            "第5号議案 令和8年度　収支予算（案）",
        ]
    );
    let papers = |at: usize| items(&desk)[at]["papers"].to_string();
    assert!(
        papers(1).contains("settlement-meeting")
            && papers(2).contains("audit-report")
            && papers(3).contains("property-list")
            && papers(6).contains("budget-statement")
    );
    let budget = items(&desk)[6]["item"]["id"].clone();
    desk.call("meetings.move_item", json!({ "id": budget, "to": 1 }));
    assert_eq!((&items(&desk)[0]["item"]["id"], &items(&desk)[0]["label"]), (&budget, &json!("第1号議案")));
    assert_eq!(items(&desk)[1]["label"], "第2号議案");
    desk.call("meetings.remove_item", json!({ "id": budget }));
    assert_eq!(items(&desk).len(), 6);
    super::undo(&desk, 3);
    assert_eq!(desk.state_hash(), before);
}

#[test]
fn m06_a_wrong_meeting_is_taken_out_whole_and_comes_back_whole_but_not_once_its_decisions_are_in_force() {
    let desk = TestDesk::sample(PROGRAM);
    let id = numbered(&desk, "extraordinary", 12);
    mark(&desk, &id, "1-9", "present");
    desk.call("meetings.mark", proxies(&id, "10-11", "member", "1"));
    mark(&desk, &id, "12", "written");
    let rules = item(&desk, &id, "bylaws", json!({ "new_text": "第1条　名称", "title": "規約の改正（案）" }));
    let votes = json!([{ "item_id": rules, "vote": "yes" }]);
    desk.call("meetings.write_votes", json!({ "id": id, "numbers": "12", "votes": votes, "writes_over": false }));
    let guest = json!({ "id": null, "body": "見本市", "office": "市長", "name": "", "greets": true });
    desk.call("meetings.put_guests", json!({ "id": id, "guests": [guest] }));
    desk.call("meetings.record_result", result(&rules, "rising"));
    let written = desk.state_hash();
    desk.call("meetings.remove_meeting", json!({ "id": id }));
    assert_eq!(desk.call("meetings.list_meetings", json!({ "year": 2025 }))["meetings"], json!([]));
    let gone = desk.refused("meetings.meeting", json!({ "id": id, "at": "" }));
    assert_eq!(gone.code, "meetings.no_such_meeting");
    desk.call("office.undo", json!({}));
    assert_eq!((desk.state_hash(), &seen(&desk, &id)["attendance"]["total"]), (written, &json!(12)));
    desk.call("meetings.take_effect", json!({ "id": id }));
    let refused = desk.refused("meetings.remove_meeting", json!({ "id": id }));
    assert_eq!(refused.code, "meetings.meeting_in_effect");
    assert!(refused.hint.contains("元に戻す"), "{}", refused.hint);
}

#[test]
fn m05_what_a_paper_of_meetings_still_lacks_is_told_by_its_name() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &draft("ordinary"));
    item(&desk, &id, "free", json!({ "title": "看板の建て替え" }));
    let told = |form: &str| desk.call("reports.prepare", json!({ "form": form, "year": 2025 }))["checks"].to_string();
    let minutes = told("meeting-minutes");
    assert!(minutes.contains("結果の文") && !minutes.contains("「」"), "{minutes}");
    for form in ["meeting-slips", "meeting-home-slips", "meeting-reception", "meeting-seating"] {
        assert!(told(form).contains("この書類は、会議ごとに作ります。"), "{form} of the year names nobody");
    }
    assert!(!told("meeting-notice").contains("会議ごとに作ります"));
}
