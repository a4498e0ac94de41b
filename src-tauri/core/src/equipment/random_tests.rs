//! 1,000 random registers: 備品台帳 and 財産目録 list what was held once, and their totals are its plain sum.

use super::acts::tests::piece;
use super::facts::of_year;
use super::{Disposal, DisposalWay, Equipment, EquipmentCheck, Register};
use crate::accounts::random_years::{Dice, YEARS};
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts};
use crate::money::Yen;

const YEAR: FiscalYear = FiscalYear(2025);

/// A day of one of the years around.
fn day(dice: &mut Dice) -> chrono::NaiveDate {
    dice.day() + chrono::Months::new(12 * dice.below(3) as u32) - chrono::Months::new(12)
}

/// A piece of some price, or of one that nobody knows; some gone, some planned to go.
fn random(dice: &mut Dice, number: usize) -> Equipment {
    let disposal = (dice.below(3) == 0).then(|| Disposal {
        way: DisposalWay::Scrap,
        on: day(dice),
        reason: String::new(),
        approval_no: String::new(),
        is_done: dice.below(2) == 0,
    });
    Equipment {
        number: number.to_string(),
        quantity: 1 + dice.below(20) as i64,
        price_yen: (dice.below(4) > 0).then(|| dice.yen()),
        acquired_on: (dice.below(4) > 0).then(|| day(dice)),
        disposal,
        ..piece("机")
    }
}

/// Held at the end of the year: come by then, and not gone by then.
fn is_held(item: &Equipment) -> bool {
    let last = YEAR.last_day();
    let is_gone = item.disposal.as_ref().is_some_and(|disposal| disposal.is_done && disposal.on <= last);
    item.acquired_on.is_none_or(|on| on <= last) && !is_gone
}

fn sum(rows: &[FactRow], name: &str) -> i64 {
    rows.iter().map(|row| Facts::from(row.clone()).number(name).unwrap_or_default()).sum()
}

fn numbers(rows: &[FactRow]) -> Vec<Fact> {
    rows.iter().filter_map(|row| row.get("number").cloned()).collect()
}

#[test]
fn the_register_and_the_property_list_of_a_random_year_sum_what_is_held() {
    let mut dice = Dice(97);
    let (mut gone, mut priceless) = (0, 0);
    for n in 0..YEARS {
        let items: Vec<Equipment> = (0..dice.below(15)).map(|number| random(&mut dice, number)).collect();
        let register = Register { items, checks: Vec::<EquipmentCheck>::new(), loans: Vec::new() };
        let facts = of_year(&register, YEAR);
        let held: Vec<&Equipment> = register.items.iter().filter(|item| is_held(item)).collect();
        let worth: Yen = held.iter().filter_map(|item| item.price_yen).sum();
        assert_eq!(facts.number("equipment.total_yen"), Some(worth.0), "year {n}");
        assert_eq!(facts.number("equipment.count"), Some(held.len() as i64), "year {n}");
        let own: Vec<Fact> = held.iter().map(|item| crate::fact::words(&item.number)).collect();
        for (list, price) in [("list", "price_yen"), ("assets", "amount_yen")] {
            let rows = facts.list(&format!("equipment.{list}"));
            assert_eq!(sum(rows, price), worth.0, "year {n}: {list}");
            assert_eq!(sum(rows, "quantity"), held.iter().map(|item| item.quantity).sum::<i64>(), "year {n}: {list}");
            assert_eq!(numbers(rows), own, "year {n}: {list} has every piece once");
        }
        let left = |item: &&Equipment| {
            item.disposal.as_ref().is_some_and(|disposal| disposal.is_done && YEAR.contains(disposal.on))
        };
        let left: Vec<&Equipment> = register.items.iter().filter(left).collect();
        let went = facts.list("equipment.gone");
        assert_eq!(sum(went, "price_yen"), left.iter().filter_map(|item| item.price_yen).sum::<Yen>().0, "year {n}");
        assert_eq!(went.len(), left.len(), "year {n}");
        gone += left.len();
        priceless += held.iter().filter(|item| item.price_yen.is_none()).count();
    }
    assert!(gone > 100 && priceless > 100, "{gone} went, of {priceless} nobody knows the price");
}
