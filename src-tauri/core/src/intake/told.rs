//! 一覧の言葉: how drafts, differences and notes of an import are shown.

use std::collections::BTreeMap;

use paper::{Negative, Value};

use super::cells::{self, Reading};
use super::columns::Kind;
use super::layout::{FoundColumn, Record};
use super::plan::{Difference, Issue, ShownCell};
use crate::money::Yen;
use crate::text::search_key;

/// 12,345 or △ 500
pub fn shown(amount: &Yen) -> String {
    Value::from(*amount).shown(Negative::White)
}

/// The sentence of a code that names nothing.
pub fn sentence(code: &str) -> String {
    crate::words::error(code, &BTreeMap::new()).title
}

/// A sentence about the file as a whole.
pub fn note(code: &'static str, name: &'static str, value: impl ToString) -> String {
    crate::words::error(code, &BTreeMap::from([(name, value.to_string())])).title
}

/// The issue of a cell that could not be read, or was read with a doubt.
pub fn unread(record: &Record, column: &FoundColumn, code: &'static str) -> Issue {
    let text = record.at(column).map(|raw| cells::text(&raw).into_owned()).unwrap_or_default();
    Issue::at(record.place_of(column), code).with("text", text)
}

/// The amount of a cell. What is not written in plain figures is told with what was read: each way of writing once, where it
/// first stands, and how often it came again.
pub fn amount(record: &Record, column: &FoundColumn, issues: &mut Vec<Issue>) -> Reading<Yen> {
    let Some(raw) = record.at(column) else { return Reading::BLANK };
    let reading = cells::yen(&raw);
    issues.extend(reading.issue.map(|code| unread(record, column, code)));
    if let (Some(read), Some(way)) = (reading.value, cells::way_of_writing(&raw)) {
        match issues.iter_mut().find(|issue| issue.params.get("way") == Some(&way)) {
            Some(first) => {
                let more = first.params.get("more").and_then(|more| more.parse::<usize>().ok()).unwrap_or_default();
                first.code = "intake.amount_read_often";
                first.params.insert("more", (more + 1).to_string());
            }
            None => {
                let issue = unread(record, column, "intake.amount_read");
                issues.push(issue.with("read", spoken(read)).with("way", way));
            }
        }
    }
    reading
}

/// 1,234, or マイナス500: a mark before it would be read as it was written.
fn spoken(amount: Yen) -> String {
    let plain = |amount: Yen| Value::from(amount).shown(Negative::White);
    if amount < Yen(0) { format!("マイナス{}", plain(-amount)) } else { plain(amount) }
}

fn label(kind: Kind, field: &str) -> String {
    kind.fields().fields.iter().find(|f| f.name == field).map_or(field, |f| &f.label).to_owned()
}

/// Gathers the cells of one draft; blanks are left out.
#[derive(Debug)]
pub struct Cells {
    kind: Kind,
    cells: Vec<ShownCell>,
}

impl Cells {
    /// None so far.
    pub fn new(kind: Kind) -> Cells {
        Cells { kind, cells: vec![] }
    }

    /// A value as it would be kept.
    pub fn add(&mut self, field: &str, shown: &str) {
        self.labelled(field, &label(self.kind, field), shown);
    }

    /// A value under a label of its own.
    pub fn labelled(&mut self, field: &str, label: &str, shown: &str) {
        if !shown.is_empty() {
            let label = label.to_owned();
            self.cells.push(ShownCell { field: field.to_owned(), label, shown: shown.to_owned() });
        }
    }

    /// All of them.
    pub fn done(self) -> Vec<ShownCell> {
        self.cells
    }
}

/// Gathers differences of one record.
#[derive(Debug)]
pub struct Differences {
    kind: Kind,
    found: Vec<Difference>,
}

impl Differences {
    /// None so far.
    pub fn new(kind: Kind) -> Differences {
        Differences { kind, found: vec![] }
    }

    /// Words; blanks of the file take nothing away, and a spelling equal under the folded key is the same.
    pub fn words(&mut self, field: &str, before: &str, after: &str) {
        self.unless(search_key(before) == search_key(after), field, before, after);
    }

    /// Words with a rule of their own for what is the same; blanks of the file take nothing away.
    pub fn unless(&mut self, is_same: bool, field: &str, before: &str, after: &str) {
        if !is_same && !after.is_empty() {
            self.add(field, before.to_owned(), after.to_owned());
        }
    }

    /// A value that the file has; shown in words.
    pub fn value<T: PartialEq>(
        &mut self,
        field: &str,
        before: Option<&T>,
        after: Option<&T>,
        show: impl Fn(&T) -> String,
    ) {
        if let Some(after) = after.filter(|after| before != Some(after)) {
            self.add(field, before.map(&show).unwrap_or_default(), show(after));
        }
    }

    fn add(&mut self, field: &str, before: String, after: String) {
        let label = label(self.kind, field);
        self.found.push(Difference { field: field.to_owned(), label, before, after });
    }

    /// All of them.
    pub fn done(self) -> Vec<Difference> {
        self.found
    }
}
