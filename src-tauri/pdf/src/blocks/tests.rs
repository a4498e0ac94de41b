use paper::{Align, Block, Document, LabelLine, Negative, Orientation, Place, Run, Signer, Source, Typeface};

use crate::fonts::tests::shared;
use crate::layout::airy;
use crate::look::Frame;
use crate::shape::Shaper;
use crate::{Face, Item, Room, Sheet, Text};

fn sheet(blocks: Vec<Block>) -> Sheet {
    sheets(blocks).remove(0)
}

fn sheets(blocks: Vec<Block>) -> Vec<Sheet> {
    let document = Document {
        title: String::new(),
        orientation: Orientation::Portrait,
        typeface: Typeface::Mincho,
        negative: Negative::White,
        running_head: Some("名簿".into()),
        stamp: Vec::new(),
        page_numbers: true,
        blocks,
    };
    airy(&document, &mut Shaper::new(shared()))
}

fn texts(sheet: &Sheet) -> Vec<&Text> {
    let texts = sheet.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

fn rooms(sheet: &Sheet) -> Vec<&Room> {
    let rooms = sheet.items.iter().filter_map(|item| match item {
        Item::Room(room) => Some(room),
        _ => None,
    });
    rooms.collect()
}

fn frame() -> Frame {
    Frame::new(Orientation::Portrait)
}

fn missing() -> Run {
    Run { text: String::new(), source: Source::Missing("council.phone".into()) }
}

fn near(a: f32, b: f32) -> bool {
    (a - b).abs() < 0.05
}

#[test]
fn a_title_stands_bold_in_the_middle() {
    let sheet = sheet(vec![Block::Heading { level: 1, runs: vec![Run::form("実績報告書")] }]);
    let title = texts(&sheet)[0];
    assert_eq!(title.face, Face::GothicBold);
    assert!(near(title.x - frame().left, frame().right() - title.x - title.length));
}

#[test]
fn a_heading_takes_the_next_block_with_it() {
    let lines =
        |count: usize| (0..count).map(|_| Block::Paragraph { runs: vec![Run::form("行")], align: Align::Left });
    for count in 30..45 {
        let heading = Block::Heading { level: 2, runs: vec![Run::form("見出し")] };
        let sheet = sheet(lines(count).chain([heading]).chain(lines(5)).collect());
        let words: Vec<&str> = texts(&sheet).iter().map(|t| t.text.as_str()).filter(|t| !t.contains('/')).collect();
        assert_ne!(words.last(), Some(&"見出し"), "after {count} lines");
    }
}

#[test]
fn full_lines_reach_both_margins_and_closing_marks_hang_over() {
    let text = "会員相互の親睦と福祉の増進を図り、地域の課題を解決するため、関係書類を添えて、下記のとおり報告します。"
        .repeat(4);
    let sheet = sheet(vec![Block::Paragraph { runs: vec![Run::form(text)], align: Align::Auto }]);
    let lines = texts(&sheet);
    for line in &lines[..lines.len() - 1] {
        let hang = if line.text.ends_with(['、', '。']) { line.size / 2.0 } else { 0.0 };
        assert!(near(line.x + line.length - hang, frame().right()), "{line:?}");
    }
}

#[test]
fn labels_are_spread_to_one_width_and_values_line_up() {
    let line = |label: &str, value: &str| LabelLine { label: label.into(), runs: vec![Run::form(value)] };
    let lines = vec![line("団体名", "東ヶ丘協議会"), line("住所", "二丁目"), line("代表者氏名", "髙橋")];
    let sheet = sheet(vec![Block::Lines { lines, place: Place::Right }]);
    let texts = texts(&sheet);
    let end = |nth: usize| texts[nth].x + texts[nth].length;
    assert!(near(end(0), end(4)) && near(end(2), end(4)));
    assert!(near(texts[1].x, texts[3].x) && near(texts[3].x, texts[5].x));
    assert!(texts[0].x > frame().left + frame().width * 0.4, "the applicant stands at the right");
}

#[test]
fn numbered_labels_stand_as_they_are_typed() {
    let line = |label: &str| LabelLine { label: label.into(), runs: vec![Run::form("金")] };
    let sheet = sheet(vec![Block::Lines {
        lines: vec![line("１　交付決定額"), line("２　返還額")],
        place: Place::Left,
    }]);
    assert!(texts(&sheet).iter().all(|text| text.spacing.abs() < 1e-6));
}

#[test]
fn a_missing_value_is_room_to_the_margin_and_inside_a_sentence_room_for_a_few_letters() {
    let lines = vec![LabelLine { label: "電話".into(), runs: vec![missing()] }];
    let sentence =
        Block::Paragraph { runs: vec![Run::form("会長は"), missing(), Run::form("です。")], align: Align::Left };
    let sheet = sheet(vec![Block::Lines { lines, place: Place::Right }, sentence]);
    let rooms = rooms(&sheet);
    assert!(near(rooms[0].x + rooms[0].width, frame().right()));
    assert!(near(rooms[1].width, 8.0 * 10.5));
    assert!(rooms.iter().all(|room| room.ruled && room.source == Source::Missing("council.phone".into())));
    assert!(texts(&sheet).iter().all(|text| !text.text.contains('＿')), "the stand-in is never drawn");
}

#[test]
fn a_seal_stands_in_its_circle_inside_the_margin() {
    let signers = vec![Signer { office: "会長".into(), name: missing(), seal: true }];
    let sheet = sheet(vec![Block::Signature(signers)]);
    let circle = sheet.items.iter().find_map(|item| match item {
        Item::Circle(circle) => Some(*circle),
        _ => None,
    });
    let (circle, name) = (circle.unwrap(), rooms(&sheet)[0]);
    let seal = texts(&sheet).into_iter().find(|text| text.text == "印").unwrap();
    assert!(near(seal.x + seal.length / 2.0, circle.x) && seal.length < 2.0 * circle.radius);
    assert!(circle.x + circle.radius < frame().right() && name.x + name.width < circle.x - circle.radius);
}

#[test]
fn pages_are_numbered_and_headed_only_when_there_are_several() {
    let one = sheet(vec![Block::Heading { level: 1, runs: vec![Run::form("題")] }]);
    assert_eq!(texts(&one).len(), 1);
    let heading = |text: &str| Block::Heading { level: 1, runs: vec![Run::form(text)] };
    let first = sheet(vec![heading("一"), Block::PageBreak, heading("二")]);
    let words: Vec<&str> = texts(&first).iter().map(|text| text.text.as_str()).collect();
    assert_eq!(words, ["一", "1 / 2"], "the running head begins on the second page");
}

#[test]
fn a_signature_never_stands_on_a_page_of_its_own() {
    let said = |words: &str, align| Block::Paragraph { runs: vec![Run::form(words)], align };
    for (count, has_day) in (25..45).flat_map(|count| [(count, false), (count, true)]) {
        let signers = vec![Signer { office: "会計".into(), name: missing(), seal: false }];
        let lines = (0..count).map(|_| said("行", Align::Left));
        let day = has_day.then(|| said("令和　　年　　月　　日", Align::Right));
        let blocks: Vec<Block> = lines.chain(day).chain([Block::Signature(signers)]).collect();
        let sheets = sheets(blocks);
        let signed = sheets.iter().find(|sheet| texts(sheet).iter().any(|text| text.text == "会計")).unwrap();
        assert!(texts(signed).iter().any(|text| text.text == "行"), "after {count} lines");
    }
}
