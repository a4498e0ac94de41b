//! 使い方: one page per task, in plain words (`assets/help/pages`), with the picture of the screen that it is about
//! (`assets/help/pictures`, taken by the tests from the running desk), and a sentence for each field (`assets/help/fields`).

pub mod booklet;
mod fields;
mod tour;

use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use fields::{FieldHelp, fields};
pub use tour::{TourStep, tour};

include!(concat!(env!("OUT_DIR"), "/help.rs"));

/// One page of help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HelpPage {
    /// Its file's name without the ending: 13-receipts. Pages stand in the order of their names.
    pub id: String,
    /// 領収書をしまう
    pub title: String,
    /// Routes of the desk's pages that it is about; it also serves what lies below them.
    pub at: Vec<String>,
    /// The address of the screen that its picture shows.
    pub picture: String,
    /// Its words, top to bottom.
    pub parts: Vec<HelpPart>,
}

/// A part of a page of help.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "kind", content = "text", rename_all = "snake_case")]
pub enum HelpPart {
    /// What it is for.
    Text(String),
    /// One thing to do; the steps of a page are done in their order.
    Step(String),
    /// What is good to know.
    Note(String),
}

/// The head of a file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Head {
    title: String,
    at: Vec<String>,
    picture: String,
}

/// Every page, in order.
pub fn pages() -> &'static [HelpPage] {
    static PAGES: OnceLock<Vec<HelpPage>> = OnceLock::new();
    PAGES.get_or_init(|| files("pages/", ".md").filter_map(|(id, bytes)| page(id, bytes)).collect())
}

/// The picture of a page, as a JPEG; none while there is none.
pub fn picture(id: &str) -> Option<&'static [u8]> {
    files("pictures/", ".jpg").find(|(name, _)| *name == id).map(|(_, bytes)| bytes)
}

fn named(name: &str) -> Option<&'static [u8]> {
    FILES.iter().find(|(file, _)| *file == name).map(|(_, bytes)| *bytes)
}

fn files(folder: &'static str, ending: &'static str) -> impl Iterator<Item = (&'static str, &'static [u8])> {
    let named = move |name: &'static str| name.strip_prefix(folder)?.strip_suffix(ending);
    FILES.iter().filter_map(move |(name, bytes)| Some((named(name)?, *bytes)))
}

/// A page as written: a head between two lines of `+++`, then a line for each part.
fn page(id: &str, bytes: &[u8]) -> Option<HelpPage> {
    let text = std::str::from_utf8(bytes).ok()?.strip_prefix("+++\n")?;
    let (head, body) = text.split_once("+++\n")?;
    let Head { title, at, picture } = toml::from_str(head).ok()?;
    let parts = body.lines().map(str::trim).filter(|line| !line.is_empty()).map(part).collect();
    Some(HelpPage { id: id.to_owned(), title, at, picture, parts })
}

fn part(line: &str) -> HelpPart {
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    match (line.split_once(". "), line.strip_prefix("! ")) {
        (Some((number, step)), _) if is_number(number) => HelpPart::Step(step.to_owned()),
        (_, Some(note)) => HelpPart::Note(note.to_owned()),
        _ => HelpPart::Text(line.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_a_page_that_says_what_to_do() {
        assert_eq!(pages().len(), files("pages/", ".md").count(), "a file cannot be read");
        for page in pages() {
            let steps = page.parts.iter().filter(|part| matches!(part, HelpPart::Step(_))).count();
            assert!((2..=8).contains(&steps), "{}: {steps} steps", page.id);
            assert!(matches!(page.parts.first(), Some(HelpPart::Text(_))), "{} begins with what it is for", page.id);
            assert!(!page.title.is_empty() && !page.at.is_empty() && !page.picture.is_empty(), "{}", page.id);
        }
    }

    #[test]
    fn every_step_of_the_first_week_leads_to_a_page_of_help() {
        let known: Vec<&str> = pages().iter().map(|page| page.id.as_str()).collect();
        assert!((5..=10).contains(&tour().len()));
        for step in tour() {
            assert!(known.contains(&step.help.as_str()), "{}: {}", step.id, step.help);
        }
    }

    #[test]
    fn the_booklet_has_every_page_with_its_picture_and_says_where_it_begins() {
        let starts: Vec<usize> = (3..).take(pages().len()).collect();
        let Some(paper::Block::Table(contents)) = booklet::front(&starts).blocks.pop() else { panic!("目次") };
        assert_eq!(contents.rows.len(), pages().len());
        assert_eq!(contents.rows[1].cells[1].value, paper::Value::Count(4));
        assert!(!booklet::title().is_empty());
        for page in pages() {
            let blocks = booklet::document_of(page).blocks;
            assert!(matches!(blocks.last(), Some(paper::Block::Figure(_))), "{}", page.id);
        }
    }

    #[test]
    fn numbers_of_the_steps_in_the_file_are_right() {
        for (id, bytes) in files("pages/", ".md") {
            let text = std::str::from_utf8(bytes).unwrap();
            let numbers = text.lines().filter_map(|line| line.split_once(". ")?.0.parse::<usize>().ok());
            assert!(numbers.enumerate().all(|(at, number)| number == at + 1), "{id}");
        }
    }
}
