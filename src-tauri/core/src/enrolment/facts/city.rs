//! 市全体（参考）: the whole city beside the council, as far as it is known.

use paper::Value;

use super::{count, percent, points};
use crate::calendar::FiscalYear;
use crate::enrolment::Known;
use crate::fact::Facts;

/// States `enrolment.city_*`; what nobody said stays blank.
pub(super) fn state(facts: &mut Facts, known: &Known, year: FiscalYear) {
    let (now, before) = (known.city(year), known.city(year.previous()));
    let change = now.enrolled.zip(before.enrolled).map(|(now, before)| now - before);
    facts.state("enrolment.city_households", count(now.households));
    facts.state("enrolment.city_enrolled", count(now.enrolled));
    facts.state("enrolment.city_previous", count(before.enrolled));
    facts.state("enrolment.city_change", count(change));
    facts.state("enrolment.city_rate_percent", percent(now.tenths));
    facts.state("enrolment.city_points", points(now.tenths, before.tenths));
    facts.state("enrolment.city_as_of_on", now.as_of_on.map_or(Value::Blank, Value::Date));
    facts.state("enrolment.city_source", Value::text(now.source));
    facts.state("enrolment.city_unpublished", count(Some(now.unpublished).filter(|towns| *towns > 0)));
}
