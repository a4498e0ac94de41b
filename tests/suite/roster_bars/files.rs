//! 取り込みと書き出し: old and new files, in any encoding, seen before anything is written.

use std::path::Path;

use serde_json::{Value, json};
use suite::TestDesk;

use super::{list, text, written};
use crate::{PROGRAM, sample_file};

#[test]
fn r08_every_doubt_has_its_cell_nothing_is_written_before_and_one_undo_takes_all_back() {
    let mut desk = TestDesk::empty(PROGRAM);
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sheets/名簿_わるい.xlsx");
    let before = desk.state_hash();
    let plan = desk.preview("roster", &file, 2025);
    assert_eq!((plan["counts"]["new"].as_i64(), desk.state_hash()), (Some(8), before.clone()), "seen, not written");
    let issues = list(&plan["issues"]);
    assert_eq!(issues.len(), 8);
    for issue in issues {
        let (sheet, cell) = (text(&issue["sheet"]), text(&issue["cell"]));
        let is_cell =
            cell.starts_with(|c: char| c.is_ascii_uppercase()) && cell.ends_with(|c: char| c.is_ascii_digit());
        assert!(sheet == "名簿" && is_cell && text(&issue["message"]).contains(cell), "{issue}");
        assert!(!text(&issue["hint"]).is_empty(), "and what to do: {issue}");
    }
    let columns = list(&plan["sheets"][0]["columns"]);
    let phone = columns.iter().find(|column| column["field"] == "phone").cloned().unwrap_or_default();
    let others = columns.iter().filter(|column| column["col"] != phone["col"]);
    let mut chosen: Vec<Value> =
        others.map(|c| json!({ "sheet": "名簿", "col": c["col"], "field": c["field"] })).collect();
    chosen.push(json!({ "sheet": "名簿", "col": phone["col"], "field": null }));
    let asked = json!({ "kind": "roster", "files": [desk.token(&file)], "year": 2025, "columns": chosen });
    desk.call("intake.apply", asked);
    let people = desk.call("roster.list_people", json!({ "year": 2025 }));
    assert_eq!(people["persons"], 8);
    assert!(
        list(&people["people"]).iter().all(|person| person["phone"] == ""),
        "a column that was unmatched stays out"
    );
    desk.restart();
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before, "one step for the whole file, after a restart too");
}

/// What the roster says of each person, without keys.
fn people(desk: &TestDesk) -> Vec<String> {
    let facts = desk.facts(2025);
    let fields = ["name", "name_kana", "postal", "address", "phone", "mobile", "birth_on"];
    let line = |p: &Value| fields.map(|field| text(&p[field]).to_owned()).join("|");
    let mut lines: Vec<String> = list(&facts["roster.people"]).iter().map(line).collect();
    lines.sort();
    lines
}

#[test]
fn r09_an_old_xls_and_a_new_xlsx_with_merged_headings_give_the_same_people() {
    let from = |file: &str| {
        let desk = TestDesk::empty(PROGRAM);
        desk.import("roster", &sample_file(file), 2025);
        people(&desk)
    };
    let (old, new) = (from("名簿_旧.xls"), from("名簿.xlsx"));
    assert_eq!(old.len(), 180);
    assert_eq!(old, new, "merged cells, page headings and 和暦 in one, serial days in the other");
    assert!(old.iter().any(|line| line.starts_with("葛\u{E0100}城")), "with every character");

    let desk = TestDesk::empty(PROGRAM);
    let days = "氏名,生年月日\n甲山 一,昭和元年12月30日\n乙川 二,S64.1.7\n丙田 三,平成元年１月８日\n丁野 四,令和2/2/29\n戊井 五,Ｈ３１．４．３０\n";
    desk.import("roster", &written(&desk, "和暦.csv", days.as_bytes()), 2025);
    let facts = desk.facts(2025);
    let mut births: Vec<&str> = list(&facts["roster.people"]).iter().map(|p| text(&p["birth_on"])).collect();
    births.sort_unstable();
    assert_eq!(births, ["1926-12-30", "1989-01-07", "1989-01-08", "2019-04-30", "2020-02-29"]);
}

#[test]
fn r10_the_encoding_is_found_shown_with_a_sample_and_can_be_changed() {
    let desk = TestDesk::empty(PROGRAM);
    let before = desk.state_hash();
    let file = sample_file("名簿_sjis.csv");
    let token = desk.token(&file);
    let asked = |encoding: Value| json!({ "kind": "roster", "files": [token], "year": 2025, "columns": null, "encoding": encoding });
    let sample = |plan: &Value| plan["sheets"][0]["head_preview"].to_string();
    let found = desk.call("intake.preview", asked(Value::Null));
    assert_eq!((text(&found["encoding"]), found["counts"]["new"].as_i64()), ("Shift_JIS", Some(180)));
    assert!(sample(&found).contains("瀨戸　一郎") && sample(&found).contains("ﾏﾅﾍﾞ"), "{}", sample(&found));
    let other = desk.ask("intake.preview", asked("UTF-8".into()));
    assert!(
        other.is_err() || !sample(&other.unwrap_or_default()).contains("瀨戸"),
        "read as it was asked, not as it is"
    );
    assert_eq!(desk.call("intake.preview", asked("Shift_JIS".into()))["counts"]["new"], 180);
    assert_eq!(desk.state_hash(), before, "looking writes nothing");
    assert_eq!(desk.refused("intake.preview", asked("latin-0".into())).code, "api.bad_arguments");

    // Two characters that are half-width katakana in one encoding and a kanji in another: only somebody who looks knows.
    let (short, _, _) = encoding_rs::EUC_JP.encode("氏名,住所\r\n山田 一郎,高松市番町一丁目\r\n");
    let token = desk.token(&written(&desk, "短い.csv", &short));
    let chosen = json!({ "kind": "roster", "files": [token], "year": 2025, "columns": null, "encoding": "EUC-JP" });
    assert_eq!(desk.call("intake.apply", chosen)["value"]["new"], 1);
    assert_eq!(desk.facts(2025)["roster.people"][0]["name"], "山田　一郎");
}

#[test]
fn r10_names_from_an_old_csv_are_right_on_paper_and_in_a_file_that_excel_opens() {
    let desk = TestDesk::empty(PROGRAM);
    let (bytes, _, had_errors) =
        encoding_rs::SHIFT_JIS.encode("氏名,住所\r\n髙橋 一,高松市桜町1\r\n山﨑 二,高松市桜町2\r\n");
    assert!(!had_errors);
    desk.import("roster", &written(&desk, "会員.csv", &bytes), 2025);
    let rare = "氏名,住所\n辻\u{E0100} 三,高松市桜町3\n𠮷田 四,高松市桜町4\n";
    desk.import("roster", &written(&desk, "追加.csv", rare.as_bytes()), 2025);
    let names = ["髙橋　一", "山﨑　二", "辻\u{E0100}　三", "𠮷田　四"];
    let choice = json!({ "source": "people", "title": "会員", "columns": ["name", "address"], "order": "reading", "group": null,
        "filter": { "bodies": [], "roles": [], "words": "" }, "orientation": "portrait" });
    let what = json!({ "kind": "list", "choice": choice });
    let shown = desk.call("lists.preview", json!({ "year": 2025, "what": what, "copies": null }));
    let drawn = shown["pages"]["sheets"].to_string();
    assert!(names.iter().all(|name| drawn.contains(name)) && shown["pages"]["missing"] == json!([]), "{drawn}");
    let asked =
        json!({ "year": 2025, "what": what, "format": "csv", "copies": null, "substitutes": [], "folder": null });
    let made = desk.call("lists.output", asked);
    let csv = std::fs::read(desk.path(&made["value"]["files"][0]["token"])).expect("the file");
    let csv = String::from_utf8(csv).expect("UTF-8");
    let lines: Vec<&str> =
        csv.strip_prefix('\u{FEFF}').expect("the mark that Excel looks for").split_terminator("\r\n").collect();
    assert!(names.iter().all(|name| lines.iter().any(|line| line.starts_with(&format!("\"{name}\",")))), "{lines:?}");
}
