mod years;

use chrono::NaiveDate;

use super::*;
use crate::accounts::{
    AccountItem, Approval, ApprovalId, Books, Entry, EntryKind, Fund, FundId, FundKind, Purse, PurseKind, Reallocation,
    ReallocationId, ReallocationKind, SettledLine, Side, store,
};
use crate::calendar::FiscalYear;
use crate::file::{OfficeFile, Tx};
use crate::intake::sketch::{by, office};
use crate::money::Yen;
use crate::roster;
use crate::{Error, Result};

const YEAR: FiscalYear = FiscalYear(2025);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn do_it<T>(file: &OfficeFile, act: impl FnOnce(&Tx) -> Result<T>) -> T {
    file.change(&by(), "accounts.record_entry", act).unwrap().value
}

fn refusal<T: std::fmt::Debug>(file: &OfficeFile, act: impl FnOnce(&Tx) -> Result<T>) -> Error {
    file.change(&by(), "accounts.record_entry", act).unwrap_err()
}

fn books(file: &OfficeFile) -> Books {
    file.view(|view| Books::load(view, YEAR)).unwrap()
}

fn item(file: &OfficeFile, side: Side, kan: &str, kou: &str) -> AccountItem {
    let item = AccountItem::new(side, kan, kou);
    do_it(file, |tx| add_item(tx, &item));
    item
}

fn purse(file: &OfficeFile, name: &str, fund_id: Option<FundId>) -> Purse {
    let new = NewPurse { name: name.into(), opening_yen: Some(Yen(10_000)), fund_id, committee_id: None };
    let id = do_it(file, |tx| add_purse(tx, YEAR, &new));
    books(file).purses.into_iter().find(|purse| purse.id == id).unwrap()
}

fn fund(file: &OfficeFile, name: &str, kind: FundKind) -> FundId {
    let fund = Fund {
        id: FundId::new(),
        name: name.into(),
        kind,
        purpose: String::new(),
        target_yen: None,
        until_year: None,
        is_closed: false,
        position: 0,
        version: 1,
    };
    do_it(file, |tx| save_fund(tx, &fund))
}

fn new_entry(kind: EntryKind, purse: &Purse, item: Option<&AccountItem>, yen: i64) -> NewEntry {
    NewEntry {
        kind,
        entered_on: day("2025-05-01"),
        purse_id: Some(purse.id),
        to_purse_id: None,
        item_id: item.map(|item| item.id),
        to_item_id: None,
        description: "何か".into(),
        counterparty: String::new(),
        amount_yen: Yen(yen),
        voucher_no: None,
        grant_id: None,
        eligibility: None,
        eligibility_reason: String::new(),
        ruled: None,
        has_receipt: false,
        activity_id: None,
        occasion_id: None,
        committee_id: None,
        heads: None,
        reimbursed_to: String::new(),
        is_out_of_year: false,
    }
}

fn line(books: &Books, item: &AccountItem) -> SettledLine {
    books.settled_lines(item.side).into_iter().find(|line| line.item.id == item.id).unwrap()
}

fn budget(file: &OfficeFile, item: &AccountItem, yen: i64) {
    let typed = BudgetTyped { item_id: item.id, amount_yen: Some(Yen(yen)), note: String::new() };
    do_it(file, |tx| put_lines(tx, YEAR, &[typed]));
}

fn moved(from: &AccountItem, to: &AccountItem, yen: i64) -> Reallocation {
    Reallocation {
        id: ReallocationId::new(),
        fiscal_year: YEAR,
        kind: ReallocationKind::Reallocation,
        moved_on: day("2025-12-01"),
        from_item_id: from.id,
        to_item_id: to.id,
        amount_yen: Yen(yen),
        reason: "不足のため".into(),
        decided_by: "役員会".into(),
        version: 1,
    }
}

#[test]
fn a_decided_budget_is_never_written_over_and_what_follows_stands_beside_it() {
    let (_folder, file) = office();
    let [print, food] = ["印刷費", "会議費"].map(|kou| item(&file, Side::Expense, "事務費", kou));
    let reserve = item(&file, Side::Expense, "予備費", "予備費");
    for (item, yen) in [(&print, 50_000), (&food, 30_000), (&reserve, 20_000)] {
        budget(&file, item, yen);
    }
    do_it(&file, |tx| decide_budget(tx, YEAR, day("2025-04-20"), "定期総会"));
    let typed = BudgetTyped { item_id: print.id, amount_yen: Some(Yen(1)), note: String::new() };
    assert_eq!(refusal(&file, |tx| put_lines(tx, YEAR, &[typed])).code, "accounts.budget_decided");

    let change = |item: &AccountItem, yen| ChangeTyped { item_id: item.id, amount_yen: Yen(yen), note: String::new() };
    let changes = [change(&print, 15_000), change(&food, -5_000)];
    let first = do_it(&file, |tx| save_revision(tx, YEAR, None, "チラシを増やす", &changes));
    assert_eq!(line(&books(&file), &print).budget_yen(), Yen(50_000), "a draft counts nowhere");
    do_it(&file, |tx| decide_revision(tx, YEAR, first, day("2025-10-01"), "役員会"));
    assert_eq!(
        refusal(&file, |tx| save_revision(tx, YEAR, Some(first), "", &changes)).code,
        "accounts.revision_decided"
    );
    do_it(&file, |tx| reallocate(tx, &moved(&food, &print, 2_000)));
    do_it(&file, |tx| reallocate(tx, &moved(&reserve, &print, 3_000)));

    let now = books(&file);
    let printed = line(&now, &print);
    assert_eq!(
        (printed.initial_yen, printed.revised_yen, printed.moved_yen, printed.budget_yen()),
        (Yen(50_000), Yen(15_000), Yen(5_000), Yen(70_000))
    );
    assert_eq!(line(&now, &food).budget_yen(), Yen(23_000));
    assert_eq!(now.reallocations.last().unwrap().kind, ReallocationKind::Contingency, "out of 予備費");
    let total: Yen = now.settled_lines(Side::Expense).iter().map(SettledLine::budget_yen).sum();
    assert_eq!(total, Yen(110_000), "100,000 as decided and 10,000 of the revision; what was moved adds nothing");
    let below = [change(&food, -23_001)];
    assert_eq!(refusal(&file, |tx| save_revision(tx, YEAR, None, "", &below)).code, "accounts.revision_below_zero");
    let moved_in = [change(&print, -65_001)];
    let refused = refusal(&file, |tx| save_revision(tx, YEAR, None, "", &moved_in));
    assert_eq!(refused.code, "accounts.revision_below_planned", "70,000 in force, of which 5,000 were moved there");
    do_it(&file, |tx| save_revision(tx, YEAR, None, "", &[change(&print, -65_000)]));
}

#[test]
fn a_budget_begins_with_what_was_in_force_the_year_before() {
    let (_folder, file) = office();
    let [print, food] = ["印刷費", "会議費"].map(|kou| item(&file, Side::Expense, "事務費", kou));
    budget(&file, &print, 50_000);
    budget(&file, &food, 30_000);
    do_it(&file, |tx| reallocate(tx, &moved(&food, &print, 2_000)));
    do_it(&file, |tx| {
        let typed = BudgetTyped { item_id: food.id, amount_yen: Some(Yen(9_000)), note: String::new() };
        put_lines(tx, YEAR.next(), &[typed])
    });
    assert_eq!(do_it(&file, |tx| copy_budget(tx, YEAR, YEAR.next())), 1, "the line typed before is left alone");
    let next = file.view(|view| Books::load(view, YEAR.next())).unwrap();
    let copied = line(&next, &print);
    assert_eq!((copied.initial_yen, copied.previous_yen), (Yen(52_000), Some(Yen(52_000))));
    assert_eq!(line(&next, &food).initial_yen, Yen(9_000));
}

#[test]
fn what_goes_into_another_fund_is_expense_there_and_income_here_and_nothing_for_the_whole() {
    let (_folder, file) = office();
    let festival = fund(&file, "祭礼特別会計", FundKind::Special);
    let (cash, drum) = (purse(&file, "現金", None), purse(&file, "祭礼の通帳", Some(festival)));
    let out = item(&file, Side::Expense, "繰出金", "祭礼特別会計へ");
    let own =
        AccountItem { fund_id: Some(festival), ..AccountItem::new(Side::Income, "繰入金", "一般会計から") };
    let lantern = AccountItem { fund_id: Some(festival), ..AccountItem::new(Side::Expense, "事業費", "提灯") };
    let carried =
        AccountItem { fund_id: Some(festival), ..AccountItem::new(Side::Income, "繰越金", "前年度繰越金") };
    for item in [&own, &lantern, &carried] {
        do_it(&file, |tx| add_item(tx, item));
    }
    let across = NewEntry { to_purse_id: Some(drum.id), ..new_entry(EntryKind::Transfer, &cash, Some(&out), 4_000) };
    assert_eq!(refusal(&file, |tx| record_entry(tx, YEAR, &across)).code, "accounts.transfer_in_item_missing");
    do_it(&file, |tx| record_entry(tx, YEAR, &NewEntry { to_item_id: Some(own.id), ..across }));
    let foreign = new_entry(EntryKind::Expense, &cash, Some(&lantern), 100);
    assert_eq!(refusal(&file, |tx| record_entry(tx, YEAR, &foreign)).code, "accounts.item_missing");
    do_it(&file, |tx| record_entry(tx, YEAR, &new_entry(EntryKind::Expense, &drum, Some(&lantern), 1_500)));

    let whole = books(&file);
    let (general, special) = (whole.of_fund(None), whole.of_fund(Some(festival)));
    assert_eq!((general.total_yen(Side::Expense), special.total_yen(Side::Income)), (Yen(4_000), Yen(4_000)));
    assert_eq!((whole.total_yen(Side::Income), whole.total_yen(Side::Expense)), (Yen(0), Yen(1_500)));
    assert_eq!(general.carry_over_yen() + special.carry_over_yen(), whole.carry_over_yen());
    assert_eq!(line(&special, &carried).settled_yen, Yen(10_000), "each 会計 carries its own opening");
    assert_eq!((general.closing_of(cash.id), special.closing_of(drum.id)), (Yen(6_000), Yen(12_500)));
}

#[test]
fn a_committee_keeps_its_own_book_and_nothing_is_counted_twice() {
    let (_folder, file) = office();
    let committee = do_it(&file, |tx| roster::acts::committee_named(tx, "防災部会"));
    let bank = purse(&file, "普通預金", None);
    let new = NewPurse { name: "防災部会の通帳".into(), committee_id: Some(committee), ..NewPurse::default() };
    let id = do_it(&file, |tx| add_purse(tx, YEAR, &new));
    let own = Purse { id, ..Purse::new("防災部会の通帳", PurseKind::Bank) };
    let drill = item(&file, Side::Expense, "事業費", "防災訓練");
    let give = NewEntry { to_purse_id: Some(id), ..new_entry(EntryKind::Transfer, &bank, None, 8_000) };
    let back = NewEntry { to_purse_id: Some(bank.id), ..new_entry(EntryKind::Transfer, &own, None, 1_200) };
    for new in [give, new_entry(EntryKind::Expense, &own, Some(&drill), 6_800), back] {
        do_it(&file, |tx| record_entry(tx, YEAR, &new));
    }
    let whole = books(&file);
    let of_committee = whole.of_committee(committee);
    assert_eq!(
        (of_committee.total_yen(Side::Income), of_committee.total_yen(Side::Expense)),
        (Yen(8_000), Yen(8_000)),
        "6,800 for the drill and 1,200 given back"
    );
    assert_eq!(of_committee.carry_over_yen(), Yen(0));
    assert_eq!((whole.total_yen(Side::Income), whole.total_yen(Side::Expense)), (Yen(0), Yen(6_800)));
    let entries: Vec<&Entry> = of_committee.standing().collect();
    assert_eq!(entries.len(), 3);
}

#[test]
fn items_go_as_deep_as_the_council_wants_and_only_from_above() {
    let (_folder, file) = office();
    let deep = |kan: &str, kou: &str, moku: &str, setsu: &str| AccountItem {
        moku: moku.into(),
        setsu: setsu.into(),
        ..AccountItem::new(Side::Expense, kan, kou)
    };
    for item in [deep("総務費", "事務費", "消耗品費", ""), deep("総務費", "事務費", "印刷費", "会報")]
    {
        do_it(&file, |tx| add_item(tx, &item));
    }
    let labels: Vec<String> = books(&file).items.iter().map(|item| item.label().to_owned()).collect();
    assert_eq!(labels, ["消耗品費", "会報"]);
    let twice = refusal(&file, |tx| add_item(tx, &deep("総務費", "事務費", "消耗品費", "")));
    assert_eq!(twice.code, "accounts.item_there");
    let gap = refusal(&file, |tx| add_item(tx, &deep("総務費", "", "消耗品費", "")));
    assert_eq!(gap.code, "accounts.item_level_missing");
}
