//! 一行ずつ読む: what one row says of one person.

use std::collections::HashSet;

use chrono::NaiveDate;
use paper::{RawValue, column_letters};

use super::draft::PersonDraft;
use super::leavers::{day_of, is_about_leavers, is_gone, reason_in};
use super::roles::{self, Term};
use super::{Stored, places};
use crate::calendar::{FiscalYear, year_in};
use crate::intake::cells::{self, Reading};
use crate::intake::layout::{Place, Record, Table};
use crate::intake::plan::Issue;
use crate::intake::told::unread;
use crate::roster::PersonName;
use crate::text::{complete_address, is_invisible, is_kana, katakana, search_key};

/// Longer than any name.
const LONGEST_NAME: usize = 200;

/// A person as one row has them.
#[derive(Debug, Clone)]
pub(super) struct Row<'a> {
    pub sheet: &'a str,
    pub row: u32,
    /// The column of the name.
    col: u32,
    /// Its table has places for contacts; where they are empty, nothing says who of a name is meant.
    pub is_open: bool,
    pub draft: PersonDraft,
}

impl Row<'_> {
    /// Where the name stands.
    pub fn place(&self) -> Place {
        Place { sheet: self.sheet.to_owned(), cell: format!("{}{}", column_letters(self.col), self.row) }
    }
}

/// What every row of a table shares.
struct Shared<'a> {
    stored: &'a Stored,
    year: FiscalYear,
    term: Term,
    /// The day that stands for people of a list of leavers without a date.
    left_on: Option<NaiveDate>,
    /// Why those of a list of leavers have left, where its name says so.
    left_reason: &'static str,
}

/// Reads all records of a table; a row without a name goes on with the person above.
pub(super) fn rows<'a>(
    table: &Table<'a>,
    stored: &Stored,
    year: FiscalYear,
    rows: &mut Vec<Row<'a>>,
    issues: &mut Vec<Issue>,
) {
    let titles = || [table.sheet].into_iter().chain(table.titles.iter().map(String::as_str));
    let is_leavers = titles().any(is_about_leavers);
    let named = year_in(table.sheet).map(|(year, _)| year).or_else(|| table.year()).filter(|named| *named < year);
    let last_day = named.unwrap_or(year.previous()).last_day();
    let (term, left_on, left_reason) = (roles::table_term(table), is_leavers.then_some(last_day), reason_in(titles()));
    let shared = Shared { stored, year, term, left_on, left_reason };
    let first = rows.len();
    let has_contacts = ["address", "phone", "mobile", "birth"].iter().any(|field| table.has(field));
    let col = table.columns.iter().find(|c| c.field == Some(name_field(table))).map_or(1, |c| c.col);
    for record in table.records() {
        let Some(mut draft) = shared.draft(&record, table, issues) else { continue };
        let above = rows[first..].last_mut();
        if let Some(above) = above.as_ref().filter(|_| is_of_family(&record)) {
            live_with(&above.draft, &mut draft);
        }
        let is_new = !draft.name.is_blank() && above.as_ref().is_none_or(|above| !repeats(&above.draft, &draft));
        if is_new {
            rows.push(Row { sheet: table.sheet, row: record.row(), col, is_open: has_contacts, draft });
        } else if !draft.is_blank() {
            match above.filter(|_| draft.gives_only_roles()) {
                Some(above) => above.draft.go_on(draft),
                None => issues.push(Issue::at(record.place(name_field(table)), "roster.row_without_name")),
            }
        }
    }
}

/// 妻, 子: somebody of the family above. The head of a family begins anew.
fn is_of_family(record: &Record) -> bool {
    let relation = record.text("relation").unwrap_or_default();
    !matches!(relation.trim(), "" | "本人" | "世帯主" | "主" | "戸主" | "筆頭者")
}

/// The address of a family is written once.
fn live_with(above: &PersonDraft, draft: &mut PersonDraft) {
    if draft.address.is_empty() && !draft.name.is_blank() {
        draft.address.clone_from(&above.address);
        draft.postal.clone_from(&above.postal);
        if draft.phone.is_empty() {
            draft.phone.clone_from(&above.phone);
        }
    }
}

fn name_field(table: &Table) -> &'static str {
    if table.has("name") { "name" } else { "family" }
}

fn repeats(above: &PersonDraft, draft: &PersonDraft) -> bool {
    above.name.family == draft.name.family && above.name.given == draft.name.given && draft.gives_only_roles()
}

impl Shared<'_> {
    fn draft(&self, record: &Record, table: &Table, issues: &mut Vec<Issue>) -> Option<PersonDraft> {
        let mut draft = PersonDraft { name: name(record, table, issues)?, ..PersonDraft::default() };
        self.contact(record, &mut draft, issues);
        draft.birth_on = birth(record, issues);
        draft.note = record.joined("note", " ").unwrap_or_default().into_owned();
        draft.left_on = self.left(record, &draft.note, issues);
        if draft.left_on.is_some() {
            let said = reason_in([draft.note.as_str()].into_iter().chain(record.section()));
            draft.left_reason = if said.is_empty() { self.left_reason } else { said }.to_owned();
        }
        let term = self.term(record, issues);
        draft.roles = roles::roles(record, table, &self.stored.council, term);
        Some(draft)
    }

    fn contact(&self, record: &Record, draft: &mut PersonDraft, issues: &mut Vec<Issue>) {
        draft.postal = record.raw("postal").map(|raw| places::postal(&raw)).unwrap_or_default();
        let address = record.joined("address", "").unwrap_or_default();
        let (postal, address) = places::split_postal(&address);
        draft.address = complete_address(address.trim(), &self.stored.city);
        if draft.postal.is_empty() {
            draft.postal = postal.unwrap_or_default();
        }
        for field in ["phone", "mobile"] {
            for column in record.columns(field) {
                let Some(raw) = record.at(column) else { continue };
                let is_home = ["自宅", "固定"].iter().any(|word| column.heading.contains(word));
                for (number, code) in places::phones(&raw) {
                    issues.extend(code.map(|code| Issue::at(record.place_of(column), code).with("text", &number)));
                    put_phone(draft, number, field == "mobile", is_home);
                }
            }
        }
    }

    /// 退会日, a word in the notes, or a list of leavers.
    fn left(&self, record: &Record, note: &str, issues: &mut Vec<Issue>) -> Option<NaiveDate> {
        let told = record.raw("left").map(|raw| told(record, "left", cells::date(&raw, None, None), issues));
        let is_noted = is_about_leavers(note) || is_gone(note);
        let in_words = is_noted || record.section().is_some_and(is_about_leavers);
        told.flatten()
            .or_else(|| day_of(note).filter(|_| is_noted))
            .or(self.left_on)
            .or_else(|| in_words.then(|| self.year.previous().last_day()))
    }

    fn term(&self, record: &Record, issues: &mut Vec<Issue>) -> Term {
        let range = record.raw("term").and_then(|raw| told(record, "term", cells::period(&raw, None), issues));
        let day = |field: &str, issues: &mut Vec<Issue>| {
            record.raw(field).and_then(|raw| told(record, field, cells::period(&raw, None), issues))
        };
        let from = range.map(|r| r.0).or_else(|| day("from", issues).map(|d| d.0)).or(self.term.0);
        let to = range
            .map(|r| r.1)
            .filter(|to| Some(*to) != from)
            .or_else(|| day("to", issues).map(|d| d.1))
            .or(self.term.1);
        (from, to)
    }
}

/// The value of a reading; what is wrong with it goes to the issues.
fn told<T>(record: &Record, field: &str, reading: Reading<T>, issues: &mut Vec<Issue>) -> Option<T> {
    let column = record.columns(field).next();
    issues.extend(reading.issue.zip(column).map(|(code, column)| unread(record, column, code)));
    reading.value
}

/// Home and mobile each in its place; a mobile number under 電話 goes to the mobiles unless the heading says 自宅.
fn put_phone(draft: &mut PersonDraft, number: String, is_mobile_column: bool, is_home: bool) {
    let wants_mobile = is_mobile_column || (places::is_mobile(&number) && !is_home);
    let (first, second) =
        if wants_mobile { (&mut draft.mobile, &mut draft.phone) } else { (&mut draft.phone, &mut draft.mobile) };
    let is_known = *first == number || *second == number;
    match (first.is_empty(), second.is_empty()) {
        _ if is_known => {}
        (true, _) => *first = number,
        (false, true) if !is_mobile_column => *second = number,
        _ => {}
    }
}

fn birth(record: &Record, issues: &mut Vec<Issue>) -> Option<NaiveDate> {
    if record.columns("birth").nth(1).is_none() {
        return record.raw("birth").and_then(|raw| told(record, "birth", cells::date(&raw, None, None), issues));
    }
    let parts = record.joined("birth", ".")?;
    let whole = RawValue::Text(parts.trim_end_matches('.').to_owned());
    told(record, "birth", cells::date(&whole, None, None), issues)
}

/// None for a name that cannot be one.
fn name(record: &Record, table: &Table, issues: &mut Vec<Issue>) -> Option<PersonName> {
    let word = |field: &str| record.text(field).unwrap_or_default().into_owned();
    let pair = |whole: &str, first: &str, second: &str| {
        if table.has(first) { (word(first), word(second)) } else { split(&word(whole)) }
    };
    let written = word("name");
    let (whole, read) = with_reading(&written).unwrap_or((&written, ""));
    let (family, given) = if table.has("family") { pair("name", "family", "given") } else { split(whole) };
    let beside = pair("kana", "family_kana", "given_kana");
    let kana = if beside.0.is_empty() { split(read) } else { beside };
    let issue = doubt(&family, &given).or_else(|| is_marked_at_an_end(record).then_some("roster.hidden_mark_dropped"));
    let is_too_long = issue == Some("roster.name_too_long");
    let count = family.chars().count() + given.chars().count();
    issues.extend(issue.map(|code| {
        let shown: String = family.chars().chain(given.chars()).take(20).collect();
        Issue::at(record.place(name_field(table)), code).with("name", shown).with("count", count)
    }));
    let name = PersonName { family, given, family_kana: katakana(&kana.0), given_kana: katakana(&kana.1) };
    (!is_too_long).then_some(name)
}

/// 山田　太郎（ヤマダ　タロウ）, or the reading in a line of its own, as name and reading.
fn with_reading(name: &str) -> Option<(&str, &str)> {
    let bracketed = || {
        let (name, rest) = name.split_once(['（', '('])?;
        Some((name.trim(), rest.trim_end().strip_suffix(['）', ')'])?.trim()))
    };
    let lines = || {
        let (upper, lower) = name.split_once('\n')?;
        Some(if is_kana(upper.trim()) { (lower.trim(), upper.trim()) } else { (upper.trim(), lower.trim()) })
    };
    bracketed().or_else(lines).filter(|(name, reading)| !name.is_empty() && is_kana(reading) && !is_kana(name))
}

/// At the first space, of any width. Everything else stays as it was typed.
fn split(name: &str) -> (String, String) {
    match name.split_once(char::is_whitespace) {
        Some((family, given)) => (family.to_owned(), given.trim_start().to_owned()),
        None => (name.to_owned(), String::new()),
    }
}

/// A name of ten thousand characters is none; marks that turn the writing round and private characters are kept and told.
fn doubt(family: &str, given: &str) -> Option<&'static str> {
    let characters = || family.chars().chain(given.chars());
    let is_private = |c: char| matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}');
    match () {
        () if characters().nth(LONGEST_NAME).is_some() => Some("roster.name_too_long"),
        () if characters().any(is_hidden) => Some("roster.hidden_mark"),
        () if characters().any(is_private) => Some("roster.private_character"),
        () => None,
    }
}

/// A mark without width that is no variation selector and no space.
fn is_hidden(c: char) -> bool {
    is_invisible(c) && !c.is_whitespace() && !matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Marks before or after a name were dropped with the spaces around it.
fn is_marked_at_an_end(record: &Record) -> bool {
    ["name", "family", "given"].iter().filter_map(|field| record.raw(field)).any(|raw| match &*raw {
        RawValue::Text(words) => words.chars().any(is_hidden) && !cells::text(&raw).chars().any(is_hidden),
        _ => false,
    })
}

/// 齋藤花子 without a space: parted where another row, or the roster, knows the family with the same reading.
pub(super) fn split_names(rows: &mut [Row], stored: &Stored) {
    let parted =
        |name: &PersonName| !name.given.is_empty() && is_kana(&name.family_kana) && !name.given_kana.is_empty();
    let names = rows.iter().map(|row| &row.draft.name).chain(stored.people.iter().map(|p| &p.name));
    let mut families: HashSet<String> = HashSet::new();
    for name in names.filter(|name| parted(name)) {
        families.insert(family_key(&name.family, &name.family_kana));
    }
    let whole = |name: &PersonName| name.given.is_empty() && !name.given_kana.is_empty();
    for name in rows.iter_mut().map(|row| &mut row.draft.name).filter(|name| whole(name)) {
        let ends = name.family.char_indices().skip(1).map(|(at, _)| at);
        let known = ends.filter(|at| families.contains(&family_key(&name.family[..*at], &name.family_kana))).last();
        if let Some(at) = known {
            name.given = name.family.split_off(at);
        }
    }
}

fn family_key(family: &str, kana: &str) -> String {
    format!("{} {}", search_key(family), search_key(kana))
}
