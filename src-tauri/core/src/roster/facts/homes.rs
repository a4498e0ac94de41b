//! Who lives where on a day.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::Result;
use crate::roster::{Household, HouseholdId, Person, PersonId, inhabited, store};

/// The households that there are on a day.
pub(super) fn households_of(conn: &Connection, day: NaiveDate, people: &[Person]) -> Result<Vec<Household>> {
    let (mut households, members) = (store::households(conn)?, store::household_members(conn)?);
    let here: HashMap<PersonId, &Person> = people.iter().filter(|p| p.is_counted_on(day)).map(|p| (p.id, p)).collect();
    let there = inhabited(&households, &members, |id| here.contains_key(&id), day);
    households.retain(|home| there.contains(&home.id));
    Ok(households)
}

/// Where everybody lives on a day, and what those households are called.
pub(super) type Homes<'a> = (HashMap<PersonId, &'a Household>, HashMap<HouseholdId, String>);

pub(super) fn homes<'a>(
    conn: &Connection,
    day: NaiveDate,
    people: &[Person],
    households: &'a [Household],
) -> Result<Homes<'a>> {
    let by_id: HashMap<HouseholdId, &Household> = households.iter().map(|h| (h.id, h)).collect();
    // Who died or left gives a household its name no more.
    let people: HashMap<PersonId, &Person> =
        people.iter().filter(|p| p.is_counted_on(day)).map(|p| (p.id, p)).collect();
    let mut living: HashMap<HouseholdId, Vec<&Person>> = HashMap::new();
    let mut homes = HashMap::new();
    for member in store::household_members(conn)?.into_iter().filter(|m| m.lives_here_on(day)) {
        let Some((home, person)) = by_id.get(&member.household_id).zip(people.get(&member.person_id)) else { continue };
        living.entry(home.id).or_default().push(person);
        homes.insert(person.id, *home);
    }
    let called = living.iter().filter_map(|(id, living)| Some((*id, by_id.get(id)?.label(living)))).collect();
    Ok((homes, called))
}
