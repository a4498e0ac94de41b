//! Bar charts: the series of one position side by side, told apart by their shade.

use super::Plot;
use super::labels::{Label, Labels};
use crate::sheet::{Item, Rect};

/// Shade of the bars of a series.
pub(super) fn shade(series: usize) -> u8 {
    [45, 80, 62, 90][series % 4]
}

impl Plot<'_> {
    pub(super) fn bars(&mut self, labels: &mut Labels) -> Vec<Item> {
        let count = self.chart.series.len().max(1) as f32;
        let width = (self.step * 0.66 / count).min(46.0);
        let mut items = Vec::new();
        for position in 0..self.chart.labels.len() {
            let left = self.x(position) - width * count / 2.0;
            let mut standing = Vec::new();
            for series in 0..self.chart.series.len() {
                let Some((y, text)) = self.shown(series, position) else { continue };
                let (x, axis) = (left + width * series as f32, self.scale.axis);
                let (top, height) = (y.min(axis), (y - axis).abs());
                items.extend(bar(Rect { x, y: top, width, height, shade: shade(series) }));
                if y > axis {
                    labels.values.push(Label { x: x + width / 2.0, y, text, below: true });
                } else {
                    standing.push((y, text));
                }
            }
            labels.values.extend(stacked(self.x(position), standing, self.style.height));
        }
        items
    }
}

/// The values of the bars that stand at one position: one under the other above the tallest, in the order of the key, so that no
/// value lies on a bar.
fn stacked(x: f32, standing: Vec<(f32, String)>, line: f32) -> impl Iterator<Item = Label> {
    let top = standing.iter().map(|(y, _)| *y).fold(f32::INFINITY, f32::min);
    let last = standing.len().saturating_sub(1);
    let label = move |(nth, (_, text))| Label { x, y: top - (last - nth) as f32 * line, text, below: false };
    standing.into_iter().enumerate().map(label)
}

/// A bar with a thin outline, so that a light one shows on paper too.
fn bar(bar: Rect) -> Vec<Item> {
    let (left, right, top, bottom) = (bar.x, bar.x + bar.width, bar.y, bar.y + bar.height);
    let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)];
    let sides = corners.windows(2).map(|pair| Item::rule(pair[0], pair[1], 0.4));
    std::iter::once(Item::Rect(bar)).chain(sides).collect()
}
