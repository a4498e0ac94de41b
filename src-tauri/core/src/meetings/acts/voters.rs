//! One voter more on the roll, or one less: somebody died, moved or joined between the notice and the day.

use rusqlite::Connection;

use super::not_voted_on;
use crate::file::Tx;
use crate::meetings::known::roster_on;
use crate::meetings::{Known, Meeting, MeetingId, Names, VoteUnit, Voter, listed, store};
use crate::roster::{OrganisationId, PersonId};
use crate::{Error, Result};

/// Who is put on the roll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewVoter {
    /// A person, or the household of one where households vote.
    Person(PersonId),
    /// A body, with the one who heads it.
    Body(OrganisationId),
    /// A number alone.
    Number,
}

/// Puts one voter at the end of the roll; the numbers of the others stay. Refused once something was voted on.
pub fn add_voter(tx: &Tx, id: MeetingId, new: NewVoter) -> Result<i64> {
    let known = Known::load(tx, id)?;
    not_voted_on(&known)?;
    if known.voters.is_empty() {
        return Err(Error::refused("meetings.no_roll").with("meeting", &known.title));
    }
    let number = 1 + known.voters.iter().map(|voter| voter.number).max().unwrap_or_default();
    let voter = Voter { number, ..voter(tx, &known.meeting, new)? };
    let is_same = |one: &&Voter| match (voter.household_id, voter.organisation_id, voter.person_id) {
        (Some(home), ..) => one.household_id == Some(home),
        (None, Some(body), _) => one.household_id.is_none() && one.organisation_id == Some(body),
        (None, None, Some(person)) => one.organisation_id.is_none() && one.person_id == Some(person),
        (None, None, None) => false,
    };
    if let Some(there) = known.voters.iter().find(is_same) {
        return Err(Error::refused("meetings.voter_twice").with("field", "voter").with("number", there.number));
    }
    store::insert_voter(tx, &voter)?;
    store::set_opened(tx, id, None)?;
    tx.say("meeting", &known.title);
    tx.say("number", number);
    tx.say("total", known.voters.len() + 1);
    Ok(number)
}

fn voter(conn: &Connection, meeting: &Meeting, new: NewVoter) -> Result<Voter> {
    let roster = roster_on(conn, meeting.voters_on.unwrap_or(meeting.held_on))?;
    let fresh = Voter::numbered(meeting.id, 0);
    Ok(match new {
        NewVoter::Number => fresh,
        NewVoter::Body(body) => {
            let head = roster.held(|one| one == body).first().map(|role| role.person_id);
            Voter { organisation_id: Some(body), person_id: head, ..fresh }
        }
        NewVoter::Person(person) => {
            let counts_homes = meeting.kind.is_general() && meeting.rules.unit == VoteUnit::Household;
            match roster.homes.home_of(person).filter(|_| counts_homes) {
                Some(home) => Voter {
                    household_id: Some(home.id),
                    organisation_id: home.organisation_id,
                    person_id: home.head_person_id,
                    ..fresh
                },
                None => Voter { person_id: Some(person), ..fresh },
            }
        }
    })
}

/// Takes one voter off the roll, with the marks of the slip; the numbers of the others stay. Refused for one who holds the
/// proxies of others, and once something was voted on.
pub fn remove_voter(tx: &Tx, id: MeetingId, number: i64) -> Result<()> {
    let known = Known::load(tx, id)?;
    not_voted_on(&known)?;
    let gone = known.voters.iter().find(|voter| voter.number == number).ok_or_else(|| {
        let strange = Error::refused("meetings.no_such_number").with("field", "numbers");
        strange.with("numbers", number).with("total", known.voters.len())
    })?;
    let given = known.voters.iter().filter(|voter| voter.holder_id == Some(gone.id)).map(|voter| voter.number);
    let given: Vec<i64> = given.collect();
    if !given.is_empty() {
        let refused = Error::refused("meetings.voter_holds").with("field", "numbers").with("number", number);
        return Err(refused.with("numbers", listed(&given)));
    }
    let names = Names::load(tx, &known.meeting)?;
    let name = names.of(gone, &names.people()).0;
    store::delete_voter(tx, gone.id)?;
    store::set_opened(tx, id, None)?;
    tx.say("meeting", &known.title);
    tx.say("number", number);
    tx.say("name", name);
    tx.say("total", known.voters.len() - 1);
    Ok(())
}
