//! 新任・再任・留任: how somebody stands in an office in a year, from what was written down and from the terms before.

use super::{Appointment, Role};
use crate::calendar::FiscalYear;
use crate::text::search_key;

impl Role {
    /// How the holder stands in the office in a year. `all` are all roles ever held. 留任 in every year of a term after the one
    /// in which it began; else as the term began.
    pub fn appointment_in(&self, year: FiscalYear, all: &[Role]) -> Option<Appointment> {
        let goes_on = self.from_on.is_some_and(|from| from < year.first_day());
        if goes_on { Some(Appointment::Remaining) } else { self.began_as(all) }
    }

    /// How the term began: as it was written down; else 再任 for somebody who held the office before, and 新任 where all its
    /// seats of the eve are known and none was theirs. None where nobody can tell: what is not known is never stated.
    pub fn began_as(&self, all: &[Role]) -> Option<Appointment> {
        if self.appointment.is_some() {
            return self.appointment;
        }
        let from = self.from_on?;
        let eve = from.pred_opt()?;
        let title = search_key(&self.title);
        let office: Vec<&Role> = all
            .iter()
            .filter(|role| role.organisation_id == self.organisation_id && search_key(&role.title) == title)
            .collect();
        let is_earlier = |role: &&&Role| role.id != self.id && role.from_on.is_some_and(|earlier| earlier < from);
        if office.iter().filter(is_earlier).any(|role| role.person_id == self.person_id) {
            return Some(Appointment::Again);
        }
        let seats_on = |day| office.iter().filter(|role| role.is_held_on(day) && role.from_on.is_some()).count();
        (seats_on(eve) >= seats_on(from)).then_some(Appointment::New)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::{Organisation, OrganisationId, OrganisationKind, Person, PersonId, PersonName};

    fn somebody() -> PersonId {
        Person::named(PersonName::default()).id
    }

    fn held(who: PersonId, body: OrganisationId, from: &str, to: &str) -> Role {
        Role { from_on: from.parse().ok(), to_on: to.parse().ok(), ..Role::held(who, body, "会計") }
    }

    #[test]
    fn who_comes_new_comes_again_or_stays_is_told_by_the_terms_and_what_is_unknown_stays_open() {
        let body = Organisation::named(OrganisationKind::Council, "協議会").id;
        let [old, new] = [somebody(), somebody()];
        let all = [
            held(old, body, "2021-04-01", "2023-03-31"),
            held(old, body, "2023-04-01", "2025-03-31"),
            held(new, body, "2025-04-01", "2027-03-31"),
        ];
        let stands = |nth: usize, year: i32| all[nth].appointment_in(FiscalYear(year), &all);
        assert_eq!(stands(0, 2021), None, "who held it before the first record nobody knows");
        assert_eq!(stands(0, 2022), Some(Appointment::Remaining));
        assert_eq!((stands(1, 2023), stands(1, 2024)), (Some(Appointment::Again), Some(Appointment::Remaining)));
        assert_eq!((stands(2, 2025), stands(2, 2026)), (Some(Appointment::New), Some(Appointment::Remaining)));
        let written = Role { appointment: Some(Appointment::Again), ..all[2].clone() };
        assert_eq!(written.appointment_in(FiscalYear(2025), &all), Some(Appointment::Again), "what was typed counts");
    }

    #[test]
    fn a_seat_more_than_are_known_of_the_eve_is_not_called_new() {
        let body = Organisation::named(OrganisationKind::Council, "協議会").id;
        let [one, two, three] = [somebody(), somebody(), somebody()];
        let all = [
            held(one, body, "2023-04-01", "2025-03-31"),
            held(two, body, "2025-04-01", "2027-03-31"),
            held(three, body, "2025-04-01", "2027-03-31"),
        ];
        assert_eq!(all[1].appointment_in(FiscalYear(2025), &all), None);
        let open = Role { from_on: None, ..all[1].clone() };
        assert_eq!(open.appointment_in(FiscalYear(2025), &all), None, "without a first day nothing is told");
    }
}
