//! The papers themselves over random years: whatever closes a column is the sum of the rows that stand on the page above it,
//! and the papers agree with the books.

use std::collections::{BTreeSet, HashMap};

use super::*;
use crate::accounts::facts::{Around, state_reckoned, state_sources};
use crate::accounts::random_years::{Dice, random_year};
use crate::accounts::{Books, EntryKind, Remembered, Reserves, Side, sequence};
use crate::profile::Form;
use crate::reporting::notice::State;
use paper::{Role, Row, Value};

const YEARS: usize = 50;

/// Closing cells that are no sum of the column above them, with the paper and the head of the column: balances, which run on
/// from row to row and close with the first or the last of them.
const BALANCES: [(&str, &str); 5] = [
    ("accounts-chart", "前月からの繰越"),
    ("accounts-chart", "月末の残高"),
    ("cash-book", "差引残高"),
    ("monthly-report", "前月からの繰越"),
    ("monthly-report", "月末の残高"),
];

/// A random year in the order of its books, with everything that is reckoned from it.
fn year(dice: &mut Dice) -> (Books, Facts) {
    let mut books = random_year(dice);
    // Nobody can move money from a purse into itself.
    books.entries.retain(|entry| entry.to_purse_id != Some(entry.purse_id));
    books.entries.sort_by_key(|entry| entry.entered_on);
    for (at, item) in books.items.iter_mut().enumerate() {
        item.kan = ["経常", "臨時"][at % 2].to_owned();
    }
    // As the books are read: those of one 款 together.
    books.items = sequence(books.items);
    let around = Remembered {
        funds: books.funds.clone(),
        purses: books.purses.clone(),
        items: books.items.clone(),
        activities: vec![],
        fundings: vec![],
        bodies: vec![],
        past: None,
        reserves: None,
    };
    let (reserves, grants) = (Reserves { plans: vec![], years: vec![] }, HashMap::new());
    let mut facts = Facts::default();
    let known = Around { around, reserves, until: books.year.last_day(), grants: &grants };
    state_reckoned(&mut facts, &books, known);
    state_sources(&mut facts, &books, &grants, &[]);
    (books, facts)
}

/// The papers that are made of the books.
fn money_forms(edition: &Edition) -> Vec<&Form> {
    let areas = ["books.", "budget.", "settlement.", "by_", "funds.", "fund_books.", "committee_books.", "evidence."];
    let names = |fact: &String| areas.iter().any(|area| fact.starts_with(area));
    edition.forms.iter().filter(|form| form.needs.iter().any(names)).collect()
}

/// The rows that a closing row closes: those of its group for a subtotal, all for the total. A group begins with the row in which
/// its 款 stands; a 款 of one row has no subtotal.
fn closed_by(table: &Table, at: usize) -> Vec<usize> {
    let rows = &table.rows;
    let is_item = |row: &usize| rows[*row].role == Role::Item;
    if rows[at].role == Role::Total {
        return (0..at).filter(is_item).collect();
    }
    let is_whole = |row: &usize| rows[*row].cells.len() == table.columns.len();
    let has_groups = (0..rows.len()).filter(is_item).any(|row| !is_whole(&row));
    let before = (0..at).rev().find(|row| !is_item(row)).map_or(0, |row| row + 1);
    let first = (before..at).rev().find(|row| has_groups && is_whole(row)).unwrap_or(before);
    (first..at).filter(is_item).collect()
}

/// The cells of a row with the column in which each stands.
fn placed(row: &Row) -> impl Iterator<Item = (usize, &Cell)> {
    row.cells.iter().scan(0, |next, cell| {
        let column = *next;
        *next += usize::from(cell.col_span);
        Some((column, cell))
    })
}

/// What the lowest head above a column says.
fn head_of(table: &Table, column: usize) -> String {
    let above =
        table.head.last().and_then(|row| row.cells.get(column.checked_sub(table.columns.len() - row.cells.len())?));
    above.map(|cell| cell.value.shown(paper::Negative::White)).unwrap_or_default()
}

/// What closes a column of a table, and what the rows that it closes come to: the head of the column, said and summed.
fn closings(table: &Table) -> Vec<(String, i64, i64)> {
    let mut found = Vec::new();
    for (at, row) in table.rows.iter().enumerate().filter(|(_, row)| matches!(row.role, Role::Total | Role::Subtotal)) {
        let rows = closed_by(table, at);
        for (column, cell) in placed(row) {
            let (Value::Yen(said), false) = (&cell.value, rows.is_empty()) else { continue };
            let sum = rows.iter().filter_map(|row| value_at(table, *row, column)).sum();
            found.push((head_of(table, column), *said, sum));
        }
    }
    found
}

#[test]
fn every_closing_amount_of_a_random_year_is_the_sum_of_the_rows_on_its_page() {
    let (edition, mut dice) = (takamatsu(), Dice(101));
    let (mut sums, mut wrong) = (0, BTreeSet::new());
    for _ in 0..YEARS {
        let (_, facts) = year(&mut dice);
        for form in money_forms(&edition) {
            let document = compose(&edition, form, &facts, &Texts::new());
            for (head, said, sum) in tables(&document).flat_map(closings) {
                if said == sum {
                    sums += 1;
                } else if !BALANCES.contains(&(form.id.as_str(), head.as_str())) {
                    wrong.insert((form.id.clone(), head));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(sums > YEARS * 100, "many columns were closed: {sums}");
}

#[test]
fn every_control_total_of_a_random_year_agrees_with_the_books() {
    let (edition, mut dice) = (takamatsu(), Dice(103));
    let mut agreed = BTreeSet::new();
    for n in 0..YEARS {
        let (books, facts) = year(&mut dice);
        for form in money_forms(&edition) {
            for notice in checks(form, &facts, &Texts::new()) {
                assert!(!notice.code.ends_with("_differ"), "year {n}: {} {notice:?}", form.id);
                if notice.state == State::Ok && notice.code.ends_with("_agree") {
                    agreed.insert((form.id.clone(), notice.code));
                }
            }
        }
        let plain = |kind| -> i64 {
            let own = books.entries.iter().filter(|entry| entry.kind == kind);
            own.map(|entry| entry.amount_yen.0).sum()
        };
        let month = compose(&edition, edition.form("monthly-report").unwrap(), &facts, &Texts::new());
        let shown: Vec<i64> = text::numbers(&month).iter().filter_map(Value::number).collect();
        for (kind, side) in [(EntryKind::Income, Side::Income), (EntryKind::Expense, Side::Expense)] {
            assert_eq!(plain(kind), books.total_yen(side).0, "year {n}");
            assert!(books.entries.is_empty() || shown.contains(&plain(kind)), "year {n}: {side:?} on 月次報告");
        }
    }
    assert!(agreed.len() >= 8, "{agreed:?}");
}
