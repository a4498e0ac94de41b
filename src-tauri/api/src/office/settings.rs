//! The council's own name and address, what kind of body it is, and when its year begins.

use office::calendar::YearStart;
use office::council::{self, Council, LegalForm};
use serde::Deserialize;
use ts_rs::TS;

use super::Changed;
use crate::command::Command;
use crate::{Desk, Result, typed};

/// The council's name and address.
#[derive(Debug, Deserialize, TS)]
pub struct SaveSettings {
    pub name: String,
    pub postal: String,
    pub address: String,
    pub phone: String,
    pub legal_form: LegalForm,
    /// 認可の告示の日, any written form; empty where it is not known.
    pub recognised: String,
    /// 年度のはじめの日; none leaves it as it is.
    #[serde(default)]
    #[ts(optional)]
    pub year_start: Option<YearStart>,
}

impl Command for SaveSettings {
    const NAME: &'static str = "office.save_settings";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let SaveSettings { name, postal, address, phone, legal_form, recognised, year_start } = self;
        let (recognised_on, today) = (typed::day(&recognised, None, "recognised")?, desk.today());
        let save = |tx: &office::file::Tx| {
            let now = council::read(tx)?;
            let year_start = year_start.unwrap_or(now.year_start);
            let council = Council { name, postal, address, phone, legal_form, recognised_on, year_start, ..now };
            council::save_settings(tx, &council, today)
        };
        Ok(desk.office()?.change(&desk.by(), "council.settings", save)?.into())
    }
}
