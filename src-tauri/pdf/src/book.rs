//! A book: papers after each other, with one running head and one count of pages. What stands in front may say on which
//! page each part begins.

use paper::{Document, theme};

use crate::layout::{self, MARGIN_GAP};
use crate::line::{Place, Setting, Style, put_form};
use crate::look::{Frame, size};
use crate::shape::Shaper;
use crate::sheet::{Item, Sheet};
use crate::{Face, Fonts, Pages, finished};

/// Papers that belong together: an item of a meeting with what it draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Stands at the head of its pages, right: 第1号議案.
    pub mark: String,
    /// Its papers; each begins a page.
    pub documents: Vec<Document>,
}

/// A book on its pages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Book {
    /// Its pages; the first is the cover.
    pub pages: Pages,
    /// On which page each part begins, from 1.
    pub starts: Vec<usize>,
}

/// A front that is laid out this often without coming to rest keeps the last count.
const MOST_ROUNDS: usize = 4;

/// Lays a book out: the front, which is told where each part begins, and the parts behind it. Every page but the cover has
/// the running head and its number.
pub fn book(head: &str, front: impl Fn(&[usize]) -> Document, parts: &[Part], fonts: &Fonts) -> Book {
    let mut shaper = Shaper::new(fonts);
    let parts: Vec<(&str, Vec<Sheet>)> =
        parts.iter().map(|part| (part.mark.as_str(), sheets(part, &mut shaper))).collect();
    let (opening, starts) = settled(front, &parts, &mut shaper);
    let fronts = opening.into_iter().map(|sheet| ("", sheet));
    let behind = parts.into_iter().flat_map(|(mark, sheets)| sheets.into_iter().map(move |sheet| (mark, sheet)));
    let mut all = Vec::new();
    for (nth, (mark, mut sheet)) in fronts.chain(behind).enumerate() {
        if nth > 0 {
            sheet.items.extend(margins(&mut shaper, &sheet, head, mark, nth + 1));
        }
        all.push(sheet);
    }
    Book { pages: finished(all, shaper), starts }
}

/// The front as it says where the parts begin; their places depend on how many pages it has itself.
fn settled(
    front: impl Fn(&[usize]) -> Document,
    parts: &[(&str, Vec<Sheet>)],
    shaper: &mut Shaper,
) -> (Vec<Sheet>, Vec<usize>) {
    let (mut opening, mut starts) = (Vec::new(), starts(0, parts));
    for _ in 0..MOST_ROUNDS {
        opening = layout::sheets(&plain(&front(&starts)), shaper);
        let told = std::mem::replace(&mut starts, self::starts(opening.len(), parts));
        if told == starts {
            break;
        }
    }
    (opening, starts)
}

/// The first page of each part behind so many pages, from 1.
fn starts(front: usize, parts: &[(&str, Vec<Sheet>)]) -> Vec<usize> {
    let next = |page: &mut usize, (_, sheets): &(&str, Vec<Sheet>)| {
        let start = *page;
        *page += sheets.len();
        Some(start)
    };
    parts.iter().scan(front + 1, next).collect()
}

fn sheets(part: &Part, shaper: &mut Shaper) -> Vec<Sheet> {
    part.documents.iter().flat_map(|document| layout::sheets(&plain(document), shaper)).collect()
}

/// A paper without a head and a number of its own.
fn plain(document: &Document) -> Document {
    Document { running_head: None, page_numbers: false, ..document.clone() }
}

/// The head of the book, the mark of the part and the number of the page.
fn margins(shaper: &mut Shaper, sheet: &Sheet, head: &str, mark: &str, number: usize) -> Vec<Item> {
    let Frame { left: x, width: measure, top, height, .. } = Frame::of(sheet.width_mm, sheet.height_mm);
    let style = Style::running(Face::Gothic, size(theme::SMALL));
    let above = Place { x, y: top - style.height - MARGIN_GAP, measure };
    let below = Place { x, y: top + height + MARGIN_GAP, measure };
    let mut items = put_form(shaper, head, style, above, Setting::Left);
    items.extend(put_form(shaper, mark, Style { face: Face::GothicBold, ..style }, above, Setting::Right));
    items.extend(put_form(shaper, &number.to_string(), style, below, Setting::Center));
    items.iter_mut().for_each(Item::round);
    items
}

#[cfg(test)]
mod tests {
    use paper::{Block, Negative, Orientation, Run, Typeface};

    use super::*;

    fn document(title: &str, pages: usize, orientation: Orientation) -> Document {
        let page = |nth: usize| {
            let heading = Block::Heading { level: 1, runs: vec![Run::form(format!("{title}の{nth}"))] };
            if nth == 1 { vec![heading] } else { vec![Block::PageBreak, heading] }
        };
        Document {
            title: title.into(),
            orientation,
            typeface: Typeface::Mincho,
            negative: Negative::White,
            running_head: Some("別の見出し".into()),
            stamp: Vec::new(),
            page_numbers: true,
            blocks: (1..=pages).flat_map(page).collect(),
        }
    }

    fn words(sheet: &Sheet) -> String {
        let text = |item: &Item| match item {
            Item::Text(text) => Some(text.text.clone()),
            _ => None,
        };
        sheet.items.iter().filter_map(text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn the_front_says_where_each_part_begins_however_long_it_is_itself() {
        let part = |mark: &str, pages, lies| Part {
            mark: mark.into(),
            documents: vec![
                document(mark, pages, Orientation::Portrait),
                document("添付", lies, Orientation::Landscape),
            ],
        };
        let parts = [part("第1号議案", 2, 1), part("報告第1号", 1, 3), part("第2号議案", 4, 1)];
        let fonts = Fonts::embedded().unwrap();
        for fronts in [1, 2, 5] {
            let front = |starts: &[usize]| document(&format!("目次{starts:?}"), fronts, Orientation::Portrait);
            let Book { pages, starts } = book("総会資料", front, &parts, &fonts);
            let expected = [fronts + 1, fronts + 4, fronts + 8];
            assert_eq!((starts.as_slice(), pages.sheets.len()), (expected.as_slice(), fronts + 12));
            assert!(words(&pages.sheets[0]).contains(&format!("目次{expected:?}")), "{}", words(&pages.sheets[0]));
            assert!(!words(&pages.sheets[0]).contains("総会資料"), "the cover stands alone");
            for (start, part) in starts.iter().zip(&parts) {
                let page = words(&pages.sheets[start - 1]);
                let first = format!("{}の1", part.mark);
                let foot = format!("|総会資料|{}|{start}", part.mark);
                assert!(page.starts_with(&first) && page.ends_with(&foot), "{page}");
            }
            assert!(pages.sheets.iter().all(|sheet| !words(sheet).contains("別の見出し")), "one head for all");
            let lying = &pages.sheets[fronts + 2];
            assert!(lying.width_mm > lying.height_mm, "what lies stays lying");
        }
    }
}
