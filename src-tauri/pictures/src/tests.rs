use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use lopdf::{Dictionary, Document, Object, Stream, dictionary};
use paper::{Picture, PictureForm};

use crate::{Seen, Unseen, Wanted, read};

const WANTED: Wanted = Wanted { within: [400, 400], quarters: 0, pages: 2 };

/// Red above, blue below, so that one sees how it lies.
pub(crate) fn flag(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |_, y| if y < height / 2 { Rgb([220, 0, 0]) } else { Rgb([0, 0, 220]) })
}

pub(crate) fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(image).unwrap();
    bytes
}

/// With what a camera writes: how it was held, and where.
pub(crate) fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let entry = [0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
    let tiff = [b"II*\0\x08\0\0\0\x01".as_slice(), &entry, b"\0\0\0GPS 34.34N 134.04E"].concat();
    let part = [b"Exif\0\0".as_slice(), &tiff].concat();
    let length = (part.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], b"\xFF\xE1", &length, &part, &jpeg[2..]].concat()
}

pub(crate) fn one(bytes: &[u8], wanted: &Wanted) -> Picture {
    let Seen { mut pictures, pages } = read(bytes, wanted).unwrap();
    assert_eq!((pictures.len(), pages), (1, 1));
    pictures.remove(0)
}

/// The colours in the middle of its four sides: above, right, below, left.
fn sides(picture: &Picture) -> String {
    let image = image::load_from_memory(&picture.bytes).unwrap().to_rgb8();
    assert_eq!(image.dimensions(), (picture.width, picture.height));
    let (w, h) = image.dimensions();
    let colour = |(x, y)| match image.get_pixel(x, y).0 {
        [r, g, b] if r > 180 && g < 60 && b < 60 => 'R',
        [r, g, b] if b > 180 && g < 60 && r < 60 => 'B',
        _ => '?',
    };
    [(w / 2, 2), (w - 3, h / 2 + 9), (w / 2, h - 3), (2, h / 2 + 9)].map(colour).iter().collect()
}

#[test]
fn a_photograph_is_upright_small_and_tells_nothing() {
    let held = |orientation, quarters| {
        let bytes = with_exif(&jpeg(&flag(1_200, 800)), orientation);
        let picture = one(&bytes, &Wanted { quarters, ..WANTED });
        assert!(!picture.bytes.windows(4).any(|word| word == b"Exif" || word == b"GPS "));
        assert_eq!(picture.form, PictureForm::Colour);
        (picture.width, picture.height, sides(&picture))
    };
    assert_eq!(held(1, 0), (400, 267, "RBBB".into()));
    assert_eq!(held(3, 0), (400, 267, "BRRR".into()));
    let (w, h, seen) = held(6, 0);
    assert_eq!((w, h, &seen[..1], &seen[1..2], &seen[3..]), (267, 400, &seen[2..3], "R", "B"), "turned to the right");
    assert_eq!(held(6, 3), (400, 267, "RBBB".into()), "by hand back to the left");
    assert_eq!(held(1, 2), (400, 267, "BRRR".into()));
}

#[test]
fn a_small_one_keeps_its_size_greys_stay_greys_and_what_shines_through_is_paper() {
    let picture = one(&jpeg(&flag(100, 50)), &WANTED);
    assert_eq!((picture.width, picture.height), (100, 50));
    let mut grey = Vec::new();
    DynamicImage::ImageRgb8(flag(50, 50)).to_luma8().write_to(&mut Cursor::new(&mut grey), ImageFormat::Png).unwrap();
    assert_eq!(one(&grey, &WANTED).form, PictureForm::Grey);
    let mut glass = Vec::new();
    let clear = RgbaImage::from_pixel(20, 20, Rgba([0, 0, 0, 0]));
    clear.write_to(&mut Cursor::new(&mut glass), ImageFormat::Png).unwrap();
    let seen = image::load_from_memory(&one(&glass, &WANTED).bytes).unwrap().to_rgb8();
    assert!(seen.pixels().all(|pixel| pixel.0 == [255, 255, 255]));
}

/// A PNG that says to be of some size and packs little.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    DynamicImage::new_rgb8(8, 8).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.to_be_bytes());
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

#[test]
fn what_would_burst_is_cut_short_or_is_no_picture_is_told_apart() {
    let whole = jpeg(&flag(300, 300));
    let mut huge = whole.clone();
    let size = huge.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap() + 5;
    huge[size..size + 4].copy_from_slice(&[0xEA, 0x60, 0xEA, 0x60]);
    for (bytes, why) in [
        (bomb(60_000, 60_000), Unseen::TooLarge),
        (bomb(10_000, 9_000), Unseen::TooLarge),
        (huge, Unseen::TooLarge),
        (whole[..whole.len() / 2].to_vec(), Unseen::CutShort),
        (bomb(8, 8)[..40].to_vec(), Unseen::CutShort),
        (b"\xFF\xD8\xFF\xE1\xFF\xFFExif".to_vec(), Unseen::CutShort),
        (b"\xFF\xD8\xFF\xD9".to_vec(), Unseen::Broken),
        (b"\0\0\0\x18ftypmp42----".to_vec(), Unseen::Broken),
        (b"RIFF....AVI ".to_vec(), Unseen::Broken),
        (Vec::new(), Unseen::Broken),
    ] {
        assert_eq!(read(&bytes, &WANTED), Err(why), "{:?}", &bytes[..bytes.len().min(12)]);
    }
}

/// A PDF of pages with this drawing and these resources; `more` goes into every page.
fn pdf(pages: usize, drawing: &str, resources: Dictionary, more: &Dictionary, mut document: Document) -> Document {
    let parent = document.new_object_id();
    let contents = document.add_object(Stream::new(dictionary! {}, drawing.as_bytes().to_vec()));
    let resources = document.add_object(resources);
    let page = |document: &mut Document| {
        let mut page = dictionary! { "Type" => "Page", "Parent" => parent, "Contents" => contents };
        page.extend(more);
        Object::Reference(document.add_object(page))
    };
    let kids: Vec<Object> = (0..pages).map(|_| page(&mut document)).collect();
    let count = pages as i64;
    // What pages inherit stands above them.
    let box_of = vec![0.into(), 0.into(), 200.into(), 100.into()];
    let tree = dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids, "Resources" => resources, "MediaBox" => box_of };
    document.set_object(parent, tree);
    let root = document.add_object(
        dictionary! { "Type" => "Catalog", "Pages" => parent, "OpenAction" => dictionary! { "S" => "JavaScript" } },
    );
    document.trailer.set("Root", root);
    document
}

pub(crate) fn saved(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

pub(crate) fn plain(pages: usize, more: &Dictionary) -> Document {
    pdf(pages, "0 0 10 10 re f", dictionary! {}, more, Document::with_version("1.7"))
}

#[test]
fn the_first_pages_of_a_pdf_stand_alone_and_act_no_more() {
    let bytes = saved(plain(10_000, &dictionary! { "AA" => dictionary! { "O" => dictionary! { "S" => "Launch" } } }));
    let seen = read(&bytes, &WANTED).unwrap();
    assert_eq!((seen.pictures.len(), seen.pages), (2, 10_000));
    let page = &seen.pictures[0];
    assert_eq!((page.width, page.height, page.form), (200, 100, PictureForm::Page));
    for acting in [b"JavaScript".as_slice(), b"Launch"] {
        assert!(!page.bytes.windows(acting.len()).any(|word| word == acting));
    }
    let again = Document::load_mem(&page.bytes).unwrap();
    assert_eq!(again.page_iter().count(), 1);
    let turned = read(&saved(plain(1, &dictionary! { "Rotate" => 90 })), &WANTED).unwrap();
    assert_eq!((turned.pictures[0].width, turned.pictures[0].height), (100, 200));
    let back = read(&saved(plain(1, &dictionary! { "Rotate" => -90 })), &Wanted { quarters: 1, ..WANTED }).unwrap();
    assert_eq!((back.pictures[0].width, back.pictures[0].height), (200, 100));
}

/// A page that is one photograph, as scanners write it.
fn scanned(photo: Vec<u8>, width: u32, height: u32) -> Vec<u8> {
    let mut document = Document::with_version("1.7");
    let image = dictionary! { "Type" => "XObject", "Subtype" => "Image", "Width" => width, "Height" => height,
    "ColorSpace" => "DeviceRGB", "BitsPerComponent" => 8, "Filter" => "DCTDecode", "Metadata" => 1 };
    let image = document.add_object(Stream::new(image, photo).with_compression(false));
    let resources = dictionary! { "XObject" => dictionary! { "Im" => image } };
    saved(pdf(1, "q 200 0 0 100 0 0 cm /Im Do Q", resources, &dictionary! {}, document))
}

#[test]
fn a_scan_is_shrunk_and_tells_nothing_of_where_it_was_made() {
    for (side, expected) in [(1_600, 400), (300, 300)] {
        let bytes = scanned(with_exif(&jpeg(&flag(side, side)), 6), side, side);
        let page = one(&bytes, &WANTED);
        assert!(!page.bytes.windows(4).any(|word| word == b"GPS "), "{side}");
        let again = Document::load_mem(&page.bytes).unwrap();
        let image = again.objects.values().filter_map(|one| one.as_stream().ok()).find(|one| one.dict.has(b"Width"));
        let image = image.unwrap();
        assert_eq!(image.dict.get(b"Width").unwrap().as_i64().unwrap(), expected);
        assert_eq!(image::load_from_memory(&image.content).unwrap().width(), expected as u32);
    }
    assert_eq!(read(&scanned(Vec::new(), 60_000, 60_000), &WANTED), Err(Unseen::TooLarge));
}

#[test]
fn a_pdf_that_would_look_otherwise_stays_apart() {
    let remark = dictionary! { "Subtype" => "Widget", "AP" => dictionary! {} };
    let link = dictionary! { "Subtype" => "Link", "AP" => dictionary! {} };
    let with = |remark: Dictionary| plain(1, &dictionary! { "Annots" => vec![Object::Dictionary(remark)] });
    assert_eq!(read(&saved(with(remark)), &WANTED), Err(Unseen::Apart), "a filled form");
    assert!(read(&saved(with(link)), &WANTED).is_ok());
    let mut layers = plain(1, &dictionary! {});
    layers.catalog_mut().unwrap().set("OCProperties", dictionary! {});
    assert_eq!(read(&saved(layers), &WANTED), Err(Unseen::Apart));
    let endless = dictionary! { "MediaBox" => vec![0.into(), 0.into(), 1e9.into(), 1.into()] };
    assert_eq!(read(&saved(plain(1, &endless)), &WANTED), Err(Unseen::Apart));
    for broken in [b"%PDF-1.7 nothing".to_vec(), saved(plain(0, &dictionary! {}))] {
        assert_eq!(read(&broken, &WANTED), Err(Unseen::Broken));
    }
}

#[test]
fn a_page_that_unpacks_to_a_mountain_is_refused() {
    let mut document = plain(1, &dictionary! {});
    let page = document.page_iter().next().unwrap();
    let contents = document.get_dictionary(page).unwrap().get(b"Contents").unwrap().as_reference().unwrap();
    let mut mountain = Stream::new(dictionary! {}, vec![b' '; 70 << 20]);
    mountain.compress().unwrap();
    document.set_object(contents, mountain);
    let bytes = saved(document);
    assert!(bytes.len() < 1 << 20);
    assert_eq!(read(&bytes, &WANTED), Err(Unseen::TooLarge));
}
