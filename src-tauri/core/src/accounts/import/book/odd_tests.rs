//! Cash books whose columns say less, or more, than one expects.

use super::tests::{empty, of_sheets, openings, plan_of, shown_rows};
use super::*;
use crate::accounts::{AccountItem, Books, Side};
use crate::calendar::FiscalYear;
use crate::intake::plan::Plan;
use crate::intake::sketch::{book, merged, sheet};

fn codes(plan: &Plan<BookDraft>) -> Vec<(&str, &str)> {
    plan.issues.iter().map(|issue| (issue.place.cell.as_str(), issue.code)).collect()
}

#[test]
fn no_side_is_guessed() {
    let plan = plan_of(&book("日付|科目|摘要|金額\n4/2|会議費|お茶|=100\n4/3|会議費|菓子|=200"), &empty());
    assert!(plan.rows.is_empty());
    assert_eq!(codes(&plan), [("D1", "accounts.side_unknown")]);
    let signed = plan_of(&book("日付|科目|摘要|金額\n4/2|会議費|お茶|△100\n4/3|会費|会費|=200"), &empty());
    assert_eq!(shown_rows(&signed), ["2025-04-02 支 現金 会議費 お茶 100", "2025-04-03 収 現金 会費 会費 200"]);
}

#[test]
fn numbers_that_are_not_taken_are_told() {
    let plan = plan_of(&book("日付|科目|摘要|入金|ポイント\n4/2|会費|会費|=100|\n4/3|会費|会費||=200"), &empty());
    assert_eq!(codes(&plan), [("E1", "intake.column_not_taken")]);
    let two = "日付|科目|摘要|入金|ポイント|重さ\n4/2|会費|会費|=100||=7\n4/3|会費|会費||=200|=8";
    let told = plan_of(&book(two), &empty()).issues;
    assert_eq!(told.len(), 1, "one sentence for a sheet, that names its columns");
    assert_eq!(told[0].params["headings"], "「ポイント」（E列）「重さ」（F列）");
}

#[test]
fn a_sum_beside_its_parts_is_not_added() {
    let drawn = "日付|科目|摘要|支出\n|||現金|預金|計\n4/2|会議費|お茶|=100||=100\n4/3|謝金|講師||=200|=200";
    let merges = ["A1:A2", "B1:B2", "C1:C2", "D1:F1"];
    let plan = plan_of(&of_sheets(vec![merged(sheet("会計簿", drawn), &merges)]), &empty());
    assert_eq!(shown_rows(&plan), ["2025-04-02 支 現金 会議費 お茶 100", "2025-04-03 支 預金 謝金 講師 200"]);
}

#[test]
fn purses_beside_each_other_and_units_in_brackets() {
    let drawn = "日付|科目|摘要|現金|||普通預金\n|||入|出|残|入|出|残
4/1||前年度繰越|=9||=9|=50||=50
4/2||預入||=4|=5|=4||=54
5/1|事業費|テント||||||=33|=21";
    let merges = ["A1:A2", "B1:B2", "C1:C2", "D1:F1", "G1:I1"];
    let plan = plan_of(&of_sheets(vec![merged(sheet("出納簿", drawn), &merges)]), &empty());
    assert_eq!(openings(&plan), [("現金", 9), ("普通預金", 50)]);
    let plain = plan_of(&book("月|日|歳入（円）|歳出（円）|摘要|項目\n4|8||=3240|文具|事務費"), &empty());
    assert_eq!(shown_rows(&plain), ["2025-04-08 支 現金 事務費 文具 3240"]);
}

#[test]
fn codes_before_items_are_not_their_names() {
    let plan = plan_of(&book("日付|収支|科目|金額\n4/2|支出|2-03 消耗品費|=100\n4/3|収入|1-01 会費|=7"), &empty());
    assert_eq!(shown_rows(&plan), ["2025-04-02 支 現金 消耗品費  100", "2025-04-03 収 現金 会費  7"]);
}

#[test]
fn items_above_the_columns_and_above_the_table() {
    let drawn = "月|日|摘要|収入|支出の内訳||残高\n||||会議費|広報費|\n4|5|会費|=90|||=90\n4|9|お茶||=9||=81\n5|9|チラシ|||=22|=59";
    let merges = ["A1:A2", "B1:B2", "C1:C2", "D1:D2", "E1:F1", "G1:G2"];
    let plan = plan_of(&of_sheets(vec![merged(sheet("会計簿", drawn), &merges)]), &empty());
    let rows = ["2025-04-05 収 現金 科目未記入 会費 90", "2025-04-09 支 現金 会議費 お茶 9"];
    assert_eq!(shown_rows(&plan)[..2], rows);
    assert_eq!(shown_rows(&plan)[2], "2025-05-09 支 現金 広報費 チラシ 22");
    assert_eq!(codes(&plan), []);
    let plan = plan_of(&book("科目|消耗品費\n年月日|摘要|収入|支出\n4/9|コピー紙||=33"), &empty());
    assert_eq!(shown_rows(&plan), ["2025-04-09 支 現金 消耗品費 コピー紙 33"]);
}

#[test]
fn a_purse_to_leave_and_a_purse_to_reach() {
    let drawn = "日付|科目|摘要|金額|出金口座|入金口座\n4/5|会費|会費|=60||現金\n4/6||預入|=50|現金|ゆうちょ\n5/2|印刷費|広報|=33|ゆうちょ|";
    let plan = plan_of(&book(drawn), &empty());
    let rows = [
        "2025-04-05 収 現金 会費 会費 60",
        "2025-04-06 振 現金→ゆうちょ - 預入 50",
        "2025-05-02 支 ゆうちょ 印刷費 広報 33",
    ];
    assert_eq!(shown_rows(&plan), rows);
    assert_eq!(codes(&plan), []);
}

#[test]
fn the_words_of_a_passbook_name_the_bank() {
    let drawn = "お取引日|お取引内容|お引出し金額|お預入れ金額|差引残高\n2025/4/1|繰越|||=500\n2025/4/10|フリコミ||=120|=620\n2025/4/25|デンキ|=43||=577";
    let plan = plan_of(&book(drawn), &empty());
    assert_eq!(openings(&plan), [("普通預金", 500)]);
    assert_eq!(shown_rows(&plan)[1], "2025-04-25 支 普通預金 科目未記入 デンキ 43");
}

#[test]
fn two_sides_of_one_sheet() {
    let drawn = "収入の部|||支出の部\n月日|科目|金額|月日|科目|金額\n4/1|繰越金|=70|4/9|会議費|=9\n4/5|会費|=90|7/7|事業費|=48\n|計|=160||計|=57";
    let plan = plan_of(&of_sheets(vec![merged(sheet("収支", drawn), &["A1:C1", "D1:F1"])]), &empty());
    assert_eq!(openings(&plan), [("現金", 70)]);
    let rows = ["2025-04-05 収 現金 会費  90", "2025-04-09 支 現金 会議費  9", "2025-07-07 支 現金 事業費  48"];
    assert_eq!(shown_rows(&plan), rows);
}

#[test]
fn a_ledger_with_four_columns_of_levels_names_the_deepest_one() {
    let out = Side::Expense;
    let deep = |levels: [&str; 4]| AccountItem::new(out, "", "").named(levels.map(str::to_owned));
    let items = vec![
        deep(["総務費", "事務費", "需用費", "消耗品費"]),
        deep(["総務費", "会議費", "需用費", "消耗品費"]),
        deep(["予備費", "", "", ""]),
    ];
    let books = Books { items: items.clone(), ..Books::empty(FiscalYear(2025)) };
    let drawn = "令和７年度　現金出納帳
月|日|款|項|目|節|摘要|収入金額|支出金額
=4|=2|総務費|事務費|需用費|消耗品費|封筒||=911
=4|=3|総務費|会議費|需用費|消耗品費|お茶||=540
=4|=4|総務費|事務費|役務費||切手||=840";
    let plan = plan_of(&book(drawn), &books);
    let named: Vec<Vec<String>> =
        plan.rows.iter().filter_map(|row| row.draft.entry()?.item.as_ref()).map(|item| item.levels.clone()).collect();
    let expected = [
        vec!["総務費", "事務費", "需用費", "消耗品費"],
        vec!["総務費", "会議費", "需用費", "消耗品費"],
        vec!["総務費", "事務費", "役務費"],
    ];
    assert_eq!(named, expected, "equal names under two 項 stay apart");
}
