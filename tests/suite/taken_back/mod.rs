//! Every act that the door offers is done once and taken back: the records are then what they were before. So are many
//! acts in any order. And each act on the books, the bank, the grants and the register is done once more after the year was
//! closed: what its papers say is what they said. An act that is not listed here fails the tests, and so does one that is listed
//! as standing and can be taken back.

mod books;
mod figures;
mod people;
mod prepared;
mod register;
mod sittings;
mod walk;
mod works;

use std::collections::BTreeSet;

use books::Books;
use serde_json::json;

use crate::closing_bars::late::stated;

/// Acts that stand, what a key that would take them back says, and why.
const STANDING: [(&str, &str, &str); 6] = [
    (
        "accounts.close_year",
        "office.stands",
        "who closed a year and when is told for ever: it is opened again by two names, not by a key",
    ),
    (
        "accounts.reopen_year",
        "office.stands",
        "the mark of a year that was opened again is printed and cannot be removed",
    ),
    (
        "equipment.erase_borrowers",
        "office.nothing_to_undo",
        "what is to be forgotten does not come back, and the loans before it have lost their words",
    ),
    ("enrolment.fill_city_sheet", "office.stands", "what the city got names the chairs, and left the office"),
    ("lists.output", "office.stands", "a copy that left the office has left it"),
    ("privacy.erase_leavers", "office.nothing_to_undo", "what is to be forgotten does not come back"),
];

/// What takes acts back, and what puts back bytes that lie beside the records: neither changes the records by itself.
const NO_ACTS: [&str; 4] = ["office.undo", "office.undo_one", "office.redo", "attachments.restore"];

/// Acts that need an open year, or open a closed one: what they do to a closed one is not asked here.
const OF_AN_OPEN_YEAR: [&str; 2] = ["accounts.close_year", "accounts.reopen_year"];

/// The acts that the door offers: all whose answer is a change.
fn acts() -> BTreeSet<String> {
    let table = api::typescript();
    // The arguments of a command may run over several lines; what it answers stands before the next name.
    let starts: Vec<usize> = table.match_indices("\": { args: ").map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([table.len()]);
    let command = |(at, end): (&usize, usize)| {
        let name = table[..*at].rsplit('"').next().expect("a name").to_owned();
        let answer = table[*at..end].split("; result: ").nth(1).expect("an answer");
        Some(name).filter(|name| answer.starts_with("Changed<") && !NO_ACTS.contains(&name.as_str()))
    };
    let found: BTreeSet<String> = starts.iter().zip(ends).filter_map(command).collect();
    assert!(found.contains("accounts.record_entry") && found.contains("grants.remove_step"), "{found:?}");
    found
}

const BOOKS: [&str; 4] = ["accounts.", "bank.", "grants.", "equipment."];

fn is_of_books(name: &str) -> bool {
    BOOKS.iter().any(|area| name.starts_with(area))
}

/// Does an act on a specimen of its own, takes it back and does it again.
fn taken_back(name: &str) {
    let books = Books::open();
    let asked = books.prepared(name).unwrap_or_else(|| panic!("{name}: nobody has listed this act here"));
    let before = books.desk.state_hash();
    books.desk.call(name, asked);
    let done = books.desk.state_hash();
    assert_ne!(done, before, "{name} changes something");
    let undone = books.desk.ask("office.undo", json!({}));
    if let Some((_, code, why)) = STANDING.iter().find(|(standing, ..)| *standing == name) {
        assert_eq!(undone.err().map(|refused| refused.code).as_deref(), Some(*code), "{name}: {why}");
        assert_eq!(books.desk.state_hash(), done, "{name}");
        return;
    }
    undone.unwrap_or_else(|refused| panic!("{name}: {}", refused.message));
    assert_eq!(books.desk.state_hash(), before, "{name} was taken back");
    books.desk.call("office.redo", json!({}));
    assert_eq!(books.desk.state_hash(), done, "{name} was done again");
}

/// Each act of these areas; all that went wrong are named, not only the first.
fn all_of(areas: &[&str]) {
    let own: Vec<String> = acts().into_iter().filter(|name| areas.iter().any(|area| name.starts_with(area))).collect();
    assert!(own.len() >= 15, "{own:?}");
    let wrong: Vec<&String> =
        own.iter().filter(|name| std::panic::catch_unwind(|| taken_back(name)).is_err()).collect();
    assert!(wrong.is_empty(), "{wrong:?}");
}

const PEOPLE: [&str; 3] = ["roster.", "privacy.", "attachments."];
const WORKS: [&str; 3] = ["activities.", "plan.", "handover."];
const MEETINGS: [&str; 1] = ["meetings."];
const FIGURES: [&str; 5] = ["enrolment.", "lists.", "intake.", "reports.", "office."];

#[test]
fn no_act_of_the_door_lies_outside_the_areas_that_are_taken_back_here() {
    let all: Vec<&str> = [&BOOKS[..], &PEOPLE[..], &WORKS[..], &MEETINGS[..], &FIGURES[..]].concat();
    let left: Vec<String> = acts().into_iter().filter(|name| !all.iter().any(|area| name.starts_with(area))).collect();
    assert_eq!(left, [""; 0]);
}

#[test]
fn whatever_is_done_to_the_books_is_taken_back_without_a_trace() {
    all_of(&BOOKS);
}

#[test]
fn whatever_is_done_to_people_is_taken_back_without_a_trace() {
    all_of(&PEOPLE);
}

#[test]
fn whatever_is_done_to_works_and_plans_is_taken_back_without_a_trace() {
    all_of(&WORKS);
}

#[test]
fn whatever_is_done_to_meetings_is_taken_back_without_a_trace() {
    all_of(&MEETINGS);
}

#[test]
fn whatever_is_done_to_figures_and_papers_is_taken_back_without_a_trace() {
    all_of(&FIGURES);
}

#[test]
fn k06_no_act_of_any_kind_changes_what_a_closed_year_says() {
    let (mut refused, mut done) = (Vec::new(), Vec::new());
    for name in acts().iter().filter(|name| is_of_books(name) && !OF_AN_OPEN_YEAR.contains(&name.as_str())) {
        let books = Books::open();
        let asked = books.prepared(name).unwrap_or_else(|| panic!("{name} is not listed"));
        let close = books.closed();
        books.desk.call("accounts.close_year", close);
        let (before, hash) = (stated(&books.desk), books.desk.state_hash());
        match books.desk.ask(name, asked) {
            Err(told) => {
                assert_ne!(told.code, "api.bad_arguments", "{name}: {}", told.message);
                assert_eq!(books.desk.state_hash(), hash, "{name} was refused");
                refused.push((name.clone(), told.code));
            }
            Ok(_) => done.push(name.clone()),
        }
        let after = stated(&books.desk);
        for (fact, figure) in before.as_object().expect("facts") {
            assert_eq!(&after[fact], figure, "{fact} of the closed year after {name}");
        }
    }
    let of_the_closing = refused.iter().filter(|(_, code)| code == "accounts.year_closed").count();
    assert!(of_the_closing >= 18, "refused by the closing: {of_the_closing}; {refused:?}; done: {done:?}");
}
