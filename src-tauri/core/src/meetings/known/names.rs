//! What the voters of a meeting are called, and where they live.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::Known;
use crate::calendar::FiscalYear;
use crate::meetings::roll::Roster;
use crate::meetings::{Meeting, Seating, Standing, Voter};
use crate::roster::{Homes, HouseholdId, Person, PersonId, Role, by_id};
use crate::{Result, enrolment, roster};

/// What voters are called on the day as of which the roll was taken.
pub struct Names {
    roster: Roster,
}

impl Names {
    /// Of a meeting.
    pub fn load(conn: &Connection, meeting: &Meeting) -> Result<Names> {
        Ok(Names { roster: roster_on(conn, meeting.voters_on.unwrap_or(meeting.held_on))? })
    }

    /// People by key, once for all voters.
    pub fn people(&self) -> HashMap<PersonId, &Person> {
        by_id(&self.roster.people)
    }

    /// 役員 of the council, the highest office first, each once: who, their office and their name.
    pub fn officers(&self) -> Vec<(PersonId, String, String)> {
        let people = self.people();
        let mut seen = HashSet::new();
        let told = |role: &Role| (role.person_id, role.title.clone(), self.name(role.person_id, &people));
        let held = self.roster.held(|body| self.roster.is_council(body)).into_iter();
        held.filter(|role| seen.insert(role.person_id)).map(told).collect()
    }

    /// Those who sit in front and not among the others: 役員, at a general meeting that has it so.
    pub fn in_front(&self, meeting: &Meeting, seating: Option<&Seating>) -> HashSet<PersonId> {
        let is_so = meeting.kind.is_general() && seating.is_some_and(|seating| seating.officers_in_front);
        let officers = if is_so { self.officers() } else { Vec::new() };
        officers.into_iter().map(|(person, ..)| person).collect()
    }

    /// Who is there for a voter: the deputy, or the person who votes.
    pub fn comes(&self, voter: &Voter) -> String {
        let is_deputy = voter.standing == Standing::Deputy;
        if is_deputy { voter.deputy.clone() } else { self.roster.speaker(voter, &self.people()) }
    }

    /// The one who comes and the body they come for, as a name tag has them.
    pub fn on_tag(&self, voter: &Voter, people: &HashMap<PersonId, &Person>) -> (String, String) {
        let (name, detail) = self.of(voter, people);
        if voter.household_id.is_none() && voter.organisation_id.is_some() { (detail, name) } else { (name, detail) }
    }

    /// Where a household or a person who votes lives; empty for a body.
    pub fn address<'a>(&'a self, voter: &Voter, people: &HashMap<PersonId, &'a Person>) -> &'a str {
        self.roster.address(voter, people)
    }

    /// Those who have no vote only because they live in no household of the records.
    pub(super) fn homeless(&self, known: &Known) -> Vec<String> {
        let voting: HashSet<PersonId> = known.voters.iter().filter_map(|voter| voter.person_id).collect();
        let homeless = self.roster.homeless().into_iter().filter(|person| !voting.contains(&person.id));
        homeless.map(|person| person.name.full()).collect()
    }

    /// The home of a person who votes.
    pub fn home(&self, voter: &Voter) -> Option<HouseholdId> {
        voter.person_id.and_then(|person| self.roster.homes.home_of(person)).map(|home| home.id)
    }

    /// The home's own address; one of those who live there may have written down another.
    pub fn address_of(&self, home: HouseholdId) -> &str {
        let home = self.roster.homes.households.iter().find(|one| one.id == home);
        home.map_or("", |home| &home.address)
    }

    /// What a home is called on the day.
    pub fn called(&self, home: HouseholdId, people: &HashMap<PersonId, &Person>) -> String {
        let home = self.roster.homes.households.iter().find(|one| one.id == home);
        home.map_or(String::new(), |home| self.roster.homes.label(home, people))
    }

    /// As a letter is addressed: the body and who speaks for it, a household or a person by its name.
    pub fn addressee(&self, voter: &Voter, people: &HashMap<PersonId, &Person>) -> String {
        let (name, body) = self.on_tag(voter, people);
        let is_body = voter.household_id.is_none() && voter.organisation_id.is_some();
        if is_body { joined([body, name]) } else { name }
    }

    fn name(&self, person: PersonId, people: &HashMap<PersonId, &Person>) -> String {
        people.get(&person).map_or(String::new(), |person| person.name.full())
    }

    /// What a voter is called, and what tells them from others: the delegate of a body, where a household lives.
    pub fn of(&self, voter: &Voter, people: &HashMap<PersonId, &Person>) -> (String, String) {
        self.roster.called(voter, people)
    }
}

/// Words one after the other, what is empty left out.
pub fn joined(parts: [String; 2]) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("　")
}

/// 名簿 as it was on a day.
pub(in crate::meetings) fn roster_on(conn: &Connection, day: NaiveDate) -> Result<Roster> {
    let homes = Homes::on(day, roster::store::households(conn)?, roster::store::household_members(conn)?);
    let (people, roles) = (roster::store::people(conn)?, roster::store::roles(conn)?);
    let chairs = enrolment::known::chairs_until(conn, FiscalYear::city_of(day))?;
    Ok(Roster { people, roles, tree: roster::store::tree(conn)?, homes, chairs, day })
}
