//! ためし刷り: a frame for each face, a cross in its middle, and a scale in millimetres along two edges, to be held
//! against the real sheet.

use paper::{Align, PostRun, PostalBoxes};

use super::sender::area;
use super::{Area, FACE, blank, face, words};
use crate::line::{Place, Setting, Style};
use crate::look::MM;
use crate::shape::Shaper;
use crate::sheet::{Item, Line, Sheet};

/// Length of a cross's arm and of the scale's marks, in millimetres.
const ARM: f32 = 3.0;
const TICKS: [f32; 3] = [1.2, 2.0, 3.2];
const THIN: f32 = 0.35;

/// The sheet of a test print.
pub(crate) fn sheet(run: &PostRun, title: &str, shaper: &mut Shaper) -> Sheet {
    let mut sheet = blank(&run.stationery);
    for number in 0..usize::from(run.stationery.grid.faces()) {
        let area = face(&run.stationery, run.shift, number).whole;
        sheet.items.extend(frame((area.x, area.y, area.width, area.height)));
        sheet.items.extend(cross(area.x + area.width / 2.0, area.y + area.height / 2.0));
    }
    let places = [run.stationery.sender, run.stationery.beside.map(|beside| beside.place)];
    let boxes = run.stationery.postal_boxes.iter().flat_map(PostalBoxes::places);
    for place in places.into_iter().flatten().chain(boxes) {
        let Area { x, y, width, height } = area(place, run.shift);
        sheet.items.extend(frame((x, y, width, height)));
    }
    sheet.items.extend(scale(f32::from(run.stationery.paper[0]) / 10.0, Align::Left));
    sheet.items.extend(scale(f32::from(run.stationery.paper[1]) / 10.0, Align::Vertical));
    let style = Style { face: FACE, size: 9.0, height: 12.0 };
    let (x, y) = (8.0 * MM, f32::from(run.stationery.paper[1]) / 10.0 * MM - 8.0 * MM);
    let measure = f32::from(run.stationery.paper[0]) / 10.0 * MM - 2.0 * x;
    sheet.items.extend(words(shaper, title, style, Place { x, y, measure }, Setting::Center));
    sheet.items.iter_mut().for_each(Item::round);
    sheet
}

fn frame((x, y, width, height): (f32, f32, f32, f32)) -> Vec<Item> {
    let (right, bottom) = (x + width, y + height);
    let dashed = |x1, y1, x2, y2| Item::Line(Line { x1, y1, x2, y2, thickness: THIN, dash: 2.0 });
    vec![
        dashed(x, y, right, y),
        dashed(right, y, right, bottom),
        dashed(right, bottom, x, bottom),
        dashed(x, bottom, x, y),
    ]
}

fn cross(x: f32, y: f32) -> [Item; 2] {
    let arm = ARM * MM;
    [Item::rule((x - arm, y), (x + arm, y), THIN), Item::rule((x, y - arm), (x, y + arm), THIN)]
}

/// Marks along the upper or the left edge: each millimetre, longer at five, longest at ten.
fn scale(length_mm: f32, along: Align) -> Vec<Item> {
    let mark = |mm: u16| {
        let at = f32::from(mm) * MM;
        let tick = TICKS[usize::from(mm.is_multiple_of(5)) + usize::from(mm.is_multiple_of(10))] * MM;
        if along == Align::Vertical {
            Item::rule((0.0, at), (tick, at), THIN)
        } else {
            Item::rule((at, 0.0), (at, tick), THIN)
        }
    };
    (0..=length_mm as u16).map(mark).collect()
}
