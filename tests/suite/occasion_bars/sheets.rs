//! V05: the record of an occasion is its sheet of 事業別実績書, field by field.

use suite::photo::{PLACE, jpeg, with_exif};

use super::*;
use crate::PROGRAM;
use crate::receipt_bars::file;
use crate::receipt_pictures::{pictures, words};

/// A photograph on the report, with words under it.
fn photograph(desk: &TestDesk, occasion: &Value, nth: u32, caption: &str) -> Value {
    let token = file(desk, &format!("{nth}.jpg"), &with_exif(&jpeg(400, 300, nth), 6));
    let asked = json!({ "owner_kind": "occasion", "owner_id": occasion, "token": token, "label": "写真", "note": "" });
    let id = desk.call("attachments.attach", asked)["value"]["id"].clone();
    desk.call("attachments.write_caption", json!({ "id": id, "caption": caption }));
    id
}

#[test]
fn v05_every_field_of_the_sheet_is_printed_as_written() {
    let desk = TestDesk::sample(PROGRAM);
    let festival = with(
        &draft("水神まつり", "7/19"),
        json!({ "activity": "水神まつり事業", "to": "7/20", "state": "held", "weather": "晴れ", "participants": "約300", "helpers": "24",
            "place": "水神の広場", "target": "校区の住民と里帰りの方", "notice": "回覧とポスター",
            "content": "一日目はみこし、二日目は盆踊り。", "reflection": "日かげが足りなかった。",
            "effect": "アンケート120枚、満足92枚。", "author": "祭り係　見本　花子" }),
    );
    let id = save(&desk, &festival);
    let again = json!({ "activity": "水神まつり事業", "state": "held", "participants": "41", "place": "水神の社", "target": "", "notice": "", "reflection": "掃除の道具を増やす。" });
    save(&desk, &with(&draft("あとかたづけ", "7/27"), again));
    let year_round = json!({ "activity": "水神まつり事業", "to": "R8.3.31", "state": "held", "begins": "", "ends": "", "target": "", "notice": "" });
    save(&desk, &with(&draft("社の見守り", "4/1"), year_round));
    let off =
        json!({ "activity": "水神まつり事業", "state": "planned", "participants": "200", "target": "", "notice": "" });
    let off = save(&desk, &with(&draft("花火", "8/15"), off));
    desk.call("activities.mark_occasion", json!({ "id": off, "state": "cancelled", "reason": "台風のため" }));
    let photos = [photograph(&desk, &id, 1, "みこしの出発"), photograph(&desk, &id, 2, "盆踊りの輪")];
    desk.call("attachments.choose_photos", json!({ "occasion_id": id, "chosen": [photos[1], photos[0]] }));

    let made = desk
        .call("reports.output", json!({ "form": "activity-sheets", "year": 2025, "format": "pdf", "folder": null }));
    let paper = desk.path(&made["files"][0]["token"]);
    let (text, lines) = (words(&paper), pdf_text(&paper));
    let line = |title: &str| {
        let found = lines.lines().find(|line| line.contains(title)).unwrap_or_else(|| panic!("no {title} in {lines}"));
        found.split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        line("水神の広場"),
        ["7月19日～20日", "水神まつり", "水神の広場", "晴れ", "約300", "24"],
        "days, name, place, weather, who came and who helped"
    );
    assert_eq!(line("水神の社")[..4], ["7月27日", "あとかたづけ", "水神の社", "41"]);
    assert_eq!(line("社の見守り")[0], "通年", "the whole year is called so");
    let off = line("花火（中止）");
    assert!(!off.contains(&"200".to_owned()), "nobody came to what was called off: {off:?}");
    for field in [
        "事業名水神まつり事業",
        "参加対象者校区の住民と里帰りの方",
        "告知方法回覧とポスター",
        "計3回約341",
        "7月19日～20日一日目はみこし、二日目は盆踊り。",
        "中止：台風のため",
        "日かげが足りなかった。",
        "7月27日掃除の道具を増やす。",
        "アンケート120枚、満足92枚。",
        "作成者祭り係見本花子",
    ] {
        assert!(text.contains(field), "{field} in {text}");
    }
    let place = |caption: &str| text.find(caption).unwrap_or_else(|| panic!("{caption} in {text}"));
    assert!(place("盆踊りの輪") < place("みこしの出発"), "in the chosen order");
    assert_eq!(pictures(&paper).len(), 2);
    assert!(!std::fs::read(&paper).expect("the paper").windows(PLACE.len()).any(|word| word == PLACE));
    let made = desk
        .call("reports.output", json!({ "form": "activity-report", "year": 2025, "format": "pdf", "folder": null }));
    let report = desk.path(&made["files"][0]["token"]);
    let text = words(&report);
    for told in ["約300", "里帰りの方", "二日目は盆踊り。", "アンケート120枚、満足92枚。"] {
        assert!(text.contains(told), "the table of the year says it too: {told} in {text}");
    }
    assert_eq!(pictures(&report).len(), 2, "and shows the photographs");
}

#[test]
fn v03_the_table_of_the_year_sums_what_the_lines_of_work_cost() {
    let desk = TestDesk::sample(PROGRAM);
    let facts = desk.facts(2025);
    let sum = |column: &str| -> i64 {
        facts["activities.list"].as_array().expect("lines").iter().filter_map(|line| line[column].as_i64()).sum()
    };
    for column in ["budget_yen", "settled_yen"] {
        let total = facts[format!("activities.{column}")].as_i64().expect("a sum");
        assert_eq!((total, total > 0), (sum(column), true), "{column}");
    }
    let text: String = printed(&desk, "activity-report").split_whitespace().collect();
    assert!(text.contains("2,624,732"), "{text}");
    assert!(
        !text.contains("スタッフの時間") && !text.contains("天気"),
        "a column of which nothing is known is left out"
    );
}
