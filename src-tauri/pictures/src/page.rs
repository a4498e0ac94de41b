//! Pages of a PDF, each as a PDF of that page alone: what is drawn on it and what that needs, nothing that acts.

mod copy;

use lopdf::{Dictionary, Document, LoadOptions, Object, ObjectId, Stream, dictionary};
use paper::{Picture, PictureForm};

use crate::{Seen, Unseen, Wanted};
use copy::Copier;

/// Bytes that one stream may unpack to.
const UNPACKED: usize = 64 << 20;
/// Bytes of a page with everything on it.
const LARGEST_PAGE: usize = 20 << 20;
/// How far up the tree of pages something inherited is looked for.
const DEEPEST: usize = 32;
/// Sides of a page in points.
const SIDES: std::ops::RangeInclusive<f32> = 1.0..=14_400.0;
/// What is drawn from on a page; scripts, threads and remarks are not.
const DRAWN: [&[u8]; 7] = [b"Font", b"XObject", b"ExtGState", b"ColorSpace", b"Pattern", b"Shading", b"Properties"];

/// The first pages of a PDF.
pub(crate) fn read(bytes: &[u8], wanted: &Wanted) -> Result<Seen, Unseen> {
    let options = LoadOptions { max_decompressed_size: Some(UNPACKED), ..LoadOptions::default() };
    let document = Document::load_mem_with_options(bytes, options).map_err(unseen)?;
    if document.is_encrypted() {
        return Err(Unseen::Locked);
    }
    // What lies on hidden layers would be seen, what fills a form would not.
    let catalog = document.catalog().map_err(unseen)?;
    if catalog.has(b"OCProperties") {
        return Err(Unseen::Apart);
    }
    let pages: Vec<ObjectId> = document.page_iter().collect();
    if pages.is_empty() {
        return Err(Unseen::Broken);
    }
    let pictures = pages.iter().take(wanted.pages).map(|page| picture(&document, *page, wanted));
    Ok(Seen { pictures: pictures.collect::<Result<_, _>>()?, pages: pages.len() })
}

fn unseen(error: lopdf::Error) -> Unseen {
    match error {
        lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword | lopdf::Error::UnsupportedSecurityHandler(_) => {
            Unseen::Locked
        }
        _ => Unseen::Broken,
    }
}

fn picture(document: &Document, page: ObjectId, wanted: &Wanted) -> Result<Picture, Unseen> {
    if has_remarks(document, page) {
        return Err(Unseen::Apart);
    }
    let seen = visible(document, page)?;
    let turn = inherited(document, page, b"Rotate").and_then(|turn| turn.as_i64().ok()).unwrap_or(0);
    let turn = (turn + 90 * i64::from(wanted.quarters)).rem_euclid(360) / 90 * 90;
    let [width, height] = [seen[2] - seen[0], seen[3] - seen[1]].map(|side| side.round().max(1.0) as u32);
    let bytes = alone(document, page, seen, turn, wanted)?;
    if bytes.len() > LARGEST_PAGE {
        return Err(Unseen::Apart);
    }
    let (width, height) = if turn % 180 == 0 { (width, height) } else { (height, width) };
    Ok(Picture { width, height, form: PictureForm::Page, bytes })
}

/// True where something is laid over the page that is not in its own drawing: a filled form, a stamp, a remark.
fn has_remarks(document: &Document, page: ObjectId) -> bool {
    const HIDDEN: i64 = 2 | 32;
    let page = document.get_dictionary(page).and_then(|page| page.get_deref(b"Annots", document));
    let remarks = page.and_then(Object::as_array).into_iter().flatten();
    let mut remarks = remarks.filter_map(|one| document.dereference(one).ok()?.1.as_dict().ok());
    remarks.any(|one| {
        let kind = one.get(b"Subtype").and_then(Object::as_name).unwrap_or_default();
        let flags = one.get(b"F").and_then(Object::as_i64).unwrap_or(0);
        !matches!(kind, b"Link" | b"Popup") && flags & HIDDEN == 0 && one.has(b"AP")
    })
}

/// The corners of what is seen of a page.
fn visible(document: &Document, page: ObjectId) -> Result<[f32; 4], Unseen> {
    let found = inherited(document, page, b"CropBox").or_else(|| inherited(document, page, b"MediaBox"));
    let numbers = found.and_then(|found| found.as_array().ok()).ok_or(Unseen::Broken)?;
    let number = |object: &Object| document.dereference(object).ok().and_then(|(_, number)| number.as_float().ok());
    let numbers: Vec<f32> = numbers.iter().filter_map(number).collect();
    let [a, b, c, d] = numbers.try_into().map_err(|_| Unseen::Broken)?;
    let corners: [f32; 4] = [a.min(c), b.min(d), a.max(c), b.max(d)];
    let is_paper = SIDES.contains(&(corners[2] - corners[0])) && SIDES.contains(&(corners[3] - corners[1]));
    if is_paper { Ok(corners) } else { Err(Unseen::Apart) }
}

/// What a page says, or one of the nodes above it.
fn inherited<'a>(document: &'a Document, page: ObjectId, key: &[u8]) -> Option<&'a Object> {
    let mut node = document.get_dictionary(page).ok()?;
    for _ in 0..DEEPEST {
        if let Ok(found) = node.get_deref(key, document) {
            return Some(found);
        }
        node = node.get_deref(b"Parent", document).ok()?.as_dict().ok()?;
    }
    None
}

/// A PDF of one page.
fn alone(document: &Document, page: ObjectId, seen: [f32; 4], turn: i64, wanted: &Wanted) -> Result<Vec<u8>, Unseen> {
    let drawn = document.get_page_content_with_limit(page, UNPACKED).map_err(|_| Unseen::TooLarge)?;
    let mut copier = Copier::new(document, wanted.within.into_iter().max().unwrap_or_default());
    let mut resources = Dictionary::new();
    if let Some(used) = inherited(document, page, b"Resources").and_then(|used| used.as_dict().ok()) {
        for key in DRAWN {
            if let Ok(object) = used.get(key) {
                resources.set(key, copier.object(object));
            }
        }
    }
    let mut to = copier.finish()?;
    let contents = to.add_object(Stream::new(dictionary! {}, drawn));
    let parent = to.new_object_id();
    let kid = to.add_object(dictionary! {
        "Type" => "Page",
        "Parent" => parent,
        "MediaBox" => seen.map(Object::Real).to_vec(),
        "Rotate" => turn,
        "Resources" => resources,
        "Contents" => contents,
    });
    to.set_object(parent, dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![Object::Reference(kid)] });
    let root = to.add_object(dictionary! { "Type" => "Catalog", "Pages" => parent });
    to.trailer.set("Root", root);
    let mut bytes = Vec::new();
    to.save_to(&mut bytes).map_err(|_| Unseen::Broken)?;
    Ok(bytes)
}
