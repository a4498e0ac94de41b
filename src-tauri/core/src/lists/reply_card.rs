//! 往復はがきの文面 (`assets/labels/reply-card.toml`): the announcement and the answer as lines, with the user's words.

use std::sync::OnceLock;

use paper::{CardLine, CardSide};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Sender;
use super::words::fill;

/// What the user writes on a 往復はがき; without anything written, what the template proposes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CardWords {
    /// 行事の名: on both halves.
    pub subject: String,
    /// 往信の文面
    pub text: String,
}

/// The template as written.
#[derive(Debug, Default, Deserialize)]
struct File {
    subject: String,
    text: String,
    message: Vec<CardLine>,
    answer: Vec<CardLine>,
}

/// The file; a test holds it readable.
pub(super) const FILE: &str = include_str!("../../../../assets/labels/reply-card.toml");

fn file() -> &'static File {
    static CARD: OnceLock<File> = OnceLock::new();
    CARD.get_or_init(|| toml::from_str(FILE).unwrap_or_default())
}

impl Default for CardWords {
    fn default() -> CardWords {
        CardWords { subject: file().subject.clone(), text: file().text.clone() }
    }
}

/// The lines of one half. A line whose place stays empty is left out.
pub(super) fn lines(side: CardSide, words: &CardWords, sender: &Sender) -> Vec<CardLine> {
    let template = match side {
        CardSide::Message => &file().message,
        CardSide::Answer => &file().answer,
    };
    let places = [
        ("subject", words.subject.trim()),
        ("text", words.text.trim_end()),
        ("council", &sender.council),
        ("postal", &sender.postal),
        ("address", &sender.address),
        ("phone", &sender.phone),
    ];
    let lacks =
        |line: &&CardLine| places.iter().any(|(name, to)| to.is_empty() && line.text.contains(&format!("{{{name}}}")));
    let filled = |line: &CardLine| {
        let (kind, text) = (line.kind, fill(&line.text, &places));
        let line = |text: &str| CardLine { kind, text: text.to_owned() };
        if text.is_empty() { vec![line("")] } else { text.lines().map(line).collect() }
    };
    template.iter().filter(|line| !lacks(line)).flat_map(filled).collect()
}
