//! HEIC: decoded under limits, or only walked, so that what a camera wrote beside the picture can be blanked (ISO/IEC
//! 14496-12, 8.11).

mod decode;

use std::ops::Range;

pub(crate) use decode::decode;

/// Brands of still pictures in HEIF; a film has others.
const BRANDS: [&[u8]; 9] = [b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"mif2", b"avif"];

/// Kinds of items that tell instead of showing.
const TELLING: [&[u8]; 2] = [b"Exif", b"mime"];

/// True for a photograph in the form of an iPhone and its relatives.
pub fn is_heic(bytes: &[u8]) -> bool {
    bytes.get(4..8) == Some(b"ftyp") && bytes.get(8..12).is_some_and(|brand| BRANDS.contains(&brand))
}

/// True when every box of the file is there to its end, and the one that says what lies in it.
fn is_whole(bytes: &[u8]) -> bool {
    boxes(bytes, 0..bytes.len()).is_some_and(|all| all.iter().any(|(kind, _)| kind == b"meta"))
}

/// Blanks the items that tell; none when the file cannot be walked.
pub(crate) fn blank(bytes: &mut [u8]) -> Option<()> {
    let meta = boxes(bytes, 0..bytes.len())?.into_iter().find(|(kind, _)| kind == b"meta")?.1;
    // Behind the version and the flags.
    let inside = boxes(bytes, meta.start.checked_add(4)?..meta.end)?;
    let find = |wanted: &[u8; 4]| inside.iter().find(|(kind, _)| kind == wanted).map(|(_, range)| range.clone());
    let telling = telling(bytes, find(b"iinf")?)?;
    let data = find(b"idat").map_or(0, |range| range.start);
    for range in places(bytes, find(b"iloc")?, &telling, data)? {
        bytes.get_mut(range)?.fill(0);
    }
    Some(())
}

type Found = (Vec<u8>, Range<usize>);

/// The boxes in a range, with what is in them.
fn boxes(bytes: &[u8], range: Range<usize>) -> Option<Vec<Found>> {
    let (mut at, mut all) = (range.start, Vec::new());
    while at < range.end {
        let mut cursor = Cursor { bytes, at };
        let (size, kind) = (cursor.number(4)?, cursor.take(4)?.to_vec());
        let size = match size {
            0 => range.end - at,
            1 => cursor.number(8)?,
            size => size,
        };
        let end = at.checked_add(size).filter(|end| *end <= range.end && *end >= cursor.at)?;
        all.push((kind, cursor.at..end));
        at = end;
    }
    Some(all)
}

/// The numbers of the items that tell.
fn telling(bytes: &[u8], range: Range<usize>) -> Option<Vec<usize>> {
    let mut cursor = Cursor { bytes, at: range.start };
    let wide = if cursor.number(4)? >> 24 == 0 { 2 } else { 4 };
    cursor.number(wide)?;
    let mut all = Vec::new();
    for (_, entry) in boxes(bytes, cursor.at..range.end)?.iter().filter(|(kind, _)| kind == b"infe") {
        let mut cursor = Cursor { bytes, at: entry.start };
        let version = cursor.number(4)? >> 24;
        // Older entries have no kind.
        if version < 2 {
            continue;
        }
        let id = cursor.number(if version == 2 { 2 } else { 4 })?;
        cursor.number(2)?;
        if TELLING.contains(&cursor.take(4)?) {
            all.push(id);
        }
    }
    Some(all)
}

/// Where these items lie; `data` is where the file keeps small ones.
fn places(bytes: &[u8], range: Range<usize>, wanted: &[usize], data: usize) -> Option<Vec<Range<usize>>> {
    let mut cursor = Cursor { bytes, at: range.start };
    let version = cursor.number(4)? >> 24;
    let sizes = cursor.number(2)?;
    let [offset, length, base, index] = [12, 8, 4, 0].map(|shift| sizes >> shift & 15);
    let number = if version < 2 { 2 } else { 4 };
    let mut all = Vec::new();
    for _ in 0..cursor.number(number)? {
        let id = cursor.number(number)?;
        let way = if version == 0 { 0 } else { cursor.number(2)? & 15 };
        cursor.number(2)?;
        let from = cursor.number(base)?;
        for _ in 0..cursor.number(2)? {
            cursor.number(if version == 0 { 0 } else { index })?;
            let (start, length) = (cursor.number(offset)?, cursor.number(length)?);
            if wanted.contains(&id) {
                let start = from.checked_add(start)?.checked_add(if way == 1 { data } else { 0 })?;
                // What lies elsewhere than in this file or in its small data cannot be found.
                all.push((way < 2).then_some(start..start.checked_add(length)?)?);
            }
        }
    }
    Some(all)
}

struct Cursor<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Cursor<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let taken = self.bytes.get(self.at..self.at.checked_add(count)?)?;
        self.at += count;
        Some(taken)
    }

    /// A number of so many bytes; of none it is 0.
    fn number(&mut self, count: usize) -> Option<usize> {
        if count > 8 {
            return None;
        }
        let number = self.take(count)?.iter().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        usize::try_from(number).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn boxed(kind: &[u8; 4], inside: &[u8]) -> Vec<u8> {
        [&(inside.len() as u32 + 8).to_be_bytes(), kind.as_slice(), inside].concat()
    }

    /// One picture and what its camera wrote.
    fn file() -> Vec<u8> {
        let head = boxed(b"ftyp", b"heic\0\0\0\0");
        let entry =
            |id: u8, kind: &[u8; 4]| boxed(b"infe", &[b"\x02\0\0\0\0", [id].as_slice(), b"\0\0", kind, b"\0"].concat());
        let items = boxed(b"iinf", &[b"\0\0\0\0\0\x02".as_slice(), &entry(1, b"hvc1"), &entry(2, b"Exif")].concat());
        let place = |id: u8, at: u32, length: u32| {
            [&[0, id, 0, 0, 0, 1][..], &at.to_be_bytes(), &length.to_be_bytes()].concat()
        };
        let places = |at: u32| {
            let all = [place(1, at, 7), place(2, at + 7, 9)].concat();
            boxed(b"iloc", &[b"\0\0\0\0\x44\0\0\x02".as_slice(), &all].concat())
        };
        let meta = |at: u32| boxed(b"meta", &[b"\0\0\0\0".as_slice(), &items, &places(at)].concat());
        let at = (head.len() + meta(0).len() + 8) as u32;
        [head, meta(at), boxed(b"mdat", b"pictureGPS 34.34")].concat()
    }

    #[test]
    fn what_a_camera_wrote_is_blanked_and_the_picture_stays() {
        let before = file();
        let mut after = before.clone();
        assert_eq!(blank(&mut after), Some(()));
        assert!(after.ends_with(b"picture\0\0\0\0\0\0\0\0\0"));
        assert_eq!(after[..after.len() - 9], before[..before.len() - 9]);
    }

    #[test]
    fn a_file_that_cannot_be_walked_does_not_leave() {
        let whole = file();
        for cut in 0..whole.len() {
            assert_eq!(blank(&mut whole[..cut].to_vec()), None, "{cut}");
        }
        let mut lying = whole.clone();
        lying[..4].copy_from_slice(&[0xFF; 4]);
        assert_eq!(blank(&mut lying), None);
    }
}
