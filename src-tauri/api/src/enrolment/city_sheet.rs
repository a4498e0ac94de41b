//! 市の調査票: the city's own workbook is given once, its layout put right, and every year written into it in one act.

use std::collections::HashMap;

use office::FiscalYear;
use office::attachments;
use office::enrolment::city_sheet::{Content, Places, Single, Standing, fill, find};
use office::enrolment::{CitySheet, acts, store};
use serde::{Deserialize, Serialize};
use sheets::CellKind;
use ts_rs::TS;

use crate::command::Command;
use crate::files::{free_path, write_whole};
use crate::office::Changed;
use crate::wire::sheet_error;
use crate::{Desk, Error, Result, Token};

/// The workbook that is kept, and what its columns may get.
#[derive(Debug, Deserialize, TS)]
pub struct CitySheetPlaces {}

/// The workbook that is kept, and what its columns may get.
#[derive(Debug, Serialize, TS)]
pub struct CitySheetPage {
    /// Its file name; none as long as nobody gave one.
    pub name: Option<String>,
    pub places: Option<Places>,
    pub contents: Vec<ColumnContent>,
    pub singles: Vec<CellContent>,
}

/// What a column may get.
#[derive(Debug, Serialize, TS)]
pub struct ColumnContent {
    pub content: Content,
    pub label: String,
}

/// What a single cell may get.
#[derive(Debug, Serialize, TS)]
pub struct CellContent {
    pub content: Single,
    pub label: String,
}

impl Command for CitySheetPlaces {
    const NAME: &'static str = "enrolment.city_sheet";
    type Output = CitySheetPage;
    fn run(self, desk: &Desk) -> Result<CitySheetPage> {
        let kept = desk.office()?.view(|view| store::city_sheet(view))?;
        let (name, places) = kept.map(|sheet| (sheet.name, sheet.places)).unzip();
        let content = |content: Content| ColumnContent { content, label: content.column().1.to_owned() };
        let single = |content: Single| CellContent { content, label: content.fact().1.to_owned() };
        Ok(CitySheetPage {
            name,
            places,
            contents: Content::ALL.map(content).into(),
            singles: Single::ALL.map(single).into(),
        })
    }
}

/// Looks where a workbook has its list of associations; nothing is kept yet.
#[derive(Debug, Deserialize, TS)]
pub struct ReadCitySheet {
    pub token: String,
}

impl Command for ReadCitySheet {
    const NAME: &'static str = "enrolment.read_city_sheet";
    type Output = Vec<Places>;
    fn run(self, desk: &Desk) -> Result<Vec<Places>> {
        let (bytes, name) = given(desk, &self.token)?;
        let path = desk.files.path(&self.token)?;
        let book = sheets::read_in_worker(&desk.place.program, &path, None).map_err(sheet_error)?;
        // A file that cannot be stamped is refused here, before anybody has worked on its layout.
        sheets::stamp(&bytes, &[]).map_err(sheet_error)?;
        let cells = book.sheets.iter().map(|sheet| Ok((&*sheet.name, sheets::cells(&bytes, &sheet.name)?)));
        let cells: HashMap<_, _> = cells.collect::<std::result::Result<_, _>>().map_err(sheet_error)?;
        let standing = |sheet: &str, cell: &str| match cells.get(sheet).and_then(|cells| cells.get(cell)) {
            None => Standing::Absent,
            Some(CellKind::Formula) => Standing::Calculated,
            Some(_) => Standing::There,
        };
        let found = find(&book, standing);
        match found.is_empty() {
            true => Err(Error::refused("enrolment.sheet_not_understood").with("name", name)),
            false => Ok(found),
        }
    }
}

/// The bytes of a file that was chosen, and its name.
fn given(desk: &Desk, token: &str) -> Result<(Vec<u8>, String)> {
    let name = attachments::clean_name(&desk.files.name(token)?);
    let bytes = std::fs::read(desk.files.path(token)?)?;
    attachments::accepted(&name, &bytes)?;
    Ok((bytes, name))
}

/// Keeps a workbook with its layout, or another layout for the one that is kept.
#[derive(Debug, Deserialize, TS)]
pub struct SaveCitySheet {
    /// Of the file that was chosen; none keeps the file that is there.
    pub token: Option<String>,
    pub places: Places,
}

impl Command for SaveCitySheet {
    const NAME: &'static str = "enrolment.save_city_sheet";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let office = desk.office()?;
        let (content_id, name) = match &self.token {
            Some(token) => {
                let (bytes, name) = given(desk, token)?;
                (office.keep_content(&bytes)?, name)
            }
            None => kept(desk).map(|sheet| (sheet.content_id, sheet.name))?,
        };
        let sheet = CitySheet { content_id, name, places: self.places };
        Ok(office.change(&desk.by(), Self::NAME, |tx| acts::save_city_sheet(tx, &sheet))?.into())
    }
}

fn kept(desk: &Desk) -> Result<CitySheet> {
    let kept = desk.office()?.view(|view| store::city_sheet(view))?;
    kept.ok_or_else(|| Error::refused("enrolment.no_city_sheet"))
}

/// Forgets the city's workbook.
#[derive(Debug, Deserialize, TS)]
pub struct DropCitySheet {}

impl Command for DropCitySheet {
    const NAME: &'static str = "enrolment.drop_city_sheet";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, acts::drop_city_sheet)?.into())
    }
}

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
    pub sentence: String,
    /// Associations without a row in the city's list.
    pub left_out: Vec<String>,
    /// Names of the city's list that no association bears.
    pub unknown: Vec<String>,
}

impl Command for FillCitySheet {
    const NAME: &'static str = "enrolment.fill_city_sheet";
    type Output = FilledSheet;
    fn run(self, desk: &Desk) -> Result<FilledSheet> {
        let folder = desk.folder_for(self.folder.as_ref())?;
        let sheet = kept(desk)?;
        let template = desk.office()?.content(&sheet.content_id)?;
        let kinds = sheets::cells(&template, &sheet.places.sheet).map_err(sheet_error)?;
        let facts = crate::reports::facts(desk, self.year)?;
        let filled = fill(&sheet.places, &facts, |cell| kinds.get(cell) == Some(&CellKind::Formula));
        let bytes = sheets::stamp(&template, &filled.cells).map_err(sheet_error)?;
        let path = free_path(&folder, &format!("{}_{}", self.year.label(), sheet.name));
        write_whole(&path, &bytes)?;
        let file = desk.files.offer(path)?;
        let said = [("file", file.name.clone()), ("written", filled.written.to_string())];
        let sentence = office::words::operation("enrolment.filled", &said.into());
        Ok(FilledSheet { file, sentence, left_out: filled.left_out, unknown: filled.unknown })
    }
}
