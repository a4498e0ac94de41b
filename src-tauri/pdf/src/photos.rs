//! Photographs: two beside each other or one in the middle, each in a frame of one shape with its words under it; never apart from them.

use paper::{Photo, theme};

use crate::layout::{Body, Layout};
use crate::line::{Place, Setting, Style, put};
use crate::look::size;
use crate::mount;
use crate::paginate::Extent;
use crate::sheet::{Framed, Item, Sheet};
use crate::text::{Measure, words, wrap};

/// Between two frames, and above each row of them, in points.
const GAP: f32 = 10.0;
/// Height of a frame to its width.
const SHAPE: f32 = 0.75;

/// One in the middle.
pub(crate) fn figure(layout: &mut Layout, photo: &Photo) {
    let width = layout.frame.width * 2.0 / 3.0;
    let x = layout.frame.left + (layout.frame.width - width) / 2.0;
    let (items, height) = framed(layout, photo, x, width);
    layout.push(Extent { above: GAP, height, ..Extent::default() }, Body::Items(items));
}

/// Rows of two.
pub(crate) fn slabs(layout: &mut Layout, photos: &[Photo]) {
    let width = (layout.frame.width - GAP) / 2.0;
    for row in photos.chunks(2) {
        let (mut items, mut height) = (Vec::new(), 0.0_f32);
        for (nth, photo) in row.iter().enumerate() {
            let x = layout.frame.left + nth as f32 * (width + GAP);
            let (set, high) = framed(layout, photo, x, width);
            items.extend(set);
            height = height.max(high);
        }
        layout.push(Extent { above: GAP, height, ..Extent::default() }, Body::Items(items));
    }
}

/// A frame with its words, and their height together.
fn framed(layout: &mut Layout, photo: &Photo, x: f32, width: f32) -> (Vec<Item>, f32) {
    let style = Style::running(layout.face, size(theme::SMALL));
    let high = width * SHAPE;
    let frame = Framed { x, y: 0.0, width, height: high, key: photo.key.clone(), picture: photo.picture.clone() };
    let mut items = vec![Item::Photo(frame)];
    let mut y = high;
    for line in wrap(layout.shaper, style.face, &words(&photo.caption), Measure::by_phrase(width / style.size)) {
        items.extend(put(layout.shaper, line, style, Place { x, y, measure: width }, Setting::Center));
        y += style.height;
    }
    (items, y)
}

/// Lays the photographs of a page into their frames.
pub(crate) fn place(sheet: &mut Sheet) {
    let placed = sheet.items.iter().filter_map(|item| match item {
        Item::Photo(Framed { x, y, width, height, picture, .. }) => {
            Some(mount::placed(picture.as_ref()?, [*x, *y, x + width, y + height]))
        }
        _ => None,
    });
    sheet.pictures = placed.collect();
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use paper::{Block, Document, Negative, Orientation, Picture, PictureForm, Run, Typeface};

    use super::*;
    use crate::fonts::tests::shared;

    fn document(count: usize) -> Document {
        let picture = Picture { width: 750, height: 1_000, form: PictureForm::Colour, bytes: vec![0xFF, 0xD8] };
        let picture = Some(Arc::new(picture));
        let photo = |nth| Photo {
            key: format!("{nth}"),
            caption: vec![Run::form(format!("{nth}枚目"))],
            picture: picture.clone(),
        };
        Document {
            title: "写真".to_owned(),
            orientation: Orientation::Portrait,
            typeface: Typeface::Mincho,
            negative: Negative::White,
            running_head: None,
            stamp: Vec::new(),
            page_numbers: true,
            blocks: vec![Block::Photos((0..count).map(photo).collect())],
        }
    }

    #[test]
    fn two_stand_beside_each_other_whole_and_with_their_words() {
        let sheets = crate::pages(&document(9), shared()).unwrap().sheets;
        assert_eq!(sheets.iter().map(|sheet| sheet.pictures.len()).sum::<usize>(), 9);
        assert!(sheets.len() == 2 && sheets[0].pictures.len().is_multiple_of(2), "no row is torn");
        let [a, b] = &sheets[0].pictures[..2] else { panic!("two") };
        assert!((a.y - b.y).abs() < 0.01 && a.x + a.width < b.x);
        assert!((a.width / a.height - 0.75).abs() < 0.01, "never stretched");
    }
}
