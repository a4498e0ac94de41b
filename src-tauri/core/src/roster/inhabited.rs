//! 人のいる世帯: which households there are on a day, and who lives in them. Who died or left is at home nowhere, though the
//! household's history goes on naming them.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::{Household, HouseholdId, HouseholdMember, PersonId};

/// The households that there are on a day: not closed, and not left by everybody who was ever written down for them. One
/// of which nobody was written down is there all the same. `is_here` tells who is in the roster on that day.
pub fn inhabited(
    households: &[Household],
    members: &[HouseholdMember],
    is_here: impl Fn(PersonId) -> bool,
    day: NaiveDate,
) -> HashSet<HouseholdId> {
    let mut is_lived_in: HashMap<HouseholdId, bool> = HashMap::new();
    for member in members {
        let lives = member.lives_here_on(day) && is_here(member.person_id);
        *is_lived_in.entry(member.household_id).or_insert(false) |= lives;
    }
    let is_open = |home: &&Household| home.closed_on.is_none_or(|closed| closed > day);
    let homes = households.iter().filter(is_open).map(|home| home.id);
    homes.filter(|id| is_lived_in.get(id).copied().unwrap_or(true)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::HouseholdMemberId;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn home(closed_on: Option<NaiveDate>) -> Household {
        let [name, postal, address, phone, note] = std::array::from_fn(|_| String::new());
        let (id, head_person_id, organisation_id, version) = (HouseholdId::new(), None, None, 1);
        Household { id, name, head_person_id, organisation_id, postal, address, phone, note, closed_on, version }
    }

    #[test]
    fn a_household_whose_people_died_or_left_is_there_no_more() {
        let [lived_in, left, moved_out, bare] = [(); 4].map(|()| home(None));
        let closed = home(Some(day("2025-04-01")));
        let [widow, dead] = [(); 2].map(|()| PersonId::new());
        let member = |home: &Household, person_id, to_on: &str| HouseholdMember {
            id: HouseholdMemberId::new(),
            household_id: home.id,
            person_id,
            relation: String::new(),
            from_on: None,
            to_on: to_on.parse().ok(),
        };
        let members = [
            member(&lived_in, dead, ""),
            member(&lived_in, widow, ""),
            member(&left, dead, ""),
            member(&moved_out, widow, "2020-03-31"),
        ];
        let ids = [lived_in.id, bare.id];
        let homes = [lived_in, left, moved_out, bare, closed];
        let there = inhabited(&homes, &members, |person| person == widow, day("2026-03-31"));
        assert_eq!(there, ids.into(), "the widow's, and the one of which nobody was written down");
    }
}
