//! One line per association.

use std::collections::HashMap;

use paper::Value;

use super::{count, percent, points};
use crate::calendar::FiscalYear;
use crate::enrolment::known::Known;
use crate::enrolment::{AssociationYear, Flag, Observation, Recorded, flags};
use crate::fact::{FactRow, row, words};
use crate::roster::{Organisation, OrganisationId};

/// What the lines of a year are made of.
pub(super) struct Lines<'a> {
    pub known: &'a Known,
    pub observed: &'a HashMap<OrganisationId, HashMap<FiscalYear, &'a Observation>>,
    pub recorded: &'a HashMap<OrganisationId, Recorded>,
    pub year: FiscalYear,
}

impl Lines<'_> {
    /// All associations in the order of papers.
    pub(super) fn rows(&self) -> Vec<FactRow> {
        let now = self.known.records_until(self.year);
        let before = self.known.records_until(self.year.previous());
        let none = HashMap::new();
        let line = |a: &Organisation| {
            let mut line = self.row(a, now.get(&a.id).copied(), self.observed.get(&a.id).unwrap_or(&none));
            let record = before.get(&a.id).or(now.get(&a.id)).copied();
            line.extend(self.last_year(a, record));
            line
        };
        self.known.associations.iter().map(line).collect()
    }

    fn row(
        &self,
        association: &Organisation,
        record: Option<&AssociationYear>,
        observed: &HashMap<FiscalYear, &Observation>,
    ) -> FactRow {
        let now = observed.get(&self.year);
        let before = observed.get(&self.year.previous());
        let enrolled = now.and_then(|o| o.numerator);
        let previous = before.and_then(|o| o.numerator);
        let tenths = now.and_then(|o| o.tenths());
        let recorded = self.recorded.get(&association.id);
        let households = recorded.map(|r| r.households);
        let flagged =
            flags(observed, self.year, households).into_iter().map(Flag::label).collect::<Vec<_>>().join("・");
        row([
            ("id", words(&association.id.to_string())),
            ("association", words(&association.name)),
            ("area", words(&self.known.area(association.id, record))),
            ("chair", words(record.map_or("", |r| &r.chair_name))),
            ("town", words(record.map_or("", |r| &r.town))),
            ("blocks", count(record.and_then(|r| r.blocks)).into()),
            ("fee_month_yen", record.and_then(|r| r.fee_month_yen).map_or(Value::Blank, Value::from).into()),
            ("households", count(now.or(before).and_then(|o| o.denominator)).into()),
            ("previous_households", count(before.and_then(|o| o.denominator)).into()),
            ("enrolled", count(enrolled).into()),
            ("flats", count(self.known.observed.flats(association.id, self.year).map(|o| o.households)).into()),
            ("recorded", count(households).into()),
            ("recorded_on", recorded.and_then(|r| r.as_of_on).map_or(Value::Blank, Value::Date).into()),
            ("recorded_source", words(recorded.map_or("", |r| &r.source))),
            (
                "recorded_difference",
                count(enrolled.zip(households).map(|(enrolled, recorded)| enrolled - recorded)).into(),
            ),
            ("previous", count(previous).into()),
            ("change", count(enrolled.zip(previous).map(|(a, b)| a - b)).into()),
            ("rate_percent", percent(tenths).into()),
            ("previous_percent", percent(before.and_then(|o| o.tenths())).into()),
            ("points", points(tenths, before.and_then(|o| o.tenths())).into()),
            ("same_points", points(tenths, before.and_then(|o| o.tenths())).into()),
            ("as_of_on", now.map_or(Value::Blank, |o| Value::Date(o.as_of_on)).into()),
            ("certainty", words(now.filter(|_| enrolled.is_some()).map_or("", |o| o.numerator_certainty.label()))),
            ("flags", words(&flagged)),
            ("note", words(record.map_or("", |r| &r.note))),
            ("source", words(now.map_or("", |o| &o.source))),
            // Its place in the ranking, which only the ranking knows.
            ("place", Value::Blank.into()),
        ])
    }
    /// What was said until a year before, for the paper on which the association answers again; what this year's record says
    /// where there is none.
    fn last_year(&self, association: &Organisation, record: Option<&AssociationYear>) -> FactRow {
        let flats = self.known.observed.flats(association.id, self.year.previous());
        row([
            ("previous_flats", count(flats.map(|o| o.households)).into()),
            ("previous_blocks", count(record.and_then(|r| r.blocks)).into()),
            ("previous_fee_month_yen", record.and_then(|r| r.fee_month_yen).map_or(Value::Blank, Value::from).into()),
            ("previous_chair", words(record.map_or("", |r| &r.chair_name))),
        ])
    }
}
