//! 組織図: boxes joined by lines. A row of boxes is never torn; more rows than one hang on a rail at the left.

use paper::{Boxed, Branch, Tree, theme};

use crate::Face;
use crate::layout::{Body, Layout};
use crate::line::{Place, Setting, Style, put};
use crate::look::{CELL_SIDE, CELL_TOP, size, thickness};
use crate::paginate::Extent;
use crate::shape::Shaper;
use crate::sheet::{Item, Rect};
use crate::text::{Measure, TextLine, words, wrap};

/// Height of the line between two levels, and half of it, where a row's own line runs.
const GAP: f32 = 18.0;
const HALF: f32 = GAP / 2.0;
/// Between two boxes of a row, and between the rail and the first of them.
const BESIDE: f32 = 10.0;
/// The narrowest box of a row.
const NARROWEST: f32 = 104.0;
/// Parts of the width: a box on the line, one beside it.
const TRUNK: f32 = 0.36;
const ASIDE: f32 = 0.28;
/// More names than these stand in two columns, more than those in three, and the box is wider.
const TALL: usize = 8;
const TALLEST: usize = 48;
/// A name is set as small as this before it is broken, in points.
const LEAST: f32 = 7.5;

/// Where the line from above comes down.
struct Tip {
    x: f32,
    is_first: bool,
}

/// A box with its words broken into lines, before its place is known.
struct Set {
    title: Vec<TextLine>,
    /// Lines with the size of their letters.
    columns: Vec<Vec<(TextLine, f32)>>,
    height: f32,
}

/// The look of titles and of the lines under them.
#[derive(Clone, Copy)]
struct Looks {
    title: Style,
    line: Style,
}

/// Slabs of a tree: one for each level, of a level with many boxes one for each row.
pub(crate) fn slabs(layout: &mut Layout, tree: &Tree) {
    let levels: Vec<_> = tree.levels.iter().filter(|level| !level.boxes.is_empty()).collect();
    let mut tip = Tip { x: layout.frame.left + layout.frame.width / 2.0, is_first: true };
    for (nth, level) in levels.iter().enumerate() {
        let is_last = nth + 1 == levels.len();
        match level.branch {
            Branch::Trunk => level.boxes.iter().for_each(|one| trunk(layout, one, &mut tip)),
            Branch::Aside => asides(layout, &level.boxes, &mut tip, is_last),
            Branch::Row => {
                let boxes: Vec<Boxed> = level.boxes.iter().flat_map(|one| parted(layout, one, NARROWEST, 1)).collect();
                rows(layout, &boxes, &mut tip, is_last);
            }
        }
    }
}

/// How many boxes stand beside each other at most.
fn most(width: f32) -> usize {
    ((width / (NARROWEST + BESIDE)).floor() as usize).max(1)
}

/// A box that no page holds is told in as many as it takes, each under the same title.
fn parted(layout: &mut Layout, one: &Boxed, width: f32, columns: usize) -> Vec<Boxed> {
    if one.lines.len() < 2 || GAP + set(layout, one, width, columns).height <= layout.frame.height {
        return vec![one.clone()];
    }
    let (above, below) = one.lines.split_at(one.lines.len().div_ceil(2));
    let part = |lines: &[Vec<paper::Run>]| Boxed { title: one.title.clone(), lines: lines.to_vec() };
    [part(above), part(below)].iter().flat_map(|half| parted(layout, half, width, columns)).collect()
}

fn trunk(layout: &mut Layout, one: &Boxed, tip: &mut Tip) {
    let (columns, wider) = match one.lines.len() {
        many if many > TALLEST => (3, 2.4),
        some if some > TALL => (2, 1.6),
        _ => (1, 1.0),
    };
    let width = layout.frame.width * TRUNK * wider;
    for part in parted(layout, one, width, columns) {
        on_trunk(layout, &part, tip, (width, columns));
    }
}

fn on_trunk(layout: &mut Layout, one: &Boxed, tip: &mut Tip, (width, columns): (f32, usize)) {
    let set = set(layout, one, width, columns);
    let x = (tip.x - width / 2.0).max(layout.frame.left);
    let top = if tip.is_first { 0.0 } else { GAP };
    let mut items = if tip.is_first { Vec::new() } else { vec![rule((tip.x, 0.0), (tip.x, GAP))] };
    let height = top + set.height;
    items.extend(drawn(layout, set, x, top, width, None));
    tip.is_first = false;
    push(layout, height, items);
}

fn asides(layout: &mut Layout, boxes: &[Boxed], tip: &mut Tip, is_last: bool) {
    let width = layout.frame.width * ASIDE;
    let parts: Vec<Boxed> = boxes.iter().flat_map(|one| parted(layout, one, width, 1)).collect();
    for (nth, part) in parts.iter().enumerate() {
        aside(layout, part, tip, is_last && nth + 1 == parts.len());
    }
}

fn aside(layout: &mut Layout, one: &Boxed, tip: &mut Tip, is_last: bool) {
    let width = layout.frame.width * ASIDE;
    let set = set(layout, one, width, 1);
    let (x, middle) = (layout.frame.right() - width, GAP + set.height / 2.0);
    let height = GAP + set.height;
    let mut items =
        vec![rule((tip.x, 0.0), (tip.x, if is_last { middle } else { height })), rule((tip.x, middle), (x, middle))];
    items.extend(drawn(layout, set, x, GAP, width, None));
    push(layout, height, items);
}

fn rows(layout: &mut Layout, boxes: &[Boxed], tip: &mut Tip, is_last: bool) {
    let across = Tree::across(boxes.len(), most(layout.frame.width));
    let has_rail = boxes.len() > across || !is_last;
    let left = layout.frame.left + if has_rail { BESIDE } else { 0.0 };
    let room = layout.frame.right() - left;
    // Few boxes are no wider than one on the line.
    let width = ((room - BESIDE * (across - 1) as f32) / across as f32).min(layout.frame.width * TRUNK);
    let rail = layout.frame.left;
    let count = boxes.len().div_ceil(across);
    for (nth, row) in boxes.chunks(across).enumerate() {
        let sets: Vec<Set> = row.iter().map(|one| set(layout, one, width, 1)).collect();
        let tallest = sets.iter().map(|set| set.height).fold(0.0, f32::max);
        let taken = width * row.len() as f32 + BESIDE * (row.len() - 1) as f32;
        // The first row stands under the line, the others begin where it does.
        let from = left + if count == 1 { (room - taken) / 2.0 } else { 0.0 };
        let middle = |at: usize| from + width / 2.0 + at as f32 * (width + BESIDE);
        let goes_on = nth + 1 < count || !is_last;
        let ends = [middle(0), middle(row.len() - 1), if nth == 0 { tip.x } else { rail }];
        let mut items = vec![rule((ends[2], 0.0), (ends[2], HALF))];
        let leftmost = if has_rail { rail } else { ends.iter().copied().fold(f32::MAX, f32::min) };
        items.push(rule((leftmost, HALF), (ends.iter().copied().fold(f32::MIN, f32::max), HALF)));
        if goes_on {
            items.push(rule((rail, HALF), (rail, GAP + tallest)));
        }
        for (at, set) in sets.into_iter().enumerate() {
            items.push(rule((middle(at), HALF), (middle(at), GAP)));
            items.extend(drawn(layout, set, middle(at) - width / 2.0, GAP, width, Some(tallest)));
        }
        push(layout, GAP + tallest, items);
    }
    tip.x = rail;
}

fn push(layout: &mut Layout, height: f32, items: Vec<Item>) {
    layout.push(Extent { height, ..Extent::default() }, Body::Items(items));
}

fn rule(from: (f32, f32), to: (f32, f32)) -> Item {
    Item::rule(from, to, thickness(theme::FRAME))
}

fn looks(layout: &Layout) -> Looks {
    let full = size(theme::TABLE);
    Looks { title: Style::cell(Face::GothicBold, full), line: Style::cell(layout.face, full) }
}

/// The words of a box in its width; long ones are broken, none is cut.
fn set(layout: &mut Layout, one: &Boxed, width: f32, columns: usize) -> Set {
    let Looks { title, line } = looks(layout);
    let inside = width - 2.0 * CELL_SIDE;
    let heading = wrap(layout.shaper, title.face, &words(&one.title), Measure::by_phrase(inside / title.size));
    let per_column = one.lines.len().div_ceil(columns).max(1);
    let measure = (inside - BESIDE * (columns - 1) as f32) / columns as f32;
    let mut set_lines = |lines: &[Vec<paper::Run>]| -> Vec<(TextLine, f32)> {
        lines.iter().flat_map(|runs| fitted(layout.shaper, line, runs, measure)).collect()
    };
    let columns: Vec<Vec<(TextLine, f32)>> = one.lines.chunks(per_column).map(&mut set_lines).collect();
    let longest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let below = if longest == 0 { 0.0 } else { longest as f32 * line.height + 2.0 * CELL_TOP };
    let height = heading.len() as f32 * title.height + 2.0 * CELL_TOP + below;
    Set { title: heading, columns, height }
}

/// One line, set a little smaller if it must be; a longer one is broken between its words.
fn fitted(shaper: &mut Shaper, style: Style, runs: &[paper::Run], measure: f32) -> Vec<(TextLine, f32)> {
    let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
    let fits = measure / shaper.width(&whole, style.face);
    let size = if fits < LEAST { style.size } else { style.size.min(fits) };
    // A hair more than the measure, so that what was just made to fit is not broken by rounding.
    let lines = wrap(shaper, style.face, &words(runs), Measure::by_phrase(measure / size + 0.01));
    lines.into_iter().map(|line| (line, size)).collect()
}

/// A box at its place; in a row it is as tall as the tallest.
fn drawn(layout: &mut Layout, set: Set, x: f32, y: f32, width: f32, tall: Option<f32>) -> Vec<Item> {
    let Looks { title, line } = looks(layout);
    let height = tall.unwrap_or(set.height);
    let head = set.title.len() as f32 * title.height + 2.0 * CELL_TOP;
    let shade = theme::row_look(paper::Role::Head).shade;
    let (right, bottom) = (x + width, y + height);
    let corners = [(x, y), (right, y), (right, bottom), (x, bottom), (x, y)];
    let mut items = vec![Item::Rect(Rect { x, y, width, height: head, shade })];
    items.extend(corners.windows(2).map(|side| rule(side[0], side[1])));
    let inside = width - 2.0 * CELL_SIDE;
    let mut top = y + CELL_TOP;
    for words in set.title {
        let place = Place { x: x + CELL_SIDE, y: top, measure: inside };
        items.extend(put(layout.shaper, words, title, place, Setting::Center));
        top += title.height;
    }
    if set.columns.is_empty() {
        return items;
    }
    items.push(Item::rule((x, y + head), (right, y + head), thickness(theme::RULE)));
    let count = set.columns.len();
    let measure = (inside - BESIDE * (count - 1) as f32) / count as f32;
    let setting = if count == 1 { Setting::Center } else { Setting::Left };
    for (nth, lines) in set.columns.into_iter().enumerate() {
        let at = x + CELL_SIDE + nth as f32 * (measure + BESIDE);
        for (row, (words, size)) in lines.into_iter().enumerate() {
            let y = y + head + CELL_TOP + row as f32 * line.height;
            items.extend(put(layout.shaper, words, Style { size, ..line }, Place { x: at, y, measure }, setting));
        }
    }
    items
}

#[cfg(test)]
mod tests;
