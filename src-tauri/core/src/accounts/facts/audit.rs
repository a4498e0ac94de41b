//! What the auditors get: the last audit, what was done to the books since, and where the history stands.

use chrono::{Months, NaiveDate};
use paper::Value;
use rusqlite::Connection;

use super::{Books, words};
use crate::Result;
use crate::accounts::store;
use crate::calendar::FiscalYear;
use crate::fact::{Facts, row};
use crate::file::{Act, acts_since};

/// The day of a year's last audit; blank where there was none.
pub fn audited_on(conn: &Connection, year: FiscalYear) -> Result<Value> {
    Ok(date(store::audits(conn, year)?.last().map(|audit| audit.audited_on)))
}

/// States `audit.*`.
pub(super) fn state(facts: &mut Facts, conn: &Connection, books: &Books) -> Result<()> {
    let mut audits = store::audits(conn, books.year)?;
    let is_of_half = |until: NaiveDate| until < books.year.first_day() + Months::new(6);
    let interim = audits.iter().find(|audit| is_of_half(audit.until_on)).map(|audit| audit.audited_on);
    facts.state("audit.interim_on", date(interim));
    let last = audits.pop();
    let (seq, hash) = store::books_head(conn)?;
    let since = last.as_ref().map_or(0, |audit| audit.log_seq);
    let begin = books.year.first_day().to_string();
    let mut acts = acts_since(conn, since, &begin, &store::AUDITED)?;
    acts.retain(|act| act.op != store::RECORD_AUDIT);
    facts.state("audit.until_on", date(last.as_ref().map(|audit| audit.until_on)));
    facts.state("audit.audited_on", date(last.as_ref().map(|audit| audit.audited_on)));
    facts.state("audit.auditors", Value::Text(last.as_ref().map_or(String::new(), |audit| audit.auditors.clone())));
    facts.state("audit.result", Value::Text(last.as_ref().map_or(String::new(), |audit| audit.result.clone())));
    let unaudited = last.is_none().then_some(books.year.first_day());
    facts.state("audit.unaudited_from_on", date(unaudited));
    facts.state_list("audit.changes", acts.iter().map(change_row).collect());
    facts.state("audit.history_count", Value::Count(seq));
    // On what is signed before the closing; a closed year bears its own mark, and acts on other years move it no more.
    let is_open = store::closed_year(conn, books.year)?.is_none();
    facts.state("audit.open_mark", Value::Text(hash.chars().take(if is_open { 8 } else { 0 }).collect()));
    facts.state("audit.history_mark", Value::Text(hash.chars().take(8).collect()));
    facts.state("audit.history_hash", Value::Text(hash));
    Ok(())
}

fn date(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Blank, Value::Date)
}

fn change_row(act: &Act) -> crate::fact::FactRow {
    let day = act.at.get(..10).and_then(|day| day.parse().ok());
    row([
        ("number", Value::Count(act.seq).into()),
        ("on", day.map_or(Value::Blank, Value::Date).into()),
        ("operator", words(&act.operator)),
        ("sentence", words(&act.sentence)),
    ])
}
