//! 基準日の控え: a year's counts and figures as they were when they were filed. What is corrected later never changes them;
//! the difference is said.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{Basis, Observation};
use crate::calendar::FiscalYear;
use crate::fact::{Fact, Facts, Name};

/// A frozen year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 基準日
    pub as_of_on: NaiveDate,
    /// When it was taken.
    pub taken_at: String,
    /// By whom.
    pub taken_by: String,
    /// What was frozen.
    pub frozen: FrozenYear,
}

/// The counts and the facts of a year as they were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenYear {
    /// What the rate was made of.
    pub basis: Basis,
    /// The counts that the rate used.
    pub observations: Vec<Observation>,
    /// `enrolment.*` as stated that day.
    pub facts: Facts,
}

impl FrozenYear {
    /// The frozen facts under the names of today: what was not stated then stays blank.
    pub fn facts_now(&self, live: &Facts) -> Facts {
        let blank = |fact: &Fact| match fact {
            Fact::One(_) => Fact::One(paper::Value::Blank),
            Fact::List(_) => Fact::List(vec![]),
        };
        let named =
            |(name, fact): (&Name, &Fact)| (name.clone(), self.facts.get(name).cloned().unwrap_or_else(|| blank(fact)));
        live.iter().filter(|(name, _)| is_frozen(name)).map(named).collect()
    }
}

/// True for the facts that a snapshot keeps.
pub fn is_frozen(name: &str) -> bool {
    name.starts_with("enrolment.") && !name.starts_with("enrolment.snapshot_") && !name.starts_with("enrolment.live_")
}
