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

/// A text file as a council's other program writes it.
fn written(desk: &TestDesk, name: &str, text: &str) -> PathBuf {
    let path = desk.folder().join(name);
    std::fs::write(&path, text).expect("written");
    path
}

/// What was settled, or planned, line by line; lines of nothing and the carried balance left out.
fn lines(facts: &Value, list_name: &str, figure: &str) -> Vec<String> {
    let mut lines: Vec<String> = list(&facts[list_name])
        .iter()
        .filter(|line| line[figure].as_i64().unwrap_or_default() != 0 && line["item"] != "前年度繰越金")
        .map(|line| format!("{} {}", line["item"].as_str().unwrap_or_default(), line[figure]))
        .collect();
    lines.sort();
    lines
}

const SIGNED: &str = "取引日\t口座\t費目\t内容\t金額
R7.4.1\t現金\t\t前年度繰越\t20,150\nR7.4.1\tゆうちょ銀行\t\t前年度繰越\t815,000
R7.4.10\t現金\t通信費\t切手\t△1,680\nR7.4.15\tゆうちょ銀行→現金\t\t引出\t50,000
R7.5.1\tゆうちょ銀行\t交付金\t市交付金\t2,100,000\nR7.5.18\t現金\t会議費\tお茶\t△2,592
R7.5.20\tゆうちょ銀行\t広報費\t広報誌印刷\t△118,800\nR7.6.1\t現金\t負担金\t商店会協力金\t30,000\n";

const LEFT_AND_REACHED: &str = "年月日;科目;摘要;金額;出金口座;入金口座
2025/4/1;;前年度繰越;20150;;現金\n2025/4/1;;前年度繰越;815000;;ゆうちょ銀行
2025/4/10;通信費;切手;1680;現金;\n2025/4/15;;引出;50000;ゆうちょ銀行;現金
2025/5/1;交付金;市交付金;2100000;;ゆうちょ銀行\n2025/5/18;会議費;お茶;2592;現金;
2025/5/20;広報費;広報誌印刷;118800;ゆうちょ銀行;\n2025/6/1;負担金;商店会協力金;30000;;現金\n";

#[test]
fn the_same_money_from_every_layout() {
    let files = ["出納帳_口座別.xlsx", "出納帳_口座並び.xlsx", "出納帳_月別.xlsx"].map(|file| (file, None));
    let texts = [("出納帳_符号.tsv", Some(SIGNED)), ("出納帳_出入.csv", Some(LEFT_AND_REACHED))];
    for (file, text) in files.into_iter().chain(texts) {
        let desk = TestDesk::empty(PROGRAM);
        let path = text.map_or_else(|| fixture(file), |text| written(&desk, file, text));
        let plan = desk.preview("cash-book", &path, 2025);
        // △1,680 in a column of signs is told with what was read; nothing else is worth a word.
        let is_told = |issue: &Value| issue["code"] == "intake.amount_read_often" && file == "出納帳_符号.tsv";
        let wrong: Vec<Value> = list(&plan["issues"]).into_iter().filter(|issue| !is_told(issue)).collect();
        assert_eq!((wrong, &plan["counts"]["new"]), (vec![], &json!(6)), "{file}");
        desk.import("cash-book", &path, 2025);
        let facts = desk.facts(2025);
        let purses: Vec<String> = list(&facts["settlement.purses"])
            .iter()
            .map(|p| format!("{} {} {}", p["purse"].as_str().unwrap_or_default(), p["opening_yen"], p["closing_yen"]))
            .collect();
        assert!(purses.contains(&"現金 20150 95878".to_owned()), "{file}: {purses:?}");
        assert!(purses.contains(&"ゆうちょ銀行 815000 2746200".to_owned()), "{file}: {purses:?}");
        assert_eq!(lines(&facts, "settlement.income", "settled_yen"), ["交付金 2100000", "負担金 30000"], "{file}");
        let spent = ["会議費 2592", "広報費 118800", "通信費 1680"];
        assert_eq!(lines(&facts, "settlement.expense", "settled_yen"), spent, "{file}");
        let again = &desk.preview("cash-book", &path, 2025)["counts"];
        assert_eq!((&again["new"], &again["changed"], &again["same"]), (&json!(0), &json!(0), &json!(6)), "{file}");
    }
}

#[test]
fn amounts_whose_side_nobody_knows_are_refused_with_their_cell() {
    let desk = TestDesk::empty(PROGRAM);
    let path = written(&desk, "明細.csv", "日付,内容,金額\n2025/4/9,お茶,900\n2025/5/1,市より,500000\n");
    let plan = desk.preview("cash-book", &path, 2025);
    let issue = &plan["issues"][0];
    assert_eq!((&issue["code"], &issue["cell"]), (&json!("accounts.side_unknown"), &json!("C1")));
    let asked = json!({ "kind": "cash-book", "files": [desk.token(&path)], "year": 2025, "columns": null });
    assert_eq!(desk.refused("intake.apply", asked).code, "accounts.side_unknown");
}

const SIDES_IN_ONE_TABLE: &str = "区分,科目,予算額,内訳
収入,交付金,\"2,500,000円\",\n,会費,\"360,000円\",\n,繰越金,\"41,234円\",\n収入合計,,\"2,901,234円\",
運営費,会議費,\"120,000円\",\n,小計,\"120,000円\",\n事業費,防災費,\"2,480,000円\",\n,小計,\"2,480,000円\",
,予備費,\"301,234円\",\n支出合計,,\"2,901,234円\",\n";

const SIDES_BESIDE_EACH_OTHER: &str = "令和7年度予算書,,,
収入科目,予算額,支出科目,予算額
101 交付金,2500000,201 会議費,120000\n102 会費,360000,202 防災費,2480000\n103 繰越金,41234,209 予備費,301234
計,2901234,計,2901234\n";

#[test]
fn the_same_budget_from_every_layout() {
    let files = ["予算_決算と並び.xlsx", "予算_補正.xlsx"].map(|file| (file, None));
    let texts = [("予算_区分.csv", Some(SIDES_IN_ONE_TABLE)), ("予算_左右.csv", Some(SIDES_BESIDE_EACH_OTHER))];
    for (file, text) in files.into_iter().chain(texts) {
        let desk = TestDesk::empty(PROGRAM);
        let path = text.map_or_else(|| fixture(file), |text| written(&desk, file, text));
        desk.import("budget", &path, 2025);
        let facts = desk.facts(2025);
        let income = ["交付金 2500000", "会費 360000", "繰越金 41234"];
        assert_eq!(lines(&facts, "settlement.income", "budget_yen"), income, "{file}");
        let expense = ["予備費 301234", "会議費 120000", "防災費 2480000"];
        assert_eq!(lines(&facts, "settlement.expense", "budget_yen"), expense, "{file}");
        let again = &desk.preview("budget", &path, 2025)["counts"];
        assert_eq!((&again["new"], &again["changed"], &again["same"]), (&json!(0), &json!(0), &json!(6)), "{file}");
    }
}

const DAYS_IN_PARTS: &str =
    "月,日,行事名,会場,参加者数\n4月,12日(土),定期総会,公民館,86名\n7月,26日(土)～27日(日),夏まつり,校庭,\"1,200\"
9月,7日,草刈り,河川敷,90\n2月,11日,凧あげ,公園,38\n,,合計,,1414\n";

const TIMES_AND_HEADS: &str =
    "開催日時,催し,場所,参加人数\n令和7年4月12日（土）10:00～11:30,定期総会,公民館,役員26・会員60
7/26 16時～7/27 21時,夏まつり,校庭,\"1,200人\"\n2025年9月7日　午前8時,草刈り,河川敷,90名（うち子ども12名）
R8.2.11,凧あげ,公園,9家族38名\n";

const GROWN_AND_CHILDREN: &str = "開始\t終了\t活動名\t場所\t参加者（大人）\t参加者（子ども）
2025/4/12\t2025/4/12\t定期総会\t公民館\t86\t\n2025/7/26\t2025/7/27\t夏まつり\t校庭\t800\t400
2025/9/7\t2025/9/7\t草刈り\t河川敷\t78\t12\n2026/2/11\t2026/2/11\t凧あげ\t公園\t18\t20\n";

#[test]
fn the_same_events_from_every_layout() {
    for (file, text) in [("行事.csv", DAYS_IN_PARTS), ("催し.csv", TIMES_AND_HEADS), ("活動.tsv", GROWN_AND_CHILDREN)]
    {
        let desk = TestDesk::empty(PROGRAM);
        desk.import("activities", &written(&desk, file, text), 2025);
        let facts = desk.facts(2025);
        let figures = ["activities.occasions", "activities.participants"].map(|name| facts[name].clone());
        assert_eq!(figures, [json!(4), json!(1414)], "{file}");
        let again = &desk.preview("activities", &desk.folder().join(file), 2025)["counts"];
        assert_eq!((&again["new"], &again["changed"], &again["same"]), (&json!(0), &json!(0), &json!(4)), "{file}");
    }
}

const LISTS_BESIDE_EACH_OTHER: &str = "緑町 電話連絡網,,,,\n氏名（フリガナ）,電話,,氏名（フリガナ）,電話
能登 隆（ノト タカシ）,087-855-9001 090-5550-9001,,加賀 純（カガ ジュン）,087-855-9002\n越前 明（エチゼン アキラ）,087-855-9003,,,\n";

const FAMILIES: &str =
    "世帯主,家族氏名,フリガナ,続柄,住所,電話,備考\n能登 隆,能登 隆,ノト タカシ,世帯主,緑町1,087-855-9001,
,能登 咲,ノト サキ,妻,,,\n,能登 海,ノト カイ,子,,,R6.10 転出\n加賀 純,加賀 純,カガ ジュン,世帯主,緑町2,087-855-9002,\n";

#[test]
fn lists_beside_each_other_and_families_under_their_heads() {
    let desk = TestDesk::empty(PROGRAM);
    desk.import("roster", &written(&desk, "連絡網.csv", LISTS_BESIDE_EACH_OTHER), 2025);
    let expected = [
        "加賀 純 カガ ジュン   087-855-9002   | ",
        "能登 隆 ノト タカシ   087-855-9001 090-5550-9001  | ",
        "越前 明 エチゼン アキラ   087-855-9003   | ",
    ];
    assert_eq!(people(&desk), expected);
    let desk = TestDesk::empty(PROGRAM);
    desk.import("roster", &written(&desk, "世帯.csv", FAMILIES), 2025);
    let expected = [
        "加賀 純 カガ ジュン  高松市緑町2 087-855-9002   | ",
        "能登 咲 ノト サキ  高松市緑町1 087-855-9001   | ",
        "能登 隆 ノト タカシ  高松市緑町1 087-855-9001   | ",
    ];
    assert_eq!(people(&desk), expected, "who has moved away is kept but not counted");
}
