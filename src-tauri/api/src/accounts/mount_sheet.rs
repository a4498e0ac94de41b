//! 領収書貼付台紙 as a workbook: a row for each frame, with its day and its amount as such, and the photograph beside it.

use office::accounts::{MountFrame, MountItem};
use paper::{
    Align, Block, Calc, Cell, Column, Document, Fit, Negative, Orientation, PictureForm, Place, Role, Row, Run,
};
use paper::{LabelLine, Table, Typeface, Value};

use super::mounted::Mounted;
use super::mounts::{Inside, number, pasted};

/// Widths of 番号, 日付, 発行した人, 但し書き, 金額, 写し.
const WIDTHS: [u16; 6] = [14, 13, 20, 24, 12, 40];
const HEADS: [&str; 6] = ["番号", "日付", "発行した人", "但し書き", "金額", "写し"];

/// The frames of a year by 科目, each 科目 on pages of its own.
pub(super) fn document(title: &str, council: &str, items: &[MountItem], inside: &Inside) -> Document {
    let body = LabelLine { label: "団体名".to_owned(), runs: vec![Run::form(council)] };
    let mut blocks = vec![
        Block::Heading { level: 1, runs: vec![Run::form(title)] },
        Block::Lines { lines: vec![body], place: Place::Right },
    ];
    for (nth, item) in items.iter().enumerate() {
        if nth > 0 {
            blocks.push(Block::PageBreak);
        }
        blocks.push(Block::Heading { level: 2, runs: vec![Run::form(item.item.label())] });
        blocks.push(Block::Table(table(item, inside)));
    }
    Document {
        title: title.to_owned(),
        orientation: Orientation::Portrait,
        typeface: Typeface::Gothic,
        negative: Negative::White,
        running_head: None,
        stamp: Vec::new(),
        page_numbers: true,
        blocks,
    }
}

fn table(item: &MountItem, inside: &Inside) -> Table {
    let mut rows: Vec<Row> = item.frames.iter().flat_map(|frame| rows(frame, inside)).collect();
    let all = (0..rows.len() as u32).collect();
    let sum = Cell { calc: Some(Calc::Sum(all)), ..value(Value::from(item.settled_yen)) };
    rows.push(Row {
        role: Role::Total,
        cells: vec![Cell { col_span: 4, ..Cell::form("計（決算額）") }, sum, Cell::default()],
    });
    Table {
        unit: Some("（単位：円）".to_owned()),
        columns: WIDTHS.map(|width| Column { width, align: Align::Auto, fit: Fit::Wrap }).to_vec(),
        head: vec![Row::head(HEADS)],
        rows,
        ..Table::default()
    }
}

/// A receipt, and a row more for each further picture of it.
fn rows(frame: &MountFrame, inside: &Inside) -> Vec<Row> {
    let (on, whom, what) = match frame.receipt {
        Some(receipt) => (receipt.dated_on, &receipt.issuer, &receipt.purpose),
        None => (Some(frame.entry.entered_on), &frame.entry.counterparty, &frame.entry.description),
    };
    let seen = frame.receipt.filter(|_| !frame.is_elsewhere).and_then(|receipt| inside.get(&receipt.id));
    let mut copies = seen.into_iter().flatten().map(copy);
    let first = copies.next().unwrap_or_else(|| Cell::form(pasted(frame)));
    let day = value(on.map_or(Value::Blank, Value::Date));
    let words = [whom, what].map(|words| value(Value::text(words)));
    let [whom, what] = words;
    let cells = vec![Cell::form(number(frame)), day, whom, what, value(Value::from(frame.amount_yen)), first];
    let more = copies.map(|copy| {
        let blanks = (0..4).map(|_| Cell::default());
        Row {
            role: Role::Item,
            cells: [Cell::form(format!("{}のつづき", number(frame)))].into_iter().chain(blanks).chain([copy]).collect(),
        }
    });
    std::iter::once(Row { role: Role::Item, cells }).chain(more.collect::<Vec<_>>()).collect()
}

fn copy(seen: &Mounted) -> Cell {
    match seen {
        Mounted::Picture(picture) if picture.form == PictureForm::Page => {
            Cell::form("PDFの写しは「領収書の写し」（ZIP）にあります")
        }
        Mounted::Picture(picture) => Cell { picture: Some(picture.clone()), ..Cell::default() },
        Mounted::Words(words) => Cell::form(words),
    }
}

fn value(value: Value) -> Cell {
    Cell { value, ..Cell::default() }
}
