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
    day: NaiveDate,
}

impl Homes {
    pub(crate) fn load(view: &View, day: NaiveDate) -> Result<Homes> {
        Ok(Homes { households: store::households(view)?, members: store::household_members(view)?, day })
    }

    /// Who lives in each household on the day, in the order of entry.
    pub(crate) fn living(&self) -> HashMap<HouseholdId, Vec<&HouseholdMember>> {
        let mut living: HashMap<HouseholdId, Vec<&HouseholdMember>> = HashMap::new();
        for member in self.members.iter().filter(|m| m.lives_here_on(self.day)) {
            living.entry(member.household_id).or_default().push(member);
        }
        living
    }

    /// The household of each person on the day.
    pub(crate) fn by_person(&self) -> HashMap<PersonId, &Household> {
        let by_id: HashMap<HouseholdId, &Household> = self.households.iter().map(|h| (h.id, h)).collect();
        let at_home = self.members.iter().filter(|m| m.lives_here_on(self.day));
        at_home.filter_map(|m| Some((m.person_id, *by_id.get(&m.household_id)?))).collect()
    }

    /// What a household is called: its own name, else that of its head, else of the first who lives there.
    pub(crate) fn label(&self, home: &Household, people: &HashMap<PersonId, &Person>) -> String {
        let here = self.members.iter().filter(|m| m.household_id == home.id && m.lives_here_on(self.day));
        let ids = home.head_person_id.into_iter().chain(here.map(|m| m.person_id));
        home.label(&ids.filter_map(|id| people.get(&id).copied()).collect::<Vec<_>>())
    }
}

/// People by key.
pub(crate) fn by_id(people: &[Person]) -> HashMap<PersonId, &Person> {
    people.iter().map(|p| (p.id, p)).collect()
}
