//! 一行ずつ読む: what a row of the register says of one piece.

use super::PieceDraft;
use crate::calendar::FiscalYear;
use crate::equipment::MoneySource;
use crate::intake::cells::{self, Reading};
use crate::intake::layout::{Place, Record, Table, Why};
use crate::intake::plan::{Issue, Plan, SkippedRow};
use crate::intake::told::unread;
use crate::text::half_width;

/// A piece as one row has it.
#[derive(Debug)]
pub(super) struct Row {
    pub place: Place,
    pub row: u32,
    pub draft: PieceDraft,
}

/// Words by which a register says whose money it was.
const SOURCES: [(&[&str], MoneySource); 4] = [
    (&["寄贈", "寄附", "寄付", "譲受"], MoneySource::Donation),
    (&["交付金", "補助金", "助成"], MoneySource::Grant),
    (&["特別会計", "積立"], MoneySource::Fund),
    (&["自主財源", "自己資金", "自己財源", "一般会計", "会費"], MoneySource::Own),
];

/// Reads all records of a table; what is gone already is told and left out.
pub(super) fn rows(table: &Table, year: FiscalYear, plan: &mut Plan<PieceDraft>) -> Vec<Row> {
    let mut rows = Vec::new();
    for record in table.records() {
        let skipped = SkippedRow { sheet: table.sheet.to_owned(), row: record.row(), why: Why::Note };
        let name = text(&record, "name");
        if name.is_empty() {
            plan.skipped.push(skipped);
            continue;
        }
        if !text(&record, "gone").is_empty() {
            plan.issues.push(Issue::at(record.place("gone"), "equipment.row_gone").with("name", name));
            plan.skipped.push(skipped);
            continue;
        }
        let draft = draft(&record, name, year, plan);
        rows.push(Row { place: record.place("number"), row: record.row(), draft });
    }
    rows
}

fn draft(record: &Record, name: String, year: FiscalYear, plan: &mut Plan<PieceDraft>) -> PieceDraft {
    let acquired_on = read(record, "acquired", plan, |raw| cells::date(raw, Some(year), None));
    let restricted_until = read(record, "restricted", plan, |raw| cells::date(raw, None, None));
    let count = |raw: &paper::RawValue| cells::count(raw);
    let quantity = read(record, "quantity", plan, count).and_then(|count| count.number).filter(|n| *n > 0);
    // A day that is no day (平成30年ごろ) is kept in its own words.
    let undated = text(record, "acquired");
    let undated =
        if acquired_on.is_some() || undated.is_empty() { String::new() } else { format!("取得：{undated}") };
    let note = [undated, text(record, "note")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    PieceDraft {
        known: None,
        number: half_width(&text(record, "number")).trim().to_owned(),
        name,
        model: text(record, "model"),
        kind: text(record, "kind"),
        quantity,
        price_yen: read(record, "price", plan, cells::yen),
        acquired_on,
        source: source(&text(record, "source")),
        place: text(record, "place"),
        keeper: text(record, "keeper"),
        useful_years: years(&text(record, "useful_years")),
        restricted_until,
        note: note.join("　"),
    }
}

fn text(record: &Record, field: &str) -> String {
    record.joined(field, "　").unwrap_or_default().trim().to_owned()
}

/// 8, ８年
fn years(words: &str) -> Option<i64> {
    half_width(words).trim().trim_end_matches('年').parse().ok().filter(|years| (1..=100).contains(years))
}

/// A cell read, or a word on why it could not be.
fn read<T>(
    record: &Record,
    field: &str,
    plan: &mut Plan<PieceDraft>,
    how: impl Fn(&paper::RawValue) -> Reading<T>,
) -> Option<T> {
    let column = record.columns(field).next()?;
    let reading = how(&*record.at(column)?);
    plan.issues.extend(reading.issue.map(|code| unread(record, column, code)));
    reading.value
}

/// Whose money a word tells; the word itself is kept where it names more than that.
pub(super) fn source(words: &str) -> Option<(MoneySource, String)> {
    if words.is_empty() {
        return None;
    }
    let is_in = |(names, _): &&(&[&str], MoneySource)| names.iter().any(|name| words.contains(name));
    let Some((names, source)) = SOURCES.iter().find(is_in) else {
        return Some((MoneySource::Unknown, words.to_owned()));
    };
    let rest = names.iter().fold(words.to_owned(), |rest, name| rest.replace(name, ""));
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || "（）()：:・".contains(c)).to_owned();
    let name = match source {
        // The name of a grant is the whole word.
        MoneySource::Grant | MoneySource::Fund => words.to_owned(),
        _ => rest,
    };
    Some((*source, name))
}
