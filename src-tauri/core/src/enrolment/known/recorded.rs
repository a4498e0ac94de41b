//! 名簿・台帳の世帯: what the council itself has recorded of each association, with its source, beside what was reported.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use rusqlite::Connection;

use super::Known;
use crate::Result;
use crate::calendar::FiscalYear;
use crate::enrolment::{CountKind, HouseholdObservation};
use crate::roster::{self, OrganisationId, OrganisationKind, Person, PersonId};
use crate::text::address_key;

/// One recorded count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// 世帯数
    pub households: i64,
    /// 基準日; none where it is counted from the roster as it stands.
    pub as_of_on: Option<NaiveDate>,
    /// 出典
    pub source: String,
}

/// 出典 of households of the roster.
const HOUSEHOLDS: &str = "名簿の世帯";
/// 出典 of the homes of members.
const HOMES: &str = "名簿の会員の住所";

/// The recorded counts of a year: what was written down, else the households of the roster, else its members' homes.
pub fn recorded(conn: &Connection, known: &Known, year: FiscalYear) -> Result<HashMap<OrganisationId, Recorded>> {
    let from = |source: &str, counts: HashMap<OrganisationId, i64>| {
        let source = source.to_owned();
        let with = move |(id, households)| (id, Recorded { households, as_of_on: None, source: source.clone() });
        counts.into_iter().map(with).collect::<HashMap<_, _>>()
    };
    let people = roster::store::people(conn)?;
    let mut recorded = from(HOMES, homes(conn, &people, year)?);
    recorded.extend(from(HOUSEHOLDS, households(conn, &people, year)?));
    let of_year = |o: &&HouseholdObservation| o.fiscal_year == year && o.kind == CountKind::Recorded;
    let written = known.observed.further.iter().filter(of_year);
    recorded.extend(written.map(|o| (o.association_id, Recorded::from(o))));
    Ok(recorded)
}

impl From<&HouseholdObservation> for Recorded {
    fn from(o: &HouseholdObservation) -> Recorded {
        Recorded { households: o.households, as_of_on: Some(o.as_of_on), source: o.source.clone() }
    }
}

/// Households of the roster in which somebody lives, by the association in which they stood at the end of the year; those
/// of a 班 belong to the association above it.
fn households(conn: &Connection, people: &[Person], year: FiscalYear) -> Result<HashMap<OrganisationId, i64>> {
    let (tree, day) = (roster::store::tree(conn)?, year.last_day());
    let (homes, members) = (roster::store::households(conn)?, roster::store::household_members(conn)?);
    let here: HashSet<PersonId> = people.iter().filter(|person| person.is_counted(year)).map(|p| p.id).collect();
    let there = roster::inhabited(&homes, &members, |id| here.contains(&id), day);
    let association = |id: OrganisationId| {
        tree.up_from(id, day).into_iter().find(|body| body.kind == OrganisationKind::Association).map(|body| body.id)
    };
    let mut counts = HashMap::new();
    for home in homes.iter().filter(|home| there.contains(&home.id)) {
        if let Some(id) = home.organisation_id.and_then(association) {
            *counts.entry(id).or_insert(0) += 1;
        }
    }
    Ok(counts)
}

/// 名簿にある世帯: distinct addresses of the members of each association in a year. An association of which the roster knows
/// only officers has none, for its households are not in the roster.
fn homes(conn: &Connection, people: &[Person], year: FiscalYear) -> Result<HashMap<OrganisationId, i64>> {
    let is_there = |person: &&Person| person.is_counted(year) && !person.address.is_empty();
    let there: HashMap<PersonId, &Person> = people.iter().filter(is_there).map(|person| (person.id, person)).collect();
    let mut held = roster::store::roles(conn)?;
    held.retain(|role| role.is_held_in(year) && there.contains_key(&role.person_id));
    let has_members: HashSet<OrganisationId> =
        held.iter().filter(|role| !role.is_office()).map(|role| role.organisation_id).collect();
    let mut homes: HashMap<OrganisationId, HashSet<String>> = HashMap::new();
    for role in held.iter().filter(|role| has_members.contains(&role.organisation_id)) {
        homes.entry(role.organisation_id).or_default().insert(address_key(&there[&role.person_id].address));
    }
    Ok(homes.into_iter().map(|(id, homes)| (id, homes.len() as i64)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::enrolment::known::known;
    use crate::intake::sketch::{by, office};
    use crate::roster::PersonName;
    use crate::roster::acts::{self, BodyDraft, HouseholdDraft, Resident};

    #[test]
    fn households_are_counted_where_they_stood_and_while_somebody_lives_there() {
        let (_folder, file) = office();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let [east, west, block] = file
            .change(&by(), "roster.save_body", |tx| {
                let [east, west] = ["東自治会", "西自治会"].map(|name| acts::body_named(tx, name));
                let (east, west) = (east?, west?);
                let block = |id, version, parent_id, moved_on| BodyDraft {
                    id,
                    version,
                    kind: OrganisationKind::Block,
                    name: "一班".into(),
                    kana: String::new(),
                    parent_id: Some(parent_id),
                    moved_on,
                    founded_on: None,
                    dissolved_on: None,
                    note: String::new(),
                };
                let id = acts::save_body(tx, &block(None, 0, east, None))?;
                let version = roster::store::find_organisation(tx, id)?.map_or(0, |body| body.version);
                acts::save_body(tx, &block(Some(id), version, west, Some("2025-04-01".parse().unwrap())))?;
                Ok([east, west, id])
            })
            .unwrap()
            .value;
        for (given, dies) in [("一郎", false), ("二郎", true)] {
            let name = PersonName { family: "岡".into(), given: given.into(), ..PersonName::default() };
            let settle = |tx: &crate::file::Tx| {
                let who = acts::save_person(tx, &Person::named(name.clone()), true, &[])?;
                let residents = vec![Resident { person_id: who, relation: String::new(), from_on: None }];
                let (organisation_id, head) = (Some(block), Some(who));
                let draft = HouseholdDraft { organisation_id, head, residents, ..HouseholdDraft::default() };
                acts::save_household(tx, &draft)?;
                if dies { acts::leave(tx, who, day("2025-06-01"), "死亡") } else { Ok(()) }
            };
            file.change(&by(), "roster.save_household", settle).unwrap();
        }
        let count = |year: i32, body: OrganisationId| {
            let all = file.view(|view| recorded(view, &known(view)?, FiscalYear(year))).unwrap();
            all.get(&body).map(|recorded| recorded.households)
        };
        assert_eq!((count(2024, east), count(2024, west)), (Some(2), None), "before the block moved and one died");
        assert_eq!((count(2025, east), count(2025, west)), (None, Some(1)));
    }
}
