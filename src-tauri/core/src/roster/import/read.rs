//! 一行ずつ読む: what one row says of one person.

use chrono::NaiveDate;
use paper::{RawValue, column_letters};

use super::draft::PersonDraft;
use super::leavers::{day_of, is_about_leavers, is_gone, reason_in};
use super::names::name;
use super::roles::{self, Term};
use super::{Stored, family, places, stays};
use crate::calendar::{FiscalYear, year_in};
use crate::intake::cells::{self, Reading};
use crate::intake::layout::{Place, Record, Table};
use crate::intake::plan::Issue;
use crate::intake::told::unread;
use crate::text::complete_address;

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
        let family = family::housemates(&record, &draft, issues);
        let is_new = !draft.name.is_blank() && above.as_ref().is_none_or(|above| !repeats(&above.draft, &draft));
        if is_new {
            rows.push(Row { sheet: table.sheet, row: record.row(), col, is_open: has_contacts, draft });
        } else if !draft.is_blank() {
            match above.filter(|_| draft.gives_only_roles()) {
                Some(above) => above.draft.go_on(draft),
                None => issues.push(Issue::at(record.place(name_field(table)), "roster.row_without_name")),
            }
        }
        let col = record.columns("housemates").next().map_or(col, |column| column.col);
        rows.extend(family.into_iter().map(|draft| Row {
            sheet: table.sheet,
            row: record.row(),
            col,
            is_open: has_contacts,
            draft,
        }));
    }
}

/// 妻, 子: somebody of the family above. The head of a family begins anew.
fn is_of_family(record: &Record) -> bool {
    let relation = record.text("relation").unwrap_or_default();
    !matches!(relation.trim(), "" | "本人" | "世帯主" | "主" | "戸主" | "筆頭者")
}

/// The address of a family is written once.
pub(super) fn live_with(above: &PersonDraft, draft: &mut PersonDraft) {
    if draft.address.is_empty() && !draft.name.is_blank() {
        draft.address.clone_from(&above.address);
        draft.postal.clone_from(&above.postal);
        if draft.phone.is_empty() {
            draft.phone.clone_from(&above.phone);
        }
    }
}

pub(super) fn name_field(table: &Table) -> &'static str {
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
        draft.joined_on = stays::joined(record, issues);
        draft.left_on = self.left(record, &draft.note, issues);
        if draft.left_on.is_some() {
            let said = reason_in([draft.note.as_str()].into_iter().chain(record.section()));
            draft.left_reason = if said.is_empty() { self.left_reason } else { said }.to_owned();
        }
        stays::in_order(record, &mut draft, issues);
        let term = self.term(record, issues);
        draft.roles = roles::roles(record, table, &self.stored.council, term, issues);
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
pub(super) fn told<T>(record: &Record, field: &str, reading: Reading<T>, issues: &mut Vec<Issue>) -> Option<T> {
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
