//! The reading process: this program starts itself as the product does, so the tests bring their own `main`.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod common;

use std::path::Path;
use std::process::ExitCode;

use common::{Book, archive};
use paper::RawValue;
use sheets::{Error, read, read_in_worker, worker_main};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    match arguments.iter().position(|argument| argument == sheets::ARGUMENT) {
        Some(at) => worker_main(Path::new(&arguments[at + 1]), arguments.get(at + 2).map(String::as_str)),
        None => {
            same_answer_as_in_this_process();
            refusals_come_through_the_pipe();
            a_file_that_asks_for_all_memory_ends_the_reader_only();
            a_parser_that_trips_ends_the_reader_only();
            println!("test result: ok. 4 passed");
            ExitCode::SUCCESS
        }
    }
}

fn in_worker(name: &str, bytes: &[u8]) -> (Result<paper::RawBook, Error>, Result<paper::RawBook, Error>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let here = if name.contains("危険") { Err(Error::WorkerDied) } else { read(&path) };
    (read_in_worker(&std::env::current_exe().unwrap(), &path, None), here)
}

fn same_answer_as_in_this_process() {
    let styles = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#.to_owned();
    let sheet = r##"<cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>髙橋𠮷</t></is></c>
        <c r="B1" s="1"><v>45748.5</v></c><c r="C1"><f>1</f></c><c r="D1" t="e"><v>#REF!</v></c><c r="E1" t="b"><v>1</v></c><c r="F1"><v>0.1</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A1:A2"/></mergeCells>"##;
    let (there, here) = in_worker("名簿 1.xlsx", &Book { styles: Some(styles), ..Book::of(sheet) }.bytes());
    assert_eq!(there, here);
    let book = there.unwrap();
    assert_eq!(book.sheets[0].get(1, 6), Some(&RawValue::Number(0.1)));
    assert_eq!((book.sheets[0].rows[0].cells.len(), book.notes.len(), book.sheets[0].merges.len()), (6, 1, 1));
}

fn refusals_come_through_the_pipe() {
    let cases: [(&str, &[u8]); 4] =
        [("空.xlsx", b""), ("報告.xlsx", b"%PDF-1.7"), ("引用.csv", b"a,\"b\n"), ("列.csv", &[b','; 20_000])];
    for (name, bytes) in cases {
        let (there, here) = in_worker(name, bytes);
        assert_eq!(there, here, "{name}");
        assert!(there.is_err(), "{name}");
    }
}

/// Ninety million cells from one line of OpenDocument: the library asks for gigabytes at once.
fn a_file_that_asks_for_all_memory_ends_the_reader_only() {
    let cell = r#"<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="9000"/>"#;
    let row = format!(r#"<table:table-row table:number-rows-repeated="10000">{cell}</table:table-row>"#);
    let content = format!(
        r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="a">{row}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    let ods = archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ]);
    assert!(ods.len() < 2_000, "two kilobytes that claim ninety million cells");
    let (there, _) = in_worker("危険.ods", &ods);
    if cfg!(target_os = "linux") {
        assert_eq!(there.unwrap_err().code(), "sheets.too_large");
    } else {
        assert!(there.is_err());
    }
}

/// A table of texts that claims more entries than there are numbers.
fn a_parser_that_trips_ends_the_reader_only() {
    let strings = format!("<sst uniqueCount=\"{}\"><si><t>a</t></si></sst>", u64::MAX / 2);
    let book = Book { shared_strings: Some(strings), ..Book::of("<sheetData/>") };
    let (there, _) = in_worker("危険.xlsx", &book.bytes());
    assert_eq!(there.unwrap_err().code(), "sheets.damaged");
}
