//! 控え: a paper that was issued comes out again as it was, whatever the books say today.

use office::FiscalYear;
use office::accounts::GrantId;
use office::grants::store;
use office::reporting::{self, Subject};
use serde::Deserialize;
use ts_rs::TS;

use super::print::printed;
use crate::command::Command;
use crate::{Desk, Error, Result, Token};

/// The last copy of a form that was issued for a year, as PDF.
#[derive(Debug, Deserialize, TS)]
pub struct Reprint {
    pub form: String,
    pub year: FiscalYear,
    /// The grant whose paper it is; none is the first one.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub grant: Option<GrantId>,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for Reprint {
    const NAME: &'static str = "reports.reprint";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let edition = desk.edition(self.year)?;
        let grants = desk.office()?.view(|view| store::grants(view, self.year))?;
        let (form, of) = Subject::chosen(&edition, &self.form, &grants, self.grant)?;
        let last = desk.office()?.view(|view| reporting::store::find_issued(view, self.year, &form.id, &of))?;
        let last = last.ok_or_else(|| Error::refused("reports.never_issued"))?;
        let document = reporting::reprint(&last)?;
        let day = last.issued_at.get(..10).unwrap_or_default();
        let name = format!("{}_{}_控え_{day}.pdf", self.year.label(), document.title);
        desk.write_file(self.folder.as_ref(), &name, &printed(desk, form, document)?)
    }
}
