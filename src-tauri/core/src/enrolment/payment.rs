//! 行政連絡業務の交付金: what a formula gives each association of a year, with its steps.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Observation;
use super::town::FromTowns;
use crate::Result;
use crate::formula::{Formula, Given, Quantity, Worked};
use crate::roster::OrganisationId;

/// The formula of a year and what it leaves to the council.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentChoice {
    /// Its id.
    pub formula: String,
    /// What was given.
    pub given: PaymentGiven,
}

/// What a formula needs beside the counts of an association.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct PaymentGiven {
    /// The readings chosen where a rule leaves one open.
    pub readings: BTreeMap<String, String>,
    /// Month and day of filing, `04-20`.
    pub filed: Option<String>,
    /// Counts that are the same for all associations: 地区の数.
    #[ts(type = "Record<string, number>")]
    pub counts: BTreeMap<Quantity, i64>,
    /// Counts of single associations, which come before those of all: 分区の数.
    #[serde(default)]
    #[ts(type = "Record<string, Record<string, number>>")]
    pub own: BTreeMap<OrganisationId, BTreeMap<Quantity, i64>>,
}

/// Works out what one association gets; refused when something is open or missing.
pub fn paid(
    formula: &Formula,
    given: &PaymentGiven,
    id: OrganisationId,
    counted: Option<&Observation>,
    towns: Option<&FromTowns>,
) -> Result<Worked> {
    let mut counts = given.counts.clone();
    counts.extend(given.own.get(&id).into_iter().flatten());
    counts.extend(counted.and_then(|o| o.numerator).map(|n| (Quantity::Households, n)));
    counts.extend(towns.and_then(|t| t.persons).map(|n| (Quantity::Persons, n)));
    let PaymentGiven { readings, filed, .. } = given;
    formula.work_out(&Given { counts, readings: readings.clone(), filed: filed.clone(), months: None })
}
