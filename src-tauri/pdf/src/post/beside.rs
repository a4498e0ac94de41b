//! 往復はがきの文面: the announcement or the answer, beside the address on the other half of the card.

use paper::{CardLine, CardLineKind, PostRun, Source};

use super::sender::area;
use super::{Area, PostPart, Posting, STEP};
use crate::Face;
use crate::line::{Place, Setting, Style, form_line, put};
use crate::shape::Shaper;
use crate::sheet::Item;
use crate::text::{Measure, TextLine, wrap};

/// Sizes of the running text: read by old eyes.
const BEST: f32 = 12.0;
const SMALLEST: f32 = 9.0;
/// A title and a note beside the running text.
const TITLE: f32 = 1.4;
const NOTE: f32 = 0.85;
/// Distance of two baselines, and the height of a line that a hand writes on, in em.
const LEADING: f32 = 1.6;
const FIELD: f32 = 3.0;
/// A gap, in em.
const GAP: f32 = 0.8;
/// Of the room that is left, so much stands above.
const ABOVE: f32 = 0.35;
const THIN: f32 = 0.4;

/// A line as set, with its height.
enum Part {
    Words(TextLine, Style, Setting),
    Field(TextLine, Style),
    Gap(f32),
}

impl Part {
    fn height(&self) -> f32 {
        match self {
            Part::Words(_, style, _) | Part::Field(_, style) => style.height,
            Part::Gap(height) => *height,
        }
    }
}

/// The text of the run at the largest size that fits; nothing where the paper has no room for one.
pub(super) fn set(run: &PostRun, shaper: &mut Shaper) -> Posting<Vec<Item>> {
    let Some(beside) = &run.stationery.beside else { return Ok(Vec::new()) };
    let area = area(beside.place, run.shift);
    let steps = ((BEST - SMALLEST) / STEP) as usize;
    let mut sizes = (0..=steps).map(|step| BEST - step as f32 * STEP);
    let fitting = sizes.find_map(|size| {
        let parts: Vec<Part> = run.beside.iter().flat_map(|line| parts(line, area, size, shaper)).collect();
        (parts.iter().map(Part::height).sum::<f32>() <= area.height).then_some(parts)
    });
    Ok(put_all(fitting.ok_or(PostPart::Text)?, area, shaper))
}

fn parts(line: &CardLine, area: Area, size: f32, shaper: &mut Shaper) -> Vec<Part> {
    if line.text.is_empty() {
        return vec![Part::Gap(size * GAP)];
    }
    let (size, setting) = match line.kind {
        CardLineKind::Title => (size * TITLE, Setting::Center),
        CardLineKind::Right => (size, Setting::Right),
        CardLineKind::Note => (size * NOTE, Setting::Left),
        CardLineKind::Text | CardLineKind::Field => (size, Setting::Left),
    };
    let is_field = line.kind == CardLineKind::Field;
    let style = Style { face: Face::Mincho, size, height: size * if is_field { FIELD } else { LEADING } };
    if is_field {
        return vec![Part::Field(form_line(shaper, &line.text, style.face), style)];
    }
    let lines = wrap(shaper, style.face, &[(&line.text, &Source::Form)], measure(line.kind, area.width / size));
    lines.into_iter().map(|line| Part::Words(line, style, setting)).collect()
}

/// Running text fills its lines; what stands alone ends between phrases.
fn measure(kind: CardLineKind, em: f32) -> Measure {
    if kind == CardLineKind::Text { Measure::of(em) } else { Measure::by_phrase(em) }
}

fn put_all(parts: Vec<Part>, area: Area, shaper: &mut Shaper) -> Vec<Item> {
    let height: f32 = parts.iter().map(Part::height).sum();
    let mut y = area.y + (area.height - height) * ABOVE;
    let mut items = Vec::new();
    for part in parts {
        let below = y + part.height();
        let place = Place { x: area.x, y, measure: area.width };
        match part {
            Part::Words(line, style, setting) => items.extend(put(shaper, line, style, place, setting)),
            Part::Field(line, style) => {
                let foot = below - style.size * 0.3;
                items.push(Item::rule((area.x, foot), (area.x + area.width, foot), THIN));
                // The word stands low, where the hand begins.
                let low = Place { y: below - style.size * LEADING, ..place };
                items.extend(put(shaper, line, Style { height: style.size * LEADING, ..style }, low, Setting::Left));
            }
            Part::Gap(_) => {}
        }
        y = below;
    }
    items
}
