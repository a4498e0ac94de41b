//! 添付書類: what the rules of a grant want with a paper, until somebody types something else.

use super::Subject;
use super::scope::Texts;
use crate::profile::{Edition, Form};

/// The field that names what is put in with a paper.
const ATTACHMENTS: &str = "attachments";

/// Before each name on a paper that is ticked off: a form whose own list begins with it.
const BOX: char = '□';

/// The texts of a paper, with the attachments that the rules of its grant name where nothing was typed.
pub fn preset(edition: &Edition, form: &Form, of: &Subject, mut texts: Texts) -> Texts {
    let rules = edition.grant_rules(&of.name);
    let papers = rules.map_or(&[][..], |rules| &rules.papers);
    let rule = papers.iter().find(|paper| paper.form.as_deref() == Some(form.texts_id()));
    let wanted = rule.map_or(&[][..], |rule| &rule.attachments);
    let is_typed = texts.get(ATTACHMENTS).is_some_and(|words| !words.is_empty());
    if form.field(ATTACHMENTS).is_some() && !wanted.is_empty() && !is_typed {
        let is_ticked = form.field(ATTACHMENTS).is_some_and(|field| field.blank.starts_with(BOX));
        let mark = |at: usize| if is_ticked { BOX.to_string() } else { wide(at + 1) };
        let numbered = wanted.iter().enumerate().map(|(at, name)| format!("{} {name}", mark(at)));
        texts.insert(ATTACHMENTS.to_owned(), numbered.collect::<Vec<_>>().join("　"));
    }
    texts
}

/// １, ２ … as papers number them.
fn wide(number: usize) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|n| char::from_u32(u32::from('０') + n)).unwrap_or(c);
    number.to_string().chars().map(digit).collect()
}
