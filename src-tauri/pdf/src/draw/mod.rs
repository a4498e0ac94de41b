//! Sheets to PDF. printpdf subsets and embeds the fonts; the pages' streams are written here, letter codes and all,
//! because a list of operations with one string per letter costs more than the whole layout.

mod content;
mod embed;
mod picture;
mod syntax;

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, StringFormat, dictionary, text_string};

use crate::Error;
use crate::impose::Plate;
use crate::look::MM;
use crate::shape::{Shaper, clusters, is_sideways};
use crate::sheet::{Item, Sheet};
use content::Content;
use embed::{Codes, Embedded};

/// Makes a shaper know every letter of some sheets.
fn meet(sheets: &[Sheet], shaper: &mut Shaper) {
    for item in sheets.iter().flat_map(|sheet| &sheet.items) {
        if let Item::Text(text) = item {
            for cluster in clusters(&text.text) {
                shaper.glyphs(cluster, text.face, text.vertical && !is_sideways(cluster));
            }
        }
    }
}

/// The PDF of some sheets; the letters that a fresh shaper meets on them are the letters that are embedded.
pub(crate) fn write(sheets: &[Sheet], title: &str, shaper: &mut Shaper) -> Result<Vec<u8>, Error> {
    let mut drawing = Drawing::new(sheets, title, shaper)?;
    for sheet in sheets {
        let (bytes, resources) = drawing.sheet(sheet)?;
        drawing.page((sheet.width_mm, sheet.height_mm), bytes, resources);
    }
    drawing.finish(title)
}

/// The PDF of some sheets as they are bound: each is drawn once and carried to its place.
pub(crate) fn bind(sheets: &[Sheet], plates: &[Plate], title: &str, shaper: &mut Shaper) -> Result<Vec<u8>, Error> {
    let mut drawing = Drawing::new(sheets, title, shaper)?;
    let forms = sheets.iter().map(|sheet| drawing.form(sheet)).collect::<Result<Vec<_>, Error>>()?;
    for plate in plates {
        let mut drawn = Dictionary::new();
        let mut bytes = Vec::new();
        for (nth, place) in plate.places.iter().enumerate() {
            drawn.set(content::picture_name(nth), forms[place.page]);
            let numbers = place.matrix.map(|number| format!("{number:.4} ")).concat();
            bytes.extend(format!("q\n{numbers}cm\n/{} Do\nQ\n", content::picture_name(nth)).bytes());
        }
        drawing.digest.add(&bytes);
        drawing.page((plate.width_mm, plate.height_mm), bytes, dictionary! { "XObject" => drawn }.into());
    }
    drawing.finish(title)
}

/// A PDF under way.
struct Drawing<'a> {
    shaper: &'a mut Shaper,
    document: Document,
    resources: ObjectId,
    codes: Codes,
    pictures: picture::Embedded,
    parent: ObjectId,
    kids: Vec<Object>,
    digest: Digest,
}

impl<'a> Drawing<'a> {
    fn new(sheets: &[Sheet], title: &str, shaper: &'a mut Shaper) -> Result<Drawing<'a>, Error> {
        meet(sheets, shaper);
        let Embedded { mut document, resources, codes } = embed::fonts(shaper)?;
        let parent = document.new_object_id();
        let (pictures, kids, digest) = (picture::Embedded::default(), Vec::new(), Digest::of(title.as_bytes()));
        Ok(Drawing { shaper, document, resources, codes, pictures, parent, kids, digest })
    }

    /// What draws a sheet, and what it needs for that.
    fn sheet(&mut self, sheet: &Sheet) -> Result<(Vec<u8>, Object), Error> {
        let bytes = Content::new(self.shaper, &self.codes, sheet).finish();
        self.digest.add(&bytes);
        let resources = match sheet.pictures.is_empty() {
            true => Object::Reference(self.resources),
            false => with_pictures(&mut self.document, self.resources, sheet, &mut self.pictures)?.into(),
        };
        sheet.pictures.iter().for_each(|placed| self.digest.add(&placed.picture.bytes));
        Ok((bytes, resources))
    }

    /// A sheet as something that is drawn elsewhere.
    fn form(&mut self, sheet: &Sheet) -> Result<ObjectId, Error> {
        let (bytes, resources) = self.sheet(sheet)?;
        let form = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => media_box(sheet.width_mm, sheet.height_mm),
            "Resources" => resources,
        };
        Ok(self.document.add_object(Stream::new(form, bytes)))
    }

    fn page(&mut self, (width_mm, height_mm): (f32, f32), bytes: Vec<u8>, resources: Object) {
        let contents = self.document.add_object(Stream::new(dictionary! {}, bytes));
        self.kids.push(Object::Reference(self.document.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => self.parent,
            "MediaBox" => media_box(width_mm, height_mm),
            "Resources" => resources,
            "Contents" => contents,
        })));
    }

    fn finish(self, title: &str) -> Result<Vec<u8>, Error> {
        let Drawing { mut document, parent, kids, digest, .. } = self;
        let count = i64::try_from(kids.len()).unwrap_or_default();
        document.set_object(parent, dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids });
        describe(&mut document, parent, title, digest);
        document.prune_objects();
        squeeze(&mut document)?;
        let mut bytes = Vec::new();
        document.save_to(&mut bytes)?;
        Ok(bytes)
    }
}

fn media_box(width_mm: f32, height_mm: f32) -> Vec<Object> {
    vec![0.into(), 0.into(), (width_mm * MM).into(), (height_mm * MM).into()]
}

/// The resources of a page with its pictures, named by their order.
fn with_pictures(
    document: &mut Document,
    resources: ObjectId,
    sheet: &Sheet,
    known: &mut picture::Embedded,
) -> Result<Dictionary, Error> {
    let mut own = document.get_dictionary(resources)?.clone();
    let mut drawn = Dictionary::new();
    for (nth, placed) in sheet.pictures.iter().enumerate() {
        drawn.set(content::picture_name(nth), known.object(document, &placed.picture)?);
    }
    own.set("XObject", drawn);
    Ok(own)
}

/// Compresses the streams that nothing compressed yet: the usual level costs half the time of the library's best and a few bytes
/// more. One after the other with one encoder, whose tables are larger than most pages.
fn squeeze(document: &mut Document) -> Result<(), Error> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.has(b"Filter") {
            continue;
        }
        encoder.write_all(&stream.content)?;
        stream.set_content(encoder.reset(Vec::new())?);
        stream.dict.set("Filter", "FlateDecode");
    }
    Ok(())
}

/// The catalogue and the information of the file. It carries no clock: the same pages are the same bytes.
fn describe(document: &mut Document, pages: ObjectId, title: &str, digest: Digest) {
    let catalog = document.add_object(dictionary! {
        "Type" => "Catalog",
        "Pages" => pages,
        "Lang" => Object::string_literal("ja"),
        "ViewerPreferences" => dictionary! { "DisplayDocTitle" => true },
    });
    let info = document.add_object(dictionary! {
        "Title" => text_string(title),
        "Producer" => text_string("まちの事務局"),
    });
    let id = Object::String(digest.0.to_be_bytes().to_vec(), StringFormat::Hexadecimal);
    document.version = "1.7".to_owned();
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    document.trailer.set("ID", vec![id.clone(), id]);
}

/// FNV-1a over what a reader sees: names a file by its content.
struct Digest(u128);

impl Digest {
    fn of(bytes: &[u8]) -> Digest {
        let mut digest = Digest(0x6C62_272E_07BB_0142_62B8_2175_6295_C58D);
        digest.add(bytes);
        digest
    }

    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u128::from(*byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013B);
        }
    }
}
