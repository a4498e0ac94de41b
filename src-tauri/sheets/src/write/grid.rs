//! One sheet has one set of columns, a paper has tables with columns of their own. The grid holds every table's
//! lines, near ones drawn together; a cell of a table covers the columns between its lines.

use paper::{Block, Document, LabelLine, Place, Signer, Table, text, theme};

use super::{page, tree};

/// The width of the paper in parts.
pub(crate) const WIDTH: u32 = 10_000;

/// Lines of tables nearer than this are one line.
const SAME: u32 = 150;

/// How far to the right a line of labels or charts may move to meet one that is there already.
const NEAR: u32 = 1_500;

/// The part that a block at the right takes, as in the PDF.
const RIGHT: u32 = 5_600;

/// The lines of the sheet, left edge and right edge among them.
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    lines: Vec<u32>,
}

/// The grid and, for each block, the lines that it stands between.
pub(crate) struct Plan {
    pub grid: Grid,
    pub lines: Vec<Vec<u32>>,
}

impl Plan {
    pub fn of(document: &Document) -> Plan {
        let mut grid = Grid { lines: vec![0, WIDTH] };
        let mut lines = vec![vec![0, WIDTH]; document.blocks.len()];
        let width_mm = page::width_mm(document.orientation);
        // Tables first: their lines are the ones that others have to meet.
        for (block, lines) in document.blocks.iter().zip(&mut lines) {
            if let Block::Table(table) = block {
                *lines = grid.fit(&of_table(table), SAME, SAME);
            }
        }
        for (block, lines) in document.blocks.iter().zip(&mut lines) {
            let wanted = match block {
                Block::Lines { lines, place } => grid.moved(of_labels(lines.iter().map(label), *place, width_mm)),
                Block::Signature(signers) => grid.moved(of_labels(signers.iter().map(office), Place::Right, width_mm)),
                Block::Chart(chart) => evenly(chart.series.len() as u32 + 1),
                Block::Photos(_) => evenly(2),
                Block::Figure(_) => evenly(1),
                Block::Tree(tree) => {
                    *lines = grid.fit(&tree::lines(tree), tree::NARROWEST, tree::NARROWEST);
                    continue;
                }
                _ => continue,
            };
            *lines = grid.fit(&wanted, SAME, NEAR);
        }
        Plan { grid, lines }
    }
}

impl Grid {
    /// Lines of the grid for the wanted ones, in the same order; new ones are drawn where none is near.
    fn fit(&mut self, wanted: &[u32], left: u32, right: u32) -> Vec<u32> {
        let mut found = vec![0];
        for line in &wanted[1..wanted.len() - 1] {
            let last = found[found.len() - 1];
            let is_near =
                |known: &&u32| **known > last && **known < WIDTH && **known + left >= *line && **known <= *line + right;
            let nearest = self.lines.iter().filter(is_near).min_by_key(|known| known.abs_diff(*line)).copied();
            let chosen = nearest.unwrap_or_else(|| (*line).max(last + 1));
            if nearest.is_none() {
                self.lines.push(chosen);
                self.lines.sort_unstable();
            }
            found.push(chosen);
        }
        found.push(WIDTH);
        found
    }

    /// Labels that begin further to the right, where a line is there already, end further to the right, too: they keep
    /// their width.
    fn moved(&mut self, mut labels: Vec<u32>) -> Vec<u32> {
        if let [_, start, end, _] = labels.as_mut_slice() {
            let begun = self.fit(&[0, *start, WIDTH], SAME, NEAR)[1];
            *end = (*end + begun.saturating_sub(*start)).min(WIDTH - SAME);
            *start = begun;
        }
        labels
    }

    /// The column that begins at a line.
    pub fn column(&self, line: u32) -> u16 {
        self.lines.partition_point(|known| *known < line) as u16
    }

    /// Widths of the columns in parts.
    pub fn widths(&self) -> impl Iterator<Item = u32> {
        self.lines.windows(2).map(|pair| pair[1] - pair[0])
    }
}

/// Ends of the columns by their shares; however small a share, no two lines fall together.
fn of_table(table: &Table) -> Vec<u32> {
    let shares: Vec<u64> = table.columns.iter().map(|column| u64::from(column.width.max(1))).collect();
    let total: u64 = shares.iter().sum();
    let (mut lines, mut sum) = (vec![0], 0);
    for (left, share) in (0..shares.len() as u32).rev().zip(&shares) {
        sum += share;
        let after_last = lines[lines.len() - 1] + 1;
        lines.push(((sum * u64::from(WIDTH) / total) as u32).clamp(after_last, (WIDTH - left).max(after_last)));
    }
    if lines.len() == 1 { vec![0, WIDTH] } else { lines }
}

fn evenly(columns: u32) -> Vec<u32> {
    (0..=columns).map(|n| n * WIDTH / columns).collect()
}

fn label(line: &LabelLine) -> &str {
    &line.label
}

fn office(signer: &Signer) -> &str {
    &signer.office
}

/// A column as wide as the longest label, then the values.
fn of_labels<'a>(labels: impl Iterator<Item = &'a str>, place: Place, width_mm: u32) -> Vec<u32> {
    let longest = labels.map(text::width).max().unwrap_or(0) as u32;
    // Half-width columns of half an em each, in hundredths of a millimetre, and room on both sides.
    let label = longest * u32::from(theme::BODY) * 353 / 2 / 100 + 600;
    let start = if place == Place::Right { WIDTH - RIGHT } else { 0 };
    let end = (start + label * WIDTH / (width_mm * 100)).min(WIDTH - SAME);
    if start == 0 { vec![0, end, WIDTH] } else { vec![0, start, end, WIDTH] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_lines_are_one_and_far_ones_are_added() {
        let mut grid = Grid { lines: vec![0, WIDTH] };
        assert_eq!(grid.fit(&[0, 3000, 6000, WIDTH], SAME, SAME), [0, 3000, 6000, WIDTH]);
        assert_eq!(grid.fit(&[0, 3100, 8000, WIDTH], SAME, SAME), [0, 3000, 8000, WIDTH]);
        assert_eq!(grid.fit(&[0, 5000, WIDTH], SAME, NEAR), [0, 6000, WIDTH], "labels move to a line that is there");
        assert_eq!(grid.widths().collect::<Vec<_>>(), [3000, 3000, 2000, 2000]);
        assert_eq!(grid.column(8000), 3);
    }

    #[test]
    fn a_label_that_moves_to_a_line_keeps_its_width() {
        let mut grid = Grid { lines: vec![0, 5_300, 6_100, WIDTH] };
        let labels = grid.moved(vec![0, 4_400, 5_500, WIDTH]);
        let [_, start, end, _] = grid.fit(&labels, SAME, NEAR)[..] else { panic!("four lines") };
        assert_eq!(start, 5_300, "it begins where a line is");
        assert!(end - start >= 1_100 - SAME, "{start} {end}");
    }

    #[test]
    fn every_column_has_a_width() {
        let column = |width| paper::Column { width, ..paper::Column::default() };
        let table = |widths: &[u16]| Table { columns: widths.iter().map(|w| column(*w)).collect(), ..Table::default() };
        assert_eq!(of_table(&table(&[2, 1, 1])), [0, 5000, 7500, WIDTH]);
        assert_eq!(of_table(&table(&[u16::MAX, 1, 1])), [0, 9998, 9999, WIDTH]);
        assert_eq!(of_table(&table(&[0, u16::MAX])), [0, 1, WIDTH]);
        assert_eq!(of_table(&table(&[])), [0, WIDTH]);
    }

    #[test]
    fn narrow_columns_of_one_table_stay_apart() {
        let mut grid = Grid { lines: vec![0, WIDTH] };
        let lines = grid.fit(&[0, 100, 200, 250, WIDTH], SAME, SAME);
        assert!(lines.windows(2).all(|pair| pair[0] < pair[1]), "{lines:?}");
    }
}
