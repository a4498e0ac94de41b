//! The rest of the small year's enrolment: flats, sources, the whole city, what was said a year before.

use paper::Value;

use super::facts::{blank, count, day, yen};
use crate::fact::{FactRow, Facts, row, words};

/// What a line says beside its counts.
pub(super) fn observed(flats: Option<i64>) -> FactRow {
    row([
        ("flats", flats.map_or_else(blank, count)),
        ("recorded_on", blank()),
        ("recorded_source", words("")),
        ("previous_flats", count(12)),
        ("previous_blocks", count(4)),
        ("previous_fee_month_yen", yen(300)),
        ("previous_chair", words("齋藤　守")),
        ("source_and_note", words("")),
        ("place", blank()),
    ])
}

/// What is stated of the year as a whole.
pub(super) fn state(facts: &mut Facts, compared: Vec<FactRow>) {
    let points = Value::Points(-7);
    for (name, value) in [
        ("source", Value::text("自治会加入状況.xlsx")),
        ("counted_flats", Value::Count(15)),
        ("flats_of", Value::Count(1)),
        ("city_households", Value::Count(187_000)),
        ("city_enrolled", Value::Blank),
        ("city_previous", Value::Blank),
        ("city_change", Value::Blank),
        ("city_rate_percent", Value::Percent(544)),
        ("city_points", points),
        ("city_source", Value::text("市の統計書")),
        ("city_unpublished", Value::Blank),
    ] {
        facts.state(format!("enrolment.{name}"), value);
    }
    facts.extend(row([("enrolment.city_as_of_on", day("2025-04-01"))]).into());
    facts.state_list("enrolment.compared", compared);
}

/// A line with a recorded count beside the reported one.
pub(super) fn compared(line: &FactRow) -> FactRow {
    let mut line = line.clone();
    line.extend(row([
        ("recorded", count(68)),
        ("recorded_on", day("2025-04-01")),
        ("recorded_source", words("班長会の報告")),
        ("recorded_difference", count(2)),
    ]));
    line
}
