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
/// The same where charts stand beside each other.
const SMALL_PLOT: f32 = 27.0 * MM;
/// Distance between charts beside each other.
const GUTTER: f32 = 7.0 * MM;
/// Room for the unit beside a title.
const UNIT: f32 = 22.0 * MM;
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

/// Adds charts with their titles: each as one slab, or those that stand beside each other as one slab a row.
pub(crate) fn slabs(layout: &mut Layout, charts: &[Chart]) {
    for row in charts.chunks(usize::from(charts[0].across.max(1))) {
        let across = f32::from(charts[0].across.max(1));
        let (left, width) = (layout.frame.left, (layout.frame.width - GUTTER * (across - 1.0)) / across);
        let drawn = row.iter().enumerate().map(|(nth, chart)| {
            let place = Place { x: left + (width + GUTTER) * nth as f32, y: 0.0, measure: width };
            drawn(layout.shaper, layout.negative, chart, place)
        });
        let drawn: Vec<(Vec<Item>, f32)> = drawn.collect();
        let height = drawn.iter().map(|(_, height)| *height).fold(0.0, f32::max);
        let items = drawn.into_iter().flat_map(|(items, _)| items).collect();
        let extent = Extent { above: size(theme::BODY), height, ..Extent::default() };
        layout.push(extent, Body::Items(items));
    }
}

/// A chart with its title from a place downwards, and its height.
fn drawn(shaper: &mut Shaper, negative: Negative, chart: &Chart, place: Place) -> (Vec<Item>, f32) {
    let title = Style::running(Face::GothicBold, size(theme::BODY));
    let style = Style::running(Face::Gothic, size(theme::SMALL));
    let unit = if chart.unit.is_empty() { String::new() } else { format!("（単位：{}）", chart.unit) };
    let heading = fitting(shaper, &chart.title, title, place);
    let mut items = put_form(shaper, &chart.title, heading, place, Setting::Left);
    items.extend(put_form(shaper, &unit, style, place, Setting::Right));
    let mut top = title.height;
    if chart.series.len() > 1 {
        items.extend(key::items(shaper, chart, style, Place { y: top, ..place }));
        top += style.height;
    }
    let plot = if chart.across > 1 { SMALL_PLOT } else { PLOT };
    let crown = CROWN + style.height * stacked_values(chart);
    let scale = Scale::of(chart, top + crown, top + crown + plot);
    let step = place.measure / chart.labels.len().max(1) as f32;
    let mut plot = Plot { shaper, chart, negative, left: place.x, step, scale, style };
    items.extend(plot.axis());
    let names = plot.names();
    items.extend(names.items);
    items.extend(plot.points());
    (items, plot.scale.bottom + names.height + 6.0)
}

/// How many values stand above the one of a position's tallest bar.
fn stacked_values(chart: &Chart) -> f32 {
    if chart.kind == ChartKind::Bar { chart.series.len().saturating_sub(1) as f32 } else { 0.0 }
}

/// A title that is longer than its chart and the unit beside it is set smaller.
fn fitting(shaper: &mut Shaper, title: &str, style: Style, place: Place) -> Style {
    let wide = shaper.width(title, style.face) * style.size;
    let room = place.measure - UNIT;
    if wide <= room { style } else { Style { size: style.size * room / wide, ..style } }
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
        let mut labels = Labels::above(self.scale.bottom);
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
