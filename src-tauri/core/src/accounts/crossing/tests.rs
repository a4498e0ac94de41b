//! 1,000 random pairs of years: whatever day is asked for, the books say what was paid until then, whichever year it was for.

use super::*;
use crate::accounts::scope::tests::{Dice, YEARS, random_year};
use crate::accounts::{Opening, OpeningId};
use crate::calendar::FiscalYear;

/// A random year and the one after it, which begins with what the first carries over; each knows what the other pays.
fn two_years(dice: &mut Dice) -> [Books; 2] {
    let mut first = random_year(dice);
    first.crossing.clear();
    let mut second = random_year(dice);
    let next = first.year.next();
    (second.year, second.crossing) = (next, vec![]);
    second.purses = first.purses.clone();
    for entry in &mut second.entries {
        entry.fiscal_year = next;
        entry.entered_on = entry.entered_on + chrono::Months::new(12);
        entry.purse_id = dice.pick(&first.purses).id;
        entry.to_purse_id = entry.to_purse_id.map(|_| dice.pick(&first.purses).id);
    }
    let opening = |purse: PurseId, books: &Books| Opening {
        id: OpeningId::new(),
        purse_id: purse,
        fiscal_year: next,
        amount_yen: books.closing_of(purse),
    };
    second.openings = first.purses.iter().map(|purse| opening(purse.id, &first)).collect();
    let in_other = |from: &Books, year: FiscalYear| -> Vec<Entry> {
        from.entries.iter().filter(|entry| year.contains(entry.entered_on)).cloned().collect()
    };
    (first.crossing, second.crossing) = (in_other(&second, first.year), in_other(&first, next));
    // What was paid before the first year belongs to the year before it: there the purses begin.
    [first, second]
}

#[test]
fn a_purse_holds_on_any_day_what_was_paid_until_then_for_whichever_year() {
    let mut dice = Dice(11);
    for n in 0..YEARS {
        let [first, second] = two_years(&mut dice);
        for _ in 0..6 {
            let day = first.year.first_day() + chrono::Days::new(dice.below(730) as u64);
            let books = if first.year.contains(day) { &first } else { &second };
            for purse in &first.purses {
                let paid = first.entries.iter().chain(&second.entries).filter(|entry| entry.entered_on <= day);
                let plain = first.opening_of(purse.id) + paid.map(|entry| entry.effect_on(purse.id)).sum();
                assert_eq!(books.balance_on(purse.id, day), plain, "year {n} on {day}");
            }
        }
        let border = first.year.last_day();
        assert_eq!(first.held_on(border), second.held_on(border), "year {n}: both say the same of the day between");
    }
}

#[test]
fn what_is_carried_over_and_what_lies_in_the_purses_differ_by_what_crosses_the_border() {
    let mut dice = Dice(13);
    let mut crossed = 0;
    for n in 0..YEARS {
        let [_, second] = two_years(&mut dice);
        let mut whole = random_year(&mut dice);
        whole.crossing.extend(second.crossing.into_iter().take(2).map(|entry| Entry {
            fiscal_year: whole.year.previous(),
            entered_on: entry.entered_on - chrono::Months::new(12),
            purse_id: dice.pick(&whole.purses).id,
            ..entry
        }));
        let end = whole.year.last_day();
        let day = dice.day();
        for (books, day) in [(whole.clone(), end), (whole.until(day), day)] {
            let added: Yen = books.across(day).into_iter().map(|entry| books.added_by(entry)).sum();
            assert_eq!(books.carry_over_yen() - books.held_on(day), added, "year {n} on {day}");
            crossed += books.across(day).len();
        }
        let parts = std::iter::once(None).chain(whole.funds.iter().map(|fund| Some(fund.id)));
        let held: Yen = parts.map(|fund| whole.of_fund(fund).held_on(end)).sum();
        assert_eq!(held, whole.held_on(end), "year {n}: the purses of all 会計");
        for committee in whole.purses.iter().filter_map(|purse| purse.committee_id) {
            let own = whole.of_committee(committee);
            let added: Yen = own.across(end).into_iter().map(|entry| own.added_by(entry)).sum();
            assert_eq!(own.carry_over_yen() - own.held_on(end), added, "year {n}: 部会");
        }
    }
    assert!(crossed > 1_000, "only {crossed} entries crossed a border");
}

#[test]
fn what_was_taken_back_crosses_no_border() {
    let year = FiscalYear(2025);
    let mut books = random_year(&mut Dice(5));
    (books.entries, books.crossing) = (vec![], vec![]);
    let late = year.last_day() + chrono::Days::new(10);
    let bill = Entry {
        fiscal_year: year,
        ..Entry::new(crate::accounts::EntryKind::Expense, late, books.purses[0].id, Yen(5_000))
    };
    assert_eq!(bill.crossing(), Some(Crossing::Unpaid));
    books.entries = vec![bill.clone()];
    assert_eq!(books.across(year.last_day()).len(), 1);
    let back = Entry {
        id: crate::accounts::EntryId::new(),
        amount_yen: -bill.amount_yen,
        voids_id: Some(bill.id),
        entered_on: late + chrono::Days::new(3),
        ..bill
    };
    books.entries.push(back);
    assert!(books.across(year.last_day()).is_empty());
    assert_eq!(books.across(late + chrono::Days::new(1)).len(), 1, "taken back only two days later");
}
