//! The papers themselves over random years: whatever closes a column is the sum of the rows that stand on the page above it,
//! and the papers agree with the books.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::furnished::{carried, furnish, left};
use super::*;
use crate::accounts::facts::{Around, state_reckoned};
use crate::accounts::random_years::{Dice, random_year};
use crate::accounts::{Books, Eligibility, EntryKind, GrantId, Side, sequence};
use crate::grants::facts::{put_in_front, reckoned};
use crate::grants::{Grant, GrantFigures, GrantStep, Known, KnownGrant, Stage, StepState};
use crate::id::Id;
use crate::profile::{Form, FormArea, Of};
use crate::reporting::notice::State;
use paper::{Role, Row, Value};

const YEARS: usize = 1_000;

/// Closing cells that are no sum of the column above them, with the paper and the head of the column: balances, which run on
/// from row to row and close with the first or the last of them.
const BALANCES: [(&str, &str); 6] = [
    ("accounts-chart", "前月からの繰越"),
    ("accounts-chart", "月末の残高"),
    ("audit-pack", "差引残高"),
    ("cash-book", "差引残高"),
    ("monthly-report", "前月からの繰越"),
    ("monthly-report", "月末の残高"),
];

/// Two grants of the city, of which the books receive and spend: one paid before the work, one after it.
const GRANTS: [&str; 2] = ["地域まちづくり交付金", "関係人口受入事業補助金"];

/// Lets the entries of a year say which grant paid them or came in with them; what takes an entry back says what that said.
fn charge(books: &mut Books, dice: &mut Dice, grants: [GrantId; 2]) {
    let verdicts = [None, Some(Eligibility::Eligible), Some(Eligibility::Ineligible), Some(Eligibility::Unclear)];
    let mut said = HashMap::new();
    for entry in books.entries.iter().filter(|entry| entry.voids_id.is_none()) {
        let eligibility = if entry.kind == EntryKind::Expense { *dice.pick(&verdicts) } else { None };
        let grant = grants.get(dice.below(3)).copied().filter(|_| entry.kind != EntryKind::Transfer);
        said.insert(entry.id, (grant, eligibility));
    }
    for entry in &mut books.entries {
        (entry.grant_id, entry.eligibility) = said[&entry.voids_id.unwrap_or(entry.id)];
    }
}

/// What is known of a grant that was decided, and of which two claims were written down.
fn granted(edition: &Edition, dice: &mut Dice, books: &Books, (id, name): (GrantId, &str)) -> KnownGrant {
    let (decided_yen, decided_on) = (Some(dice.yen()), Some(books.year.first_day()));
    let (decision_no, fiscal_year) = (String::new(), books.year);
    let grant = Grant { id, fiscal_year, name: name.into(), decided_yen, decided_on, decision_no, fixed_yen: None };
    let rules = edition.grants.of(name).cloned();
    let mut claim = |state| GrantStep {
        id: Id::new(),
        grant_id: id,
        stage: Stage::Claim,
        state,
        happened_on: dice.day(),
        number: String::new(),
        amount_yen: Some(dice.yen()),
        note: String::new(),
        entry_id: None,
        basis: None,
        version: 1,
    };
    let steps = vec![claim(StepState::Done), claim(StepState::Filed)];
    let figures = GrantFigures::of(&grant, books, rules.as_ref(), carried(dice)).unwrap();
    KnownGrant { grant, figures, steps, rules }
}

/// A random year with two grants in the order of its books, with everything that is reckoned from it.
fn year(edition: &Edition, dice: &mut Dice) -> (Known, Facts) {
    let mut books = random_year(dice);
    // Nobody can move money from a purse into itself.
    books.entries.retain(|entry| entry.to_purse_id != Some(entry.purse_id));
    books.entries.sort_by_key(|entry| entry.entered_on);
    for (at, item) in books.items.iter_mut().enumerate() {
        item.kan = ["経常", "臨時"][at % 2].to_owned();
    }
    // As the books are read: those of one 款 together.
    books.items = sequence(books.items);
    let ids = [GrantId::new(), GrantId::new()];
    let (around, reserves) = furnish(&mut books, dice, ids);
    charge(&mut books, dice, ids);
    let grants = ids.into_iter().zip(GRANTS).map(|one| granted(edition, dice, &books, one));
    let grants: Vec<KnownGrant> = grants.collect();
    let (left, given_back) = left(&books, dice, &grants[0].grant);
    let known = Known { grants, books, unreceipted: HashSet::new(), left, given_back };
    let names = known.grants.iter().map(|one| (one.grant.id, one.grant.name.clone())).collect();
    let mut facts = Facts::default();
    let beside = Around { around, reserves, until: known.books.year.last_day(), grants: &names };
    state_reckoned(&mut facts, &known.books, beside);
    facts.extend(reckoned(&known));
    (known, facts)
}

/// The papers that are made of the books and of the grants.
fn money_forms(edition: &Edition) -> Vec<&Form> {
    let is_of_money = |form: &&Form| matches!(form.area, FormArea::Accounts | FormArea::Grants);
    edition.forms.iter().filter(is_of_money).collect()
}

/// The papers of one form: one, or one of each grant.
fn papers(edition: &Edition, form: &Form, known: &Known, facts: &mut Facts) -> Vec<Document> {
    let mut of = |grant| {
        put_in_front(facts, grant);
        compose(edition, form, facts, &Texts::new())
    };
    match form.of {
        Some(Of::Grant) => known.grants.iter().map(|one| of(Some(one.grant.id))).collect(),
        None => vec![of(None)],
    }
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
    if table.head.is_empty() {
        // Written line by line, as 残額の届: nothing closes a column that has no head.
        return found;
    }
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
        let (known, mut facts) = year(&edition, &mut dice);
        for form in money_forms(&edition) {
            let papers = papers(&edition, form, &known, &mut facts);
            for (head, said, sum) in papers.iter().flat_map(tables).flat_map(closings) {
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
        let (Known { books, .. }, facts) = year(&edition, &mut dice);
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
