//! What the meetings of a year state: a row for each, with its agenda, its counts and its results.

use chrono::{NaiveTime, Timelike};
use paper::Value;
use rusqlite::Connection;

use super::{AgendaItem, ItemKind, Known, Outcome, result_sentence, slip_choice, store};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};

/// States `meetings.*` for one year.
pub fn facts(conn: &Connection, year: FiscalYear) -> Result<Facts> {
    let held = store::meetings(conn, year)?;
    let rows =
        held.into_iter().map(|meeting| Ok(meeting_row(&Known::of(conn, meeting)?))).collect::<Result<Vec<_>>>()?;
    let mut facts = Facts::default();
    facts.state("meetings.count", Value::Count(rows.len() as i64));
    facts.state_list("meetings.list", rows);
    Ok(facts)
}

fn meeting_row(known: &Known) -> FactRow {
    let meeting = &known.meeting;
    let (there, quorum) = (known.attendance(None), known.quorum(None));
    let count = |number: i64| Fact::One(if there.total == 0 { Value::Blank } else { Value::Count(number) });
    let signers = meeting.signers.lines().map(str::trim).filter(|name| !name.is_empty());
    let items = known.items.iter().zip(&known.labels).map(|(item, label)| item_row(known, item, label));
    row([
        ("id", words(&meeting.id.to_string())),
        ("title", words(&known.title)),
        ("kind", words(meeting.kind.label())),
        ("held_on", Value::Date(meeting.held_on).into()),
        ("begins", words(&clock(meeting.begins_at))),
        ("ends", words(&clock(meeting.ends_at))),
        (
            "place",
            words(if meeting.is_written && meeting.place.is_empty() {
                "書面による"
            } else {
                meeting.place.as_str()
            }),
        ),
        ("notice_on", meeting.notice_on.map_or(Value::Blank, Value::Date).into()),
        ("unit", words(meeting.rules.unit.counter())),
        ("total", count(there.total)),
        ("present", count(there.present)),
        ("deputies", count(there.deputies)),
        ("attended", count(there.present + there.deputies)),
        ("proxies", count(there.proxies)),
        ("written", count(there.written)),
        ("electronic", count(there.electronic)),
        ("absent", count(there.absent + there.open + there.away + there.lapsed + there.invalid)),
        ("counted", count(quorum.counted)),
        ("quorum", words(&if there.total == 0 { String::new() } else { known.quorum_sentence(None) })),
        ("chair", words(&meeting.chair)),
        ("signers", Fact::List(signers.map(|name| row([("name", words(name))])).collect())),
        ("items", Fact::List(items.collect())),
    ])
}

fn item_row(known: &Known, item: &AgendaItem, label: &str) -> FactRow {
    let decision = known.decision(item);
    let is_counted = item.ballot.is_some();
    let count = |number: i64| Fact::One(if is_counted { Value::Count(number) } else { Value::Blank });
    let (tally, all) = (decision.tally, decision.tally.all());
    let outcome = if decision.outcome == Outcome::Open { "" } else { decision.outcome.label() };
    row([
        ("number", words(label)),
        ("matter", words(item.matter.label())),
        ("item_title", words(&item.title)),
        ("explanation", words(&item.explanation)),
        ("discussion", words(&item.discussion)),
        ("slip", words(if item.kind == ItemKind::Report { "" } else { slip_choice() })),
        ("outcome", words(outcome)),
        ("result", words(&result_sentence(&decision, item.ballot.map(|ballot| ballot.method), item.matter))),
        ("yes", count(all.yes)),
        ("no", count(all.no)),
        ("abstain", count(all.abstain)),
        ("present_yes", count(tally.present.yes)),
        ("proxy_yes", count(tally.proxies.yes)),
        ("written_yes", count(tally.written.yes + tally.electronic.yes)),
        ("needed", count(decision.needed)),
    ])
}

/// 午後2時30分; empty where it is not known.
fn clock(at: Option<NaiveTime>) -> String {
    at.map_or(String::new(), |at| {
        let half = if at.hour() < 12 { "午前" } else { "午後" };
        let minutes = if at.minute() == 0 { String::new() } else { format!("{}分", at.minute()) };
        format!("{half}{}時{minutes}", at.hour() % 12)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_said_as_on_paper() {
        let said = |text: &str| clock(text.parse().ok());
        assert_eq!(
            [said("09:30:00"), said("14:00:00"), said("12:05:00"), said("")],
            ["午前9時30分", "午後2時", "午後0時5分", ""]
        );
    }
}
