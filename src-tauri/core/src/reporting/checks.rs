//! 出す前の確かめ: does the paper agree with the books, and what deserves a look before it goes out.

use paper::{Negative, Value};

use super::missing::missing;
use super::notice::{Notice, State};
use super::scope::Texts;
use crate::fact::{Fact, FactRow, Facts};
use crate::profile::{CheckName, Field, Form};

/// What is missing first, then what deserves a look, then what is in order.
pub fn checks(form: &Form, facts: &Facts, texts: &Texts) -> Vec<Notice> {
    let mut notices = missing(form, facts, texts);
    if !is_of_council(form, facts) {
        notices.push(Notice::new(State::Warning, "reports.not_of_council").at("settings"));
    }
    notices.extend(form.fields.iter().filter_map(|field| too_long(field, texts)));
    notices.extend(form.checks.iter().filter_map(|check| look(*check, facts)));
    notices.sort_by_key(|notice| notice.state);
    notices
}

/// False for a paper that only other councils have.
pub fn is_of_council(form: &Form, facts: &Facts) -> bool {
    form.only_for.as_ref().is_none_or(|count| facts.number(count).is_some_and(|found| found != 0))
}

fn look(check: CheckName, facts: &Facts) -> Option<Notice> {
    match check {
        CheckName::Books => Some(books(facts)),
        CheckName::Purses => Some(purses(facts)),
        CheckName::Refund => refund(facts),
        CheckName::Repaid => unbooked(facts),
        CheckName::Claim => claim(facts),
        CheckName::Receipts => {
            let codes = ("reports.receipts_missing", "reports.receipts_there");
            Some(counted(facts, "evidence.missing", codes).at("accounts?missing=receipt"))
        }
        CheckName::Verdicts => {
            let codes = ("reports.verdicts_open", "reports.verdicts_given");
            Some(counted(facts, "evidence.unclear", codes).at("accounts?missing=verdict"))
        }
        CheckName::Parts => Some(parts(facts)),
        CheckName::Answers => {
            let codes = ("reports.answers_open", "reports.answers_given");
            Some(counted(facts, "enrolment.associations_uncounted", codes).at("enrolment"))
        }
        CheckName::Households => {
            let codes = ("reports.households_lacking", "reports.answers_given");
            Some(counted(facts, "enrolment.associations_uncounted", codes).at("enrolment"))
        }
    }
}

/// A text that the frame of the city's own workbook would cut off.
fn too_long(field: &Field, texts: &Texts) -> Option<Notice> {
    let frame = field.frame.filter(|frame| texts.get(&field.name).is_some_and(|words| !frame.holds(words)))?;
    let notice = Notice::new(State::Warning, "reports.text_too_long").with("label", &field.label);
    Some(notice.with("wide", frame.wide).with("lines", frame.lines).in_field(&field.name))
}

/// The settlement's lines against the sum of the entries, on both sides.
fn books(facts: &Facts) -> Notice {
    let lines = |list: &str| sum(facts, list, "settled_yen");
    let expense = amount(facts, "settlement.expense_yen");
    let income = amount(facts, "settlement.income_yen") + amount(facts, "settlement.opening_yen");
    let off = (lines("settlement.expense") - expense).abs().max((lines("settlement.income") - income).abs());
    if off == 0 {
        Notice::new(State::Ok, "reports.books_agree").with("amount", yen(expense))
    } else {
        Notice::new(State::Warning, "reports.books_differ").with("amount", yen(off)).at("accounts")
    }
}

/// Σ of the parts of each division against the books; what is moved between books leaves one and reaches another.
fn parts(facts: &Facts) -> Notice {
    let of_books = |name: &str| amount(facts, &format!("books.{name}"));
    let off = ["by_committee", "by_activity", "by_source", "committee_books", "fund_books"].into_iter().map(|area| {
        let of = |name: &str| (sum(facts, &format!("{area}.parts"), name) - of_books(name)).abs();
        of("income_yen").max(of("expense_yen")).max(of("opening_yen"))
    });
    let moved = ["committee_books.parts", "fund_books.parts"]
        .map(|books| (sum(facts, books, "received_yen") - sum(facts, books, "given_yen")).abs());
    match off.chain(moved).max().unwrap_or_default() {
        0 => Notice::new(State::Ok, "reports.parts_agree").with("amount", yen(of_books("expense_yen"))),
        off => Notice::new(State::Warning, "reports.parts_differ").with("amount", yen(off)).at("accounts"),
    }
}

/// What lies in the purses against opening + income − expense.
fn purses(facts: &Facts) -> Notice {
    let (held, carried) = (sum(facts, "settlement.purses", "closing_yen"), amount(facts, "settlement.balance_yen"));
    let code = if held == carried { "reports.purses_agree" } else { "reports.purses_differ" };
    let state = if held == carried { State::Ok } else { State::Warning };
    Notice::new(state, code).with("held", yen(held)).with("carried", yen(carried)).at("accounts")
}

/// The working of the refund; nothing as long as nothing is decided. A grant with a formula of its own is settled on its own
/// paper: there it is no slip that more was charged than the city pays.
fn refund(facts: &Facts) -> Option<Notice> {
    let decided = facts.number("grant.decided_yen")?;
    let of = |name: &str| amount(facts, &format!("grant.{name}"));
    let (allocated, fixed, refund) = (of("allocated_yen"), of("fixed_yen"), of("refund_yen"));
    let is_plain = fixed == decided.min(allocated) && refund == decided - fixed;
    let notice = if !is_plain {
        let notice = Notice::new(State::Ok, "reports.refund_settled").with("refund", yen(refund));
        notice.with("fixed", yen(fixed)).with("additional", yen(of("additional_yen")))
    } else if allocated > decided {
        Notice::new(State::Warning, "reports.grant_exceeded").with("excess", yen(allocated - decided))
    } else {
        Notice::new(State::Ok, "reports.refund").with("refund", yen(refund))
    };
    Some(notice.with("decided", yen(decided)).with("allocated", yen(allocated)).at("grants"))
}

/// What was told as given back, and no book tells of it: the paper does not say it, either.
fn unbooked(facts: &Facts) -> Option<Notice> {
    let amount = facts.number("grant.unbooked_yen")?;
    Some(Notice::new(State::Warning, "reports.refund_unbooked").with("amount", yen(amount)).at("grants"))
}

/// What is claimed now against what the city has still to pay.
fn claim(facts: &Facts) -> Option<Notice> {
    let (claim, left) = (facts.number("grant.claim_yen")?, facts.number("grant.claim_left_yen")?);
    let (state, code) = match left {
        ..0 => (State::Warning, "reports.claim_over"),
        _ => (State::Ok, "reports.claim_fits"),
    };
    let is_of_fixed = facts.number("grant.told_yen").is_some() && !facts.value("grant.paid_after").is_blank();
    let of = if is_of_fixed { "確定額" } else { "交付決定額" };
    let notice = Notice::new(state, code).with("claim", yen(claim)).with("left", yen(left.abs()));
    Some(notice.with("of", of).at("grants"))
}

/// A count that ought to be zero, with the codes of what is open and of what is done.
fn counted(facts: &Facts, fact: &str, (open, done): (&'static str, &'static str)) -> Notice {
    match facts.number(fact).unwrap_or_default() {
        0 => Notice::new(State::Ok, done),
        n => Notice::new(State::Warning, open).with("count", n),
    }
}

fn amount(facts: &Facts, name: &str) -> i64 {
    facts.number(name).unwrap_or_default()
}

fn sum(facts: &Facts, list: &str, column: &str) -> i64 {
    let number = |row: &FactRow| match row.get(column) {
        Some(Fact::One(value)) => value.number(),
        _ => None,
    };
    facts.list(list).iter().filter_map(number).sum()
}

fn yen(amount: i64) -> String {
    Value::Yen(amount).shown(Negative::White)
}
