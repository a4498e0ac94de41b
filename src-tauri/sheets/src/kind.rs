//! What a file is, by its bytes; names and extensions are not believed.

use memchr::memmem;

use crate::Error;
use crate::archive::Archive;

/// What the outermost shell of a file is.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A zip archive: .xlsx, .xlsm, .xlsb, .ods.
    Zip,
    /// Excel 5 to 2003.
    Xls,
    /// Lines of text.
    Text,
}

/// Which workbook a zip archive holds.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Workbook {
    Xlsx,
    Xlsb,
    Ods,
}

/// First bytes of files that are often mistaken for spreadsheets.
const STRANGERS: [(&[u8], &str); 12] = [
    (b"%PDF", "PDF"),
    (b"\x89PNG", "画像"),
    (b"\xFF\xD8\xFF", "画像"),
    (b"GIF8", "画像"),
    (b"{\\rtf", "リッチテキスト文書"),
    (b"Rar!", "圧縮ファイル"),
    (b"7z\xBC\xAF", "圧縮ファイル"),
    (b"\x1F\x8B", "圧縮ファイル"),
    (b"MZ", "プログラム"),
    (b"SQLite format 3", "データベース"),
    (b"\x09\x00\x04\x00", "Excel 4.0 以前の表"),
    (b"\x09\x04\x06\x00", "Excel 4.0 以前の表"),
];

/// How the main part of a workbook is called, with and without macros, as a workbook and as a template.
const XLSX: [&str; 4] =
    ["sheet.main+xml", "sheet.macroEnabled.main+xml", "template.main+xml", "template.macroEnabled.main+xml"];

/// Judges a file by its bytes.
pub(crate) fn kind_of(bytes: &[u8]) -> Result<Kind, Error> {
    if bytes.is_empty() {
        return Err(Error::EmptyFile);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return ole(bytes);
    }
    if let Some((_, found)) = STRANGERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(not_a_spreadsheet(found));
    }
    text(bytes)
}

/// Judges a checked archive by the parts it holds.
pub(crate) fn workbook_of(archive: &mut Archive) -> Result<Workbook, Error> {
    if archive.has("[Content_Types].xml") {
        let types = archive.text("[Content_Types].xml")?;
        let says = |names: &[&str]| names.iter().any(|name| types.contains(name));
        return match () {
            () if says(&XLSX) => Ok(Workbook::Xlsx),
            () if says(&["sheet.binary.macroEnabled.main"]) => Ok(Workbook::Xlsb),
            () if says(&["wordprocessingml"]) => Err(not_a_spreadsheet("Word 文書")),
            () if says(&["presentationml"]) => Err(not_a_spreadsheet("PowerPoint 文書")),
            () => Err(not_a_spreadsheet("圧縮ファイル")),
        };
    }
    if archive.has("mimetype")
        && archive.text("mimetype")?.starts_with("application/vnd.oasis.opendocument.spreadsheet")
    {
        return Ok(Workbook::Ods);
    }
    Err(not_a_spreadsheet("圧縮ファイル"))
}

fn not_a_spreadsheet(found: &str) -> Error {
    Error::NotASpreadsheet { found: found.to_owned() }
}

/// An OLE container says by the names of its streams what is in it.
fn ole(bytes: &[u8]) -> Result<Kind, Error> {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
        memmem::find(bytes, &name).is_some()
    };
    if holds("EncryptedPackage") {
        Err(Error::Password)
    } else if holds("Workbook") || holds("Book") {
        Ok(Kind::Xls)
    } else if holds("WordDocument") {
        Err(not_a_spreadsheet("Word 文書"))
    } else if holds("PowerPoint Document") {
        Err(not_a_spreadsheet("PowerPoint 文書"))
    } else {
        Err(Error::damaged("no workbook in the container"))
    }
}

fn text(bytes: &[u8]) -> Result<Kind, Error> {
    let head = &bytes[..bytes.len().min(4096)];
    let lower = String::from_utf8_lossy(head).to_lowercase();
    let start = lower.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    if ["<html", "<!doctype html", "<table", "<meta"].iter().any(|tag| start.contains(tag))
        || start.starts_with("mime-version:")
    {
        return Err(Error::Html);
    }
    if start.starts_with("<?xml") {
        return Err(not_a_spreadsheet("XML 文書"));
    }
    if looks_binary(head) {
        return Err(not_a_spreadsheet("表ではないデータ"));
    }
    Ok(Kind::Text)
}

/// Control characters beyond those of text. In UTF-16, which says so at its beginning, any byte may be half a character;
/// NUL is left out because UTF-16 without that mark is full of it and stray ones are forgiven.
fn looks_binary(head: &[u8]) -> bool {
    if head.starts_with(b"\xFF\xFE") || head.starts_with(b"\xFE\xFF") {
        return false;
    }
    let control = head.iter().filter(|b| matches!(b, 1..=8 | 14..=26 | 28..=31)).count();
    control * 50 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strangers_are_named() {
        let found = |bytes: &[u8]| kind_of(bytes).unwrap_err();
        assert_eq!(found(b""), Error::EmptyFile);
        assert_eq!(found(b"%PDF-1.7 ..."), not_a_spreadsheet("PDF"));
        assert_eq!(found(b"\xEF\xBB\xBF \n<HTML><table>"), Error::Html);
        assert_eq!(found(b"<?xml version=\"1.0\"?><Workbook/>"), not_a_spreadsheet("XML 文書"));
        assert_eq!(found(&[1, 2, 3, 4, 5, 6, 7, 8, 9]), not_a_spreadsheet("表ではないデータ"));
    }

    #[test]
    fn lines_are_text() {
        assert_eq!(kind_of("氏名,住所\r\n".as_bytes()), Ok(Kind::Text));
        let wide: Vec<u8> = "\u{FEFF}〒\tㄓㄅ\tㄇㄎ\t※".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(kind_of(&wide), Ok(Kind::Text), "half of a character may look like a control character");
        assert_eq!(kind_of(b"a,b\0\r\n"), Ok(Kind::Text), "a stray NUL does not make it binary");
    }
}
