//! 公開する情報: what is said about an occasion once stands on its sheet, in calendars, on the calendar of the year and in the
//! columns of the open data.

use super::files::{csv, put_out};
use super::*;
use crate::PROGRAM;

/// All of it, as typed.
fn announcement() -> Value {
    json!({ "kana": "すいじんまつり", "day_note": "雨のときは7月27日", "fee": "1,500円", "fee_note": "小学生は無料", "capacity": "40",
        "apply_by": "7/10", "apply_by_at": "午後5時", "apply_how": "電話で", "bring": "水とタオル", "address": "高松市水神町1番地",
        "access": "バス停から3分", "parking": "20台", "organiser": "水神まつり実行委員会", "contact": "祭り係",
        "contact_phone": "０８７-１２３-４５６７", "url": "https://example.jp/suijin" })
}

/// What is typed where nothing is said but some fields.
pub(super) fn only(fields: Value) -> Value {
    let Value::Object(all) = announcement() else { panic!("fields") };
    let none: Value = Value::Object(all.into_iter().map(|(name, _)| (name, json!(""))).collect());
    json!({ "state": "planned", "announcement": with(&none, fields) })
}

fn announced(title: &str) -> Value {
    with(&draft(title, "7/20"), json!({ "state": "planned", "content": "みこし", "announcement": announcement() }))
}

/// The cells of one event by their heads.
fn cells(desk: &TestDesk, kind: &str, title: &str) -> Value {
    let lines = csv(desk, kind);
    let name = lines[0].iter().position(|head| head == "イベント名").expect("its name");
    let line = lines.iter().find(|line| line[name] == title).expect("its line");
    Value::Object(lines[0].iter().cloned().zip(line.iter().map(|cell| json!(cell))).collect())
}

fn one(cells: &Value, heads: &[&str]) -> Vec<String> {
    heads.iter().map(|head| said(&cells[*head]).to_owned()).collect()
}

#[test]
fn v01_open_data_says_what_the_council_announces() {
    let desk = TestDesk::sample(PROGRAM);
    save(&desk, &announced("水神まつり"));
    let both = [
        ("イベント名_カナ", "スイジンマツリ"),
        ("開始日時特記事項", "雨のときは7月27日"),
        ("説明", "みこし"),
        ("料金(基本)", "1500"),
        ("料金(詳細)", "小学生は無料"),
        ("連絡先名称", "祭り係"),
        ("連絡先電話番号", "087-123-4567"),
        ("主催者", "水神まつり実行委員会"),
        ("場所名称", "中央公園"),
        ("アクセス方法", "バス停から3分"),
        ("駐車場情報", "20台"),
        ("定員", "40"),
        ("参加申込終了日", "2025-07-10"),
        ("参加申込終了時間", "17:00"),
        ("参加申込方法", "電話で"),
        ("URL", "https://example.jp/suijin"),
        ("備考", "水とタオル"),
    ];
    for kind in ["events-older", "events-current"] {
        let cells = cells(&desk, kind, "水神まつり");
        for (head, cell) in both {
            assert_eq!(cells[head], cell, "{head} of {kind}");
        }
    }
    assert_eq!(cells(&desk, "events-older", "水神まつり")["住所"], "高松市水神町1番地");
    let place = ["所在地_連結表記", "所在地_都道府県", "所在地_市区町村"];
    assert_eq!(one(&cells(&desk, "events-current", "水神まつり"), &place), ["高松市水神町1番地", "香川県", "高松市"]);
    save(&desk, &with(&draft("遠足", "7/21"), only(json!({ "address": "岡山県倉敷市", "fee": "無料" }))));
    let trip = cells(&desk, "events-current", "遠足");
    assert_eq!(one(&trip, &place), ["岡山県倉敷市", "", ""], "another city is not said to be this one");
    assert_eq!(one(&trip, &["料金(基本)", "定員", "参加申込終了日"]), ["0", "", ""]);
    let typed = "https://example.jp/ｍａｐ？q=水神";
    save(&desk, &with(&draft("見学", "7/22"), only(json!({ "url": typed }))));
    assert_eq!(cells(&desk, "events-current", "見学")["URL"], typed, "a page stays as it was copied");
    let council = "見本地区コミュニティ協議会";
    assert_eq!(one(&trip, &["主催者", "連絡先名称"]), [council, council], "the council, where nobody else is named");
}

#[test]
fn v01_the_sheet_the_calendars_and_the_page_say_what_is_announced() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &announced("水神まつり"));
    let made = desk.call("activities.put_out_notice", json!({ "id": id, "format": "pdf", "folder": null }));
    let sheet: String = pdf_text(&desk.path(&made["files"][0]["token"])).split_whitespace().collect();
    for told in [
        "7月20日（日）雨のときは7月27日",
        "住所高松市水神町1番地",
        "行き方バス停から3分",
        "料金1,500円（小学生は無料）",
        "定員40人",
        "申込7月10日（木）17:00まで電話で",
        "持ち物・注意水とタオル",
        "主催水神まつり実行委員会",
        "祭り係087-123-4567",
        "https://example.jp/suijin",
    ] {
        assert!(sheet.contains(told), "{told} in {sheet}");
    }
    let calendar: icalendar::Calendar = String::from_utf8(put_out(&desk, "ics")).expect("UTF-8").parse().expect("one");
    let events: Vec<_> = calendar.iter().filter_map(icalendar::CalendarComponent::as_event).collect();
    let event =
        events.iter().find(|e| icalendar::Component::get_summary(**e) == Some("水神まつり")).expect("its event");
    let told = icalendar::Component::get_description(*event).expect("its words");
    assert!(
        told.starts_with("みこし\n日時の注意　雨のときは7月27日\n料金　1,500円（小学生は無料）\n定員　40人\n"),
        "{told}"
    );
    assert!(
        told.ends_with(
            "主催　水神まつり実行委員会\n問い合わせ　祭り係　087-123-4567\nくわしく　https://example.jp/suijin"
        ),
        "{told}"
    );
    assert_eq!(icalendar::Component::get_url(*event), Some("https://example.jp/suijin"));
    let wall: String = printed(&desk, "year-calendar").split_whitespace().collect();
    assert!(wall.contains("水神まつり（申込7月10日（木）") && wall.contains("17:00まで）"), "{wall}");
    let record = occasion(&desk, &id);
    assert_eq!(record["announced"][0], json!(["カナ", "スイジンマツリ"]));
    let again = with(
        &announcement(),
        json!({ "kana": "スイジンマツリ", "fee": "1500", "apply_by": "令和7年7月10日", "apply_by_at": "17:00", "contact_phone": "087-123-4567" }),
    );
    assert_eq!(record["announcement"], again, "as it is typed again");
    desk.call("activities.mark_occasion", json!({ "id": id, "state": "held", "reason": "" }));
    let wall: String = printed(&desk, "year-calendar").split_whitespace().collect();
    assert!(!wall.contains("申込7月"), "nobody applies any more");
}

#[test]
fn v01_the_next_year_takes_over_what_is_announced_but_nobodys_name() {
    let desk = TestDesk::sample(PROGRAM);
    let before = save(&desk, &with(&announced("水神まつり"), json!({ "state": "held" })));
    let confirmed = json!({ "plan_id": null, "like_id": before, "title": "水神まつり", "from": "R8.7.19", "to": "" });
    desk.call("activities.make_occasions", json!({ "year": 2026, "confirmed": [confirmed] }));
    let made = occasions(&desk, 2026)["occasions"][0]["id"].clone();
    let typed = occasion(&desk, &made)["announcement"].clone();
    assert_eq!(
        ["fee", "capacity", "apply_by", "apply_how", "parking", "organiser"].map(|name| said(&typed[name]).to_owned()),
        ["1500", "40", "令和8年7月9日", "電話で", "20台", "水神まつり実行委員会"]
    );
    for name in ["contact", "contact_phone", "url", "day_note"] {
        assert_eq!(typed[name], "", "{name} may be another's by then");
    }
}

#[test]
fn v01_what_cannot_be_announced_is_refused_at_its_field() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    for (name, typed, code) in [
        ("apply_by", "7/21", "activities.apply_by_late"),
        ("url", "www.example.jp", "activities.url_incomplete"),
        ("url", "http例", "activities.url_incomplete"),
        ("fee", "△500", "typed.yen_unreadable"),
        ("fee", "お気持ち", "typed.yen_unreadable"),
        ("capacity", "たくさん", "typed.count_unreadable"),
        ("apply_by_at", "夕方", "meetings.time_unreadable"),
    ] {
        let wrong = with(&draft("水神まつり", "7/20"), only(json!({ name: typed })));
        let refused = desk.refused("activities.save_occasion", json!({ "occasion": wrong }));
        assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), (code, name), "{typed}");
    }
    let alone = with(&draft("水神まつり", "7/20"), only(json!({ "apply_by_at": "17:00" })));
    let refused = desk.refused("activities.save_occasion", json!({ "occasion": alone }));
    assert_eq!(
        (refused.code.as_str(), refused.params["field"].as_str()),
        ("activities.apply_by_missing", "apply_by"),
        "a time of no day"
    );
    assert_eq!(desk.state_hash(), before);
    let april = with(&draft("花見", "4/5"), only(json!({ "apply_by": "3/25" })));
    let id = save(&desk, &april);
    assert_eq!(occasion(&desk, &id)["announcement"]["apply_by"], "令和7年3月25日", "before the year begins");
    undo(&desk);
    assert_eq!(desk.state_hash(), before);
}
