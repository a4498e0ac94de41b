//! 1,000 random years, paper by paper: 会計別決算書, 対象経費と対象外経費, 中間決算書, and 前年度決算 beside this year.

use super::{plain, rows, sum, year, yen};
use crate::accounts::facts::{eligible, funds, settlement};
use crate::accounts::scope::tests::{Dice, YEARS};
use crate::accounts::{
    AccountItem, AccountItemId, Books, Eligibility, Entry, EntryKind, GrantId, PurseId, Reserves, Side,
};
use crate::calendar::FiscalYear;
use crate::fact::Facts;
use crate::money::Yen;

/// The opening, the income and the expense of the purses of one 会計, added up by hand; 繰入 is income and 繰出 expense.
fn of_purses(books: &Books, fund: Option<crate::accounts::FundId>) -> [i64; 3] {
    let own = |id| books.purses.iter().any(|purse| purse.id == id && purse.fund_id == fund);
    let opening = books.openings.iter().filter(|one| own(one.purse_id)).map(|one| one.amount_yen.0).sum();
    let (mut income, mut expense) = (0, 0);
    for entry in &books.entries {
        let (leaves, arrives) = (own(entry.purse_id), entry.to_purse_id.is_some_and(own));
        match entry.kind {
            EntryKind::Income if leaves => income += entry.amount_yen.0,
            EntryKind::Expense if leaves => expense += entry.amount_yen.0,
            EntryKind::Transfer if leaves && !arrives => expense += entry.amount_yen.0,
            EntryKind::Transfer if arrives && !leaves => income += entry.amount_yen.0,
            _ => {}
        }
    }
    [opening, income, expense]
}

#[test]
fn the_settlement_of_every_fund_of_a_random_year_is_the_sum_of_its_purses() {
    let mut dice = Dice(73);
    let mut several = 0;
    for n in 0..YEARS {
        let books = year(&mut dice);
        let mut facts = Facts::default();
        funds::state(&mut facts, &books, &None, &Reserves { plans: vec![], years: vec![] });
        let parts = facts.list("funds.parts");
        assert_eq!(parts.len(), books.funds.len(), "year {n}");
        let mut all = of_purses(&books, None);
        for (fund, part) in books.funds.iter().zip(parts) {
            let [opening, income, expense] = of_purses(&books, Some(fund.id));
            let said = ["opening_yen", "received_yen", "paid_yen"].map(|name| yen(part, name));
            assert_eq!(said, [opening, income, expense], "year {n} {}", fund.name);
            assert_eq!(yen(part, "closing_yen"), opening + income - expense, "year {n}");
            let lines = |side: &str| sum(rows(part, side), "settled_yen");
            assert_eq!([lines("income"), lines("expense")], [opening + income, expense], "year {n}");
            for side in ["income", "expense"] {
                for column in ["budget_yen", "settled_yen", "difference_yen"] {
                    assert_eq!(sum(rows(part, side), column), yen(part, &format!("{side}_{column}")), "year {n}");
                }
            }
            all = [all[0] + opening, all[1] + income, all[2] + expense];
        }
        assert_eq!(all[0] + all[1] - all[2], books.carry_over_yen().0, "year {n}: nothing is counted twice");
        several += usize::from(parts.len() > 1);
    }
    assert!(several > 100, "many of the years had several funds");
}

/// Lets every entry say what pays it and whether it is 対象; what is taken back was judged as what took it back.
fn judge(books: &mut Books, dice: &mut Dice) {
    let verdicts = [None, Some(Eligibility::Eligible), Some(Eligibility::Ineligible), Some(Eligibility::Unclear)];
    let grants = [None, Some(GrantId::new()), Some(GrantId::new())];
    let judged: Vec<_> = (0..7).map(|_| (*dice.pick(&grants), *dice.pick(&verdicts))).collect();
    for entry in &mut books.entries {
        (entry.grant_id, entry.eligibility) = judged[entry.amount_yen.0.unsigned_abs() as usize % judged.len()];
    }
}

#[test]
fn what_is_eligible_and_what_is_not_is_every_expense_of_a_random_year_whoever_pays_it() {
    let mut dice = Dice(79);
    for n in 0..YEARS {
        let mut whole = year(&mut dice);
        judge(&mut whole, &mut dice);
        let books = whole.of_fund(None);
        let mut facts = Facts::default();
        eligible::state_settled(&mut facts, &books, &whole);
        let of = |name: &str| facts.number(&format!("settlement.{name}")).unwrap_or_default();
        for half in ["eligible", "ineligible"] {
            assert_eq!(
                sum(facts.list(&format!("settlement.{half}")), "amount_yen"),
                of(&format!("{half}_yen")),
                "year {n}"
            );
        }
        let judged = |books: &Books, counts: &dyn Fn(&Entry) -> bool| -> i64 {
            let spent = books.entries.iter().filter(|entry| entry.kind == EntryKind::Expense);
            spent.filter(|entry| counts(entry)).map(|entry| entry.amount_yen.0).sum()
        };
        let is_eligible = |entry: &Entry| entry.eligibility == Some(Eligibility::Eligible);
        assert_eq!(of("eligible_yen"), judged(&books, &is_eligible), "year {n}");
        let is_granted = |entry: &Entry| is_eligible(entry) && entry.grant_id.is_some();
        assert_eq!(sum(facts.list("settlement.eligible"), "granted_yen"), judged(&books, &is_granted), "year {n}");
        assert_eq!(of("eligible_yen") + of("ineligible_yen"), plain(&books, EntryKind::Expense), "year {n}");
        assert_eq!(of("eligible_yen") + of("eligible_beside_yen"), judged(&whole, &is_eligible), "year {n}");
        let is_open = |entry: &Entry| match entry.eligibility {
            None => entry.grant_id.is_some(),
            Some(verdict) => verdict == Eligibility::Unclear,
        };
        assert_eq!(of("undecided_yen"), judged(&books, &is_open), "year {n}");
    }
}

/// By hand: of 人件費 500円 by the grant and 300円 from own money are 対象, of 交際費 nothing. Of 消耗品費 9円 by the grant
/// are not judged yet and 4円 left open; 6円 of own money need no verdict.
#[test]
fn eligible_cost_that_own_money_pays_is_eligible_all_the_same() {
    let items = ["人件費", "交際費", "消耗品費"].map(|kou| AccountItem::new(Side::Expense, "事務費", kou));
    let (grant, purse) = (GrantId::new(), PurseId::new());
    let spent = |at: usize, yen, grant_id, eligibility| Entry {
        item_id: Some(items[at].id),
        grant_id,
        eligibility,
        ..Entry::new(EntryKind::Expense, FiscalYear(2025).first_day(), purse, Yen(yen))
    };
    let entries = vec![
        spent(0, 500, Some(grant), Some(Eligibility::Eligible)),
        spent(0, 300, None, Some(Eligibility::Eligible)),
        spent(1, 70, None, Some(Eligibility::Ineligible)),
        spent(2, 9, Some(grant), None),
        spent(2, 4, None, Some(Eligibility::Unclear)),
        spent(2, 6, None, None),
    ];
    let books = Books { items: items.to_vec(), entries, ..Books::empty(FiscalYear(2025)) };
    let mut facts = Facts::default();
    eligible::state_settled(&mut facts, &books, &books);
    let row = &facts.list("settlement.eligible")[0];
    assert_eq!((row["amount_yen"].clone(), row["granted_yen"].clone()), (Yen(800).fact(), Yen(500).fact()));
    let of = |name: &str| facts.number(&format!("settlement.{name}"));
    assert_eq!([of("eligible_yen"), of("ineligible_yen"), of("undecided_yen")], [Some(800), Some(89), Some(13)]);
}

#[test]
fn the_settlement_at_any_day_of_a_random_year_is_what_was_entered_until_then() {
    let mut dice = Dice(83);
    for n in 0..YEARS {
        let (whole, day) = (year(&mut dice), dice.day());
        let books = whole.until(day).of_fund(None);
        let mut facts = Facts::default();
        settlement::state_totals(&mut facts, &books, day);
        for (side, name) in [(Side::Income, "income"), (Side::Expense, "expense")] {
            settlement::state_side(&mut facts, (&books, &None), side, name);
        }
        let entered = |kind| -> i64 {
            let until = whole.of_fund(None);
            let until = until.entries.iter().filter(|entry| entry.kind == kind && entry.entered_on <= day);
            until.map(|entry| entry.amount_yen.0).sum()
        };
        let of = |name: &str| facts.number(&format!("settlement.{name}")).unwrap_or_default();
        let [income, expense] = [EntryKind::Income, EntryKind::Expense].map(entered);
        assert_eq!([of("income_yen"), of("expense_yen")], [income, expense], "year {n} until {day}");
        let lines = |name: &str| sum(facts.list(&format!("settlement.{name}")), "settled_yen");
        assert_eq!([lines("income"), lines("expense")], [income + of("opening_yen"), expense], "year {n} until {day}");
        assert_eq!(of("carry_over_yen"), of("opening_yen") + income - expense, "year {n} until {day}");
    }
}

/// Items go out of use with all that names them, or get a new one in their place.
fn changed(books: &mut Books, dice: &mut Dice) -> [usize; 2] {
    let (mut dropped, mut renamed) = (0, 0);
    for item in books.items.clone() {
        match dice.below(3) {
            0 => {
                books.budget.retain(|line| line.item_id != item.id);
                books.entries.retain(|entry| ![entry.item_id, entry.to_item_id].contains(&Some(item.id)));
                dropped += 1;
            }
            1 => {
                let next = AccountItem { id: AccountItemId::new(), follows_id: Some(item.id), ..item.clone() };
                books.items.push(AccountItem { kou: format!("新{}", item.kou), ..next });
                renamed += 1;
            }
            _ => {}
        }
    }
    [dropped, renamed]
}

#[test]
fn the_year_before_stands_whole_beside_a_random_year_that_dropped_and_renamed_items() {
    let mut dice = Dice(89);
    let mut seen = [0, 0];
    for n in 0..YEARS {
        let mut books = year(&mut dice);
        let past: Vec<(AccountItemId, Yen)> = books.items.iter().map(|item| (item.id, dice.yen())).collect();
        for (all, new) in seen.iter_mut().zip(changed(&mut books, &mut dice)) {
            *all += new;
        }
        let before = books.settled_before(Some(&past));
        let books = books.of_fund(None);
        let mut facts = Facts::default();
        for (side, name) in [(Side::Income, "income"), (Side::Expense, "expense")] {
            settlement::state_side(&mut facts, (&books, &before), side, name);
            let its = |id| books.items.iter().any(|item| item.id == id && item.side == side);
            let printed: i64 = past.iter().filter(|(id, _)| its(*id)).map(|(_, amount)| amount.0).sum();
            for list in ["compared", "compared_kan"] {
                let lines = facts.list(&format!("settlement.{name}_{list}"));
                assert_eq!(sum(lines, "previous_settled_yen"), printed, "year {n}: {list} of {name}");
            }
            let settled = |list: &str| sum(facts.list(&format!("settlement.{name}{list}")), "settled_yen");
            assert_eq!(settled("_compared"), settled(""), "year {n}: what was dropped has nothing of this year");
            let total = facts.number(&format!("settlement.{name}_previous_settled_yen"));
            assert_eq!(total, Some(printed), "year {n}: {name}");
        }
    }
    assert!(seen.iter().all(|count| *count > 1_000), "{seen:?}");
}
