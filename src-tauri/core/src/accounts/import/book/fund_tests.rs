//! One sheet that tells of several 会計.

use super::funds::tests::fund;
use super::purses::tests::purse;
use super::tests::{empty, of_sheets, openings, plan_of, shown_rows};
use super::*;
use crate::accounts::import::items::tests::item;
use crate::accounts::{AccountItem, Books, Purse, Side};
use crate::intake::plan::Plan;
use crate::intake::sketch::{book, sheet};

/// 現金 and 普通預金 of 一般会計, 防災通帳 of 防災特別会計; both have 消耗品費.
fn known() -> Books {
    let special = fund("防災特別会計");
    let own = |name| AccountItem { fund_id: Some(special.id), ..item(Side::Expense, "", name) };
    let items = vec![item(Side::Expense, "事務費", "消耗品費"), own("消耗品費"), own("備品費")];
    let passbook = Purse { fund_id: Some(special.id), ..purse("防災通帳") };
    Books { items, purses: vec![purse("現金"), purse("普通預金"), passbook], funds: vec![special], ..empty() }
}

fn funds(plan: &Plan<BookDraft>) -> Vec<&str> {
    plan.rows.iter().filter_map(|row| row.draft.entry()).map(|entry| entry.fund.shown()).collect()
}

fn codes(plan: &Plan<BookDraft>) -> Vec<(&str, &str)> {
    plan.issues.iter().map(|issue| (issue.place.cell.as_str(), issue.code)).collect()
}

const BANK: &str = "令和７年度　普通預金出納帳
月日|会計|科目|摘要|収入|支出|残高
4/1|一般会計|前年度繰越||=1000||=1000
4/1|防災特別会計|前年度繰越||=500||=1500
4/2|一般|消耗品費|用紙||=100|=1400
4/3|防災|消耗品費|電池||=200|=1200
4/4|〃|備品費|投光器||=50|=1150";

#[test]
fn each_row_goes_to_the_items_and_the_purse_of_its_fund() {
    let plan = plan_of(&of_sheets(vec![sheet("普通預金", BANK)]), &known());
    assert_eq!(
        shown_rows(&plan),
        [
            "2025-04-02 支 普通預金 消耗品費 用紙 100",
            "2025-04-03 支 防災通帳 消耗品費 電池 200",
            "2025-04-04 支 防災通帳 備品費 投光器 50"
        ]
    );
    assert_eq!(funds(&plan), ["一般会計", "防災特別会計", "防災特別会計"]);
    assert_eq!(openings(&plan), [("普通預金", 1000), ("防災通帳", 500)]);
    assert_eq!(codes(&plan), [], "the balances of the paper are those of both together");
    let item = |at: usize| plan.rows.iter().filter_map(|row| row.draft.entry()).nth(at).unwrap().item.clone().unwrap();
    assert_eq!([item(0).kan(), item(1).kan()], ["事務費", ""], "each fund has its own 消耗品費");
    assert!(!plan.notes.iter().any(|note| note.contains("新しい")), "nothing is made: {:?}", plan.notes);
}

#[test]
fn a_fund_that_is_not_there_is_told_before_it_is_made() {
    let drawn = BANK.replace("防災特別会計", "祭り特別会計").replace("|防災|", "|祭り特別会計|");
    let plan = plan_of(&of_sheets(vec![sheet("普通預金", &drawn)]), &known());
    let told = plan.notes.iter().find(|note| note.contains("新しい会計")).expect("a sentence");
    assert!(told.contains("祭り特別会計") && told.contains("一般会計、防災特別会計"), "{told}");
    assert_eq!(openings(&plan), [("普通預金", 1000), ("普通預金（祭り特別会計）", 500)]);
    assert!(shown_rows(&plan)[1].contains("普通預金（祭り特別会計） 消耗品費"), "{:?}", shown_rows(&plan));
}

#[test]
fn balances_of_each_fund_are_checked_as_such_and_one_for_all_opens_none() {
    let each =
        "日付|会計|摘要|収入|支出|残高\n4/2|一般|用紙||=100|=900\n4/3|防災|電池||=50|=450\n4/4|一般|机||=100|=801";
    let purse = |plan: &Plan<BookDraft>| {
        codes(plan).into_iter().filter(|(_, code)| *code != "intake.header_doubtful").collect::<Vec<_>>().len()
    };
    let plan = plan_of(&book(each), &known());
    assert!(purse(&plan) >= 1 && openings(&plan).iter().all(|(_, yen)| *yen == 0), "{:?}", codes(&plan));
    assert!(codes(&plan).contains(&("A2", "accounts.opening_of_funds")), "{:?}", codes(&plan));
}

#[test]
fn the_purse_that_a_row_names_comes_before_its_fund() {
    let drawn = "日付|会計|口座|科目|収入|支出\n4/2|一般会計|防災通帳|消耗品費||=100\n4/3|一般会計|現金|消耗品費||=7";
    let plan = plan_of(&book(drawn), &known());
    assert_eq!(funds(&plan), ["防災特別会計", "一般会計"]);
    assert_eq!(codes(&plan), [("B2", "accounts.fund_at_odds")]);
}

#[test]
fn a_column_headed_fund_may_say_where_money_comes_from() {
    let drawn = "日付|会計|科目|収入|支出\n4/2|まちづくり交付金|消耗品費||=100\n4/3|自主財源|消耗品費||=7";
    let plan = plan_of(&book(drawn), &known());
    let of = |at: usize| plan.rows.iter().filter_map(|row| row.draft.entry()).nth(at).unwrap().funding.clone();
    assert_eq!([of(0), of(1)], [Some(Funding::Grant("まちづくり交付金".into())), Some(Funding::Own)]);
    assert_eq!(funds(&plan), ["", ""]);
}

#[test]
fn what_lies_in_the_purse_of_a_fund_has_its_items() {
    let plan = plan_of(&of_sheets(vec![sheet("防災通帳", "日付|科目|収入|支出\n4/2|備品費||=100")]), &known());
    assert_eq!((shown_rows(&plan).len(), funds(&plan)), (1, vec!["防災特別会計"]));
}
