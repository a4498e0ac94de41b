//! Photographs in cells: as large as the cell lets them be.

use paper::{Picture, PictureForm};
use rust_xlsxwriter::Image;

use super::sheet::{Area, Sheet};
use crate::Error;

/// Height of a row with a picture, in points.
pub(crate) const ROW: f64 = 230.0;
/// Between the picture and the rules of its cell, in pixels.
const EDGE: u32 = 4;
/// Pixels of a point, as Excel counts them.
const PX: f64 = 96.0 / 72.0;

impl Sheet<'_> {
    /// Lays a photograph into an area of one row. A page of a PDF is nothing that a workbook shows.
    pub fn picture(&mut self, area: Area, picture: &Picture) -> Result<(), Error> {
        if picture.form == PictureForm::Page {
            return Ok(());
        }
        let edges = f64::from(2 * EDGE);
        let (width, height) = (self.pixels(area.right - area.left) - edges, ROW * PX - edges);
        let image = Image::new_from_buffer(&picture.bytes)?.set_scale_to_size(width, height, true);
        let column = self.grid.column(area.left);
        self.sheet.insert_image_with_offset(area.top, column, &image, EDGE, EDGE)?;
        Ok(())
    }
}
