//! 市の調査票を書く: a year is written into the city's own workbook in one act, kept as it was, and recorded as given away
//! where it names people.

use office::FiscalYear;
use office::enrolment::CitySheet;
use office::enrolment::city_sheet::{Filled, fill};
use office::fact::Facts;
use office::file::Tx;
use office::lists::{self, Copies};
use office::reporting::{self, CITY_SHEET, Subject, file_hash};
use serde::{Deserialize, Serialize};
use sheets::CellKind;
use ts_rs::TS;

use super::city_sheet::kept;
use crate::command::Command;
use crate::office::Changed;
use crate::wire::sheet_error;
use crate::{Desk, Error, Result, Token};

/// Writes a year into the city's workbook.
#[derive(Debug, Deserialize, TS)]
pub struct FillCitySheet {
    pub year: FiscalYear,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

/// The file, and what found no place in it.
#[derive(Debug, Serialize, TS)]
pub struct FilledSheet {
    pub file: Token,
    /// Associations without a row in the city's list.
    pub left_out: Vec<String>,
    /// Names of the city's list that no association bears.
    pub unknown: Vec<String>,
}

/// For what the city gets it.
const PURPOSE: &str = "市の調査への回答";
/// The act where nobody is named, and where somebody is.
const ACTS: [&str; 2] = [FillCitySheet::NAME, "enrolment.give_city_sheet"];

impl Command for FillCitySheet {
    const NAME: &'static str = "enrolment.fill_city_sheet";
    type Output = Changed<FilledSheet>;
    fn run(self, desk: &Desk) -> Result<Changed<FilledSheet>> {
        let (sheet, edition) = (kept(desk)?, desk.edition(self.year)?);
        let facts = sheet.places.only_told(&crate::reports::facts(desk, self.year)?);
        let (bytes, filled) = written(desk, &sheet, &facts)?;
        let name = format!("{}_{}", self.year.label(), sheet.name);
        let copies = Copies {
            title: sheet.name.clone(),
            form: "xlsx".to_owned(),
            recipients: vec![edition.municipality.city.clone()],
            purpose: PURPOSE.to_owned(),
            columns: sheet.places.told(),
            persons: sheet.places.persons(&facts) as i64,
            due_on: None,
        };
        let names_somebody = copies.persons > 0;
        let act = |tx: &Tx| {
            if names_somebody {
                lists::acts::disclose(tx, self.year, desk.today(), &copies)?;
            }
            reporting::acts::issue_sheet(tx, &edition, self.year, facts, file_hash(&bytes))?;
            let file = desk.write_file(self.folder.as_ref(), &name, &bytes)?;
            tx.say("file", &file.name);
            tx.say("written", filled.written);
            Ok(FilledSheet { file, left_out: filled.left_out, unknown: filled.unknown })
        };
        Ok(desk.office()?.change(&desk.by(), ACTS[usize::from(names_somebody)], act)?.into())
    }
}

/// The city's workbook with these facts, and what found no place.
fn written(desk: &Desk, sheet: &CitySheet, facts: &Facts) -> Result<(Vec<u8>, Filled)> {
    let template = desk.office()?.content(&sheet.content_id)?;
    let kinds = sheets::cells(&template, &sheet.places.sheet).map_err(sheet_error)?;
    let filled = fill(&sheet.places, facts, |cell| kinds.get(cell) == Some(&CellKind::Formula));
    Ok((sheets::stamp(&template, &filled.cells).map_err(sheet_error)?, filled))
}

/// Writes the workbook once more as it was last filled for a year, whatever the records say now.
#[derive(Debug, Deserialize, TS)]
pub struct RefillCitySheet {
    pub year: FiscalYear,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for RefillCitySheet {
    const NAME: &'static str = "enrolment.refill_city_sheet";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let of = Subject::default();
        let last = desk.office()?.view(|view| reporting::store::find_issued(view, self.year, CITY_SHEET, &of))?;
        let last = last.ok_or_else(|| Error::refused("reports.never_issued"))?;
        let sheet = kept(desk)?;
        let (bytes, _) = written(desk, &sheet, &last.frozen.facts)?;
        if file_hash(&bytes) != last.document_hash {
            return Err(Error::refused("reports.issued_differs").with("form", &sheet.name));
        }
        let day = last.issued_at.get(..10).unwrap_or_default();
        let name = format!("{}_控え_{day}_{}", self.year.label(), sheet.name);
        desk.write_file(self.folder.as_ref(), &name, &bytes)
    }
}
