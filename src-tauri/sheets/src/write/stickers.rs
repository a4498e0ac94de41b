//! 備品シール in a workbook: the faces of a label sheet are cells, so that its words can still be changed. A code stands
//! as a picture at the right of its words. What does not fit at the least size takes no face, as on the PDF.

use paper::{Align, FaceGrid, Fit, Stationery, Sticker, StickerRun, Typeface};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Image, Workbook, Worksheet};

use super::look::{Height, Look, Rules, Shown};
use super::{measure, qr};
use crate::Error;

/// Most of the width that the code takes, and the least side of one of its squares: a third of a millimetre.
const SHARE: f64 = 0.42;
const SQUARE: f64 = 0.95;
/// The smallest size of any letter and the step from one size to the next, in tenths of a point.
const LEAST: u16 = 70;
const STEP: usize = 5;
/// Share of the height that a line takes at its best, and how much larger the second one is, in tenths.
const BEST: f64 = 0.15;
const LARGE: u16 = 15;
/// Pixels and points of a tenth of a millimetre, pixels that Excel indents by, tenths of a millimetre in an inch.
const PX: f64 = 96.0 / 254.0;
const PT: f64 = 72.0 / 254.0;
const INDENT: f64 = 13.4;
const INCH: f64 = 254.0;
/// Widths of columns are counted in digits of a workbook's own letters: half of them are 7 pixels wide at this size, in tenths
/// of a point, as the library counts them. Calibri, which it would take, is not on every machine.
const COUNTED: u16 = 105;
/// A4 in Excel's list of papers.
const A4: u8 = 9;

/// A workbook of stickers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stickers {
    /// The .xlsx.
    pub bytes: Vec<u8>,
    /// Numbers of the stickers that fit on no face, from 0.
    pub unfit: Vec<usize>,
}

/// Writes a run of stickers as an .xlsx; the same run gives the same bytes.
pub fn stickers(run: &StickerRun, title: &str) -> Result<Stickers, Error> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::from_ymd(2025, 4, 1)?;
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&created));
    book.set_default_format(&Look { bold: false, ..look(COUNTED, 0) }.letters(), 20, 64)?;
    let faces = Faces::of(&run.stationery);
    let sheet = book.add_worksheet();
    sheet.set_name(title)?;
    faces.set_up(sheet, run)?;
    let (mut next, mut unfit) = (usize::from(run.first), Vec::new());
    for (number, sticker) in run.stickers.iter().enumerate() {
        let Some(face) = faces.set(sticker) else {
            unfit.push(number);
            continue;
        };
        faces.write(sheet, next, &face)?;
        next += 1;
    }
    faces.set_pages(sheet, next)?;
    Ok(Stickers { bytes: book.save_to_buffer()?, unfit })
}

/// The faces of a paper as cells: words, code, and what is free up to the next face.
struct Faces<'a> {
    grid: &'a FaceGrid,
    inset: [u16; 2],
    /// Side of the code, tenths of a millimetre.
    code: u16,
    /// Rows of a face: itself, and the gap below where there is one.
    rows: u32,
}

/// A sticker that fits.
struct Set<'a> {
    sticker: &'a Sticker,
    /// Tenths of a point.
    size: u16,
    /// A picture of its code.
    code: Vec<u8>,
}

impl<'a> Faces<'a> {
    fn of(paper: &'a Stationery) -> Faces<'a> {
        let (grid, inset) = (&paper.grid, paper.inset);
        let inner = [grid.width, grid.height].map(f64::from);
        let [width, height] = [0, 1].map(|n| inner[n] - 2.0 * f64::from(inset[n]));
        let rows = if grid.step_down > grid.height { 2 } else { 1 };
        Faces { grid, inset, code: (width * SHARE).min(height) as u16, rows }
    }

    /// How far the words stand away from the edge, in Excel's own steps.
    fn indent(&self) -> u8 {
        (f64::from(self.inset[0]) * PX / INDENT).round() as u8
    }

    /// Width of the cell of the words, the free room at its left counted in.
    fn words(&self) -> u16 {
        self.grid.width - self.code - self.inset[0]
    }

    /// Paper, margins and columns. Lines fall on whole pixels, counted from the first, so that nothing adds up; right of
    /// the last code there is nothing, so that no program finds the sheet too wide for its paper.
    fn set_up(&self, sheet: &mut Worksheet, run: &StickerRun) -> Result<(), Error> {
        let [left, top] = [(self.grid.left, run.shift[0]), (self.grid.top, run.shift[1])]
            .map(|(edge, shift)| f64::from(edge) + f64::from(shift))
            .map(|tenths| tenths.max(0.0) / INCH);
        sheet.set_paper_size(A4).set_margins(left, 0.0, top, 0.0, 0.0, 0.0);
        let begins = |face: u16| face * self.grid.step_across;
        let of_face = |face| [0, self.words(), self.words() + self.code].map(|line| begins(face) + line);
        let lines: Vec<u16> = (0..self.grid.columns).flat_map(of_face).collect();
        for (column, pair) in (0..).zip(lines.windows(2)) {
            sheet.set_column_width_pixels(column, pixels(pair[1]) - pixels(pair[0]))?;
        }
        Ok(())
    }

    /// Heights of all rows that are used, breaks between the papers, and what is printed.
    fn set_pages(&self, sheet: &mut Worksheet, used: usize) -> Result<(), Error> {
        let papers = used.div_ceil(usize::from(self.grid.faces().max(1))) as u32;
        let of_paper = u32::from(self.grid.rows) * self.rows;
        for row in 0..papers * of_paper {
            let begins = |nth: u32| {
                let (face, is_gap) = (nth / self.rows, nth % self.rows);
                face as u16 * self.grid.step_down + is_gap as u16 * self.grid.height
            };
            let nth = row % of_paper;
            sheet.set_row_height_pixels(row, pixels(begins(nth + 1)) - pixels(begins(nth)))?;
        }
        let breaks: Vec<u32> = (1..papers).map(|paper| paper * of_paper).collect();
        sheet.set_page_breaks(&breaks)?;
        sheet.set_print_area(0, 0, (papers * of_paper).saturating_sub(1), 3 * self.grid.columns - 2)?;
        Ok(())
    }

    /// What stands on the face; none when it does not fit at the least size.
    fn set<'b>(&self, sticker: &'b Sticker) -> Option<Set<'b>> {
        let code = qr::picture(&sticker.code)?;
        if f64::from(self.code) * PT / (code.squares as f64) < SQUARE {
            return None;
        }
        let height = f64::from(self.grid.height - 2 * self.inset[1]) * PT;
        let best = (height * BEST * 10.0) as u16;
        let fits = |size: &u16| self.height(sticker, *size) <= height;
        let sizes = || (LEAST..=best.max(LEAST)).rev().step_by(STEP).filter(fits);
        // A smaller letter is read better than a word that is torn.
        let size = sizes().find(|size| self.is_whole(sticker, *size)).or_else(|| sizes().next())?;
        Some(Set { sticker, size, code: code.bytes })
    }

    /// Each line with its size and into how many it is broken.
    fn lines(&self, sticker: &Sticker, size: u16) -> impl Iterator<Item = (u16, u32)> {
        let width = f64::from(self.words()) * PX - f64::from(self.indent()) * INDENT;
        let sizes = (0..).map(move |nth| sized(nth, size));
        sticker.lines.iter().zip(sizes).map(move |(line, size)| (size, measure::lines(line, size, width)))
    }

    /// Height of the words in points.
    fn height(&self, sticker: &Sticker, size: u16) -> f64 {
        self.lines(sticker, size).map(|(size, lines)| measure::letters(lines, size)).sum()
    }

    /// True when no line is broken.
    fn is_whole(&self, sticker: &Sticker, size: u16) -> bool {
        self.lines(sticker, size).all(|(_, lines)| lines == 1)
    }

    fn write(&self, sheet: &mut Worksheet, face: usize, set: &Set) -> Result<(), Error> {
        let (columns, faces) = (usize::from(self.grid.columns.max(1)), usize::from(self.grid.faces().max(1)));
        let (paper, on_paper) = (face / faces, face % faces);
        let row = ((paper * usize::from(self.grid.rows) + on_paper / columns) as u32) * self.rows;
        let column = (on_paper % columns) as u16 * 3;
        self.write_words(sheet, (row, column), set)?;
        let side = pixels(self.code);
        let picture = Image::new_from_buffer(&set.code)?.set_alt_text(&set.sticker.code);
        let picture = picture.set_scale_to_size(side, side, true);
        let above = pixels(self.grid.height).saturating_sub(side) / 2;
        sheet.insert_image_with_offset(row, column + 1, &picture, 0, above)?;
        Ok(())
    }

    fn write_words(&self, sheet: &mut Worksheet, (row, column): (u32, u16), set: &Set) -> Result<(), Error> {
        let lines = &set.sticker.lines;
        let last = lines.len().saturating_sub(1);
        let parts: Vec<(Format, String)> = lines
            .iter()
            .enumerate()
            .map(|(nth, line)| {
                let end = if nth == last { "" } else { "\n" };
                (look(sized(nth, set.size), 0).letters(), format!("{line}{end}"))
            })
            .collect();
        let stretches: Vec<(&Format, &str)> = parts.iter().map(|(format, words)| (format, words.as_str())).collect();
        let cell = look(set.size, self.indent()).cell();
        match stretches[..] {
            [] => {}
            [(_, words)] => {
                sheet.write_string_with_format(row, column, words, &cell)?;
            }
            _ => {
                sheet.write_rich_string_with_format(row, column, &stretches, &cell)?;
            }
        }
        Ok(())
    }
}

/// Tenths of a point of a line: the second one is large.
fn sized(nth: usize, size: u16) -> u16 {
    if nth == 1 { size * LARGE / 10 } else { size }
}

fn look(size: u16, indent: u8) -> Look {
    Look {
        typeface: Typeface::Gothic,
        size,
        bold: true,
        align: Align::Left,
        height: Height::Middle,
        fit: Fit::Wrap,
        shown: Shown::Words,
        rules: Rules::None,
        shade: 100,
        indent,
    }
}

fn pixels(tenths: u16) -> u32 {
    (f64::from(tenths) * PX) as u32
}
