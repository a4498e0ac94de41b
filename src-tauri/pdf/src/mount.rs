//! 領収書貼付台紙: A4, one, three or six frames to a page, bound at the left. Words above a frame wrap and are never cut;
//! the frame takes the room that they leave, and the receipt stands in it as large as it can.

use std::sync::Arc;

use paper::{MountBook, MountFrame, MountGroup, MountSize, Picture, Source};

use crate::Face;
use crate::line::{Place, Setting, Style, put, put_form};
use crate::look::MM;
use crate::shape::Shaper;
use crate::sheet::{Item, Line, Placed, Sheet};
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
/// Room that the words above a frame usually take.
const WORDS: f32 = 14.0;
/// Between a frame and the picture in it.
const AIR: f32 = 1.0;
/// Sizes of letters in points.
const LARGE: f32 = 13.0;
const NORMAL: f32 = 9.5;
const SMALL: f32 = 8.0;
const FACE: Face = Face::Gothic;
const THIN: f32 = 0.5;

/// Frames beside and below each other.
fn grid(size: MountSize) -> [usize; 2] {
    match size {
        MountSize::One => [1, 1],
        MountSize::Three => [1, 3],
        MountSize::Six => [2, 3],
    }
}

/// Width and height of a place with its words and its frame, in points.
fn cell(size: MountSize) -> [f32; 2] {
    let [columns, rows] = grid(size);
    let share = |room: f32, count: usize| (room - GAP * (count - 1) as f32) / count as f32 * MM;
    [share(PAPER[0] - LEFT - RIGHT, columns), share(PAPER[1] - TOP - BOTTOM - HEAD, rows)]
}

/// Pixels that a picture needs in a frame: fine enough for the small letters of a receipt, and no file that cannot be sent.
pub(crate) fn pixels(size: MountSize) -> [u32; 2] {
    const DOTS_PER_POINT: f32 = 300.0 / 72.0;
    const MOST: f32 = 1_800.0;
    let [wide, high] = cell(size);
    [wide, high - WORDS * MM].map(|side| (side * DOTS_PER_POINT).min(MOST) as u32)
}

/// The sheets of a book.
pub(crate) fn sheets(book: &MountBook, shaper: &mut Shaper) -> Vec<Sheet> {
    let [columns, rows] = grid(book.size);
    let mut sheets = Vec::new();
    for group in &book.groups {
        let pages: Vec<&[MountFrame]> = group.frames.chunks(columns * rows).collect();
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
    let mut pictures = Vec::new();
    let ([columns, _], [across, down]) = (grid(book.size), cell(book.size));
    for (number, one) in frames.iter().enumerate() {
        let corner = (
            x + (number % columns) as f32 * (across + GAP * MM),
            (TOP + HEAD) * MM + (number / columns) as f32 * (down + GAP * MM),
        );
        let (drawn, y) = frame(one, corner, (across, down), shaper);
        items.extend(drawn);
        let room = [corner.0, y, corner.0 + across, corner.1 + down];
        pictures.extend(one.picture.as_ref().map(|picture| placed(picture, room)));
    }
    items.iter_mut().for_each(Item::round);
    Sheet { width_mm: PAPER[0], height_mm: PAPER[1], items, pictures, ..Sheet::default() }
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

/// In the middle of the room, as large as it can be, never stretched.
pub(crate) fn placed(picture: &Arc<Picture>, [left, top, right, bottom]: [f32; 4]) -> Placed {
    let (air, [wide, high]) = (AIR * MM, [picture.width, picture.height].map(|side| side.max(1) as f32));
    let room = [(right - left - 2.0 * air).max(1.0), (bottom - top - 2.0 * air).max(1.0)];
    let scale = (room[0] / wide).min(room[1] / high);
    let (width, height) = (wide * scale, high * scale);
    let (x, y) = ((left + right - width) / 2.0, (top + bottom - height) / 2.0);
    Placed { x, y, width, height, picture: Arc::clone(picture) }
}

/// The words above a frame, the frame below them, and where it begins.
fn frame(one: &MountFrame, (x, top): (f32, f32), (width, height): (f32, f32), shaper: &mut Shaper) -> (Vec<Item>, f32) {
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
    if one.picture.is_none() {
        let inside = wrap(shaper, FACE, &[(one.inside.as_str(), &Source::Form)], Measure::by_phrase(width / SMALL));
        let mut middle = (y + bottom - small.height * inside.len() as f32) / 2.0;
        for line in inside {
            items.extend(put(shaper, line, small, Place { x, y: middle, measure: width }, Setting::Center));
            middle += small.height;
        }
    }
    items.extend(dashed((x, y + 1.0), (x + width, bottom)));
    (items, y + 1.0)
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

    fn book(size: MountSize, frames: usize, purpose: &str) -> MountBook {
        let frame = |number: usize| MountFrame {
            number: format!("領収書 {number}番"),
            amount: "1,234円".into(),
            lines: vec!["令和7年5月1日　見本商店".into(), purpose.into()],
            inside: "ここに貼る".into(),
            picture: None,
        };
        let group = MountGroup {
            heading: "会議費".into(),
            total: "合計 9,999円".into(),
            frames: (1..=frames).map(frame).collect(),
        };
        MountBook {
            title: "領収書貼付台紙".into(),
            body: "見本地区協議会".into(),
            size,
            groups: vec![group.clone(), group],
        }
    }

    fn laid(book: &MountBook) -> Vec<Sheet> {
        crate::mounts(book, shared()).sheets
    }

    #[test]
    fn one_three_or_six_stand_on_a_page_and_each_item_begins_on_its_own() {
        assert_eq!(laid(&book(MountSize::Three, 7, "お茶代")).len(), 6);
        assert_eq!(laid(&book(MountSize::Six, 7, "お茶代")).len(), 4);
        assert_eq!(laid(&book(MountSize::One, 7, "お茶代")).len(), 14);
    }

    #[test]
    fn nothing_stands_in_the_binding_or_beyond_the_paper() {
        let long = "防災訓練の炊き出しに使う里芋と豚肉とこんにゃく、".repeat(5);
        for sheet in laid(&book(MountSize::Six, 6, &long)) {
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

    #[test]
    fn a_picture_stands_whole_in_its_frame_and_is_never_stretched() {
        for (size, (width, height)) in
            [(MountSize::One, (3, 4)), (MountSize::Three, (40, 3)), (MountSize::Six, (3, 40)), (MountSize::Six, (1, 1))]
        {
            let bytes = b"picture".to_vec();
            let picture = Picture { width, height, form: paper::PictureForm::Colour, bytes };
            let mut book = book(size, 6, "お茶代");
            book.groups[0].frames[0].picture = Some(Arc::new(picture));
            let sheet = &laid(&book)[0];
            let [placed] = sheet.pictures.as_slice() else { panic!("one picture") };
            let [wide, high] = cell(size);
            let (left, top) = (LEFT * MM, (TOP + HEAD) * MM);
            assert!(placed.x >= left && placed.x + placed.width <= left + wide, "{placed:?}");
            assert!(placed.y >= top && placed.y + placed.height <= top + high, "{placed:?}");
            assert!((placed.width * height as f32 - placed.height * width as f32).abs() < 1.0, "{placed:?}");
            let said = |item: &&Item| matches!(item, Item::Text(text) if text.text == "ここに貼る");
            let empty = book.groups[0].frames.len().min(grid(size)[0] * grid(size)[1]) - 1;
            assert_eq!(sheet.items.iter().filter(said).count(), empty, "no words lie over a picture");
        }
    }
}
