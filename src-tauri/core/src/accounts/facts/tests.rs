//! 1,000 random years: whatever a paper adds up is the plain sum of the entries, and every running balance ends on what lies
//! in the purses.

mod lists;
mod papers;
mod parts;

use super::*;
use crate::accounts::EntryKind;
use crate::accounts::scope::tests::{Dice, random_year};
use crate::fact::FactRow;

fn yen(row: &FactRow, name: &str) -> i64 {
    match row.get(name) {
        Some(Fact::One(value)) => value.number().unwrap_or_default(),
        _ => panic!("{name} in {row:?}"),
    }
}

fn sum(rows: &[FactRow], name: &str) -> i64 {
    rows.iter().map(|row| yen(row, name)).sum()
}

fn rows<'a>(row: &'a FactRow, name: &str) -> &'a [FactRow] {
    match row.get(name) {
        Some(Fact::List(rows)) => rows,
        _ => panic!("{name} in {row:?}"),
    }
}

/// A random year in the order of its books.
fn year(dice: &mut Dice) -> Books {
    let mut books = random_year(dice);
    // Nobody can move money from a purse into itself.
    books.entries.retain(|entry| entry.to_purse_id != Some(entry.purse_id));
    books.entries.sort_by_key(|entry| entry.entered_on);
    books
}

fn plain(books: &Books, kind: EntryKind) -> i64 {
    books.entries.iter().filter(|entry| entry.kind == kind).map(|entry| entry.amount_yen.0).sum()
}

#[test]
fn the_cash_books_of_a_random_year_close_on_what_lies_in_the_purses() {
    let mut dice = Dice(41);
    for n in 0..1_000 {
        let books = year(&mut dice);
        let mut facts = Facts::default();
        state_books(&mut facts, &books);
        let moved = plain(&books, EntryKind::Transfer);
        let purses = facts.list("books.purses");
        assert_eq!(sum(purses, "income_yen") - moved, plain(&books, EntryKind::Income), "year {n}");
        assert_eq!(sum(purses, "expense_yen") - moved, plain(&books, EntryKind::Expense), "year {n}");
        assert_eq!(sum(purses, "closing_yen"), books.carry_over_yen().0, "year {n}");
        for purse in purses {
            let months = rows(purse, "months");
            let Some(last) = months.last() else { continue };
            assert_eq!(sum(months, "income_yen"), yen(purse, "income_yen"), "year {n}");
            assert_eq!(
                [yen(last, "income_sum_yen"), yen(last, "balance_yen")],
                [yen(purse, "income_yen"), yen(purse, "closing_yen")]
            );
            let mut balance = yen(purse, "opening_yen");
            for line in months.iter().flat_map(|month| rows(month, "entries")) {
                balance += yen(line, "income_yen") - yen(line, "expense_yen");
                assert_eq!(yen(line, "balance_yen"), balance, "year {n}: 差引残高 of every line");
            }
        }
        let months = facts.list("books.months");
        assert_eq!(
            sum(months, "income_yen") - sum(months, "expense_yen"),
            (books.carry_over_yen() - books.opening_yen()).0
        );
        let lying = facts.list("books.month_purses");
        for month in months {
            let own = lying.iter().filter(|row| row["month"] == month["month"]).map(|row| yen(row, "balance_yen"));
            assert_eq!(own.sum::<i64>(), yen(month, "balance_yen"), "year {n}: 現預金内訳 of {:?}", month["month"]);
        }
        assert!(lying.iter().all(|row| months.iter().any(|month| month["month"] == row["month"])), "year {n}");
        assert_eq!(sum(facts.list("books.assets"), "amount_yen"), books.carry_over_yen().0, "year {n}: 財産目録");
        crossing::state(&mut facts, "books", &books, books.year.last_day());
        let of = |name: &str| facts.number(&format!("books.{name}")).unwrap_or_default();
        let balances = ledgers::balances(&books, &[]);
        assert_eq!(sum(&balances, "book_yen"), of("held_yen"), "year {n}: what the passbooks say");
        assert_eq!(sum(facts.list("books.crossing"), "added_yen"), of("across_yen"), "year {n}: 出納整理");
        assert_eq!(of("held_yen") + of("across_yen"), books.carry_over_yen().0, "year {n}");
    }
}

#[test]
fn the_item_ledgers_of_a_random_year_add_up_to_the_settlements_of_its_funds() {
    let mut dice = Dice(43);
    for n in 0..1_000 {
        let books = year(&mut dice);
        let ledgers = ledgers::item_books(&books);
        for ledger in &ledgers {
            let lines = rows(ledger, "entries");
            assert_eq!(sum(lines, "amount_yen"), yen(ledger, "total_yen"), "year {n}");
            assert_eq!(lines.last().map(|line| yen(line, "sum_yen")), Some(yen(ledger, "total_yen")), "year {n}");
        }
        let funds = std::iter::once(None).chain(books.funds.iter().map(|fund| Some(fund.id)));
        let settled: i64 = funds
            .map(|fund| {
                let own = books.of_fund(fund);
                let (income, expense) = (own.total_yen(Side::Income), own.total_yen(Side::Expense));
                (own.opening_yen() + income + expense).0
            })
            .sum();
        assert_eq!(sum(&ledgers, "total_yen"), settled, "year {n}");
    }
}

#[test]
fn the_settlement_of_a_random_year_is_the_sum_of_its_entries() {
    let mut dice = Dice(47);
    for n in 0..1_000 {
        let books = year(&mut dice).of_fund(None);
        let mut facts = Facts::default();
        state_totals(&mut facts, &books, books.year.last_day());
        state_side(&mut facts, (&books, &None), Side::Income, "income");
        state_side(&mut facts, (&books, &None), Side::Expense, "expense");
        let of = |name: &str| facts.number(&format!("settlement.{name}")).unwrap_or_default();
        let entered = [EntryKind::Income, EntryKind::Expense].map(|kind| plain(&books, kind));
        let settled = ["income", "expense"].map(|side| sum(facts.list(&format!("settlement.{side}")), "settled_yen"));
        assert_eq!(settled, [entered[0] + books.opening_yen().0, entered[1]], "year {n}");
        assert_eq!([of("income_yen"), of("expense_yen")], entered, "year {n}");
        assert_eq!(of("balance_yen"), settled[0] - settled[1], "year {n}");
        assert_eq!(of("balance_yen"), of("carry_over_yen"), "year {n}: 差引残高 is what lies in the purses");
        assert_eq!(
            of("expense_budget_yen"),
            of("expense_initial_yen") + of("expense_revised_yen") + of("expense_moved_yen")
        );
        for side in ["income", "expense"] {
            let lines = facts.list(&format!("settlement.{side}"));
            assert_eq!(sum(lines, "difference_yen"), of(&format!("{side}_difference_yen")), "year {n}");
        }
    }
}
