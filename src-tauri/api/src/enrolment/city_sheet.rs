//! 市の調査票: the city's own workbook is given once, its layout put right, and every year written into it in one act.

use std::collections::HashMap;

use office::FiscalYear;
use office::attachments;
use office::enrolment::city_sheet::{Content, Places, Single, Standing, find};
use office::enrolment::{CitySheet, acts, store};
use office::reporting::store::last_issued;
use office::reporting::{CITY_SHEET, Subject};
use serde::{Deserialize, Serialize};
use sheets::CellKind;
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, day_and_clock};
use crate::wire::sheet_error;
use crate::{Desk, Error, Result};

/// The workbook that is kept, and what its columns may get.
#[derive(Debug, Deserialize, TS)]
pub struct CitySheetPlaces {
    pub year: FiscalYear,
}

/// The workbook that is kept, and what its columns may get.
#[derive(Debug, Serialize, TS)]
pub struct CitySheetPage {
    /// Its file name; none as long as nobody gave one.
    pub name: Option<String>,
    pub places: Option<Places>,
    /// When it was last filled for the year.
    pub filled_label: Option<String>,
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
        let (kept, issued) =
            desk.office()?.view(|view| Ok((store::city_sheet(view)?, last_issued(view, self.year)?)))?;
        let (name, places) = kept.map(|sheet| (sheet.name, sheet.places)).unzip();
        let content = |content: Content| ColumnContent { content, label: content.column().1.to_owned() };
        let single = |content: Single| CellContent { content, label: content.fact().1.to_owned() };
        Ok(CitySheetPage {
            name,
            places,
            filled_label: issued.of(CITY_SHEET, &Subject::default()).map(day_and_clock),
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

pub(super) fn kept(desk: &Desk) -> Result<CitySheet> {
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
