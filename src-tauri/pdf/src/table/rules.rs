//! The rules of a piece of a table: every edge between two cells once, edges in a row as one rule.

use paper::{Role, theme};

use super::rows::SetRow;
use crate::look::thickness;
use crate::sheet::Item;

/// Rows at their places on a page.
pub(super) struct Grid<'a> {
    /// Left edges of the columns and the right edge of the last.
    pub edges: &'a [f32],
    pub rows: Vec<SetRow>,
    /// Tops of the rows and the bottom of the last.
    pub tops: Vec<f32>,
}

impl Grid<'_> {
    /// All rules of the piece.
    pub(super) fn rules(&self) -> Vec<Item> {
        let owners = self.owners();
        let columns = self.edges.len() - 1;
        let mut items = Vec::new();
        for line in 0..=self.rows.len() {
            let weights = (0..columns).map(|column| self.across(&owners, line, column));
            let y = self.tops[line];
            items.extend(runs(weights).map(|(from, to, w)| Item::rule((self.edges[from], y), (self.edges[to], y), w)));
        }
        for line in 0..=columns {
            let weights = (0..self.rows.len()).map(|row| self.down(&owners, line, row));
            let x = self.edges[line];
            items.extend(runs(weights).map(|(from, to, w)| Item::rule((x, self.tops[from]), (x, self.tops[to]), w)));
        }
        items
    }

    /// Which cell covers each position: row and column of its first one.
    fn owners(&self) -> Vec<Vec<(usize, usize)>> {
        let columns = self.edges.len() - 1;
        let alone = |row: usize| (0..columns).map(|column| (row, column)).collect();
        let mut owners: Vec<Vec<(usize, usize)>> = (0..self.rows.len()).map(alone).collect();
        for (nth, row) in self.rows.iter().enumerate() {
            for cell in row.cells.iter().filter(|cell| cell.rows * cell.columns > 1) {
                let end = (nth + cell.rows).min(owners.len());
                for line in &mut owners[nth..end] {
                    line[cell.column..cell.column + cell.columns].fill((nth, cell.column));
                }
            }
        }
        owners
    }

    /// Thickness of the rule above a row at a column, 0 where a cell goes through.
    fn across(&self, owners: &[Vec<(usize, usize)>], line: usize, column: usize) -> f32 {
        if line == 0 || line == self.rows.len() {
            return thickness(theme::FRAME);
        }
        if owners[line - 1][column] == owners[line][column] {
            return 0.0;
        }
        let (above, below) = (self.rows[line - 1].role, self.rows[line].role);
        let closes_head = above == Role::Head && below != Role::Head;
        let inside_head = above == Role::Head && below == Role::Head;
        thickness(match () {
            () if closes_head => theme::row_look(Role::Head).rule_above,
            () if inside_head => theme::RULE,
            () => theme::row_look(below).rule_above,
        })
    }

    /// Thickness of the rule left of a column at a row, 0 where a cell goes through.
    fn down(&self, owners: &[Vec<(usize, usize)>], line: usize, row: usize) -> f32 {
        let columns = self.edges.len() - 1;
        match line {
            _ if line == 0 || line == columns => thickness(theme::FRAME),
            _ if owners[row][line - 1] == owners[row][line] => 0.0,
            _ => thickness(theme::RULE),
        }
    }
}

/// Neighbours of one thickness as (from, to, thickness); what has none is left out.
fn runs(weights: impl Iterator<Item = f32>) -> impl Iterator<Item = (usize, usize, f32)> {
    let mut runs: Vec<(usize, usize, f32)> = Vec::new();
    for (nth, weight) in weights.enumerate() {
        match runs.last_mut() {
            Some((_, to, last)) if last.to_bits() == weight.to_bits() => *to = nth + 1,
            _ => runs.push((nth, nth + 1, weight)),
        }
    }
    runs.into_iter().filter(|(_, _, weight)| *weight > 0.0)
}
