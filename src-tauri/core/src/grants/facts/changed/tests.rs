//! The table of 変更承認申請書 against one worked by hand.

use super::*;
use crate::accounts::{
    AccountItem, BudgetChange, BudgetChangeId, BudgetLine, BudgetLineId, BudgetRevision, BudgetRevisionId, Eligibility,
    Entry, PurseId, Reallocation, ReallocationId, ReallocationKind,
};
use crate::calendar::FiscalYear;
use crate::fact::Facts;
use crate::grants::{Grant, GrantFigures, GrantStep, Stage, StepState};
use crate::id::Id;

const YEAR: FiscalYear = FiscalYear(2025);

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

/// 補助金 100,000円 and 会費 20,000円 pay 事業費 90,000円 and 印刷費 30,000円; 交際費 10,000円 is none of the grant's.
fn books(grant: &Grant) -> Books {
    let item = |side, name| AccountItem::new(side, "", name);
    let items = vec![
        item(Side::Income, "補助金"),
        item(Side::Income, "会費"),
        item(Side::Expense, "事業費"),
        item(Side::Expense, "印刷費"),
        item(Side::Expense, "交際費"),
    ];
    let budget = items.iter().zip([100_000, 20_000, 90_000, 30_000, 10_000]).map(|(item, amount)| BudgetLine {
        id: BudgetLineId::new(),
        fiscal_year: YEAR,
        item_id: item.id,
        amount_yen: Yen(amount),
        previous_yen: None,
        note: String::new(),
        position: 0,
        version: 1,
    });
    let entry = |kind, at: usize, amount, of: Option<&Grant>| Entry {
        item_id: Some(items[at].id),
        grant_id: of.map(|one| one.id),
        eligibility: (kind == EntryKind::Expense).then_some(Eligibility::Eligible),
        ..Entry::new(kind, YEAR.first_day(), PurseId::new(), Yen(amount))
    };
    let entries = vec![
        entry(EntryKind::Income, 0, 100_000, Some(grant)),
        entry(EntryKind::Expense, 2, 40_000, Some(grant)),
        entry(EntryKind::Expense, 3, 5_000, Some(grant)),
        entry(EntryKind::Expense, 4, 3_000, None),
    ];
    Books { budget: budget.collect(), entries, items, ..Books::empty(YEAR) }
}

fn revision(books: &mut Books, number: i64, decided_on: Option<&str>, changes: &[(usize, i64)]) {
    let change = |(at, amount): &(usize, i64)| BudgetChange {
        id: BudgetChangeId::new(),
        item_id: books.items[*at].id,
        amount_yen: Yen(*amount),
        note: String::new(),
    };
    let changes = changes.iter().map(change).collect();
    books.revisions.push(BudgetRevision {
        id: BudgetRevisionId::new(),
        fiscal_year: YEAR,
        number,
        decided_on: decided_on.map(day),
        decided_by: String::new(),
        reason: String::new(),
        changes,
        version: 1,
    });
}

fn stated(books: &Books, grant: &Grant, changes: &[&str]) -> Facts {
    let step = |on: &&str| GrantStep {
        id: Id::new(),
        grant_id: grant.id,
        stage: Stage::Change,
        state: StepState::Done,
        happened_on: day(on),
        number: String::new(),
        amount_yen: None,
        note: String::new(),
        entry_id: None,
        basis: None,
        version: 1,
    };
    let figures = GrantFigures::of(grant, books, None, None).unwrap();
    let one = KnownGrant { grant: grant.clone(), figures, steps: changes.iter().map(step).collect(), rules: None };
    changed(&one, books).into()
}

fn table(facts: &Facts, side: &str) -> Vec<[i64; 3]> {
    let yen = |row: &FactRow, name: &str| Facts::from(row.clone()).number(name).unwrap_or_default();
    let of = |row: &FactRow| ["before_yen", "after_yen", "settled_yen"].map(|name| yen(row, name));
    facts.list(&format!("changed_{side}")).iter().map(of).collect()
}

#[test]
fn what_the_city_approved_last_stands_beside_what_is_applied_for() {
    let grant = Grant {
        id: crate::accounts::GrantId::new(),
        fiscal_year: YEAR,
        name: "補助金".into(),
        decided_yen: Some(Yen(100_000)),
        decided_on: Some(day("2025-05-01")),
        decision_no: String::new(),
        fixed_yen: None,
    };
    let mut books = books(&grant);
    assert_eq!(table(&stated(&books, &grant, &[]), "expense"), [[90_000, 90_000, 40_000], [30_000, 30_000, 5_000]]);
    revision(&mut books, 1, Some("2025-07-10"), &[(2, 20_000), (0, 20_000)]);
    revision(&mut books, 2, None, &[(3, 7_000), (4, 9_000)]);
    books.reallocations.push(Reallocation {
        id: ReallocationId::new(),
        fiscal_year: YEAR,
        kind: ReallocationKind::Reallocation,
        moved_on: day("2025-09-01"),
        from_item_id: books.items[2].id,
        to_item_id: books.items[3].id,
        amount_yen: Yen(5_000),
        reason: String::new(),
        decided_by: String::new(),
        version: 1,
    });
    let first = stated(&books, &grant, &[]);
    assert_eq!(table(&first, "expense"), [[90_000, 105_000, 40_000], [30_000, 42_000, 5_000]], "since 5月1日");
    assert_eq!(table(&first, "income"), [[100_000, 120_000, 100_000]], "会費 is none of the grant's");
    let of = |name: &str| first.number(name).unwrap_or_default();
    assert_eq!([of("changed_expense_before_yen"), of("changed_expense_after_yen")], [120_000, 147_000]);
    assert_eq!(of("changed_expense_change_yen"), 27_000);
    let second = stated(&books, &grant, &["2025-08-01"]);
    assert_eq!(table(&second, "expense"), [[110_000, 105_000, 40_000], [30_000, 42_000, 5_000]], "since 8月1日");
    assert_eq!(table(&second, "income"), [[120_000, 120_000, 100_000]], "the city has approved it");
}
