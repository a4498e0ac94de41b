//! What one record states: an occasion that stands alone, or all its days together.

use paper::Value;

use super::people::people;
use super::{Names, came, counted, dated, distinct, lines, occasion_row, on_told, photo_rows};
use crate::activities::{Occasion, days_told, records};
use crate::fact::{Fact, FactRow, row, words};

/// One line for each record.
pub(super) fn rows<'a>(occasions: impl IntoIterator<Item = &'a Occasion>, names: &Names) -> Vec<FactRow> {
    records(occasions).iter().map(|days| record_row(days, names)).collect()
}

/// Those who came and helped are summed over the days that were held; what differs between days is told with its day.
fn record_row(days: &[&Occasion], names: &Names) -> FactRow {
    let held: Vec<&Occasion> = days.iter().copied().filter(|o| o.is_held()).collect();
    let first = held.first().copied().unwrap_or(days[0]);
    let alone = occasion_row(first, names);
    if days.len() == 1 {
        return alone;
    }
    let each = |of: fn(&Occasion) -> String, between: &str| {
        let texts = distinct(days, of).into_iter().map(|(_, text)| text);
        words(&texts.collect::<Vec<_>>().join(between))
    };
    let (content, effect) = (dated(days, Occasion::told_content), dated(days, |o| o.effect.clone()));
    let sum = |of: fn(&Occasion) -> Option<i64>| held.iter().filter_map(|o| of(o)).reduce(|sum, n| sum + n);
    let (participants, participants_certainty) = people(&held);
    let in_all = Occasion { participants, participants_certainty, ..first.clone() };
    let last = days.iter().map(|o| o.to_on).max().unwrap_or(first.to_on);
    let together = row([
        ("when", words(&days_told(days))),
        ("from_on", Value::Date(days[0].from_on).into()),
        ("to_on", Value::Date(last).into()),
        ("hours", each(Occasion::hours, "・")),
        ("weather", each(|o| o.weather.clone(), "・")),
        ("incident", words(&dated(days, |o| o.incident.clone()))),
        ("place", each(|o| o.place.clone(), "・")),
        ("participants", counted(first, in_all.participants)),
        ("came", came(&in_all)),
        ("participants_label", words(&if first.is_held() { in_all.participants_label() } else { String::new() })),
        ("helpers", counted(first, sum(|o| o.helpers))),
        ("worked", words(&names.worked(&held))),
        ("target", each(|o| o.target.clone(), "、")),
        ("notice", each(|o| o.notice.clone(), "、")),
        ("told", words(&lines([&content, &effect]))),
        ("content", words(&content)),
        ("reflection", words(&dated(days, |o| o.reflection.clone()))),
        ("effect", words(&effect)),
        ("author", each(|o| o.author.clone(), "、")),
        ("photos", Fact::List(days.iter().flat_map(|o| photo_rows(o, names)).collect())),
    ]);
    alone.into_iter().chain(together).collect()
}

/// An occasion to which others are invited: with all days of its record that are still to come and of which the sheet says the
/// same, but for the words about the day and the last day to apply.
pub(super) fn invited_row(o: &Occasion, all: &[Occasion], names: &Names) -> FactRow {
    let told = |o: &Occasion| (o.hours(), o.place.clone(), o.announcement.without_own());
    let own = told(o);
    let is_day = |other: &&Occasion| {
        o.series_id.is_some() && other.series_id == o.series_id && other.is_planned() && told(other) == own
    };
    let days: Vec<&Occasion> = all.iter().filter(is_day).collect();
    let mut invited = occasion_row(o, names);
    if days.len() > 1 && o.is_planned() {
        invited.insert("on_told".into(), words(&on_told(&days)));
    }
    invited
}
