//! What is told beside an act: what is to be voted on again, keeps its numbers, waits, or stays with its year.

use std::collections::BTreeMap;

use super::{sentence, words};
use crate::calendar::FiscalYear;

/// Which items are to be voted on again; empty for none.
pub fn vote_again(titles: &[&str]) -> String {
    let one = |title: &&str| sentence(&words().again, "one", &[("title", (*title).to_owned())]);
    let titles: String = titles.iter().map(one).collect();
    if titles.is_empty() { titles } else { sentence(&words().again, "many", &[("titles", titles)]) }
}

/// Which items keep the numbers of their vote; empty for none.
pub fn stays_voted(labels: &[&str]) -> String {
    let Some(first) = labels.first() else { return String::new() };
    let name = if labels.len() == 1 { "kept" } else { "kept_many" };
    sentence(&words().again, name, &[("item", (*first).to_owned()), ("n", labels.len().to_string())])
}

/// Which items wait for the approval of a 市町村; empty for none.
pub fn awaits_approval(titles: &[&str]) -> String {
    let titles = titles.join("」「");
    if titles.is_empty() { titles } else { sentence(&words().again, "awaits", &[("titles", titles)]) }
}

/// How many items went along to other years, and which stay with theirs; empty for none.
pub fn said_of_years(moved: usize, stay: &[(String, FiscalYear)]) -> String {
    let years = &words().years;
    let mut by_year: BTreeMap<FiscalYear, String> = BTreeMap::new();
    for (title, year) in stay {
        *by_year.entry(*year).or_default() += &sentence(years, "one", &[("title", title.clone())]);
    }
    let of_year = |(year, titles): (FiscalYear, String)| {
        sentence(years, "of_year", &[("titles", titles), ("year", year.label())])
    };
    let all = by_year.into_iter().map(of_year).collect::<Vec<_>>().join("、");
    let moved = if moved == 0 { String::new() } else { sentence(years, "moved", &[("n", moved.to_string())]) };
    moved + &if all.is_empty() { all } else { sentence(years, "stay", &[("all", all)]) }
}
