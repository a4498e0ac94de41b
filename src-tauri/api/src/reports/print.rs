//! The PDF of a form, as large as its paper.

use office::profile::{Form, SheetSize};
use paper::Document;
use pdf::Binding;

use super::paper_error;
use super::photos::filled;
use crate::{Desk, Result};

/// The PDF of a document with its photographs, on the paper that its form is for.
pub(super) fn printed(desk: &Desk, form: &Form, document: Document) -> Result<Vec<u8>> {
    let (document, fonts) = (filled(desk, document)?, desk.fonts()?);
    let pages = pdf::pages(&document, fonts).map_err(paper_error)?;
    let bytes = match form.size {
        SheetSize::A4 => pdf::write(&pages, &document.title, fonts),
        SheetSize::A3 => pdf::bind(&pages, Binding::A3, &document.title, fonts),
    };
    bytes.map_err(paper_error)
}
