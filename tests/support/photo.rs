//! Photographs of receipts as telephones make them, and files that only say to be some.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{ImageFormat, Rgb, RgbImage};

/// White paper on a grainy table; red at its upper edge, blue at its lower one. `grain` makes one differ from the other.
pub fn paper(width: u32, height: u32, grain: u32) -> RgbImage {
    let mut noise = grain | 1;
    RgbImage::from_fn(width, height, |x, y| {
        noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        let speck = (noise >> 26) as u8;
        let is_table = x < width / 6 || x > width - width / 6;
        match (is_table, y * 8 / height.max(1)) {
            (true, _) => Rgb([110 + speck, 90 + speck, 70 + speck]),
            (_, 0) => Rgb([220, 30, 30]),
            (_, 7) => Rgb([30, 30, 220]),
            _ if y / 12 % 2 == 0 && x / 7 % 3 > 0 => Rgb([40 + speck, 40 + speck, 40 + speck]),
            _ => Rgb([190 + speck, 190 + speck, 190 + speck]),
        }
    })
}

/// The same as a telephone keeps it.
pub fn jpeg(width: u32, height: u32, grain: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 92).encode_image(&paper(width, height, grain)).expect("a JPEG");
    bytes
}

/// The same as a scanner keeps it.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    paper(width, height, 1).write_to(&mut Cursor::new(&mut bytes), ImageFormat::Png).expect("a PNG");
    bytes
}

/// A JPEG with what a camera writes into it: how it was held (1 upright, 6 turned to the right …), and where that was.
pub fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let entry = [0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
    let tiff = [b"II*\0\x08\0\0\0\x01".as_slice(), &entry, b"\0\0\0", PLACE].concat();
    let part = [b"Exif\0\0".as_slice(), &tiff].concat();
    let length = (part.len() as u16 + 2).to_be_bytes();
    [&jpeg[..2], b"\xFF\xE1", &length, &part, &jpeg[2..]].concat()
}

/// The same photograph with a remark that makes it another one.
pub fn marked(photo: &[u8], nth: usize) -> Vec<u8> {
    let mut marked = photo[..2].to_vec();
    marked.extend([0xFF, 0xFE, 0, 8]);
    marked.extend(format!("{nth:06}").bytes());
    marked.extend(&photo[2..]);
    marked
}

/// A photograph of an iPhone, held sideways: seen 120 × 160, red at the right; with [`PLACE`] in it.
pub const HEIC: &[u8] = include_bytes!("../fixtures/pictures/lying.heic");

/// Where [`with_exif`] says that it was made.
pub const PLACE: &[u8] = b"GPS 34.3428N 134.0466E";

/// 65 bytes that say to be a picture of 60,000 × 60,000.
pub fn bomb() -> Vec<u8> {
    let head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xEA\x60\0\0\xEA\x60\x08\x02\0\0\0\x0F\xB0\xE2\x15";
    let data = b"\0\0\0\x08IDAT\x78\x9C\x03\0\0\0\0\x01\0\0\0\0\0\0\0\0IEND\xAE\x42\x60\x82";
    [head.as_slice(), data].concat()
}
