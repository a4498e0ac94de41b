//! A list as a paper.

use chrono::NaiveDate;
use paper::{Align, Block, Cell, Document, Role, Row, Run, Signer, Source, Table, Typeface, Value, wareki};

use super::words::{fill, words};
use super::{Arranged, ListChoice, Section};

/// Who puts a paper out.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sender {
    /// 協議会の名
    pub council: String,
    /// 郵便番号
    pub postal: String,
    /// 住所
    pub address: String,
    /// 電話
    pub phone: String,
    /// 令和7年度
    pub year: String,
}

impl Sender {
    /// Whom to ask: the council, with its telephone where it has one.
    pub(super) fn contact(&self) -> String {
        if self.phone.is_empty() { self.council.clone() } else { format!("{}（{}）", self.council, self.phone) }
    }
}

/// The paper of a list; `stamp` stands on every page.
pub fn compose(
    list: &Arranged,
    choice: &ListChoice,
    sender: &Sender,
    today: NaiveDate,
    stamp: Vec<String>,
) -> Document {
    let title = format!("{}　{}　{}", sender.year, sender.council, choice.title);
    let count = list.count.to_string();
    let as_of = [("day", wareki::long(today)), ("count", count), ("unit", list.unit.clone())];
    let as_of: Vec<(&str, &str)> = as_of.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut blocks = vec![
        Block::Heading { level: 1, runs: vec![Run::form(&title)] },
        Block::Paragraph { runs: vec![Run::form(fill(&words().as_of, &as_of))], align: Align::Right },
    ];
    for section in &list.sections {
        blocks.push(Block::Table(table(list, section)));
        blocks.push(Block::Space(3));
    }
    blocks.push(Block::Paragraph { runs: vec![Run::form(&words().note)], align: Align::Left });
    document(title.clone(), choice.orientation, blocks, Document { running_head: Some(title), stamp, ..blank() })
}

/// A paper in ゴシック with page numbers.
pub(super) fn document(title: String, orientation: paper::Orientation, blocks: Vec<Block>, like: Document) -> Document {
    Document { title, orientation, typeface: Typeface::Gothic, page_numbers: true, blocks, ..like }
}

/// Room for a name under a paper, never on a page without it.
pub(super) fn signed(label: &str) -> Block {
    let name = Run { text: String::new(), source: Source::Missing("signer".to_owned()) };
    Block::Signature(vec![Signer { office: label.to_owned(), name, seal: false }])
}

/// A paper with nothing on it.
pub(super) fn blank() -> Document {
    Document {
        title: String::new(),
        orientation: paper::Orientation::Portrait,
        typeface: Typeface::Gothic,
        negative: paper::Negative::default(),
        running_head: None,
        stamp: Vec::new(),
        page_numbers: false,
        blocks: Vec::new(),
    }
}

fn table(list: &Arranged, section: &Section) -> Table {
    let caption = format!("{}　{}{}", section.label, section.rows.len(), list.unit);
    Table {
        caption: (!section.label.is_empty()).then_some(caption),
        unit: None,
        columns: list.columns.iter().map(|column| column.column()).collect(),
        head: vec![Row::head(list.columns.iter().map(|column| column.label.as_str()))],
        rows: section.rows.iter().map(|cells| row(cells)).collect(),
    }
}

fn row(cells: &[Value]) -> Row {
    let cell = |value: &Value| Cell { value: value.clone(), source: Source::Form, ..Cell::default() };
    Row { role: Role::Item, cells: cells.iter().map(cell).collect() }
}
