//! Text to glyphs, one cluster (a letter with its marks or variation selector) at a time.
//!
//! The embedded faces have neither kerning nor ligatures between letters, so a cluster looks the same in every
//! text: each is shaped once and remembered, which is what makes a roster of ten thousand rows fast.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use harfrust::{Buffer, Direction, Script, ShapeOptions, ShaperFont};

use crate::fonts::{Font, chain};
use crate::sheet::Item;
use crate::{Face, Fonts, MissingGlyph};

/// Stands for a character that no font has.
pub(crate) const GETA: &str = "〓";

/// A glyph of one of the fonts; lengths in em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub font: usize,
    pub id: u16,
    pub advance: f32,
    pub dx: f32,
    pub dy: f32,
}

/// What a cluster is drawn with.
struct Shaped {
    glyphs: Vec<Glyph>,
    advance: f32,
    /// The characters that the glyphs really show: without a selector that changes nothing.
    text: String,
}

/// Shapes and remembers; one per document.
pub(crate) struct Shaper {
    fonts: Fonts,
    books: [Book; 6],
    /// Clusters that cannot be drawn as typed, with what is drawn instead.
    flaws: HashMap<String, String>,
    missing: BTreeSet<MissingGlyph>,
}

/// The clusters met in one face and direction.
#[derive(Default)]
struct Book {
    shaped: Vec<Shaped>,
    /// Number in `shaped` plus one, by character of the basic plane: nearly every cluster is found without hashing.
    letters: Vec<u32>,
    /// The same for all other clusters.
    others: HashMap<String, u32>,
}

impl Shaper {
    pub(crate) fn new(fonts: &Fonts) -> Shaper {
        let (flaws, missing) = (HashMap::new(), BTreeSet::new());
        Shaper { fonts: fonts.clone(), books: Default::default(), flaws, missing }
    }

    pub(crate) fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// Width of a text in em.
    pub(crate) fn width(&mut self, text: &str, face: Face) -> f32 {
        self.measure(text, face).0
    }

    /// Width of a text in em, and how many letters it has.
    pub(crate) fn measure(&mut self, text: &str, face: Face) -> (f32, usize) {
        clusters(text).fold((0.0, 0), |(em, n), cluster| (em + self.advance(cluster, face), n + 1))
    }

    /// Height of a standing text in em.
    pub(crate) fn height(&mut self, text: &str, face: Face) -> f32 {
        clusters(text).map(|cluster| self.shaped(cluster, face, !is_sideways(cluster)).advance).sum()
    }

    /// Width of one cluster in em.
    pub(crate) fn advance(&mut self, cluster: &str, face: Face) -> f32 {
        self.shaped(cluster, face, false).advance
    }

    /// The glyphs of one cluster.
    pub(crate) fn glyphs(&mut self, cluster: &str, face: Face, vertical: bool) -> &[Glyph] {
        &self.shaped(cluster, face, vertical).glyphs
    }

    /// A text as it can be drawn; what cannot be is noted down.
    pub(crate) fn drawable(&mut self, text: String) -> String {
        if self.flaws.is_empty() || !clusters(&text).any(|c| self.flaws.contains_key(c)) {
            return text;
        }
        let mut drawn = String::with_capacity(text.len());
        for cluster in clusters(&text) {
            let Some(instead) = self.flaws.get(cluster) else {
                drawn.push_str(cluster);
                continue;
            };
            drawn.push_str(instead);
            let (character, drawn) = (cluster.to_owned(), instead.clone());
            self.missing.insert(MissingGlyph { character, drawn, text: text.clone() });
        }
        drawn
    }

    /// The letters of some items whose variant form another font than that of their face draws.
    pub(crate) fn rare_variants(&mut self, items: &[Item]) -> Vec<String> {
        let mut rare = BTreeSet::new();
        for item in items {
            let Item::Text(text) = item else { continue };
            if text.text.contains(is_selector) {
                let variants = clusters(&text.text).filter(|cluster| cluster.contains(is_selector));
                let is_rare = |cluster: &&str| {
                    self.glyphs(cluster, text.face, text.vertical).iter().any(|glyph| glyph.font != chain(text.face)[0])
                };
                rare.extend(variants.filter(is_rare).map(ToOwned::to_owned));
            }
        }
        rare.into_iter().collect()
    }

    /// All that could not be drawn as typed, in a fixed order.
    pub(crate) fn into_missing(self) -> Vec<MissingGlyph> {
        self.missing.into_iter().collect()
    }

    /// Every glyph met so far, by font, with the characters that it stands for.
    pub(crate) fn used(&self) -> Vec<BTreeMap<u16, &str>> {
        let mut used = vec![BTreeMap::new(); self.fonts.all().len()];
        for shaped in self.books.iter().flat_map(|book| &book.shaped) {
            for (nth, glyph) in shaped.glyphs.iter().enumerate() {
                let text = if nth == 0 { shaped.text.as_str() } else { "" };
                let seen = used[glyph.font].entry(glyph.id).or_insert(text);
                *seen = text.min(seen);
            }
        }
        used
    }

    fn shaped(&mut self, cluster: &str, face: Face, vertical: bool) -> &Shaped {
        let book = face as usize * 2 + usize::from(vertical);
        let known = self.books[book].find(cluster);
        let number = known.unwrap_or_else(|| {
            let (shaped, flaw) = shape(&self.fonts, cluster, face, vertical);
            self.flaws.extend(flaw.map(|instead| (cluster.to_owned(), instead)));
            self.books[book].add(cluster, shaped)
        });
        &self.books[book].shaped[number]
    }
}

impl Book {
    fn find(&self, cluster: &str) -> Option<usize> {
        let number = match letter(cluster) {
            Some(letter) => *self.letters.get(letter)?,
            None => *self.others.get(cluster)?,
        };
        (number as usize).checked_sub(1)
    }

    fn add(&mut self, cluster: &str, shaped: Shaped) -> usize {
        self.shaped.push(shaped);
        let number = self.shaped.len() as u32;
        match letter(cluster) {
            Some(letter) => {
                self.letters.resize(usize::from(u16::MAX) + 1, 0);
                self.letters[letter] = number;
            }
            None => drop(self.others.insert(cluster.to_owned(), number)),
        }
        self.shaped.len() - 1
    }
}

/// The number of a cluster that is one character of the basic plane.
fn letter(cluster: &str) -> Option<usize> {
    let mut chars = cluster.chars();
    let number = u16::try_from(u32::from(chars.next()?)).ok()?;
    chars.next().is_none().then_some(usize::from(number))
}

/// Splits a text into letters, each with the marks and the selector that follow it.
pub(crate) fn clusters(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut chars = rest.char_indices().skip(1);
        let end = chars.find(|(_, c)| !joins(*c)).map_or(rest.len(), |(i, _)| i);
        let (cluster, tail) = rest.split_at(end);
        rest = tail;
        (!cluster.is_empty()).then_some(cluster)
    })
}

/// True for a letter that lies on its side in a line from top to bottom, as a browser sets it: Latin letters and their
/// marks. Figures stand.
pub(crate) fn is_sideways(cluster: &str) -> bool {
    let lies = |c| matches!(c, ' '..='/' | ':'..='~' | '\u{A0}' | 'À'..='Ö' | 'Ø'..='ö' | 'ø'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}');
    cluster.chars().next().is_some_and(lies)
}

fn joins(c: char) -> bool {
    is_selector(c) || matches!(c, '\u{300}'..='\u{36F}' | '\u{3099}' | '\u{309A}' | '\u{20D0}'..='\u{20FF}')
}

fn is_selector(c: char) -> bool {
    matches!(c, '\u{FE00}'..='\u{FE0F}' | '\u{E0100}'..='\u{E01EF}')
}

/// Control characters and zero-width marks take no room and need no glyph.
fn is_silent(c: char) -> bool {
    c.is_control() || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Shapes one cluster with the first font that has it; also gives what stands in for it when none has.
fn shape(fonts: &Fonts, cluster: &str, face: Face, vertical: bool) -> (Shaped, Option<String>) {
    let nothing = Shaped { glyphs: Vec::new(), advance: 0.0, text: String::new() };
    if cluster.chars().all(is_silent) {
        return (nothing, None);
    }
    let typed: Vec<char> = cluster.chars().collect();
    let plain: String = typed.iter().filter(|c| !is_selector(**c)).collect();
    let base: String = typed.iter().take(1).collect();
    let drawn = [cluster, plain.as_str(), base.as_str(), GETA].into_iter().find_map(|text| {
        let font = chain(face).iter().copied().find(|font| has(&fonts.all()[*font], text))?;
        Some((text, font))
    });
    let Some((text, font)) = drawn else { return (nothing, Some(String::new())) };
    let text = if is_default(&fonts.all()[font], text) { plain.as_str() } else { text };
    let glyphs = run(&fonts.all()[font], font, text, vertical);
    let advance = glyphs.iter().map(|glyph| glyph.advance).sum();
    let flaw = (drawn.map(|d| d.0) != Some(cluster)).then(|| text.to_owned());
    (Shaped { glyphs, advance, text: text.to_owned() }, flaw)
}

/// True when a font has every character of a cluster, and its variant form if it names one.
fn has(font: &Font, cluster: &str) -> bool {
    let map = font.shaping.charmap();
    let mut chars = cluster.chars();
    let Some(base) = chars.next() else { return false };
    map.map_unicode(base).is_some()
        && chars.all(|c| match is_selector(c) {
            true => map.map_unicode_variant(base, c).is_some(),
            false => map.map_unicode(c).is_some(),
        })
}

/// True when the selector of a cluster asks for the form that the font draws anyway.
fn is_default(font: &Font, cluster: &str) -> bool {
    let map = font.shaping.charmap();
    let (base, selector) = (cluster.chars().next(), cluster.chars().find(|c| is_selector(*c)));
    let (Some(base), Some(selector)) = (base, selector) else { return false };
    map.map_unicode_variant(base, selector) == map.map_unicode(base)
}

fn run(font: &Font, index: usize, text: &str, vertical: bool) -> Vec<Glyph> {
    let mut buffer = Buffer::new();
    buffer.push_str(text);
    buffer.set_direction(if vertical { Direction::TopToBottom } else { Direction::LeftToRight });
    buffer.set_script(Some(Script::HAN));
    let options = ShapeOptions::new().plan(Some(font.plan(vertical)));
    if harfrust::shape(&ShaperFont::new(&font.shaping), &mut buffer, options).is_err() {
        return Vec::new();
    }
    let em = f32::from(font.shaping.units_per_em());
    let placed = buffer.glyph_infos().iter().zip(buffer.glyph_positions());
    placed
        .map(|(info, at)| Glyph {
            font: index,
            id: u16::try_from(info.glyph_id).unwrap_or_default(),
            advance: if vertical { -at.y_advance } else { at.x_advance } as f32 / em,
            dx: at.x_offset as f32 / em,
            dy: at.y_offset as f32 / em,
        })
        .collect()
}

#[cfg(test)]
mod tests;
