//! The papers of a meeting that name everybody: 受付簿, 席次表 and the slips, each out of the roll.

use paper::Value;
use rusqlite::Connection;

use crate::Result;
use crate::fact::{Fact, FactRow, row, words};
use crate::meetings::{Guest, Known, Names, Standing, Voter, joined, seated, store};

/// Seats beside each other, where nobody has said how they stand.
const USUAL_ACROSS: i64 = 6;

/// What the papers of a meeting that name everybody say beside its own facts: who votes, and who sits where. They are no facts
/// of the year, and no copy of them is kept.
pub fn named(conn: &Connection, known: &Known) -> Result<FactRow> {
    let names = Names::load(conn, &known.meeting)?;
    let mut named = seats(conn, known, &names)?;
    named.insert("voters".into(), Fact::List(voters(known, &names)));
    Ok(named)
}

/// 席次表: the seats row by row with their numbers, as many beside each other as was said, and who
/// sits in front.
fn seats(conn: &Connection, known: &Known, names: &Names) -> Result<FactRow> {
    let seating = store::seating(conn, known.meeting.id)?;
    let in_front = names.in_front(&known.meeting, seating.as_ref());
    let (people, seated) = (names.people(), seated(&known.voters, &in_front));
    let across = seating.map_or(USUAL_ACROSS, |seating| seating.columns);
    let chairs = seating.map_or(0, |seating| seating.seats()).max(seated.len() as i64);
    let label = |seat: i64| {
        let sitting = usize::try_from(seat - 1).ok().and_then(|at| seated.get(at));
        let (name, body) = sitting.map_or_else(Default::default, |voter| names.on_tag(voter, &people));
        let told: Vec<String> = [body, name].into_iter().filter(|part| !part.is_empty()).collect();
        // Seats without anybody are as high as the others.
        format!("{seat}\n{}{}", told.join("\n"), "\n".repeat(2_usize.saturating_sub(told.len().max(1))))
    };
    let guests = store::guests(conn, known.meeting.id)?;
    let officers = names.officers().into_iter().filter(|(person, ..)| in_front.contains(person));
    let lines = |all: Vec<String>| words(&all.join("\n"));
    Ok(row([
        ("seats", Fact::List((1..=chairs).map(|seat| row([("label", words(&label(seat)))])).collect())),
        ("seats_across", Value::Count(across).into()),
        ("front_guests", lines(guests.iter().map(Guest::label).collect())),
        ("front_officers", lines(officers.map(|(_, office, name)| format!("{office}　{name}")).collect())),
    ]))
}

/// 受付簿, 票: a row for each vote of a meeting.
fn voters(known: &Known, names: &Names) -> Vec<FactRow> {
    let people = names.people();
    let told = |voter: &Voter| {
        let (name, detail) = names.of(voter, &people);
        let address = names.address(voter, &people);
        let standing = if voter.standing == Standing::Open { "" } else { voter.standing.label() };
        row([
            ("number", Value::Count(voter.number).into()),
            ("name", words(&name)),
            ("detail", words(&joined([detail, address.to_owned()]))),
            ("address", words(address)),
            ("addressee", words(&names.addressee(voter, &people))),
            ("standing", words(standing)),
            ("deputy", words(&voter.deputy)),
        ])
    };
    known.voters.iter().map(told).collect()
}
