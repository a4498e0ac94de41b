//! Headings, paragraphs, label–value lines and signatures.

use paper::{Align, LabelLine, Place as Side, Run, Signer, theme};

use crate::Face;
use crate::layout::{Body, Layout};
use crate::line::{Place, Setting, Style, form_line, put, put_form};
use crate::look::size;
use crate::paginate::Extent;
use crate::sheet::{Circle, Item};
use crate::text::{Measure, TextLine, Words, is_room, words, wrap};

/// Space between a label and its value, in em.
const LABEL_GAP: f32 = 1.5;
/// Share of the type area that a block at the right may take.
const RIGHT_HALF: f32 = 0.56;
/// What a line with room for a seal is higher than another, in em.
const SEAL_ROOM: f32 = 0.65;
/// Half of a seal's circle, and its distance from the name, in em.
const SEAL_RADIUS: f32 = 0.82;
const SEAL_BESIDE: f32 = 3.0;

/// A title in the middle, or a heading at the left; never the last thing on a page.
pub(crate) fn heading(layout: &mut Layout, level: u8, runs: &[Run]) {
    let size = size(theme::HEADING[usize::from(level.min(3))]);
    let style = Style { face: Face::GothicBold, size, height: size * 1.5 };
    let (setting, above) = if level <= 1 { (Setting::Center, size) } else { (Setting::Left, size * 0.9) };
    let gap = layout.air.gap;
    let lines = wrap(layout.shaper, style.face, &words(runs), Measure::by_phrase(layout.frame.width / size));
    for (nth, line) in lines.into_iter().enumerate() {
        let extent =
            Extent { above: if nth == 0 { above * gap } else { 0.0 }, height: style.height, ..Extent::default() };
        push_line(layout, line, style, setting, Extent { keep: true, ..extent });
    }
    if level <= 1 {
        layout.push(Extent { height: size * 0.6 * gap, keep: true, ..Extent::default() }, Body::Items(Vec::new()));
    }
}

/// A paragraph; neither its first nor its last line stands alone on a page.
pub(crate) fn paragraph(layout: &mut Layout, runs: &[Run], align: Align) {
    let style = layout.running();
    let setting = match align {
        Align::Auto | Align::Left | Align::Vertical => Setting::Full,
        Align::Center => Setting::Center,
        Align::Right => Setting::Right,
        Align::Even => Setting::Even,
    };
    let air = if setting == Setting::Center { style.size * 0.5 * layout.air.gap } else { 0.0 };
    let lines = wrap(layout.shaper, style.face, &words(runs), Measure::of(layout.frame.width / style.size));
    let count = lines.len();
    for (nth, line) in lines.into_iter().enumerate() {
        let keep = count > 1 && (nth == 0 || nth + 2 == count);
        let above = if nth == 0 { air } else { 0.0 };
        push_line(layout, line, style, setting, Extent { above, height: style.height, keep, ..Extent::default() });
    }
    layout.space(air);
}

fn push_line(layout: &mut Layout, line: TextLine, style: Style, setting: Setting, extent: Extent) {
    let place = Place { x: layout.frame.left, y: 0.0, measure: layout.frame.width };
    let items = put(layout.shaper, line, style, place, setting);
    layout.push(extent, Body::Items(items));
}

/// Label–value lines: labels spread to one width, values below each other.
pub(crate) fn lines(layout: &mut Layout, lines: &[LabelLine], side: Side) {
    let style = layout.running();
    let mut columns = Columns::of(layout, lines.iter().map(|line| line.label.as_str()), side, style);
    if let ([line], Side::Right) = (lines, side) {
        columns.end_with(layout, &words(&line.runs));
    }
    for (nth, line) in lines.iter().enumerate() {
        let (items, height) = columns.set(layout, &line.label, &words(&line.runs));
        let keep = nth + 1 < lines.len();
        layout.push(Extent { height, keep, ..Extent::default() }, Body::Items(items));
    }
}

/// Names under a paper, each with room for a seal; never on a page without what is signed.
pub(crate) fn signature(layout: &mut Layout, signers: &[Signer]) {
    // The day before the names says nothing either of what is signed.
    layout.keep_last(2);
    let running = layout.running();
    let style = Style { height: running.height + running.size * SEAL_ROOM, ..running };
    let mut columns = Columns::of(layout, signers.iter().map(|signer| signer.office.as_str()), Side::Right, style);
    columns.measure -= style.size * 2.5;
    let beside = seal_place(layout, signers, &columns);
    for (nth, signer) in signers.iter().enumerate() {
        let (mut items, height) = columns.set(layout, &signer.office, &words(std::slice::from_ref(&signer.name)));
        if signer.seal {
            items.extend(seal(layout, style, beside));
        }
        let keep = nth + 1 < signers.len();
        layout.push(Extent { height, keep, ..Extent::default() }, Body::Items(items));
    }
}

/// Where the seals stand below each other: a little beside the longest name, at the margin where a hand writes one.
fn seal_place(layout: &mut Layout, signers: &[Signer], columns: &Columns) -> f32 {
    let size = columns.style.size;
    let margin = layout.frame.right() - size * SEAL_RADIUS * 1.5;
    let names = signers.iter().map(|signer| match signer.name.text.trim() {
        "" => f32::MAX,
        name => layout.shaper.width(name, columns.style.face) * size,
    });
    let longest = names.fold(0.0, f32::max);
    margin.min(columns.values + longest + SEAL_BESIDE * size)
}

/// 印 in a circle beside a name.
fn seal(layout: &mut Layout, style: Style, x: f32) -> Vec<Item> {
    let radius = style.size * SEAL_RADIUS;
    let y = style.height / 2.0;
    let circle = Circle { x, y, radius, thickness: 0.5, shade: None };
    let place = Place { x: x - radius, y: 0.0, measure: radius * 2.0 };
    let mut items = vec![Item::Circle(circle)];
    items.extend(put_form(layout.shaper, "印", style, place, Setting::Center));
    items
}

/// Labels are spread to one width; numbered ones («１　交付決定額») stand as they are typed.
fn setting<'a>(mut labels: impl Iterator<Item = &'a str>) -> Setting {
    if labels.any(|label| label.contains(char::is_whitespace)) { Setting::Left } else { Setting::Even }
}

/// Two columns: labels of one width, and their values.
struct Columns {
    x: f32,
    labels: f32,
    values: f32,
    measure: f32,
    style: Style,
    setting: Setting,
}

impl Columns {
    fn of<'a>(layout: &mut Layout, labels: impl Iterator<Item = &'a str> + Clone, side: Side, style: Style) -> Columns {
        let widest = labels.clone().map(|label| layout.shaper.width(label, style.face)).fold(0.0, f32::max);
        let setting = setting(labels);
        let x = match side {
            Side::Left => layout.frame.left,
            Side::Right => layout.frame.right() - layout.frame.width * RIGHT_HALF,
        };
        let labels = widest * style.size;
        let values = if labels > 0.0 { x + labels + LABEL_GAP * style.size } else { x };
        Columns { x, labels, values, measure: layout.frame.right() - values, style, setting }
    }

    /// Moves one line to the right margin, where its value is known and ends before it.
    fn end_with(&mut self, layout: &mut Layout, value: &[Words<'_>]) {
        let Some(end) = value
            .iter()
            .map(|one| match is_room(one) {
                true => None,
                false => Some(layout.shaper.width(one.0, self.style.face) * self.style.size),
            })
            .sum::<Option<f32>>()
        else {
            return;
        };
        let free = (self.measure - end).max(0.0);
        (self.x, self.values, self.measure) = (self.x + free, self.values + free, self.measure - free);
    }

    /// One label with its value and their height; a long value goes on below itself.
    fn set(&self, layout: &mut Layout, label: &str, value: &[Words<'_>]) -> (Vec<Item>, f32) {
        let label = form_line(layout.shaper, label, self.style.face);
        let place = Place { x: self.x, y: 0.0, measure: self.labels };
        let mut items = put(layout.shaper, label, self.style, place, self.setting);
        let (lines, setting) = match value {
            [one] if is_room(one) => {
                (wrap(layout.shaper, self.style.face, value, Measure::of(f32::MAX)), Setting::Even)
            }
            _ => (
                wrap(layout.shaper, self.style.face, value, Measure::of(self.measure / self.style.size)),
                Setting::Left,
            ),
        };
        let step = self.style.size * layout.air.leading;
        let height = self.style.height + lines.len().saturating_sub(1) as f32 * step;
        for (nth, line) in lines.into_iter().enumerate() {
            let place = Place { x: self.values, y: nth as f32 * step, measure: self.measure };
            items.extend(put(layout.shaper, line, self.style, place, setting));
        }
        (items, height)
    }
}

#[cfg(test)]
mod tests;
