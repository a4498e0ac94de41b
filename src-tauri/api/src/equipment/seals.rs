//! 備品シール on label sheets.

use office::council;
use office::equipment::{EquipmentId, Register, seals};
use office::lists::{self, PrintShift, stationery};
use office::profile::Output;
use paper::{Stationery, StickerRun, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::reports::paper_error;
use crate::wire::sheet_error;
use crate::{Desk, Error, Result, Token, typed};

/// A sheet with fewer faces is an envelope or a card.
const LEAST_FACES: u16 = 8;

/// The label sheets that take seals.
#[derive(Debug, Deserialize, TS)]
pub struct SealPapers {}

/// A label sheet.
#[derive(Debug, Serialize, TS)]
pub struct SealPaper {
    pub id: String,
    pub title: String,
    /// Where its figures come from.
    pub source: String,
    pub faces: u16,
}

impl Command for SealPapers {
    const NAME: &'static str = "equipment.seal_papers";
    type Output = Vec<SealPaper>;
    fn run(self, _desk: &Desk) -> Result<Vec<SealPaper>> {
        let shown = |paper: &Stationery| SealPaper {
            id: paper.id.clone(),
            title: paper.title.clone(),
            source: paper.source.clone(),
            faces: paper.grid.faces(),
        };
        Ok(papers().map(shown).collect())
    }
}

fn papers() -> impl Iterator<Item = &'static Stationery> {
    stationery().iter().filter(|paper| paper.writing == Writing::Across && paper.grid.faces() >= LEAST_FACES)
}

/// Makes the seals of these pieces.
#[derive(Debug, Deserialize, TS)]
pub struct PrintSeals {
    #[ts(type = "string[]")]
    pub ids: Vec<EquipmentId>,
    /// Which label sheet.
    pub paper: String,
    /// The first face that is left, from 1; empty is the first.
    pub first: String,
    /// One for each of a quantity.
    pub for_each: bool,
    pub format: Output,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

/// The file, and what fits on no face.
#[derive(Debug, Serialize, TS)]
pub struct PrintedSeals {
    pub file: Token,
    #[ts(type = "number")]
    pub count: usize,
    pub unfit: Vec<String>,
}

impl Command for PrintSeals {
    const NAME: &'static str = "equipment.print_seals";
    type Output = PrintedSeals;
    fn run(self, desk: &Desk) -> Result<PrintedSeals> {
        let paper = papers().find(|paper| paper.id == self.paper);
        let stationery = paper.ok_or_else(|| Error::refused("lists.no_such_paper").with("field", "paper"))?.clone();
        let faces = i64::from(stationery.grid.faces());
        let first = typed::count(&self.first, "first")?.0.unwrap_or(1);
        if !(1..=faces).contains(&first) {
            return Err(Error::refused("equipment.first_face").with("field", "first").with("faces", faces));
        }
        let (register, council, shifts) = desk
            .office()?
            .view(|view| Ok((Register::load(view)?, council::read(view)?.name, lists::store::shifts(view)?)))?;
        let chosen = register.items.iter().filter(|item| self.ids.contains(&item.id) && item.gone_on().is_none());
        let stickers: Vec<_> = chosen.flat_map(|item| seals(item, &council, self.for_each)).collect();
        if stickers.is_empty() {
            return Err(Error::refused("equipment.no_seals"));
        }
        let shift = shift_of(&shifts, &stationery);
        let run = StickerRun { stationery, first: u16::try_from(first - 1).unwrap_or_default(), shift, stickers };
        let Made { bytes, ending, unfit } = made(desk, &run, self.format)?;
        let name = |number: &usize| run.stickers[*number].lines.get(1).cloned().unwrap_or_default();
        Ok(PrintedSeals {
            file: desk.write_file(self.folder.as_ref(), &format!("{TITLE}.{ending}"), &bytes)?,
            count: run.stickers.len() - unfit.len(),
            unfit: unfit.iter().map(name).collect(),
        })
    }
}

/// Title of the file.
const TITLE: &str = "備品シール";

/// The bytes of a file and what fits on no face of it, by number.
struct Made {
    bytes: Vec<u8>,
    ending: &'static str,
    unfit: Vec<usize>,
}

fn made(desk: &Desk, run: &StickerRun, format: Output) -> Result<Made> {
    match format {
        Output::Xlsx => {
            let sheets::Stickers { bytes, unfit } = sheets::stickers(run, TITLE).map_err(sheet_error)?;
            Ok(Made { bytes, ending: "xlsx", unfit })
        }
        Output::Pdf | Output::Stamp => {
            let pdf::Posted { pages, unfit, .. } = pdf::stickers(run, desk.fonts()?);
            let bytes = pdf::write(&pages, TITLE, desk.fonts()?).map_err(paper_error)?;
            Ok(Made { bytes, ending: "pdf", unfit })
        }
    }
}

/// What a test print of this paper showed, where only one printer is known; else nothing is moved.
fn shift_of(shifts: &[PrintShift], paper: &Stationery) -> [i16; 2] {
    let own: Vec<&PrintShift> = shifts.iter().filter(|shift| shift.stationery == paper.id).collect();
    match own[..] {
        [one] => [one.across, one.down].map(|tenths| i16::try_from(tenths).unwrap_or_default()),
        _ => [0, 0],
    }
}
