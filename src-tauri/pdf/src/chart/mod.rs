//! Line and bar charts drawn from their numbers. Every value is written once, at its point or bar; there is no
//! numeric axis, so that no figure stands on a paper that is not a fact.

mod bars;
mod key;
mod labels;
mod lines;
mod scale;

use paper::{Chart, ChartKind, Negative, Source, theme};

use crate::Face;
use crate::layout::{Body, Layout};
use crate::line::{Place, Setting, Style, put, put_form};
use crate::look::{MM, size};
use crate::paginate::Extent;
use crate::shape::Shaper;
use crate::sheet::Item;
use crate::text::{Measure, wrap};
use labels::Labels;
use scale::Scale;

/// Height of the area between the axis and the highest point.
const PLOT: f32 = 46.0 * MM;
/// Height kept free for the values above the highest point.
const CROWN: f32 = 14.0;

/// Where a chart's points stand.
struct Plot<'a> {
    shaper: &'a mut Shaper,
    chart: &'a Chart,
    negative: Negative,
    left: f32,
    /// Width of one position on the axis.
    step: f32,
    scale: Scale,
    style: Style,
}

/// Adds a chart with its title as one slab.
pub(crate) fn slabs(layout: &mut Layout, chart: &Chart) {
    let (left, width) = (layout.frame.left, layout.frame.width);
    let title = Style::running(Face::GothicBold, size(theme::BODY));
    let style = Style::running(Face::Gothic, size(theme::SMALL));
    let unit = if chart.unit.is_empty() { String::new() } else { format!("（単位：{}）", chart.unit) };
    let place = Place { x: left, y: 0.0, measure: width };
    let mut items = put_form(layout.shaper, &chart.title, title, place, Setting::Left);
    items.extend(put_form(layout.shaper, &unit, style, place, Setting::Right));
    let mut top = title.height;
    if chart.series.len() > 1 {
        items.extend(key::items(layout.shaper, chart, style, Place { y: top, ..place }));
        top += style.height;
    }
    let scale = Scale::of(chart, top + CROWN, top + CROWN + PLOT);
    let step = width / chart.labels.len().max(1) as f32;
    let negative = layout.negative;
    let mut plot = Plot { shaper: layout.shaper, chart, negative, left, step, scale, style };
    items.extend(plot.axis());
    let names = plot.names();
    items.extend(names.items);
    items.extend(plot.points());
    let extent = Extent { above: title.size, height: plot.scale.bottom + names.height + 6.0, ..Extent::default() };
    layout.push(extent, Body::Items(items));
}

/// The names under the axis and the height of their lines.
struct Names {
    items: Vec<Item>,
    height: f32,
}

impl Plot<'_> {
    /// The middle of a position on the axis.
    fn x(&self, position: usize) -> f32 {
        self.left + self.step * (position as f32 + 0.5)
    }

    fn axis(&self) -> Vec<Item> {
        let (right, y) = (self.left + self.step * self.chart.labels.len() as f32, self.scale.axis);
        vec![Item::rule((self.left, y), (right, y), 0.7)]
    }

    fn names(&mut self) -> Names {
        let mut names = Names { items: Vec::new(), height: 0.0 };
        for (nth, label) in self.chart.labels.iter().enumerate() {
            let words = [(label.as_str(), &Source::Form)];
            let lines = wrap(self.shaper, self.style.face, &words, Measure::of((self.step - 4.0) / self.style.size));
            let mut y = self.scale.bottom + 3.0;
            for line in lines {
                let place = Place { x: self.x(nth) - self.step / 2.0, y, measure: self.step };
                names.items.extend(put(self.shaper, line, self.style, place, Setting::Center));
                y += self.style.height;
            }
            names.height = names.height.max(y - self.scale.bottom);
        }
        names
    }

    fn points(&mut self) -> Vec<Item> {
        let mut labels = Labels::default();
        let mut items = match self.chart.kind {
            ChartKind::Line => self.lines(&mut labels),
            ChartKind::Bar => self.bars(&mut labels),
        };
        items.extend(labels.items(self.shaper, self.style));
        items
    }

    /// The shown text of a value, or nothing where it is blank.
    fn shown(&self, series: usize, position: usize) -> Option<(f32, String)> {
        let value = self.chart.series[series].values.get(position)?;
        Some((self.scale.y(value.number()?), value.shown(self.negative)))
    }
}

#[cfg(test)]
mod tests;
