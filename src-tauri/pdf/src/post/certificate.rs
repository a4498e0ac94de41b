//! 表彰状・感謝状: from right to left the title, the one who is honoured, the text, the day and the giver. Everything is
//! as large as the paper allows; the room that is left is shared between the parts.

use paper::{Addressee, Certificate, Numerals};

use super::down::{columns, height, put_line, written};
use super::upright::upright;
use super::{Area, sizes_to};
use crate::shape::Shaper;
use crate::sheet::Item;

/// Letters of the text from the head of a column to its foot, at its best and at its least size.
const LETTERS: [f32; 2] = [17.0, 40.0];
/// Sizes beside that of the text.
const RANK: f32 = 1.4;
const NAME: f32 = 1.9;
const GIVER: f32 = 1.25;
/// The title: its size as a share of the height, and the share that its letters are spread over.
const TITLE: f32 = 0.115;
const SPREAD: f32 = 0.62;
/// From the middle of one column to the next, in em.
const PITCH: f32 = 1.7;
/// Least and most room between two parts, in em of the text.
const APART: [f32; 2] = [0.5, 2.4];
/// The day and the giver begin lower than the text, as shares of the height.
const DAY: f32 = 0.12;
const GIVER_BODY: f32 = 0.22;
/// Room below the giver's name for the seal, and below the name of the honoured, in em of each.
const SEAL: f32 = 2.2;
const FOOT: f32 = 0.8;

/// Where a part's columns stand.
#[derive(Clone, Copy)]
enum Stand {
    /// They begin this far down.
    From(f32),
    /// They end this far above the foot.
    To(f32),
    /// Each letter is spread over this much of the height, in the middle.
    Spread(f32),
}

/// Columns that belong together.
struct Part {
    lines: Vec<String>,
    size: f32,
    stand: Stand,
}

/// What stands on the paper; none when it does not fit at the least size.
pub(super) fn set(certificate: &Certificate, to: &Addressee, area: Area, shaper: &mut Shaper) -> Option<Vec<Item>> {
    let [best, least] = LETTERS.map(|letters| area.height / letters);
    let fitting = |size| {
        let parts = parts(certificate, to, area.height, size, shaper);
        let room = area.width - parts.iter().map(Part::width).sum::<f32>();
        let gaps = parts.len().saturating_sub(1).max(1) as f32;
        let is_low = parts.iter().all(|part| part.reach(shaper) <= area.height);
        (is_low && room >= gaps * APART[0] * size).then(|| (parts, (room / gaps).min(APART[1] * size)))
    };
    let (parts, gap) = sizes_to(best, least).find_map(fitting)?;
    let used = parts.iter().map(Part::width).sum::<f32>() + gap * (parts.len() - 1) as f32;
    let mut right = area.x + area.width - (area.width - used) / 2.0;
    let mut items = Vec::new();
    for part in parts {
        items.extend(part.put(right, area, shaper));
        right -= part.width() + gap;
    }
    Some(items)
}

/// The parts from right to left, at one size of the text; an empty one is left out.
fn parts(certificate: &Certificate, to: &Addressee, high: f32, size: f32, shaper: &mut Shaper) -> Vec<Part> {
    let kanji = |text: &str| upright(text, Numerals::Kanji);
    let mut wrapped = |text: &str, below: f32| columns(&kanji(text), high - below, size, shaper).lines;
    let text = certificate.paragraphs.iter().flat_map(|paragraph| wrapped(paragraph, 0.0)).collect();
    let beside = [&to.body, &to.office].into_iter().flat_map(|text| wrapped(text, size)).collect();
    let body = wrapped(&certificate.body, high * GIVER_BODY);
    let giver = [kanji(&certificate.office), kanji(&certificate.name)].join("　").trim().to_owned();
    let part = |lines, size, stand| Part { lines, size, stand };
    let all = [
        part(vec![kanji(&certificate.title)], high * TITLE, Stand::Spread(high * SPREAD)),
        part(vec![kanji(&certificate.rank)], size * RANK, Stand::From(size)),
        part(beside, size, Stand::From(size)),
        part(to.names.iter().map(written).collect(), size * NAME, Stand::To(size * NAME * FOOT)),
        part(text, size, Stand::From(0.0)),
        part(vec![kanji(&certificate.day)], size, Stand::From(high * DAY)),
        part(body, size, Stand::From(high * GIVER_BODY)),
        part(vec![giver], size * GIVER, Stand::To(size * GIVER * SEAL)),
    ];
    all.into_iter().filter(|part| part.lines.iter().any(|line| !line.is_empty())).collect()
}

impl Part {
    fn width(&self) -> f32 {
        self.lines.len() as f32 * self.size * PITCH
    }

    /// How far down or up it takes room.
    fn reach(&self, shaper: &mut Shaper) -> f32 {
        let longest = self.lines.iter().map(|line| height(line, shaper) * self.size).fold(0.0, f32::max);
        match self.stand {
            Stand::From(from) => from + longest,
            Stand::To(to) => to + longest,
            Stand::Spread(_) => longest,
        }
    }

    fn put(&self, right: f32, area: Area, shaper: &mut Shaper) -> Vec<Item> {
        let mut items = Vec::new();
        for (nth, line) in self.lines.iter().enumerate() {
            let x = right - (nth as f32 + 0.5) * self.size * PITCH;
            let long = height(line, shaper) * self.size;
            match self.stand {
                Stand::From(from) => items.extend(put_line(line, (x, area.y + from), self.size, shaper)),
                Stand::To(to) => {
                    items.extend(put_line(line, (x, area.y + area.height - to - long), self.size, shaper));
                }
                Stand::Spread(over) => items.extend(self.spread(line, (x, over.max(long)), area, shaper)),
            }
        }
        items
    }

    /// Each letter by itself, with the same room between them.
    fn spread(&self, line: &str, (x, over): (f32, f32), area: Area, shaper: &mut Shaper) -> Vec<Item> {
        let letters: Vec<String> = line.chars().map(String::from).collect();
        let step = if letters.len() < 2 { 0.0 } else { (over - self.size) / (letters.len() - 1) as f32 };
        let long = if letters.len() < 2 { self.size } else { over };
        let top = area.y + (area.height - long) / 2.0;
        let letter =
            |(nth, letter): (usize, &String)| put_line(letter, (x, top + step * nth as f32), self.size, shaper);
        letters.iter().enumerate().flat_map(letter).collect()
    }
}
