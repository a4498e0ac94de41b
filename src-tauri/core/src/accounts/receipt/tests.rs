use super::*;
use crate::accounts::PurseId;

const YEAR: FiscalYear = FiscalYear(2025);
const COUNCIL: &str = "見本地区コミュニティ協議会";

fn books() -> Books {
    let entry = |yen| Entry::new(EntryKind::Expense, "2025-05-01".parse().unwrap(), PurseId::new(), Yen(yen));
    Books { entries: vec![entry(1_000), entry(300)], ..Books::empty(YEAR) }
}

fn receipt(books: &Books) -> Receipt {
    let part =
        |entry: &Entry| ReceiptPart { id: ReceiptPartId::new(), entry_id: entry.id, amount_yen: entry.amount_yen };
    Receipt {
        id: ReceiptId::new(),
        fiscal_year: YEAR,
        number: 1,
        kind: ReceiptKind::Receipt,
        dated_on: "2025-05-01".parse().ok(),
        addressee: COUNCIL.into(),
        purpose: "会議のお茶代".into(),
        issuer: "見本商店".into(),
        amount_yen: Yen(1_300),
        note: String::new(),
        ticked: vec![],
        parts: books.entries.iter().map(part).collect(),
        version: 1,
    }
}

fn against(books: &Books) -> Against {
    Against::new(COUNCIL, books, Entry::receipt_days)
}

fn rule(test: ReceiptTest) -> ReceiptRule {
    let words = ["品代", "商品代", "食材費"].map(str::to_owned).to_vec();
    let (title, hint, source) = (String::new(), String::new(), String::new());
    ReceiptRule { id: "it".into(), test, title, hint, kinds: vec![], words, source, is_verified: false }
}

#[test]
fn an_addressee_is_the_council_and_nobody_else() {
    let books = books();
    let check = |addressee: &str| {
        let receipt = Receipt { addressee: addressee.into(), ..receipt(&books) };
        rule(ReceiptTest::Addressee).check(&receipt, &against(&books))
    };
    for good in [COUNCIL, "見本地区コミュニティ協議会　御中", "見本地区 ｺﾐｭﾆﾃｨ協議会 様"]
    {
        assert_eq!(check(good), ReceiptState::Good, "{good}");
    }
    for bad in ["上様", "見本地区連合町会", "見本地区コミュニティ協議会女性会 様", "様"] {
        assert_eq!(check(bad), ReceiptState::Bad, "{bad}");
    }
    assert_eq!(check("　"), ReceiptState::Open);
}

#[test]
fn a_purpose_names_what_was_bought() {
    let books = books();
    let check = |purpose: &str| {
        let receipt = Receipt { purpose: purpose.into(), ..receipt(&books) };
        rule(ReceiptTest::Purpose).check(&receipt, &against(&books))
    };
    for bad in ["お品代", "品代", "御品代として", "但し　商品代として", "食材費"] {
        assert_eq!(check(bad), ReceiptState::Bad, "{bad}");
    }
    for good in ["芋煮会の食材費（里芋、豚肉）", "コピー用紙代", "お茶代"] {
        assert_eq!(check(good), ReceiptState::Good, "{good}");
    }
}

#[test]
fn days_and_sums_are_checked_and_a_tick_says_that_somebody_looked() {
    let books = books();
    let good = receipt(&books);
    let outside = Receipt { dated_on: "2026-04-01".parse().ok(), ..good.clone() };
    let (period, sum) = (rule(ReceiptTest::Period), rule(ReceiptTest::Sum));
    assert_eq!(
        (period.check(&good, &against(&books)), sum.check(&good, &against(&books))),
        (ReceiptState::Good, ReceiptState::Good)
    );
    assert_eq!(period.check(&outside, &against(&books)), ReceiptState::Bad);
    assert_eq!(period.check(&Receipt { dated_on: None, ..good.clone() }, &against(&books)), ReceiptState::Open);
    assert_eq!(period.check(&Receipt { ticked: vec!["it".into()], ..outside }, &against(&books)), ReceiptState::Ticked);
    let short = Receipt { amount_yen: Yen(1_301), ..good.clone() };
    assert_eq!(sum.check(&short, &against(&books)), ReceiptState::Bad);
    assert_eq!(rule(ReceiptTest::Hand).check(&good, &against(&books)), ReceiptState::Open);
}

#[test]
fn what_receipts_leave_unproven_is_told_and_a_paper_at_hand_counts() {
    let mut books = books();
    let part = |receipt: &Receipt| receipt.parts[..1].to_vec();
    let whole = receipt(&books);
    let first = Receipt { parts: part(&whole), ..whole };
    let left = |books: &Books, all: &[Receipt]| unproven(books, all).map(|(_, yen)| yen.0).collect::<Vec<_>>();
    assert_eq!(left(&books, &[]), [1_000, 300]);
    assert_eq!(left(&books, &[first]), [300]);
    books.entries[0].has_receipt = true;
    assert_eq!(left(&books, &[]), [300]);
}

#[test]
fn a_rule_looks_anew_only_at_what_was_written_anew() {
    let good = receipt(&books());
    let council = Receipt { addressee: "上様".into(), note: "電話で確かめた".into(), ..good.clone() };
    let dearer = Receipt { amount_yen: Yen(1_400), ..good.clone() };
    let same = |test, after: &Receipt| rule(test).looks_at_same(&good, after);
    let moved = Receipt { parts: good.parts[..1].to_vec(), ..good.clone() };
    assert!(!same(ReceiptTest::Period, &moved) && same(ReceiptTest::Period, &council));
    assert!(!same(ReceiptTest::Addressee, &council) && !same(ReceiptTest::Sum, &dearer));
    assert!(
        same(ReceiptTest::Sum, &council) && same(ReceiptTest::Purpose, &dearer) && same(ReceiptTest::Hand, &council)
    );
}

#[test]
fn a_bill_of_the_year_that_is_paid_in_may_has_its_receipt_of_may() {
    let mut books = books();
    books.entries[0].entered_on = "2026-05-10".parse().unwrap();
    books.entries[0].fiscal_year = YEAR;
    let whole = receipt(&books);
    let check = |parts: &[ReceiptPart], on: &str| {
        let receipt = Receipt { dated_on: on.parse().ok(), parts: parts.to_vec(), ..whole.clone() };
        rule(ReceiptTest::Period).check(&receipt, &against(&books))
    };
    let (late, within) = (&whole.parts[..1], &whole.parts[1..]);
    for (on, good) in [("2026-05-10", true), ("2026-05-31", true), ("2026-03-31", true), ("2026-06-01", false)] {
        assert_eq!(check(late, on) == ReceiptState::Good, good, "{on}");
    }
    assert_eq!(check(within, "2026-05-10"), ReceiptState::Bad, "what was paid within the year is proven within it");
    assert_eq!(check(&whole.parts, "2026-05-10"), ReceiptState::Bad, "every entry of it must take the day");
}
