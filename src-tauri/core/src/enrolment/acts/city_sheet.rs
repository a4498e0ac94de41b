//! 市の調査票をしまう、やめる

use crate::enrolment::{CitySheet, store};
use crate::file::Tx;
use crate::{Error, Result};

/// Keeps the city's workbook with its layout; its bytes are kept already.
pub fn save_city_sheet(tx: &Tx, sheet: &CitySheet) -> Result<()> {
    sheet.places.check()?;
    tx.say("name", &sheet.name);
    store::put_city_sheet(tx, sheet)
}

/// Forgets it.
pub fn drop_city_sheet(tx: &Tx) -> Result<()> {
    let gone = || Error::refused("enrolment.no_city_sheet");
    tx.say("name", store::city_sheet(tx)?.ok_or_else(gone)?.name);
    store::delete_city_sheet(tx).map(drop)
}
