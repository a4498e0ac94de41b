//! 組織図: who sits where, of the roster alone. Names that were only typed elsewhere never stand on it.

use std::collections::HashSet;

use paper::Value;

use super::Roster;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::roster::{Organisation, OrganisationKind, Person, PersonId, Role, Side};

/// A seat and who holds it.
type Seat<'a> = (&'a Role, &'a Person, &'a Organisation);

/// States `roster.board` with those beside it, and `roster.committees`. `seats` are the officers in their order.
pub(super) fn state(facts: &mut Facts, roster: &Roster, seats: &[Seat]) {
    let lists = [
        ("roster.board", Side::Board),
        ("roster.board_auditors", Side::Auditors),
        ("roster.advisers", Side::Advisers),
        ("roster.secretariat", Side::Secretariat),
    ];
    for (list, asked) in lists {
        let of_council = seats
            .iter()
            .filter(|(role, _, body)| body.kind == OrganisationKind::Council && Side::of(&role.title) == asked);
        facts.state_list(list, of_council.map(seat_row).collect());
    }
    let bodies = roster.tree.in_order(roster.day).into_iter().map(|(_, body)| body);
    let committees = bodies.filter(|body| body.kind == OrganisationKind::Committee);
    facts.state_list("roster.committees", committees.map(|body| committee_row(roster, seats, body)).collect());
}

fn seat_row((role, person, _): &Seat) -> FactRow {
    row([("office", words(&role.title)), ("name", words(&person.name.full()))])
}

/// A 部会: who leads it, and how many belong to it, leaders among them, where more are written down than those who lead it.
fn committee_row(roster: &Roster, seats: &[Seat], body: &Organisation) -> FactRow {
    let own: Vec<&Seat> = seats.iter().filter(|(_, _, of)| of.id == body.id).collect();
    let leading: HashSet<PersonId> = own.iter().map(|(_, person, _)| person.id).collect();
    let day = roster.day;
    let held = roster.roles.values().flatten().filter(|role| role.organisation_id == body.id && role.is_held_on(day));
    let here: HashSet<PersonId> = roster.people.iter().map(|person| person.id).collect();
    let all: HashSet<PersonId> = held.map(|role| role.person_id).filter(|id| here.contains(id)).collect();
    let members = if all.len() > leading.len() {
        Value::text(format!("部会員 合わせて{}人", all.len()))
    } else {
        Value::Blank
    };
    row([
        ("name", words(&body.name)),
        ("seats", Fact::List(own.into_iter().map(seat_row).collect())),
        ("members", members.into()),
    ])
}
