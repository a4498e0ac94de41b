//! Line charts: one line per series, told apart by dashes and the marks on their points, in print without colour.

use super::Plot;
use super::labels::{Label, Labels};
use crate::sheet::{Circle, Item, Polyline};

/// Distance of the points at which a line is looked at.
const CLOSE: f32 = 5.0;

/// Dash and inside of the marks of a series.
pub(super) fn pattern(series: usize) -> (f32, u8) {
    [(0.0, 0), (3.5, 100), (1.2, 60)][series % 3]
}

/// A mark on a point.
pub(super) fn mark(series: usize, (x, y): (f32, f32)) -> Item {
    Item::Circle(Circle { x, y, radius: 2.2, thickness: 0.9, shade: Some(pattern(series).1) })
}

impl Plot<'_> {
    pub(super) fn lines(&mut self, labels: &mut Labels) -> Vec<Item> {
        let (mut strokes, mut marks) = (Vec::new(), Vec::new());
        for series in 0..self.chart.series.len() {
            let mut points: Vec<(f32, f32)> = Vec::new();
            for position in 0..self.chart.labels.len() {
                let Some((y, text)) = self.shown(series, position) else {
                    strokes.extend(stroke(series, std::mem::take(&mut points)));
                    continue;
                };
                let at = (self.x(position), y);
                labels.lines.extend(points.last().into_iter().flat_map(|before| between(*before, at)));
                points.push(at);
                marks.push(mark(series, at));
                labels.points.push(at);
                labels.values.push(Label { x: at.0, y, text, below: self.is_lower(series, position, y) });
            }
            strokes.extend(stroke(series, points));
        }
        strokes.extend(marks);
        strokes
    }

    /// True when another series runs above at a position.
    fn is_lower(&self, series: usize, position: usize, y: f32) -> bool {
        let others = (0..self.chart.series.len()).filter(|other| *other != series);
        others.filter_map(|other| self.shown(other, position)).any(|(other, _)| other < y)
    }
}

/// Points along a line, so close that no value stands across it.
fn between(from: (f32, f32), to: (f32, f32)) -> impl Iterator<Item = (f32, f32)> {
    let steps = ((to.0 - from.0).hypot(to.1 - from.1) / CLOSE).ceil().max(1.0);
    let at = move |part: f32| (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part);
    (1..steps as usize).map(move |step| at(step as f32 / steps))
}

/// A line through at least two points; a blank value has ended it.
fn stroke(series: usize, points: Vec<(f32, f32)>) -> Option<Item> {
    let dash = pattern(series).0;
    (points.len() > 1).then_some(Item::Polyline(Polyline { points, thickness: 1.1, dash }))
}
