//! How large a picture is, told from its first bytes: nothing is unpacked, so a picture made to burst does no harm.

use crate::{Error, Result};

/// Longest side in pixels; a telephone's are below 10,000.
const LONGEST_SIDE: u32 = 12_000;
/// Most pixels of a picture.
const MOST_PIXELS: u64 = 50_000_000;

/// Width and height of a JPEG or PNG; none when its bytes do not say.
pub fn size(bytes: &[u8]) -> Option<[u32; 2]> {
    let size = if bytes.starts_with(b"\x89PNG\r\n\x1a\n") { png(bytes) } else { jpeg(bytes) };
    size.filter(|[width, height]| *width > 0 && *height > 0)
}

/// Refuses a picture that cannot be read or that is too large to be shown.
pub fn bearable(name: &str, bytes: &[u8]) -> Result<()> {
    let refused = |code| Error::refused(code).with("name", name);
    let [width, height] = size(bytes).ok_or_else(|| refused("attachments.picture_broken"))?;
    let is_large = width.max(height) > LONGEST_SIDE || u64::from(width) * u64::from(height) > MOST_PIXELS;
    if is_large { Err(refused("attachments.picture_too_large").with("most", LONGEST_SIDE)) } else { Ok(()) }
}

/// The first part of a PNG is its size.
fn png(bytes: &[u8]) -> Option<[u32; 2]> {
    let number = |at: usize| Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
    if bytes.get(12..16)? == b"IHDR" { Some([number(16)?, number(20)?]) } else { None }
}

/// Walks the parts of a JPEG until the one that begins the picture.
fn jpeg(bytes: &[u8]) -> Option<[u32; 2]> {
    let number = |at: usize| Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
    let mut at = bytes.starts_with(&[0xFF, 0xD8]).then_some(2)?;
    loop {
        let [0xFF, marker] = *bytes.get(at..at + 2)? else { return None };
        match marker {
            0xFF => at += 1,
            0x01 | 0xD0..=0xD7 => at += 2,
            0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                return Some([u32::from(number(at + 7)?), u32::from(number(at + 5)?)]);
            }
            0xD8..=0xDA => return None,
            _ => at += 2 + usize::from(number(at + 2).filter(|length| *length >= 2)?),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png_of(width: u32, height: u32) -> Vec<u8> {
        [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".as_slice(), &width.to_be_bytes(), &height.to_be_bytes(), b"\x08\x02\0\0\0"]
            .concat()
    }

    #[test]
    fn the_size_is_read_without_unpacking() {
        let jpeg = b"\xFF\xD8\xFF\xE1\x00\x06Exif\xFF\xFF\xC2\x00\x11\x08\x0B\xB8\x0F\xA0\x03".as_slice();
        assert_eq!(size(jpeg), Some([4_000, 3_000]));
        assert_eq!(size(&png_of(640, 480)), Some([640, 480]));
        for broken in [
            b"\xFF\xD8\xFF\xE1\xFF\xFF".as_slice(),
            b"\xFF\xD8\xFF\xE1\x00\x00",
            b"\xFF\xD8",
            b"",
            b"\x89PNG\r\n\x1a\n",
        ] {
            assert_eq!(size(broken), None);
        }
        assert_eq!(size(&png_of(0, 10)), None);
    }

    #[test]
    fn a_picture_made_to_burst_is_refused() {
        assert!(bearable("a.png", &png_of(8_000, 6_000)).is_ok());
        for [width, height] in [[60_000, 60_000], [12_001, 1], [10_000, 9_000], [u32::MAX, u32::MAX]] {
            assert_eq!(bearable("a.png", &png_of(width, height)).unwrap_err().code, "attachments.picture_too_large");
        }
        assert_eq!(bearable("a.jpg", b"\xFF\xD8\xFF\xE0").unwrap_err().code, "attachments.picture_broken");
    }
}
