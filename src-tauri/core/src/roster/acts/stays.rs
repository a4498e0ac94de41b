//! 退会・転出・復会: the person stays in the file; only from when to when they are counted is written.

use chrono::NaiveDate;

use super::person;
use crate::file::Tx;
use crate::roster::{PersonId, Stay, store};
use crate::{Error, Result};

/// Somebody leaves: the day is the first on which they are not counted. What they hold or where they live is not touched.
pub fn leave(tx: &Tx, id: PersonId, on: NaiveDate, reason: &str) -> Result<()> {
    let mut leaver = person(tx, id)?;
    tx.say("name", leaver.name.full());
    tx.say("reason", reason);
    if leaver.joined_on.is_some_and(|joined| on < joined) {
        return Err(Error::refused("roster.left_before_joined").with("field", "on"));
    }
    leaver.left_on = Some(on);
    leaver.left_reason = reason.trim().to_owned();
    store::update_person(tx, &leaver)
}

/// Somebody who had left comes back: the former stay is kept and another begins.
pub fn rejoin(tx: &Tx, id: PersonId, on: NaiveDate, reason: &str) -> Result<()> {
    let mut back = person(tx, id)?;
    tx.say("name", back.name.full());
    tx.say("reason", reason);
    let Some(left) = back.left_on else { return Err(Error::refused("roster.not_left").with("name", back.name.full())) };
    if on < left {
        return Err(Error::refused("roster.back_before_left").with("field", "on"));
    }
    store::insert_former_stay(tx, id, &back.present_stay())?;
    let Stay { joined_on, joined_reason, left_on, left_reason } =
        Stay { joined_on: Some(on), joined_reason: reason.trim().to_owned(), ..Stay::default() };
    (back.joined_on, back.joined_reason) = (joined_on, joined_reason);
    (back.left_on, back.left_reason) = (left_on, left_reason);
    store::update_person(tx, &back)
}
