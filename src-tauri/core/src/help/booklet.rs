//! 使い方 on paper: every page of help after a cover and 目次, on A5, so that printed on A4 its letters are large.

use std::sync::{Arc, OnceLock};

use paper::{
    Align, Block, Cell, Column, Document, LabelLine, Negative, Orientation, Photo, Picture, PictureForm, Place, Role,
    Row, Run, Table, Typeface, Value,
};
use serde::Deserialize;

use super::{HelpPage, HelpPart, named, pages, picture};

/// Width and height of the screens that the pictures show.
const SCREEN: (u32, u32) = (1024, 768);

/// `assets/help/booklet.toml`
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    lead: String,
    contents: String,
    page: String,
    note: String,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    let read = || toml::from_str(std::str::from_utf8(named("booklet.toml")?).ok()?).ok();
    WORDS.get_or_init(|| read().unwrap_or_default())
}

/// まちの事務局　使い方
pub fn title() -> &'static str {
    &words().title
}

/// Cover and 目次; `starts` tells on which page each page of help begins.
pub fn front(starts: &[usize]) -> Document {
    let words = words();
    let lines = pages().iter().enumerate().map(|(nth, page)| {
        let at = starts.get(nth).map_or(Value::Blank, |at| Value::Count(*at as i64));
        row(Role::Item, [Value::text(page.title.as_str()), at])
    });
    let table = Table {
        caption: None,
        unit: None,
        columns: vec![column(6, Align::Left), column(1, Align::Right)],
        head: vec![row(Role::Head, [Value::text(words.contents.as_str()), Value::text(words.page.as_str())])],
        rows: lines.collect(),
    };
    document(vec![
        Block::Space(40),
        heading(0, title()),
        Block::Space(10),
        paragraph(&words.lead),
        Block::PageBreak,
        Block::Table(table),
    ])
}

/// A page of help: what it is for, the steps, what is good to know, and the screen.
pub fn document_of(page: &HelpPage) -> Document {
    let (mut blocks, mut steps, mut notes) = (vec![heading(1, &page.title)], Vec::new(), Vec::new());
    for part in &page.parts {
        match part {
            HelpPart::Text(text) => blocks.push(paragraph(text)),
            HelpPart::Step(text) => {
                steps.push(LabelLine { label: (steps.len() + 1).to_string(), runs: vec![Run::form(text.as_str())] });
            }
            HelpPart::Note(text) => notes.push(row(Role::Item, [Value::text(text.as_str())])),
        }
    }
    blocks.push(Block::Lines { lines: steps, place: Place::Left });
    if !notes.is_empty() {
        let head = vec![row(Role::Head, [Value::text(words().note.as_str())])];
        let columns = vec![column(1, Align::Left)];
        blocks.push(Block::Table(Table { caption: None, unit: None, columns, head, rows: notes }));
    }
    blocks.extend(picture(&page.id).map(|bytes| Block::Figure(screen(&page.id, bytes))));
    document(blocks)
}

fn screen(id: &str, bytes: &[u8]) -> Photo {
    let (width, height) = SCREEN;
    let picture = Picture { width, height, form: PictureForm::Colour, bytes: bytes.to_vec() };
    Photo { key: id.to_owned(), caption: Vec::new(), picture: Some(Arc::new(picture)) }
}

fn document(blocks: Vec<Block>) -> Document {
    Document {
        title: title().to_owned(),
        orientation: Orientation::Small,
        typeface: Typeface::Gothic,
        negative: Negative::White,
        running_head: None,
        stamp: Vec::new(),
        page_numbers: false,
        blocks,
    }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, runs: vec![Run::form(text)] }
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph { runs: vec![Run::form(text)], align: Align::Left }
}

fn column(width: u16, align: Align) -> Column {
    Column { width, align, ..Column::default() }
}

fn row<const N: usize>(role: Role, values: [Value; N]) -> Row {
    let cell = |value| Cell { value, ..Cell::default() };
    Row { role, cells: values.into_iter().map(cell).collect() }
}
