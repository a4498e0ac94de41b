//! Whole papers through the PDF and back through pdftotext. The files stay under `target/tmp` to be looked at.
#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

mod papers;

use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use paper::{Align, Block, Document, Run};
use pdf::{Fonts, Item, MissingGlyph, Pages, Sheet};

fn fonts() -> &'static Fonts {
    static FONTS: OnceLock<Fonts> = OnceLock::new();
    FONTS.get_or_init(|| Fonts::embedded().unwrap())
}

/// Prints a document and gives back the path.
fn print(name: &str, document: &Document) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("pdf");
    std::fs::write(&path, pdf::pdf(document, fonts()).unwrap()).unwrap();
    path
}

fn tool(name: &str, args: &[&str]) -> String {
    let output = Command::new(name).args(args).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The words of a printed document.
fn words(name: &str, document: &Document) -> String {
    tool("pdftotext", &["-layout", print(name, document).to_str().unwrap(), "-"])
}

fn all_papers() -> Vec<(&'static str, Document)> {
    vec![
        ("report", papers::report()),
        ("statement", papers::statement()),
        ("enrolment", papers::enrolment()),
        ("activities", papers::activities()),
        ("roster", papers::roster(200)),
    ]
}

fn texts(sheet: &Sheet) -> impl Iterator<Item = &pdf::Text> {
    sheet.items.iter().filter_map(|item| if let Item::Text(text) = item { Some(text) } else { None })
}

#[test]
fn every_word_of_a_paper_is_found_again_in_its_pdf() {
    // A selector that changes nothing is not written, so selectors are left out here.
    let is_ink = |c: &char| !c.is_whitespace() && !matches!(c, '\u{E0100}'..='\u{E01EF}');
    let squeezed = |text: &str| text.chars().filter(is_ink).collect::<String>();
    for (name, document) in all_papers() {
        let found = squeezed(&words(name, &document));
        for sheet in pdf::pages(&document, fonts()).unwrap().sheets {
            let lying = texts(&sheet).filter(|text| !text.vertical);
            lying.for_each(|text| assert!(found.contains(&squeezed(&text.text)), "{name}: {}", text.text));
        }
    }
}

#[test]
fn everything_stays_on_the_paper() {
    for (name, document) in all_papers() {
        for sheet in pdf::pages(&document, fonts()).unwrap().sheets {
            let (width, height) = (sheet.width_mm * 72.0 / 25.4, sheet.height_mm * 72.0 / 25.4);
            for text in texts(&sheet).filter(|text| !text.vertical) {
                let right = text.x + text.length;
                assert!(text.x > 40.0 && right < width - 40.0, "{name}: {text:?} runs over a margin");
                assert!(text.y > 30.0 && text.y < height - 20.0, "{name}: {text:?} runs over a margin");
            }
        }
    }
}

#[test]
fn nothing_in_the_sample_papers_is_missing() {
    for (name, document) in all_papers() {
        assert_eq!(pdf::pages(&document, fonts()).unwrap().missing, [], "{name}");
    }
}

#[test]
fn the_same_document_is_the_same_file_whichever_way_it_goes() {
    let document = papers::statement();
    let first = pdf::pdf(&document, fonts()).unwrap();
    let pages = pdf::pages(&document, &Fonts::embedded().unwrap()).unwrap();
    assert!(first == pdf::pdf(&document, fonts()).unwrap(), "twice");
    assert!(first == pdf::write(&pages, &document.title, fonts()).unwrap(), "from pages laid out with other fonts");
}

#[test]
fn the_file_says_what_it_is() {
    let path = print("information", &papers::report());
    let info = tool("pdfinfo", &[path.to_str().unwrap()]);
    assert!(info.contains("令和７年度 交付金実績報告書") && info.contains("まちの事務局"), "{info}");
    assert!(info.contains("PDF version:     1.7") && info.contains("(A4)"), "{info}");
    assert!(!info.contains("PDF/X") && !info.contains("Date"), "no claim that is not kept, and no clock: {info}");
    let fonts = tool("pdffonts", &[path.to_str().unwrap()]);
    let embedded = |line: &str| line.contains("yes yes yes");
    assert!(fonts.lines().skip(2).all(embedded), "embedded, subset and with their characters: {fonts}");
}

#[test]
fn rare_kanji_and_variant_forms_are_found_as_typed() {
    let names = "髙橋 﨑山 \u{FA19}\u{FA10} 𠮷田 𣘺本 葛\u{E0100}城 辻\u{E0100}村 邊見 ｶﾞｷﾞ ①㈱ Nguyễn";
    let document = papers::document(
        "外字",
        vec![Block::Paragraph { runs: vec![Run::form(names), Run::form("　葛飾の辻")], align: Align::Left }],
    );
    let found = words("rare", &document);
    names.split(' ').for_each(|name| assert!(found.contains(name), "{name} in {found}"));
    assert!(found.contains("葛飾の辻"), "the plain form is not taken for the variant: {found}");
}

#[test]
fn a_character_that_no_font_has_is_shown_and_named() {
    let text = "氏名　山\u{10FFFD}";
    let document = papers::document("外字", vec![Block::Paragraph { runs: vec![Run::form(text)], align: Align::Left }]);
    let Pages { sheets, missing } = pdf::pages(&document, fonts()).unwrap();
    assert_eq!(texts(&sheets[0]).next().unwrap().text, "氏名　山〓");
    assert_eq!(missing, [MissingGlyph { character: "\u{10FFFD}".into(), drawn: "〓".into(), text: text.into() }]);
    assert!(words("missing", &document).contains("山〓"));
}
