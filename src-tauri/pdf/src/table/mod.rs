//! Ruled tables: cells find their place in a grid, their words are set, rows get their height, and the rows that
//! share a page are drawn in one piece, so that every edge is ruled once.

mod cell;
mod grid;
mod piece;
mod rows;
mod rules;

use paper::{Role, Table, theme};

pub(crate) use rows::Ruled;

use crate::Face;
use crate::layout::{Body, Layout};
use crate::line::{Place, Setting, Style, put_form};
use crate::look::size;
use crate::paginate::Extent;
use crate::sheet::Item;

/// What of a table stands in a slab.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// All its header rows.
    Head,
    /// One of its other rows.
    Row(usize),
}

/// A table of so few rows stays on one page, as a sum with its parts, unless they are tall: more than half a page moved on
/// would leave the page before it empty.
const SHORT: usize = 6;
const TALL: f32 = 0.5;
/// So does one that takes no more of a page than this.
const LOW: f32 = 0.25;

/// Adds a table to a layout. Its first row is not left alone at the foot of a page, unless what would stay with it is tall.
pub(crate) fn slabs(layout: &mut Layout, table: &Table) {
    let ruled = Ruled::new(layout, table);
    let (head, rows) = (ruled.head_height(), ruled.extents());
    caption(layout, table);
    let table = layout.add_table(ruled);
    if head > 0.0 {
        layout.push(Extent { height: head, keep: true, ..Extent::default() }, Body::Rows { table, part: Part::Head });
    }
    let count = rows.len();
    let chained = rows.iter().skip(1).take_while(|(_, keep)| *keep).count() + 2;
    let is_low = rows.iter().take(chained).map(|(height, _)| height).sum::<f32>() < layout.frame.height / 3.0;
    let whole: f32 = rows.iter().map(|(height, _)| height).sum();
    let is_short = (count <= SHORT && whole <= layout.frame.height * TALL) || whole <= layout.frame.height * LOW;
    for (nth, (height, keep)) in rows.into_iter().enumerate() {
        let keep = keep || (nth + 1 < count && ((nth == 0 && is_low) || is_short));
        let extent = Extent { height, keep, repeat: head, ..Extent::default() };
        layout.push(extent, Body::Rows { table, part: Part::Row(nth) });
    }
    layout.space(size(theme::BODY) * 0.5 * layout.air.gap);
}

/// 収入の部 at the left and (単位：円) at the right, on one line above the table.
fn caption(layout: &mut Layout, table: &Table) {
    let (x, measure) = (layout.frame.left, layout.frame.width);
    let caption = Style { face: Face::GothicBold, ..layout.running() };
    let unit = Style { height: caption.height, face: layout.face, size: size(theme::SMALL) };
    let place = Place { x, y: 0.0, measure };
    let mut items: Vec<Item> = Vec::new();
    if let Some(words) = &table.caption {
        items.extend(put_form(layout.shaper, words, caption, place, Setting::Left));
    }
    if let Some(words) = &table.unit {
        items.extend(put_form(layout.shaper, words, unit, place, Setting::Right));
    }
    let height = if items.is_empty() { 0.0 } else { caption.height };
    let above = caption.size * 0.6 * layout.air.gap;
    layout.push(Extent { above, height, keep: true, ..Extent::default() }, Body::Items(items));
}

/// True for rows that close what stands above them and never begin a page.
fn closes(role: Role) -> bool {
    matches!(role, Role::Subtotal | Role::Total | Role::Reference | Role::Note)
}

#[cfg(test)]
mod tests;
