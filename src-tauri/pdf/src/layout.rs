//! A document to sheets: every block becomes slabs, the slabs find their page, the pages are drawn.

use paper::{Block, Document, Negative, Typeface, theme};

use crate::copies::{Copy, part};
use crate::line::{Place, Setting, Style, put_form};
use crate::look::{Air, Frame, MM, size};
use crate::paginate::{Extent, Spot, paginate};
use crate::shape::Shaper;
use crate::sheet::{Item, Polyline, Sheet};
use crate::table::{Part, Ruled};
use crate::{Face, blocks, chart, photos, qr, table, tree};

/// Height of the stamp above a page, its distance from the paper's edge, and the room beside its words.
const STAMP: f32 = 15.0;
const STAMP_EDGE: f32 = 5.0 * MM;
const STAMP_SIDE: f32 = 6.0;
/// Distance of the running head and the page number from what stands on the page.
pub(crate) const MARGIN_GAP: f32 = 10.0;

/// A part of a paper between two page breaks is set with less air where it takes no more pages than these and spills onto the
/// last by no more than this part of those before.
const MOST_PAGES: usize = 4;
const SPILL: f32 = 0.12;

/// What is placed as a whole: a line, a row, a chart.
pub(crate) struct Slab {
    pub extent: Extent,
    pub body: Body,
}

/// What a slab holds.
pub(crate) enum Body {
    /// Things placed from the slab's top.
    Items(Vec<Item>),
    /// Rows of a table; neighbours on a page are drawn together, so that every rule is drawn once.
    Rows { table: usize, part: Part },
}

/// A document being laid out.
pub(crate) struct Layout<'a> {
    pub shaper: &'a mut Shaper,
    pub frame: Frame,
    pub face: Face,
    pub negative: Negative,
    pub air: Air,
    slabs: Vec<Slab>,
    tables: Vec<Ruled>,
    copies: Vec<Copy>,
    /// Empty height asked for before the next block.
    space: f32,
    fresh: bool,
}

/// Lays a document out.
pub(crate) fn sheets(document: &Document, shaper: &mut Shaper) -> Vec<Sheet> {
    let mut layout = Layout::new(document, shaper);
    let ends = |block: &Block| matches!(block, Block::PageBreak | Block::Copy(_));
    document.blocks.split_inclusive(ends).for_each(|blocks| layout.section(blocks));
    layout.finish(document)
}

/// Lays a document out with all its air, however far it spills.
#[cfg(test)]
pub(crate) fn airy(document: &Document, shaper: &mut Shaper) -> Vec<Sheet> {
    let mut layout = Layout::new(document, shaper);
    layout.chunks(&document.blocks);
    layout.finish(document)
}

/// How many pages slabs take.
fn pages(extents: &[Extent], room: f32) -> usize {
    paginate(extents, room).last().map_or(0, |spot| spot.page + 1)
}

fn face(typeface: Typeface) -> Face {
    match typeface {
        Typeface::Mincho => Face::Mincho,
        Typeface::Gothic => Face::Gothic,
    }
}

impl<'a> Layout<'a> {
    fn new(document: &Document, shaper: &'a mut Shaper) -> Layout<'a> {
        Layout {
            shaper,
            frame: Frame::new(document.orientation),
            face: face(document.typeface),
            negative: document.negative,
            air: Air::FULL,
            slabs: Vec::new(),
            tables: Vec::new(),
            copies: Vec::new(),
            space: 0.0,
            fresh: false,
        }
    }

    /// Blocks up to a page break, with as much air as spares a page.
    fn section(&mut self, blocks: &[Block]) {
        let before = (self.slabs.len(), self.tables.len(), self.space, self.fresh, self.copies.len());
        let set = |layout: &mut Self, air| {
            layout.slabs.truncate(before.0);
            layout.tables.truncate(before.1);
            layout.copies.truncate(before.4);
            (layout.space, layout.fresh, layout.air) = (before.2, before.3, air);
            layout.chunks(blocks);
            let extents: Vec<Extent> = layout.slabs[before.0..].iter().map(|slab| slab.extent).collect();
            extents
        };
        let room = self.frame.height;
        let full = set(self, Air::FULL);
        let pages = pages(&full, room);
        let whole: f32 = full.iter().map(|extent| extent.above + extent.height).sum();
        if !(2..=MOST_PAGES).contains(&pages) || whole > room * (pages - 1) as f32 * (1.0 + SPILL) {
            return;
        }
        if self::pages(&set(self, Air::LESS), room) == pages {
            set(self, Air::FULL);
        }
    }

    /// Charts beside each other come as neighbours; any other block comes alone.
    fn chunks(&mut self, blocks: &[Block]) {
        let is_one = |a: &Block, b: &Block| matches!((a, b), (Block::Chart(a), Block::Chart(b)) if a.across > 1 && a.across == b.across);
        blocks.chunk_by(is_one).for_each(|blocks| self.blocks(blocks));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        match blocks {
            [one] => self.block(one),
            charts => {
                let charts = charts.iter().filter_map(|block| match block {
                    Block::Chart(chart) => Some(chart.clone()),
                    _ => None,
                });
                chart::slabs(self, &charts.collect::<Vec<_>>());
            }
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { level, runs } => blocks::heading(self, *level, runs),
            Block::Paragraph { runs, align } => blocks::paragraph(self, runs, *align),
            Block::Lines { lines, place } => blocks::lines(self, lines, *place),
            Block::Table(table) => table::slabs(self, table),
            Block::Chart(chart) => chart::slabs(self, std::slice::from_ref(chart)),
            Block::Tree(one) => tree::slabs(self, one),
            Block::Signature(signers) => blocks::signature(self, signers),
            Block::Photos(all) => photos::slabs(self, all),
            Block::Figure(one) => photos::figure(self, one),
            Block::Qr(words) => qr::slab(self, words),
            Block::Space(mm) => self.space(f32::from(*mm) * MM * self.air.gap),
            Block::PageBreak => self.fresh = true,
            Block::Copy(mark) => {
                self.fresh = true;
                self.copies.push(Copy { slab: self.slabs.len(), mark: mark.clone() });
            }
        }
    }

    /// Running text of this paper.
    pub(crate) fn running(&self) -> Style {
        let size = size(theme::BODY);
        Style { face: self.face, size, height: size * self.air.leading }
    }

    /// Leaves empty height before the next slab.
    pub(crate) fn space(&mut self, height: f32) {
        self.space += height;
    }

    /// Keeps the last so many slabs with each other and with the next.
    pub(crate) fn keep_last(&mut self, count: usize) {
        self.slabs.iter_mut().rev().take(count).for_each(|slab| slab.extent.keep = true);
    }

    /// Adds a slab below the others.
    pub(crate) fn push(&mut self, extent: Extent, body: Body) {
        let above = extent.above + std::mem::take(&mut self.space);
        let fresh = std::mem::take(&mut self.fresh);
        self.slabs.push(Slab { extent: Extent { above, fresh, ..extent }, body });
    }

    /// Takes a table in; its rows are added as slabs by the number given back.
    pub(crate) fn add_table(&mut self, table: Ruled) -> usize {
        self.tables.push(table);
        self.tables.len() - 1
    }

    fn finish(mut self, document: &Document) -> Vec<Sheet> {
        let slabs = std::mem::take(&mut self.slabs);
        let extents: Vec<Extent> = slabs.iter().map(|slab| slab.extent).collect();
        let mut spots = paginate(&extents, self.frame.height);
        let copies = std::mem::take(&mut self.copies);
        let run = part(&copies, &mut spots);
        let count = run.pages;
        let Frame { width_mm, height_mm, .. } = self.frame;
        let mut sheets = vec![Sheet { width_mm, height_mm, ..Sheet::default() }; count];
        self.draw(slabs, &spots, &mut sheets);
        for (page, copy) in run.marks {
            sheets[page].items.extend(self.head(&copies[copy].mark));
        }
        for (nth, sheet) in sheets.iter_mut().enumerate() {
            sheet.items.extend(self.margins(document, nth, count));
            sheet.items.iter_mut().for_each(Item::round);
            photos::place(sheet);
        }
        sheets
    }

    fn draw(&mut self, slabs: Vec<Slab>, spots: &[Spot], sheets: &mut [Sheet]) {
        let mut slabs = slabs.into_iter().zip(spots).peekable();
        while let Some((slab, spot)) = slabs.next() {
            let top = self.frame.top + spot.top;
            let sheet = &mut sheets[spot.page];
            match slab.body {
                Body::Items(items) => sheet.items.extend(items.into_iter().map(|item| item.lowered(top))),
                Body::Rows { table, part } => {
                    let mut parts = vec![part];
                    let same = |body: &Body| matches!(body, Body::Rows { table: other, .. } if *other == table);
                    while let Some((next, _)) = slabs.next_if(|(next, at)| at.page == spot.page && same(&next.body)) {
                        parts.extend(next.body.part());
                    }
                    let table = &mut self.tables[table];
                    sheet.items.extend(table.piece(self.shaper, &parts, spot.repeats, top));
                }
            }
        }
    }

    /// Words above a page, at its left.
    fn head(&mut self, words: &str) -> Vec<Item> {
        let Frame { left: x, width: measure, top, .. } = self.frame;
        let style = Style::running(self.face, size(theme::SMALL));
        let y = top - style.height - MARGIN_GAP;
        put_form(self.shaper, words, style, Place { x, y, measure }, Setting::Left)
    }

    /// The running head and the number of a page.
    fn margins(&mut self, document: &Document, page: usize, pages: usize) -> Vec<Item> {
        let Frame { left: x, width: measure, top, height, .. } = self.frame;
        let style = Style::running(self.face, size(theme::SMALL));
        let mut items = self.stamp(&document.stamp);
        if let Some(words) = document.running_head.as_deref().filter(|_| page > 0) {
            items.extend(self.head(words));
        }
        if document.page_numbers && pages > 1 {
            let y = top + height + MARGIN_GAP;
            let number = format!("{} / {pages}", page + 1);
            items.extend(put_form(self.shaper, &number, style, Place { x, y, measure }, Setting::Center));
        }
        items
    }
}

impl Layout<'_> {
    /// Words in a frame at the top right of the paper, above everything else; set smaller where they are long.
    fn stamp(&mut self, words: &[String]) -> Vec<Item> {
        if words.is_empty() {
            return Vec::new();
        }
        let words = words.join("　");
        let Frame { left, width, .. } = self.frame;
        let em = self.shaper.width(&words, Face::GothicBold);
        let size = size(theme::SMALL).min((width - 2.0 * STAMP_SIDE) / em);
        let inside = em * size + 2.0 * STAMP_SIDE;
        let (x, top, bottom) = (left + width - inside, STAMP_EDGE, STAMP_EDGE + STAMP);
        let corners = vec![(x, top), (x + inside, top), (x + inside, bottom), (x, bottom), (x, top)];
        let mut items = vec![Item::Polyline(Polyline { points: corners, thickness: 0.8, dash: 0.0 })];
        let style = Style { face: Face::GothicBold, size, height: STAMP };
        items.extend(put_form(self.shaper, &words, style, Place { x, y: top, measure: inside }, Setting::Center));
        items
    }
}

impl Body {
    fn part(self) -> Option<Part> {
        match self {
            Body::Rows { part, .. } => Some(part),
            Body::Items(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
