//! 監査用の写し: one file with a passphrase of its own, in which an auditor sees everything and changes nothing.

use office::FiscalYear;
use office::accounts::store;
use office::file::{Tx, keeps_out};
use office::lists::Copies;
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::files::free_path;
use crate::{Desk, Error, Result, Token};

/// Makes the copy and notes to whom it goes: it holds the roster too.
#[derive(Debug, Deserialize, TS)]
pub struct LendCopy {
    pub year: FiscalYear,
    /// 監事
    pub auditor: String,
    /// Its own, told to the auditor apart from the file.
    pub passphrase: String,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for LendCopy {
    const NAME: &'static str = "accounts.lend_copy";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        if self.auditor.trim().is_empty() {
            return Err(Error::refused("accounts.auditors_missing").with("field", "auditor"));
        }
        keeps_out(&self.passphrase)?;
        let office = desk.office()?;
        let pictures = office.view(|view| store::all_receipt_contents(view))?;
        let folder = desk.folder_for(self.folder.as_ref())?;
        let path = free_path(&folder, &format!("{}_監査用の写し.kansa", self.year.label()));
        // What cannot be written was never handed over; once it can, it is noted, and made again so that it tells of itself.
        office.write_reading_copy(&path, &self.passphrase, &pictures)?;
        office.change(&desk.by(), Self::NAME, |tx| note(tx, desk, self.year, &self.auditor))?;
        office.write_reading_copy(&path, &self.passphrase, &pictures)?;
        desk.files.offer(path)
    }
}

/// The copy stands among the records that left the office.
fn note(tx: &Tx, desk: &Desk, year: FiscalYear, auditor: &str) -> Result<()> {
    let persons = office::roster::store::people(tx)?.len();
    let copies = Copies {
        title: "監査用の写し".to_owned(),
        form: "kansa".to_owned(),
        recipients: vec![auditor.to_owned()],
        purpose: "会計の監査".to_owned(),
        columns: vec!["記録の全部（見るだけ）".to_owned()],
        persons: i64::try_from(persons).unwrap_or(i64::MAX),
        due_on: None,
    };
    office::lists::acts::disclose(tx, year, desk.today(), &copies).map(drop)
}
