//! HEIC to pixels, turned and mirrored as the file says, its colours as a screen shows them.

use heifer::heifer_isobmff::{Error as Boxes, HeifFile};
use heifer::{Error, Image, Options, heifer_hevc_dec};
use image::{DynamicImage, RgbImage, RgbaImage};

use super::is_whole;
use crate::{MOST_PIXELS, Unseen, bearable};

/// One thread: several readers run side by side.
const OPTIONS: Options = Options { max_threads: 1, max_pixels: MOST_PIXELS };

/// The picture of a HEIC file. Its sizes are looked at before anything is unpacked.
pub(crate) fn decode(bytes: &[u8]) -> Result<DynamicImage, Unseen> {
    if !is_whole(bytes) {
        return Err(Unseen::CutShort);
    }
    look(&HeifFile::parse(bytes).map_err(|error| unseen(error.into()))?)?;
    let decoded = heifer::decode_srgb_rgba8(bytes, &OPTIONS);
    // Colours of a kind that is not reckoned into those of a screen are shown as they are.
    let plain = |error| if is_unknown(&error) { heifer::decode_rgba8(bytes, &OPTIONS) } else { Err(error) };
    image(decoded.or_else(plain).map_err(unseen)?)
}

/// Refuses what says to be larger than the product reads: the picture, each of its tiles, and whatever else lies there.
fn look(file: &HeifFile) -> Result<(), Unseen> {
    for item in &file.items {
        if let Ok(Some((width, height))) = file.image_size(item.id) {
            bearable([width, height])?;
        }
        if item.item_type.0 == *b"grid"
            && let Ok(grid) = file.grid(item.id)
        {
            bearable([grid.output_width, grid.output_height])?;
        }
    }
    Ok(())
}

fn image(decoded: Image<u8>) -> Result<DynamicImage, Unseen> {
    let (width, height) = (decoded.width, decoded.height);
    let image = if decoded.has_alpha {
        RgbaImage::from_raw(width, height, decoded.data).map(DynamicImage::ImageRgba8)
    } else {
        RgbImage::from_raw(width, height, decoded.into_rgb8()).map(DynamicImage::ImageRgb8)
    };
    image.filter(|_| width > 0 && height > 0).ok_or(Unseen::Broken)
}

fn is_unknown(error: &Error) -> bool {
    matches!(error, Error::Unsupported(_))
}

fn unseen(error: Error) -> Unseen {
    match error {
        Error::Container(Boxes::UnexpectedEof) | Error::Hevc(heifer_hevc_dec::Error::UnexpectedEof) => Unseen::CutShort,
        Error::Unsupported(_)
        | Error::Container(Boxes::Unimplemented(_))
        | Error::Hevc(heifer_hevc_dec::Error::Unimplemented(_)) => Unseen::Unread,
        _ => Unseen::Broken,
    }
}

#[cfg(test)]
mod tests {
    use crate::tests::one;
    use crate::{Seen, Unseen, Wanted, bearable, read};

    /// 160 × 120, held sideways, with a place in its Exif; `make.py` beside it says how it was made.
    const LYING: &[u8] = include_bytes!("../../../../tests/fixtures/pictures/lying.heic");
    const WANTED: Wanted = Wanted { within: [400, 400], quarters: 0, pages: 1 };

    /// The colours at the left and at the right.
    fn sides(bytes: &[u8]) -> [char; 2] {
        let image = image::load_from_memory(bytes).unwrap().to_rgb8();
        let (width, height) = image.dimensions();
        [3, width - 4].map(|x| match image.get_pixel(x, height / 2).0 {
            [r, g, b] if r > 180 && g < 60 && b < 60 => 'R',
            [r, g, b] if b > 180 && g < 60 && r < 60 => 'B',
            _ => '?',
        })
    }

    #[test]
    fn an_iphones_photograph_is_upright_small_and_tells_nothing() {
        assert!(LYING.windows(4).any(|word| word == b"GPS "));
        let picture = one(LYING, &WANTED);
        assert_eq!((picture.width, picture.height, sides(&picture.bytes)), (120, 160, ['B', 'R']));
        assert!(!picture.bytes.windows(4).any(|word| word == b"GPS " || word == b"Exif"));
        let turned = one(LYING, &Wanted { quarters: 2, within: [60, 60], ..WANTED });
        assert_eq!((turned.width, turned.height, sides(&turned.bytes)), (45, 60, ['R', 'B']));
    }

    #[test]
    fn one_that_ends_early_or_says_to_be_huge_is_told_apart() {
        for cut in 12..LYING.len() {
            assert_eq!(read(&LYING[..cut], &WANTED), Err(Unseen::CutShort), "{cut}");
        }
        let size = LYING.windows(4).position(|word| word == b"ispe").unwrap() + 8;
        for (side, why) in [(60_000_u32, Unseen::TooLarge), (u32::MAX, Unseen::TooLarge)] {
            let mut huge = LYING.to_vec();
            huge[size..size + 4].copy_from_slice(&side.to_be_bytes());
            huge[size + 4..size + 8].copy_from_slice(&side.to_be_bytes());
            assert_eq!(read(&huge, &WANTED), Err(why));
        }
        let mut avif = LYING.to_vec();
        let kind = avif.windows(4).position(|word| word == b"hvc1").unwrap();
        avif[kind..kind + 4].copy_from_slice(b"av01");
        assert_eq!(read(&avif, &WANTED), Err(Unseen::Unread));
    }

    #[test]
    fn two_thousand_damaged_ones_end_in_a_picture_or_in_a_word() {
        let mut seed = 20_261_121_u64;
        let mut next = |most: usize| {
            seed ^= seed << 13;
            seed ^= seed >> 7;
            seed ^= seed << 17;
            (seed % most as u64) as usize
        };
        let (mut seen, mut told) = (0, 0);
        for _ in 0..2_000 {
            let mut bytes = LYING.to_vec();
            for _ in 0..=next(6) {
                let at = 12 + next(bytes.len() - 12);
                bytes[at] = [0, 1, 0x7F, 0x80, 0xFF, next(256) as u8][next(6)];
            }
            match read(&bytes, &WANTED) {
                Ok(Seen { pictures, .. }) => {
                    seen += 1;
                    assert!(pictures.iter().all(|one| bearable([one.width, one.height]).is_ok()));
                }
                Err(_) => told += 1,
            }
        }
        assert!(seen > 20 && told > 200, "both happen: {seen} {told}");
    }
}
