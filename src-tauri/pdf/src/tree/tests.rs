use paper::{Block, Document, Level, Negative, Orientation, Run, Typeface};

use super::*;
use crate::fonts::tests::shared;
use crate::look::Frame;

fn boxed(title: &str, lines: usize) -> Boxed {
    Boxed { title: vec![Run::form(title)], lines: vec![vec![Run::form("部会長　讃岐　太郎左衛門")]; lines] }
}

fn pages(levels: Vec<(Branch, Vec<Boxed>)>) -> Vec<crate::Sheet> {
    let levels = levels.into_iter().map(|(branch, boxes)| Level { branch, boxes }).collect();
    let document = Document {
        title: "組織図".to_owned(),
        orientation: Orientation::Portrait,
        typeface: Typeface::Gothic,
        negative: Negative::White,
        running_head: None,
        stamp: Vec::new(),
        page_numbers: true,
        blocks: vec![Block::Tree(Tree { levels })],
    };
    crate::pages(&document, shared()).unwrap().sheets
}

/// Words, lines and boxes, to the last of them.
fn all_stand_within(sheets: &[crate::Sheet]) {
    let frame = Frame::new(Orientation::Portrait);
    let (right, bottom) = (frame.right() + 0.1, frame.top + frame.height + 0.1);
    // The number of the page stands below.
    for item in sheets.iter().flat_map(|sheet| &sheet.items) {
        match item {
            Item::Text(text) if text.text.chars().any(|letter| letter.is_alphabetic()) => {
                assert!(text.x + text.length <= right && text.y <= bottom, "{} runs out", text.text);
            }
            Item::Rect(rect) => assert!(rect.x + rect.width <= right && rect.y + rect.height <= bottom),
            Item::Line(line) => assert!(line.x2 <= right && line.y2.max(line.y1) <= bottom, "{line:?}"),
            _ => {}
        }
    }
}

#[test]
fn a_box_taller_than_a_page_is_told_in_several_and_no_name_is_lost() {
    let all = [(Branch::Trunk, 400), (Branch::Trunk, 110), (Branch::Aside, 70), (Branch::Row, 130)];
    for (branch, lines) in all {
        let sheets = pages(vec![(Branch::Trunk, vec![boxed("総会", 0)]), (branch, vec![boxed("役員会", lines)])]);
        all_stand_within(&sheets);
        let items = sheets.iter().flat_map(|sheet| &sheet.items);
        let names = items.filter(|item| matches!(item, Item::Text(text) if text.text.starts_with("部会長"))).count();
        assert_eq!(names, lines, "{branch:?}");
    }
}

#[test]
fn every_box_stands_whole_within_the_margins_however_many_there_are() {
    let long = "青少年健全育成・見守り・多文化共生推進部会";
    let rows = (0..40).map(|_| boxed(long, 3)).collect();
    let sheets = pages(vec![
        (Branch::Trunk, vec![boxed("役員会", 23)]),
        (Branch::Aside, vec![boxed("監事", 2)]),
        (Branch::Row, rows),
    ]);
    all_stand_within(&sheets);
    let frame = Frame::new(Orientation::Portrait);
    let (mut titles, mut names) = (0, 0);
    for item in sheets.iter().flat_map(|sheet| &sheet.items) {
        if let Item::Text(text) = item {
            titles += usize::from(text.text.starts_with("青少年"));
            names += usize::from(text.text.starts_with("部会長"));
            assert!(text.x + text.length <= frame.right() + 0.1, "{} runs out", text.text);
        }
        if let Item::Rect(head) = item {
            assert!(head.x >= frame.left - 0.1 && head.x + head.width <= frame.right() + 0.1);
            assert!(head.y + head.height <= frame.top + frame.height + 0.1);
        }
    }
    assert_eq!((titles, names), (40, 23 + 2 + 120));
    assert!(sheets.len() > 1, "rows go on to the next page");
}
