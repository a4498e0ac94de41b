//! Counts as typed, what a year's rate is made of, and the 地区 of an association.

use office::FiscalYear;
use office::enrolment::{Basis, CountKind, HouseholdObservationId, acts};
use office::roster::OrganisationId;
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, typed};

/// What an association said, as typed: 約80, 120世帯, 未提出.
#[derive(Debug, Deserialize, TS)]
pub struct SaveCount {
    #[ts(type = "string")]
    pub association_id: OrganisationId,
    pub year: FiscalYear,
    pub enrolled: String,
    pub households: String,
    /// うち集合住宅; empty where nobody knows it.
    pub flats: String,
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
            flats: typed::count(&self.flats, "flats")?,
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

/// A further count as typed: another kind, another day.
#[derive(Debug, Deserialize, TS)]
pub struct RecordFurther {
    #[ts(type = "string")]
    pub association_id: OrganisationId,
    pub year: FiscalYear,
    pub kind: CountKind,
    pub as_of: String,
    pub households: String,
    pub source: String,
}

impl Command for RecordFurther {
    const NAME: &'static str = "enrolment.record_further";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let (households, certainty) = typed::count(&self.households, "households")?;
        let missing = |field: &'static str| Error::refused("enrolment.field_missing").with("field", field);
        let source = self.source.trim();
        let new = acts::NewFurther {
            association_id: self.association_id,
            year: self.year,
            kind: self.kind,
            as_of_on: typed::city_day(&self.as_of, self.year, "as_of")?.ok_or_else(|| missing("as_of"))?,
            households: households.ok_or_else(|| missing("households"))?,
            certainty,
            source: if source.is_empty() { TYPED_HERE.to_owned() } else { source.to_owned() },
        };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::record_further(tx, &new))?.into())
    }
}

/// Takes a further count away.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveFurther {
    #[ts(type = "string")]
    pub id: HouseholdObservationId,
}

impl Command for RemoveFurther {
    const NAME: &'static str = "enrolment.remove_further";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_further(tx, self.id))?.into())
    }
}

/// What the rate of a year is to be made of.
#[derive(Debug, Deserialize, TS)]
pub struct ChooseBasis {
    pub year: FiscalYear,
    pub basis: Basis,
}

impl Command for ChooseBasis {
    const NAME: &'static str = "enrolment.choose_basis";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let choose = |tx: &office::file::Tx| acts::choose_basis(tx, self.year, self.basis);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, choose)?.into())
    }
}

/// The 地区 of an association; empty takes the town of its record.
#[derive(Debug, Deserialize, TS)]
pub struct SetArea {
    #[ts(type = "string")]
    pub association_id: OrganisationId,
    pub area: String,
}

impl Command for SetArea {
    const NAME: &'static str = "enrolment.set_area";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let set = |tx: &office::file::Tx| acts::set_area(tx, self.association_id, &self.area);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, set)?.into())
    }
}
