//! Households as they were on one day, found by who lives there.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Household, HouseholdId, HouseholdMember, Person, PersonId};

/// Households with those who live there on a day.
pub struct Homes {
    /// All of them, in their order.
    pub households: Vec<Household>,
    /// Everybody who ever lived in one.
    pub members: Vec<HouseholdMember>,
    /// Members who live in each household on the day, by their place in `members`.
    living: HashMap<HouseholdId, Vec<usize>>,
    /// Where everybody lives: places in `households` and `members`.
    home_of: HashMap<PersonId, (usize, usize)>,
    day: NaiveDate,
}

impl Homes {
    /// Those of `members` count who live on the day in one of these households.
    pub fn on(day: NaiveDate, households: Vec<Household>, members: Vec<HouseholdMember>) -> Homes {
        let place: HashMap<HouseholdId, usize> =
            households.iter().enumerate().map(|(at, home)| (home.id, at)).collect();
        let mut living: HashMap<HouseholdId, Vec<usize>> = HashMap::new();
        let mut home_of = HashMap::new();
        for (at, member) in members.iter().enumerate().filter(|(_, member)| member.lives_here_on(day)) {
            if let Some(home) = place.get(&member.household_id) {
                living.entry(member.household_id).or_default().push(at);
                home_of.insert(member.person_id, (*home, at));
            }
        }
        Homes { households, members, living, home_of, day }
    }

    /// Who lives in a household on the day, in the order of entry.
    pub fn living_in(&self, id: HouseholdId) -> impl Iterator<Item = &HouseholdMember> {
        self.living.get(&id).into_iter().flatten().map(|at| &self.members[*at])
    }

    /// The household of a person on the day.
    pub fn home_of(&self, person: PersonId) -> Option<&Household> {
        self.place_of(person).map(|at| &self.households[at])
    }

    /// The place of a person's household among all.
    pub fn place_of(&self, person: PersonId) -> Option<usize> {
        self.home_of.get(&person).map(|(home, _)| *home)
    }

    /// How a person is related to the head of their household.
    pub fn relation_of(&self, person: PersonId) -> &str {
        self.home_of.get(&person).map_or("", |(_, member)| self.members[*member].relation.as_str())
    }

    /// Those of `people` who live in a household, the head first.
    pub fn residents<'a>(&self, home: &Household, people: &HashMap<PersonId, &'a Person>) -> Vec<&'a Person> {
        let mut residents: Vec<&Person> =
            self.living_in(home.id).filter_map(|member| people.get(&member.person_id).copied()).collect();
        residents.sort_by_key(|person| Some(person.id) != home.head_person_id);
        residents
    }

    /// What a household is called: its own name, else that of its head, else of the first who lives there. Those who are in
    /// the roster on the day come first; a household of which nobody is, or that everybody left, keeps the name of who was.
    pub fn label(&self, home: &Household, people: &HashMap<PersonId, &Person>) -> String {
        let ids = home.head_person_id.into_iter().chain(self.living_in(home.id).map(|member| member.person_id));
        let members: Vec<&Person> = ids.filter_map(|id| people.get(&id).copied()).collect();
        let counted: Vec<&Person> = members.iter().copied().filter(|p| p.is_counted_on(self.day)).collect();
        let label = home.label(if counted.is_empty() { &members } else { &counted });
        if label.is_empty() { self.last_to_live_in(home, people).unwrap_or(label) } else { label }
    }

    fn last_to_live_in(&self, home: &Household, people: &HashMap<PersonId, &Person>) -> Option<String> {
        let lived = self.members.iter().filter(|member| member.household_id == home.id);
        let last = lived.max_by_key(|member| member.to_on)?;
        people.get(&last.person_id).map(|person| person.name.full())
    }
}

/// People by key.
pub fn by_id(people: &[Person]) -> HashMap<PersonId, &Person> {
    people.iter().map(|person| (person.id, person)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::{HouseholdMemberId, PersonName};

    #[test]
    fn a_household_that_everybody_left_keeps_the_name_of_the_last() {
        let person = |given: &str| {
            let name = PersonName { family: "岡".into(), given: given.into(), ..PersonName::default() };
            Person::named(name)
        };
        let people = [person("一"), person("二")];
        let home = Household {
            id: HouseholdId::new(),
            name: String::new(),
            head_person_id: None,
            organisation_id: None,
            postal: String::new(),
            address: String::new(),
            phone: String::new(),
            note: String::new(),
            closed_on: None,
            version: 1,
        };
        let lived = |who: &Person, to: &str| HouseholdMember {
            id: HouseholdMemberId::new(),
            household_id: home.id,
            person_id: who.id,
            relation: String::new(),
            from_on: None,
            to_on: to.parse().ok(),
        };
        let members = vec![lived(&people[0], "2025-03-31"), lived(&people[1], "2026-01-31")];
        let label = |day: &str| {
            let homes = Homes::on(day.parse().unwrap(), vec![home.clone()], members.clone());
            homes.label(&home, &by_id(&people))
        };
        assert_eq!([label("2025-03-01"), label("2025-12-01"), label("2026-03-14")], ["岡　一", "岡　二", "岡　二"]);
    }
}
