//! 同じ人の行をまとめる: rows that repeat a person become one; people who only share a name stay apart.

use std::collections::HashMap;

use super::draft::{Keys, Likeness, PersonDraft};
use super::read::Row;
use super::roles;
use crate::intake::plan::Issue;

/// One person of the file with their keys.
#[derive(Debug)]
pub(super) struct Found<'a> {
    pub row: Row<'a>,
    pub keys: Keys,
}

/// The people of a file in the order of their first rows. Rows with nothing but a name wait until everybody else is known.
pub(super) fn people<'a>(rows: Vec<Row<'a>>, issues: &mut Vec<Issue>) -> Vec<Found<'a>> {
    let mut gathered = Gathered { people: Vec::with_capacity(rows.len()), by_name: HashMap::with_capacity(rows.len()) };
    let keyed = rows.into_iter().enumerate().map(|(at, row)| (at, Keys::of_draft(&row.draft), row));
    let (bare, full): (Vec<_>, Vec<_>) = keyed.partition(|(_, keys, _)| keys.is_bare());
    for (at, keys, row) in full.into_iter().chain(bare) {
        gathered.take(at, keys, row, issues);
    }
    let mut people = gathered.people;
    people.sort_by_key(|(at, _)| *at);
    people.into_iter().map(|(_, found)| found).collect()
}

struct Gathered<'a> {
    people: Vec<(usize, Found<'a>)>,
    by_name: HashMap<String, Vec<usize>>,
}

impl<'a> Gathered<'a> {
    fn take(&mut self, at: usize, keys: Keys, row: Row<'a>, issues: &mut Vec<Issue>) {
        match self.same(&keys, &row, issues) {
            Some(same) => {
                let (first, found) = &mut self.people[same];
                *first = at.min(*first);
                join(found, row, issues);
            }
            None => {
                self.by_name.entry(keys.name.clone()).or_default().push(self.people.len());
                self.people.push((at, Found { row, keys }));
            }
        }
    }

    /// The person whom a row repeats.
    fn same(&self, keys: &Keys, row: &Row, issues: &mut Vec<Issue>) -> Option<usize> {
        let namesakes = self.by_name.get(&keys.name)?;
        let found = |i: &usize| &self.people[*i].1;
        let score = |i: &usize| match found(i).keys.likeness(keys) {
            Likeness::Same(score) => Some((score, *i)),
            Likeness::Open | Likeness::Apart => None,
        };
        if let Some((_, best)) =
            namesakes.iter().filter_map(score).max_by_key(|(score, i)| (*score, std::cmp::Reverse(*i)))
        {
            return Some(best);
        }
        let open: Vec<&usize> =
            namesakes.iter().filter(|i| found(i).keys.likeness(keys) == Likeness::Open && keys.is_bare()).collect();
        match open.as_slice() {
            [only] if !row.is_open && found(only).row.draft.left_on.is_some() == row.draft.left_on.is_some() => {
                Some(**only)
            }
            [] => None,
            _ => {
                issues.push(Issue::at(row.place(), "roster.namesake_unclear").with("name", row.draft.name.full()));
                None
            }
        }
    }
}

/// Puts what a further row says to what is known; what the first row said stays.
fn join(found: &mut Found, row: Row, issues: &mut Vec<Issue>) {
    let into = &mut found.row.draft;
    if spelled(into) != spelled(&row.draft) {
        let issue = Issue::at(row.place(), "roster.spelled_twice");
        issues.push(issue.with("name", row.draft.name.full()).with("kept", into.name.full()));
    }
    fill(&mut into.name.family_kana, row.draft.name.family_kana);
    fill(&mut into.name.given_kana, row.draft.name.given_kana);
    fill(&mut into.postal, row.draft.postal);
    fill(&mut into.address, row.draft.address);
    fill(&mut into.phone, row.draft.phone);
    fill(&mut into.mobile, row.draft.mobile);
    fill(&mut into.note, row.draft.note);
    fill(&mut into.left_reason, row.draft.left_reason);
    into.birth_on = into.birth_on.or(row.draft.birth_on);
    into.joined_on = into.joined_on.or(row.draft.joined_on);
    into.left_on = into.left_on.or(row.draft.left_on);
    row.draft.roles.into_iter().for_each(|role| roles::add(&mut into.roles, role));
    found.keys = Keys::of_draft(into);
}

fn spelled(draft: &PersonDraft) -> String {
    format!("{}{}", draft.name.family, draft.name.given)
}

fn fill(into: &mut String, from: String) {
    if into.is_empty() {
        *into = from;
    }
}
