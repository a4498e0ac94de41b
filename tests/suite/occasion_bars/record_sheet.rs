//! 行事の記入用紙: the sheet on which a 部会 writes by hand what the secretary types.

use super::*;
use crate::PROGRAM;

/// What is asked for on the sheet.
const ASKED: [&str; 17] = [
    "事業名",
    "担当部会",
    "行事名",
    "実施日",
    "時刻",
    "場所",
    "天気",
    "参加対象",
    "参加者数",
    "スタッフ数",
    "告知方法",
    "内容（行ったこと）",
    "反省点",
    "効果",
    "事故・けがなど",
    "写真",
    "記入者",
];

/// The words of a sheet on its one page, and how its file is called.
fn sheet(desk: &TestDesk, name: &str, args: Value) -> (String, String) {
    let token = desk.call(name, args);
    let text = pdf_text(&desk.path(&token["token"]));
    assert_eq!(text.trim_end_matches('\u{c}').matches('\u{c}').count(), 0, "one page: {text}");
    (text.split_whitespace().collect(), said(&token["name"]).to_owned())
}

#[test]
fn v05_an_empty_record_sheet_asks_for_every_field_of_an_occasion_on_one_page() {
    let desk = TestDesk::sample(PROGRAM);
    let asked = json!({ "year": 2025, "kind": "occasion-record", "from": "", "count": "", "folder": null });
    let (said, name) = sheet(&desk, "accounts.print_slips", asked);
    assert_eq!(name, "行事の記入用紙.pdf");
    for label in ASKED {
        assert!(said.contains(label), "{label}: {said}");
    }
    assert!(said.contains("令和年月日時分から時分まで"), "room for the day and the hours: {said}");
    assert!(said.contains("見本地区コミュニティ協議会") && said.contains("事務局へ出してください"), "{said}");
}

#[test]
fn v05_the_record_sheet_of_an_occasion_holds_what_is_settled_and_nothing_of_how_it_went() {
    let desk = TestDesk::sample(PROGRAM);
    let planned = json!({ "to": "7/20", "state": "planned", "committee": "文化部会", "notice": "全戸配布", "content": "まだ書かない。", "reflection": "昨年は雨。" });
    let id = save(&desk, &with(&draft("水神/まつり", "7/19"), planned));
    let before = desk.state_hash();
    let (said, name) = sheet(&desk, "activities.print_record_sheet", json!({ "id": id, "folder": null }));
    assert_eq!(name, "行事の記入用紙_水神／まつり.pdf", "no sign that a name of a file cannot have");
    for known in [
        "夏祭り事業",
        "文化部会",
        "水神/まつり",
        "令和7年7月19日～令和7年7月20日",
        "16:00",
        "中央公園",
        "校区の住民",
        "全戸配布",
    ] {
        assert!(said.contains(known), "{known}: {said}");
    }
    assert!(!said.contains("まだ書かない") && !said.contains("昨年は雨"), "room for a hand: {said}");
    assert_eq!(desk.state_hash(), before, "printing writes nothing down");
    let notice = desk.call("activities.put_out_notice", json!({ "id": id, "format": "pdf", "folder": null }));
    assert_eq!(notice["files"][0]["name"], "水神／まつり_行事のお知らせ（回覧）.pdf");
    let long = save(&desk, &draft(&"長い名前".repeat(30), "7/21"));
    sheet(&desk, "activities.print_record_sheet", json!({ "id": long, "folder": null }));
    let gone = json!({ "id": "01890000-0000-7000-8000-000000000000", "folder": null });
    assert_eq!(desk.refused("activities.print_record_sheet", gone).code, "activities.no_such_occasion");
}
