//! 招集通知 and its slip: what the rules do not count is not offered, by when and where slips come back, and the papers of a meeting
//! that is held only in writing.

use serde_json::{Value, json};
use suite::TestDesk;

use super::paper::paper;
use super::{draft, item, mark, result, save, with};
use crate::PROGRAM;

/// A general meeting whose rules count 委任状 and 書面表決 or not, with one item.
fn called(desk: &TestDesk, proxies: bool, written: bool, fields: Value) -> Value {
    let shown = desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
    let counting = |counts: bool| json!({ "for_quorum": counts, "for_vote": counts });
    let rules = json!({ "unit": "body", "proxies": counting(proxies), "written": counting(written) });
    desk.call("meetings.set_rules", json!({ "kind": "ordinary", "rules": with(&shown["rules"], rules) }));
    let id = save(desk, &with(&draft("extraordinary"), fields));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "R8.3.1", "count": "" }));
    item(desk, &id, "free", json!({ "title": "除雪機を買う（案）" }));
    id
}

/// All sheets of 招集通知, with and without names, as their words.
fn notices(desk: &TestDesk, id: &Value) -> [String; 2] {
    let asked = json!({ "id": id, "paper": "slips", "format": "pdf", "folder": null });
    let named = desk.path(&desk.call("meetings.put_out_named", asked)["file"]["token"]);
    let named: String = crate::papers::pdf_text(&named).split_whitespace().collect();
    [paper(desk, id, "meeting-notice").1, named]
}

#[test]
fn m05_a_slip_offers_only_what_the_rules_of_the_meeting_count() {
    let desk = TestDesk::sample(PROGRAM);
    let told = [
        (true, true, "書面表決（議案ごとに賛否を書く）のどちらか一つを", "どちらか一方を"),
        (true, false, "下の票の「委任」のところをご記入", "次をご記入"),
        (false, true, "下の票で議案ごとの賛否をご記入", "次をご記入"),
        (false, false, "出席か欠席かを、下の票で", "ご出席ください"),
    ];
    for (proxies, written, call, if_absent) in told {
        let id = called(&desk, proxies, written, json!({}));
        for notice in notices(&desk, &id) {
            assert!(notice.contains(call) && notice.contains(if_absent), "{notice:.600}");
            assert!(notice.contains("出欠票") && notice.contains("第1号議案除雪機を買う（案）"), "{notice:.600}");
            assert_eq!(notice.contains("□委任状"), proxies, "{notice:.600}");
            assert_eq!(notice.contains("一切の権限を委任"), proxies, "{notice:.600}");
            assert_eq!(notice.contains("□書面表決"), written, "{notice:.600}");
            assert_eq!(notice.contains("賛成・反対"), written, "{notice:.600}");
        }
    }
}

#[test]
fn m05_a_slip_says_by_when_and_where_it_comes_back_or_leaves_the_day_to_the_hand() {
    let desk = TestDesk::sample(PROGRAM);
    for (due, told) in [("R8.3.18", "提出期限令和8年3月18日まで提出先"), ("", "提出期限月日まで提出先")]
    {
        let id = called(&desk, true, true, json!({ "slips_due": due }));
        for notice in notices(&desk, &id) {
            assert!(notice.contains(&format!("{told}見本地区コミュニティ協議会")), "{notice:.900}");
        }
    }
    let late = with(&draft("extraordinary"), json!({ "slips_due": "R8.3.23" }));
    let refused = desk.refused("meetings.save_meeting", json!({ "meeting": late }));
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("meetings.slips_due_after", "slips_due"));
}

#[test]
fn m03_the_papers_of_a_meeting_in_writing_ask_nobody_to_come_and_tell_of_no_chair() {
    let desk = TestDesk::sample(PROGRAM);
    let fields = json!({ "is_written": true, "place": "", "begins": "", "ends": "", "slips_due": "R8.3.20" });
    let id = called(&desk, true, true, fields);
    let plan = item(&desk, &id, "plan", json!({ "explanation": "防災訓練を加えます。" }));
    let roll = desk.call("meetings.roll", json!({ "id": id })).as_array().expect("a roll").len();
    mark(&desk, &id, &format!("1-{}", roll - 1), "written");
    let slip = |numbers: String, vote: &str| json!({ "id": id, "numbers": numbers, "votes": [{ "item_id": plan, "vote": vote }] });
    desk.call("meetings.write_votes", slip("1".to_owned(), "no"));
    desk.call("meetings.write_votes", slip(format!("2-{}", roll - 1), "yes"));
    desk.call("meetings.record_result", result(&plan, "written"));
    let asks = [
        "集まらずに、書面による表決で決めます",
        "提出期限令和8年3月20日まで",
        "書面表決書",
        "賛成・反対",
        "切り取り線",
    ];
    for notice in notices(&desk, &id) {
        assert!(asks.iter().all(|words| notice.contains(words)), "{notice:.900}");
        assert!(
            !["ご出席", "委任", "出欠票", "日時", "場所"].iter().any(|words| notice.contains(words)),
            "{notice:.900}"
        );
    }
    let minutes = paper(&desk, &id, "meeting-minutes").1;
    let back = format!("表決権の総数{roll}団体に対し、書面表決書{}通、合わせて{}団体です。", roll - 1, roll - 1);
    let told = [
        "（書面による表決）議事録",
        "結果が定まった日令和8年3月22日",
        &back,
        "防災訓練を加えます。",
        "書面により採決し",
        "署名一郎",
    ];
    assert!(told.iter().all(|words| minutes.contains(words)), "{minutes}");
    let not = ["開会", "閉会", "議長", "見本議長", "委任状", "場所", "本人の出席", "ご報告します"];
    assert!(!not.iter().any(|words| minutes.contains(words)), "{minutes}");
    let report = paper(&desk, &id, "meeting-report").1;
    assert!(report.contains("書面による表決で決めました") && report.contains("可決"), "{report}");
    assert!(!["委任状", "出席", "開いた"].iter().any(|words| report.contains(words)), "{report}");
    let shown = desk.call("meetings.booklet", json!({ "id": id }))["pages"].to_string();
    assert!(
        shown.contains("決め方") && !shown.contains("次第") && !shown.contains("閉会"),
        "the booklet opens nothing"
    );
}

#[test]
fn m03_a_general_meeting_in_writing_is_told_that_all_must_agree_and_its_minutes_say_when_they_did() {
    let desk = TestDesk::sample(PROGRAM);
    crate::legal_form::recognise(&desk);
    let typed = with(&draft("extraordinary"), json!({ "is_written": true }));
    let id = save(&desk, &typed);
    let lacks = |id: &Value| super::seen(&desk, id)["lacks_agreement"] == true;
    assert!(lacks(&id) && !paper(&desk, &id, "meeting-minutes").1.contains("全員の同意"));
    let agreed = with(&typed, json!({ "id": id, "version": 1, "agreed": "R8.3.10" }));
    assert_eq!(save(&desk, &agreed), id);
    let told = "書面で決めることについては、令和8年3月10日に、構成員全員の同意を得ています。";
    assert!(!lacks(&id) && paper(&desk, &id, "meeting-minutes").1.contains(told));
    let late = with(&typed, json!({ "agreed": "R8.3.23" }));
    let refused = desk.refused("meetings.save_meeting", json!({ "meeting": late }));
    assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), ("meetings.agreed_after", "agreed"));
    let others = [json!({ "kind": "board", "is_written": true }), json!({ "is_written": false, "agreed": "R8.3.10" })];
    assert!(!others.iter().any(|fields| lacks(&save(&desk, &with(&typed, fields.clone())))), "only 総会 in writing");
}

#[test]
fn m02_a_meeting_is_not_turned_into_one_in_writing_over_those_who_came_or_what_was_voted() {
    let desk = TestDesk::sample(PROGRAM);
    let id = super::numbered(&desk, "extraordinary", 26);
    mark(&desk, &id, "1-10", "present");
    desk.call("meetings.mark", super::proxies(&id, "11-15", "chair", ""));
    mark(&desk, &id, "16-18", "written");
    let plan = item(&desk, &id, "plan", json!({ "title": "事業計画（案）" }));
    desk.call("meetings.record_result", result(&plan, "hands"));
    let turned = |desk: &TestDesk| {
        let version = super::seen(desk, &id)["record"]["version"].clone();
        json!({ "meeting": with(&draft("extraordinary"), json!({ "id": id, "version": version, "is_written": true })) })
    };
    let before = desk.state_hash();
    let refused = |desk: &TestDesk| desk.refused("meetings.save_meeting", turned(desk));
    let voted = refused(&desk);
    assert_eq!((voted.code.as_str(), voted.params["titles"].as_str()), ("meetings.way_voted", "事業計画（案）"));
    desk.call("meetings.record_result", with(&result(&plan, "hands"), json!({ "method": null })));
    let marked = refused(&desk);
    assert_eq!((marked.code.as_str(), marked.params["count"].as_str()), ("meetings.way_marked", "15"));
    assert!(marked.message.contains("番号 1〜15"), "{}", marked.message);
    super::undo(&desk, 1);
    assert_eq!(desk.state_hash(), before, "a refusal changes nothing");
    desk.call("meetings.record_result", with(&result(&plan, "hands"), json!({ "method": null })));
    desk.call("meetings.mark", with(&super::marking(&id, "1-15", "open"), json!({ "writes_over": true })));
    desk.call("meetings.save_meeting", turned(&desk));
    assert_eq!(super::seen(&desk, &id)["attendance"]["written"], 3);
}

#[test]
fn m03_what_everybody_agrees_to_in_writing_is_decided_without_an_agreement_on_the_way() {
    let desk = TestDesk::sample(PROGRAM);
    crate::legal_form::recognise(&desk);
    let id = save(&desk, &with(&draft("extraordinary"), json!({ "is_written": true })));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "", "count": "5" }));
    mark(&desk, &id, "1-5", "written");
    let plan = item(&desk, &id, "plan", json!({}));
    let slips = |numbers: &str, vote: &str| json!({ "id": id, "numbers": numbers, "votes": [{ "item_id": plan, "vote": vote }] });
    desk.call("meetings.write_votes", slips("1-4", "yes"));
    desk.call("meetings.record_result", result(&plan, "written"));
    let shown = |desk: &TestDesk| {
        let shown = super::seen(desk, &id);
        let item = &shown["items"][0];
        (shown["lacks_agreement"] == true, item["outcome"].clone(), item["sentence"].to_string())
    };
    let told =
        "書面により、表決権のある5人全員が議案に同意したので、決議があったものとして、原案のとおり可決されました。";
    let (lacks, _, sentence) = shown(&desk);
    assert!(lacks && !sentence.contains(told), "one slip bears no mark: {sentence}");
    desk.call("meetings.write_votes", slips("5", "yes"));
    assert!(shown(&desk).0, "what was counted stands until it is counted anew");
    desk.call("meetings.record_result", result(&plan, "written"));
    let (lacks, outcome, sentence) = shown(&desk);
    assert!(!lacks && outcome == "approved" && sentence.contains(told), "{sentence}");
    assert!(paper(&desk, &id, "meeting-minutes").1.contains(told));
    desk.call("meetings.write_votes", slips("5", "no"));
    desk.call("meetings.record_result", result(&plan, "written"));
    let (lacks, _, sentence) = shown(&desk);
    assert!(lacks && !sentence.contains(told), "{sentence}");
}

/// What came of the one item of a meeting in writing of which everybody said yes, the last by 電磁的方法.
fn all_said_yes(desk: &TestDesk, kind: &str, electronic: bool) -> (bool, String) {
    let shown = desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
    let counts = json!({ "for_quorum": true, "for_vote": true });
    let rules = with(&shown["rules"], json!({ "written": counts, "electronic": counts }));
    desk.call("meetings.set_rules", json!({ "kind": "ordinary", "rules": rules }));
    let id = save(desk, &with(&draft(kind), json!({ "is_written": true })));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "", "count": "5" }));
    mark(desk, &id, "1-4", "written");
    mark(desk, &id, "5", if electronic { "electronic" } else { "written" });
    let plan = item(desk, &id, "plan", json!({}));
    desk.call(
        "meetings.write_votes",
        json!({ "id": id, "numbers": "1-5", "votes": [{ "item_id": plan, "vote": "yes" }] }),
    );
    desk.call("meetings.record_result", result(&plan, "written"));
    let shown = super::seen(desk, &id);
    (shown["lacks_agreement"] == true, shown["items"][0]["sentence"].as_str().expect("words").to_owned())
}

#[test]
fn m03_only_each_member_of_a_recognised_body_decides_by_agreeing_to_the_matter_itself() {
    let consent = "全員が議案に同意したので";
    let desk = TestDesk::sample(PROGRAM);
    assert!(!all_said_yes(&desk, "extraordinary", false).1.contains(consent), "nothing gives it to a 任意団体");
    crate::legal_form::recognise(&desk);
    let unit = |unit: &str| {
        let shown = desk.call("meetings.rules", json!({ "kind": "ordinary", "year": 2025 }));
        let rules = with(&shown["rules"], json!({ "unit": unit }));
        desk.call("meetings.set_rules", json!({ "kind": "ordinary", "rules": rules }));
    };
    unit("household");
    let (lacks, sentence) = all_said_yes(&desk, "extraordinary", false);
    assert!(lacks && !sentence.contains(consent), "heads of households are not all members: {sentence}");
    unit("individual");
    assert!(!all_said_yes(&desk, "board", false).1.contains(consent), "only 総会");
    let (lacks, sentence) = all_said_yes(&desk, "extraordinary", true);
    let told = "書面・電磁的方法により、表決権のある5人全員が議案に同意したので";
    assert!(!lacks && sentence.starts_with(told), "{sentence}");
}

#[test]
fn m07_a_meeting_in_writing_has_neither_a_door_nor_seats_and_keeps_nothing_of_them() {
    let desk = TestDesk::sample(PROGRAM);
    let in_room = save(&desk, &with(&draft("extraordinary"), json!({ "held": "R8.3.20" })));
    let id = called(&desk, true, true, json!({ "is_written": true }));
    let shown = super::seen(&desk, &id);
    assert_eq!(shown["parts"], json!(["comes_back_to", "agreement"]));
    assert_eq!(super::seen(&desk, &in_room)["parts"], json!(["times", "place", "chair", "door", "seats"]));
    assert_eq!(shown["comes_back_to"], "見本地区コミュニティ協議会");
    let record = &shown["record"];
    assert!(record["begins_at"].is_null() && record["ends_at"].is_null(), "{record}");
    assert_eq!((&record["place"], &record["chair"]), (&json!(""), &json!("")));
    let listed = desk.call("meetings.list_meetings", json!({ "year": 2025 }))["meetings"].take();
    let places: Vec<&Value> = listed.as_array().expect("meetings").iter().map(|one| &one["place"]).collect();
    assert_eq!(places, ["見本コミュニティセンター", "書面による"]);

    let guests =
        json!({ "id": id, "guests": [{ "id": null, "body": "見本市", "office": "", "name": "", "greets": false }] });
    assert_eq!(desk.refused("meetings.put_guests", guests).code, "meetings.nobody_comes");
    let seating = json!({ "id": id, "seating": { "rows": "5", "columns": "5", "officers_in_front": false } });
    assert_eq!(desk.refused("meetings.put_seating", seating).code, "meetings.nobody_comes");
    for paper in ["reception", "seating"] {
        let asked = json!({ "id": id, "paper": paper, "format": "pdf", "folder": null });
        assert_eq!(desk.refused("meetings.put_out_named", asked).code, "meetings.nobody_comes", "{paper}");
    }
    let tags = desk.refused("meetings.put_out_tags", json!({ "id": id, "of": "voters", "first": 0, "folder": null }));
    assert_eq!(tags.code, "meetings.nobody_comes");
    let has_seats = |id: &Value| desk.call("meetings.guests", json!({ "id": id }))["has_seats"] == true;
    assert!(has_seats(&in_room) && !has_seats(&id));
    let asked = json!({ "form": "meeting-guests", "year": 2025, "format": "pdf", "folder": null });
    let guests = crate::papers::pdf_text(&desk.path(&desk.call("reports.output", asked)["files"][0]["token"]));
    assert_eq!(guests.matches("来賓名簿").count(), 1, "of the one at which people come together: {guests}");
    let typed =
        with(&draft("extraordinary"), json!({ "id": in_room, "version": 1, "held": "R8.3.20", "is_written": true }));
    save(&desk, &typed);
    let asked = json!({ "form": "meeting-guests", "year": 2025, "format": "pdf", "folder": null });
    let guests = crate::papers::pdf_text(&desk.path(&desk.call("reports.output", asked)["files"][0]["token"]));
    assert!(guests.contains("集まって開く会議は"), "{guests}");
}
