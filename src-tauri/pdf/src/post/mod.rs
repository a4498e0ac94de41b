//! Labels, envelopes and cards: each address is set on a face by rules that shrink and wrap, and never cut. What does
//! not fit at the least size is told by its number and takes no face.

mod across;
mod badge;
mod beside;
mod certificate;
mod down;
mod sender;
mod sticker;
mod test_print;
mod upright;

use paper::{Addressee, PostRun, Stationery, StickerRun, Writing};
use serde::Serialize;
use ts_rs::TS;

use crate::Face;
use crate::line::{Place, Setting, Style, form_line, put};
use crate::look::MM;
use crate::shape::Shaper;
use crate::sheet::{Item, Sheet};

use sender::Sent;
pub(crate) use test_print::sheet as test_sheet;

/// The smallest size of any letter on a label, in points: smaller is not read by a postman.
pub const LEAST: f32 = 7.0;
/// From one size that is tried to the next.
const STEP: f32 = 0.5;
/// Distance of two baselines of an address, in em.
const LEADING: f32 = 1.3;

/// A rectangle in points from the paper's corner.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Area {
    x: f32,
    y: f32,
    width: f32,
    height: f32,
}

/// A face being filled.
struct FaceArea {
    /// The face itself.
    whole: Area,
    /// The face without the room that stays free.
    inner: Area,
}

/// A part of a run that is the same on every paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PostPart {
    /// 差出人
    Sender,
    /// 文面
    Text,
}

/// What is set, or the part that does not fit at its least size.
type Posting<T> = Result<T, PostPart>;

/// The sheets of a run, the numbers of the addresses that fit on no face, and the parts that fit on no paper.
pub(crate) fn sheets(run: &PostRun, shaper: &mut Shaper) -> (Vec<Sheet>, Vec<usize>, Vec<PostPart>) {
    let mut sheets = Vec::new();
    let mut unfit = Vec::new();
    let (sent, beside) = (sender::set(run, shaper), beside::set(run, shaper));
    let crowded = [sent.as_ref().err(), beside.as_ref().err()].into_iter().flatten().copied().collect();
    let (sent, beside) = (sent.unwrap_or_default(), beside.unwrap_or_default());
    let faces = usize::from(run.stationery.grid.faces().max(1));
    let mut next = usize::from(run.first) % faces;
    for (number, addressee) in run.addressees.iter().enumerate() {
        let area = face(&run.stationery, run.shift, next % faces);
        let Some(items) = set(run, addressee, &area, sent.as_ref(), shaper) else {
            unfit.push(number);
            continue;
        };
        if sheets.is_empty() || next.is_multiple_of(faces) {
            let mut sheet = blank(&run.stationery);
            sheet.items.extend(sent.iter().flat_map(|sent| sent.items.clone()).chain(beside.clone()));
            sheets.push(sheet);
        }
        if let Some(sheet) = sheets.last_mut() {
            sheet.items.extend(items);
        }
        next += 1;
    }
    sheets.iter_mut().flat_map(|sheet: &mut Sheet| &mut sheet.items).for_each(Item::round);
    (sheets, unfit, crowded)
}

/// An empty paper of this kind.
fn blank(stationery: &Stationery) -> Sheet {
    let [width, height] = stationery.paper.map(|tenths| f32::from(tenths) / 10.0);
    Sheet { width_mm: width, height_mm: height, ..Sheet::default() }
}

/// What stands on one face; none when it cannot be set without cutting.
fn set(
    run: &PostRun,
    addressee: &Addressee,
    face: &FaceArea,
    sent: Option<&Sent>,
    shaper: &mut Shaper,
) -> Option<Vec<Item>> {
    match run.stationery.writing {
        Writing::Across => across::set(addressee, face.inner, shaper),
        Writing::Down => down::set(run, addressee, (face, sent), shaper),
        Writing::Badge => badge::set(addressee, face.inner, shaper),
        Writing::Certificate => certificate::set(&run.certificate, addressee, face.inner, shaper),
    }
}

/// The sheets of a run of stickers, and the numbers of those that fit on no face.
pub(crate) fn stickers(run: &StickerRun, shaper: &mut Shaper) -> (Vec<Sheet>, Vec<usize>) {
    let (mut sheets, mut unfit): (Vec<Sheet>, Vec<usize>) = Default::default();
    let faces = usize::from(run.stationery.grid.faces().max(1));
    let mut next = usize::from(run.first) % faces;
    for (number, sticker) in run.stickers.iter().enumerate() {
        let area = face(&run.stationery, run.shift, next % faces);
        let Some(items) = sticker::set(sticker, area.inner, shaper) else {
            unfit.push(number);
            continue;
        };
        if sheets.is_empty() || next.is_multiple_of(faces) {
            sheets.push(blank(&run.stationery));
        }
        if let Some(sheet) = sheets.last_mut() {
            sheet.items.extend(items);
        }
        next += 1;
    }
    sheets.iter_mut().flat_map(|sheet: &mut Sheet| &mut sheet.items).for_each(Item::round);
    (sheets, unfit)
}

/// One face, moved as the test print asked.
fn face(stationery: &Stationery, shift: [i16; 2], number: usize) -> FaceArea {
    let grid = &stationery.grid;
    let [left, top] = grid.corner(u16::try_from(number).unwrap_or_default());
    let (x, y) = (points(left) + shifted(shift[0]), points(top) + shifted(shift[1]));
    let whole = Area { x, y, width: points(grid.width), height: points(grid.height) };
    let [sides, ends] = stationery.inset.map(points);
    let inner = Area { x: x + sides, y: y + ends, width: whole.width - 2.0 * sides, height: whole.height - 2.0 * ends };
    FaceArea { whole, inner }
}

fn points(tenths: u16) -> f32 {
    f32::from(tenths) / 10.0 * MM
}

fn shifted(tenths: i16) -> f32 {
    f32::from(tenths) / 10.0 * MM
}

/// Sizes to try, from the best to the least.
fn sizes(best: f32) -> impl Iterator<Item = f32> {
    sizes_to(best, LEAST)
}

/// Sizes to try, from the best to one that is still large enough.
fn sizes_to(best: f32, enough: f32) -> impl Iterator<Item = f32> {
    let least = enough.max(LEAST);
    let steps = ((best - least) / STEP).max(0.0).ceil() as usize;
    (0..=steps).map(move |step| (best - step as f32 * STEP).max(least))
}

/// 〒760-0033, however it was typed; empty for none.
fn postal_mark(postal: &str) -> String {
    let code = postal.trim().trim_start_matches('〒').trim();
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    match (code.is_empty(), digits.len() == 7) {
        (true, _) => String::new(),
        (false, true) => format!("〒{}-{}", &digits[..3], &digits[3..]),
        (false, false) => format!("〒{code}"),
    }
}

/// True when the lines of a text end where it has blanks: no number of a house is torn from its street.
fn is_whole<'a>(text: &str, lines: impl Iterator<Item = &'a str>) -> bool {
    let mut rest = text.trim_start();
    for line in lines {
        rest = rest.strip_prefix(line).unwrap_or(rest);
        if !rest.is_empty() && !rest.starts_with(char::is_whitespace) {
            return false;
        }
        rest = rest.trim_start();
    }
    true
}

/// One line of the form's own words.
fn words(shaper: &mut Shaper, text: &str, style: Style, place: Place, setting: Setting) -> Vec<Item> {
    let line = form_line(shaper, text, style.face);
    put(shaper, line, style, place, setting)
}

/// Addresses and names are set in 明朝, badges in ゴシック.
const FACE: Face = Face::Mincho;

#[cfg(test)]
mod tests;
