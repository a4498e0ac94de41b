//! 招集通知 and its slip: what is taken up and what is voted on, in lines, or two beside each other where they are many.

use super::numbered;
use crate::fact::{Fact, FactRow, row, words};
use crate::meetings::{Known, slip_choice, term};

/// More lines than these, of agenda and votes together, leave no room for the rest of a notice on one sheet.
const MOST_LINES: usize = 14;

/// So many letters stand on a line of the agenda, and of the votes.
const AGENDA_LINE: usize = 38;
const VOTE_LINE: usize = 24;

/// What a notice says of the items.
pub(super) fn columns(known: &Known) -> [(&'static str, Fact); 5] {
    let all: Vec<String> =
        known.items.iter().zip(&known.labels).map(|(item, label)| numbered(label, &item.title)).collect();
    let voted: Vec<_> = known.items.iter().zip(&known.labels).filter(|(item, _)| item.is_voted_on()).collect();
    let names: Vec<String> = voted.iter().map(|(item, label)| numbered(label, &item.title)).collect();
    let titles = voted.iter().map(|(item, _)| item.title.as_str());
    let taken = lines(all.iter().map(String::as_str), AGENDA_LINE) + lines(titles, VOTE_LINE);
    let is_long = taken > MOST_LINES;
    let votes = voted.iter().map(|(item, label)| {
        row([("number", words(label)), ("item_title", words(&item.title)), ("slip", words(slip_choice()))])
    });
    let stands = |stands: bool| words(if stands { term("items") } else { "" });
    [
        ("votes", Fact::List(votes.collect())),
        ("few_items", stands(!is_long)),
        ("many_items", stands(is_long)),
        ("items_aside", Fact::List(aside(&all, ""))),
        ("votes_aside", Fact::List(aside(&names, &slip_choice().replace('　', "")))),
    ]
}

/// How many lines of so many letters titles take.
fn lines<'a>(titles: impl Iterator<Item = &'a str>, letters: usize) -> usize {
    titles.map(|title| title.chars().count().div_ceil(letters).max(1)).sum()
}

/// The first half at the left, the second at the right; each with what is asked of it.
fn aside(names: &[String], asked: &str) -> Vec<FactRow> {
    let half = names.len().div_ceil(2);
    let (left, right) = names.split_at(half);
    let pair = |(at, name): (usize, &String)| {
        let beside = right.get(at).map_or("", String::as_str);
        let beside_asked = if beside.is_empty() { "" } else { asked };
        row([
            ("left", words(name)),
            ("left_slip", words(asked)),
            ("right", words(beside)),
            ("right_slip", words(beside_asked)),
        ])
    };
    left.iter().enumerate().map(pair).collect()
}
