//! Acts on further counts: one is written or taken away, the rate of a year is made of others, an association gets its 地区.

use chrono::NaiveDate;

use super::{NewCount, association};
use crate::calendar::FiscalYear;
use crate::enrolment::{Basis, Certainty, CountKind, HouseholdObservation, HouseholdObservationId, known, store};
use crate::file::Tx;
use crate::roster::OrganisationId;
use crate::{Error, Result};

/// A further count as typed.
#[derive(Debug, Clone)]
pub struct NewFurther {
    /// Which association.
    pub association_id: OrganisationId,
    /// 年度
    pub year: FiscalYear,
    /// What was counted.
    pub kind: CountKind,
    /// 基準日
    pub as_of_on: NaiveDate,
    /// 世帯数
    pub households: i64,
    /// How sure.
    pub certainty: Certainty,
    /// 出典
    pub source: String,
}

/// 観測を書く: one more count of an association; the same kind on the same day is replaced.
pub fn record_further(tx: &Tx, new: &NewFurther) -> Result<()> {
    let association = association(tx, new.association_id)?;
    if !new.year.city_contains(new.as_of_on) {
        return Err(Error::refused("enrolment.day_outside").with("year", new.year.label()).with("field", "as_of"));
    }
    tx.say("name", association.name);
    tx.say("year", new.year.label());
    tx.say("kind", new.kind.label());
    let further = HouseholdObservation {
        id: HouseholdObservationId::new(),
        association_id: new.association_id,
        fiscal_year: new.year,
        kind: new.kind,
        as_of_on: new.as_of_on,
        households: new.households,
        certainty: new.certainty,
        source: new.source.clone(),
    };
    store::put_further_count(tx, &further)
}

/// うち集合住宅 as typed beside the yearly answer; a count that is typed again as it was keeps its day and its source.
pub(super) fn put_flats(tx: &Tx, new: &NewCount, day: NaiveDate, source: &str) -> Result<()> {
    let observed = known::observed(tx)?;
    let stored = observed.flats(new.association_id, new.year);
    match (stored, new.flats.0) {
        (Some(stored), None) => store::delete_further_count(tx, stored.id).map(drop),
        (None, None) => Ok(()),
        (Some(stored), Some(households)) if stored.households == households => Ok(()),
        (stored, Some(households)) => store::put_further_count(
            tx,
            &HouseholdObservation {
                id: HouseholdObservationId::new(),
                association_id: new.association_id,
                fiscal_year: new.year,
                kind: CountKind::Flats,
                as_of_on: stored.map_or(day, |o| o.as_of_on),
                households,
                certainty: new.flats.1,
                source: source.to_owned(),
            },
        ),
    }
}

/// 観測を消す
pub fn remove_further(tx: &Tx, id: HouseholdObservationId) -> Result<()> {
    let gone = || Error::refused("enrolment.no_such_count");
    let further = store::further_counts(tx)?.into_iter().find(|o| o.id == id).ok_or_else(gone)?;
    tx.say("name", association(tx, further.association_id)?.name);
    tx.say("kind", further.kind.label());
    store::delete_further_count(tx, id)?;
    Ok(())
}

/// 率の作り方を選ぶ. A frozen year stays what it was.
pub fn choose_basis(tx: &Tx, year: FiscalYear, basis: Basis) -> Result<()> {
    if !basis.is_sound() {
        return Err(Error::refused("enrolment.basis_unsound"));
    }
    if store::snapshots(tx)?.contains_key(&year) {
        return Err(Error::refused("enrolment.year_frozen").with("year", year.label()));
    }
    tx.say("year", year.label());
    tx.say("basis", basis.words());
    store::put_basis(tx, year, basis)
}

/// 地区を決める
pub fn set_area(tx: &Tx, id: OrganisationId, area: &str) -> Result<()> {
    tx.say("name", association(tx, id)?.name);
    tx.say("area", area.trim());
    store::put_area(tx, id, area.trim())
}
