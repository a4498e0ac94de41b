//! Whether the file and its log are as they were written.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::{Desk, Result, WireError};

/// Checks the file and its log.
#[derive(Debug, Deserialize, TS)]
pub struct Check {}

/// What a check of the file found.
#[derive(Debug, Serialize, TS)]
pub struct Checked {
    pub ok: bool,
    pub problems: Vec<WireError>,
    pub state_hash: String,
    pub log_head: String,
}

impl Command for Check {
    const NAME: &'static str = "office.check";
    type Output = Checked;
    fn run(self, desk: &Desk) -> Result<Checked> {
        let office = desk.office()?;
        let found = office.check()?;
        let attached = crate::attachments::problems(&office, office.check_contents()?)?;
        let problems: Vec<WireError> = found.problems.into_iter().chain(attached).map(WireError::from).collect();
        Ok(Checked { ok: problems.is_empty(), problems, state_hash: found.state_hash, log_head: found.log_head })
    }
}
