//! 手伝い1時間の額: what an hour of helpers is reckoned at, the council's own beside the city's.

use office::activities::{OwnRate, VolunteerRate, VolunteerRateId, acts, store};
use office::file::Tx;
use paper::wareki;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, typed};

/// The rates that a year is told by.
#[derive(Debug, Deserialize, TS)]
pub struct VolunteerRates {
    pub year: office::FiscalYear,
}

/// The council's own rates, and those of the city for the time before them.
#[derive(Debug, Serialize, TS)]
pub struct HourRates {
    pub own: Vec<OwnHourRate>,
    pub of_city: Vec<HourRate>,
}

/// A rate of the council's own.
#[derive(Debug, Serialize, TS)]
pub struct OwnHourRate {
    #[ts(type = "string")]
    pub id: VolunteerRateId,
    #[ts(type = "number")]
    pub version: i64,
    #[serde(flatten)]
    pub shown: HourRate,
}

/// A rate in words.
#[derive(Debug, Serialize, TS)]
pub struct HourRate {
    /// 令和7年10月18日, as it is typed, too.
    pub from_label: String,
    #[ts(type = "number")]
    pub yen_per_hour: i64,
    pub source: String,
}

fn shown(rate: &VolunteerRate) -> HourRate {
    HourRate { from_label: wareki::long(rate.from_on), yen_per_hour: rate.yen_per_hour, source: rate.source.clone() }
}

impl Command for VolunteerRates {
    const NAME: &'static str = "activities.volunteer_rates";
    type Output = HourRates;
    fn run(self, desk: &Desk) -> Result<HourRates> {
        let own = desk.office()?.view(|view| store::own_rates(view))?;
        let of_one = |own: OwnRate| OwnHourRate { id: own.id, version: own.version, shown: shown(&own.rate) };
        Ok(HourRates {
            own: own.into_iter().map(of_one).collect(),
            of_city: desk.edition(self.year)?.municipality.volunteer_rates.iter().map(shown).collect(),
        })
    }
}

/// Writes a rate of the council's own down, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct SaveVolunteerRate {
    pub year: office::FiscalYear,
    #[ts(type = "string | null")]
    pub id: Option<VolunteerRateId>,
    #[ts(type = "number")]
    pub version: i64,
    pub from: String,
    pub yen_per_hour: String,
    pub source: String,
}

impl Command for SaveVolunteerRate {
    const NAME: &'static str = "activities.save_volunteer_rate";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let missing = |field: &'static str| move || Error::refused("activities.rate_incomplete").with("field", field);
        let from_on = typed::day(&self.from, Some(self.year), "from")?.ok_or_else(missing("from"))?;
        let yen = typed::yen(&self.yen_per_hour, "yen_per_hour")?.ok_or_else(missing("yen_per_hour"))?;
        let rate = VolunteerRate { from_on, yen_per_hour: yen.0, source: self.source.trim().to_owned() };
        let own = OwnRate { id: self.id.unwrap_or_else(VolunteerRateId::new), rate, version: self.version };
        let save = |tx: &Tx| acts::save_rate(tx, &own, self.id.is_none());
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, save)?, Written::of))
    }
}

/// Removes a rate of the council's own.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveVolunteerRate {
    #[ts(type = "string")]
    pub id: VolunteerRateId,
}

impl Command for RemoveVolunteerRate {
    const NAME: &'static str = "activities.remove_volunteer_rate";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_rate(tx, self.id))?.into())
    }
}
