//! The sheet on paper: A4, margins, one page wide, heads repeated, page numbers where there is more than one page.

use paper::{Block, Document, Orientation, Row, theme};
use rust_xlsxwriter::Worksheet;

use crate::Error;

/// A4 and A5 in Excel's list of papers.
const A4: u8 = 9;
const A5: u8 = 11;

/// Room for head and foot within the margin, in inches.
const HEAD_AND_FOOT: f64 = 0.3;

/// Typeface and size of head and foot, in Excel's own marks; the blank keeps a figure that follows out of the size.
const FONT: &str = "&\"BIZ UDGothic,Regular\"&9 ";

/// Points of a millimetre, millimetres of an inch.
pub(crate) const PT: f64 = 72.0 / 25.4;
const INCH: f64 = 25.4;

/// Pixels of a millimetre, as Excel counts widths.
pub(crate) const PX: f64 = 96.0 / 25.4;

/// Width between the margins.
pub(crate) fn width_mm(orientation: Orientation) -> u32 {
    u32::from(orientation.mm().0 - 2 * theme::MARGIN_MM)
}

/// Height between the margins, in points.
pub(crate) fn height_pt(orientation: Orientation) -> f64 {
    f64::from(orientation.mm().1 - 2 * theme::MARGIN_MM) * PT
}

/// Paper, margins and scale.
pub(crate) fn set_up(sheet: &mut Worksheet, document: &Document) {
    let margin = f64::from(theme::MARGIN_MM) / INCH;
    let paper = if document.orientation == Orientation::Small { A5 } else { A4 };
    sheet.set_paper_size(paper).set_print_fit_to_pages(1, 0).set_print_center_horizontally(true);
    sheet.set_margins(margin, margin, margin, margin, HEAD_AND_FOOT, HEAD_AND_FOOT);
    if document.orientation == Orientation::Landscape {
        sheet.set_landscape();
    }
    set_head(sheet, document, None);
}

/// Page breaks that Excel keeps on a sheet.
const MOST_BREAKS: usize = 1023;

/// The longest head that Excel keeps, in characters.
const HEAD: usize = 255;

/// The stamp at the left of every page's head, the running head at its right.
fn set_head(sheet: &mut Worksheet, document: &Document, running: Option<&str>) {
    let part = |mark: &str, words: String| match words.as_str() {
        "" => String::new(),
        words => format!("{mark}{FONT}{}", words.replace('&', "&&")),
    };
    let stamp = part("&L", document.stamp.join("　"));
    let head = format!("{stamp}{}", part("&R", running.unwrap_or_default().to_owned()));
    // The stamp is what must not be lost.
    let head = if head.chars().count() > HEAD { stamp } else { head };
    if !head.is_empty() {
        sheet.set_header(head);
    }
}

/// What only papers of several pages carry.
pub(crate) fn set_up_pages(sheet: &mut Worksheet, document: &Document, breaks: &[u32]) -> Result<(), Error> {
    set_head(sheet, document, document.running_head.as_deref());
    if document.page_numbers {
        sheet.set_footer(format!("&C{FONT}&P / &N"));
    }
    // Beyond what Excel keeps, pages end by themselves.
    sheet.set_page_breaks(&breaks[..breaks.len().min(MOST_BREAKS)])?;
    Ok(())
}

/// Whether a table's head may be repeated on every page: there is no other head it could be mistaken for.
pub(crate) fn repeats_head(document: &Document, head: &[Row]) -> bool {
    let heads = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(&table.head),
        _ => None,
    });
    !head.is_empty() && heads.into_iter().all(|other| other == head)
}
