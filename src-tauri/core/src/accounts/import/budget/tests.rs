//! Budgets of many layouts.

use super::*;
use crate::FiscalYear;
use crate::accounts::import::items::tests::item;
use crate::accounts::{Books, BudgetLineId};
use crate::intake::mapping::{Hints, Remembered};
use crate::intake::sketch::{book, merged as with_merges, sheet};
use paper::{RawBook, RawSheet};

const YEAR: FiscalYear = FiscalYear(2025);

fn empty() -> Books {
    Books::empty(YEAR)
}

fn plan_of(book: &RawBook, books: &Books) -> Plan<BudgetDraft> {
    BudgetPaper::read(book, YEAR, &Hints { chosen: &[], remembered: &Remembered::new() }).unwrap().plan(books)
}

fn of_sheets(sheets: Vec<RawSheet>) -> RawBook {
    RawBook { sheets, ..RawBook::default() }
}

/// 収 款/項 amount (previous)
fn shown_lines(plan: &Plan<BudgetDraft>) -> Vec<String> {
    let line = |draft: &BudgetDraft| {
        let side = if draft.item.side == Side::Income { "収" } else { "支" };
        let previous = draft.previous.map(|yen| format!(" ({})", yen.0)).unwrap_or_default();
        let alone = if draft.item.levels.len() == 1 { "/" } else { "" };
        format!("{side} {alone}{} {}{previous}", draft.item.levels.join("/"), draft.amount.0)
    };
    plan.rows.iter().map(|row| line(&row.draft)).collect()
}

fn codes(plan: &Plan<BudgetDraft>) -> Vec<(&str, &str)> {
    plan.issues.iter().map(|issue| (issue.place.cell.as_str(), issue.code)).collect()
}

#[test]
fn two_parts_in_one_sheet_with_the_kan_given_once() {
    let book = book(
        "令和８年度　見本地区　収支予算書
||||（単位：円）
収入の部
款|項|本年度予算額|前年度予算額|増減|摘要
負担金|自治会負担金|=395100|=375300|=19800|
事業収入|資源回収|208,000円|=197600|=10400|年4回
|模擬店|=86000|=81700|△4,300|
合計||=689100|=654600||

支出の部
款|項|本年度予算額|前年度予算額|増減|摘要
事業費|防災訓練事業|=453000|=461000|▲8000|防災部会
|敬老会事業|=236100|=193600||
合計||=689100|||",
    );
    let plan = plan_of(&book, &empty());
    assert_eq!(plan.rows[0].draft.year, FiscalYear(2026), "the title says the year");
    assert_eq!(
        shown_lines(&plan),
        [
            "収 負担金/自治会負担金 395100 (375300)",
            "収 事業収入/資源回収 208000 (197600)",
            "収 事業収入/模擬店 86000 (81700)",
            "支 事業費/防災訓練事業 453000 (461000)",
            "支 事業費/敬老会事業 236100 (193600)"
        ]
    );
    assert_eq!(plan.rows[3].draft.note, "防災部会");
    assert_eq!(codes(&plan), [("C6", "intake.amount_read")], "208,000円 is told as it was read");
    assert_eq!(plan.counts().skipped, 2, "two totals");
}

#[test]
fn two_sheets_of_one_level_in_thousands() {
    let income = sheet(
        "収入",
        "令和7年度予算|||（単位：千円）\n科　目|予算額|前年度予算額|備考\n会費|=1200|=1150|\n補助金|=300|=300|市\n合　計|=1500|=1450|",
    );
    let expense = sheet("支出", "科　目|予算額|前年度予算額|備考\n会議費|=500|=400|\n予備費|=999|-|\n合　計|=1500||");
    let plan = plan_of(&of_sheets(vec![income, expense]), &empty());
    assert_eq!(
        shown_lines(&plan),
        ["収 /会費 1200000 (1150000)", "収 /補助金 300000 (300000)", "支 /会議費 500000 (400000)", "支 /予備費 999000"]
    );
    assert_eq!(codes(&plan), [("B4", "accounts.budget_total_differs")]);
    assert_eq!(plan.notes.len(), 1, "the unit is told");
}

#[test]
fn two_tables_side_by_side() {
    let drawn = "令和７年度予算書
収入の部|||支出の部||
科目|金額|内訳|科目|金額|内訳
会費|=1000|6,000円×31|事業費|=800|
雑収入|=10||事務費|=210|用紙
計|=1010||計|=1010|";
    let plan = plan_of(&book(drawn), &empty());
    assert_eq!(shown_lines(&plan), ["収 /会費 1000", "収 /雑収入 10", "支 /事業費 800", "支 /事務費 210"]);
    assert_eq!(plan.rows[3].draft.note, "用紙");
    assert_eq!(codes(&plan), []);
}

#[test]
fn the_side_merged_down_the_first_column_and_years_as_headings() {
    let drawn = "区分|項目|令和6年度予算額|令和7年度予算額|比較
収入|会費|=900|=1000|=100
|寄附金|=50|－|△50
|計|=950|=1000|
支出|会議費|=300|=400|=100
|予備費|=650|=600|△50
|計|=950|=1000|";
    let sheet = with_merges(sheet("予算", drawn), &["A2:A4", "A5:A7"]);
    let plan = plan_of(&of_sheets(vec![sheet]), &empty());
    assert_eq!(
        shown_lines(&plan),
        ["収 /会費 1000 (900)", "収 /寄附金 0 (50)", "支 /会議費 400 (300)", "支 /予備費 600 (650)"]
    );
    assert_eq!(codes(&plan), []);
}

#[test]
fn a_year_beside_the_current_one_is_the_year_before() {
    let plan = plan_of(&book("科目|R6予算|本年度予算額\n会費|=900|=1000"), &empty());
    assert_eq!(
        plan.rows.iter().map(|row| (row.draft.amount.0, row.draft.previous.map(|p| p.0))).collect::<Vec<_>>(),
        [(1_000, Some(900))]
    );
}

#[test]
fn indentation_and_subtotals_show_the_levels() {
    let drawn = "支出の部
項　　目|予算|摘要
１　事業費|=700|
　(1) 防災訓練事業|=300|
　(2) 敬老会事業|=400|
２　事務費|=250|
　(1) 会議費|=250|
３　予備費|=50|
支出合計|=1000|";
    let plan = plan_of(&book(drawn), &empty());
    assert_eq!(
        shown_lines(&plan),
        ["支 事業費/防災訓練事業 300", "支 事業費/敬老会事業 400", "支 事務費/会議費 250", "支 予備費/予備費 50"]
    );
    assert_eq!(codes(&plan), []);
    let flat = "支出の部\n項目|予算|摘要\n事業費||\n防災|=300|\n敬老会|=400|\n事業費計|=700|\n事務費||\n会議費|=250|\n事務費計|=250|\n合計|=950|";
    let plan = plan_of(&book(flat), &empty());
    assert_eq!(shown_lines(&plan), ["支 事業費/防災 300", "支 事業費/敬老会 400", "支 事務費/会議費 250"]);
}

#[test]
fn kan_kou_and_moku_in_columns() {
    let office = "歳出の部
款|項|目|当初予算額|説明
事業費|||=12|
|防災||=7|
||消耗品費|=3|
||食糧費|=4|
|福祉||=5|
||消耗品費|=5|";
    let plan = plan_of(&book(office), &empty());
    assert_eq!(
        shown_lines(&plan),
        ["支 事業費/防災/消耗品費 3", "支 事業費/防災/食糧費 4", "支 事業費/福祉/消耗品費 5"]
    );
    assert_eq!(codes(&plan), []);
}

#[test]
fn the_same_budget_again_changes_nothing_and_an_edited_one_says_what() {
    let drawn = |amount: &str| format!("収入の部\n款|項|予算額|摘要\n会費|会費|={amount}|31世帯\n諸収入|預金利息|=10|");
    let items = vec![item(Side::Income, "会費", "会費"), item(Side::Income, "諸収入", "預金利息")];
    let line = |at: usize, amount, note: &str| BudgetLine {
        id: BudgetLineId::new(),
        fiscal_year: YEAR,
        item_id: items[at].id,
        amount_yen: Yen(amount),
        previous_yen: Some(Yen(7)),
        note: note.into(),
        position: 0,
        version: 1,
    };
    let books = Books { budget: vec![line(0, 1000, "３１世帯"), line(1, 10, "")], items: items.clone(), ..empty() };
    let verdicts = |plan: &Plan<BudgetDraft>| plan.rows.iter().map(|row| row.verdict).collect::<Vec<_>>();
    assert_eq!(verdicts(&plan_of(&book(&drawn("1000")), &books)), [Verdict::Same, Verdict::Same]);
    let edited = plan_of(&book(&drawn("1200")), &books);
    assert_eq!(verdicts(&edited), [Verdict::Changed, Verdict::Same]);
    let change = &edited.rows[0].changes[0];
    assert_eq!(
        (change.label.as_str(), change.before.as_str(), change.after.as_str()),
        ("本年度予算額", "1,000", "1,200")
    );
}

#[test]
fn an_amount_that_cannot_be_read_is_told_and_taken_for_nothing() {
    let plan = plan_of(&book("支出の部\n科目|予算額|前年度予算額\n雑費|約百円|=90\n会議費|-|=5\n旅費|#|"), &empty());
    assert_eq!(shown_lines(&plan), ["支 /会議費 0 (5)"]);
    assert_eq!(codes(&plan), [("B3", "intake.amount_unreadable"), ("B5", "intake.amount_unreadable")]);
}

#[test]
fn two_rows_of_one_name_are_added_up() {
    let plan = plan_of(&book("支出の部\n科目|予算額|摘要\n雑費|=100|\n会議費|=5|\n雑費|=20|"), &empty());
    assert_eq!(shown_lines(&plan), ["支 /雑費 120", "支 /会議費 5"]);
    assert_eq!(codes(&plan), [("A5", "accounts.line_twice")]);
}

#[test]
fn where_one_side_ends_the_other_begins() {
    for (income, all) in [("収入合計", "支出合計"), ("合計", "合計")] {
        let book = book(&format!(
            "区分|科目|予算額\n収入|会費|=30\n|繰越金|=5\n{income}||=35\n事業費|防災費|=20\n|小計|=20\n事務費|会議費|=15\n{all}||=35"
        ));
        let plan = plan_of(&book, &empty());
        assert_eq!(
            shown_lines(&plan),
            ["収 /会費 30", "収 /繰越金 5", "支 事業費/防災費 20", "支 事務費/会議費 15"],
            "{income}"
        );
        assert_eq!(codes(&plan), []);
    }
}

#[test]
fn of_two_years_in_a_title_the_one_of_the_budget_counts() {
    let drawn = "令和６年度収支決算及び令和７年度収支予算\n収入の部\n項目|令和６年度||令和７年度\n|予算|決算|予算\n補助金|=9|=8|=10";
    let sheet = with_merges(sheet("収支", drawn), &["A3:A4", "B3:C3"]);
    let plan = plan_of(&of_sheets(vec![sheet]), &empty());
    assert_eq!(shown_lines(&plan), ["収 /補助金 10 (9)"]);
    assert_eq!(plan.rows[0].draft.year, YEAR);
}

#[test]
fn the_amount_after_the_supplement_counts() {
    let plan = plan_of(&book("収入の部\n項目|当初予算額|補正額|補正後予算額\n交付金|=300|=25|=325"), &empty());
    assert_eq!(shown_lines(&plan), ["収 /交付金 325"]);
}

mod levels;
