//! What the grants state. The list holds all of them; single facts are those of the grant in front, at first the year's first.

use chrono::NaiveDate;
use paper::Value;
use rusqlite::Connection;

use super::{Grant, GrantFigures, GrantRules, store};
use crate::Result;
use crate::accounts::{Books, Eligibility, Entry, EntryKind, GrantId, SettledLine, Side};
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::formula::Step;
use crate::money::Yen;

/// States `grant.*` for one year, settled by the rules of the city.
pub fn facts(conn: &Connection, year: FiscalYear, rules: &[GrantRules]) -> Result<Facts> {
    let books = Books::load(conn, year)?;
    let steps = store::steps(conn, year)?;
    let row_of = |grant: &Grant| {
        let rules = rules.iter().find(|rules| rules.name == grant.name);
        let grant = grant.until(NaiveDate::MAX, &steps);
        let mut row = grant_row(&grant, &GrantFigures::of(&grant, &books, rules)?);
        row.insert("lines".to_owned(), Fact::List(lines(&grant, &books)));
        Ok(row)
    };
    let rows: Vec<FactRow> = store::grants(conn, year)?.iter().map(row_of).collect::<Result<_>>()?;
    let mut facts = Facts::default();
    facts.state_list("grant.all", rows);
    put_in_front(&mut facts, None);
    Ok(facts)
}

/// States `grant.*` of one grant of the list; of the first one where none is named, blank where there is none.
pub fn put_in_front(facts: &mut Facts, id: Option<GrantId>) {
    let all = facts.list("grant.all");
    let is_it = |row: &&FactRow| id.is_none_or(|id| row.get("id") == Some(&words(&id.to_string())));
    let row = all.iter().find(is_it).cloned().unwrap_or_else(unknown);
    facts.0.extend(row.into_iter().map(|(name, fact)| (format!("grant.{name}"), fact)));
}

/// The lines of the settlement with what this grant paid of each.
fn lines(grant: &Grant, books: &Books) -> Vec<FactRow> {
    let is_charged = |e: &&Entry| {
        e.kind == EntryKind::Expense && e.grant_id == Some(grant.id) && e.eligibility == Some(Eligibility::Eligible)
    };
    let granted = |item| -> Yen {
        books.entries.iter().filter(is_charged).filter(|e| e.item_id == Some(item)).map(|e| e.amount_yen).sum()
    };
    let line = |line: SettledLine| {
        row([
            ("item", words(line.item.label())),
            ("settled_yen", line.settled_yen.fact()),
            ("granted_yen", granted(line.item.id).fact()),
        ])
    };
    books.settled_lines(Side::Expense).into_iter().map(line).collect()
}

fn grant_row(grant: &Grant, figures: &GrantFigures) -> FactRow {
    let step_row = |s: Step| {
        row([
            ("mark", words(&s.mark)),
            ("label", words(&s.label)),
            ("how", words(&s.how)),
            ("amount_yen", s.amount_yen.fact()),
        ])
    };
    let steps = figures.steps().into_iter().map(step_row);
    let received = Some(figures.received_yen).filter(|yen| *yen != Yen(0));
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
        ("unreceived_yen", figures.unreceived_yen().fact()),
        ("additional_yen", figures.additional_yen().fact()),
        ("steps", Fact::List(steps.collect())),
    ])
}

/// A row of which nothing is known, for a year without a grant.
fn unknown() -> FactRow {
    const ONE: [&str; 13] = [
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
        "unreceived_yen",
        "additional_yen",
    ];
    let blank = ONE.into_iter().map(|name| (name.to_owned(), Fact::One(Value::Blank)));
    blank.chain(["steps", "lines"].map(|name| (name.to_owned(), Fact::List(Vec::new())))).collect()
}
