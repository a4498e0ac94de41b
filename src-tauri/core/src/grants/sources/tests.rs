//! 財源別 of a year that began with money of grants, against figures worked by hand.

use std::collections::HashSet;

use super::*;
use crate::accounts::{Eligibility, Entry, EntryKind, Opening, OpeningId, Purse, PurseKind, Share};
use crate::calendar::FiscalYear;
use crate::grants::{CarriedOver, GrantFigures, Stage, StepState};
use crate::id::Id;

const YEAR: FiscalYear = FiscalYear(2026);

fn grant(year: FiscalYear) -> Grant {
    Grant {
        id: GrantId::new(),
        fiscal_year: year,
        name: "一括交付金".into(),
        decided_yen: Some(Yen(500_000)),
        decided_on: Some(year.first_day()),
        decision_no: String::new(),
        fixed_yen: None,
    }
}

/// 100,000円 came over; 500,000円 came in of the grant, 560,000円 went out of it and so much of own money.
fn books(grant: &Grant, own: i64) -> Books {
    let purse = Purse::new("普通預金", PurseKind::Bank);
    let entry = |kind, of: Option<&Grant>, amount| Entry {
        grant_id: of.map(|one| one.id),
        eligibility: (kind == EntryKind::Expense).then_some(Eligibility::Eligible),
        ..Entry::new(kind, YEAR.first_day(), purse.id, Yen(amount))
    };
    let entries = vec![
        entry(EntryKind::Income, Some(grant), 500_000),
        entry(EntryKind::Expense, Some(grant), 560_000),
        entry(EntryKind::Expense, None, own),
    ];
    let opening = Opening { id: OpeningId::new(), fiscal_year: YEAR, purse_id: purse.id, amount_yen: Yen(100_000) };
    Books { openings: vec![opening], entries, purses: vec![purse], ..Books::empty(YEAR) }
}

fn known(grant: Grant, books: Books, carry_over: &str, carried: Option<CarriedOver>) -> Known {
    let rules: GrantRules = toml::from_str(&format!("name = \"一括交付金\"\ncarry_over = \"{carry_over}\"")).unwrap();
    let figures = GrantFigures::of(&grant, &books, Some(&rules), carried).unwrap();
    let one = KnownGrant { grant, figures, steps: vec![], rules: Some(rules) };
    Known { grants: vec![one], books, unreceipted: HashSet::new(), left: vec![], given_back: vec![] }
}

/// 前年度繰越, 収入, 支出 and 残額 of each source, own funds last.
fn told(known: &Known) -> Vec<[i64; 4]> {
    let of = |share: &Share<GrantId>| {
        let sum = |side| share.total_yen(side).0;
        [
            share.opening_yen.0,
            sum(crate::accounts::Side::Income),
            sum(crate::accounts::Side::Expense),
            share.rest_yen().0,
        ]
    };
    known.books.by_source(&known.bearing()).iter().map(of).collect()
}

/// 奈良市: 70,000円 were put by; 500,000円 come and 560,000円 are charged, so that 10,000円 are left and own funds bear nothing.
#[test]
fn what_was_put_by_is_the_grants_own_and_no_money_of_the_council() {
    let grant = grant(YEAR);
    let carried = || CarriedOver::of(CarryOver::Reserve, YEAR.previous(), Yen(70_000));
    let with = |own| known(grant.clone(), books(&grant, own), "reserve", Some(carried()));
    let one = with(20_000);
    assert_eq!(one.grants[0].figures.kept_yen(), Yen(10_000), "the page of the grant says the same");
    assert_eq!(told(&one), [[70_000, 500_000, 560_000, 10_000], [30_000, 0, 20_000, 10_000]]);
    let short = |known: &Known| known.findings().iter().any(|one| one.error.code == "grants.own_funds_short");
    assert!(!short(&one));
    assert!(short(&with(30_001)), "own funds have 30,000円, however much of the grant lies beside them");
}

/// 甲良町: 40,000円 are still in hand, so that the city pays 460,000円 of 500,000円.
#[test]
fn what_is_taken_off_this_years_payment_is_still_the_grants() {
    let grant = grant(YEAR);
    let mut books = books(&grant, 0);
    books.entries[0].amount_yen = Yen(460_000);
    books.entries[1].amount_yen = Yen(500_000);
    let carried = CarriedOver::of(CarryOver::NextYear, YEAR.previous(), Yen(40_000));
    let known = known(grant, books, "next_year", Some(carried));
    assert_eq!(told(&known), [[40_000, 460_000, 500_000, 0], [60_000, 0, 0, 60_000]]);
}

/// A year to which 40,000円 of a grant of the year before came over, and in which so much goes back.
fn given_back(amount: i64) -> Known {
    let (before, grant) = (grant(YEAR.previous()), grant(YEAR));
    let mut books = books(&grant, amount);
    books.entries[1].amount_yen = Yen(500_000);
    books.entries[2].eligibility = None;
    let refund = (books.entries[2].id, before.id);
    let left = Left {
        grant: before,
        amount_yen: Yen(40_000),
        owed_yen: Yen(40_000),
        is_unbooked: false,
        carry_over: CarryOver::Refund,
        rule: String::new(),
    };
    Known { left: vec![left], given_back: vec![refund], ..known(grant, books, "refund", None) }
}

/// What goes back in May is the grant's of that year until then, and of own funds never.
#[test]
fn what_has_still_to_go_back_is_the_grants_of_the_year_before() {
    assert_eq!(told(&given_back(40_000)), [[0, 500_000, 500_000, 0], [40_000, 0, 40_000, 0], [60_000, 0, 0, 60_000]]);
}

/// Of 41,200円 there are 1,200円, 加算金, that were never the grant's.
#[test]
fn what_goes_back_beyond_what_a_grant_has_is_paid_by_own_funds() {
    let known = given_back(41_200);
    assert_eq!(told(&known), [[0, 500_000, 500_000, 0], [40_000, 0, 40_000, 0], [60_000, 0, 1_200, 58_800]]);
}

#[test]
fn what_went_back_within_its_year_is_owed_no_more_once_it_stands_in_its_books() {
    let grant = grant(YEAR);
    let mut books = books(&grant, 40_000);
    books.entries[1].amount_yen = Yen(460_000);
    let mut known = known(grant.clone(), books, "refund", None);
    let owed = |known: &Known| known.owed_yen(&known.grants[0]).0;
    assert_eq!(owed(&known), 40_000);
    let mut step = GrantStep {
        id: Id::new(),
        grant_id: grant.id,
        stage: Stage::Refund,
        state: StepState::Done,
        happened_on: YEAR.last_day(),
        number: String::new(),
        amount_yen: Some(Yen(15_000)),
        note: String::new(),
        entry_id: Some(known.books.entries[2].id),
        basis: None,
        version: 1,
    };
    known.grants[0].steps = vec![step.clone()];
    assert_eq!(owed(&known), 25_000, "an expense of this year");
    step.entry_id = Some(EntryId::new());
    known.grants[0].steps = vec![step.clone()];
    assert_eq!(owed(&known), 40_000, "an expense of the next year: on the last day of this one it was owed");
    (step.entry_id, step.amount_yen) = (Some(known.books.entries[2].id), None);
    known.grants[0].steps = vec![step.clone()];
    assert_eq!(owed(&known), 0, "whole");
    let is_told = |known: &Known| known.findings().iter().any(|one| one.error.code == "grants.refund_unbooked");
    assert!(!is_told(&known));
    step.entry_id = None;
    known.grants[0].steps = vec![step];
    assert_eq!(owed(&known), 40_000, "told, and the money still lies in the purse");
    assert!(is_told(&known));
}
