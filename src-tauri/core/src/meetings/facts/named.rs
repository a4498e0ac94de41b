//! The papers of a meeting that name everybody: 受付簿, 席次表 and the slips, each out of the roll.

use std::collections::HashMap;

use paper::Value;
use rusqlite::Connection;

use crate::Result;
use crate::fact::{Fact, FactRow, row, words};
use crate::meetings::{AgendaItem, Guest, Known, Names, Part, Standing, Voter, joined, on_notice, seated, store};
use crate::roster::{HouseholdId, Side};

/// Seats beside each other, where nobody has said how they stand.
const USUAL_ACROSS: i64 = 6;

/// What the papers of a meeting that name everybody say beside its own facts: who votes, and who sits where. They are no facts
/// of the year, and no copy of them is kept.
pub fn named(conn: &Connection, known: &Known) -> Result<FactRow> {
    let names = Names::load(conn, &known.meeting)?;
    let mut named = seats(conn, known, &names)?;
    named.insert("voters".into(), Fact::List(voters(known, &names)));
    named.insert("homes".into(), Fact::List(homes(known, &names)));
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
        let mut told: Vec<String> = [body, name].into_iter().filter(|part| !part.is_empty()).collect();
        if told.is_empty() {
            told.extend(sitting.map(|voter| format!("{}番の方", voter.number)));
        }
        // Seats without anybody are as high as the others.
        format!("{seat}\n{}{}", told.join("\n"), "\n".repeat(2_usize.saturating_sub(told.len().max(1))))
    };
    let guests = store::guests(conn, known.meeting.id)?;
    let officers: Vec<_> = names.officers().into_iter().filter(|(person, ..)| in_front.contains(person)).collect();
    let lines = |all: Vec<String>| words(&all.join("\n"));
    let at = |sides: &[Side]| {
        let there = officers.iter().filter(|(_, office, _)| sides.contains(&Side::of(office)));
        lines(there.map(|(_, office, name)| format!("{office}　{name}")).collect())
    };
    Ok(row([
        ("seats", Fact::List((1..=chairs).map(|seat| row([("label", words(&label(seat)))])).collect())),
        ("seats_across", Value::Count(across).into()),
        ("front_guests", lines(guests.iter().map(Guest::label).collect())),
        ("front_officers", at(&[Side::Board, Side::Advisers])),
        ("front_auditors", at(&[Side::Auditors])),
        ("front_secretariat", at(&[Side::Secretariat])),
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

/// One sheet for each home, with a row for everybody there who votes: where a person has one vote, four sheets for one letterbox
/// would be three too many. Who has no home in the records has a sheet alone.
fn homes(known: &Known, names: &Names) -> Vec<FactRow> {
    let people = names.people();
    let mut homes: Vec<(Option<HouseholdId>, Vec<&Voter>)> = Vec::new();
    let mut places: HashMap<HouseholdId, usize> = HashMap::new();
    for voter in &known.voters {
        let home = names.home(voter);
        match home.and_then(|home| places.get(&home)) {
            Some(place) => homes[*place].1.push(voter),
            None => {
                if let Some(home) = home {
                    places.insert(home, homes.len());
                }
                homes.push((home, vec![voter]));
            }
        }
    }
    let (ways, marks) = (ways(known), marks(known));
    let member = |voter: &&Voter| {
        row([
            ("number", Value::Count(voter.number).into()),
            ("name", words(&names.of(voter, &people).0)),
            ("ways", words(&ways)),
            ("marks", words(&marks)),
        ])
    };
    let told = |(home, voters): (Option<HouseholdId>, Vec<&Voter>)| {
        let addressee = home.map_or_else(|| names.addressee(voters[0], &people), |home| names.called(home, &people));
        let address = home.map(|home| names.address_of(home)).filter(|address| !address.is_empty());
        row([
            ("addressee", words(&addressee)),
            ("address", words(address.unwrap_or_else(|| names.address(voters[0], &people)))),
            ("first", Value::Count(voters[0].number).into()),
            ("members", Fact::List(voters.iter().map(member).collect())),
        ])
    };
    homes.into_iter().map(told).collect()
}

/// □ 出席, □ 委任: what each of a home may mark, as far as the rules of the meeting count it.
fn ways(known: &Known) -> String {
    let meeting = &known.meeting;
    let offered =
        [("attends", meeting.has(Part::Door)), ("gives", meeting.has(Part::Door) && meeting.rules.proxies.counts())];
    offered.into_iter().filter(|(_, is)| *is).map(|(name, _)| on_notice(name, &[])).collect::<Vec<_>>().join("\n")
}

/// 第1号　賛・否 for each item that is voted on, where slips in writing count; many by their number alone, some on a line.
fn marks(known: &Known) -> String {
    const MOST_LONG: usize = 6;
    const LONG_ON_A_LINE: usize = 2;
    const SHORT_ON_A_LINE: usize = 4;
    let is_asked = known.meeting.is_written || known.meeting.rules.written.counts();
    let voted = known.items.iter().zip(&known.labels).filter(|(item, _)| is_asked && item.is_voted_on());
    let voted: Vec<(&AgendaItem, &String)> = voted.collect();
    let is_short = voted.len() > MOST_LONG;
    let mark = |(item, label): &(&AgendaItem, &String)| {
        let name = match label.as_str() {
            "" => item.title.clone(),
            label if is_short => label.replace("議案", "").replace(['第', '号'], ""),
            label => label.replace("議案", ""),
        };
        on_notice("mark", &[("item", name)])
    };
    let marks: Vec<String> = voted.iter().map(mark).collect();
    let on_a_line = if is_short { SHORT_ON_A_LINE } else { LONG_ON_A_LINE };
    marks.chunks(on_a_line).map(|line| line.join("　")).collect::<Vec<_>>().join("\n")
}
