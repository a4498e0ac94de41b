//! What the grants state. The list holds all of them; single facts are those of the grant in front, at first the year's first.

mod asked;
mod changed;
mod sources;

use std::collections::HashSet;

use chrono::NaiveDate;
use paper::Value;
use rusqlite::Connection;

use super::{Grant, Known, KnownGrant, PaperState, RulesOf, known};
use crate::Result;
use crate::accounts::{Books, Eligibility, Entry, EntryId, EntryKind, GrantId, SettledLine, Side};
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::formula::Step;
use crate::money::Yen;

/// States `grant.*` for one year, settled by the rules of the city, and `by_source.*`: what a grant does not pay in the end is
/// 自主財源.
pub fn facts(conn: &Connection, year: FiscalYear, rules_of: RulesOf) -> Result<Facts> {
    Ok(reckoned(&known(conn, year, rules_of, None)?.with_left(conn, rules_of)?))
}

/// States all that is reckoned from what is known of the grants.
pub(crate) fn reckoned(known: &Known) -> Facts {
    let rows = known.grants.iter().map(|one| {
        let mut row = grant_row(one);
        row.extend(asked::asked(one));
        row.extend(asked::paid(one.payment()));
        row.extend(asked::planned(&one.grant, &known.books));
        row.extend(changed::changed(one, &known.books));
        row.extend(lines(&one.grant, known));
        row.insert("items".into(), Fact::List(items(&one.grant, &known.books)));
        row
    });
    let mut facts = Facts::default();
    sources::state(&mut facts, known);
    facts.state_list("grant.all", rows.collect());
    facts.state_list("grants.papers", known.grants.iter().flat_map(papers).collect());
    put_in_front(&mut facts, None);
    facts
}

/// States `grant.*` without what each paid one by one: what home shows.
pub fn figures(known: &Known) -> Facts {
    let mut facts = Facts::default();
    facts.state_list("grant.all", known.grants.iter().map(grant_row).collect());
    put_in_front(&mut facts, None);
    facts
}

/// What the city wants of a grant, with its day and the day on which it was filed.
fn papers(one: &KnownGrant) -> Vec<FactRow> {
    let rules = one.rules.as_ref().map_or(&[][..], |rules| &rules.papers);
    let date = |day: Option<NaiveDate>| day.map_or(Value::Blank, Value::Date);
    let paper_row = |paper: PaperState| {
        row([
            ("grant", words(&one.grant.name)),
            ("title", words(&paper.rule.title)),
            ("due_on", date(paper.due_on).into()),
            ("filed_on", date(paper.filed_on).into()),
        ])
    };
    one.way().papers(rules, one.grant.fiscal_year.last_day()).into_iter().map(paper_row).collect()
}

/// States `grant.*` of one grant of the list; of the first one where none is named, blank where there is none.
pub fn put_in_front(facts: &mut Facts, id: Option<GrantId>) {
    let all = facts.list("grant.all");
    let is_it = |row: &&FactRow| id.is_none_or(|id| row.get("id") == Some(&words(&id.to_string())));
    let row = all.iter().find(is_it).cloned().unwrap_or_else(unknown);
    facts.extend(row.into_iter().map(|(name, fact)| (format!("grant.{name}").into(), fact)).collect());
}

/// What a grant pays.
fn charged<'a>(grant: &'a Grant, books: &'a Books) -> impl Iterator<Item = &'a Entry> {
    books.entries.iter().filter(|e| {
        e.kind == EntryKind::Expense && e.grant_id == Some(grant.id) && e.eligibility == Some(Eligibility::Eligible)
    })
}

/// The 科目 that the grant pays, with its entries one by one.
fn items(grant: &Grant, books: &Books) -> Vec<FactRow> {
    let entry = |e: &Entry| {
        row([
            ("voucher_no", e.voucher_no.map_or(Value::Blank, Value::Count).into()),
            ("receipt_no", words(&books.receipt_no(e.id))),
            ("entered_on", Value::Date(e.entered_on).into()),
            ("description", words(&e.description)),
            ("counterparty", words(&e.counterparty)),
            ("amount_yen", e.amount_yen.fact()),
        ])
    };
    let standing: HashSet<EntryId> = books.standing().map(|e| e.id).collect();
    let of_line = |line: SettledLine| {
        // What was taken back stands with what takes it back: neither has a receipt to be shown.
        let own: Vec<&Entry> =
            charged(grant, books).filter(|e| e.item_id == Some(line.item.id) && standing.contains(&e.id)).collect();
        let total: Yen = own.iter().map(|e| e.amount_yen).sum();
        let entries = own.iter().map(|e| entry(e)).collect::<Vec<_>>();
        (!entries.is_empty()).then(|| {
            row([("item", words(line.item.label())), ("total_yen", total.fact()), ("entries", Fact::List(entries))])
        })
    };
    books.settled_lines(Side::Expense).into_iter().filter_map(of_line).collect()
}

/// The lines of the settlement of 一般会計, and those of other 会計 that the grant pays, with what it paid of each; and their sum.
/// What goes from one 会計 to another is spent there, and counted where the grant pays for it; what goes back to the city is no cost of any work. The sum
/// is 事業費総額 of every paper of the grant.
fn lines(grant: &Grant, known: &Known) -> FactRow {
    let books = &known.books;
    let is_back = |id: EntryId| known.given_back.iter().any(|(back, _)| *back == id);
    let is_cost = |e: &&Entry| e.kind == EntryKind::Expense && !is_back(e.id) && !e.voids_id.is_some_and(is_back);
    let spent = |item| -> Yen {
        books.entries.iter().filter(is_cost).filter(|e| e.item_id == Some(item)).map(|e| e.amount_yen).sum()
    };
    let granted =
        |item| -> Yen { charged(grant, books).filter(|e| e.item_id == Some(item)).map(|e| e.amount_yen).sum() };
    let is_only_back = |line: &SettledLine| line.settled_yen != Yen(0) && spent(line.item.id) == Yen(0);
    let is_listed = |line: &SettledLine| {
        granted(line.item.id) != Yen(0) || !(books.is_internal(line.item.id) || is_only_back(line))
    };
    let lines = books.settled_lines(Side::Expense).into_iter().filter(is_listed);
    let (mut all, mut others): (Vec<_>, Vec<_>) = lines.partition(|line| line.item.fund_id.is_none());
    others.retain(|line| granted(line.item.id) != Yen(0));
    all.extend(others);
    let row_of = |line: &SettledLine| {
        row([
            ("item", words(line.item.label())),
            ("settled_yen", spent(line.item.id).fact()),
            ("granted_yen", granted(line.item.id).fact()),
        ])
    };
    let settled: Yen = all.iter().map(|line| spent(line.item.id)).sum();
    row([("settled_yen", settled.fact()), ("lines", Fact::List(all.iter().map(row_of).collect()))])
}

fn grant_row(known: &KnownGrant) -> FactRow {
    let (KnownGrant { grant, figures, .. }, way) = (known, known.way());
    let repaid = Some(way.repaid_yen()).filter(|yen| *yen != Yen(0));
    let unbooked = Some(way.refunded_yen() - way.repaid_yen()).filter(|yen| *yen != Yen(0));
    let expired = Some(figures.expired_yen()).filter(|yen| *yen != Yen(0));
    let over_rest = Some(figures.over_rest_yen()).filter(|yen| *yen != Yen(0) && figures.carry_over.stays());
    let unreceived = Some(figures.unreceived_yen()).filter(|yen| *yen != Yen(0));
    let over_received = Some(figures.over_received_yen()).filter(|yen| *yen != Yen(0));
    let steps = figures.steps().into_iter().map(step_row);
    // Nothing of a grant that was decided is a figure; of one that was not, nobody asks.
    let received = Some(figures.received_yen).filter(|yen| *yen != Yen(0) || grant.decided_yen.is_some());
    row([
        ("id", words(&grant.id.to_string())),
        ("name", Value::text(&grant.name).into()),
        ("decided_yen", grant.decided_yen.map_or(Value::Blank, Value::from).into()),
        ("decided_on", grant.decided_on.map_or(Value::Blank, Value::Date).into()),
        ("decision_no", Value::text(&grant.decision_no).into()),
        ("received_yen", received.map_or(Value::Blank, Value::from).into()),
        ("fixed_yen", figures.fixed_yen.fact()),
        ("eligible_yen", figures.eligible_yen.fact()),
        ("allocated_yen", figures.allocated_yen.fact()),
        ("excess_yen", figures.excess_yen().fact()),
        ("refund_yen", figures.refund_yen().fact()),
        ("refunded_yen", repaid.map_or(Value::Blank, Value::from).into()),
        ("refunded_on", way.repaid_on().map_or(Value::Blank, Value::Date).into()),
        ("unbooked_yen", unbooked.map_or(Value::Blank, Value::from).into()),
        ("unreceived_yen", unreceived.map_or(Value::Blank, Value::from).into()),
        ("over_received_yen", over_received.map_or(Value::Blank, Value::from).into()),
        ("additional_yen", figures.additional_yen().fact()),
        ("left_yen", grant.decided_yen.map_or(Value::Blank, |_| figures.left_yen().into()).into()),
        ("carried_yen", (figures.reserved_yen() + figures.deducted_yen()).fact()),
        ("kept_yen", figures.kept_yen().fact()),
        ("expired_yen", expired.map_or(Value::Blank, Value::from).into()),
        ("over_rest_yen", over_rest.map_or(Value::Blank, Value::from).into()),
        ("rest_label", words(figures.rest_label())),
        ("rest_plan", words(figures.rest_plan())),
        ("rest_yen", figures.rest_yen().fact()),
        ("steps", Fact::List(steps.collect())),
    ])
}

fn step_row(s: Step) -> FactRow {
    row([
        ("mark", words(&s.mark)),
        ("label", words(&s.label)),
        ("how", words(&s.how)),
        ("amount_yen", s.amount_yen.fact()),
    ])
}

/// A row of which nothing is known, for a year without a grant.
fn unknown() -> FactRow {
    const ONE: [&str; 47] = [
        "id",
        "name",
        "decided_yen",
        "decided_on",
        "decision_no",
        "received_yen",
        "fixed_yen",
        "eligible_yen",
        "allocated_yen",
        "excess_yen",
        "refund_yen",
        "refunded_yen",
        "refunded_on",
        "unbooked_yen",
        "unreceived_yen",
        "over_received_yen",
        "additional_yen",
        "left_yen",
        "carried_yen",
        "kept_yen",
        "expired_yen",
        "over_rest_yen",
        "rest_label",
        "rest_plan",
        "rest_yen",
        "told_yen",
        "settled_yen",
        "applied_yen",
        "basis_title",
        "planned_yen",
        "unplanned_yen",
        "claim_nth",
        "claim_yen",
        "claim_left_yen",
        "change_yen",
        "change_difference_yen",
        "agreed_on",
        "is_changed",
        "is_unchanged",
        "changed_income_before_yen",
        "changed_income_after_yen",
        "changed_income_change_yen",
        "changed_income_settled_yen",
        "changed_expense_before_yen",
        "changed_expense_after_yen",
        "changed_expense_change_yen",
        "changed_expense_settled_yen",
    ];
    const LISTS: [&str; 7] = ["basis", "steps", "lines", "items", "claims", "changed_income", "changed_expense"];
    let blank = ONE.into_iter().map(|name| (name.into(), Fact::One(Value::Blank)));
    blank.chain(asked::paid(None)).chain(LISTS.map(|name| (name.into(), Fact::List(Vec::new())))).collect()
}

#[cfg(test)]
mod tests;
