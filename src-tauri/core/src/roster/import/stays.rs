//! 入会日と退会日: the days of a file, and that nobody leaves before they came.

use chrono::NaiveDate;
use paper::wareki;

use super::draft::PersonDraft;
use super::read::told;
use crate::intake::cells;
use crate::intake::layout::{Place, Record};
use crate::intake::plan::Issue;
use crate::roster::Person;

/// 入会日. Of a month alone the first day is taken, and told.
pub(super) fn joined(record: &Record, issues: &mut Vec<Issue>) -> Option<NaiveDate> {
    let raw = record.raw("joined")?;
    let whole = cells::date(&raw, None, None);
    match (whole.value, cells::period(&raw, None).value) {
        (None, Some((first, _))) => {
            let issue = Issue::at(record.place("joined"), "roster.joined_day_assumed");
            issues.push(issue.with("text", cells::text(&raw)).with("day", wareki::long(first)));
            Some(first)
        }
        _ => told(record, "joined", whole, issues),
    }
}

/// The days of one row against each other; what cannot be is left out and told.
pub(super) fn in_order(record: &Record, draft: &mut PersonDraft, issues: &mut Vec<Issue>) {
    if draft.joined_on.zip(draft.left_on).is_some_and(|(joined, left)| left < joined) {
        draft.joined_on = None;
        issues.push(Issue::at(record.place("joined"), "roster.joined_after_left").with("name", draft.name.full()));
    }
}

/// The days of a file against those of the stored person, earlier stays too.
pub(super) fn keep_in_order(person: &Person, draft: &mut PersonDraft, place: Place) -> Option<Issue> {
    let (joined, left) = (draft.joined_on.or(person.joined_on), draft.left_on.or(person.left_on));
    let ended = person.former_stays.iter().filter_map(|stay| stay.left_on).max();
    let is_reversed = joined.zip(left).is_some_and(|(joined, left)| left < joined);
    let is_within_former = draft.joined_on.zip(ended).is_some_and(|(joined, ended)| joined < ended);
    let brings_days = draft.joined_on.or(draft.left_on).is_some();
    if !brings_days || !(is_reversed || is_within_former) {
        return None;
    }
    (draft.joined_on, draft.left_on, draft.left_reason) = (None, None, String::new());
    Some(Issue::at(place, "roster.stay_disagrees").with("name", draft.name.full()))
}
