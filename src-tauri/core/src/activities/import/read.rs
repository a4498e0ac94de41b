//! 事業実績の行: from a table to drafts.

use super::draft::{KnownActivities, OccasionDraft};
use super::off;
use super::when::when;
use crate::calendar::FiscalYear;
use crate::enrolment::Certainty;
use crate::intake::cells::{self, Count};
use crate::intake::days::Days;
use crate::intake::headings::{is_bracketed, is_whole_of_parts};
use crate::intake::layout::{FoundColumn, Record, Table, Why};
use crate::intake::plan::{Issue, Plan, SkippedRow};
use crate::intake::told::unread;

/// The drafts of one table; what cannot be read is told in the plan.
pub fn rows(
    table: &Table,
    year: FiscalYear,
    known: &KnownActivities,
    plan: &mut Plan<OccasionDraft>,
) -> Vec<OccasionDraft> {
    let mut days = Days::new(year, table.sheet);
    let mut drafts = Vec::new();
    for record in table.records() {
        match draft(&record, year, &mut days, plan) {
            Some(draft) => drafts.push(placed(draft, known)),
            None => plan.skipped.push(SkippedRow { sheet: table.sheet.to_owned(), row: record.row(), why: Why::Note }),
        }
    }
    drafts
}

/// The draft under the line of work and the committee that the office file knows.
fn placed(draft: OccasionDraft, known: &KnownActivities) -> OccasionDraft {
    // A committee stands with a line of work: an occasion of none is one of its own.
    let name = if draft.activity.is_empty() && !draft.committee.is_empty() { &draft.title } else { &draft.activity };
    let activity = known.spelling(name);
    let committee =
        if draft.committee.is_empty() { known.budgeted_committee(&activity).to_owned() } else { draft.committee };
    OccasionDraft { activity, committee, ..draft }
}

fn draft(record: &Record, year: FiscalYear, days: &mut Days, plan: &mut Plan<OccasionDraft>) -> Option<OccasionDraft> {
    let text = |field: &str| record.joined(field, "　").unwrap_or_default().into_owned();
    let activity = text("activity");
    let title = Some(text("title")).filter(|title| !title.is_empty()).unwrap_or_else(|| activity.clone());
    let when = when(record, year, days);
    let column = ["date", "from", "day", "month"].into_iter().find_map(|field| record.columns(field).next());
    if title.is_empty() {
        return None;
    }
    let (title, called_off) = called_off(record, title);
    if called_off.is_some() {
        plan.issues.push(Issue::at(record.place("title"), "activities.called_off").with("title", &title));
    }
    let Some(when) = when else {
        plan.issues.push(Issue::at(record.place("date"), "activities.no_date").with("title", &title));
        return None;
    };
    plan.issues.extend(when.issue.zip(column).map(|(code, column)| unread(record, column, code)));
    let is_word = record.text("participants").is_some_and(|words| off::of_words(&words).is_some());
    let participants = if is_word { None } else { count(record, "participants", plan) };
    let helpers = count(record, "helpers", plan);
    Some(OccasionDraft {
        year,
        known: None,
        sheet: record.place("title").sheet,
        row: record.row(),
        activity,
        committee: text("committee"),
        title,
        called_off,
        from_on: when.from_on,
        to_on: when.to_on,
        is_listed: when.is_listed,
        place: text("place"),
        participants: participants.and_then(|count| Some((count.number?, certainty(count)))),
        helpers: helpers.and_then(|count| count.number),
        target: text("target"),
        notice: text("notice"),
        content: with_time(when.words, text("content")),
        reflection: text("reflection"),
        effect: text("effect"),
        author: text("author"),
    })
}

/// 中止 or 延期 behind the title, in a column for it, or where the count would stand: the title without it, and why.
fn called_off(record: &Record, title: String) -> (String, Option<String>) {
    if let Some((title, why)) = off::of_title(&title) {
        return (title, Some(why));
    }
    let said = ["state", "participants", "content"].into_iter().find_map(|field| off::of_words(&record.text(field)?));
    (title, said)
}

fn certainty(count: Count) -> Certainty {
    if count.is_rounded { Certainty::Rounded } else { Certainty::Counted }
}

/// The count of a row: one column, or the columns into which it is parted (大人, 子ども) added up.
fn count(record: &Record, field: &str, plan: &mut Plan<OccasionDraft>) -> Option<Count> {
    let mut read = |column: &FoundColumn| {
        let reading = cells::count(record.at(column)?.as_ref());
        plan.issues.extend(reading.issue.map(|code| unread(record, column, code)));
        reading.value
    };
    let is_part = |column: &&FoundColumn| is_bracketed(&column.heading) || column.heading.contains(' ');
    let is_sum = |column: &&FoundColumn| column.heading.split(' ').skip(1).last().is_some_and(is_whole_of_parts);
    let whole = record.columns(field).find(|column| is_sum(column) || !is_part(column));
    if let Some(column) = whole {
        return read(column);
    }
    let parts: Vec<Count> =
        record.columns(field).filter_map(&mut read).filter(|count| count.number.is_some()).collect();
    let sum = Count {
        number: Some(parts.iter().filter_map(|count| count.number).sum()),
        is_rounded: parts.iter().any(|count| count.is_rounded),
    };
    (!parts.is_empty()).then_some(sum)
}

/// Words about the time stand before what was done.
fn with_time(words: Option<String>, content: String) -> String {
    match words {
        Some(words) if content.is_empty() => format!("実施時期：{words}"),
        Some(words) => format!("実施時期：{words}　{content}"),
        None => content,
    }
}
