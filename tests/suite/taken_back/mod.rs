//! Every act of the books, the bank and the grants is done once and taken back: the records are then what they were before. An
//! act that is not listed here fails the test, and so does one that is listed as standing and can be taken back.

mod books;
mod prepared;

use std::collections::BTreeSet;

use books::Books;
use serde_json::json;

/// Acts that stand, and why.
const STANDING: [(&str, &str); 2] = [
    (
        "accounts.close_year",
        "who closed a year and when is told for ever: it is opened again by two names, not by a key",
    ),
    ("accounts.reopen_year", "the mark of a year that was opened again is printed and cannot be removed"),
];

/// The acts of these areas that the door offers: all whose answer is a change.
fn acts() -> BTreeSet<String> {
    let table = api::typescript();
    let of_books = ["accounts.", "bank.", "grants."];
    // The arguments of a command may run over several lines; what it answers stands before the next name.
    let starts: Vec<usize> = table.match_indices("\": { args: ").map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([table.len()]);
    let command = |(at, end): (&usize, usize)| {
        let name = table[..*at].rsplit('"').next().expect("a name").to_owned();
        let answer = table[*at..end].split("; result: ").nth(1).expect("an answer");
        Some(name).filter(|name| of_books.iter().any(|area| name.starts_with(area)) && answer.starts_with("Changed<"))
    };
    let found: BTreeSet<String> = starts.iter().zip(ends).filter_map(command).collect();
    assert!(found.contains("accounts.record_entry") && found.contains("grants.remove_step"), "{found:?}");
    found
}

#[test]
fn whatever_is_done_to_the_books_is_taken_back_without_a_trace() {
    let (mut unlisted, mut seen) = (Vec::new(), 0);
    let acts = acts();
    for name in &acts {
        let books = Books::open();
        let Some(asked) = books.prepared(name) else {
            unlisted.push(name);
            continue;
        };
        let before = books.desk.state_hash();
        books.desk.call(name, asked);
        let done = books.desk.state_hash();
        assert_ne!(done, before, "{name} changes something");
        let undone = books.desk.ask("office.undo", json!({}));
        if let Some((_, why)) = STANDING.iter().find(|(standing, _)| standing == name) {
            assert_eq!(undone.err().map(|refused| refused.code).as_deref(), Some("office.stands"), "{name}: {why}");
            assert_eq!(books.desk.state_hash(), done, "{name}");
            continue;
        }
        undone.unwrap_or_else(|refused| panic!("{name}: {}", refused.message));
        assert_eq!(books.desk.state_hash(), before, "{name} was taken back");
        books.desk.call("office.redo", json!({}));
        assert_eq!(books.desk.state_hash(), done, "{name} was done again");
        seen += 1;
    }
    assert!(unlisted.is_empty(), "acts that nobody has listed here: {unlisted:?}");
    assert_eq!(seen, acts.len() - STANDING.len());
}
