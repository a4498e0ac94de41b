//! Households as they were on one day, found by who lives there.

use std::collections::HashMap;

use chrono::NaiveDate;
use office::file::View;
use office::roster::{Household, HouseholdId, HouseholdMember, Person, PersonId, store};

use crate::Result;

/// All households with those who live there on a day.
pub(crate) struct Homes {
    pub(crate) households: Vec<Household>,
    pub(crate) members: Vec<HouseholdMember>,
    /// Members who live in each household on the day, by their place in `members`.
    living: HashMap<HouseholdId, Vec<usize>>,
}

impl Homes {
    pub(crate) fn load(view: &View, day: NaiveDate) -> Result<Homes> {
        let (households, members) = (store::households(view)?, store::household_members(view)?);
        let mut living: HashMap<HouseholdId, Vec<usize>> = HashMap::new();
        for (at, member) in members.iter().enumerate().filter(|(_, m)| m.lives_here_on(day)) {
            living.entry(member.household_id).or_default().push(at);
        }
        Ok(Homes { households, members, living })
    }

    /// Who lives in a household on the day, in the order of entry.
    pub(crate) fn living_in(&self, id: HouseholdId) -> impl Iterator<Item = &HouseholdMember> {
        self.living.get(&id).into_iter().flatten().map(|at| &self.members[*at])
    }

    /// The household of each person on the day.
    pub(crate) fn by_person(&self) -> HashMap<PersonId, &Household> {
        self.households.iter().flat_map(|home| self.living_in(home.id).map(move |m| (m.person_id, home))).collect()
    }

    /// What a household is called: its own name, else that of its head, else of the first who lives there.
    pub(crate) fn label(&self, home: &Household, people: &HashMap<PersonId, &Person>) -> String {
        let ids = home.head_person_id.into_iter().chain(self.living_in(home.id).map(|m| m.person_id));
        home.label(&ids.filter_map(|id| people.get(&id).copied()).collect::<Vec<_>>())
    }
}

/// People by key.
pub(crate) fn by_id(people: &[Person]) -> HashMap<PersonId, &Person> {
    people.iter().map(|p| (p.id, p)).collect()
}
