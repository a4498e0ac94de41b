//! 出納整理: what was paid or received in another year than the one it belongs to, and what lay in the purses meanwhile.

use chrono::NaiveDate;
use paper::Value;

use super::{Books, item_label, words};
use crate::accounts::Entry;
use crate::fact::{Fact, FactRow, Facts, row};

/// States `crossing` of an area, what the purses held at the end of a day, and by how much 次年度繰越金 differs from it.
pub(super) fn state(facts: &mut Facts, area: &str, books: &Books, day: NaiveDate) {
    let held = books.held_on(day);
    facts.state(format!("{area}.held_yen"), held);
    facts.state(format!("{area}.across_yen"), books.carry_over_yen() - held);
    let before = books.ahead_of_year().map(|entry| crossing_row(books, entry, Value::Blank.into()));
    let across = books.across(day).into_iter().map(|entry| crossing_row(books, entry, books.added_by(entry).fact()));
    facts.state_list(format!("{area}.crossing"), before.chain(across).collect());
}

fn crossing_row(books: &Books, entry: &Entry, added: Fact) -> FactRow {
    let kind = entry.crossing().map_or("", |one| one.label());
    let kind = match entry.fiscal_year.cmp(&books.year) {
        std::cmp::Ordering::Less => format!("前年度の{kind}"),
        std::cmp::Ordering::Equal => kind.to_owned(),
        std::cmp::Ordering::Greater => format!("次年度の{kind}"),
    };
    row([
        ("kind", words(&kind)),
        ("entered_on", Value::Date(entry.entered_on).into()),
        ("item", words(&item_label(books, entry))),
        ("description", words(&entry.description)),
        ("counterparty", words(&entry.counterparty)),
        ("amount_yen", entry.amount_yen.fact()),
        ("added_yen", added),
    ])
}
