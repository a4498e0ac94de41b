//! 団体: the tree of bodies of a year as rows, parents before their parts, each with who heads it.

use std::collections::HashMap;

use chrono::NaiveDate;
use paper::Value;

use crate::fact::{FactRow, Facts, row, words};
use crate::roster::{Household, Organisation, OrganisationId, OrganisationKind, Person, PersonId, Role, Tree, order};

/// What the rows are made of: everything of one year.
pub(super) struct Known<'a> {
    pub tree: &'a Tree,
    pub people: HashMap<PersonId, &'a Person>,
    pub roles: Vec<&'a Role>,
    /// Those that there are on the day.
    pub households: &'a [Household],
    pub day: NaiveDate,
}

/// `roster.bodies` holds all, `roster.member_bodies` those that make up the council.
pub(super) fn state(facts: &mut Facts, known: &Known) {
    let members = members(known);
    facts.state("roster.member_bodies_count", Value::Count(members.len() as i64));
    facts.state_list("roster.member_bodies", members);
    facts.state_list("roster.bodies", known.rows().into_iter().map(|(_, row)| row).collect());
}

/// Those that make up the council.
pub(super) fn members(known: &Known) -> Vec<FactRow> {
    known.rows().into_iter().filter(|(kind, _)| is_member(*kind)).map(|(_, row)| row).collect()
}

fn is_member(kind: OrganisationKind) -> bool {
    matches!(kind, OrganisationKind::Association | OrganisationKind::MemberBody)
}

impl Known<'_> {
    fn rows(&self) -> Vec<(OrganisationKind, FactRow)> {
        let mut homes: HashMap<OrganisationId, i64> = HashMap::new();
        for home in self.households {
            for body in home.organisation_id.iter().flat_map(|id| self.tree.up_from(*id, self.day)) {
                *homes.entry(body.id).or_default() += 1;
            }
        }
        let bodies = self.tree.in_order(self.day).into_iter();
        bodies.map(|(_, body)| (body.kind, self.row(body, homes.get(&body.id).copied()))).collect()
    }

    fn row(&self, body: &Organisation, households: Option<i64>) -> FactRow {
        let held: Vec<&&Role> = self.roles.iter().filter(|role| role.organisation_id == body.id).collect();
        // Whose term is over heads a body only where nobody else of the year is in office.
        let head = held.iter().min_by_key(|r| (!r.is_held_on(self.day), order::rank(&r.title), r.seat, r.id));
        let person = head.and_then(|role| self.people.get(&role.person_id));
        let contact = |part: fn(&Person) -> &str| words(person.map_or("", |p| part(p)));
        let above: Vec<&str> = self.tree.up_from(body.id, self.day).iter().skip(1).map(|b| b.name.as_str()).collect();
        row([
            ("id", words(&body.id.to_string())),
            ("kind", words(label(body.kind))),
            ("name", words(&body.name)),
            ("kana", words(&body.kana)),
            ("within", words(&above.into_iter().rev().collect::<Vec<_>>().join(" "))),
            ("office", words(head.map_or("", |role| &role.title))),
            ("head", words(&person.map_or(String::new(), |p| p.name.full()))),
            ("head_kana", words(&person.map_or(String::new(), |p| p.name.full_kana()))),
            ("postal", contact(|p| &p.postal)),
            ("address", contact(|p| &p.address)),
            ("phone", contact(|p| if p.phone.is_empty() { &p.mobile } else { &p.phone })),
            ("roles", Value::Count(held.len() as i64).into()),
            ("households", households.map_or(Value::Blank, Value::Count).into()),
            ("founded_on", super::date(body.founded_on)),
            ("note", words(&body.note)),
        ])
    }
}

fn label(kind: OrganisationKind) -> &'static str {
    match kind {
        OrganisationKind::Council => "協議会",
        OrganisationKind::Committee => "部会",
        OrganisationKind::Association => "自治会",
        OrganisationKind::MemberBody => "構成団体",
        OrganisationKind::Area => "地区",
        OrganisationKind::Block => "班",
    }
}
