//! One association over the years, with everything that was observed of it.

use office::FiscalYear;
use office::enrolment::{AssociationYear, Certainty, CountKind, Known, Observation, Seen, acts, known};
use office::fact::FactRow;
use office::roster::OrganisationId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::row::AssociationRow;
use super::stated;
use super::years::TargetShown;
use crate::command::Command;
use crate::{Desk, Error, Result, labels, rows};

/// One association over the years.
#[derive(Debug, Deserialize, TS)]
pub struct AssociationById {
    #[ts(type = "string")]
    pub id: OrganisationId,
    pub year: FiscalYear,
}

/// One association over the years.
#[derive(Debug, Serialize, TS)]
pub struct AssociationRecord {
    pub row: AssociationRow,
    /// The counts of the year as they are typed: 約80 stays 約80.
    pub typed_enrolled: String,
    pub typed_households: String,
    pub typed_flats: String,
    /// 出典 and 基準日 of what was reported and of what is recorded; empty where there is none.
    pub reported: CountSource,
    pub recorded: CountSource,
    pub years: Vec<AssociationYearShown>,
    pub target: Option<TargetShown>,
    pub seen: Vec<SeenShown>,
    pub kinds: Vec<KindShown>,
    pub chair_name: String,
    pub town: String,
    #[ts(type = "number | null")]
    pub blocks: Option<i64>,
    pub fee_month_yen: Option<office::Yen>,
    pub note: String,
    #[ts(type = "number")]
    pub version: i64,
}

/// Where a count comes from.
#[derive(Debug, Default, Serialize, TS)]
pub struct CountSource {
    pub as_of: String,
    pub source: String,
}

/// One year of an association.
#[derive(Debug, Serialize, TS)]
pub struct AssociationYearShown {
    pub year: FiscalYear,
    pub label: String,
    #[ts(type = "number | null")]
    pub enrolled: Option<i64>,
    #[ts(type = "number | null")]
    pub households: Option<i64>,
    pub percent: Option<String>,
    #[ts(type = "number | null")]
    pub tenths: Option<i64>,
    /// The rate of all associations together.
    #[ts(type = "number | null")]
    pub whole_tenths: Option<i64>,
    pub whole: Option<String>,
    pub certainty: String,
    pub source: String,
}

/// One count that was observed.
#[derive(Debug, Serialize, TS)]
pub struct SeenShown {
    /// Key of a count that may be taken away.
    pub id: Option<String>,
    pub year: FiscalYear,
    pub label: String,
    pub kind: String,
    pub as_of: String,
    #[ts(type = "number")]
    pub households: i64,
    pub certainty: String,
    pub source: String,
    /// The year's rate is made of it.
    pub is_used: bool,
}

/// A kind of count to choose from.
#[derive(Debug, Serialize, TS)]
pub struct KindShown {
    pub kind: CountKind,
    pub label: String,
    pub is_numerator: bool,
    pub is_denominator: bool,
}

/// All kinds, numerators first; うち集合住宅 is neither and stands between.
pub(super) fn kinds() -> Vec<KindShown> {
    let all = CountKind::NUMERATORS.into_iter().chain([CountKind::Flats]).chain(CountKind::DENOMINATORS);
    let shown = |kind: CountKind| KindShown {
        kind,
        label: kind.label().to_owned(),
        is_numerator: kind.is_numerator(),
        is_denominator: kind.is_denominator(),
    };
    all.map(shown).collect()
}

impl Command for AssociationById {
    const NAME: &'static str = "enrolment.association";
    type Output = AssociationRecord;
    fn run(self, desk: &Desk) -> Result<AssociationRecord> {
        let facts = stated(desk, self.year)?;
        let id = self.id.to_string();
        let target = TargetShown::of(&facts, false);
        let line = facts.list("enrolment.all").iter().find(|line| rows::text(line, "id") == id);
        let line = line.ok_or_else(|| Error::refused("enrolment.no_such_association"))?;
        let (row, reported, recorded) = (AssociationRow::of(line), reported(line), recorded(line));
        desk.office()?.view(|view| {
            let records = acts::records_of(view, self.id)?;
            let latest = records.values().filter(|y| y.fiscal_year <= self.year).max_by_key(|y| y.fiscal_year);
            let record = record(row, &known(view)?, &self, latest, records.get(&self.year));
            Ok(AssociationRecord { target, reported, recorded, ..record })
        })
    }
}

fn reported(line: &FactRow) -> CountSource {
    CountSource { as_of: rows::text(line, "as_of_on"), source: rows::text(line, "source") }
}

fn recorded(line: &FactRow) -> CountSource {
    CountSource { as_of: rows::text(line, "recorded_on"), source: rows::text(line, "recorded_source") }
}

fn record(
    row: AssociationRow,
    known: &Known,
    asked: &AssociationById,
    latest: Option<&AssociationYear>,
    own: Option<&AssociationYear>,
) -> AssociationRecord {
    let rates = office::enrolment::rates_by_year(&known.chosen);
    let counts = known.chosen.iter().filter(|o| o.association_id == asked.id && o.fiscal_year <= asked.year);
    let shown = |o: &Observation| {
        let whole = rates.get(&o.fiscal_year).and_then(|rate| rate.tenths());
        AssociationYearShown {
            year: o.fiscal_year,
            label: o.fiscal_year.label(),
            enrolled: o.numerator,
            households: o.denominator,
            percent: labels::percent(o.tenths()),
            tenths: o.tenths(),
            whole_tenths: whole,
            whole: labels::percent(whole),
            certainty: o.numerator.map_or(String::new(), |_| o.numerator_certainty.label().to_owned()),
            source: o.source.clone(),
        }
    };
    let answer = known.observed.answers.iter().find(|o| o.association_id == asked.id && o.fiscal_year == asked.year);
    let before =
        known.observed.answers.iter().find(|o| o.association_id == asked.id && o.fiscal_year == asked.year.previous());
    AssociationRecord {
        typed_enrolled: answer.map_or(String::new(), |o| as_typed(o.numerator, o.numerator_certainty)),
        typed_households: answer.or(before).map_or(String::new(), |o| as_typed(o.denominator, o.denominator_certainty)),
        typed_flats: known
            .observed
            .flats(asked.id, asked.year)
            .map_or(String::new(), |o| as_typed(Some(o.households), o.certainty)),
        reported: CountSource::default(),
        recorded: CountSource::default(),
        row,
        years: counts.map(shown).collect(),
        target: None,
        seen: known.observed.seen(asked.id, asked.year).into_iter().map(SeenShown::of).collect(),
        kinds: kinds(),
        chair_name: latest.map_or(String::new(), |y| y.chair_name.clone()),
        town: latest.map_or(String::new(), |y| y.town.clone()),
        blocks: latest.and_then(|y| y.blocks),
        fee_month_yen: latest.and_then(|y| y.fee_month_yen),
        note: own.map_or(String::new(), |y| y.note.clone()),
        version: own.map_or(0, |y| y.version),
    }
}

fn as_typed(count: Option<i64>, certainty: Certainty) -> String {
    let about = if certainty == Certainty::Rounded { "約" } else { "" };
    count.map_or(String::new(), |count| format!("{about}{count}"))
}

impl SeenShown {
    fn of(seen: Seen) -> SeenShown {
        SeenShown {
            id: seen.id.map(|id| id.to_string()),
            year: seen.year,
            label: seen.year.label(),
            kind: seen.kind.label().to_owned(),
            as_of: paper::wareki::short(seen.as_of_on),
            households: seen.households,
            certainty: seen.certainty.label().to_owned(),
            source: seen.source,
            is_used: seen.is_used,
        }
    }
}
