//! What stands on a paper until somebody types something else: 添付書類 that the rules of its grant want, what was typed on another
//! paper and stays the same, and what the records say.

use paper::Value;

use super::Subject;
use super::scope::Texts;
use crate::fact::Facts;
use crate::profile::{Edition, Form};

/// The field that names what is put in with a paper.
const ATTACHMENTS: &str = "attachments";

/// Before each name on a paper that is ticked off: a form whose own list begins with it.
const BOX: char = '□';

/// The texts of a paper; where nothing was typed, with what is `lasting` and with the attachments that the rules of its grant name.
pub fn preset(edition: &Edition, form: &Form, of: &Subject, typed: Texts, lasting: Texts) -> Texts {
    let mut texts = lasting;
    texts.extend(typed);
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

/// The same, where nothing stands yet with what the records say.
pub fn begun(form: &Form, facts: &Facts, mut texts: Texts) -> Texts {
    for field in &form.fields {
        let is_typed = texts.get(&field.name).is_some_and(|words| !words.is_empty());
        if let (false, Some(Value::Text(words))) = (is_typed, field.begins_with.as_ref().map(|fact| facts.value(fact)))
        {
            texts.insert(field.name.clone(), words);
        }
    }
    texts
}

/// １, ２ … as papers number them.
fn wide(number: usize) -> String {
    let digit = |c: char| c.to_digit(10).and_then(|n| char::from_u32(u32::from('０') + n)).unwrap_or(c);
    number.to_string().chars().map(digit).collect()
}
