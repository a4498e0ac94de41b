//! 収集用紙: forms on which people write about themselves. What it is used for is printed on each.

use std::sync::OnceLock;

use paper::{Align, Block, Cell, Column, Document, Orientation, Row, Run, Table, Value};
use serde::Deserialize;

use super::Sender;
use super::compose::{blank, document, signed};
use super::words::fill;
use crate::{Error, Result};

/// One form.
#[derive(Debug, Deserialize)]
pub struct CollectForm {
    /// Key.
    pub id: String,
    /// 加入申込書
    pub title: String,
    lead: String,
    groups: Vec<Fields>,
    /// 利用目的, each a sentence.
    pub purposes: Vec<String>,
    choices: Vec<String>,
}

#[derive(Debug, Deserialize)]
struct Fields {
    title: String,
    rows: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct File {
    #[serde(rename = "form")]
    forms: Vec<CollectForm>,
    words: FormWords,
}

#[derive(Debug, Default, Deserialize)]
struct FormWords {
    purpose: String,
    rules: String,
    date: String,
    signer: String,
}

/// The file; a test holds it readable.
pub(super) const FILE: &str = include_str!("../../../../assets/words/collect.toml");

fn file() -> &'static File {
    static FORMS: OnceLock<File> = OnceLock::new();
    FORMS.get_or_init(|| toml::from_str(FILE).unwrap_or_default())
}

/// All forms.
pub fn collect_forms() -> &'static [CollectForm] {
    &file().forms
}

/// One form as a paper of the council.
pub fn collect(id: &str, sender: &Sender) -> Result<Document> {
    let form = collect_forms().iter().find(|form| form.id == id).ok_or_else(|| Error::refused("lists.no_such_form"))?;
    let words = &file().words;
    let contact = sender.contact();
    let places = [("council", sender.council.as_str()), ("contact", &contact)];
    let paragraph = |text: &str| Block::Paragraph { runs: vec![Run::form(fill(text, &places))], align: Align::Left };
    let mut blocks = vec![
        Block::Heading { level: 1, runs: vec![Run::form(&form.title)] },
        Block::Paragraph { runs: vec![Run::form(&words.date)], align: Align::Right },
        paragraph(&form.lead),
        Block::Space(2),
    ];
    blocks.extend(form.groups.iter().flat_map(|group| [Block::Table(table(group)), Block::Space(3)]));
    blocks.push(paragraph(&words.purpose));
    let purposes = form.purposes.iter().zip(["１", "２", "３", "４", "５"]);
    blocks.extend(purposes.map(|(purpose, number)| paragraph(&format!("{number}　{purpose}"))));
    blocks.push(Block::Space(2));
    blocks.extend(form.choices.iter().map(|choice| paragraph(choice)));
    blocks.extend([paragraph(&words.rules), Block::Space(2), signed(&words.signer)]);
    Ok(document(form.title.clone(), Orientation::Portrait, blocks, blank()))
}

fn table(group: &Fields) -> Table {
    // A line of its own height, so that a hand has room.
    let room = || Cell { value: Value::text("\n"), ..Cell::default() };
    Table {
        caption: Some(group.title.clone()),
        columns: [16, 60].map(|width| Column { width, ..Column::default() }).to_vec(),
        rows: group.rows.iter().map(|label| Row { cells: vec![Cell::form(label), room()], ..Row::default() }).collect(),
        ..Table::default()
    }
}
