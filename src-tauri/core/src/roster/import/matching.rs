//! 名簿との照合: who of a file is there already, and what differs.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use paper::wareki;

use super::draft::{Keys, Likeness, PersonDraft};
use super::merge::Found;
use super::{Stored, stays};
use crate::calendar::FiscalYear;
use crate::intake::plan::{ImportCandidate, Issue, Planned, Verdict};
use crate::intake::told::sentence;
use crate::roster::{OrganisationId, PersonId, Role};
use crate::text::search_key;

/// The stored people under the keys by which they are found.
pub(in crate::roster) struct Index<'a> {
    pub(super) stored: &'a Stored,
    keys: Vec<Keys>,
    by_name: HashMap<String, Vec<usize>>,
    /// By birth and telephone: somebody whose name was written differently.
    by_other: HashMap<(NaiveDate, String), usize>,
    pub(super) roles: HashMap<PersonId, Vec<&'a Role>>,
    pub(super) bodies: HashMap<OrganisationId, String>,
}

/// What is known about a draft before it is written; a doubt names the code of its sentence.
enum Match {
    None,
    One(usize),
    Doubt(&'static str, Vec<usize>),
}

/// Every person of the file with what they would do to the roster.
pub(super) fn matched(
    people: Vec<Found>,
    stored: &Stored,
    year: FiscalYear,
    issues: &mut Vec<Issue>,
) -> Vec<Planned<PersonDraft>> {
    let index = Index::new(stored);
    let mut taken = HashSet::new();
    people.into_iter().map(|found| index.planned(found, &mut taken, year, issues)).collect()
}

impl<'a> Index<'a> {
    pub(in crate::roster) fn new(stored: &'a Stored) -> Index<'a> {
        let keys: Vec<Keys> = stored.people.iter().map(|p| Keys::of_person(p, &stored.city)).collect();
        let (mut by_name, mut by_other): (HashMap<String, Vec<usize>>, _) = (HashMap::new(), HashMap::new());
        for (i, key) in keys.iter().enumerate() {
            by_name.entry(key.name.clone()).or_default().push(i);
            for phone in key.phones.iter().filter(|p| !p.is_empty()) {
                by_other.extend(key.birth_on.map(|birth| ((birth, phone.clone()), i)));
            }
        }
        let mut roles: HashMap<PersonId, Vec<&Role>> = HashMap::new();
        for role in &stored.roles {
            roles.entry(role.person_id).or_default().push(role);
        }
        let bodies = stored.bodies.iter().map(|b| (b.id, search_key(&b.name))).collect();
        Index { stored, keys, by_name, by_other, roles, bodies }
    }

    fn planned(
        &self,
        Found { row, keys }: Found,
        taken: &mut HashSet<usize>,
        year: FiscalYear,
        issues: &mut Vec<Issue>,
    ) -> Planned<PersonDraft> {
        let place = row.place();
        let mut draft = row.draft;
        let mut known = None;
        let (verdict, changes, reason, candidates) = match self.find(&keys, taken) {
            Match::None => (Verdict::New, vec![], None, vec![]),
            Match::Doubt(reason, who) => {
                let candidates = who.into_iter().map(|i| self.candidate(i)).collect();
                (Verdict::Unsure, vec![], Some(sentence(reason)), candidates)
            }
            Match::One(i) => {
                taken.insert(i);
                let person = &self.stored.people[i];
                known = Some(person);
                draft.known = Some(person.id);
                issues.extend(stays::keep_in_order(person, &mut draft, place));
                let changes = self.changes(person, &draft);
                (if changes.is_empty() { Verdict::Same } else { Verdict::Changed }, changes, None, vec![])
            }
        };
        // A stored leaver whom the file still lists without a word is no member again.
        let has_left = known.is_some_and(|person| !person.is_counted(year));
        let is_counted = draft.is_counted(year) && !has_left;
        Planned { sheet: row.sheet.to_owned(), row: row.row, verdict, draft, changes, reason, candidates, is_counted }
    }

    fn find(&self, keys: &Keys, taken: &HashSet<usize>) -> Match {
        let none = Vec::new();
        let namesakes = self.by_name.get(&keys.name).unwrap_or(&none);
        let likeness = |i: &usize| self.keys[*i].likeness(keys);
        let score = |i: &usize| if let Likeness::Same(score) = likeness(i) { Some((score, *i)) } else { None };
        let free = || namesakes.iter().filter(|i| !taken.contains(i));
        let mut same: Vec<(u8, usize)> = free().filter_map(score).collect();
        same.sort_by_key(|(score, i)| (std::cmp::Reverse(*score), *i));
        match same.as_slice() {
            [(_, only)] => return Match::One(*only),
            [(first, who), (second, _), ..] if first > second => return Match::One(*who),
            [_, _, ..] => {
                return Match::Doubt("roster.several_alike", same.iter().map(|s| s.1).collect());
            }
            [] => {}
        }
        let open: Vec<usize> = free().copied().filter(|i| likeness(i) == Likeness::Open).collect();
        match open.as_slice() {
            [only] if keys.is_bare() && namesakes.len() == 1 => Match::One(*only),
            _ if keys.is_bare() && free().next().is_some() => {
                Match::Doubt("roster.name_alone", free().copied().collect())
            }
            [_, ..] => Match::Doubt("roster.nothing_to_compare", open),
            [] => self.find_without_name(keys, namesakes, taken),
        }
    }

    /// Another person of the same name, or the same person under another name.
    fn find_without_name(&self, keys: &Keys, namesakes: &[usize], taken: &HashSet<usize>) -> Match {
        let close =
            |i: &&usize| !taken.contains(i) && self.keys[**i].birth_on.zip(keys.birth_on).is_none_or(|(a, b)| a == b);
        let close: Vec<usize> = namesakes.iter().filter(close).copied().collect();
        if !close.is_empty() {
            return Match::Doubt("roster.namesake_elsewhere", close);
        }
        let by_phone = |phone: &String| self.by_other.get(&(keys.birth_on?, phone.clone())).copied();
        let renamed = keys.phones.iter().filter(|p| !p.is_empty()).find_map(by_phone).filter(|i| !taken.contains(i));
        renamed.map_or(Match::None, |i| Match::Doubt("roster.other_name", vec![i]))
    }

    fn candidate(&self, i: usize) -> ImportCandidate {
        let person = &self.stored.people[i];
        let known = [&person.address, &person.phone, &person.mobile];
        let birth = person.birth_on.map(wareki::long);
        let detail: Vec<&str> = known.into_iter().chain(&birth).map(String::as_str).filter(|d| !d.is_empty()).collect();
        ImportCandidate { id: person.id.to_string(), title: person.name.full(), detail: detail.join("、") }
    }
}
