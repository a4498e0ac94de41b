//! 組織図: boxes joined by lines, top to bottom. In plain text each level is a table.

use serde::{Deserialize, Serialize};

use crate::{Align, Block, Cell, Column, Row, Run, Table, Value};

/// Boxes beside each other where a level is shown as a table.
const MOST: usize = 4;

/// Boxes joined by lines, level after level from the top.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tree {
    /// The levels.
    pub levels: Vec<Level>,
}

/// What stands at one height.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Level {
    /// How it hangs on what stands above it.
    pub branch: Branch,
    /// Its boxes, left to right.
    pub boxes: Vec<Boxed>,
}

/// How boxes hang on the line from above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Branch {
    /// On the line itself: 総会, 役員会.
    #[default]
    Trunk,
    /// Beside the line, at the right: 監事, 事務局.
    Aside,
    /// Beside each other below the line, row after row: 部会.
    Row,
}

/// One box.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Boxed {
    /// 役員会
    pub title: Vec<Run>,
    /// 会長　… under it, one a line.
    pub lines: Vec<Vec<Run>>,
}

impl Tree {
    /// So many boxes of a row stand beside each other, the rows as even as they can be.
    pub fn across(boxes: usize, most: usize) -> usize {
        boxes.div_ceil(boxes.div_ceil(most.max(1)).max(1)).max(1)
    }

    /// The same as tables with a line from one to the next.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for level in self.levels.iter().filter(|level| !level.boxes.is_empty()) {
            let across = if level.branch == Branch::Row { Tree::across(level.boxes.len(), MOST) } else { 1 };
            for boxes in level.boxes.chunks(across) {
                if !blocks.is_empty() {
                    blocks.push(Block::Paragraph { runs: vec![Run::form("│")], align: Align::Center });
                }
                blocks.push(Block::Table(table(boxes, across)));
            }
        }
        blocks
    }
}

/// Titles above, what stands under each below; a row that is not full ends in blanks.
fn table(boxes: &[Boxed], across: usize) -> Table {
    let row = |cell: &dyn Fn(&Boxed) -> Cell| {
        let mut cells: Vec<Cell> = boxes.iter().map(cell).collect();
        cells.resize_with(across, Cell::default);
        Row { cells, ..Row::default() }
    };
    let title = |one: &Boxed| worded(&one.title, words(&one.title));
    let lines = |one: &Boxed| {
        let source = one.lines.first().map_or(&[][..], Vec::as_slice);
        worded(source, one.lines.iter().map(|line| words(line)).collect::<Vec<_>>().join("\n"))
    };
    let has_lines = boxes.iter().any(|one| !one.lines.is_empty());
    let head = Row { role: crate::Role::Head, ..row(&title) };
    Table {
        columns: vec![Column { width: 1, align: Align::Center, ..Column::default() }; across],
        head: vec![head],
        rows: if has_lines { vec![row(&lines)] } else { Vec::new() },
        ..Table::default()
    }
}

fn words(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// A cell that comes from where most of its words come from.
fn worded(runs: &[Run], text: String) -> Cell {
    let source = runs.iter().max_by_key(|run| run.text.len()).map(|run| run.source.clone()).unwrap_or_default();
    Cell { value: Value::text(text), source, ..Cell::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_boxes_are_as_even_as_they_can_be() {
        let across = [1, 4, 5, 7, 12, 13].map(|boxes| Tree::across(boxes, 4));
        assert_eq!(across, [1, 4, 3, 4, 4, 4]);
        assert_eq!(Tree::across(0, 4), 1);
    }
}
