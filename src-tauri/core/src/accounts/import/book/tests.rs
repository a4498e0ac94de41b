//! Cash books of many layouts.

use ::paper::{RawBook, RawSheet};

use super::purses::tests::purse;
use super::*;
use crate::accounts::import::items::tests::item;
use crate::accounts::{Books, Eligibility, EntryKind, Side};
use crate::calendar::FiscalYear;
use crate::intake::mapping::{Hints, Remembered};
use crate::intake::plan::Plan;
use crate::intake::sketch::{book, merged, sheet};

const YEAR: FiscalYear = FiscalYear(2025);

pub(super) fn empty() -> Books {
    Books::empty(YEAR)
}

fn known() -> Books {
    let out = Side::Expense;
    let items =
        vec![item(out, "事務費", "消耗品費"), item(out, "事務費", "会議費"), item(Side::Income, "会費", "会費")];
    Books { items, purses: vec![purse("現金"), purse("普通預金")], ..empty() }
}

pub(super) fn plan_of(book: &RawBook, books: &Books) -> Plan<BookDraft> {
    let hints = Hints { chosen: &[], remembered: &Remembered::new() };
    let paper = BookPaper::read(book, YEAR, &hints, books).unwrap();
    paper.plan(KnownBooks { books, grants: &[], audits: &[] })
}

pub(super) fn of_sheets(sheets: Vec<RawSheet>) -> RawBook {
    RawBook { sheets, ..RawBook::default() }
}

/// 2025-04-02 支 現金 消耗品費 切手 840
pub(super) fn shown_rows(plan: &Plan<BookDraft>) -> Vec<String> {
    let line = |draft: &EntryDraft| {
        let kind = match draft.kind {
            EntryKind::Income => "収",
            EntryKind::Expense => "支",
            EntryKind::Transfer => "振",
        };
        let to = draft.to_purse.as_ref().map(|to| format!("→{to}")).unwrap_or_default();
        let item = draft.item.as_ref().map(|item| item.label()).unwrap_or("-");
        format!("{} {kind} {}{to} {item} {} {}", draft.on, draft.purse, draft.description, draft.amount.0)
    };
    entries(plan).into_iter().map(line).collect()
}

pub(super) fn openings(plan: &Plan<BookDraft>) -> Vec<(&str, i64)> {
    let mut found = Vec::new();
    for row in &plan.rows {
        if let BookDraft::Purse(purse) = &row.draft {
            found.push((purse.name.as_str(), purse.opening.0));
        }
    }
    found
}

fn entries(plan: &Plan<BookDraft>) -> Vec<&EntryDraft> {
    plan.rows.iter().filter_map(|row| row.draft.entry()).collect()
}

fn codes(plan: &Plan<BookDraft>) -> Vec<(&str, &str)> {
    plan.issues.iter().map(|issue| (issue.place.cell.as_str(), issue.code)).collect()
}

const CASH: &str = "令和７年度　現金出納帳

月|日|伝票No|科目|摘要|相手方|収入金額|支出金額|差引残高|財源|交付対象|領収書
=4|=1||前年度繰越|||=26616||=26616|||
|=2|=1|消耗品費|封筒|(株)見本商店||=911|=25705|まちづくり交付金||有
|=3||振替|普通預金より引出||=50000||=75705|||
|=3|=2|会議費|お茶|見本弁当||=1000|=74705|自主財源|対象外|無
||||4月計||=76616|=1911||||
||||累計||=76616|=1911||||
=1|=5|=3|消耗品費|用紙|見本商店||=705|=74000|まちづくり交付金||";

#[test]
fn two_purses_as_sheets_with_transfers_seen_from_both() {
    let bank = "令和７年度　普通預金出納帳

月|日|伝票No|科目|摘要|相手方|収入金額|支出金額|差引残高|財源|交付対象|領収書
=4|=1||前年度繰越|||=670058||=670058|||
|=3||振替|現金へ振替|||=50000|=620058|||
=5|=15|=4|会費|会費||=100||=620158|自主財源||";
    let plan = plan_of(&of_sheets(vec![sheet("現金出納帳", CASH), sheet("預金出納帳", bank)]), &known());
    assert_eq!(
        shown_rows(&plan),
        [
            "2025-04-02 支 現金 消耗品費 封筒 911",
            "2025-04-03 振 普通預金→現金 - 現金へ振替 50000",
            "2025-04-03 支 現金 会議費 お茶 1000",
            "2025-05-15 収 普通預金 会費 会費 100",
            "2026-01-05 支 現金 消耗品費 用紙 705"
        ]
    );
    assert_eq!(openings(&plan), [("現金", 26_616), ("普通預金", 670_058)]);
    assert_eq!(codes(&plan), []);
    let [envelopes, _, tea, fees, paper] = [0, 1, 2, 3, 4].map(|at| entries(&plan)[at]);
    assert_eq!([envelopes.eligibility, tea.eligibility], [Some(Eligibility::Eligible), Some(Eligibility::Ineligible)]);
    assert_eq!([envelopes.has_receipt, tea.has_receipt, paper.has_receipt], [Some(true), Some(false), Some(false)]);
    assert_eq!(
        [&envelopes.funding, &tea.funding],
        [&Some(Funding::Grant("まちづくり交付金".into())), &Some(Funding::Own)]
    );
    assert_eq!((fees.eligibility, fees.has_receipt), (None, None), "income has neither");
    assert_eq!([envelopes.position, tea.position], [1, 2], "the place within the day");
    assert_eq!((plan.counts().new, plan.counts().skipped), (5, 2));
}

#[test]
fn one_sheet_alone_names_the_other_purse_of_a_transfer() {
    let plan = plan_of(&of_sheets(vec![sheet("現金出納帳", CASH)]), &empty());
    assert_eq!(shown_rows(&plan)[1], "2025-04-03 振 普通預金→現金 - 普通預金より引出 50000");
    assert_eq!(codes(&plan), [], "the other book was not given");
}

#[test]
fn purses_as_pairs_of_columns() {
    let drawn = "令和7年度 金銭出納簿
年月日|科目|摘要|現金|||預金||
|||収入|支出|残高|収入|支出|残高
R7.4.1|繰越金|前年度より|=1000||=1000|=9000||=9000
R7.4.8|会費|4月分||||=500||=9500
R7.4.9||預金引出し|=3000||=4000||=3000|=6500
R7.4.10|会議費|お茶||=250|=3750|||
合計|||=4000|=250||=9500|=3000|";
    let plan = plan_of(
        &of_sheets(vec![merged(sheet("出納", drawn), &["A2:A3", "B2:B3", "C2:C3", "D2:F2", "G2:I2"])]),
        &empty(),
    );
    assert_eq!(openings(&plan), [("現金", 1000), ("預金", 9000)]);
    assert_eq!(
        shown_rows(&plan),
        [
            "2025-04-08 収 預金 会費 4月分 500",
            "2025-04-09 振 預金→現金 - 預金引出し 3000",
            "2025-04-10 支 現金 会議費 お茶 250"
        ]
    );
    assert_eq!(codes(&plan), []);
}

#[test]
fn one_amount_with_side_and_purse_in_columns() {
    let drawn = "日付|収支|口座|科目|内容|支払先|金額|備考
2025/4/2|支出|現金|消耗品|切手|郵便局|840円|
2025/4/2|〃|〃|〃|はがき|〃|630円|10枚
2025/4/5|収入|通帳|会費|〃|1班|12,000円|
2025/4/7|振替|通帳→現金||引き出し||=5000|";
    let plan = plan_of(&book(drawn), &known());
    assert_eq!(
        shown_rows(&plan),
        [
            "2025-04-02 支 現金 消耗品費 切手 840",
            "2025-04-02 支 現金 消耗品費 はがき　10枚 630",
            "2025-04-05 収 普通預金 会費 はがき 12000",
            "2025-04-07 振 普通預金→現金 - 引き出し 5000"
        ]
    );
    assert_eq!(entries(&plan)[1].counterparty, "郵便局");
    assert_eq!(entries(&plan)[0].eligibility, None, "the book says nothing about it");
    assert_eq!(plan.notes.len(), 1, "no receipts are told");
}

#[test]
fn months_as_sheets_carry_the_balance_on() {
    let april = sheet(
        "4月",
        "日|項目|摘要|入金|出金|残高\n=1||前月繰越|=500||=500\n=3|会費|会費|=100||=600\n||4月計|=600||\n||次月繰越||=600|",
    );
    let may = sheet(
        "5月",
        "日|項目|摘要|入金|出金|残高\n=1||前月より繰越|=600||=600\n=9|会議費|お茶||=50|=550\n||5月計|=600|=50|",
    );
    let plan = plan_of(&of_sheets(vec![april, may]), &empty());
    assert_eq!(shown_rows(&plan), ["2025-04-03 収 現金 会費 会費 100", "2025-05-09 支 現金 会議費 お茶 50"]);
    assert_eq!((openings(&plan), codes(&plan)), (vec![("現金", 500)], vec![]));
    assert_eq!(plan.counts().skipped, 4, "two sums and two balances carried");
}

#[test]
fn signed_amounts_and_a_balance_that_slips() {
    let drawn = "月日|内容|金額|残高
4/1|前年度繰越金||1,000
4/2|会費|500|1,500
4/3|お茶|△200|1,300
4/4|切手|△84|1,261
4/5|用紙|-100|1,161
4/8|旅費|-60|1,000";
    let plan = plan_of(&book(drawn), &empty());
    assert_eq!(shown_rows(&plan).len(), 5);
    assert_eq!(entries(&plan)[1].kind, EntryKind::Expense);
    let told = [("C4", "intake.amount_read_often"), ("D5", "accounts.balance_differs_often")];
    assert_eq!(codes(&plan), told, "△ is told as it was read; the next row only follows");
    assert_eq!(plan.issues[1].params["more"], "1", "a later row slips anew");
    assert_eq!(openings(&plan), [("現金", 1000)]);
}

#[test]
fn income_and_expense_as_tables_of_their_own() {
    let drawn = "収入の部
月日|科目|摘要|金額
4月5日|会費|1班|=12000
4月6日|会費|2班|=9000

支出の部
月日|科目|摘要|金額
4月9日|会議費|お茶|=250
合　計|||=250";
    let plan = plan_of(&book(drawn), &known());
    assert_eq!(
        shown_rows(&plan),
        ["2025-04-05 収 現金 会費 1班 12000", "2025-04-06 収 現金 会費 2班 9000", "2025-04-09 支 現金 会議費 お茶 250"]
    );
}

#[test]
fn an_opening_that_only_the_first_balance_tells() {
    let plan = plan_of(&book("日付|科目|摘要|収入|支出|差引残高\n4/2|会議費|お茶||=250|=750"), &empty());
    assert_eq!(openings(&plan), [("現金", 1000)]);
    assert_eq!(codes(&plan), [("A2", "accounts.opening_from_balance")]);
}

#[test]
fn a_transfer_that_only_one_of_two_books_shows_is_told() {
    let cash = sheet("現金", "日付|科目|摘要|収入|支出\n4/2|振替|預金より引出|=500|");
    let bank = sheet("普通預金", "日付|科目|摘要|収入|支出\n4/8|会費|会費|=900|");
    let plan = plan_of(&of_sheets(vec![cash, bank]), &empty());
    assert_eq!(shown_rows(&plan)[0], "2025-04-02 振 普通預金→現金 - 預金より引出 500");
    assert_eq!(codes(&plan), [("A2", "accounts.transfer_one_sided")]);
}

#[test]
fn days_that_cannot_be_read_are_told_and_left_out() {
    let plan = plan_of(
        &book("日付|科目|摘要|収入|支出\n4/31|会議費|お茶||=5\n4/30|会議費|お茶||=6\nいつか|会議費|水||=7"),
        &empty(),
    );
    assert_eq!(shown_rows(&plan), ["2025-04-30 支 現金 会議費 お茶 6"]);
    assert_eq!(codes(&plan)[0], ("A2", "intake.date_unreadable"));
}

#[test]
fn a_summary_beside_the_books_brings_nothing() {
    let book_sheet = sheet("現金", "日付|科目|摘要|収入|支出\n4/1|前年度繰越||=500|\n4/2|会議費|お茶||=20");
    let summary = sheet("月別集計", "月|科目|収入|支出\n|前年度繰越|=500|\n=4|小口|=0|=20\n=5|小口|=10|=0");
    let plan = plan_of(&of_sheets(vec![book_sheet, summary]), &empty());
    assert_eq!((shown_rows(&plan).len(), openings(&plan)), (1, vec![("現金", 500)]));
    assert_eq!(codes(&plan), [("A3", "accounts.no_date"), ("A4", "accounts.no_date")]);
}

#[test]
fn one_month_of_the_next_calendar_year_belongs_to_the_book_of_this_year() {
    let drawn = "令和８年２月分　現金出納帳\n日|科目|摘要|収入|支出\n=3|会議費|お茶||=20\n=4|雑費|戻入||△5";
    let plan = plan_of(&of_sheets(vec![sheet("2月", drawn)]), &empty());
    assert_eq!(shown_rows(&plan), ["2026-02-03 支 現金 会議費 お茶 20", "2026-02-04 支 現金 雑費 戻入 -5"]);
    assert_eq!(entries(&plan)[0].year, YEAR);
    assert_eq!(codes(&plan), [("E4", "intake.amount_read"), ("E4", "accounts.negative_amount")]);
}
