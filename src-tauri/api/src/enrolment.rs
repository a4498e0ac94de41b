//! 自治会加入: the list of a year, one association over the years, and a count as typed.

use std::collections::HashMap;

use office::FiscalYear;
use office::enrolment::{
    AssociationYear, Certainty, Observation, acts, by_association, facts as lists, flags, rates_by_year, store,
};
use office::file::View;
use office::roster::{Organisation, OrganisationId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, labels, typed};

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
    pub years: Vec<YearShown>,
    pub target: Option<String>,
    #[ts(type = "number | null")]
    pub target_tenths: Option<i64>,
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

/// One year of a trend.
#[derive(Debug, Serialize, TS)]
pub struct YearShown {
    pub year: FiscalYear,
    pub label: String,
    #[ts(type = "number | null")]
    pub enrolled: Option<i64>,
    #[ts(type = "number | null")]
    pub households: Option<i64>,
    pub percent: Option<String>,
    #[ts(type = "number | null")]
    pub tenths: Option<i64>,
    pub certainty: String,
    pub source: String,
}

/// One association in the list.
#[derive(Debug, Serialize, TS)]
pub struct AssociationRow {
    #[ts(type = "string")]
    pub id: OrganisationId,
    pub name: String,
    pub chair: String,
    pub town: String,
    #[ts(type = "number | null")]
    pub blocks: Option<i64>,
    #[ts(type = "number | null")]
    pub households: Option<i64>,
    #[ts(type = "number | null")]
    pub enrolled: Option<i64>,
    #[ts(type = "number | null")]
    pub previous: Option<i64>,
    #[ts(type = "number | null")]
    pub change: Option<i64>,
    pub percent: Option<String>,
    pub points: Option<String>,
    pub certainty: String,
    pub flags: Vec<String>,
}

impl Command for ListAssociations {
    const NAME: &'static str = "enrolment.list_associations";
    type Output = Associations;
    fn run(self, desk: &Desk) -> Result<Associations> {
        let target = desk.edition(self.year)?.municipality.enrolment_target.as_ref().map(|t| t.tenths);
        desk.office()?.view(|view| list(view, self.year, target))
    }
}

fn list(view: &View, year: FiscalYear, target_tenths: Option<i64>) -> Result<Associations> {
    let observations = store::observations(view)?;
    let rates = rates_by_year(&observations);
    let now = rates.get(&year).copied().unwrap_or_default();
    let associations = rows(view, year, &observations)?;
    let total = Total {
        households: now.households,
        enrolled: now.enrolled,
        percent: labels::percent(now.tenths()),
        counted: now.associations_counted,
        left_out: associations.len() as i64 - now.associations_counted,
    };
    let years = rates.iter().map(|(year, rate)| YearShown {
        year: *year,
        label: year.label(),
        enrolled: Some(rate.enrolled),
        households: Some(rate.households),
        percent: labels::percent(rate.tenths()),
        tenths: rate.tenths(),
        certainty: String::new(),
        source: String::new(),
    });
    Ok(Associations {
        associations,
        total,
        years: years.collect(),
        target: labels::percent(target_tenths),
        target_tenths,
    })
}

fn rows(view: &View, year: FiscalYear, observations: &[Observation]) -> Result<Vec<AssociationRow>> {
    let observed = by_association(observations);
    let none = HashMap::new();
    let records: HashMap<OrganisationId, AssociationYear> = store::association_years(view)?
        .into_iter()
        .filter(|y| y.fiscal_year <= year)
        .map(|y| (y.association_id, y))
        .collect();
    let row_of = |a: &Organisation| row(a, year, records.get(&a.id), observed.get(&a.id).unwrap_or(&none));
    Ok(lists::associations(view)?.iter().map(row_of).collect())
}

fn row(
    association: &Organisation,
    year: FiscalYear,
    record: Option<&AssociationYear>,
    observed: &HashMap<FiscalYear, &Observation>,
) -> AssociationRow {
    let (now, before) = (observed.get(&year), observed.get(&year.previous()));
    let enrolled = now.and_then(|o| o.numerator);
    let previous = before.and_then(|o| o.numerator);
    let tenths = now.and_then(|o| o.tenths());
    AssociationRow {
        id: association.id,
        name: association.name.clone(),
        chair: record.map_or(String::new(), |r| r.chair_name.clone()),
        town: record.map_or(String::new(), |r| r.town.clone()),
        blocks: record.and_then(|r| r.blocks),
        households: now.or(before).and_then(|o| o.denominator),
        enrolled,
        previous,
        change: enrolled.zip(previous).map(|(now, before)| now - before),
        percent: labels::percent(tenths),
        points: labels::points(tenths, before.and_then(|o| o.tenths())),
        certainty: now
            .filter(|_| enrolled.is_some())
            .map_or(String::new(), |o| o.numerator_certainty.label().to_owned()),
        flags: flags(observed, year).into_iter().map(|f| f.label().to_owned()).collect(),
    }
}

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
    pub years: Vec<YearShown>,
    pub chair_name: String,
    pub town: String,
    #[ts(type = "number | null")]
    pub blocks: Option<i64>,
    pub fee_month_yen: Option<office::Yen>,
    pub note: String,
    #[ts(type = "number")]
    pub version: i64,
}

impl Command for AssociationById {
    const NAME: &'static str = "enrolment.association";
    type Output = AssociationRecord;
    fn run(self, desk: &Desk) -> Result<AssociationRecord> {
        desk.office()?.view(|view| record(view, self.id, self.year))
    }
}

fn record(view: &View, id: OrganisationId, year: FiscalYear) -> Result<AssociationRecord> {
    let observations = store::observations(view)?;
    let row = rows(view, year, &observations)?.into_iter().find(|r| r.id == id);
    let row = row.ok_or_else(|| Error::refused("enrolment.no_such_association"))?;
    let records = acts::records_of(view, id)?;
    let latest = records.values().filter(|y| y.fiscal_year <= year).max_by_key(|y| y.fiscal_year);
    let now = observations.iter().find(|o| o.association_id == id && o.fiscal_year == year);
    let certainty = |of: fn(&Observation) -> Certainty| now.map(of).unwrap_or_default();
    Ok(AssociationRecord {
        typed_enrolled: as_typed(row.enrolled, certainty(|o| o.numerator_certainty)),
        typed_households: as_typed(row.households, certainty(|o| o.denominator_certainty)),
        row,
        years: observations.iter().filter(|o| o.association_id == id).map(year_shown).collect(),
        chair_name: latest.map_or(String::new(), |y| y.chair_name.clone()),
        town: latest.map_or(String::new(), |y| y.town.clone()),
        blocks: latest.and_then(|y| y.blocks),
        fee_month_yen: latest.and_then(|y| y.fee_month_yen),
        note: records.get(&year).map_or(String::new(), |y| y.note.clone()),
        version: records.get(&year).map_or(0, |y| y.version),
    })
}

fn as_typed(count: Option<i64>, certainty: Certainty) -> String {
    let about = if certainty == Certainty::Rounded { "約" } else { "" };
    count.map_or(String::new(), |count| format!("{about}{count}"))
}

fn year_shown(o: &Observation) -> YearShown {
    YearShown {
        year: o.fiscal_year,
        label: o.fiscal_year.label(),
        enrolled: o.numerator,
        households: o.denominator,
        percent: labels::percent(o.tenths()),
        tenths: o.tenths(),
        certainty: o.numerator.map_or(String::new(), |_| o.numerator_certainty.label().to_owned()),
        source: o.source.clone(),
    }
}

/// What an association said, as typed: 約80, 120世帯, 未提出.
#[derive(Debug, Deserialize, TS)]
pub struct SaveCount {
    #[ts(type = "string")]
    pub association_id: OrganisationId,
    pub year: FiscalYear,
    pub enrolled: String,
    pub households: String,
    pub chair_name: String,
    pub blocks: String,
    pub fee: String,
    pub note: String,
    #[ts(type = "number")]
    pub version: i64,
}

/// 出典 of a count that was typed here.
const TYPED_HERE: &str = "手入力";

impl Command for SaveCount {
    const NAME: &'static str = "enrolment.save_count";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let new = acts::NewCount {
            association_id: self.association_id,
            year: self.year,
            numerator: typed::count(&self.enrolled, "enrolled")?,
            denominator: typed::count(&self.households, "households")?,
            chair_name: self.chair_name.trim().to_owned(),
            town: None,
            blocks: typed::count(&self.blocks, "blocks")?.0,
            fee_month_yen: typed::yen(&self.fee, "fee")?,
            note: self.note,
            version: self.version,
        };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_count(tx, &new, TYPED_HERE))?.into())
    }
}
