//! 1,000 random years: the settlement of a grant is the sum of its lines.

use super::*;
use crate::accounts::{AccountItem, Bearing, Borne, Purse, PurseKind};
use crate::grants::GrantFigures;

const YEAR: FiscalYear = FiscalYear(2025);

/// Small numbers that look thrown; the same ones every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

fn award(id: GrantId, decided: i64) -> Grant {
    Grant {
        id,
        fiscal_year: YEAR,
        name: "補助金".into(),
        decided_yen: Some(Yen(decided)),
        decided_on: None,
        decision_no: String::new(),
        fixed_yen: None,
    }
}

/// The total of 経費内訳表: that of its tables, each the sum of its entries.
fn broken_down(grant: &Grant, books: &Books) -> i64 {
    let yen = |row: &FactRow, name: &str| Facts::from(row.clone()).number(name).unwrap_or_default();
    let mut whole = 0;
    for table in items(grant, books) {
        let Some(Fact::List(entries)) = table.get("entries") else { panic!("{table:?}") };
        assert_eq!(entries.iter().map(|row| yen(row, "amount_yen")).sum::<i64>(), yen(&table, "total_yen"));
        whole += yen(&table, "total_yen");
    }
    whole
}

#[test]
fn the_settlements_of_1000_random_years_sum_their_lines_and_own_funds_bear_the_rest() {
    let mut dice = Dice(71);
    let verdicts = [None, Some(Eligibility::Eligible), Some(Eligibility::Ineligible), Some(Eligibility::Unclear)];
    for n in 0..1_000 {
        let items = ["会議費", "印刷費", "消耗品費"].map(|kou| AccountItem::new(Side::Expense, "事務費", kou));
        let grants = [GrantId::new(), GrantId::new()].map(|id| award(id, 1 + dice.below(900_000) as i64));
        let purses = vec![Purse::new("普通預金", PurseKind::Bank)];
        let entry = |dice: &mut Dice| Entry {
            item_id: Some(items[dice.below(3)].id),
            grant_id: grants.get(dice.below(3)).map(|grant| grant.id),
            eligibility: verdicts[dice.below(4)],
            ..Entry::new(EntryKind::Expense, YEAR.first_day(), purses[0].id, Yen(1 + dice.below(200_000) as i64))
        };
        let mut entries: Vec<Entry> = (0..dice.below(12)).map(|_| entry(&mut dice)).collect();
        if let Some(first) = entries.first().cloned().filter(|_| dice.below(3) == 0) {
            // Taken back: it stands twice and sums to nothing.
            let back = Entry { id: EntryId::new(), amount_yen: -first.amount_yen, voids_id: Some(first.id), ..first };
            entries.push(back);
        }
        let books = Books { items: items.to_vec(), entries, purses, ..Books::empty(YEAR) };
        let known = Known {
            grants: Vec::new(),
            books: books.clone(),
            unreceipted: HashSet::new(),
            left: Vec::new(),
            given_back: Vec::new(),
        };
        let mut facts = Facts::default();
        let mut excess = Vec::new();
        for grant in &grants {
            let figures = GrantFigures::of(grant, &books, None, None).unwrap();
            let Some(Fact::List(lines)) = lines(grant, &known).remove("lines") else { panic!("a list") };
            let sum = |name: &str| -> i64 {
                lines.iter().map(|line| Facts::from(line.clone()).number(name).unwrap_or_default()).sum()
            };
            assert_eq!(sum("granted_yen"), figures.allocated_yen.0, "year {n}: 充当額");
            assert_eq!(broken_down(grant, &books), figures.allocated_yen.0, "year {n}: 経費内訳表");
            assert_eq!(sum("settled_yen"), books.total_yen(Side::Expense).0, "year {n}: 決算額");
            assert_eq!(figures.fixed_yen + figures.excess_yen(), figures.allocated_yen, "year {n}");
            excess.push((grant.id, figures.excess_yen()));
        }
        let names = grants.iter().map(|grant| (grant.id, grant.id.to_string())).collect();
        let borne = |(grant_id, excess_yen): &(GrantId, Yen)| Borne {
            grant_id: *grant_id,
            opening_yen: Yen(0),
            excess_yen: *excess_yen,
        };
        let bearing = Bearing { grants: excess.iter().map(borne).collect(), ..Bearing::default() };
        crate::accounts::facts::state_sources(&mut facts, &books, &names, &bearing);
        for (grant, (_, over)) in grants.iter().zip(&excess) {
            let parts = facts.list("by_source.parts");
            let own = parts.iter().find(|part| part.get("name") == Some(&words(&grant.id.to_string())));
            let paid = own.and_then(|part| Facts::from(part.clone()).number("expense_yen")).unwrap_or_default();
            let charged = GrantFigures::of(grant, &books, None, None).unwrap().allocated_yen;
            assert_eq!(Yen(paid), charged - *over, "year {n}: no grant pays more than was decided");
            assert!(Some(Yen(paid)) <= grant.decided_yen, "year {n}");
        }
    }
}
