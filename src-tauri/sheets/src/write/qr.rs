//! QR codes as pictures of two colours: a workbook draws no squares of its own.

use qrcode::{Color, EcLevel, QrCode};

/// The empty border that readers ask for, in squares.
const QUIET: usize = 4;
/// Points of the picture along a square, so that a printer that smooths pictures leaves the edges sharp.
const POINTS: usize = 8;
/// Lengths of a bitmap's heads and its two colours, in bytes.
const HEAD: usize = 14 + 40 + 8;
/// Points of a metre at 96 to the inch.
const PER_METRE: u32 = 3_780;

/// A code as a picture.
pub(crate) struct Picture {
    /// A bitmap (.bmp) of two colours.
    pub bytes: Vec<u8>,
    /// Squares along a side, the border counted in.
    pub squares: usize,
}

/// The picture of a code; none for words too long for any code.
pub(crate) fn picture(words: &str) -> Option<Picture> {
    let code = QrCode::with_error_correction_level(words, EcLevel::M).ok()?;
    let squares = code.width() + 2 * QUIET;
    let side = squares * POINTS;
    // Lines of a bitmap are filled up to four bytes and stand from the last to the first.
    let line_bytes = side.div_ceil(32) * 4;
    let mut bytes = head(side as u32, (line_bytes * side) as u32);
    for row in (0..squares).rev() {
        let mut line = vec![0u8; line_bytes];
        for point in (0..side).filter(|point| is_dark(&code, row, point / POINTS)) {
            line[point / 8] |= 0x80 >> (point % 8);
        }
        bytes.extend(line.repeat(POINTS));
    }
    Some(Picture { bytes, squares })
}

fn is_dark(code: &QrCode, row: usize, column: usize) -> bool {
    let inside = QUIET..QUIET + code.width();
    inside.contains(&row) && inside.contains(&column) && code[(column - QUIET, row - QUIET)] == Color::Dark
}

fn head(side: u32, body: u32) -> Vec<u8> {
    let mut bytes = b"BM".to_vec();
    let mut put = |numbers: &[u32]| numbers.iter().for_each(|number| bytes.extend(number.to_le_bytes()));
    put(&[HEAD as u32 + body, 0, HEAD as u32]);
    // Length of this head, sides, one plane of one bit, uncompressed, points of a metre, two colours.
    put(&[40, side, side, 1 | 1 << 16, 0, body, PER_METRE, PER_METRE, 2, 0]);
    put(&[0x00ff_ffff, 0]);
    bytes
}
