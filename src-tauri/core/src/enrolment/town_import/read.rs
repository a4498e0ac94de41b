//! 一行ずつ読む: what a row says of one town on one day.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::TownDraft;
use crate::calendar::FiscalYear;
use crate::enrolment::Town;
use crate::enrolment::ages::PUBLISHED;
use crate::intake::cells;
use crate::intake::layout::{Place, Record, Table};
use crate::intake::plan::Issue;
use crate::intake::told::unread;

/// A town as one row has it.
#[derive(Debug)]
pub(super) struct Row {
    pub place: Place,
    pub row: u32,
    pub draft: TownDraft,
}

/// Reads all records of a table.
pub(super) fn rows(table: &Table, year: FiscalYear, rows: &mut Vec<Row>, issues: &mut Vec<Issue>) {
    let of_sheet = table.as_of();
    let mut is_told = false;
    for record in table.records() {
        let name = record.text("town").unwrap_or_default().into_owned();
        if name.is_empty() {
            continue;
        }
        let as_of_on = day(&record, year).or(of_sheet).unwrap_or_else(|| {
            if !std::mem::replace(&mut is_told, true) {
                let words = paper::wareki::long(year.city_first_day());
                issues.push(Issue::at(record.place("town"), "enrolment.town_without_day").with("day", words));
            }
            year.city_first_day()
        });
        let draft = TownDraft {
            place: record.text("place").unwrap_or_default().into_owned(),
            as_of_on,
            households: households(&record, &name, issues),
            persons: count(&record, "persons"),
            ages: ages(&record),
            known: None,
            name,
        };
        rows.push(Row { place: record.place("town"), row: record.row(), draft });
    }
}

fn day(record: &Record, year: FiscalYear) -> Option<NaiveDate> {
    let raw = record.raw("as_of")?;
    american(&cells::text(&raw)).or_else(|| cells::date(&raw, Some(year), None).value)
}

/// 4/1/2021, as the city's older files write the first of April: month, day, year. A day above 12 in front is no such date.
fn american(words: &str) -> Option<NaiveDate> {
    let mut parts = words.split('/').map(|part| part.parse::<u32>().ok());
    let (month, day, year) = (parts.next()??, parts.next()??, parts.next()??);
    let is_date = parts.next().is_none() && (1900..2200).contains(&year);
    is_date.then(|| NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)).flatten()
}

/// The count, or none with a word on why: not published, or not readable. Never zero.
fn households(record: &Record, name: &str, issues: &mut Vec<Issue>) -> Option<i64> {
    let column = record.columns("households").next()?;
    let Some(raw) = record.at(column) else {
        issues.push(suppressed(record, name, ""));
        return None;
    };
    let reading = cells::count(&raw);
    issues.extend(reading.issue.map(|code| unread(record, column, code)));
    let count = reading.value?;
    if count.number.is_none() {
        issues.push(suppressed(record, name, &cells::text(&raw)));
    }
    count.number
}

fn suppressed(record: &Record, name: &str, text: &str) -> Issue {
    let issue = Issue::at(record.place("households"), "enrolment.town_suppressed");
    issue.with("town", name).with("text", if text.is_empty() { "空欄" } else { text })
}

/// Persons by age, both sexes, where every published band can be read: man1, woman1 … woman18.
fn ages(record: &Record) -> Option<Vec<i64>> {
    let mut ages = vec![0; PUBLISHED];
    let mut seen = 0;
    for column in record.columns("ages") {
        let Some(band) = band(&column.heading) else { continue };
        ages[band] += cells::count(&*record.at(column)?).value?.number?;
        seen += 1;
    }
    (seen == PUBLISHED * 2).then_some(ages)
}

/// The band of man3 and woman3: the third.
fn band(heading: &str) -> Option<usize> {
    let digits = heading.trim().strip_prefix("woman").or_else(|| heading.trim().strip_prefix("man"))?;
    digits.parse::<usize>().ok().filter(|n| (1..=PUBLISHED).contains(n)).map(|n| n - 1)
}

fn count(record: &Record, field: &str) -> Option<i64> {
    record.raw(field).and_then(|raw| cells::count(&raw).value).and_then(|count| count.number)
}

/// Gives towns whose names are broken the name that stands at the same place elsewhere; those that stay unknown are told and
/// left out.
pub(super) fn named(rows: Vec<Row>, stored: &[Town], issues: &mut Vec<Issue>) -> Vec<Row> {
    let of_file = rows.iter().map(|row| (row.draft.place.clone(), row.draft.name.clone()));
    let of_office = stored.iter().map(|town| (town.place.clone(), town.name.clone()));
    let at: HashMap<String, String> =
        of_file.chain(of_office).filter(|(place, name)| !place.is_empty() && !is_broken(name)).collect();
    let mut whole = Vec::with_capacity(rows.len());
    for mut row in rows {
        if is_broken(&row.draft.name) {
            let Some(name) = at.get(&row.draft.place) else {
                let issue = Issue::at(row.place, "enrolment.town_unknown");
                issues.push(issue.with("text", &row.draft.name));
                continue;
            };
            issues.push(Issue::at(row.place.clone(), "enrolment.town_name_broken").with("town", name));
            row.draft.name.clone_from(name);
        }
        whole.push(row);
    }
    whole
}

/// Characters that were lost when somebody wrote the file.
fn is_broken(name: &str) -> bool {
    name.contains('\u{FFFD}')
}
