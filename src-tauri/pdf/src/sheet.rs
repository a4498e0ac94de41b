//! The laid-out page as a value: the writer makes a PDF of it, one component of the page draws it as SVG.
//!
//! Lengths are points (1/72 inch) from the top left corner of the paper, y growing downwards.

use std::sync::Arc;

use paper::{Picture, Source};
use serde::Serialize;
use ts_rs::TS;

/// A document on its pages, with what could not be drawn as it was typed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Pages {
    /// One per page.
    pub sheets: Vec<Sheet>,
    /// Characters that no font has; never silently left out.
    pub missing: Vec<MissingGlyph>,
}

/// A character that no embedded font draws as it was typed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, TS)]
pub struct MissingGlyph {
    /// The character, with its variation selector when it has one.
    pub character: String,
    /// What stands on the paper instead: 〓, or the plain form of the character.
    pub drawn: String,
    /// The text that it occurs in.
    pub text: String,
}

/// One page.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Sheet {
    /// Width of the paper.
    pub width_mm: f32,
    /// Height of the paper.
    pub height_mm: f32,
    /// What stands on it, in the order of drawing.
    pub items: Vec<Item>,
    /// Letters with a variation selector whose form only the rare font of their family has: a screen that falls back
    /// letter by letter would draw the plain form of the first font.
    pub variants: Vec<String>,
    /// Pictures, under everything else.
    #[serde(skip)]
    pub pictures: Vec<Placed>,
}

/// A picture at its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Placed {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// What is drawn there.
    pub picture: Arc<Picture>,
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Item {
    /// Words.
    Text(Text),
    /// Room for handwriting.
    Room(Room),
    /// A straight rule.
    Line(Line),
    /// A filled rectangle without an outline.
    Rect(Rect),
    /// A line through points.
    Polyline(Polyline),
    /// A circle.
    Circle(Circle),
    /// A frame with a photograph in it.
    Photo(Framed),
}

/// A frame with a photograph in it, as large as the frame lets it be.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Framed {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// By which the page finds the photograph.
    pub key: String,
    /// What is printed.
    #[serde(skip)]
    pub picture: Option<Arc<Picture>>,
}

/// Letters of one face and size on one line.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Text {
    /// Left edge; for vertical text the middle of the column.
    pub x: f32,
    /// Baseline; for vertical text the top of the first letter.
    pub y: f32,
    /// Size of the letters.
    pub size: f32,
    /// The words as drawn.
    pub text: String,
    /// The face; rare characters come from its fallback.
    pub face: Face,
    /// Added after every letter but the last.
    pub spacing: f32,
    /// From the first letter's start to the last one's end.
    pub length: f32,
    /// Set from top to bottom.
    pub vertical: bool,
    /// Where the words come from.
    pub source: Source,
}

/// An empty place that a hand will fill.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Room {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// A thin rule is printed under it; a ruled cell needs none.
    pub ruled: bool,
    /// What belongs there.
    pub source: Source,
}

/// A straight rule.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Line {
    /// Start.
    pub x1: f32,
    /// Start.
    pub y1: f32,
    /// End.
    pub x2: f32,
    /// End.
    pub y2: f32,
    /// Thickness.
    pub thickness: f32,
    /// Length of its dashes and gaps; 0 is solid.
    pub dash: f32,
}

/// A filled rectangle.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Rect {
    /// Left edge.
    pub x: f32,
    /// Top edge.
    pub y: f32,
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// Lightness in percent, 100 is white.
    pub shade: u8,
}

/// A line through points.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Polyline {
    /// The points in order.
    pub points: Vec<(f32, f32)>,
    /// Thickness.
    pub thickness: f32,
    /// Length of its dashes and gaps; 0 is solid.
    pub dash: f32,
}

/// A circle, outlined, or filled when it has a shade.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, TS)]
pub struct Circle {
    /// Centre.
    pub x: f32,
    /// Centre.
    pub y: f32,
    /// Radius.
    pub radius: f32,
    /// Thickness of the outline.
    pub thickness: f32,
    /// Lightness of the inside in percent; empty leaves the paper.
    pub shade: Option<u8>,
}

/// The faces that papers are set in. The page knows them by the same names (`--face-mincho` …), each with the rare
/// kanji of its family behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// BIZ UDMincho.
    Mincho,
    /// BIZ UDGothic.
    Gothic,
    /// BIZ UDGothic Bold.
    GothicBold,
}

impl Item {
    /// The same thing further down the page.
    pub(crate) fn lowered(mut self, dy: f32) -> Item {
        match &mut self {
            Item::Text(text) => text.y += dy,
            Item::Room(room) => room.y += dy,
            Item::Line(line) => {
                line.y1 += dy;
                line.y2 += dy;
            }
            Item::Rect(rect) => rect.y += dy,
            Item::Polyline(polyline) => polyline.points.iter_mut().for_each(|p| p.1 += dy),
            Item::Circle(circle) => circle.y += dy,
            Item::Photo(photo) => photo.y += dy,
        }
        self
    }

    /// Brings its lengths to hundredths of a point: finer than any printer, and short when sent to the page.
    pub(crate) fn round(&mut self) {
        let all = |lengths: &mut [&mut f32]| lengths.iter_mut().for_each(|l| **l = (**l * 100.0).round() / 100.0);
        match self {
            Item::Text(t) => all(&mut [&mut t.x, &mut t.y, &mut t.size, &mut t.spacing, &mut t.length]),
            Item::Room(r) => all(&mut [&mut r.x, &mut r.y, &mut r.width, &mut r.height]),
            Item::Line(l) => all(&mut [&mut l.x1, &mut l.y1, &mut l.x2, &mut l.y2]),
            Item::Rect(r) => all(&mut [&mut r.x, &mut r.y, &mut r.width, &mut r.height]),
            Item::Polyline(p) => p.points.iter_mut().for_each(|(x, y)| all(&mut [x, y])),
            Item::Circle(c) => all(&mut [&mut c.x, &mut c.y, &mut c.radius]),
            Item::Photo(p) => all(&mut [&mut p.x, &mut p.y, &mut p.width, &mut p.height]),
        }
    }

    /// A solid rule from one point to another.
    pub(crate) fn rule(from: (f32, f32), to: (f32, f32), thickness: f32) -> Item {
        Item::Line(Line { x1: from.0, y1: from.1, x2: to.0, y2: to.1, thickness, dash: 0.0 })
    }
}
