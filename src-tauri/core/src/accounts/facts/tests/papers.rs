//! 1,000 random years, paper by paper: 経費内訳表, 領収書台紙, 収支予算書, 補正予算書.

use chrono::NaiveDate;
use paper::Value;

use super::{plain, rows, sum, year, yen};
use crate::accounts::facts::parts::Owners;
use crate::accounts::facts::{budget, evidence, settlement};
use crate::accounts::scope::tests::{Dice, YEARS};
use crate::accounts::{
    AccountItem, Books, BudgetChange, BudgetChangeId, BudgetRevision, BudgetRevisionId, EntryKind, FundId, Receipt,
    ReceiptId, ReceiptKind, ReceiptPart, ReceiptPartId, Side, mounts,
};
use crate::calendar::FiscalYear;
use crate::fact::{FactRow, Facts};
use crate::money::Yen;

#[test]
fn a_revision_of_another_fund_is_no_version_of_this_ones_budget() {
    let item = AccountItem::new(Side::Expense, "積立", "");
    let change =
        BudgetChange { id: BudgetChangeId::new(), item_id: item.id, amount_yen: Yen(5_000), note: String::new() };
    let revision = BudgetRevision {
        id: BudgetRevisionId::new(),
        fiscal_year: FiscalYear(2025),
        number: 1,
        decided_on: NaiveDate::from_ymd_opt(2025, 9, 1),
        decided_by: "役員会".into(),
        reason: "寄付".into(),
        changes: vec![change],
        version: 1,
    };
    let fund = FundId::new();
    let items = vec![AccountItem { fund_id: Some(fund), ..item }];
    let whole = Books { items, revisions: vec![revision], ..Books::empty(FiscalYear(2025)) };
    let versions = |fund| {
        let mut facts = Facts::default();
        settlement::state_versions(&mut facts, &whole.of_fund(fund));
        facts.value("settlement.versions")
    };
    assert_eq!(versions(Some(fund)), Value::text("有"));
    assert_eq!(versions(None), Value::Blank);
}

#[test]
fn the_breakdown_of_a_random_year_lists_every_standing_expense_once() {
    let mut dice = Dice(53);
    let mut moved = 0;
    for n in 0..YEARS {
        let whole = year(&mut dice);
        let mut facts = Facts::default();
        evidence::state(&mut facts, &whole, &std::collections::HashMap::new());
        let of = |name: &str| facts.number(&format!("evidence.{name}")).unwrap_or_default();
        let (own, others) = (facts.list("evidence.items"), facts.list("evidence.others"));
        let entries = || own.iter().chain(others).flat_map(|item| rows(item, "entries"));
        for item in own.iter().chain(others) {
            let entries = rows(item, "entries");
            assert_eq!(sum(entries, "amount_yen"), yen(item, "total_yen"), "year {n}");
            assert_eq!(entries.len() as i64, yen(item, "count"), "year {n}");
        }
        // What was taken back and the entry that took it back cancel out: the paper shows neither, the sum is the same.
        assert_eq!(of("total_yen"), plain(&whole.of_fund(None), EntryKind::Expense), "year {n}");
        assert_eq!([sum(own, "total_yen"), sum(others, "total_yen")], [of("total_yen"), of("others_yen")], "year {n}");
        // What goes to another 会計 is an expense there, and nobody is paid: it has no receipt and lacks none.
        let bare = |word: &str| entries().filter(|row| row["receipt"] == crate::fact::words(word)).count() as i64;
        let standing = || whole.standing().filter(|entry| entry.kind == EntryKind::Expense);
        assert_eq!(of("entries"), standing().count() as i64, "year {n}");
        assert_eq!(of("entries"), entries().count() as i64 - bare("振替"), "year {n}");
        assert_eq!([of("missing"), bare("無")], [standing().filter(|entry| !entry.has_receipt).count() as i64; 2]);
        moved += bare("振替");
    }
    assert!(moved > 100, "many of the years move money between their 会計");
}

/// A receipt for some of the expenses, with a part of each.
fn receipts(books: &Books, dice: &mut Dice) -> Vec<Receipt> {
    let mut receipts: Vec<Receipt> = Vec::new();
    for entry in books.standing().filter(|entry| entry.kind == EntryKind::Expense) {
        if dice.below(3) == 0 {
            continue;
        }
        let amount_yen = Yen(1 + dice.below(entry.amount_yen.0.max(1) as usize) as i64);
        let part = ReceiptPart { id: ReceiptPartId::new(), entry_id: entry.id, amount_yen };
        match receipts.last_mut().filter(|_| dice.below(4) == 0) {
            Some(last) => last.parts.push(part),
            None => receipts.push(Receipt {
                id: ReceiptId::new(),
                fiscal_year: books.year,
                number: receipts.len() as i64 + 1,
                kind: ReceiptKind::Receipt,
                dated_on: None,
                addressee: String::new(),
                purpose: String::new(),
                issuer: String::new(),
                amount_yen,
                note: String::new(),
                ticked: vec![],
                parts: vec![part],
                version: 1,
            }),
        }
    }
    receipts
}

#[test]
fn the_mount_sheets_of_a_random_year_sum_to_its_settlement_item_by_item() {
    let mut dice = Dice(59);
    let mut shared = 0;
    for n in 0..YEARS {
        let books = year(&mut dice).of_fund(None);
        let receipts = receipts(&books, &mut dice);
        let all = mounts(&books, &receipts);
        for one in &all {
            let frames: Yen = one.frames.iter().map(|frame| frame.amount_yen).sum();
            let spent: Yen = books
                .standing()
                .filter(|entry| entry.kind == EntryKind::Expense && entry.item_id == Some(one.item.id))
                .map(|entry| entry.amount_yen)
                .sum();
            assert_eq!(frames, spent, "year {n} {}", one.item.kou);
        }
        let frames = || all.iter().flat_map(|one| &one.frames);
        assert_eq!(
            frames().map(|frame| frame.amount_yen.0).sum::<i64>(),
            plain(&books, EntryKind::Expense),
            "year {n}"
        );
        for receipt in &receipts {
            let pasted = frames().filter(|frame| frame.receipt == Some(receipt) && !frame.is_elsewhere).count();
            assert_eq!(pasted, 1, "year {n}: {}番 is pasted once", receipt.number);
        }
        shared += frames().filter(|frame| frame.is_elsewhere).count();
    }
    assert!(shared > 0, "some receipts stand under two items");
}

/// Lines and 款 of both sides of a budget paper with the totals under them.
fn adds_up(paper: &FactRow, columns: &[&str], about: &str) {
    for side in ["income", "expense"] {
        for column in columns {
            let whole = yen(paper, &format!("{side}_{column}"));
            assert_eq!(sum(rows(paper, side), column), whole, "{about}: {side} {column}");
        }
    }
}

#[test]
fn the_budgets_of_a_random_year_add_up_by_item_and_by_kan() {
    let mut dice = Dice(61);
    for n in 0..YEARS {
        let mut books = year(&mut dice);
        for (at, item) in books.items.iter_mut().enumerate() {
            item.kan = ["経常", "臨時"][at % 2].to_owned();
        }
        let mut facts = Facts::default();
        let past = books.settled_before(books.settled_of_items().as_deref());
        budget::state(&mut facts, &books, &past, &Owners::default());
        let funds = facts.list("budget.funds");
        let planned = |side: Side| -> i64 {
            let is_its = |item| books.items.iter().any(|one| one.id == item && one.side == side);
            books.budget.iter().filter(|line| is_its(line.item_id)).map(|line| line.amount_yen.0).sum()
        };
        for (side, name) in [(Side::Income, "income"), (Side::Expense, "expense")] {
            assert_eq!(sum(funds, &format!("{name}_initial_yen")), planned(side), "year {n}: 当初予算 of all 会計");
        }
        for fund in funds {
            adds_up(fund, &["initial_yen"], &format!("year {n}"));
            for side in ["income", "expense"] {
                for column in ["initial_yen", "previous_settled_yen"] {
                    let whole = yen(fund, &format!("{side}_{column}"));
                    for list in ["compared", "compared_kan"] {
                        let own = sum(rows(fund, &format!("{side}_{list}")), column);
                        assert_eq!(own, whole, "year {n}: {column} of {side}_{list}");
                    }
                }
                let kans = sum(rows(fund, &format!("{side}_kan")), "initial_yen");
                assert_eq!(kans, yen(fund, &format!("{side}_initial_yen")), "year {n}: by 款");
                for column in ["revision_1_yen", "revision_later_yen", "moved_yen", "in_force_yen"] {
                    let whole = yen(fund, &format!("{side}_{column}"));
                    assert_eq!(sum(rows(fund, &format!("all_{side}")), column), whole, "year {n}: {side} {column}");
                }
                let parts = sum(rows(fund, &format!("{side}_parts")), "amount_yen");
                assert_eq!(parts, yen(fund, &format!("{side}_initial_yen")), "year {n}: 積算内訳 of {side}");
            }
        }
    }
}

#[test]
fn every_revision_of_a_random_year_begins_where_the_decided_ones_before_it_ended() {
    let mut dice = Dice(67);
    let mut several = 0;
    for n in 0..YEARS {
        let books = year(&mut dice);
        let mut facts = Facts::default();
        budget::state(&mut facts, &books, &None, &Owners::default());
        let papers = facts.list("budget.revisions");
        assert_eq!(papers.len(), books.revisions.len(), "year {n}");
        let mut decided: i64 = books.budget.iter().map(|line| line.amount_yen.0).sum();
        for (revision, paper) in books.revisions.iter().zip(papers) {
            adds_up(paper, &["before_yen", "change_yen", "after_yen"], &format!("year {n}"));
            let both = |column: &str| {
                ["income", "expense"].map(|side| yen(paper, &format!("{side}_{column}"))).iter().sum::<i64>()
            };
            let changes: i64 = revision.changes.iter().map(|change| change.amount_yen.0).sum();
            assert_eq!([both("before_yen"), both("change_yen")], [decided, changes], "year {n}");
            assert_eq!(both("after_yen"), decided + changes, "year {n}");
            if revision.decided_on.is_some() {
                decided += changes;
                several += 1;
            }
        }
    }
    assert!(several > 100, "many of the years revised their budget");
}
