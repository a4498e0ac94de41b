//! 表決権者の名簿 out of 名簿 as of a day: households, bodies with their delegates, or people, each once.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{Meeting, MeetingKind, VoteUnit, Voter};
use crate::roster::{
    Homes, HouseholdId, OrganisationId, OrganisationKind, Person, PersonId, Role, Tree, inhabited, order,
};

/// 名簿 on one day.
pub(super) struct Roster {
    pub people: Vec<Person>,
    pub roles: Vec<Role>,
    pub tree: Tree,
    pub homes: Homes,
    /// 会長名 of associations as written in their records: the one who heads a body may be in no roster.
    pub chairs: HashMap<OrganisationId, String>,
    pub day: NaiveDate,
}

/// The roll of a meeting: who may vote, numbered from 1.
pub(super) fn roll(roster: &Roster, meeting: &Meeting) -> Vec<Voter> {
    let mut voters = match (meeting.kind, meeting.rules.unit) {
        (MeetingKind::Board, _) => {
            roster.seats(meeting, |body| roster.is_council(body), |role| meeting.rules.votes_at_board(&role.title))
        }
        (MeetingKind::Committee, _) => roster.seats(meeting, |body| Some(body) == meeting.organisation_id, |_| true),
        (_, VoteUnit::Household) => roster.households(meeting),
        (_, VoteUnit::Body) => roster.bodies(meeting),
        (_, VoteUnit::Individual) => roster.everybody(meeting),
    };
    let president = roster.president();
    for (number, voter) in (1..).zip(&mut voters) {
        voter.number = number;
        voter.is_president = president.is_some_and(|person| roster.speaks_for(voter, person));
    }
    voters
}

impl Roster {
    fn is_here(&self) -> impl Fn(PersonId) -> bool {
        let here: HashSet<PersonId> = self.people.iter().filter(|p| p.is_counted_on(self.day)).map(|p| p.id).collect();
        move |person| here.contains(&person)
    }

    pub(super) fn is_council(&self, body: OrganisationId) -> bool {
        self.tree.body(body).is_some_and(|body| body.kind == OrganisationKind::Council)
    }

    /// Roles held on the day by people who are in the roster, the highest office first.
    pub(super) fn held(&self, of: impl Fn(OrganisationId) -> bool) -> Vec<&Role> {
        let is_here = self.is_here();
        let is_held = |role: &&Role| {
            of(role.organisation_id) && role.is_office() && role.is_held_on(self.day) && is_here(role.person_id)
        };
        let mut held: Vec<&Role> = self.roles.iter().filter(is_held).collect();
        held.sort_by_key(|role| (order::rank(&role.title), role.seat.is_none(), role.seat, role.id));
        held
    }

    /// Everybody who sits in some bodies with a vote, once, whatever offices they hold there.
    fn seats(
        &self,
        meeting: &Meeting,
        of: impl Fn(OrganisationId) -> bool,
        votes: impl Fn(&Role) -> bool,
    ) -> Vec<Voter> {
        let mut seen = HashSet::new();
        let once = self.held(of).into_iter().filter(|role| votes(role) && seen.insert(role.person_id));
        once.map(|role| Voter { person_id: Some(role.person_id), ..Voter::numbered(meeting.id, 0) }).collect()
    }

    /// The households that there are on the day, by where they stand in the tree of bodies.
    fn households(&self, meeting: &Meeting) -> Vec<Voter> {
        let there = inhabited(&self.homes.households, &self.homes.members, self.is_here(), self.day);
        let place: HashMap<OrganisationId, usize> =
            self.tree.in_order(self.day).iter().enumerate().map(|(at, (_, body))| (body.id, at)).collect();
        let mut homes: Vec<_> = self.homes.households.iter().filter(|home| there.contains(&home.id)).collect();
        homes.sort_by_key(|home| home.organisation_id.and_then(|id| place.get(&id).copied()).unwrap_or(usize::MAX));
        let voter = |home: &crate::roster::Household| Voter {
            household_id: Some(home.id),
            organisation_id: home.organisation_id,
            person_id: home.head_person_id,
            ..Voter::numbered(meeting.id, 0)
        };
        homes.into_iter().map(voter).collect()
    }

    /// Those who are here on the day and live in no household of the records, by reading.
    pub(super) fn homeless(&self) -> Vec<&Person> {
        let is_homeless = |person: &&Person| person.is_counted_on(self.day) && self.homes.home_of(person.id).is_none();
        let mut found: Vec<&Person> = self.people.iter().filter(is_homeless).collect();
        found.sort_by_cached_key(|person| order::reading_key(person));
        found
    }

    /// The bodies that make up the council, each with the one who heads it.
    fn bodies(&self, meeting: &Meeting) -> Vec<Voter> {
        let is_member = |kind| matches!(kind, OrganisationKind::Association | OrganisationKind::MemberBody);
        let mut delegates: HashMap<OrganisationId, PersonId> = HashMap::new();
        for role in self.held(|_| true) {
            delegates.entry(role.organisation_id).or_insert(role.person_id);
        }
        let bodies = self.tree.in_order(self.day).into_iter().filter(|(_, body)| is_member(body.kind));
        let voter = |(_, body): (usize, &crate::roster::Organisation)| Voter {
            organisation_id: Some(body.id),
            person_id: delegates.get(&body.id).copied(),
            ..Voter::numbered(meeting.id, 0)
        };
        bodies.map(voter).collect()
    }

    /// Everybody in the roster on the day, in the order of their readings.
    fn everybody(&self, meeting: &Meeting) -> Vec<Voter> {
        let mut people: Vec<&Person> = self.people.iter().filter(|person| person.is_counted_on(self.day)).collect();
        people.sort_by_cached_key(|person| order::reading_key(person));
        people.into_iter().map(|p| Voter { person_id: Some(p.id), ..Voter::numbered(meeting.id, 0) }).collect()
    }

    fn president(&self) -> Option<PersonId> {
        let of_council = self.held(|body| self.is_council(body));
        of_council.into_iter().find(|role| role.title == "会長").map(|role| role.person_id)
    }

    fn speaks_for(&self, voter: &Voter, person: PersonId) -> bool {
        let lives: Option<HouseholdId> = self.homes.home_of(person).map(|home| home.id);
        voter.person_id == Some(person) || (voter.household_id.is_some() && voter.household_id == lives)
    }

    /// The name of the one who votes; of a body that nobody of the roster heads, the name that was written for it.
    pub fn speaker(&self, voter: &Voter, people: &HashMap<PersonId, &Person>) -> String {
        let named = voter.person_id.and_then(|id| people.get(&id)).map(|person| person.name.full());
        let written =
            || voter.organisation_id.filter(|_| voter.household_id.is_none()).and_then(|id| self.chairs.get(&id));
        named.or_else(|| written().cloned()).unwrap_or_default()
    }

    /// What a voter is called, and what tells them from others.
    pub fn called(&self, voter: &Voter, people: &HashMap<PersonId, &Person>) -> (String, String) {
        let person = self.speaker(voter, people);
        match (voter.household_id, voter.organisation_id) {
            (Some(home), place) => {
                let home = self.homes.households.iter().find(|one| one.id == home);
                let place = place.map_or(String::new(), |id| self.tree.place_name(id, self.day));
                (home.map_or(person, |home| self.homes.label(home, people)), place)
            }
            (None, Some(body)) => (self.tree.name(body).to_owned(), person),
            (None, None) => (person, String::new()),
        }
    }

    /// Where a household or a person who votes lives. A body has no home.
    pub fn address<'a>(&'a self, voter: &Voter, people: &HashMap<PersonId, &'a Person>) -> &'a str {
        let home = |id| self.homes.households.iter().find(|home| home.id == id);
        let person = || voter.person_id.filter(|_| voter.organisation_id.is_none() && voter.household_id.is_none());
        if let Some(home) = voter.household_id.and_then(home) {
            return &home.address;
        }
        let own = person().and_then(|id| people.get(&id)).map_or("", |person| person.address.as_str());
        if own.is_empty() {
            person().and_then(|id| self.homes.home_of(id)).map_or(own, |home| &home.address)
        } else {
            own
        }
    }
}
