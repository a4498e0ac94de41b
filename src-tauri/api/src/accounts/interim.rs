//! 中間精算: the settlement as the books stood at the end of any day of the year.

use office::FiscalYear;
use office::profile::Output;
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::reports::Sources;
use crate::{Desk, Error, Result, Token, typed};

const FORM: &str = "interim-settlement";

/// Puts the settlement of a day out as a file.
#[derive(Debug, Deserialize, TS)]
pub struct PutOutInterim {
    pub year: FiscalYear,
    /// どの日まで
    pub until: String,
    pub format: Output,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for PutOutInterim {
    const NAME: &'static str = "accounts.put_out_interim";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let year = self.year;
        let missing = || Error::refused("typed.day_missing").with("field", "until");
        let until = typed::day(&self.until, Some(year), "until")?.ok_or_else(missing)?;
        if !year.contains(until) {
            return Err(Error::refused("accounts.outside_year").with("field", "until").with("year", year.label()));
        }
        let sources = Sources::until(desk, year, until)?;
        let paper = sources.paper(desk, FORM, None)?.put_out_as(self.format)?;
        let made = paper.bytes(desk, self.format)?;
        let ending = if self.format == Output::Pdf { "pdf" } else { "xlsx" };
        let name = format!("{}_{}_{until}まで.{ending}", year.label(), paper.form.title);
        desk.write_file(self.folder.as_ref(), &name, &made)
    }
}
