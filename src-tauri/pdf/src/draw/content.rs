//! The stream of one page: pictures lowest, then rules and fills, words over them.

use crate::look::MM;
use crate::shape::{Glyph, Shaper, clusters, is_sideways};
use crate::sheet::{Circle, Item, Line, Placed, Polyline, Rect, Room, Sheet, Text};

use super::embed::Codes;
use super::syntax::{hundredths, literal, number};

/// Distance of a circle's control points, in radii.
const KAPPA: f32 = 0.552_284_8;
/// The middle of a letter above its baseline, in em: the fonts rise 0.88 above it and fall 0.12 below.
const MIDDLE: f32 = 0.38;

/// Writes one page. Numbers are hundredths of a point, counted from the lower left corner.
pub(super) struct Content<'a> {
    shaper: &'a mut Shaper,
    codes: &'a Codes,
    sheet: &'a Sheet,
    out: Vec<u8>,
    state: State,
}

/// What the page's reader remembers from one operation to the next.
#[derive(Debug, Clone, Copy, PartialEq)]
struct State {
    shade: u8,
    thickness: i32,
    dash: i32,
    font: Option<(usize, i32)>,
    spacing: i32,
    /// Start of the last line of words.
    pen: (i32, i32),
}

impl<'a> Content<'a> {
    pub(super) fn new(shaper: &'a mut Shaper, codes: &'a Codes, sheet: &'a Sheet) -> Content<'a> {
        let state = State { shade: 0, thickness: 100, dash: 0, font: None, spacing: 0, pen: (0, 0) };
        Content { shaper, codes, sheet, out: Vec::with_capacity(64 * sheet.items.len()), state }
    }

    pub(super) fn finish(mut self) -> Vec<u8> {
        let sheet = self.sheet;
        sheet.pictures.iter().enumerate().for_each(|(nth, placed)| self.picture(nth, placed));
        self.op(&[], "2 J 1 j");
        sheet.items.iter().for_each(|item| self.shape(item));
        self.fill(0);
        self.op(&[], "BT");
        for item in &sheet.items {
            match item {
                Item::Text(text) if text.vertical => self.standing(text),
                Item::Text(text) => self.lying(text),
                _ => {}
            }
        }
        self.op(&[], "ET");
        self.out
    }

    /// A picture fills the unit square, which is stretched to its place.
    fn picture(&mut self, nth: usize, placed: &Placed) {
        let (x, y) = self.at((placed.x, placed.y + placed.height));
        self.op(&[], "q");
        self.op(&[hundredths(placed.width), 0, 0, hundredths(placed.height), x, y], "cm");
        self.out.push(b'/');
        self.out.extend(picture_name(nth).bytes());
        self.out.extend(b" Do\nQ\n");
    }

    fn shape(&mut self, item: &Item) {
        match item {
            Item::Text(_) => {}
            Item::Room(room) => self.room(room),
            Item::Line(line) => self.line(line),
            Item::Rect(rect) => self.rect(rect),
            Item::Polyline(polyline) => self.polyline(polyline),
            Item::Circle(circle) => self.circle(circle),
            // Drawn with the pictures of the page.
            Item::Photo(_) => {}
        }
    }

    /// Room in running text is dotted below; a cell has its rules already.
    fn room(&mut self, room: &Room) {
        if room.ruled {
            let y = room.y + room.height;
            self.line(&Line { x1: room.x, y1: y, x2: room.x + room.width, y2: y, thickness: 0.4, dash: 1.5 });
        }
    }

    fn line(&mut self, line: &Line) {
        self.stroke(line.thickness, line.dash);
        self.point((line.x1, line.y1), "m");
        self.point((line.x2, line.y2), "l");
        self.op(&[], "S");
    }

    fn rect(&mut self, rect: &Rect) {
        self.fill(rect.shade);
        let (x, y) = self.at((rect.x, rect.y + rect.height));
        self.op(&[x, y, hundredths(rect.width), hundredths(rect.height)], "re f");
    }

    fn polyline(&mut self, polyline: &Polyline) {
        self.stroke(polyline.thickness, polyline.dash);
        for (nth, point) in polyline.points.iter().enumerate() {
            self.point(*point, if nth == 0 { "m" } else { "l" });
        }
        self.op(&[], "S");
    }

    fn circle(&mut self, circle: &Circle) {
        self.stroke(circle.thickness, 0.0);
        circle.shade.iter().for_each(|shade| self.fill(*shade));
        let Circle { x, y, radius: r, .. } = *circle;
        let k = r * KAPPA;
        self.point((x + r, y), "m");
        for [a, b, c] in [
            [(x + r, y + k), (x + k, y + r), (x, y + r)],
            [(x - k, y + r), (x - r, y + k), (x - r, y)],
            [(x - r, y - k), (x - k, y - r), (x, y - r)],
            [(x + k, y - r), (x + r, y - k), (x + r, y)],
        ] {
            let [a, b, c] = [a, b, c].map(|point| self.at(point));
            self.op(&[a.0, a.1, b.0, b.1, c.0, c.1], "c");
        }
        self.op(&[], if circle.shade.is_some() { "b" } else { "s" });
    }

    /// Words from left to right, in stretches of one font.
    fn lying(&mut self, text: &Text) {
        let (shaper, codes) = (&mut *self.shaper, self.codes);
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut x = text.x;
        for cluster in clusters(&text.text) {
            for glyph in shaper.glyphs(cluster, text.face, false) {
                let code = codes[glyph.font].get(&glyph.id).copied().unwrap_or_default();
                match stretches.last_mut() {
                    Some(last) if last.font == glyph.font && !is_shifted(glyph) => last.codes.push(code),
                    _ => stretches.push(Stretch::new(glyph, code, (x, text.y), text.size)),
                }
                x += glyph.advance * text.size;
            }
            x += text.spacing;
        }
        stretches.iter().for_each(|stretch| self.show(stretch, text.size, text.spacing));
    }

    /// Words from top to bottom, every letter at its own place; Latin letters lie on their side.
    fn standing(&mut self, text: &Text) {
        let (shaper, codes) = (&mut *self.shaper, self.codes);
        let mut letters = Vec::new();
        let mut y = text.y;
        for cluster in clusters(&text.text) {
            let lies = is_sideways(cluster);
            for glyph in shaper.glyphs(cluster, text.face, !lies) {
                let code = codes[glyph.font].get(&glyph.id).copied().unwrap_or_default();
                let letter = match lies {
                    true => Stretch::lying(glyph, code, (text.x, y), text.size),
                    false => Stretch::new(glyph, code, (text.x, y), text.size),
                };
                letters.push((letter, lies));
                y += glyph.advance * text.size;
            }
            y += text.spacing;
        }
        for (letter, lies) in letters {
            if lies { self.show_turned(&letter, text.size) } else { self.show(&letter, text.size, 0.0) }
        }
    }

    /// A letter turned clockwise by a quarter.
    fn show_turned(&mut self, letter: &Stretch, size: f32) {
        self.set(letter.font, size, 0.0);
        let (x, y) = self.at(letter.at);
        self.op(&[0, -100, 100, 0, x, y], "Tm");
        self.tell(letter);
        self.op(&[100, 0, 0, 100, 0, 0], "Tm");
        self.state.pen = (0, 0);
    }

    fn show(&mut self, stretch: &Stretch, size: f32, spacing: f32) {
        self.set(stretch.font, size, spacing);
        let (x, y) = self.at(stretch.at);
        self.op(&[x - self.state.pen.0, y - self.state.pen.1], "Td");
        self.state.pen = (x, y);
        self.tell(stretch);
    }

    /// Font, size and spacing of what is shown next.
    fn set(&mut self, font: usize, size: f32, spacing: f32) {
        let font = (font, hundredths(size));
        if self.state.font != Some(font) {
            self.out.push(b'/');
            self.out.extend(self.shaper.fonts().all()[font.0].tag.bytes());
            self.out.push(b' ');
            self.op(&[font.1], "Tf");
            self.state.font = Some(font);
        }
        let spacing = hundredths(spacing);
        if self.state.spacing != spacing {
            self.op(&[spacing], "Tc");
            self.state.spacing = spacing;
        }
    }

    fn tell(&mut self, stretch: &Stretch) {
        self.out.push(b'(');
        stretch.codes.iter().flat_map(|code| code.to_be_bytes()).for_each(|byte| literal(&mut self.out, byte));
        self.out.extend(b")Tj\n");
    }

    fn fill(&mut self, shade: u8) {
        if self.state.shade != shade {
            self.op(&[i32::from(shade)], "g");
            self.state.shade = shade;
        }
    }

    fn stroke(&mut self, thickness: f32, dash: f32) {
        let (thickness, dash) = (hundredths(thickness), hundredths(dash));
        if self.state.thickness != thickness {
            self.op(&[thickness], "w");
            self.state.thickness = thickness;
        }
        if self.state.dash != dash {
            self.state.dash = dash;
            self.out.push(b'[');
            if dash > 0 {
                number(&mut self.out, dash);
            }
            // Round or square ends would fill the gaps of a dashed rule.
            self.out.extend(if dash > 0 { b"]0 d 0 J\n".as_slice() } else { b"]0 d 2 J\n" });
        }
    }

    fn point(&mut self, point: (f32, f32), operator: &str) {
        let (x, y) = self.at(point);
        self.op(&[x, y], operator);
    }

    fn at(&self, (x, y): (f32, f32)) -> (i32, i32) {
        (hundredths(x), hundredths(self.sheet.height_mm * MM) - hundredths(y))
    }

    fn op(&mut self, numbers: &[i32], operator: &str) {
        for n in numbers {
            number(&mut self.out, *n);
            self.out.push(b' ');
        }
        self.out.extend(operator.as_bytes());
        self.out.push(b'\n');
    }
}

/// What the page calls its pictures.
pub(super) fn picture_name(nth: usize) -> String {
    format!("P{nth}")
}

/// Letters of one font that follow each other.
struct Stretch {
    font: usize,
    at: (f32, f32),
    codes: Vec<u16>,
}

impl Stretch {
    fn new(glyph: &Glyph, code: u16, (x, y): (f32, f32), size: f32) -> Stretch {
        Stretch { font: glyph.font, at: (x + glyph.dx * size, y - glyph.dy * size), codes: vec![code] }
    }

    /// A letter on its side, whose baseline runs down left of the middle of its column.
    fn lying(glyph: &Glyph, code: u16, (x, y): (f32, f32), size: f32) -> Stretch {
        let at = (x + (glyph.dy - MIDDLE) * size, y + glyph.dx * size);
        Stretch { font: glyph.font, at, codes: vec![code] }
    }
}

/// True for a mark that stands elsewhere than after the letter before it.
fn is_shifted(glyph: &Glyph) -> bool {
    glyph.dx.abs() + glyph.dy.abs() > 0.0
}
