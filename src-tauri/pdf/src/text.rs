//! Words to lines. Widths are in em, so that a line can be measured once and set in any size.

use std::ops::Range;

use paper::{Run, Source};

use crate::Face;
use crate::breaks::{may_hang, opportunities, phrases};
use crate::shape::{Shaper, clusters};

/// Stands, for measuring, for a fact that is not there yet; drawn as room and never as letters.
const ROOM: &str = "＿＿＿＿＿＿＿＿";

/// One line of words.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TextLine {
    pub pieces: Vec<Piece>,
    /// In em.
    pub width: f32,
    /// The last line of its paragraph: never stretched to the margin.
    pub is_last: bool,
}

/// The part of a line that comes from one source.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Piece {
    pub text: String,
    pub source: Source,
    /// In em.
    pub width: f32,
    /// How many letters.
    pub letters: usize,
    /// Which of the words it is from, from 0.
    pub nth: usize,
    /// Drawn with a rule below.
    pub underlined: bool,
}

impl TextLine {
    /// A paragraph of one line from one source.
    pub(crate) fn of(piece: Piece) -> TextLine {
        TextLine { width: piece.width, pieces: vec![piece], is_last: true }
    }

    pub(crate) fn letters(&self) -> usize {
        self.pieces.iter().map(|piece| piece.letters).sum()
    }

    /// The white half of a closing mark at the end of the line, in em; it may stand beyond the margin.
    pub(crate) fn hang(&self) -> f32 {
        self.pieces.last().map_or(0.0, |piece| hang(&piece.text))
    }
}

impl Piece {
    /// Words of a width in em and so many letters.
    pub(crate) fn new(text: &str, source: &Source, (width, letters): (f32, usize)) -> Piece {
        Piece { text: text.to_owned(), source: source.clone(), width, letters, nth: 0, underlined: false }
    }

    /// True for what somebody will write in.
    pub(crate) fn is_room(&self) -> bool {
        is_room(&(&self.text, &self.source))
    }
}

/// Words and where they come from.
pub(crate) type Words<'a> = (&'a str, &'a Source);

/// True for words that stand for room.
pub(crate) fn is_room((text, source): &Words<'_>) -> bool {
    is_open(source) && text.chars().all(|c| ROOM.contains(c))
}

/// The words of a paper's runs, with room where a fact is missing.
pub(crate) fn words(runs: &[Run]) -> Vec<Words<'_>> {
    runs.iter().map(|run| (shown(&run.text, &run.source), &run.source)).collect()
}

/// What is still to be written, and has no words of its own («　年　月　日»), is given room.
fn shown<'a>(text: &'a str, source: &Source) -> &'a str {
    if is_open(source) && text.trim().is_empty() { ROOM } else { text }
}

/// True for what somebody fills in: a missing fact by hand, a text on the page or by hand.
pub(crate) fn is_open(source: &Source) -> bool {
    matches!(source, Source::Missing(_) | Source::Typed(_))
}

/// How long a line may be, and where it may end.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measure {
    em: f32,
    /// Between phrases rather than inside a word, where every phrase fits: for a heading in a narrow column.
    by_phrase: bool,
}

impl Measure {
    /// Lines that end wherever Japanese allows it.
    pub(crate) fn of(em: f32) -> Measure {
        Measure { em, by_phrase: false }
    }

    /// Lines that end between phrases if they can.
    pub(crate) fn by_phrase(em: f32) -> Measure {
        Measure { em, by_phrase: true }
    }
}

/// Breaks words into lines. Blanks at the end of a broken line are dropped.
pub(crate) fn wrap(shaper: &mut Shaper, face: Face, words: &[Words<'_>], measure: Measure) -> Vec<TextLine> {
    one_line(shaper, face, words, measure).map_or_else(|| lines(shaper, face, words, measure), |line| vec![line])
}

/// Words of one source that need no break, as most cells hold them.
fn one_line(shaper: &mut Shaper, face: Face, words: &[Words<'_>], measure: Measure) -> Option<TextLine> {
    let [(text, source)] = words else { return None };
    let (width, letters) = shaper.measure(text, face);
    let fits = width <= measure.em && !text.contains('\n');
    fits.then(|| TextLine::of(Piece::new(text, source, (width, letters))))
}

fn lines(shaper: &mut Shaper, face: Face, words: &[Words<'_>], measure: Measure) -> Vec<TextLine> {
    let whole: String = words.iter().map(|(text, _)| *text).collect();
    let mut lines = Vec::new();
    let mut start = 0;
    for paragraph in whole.split('\n') {
        let mut from = 0;
        for to in line_ends(shaper, face, paragraph, measure) {
            let end = from + paragraph[from..to].trim_end().len();
            lines.push(cut(shaper, face, words, start + from..start + end));
            from = to;
        }
        let last = cut(shaper, face, words, start + from..start + paragraph.len());
        lines.push(TextLine { is_last: true, ..last });
        start += paragraph.len() + 1;
    }
    lines
}

/// Offsets at which the lines of one paragraph end, its own end left out.
fn line_ends(shaper: &mut Shaper, face: Face, text: &str, measure: Measure) -> Vec<usize> {
    if shaper.width(text, face) <= measure.em {
        return Vec::new();
    }
    let reach = Reach::new(shaper, face, text);
    let (mut ends, mut from, mut last) = (Vec::new(), 0, 0);
    for at in reach.breaks(measure) {
        if reach.between(from, at) > measure.em && last > from {
            ends.push(last);
            from = last;
        }
        while reach.between(from, at) > measure.em {
            from = reach.as_far_as(from, measure.em);
            ends.push(from);
        }
        last = at;
    }
    ends
}

/// The white half of a closing mark at the end of a text, in em.
fn hang(text: &str) -> f32 {
    if text.ends_with(may_hang) { 0.5 } else { 0.0 }
}

/// How far each letter of a text reaches from its start.
struct Reach<'a> {
    text: &'a str,
    /// (offset after a letter, em up to there), from (0, 0).
    stops: Vec<(usize, f32)>,
}

impl<'a> Reach<'a> {
    fn new(shaper: &mut Shaper, face: Face, text: &'a str) -> Reach<'a> {
        let mut stops = vec![(0, 0.0)];
        let (mut at, mut em) = (0, 0.0);
        for cluster in clusters(text) {
            at += cluster.len();
            em += shaper.advance(cluster, face);
            stops.push((at, em));
        }
        Reach { text, stops }
    }

    fn em(&self, at: usize) -> f32 {
        let stop = self.stops.partition_point(|(offset, _)| *offset < at);
        self.stops.get(stop).map_or(0.0, |(_, em)| *em)
    }

    /// Where the lines of the text may end.
    fn breaks(&self, measure: Measure) -> Vec<usize> {
        let all = opportunities(self.text);
        if !measure.by_phrase {
            return all;
        }
        let phrases = phrases(self.text, &all);
        let starts = std::iter::once(0).chain(phrases.iter().copied());
        let all_fit = starts.zip(&phrases).all(|(from, to)| self.between(from, *to) <= measure.em);
        if all_fit { phrases } else { all }
    }

    /// Width of a line between two offsets: blanks at its end do not count, a closing mark counts half.
    fn between(&self, from: usize, to: usize) -> f32 {
        let line = self.text[from..to].trim_end();
        self.em(from + line.len()) - self.em(from) - hang(line)
    }

    /// The last letter that still fits, at least one: for a word that is longer than a line.
    fn as_far_as(&self, from: usize, measure: f32) -> usize {
        let start = self.em(from);
        let fits = self.stops.iter().rfind(|(at, em)| *at > from && em - start <= measure);
        let next = self.stops.iter().find(|(at, _)| *at > from);
        fits.or(next).map_or(self.text.len(), |(at, _)| *at)
    }
}

/// The line between two offsets of the whole text.
fn cut(shaper: &mut Shaper, face: Face, words: &[Words<'_>], line: Range<usize>) -> TextLine {
    let mut pieces = Vec::new();
    let mut start = 0;
    for (nth, (text, source)) in words.iter().enumerate() {
        let (from, to) = (line.start.max(start), line.end.min(start + text.len()));
        if from < to {
            let text = &text[from - start..to - start];
            let (width, letters) = shaper.measure(text, face);
            pieces.push(Piece { nth, ..Piece::new(text, source, (width, letters)) });
        }
        start += text.len();
    }
    let width = pieces.iter().map(|piece| piece.width).sum();
    TextLine { pieces, width, is_last: false }
}

#[cfg(test)]
mod tests;
