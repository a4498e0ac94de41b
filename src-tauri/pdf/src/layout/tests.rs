//! What spills over by a little is set with less air; letters keep their size.

use paper::{Block, Cell, Column, Document, Negative, Orientation, Role, Row, Run, Table, Typeface};

use crate::fonts::tests::shared;
use crate::{Item, Sheet, Text, pages};

fn sheets(blocks: Vec<Block>) -> Vec<Sheet> {
    let document = Document {
        title: String::new(),
        orientation: Orientation::Portrait,
        typeface: Typeface::Mincho,
        negative: Negative::White,
        running_head: None,
        stamp: Vec::new(),
        page_numbers: false,
        blocks,
    };
    pages(&document, shared()).unwrap().sheets
}

/// 収支決算書 in small: a title and a table of so many rows.
fn paper(words: &str, rows: usize) -> Vec<Block> {
    let row = Row { role: Role::Item, cells: vec![Cell::form(words)] };
    let table = Table { columns: vec![Column::default()], rows: vec![row; rows], ..Table::default() };
    vec![Block::Heading { level: 1, runs: vec![Run::form("収支決算書")] }, Block::Table(table)]
}

fn texts(sheet: &Sheet) -> Vec<&Text> {
    let texts = sheet.items.iter().filter_map(|item| match item {
        Item::Text(text) => Some(text),
        _ => None,
    });
    texts.collect()
}

/// From one row to the next.
fn step(sheet: &Sheet) -> f32 {
    let rows = texts(sheet);
    rows[2].y - rows[1].y
}

/// How many rows stand on a page with all its air.
fn full() -> usize {
    texts(&sheets(paper("消耗品費", 100))[0]).len() - 1
}

#[test]
fn what_spills_over_by_a_little_stays_whole_in_letters_of_the_same_size() {
    let (airy, full) = (step(&sheets(paper("消耗品費", 10))[0]), full());
    assert_eq!(sheets(paper("消耗品費", full)).len(), 1);
    for more in 1..=full / 10 {
        let sheets = sheets(paper("消耗品費", full + more));
        assert_eq!(sheets.len(), 1, "{more} rows more");
        assert!(step(&sheets[0]) < airy - 1.0, "{more} rows more");
        assert!(texts(&sheets[0])[1..].iter().all(|text| (text.size - 9.5).abs() < 0.01));
    }
}

#[test]
fn what_spills_over_by_more_keeps_its_air() {
    let airy = step(&sheets(paper("消耗品費", 10))[0]);
    let sheets = sheets(paper("消耗品費", full() * 13 / 10));
    assert_eq!(sheets.len(), 2);
    assert!((step(&sheets[0]) - airy).abs() < 0.01);
}

#[test]
fn each_part_between_page_breaks_has_the_air_it_needs() {
    let airy = step(&sheets(paper("消耗品費", 10))[0]);
    let parts = [paper("消耗品費", 10), paper("消耗品費", full() + 2), paper("消耗品費", 10)];
    let sheets = sheets(parts.join(&Block::PageBreak));
    assert_eq!(sheets.len(), 3);
    let steps: Vec<bool> = sheets.iter().map(|sheet| (step(sheet) - airy).abs() < 0.01).collect();
    assert_eq!(steps, [true, false, true]);
}

#[test]
fn rows_to_be_written_by_hand_stay_as_high_as_they_are() {
    let mut blocks = paper("消耗品費", full() - 4);
    blocks.extend(paper("", 4).into_iter().skip(1));
    let sheets = sheets(blocks);
    assert_eq!(sheets.len(), 1);
    let mut ends: Vec<f32> = sheets[0].items.iter().filter_map(level).collect();
    ends.sort_by(f32::total_cmp);
    ends.dedup_by(|a, b| (*a - *b).abs() < 0.1);
    let [.., a, b] = ends[..] else { panic!("rules") };
    assert!((b - a - 18.9).abs() < 0.05, "{}", b - a);
}

/// The height of a rule that lies.
fn level(item: &Item) -> Option<f32> {
    match item {
        Item::Line(line) if (line.y1 - line.y2).abs() < 0.01 => Some(line.y1),
        _ => None,
    }
}
