//! A file as it may leave the house: what is seen stays to the last bit, what a camera or a program wrote beside it goes
//! — place, owner, words, further pictures. How it was held is written anew, with the turn by hand in it.

use image::metadata::Orientation;

use crate::jpeg::Part;
use crate::{heic, jpeg};

/// The file without traces; none where nobody can tell what lies in it. What is no picture and holds none is as it was.
pub fn leaving(mut bytes: Vec<u8>, quarters: u8) -> Option<Vec<u8>> {
    match bytes.as_slice() {
        [0xFF, 0xD8, ..] => of_jpeg(&bytes, quarters),
        [0x89, b'P', b'N', b'G', ..] => of_png(&bytes, quarters),
        [b'%', b'P', b'D', b'F', ..] => {
            jpeg::blank(&mut bytes);
            Some(bytes)
        }
        _ if heic::is_heic(&bytes) => heic::blank(&mut bytes).map(|()| bytes),
        _ => Some(bytes),
    }
}

/// How a picture lies after what the camera says and quarters clockwise, as EXIF counts it.
fn turned(camera: Option<Orientation>, quarters: u8) -> u8 {
    const ROUNDS: [[u8; 4]; 2] = [[1, 6, 3, 8], [2, 7, 4, 5]];
    let now = camera.map_or(1, Orientation::to_exif);
    let round = ROUNDS[usize::from(!ROUNDS[0].contains(&now))];
    let at = round.iter().position(|one| *one == now).unwrap_or_default();
    round[(at + usize::from(quarters)) % 4]
}

/// The one thing that a copy says of its making: how it was held.
fn held(orientation: u8) -> Vec<u8> {
    let entry = [0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0];
    [b"II*\0\x08\0\0\0\x01".as_slice(), &entry, b"\0\0\0"].concat()
}

fn of_jpeg(bytes: &[u8], quarters: u8) -> Option<Vec<u8>> {
    let (end, parts) = (jpeg::end(bytes)?, jpeg::parts(bytes)?);
    let exif = |part: &Part| bytes[part.clone()].strip_prefix(b"\xFF\xE1").and_then(|rest| rest.get(2..));
    let camera = parts.iter().find_map(|part| Orientation::from_exif_chunk(exif(part)?.strip_prefix(b"Exif\0\0")?));
    let mut out = bytes[..2].to_vec();
    let orientation = turned(camera, quarters);
    if orientation != 1 {
        let part = [b"Exif\0\0".as_slice(), &held(orientation)].concat();
        out.extend([0xFF, 0xE1]);
        out.extend((part.len() as u16 + 2).to_be_bytes());
        out.extend(part);
    }
    let data = parts.last().map_or(2, |part| part.end);
    parts.into_iter().filter(|part| is_drawing(&bytes[part.clone()])).for_each(|part| out.extend(&bytes[part]));
    out.extend(&bytes[data..end]);
    Some(out)
}

/// True for a part that decides what is seen: tables, sizes, colours.
fn is_drawing(part: &[u8]) -> bool {
    match part {
        [0xFF, 0xE2, _, _, name @ ..] => name.starts_with(b"ICC_PROFILE\0"),
        [0xFF, 0xE0 | 0xEE, ..] => true,
        [0xFF, 0xE1..=0xEF | 0xFE, ..] => false,
        _ => true,
    }
}

fn of_png(bytes: &[u8], quarters: u8) -> Option<Vec<u8>> {
    const WORDS: [&[u8]; 5] = [b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"];
    let chunks = png_chunks(bytes)?;
    let name = |chunk: &Part| &bytes[chunk.start + 4..chunk.start + 8];
    let told = chunks.iter().find(|chunk| name(chunk) == b"eXIf");
    let orientation = turned(told.and_then(|chunk| Orientation::from_exif_chunk(&bytes[chunk.start + 8..])), quarters);
    let mut out = bytes[..8].to_vec();
    for chunk in chunks.into_iter().filter(|chunk| !WORDS.contains(&name(chunk))) {
        let is_head = name(&chunk) == b"IHDR";
        out.extend(&bytes[chunk]);
        if is_head && orientation != 1 {
            out.extend(png_chunk(b"eXIf", &held(orientation)));
        }
    }
    Some(out)
}

/// The chunks of a PNG up to its end; none when that is missing.
fn png_chunks(bytes: &[u8]) -> Option<Vec<Part>> {
    let (mut at, mut all) = (8, Vec::new());
    loop {
        let length = u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?) as usize;
        let chunk = at..at.checked_add(length)?.checked_add(12)?;
        at = chunk.end;
        let is_end = bytes.get(chunk.clone())?[4..8] == *b"IEND";
        all.push(chunk);
        if is_end {
            return Some(all);
        }
    }
}

fn png_chunk(name: &[u8], body: &[u8]) -> Vec<u8> {
    let checked = [name, body].concat();
    let sum = !checked.iter().fold(!0_u32, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
    });
    [&(body.len() as u32).to_be_bytes()[..], &checked, &sum.to_be_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader};

    use super::*;
    use crate::tests::{flag, jpeg, with_exif};

    fn lies(bytes: &[u8]) -> u8 {
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().unwrap();
        reader.into_decoder().unwrap().orientation().unwrap().to_exif()
    }

    fn seen(bytes: &[u8]) -> DynamicImage {
        image::load_from_memory(bytes).unwrap()
    }

    fn says(bytes: &[u8], word: &[u8]) -> bool {
        bytes.windows(word.len()).any(|one| one == word)
    }

    #[test]
    fn a_photograph_leaves_to_the_last_bit_as_it_was_and_tells_nothing() {
        let plain = jpeg(&flag(60, 40));
        let comment = [b"\xFF\xFE\0\x09secret!".as_slice(), b"\xFF\xE2\0\x0AMPF\0GPS!"].concat();
        let taken = with_exif(&[&plain[..2], &comment, &plain[2..], b"second picture, GPS"].concat(), 6);
        let gone = leaving(taken.clone(), 0).unwrap();
        assert_eq!((seen(&gone), lies(&gone)), (seen(&plain), 6));
        for word in [b"GPS".as_slice(), b"secret", b"second"] {
            assert!(says(&taken, word) && !says(&gone, word));
        }
        assert_eq!(lies(&leaving(taken.clone(), 1).unwrap()), 3, "turned by hand too");
        assert_eq!(lies(&leaving(taken, 3).unwrap()), 1);
        assert_eq!(leaving(b"\xFF\xD8\xFF\xE1\xFF\xFF".to_vec(), 0), None);
    }

    #[test]
    fn turning_a_copy_is_turning_what_is_seen() {
        let image = DynamicImage::ImageRgb8(flag(6, 4));
        for camera in 1..=8 {
            for quarters in 0..4 {
                let mut by_hand = image.clone();
                by_hand.apply_orientation(Orientation::from_exif(camera).unwrap());
                (0..quarters).for_each(|_| by_hand = by_hand.rotate90());
                let mut at_once = image.clone();
                let orientation = turned(Orientation::from_exif(camera), quarters);
                at_once.apply_orientation(Orientation::from_exif(orientation).unwrap());
                assert_eq!(by_hand, at_once, "{camera} {quarters}");
            }
        }
    }

    #[test]
    fn a_scan_leaves_without_its_words() {
        let mut plain = Vec::new();
        DynamicImage::ImageRgb8(flag(8, 8)).write_to(&mut Cursor::new(&mut plain), ImageFormat::Png).unwrap();
        let told = [&plain[..33], &png_chunk(b"tEXt", b"Author\0Hanako"), &plain[33..]].concat();
        assert_eq!(leaving(told.clone(), 0), Some(plain.clone()));
        let by_hand = leaving(told, 1).unwrap();
        assert_eq!((seen(&by_hand), lies(&by_hand)), (seen(&plain), 6));
        assert_eq!(leaving(plain[..40].to_vec(), 0), None);
    }

    #[test]
    fn what_holds_no_picture_leaves_as_it_is() {
        for bytes in [b"%PDF-1.7 words".to_vec(), b"PK\x03\x04".to_vec(), Vec::new()] {
            assert_eq!(leaving(bytes.clone(), 0), Some(bytes));
        }
    }
}
