//! 領収書貼付台紙: A4, three or six frames to a page, bound at the left. Words above a frame wrap and are never cut; the
//! frame takes the room that they leave.

use paper::{MountBook, MountFrame, MountGroup, Source};

use crate::Face;
use crate::line::{Place, Setting, Style, put, put_form};
use crate::look::MM;
use crate::shape::Shaper;
use crate::sheet::{Item, Line, Sheet};
use crate::text::{Measure, wrap};

/// A4 and its margins in millimetres; the left one is for the binding.
const PAPER: [f32; 2] = [210.0, 297.0];
const LEFT: f32 = 25.0;
const RIGHT: f32 = 10.0;
const TOP: f32 = 12.0;
const BOTTOM: f32 = 12.0;
/// Room of the heading of a page, and between two frames.
const HEAD: f32 = 16.0;
const GAP: f32 = 4.0;
/// Frames below each other.
const ROWS: usize = 3;
/// Sizes of letters in points.
const LARGE: f32 = 13.0;
const NORMAL: f32 = 9.5;
const SMALL: f32 = 8.0;
const FACE: Face = Face::Gothic;
const THIN: f32 = 0.5;

/// The sheets of a book.
pub(crate) fn sheets(book: &MountBook, shaper: &mut Shaper) -> Vec<Sheet> {
    let columns = usize::from(book.columns.max(1));
    let mut sheets = Vec::new();
    for group in &book.groups {
        let pages: Vec<&[MountFrame]> = group.frames.chunks(columns * ROWS).collect();
        for (number, frames) in pages.iter().enumerate() {
            let counted = format!("{}／{}", number + 1, pages.len());
            sheets.push(sheet(book, group, frames, &counted, shaper));
        }
    }
    sheets
}

fn sheet(book: &MountBook, group: &MountGroup, frames: &[MountFrame], counted: &str, shaper: &mut Shaper) -> Sheet {
    let (x, width) = (LEFT * MM, (PAPER[0] - LEFT - RIGHT) * MM);
    let mut items = head(book, group, counted, (x, width), shaper);
    let columns = usize::from(book.columns.max(1));
    let across = (width - GAP * MM * (columns - 1) as f32) / columns as f32;
    let room = (PAPER[1] - TOP - BOTTOM - HEAD) * MM;
    let down = (room - GAP * MM * (ROWS - 1) as f32) / ROWS as f32;
    for (number, one) in frames.iter().enumerate() {
        let corner = (
            x + (number % columns) as f32 * (across + GAP * MM),
            (TOP + HEAD) * MM + (number / columns) as f32 * (down + GAP * MM),
        );
        items.extend(frame(one, corner, (across, down), shaper));
    }
    items.iter_mut().for_each(Item::round);
    Sheet { width_mm: PAPER[0], height_mm: PAPER[1], items, ..Sheet::default() }
}

/// What the paper is, whose it is, and which 科目 with its sum.
fn head(book: &MountBook, group: &MountGroup, counted: &str, (x, width): (f32, f32), shaper: &mut Shaper) -> Vec<Item> {
    let small = Style::running(FACE, SMALL);
    let place = Place { x, y: TOP * MM, measure: width };
    let mut items = put_form(shaper, &format!("{}　{}", book.title, book.body), small, place, Setting::Left);
    items.extend(put_form(shaper, counted, small, place, Setting::Right));
    let total =
        put_form(shaper, &group.total, Style::running(FACE, NORMAL), below(place, small.height), Setting::Right);
    items.extend(total);
    // A long name is set smaller: the sum keeps its place.
    let room = width * 0.6;
    let size = LARGE.min(room / shaper.width(&group.heading, Face::GothicBold).max(1.0));
    let style = Style::running(Face::GothicBold, size);
    items.extend(put_form(shaper, &group.heading, style, below(place, small.height), Setting::Left));
    items
}

/// The words above a frame, and the frame below them.
fn frame(one: &MountFrame, (x, top): (f32, f32), (width, height): (f32, f32), shaper: &mut Shaper) -> Vec<Item> {
    let bold = Style::running(Face::GothicBold, NORMAL);
    let place = Place { x, y: top, measure: width };
    let mut items = put_form(shaper, &one.number, bold, place, Setting::Left);
    items.extend(put_form(shaper, &one.amount, bold, place, Setting::Right));
    let small = Style::running(FACE, SMALL);
    let mut y = top + bold.height;
    for text in one.lines.iter().filter(|text| !text.trim().is_empty()) {
        for line in wrap(shaper, FACE, &[(text.as_str(), &Source::Form)], Measure::by_phrase(width / SMALL)) {
            items.extend(put(shaper, line, small, Place { x, y, measure: width }, Setting::Left));
            y += small.height;
        }
    }
    let bottom = top + height;
    let middle = Place { x, y: (y + bottom - small.height) / 2.0, measure: width };
    items.extend(put_form(shaper, &one.inside, small, middle, Setting::Center));
    items.extend(dashed((x, y + 1.0), (x + width, bottom)));
    items
}

fn below(place: Place, height: f32) -> Place {
    Place { y: place.y + height, ..place }
}

fn dashed((x, y): (f32, f32), (right, bottom): (f32, f32)) -> [Item; 4] {
    let line = |x1, y1, x2, y2| Item::Line(Line { x1, y1, x2, y2, thickness: THIN, dash: 2.0 });
    [line(x, y, right, y), line(right, y, right, bottom), line(right, bottom, x, bottom), line(x, bottom, x, y)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fonts::tests::shared;

    fn book(columns: u16, frames: usize, purpose: &str) -> MountBook {
        let frame = |number: usize| MountFrame {
            number: format!("領収書 {number}番"),
            amount: "1,234円".into(),
            lines: vec!["令和7年5月1日　見本商店".into(), purpose.into()],
            inside: "ここに貼る".into(),
        };
        let group = MountGroup {
            heading: "会議費".into(),
            total: "合計 9,999円".into(),
            frames: (1..=frames).map(frame).collect(),
        };
        MountBook {
            title: "領収書貼付台紙".into(),
            body: "見本地区協議会".into(),
            columns,
            groups: vec![group.clone(), group],
        }
    }

    fn laid(book: &MountBook) -> Vec<Sheet> {
        crate::mounts(book, shared()).sheets
    }

    #[test]
    fn three_or_six_stand_on_a_page_and_each_item_begins_on_its_own() {
        assert_eq!(laid(&book(1, 7, "お茶代")).len(), 6);
        assert_eq!(laid(&book(2, 7, "お茶代")).len(), 4);
    }

    #[test]
    fn nothing_stands_in_the_binding_or_beyond_the_paper() {
        let long = "防災訓練の炊き出しに使う里芋と豚肉とこんにゃく、".repeat(5);
        for sheet in laid(&book(2, 6, &long)) {
            for item in &sheet.items {
                let (left, right, bottom) = match item {
                    Item::Text(text) => (text.x, text.x + text.length, text.y),
                    Item::Line(line) => (line.x1.min(line.x2), line.x1.max(line.x2), line.y1.max(line.y2)),
                    _ => continue,
                };
                assert!(left >= LEFT * MM - 0.1, "{item:?}");
                assert!(right <= (PAPER[0] - RIGHT) * MM + 0.1 && bottom <= (PAPER[1] - BOTTOM) * MM + 0.1, "{item:?}");
            }
        }
    }
}
