//! Fonts into a PDF, through printpdf: a page that shows every used letter once makes it subset and embed them, and
//! tells by its own stream which code each letter was given.

use std::collections::{BTreeMap, HashMap};

use lopdf::content::Content;
use lopdf::{Document, Object, ObjectId};
use printpdf::{Codepoint, FontId, Mm, Op, PdfDocument, PdfFont, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem};

use crate::Error;
use crate::shape::Shaper;

/// A PDF with its fonts and as yet without pages.
pub(super) struct Embedded {
    pub document: Document,
    /// What every page names as its resources.
    pub resources: ObjectId,
    pub codes: Codes,
}

/// The code of every used glyph, by font.
pub(super) type Codes = Vec<HashMap<u16, u16>>;

type Used<'a> = Vec<BTreeMap<u16, &'a str>>;

/// Embeds what a shaper has met.
pub(super) fn fonts(shaper: &Shaper) -> Result<Embedded, Error> {
    let used = shaper.used();
    let mut document = PdfDocument::new("");
    for (font, _) in shaper.fonts().all().iter().zip(&used).filter(|(_, glyphs)| !glyphs.is_empty()) {
        document.resources.fonts.map.insert(FontId(font.tag.into()), PdfFont::new(font.embedding()?.clone()));
    }
    document.with_pages(vec![PdfPage::new(Mm(210.0), Mm(297.0), specimen(shaper, &used))]);
    let document = document.to_lopdf_document(&PdfSaveOptions::default(), &mut Vec::new());
    let page = document.page_iter().next().ok_or(lopdf::Error::PageNumberNotFound(1))?;
    let resources = document.get_dictionary(page)?.get(b"Resources")?.as_reference()?;
    let codes = codes(&Content::decode(&document.get_page_content(page))?, &used);
    Ok(Embedded { document, resources, codes })
}

/// Every used letter, font after font.
fn specimen(shaper: &Shaper, used: &Used) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for (font, glyphs) in shaper.fonts().all().iter().zip(used).filter(|(_, glyphs)| !glyphs.is_empty()) {
        let letters = glyphs.iter().map(|(id, text)| Codepoint::with_cid(*id, 0.0, (*text).to_owned()));
        ops.push(Op::SetFont { font: PdfFontHandle::External(FontId(font.tag.into())), size: Pt(1.0) });
        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(letters.collect())] });
    }
    ops.push(Op::EndTextSection);
    ops
}

/// Reads the codes back from the specimen: its strings stand in the order of its letters.
fn codes(specimen: &Content, used: &Used) -> Codes {
    let shown = specimen.operations.iter().filter(|op| op.operator == "TJ");
    let mut shown = shown.map(|op| op.operands.iter().flat_map(Object::as_array).flatten().filter_map(code));
    let of_font = |glyphs: &BTreeMap<u16, &str>| match glyphs.is_empty() {
        true => HashMap::new(),
        false => glyphs.keys().copied().zip(shown.next().into_iter().flatten()).collect(),
    };
    used.iter().map(of_font).collect()
}

fn code(string: &Object) -> Option<u16> {
    string.as_str().ok().and_then(|bytes| Some(u16::from_be_bytes(bytes.try_into().ok()?)))
}
