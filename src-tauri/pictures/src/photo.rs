//! Photographs: decoded under limits, turned as the camera and the user say, shrunk, and written anew as JPEG.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits};
use paper::{Picture, PictureForm};

use crate::{LONGEST_SIDE, Unseen, Wanted, bearable, heic};

/// Bytes that a decoder may take for a picture: the largest one in 16-bit colours.
const MEMORY: u64 = 400 << 20;
/// How well the letters of a receipt are kept.
const QUALITY: u8 = 80;

/// A JPEG, PNG or HEIC as it is wanted, each time from the same unpacked picture.
pub(crate) fn read(bytes: &[u8], wanted: &[Wanted]) -> Result<Vec<Picture>, Unseen> {
    let (image, orientation) = match heic::is_heic(bytes) {
        true => (heic::decode(bytes)?, Orientation::NoTransforms),
        false => decode(bytes)?,
    };
    wanted.iter().map(|wanted| as_wanted(&image, orientation, wanted)).collect()
}

fn as_wanted(image: &DynamicImage, orientation: Orientation, wanted: &Wanted) -> Result<Picture, Unseen> {
    let mut turned = shrunk(image, wanted.within, is_sideways(orientation) != (wanted.quarters % 2 == 1));
    turned.apply_orientation(orientation);
    let turned = match wanted.quarters % 4 {
        1 => turned.rotate90(),
        2 => turned.rotate180(),
        3 => turned.rotate270(),
        _ => turned,
    };
    encode(&turned)
}

/// A JPEG that is larger than wanted, smaller and unturned; none where it is small enough, or of a kind whose colours
/// would change.
pub(crate) fn smaller(bytes: &[u8], within: [u32; 2]) -> Option<Picture> {
    let (image, _) = decode(bytes).ok()?;
    let is_large = image.width() > within[0] || image.height() > within[1];
    let is_plain = matches!(image, DynamicImage::ImageRgb8(_) | DynamicImage::ImageLuma8(_));
    (is_large && is_plain).then(|| encode(&shrunk(&image, within, false)).ok()).flatten()
}

fn decode(bytes: &[u8]) -> Result<(DynamicImage, Orientation), Unseen> {
    let is_png = bytes.starts_with(b"\x89PNG");
    let mut reader =
        ImageReader::with_format(Cursor::new(bytes), if is_png { ImageFormat::Png } else { ImageFormat::Jpeg });
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unseen)?;
    let (width, height) = decoder.dimensions();
    bearable([width, height])?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Ok((DynamicImage::from_decoder(decoder).map_err(unseen)?, orientation))
}

fn unseen(error: ImageError) -> Unseen {
    match error {
        ImageError::Limits(_) => Unseen::TooLarge,
        ImageError::IoError(_) => Unseen::CutShort,
        _ => Unseen::Broken,
    }
}

/// Within the box; `is_sideways` when it will be turned by a quarter afterwards.
fn shrunk(image: &DynamicImage, [width, height]: [u32; 2], is_sideways: bool) -> DynamicImage {
    let (width, height) = if is_sideways { (height, width) } else { (width, height) };
    if image.width() > width || image.height() > height { image.thumbnail(width, height) } else { image.clone() }
}

fn is_sideways(orientation: Orientation) -> bool {
    use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
    matches!(orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH)
}

fn encode(image: &DynamicImage) -> Result<Picture, Unseen> {
    let is_grey = matches!(image, DynamicImage::ImageLuma8(_) | DynamicImage::ImageLuma16(_));
    let (form, plain) = match is_grey {
        true => (PictureForm::Grey, DynamicImage::ImageLuma8(image.to_luma8())),
        false => (PictureForm::Colour, on_white(image)),
    };
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY).encode_image(&plain).map_err(unseen)?;
    Ok(Picture { width: plain.width(), height: plain.height(), form, bytes })
}

/// What shines through is paper.
fn on_white(image: &DynamicImage) -> DynamicImage {
    if !image.color().has_alpha() {
        return DynamicImage::ImageRgb8(image.to_rgb8());
    }
    let mut over = image.to_rgba8();
    for pixel in over.pixels_mut() {
        let [red, green, blue, alpha] = pixel.0.map(u16::from);
        let blend = |part: u16| ((part * alpha + 255 * (255 - alpha)) / 255) as u8;
        pixel.0 = [blend(red), blend(green), blend(blue), 255];
    }
    DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(over).to_rgb8())
}
