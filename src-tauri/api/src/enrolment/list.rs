//! The associations of a year with their counts, the rate over the years, and how far the target is.

use office::FiscalYear;
use office::enrolment::{Basis, store};
use office::fact::{FactRow, Facts};
use paper::{Negative, wareki};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::city::CityShown;
use super::record::{KindShown, kinds};
use super::row::AssociationRow;
use super::stated;
use super::years::{TargetShown, shown};
use crate::command::Command;
use crate::office::day_and_clock;
use crate::{Desk, Result, rows};

/// The associations of a year with their counts.
#[derive(Debug, Deserialize, TS)]
pub struct ListAssociations {
    pub year: FiscalYear,
}

/// The associations of a year, their sum, and the rate over the years.
#[derive(Debug, Serialize, TS)]
pub struct Associations {
    pub associations: Vec<AssociationRow>,
    pub total: Total,
    pub areas: Vec<AreaShown>,
    pub years: Vec<YearShown>,
    pub target: Option<TargetShown>,
    pub city: CityShown,
    pub basis: BasisShown,
    pub kinds: Vec<KindShown>,
    pub snapshot: Option<SnapshotShown>,
    pub projection: ProjectionShown,
}

/// Σ over the associations that answered.
#[derive(Debug, Serialize, TS)]
pub struct Total {
    #[ts(type = "number")]
    pub households: i64,
    #[ts(type = "number")]
    pub enrolled: i64,
    pub percent: Option<String>,
    #[ts(type = "number")]
    pub counted: i64,
    #[ts(type = "number")]
    pub left_out: i64,
}

/// One 地区.
#[derive(Debug, Serialize, TS)]
pub struct AreaShown {
    pub area: String,
    #[ts(type = "number")]
    pub associations: i64,
    #[ts(type = "number")]
    pub counted: i64,
    #[ts(type = "number")]
    pub households: i64,
    #[ts(type = "number")]
    pub enrolled: i64,
    pub percent: Option<String>,
    pub points: Option<String>,
    pub over_years: Vec<RateShown>,
}

/// The rate of an area in one year, beside that of all.
#[derive(Debug, Serialize, TS)]
pub struct RateShown {
    pub label: String,
    pub percent: Option<String>,
    #[ts(type = "number | null")]
    pub tenths: Option<i64>,
    pub whole: Option<String>,
    #[ts(type = "number | null")]
    pub whole_tenths: Option<i64>,
}

/// One year of a trend.
#[derive(Debug, Serialize, TS)]
pub struct YearShown {
    #[ts(type = "number")]
    pub year: i64,
    pub label: String,
    #[ts(type = "number | null")]
    pub enrolled: Option<i64>,
    #[ts(type = "number | null")]
    pub households: Option<i64>,
    pub percent: Option<String>,
    #[ts(type = "number | null")]
    pub tenths: Option<i64>,
    pub target: Option<String>,
    #[ts(type = "number | null")]
    pub target_tenths: Option<i64>,
}

/// What the rate is made of.
#[derive(Debug, Serialize, TS)]
pub struct BasisShown {
    pub basis: Basis,
    pub words: String,
    /// The basis of the year before, where it is another one.
    pub before: Option<String>,
}

/// A frozen year beside what the records say today.
#[derive(Debug, Serialize, TS)]
pub struct SnapshotShown {
    pub as_of: String,
    pub taken: String,
    pub by: String,
    pub differs: bool,
    pub live_percent: Option<String>,
    #[ts(type = "number | null")]
    pub live_enrolled: Option<i64>,
    #[ts(type = "number | null")]
    pub live_households: Option<i64>,
}

/// Where the rates lead.
#[derive(Debug, Serialize, TS)]
pub struct ProjectionShown {
    pub from: Option<String>,
    pub to: Option<String>,
    pub years: Vec<ProjectedYear>,
}

/// One year ahead.
#[derive(Debug, Serialize, TS)]
pub struct ProjectedYear {
    pub label: String,
    pub percent: String,
    #[ts(type = "number")]
    pub tenths: i64,
}

impl Command for ListAssociations {
    const NAME: &'static str = "enrolment.list_associations";
    type Output = Associations;
    fn run(self, desk: &Desk) -> Result<Associations> {
        let facts = stated(desk, self.year)?;
        let (basis, snapshot, own) = desk.office()?.view(|view| {
            let observed = office::enrolment::known::observed(view)?;
            let own = store::targets(view)?.iter().any(|target| target.fiscal_year == self.year);
            Ok((observed.basis(self.year), observed.snapshots.get(&self.year).cloned(), own))
        })?;
        let city = CityShown::of(desk, &facts, self.year)?;
        let text = |name: &str| facts.value(name).shown(Negative::White);
        let some = |name: &str| shown(&facts, name);
        Ok(Associations {
            associations: facts.list("enrolment.all").iter().map(AssociationRow::of).collect(),
            total: Total::of(&facts),
            areas: facts.list("enrolment.areas").iter().map(AreaShown::of).collect(),
            years: facts.list("enrolment.years").iter().map(YearShown::of).collect(),
            target: TargetShown::of(&facts, own),
            city,
            kinds: kinds(),
            basis: BasisShown { basis, words: text("enrolment.basis"), before: some("enrolment.basis_before") },
            snapshot: snapshot.map(|snapshot| SnapshotShown {
                as_of: wareki::long(snapshot.as_of_on),
                taken: day_and_clock(&snapshot.taken_at),
                by: snapshot.taken_by,
                differs: facts.number("enrolment.live_differs") == Some(1),
                live_percent: some("enrolment.live_rate_percent"),
                live_enrolled: facts.number("enrolment.live_enrolled"),
                live_households: facts.number("enrolment.live_households"),
            }),
            projection: ProjectionShown {
                from: some("enrolment.projected_from"),
                to: some("enrolment.projected_to"),
                years: facts.list("enrolment.projection").iter().filter_map(ProjectedYear::of).collect(),
            },
        })
    }
}

impl Total {
    fn of(facts: &Facts) -> Total {
        let count = |name: &str| facts.number(name).unwrap_or_default();
        let counted = count("enrolment.associations_counted");
        Total {
            households: count("enrolment.households"),
            enrolled: count("enrolment.enrolled"),
            percent: shown(facts, "enrolment.rate_percent"),
            counted,
            left_out: count("enrolment.associations") - counted,
        }
    }
}

impl AreaShown {
    fn of(row: &FactRow) -> AreaShown {
        let count = |name: &str| rows::number(row, name).unwrap_or_default();
        AreaShown {
            area: rows::text(row, "area"),
            associations: count("associations"),
            counted: count("associations_counted"),
            households: count("households"),
            enrolled: count("enrolled"),
            percent: rows::shown(row, "rate_percent"),
            points: rows::shown(row, "points"),
            over_years: rows::list(row, "over_years").iter().map(RateShown::of).collect(),
        }
    }
}

impl RateShown {
    fn of(row: &FactRow) -> RateShown {
        RateShown {
            label: rows::text(row, "label"),
            percent: rows::shown(row, "rate_percent"),
            tenths: rows::number(row, "rate_percent"),
            whole: rows::shown(row, "whole_percent"),
            whole_tenths: rows::number(row, "whole_percent"),
        }
    }
}

impl YearShown {
    fn of(row: &FactRow) -> YearShown {
        YearShown {
            year: rows::number(row, "year").unwrap_or_default(),
            label: rows::text(row, "label"),
            enrolled: rows::number(row, "enrolled"),
            households: rows::number(row, "households"),
            percent: rows::shown(row, "rate_percent"),
            tenths: rows::number(row, "rate_percent"),
            target: rows::shown(row, "target_percent"),
            target_tenths: rows::number(row, "target_percent"),
        }
    }
}

impl ProjectedYear {
    fn of(row: &FactRow) -> Option<ProjectedYear> {
        let tenths = rows::number(row, "rate_percent")?;
        Some(ProjectedYear { label: rows::text(row, "label"), percent: rows::text(row, "rate_percent"), tenths })
    }
}
