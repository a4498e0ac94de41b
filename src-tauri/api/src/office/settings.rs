//! The council's own name and address.

use office::council::{self, Council};
use serde::Deserialize;
use ts_rs::TS;

use super::Changed;
use crate::command::Command;
use crate::{Desk, Result};

/// The council's name and address.
#[derive(Debug, Deserialize, TS)]
pub struct SaveSettings {
    pub name: String,
    pub postal: String,
    pub address: String,
    pub phone: String,
}

impl Command for SaveSettings {
    const NAME: &'static str = "office.save_settings";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let SaveSettings { name, postal, address, phone } = self;
        let save = |tx: &office::file::Tx| {
            let now = council::read(tx)?;
            council::save_settings(tx, &Council { name, postal, address, phone, ..now })
        };
        Ok(desk.office()?.change(&desk.by(), "council.settings", save)?.into())
    }
}
