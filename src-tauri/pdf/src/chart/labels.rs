//! The values at their points: each as close as it can be without touching another.

use crate::line::{Place, Setting, Style, put_form};
use crate::shape::Shaper;
use crate::sheet::Item;

/// Distance between a point and the middle of its value.
const OFFSET: f32 = 9.0;

/// A value and the point it belongs to.
pub(super) struct Label {
    pub x: f32,
    pub y: f32,
    pub text: String,
    /// Below its point rather than above, if both are free.
    pub below: bool,
}

/// The values of a chart, and what they must not cover.
pub(super) struct Labels {
    pub values: Vec<Label>,
    /// Points that no value may cover.
    pub points: Vec<(f32, f32)>,
    /// Points along the lines, which no value covers that finds another place.
    pub lines: Vec<(f32, f32)>,
    /// The lower edge of the plot; below it stand the names.
    floor: f32,
}

/// The place of a value: its middle and half its width and height.
#[derive(Debug, Clone, Copy)]
struct Area {
    x: f32,
    y: f32,
    half: (f32, f32),
}

impl Area {
    fn meets(&self, other: &Area) -> bool {
        (self.x - other.x).abs() < self.half.0 + other.half.0 && (self.y - other.y).abs() < self.half.1 + other.half.1
    }
}

impl Labels {
    /// No value yet, in a plot with this lower edge.
    pub(super) fn above(floor: f32) -> Labels {
        Labels { values: Vec::new(), points: Vec::new(), lines: Vec::new(), floor }
    }

    /// Places every value and draws it.
    pub(super) fn items(self, shaper: &mut Shaper, style: Style) -> Vec<Item> {
        let areas = |points: &[(f32, f32)], half| -> Vec<Area> {
            points.iter().map(|(x, y)| Area { x: *x, y: *y, half: (half, half) }).collect()
        };
        let (mut taken, lines) = (areas(&self.points, 2.5), areas(&self.lines, 1.0));
        let mut items = Vec::new();
        for label in &self.values {
            let half = (shaper.width(&label.text, style.face) * style.size / 2.0, style.size * 0.55);
            let area = free(label, half, self.floor, &taken, &lines);
            taken.push(area);
            let place = Place { x: area.x - half.0, y: area.y - style.height / 2.0, measure: half.0 * 2.0 };
            items.extend(put_form(shaper, &label.text, style, place, Setting::Left));
        }
        items
    }
}

/// The first free place: above, below, further above, further below, then beside the point; off the lines where that can be.
fn free(label: &Label, half: (f32, f32), floor: f32, taken: &[Area], lines: &[Area]) -> Area {
    let side = half.0 + 5.0;
    let upright = [1.0, -1.0, 2.0, -2.0, 3.0, -3.0].map(|n| (0.0, n * if label.below { OFFSET } else { -OFFSET }));
    let beside = [(side, 0.0), (-side, 0.0), (side, -OFFSET), (side, OFFSET), (-side, -OFFSET), (-side, OFFSET)];
    let places = upright.into_iter().chain(beside).map(|(dx, dy)| Area { x: label.x + dx, y: label.y + dy, half });
    let first = Area { x: label.x, y: label.y - OFFSET, half };
    let is_off = |place: &Area, others: &[Area]| !others.iter().any(|other| other.meets(place));
    let open: Vec<Area> = places.filter(|place| place.y + half.1 <= floor && is_off(place, taken)).collect();
    *open.iter().find(|place| is_off(place, lines)).or(open.first()).unwrap_or(&first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(x: f32, y: f32) -> Label {
        Label { x, y, text: "46.9".into(), below: false }
    }

    #[test]
    fn a_value_stands_above_its_point_and_moves_when_that_is_taken() {
        let half = (10.0, 5.0);
        let first = free(&label(50.0, 50.0), half, 99.0, &[], &[]);
        assert!((first.y - 41.0).abs() < 1e-6);
        let second = free(&label(52.0, 50.0), half, 99.0, &[first], &[]);
        assert!((second.y - 59.0).abs() < 1e-6, "below");
        assert!(!second.meets(&first));
    }

    #[test]
    fn no_value_stands_on_the_names_below_the_axis() {
        let low = Label { below: true, ..label(50.0, 50.0) };
        assert!((free(&low, (10.0, 5.0), 99.0, &[], &[]).y - 59.0).abs() < 1e-6);
        assert!((free(&low, (10.0, 5.0), 60.0, &[], &[]).y - 41.0).abs() < 1e-6, "above, where there is no room below");
    }

    #[test]
    fn no_two_of_many_close_values_touch() {
        let mut taken: Vec<Area> = Vec::new();
        for nth in 0..6 {
            let area = free(&label(50.0 + nth as f32, 50.0), (10.0, 4.0), 99.0, &taken, &[]);
            assert!(!taken.iter().any(|other| other.meets(&area)), "value {nth}");
            taken.push(area);
        }
    }
}
