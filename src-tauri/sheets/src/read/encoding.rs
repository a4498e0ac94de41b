//! Which encoding a text file is in. Order: byte order mark, UTF-16 without one, ISO-2022-JP by its
//! escapes, strict UTF-8, then Shift_JIS (as Windows writes it) against EUC-JP. Somebody who sees that this went wrong
//! may say which it is.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};
use memchr::memmem;

use crate::Error;

/// A text and how it was found.
#[derive(Debug)]
pub(crate) struct Decoded {
    pub text: String,
    pub encoding: &'static str,
    /// Characters that no encoding explained, replaced by a mark.
    pub lost: usize,
}

/// Decodes a text file, or says where it cannot be. What was chosen by its name is taken even where it explains little:
/// whoever chose sees what comes out.
pub(crate) fn decode(bytes: &[u8], chosen: Option<&str>) -> Result<Decoded, Error> {
    if let Some(encoding) = chosen.and_then(|name| Encoding::for_label(name.as_bytes())) {
        let mark = Encoding::for_bom(bytes).filter(|(found, _)| *found == encoding).map_or(0, |(_, mark)| mark);
        return Ok(decode_anyhow(encoding, &bytes[mark..]));
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = utf16(bytes) {
        return decode_as(encoding, bytes);
    }
    if memmem::find(bytes, b"\x1B$").is_some() {
        return decode_as(ISO_2022_JP, bytes);
    }
    if std::str::from_utf8(bytes).is_ok() {
        return decode_as(UTF_8, bytes);
    }
    check_mixed_utf8(bytes)?;
    decode_as(japanese(bytes), bytes)
}

/// UTF-16 without a mark: line ends carry a zero byte on one side only, and so do separators and figures; a zero
/// byte that strayed into another text does not make it UTF-16.
fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = bytes.iter().filter(|byte| **byte == 0).count();
    if !bytes.len().is_multiple_of(2) || zeros * 100 < bytes.len() {
        return None;
    }
    let ends = |end: &[u8; 2]| bytes.chunks_exact(2).filter(|pair| pair == end).count();
    let (little, big) = (ends(b"\n\0"), ends(b"\0\n"));
    let most = memchr::memchr_iter(b'\n', bytes).count() / 2;
    match () {
        () if little > big && little > most => Some(UTF_16LE),
        () if big > little && big > most => Some(UTF_16BE),
        () => None,
    }
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Result<Decoded, Error> {
    let decoded = decode_anyhow(encoding, bytes);
    // One character may be lost where a file was cut; more than one in a thousand is another encoding.
    if decoded.lost > 1 && decoded.lost * 1000 > decoded.text.chars().count() {
        return Err(odd_line(encoding, bytes));
    }
    Ok(decoded)
}

fn decode_anyhow(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let lost = if had_errors { text.matches('\u{FFFD}').count() } else { 0 };
    Decoded { text: text.into_owned(), encoding: encoding.name(), lost }
}

/// Shift_JIS or EUC-JP: the one without errors, or by the statistics of the detector.
fn japanese(bytes: &[u8]) -> &'static Encoding {
    let fits =
        |encoding: &'static Encoding| encoding.decode_without_bom_handling_and_without_replacement(bytes).is_some();
    match (fits(SHIFT_JIS), fits(EUC_JP)) {
        (true, false) => SHIFT_JIS,
        (false, true) => EUC_JP,
        _ => by_statistics(bytes),
    }
}

fn by_statistics(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    if detector.guess(Some(b"jp"), Utf8Detection::Deny) == EUC_JP { EUC_JP } else { SHIFT_JIS }
}

/// A file that is not UTF-8 but has lines that are: files of two programs were put together.
fn check_mixed_utf8(bytes: &[u8]) -> Result<(), Error> {
    let mut first = [None; 2];
    let mut count = [0; 2];
    for (line, text) in lines(bytes).filter(|(_, text)| !text.is_ascii()) {
        let kind = usize::from(is_utf8_japanese(text));
        first[kind].get_or_insert(line);
        count[kind] += 1;
    }
    let odd = usize::from(count[1] <= count[0]);
    match (first, first[odd]) {
        ([Some(_), Some(_)], Some(line)) => Err(Error::MixedEncoding { line }),
        _ => Ok(()),
    }
}

/// Strict UTF-8 with a character of three bytes; two-byte ones may be half-width katakana of Shift_JIS.
fn is_utf8_japanese(line: &[u8]) -> bool {
    std::str::from_utf8(line).is_ok_and(|text| text.chars().any(|c| c.len_utf8() >= 3))
}

/// The first line that the encoding does not explain, and whether the other Japanese one does.
fn odd_line(encoding: &'static Encoding, bytes: &[u8]) -> Error {
    let fits = |encoding: &'static Encoding, line: &[u8]| {
        encoding.decode_without_bom_handling_and_without_replacement(line).is_some()
    };
    let other = if encoding == SHIFT_JIS { EUC_JP } else { SHIFT_JIS };
    match lines(bytes).find(|(_, text)| !fits(encoding, text)) {
        Some((line, text)) if fits(other, text) => Error::MixedEncoding { line },
        Some((line, _)) => Error::Garbled { line },
        None => Error::Garbled { line: 1 },
    }
}

fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    (1..).zip(bytes.split(|b| *b == b'\n'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROSTER: &str = "氏名,フリガナ,電話\r\n髙橋 﨑子①,ﾀｶﾊｼ ｻｷｺ,087-000-0001\r\n山本 一郎,ヤマモト　イチロウ,\r\n";

    fn encoded(encoding: &'static Encoding, text: &str) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    fn utf16_bytes(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn found(bytes: &[u8]) -> (String, &'static str) {
        let decoded = decode(bytes, None).unwrap();
        (decoded.text, decoded.encoding)
    }

    #[test]
    fn every_encoding_is_found_with_and_without_a_mark() {
        let euc = "氏名,住所\r\n高橋,香川県高松市番町一丁目\r\n";
        let cases = [
            (ROSTER.as_bytes().to_vec(), "UTF-8"),
            (["\u{FEFF}".as_bytes(), ROSTER.as_bytes()].concat(), "UTF-8"),
            (encoded(SHIFT_JIS, ROSTER), "Shift_JIS"),
            (utf16_bytes(ROSTER, u16::to_le_bytes), "UTF-16LE"),
            (utf16_bytes(ROSTER, u16::to_be_bytes), "UTF-16BE"),
            (utf16_bytes(&format!("\u{FEFF}{ROSTER}"), u16::to_le_bytes), "UTF-16LE"),
            (utf16_bytes(&format!("\u{FEFF}{ROSTER}"), u16::to_be_bytes), "UTF-16BE"),
        ];
        for (bytes, encoding) in cases {
            assert_eq!(found(&bytes), (ROSTER.to_owned(), encoding));
        }
        assert_eq!(found(&encoded(EUC_JP, euc)), (euc.to_owned(), "EUC-JP"));
        assert_eq!(found(&encoded(ISO_2022_JP, euc)), (euc.to_owned(), "ISO-2022-JP"));
    }

    #[test]
    fn a_stray_zero_does_not_make_it_utf_16() {
        let text = "氏名,住所,年齢\n\0髙橋,高松市番町一丁目,70\n濵田,丸亀市,71,\n";
        assert!(text.len().is_multiple_of(2), "so that pairs could be meant");
        assert_eq!(found(text.as_bytes()), (text.to_owned(), "UTF-8"));
    }

    #[test]
    fn short_shift_jis_texts() {
        for text in ["髙橋", "ﾀｶﾊｼ ﾀﾛｳ", "自治会", "氏名\r\n", "①②", "ｱ"] {
            assert_eq!(found(&encoded(SHIFT_JIS, text)), (text.to_owned(), "Shift_JIS"), "{text}");
        }
    }

    #[test]
    fn a_character_cut_in_the_middle_is_marked() {
        let mut bytes = encoded(SHIFT_JIS, "氏名\r\n髙橋 太郎");
        bytes.pop();
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.lost), ("氏名\r\n髙橋 太\u{FFFD}", 1));
    }

    #[test]
    fn mixed_encodings_are_refused_with_their_line() {
        let sjis = encoded(SHIFT_JIS, ROSTER);
        let mixed = [sjis.as_slice(), "追加 花子,ツイカ ハナコ\r\n".as_bytes()].concat();
        assert_eq!(decode(&mixed, None).unwrap_err(), Error::MixedEncoding { line: 4 });
        let euc = encoded(EUC_JP, "国分寺,自治会,名簿,平成,令和,昭和,大正,明治\r\n");
        let mixed = [sjis.as_slice(), euc.as_slice(), sjis.as_slice()].concat();
        assert_eq!(decode(&mixed, None).unwrap_err(), Error::MixedEncoding { line: 4 });
    }

    #[test]
    fn what_was_chosen_is_taken() {
        let sjis = encoded(SHIFT_JIS, "氏名");
        let decoded = |bytes: &[u8], name| decode(bytes, Some(name)).unwrap();
        assert_eq!(decoded(&sjis, "Shift_JIS").text, "氏名");
        let wrong = decoded(&sjis, "UTF-8");
        assert_eq!((wrong.encoding, wrong.lost > 0), ("UTF-8", true));
        assert_eq!(decoded("\u{FEFF}氏名".as_bytes(), "UTF-8").text, "氏名");
    }

    #[test]
    fn noise_is_refused() {
        let noise: Vec<u8> = (0..200).flat_map(|_| [0x81, 0x0A, 0xFF, 0xFE]).collect();
        assert!(matches!(decode(&noise, None), Err(Error::Garbled { line: 1 })));
    }
}
