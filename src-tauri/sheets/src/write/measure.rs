//! How tall a row has to be: Excel does not grow rows with merged cells by itself.

use paper::text;

/// Pixels that a cell leaves blank at its sides.
const PADDING: f64 = 8.0;

/// Kerning of the sheet's own making: real letters come out a little wider than counted, and lines break early.
const SLACK: f64 = 1.04;

/// Pixels of so many half-width columns, at a size in tenths of a point.
pub(crate) fn pixels(columns: usize, size: u16) -> f64 {
    columns as f64 * f64::from(size) / 10.0 * 96.0 / 72.0 / 2.0
}

/// Lines that a text takes in a width of pixels, at a size in tenths of a point.
pub(crate) fn lines(words: &str, size: u16, width_px: f64) -> u32 {
    let columns = ((width_px - PADDING) / pixels(1, size)).max(2.0);
    let of_paragraph = |part: &str| (text::width(part) as f64 * SLACK / columns).ceil().max(1.0) as u32;
    words.split('\n').map(of_paragraph).sum()
}

/// Height of so many lines in points.
pub(crate) fn letters(lines: u32, size: u16) -> f64 {
    f64::from(lines) * f64::from(size) / 10.0 * 1.35
}

/// Height of a row of so many lines in points.
pub(crate) fn height(lines: u32, size: u16) -> f64 {
    letters(lines, size) + 5.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_characters_take_two_columns() {
        // Ten full-width letters of 10.5 points are 140 pixels.
        assert_eq!(lines("あいうえおかきくけこ", 105, 160.0), 1);
        assert_eq!(lines("あいうえおかきくけこ", 105, 140.0), 2);
        assert_eq!(lines("abcdefghij", 105, 90.0), 1);
        assert_eq!(lines("一\n二\n\n四", 105, 500.0), 4);
        assert_eq!(lines("", 105, 500.0), 1);
        assert_eq!(lines("幅のない列", 105, 1.0), 6, "a column without width still ends");
    }
}
