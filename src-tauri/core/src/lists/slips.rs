//! 名簿確認票: what the roster says of somebody, to be corrected by hand and sent back.

use chrono::NaiveDate;
use paper::{Align, Block, Cell, Column, Document, Orientation, Row, Run, Table, Value, wareki};

use super::compose::{blank, document, signed};
use super::row::by_home;
use super::words::{ColumnWords, fill, words};
use super::{ListChoice, Records, Row as Record, Sender, chosen};

/// Columns that nobody can correct on a slip.
const OWN: [&str; 2] = ["number", "check"];

/// One page for each record, or for each household when those of one address share theirs.
pub fn slips(
    records: &Records,
    choice: &ListChoice,
    is_joined: bool,
    sender: &Sender,
    due_on: Option<NaiveDate>,
) -> Document {
    let column = |key: &String| records.columns.iter().find(|column| column.key == *key);
    let columns: Vec<&ColumnWords> =
        choice.columns.iter().filter(|key| !OWN.contains(&key.as_str())).filter_map(column).collect();
    let mut blocks = Vec::new();
    let asked: Vec<&Record> =
        chosen(&records.rows, choice).into_iter().filter(|row| row.addressed().is_some()).collect();
    for group in by_home(&asked, is_joined) {
        if !blocks.is_empty() {
            blocks.push(Block::PageBreak);
        }
        blocks.extend(page(&group, &columns, sender, due_on));
    }
    let title = format!("{}　{}", sender.year, words().slip.title);
    Document { page_numbers: false, ..document(title, Orientation::Portrait, blocks, blank()) }
}

fn page(group: &[&Record], columns: &[&ColumnWords], sender: &Sender, due_on: Option<NaiveDate>) -> Vec<Block> {
    let slip = &words().slip;
    let due = due_on.map_or_else(|| slip.no_due.clone(), |day| fill(&slip.due, &[("day", &wareki::long(day))]));
    let contact = sender.contact();
    let places = [("council", sender.council.as_str()), ("contact", &contact), ("due", &due)];
    let paragraph = |text: &str| Block::Paragraph { runs: vec![Run::form(fill(text, &places))], align: Align::Left };
    let heading = |row: &&Record| fill(&slip.heading, &[("name", &row.addressed().unwrap_or_default())]);
    let names: Vec<String> = group.iter().map(heading).collect();
    let mut blocks = vec![
        Block::Heading { level: 1, runs: vec![Run::form(&slip.title)] },
        Block::Heading { level: 2, runs: vec![Run::form(names.join("　"))] },
        paragraph(&slip.lead),
        Block::Space(3),
    ];
    for row in group {
        blocks.extend([Block::Table(table(row, columns)), Block::Space(4)]);
    }
    blocks.push(paragraph(&slip.purpose));
    blocks.push(Block::Paragraph { runs: vec![Run::form(&slip.signed)], align: Align::Right });
    blocks.push(signed(&slip.signer));
    blocks
}

/// Field, what is recorded, and room for what is right.
fn table(row: &Record, columns: &[&ColumnWords]) -> Table {
    let slip = &words().slip;
    let line = |column: &&ColumnWords| Row {
        cells: vec![
            Cell::form(&column.label),
            Cell { value: row.value(&column.key), align: Some(Align::Left), ..Cell::default() },
            // A line of its own height, so that a hand has room.
            Cell { value: Value::text("\n"), ..Cell::default() },
        ],
        ..Row::default()
    };
    Table {
        columns: [14, 34, 34].map(|width| Column { width, ..Column::default() }).to_vec(),
        head: vec![Row::head([&slip.field, &slip.now, &slip.right])],
        rows: columns.iter().map(line).collect(),
        ..Table::default()
    }
}
