//! Where a name is looked up: in the row at hand first, then in the rows around it, then among the year's facts.

use std::collections::BTreeMap;

use paper::Value;

use crate::fact::{Fact, FactRow, Facts, words};
use crate::profile::{Each, catalogue};

/// 記述: texts typed for one form, by field.
pub type Texts = BTreeMap<String, String>;

/// A row of a list within a list within a list.
const DEEPEST: usize = 3;

/// What a template may see.
#[derive(Debug, Clone, Copy)]
pub struct Scope<'a> {
    facts: &'a Facts,
    texts: &'a Texts,
    /// The row at hand and those it lies within, innermost first.
    rows: [Option<&'a FactRow>; DEEPEST],
    /// Number of the row within its list, from 1.
    pub number: usize,
}

impl<'a> Scope<'a> {
    /// All of a year.
    pub fn new(facts: &'a Facts, texts: &'a Texts) -> Scope<'a> {
        Scope { facts, texts, rows: [None; DEEPEST], number: 0 }
    }

    /// The same with a row in front.
    pub fn within(self, row: &'a FactRow, number: usize) -> Scope<'a> {
        let [inner, outer, _] = self.rows;
        Scope { rows: [Some(row), inner, outer], number, ..self }
    }

    /// One scope per row of a list.
    pub fn each(self, list: &str) -> impl Iterator<Item = Scope<'a>> {
        self.list(list).iter().enumerate().map(move |(at, row)| self.within(row, at + 1))
    }

    /// One scope per row that stands on the paper.
    pub fn standing(self, each: &Each) -> impl Iterator<Item = Scope<'a>> {
        self.each(&each.list).filter(|row| each.only_with.as_ref().is_none_or(|fact| row.is_present(fact)))
    }

    /// A value; blank when it is unknown.
    pub fn value(&self, name: &str) -> Value {
        match self.fact(name) {
            Some(Fact::One(value)) => value.clone(),
            _ => Value::Blank,
        }
    }

    /// The rows of a list.
    pub fn list(&self, name: &str) -> &'a [FactRow] {
        match self.fact(name) {
            Some(Fact::List(rows)) => rows,
            _ => &[],
        }
    }

    /// What was typed into a field.
    pub fn typed(&self, field: &str) -> &'a str {
        self.texts.get(field).map_or("", String::as_str)
    }

    /// Not blank, not an empty list.
    pub fn is_present(&self, name: &str) -> bool {
        match self.fact(name) {
            Some(Fact::One(value)) => !value.is_blank(),
            Some(Fact::List(rows)) => !rows.is_empty(),
            None => false,
        }
    }

    fn fact(&self, name: &str) -> Option<&'a Fact> {
        match catalogue::own_field(name) {
            Some(label) => self.own(label),
            None => self.rows.iter().flatten().find_map(|row| row.get(name)).or_else(|| self.facts.get(name)),
        }
    }

    /// What a field of the council's own holds for the person of the row.
    fn own(&self, label: &str) -> Option<&'a Fact> {
        let Some(Fact::List(held)) = self.rows[0]?.get("own") else { return None };
        let is_it = |row: &&FactRow| row.get("label") == Some(&words(label));
        held.iter().find(is_it)?.get("value")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::row;

    #[test]
    fn a_field_of_the_councils_own_is_found_in_the_row_by_its_label() {
        let (facts, texts) = (Facts::default(), Texts::new());
        let own = |label: &str, value: &str| row([("label", words(label)), ("value", words(value))]);
        let person = row([("own", Fact::List(vec![own("車の台数", "2"), own("鍵の番号", "007")]))]);
        let scope = Scope::new(&facts, &texts).within(&person, 1);
        assert_eq!(scope.value("own:鍵の番号"), Value::text("007"));
        assert!(scope.value("own:身長").is_blank() && !scope.is_present("own:身長"));
    }

    #[test]
    fn a_name_is_found_in_the_row_at_hand_then_in_the_rows_around_it() {
        let (mut facts, texts) = (Facts::default(), Texts::new());
        facts.state("year.label", Value::text("令和7年度"));
        let meeting = row([("title", words("定期総会")), ("name", words("会議"))]);
        let voter = row([("name", words("渡邊　凜"))]);
        let scope = Scope::new(&facts, &texts).within(&meeting, 1).within(&voter, 2);
        let said = ["name", "title", "year.label"].map(|name| scope.value(name));
        assert_eq!(said, ["渡邊　凜", "定期総会", "令和7年度"].map(Value::text));
        assert_eq!(scope.number, 2);
    }
}
