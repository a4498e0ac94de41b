//! The occasions of a year as files for others: a calendar that a public reader reads, and open data in the columns of the city.

use std::collections::BTreeSet;

use icalendar::{
    Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, Event, EventLike, EventStatus,
};

use super::*;
use crate::PROGRAM;

pub(super) fn put_out(desk: &TestDesk, kind: &str) -> Vec<u8> {
    let token = desk.call("activities.put_out", json!({ "year": 2025, "kind": kind, "folder": null }))["token"].clone();
    std::fs::read(desk.path(&token)).expect("the file")
}

pub(super) fn csv(desk: &TestDesk, kind: &str) -> Vec<Vec<String>> {
    let bytes = put_out(desk, kind);
    assert!(bytes.starts_with("\u{FEFF}".as_bytes()), "UTF-8 with its mark");
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(text.ends_with("\r\n"));
    let lines = text.trim_start_matches('\u{FEFF}').lines();
    lines.map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect()).collect()
}

/// The time of Japan in the words of the reader.
fn in_japan(at: Option<DatePerhapsTime>) -> String {
    match at.expect("a time") {
        DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid }) => format!("{date_time} {tzid}"),
        other => panic!("{other:?} is not in a zone"),
    }
}

fn whole_day(at: Option<DatePerhapsTime>) -> String {
    match at.expect("a day") {
        DatePerhapsTime::Date(day) => day.to_string(),
        other => panic!("{other:?} is no whole day"),
    }
}

#[test]
fn v01_the_calendar_is_read_by_a_public_reader() {
    let desk = TestDesk::sample(PROGRAM);
    let long = "雨のときは体育館で行います。\n持ち物; 水, タオル".repeat(20);
    save(&desk, &with(&draft("夏祭り; 花火, 屋台\\夜店", "7/20"), json!({ "content": long, "state": "planned" })));
    save(&desk, &with(&draft("夜警", "12/30"), json!({ "to": "12/31", "begins": "", "ends": "" })));
    save(&desk, &with(&draft("見守り", "4/1"), json!({ "to": "R8.3.31", "begins": "8:00", "ends": "" })));
    save(&desk, &with(&draft("文化祭", "11/2"), json!({ "to": "11/3", "begins": "10:00", "ends": "15:00" })));
    save(&desk, &with(&draft("除夜の鐘", "12/31"), json!({ "to": "1/1", "begins": "23:00", "ends": "1:00" })));
    let off = save(&desk, &draft("盆おどり", "8/15"));
    desk.call("activities.mark_occasion", json!({ "id": off, "state": "cancelled", "reason": "台風のため" }));
    let text = String::from_utf8(put_out(&desk, "ics")).expect("UTF-8");
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "lines are folded at 75 octets");
    assert!(text.split("\r\n").all(|line| !line.contains('\n')), "every line ends as the standard wants it");
    let calendar: Calendar = text.parse().expect("a calendar");
    let events: Vec<&Event> = calendar.iter().filter_map(CalendarComponent::as_event).collect();
    let all = occasions(&desk, 2025)["occasions"].as_array().expect("rows").len();
    assert_eq!(events.len(), all);
    let of = |title: &str| *events.iter().find(|event| event.get_summary() == Some(title)).expect(title);
    let festival = of("夏祭り; 花火, 屋台\\夜店");
    assert_eq!(in_japan(festival.get_start()), "2025-07-20 16:00:00 Asia/Tokyo");
    assert_eq!(in_japan(festival.get_end()), "2025-07-20 21:00:00 Asia/Tokyo");
    assert_eq!((festival.get_description(), festival.get_location()), (Some(long.as_str()), Some("中央公園")));
    assert_eq!(festival.get_status(), Some(EventStatus::Confirmed));
    let days = |title: &str| [whole_day(of(title).get_start()), whole_day(of(title).get_end())];
    assert_eq!(days("夜警"), ["2025-12-30", "2026-01-01"], "whole days end on the next");
    assert_eq!(days("見守り"), ["2025-04-01", "2026-04-01"], "of a year only the days are sure");
    assert_eq!(days("文化祭"), ["2025-11-02", "2025-11-04"], "nobody is busy through the night");
    assert_eq!(of("文化祭").get_description(), Some("時間　10:00～15:00"), "its hours are those of each day");
    assert_eq!(
        in_japan(of("除夜の鐘").get_end()),
        "2026-01-01 01:00:00 Asia/Tokyo",
        "one that lasts through the night"
    );
    let off = of("盆おどり（中止）");
    assert_eq!((off.get_status(), off.get_description()), (Some(EventStatus::Cancelled), Some("中止：台風のため")));
    let ids: BTreeSet<&str> = events.iter().filter_map(|event| event.get_uid()).collect();
    assert_eq!(ids.len(), all, "every event has a name of its own");
}

#[test]
fn v01_what_was_done_stays_with_the_council_and_only_what_is_to_come_is_published() {
    let desk = TestDesk::sample(PROGRAM);
    let typed = with(&draft("夏祭り", "7/20"), json!({ "state": "planned", "content": "みこしと出店" }));
    let id = save(&desk, &typed);
    let told = || {
        let line = csv(&desk, "events-older").into_iter().find(|line| line[4].starts_with("夏祭り")).expect("its line");
        let calendar = String::from_utf8(put_out(&desk, "ics")).expect("UTF-8").replace("\r\n ", "");
        (line[12].clone(), line[31].clone(), calendar)
    };
    let (content, _, calendar) = told();
    assert!(content == "みこしと出店" && calendar.contains("DESCRIPTION:みこしと出店"), "an invitation");
    let version = || occasion(&desk, &id)["record"]["version"].clone();
    let written = json!({ "id": id, "version": version(), "state": "held", "content": "見本太郎さんがけがをした" });
    save(&desk, &with(&typed, written));
    let (content, _, calendar) = told();
    assert!(content.is_empty() && !calendar.contains("見本太郎"), "{content}");
    desk.call("activities.mark_occasion", json!({ "id": id, "state": "cancelled", "reason": "雨のため" }));
    let (content, note, calendar) = told();
    assert_eq!((content.as_str(), note.as_str()), ("", "中止：雨のため"));
    assert!(calendar.contains("DESCRIPTION:中止：雨のため\r\n") && !calendar.contains("見本太郎"), "why, and no more");
    assert!(printed(&desk, "activity-report").contains("見本太郎"), "the council's own paper has it");
}

#[test]
fn v01_the_sheet_to_be_passed_round_is_an_invitation_a_report_or_a_cancellation() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &with(&draft("春まつり", "3/20"), json!({ "state": "planned", "content": "もちつき" })));
    let sheet = |format: &str| {
        let made = desk.call("activities.put_out_notice", json!({ "id": id, "format": format, "folder": null }));
        desk.path(&made["files"][0]["token"])
    };
    let mark = |state: &str, reason: &str| {
        desk.call("activities.mark_occasion", json!({ "id": id, "state": state, "reason": reason }))
    };
    let text = pdf_text(&sheet("pdf"));
    for said in
        ["「春まつり」のお知らせ", "次のとおり行います", "3月20日（金）", "16:00～21:00", "中央公園", "もちつき"]
    {
        assert!(text.contains(said), "{said} in {text}");
    }
    assert!(!text.contains("見守り") && sheet("xlsx").extension().is_some_and(|end| end == "xlsx"));
    mark("held", "");
    let text = pdf_text(&sheet("pdf"));
    assert!(text.contains("「春まつり」のご報告") && text.contains("次のとおり行いました"), "{text}");
    mark("cancelled", "雨のため");
    let text = pdf_text(&sheet("pdf"));
    assert!(text.contains("雨のため、中止になりました。") && !text.contains("お待ちしています"), "{text}");
}

#[test]
fn v01_open_data_has_exactly_the_columns_of_its_edition() {
    let desk = TestDesk::sample(PROGRAM);
    save(&desk, &draft("夏祭り", "7/20"));
    let older = csv(&desk, "events-older");
    assert_eq!(
        older[0].join(", "),
        "都道府県コード又は市区町村コード, NO, 都道府県名, 市区町村名, イベント名, イベント名_カナ, イベント名_英語, 開始日, \
         終了日, 開始時間, 終了時間, 開始日時特記事項, 説明, 料金(基本), 料金(詳細), 連絡先名称, 連絡先電話番号, 連絡先内線番号, \
         主催者, 場所名称, 住所, 方書, 緯度, 経度, アクセス方法, 駐車場情報, 定員, 参加申込終了日, 参加申込終了時間, 参加申込方法, \
         URL, 備考"
    );
    let line = older.iter().find(|line| line[4] == "夏祭り").expect("its line");
    assert_eq!(line[7..11], ["2025-07-20", "2025-07-20", "16:00", "21:00"]);
    assert_eq!((line[0].as_str(), line[3].as_str(), line[19].as_str()), ("372013", "高松市", "中央公園"));
    save(&desk, &draft("花見", "4/2"));
    let again = csv(&desk, "events-older");
    let again = again.iter().find(|line| line[4] == "夏祭り").expect("its line");
    assert_eq!((again[1].as_str(), again[1].len()), (line[1].as_str(), 10), "an earlier one does not move its number");
    let numbers: BTreeSet<&str> = older.iter().map(|line| line[1].as_str()).collect();
    assert_eq!(numbers.len(), older.len(), "each has one of its own");
    let current = csv(&desk, "events-current");
    assert_eq!(
        current[0].join(", "),
        "全国地方公共団体コード, ID, 地方公共団体名, イベント名, イベント名_カナ, イベント名_英語, 開始日, 終了日, 開始時間, 終了時間, \
         開始日時特記事項, 説明, 料金(基本), 料金(詳細), 連絡先名称, 連絡先電話番号, 主催者, 場所名称, 所在地_連結表記, \
         所在地_都道府県, 所在地_市区町村, 所在地_町字, 所在地_番地以下, 建物名等(方書), 緯度, 経度, アクセス方法, 駐車場情報, 定員, \
         参加申込終了日, 参加申込終了時間, 参加申込方法, URL, コンテンツURL, カテゴリー, イベント種類, 画像, 画像_ライセンス, 備考"
    );
    assert!(current.iter().all(|line| line.len() == 39) && older.iter().all(|line| line.len() == 32));
    let kinds = desk.call("activities.files", json!({}));
    assert_eq!(kinds[2]["is_order_confirmed"], false, "said so where the order is not confirmed");
    let none = desk.refused("activities.put_out", json!({ "year": 2025, "kind": "fax", "folder": null }));
    assert_eq!(none.code, "activities.no_such_file");
}
