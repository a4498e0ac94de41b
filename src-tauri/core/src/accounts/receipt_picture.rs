//! 領収書の写し as files with the numbers of their receipts.

/// 領収書の写し: one picture of a receipt, and the file it becomes when it is handed on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptPicture {
    /// 番号 of its receipt
    pub number: i64,
    /// Where its bytes lie.
    pub content_id: String,
    /// Quarters that it was turned by hand.
    pub quarters: u8,
    /// 012.jpg, a second one 012_2.jpg
    pub file: String,
}

/// 012.jpg for the first picture of receipt 12, 012_2.jpg for the second.
pub fn picture_file(number: i64, nth: usize, media_type: &str) -> String {
    let ending = picture_ending(media_type);
    if nth > 1 { format!("{number:03}_{nth}.{ending}") } else { format!("{number:03}.{ending}") }
}

/// How the name of a picture ends when it is handed on; an iPhone's then is a JPEG.
pub fn picture_ending(media_type: &str) -> &'static str {
    match media_type {
        "image/png" => "png",
        "application/pdf" => "pdf",
        _ => "jpg",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_sort_by_the_number_of_their_receipt() {
        assert_eq!(picture_file(12, 1, "image/jpeg"), "012.jpg");
        assert_eq!(picture_file(12, 2, "application/pdf"), "012_2.pdf");
        assert_eq!(picture_file(3, 1, "image/heic"), "003.jpg");
        assert_eq!(picture_file(1_204, 1, "image/png"), "1204.png");
    }
}
