use chrono::NaiveDate;

use super::*;
use crate::calendar::FiscalYear;
use crate::equipment::{
    CheckResult, Condition, Disposal, DisposalWay, MoneySource, Register, Restriction, facts::facts,
};
use crate::fact::Facts;
use crate::file::{OfficeFile, Tx};
use crate::intake::sketch::{by, office};
use crate::money::Yen;
use crate::{Error, Result};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A piece of which only the name is known.
pub(in crate::equipment) fn piece(name: &str) -> Equipment {
    Equipment {
        id: EquipmentId::new(),
        number: "1".into(),
        name: name.into(),
        model: String::new(),
        kind: String::new(),
        quantity: 1,
        price_yen: None,
        granted_yen: None,
        acquired_on: None,
        source: MoneySource::Own,
        source_name: String::new(),
        grant_id: None,
        entry_id: None,
        place: String::new(),
        keeper: String::new(),
        useful_years: None,
        restriction: Restriction::None,
        condition: Condition::Good,
        note: String::new(),
        disposal: None,
    }
}

fn do_it<T>(file: &OfficeFile, act: impl FnOnce(&Tx) -> Result<T>) -> T {
    file.change(&by(), "equipment.save", act).unwrap().value
}

fn refusal<T: std::fmt::Debug>(file: &OfficeFile, act: impl FnOnce(&Tx) -> Result<T>) -> Error {
    file.change(&by(), "equipment.save", act).unwrap_err()
}

fn register(file: &OfficeFile) -> Register {
    file.view(|view| Register::load(view)).unwrap()
}

fn to_somebody(quantity: i64) -> NewLoan {
    NewLoan {
        borrower: "城東自治会".into(),
        contact: "087-000-0001".into(),
        purpose: "盆踊り".into(),
        quantity,
        lent_on: day("2025-08-01"),
        due_on: day("2025-08-10"),
    }
}

fn look(result: CheckResult, count: Option<i64>) -> Look {
    Look { result, count, on: day("2026-03-01"), by: "鈴木".into(), note: String::new() }
}

#[test]
fn a_register_refuses_what_nobody_could_find_again() {
    let (_folder, file) = office();
    do_it(&file, |tx| save_item(tx, None, piece("机")));
    for (item, code) in [
        (Equipment { name: " ".into(), ..piece("") }, "equipment.name_missing"),
        (Equipment { number: " ".into(), ..piece("椅子") }, "equipment.number_missing"),
        (piece("椅子"), "equipment.number_taken"),
        (Equipment { number: "2".into(), quantity: 0, ..piece("椅子") }, "equipment.quantity"),
        (Equipment { number: "2".into(), price_yen: Some(Yen(-1)), ..piece("椅子") }, "equipment.price"),
        (
            Equipment { number: "2".into(), price_yen: Some(Yen(9)), granted_yen: Some(Yen(10)), ..piece("椅子") },
            "equipment.granted_above_price",
        ),
        (Equipment { number: "2".into(), useful_years: Some(0), ..piece("椅子") }, "equipment.useful_years"),
        (
            Equipment {
                number: "2".into(),
                acquired_on: Some(day("2025-06-10")),
                restriction: Restriction::Until(day("2025-06-09")),
                ..piece("椅子")
            },
            "equipment.restricted_before_bought",
        ),
    ] {
        assert_eq!(refusal(&file, |tx| save_item(tx, None, item)).code, code);
    }
    assert_eq!(register(&file).items.len(), 1);
}

#[test]
fn no_more_is_lent_than_is_there_and_what_is_away_is_not_thrown_away() {
    let (_folder, file) = office();
    let id = do_it(&file, |tx| save_item(tx, None, Equipment { quantity: 10, ..piece("椅子") }));
    let loan = do_it(&file, |tx| lend(tx, id, &to_somebody(8)));
    let too_many = refusal(&file, |tx| lend(tx, id, &to_somebody(3)));
    assert_eq!((too_many.code, too_many.params["left"].as_str()), ("equipment.not_so_many", "2"));
    let scrap = Disposal {
        way: DisposalWay::Scrap,
        on: day("2025-08-05"),
        reason: "古い".into(),
        approval_no: String::new(),
        is_done: true,
    };
    assert_eq!(refusal(&file, |tx| record_disposal(tx, id, &scrap)).code, "equipment.still_lent");
    assert!(register(&file).loans[0].is_overdue(day("2025-08-11")));
    assert!(!register(&file).loans[0].is_overdue(day("2025-08-10")), "the day itself is in time");
    let early = refusal(&file, |tx| give_back(tx, loan, day("2025-07-31"), CheckResult::Found, ""));
    assert_eq!(early.code, "equipment.back_before_lent");
    do_it(&file, |tx| give_back(tx, loan, day("2025-08-10"), CheckResult::Damaged, "脚が曲がる"));
    assert_eq!(register(&file).items[0].condition, Condition::Worn);
    assert_eq!(
        refusal(&file, |tx| give_back(tx, loan, day("2025-08-10"), CheckResult::Found, "")).code,
        "equipment.back_already"
    );
    do_it(&file, |tx| record_disposal(tx, id, &scrap));
    assert_eq!(refusal(&file, |tx| lend(tx, id, &to_somebody(1))).code, "equipment.gone");
}

#[test]
fn of_several_pieces_so_many_are_seen_and_the_others_are_missed_until_put_right() {
    let (_folder, file) = office();
    let id = do_it(&file, |tx| save_item(tx, None, Equipment { quantity: 5, ..piece("椅子") }));
    let year = FiscalYear(2025);
    let looked = |result, count| do_it(&file, |tx| check(tx, year, id, &look(result, count)));
    let told = || {
        let register = register(&file);
        let found = register.check_of(id, year).unwrap().found;
        (found.label(), register.missing(&register.items[0]))
    };
    let too_many = refusal(&file, |tx| check(tx, year, id, &look(CheckResult::Found, Some(6))));
    assert_eq!((too_many.code, too_many.params["field"].as_str()), ("equipment.counted_too_many", "count"));
    looked(CheckResult::Found, Some(4));
    assert_eq!(told(), ("5点のうち4点".into(), 1));
    looked(CheckResult::Damaged, None);
    assert_eq!(told(), ("傷みあり（5点のうち4点）".into(), 1), "how many there were is still known");
    let open = file.view(|view| facts(view, FiscalYear(2030))).unwrap();
    let missed = Facts::from(open.list("equipment.differences")[0].clone());
    assert_eq!(missed.number("missing"), Some(1), "a later year has not forgotten it");
    looked(CheckResult::Found, Some(0));
    assert_eq!(told(), ("見つからない".into(), 5));
    looked(CheckResult::Found, None);
    assert_eq!(told(), ("あり".into(), 0));
    looked(CheckResult::Found, Some(4));
    do_it(&file, |tx| save_item(tx, Some(id), Equipment { quantity: 4, ..register(&file).items.remove(0) }));
    assert_eq!(told(), ("5点のうち4点".into(), 0), "the register says that there are four");
}

#[test]
fn what_is_lent_is_checked_as_lent_and_what_is_seen_is_not_away() {
    let (_folder, file) = office();
    let id = do_it(&file, |tx| save_item(tx, None, Equipment { quantity: 5, ..piece("椅子") }));
    let year = FiscalYear(2025);
    let refused = refusal(&file, |tx| check(tx, year, id, &look(CheckResult::Lent, None)));
    assert_eq!(refused.code, "equipment.not_lent");
    let lend = |quantity| {
        let new = NewLoan { lent_on: day("2026-02-01"), due_on: day("2026-03-08"), ..to_somebody(quantity) };
        do_it(&file, |tx| lend(tx, id, &new))
    };
    let looked = |result, count| {
        do_it(&file, |tx| check(tx, year, id, &look(result, count)));
        let register = register(&file);
        (register.check_of(id, year).unwrap().found.label(), register.missing(&register.items[0]))
    };
    lend(2);
    assert_eq!(looked(CheckResult::Lent, None), ("貸出中2点を確認".into(), 0));
    assert!(!register(&file).is_checked(id, year), "three are still to be looked for");
    assert_eq!(looked(CheckResult::Found, Some(2)), ("3点のうち2点、貸出中2点を確認".into(), 1));
    assert_eq!(looked(CheckResult::Found, None), ("あり、貸出中2点を確認".into(), 0));
    assert_eq!(looked(CheckResult::Found, Some(4)), ("あり".into(), 0), "four here, so one of two is still away");
    lend(3);
    assert_eq!(looked(CheckResult::Lent, None), ("貸出中5点を確認".into(), 0));
    assert!(register(&file).is_checked(id, year), "there is nothing else to look for");
    assert_eq!(looked(CheckResult::Found, None), ("あり".into(), 0), "all came back and nobody wrote it down");
}

#[test]
fn what_was_missed_stays_missed_when_some_are_lent() {
    let (_folder, file) = office();
    let id = do_it(&file, |tx| save_item(tx, None, Equipment { quantity: 5, ..piece("椅子") }));
    let lend = |quantity| {
        let new = NewLoan { lent_on: day("2026-02-01"), due_on: day("2026-03-08"), ..to_somebody(quantity) };
        do_it(&file, |tx| lend(tx, id, &new))
    };
    let looked = |year, result, count| {
        do_it(&file, |tx| check(tx, FiscalYear(year), id, &look(result, count)));
        let register = register(&file);
        (register.check_of(id, FiscalYear(year)).unwrap().found.label(), register.missing(&register.items[0]))
    };
    assert_eq!(looked(2024, CheckResult::Found, Some(4)), ("5点のうち4点".into(), 1));
    lend(2);
    assert_eq!(looked(2025, CheckResult::Lent, None), ("貸出中2点を確認".into(), 1), "nobody has found it");
    assert_eq!(looked(2024, CheckResult::Lent, None), ("3点のうち2点、貸出中2点を確認".into(), 1));
    assert_eq!(looked(2025, CheckResult::Found, Some(2)), ("3点のうち2点、貸出中2点を確認".into(), 1));
    lend(1);
    assert_eq!(looked(2025, CheckResult::Damaged, None), ("傷みあり（2点のうち1点）".into(), 1));
    do_it(&file, |tx| save_item(tx, Some(id), Equipment { quantity: 4, ..register(&file).items.remove(0) }));
    assert_eq!(
        looked(2025, CheckResult::Damaged, None),
        ("傷みあり".into(), 0),
        "no number is too many that nobody typed"
    );
    lend(1);
    assert_eq!(
        looked(2025, CheckResult::Found, Some(0)),
        ("貸出中4点を確認".into(), 0),
        "none is here, and none is missed"
    );
    assert_eq!(
        looked(2025, CheckResult::Missing, None),
        ("見つからない".into(), 4),
        "who has them says that they are gone"
    );
}

#[test]
fn a_year_states_what_it_held_at_its_end_and_what_went_in_its_course() {
    let (_folder, file) = office();
    let bought = |number: &str, on: &str, yen| Equipment {
        number: number.into(),
        acquired_on: Some(day(on)),
        price_yen: Some(Yen(yen)),
        ..piece("机")
    };
    let first = do_it(&file, |tx| save_item(tx, None, bought("1", "2024-05-01", 30_000)));
    do_it(&file, |tx| save_item(tx, None, bought("2", "2025-06-10", 50_000)));
    do_it(&file, |tx| save_item(tx, None, bought("3", "2026-04-01", 7_000)));
    do_it(&file, |tx| check(tx, FiscalYear(2025), first, &look(CheckResult::Found, None)));
    let went = Disposal {
        way: DisposalWay::Scrap,
        on: day("2026-03-31"),
        reason: "こわれた".into(),
        approval_no: String::new(),
        is_done: true,
    };
    do_it(&file, |tx| record_disposal(tx, first, &went));
    let of = |year| file.view(|view| facts(view, FiscalYear(year))).unwrap();
    let told = |year| {
        let facts = of(year);
        let number = |name: &str| facts.number(name).unwrap();
        let rows = ["equipment.list", "equipment.gone"].map(|list| facts.list(list).len());
        (number("equipment.count"), number("equipment.total_yen"), rows)
    };
    assert_eq!(told(2024), (1, 30_000, [1, 0]));
    assert_eq!(told(2025), (1, 50_000, [1, 1]), "what went on the last day is not held at its end");
    assert_eq!(told(2026), (2, 57_000, [2, 0]));
}

#[test]
fn names_of_borrowers_are_erased_from_the_history_when_their_time_is_over() {
    let (_folder, file) = office();
    let id = do_it(&file, |tx| save_item(tx, None, piece("テント")));
    let loan = do_it(&file, |tx| lend(tx, id, &to_somebody(1)));
    do_it(&file, |tx| give_back(tx, loan, day("2025-08-10"), CheckResult::Found, ""));
    let early = erase_borrowers(&file, &by(), day("2030-08-09")).unwrap_err();
    assert_eq!(early.code, "equipment.nobody_to_erase");
    erase_borrowers(&file, &by(), day("2030-08-10")).unwrap();
    let left = register(&file).loans.remove(0);
    assert_eq!((left.borrower.as_str(), left.contact.as_str(), left.returned_on), ("", "", Some(day("2025-08-10"))));
    let told: String = file.history(50).unwrap().iter().map(|act| act.sentence.clone()).collect();
    assert!(!told.contains("城東自治会"), "{told}");
    assert!(file.check().is_ok());
}
