//! One small roster and one small enrolment list, laid out as many secretaries would: whatever the layout, the same people
//! with every character, and the same counts.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/sheets").join(name)
}

fn list(value: &Value) -> Vec<Value> {
    value.as_array().expect("a list").clone()
}

/// One line for each person, in one order.
fn people(desk: &TestDesk) -> Vec<String> {
    let text = |p: &Value, name: &str| p[name].as_str().unwrap_or_default().to_owned();
    let line = |p: &Value| {
        let fields =
            ["family", "given", "family_kana", "given_kana", "postal", "address", "phone", "mobile", "birth_on"];
        let role =
            |r: &Value| format!("{} {} {} {}", text(r, "body"), text(r, "role"), text(r, "from_on"), text(r, "to_on"));
        let mut roles: Vec<String> = list(&p["roles"]).iter().map(role).collect();
        roles.sort();
        format!("{} | {}", fields.map(|f| text(p, f)).join(" "), roles.join("、"))
    };
    let mut lines: Vec<String> = list(&desk.facts(2025)["roster.people"]).iter().map(line).collect();
    lines.sort();
    lines
}

const PEOPLE: [&str; 6] = [
    "渡邊 武 ワタナベ タケシ 760-0071 高松市栗林町一丁目21番14号 087-872-9943  1989-01-08 | 防災部会 部会長 2025-04-01 2027-03-31",
    "濵田 凜 ハマダ リン 760-0058 高松市栗林町二丁目30番12号 087-859-3037  1950-06-26 | ",
    "葛\u{E0100}城 花子 カツラギ ハナコ 760-0014 高松市桜町二丁目36番29号 087-865-5986  1964-03-24 | 女性会 代表 2025-04-01 2027-03-31",
    "葛\u{E0100}城 花子 カツラギ ハナコ 760-0050 高松市桜町二丁目37番13号  090-0000-7031 1992-10-22 | ",
    "髙橋 由美子 タカハシ ユミコ 760-0036 高松市栗林町二丁目25番25号 087-850-6638 090-0000-0980 1992-03-19 | 福祉部会 部会員 2025-04-01 2027-03-31",
    "𠮷田 和夫 ヨシダ カズオ 760-0084 高松市栗林町一丁目16番24号 087-864-0140 090-0000-6164 1941-08-08 | 福祉部会 部会長 2025-04-01 2027-03-31、防災部会 部会員 2025-04-01 2027-03-31",
];

#[test]
fn the_same_people_from_every_layout() {
    for file in ["名簿_連絡網.xlsx", "名簿_二段.xlsx", "名簿_部会別.xlsx", "名簿_印.xlsx"] {
        let desk = TestDesk::empty(PROGRAM);
        assert_eq!(list(&desk.preview("roster", &fixture(file), 2025)["issues"]), Vec::<Value>::new(), "{file}");
        desk.import("roster", &fixture(file), 2025);
        assert_eq!(people(&desk), PEOPLE, "{file}");
    }
}

#[test]
fn one_layout_after_another_brings_nothing_new() {
    let desk = TestDesk::empty(PROGRAM);
    desk.import("roster", &fixture("名簿_部会別.xlsx"), 2025);
    for file in ["名簿_連絡網.xlsx", "名簿_二段.xlsx", "名簿_印.xlsx", "名簿_部会別.xlsx"] {
        let counts = &desk.preview("roster", &fixture(file), 2025)["counts"];
        assert_eq!(
            (&counts["new"], &counts["changed"], &counts["unsure"], &counts["same"]),
            (&json!(0), &json!(0), &json!(0), &json!(6)),
            "{file}"
        );
    }
}

/// The flattened copy of somebody's other program, in the encodings of forty years.
#[test]
fn a_text_file_in_any_encoding() {
    let text = "会員番号\t姓\t名\tﾌﾘｶﾞﾅ\t郵便番号\t住所1\t住所2\t電話\r\n\
                001\t高橋\t由美子\tﾀｶﾊｼ ﾕﾐｺ\t7600036\t高松市栗林町\t2-25-25\t0878506638\r\n\
                002\t新井\t①子\tｱﾗｲ ｲﾁｺ\t7600037\t高松市栗林町\t2-25-26\t090-0000-1111\r\n";
    let encoded = |encoding: &'static encoding_rs::Encoding| encoding.encode(text).0.into_owned();
    let wide = |bytes: fn(u16) -> [u8; 2], mark: [u8; 2]| {
        mark.into_iter().chain(text.encode_utf16().flat_map(bytes)).collect::<Vec<u8>>()
    };
    let plain = text.as_bytes().to_vec();
    let marked = [b"\xEF\xBB\xBF".as_slice(), text.as_bytes()].concat();
    let all = [
        plain,
        marked,
        encoded(encoding_rs::SHIFT_JIS),
        encoded(encoding_rs::EUC_JP),
        wide(u16::to_le_bytes, [0xFF, 0xFE]),
    ];
    for (i, bytes) in all.into_iter().enumerate() {
        let desk = TestDesk::empty(PROGRAM);
        desk.import("roster", &fixture("名簿_印.xlsx"), 2025);
        let path = desk.folder().join("名簿.csv");
        std::fs::write(&path, bytes).expect("written");
        let counts = &desk.import("roster", &path, 2025)["value"];
        assert_eq!(
            (&counts["new"], &counts["same"], &counts["changed"]),
            (&json!(1), &json!(1), &json!(0)),
            "encoding {i}"
        );
        let new = "新井 ①子 アライ イチコ 760-0037 高松市栗林町2-25-26  090-0000-1111  | ";
        assert!(people(&desk).contains(&new.to_owned()), "encoding {i}: {:?}", people(&desk));
    }
}

#[test]
fn the_same_counts_from_every_layout() {
    for file in ["加入_年度別.xlsx", "加入_二段.xlsx", "加入_縦.xlsx"] {
        let desk = TestDesk::empty(PROGRAM);
        desk.import("roster", &fixture("名簿_印.xlsx"), 2025);
        desk.import("associations", &fixture(file), 2025);
        let facts = desk.facts(2025);
        let years: Vec<String> = list(&facts["enrolment.years"])
            .iter()
            .map(|y| format!("{} {} {} {}", y["year"], y["associations_counted"], y["enrolled"], y["households"]))
            .collect();
        assert_eq!(years, ["2023 3 248 508", "2024 3 245 508", "2025 2 160 376"], "{file}");
        assert_eq!((&facts["enrolment.associations"], &facts["roster.persons"]), (&json!(3), &json!(6)), "{file}");
        let chairs: Vec<Value> = ["enrolment.counted", "enrolment.uncounted"]
            .iter()
            .flat_map(|name| list(&facts[*name]))
            .map(|a| a["chair"].clone())
            .collect();
        assert_eq!(chairs, [json!("𠮷田　和夫"), json!("濵田　凜"), json!("渡邊　武")], "{file}");
        for other in ["加入_年度別.xlsx", "加入_二段.xlsx", "加入_縦.xlsx"] {
            let counts = &desk.preview("associations", &fixture(other), 2025)["counts"];
            assert_eq!(
                (&counts["new"], &counts["changed"], &counts["same"]),
                (&json!(0), &json!(0), &json!(3)),
                "{other} after {file}"
            );
        }
    }
}

#[test]
fn columns_that_nobody_understands_wait_for_the_user() {
    let desk = TestDesk::empty(PROGRAM);
    let path = desk.folder().join("謎.csv");
    std::fs::write(&path, "甲,乙\n新井,あ\n石川,い\n").expect("written");
    let plan = desk.preview("roster", &path, 2025);
    assert_eq!((plan["rows"].as_array().map(Vec::len), &plan["sheets"][0]["is_used"]), (Some(0), &json!(true)));
    let asked =
        |columns: Value| json!({ "kind": "roster", "files": [desk.token(&path)], "year": 2025, "columns": columns });
    assert_eq!(desk.refused("intake.apply", asked(Value::Null)).code, "intake.nothing_found");
    desk.call(
        "intake.apply",
        asked(json!([{ "sheet": "謎", "col": 1, "field": "name" }, { "sheet": "謎", "col": 2, "field": null }])),
    );
    assert_eq!(people(&desk).len(), 3, "the headings that nobody knows are taken for a name until the user says more");
}
