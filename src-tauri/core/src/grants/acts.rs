//! What the secretary does with grants.

use chrono::NaiveDate;

use super::store;
use crate::accounts::GrantId;
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::{LARGEST_YEN, Yen};
use crate::{Error, Result};

/// The grant of that name in a year; made, undecided, when there is none.
pub fn grant_named(tx: &Tx, year: FiscalYear, name: &str) -> Result<GrantId> {
    match store::grants(tx, year)?.into_iter().find(|g| g.name == name) {
        Some(grant) => Ok(grant.id),
        None => store::insert_grant(tx, year, name),
    }
}

/// Records the city's decision (交付決定).
pub fn record_decision(
    tx: &Tx,
    year: FiscalYear,
    name: &str,
    decided: Yen,
    on: NaiveDate,
    number: &str,
) -> Result<GrantId> {
    if name.trim().is_empty() {
        return Err(Error::refused("grants.name_missing").with("field", "name"));
    }
    if decided.0 <= 0 || decided.0 > LARGEST_YEN {
        return Err(Error::refused("grants.amount_out_of_range").with("field", "amount"));
    }
    tx.say("name", name.trim());
    tx.say("amount", paper::Value::from(decided).shown(paper::Negative::White));
    let id = grant_named(tx, year, name.trim())?;
    store::update_decision(tx, id, decided, on, number.trim())?;
    Ok(id)
}
