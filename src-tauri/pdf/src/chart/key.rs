//! Which series is which.

use paper::{Chart, ChartKind};

use super::bars::shade;
use super::lines::{mark, pattern};
use crate::line::{Place, Setting, Style, put_form};
use crate::shape::Shaper;
use crate::sheet::{Item, Line, Rect};

/// Width of a sample before a name.
const SAMPLE: f32 = 20.0;

/// A sample and the name of every series on one line.
pub(super) fn items(shaper: &mut Shaper, chart: &Chart, style: Style, place: Place) -> Vec<Item> {
    let mut items = Vec::new();
    let mut x = place.x;
    for (nth, series) in chart.series.iter().enumerate() {
        items.extend(sample(chart.kind, nth, (x, place.y + style.height / 2.0)));
        let name = Place { x: x + SAMPLE + 4.0, ..place };
        items.extend(put_form(shaper, &series.name, style, name, Setting::Left));
        x = name.x + (shaper.width(&series.name, style.face) + 2.0) * style.size;
    }
    items
}

fn sample(kind: ChartKind, series: usize, (x, y): (f32, f32)) -> Vec<Item> {
    match kind {
        ChartKind::Bar => {
            vec![Item::Rect(Rect { x: x + 6.0, y: y - 4.0, width: SAMPLE - 6.0, height: 8.0, shade: shade(series) })]
        }
        ChartKind::Line => {
            let line = Line { x1: x, y1: y, x2: x + SAMPLE, y2: y, thickness: 1.1, dash: pattern(series).0 };
            vec![Item::Line(line), mark(series, (x + SAMPLE / 2.0, y))]
        }
    }
}
