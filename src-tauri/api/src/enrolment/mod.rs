//! 自治会加入: the list of a year, one association over the years, what its rates are made of, towns, targets, surveys.

mod ages;
mod city;
mod city_sheet;
mod filled_sheet;
mod list;
mod payment;
mod record;
mod row;
mod survey;
mod tally;
mod towns;
mod write;
mod years;

pub use ages::Ages;
pub use city::SetCity;
pub use city_sheet::{CitySheetPlaces, DropCitySheet, ReadCitySheet, SaveCitySheet};
pub use filled_sheet::{FillCitySheet, RefillCitySheet};
pub use list::ListAssociations;
pub(crate) use payment::FormulaShown;
pub use payment::{ChoosePayment, Payment};
pub use record::AssociationById;
pub use survey::{AnswerSurvey, Survey};
pub use tally::TallyPeople;
pub use towns::{SaveShares, Towns};
pub use write::{ChooseBasis, RecordFurther, RemoveFurther, SaveCount, SetArea};
pub use years::{DropSnapshot, SetTarget, TakeSnapshot};

use office::FiscalYear;
use office::enrolment::facts;
use office::fact::Facts;

use crate::{Desk, Result};

/// What enrolment states for a year.
fn stated(desk: &Desk, year: FiscalYear) -> Result<Facts> {
    let edition = desk.edition(year)?;
    desk.office()?.view(|view| facts::facts(view, year, &edition.municipality.enrolment_targets))
}
