//! Files that are refused, each with its reason and before anything of them is believed.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use common::{Book, archive, read_bytes};
use sheets::{Error, Limit};

fn refused(name: &str, bytes: &[u8]) -> Error {
    read_bytes(name, bytes).unwrap_err()
}

fn code(name: &str, bytes: &[u8]) -> &'static str {
    refused(name, bytes).code()
}

fn ole(streams: &[&str]) -> Vec<u8> {
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    for stream in streams {
        bytes.extend(stream.encode_utf16().chain([0]).flat_map(u16::to_le_bytes));
    }
    bytes
}

const PLAIN: &str = r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>"#;

#[test]
fn nothing_and_nowhere() {
    assert_eq!(code("空.xlsx", b""), "sheets.empty_file");
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(sheets::read(&folder.path().join("ない.xlsx")).unwrap_err().code(), "sheets.not_found");
    assert!(sheets::read(folder.path()).is_err(), "a folder is no file");
}

#[test]
fn strangers_under_a_spreadsheets_name() {
    let found = |name, bytes: &[u8]| match refused(name, bytes) {
        Error::NotASpreadsheet { found } => found,
        other => panic!("{other:?}"),
    };
    assert_eq!(found("報告.xlsx", b"%PDF-1.7\n%\xE2\xE3"), "PDF");
    assert_eq!(found("写真.xlsx", b"\xFF\xD8\xFF\xE0 JFIF"), "画像");
    assert_eq!(found("案内.xls", &ole(&["Root Entry", "WordDocument"])), "Word 文書");
    let word = r#"<Types><Override ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;
    assert_eq!(found("案内.xlsx", &archive(&[("[Content_Types].xml", word.as_bytes())])), "Word 文書");
    assert_eq!(found("一式.xlsx", &archive(&[("a.txt", b"a")])), "圧縮ファイル");
    let nested = archive(&[("inner.zip", &archive(&[("b.txt", b"b")]))]);
    assert_eq!(found("入れ子.xlsx", &nested), "圧縮ファイル", "an archive in an archive is never opened");
    assert_eq!(code("書き出し.xls", b"<html><table><tr><td>1</td></tr></table>"), "sheets.html");
}

#[test]
fn locked_and_cut_short() {
    assert_eq!(code("鍵.xlsx", &ole(&["Root Entry", "EncryptionInfo", "EncryptedPackage"])), "sheets.password");
    let whole = Book::of(PLAIN).bytes();
    for cut in [whole.len() / 4, whole.len() / 2, whole.len() - 30] {
        assert_eq!(code("途中.xlsx", &whole[..cut]), "sheets.cut_short", "cut at {cut}");
    }
    let manifest = r#"<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    let mimetype = b"application/vnd.oasis.opendocument.spreadsheet";
    let ods = archive(&[("mimetype", mimetype), ("META-INF/manifest.xml", manifest.as_bytes()), ("content.xml", b"")]);
    assert_eq!(code("鍵.ods", &ods), "sheets.password");
}

#[test]
fn a_bit_that_fell_over_is_noticed() {
    let mut bytes = Book::of(PLAIN).bytes();
    let name = b"xl/worksheets/sheet1.xml";
    let at = bytes.windows(name.len()).position(|w| w == name).unwrap() + name.len() + 10;
    bytes[at] ^= 0x40;
    assert_eq!(code("傷.xlsx", &bytes), "sheets.damaged");
}

fn zip_of(entries: impl IntoIterator<Item = (String, Vec<u8>)>) -> Vec<u8> {
    let entries: Vec<(String, Vec<u8>)> = entries.into_iter().collect();
    let borrowed: Vec<(&str, &[u8])> = entries.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    archive(&borrowed)
}

#[test]
fn archives_that_unpack_to_too_much() {
    let bomb = Book::of(PLAIN).with("xl/media/bomb.bin", &vec![0; 20 << 20]).bytes();
    assert_eq!(code("爆弾.xlsx", &bomb), "sheets.zip_bomb", "far more than 200 times its size");
    let many = zip_of((0..10_001).map(|n| (format!("{n}"), Vec::new())));
    assert_eq!(code("多数.xlsx", &many), "sheets.zip_bomb", "more entries than any workbook has");
}

#[test]
fn texts_that_fill_the_memory() {
    // Packs worse than 200 to 1, so that the limit for texts is the one that holds.
    let filling = "あ".repeat(300);
    let strings: String = (0..80_000).map(|n| format!("<si><t>{n:08}{filling}</t></si>")).collect();
    let bytes = Book { shared_strings: Some(format!("<sst>{strings}</sst>")), ..Book::of(PLAIN) }.bytes();
    assert!(bytes.len() < 50 << 20, "small enough to be opened at all");
    assert_eq!(refused("文字.xlsx", &bytes), Error::TooLarge { limit: Limit::Text });
}

#[test]
fn entries_that_share_their_bytes() {
    let mut bytes = archive(&[("a", &[7; 100]), ("b", &[7; 100])]);
    // The second entry of the directory is made to point at the first one's data.
    let directory: Vec<usize> = (0..bytes.len() - 4).filter(|at| bytes[*at..].starts_with(b"PK\x01\x02")).collect();
    let offset = directory[0] + 42..directory[0] + 46;
    let first = bytes[offset].to_vec();
    bytes[directory[1] + 42..directory[1] + 46].copy_from_slice(&first);
    assert_eq!(code("重なり.xlsx", &bytes), "sheets.zip_bomb");
}

#[test]
fn names_that_mislead() {
    let mut twins = archive(&[("xl/a.xml", b"1"), ("xl/b.xml", b"2")]);
    for at in 0..twins.len() - 8 {
        if twins[at..].starts_with(b"xl/b.xml") {
            twins[at + 3] = b'a';
        }
    }
    assert_eq!(code("同名.xlsx", &twins), "sheets.unsafe_archive");
    for name in ["../../evil", "xl\\..\\..\\evil", "/etc/passwd", "\\\\server\\share", "C:\\evil", "a.txt:evil"] {
        assert_eq!(refused("外.xlsx", &archive(&[(name, b"x")])), Error::UnsafeArchive { name: name.to_owned() });
    }
    let cases = archive(&[("xl/Sheet.xml", b"1"), ("xl/sheet.XML", b"2")]);
    assert_eq!(code("大小.xlsx", &cases), "sheets.unsafe_archive");
}

#[test]
fn entities_of_other_worlds() {
    let laughs = r#"<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>"#;
    let outside = r#"<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst><si><t>&e;</t></si></sst>"#;
    for strings in [laughs, outside] {
        let book = Book { shared_strings: Some(strings.to_owned()), ..Book::of(PLAIN) };
        assert_eq!(code("実体.xlsx", &book.bytes()), "sheets.damaged");
    }
}

#[test]
fn more_than_is_read() {
    let limit = |error| match error {
        Error::TooLarge { limit } => limit,
        other => panic!("{other:?}"),
    };
    let cells = "<c><v>1</v></c>".repeat(5_000);
    let wide = Book::of(&format!("<sheetData><row r=\"1\">{cells}</row></sheetData>"));
    assert_eq!(limit(refused("広い.xlsx", &wide.bytes())), Limit::Columns);
    let sheets = (0..51).fold(Book::default(), |book, n| book.sheet(&format!("{n}"), PLAIN));
    assert_eq!(limit(refused("枚数.xlsx", &sheets.bytes())), Limit::Sheets);
    let long = format!(
        "<sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>{}</t></is></c></row></sheetData>",
        "あ".repeat(32_768)
    );
    assert_eq!(limit(refused("長文.xlsx", &Book::of(&long).bytes())), Limit::CellText);
    assert_eq!(limit(refused("列.csv", &",".repeat(20_000).into_bytes())), Limit::Columns);
    assert_eq!(limit(refused("行.csv", "あ\n".repeat(200_001).as_bytes())), Limit::Rows);
    assert_eq!(limit(refused("大.csv", &vec![b'a'; (50 << 20) + 1])), Limit::File);
}

#[test]
fn text_files_that_cannot_be_trusted() {
    let open = format!("a,b\nc,\"d\n{}", "e,f\n".repeat(10));
    assert_eq!(refused("引用.csv", open.as_bytes()), Error::OpenQuote { line: 2 });
    let swallowing = format!("a,b\n\"c,d\n{}\"", "e,f\n".repeat(100_000));
    assert_eq!(
        refused("引用.csv", swallowing.as_bytes()),
        Error::OpenQuote { line: 2 },
        "a cell of a hundred thousand lines"
    );
    let sjis = encoding_rs::SHIFT_JIS.encode("氏名,住所\r\n髙橋,高松市\r\n").0.into_owned();
    let mixed = [sjis.as_slice(), "山本,丸亀市\r\n".as_bytes()].concat();
    assert_eq!(refused("混在.csv", &mixed), Error::MixedEncoding { line: 3 });
}

/// Every code has its sentence, and what the sentence asks for is given.
#[test]
fn every_refusal_has_its_sentence() {
    let sentences = include_str!("../../../assets/words/errors.toml");
    let codes: Vec<&str> =
        include_str!("../src/error.rs").split('"').filter(|part| part.starts_with("sheets.")).collect();
    assert!(codes.len() > 20, "{codes:?}");
    for code in codes.into_iter().chain(sheets::NOTES) {
        assert!(sentences.contains(&format!("[\"{code}\"]\ntitle = ")), "no sentence for {code}");
    }
}
