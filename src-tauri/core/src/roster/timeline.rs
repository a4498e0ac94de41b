//! 経歴: one line of time per person, of all that the records say about them.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::store::FormerAddress;
use super::{Appointment, Household, HouseholdMember, Person, Role, Tree};

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// 入会・転入・復会
    Joined,
    /// 転居
    Moved,
    /// 世帯に入る
    MovedIn,
    /// 世帯を出る
    MovedOut,
    /// 就任
    RoleBegan,
    /// 退任
    RoleEnded,
    /// 退会・転出・死亡・休会
    Left,
}

/// One event. `what` is the body, household or address; `how` the office, relation or reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Happened {
    /// When; none when it is not known and came before all that is.
    pub on: Option<NaiveDate>,
    /// What happened.
    pub event: Event,
    /// Body, household or address.
    pub what: String,
    /// Office, relation or reason.
    pub how: String,
    /// 新任・再任・留任
    pub appointment: Option<Appointment>,
}

/// What is known about a person, as loaded.
#[derive(Debug)]
pub struct Known<'a> {
    /// The person.
    pub person: &'a Person,
    /// Their roles.
    pub roles: &'a [Role],
    /// All bodies.
    pub tree: &'a Tree,
    /// Their times in households, with the household and what it is called.
    pub homes: &'a [(HouseholdMember, Household, String)],
    /// Their former addresses, oldest first.
    pub addresses: &'a [FormerAddress],
}

/// Everything in order, newest first; what has no day comes last.
pub fn timeline(known: &Known) -> Vec<Happened> {
    let mut all: Vec<Happened> = stays(known.person);
    all.extend(known.roles.iter().flat_map(|role| of_role(role, known.tree)));
    all.extend(known.homes.iter().flat_map(of_home));
    all.extend(moves(known.person, known.addresses));
    all.sort_by_key(|happened| std::cmp::Reverse((happened.on, happened.event)));
    all
}

fn happened(on: Option<NaiveDate>, event: Event, what: &str, how: &str) -> Happened {
    Happened { on, event, what: what.to_owned(), how: how.to_owned(), appointment: None }
}

fn stays(person: &Person) -> Vec<Happened> {
    let of_stay = |stay: super::Stay| {
        let joined = stay.joined_on.map(|on| happened(Some(on), Event::Joined, "", &stay.joined_reason));
        let left = stay.left_on.map(|on| happened(Some(on), Event::Left, "", &stay.left_reason));
        joined.into_iter().chain(left)
    };
    person.stays().into_iter().flat_map(of_stay).collect()
}

fn of_role(role: &Role, tree: &Tree) -> Vec<Happened> {
    let body = tree.name(role.organisation_id);
    let began =
        Happened { appointment: role.appointment, ..happened(role.from_on, Event::RoleBegan, body, &role.title) };
    let ended = role.to_on.map(|on| happened(Some(on), Event::RoleEnded, body, &role.title));
    [began].into_iter().chain(ended).collect()
}

fn of_home((member, _, name): &(HouseholdMember, Household, String)) -> Vec<Happened> {
    let moved_in = happened(member.from_on, Event::MovedIn, name, &member.relation);
    let moved_out = member.to_on.map(|on| happened(Some(on), Event::MovedOut, name, &member.relation));
    [moved_in].into_iter().chain(moved_out).collect()
}

/// Each move with where it led; `how` is where it came from.
fn moves(person: &Person, former: &[FormerAddress]) -> Vec<Happened> {
    let next = former.iter().skip(1).map(|f| f.address.as_str()).chain([person.address.as_str()]);
    former.iter().zip(next).map(|(from, to)| happened(Some(from.moved_on), Event::Moved, to, &from.address)).collect()
}
