//! 監査用の写し, as the auditor opens it.

use office::OfficeFile;
use serde::Deserialize;
use ts_rs::TS;

use super::{DeskStatus, status};
use crate::command::Command;
use crate::{Desk, Result};

/// Opens a copy that is only looked at.
#[derive(Debug, Deserialize, TS)]
pub struct OpenCopy {
    /// The file that the user chose.
    pub token: String,
    pub passphrase: String,
}

impl Command for OpenCopy {
    const NAME: &'static str = "office.open_copy";
    type Output = DeskStatus;
    fn run(self, desk: &Desk) -> Result<DeskStatus> {
        let path = desk.files.path(&self.token)?;
        desk.put(None)?;
        desk.put(Some(OfficeFile::open_reading_copy(&path, &desk.reading_folder(), &self.passphrase)?))?;
        status(desk)
    }
}
