//! Ruled tables.

use paper::{Align, Calc, Cell, Fit, Role, Row, Table, Typeface, Value, column_letters, theme};

use super::grid::WIDTH;
use super::look::{Height, Look, Rules, Shown};
use super::sheet::{Area, Content, Sheet};
use super::{measure, page, picture};
use crate::Error;

/// A rule of this many hundredths of a point counts as a strong one.
const STRONG: u16 = 100;

/// Letters are made no smaller than by this, so that they can be read.
const LEAST: f64 = 0.8;

/// Parts of a formula beyond this many would be refused by Excel.
const PARTS: usize = 200;

/// A table of so few rows stays on one page, as a sum with its parts.
const SHORT: u32 = 6;

/// A cell and where it stands in its table.
pub(crate) struct Placed<'t> {
    pub row: usize,
    pub col: usize,
    pub cell: &'t Cell,
}

impl Sheet<'_> {
    pub fn table(&mut self, table: &Table, lines: &[u32]) -> Result<(), Error> {
        self.caption(table, lines)?;
        let head = self.row;
        self.rows(table, &table.head, lines, head)?;
        self.keep(table.head.len());
        if page::repeats_head(self.document, &table.head) {
            self.sheet.set_repeat_rows(head, self.row - 1)?;
            self.repeat(table.head.len());
        }
        let first = self.row;
        self.rows(table, &table.rows, lines, first)?;
        self.keep_ends(first);
        Ok(())
    }

    /// A short table stays whole; of a long one, neither its first row nor its sums stand alone on a page.
    fn keep_ends(&mut self, first: u32) {
        let (last, count) = (self.row.saturating_sub(1), self.row - first);
        if count > SHORT {
            self.keep_whole(first, first + 1);
            self.keep_whole(last - 2, last);
        } else if count > 1 {
            self.keep_whole(first, last);
        }
    }

    /// What the table is called at the left and its unit at the right.
    fn caption(&mut self, table: &Table, lines: &[u32]) -> Result<(), Error> {
        if !table.has_caption() {
            return Ok(());
        }
        let middle = lines.iter().copied().min_by_key(|line| line.abs_diff(WIDTH * 7 / 10)).unwrap_or(WIDTH);
        let look = Look { height: Height::Bottom, ..self.bold(theme::BODY) };
        let unit = Look { align: Align::Right, size: theme::TABLE, bold: false, ..look };
        let (caption_to, unit_from) = match (&table.caption, &table.unit) {
            (Some(_), Some(_)) if (1..WIDTH).contains(&middle) => (middle, middle),
            (Some(_), _) => (WIDTH, WIDTH),
            (None, _) => (0, 0),
        };
        if let Some(caption) = &table.caption {
            self.put(self.across(0, caption_to), &Content::Text(caption), look)?;
        }
        if let (Some(words), true) = (&table.unit, unit_from < WIDTH) {
            self.put(self.across(unit_from, WIDTH), &Content::Text(words), unit)?;
        }
        let words = table.caption.as_deref().unwrap_or_default();
        self.end_row(self.height_of(words, look, caption_to.max(1)) + 4.0)?;
        self.keep(1);
        Ok(())
    }

    /// Writes rows; `first` is the sheet's row of the first of them.
    fn rows(&mut self, table: &Table, rows: &[Row], lines: &[u32], first: u32) -> Result<(), Error> {
        let mut heights = vec![self.height_of("", Look { size: theme::TABLE, ..self.plain() }, WIDTH); rows.len()];
        let (mut pictures, mut spans) = (Vec::new(), Vec::new());
        for placed in place(rows, table.columns.len()) {
            let area = area(&placed, lines, first, rows.len());
            let look = self.look(table, rows[placed.row].role, &placed);
            let look = self.legible(look, &placed.cell.value.shown(self.document.negative), area.right - area.left);
            let content = self.content(placed.cell, area.left, first);
            self.put(area, &content, look)?;
            spans.extend((area.top < area.bottom).then_some((area.top, area.bottom)));
            if let Some(picture) = &placed.cell.picture {
                heights[placed.row] = picture::ROW;
                pictures.push((area, picture));
            }
            if area.top == area.bottom && look.fit == Fit::Wrap {
                let indent = "　".repeat(usize::from(look.indent));
                let words = format!("{indent}{}", placed.cell.value.shown(self.document.negative));
                let height = self.height_of(&words, look, area.right - area.left);
                heights[placed.row] = heights[placed.row].max(height);
            }
        }
        heights.into_iter().try_for_each(|height| self.end_row(height.min(409.0)))?;
        spans.into_iter().for_each(|(top, bottom)| self.keep_whole(top, bottom));
        pictures.into_iter().try_for_each(|(area, picture)| self.picture(area, picture))
    }

    fn look(&self, table: &Table, role: Role, placed: &Placed) -> Look {
        let row = theme::row_look(role);
        let column = &table.columns[placed.col];
        let align = placed.cell.align.unwrap_or(match role {
            Role::Head => Align::Center,
            Role::Note => Align::Left,
            _ => column.align,
        });
        // Words stand off the number in the cell before them.
        let is_words = Shown::of(&placed.cell.value) == Shown::Words;
        let indent = u8::from(is_words && matches!(align, Align::Auto | Align::Left) && placed.col > 0);
        Look {
            typeface: if row.bold { Typeface::Gothic } else { self.document.typeface },
            size: if placed.cell.small { theme::SMALL } else { theme::TABLE },
            bold: row.bold,
            align,
            fit: column.fit,
            shown: Shown::of(&placed.cell.value),
            rules: if row.rule_above >= STRONG { Rules::StrongAbove } else { Rules::Thin },
            shade: row.shade,
            indent,
            ..self.plain()
        }
    }

    /// Words that would have to be made small to fit on one line take two.
    fn legible(&self, look: Look, words: &str, parts: u32) -> Look {
        let wanted = measure::pixels(paper::text::width(words) + 2 * usize::from(look.indent), look.size);
        let is_small = look.shown == Shown::Words && self.pixels(parts) < wanted * LEAST;
        if look.fit == Fit::Shrink && is_small { Look { fit: Fit::Wrap, ..look } } else { look }
    }

    fn content<'c>(&self, cell: &'c Cell, left: u32, first: u32) -> Content<'c> {
        let column = column_letters(u32::from(self.grid.column(left)) + 1);
        let sum = cell.calc.as_ref().and_then(|Calc::Sum(rows)| sum(rows, &column, first));
        match (sum, &cell.value) {
            (Some(formula), Value::Yen(n) | Value::Count(n)) => Content::Sum(formula, *n),
            (_, Value::Text(words)) if !cell.underlined.is_empty() => Content::Marked(cell.stretches(words)),
            _ => Content::Value(&cell.value),
        }
    }
}

fn area(placed: &Placed, lines: &[u32], first: u32, rows: usize) -> Area {
    let bottom = (placed.row + usize::from(placed.cell.row_span.max(1))).min(rows) - 1;
    let right = (placed.col + usize::from(placed.cell.col_span.max(1))).min(lines.len() - 1);
    Area { top: first + placed.row as u32, bottom: first + bottom as u32, left: lines[placed.col], right: lines[right] }
}

/// Cells at their places; what a span covers from above or from the left has none.
pub(crate) fn place(rows: &[Row], columns: usize) -> Vec<Placed<'_>> {
    let mut covered = vec![0; columns];
    let mut placed = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let mut cells = row.cells.iter();
        let mut col = 0;
        while col < columns {
            if covered[col] > 0 {
                covered[col] -= 1;
                col += 1;
                continue;
            }
            let Some(cell) = cells.next() else { break };
            let span = usize::from(cell.col_span.max(1));
            placed.push(Placed { row: number, col, cell });
            covered.iter_mut().skip(col).take(span).for_each(|covered| *covered = cell.row_span.max(1) - 1);
            col += span;
        }
    }
    placed
}

/// =SUM(D5:D9,D11) over rows of the table; neighbours are taken together.
fn sum(rows: &[u32], column: &str, first: u32) -> Option<String> {
    let runs = rows.chunk_by(|a, b| *b == a + 1).map(|run| (first + run[0] + 1, first + run[run.len() - 1] + 1));
    let parts: Vec<String> = runs
        .map(
            |(top, bottom)| {
                if top == bottom { format!("{column}{top}") } else { format!("{column}{top}:{column}{bottom}") }
            },
        )
        .collect();
    (1..=PARTS).contains(&parts.len()).then(|| format!("=SUM({})", parts.join(",")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_take_neighbours_together() {
        assert_eq!(sum(&[0, 1, 2, 5, 7, 8], "D", 4).as_deref(), Some("=SUM(D5:D7,D10,D12:D13)"));
        assert_eq!(sum(&[], "D", 4), None);
        let apart: Vec<u32> = (0..1000).map(|n| n * 2).collect();
        assert_eq!(sum(&apart, "D", 4), None, "longer than Excel takes: the number alone is written");
    }

    #[test]
    fn spans_move_what_follows() {
        let cell = |text: &str, col_span, row_span| Cell { col_span, row_span, ..Cell::form(text) };
        let rows = [
            Row { cells: vec![cell("a", 1, 2), cell("b", 2, 1), cell("c", 1, 1)], ..Row::default() },
            Row { cells: vec![cell("d", 1, 1), cell("e", 2, 1)], ..Row::default() },
        ];
        let places: Vec<(usize, usize)> = place(&rows, 4).iter().map(|p| (p.row, p.col)).collect();
        assert_eq!(places, [(0, 0), (0, 1), (0, 3), (1, 1), (1, 2)]);
    }
}
