//! 代替表記: what an old encoding cannot hold, whose it is, and what may be written in its place.

use std::collections::HashMap;

use office::FiscalYear;
use office::lists::{Arranged, ListChoice, arrange, gather, words};
use office::text::everyday_form;
use paper::{Negative, Value};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::{Desk, Error, Result};

/// The cells of a list that CP932 cannot hold.
#[derive(Debug, Deserialize, TS)]
pub struct Unheld {
    pub year: FiscalYear,
    pub choice: ListChoice,
}

/// How a cell is spelt in a file of the old encoding.
#[derive(Debug, Deserialize, TS)]
pub struct Substitute {
    pub written: String,
    pub instead: String,
}

/// A cell that CP932 cannot hold.
#[derive(Debug, Serialize, TS)]
pub struct UnheldCell {
    /// Whose it is.
    pub name: String,
    /// 氏名, 住所 …
    pub column: String,
    pub written: String,
    /// The characters that it cannot hold.
    pub characters: Vec<String>,
    /// For each of the characters what is offered in its place; empty where nobody but the writer knows.
    pub offers: Vec<String>,
    /// 代替表記 of the person, or what is offered.
    pub instead: String,
    /// True for a 代替表記 of the roster: nothing is left to ask.
    pub is_known: bool,
}

impl UnheldCell {
    fn new(name: &str, column: &str, written: String, known: &HashMap<String, String>) -> UnheldCell {
        let characters = sheets::unheld(&written);
        let own = known.get(&written).filter(|own| sheets::unheld(own).is_empty());
        UnheldCell {
            name: name.to_owned(),
            column: column.to_owned(),
            offers: characters.iter().map(|character| offered(character)).collect(),
            instead: own.cloned().unwrap_or_else(|| offered(&written)),
            is_known: own.is_some(),
            characters,
            written,
        }
    }
}

impl Command for Unheld {
    const NAME: &'static str = "lists.unheld";
    type Output = Vec<UnheldCell>;
    fn run(self, desk: &Desk) -> Result<Vec<UnheldCell>> {
        desk.office()?.view(|view| {
            let records = gather::records(view, self.choice.source, self.year)?;
            let alternate = records.rows.iter().map(|row| (row.text("name"), row.text("alternate")));
            let known = alternate.filter(|(_, instead)| !instead.is_empty()).collect();
            Ok(unheld(&arrange(&records, &self.choice), &self.choice, &known))
        })
    }
}

fn unheld(list: &Arranged, choice: &ListChoice, known: &HashMap<String, String>) -> Vec<UnheldCell> {
    let mut cells: Vec<UnheldCell> = Vec::new();
    let at = list.columns.iter().position(|column| column.key == "name");
    for row in list.sections.iter().flat_map(|section| &section.rows) {
        let name = at.map(|at| plain(&row[at])).unwrap_or_default();
        for (column, value) in list.columns.iter().zip(row) {
            let written = plain(value);
            if sheets::unheld(&written).is_empty() || cells.iter().any(|cell| cell.written == written) {
                continue;
            }
            cells.push(UnheldCell::new(&name, &column.label, written, known));
        }
    }
    let labels = group_labels(list, choice).filter(|label| !sheets::unheld(label).is_empty());
    cells.extend(labels.map(|label| UnheldCell::new("", &group_title(choice), label, known)));
    cells
}

fn group_labels(list: &Arranged, choice: &ListChoice) -> impl Iterator<Item = String> {
    let sections = if choice.group.is_some() { list.sections.as_slice() } else { &[] };
    sections.iter().map(|section| section.label.clone())
}

/// Everyday forms without selectors, where the encoding holds them; else room that has to be filled by hand.
fn offered(written: &str) -> String {
    let everyday = |c: char| match sheets::unheld(&c.to_string()).is_empty() {
        true => Some(c),
        false => everyday_form(c).filter(|c| sheets::unheld(&c.to_string()).is_empty()),
    };
    let bare = written.chars().filter(|c| !office::text::is_invisible(*c));
    bare.map(everyday).collect::<Option<String>>().unwrap_or_default()
}

/// The lines of a CSV: headings, then the rows, with their group in front.
pub(super) fn lines(list: &Arranged, choice: &ListChoice) -> Vec<Vec<String>> {
    let group = choice.group.is_some();
    let mut head: Vec<String> = list.columns.iter().map(|column| column.label.clone()).collect();
    if group {
        head.insert(0, group_title(choice));
    }
    let mut lines = vec![head];
    for section in &list.sections {
        for row in &section.rows {
            let own = group.then(|| section.label.clone());
            lines.push(own.into_iter().chain(row.iter().map(plain)).collect());
        }
    }
    lines
}

/// 部会・団体ごと
fn group_title(choice: &ListChoice) -> String {
    let groups = words().source(choice.source).map_or([].as_slice(), |source| &source.groups);
    let group = groups.iter().find(|(key, _)| Some(key) == choice.group.as_ref());
    group.map(|(_, label)| label.clone()).unwrap_or_default()
}

/// A value as another program reads it: numbers without commas.
fn plain(value: &Value) -> String {
    match value {
        Value::Yen(n) | Value::Count(n) => n.to_string(),
        other => other.shown(Negative::Minus),
    }
}

/// The same lines with the chosen spellings; refused while something is left that the encoding lacks.
pub(super) fn respelled(lines: Vec<Vec<String>>, chosen: &[Substitute]) -> Result<Vec<Vec<String>>> {
    let instead: HashMap<&str, &str> =
        chosen.iter().map(|one| (one.written.as_str(), one.instead.trim())).filter(|(_, to)| !to.is_empty()).collect();
    let cell = |cell: String| instead.get(cell.as_str()).map_or(cell.clone(), |to| (*to).to_owned());
    let lines: Vec<Vec<String>> = lines.into_iter().map(|line| line.into_iter().map(cell).collect()).collect();
    match lines.iter().flatten().find(|cell| !sheets::unheld(cell).is_empty()) {
        Some(cell) => {
            Err(Error::refused("lists.unheld").with("name", cell).with("characters", sheets::unheld(cell).join("・")))
        }
        None => Ok(lines),
    }
}
