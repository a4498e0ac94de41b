//! The parts of a JPEG, walked without unpacking anything.

use std::ops::Range;

/// Start of a picture's data, and the end of it all.
const SCAN: u8 = 0xDA;
const END: u8 = 0xD9;

/// True when the end of the picture is there: a decoder fills what is missing with grey and says nothing.
pub(crate) fn is_whole(bytes: &[u8]) -> bool {
    end(bytes).is_some()
}

/// Where the picture ends; telephones put further pictures behind it.
pub(crate) fn end(bytes: &[u8]) -> Option<usize> {
    let mut at = 2;
    loop {
        let marker = next_marker(bytes, at)?;
        at = match *bytes.get(marker + 1)? {
            END => return Some(marker + 2),
            0x01 | 0xD0..=0xD8 => marker + 2,
            kind => {
                let length = u16::from_be_bytes(bytes.get(marker + 2..marker + 4)?.try_into().ok()?);
                let after = marker + 2 + usize::from(length).max(2);
                if kind == SCAN { data_end(bytes, after)? } else { after }
            }
        };
    }
}

/// A part with its marker.
pub(crate) type Part = Range<usize>;

/// The parts before the data: what a camera wrote, tables, sizes.
pub(crate) fn parts(bytes: &[u8]) -> Option<Vec<Part>> {
    let (mut at, mut all) = (2, Vec::new());
    loop {
        let marker = next_marker(bytes, at)?;
        match *bytes.get(marker + 1)? {
            SCAN => return Some(all),
            END => return None,
            0x01 | 0xD0..=0xD8 => at = marker + 2,
            _ => {
                let length = u16::from_be_bytes(bytes.get(marker + 2..marker + 4)?.try_into().ok()?);
                at = marker + 2 + usize::from(length).max(2);
                all.push(marker..at);
            }
        }
    }
}

/// Where the next marker begins: fill bytes and strays before it are passed over.
fn next_marker(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(2).position(|pair| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xFF)).map(|at| from + at)
}

/// Behind the data of a scan, where a marker stands that does not belong to it.
fn data_end(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let is_marker = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xFF | 0xD0..=0xD7);
    rest.windows(2).position(is_marker).map(|at| from + at)
}

/// Blanks what cameras and programs write into the JPEGs that lie anywhere in these bytes: place, owner, words. Nothing
/// moves, so it may lie inside another file.
pub(crate) fn blank(bytes: &mut [u8]) {
    const MARKS: [(u8, &[u8]); 3] =
        [(0xE1, b"Exif\0\0"), (0xE1, b"http://ns.adobe.com/xap/1.0/\0"), (0xED, b"Photoshop 3.0\0")];
    let mut at = 0;
    while let Some(found) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| *byte == 0xFF)) {
        at += found + 1;
        let [kind, high, low, ..] = bytes[at..] else { return };
        let is_mark = |(marker, name): &(u8, &[u8])| *marker == kind && bytes[at + 3..].starts_with(name);
        if let Some((_, name)) = MARKS.iter().find(|mark| is_mark(mark)) {
            let end = (at + 1 + usize::from(u16::from_be_bytes([high, low]))).min(bytes.len());
            let from = (at + 3 + name.len()).min(end);
            bytes[from..end].fill(0);
            at = end;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &[u8] = b"\xFF\xD8\xFF\xE1\x00\x0CExif\0\0GPS!\xFF\xDA\x00\x04ab\x12\xFF\x00\x34\xFF\xD0\x56\xFF\xD9";

    #[test]
    fn the_end_is_found_behind_the_data() {
        assert_eq!(end(WHOLE), Some(WHOLE.len()));
        assert_eq!(end(&[WHOLE, b"more"].concat()), Some(WHOLE.len()));
        for cut in 0..WHOLE.len() {
            assert!(!is_whole(&WHOLE[..cut]), "{cut}");
        }
    }

    #[test]
    fn what_a_camera_wrote_is_blanked_wherever_it_lies() {
        let mut inside = [b"%PDF-1.7 stream\n".as_slice(), WHOLE, b"\nendstream\xFF"].concat();
        let length = inside.len();
        blank(&mut inside);
        assert_eq!(inside.len(), length);
        assert!(!inside.windows(3).any(|word| word == b"GPS"));
        assert!(inside.ends_with(b"\xFF\xDA\x00\x04ab\x12\xFF\x00\x34\xFF\xD0\x56\xFF\xD9\nendstream\xFF"));
        let mut lying = b"\xFF\xE1\xFF\xFFExif\0\0GPS".to_vec();
        blank(&mut lying);
        assert_eq!(lying, b"\xFF\xE1\xFF\xFFExif\0\0\0\0\0");
    }
}
