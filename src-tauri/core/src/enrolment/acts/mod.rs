//! What the secretary does with the enrolment counts.

mod city;
mod city_sheet;
mod further;
mod survey;
mod towns;
mod years;

use std::collections::HashMap;

use super::{AssociationYear, AssociationYearId, Certainty, Observation, ObservationId, store};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::Yen;
use crate::roster::{self, Organisation, OrganisationId, OrganisationKind};
use crate::{Error, Result};

pub use city::{NewCity, set_city};
pub use city_sheet::{drop_city_sheet, save_city_sheet};
pub use further::{NewFurther, choose_basis, record_further, remove_further, set_area};
pub use survey::answer_survey;
pub use towns::set_shares;
pub use years::{choose_payment, drop_snapshot, set_target, take_snapshot};

/// What one association said about one year, as typed.
#[derive(Debug, Clone)]
pub struct NewCount {
    /// Which association.
    pub association_id: OrganisationId,
    /// 年度
    pub year: FiscalYear,
    /// 加入世帯 and how sure; none is 未提出.
    pub numerator: (Option<i64>, Certainty),
    /// 区域内世帯 and how sure.
    pub denominator: (Option<i64>, Certainty),
    /// うち集合住宅 and how sure; none takes the year's count away.
    pub flats: (Option<i64>, Certainty),
    /// 会長名
    pub chair_name: String,
    /// 区域（町丁）; none leaves what is there.
    pub town: Option<String>,
    /// 班数
    pub blocks: Option<i64>,
    /// 会費（月額）
    pub fee_month_yen: Option<Yen>,
    /// 備考
    pub note: String,
    /// The version of the yearly record that was seen; 0 when there was none.
    pub version: i64,
}

/// Writes down what an association said.
pub fn save_count(tx: &Tx, new: &NewCount, source: &str) -> Result<()> {
    let association = association(tx, new.association_id)?;
    let stored = records_of(tx, new.association_id)?.remove(&new.year);
    if stored.as_ref().map_or(0, |y| y.version) != new.version {
        return Err(Error::refused("enrolment.changed_elsewhere").with("name", association.name));
    }
    tx.say("name", &association.name);
    tx.say("year", new.year.label());
    put_record(tx, new, stored)?;
    let answer = answer(tx, new, source)?;
    store::put_observation(tx, &answer)?;
    further::put_flats(tx, new, answer.as_of_on, source)
}

/// The yearly answer as typed. Its day stays; its source stays as long as the counts are those of the source.
fn answer(tx: &Tx, new: &NewCount, source: &str) -> Result<Observation> {
    let own = |o: &Observation| o.association_id == new.association_id && o.fiscal_year == new.year;
    let stored = store::observations(tx)?.into_iter().find(own);
    let typed = Observation {
        id: ObservationId::new(),
        association_id: new.association_id,
        fiscal_year: new.year,
        as_of_on: stored.as_ref().map_or_else(|| new.year.city_first_day(), |o| o.as_of_on),
        numerator: new.numerator.0,
        numerator_certainty: new.numerator.1,
        denominator: new.denominator.0,
        denominator_certainty: new.denominator.1,
        source: source.to_owned(),
    };
    let Some(stored) = stored else { return Ok(typed) };
    let is_carried = typed.denominator == stored.denominator && stored.denominator_certainty == Certainty::CarriedOver;
    let denominator_certainty = if is_carried { Certainty::CarriedOver } else { typed.denominator_certainty };
    let is_same = (typed.numerator, typed.denominator) == (stored.numerator, stored.denominator);
    let source = if is_same { stored.source } else { typed.source };
    Ok(Observation { source, denominator_certainty, ..typed })
}

/// The association itself.
fn association(tx: &Tx, id: OrganisationId) -> Result<Organisation> {
    roster::store::find_organisation(tx, id)?
        .filter(|a| a.kind == OrganisationKind::Association)
        .ok_or_else(|| Error::refused("enrolment.no_such_association"))
}

fn put_record(tx: &Tx, new: &NewCount, stored: Option<AssociationYear>) -> Result<()> {
    let (town, chair_person_id) = stored.map_or((String::new(), None), |y| {
        let same_chair = y.chair_name == new.chair_name;
        (y.town, y.chair_person_id.filter(|_| same_chair))
    });
    store::put_association_year(
        tx,
        &AssociationYear {
            id: AssociationYearId::new(),
            association_id: new.association_id,
            fiscal_year: new.year,
            town: new.town.clone().unwrap_or(town),
            chair_name: new.chair_name.clone(),
            chair_person_id,
            blocks: new.blocks,
            fee_month_yen: new.fee_month_yen,
            note: new.note.clone(),
            version: new.version,
        },
    )
}

/// An association's yearly records.
pub fn records_of(conn: &rusqlite::Connection, id: OrganisationId) -> Result<HashMap<FiscalYear, AssociationYear>> {
    let own = store::association_years(conn)?.into_iter().filter(|y| y.association_id == id);
    Ok(own.map(|y| (y.fiscal_year, y)).collect())
}
