//! The sheet while it is written from top to bottom.

use chrono::{Datelike, NaiveDate};
use paper::{Align, Document, Fit, Typeface, Value, theme, wareki};
use rust_xlsxwriter::{Format, FormatUnderline, Formula, Worksheet};

use super::grid::{Grid, WIDTH};
use super::look::{Height, Look, Looks, Rules, Shown};
use super::pages::{self, Room, RowOf};
use super::{measure, page};
use crate::Error;

/// So much of a page is filled by every program.
const SURE: f64 = 0.99;

/// A pixel in points.
const PIXEL: f64 = 0.75;

/// The longest name of a sheet.
const NAME: usize = 31;

/// A sheet and the row that comes next.
pub(crate) struct Sheet<'a> {
    pub document: &'a Document,
    pub grid: Grid,
    pub row: u32,
    pub name: String,
    pub sheet: &'a mut Worksheet,
    looks: Looks,
    /// Rows before which a page is asked for.
    asked: Vec<u32>,
    rows: Vec<RowOf>,
    /// Height of the head that every page repeats.
    repeated: f64,
}

/// Cells that hold one thing: rows and the lines left and right, both ends counted in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Area {
    pub top: u32,
    pub bottom: u32,
    pub left: u32,
    pub right: u32,
}

/// What a cell holds.
pub(crate) enum Content<'a> {
    Value(&'a Value),
    Text(&'a str),
    /// Words of which some are underlined.
    Marked(Vec<(&'a str, bool)>),
    /// A sum over the same column, with its value.
    Sum(String, i64),
}

impl<'a> Sheet<'a> {
    pub fn new(sheet: &'a mut Worksheet, document: &'a Document, grid: Grid, nth: usize) -> Sheet<'a> {
        let looks = Looks::new(document.negative);
        let name = sheet_name(&document.title, nth);
        Sheet { document, grid, row: 0, name, sheet, looks, asked: Vec::new(), rows: Vec::new(), repeated: 0.0 }
    }

    /// Name, paper and columns.
    pub fn begin(&mut self) -> Result<(), Error> {
        self.sheet.set_name(&self.name)?;
        page::set_up(self.sheet, self.document);
        let widths: Vec<u32> = self.grid.widths().collect();
        for (column, width) in (0..).zip(widths) {
            self.sheet.set_column_width_pixels(column, self.pixels(width).round() as u32)?;
        }
        Ok(())
    }

    /// What is known only at the end.
    pub fn finish(&mut self) -> Result<(), Error> {
        // A paper of one line: programs take no single cell for a print area.
        let last = self.row.saturating_sub(1).max(1);
        self.sheet.set_print_area(0, 0, last, self.grid.column(WIDTH) - 1)?;
        let whole = page::height_pt(self.document.orientation);
        if !self.asked.is_empty() || self.rows.iter().map(|row| row.height).sum::<f64>() > whole {
            let first = whole * SURE;
            let breaks = pages::breaks(&self.rows, &self.asked, Room { first, others: first - self.repeated });
            page::set_up_pages(self.sheet, self.document, &breaks)?;
        }
        Ok(())
    }

    /// The next row begins a new page.
    pub fn break_page(&mut self) {
        if self.row > 0 {
            self.asked.push(self.row);
        }
    }

    /// Ends the row at hand with its height in points.
    pub fn end_row(&mut self, height: f64) -> Result<(), Error> {
        // Excel draws whole pixels: what is counted here is what is printed.
        let height = (height / PIXEL).ceil() * PIXEL;
        self.sheet.set_row_height(self.row, height)?;
        self.rows.push(RowOf { height, keep: false });
        self.row += 1;
        Ok(())
    }

    /// No page ends below any of the last so many rows.
    pub fn keep(&mut self, rows: usize) {
        self.rows.iter_mut().rev().take(rows).for_each(|row| row.keep = true);
    }

    /// No page ends within rows, the last of which is given, unless they take more than half of one.
    pub fn keep_whole(&mut self, first: u32, last: u32) {
        let rows = &mut self.rows[first as usize..=last as usize];
        let height: f64 = rows.iter().map(|row| row.height).sum();
        let Some((_, above)) = rows.split_last_mut() else { return };
        if height <= page::height_pt(self.document.orientation) / 2.0 {
            above.iter_mut().for_each(|row| row.keep = true);
        }
    }

    /// The last so many rows stand on every page again.
    pub fn repeat(&mut self, rows: usize) {
        self.repeated = self.rows.iter().rev().take(rows).map(|row| row.height).sum();
    }

    /// The row at hand between two lines.
    pub fn across(&self, left: u32, right: u32) -> Area {
        Area { top: self.row, bottom: self.row, left, right }
    }

    /// Width between two lines in pixels.
    pub fn pixels(&self, parts: u32) -> f64 {
        let whole = f64::from(page::width_mm(self.document.orientation)) * page::PX;
        // A hair narrower than the paper, so that rounding never costs a scale.
        whole * 0.99 * f64::from(parts) / f64::from(WIDTH)
    }

    /// Height of a row that shows these words between two lines.
    pub fn height_of(&self, words: &str, look: Look, parts: u32) -> f64 {
        let lines = match look.align {
            Align::Vertical => words.chars().count() as u32,
            _ => measure::lines(words, look.size, self.pixels(parts)),
        };
        measure::height(lines, look.size)
    }

    /// Body text without rules.
    pub fn plain(&self) -> Look {
        Look {
            typeface: self.document.typeface,
            size: theme::BODY,
            bold: false,
            align: Align::Auto,
            height: Height::Middle,
            fit: Fit::Wrap,
            shown: Shown::Words,
            rules: Rules::None,
            shade: 100,
            indent: 0,
        }
    }

    /// Bold gothic of a size.
    pub fn bold(&self, size: u16) -> Look {
        Look { typeface: Typeface::Gothic, bold: true, size, ..self.plain() }
    }

    /// A cell without words.
    pub fn blank(&mut self, row: u32, column: u16, look: Look) -> Result<(), Error> {
        self.sheet.write_blank(row, column, self.looks.format(look))?;
        Ok(())
    }

    /// Writes into an area; several cells are merged into one.
    pub fn put(&mut self, area: Area, content: &Content, look: Look) -> Result<(), Error> {
        let (first, last) = (self.grid.column(area.left), self.grid.column(area.right) - 1);
        let format = self.looks.format(look);
        if (area.top, first) != (area.bottom, last) {
            self.sheet.merge_range(area.top, first, area.bottom, last, "", format)?;
        }
        match content {
            Content::Text(words) => drop(self.sheet.write_string_with_format(area.top, first, *words, format)?),
            Content::Marked(stretches) => {
                let (plain, marked) = (look.letters(), look.letters().set_underline(FormatUnderline::Single));
                let stretches: Vec<(&Format, &str)> = stretches
                    .iter()
                    .map(|(words, is_marked)| (if *is_marked { &marked } else { &plain }, *words))
                    .collect();
                self.sheet.write_rich_string_with_format(area.top, first, &stretches, format)?;
            }
            Content::Sum(formula, value) => {
                let formula = Formula::new(formula).set_result(value.to_string());
                self.sheet.write_formula_with_format(area.top, first, formula, format)?;
            }
            Content::Value(value) => write_value(self.sheet, (area.top, first), value, format)?,
        };
        Ok(())
    }
}

fn write_value(sheet: &mut Worksheet, (row, col): (u32, u16), value: &Value, format: &Format) -> Result<(), Error> {
    match value {
        Value::Blank => sheet.write_blank(row, col, format)?,
        Value::Text(words) => sheet.write_string_with_format(row, col, words, format)?,
        Value::Date(day) if !is_shown_by_excel(*day) => {
            sheet.write_string_with_format(row, col, wareki::long(*day), format)?
        }
        Value::Date(day) => sheet.write_datetime_with_format(row, col, *day, format)?,
        Value::Yen(n) | Value::Count(n) => sheet.write_number_with_format(row, col, *n as f64, format)?,
        Value::Percent(n) | Value::Points(n) => sheet.write_number_with_format(row, col, *n as f64 / 10.0, format)?,
    };
    Ok(())
}

/// Excel's calendar begins in 1900 with a day too many, and its formats write a first year as 1年, not 元年.
fn is_shown_by_excel(day: NaiveDate) -> bool {
    day.year() > 1900 && wareki::of(day).is_some_and(|(_, year)| year > 1)
}

/// A title as the name of a sheet: without the marks that Excel forbids, and short enough; the second and those after it say so.
fn sheet_name(title: &str, nth: usize) -> String {
    let after = if nth > 1 { format!("（{nth}）") } else { String::new() };
    let allowed = title.chars().filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\') && *c >= ' ');
    let mut name = String::new();
    let mut length = 0;
    for c in allowed {
        length += c.len_utf16();
        if length + after.chars().count() > NAME {
            break;
        }
        name.push(c);
    }
    let name = name.trim_matches('\'').trim();
    let name = if name.is_empty() { "書類" } else { name };
    format!("{name}{after}")
}

#[cfg(test)]
mod tests {
    use super::sheet_name;

    #[test]
    fn titles_become_names_that_excel_takes() {
        assert_eq!(sheet_name("令和7年度 収支決算書", 1), "令和7年度 収支決算書");
        assert_eq!(sheet_name("'R7/8: [案]*?'", 1), "R78 案");
        assert_eq!(sheet_name("", 1), "書類");
        assert_eq!(sheet_name("招集通知", 2), "招集通知（2）");
        assert_eq!(sheet_name(&"あ".repeat(40), 12).chars().count(), 31);
        assert_eq!(sheet_name(&"𠮷".repeat(40), 1).encode_utf16().count(), 30, "a pair is never torn");
    }
}
