//! 世帯: people under one roof, with a head and one address. Somebody who moves out stays in the household's history.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{OrganisationId, Person, PersonId, Tree};
use crate::id::Id;
use crate::text::{address_key, complete_address, search_key};

/// Key of a household.
pub type HouseholdId = Id<Household>;
/// Key of somebody's time in a household.
pub type HouseholdMemberId = Id<HouseholdMember>;

/// 世帯
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Household {
    /// Key.
    #[ts(type = "string")]
    pub id: HouseholdId,
    /// 世帯名 for labels; empty takes the head's name.
    pub name: String,
    /// 世帯主
    #[ts(type = "string | null")]
    pub head_person_id: Option<PersonId>,
    /// 自治会 or 班
    #[ts(type = "string | null")]
    pub organisation_id: Option<OrganisationId>,
    /// 郵便番号, NNN-NNNN
    pub postal: String,
    /// 住所, shared by all who live here.
    pub address: String,
    /// 電話
    pub phone: String,
    /// 備考
    pub note: String,
    /// The day from which the household is no more.
    pub closed_on: Option<NaiveDate>,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

/// 世帯員: somebody's time in a household.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HouseholdMember {
    /// Key.
    #[ts(type = "string")]
    pub id: HouseholdMemberId,
    /// Which household.
    #[ts(type = "string")]
    pub household_id: HouseholdId,
    /// Who.
    #[ts(type = "string")]
    pub person_id: PersonId,
    /// 続柄 as written: 世帯主, 妻, 長男 …
    pub relation: String,
    /// First day; none when it is not known.
    pub from_on: Option<NaiveDate>,
    /// Last day; none while it lasts.
    pub to_on: Option<NaiveDate>,
}

impl HouseholdMember {
    /// True for somebody who lives there on that day.
    pub fn lives_here_on(&self, day: NaiveDate) -> bool {
        self.from_on.is_none_or(|from| from <= day) && self.to_on.is_none_or(|to| to >= day)
    }
}

impl Household {
    /// What a label or a list calls it: its own name, else the head's, else that of the first who lives there.
    pub fn label(&self, living: &[&Person]) -> String {
        let head = living.iter().find(|p| Some(p.id) == self.head_person_id).or(living.first());
        match (self.name.is_empty(), head) {
            (false, _) => self.name.clone(),
            (true, Some(person)) => person.name.full(),
            (true, None) => String::new(),
        }
    }
}

/// People who may be one household: one address and one family name, the eldest first. Somebody alone is suggested too;
/// nobody without an address is.
pub fn suggest_households<'a>(people: &[&'a Person], city: &str) -> Vec<Vec<&'a Person>> {
    let mut families: BTreeMap<(String, String), Vec<&Person>> = BTreeMap::new();
    for person in people.iter().filter(|p| !p.address.is_empty()) {
        let home = address_key(&complete_address(&person.address, city));
        families.entry((home, search_key(&person.name.family))).or_default().push(person);
    }
    let mut families: Vec<_> = families.into_values().collect();
    for family in &mut families {
        family.sort_by_key(|p| (p.birth_on.is_none(), p.birth_on, p.id));
    }
    families
}

/// The associations and blocks in which a family may live, as the seats of its people say it. What the head's seats say counts
/// before what the others' say; a block counts before the association around it. One is clear, several must be asked about.
pub fn places_of(
    family: &[&Person],
    seats: &HashMap<PersonId, Vec<OrganisationId>>,
    tree: &Tree,
    day: NaiveDate,
) -> Vec<OrganisationId> {
    let places = |people: &[&Person]| {
        let all: BTreeSet<OrganisationId> = people.iter().filter_map(|p| seats.get(&p.id)).flatten().copied().collect();
        let holds_another =
            |one: OrganisationId| all.iter().any(|other| *other != one && tree.is_within(*other, one, day));
        let is_place = |one: &OrganisationId| tree.body(*one).is_some_and(|body| body.kind.is_place());
        all.iter().copied().filter(|one| is_place(one) && !holds_another(*one)).collect::<Vec<_>>()
    };
    let of_head = family.first().map_or_else(Vec::new, |head| places(&[head]));
    if of_head.len() == 1 { of_head } else { places(family) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roster::{Organisation, OrganisationKind, PersonName};

    #[test]
    fn one_address_and_one_family_name_make_a_household() {
        let person = |family: &str, given: &str, address: &str, birth: &str| {
            let name = PersonName { family: family.into(), given: given.into(), ..PersonName::default() };
            Person { address: address.into(), birth_on: birth.parse().ok(), ..Person::named(name) }
        };
        let people = [
            person("髙橋", "次郎", "桜町1-2", "1980-01-01"),
            person("高橋", "太郎", "高松市桜町1番2号", "1950-01-01"),
            person("岡", "花子", "桜町1-2", ""),
            person("林", "某", "", ""),
        ];
        let found = suggest_households(&people.iter().collect::<Vec<_>>(), "高松市");
        let mut names: Vec<Vec<&str>> =
            found.iter().map(|f| f.iter().map(|p| p.name.given.as_str()).collect()).collect();
        names.sort();
        assert_eq!(names, [vec!["太郎", "次郎"], vec!["花子"]], "the eldest first; nobody without an address");
    }

    #[test]
    fn a_family_lives_where_its_seats_say_and_what_is_unclear_is_left_to_be_asked() {
        let body = |kind, name: &str, parent_id| Organisation { parent_id, ..Organisation::named(kind, name) };
        let east = body(OrganisationKind::Association, "東自治会", None);
        let block = body(OrganisationKind::Block, "一班", Some(east.id));
        let west = body(OrganisationKind::Association, "西自治会", None);
        let council = body(OrganisationKind::Council, "協議会", None);
        let [in_east, in_block, in_west, sits] = [east.id, block.id, west.id, council.id];
        let tree = Tree::new(vec![east, block, west, council], vec![]);
        let [head, wife] = ["太郎", "花子"].map(|given| {
            Person::named(PersonName { family: "岡".into(), given: given.into(), ..PersonName::default() })
        });
        let day = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
        let found = |of_head: &[OrganisationId], of_wife: &[OrganisationId]| {
            let seats = HashMap::from([(head.id, of_head.to_vec()), (wife.id, of_wife.to_vec())]);
            places_of(&[&head, &wife], &seats, &tree, day)
        };
        assert_eq!(found(&[in_east, in_block, sits], &[]), [in_block], "the block is the nearer of the two");
        assert_eq!(found(&[in_east], &[in_west]), [in_east], "the head's seat counts first");
        assert_eq!(found(&[sits], &[in_west]), [in_west], "a seat in the council says nothing of where one lives");
        assert_eq!(found(&[in_east, in_west], &[]).len(), 2, "to be asked");
        assert_eq!(found(&[], &[]), []);
    }
}
