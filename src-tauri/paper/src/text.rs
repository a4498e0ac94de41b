//! Third writer: a document as plain text with East-Asian widths, for goldens and for «copy as text».

use crate::{Align, Block, Cell, Chart, Document, Negative, Photo, Row, Run, Table, Value};

/// The document as plain text, one line per line of the paper, tables in columns.
pub fn write(document: &Document) -> String {
    let mut out = String::new();
    if !document.stamp.is_empty() {
        line(&mut out, &format!("［{}］", document.stamp.join("　")));
    }
    for block in &document.blocks {
        write_block(&mut out, block, document.negative);
    }
    out
}

fn write_block(out: &mut String, block: &Block, negative: Negative) {
    match block {
        Block::Heading { runs, level } => line(out, &format!("{} {}", "#".repeat(usize::from(*level)), words(runs))),
        Block::Paragraph { runs, .. } => line(out, &words(runs)),
        Block::Lines { lines, .. } => lines.iter().for_each(|l| line(out, &format!("{}　{}", l.label, words(&l.runs)))),
        Block::Table(table) => write_table(out, table, negative),
        Block::Chart(chart) => write_table(out, &chart_table(chart), negative),
        Block::Tree(tree) => tree.blocks().iter().for_each(|block| write_block(out, block, negative)),
        Block::Signature(signers) => {
            for signer in signers {
                let seal = if signer.seal { "　㊞" } else { "" };
                line(out, &format!("{}　{}{seal}", signer.office, signer.name.text));
            }
        }
        Block::Photos(photos) => photos.iter().for_each(|one| photo(out, one)),
        Block::Figure(one) => photo(out, one),
        Block::Qr(words) => line(out, &format!("［QRコード］{words}")),
        Block::Space(_) => line(out, ""),
        Block::Copy(_) if out.is_empty() => {}
        Block::PageBreak | Block::Copy(_) => line(out, "----"),
    }
}

fn photo(out: &mut String, photo: &Photo) {
    line(out, &format!("［写真］{}", words(&photo.caption)));
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn line(out: &mut String, text: &str) {
    out.push_str(text.trim_end());
    out.push('\n');
}

/// The numbers of a chart as a table: one row per label, one column per series.
pub fn chart_table(chart: &Chart) -> Table {
    let mut head = vec![format!("{}（{}）", chart.title, chart.unit)];
    head.extend(chart.series.iter().map(|s| s.name.clone()));
    let rows = chart.labels.iter().enumerate().map(|(i, label)| {
        let mut cells = vec![Cell::form(label)];
        cells.extend(
            chart
                .series
                .iter()
                .map(|s| Cell { value: s.values.get(i).cloned().unwrap_or_default(), ..Cell::default() }),
        );
        Row { cells, ..Row::default() }
    });
    Table {
        columns: vec![crate::Column { width: 1, ..Default::default() }; head.len()],
        rows: rows.collect(),
        head: vec![Row::head(head)],
        ..Table::default()
    }
}

fn write_table(out: &mut String, table: &Table, negative: Negative) {
    if let Some(caption) = &table.caption {
        line(out, &format!("【{caption}】{}", table.unit.as_deref().unwrap_or("")));
    }
    let grid: Vec<Vec<(String, Align)>> = place(table, negative);
    let widths: Vec<usize> = (0..table.columns.len())
        .map(|c| grid.iter().filter_map(|row| row.get(c)).map(|(t, _)| width(t)).max().unwrap_or(0))
        .collect();
    for row in &grid {
        let cells: Vec<String> = row.iter().zip(&widths).map(|((text, align), w)| pad(text, *w, *align)).collect();
        line(out, &cells.join(" | "));
    }
}

/// Cells at their column, spans left blank.
fn place(table: &Table, negative: Negative) -> Vec<Vec<(String, Align)>> {
    let columns = table.columns.len();
    let mut covered = vec![0u16; columns];
    let mut grid = Vec::new();
    for row in table.head.iter().chain(&table.rows) {
        let mut placed = vec![(String::new(), Align::Left); columns];
        let mut cells = row.cells.iter();
        let mut c = 0;
        while c < columns {
            if covered[c] > 0 {
                covered[c] -= 1;
                c += 1;
                continue;
            }
            let Some(cell) = cells.next() else { break };
            placed[c] = (shown(cell, negative), align_of(cell, table.columns[c].align));
            for covered in covered.iter_mut().skip(c).take(usize::from(cell.col_span)) {
                *covered = cell.row_span - 1;
            }
            c += usize::from(cell.col_span.max(1));
        }
        grid.push(placed);
    }
    grid
}

/// The words of a cell on one line, with ＿ around what is underlined.
fn shown(cell: &Cell, negative: Negative) -> String {
    let words = cell.value.shown(negative);
    let mark =
        |(words, is_underlined): (&str, bool)| if is_underlined { format!("＿{words}＿") } else { words.to_owned() };
    cell.stretches(&words).into_iter().map(mark).collect::<String>().replace('\n', " ")
}

fn align_of(cell: &Cell, column: Align) -> Align {
    match cell.align.unwrap_or(column) {
        Align::Auto if cell.value.is_number() => Align::Right,
        Align::Auto => Align::Left,
        align => align,
    }
}

fn pad(text: &str, to: usize, align: Align) -> String {
    let gap = " ".repeat(to.saturating_sub(width(text)));
    if align == Align::Right { format!("{gap}{text}") } else { format!("{text}{gap}") }
}

/// Columns that a text takes on a terminal: two for a full-width character, none for a variation selector.
pub fn width(text: &str) -> usize {
    text.chars().map(char_width).sum()
}

fn char_width(c: char) -> usize {
    match u32::from(c) {
        0xFE00..=0xFE0F | 0xE0100..=0xE01EF | 0x3099 | 0x309A => 0,
        0xFF61..=0xFFDC | 0..=0x10FF => 1,
        _ => 2,
    }
}

/// Every number that the document shows, in reading order: the multiset that all writers must share.
pub fn numbers(document: &Document) -> Vec<Value> {
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table.clone()),
        Block::Chart(chart) => Some(chart_table(chart)),
        _ => None,
    });
    tables.flat_map(|t| t.rows.into_iter().flat_map(|r| r.cells)).map(|c| c.value).filter(Value::is_number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Column, Role};

    #[test]
    fn tables_line_up_by_east_asian_width() {
        let table = Table {
            columns: vec![Column::default(); 2],
            head: vec![Row::head(["科目", "金額"])],
            rows: vec![
                Row {
                    cells: vec![Cell::form("会議費"), Cell { value: Value::Yen(1200), ..Cell::default() }],
                    ..Row::default()
                },
                Row {
                    role: Role::Total,
                    cells: vec![Cell::form("合計"), Cell { value: Value::Yen(-5), ..Cell::default() }],
                },
            ],
            ..Table::default()
        };
        let mut out = String::new();
        write_table(&mut out, &table, Negative::White);
        assert_eq!(out, "科目   | 金額\n会議費 | 1,200\n合計   |   △5\n");
    }
}
