//! Pages on sheets of paper: as they are, smaller, larger, or two beside each other so that the folded stack is a booklet.

use crate::look::MM;
use crate::sheet::Sheet;

/// What a book is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Binding {
    /// A4, page after page.
    A4,
    /// B5, page after page.
    B5,
    /// A3, page after page, for a wall.
    A3,
    /// A4 pages two by two on A3, to be folded.
    FoldedA3,
    /// B5 pages two by two on B4, to be folded.
    FoldedB4,
    /// A5 pages two by two on A4, to be folded.
    FoldedA4,
}

/// One side of a sheet of paper.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plate {
    pub width_mm: f32,
    pub height_mm: f32,
    pub places: Vec<Mounted>,
}

/// A page at its place: which one, and what carries it there from its own lower left corner, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Mounted {
    pub page: usize,
    pub matrix: [f32; 6],
}

impl Binding {
    /// Width and height of one page.
    fn page(self) -> (f32, f32) {
        match self {
            Binding::A4 | Binding::FoldedA3 => (210.0, 297.0),
            Binding::B5 | Binding::FoldedB4 => (182.0, 257.0),
            Binding::A3 => (297.0, 420.0),
            Binding::FoldedA4 => (148.0, 210.0),
        }
    }

    fn is_folded(self) -> bool {
        matches!(self, Binding::FoldedA3 | Binding::FoldedB4 | Binding::FoldedA4)
    }
}

/// The sides in the order in which they are printed: of a folded book the front and the back of each sheet, the outermost
/// sheet first.
pub(crate) fn plates(sheets: &[Sheet], binding: Binding) -> Vec<Plate> {
    let (width_mm, height_mm) = binding.page();
    let mounted = |page: usize, left: f32| Mounted { page, matrix: carry(&sheets[page], (width_mm, height_mm), left) };
    if !binding.is_folded() {
        let alone = |page| Plate { width_mm, height_mm, places: vec![mounted(page, 0.0)] };
        return (0..sheets.len()).map(alone).collect();
    }
    let side = |[left, right]: [Option<usize>; 2]| {
        let places = [(left, 0.0), (right, width_mm)].into_iter().filter_map(|(page, at)| Some(mounted(page?, at)));
        Plate { width_mm: 2.0 * width_mm, height_mm, places: places.collect() }
    };
    folded(sheets.len()).into_iter().map(side).collect()
}

/// Which pages stand left and right on each side of the sheets of a booklet of `count` pages bound at the left; pages
/// that there are not are blank, so that the sheets are full.
fn folded(count: usize) -> Vec<[Option<usize>; 2]> {
    let all = count.div_ceil(4) * 4;
    let there = |page: usize| (page < count).then_some(page);
    let sheet = |nth: usize| {
        let (first, last) = (2 * nth, all - 1 - 2 * nth);
        [[there(last), there(first)], [there(first + 1), there(last - 1)]]
    };
    (0..all / 4).flat_map(sheet).collect()
}

/// What carries a page into a place that begins `left` millimetres from the edge: as large as the place takes, in its middle.
/// A page that lies is turned so that its head is at the left.
fn carry(sheet: &Sheet, (width, height): (f32, f32), left: f32) -> [f32; 6] {
    let lies = sheet.width_mm > sheet.height_mm;
    let (across, up) = if lies { (sheet.height_mm, sheet.width_mm) } else { (sheet.width_mm, sheet.height_mm) };
    let scale = (width / across).min(height / up);
    let x = (left + (width - across * scale) / 2.0) * MM;
    let y = (height - up * scale) / 2.0 * MM;
    match lies {
        true => [0.0, scale, -scale, 0.0, x + across * scale * MM, y],
        false => [scale, 0.0, 0.0, scale, x, y],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads a folded and nested stack from cover to cover.
    fn leafed(sides: &[[Option<usize>; 2]]) -> Vec<Option<usize>> {
        let fronts = sides.chunks(2).flat_map(|sheet| [sheet[0][1], sheet[1][0]]);
        let backs = sides.chunks(2).rev().flat_map(|sheet| [sheet[1][1], sheet[0][0]]);
        fronts.chain(backs).collect()
    }

    #[test]
    fn m01_a_folded_stack_of_one_to_44_pages_is_read_from_cover_to_cover() {
        for count in 1..=44 {
            let sides = folded(count);
            assert_eq!(sides.len(), 2 * count.div_ceil(4), "two sides of each sheet of {count} pages");
            let read = leafed(&sides);
            let expected: Vec<Option<usize>> =
                (0..count.div_ceil(4) * 4).map(|page| (page < count).then_some(page)).collect();
            assert_eq!(read, expected, "{count} pages, the blanks at the end");
        }
    }

    #[test]
    fn m01_each_sheet_of_a_booklet_is_as_printers_fold_it() {
        let numbers = |count| -> Vec<[usize; 2]> {
            folded(count).iter().map(|side| side.map(|page| page.map_or(0, |page| page + 1))).collect()
        };
        assert_eq!(numbers(4), [[4, 1], [2, 3]]);
        assert_eq!(numbers(8), [[8, 1], [2, 7], [6, 3], [4, 5]]);
        assert_eq!(numbers(6), [[0, 1], [2, 0], [6, 3], [4, 5]], "7 and 8 are blank");
        assert_eq!(numbers(40)[..4], [[40, 1], [2, 39], [38, 3], [4, 37]]);
        assert_eq!(numbers(40)[18..], [[22, 19], [20, 21]], "the innermost sheet");
    }

    fn sheet(width_mm: f32, height_mm: f32) -> Sheet {
        Sheet { width_mm, height_mm, ..Sheet::default() }
    }

    /// Where the corners of a page come to lie, in whole millimetres from the lower left of the paper: its head's left and right.
    fn head(sheet: &Sheet, at: &Mounted) -> [(i32, i32); 2] {
        let [a, b, c, d, e, f] = at.matrix;
        let mm = |x: f32, y: f32| {
            let (x, y) = (x * MM, y * MM);
            (((a * x + c * y + e) / MM).round() as i32, ((b * x + d * y + f) / MM).round() as i32)
        };
        [mm(0.0, sheet.height_mm), mm(sheet.width_mm, sheet.height_mm)]
    }

    #[test]
    fn every_page_stays_on_its_half_and_what_lies_has_its_head_at_the_left() {
        let sheets = [sheet(210.0, 297.0), sheet(297.0, 210.0), sheet(297.0, 210.0)];
        let heads = |binding| -> Vec<Vec<[(i32, i32); 2]>> {
            let place = |at: &Mounted| head(&sheets[at.page], at);
            plates(&sheets, binding).iter().map(|plate| plate.places.iter().map(place).collect()).collect()
        };
        let (upright, turned) = ([(0, 297), (210, 297)], [(0, 0), (0, 297)]);
        assert_eq!(heads(Binding::A4), [[upright], [turned], [turned]]);
        let right = |corners: [(i32, i32); 2]| corners.map(|(x, y)| (x + 210, y));
        assert_eq!(heads(Binding::FoldedA3), [vec![right(upright)], vec![turned, right(turned)]]);
        // 297 mm become 257: a hair narrower than the paper, so it stands in the middle.
        assert_eq!(heads(Binding::B5), [[[(0, 257), (182, 257)]], [[(0, 0), (0, 257)]], [[(0, 0), (0, 257)]]]);
        assert_eq!(heads(Binding::A3)[0], [[(0, 420), (297, 420)]], "as large as the wall's paper");
        let sizes: Vec<(f32, f32)> = [Binding::A4, Binding::B5, Binding::A3, Binding::FoldedA3, Binding::FoldedB4]
            .map(|binding| plates(&sheets, binding)[0].clone())
            .map(|plate| (plate.width_mm, plate.height_mm))
            .to_vec();
        assert_eq!(sizes, [(210.0, 297.0), (182.0, 257.0), (297.0, 420.0), (420.0, 297.0), (364.0, 257.0)]);
    }
}
