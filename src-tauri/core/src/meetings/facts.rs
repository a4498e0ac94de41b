//! What the meetings of a year state: a row for each, with its agenda, its counts and its results.

mod bylaws;
mod chair;
mod named;
mod notice;
mod open_seats;
mod slip;

use chrono::{NaiveDate, NaiveTime, Timelike};
use paper::Value;
use rusqlite::Connection;

use super::{
    AgendaItem, Attendance, Guest, ItemKind, Known, Matter, Meeting, MeetingKind, Names, Nomination, Outcome, Pair,
    Part, compared, proposed, said_later, steps, store, term,
};
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::roster::Appointment;
use crate::roster::facts::Presidents;
use crate::{Result, roster};
pub use bylaws::decided;
pub use named::named;

/// States `meetings.*` for one year.
pub fn facts(conn: &Connection, year: FiscalYear) -> Result<Facts> {
    let rows = rows(conn, store::meetings(conn, year)?)?;
    let mut facts = Facts::default();
    facts.state("meetings.count", Value::Count(rows.len() as i64));
    facts.state("meetings.general_on", general_on(conn, year)?);
    facts.state("meetings.next_general_on", next_general_on(conn, year)?);
    chair::state(&mut facts, conn, year)?;
    facts.state_list("meetings.list", rows);
    facts.state_list("meetings.bylaws", bylaws::rows(conn, year)?);
    Ok(facts)
}

fn rows(conn: &Connection, held: Vec<Meeting>) -> Result<Vec<FactRow>> {
    let presidents = Presidents::load(conn)?;
    held.into_iter().map(|meeting| meeting_row(conn, &Known::of(conn, meeting)?, &presidents)).collect()
}

/// The rows of the meetings from the beginning of a year to a day of it or of the year after.
pub fn held_until(conn: &Connection, year: FiscalYear, day: NaiveDate) -> Result<Vec<FactRow>> {
    let mut held = [store::meetings(conn, year)?, store::meetings(conn, year.next())?].concat();
    held.retain(|meeting| meeting.held_on <= day);
    rows(conn, held)
}

/// The day of the ordinary 総会 with which a year begins, once it decided something; blank before. One that closes the year
/// before is the one.
pub fn general_on(conn: &Connection, year: FiscalYear) -> Result<Value> {
    let all = [store::meetings(conn, year.previous())?, store::meetings(conn, year)?].concat();
    let begins_year = |meeting: &Meeting| {
        meeting.kind == MeetingKind::Ordinary && meeting.closes_its_year() == (meeting.fiscal_year != year)
    };
    for meeting in all.into_iter().filter(begins_year) {
        if store::items(conn, meeting.id)?.iter().any(|item| item.ballot.is_some()) {
            return Ok(Value::Date(meeting.held_on));
        }
    }
    Ok(Value::Blank)
}

/// The day of the ordinary 総会 that follows the year's work, once it is written down: in its last two months, or in the year after.
fn next_general_on(conn: &Connection, year: FiscalYear) -> Result<Value> {
    let all = [store::meetings(conn, year)?, store::meetings(conn, year.next())?].concat();
    let is_next = |meeting: &&Meeting| {
        meeting.closes_its_year() || (meeting.kind == MeetingKind::Ordinary && meeting.fiscal_year != year)
    };
    let days = all.iter().filter(is_next).map(|meeting| meeting.held_on);
    Ok(days.min().map_or(Value::Blank, Value::Date))
}

fn meeting_row(conn: &Connection, known: &Known, presidents: &Presidents) -> Result<FactRow> {
    let meeting = &known.meeting;
    let there = known.opening();
    let quorum = there.quorum(&meeting.rules);
    let count = |number: i64| Fact::One(if there.total == 0 { Value::Blank } else { Value::Count(number) });
    let signers = meeting.signers.lines().map(str::trim).filter(|name| !name.is_empty());
    let items = known.items.iter().zip(&known.labels).map(|(item, label)| item_row(conn, known, item, label));
    let items = items.collect::<Result<_>>()?;
    let mut told = row([
        ("id", words(&meeting.id.to_string())),
        ("title", words(&known.title)),
        ("kind", words(meeting.kind.label())),
        ("held_on", Value::Date(meeting.held_on).into()),
        ("begins", words(&clock(meeting.begins_at))),
        ("ends", words(&clock(meeting.ends_at))),
        ("place", words(meeting.shown_place())),
        ("president", words(&presidents.on(meeting.held_on))),
        ("notice_president", words(&presidents.on(known.notice_day()))),
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
        ("quorum", words(&if there.total == 0 { String::new() } else { known.quorum_sentence(there) })),
        ("chair", words(&chair(conn, known)?)),
        ("came_later", words(&came_later(known, there))),
        ("chair_apart", words(known.chair_apart())),
        ("signers", Fact::List(signers.map(|name| row([("name", words(name))])).collect())),
        ("guests", Fact::List(store::guests(conn, meeting.id)?.iter().map(guest_row).collect())),
        ("voters", Fact::List(Vec::new())),
        ("seats", Fact::List(Vec::new())),
        ("seats_across", Value::Blank.into()),
        ("front_guests", words("")),
        ("front_officers", words("")),
        ("front_auditors", words("")),
        ("front_secretariat", words("")),
        ("homes", Fact::List(Vec::new())),
        ("order", Fact::List(order(known))),
        ("items", Fact::List(items)),
    ]);
    told.extend(row(notice::columns(known)));
    told.extend(row(slip::columns(known)));
    Ok(told)
}

/// How many came and which slips came in after the opening, and that they made it a meeting; empty for none.
fn came_later(known: &Known, opening: Attendance) -> String {
    let rules = &known.meeting.rules;
    let all = known.attendance(None);
    let later = all.present + all.deputies - opening.present - opening.deputies;
    let slips = all.slips(rules).into_iter().zip(opening.slips(rules));
    let slips: Vec<_> = slips.map(|((way, now), (_, then))| (way, now - then)).filter(|(_, more)| *more > 0).collect();
    let makes_meeting = !opening.quorum(rules).is_met && known.is_met_later();
    said_later(later, &slips, rules.unit, makes_meeting)
}

/// 議長: the name that was typed, else that of the voter who has the chair.
fn chair(conn: &Connection, known: &Known) -> Result<String> {
    let meeting = &known.meeting;
    match known.voters.iter().find(|voter| voter.is_chair && meeting.has(Part::Chair)) {
        Some(voter) if meeting.chair.is_empty() => Ok(Names::load(conn, meeting)?.comes(voter)),
        _ => Ok(meeting.chair.clone()),
    }
}

/// 来賓名簿
fn guest_row(guest: &Guest) -> FactRow {
    row([
        ("position", Value::Count(guest.position).into()),
        ("body", words(&guest.body)),
        ("office", words(&guest.office)),
        ("name", words(&guest.name)),
        ("greeting", words(if guest.greets { term("greeting") } else { "" })),
    ])
}

/// 次第, as yet without pages.
fn order(known: &Known) -> Vec<FactRow> {
    let mut place = 0;
    let mut told = |(step, item): (&str, Option<usize>)| {
        let (number, opens, step) = match item {
            Some(at) => {
                let (item, label) = (&known.items[at], &known.labels[at]);
                let title = format!("{label}　{}", proposed(item.matter, &item.title));
                (Value::Blank, Value::Count(at as i64 + 1), format!("　{}", title.trim()))
            }
            None => {
                place += 1;
                (Value::Count(place), Value::Blank, step.to_owned())
            }
        };
        row([("place", number.into()), ("step", words(&step)), ("opens", opens.into()), ("page", Value::Blank.into())])
    };
    steps(known.meeting.kind, known.meeting.is_written, &known.items).into_iter().map(&mut told).collect()
}

/// 次第 of a meeting's row with the page on which each item begins, from 1.
pub fn with_pages(mut meeting: FactRow, starts: &[usize]) -> FactRow {
    if let Some(Fact::List(order)) = meeting.get_mut("order") {
        for step in order {
            let at = match step.get("opens") {
                Some(Fact::One(Value::Count(at))) => usize::try_from(*at).ok().and_then(|at| starts.get(at - 1)),
                _ => None,
            };
            step.insert("page".into(), at.map_or(Value::Blank, |page| Value::Count(*page as i64)).into());
        }
    }
    meeting
}

/// 役員の候補 of an item.
fn candidate_row(conn: &Connection, one: &Nomination) -> Result<FactRow> {
    let body = roster::store::find_organisation(conn, one.organisation_id)?;
    let person = one.person_id.map(|id| roster::store::find_person(conn, id)).transpose()?.flatten();
    let held = one.role_id.map(|id| roster::store::find_role(conn, id)).transpose()?.flatten();
    let is_held = held.is_some_and(|role| Some(role.person_id) == one.person_id);
    let appointment = if is_held { Appointment::Again } else { Appointment::New };
    Ok(row([
        ("body", words(body.as_ref().map_or("", |body| &body.name))),
        ("office", words(&one.title)),
        ("name", words(&person.as_ref().map_or("（欠員）".to_owned(), |person| person.name.full()))),
        ("appointment", words(if person.is_some() { appointment.label() } else { "" })),
    ]))
}

/// 新旧対照表 of an item: against the text in force when the meeting is held, or against the one typed beside it.
fn comparison(conn: &Connection, known: &Known, item: &AgendaItem) -> Result<Vec<FactRow>> {
    if item.matter != Matter::Bylaws || item.new_text.trim().is_empty() {
        return Ok(Vec::new());
    }
    let old = store::bylaws_before(conn, item, known.meeting.held_on)?.unwrap_or_else(|| item.old_text.clone());
    let side = |text: &str, none: &str| words(if text.is_empty() { none } else { text });
    let told = |pair: Pair| row([("old", side(&pair.old, "（新設）")), ("new", side(&pair.new, "（削除）"))]);
    Ok(compared(&old, &item.new_text).into_iter().map(told).collect())
}

fn item_row(conn: &Connection, known: &Known, item: &AgendaItem, label: &str) -> Result<FactRow> {
    let candidates = store::nominations(conn, item.id)?;
    let open_seats = open_seats::rows(conn, known, item, candidates.len())?;
    let candidates = candidates.iter().map(|one| candidate_row(conn, one)).collect::<Result<Vec<_>>>()?;
    let decision = known.decision(item);
    let elected = if item.matter == Matter::Officers && decision.outcome == Outcome::Approved {
        candidates.clone()
    } else {
        Vec::new()
    };
    let is_counted = item.ballot.is_some();
    let count = |number: i64| Fact::One(if is_counted { Value::Count(number) } else { Value::Blank });
    let (tally, all) = (decision.tally, decision.tally.all());
    let outcome = if decision.outcome == Outcome::Open { "" } else { decision.outcome.label() };
    // その他 is neither decided nor reported: nothing is said of how it ended.
    let concludes = item.is_voted_on() || item.kind == ItemKind::Report;
    let amends = item.matter == Matter::Bylaws && matches!(decision.outcome, Outcome::Open | Outcome::Approved);
    Ok(row([
        ("number", words(label)),
        ("numbered", words(&numbered(label, &item.title))),
        ("matter", words(item.matter.label())),
        ("item_title", words(&item.title)),
        ("proposal", words(&proposed(item.matter, &item.title))),
        ("candidates", Fact::List(candidates)),
        ("open_seats", Fact::List(open_seats)),
        ("elected", Fact::List(elected)),
        ("from_on", item.from_on.map_or(Value::Blank, Value::Date).into()),
        ("to_on", item.to_on.map_or(Value::Blank, Value::Date).into()),
        ("new_text", words(item.new_text.trim())),
        ("comparison", Fact::List(comparison(conn, known, item)?)),
        ("amends", words(if amends { item.matter.label() } else { "" })),
        ("explanation", words(&item.explanation)),
        ("discussion", words(&item.discussion)),
        ("outcome", words(if concludes { outcome } else { "" })),
        ("concludes", words(if concludes { item.matter.label() } else { "" })),
        ("result", words(&if concludes { known.result_sentence(item) } else { String::new() })),
        ("yes", count(all.yes)),
        ("no", count(all.no)),
        ("abstain", count(all.abstain)),
        ("present_yes", count(tally.present.yes)),
        ("proxy_yes", count(tally.proxies.yes)),
        ("written_yes", count(tally.written.yes)),
        ("electronic_yes", count(tally.electronic.yes)),
        ("needed", count(decision.needed)),
    ]))
}

/// 第1号議案　収支決算; the title alone of what has no number.
fn numbered(label: &str, title: &str) -> String {
    format!("{label}　{title}").trim().to_owned()
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
