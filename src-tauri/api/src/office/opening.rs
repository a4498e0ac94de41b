//! Making, opening and putting away the office file.

use office::OfficeFile;
use office::calendar::YearStart;
use office::file::NewCouncil;
use office::profile::{self, Choice};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DeskStatus, status};
use crate::command::Command;
use crate::{Desk, Error, Result};

/// Cities whose rules are known.
#[derive(Debug, Deserialize, TS)]
pub struct Profiles {}

impl Command for Profiles {
    const NAME: &'static str = "office.profiles";
    type Output = Vec<Choice>;
    fn run(self, _desk: &Desk) -> Result<Vec<Choice>> {
        profile::profiles()
    }
}

/// Makes the council's office file.
#[derive(Debug, Deserialize, TS)]
pub struct Create {
    pub council: String,
    pub profile: String,
    /// 年度のはじめの日; none is 4月1日.
    #[serde(default)]
    #[ts(optional)]
    pub year_start: Option<YearStart>,
    pub passphrase: String,
    /// Whose passphrase it is; the history bears the name.
    #[serde(default)]
    #[ts(optional)]
    pub holder: Option<String>,
    /// For scripts and measurement, where nothing is secret: a short passphrase will do.
    #[serde(default)]
    #[ts(optional)]
    pub may_be_short: Option<bool>,
}

/// The paper recovery key, shown once.
#[derive(Debug, Serialize, TS)]
pub struct Created {
    pub recovery_key: String,
}

impl Command for Create {
    const NAME: &'static str = "office.create";
    type Output = Created;
    fn run(self, desk: &Desk) -> Result<Created> {
        if self.council.trim().is_empty() {
            return Err(Error::refused("council.name_missing").with("field", "council"));
        }
        let profile = known_profile(&self.profile)?;
        if self.may_be_short != Some(true) {
            office::file::keeps_out(&self.passphrase)?;
        }
        let year_start = self.year_start.unwrap_or_default();
        if !year_start.is_possible() {
            return Err(Error::refused("council.year_start_day").with("field", "year_start"));
        }
        let council = NewCouncil { name: self.council.trim().into(), profile, year_start, ..NewCouncil::default() };
        let holder = self.holder.as_deref().unwrap_or_default().trim();
        let by = desk.by_holder(holder);
        let (office, key) = OfficeFile::create(&desk.place.office, &self.passphrase, &council, &by)?;
        desk.put(Some(office))?;
        let recovery_key = key.to_string();
        desk.unconfirmed.keep(Some(recovery_key.clone()));
        if !holder.is_empty() {
            let office = desk.office()?;
            office.name_passphrase(&office.opened_by().id, holder)?;
        }
        Ok(Created { recovery_key })
    }
}

/// A profile by its folder or by the name of its city.
fn known_profile(words: &str) -> Result<String> {
    if words.is_empty() {
        return Err(Error::refused("profile.missing").with("field", "profile"));
    }
    let found = profile::profiles()?.into_iter().find(|choice| choice.id == words || choice.city == words);
    let unknown = || Error::refused("profile.unknown").with("field", "profile").with("profile", words);
    found.map(|choice| choice.id).ok_or_else(unknown)
}

/// The recovery key as typed back from its paper.
#[derive(Debug, Deserialize, TS)]
pub struct ConfirmRecovery {
    pub typed: String,
}

impl Command for ConfirmRecovery {
    const NAME: &'static str = "office.confirm_recovery";
    type Output = DeskStatus;
    fn run(self, desk: &Desk) -> Result<DeskStatus> {
        desk.office()?.confirm_recovery(&self.typed)?;
        desk.unconfirmed.keep(None);
        status(desk)
    }
}

/// Opens the council's office file with the passphrase or the recovery key.
#[derive(Debug, Deserialize, TS)]
pub struct Unlock {
    pub passphrase: String,
}

impl Command for Unlock {
    const NAME: &'static str = "office.unlock";
    type Output = DeskStatus;
    fn run(self, desk: &Desk) -> Result<DeskStatus> {
        desk.put(None)?;
        desk.put(Some(OfficeFile::open(&desk.place.office, &self.passphrase)?))?;
        status(desk)
    }
}

/// Puts the office file away.
#[derive(Debug, Deserialize, TS)]
pub struct Close {}

impl Command for Close {
    const NAME: &'static str = "office.close";
    type Output = DeskStatus;
    fn run(self, desk: &Desk) -> Result<DeskStatus> {
        desk.close()?;
        status(desk)
    }
}
