//! 離れる・戻る

use office::roster::{PersonId, acts};
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, typed};

/// Somebody leaves the roster from that day on.
#[derive(Debug, Deserialize, TS)]
pub struct Leave {
    #[ts(type = "string")]
    pub id: PersonId,
    pub on: String,
    pub reason: String,
}

impl Command for Leave {
    const NAME: &'static str = "roster.leave";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let on = needed_day(&self.on, "on")?;
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::leave(tx, self.id, on, &self.reason))?.into())
    }
}

/// Somebody who had left comes back.
#[derive(Debug, Deserialize, TS)]
pub struct Rejoin {
    #[ts(type = "string")]
    pub id: PersonId,
    pub on: String,
    pub reason: String,
}

impl Command for Rejoin {
    const NAME: &'static str = "roster.rejoin";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let on = needed_day(&self.on, "on")?;
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::rejoin(tx, self.id, on, &self.reason))?.into())
    }
}

/// A day that cannot be left out.
pub(crate) fn needed_day(text: &str, field: &str) -> Result<chrono::NaiveDate> {
    typed::day(text, None, field)?.ok_or_else(|| Error::refused("roster.day_missing").with("field", field))
}
