//! Households of a year and where they stand: who lives together, in which association and block.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;

use crate::lists::Group;
use crate::roster::{
    self, Household, HouseholdId, HouseholdMember, Organisation, OrganisationId, OrganisationKind, Person, PersonId,
    Tree,
};
use crate::{FiscalYear, Result};

/// The households that there are on a day, with those who live in them.
pub(super) struct Homes {
    pub all: Vec<Household>,
    members: HashMap<HouseholdId, Vec<HouseholdMember>>,
    of_person: HashMap<PersonId, (usize, String)>,
    tree: Tree,
    day: NaiveDate,
}

impl Homes {
    pub(super) fn load(conn: &Connection, year: FiscalYear) -> Result<Homes> {
        let day = year.last_day();
        let mut all = roster::store::households(conn)?;
        all.retain(|home| home.closed_on.is_none_or(|closed| closed > day));
        let place: HashMap<HouseholdId, usize> = all.iter().enumerate().map(|(nth, home)| (home.id, nth)).collect();
        let mut homes =
            Homes { all, members: HashMap::new(), of_person: HashMap::new(), tree: roster::store::tree(conn)?, day };
        for member in roster::store::household_members(conn)?.into_iter().filter(|member| member.lives_here_on(day)) {
            if let Some(nth) = place.get(&member.household_id) {
                homes.of_person.insert(member.person_id, (*nth, member.relation.clone()));
                homes.members.entry(member.household_id).or_default().push(member);
            }
        }
        Ok(homes)
    }

    /// The household of a person and how they are related to its head.
    pub(super) fn of(&self, person: PersonId) -> Option<(&Household, &str)> {
        self.of_person.get(&person).map(|(nth, relation)| (&self.all[*nth], relation.as_str()))
    }

    /// The place of a person's household among all.
    pub(super) fn place(&self, person: PersonId) -> i64 {
        self.of_person.get(&person).map_or(i64::MAX, |(nth, _)| *nth as i64)
    }

    /// Those who live in a household, the head first.
    pub(super) fn living<'a>(&self, home: &Household, people: &HashMap<PersonId, &'a Person>) -> Vec<&'a Person> {
        let members = self.members.get(&home.id).map_or([].as_slice(), Vec::as_slice);
        let mut living: Vec<&Person> =
            members.iter().filter_map(|member| people.get(&member.person_id).copied()).collect();
        living.sort_by_key(|person| Some(person.id) != home.head_person_id);
        living
    }

    /// What a household calls itself; its head's name where it has none.
    pub(super) fn label(&self, home: &Household, people: &HashMap<PersonId, &Person>) -> String {
        home.label(&self.living(home, people))
    }

    /// The body of a kind that a household or a seat stands in.
    pub(super) fn above(&self, body: Option<OrganisationId>, kind: OrganisationKind) -> Option<&Organisation> {
        self.tree.up_from(body?, self.day).into_iter().find(|body| body.kind == kind)
    }

    /// The place of a household among its association's blocks.
    pub(super) fn rank(&self, body: Option<OrganisationId>) -> i64 {
        let position = |kind| self.above(body, kind).map_or(i64::from(i32::MAX), |body| body.position);
        position(OrganisationKind::Association) * i64::from(i32::MAX) + position(OrganisationKind::Block)
    }

    /// The group of a household's association or block.
    pub(super) fn groups(&self, body: Option<OrganisationId>, kind: OrganisationKind) -> Vec<Group> {
        let group = |found: &Organisation| {
            let association = self.above(body, OrganisationKind::Association);
            let label = match association.filter(|above| above.id != found.id) {
                Some(above) => format!("{}　{}", above.name, found.name),
                None => found.name.clone(),
            };
            Group { rank: self.rank(Some(found.id)), label, within: 0, cells: Vec::new() }
        };
        self.above(body, kind).map(group).into_iter().collect()
    }
}
