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
use crate::look::MM;
use crate::shape::{Shaper, clusters, is_sideways};
use crate::sheet::{Item, Sheet};
use content::Content;
use embed::Embedded;

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
    meet(sheets, shaper);
    let Embedded { mut document, resources, codes } = embed::fonts(shaper)?;
    let parent = document.new_object_id();
    let mut digest = Digest::of(title.as_bytes());
    let mut kids = Vec::with_capacity(sheets.len());
    let mut pictures = picture::Embedded::default();
    for sheet in sheets {
        let bytes = Content::new(shaper, &codes, sheet).finish();
        digest.add(&bytes);
        let resources = match sheet.pictures.is_empty() {
            true => Object::Reference(resources),
            false => Object::Dictionary(with_pictures(&mut document, resources, sheet, &mut pictures)?),
        };
        sheet.pictures.iter().for_each(|placed| digest.add(&placed.picture.bytes));
        let contents = document.add_object(Stream::new(dictionary! {}, bytes));
        kids.push(Object::Reference(document.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => parent,
            "MediaBox" => vec![0.into(), 0.into(), (sheet.width_mm * MM).into(), (sheet.height_mm * MM).into()],
            "Resources" => resources,
            "Contents" => contents,
        })));
    }
    let count = i64::try_from(kids.len()).unwrap_or_default();
    document.set_object(parent, dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids });
    describe(&mut document, parent, title, digest);
    document.prune_objects();
    squeeze(&mut document)?;
    let mut bytes = Vec::new();
    document.save_to(&mut bytes)?;
    Ok(bytes)
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

/// Compresses the streams that nothing compressed yet: the usual level costs half the time of the library's best and a few bytes more.
fn squeeze(document: &mut Document) -> Result<(), Error> {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.has(b"Filter") {
            continue;
        }
        let mut encoder = ZlibEncoder::new(Vec::with_capacity(stream.content.len() / 2), Compression::default());
        encoder.write_all(&stream.content)?;
        stream.set_content(encoder.finish()?);
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
