//! 前年度繰越 of each purse: as the book writes it, or as the balance of its first row tells.

use std::collections::BTreeMap;

use super::balance::opening_before;
use super::line::BookLine;
use super::plan::KnownBooks;
use crate::accounts::Books;
use crate::intake::layout::Place;
use crate::intake::plan::Issue;
use crate::intake::told::shown;
use crate::money::Yen;

/// The openings that the file gives, with what is worth a word about them.
pub fn openings(
    written: &BTreeMap<String, Yen>,
    lines: &[BookLine],
    KnownBooks { books, audits, .. }: KnownBooks,
    issues: &mut Vec<Issue>,
) -> BTreeMap<String, Yen> {
    let mut openings = written.clone();
    for line in lines {
        if openings.contains_key(&line.purse) {
            continue;
        }
        let stored = stored(books, &line.purse);
        let told = opening_before(line).filter(|yen| stored.is_none() && yen.0 != 0);
        // One balance for several 会計 says nothing of each.
        let is_shared = lines.iter().any(|other| other.book == line.book && other.purse != line.purse);
        if is_shared && told.is_some() && !is_told(&line.book, lines, written) {
            issues.push(Issue::at(line.place(), "accounts.opening_of_funds").with("purse", &line.purse));
        }
        let told = told.filter(|_| !is_shared);
        if let Some(yen) = told {
            let issue = Issue::at(line.place(), "accounts.opening_from_balance");
            issues.push(issue.with("purse", &line.purse).with("amount", shown(&yen)));
        }
        openings.insert(line.purse.clone(), told.or(stored).unwrap_or_default());
    }
    for (purse, yen) in &mut openings {
        let place = || {
            let place = lines.iter().find(|line| line.purse == *purse).map(BookLine::place);
            place.unwrap_or(Place { sheet: String::new(), cell: String::new() })
        };
        let seen = stored(books, purse).unwrap_or_default();
        if !audits.is_empty() && seen != *yen {
            let issue = Issue::at(place(), "accounts.opening_kept_audited").with("purse", purse);
            issues.push(issue.with("before", shown(&seen)).with("after", shown(yen)));
            *yen = seen;
        } else if let Some(before) = stored(books, purse).filter(|before| before != yen) {
            let place = place();
            let issue = Issue::at(place, "accounts.opening_differs").with("purse", purse);
            issues.push(issue.with("before", shown(&before)).with("after", shown(yen)));
        }
    }
    openings
}

/// True when the paper writes an opening for one of the purses of a book.
fn is_told(book: &str, lines: &[BookLine], written: &BTreeMap<String, Yen>) -> bool {
    lines.iter().any(|line| line.book == book && written.contains_key(&line.purse))
}

fn stored(books: &Books, purse: &str) -> Option<Yen> {
    let id = books.purses.iter().find(|known| known.name == purse)?.id;
    books.openings.iter().find(|opening| opening.purse_id == id).map(|opening| opening.amount_yen)
}
