//! 1,000 random years, paper by paper: 積算内訳書, and the lists of 監査資料.

use super::{rows, sum, year, yen};
use crate::accounts::facts::parts::Owners;
use crate::accounts::facts::{budget, ledgers, receipts};
use crate::accounts::scope::tests::{Dice, YEARS};
use crate::accounts::{
    Books, BudgetPart, BudgetPartId, Receipt, ReceiptId, ReceiptKind, ReceiptPart, ReceiptPartId, StatedBalance,
    StatedBalanceId,
};
use crate::fact::{Fact, FactRow, Facts, words};
use crate::money::Yen;

/// What the parts of a line say.
const WORDS: [&str; 3] = ["案内", "用紙", "お茶"];

/// Up to three parts for each line, some worked out, some that leave a rest of the line or go beyond it.
fn parts(books: &Books, dice: &mut Dice) -> Vec<BudgetPart> {
    let mut parts = Vec::new();
    for line in &books.budget {
        for position in 0..dice.below(1 + WORDS.len()) as i64 {
            let (unit, quantity) = (Yen(1 + dice.below(900) as i64), 1 + dice.below(50) as i64);
            let is_worked_out = dice.below(2) == 0;
            parts.push(BudgetPart {
                id: BudgetPartId::new(),
                line_id: line.id,
                words: WORDS[position as usize].to_owned(),
                unit_yen: is_worked_out.then_some(unit),
                quantity: is_worked_out.then_some(quantity),
                times: None,
                amount_yen: if is_worked_out { Yen(unit.0 * quantity) } else { dice.yen() },
                activity_id: None,
                committee_id: None,
                grant_id: None,
                position,
                version: 1,
            });
        }
    }
    parts
}

fn said<'a>(row: &'a FactRow, name: &str) -> &'a Fact {
    row.get(name).unwrap_or_else(|| panic!("{name} in {row:?}"))
}

#[test]
fn the_workings_of_a_random_budget_sum_to_its_lines_and_list_every_part_once() {
    let mut dice = Dice(83);
    let mut rests = 0;
    for n in 0..YEARS {
        let mut books = year(&mut dice);
        books.parts = parts(&books, &mut dice);
        let mut facts = Facts::default();
        budget::state(&mut facts, &books, &None, &Owners::default());
        let (mut listed, mut planned) = (0, 0);
        for fund in facts.list("budget.funds") {
            for side in ["income", "expense"] {
                let (parts, sums) = (rows(fund, &format!("{side}_parts")), rows(fund, &format!("{side}_part_sums")));
                let whole = yen(fund, &format!("{side}_initial_yen"));
                assert_eq!([sum(parts, "amount_yen"), sum(sums, "amount_yen")], [whole, whole], "year {n}: {side}");
                for line in sums {
                    let own = parts.iter().filter(|part| said(part, "path") == said(line, "path"));
                    let own: Vec<FactRow> = own.cloned().collect();
                    assert_eq!(sum(&own, "amount_yen"), yen(line, "amount_yen"), "year {n}: {:?}", said(line, "path"));
                    rests += usize::from(own.iter().any(|part| said(part, "words") == &words("（内訳のない額）")));
                }
                listed += parts.iter().filter(|part| WORDS.map(words).contains(said(part, "words"))).count();
                planned += whole;
            }
        }
        assert_eq!(listed, books.parts.len(), "year {n}: every part stands there once");
        assert_eq!(planned, books.budget.iter().map(|line| line.amount_yen.0).sum::<i64>(), "year {n}");
    }
    assert!(rests > 100, "many lines have a rest that no part explains");
}

fn receipt(books: &Books, number: i64, dice: &mut Dice) -> Receipt {
    let paid: Vec<_> = books.entries.iter().take(1 + dice.below(3)).collect();
    let part =
        |id| ReceiptPart { id: ReceiptPartId::new(), entry_id: id, amount_yen: Yen(1 + dice.below(5_000) as i64) };
    let parts: Vec<ReceiptPart> = paid.into_iter().map(|entry| entry.id).map(part).collect();
    Receipt {
        id: ReceiptId::new(),
        fiscal_year: books.year,
        number,
        kind: ReceiptKind::Receipt,
        dated_on: None,
        addressee: String::new(),
        purpose: String::new(),
        issuer: String::new(),
        amount_yen: parts.iter().map(|part| part.amount_yen).sum(),
        note: String::new(),
        ticked: vec![],
        parts,
        version: 1,
    }
}

#[test]
fn the_lists_of_a_random_audit_sum_to_the_books_and_the_receipts() {
    let mut dice = Dice(89);
    for n in 0..YEARS {
        let books = year(&mut dice);
        let day = books.year.last_day();
        let held = |id| books.balance_on(id, day);
        // The passbook says what the book says, or a yen less; of some nobody looked.
        let mut stated: Vec<StatedBalance> = Vec::new();
        for purse in &books.purses {
            let off = dice.below(3) as i64;
            let amount_yen = held(purse.id) - Yen(off);
            let (id, note) = (StatedBalanceId::new(), String::new());
            let found = StatedBalance { id, purse_id: purse.id, stated_on: day, amount_yen, note };
            stated.extend(Some(found).filter(|_| off < 2));
        }
        let balances = ledgers::balances(&books, &stated);
        let said: i64 = stated.iter().map(|one| one.amount_yen.0).sum();
        let of = |name: &str| -> i64 {
            let value = |row: &FactRow| Facts::from(row.clone()).number(name).unwrap_or_default();
            balances.iter().map(value).sum()
        };
        assert_eq!(of("book_yen"), books.held_on(day).0, "year {n}: the book");
        assert_eq!(of("stated_yen"), said, "year {n}: the passbooks");
        let looked_at: i64 = stated.iter().map(|one| held(one.purse_id).0).sum();
        assert_eq!(of("difference_yen"), looked_at - said, "year {n}: what differs");
        let all: Vec<Receipt> = (1..=dice.below(9) as i64).map(|number| receipt(&books, number, &mut dice)).collect();
        let listed = receipts::rows(&books, &all, &[]);
        assert_eq!(sum(&listed, "amount_yen"), all.iter().map(|one| one.amount_yen.0).sum::<i64>(), "year {n}");
        let numbers: Vec<i64> = listed.iter().map(|row| yen(row, "number")).collect();
        assert_eq!(numbers, (1..=all.len() as i64).collect::<Vec<_>>(), "year {n}: every receipt once");
    }
}
