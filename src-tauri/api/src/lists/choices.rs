//! What can be chosen for a list.

use office::FiscalYear;
use office::file::View;
use office::lists::gather::{self, Extent};
use office::lists::{
    CardWords, CertificateText, CertificateWords, ListChoice, ListSource, PrintShift, SavedList, SourceWords,
    certificate_texts, collect_forms, stationery, store, words,
};
use paper::{CardSide, Stationery, Writing};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::{Desk, Result};

/// What can be chosen for the lists of a year.
#[derive(Debug, Deserialize, TS)]
pub struct Choices {
    pub year: FiscalYear,
}

/// What can be chosen.
#[derive(Debug, Serialize, TS)]
pub struct ListChoices {
    pub sources: Vec<SourceChoice>,
    pub presets: Vec<ListChoice>,
    pub saved: Vec<SavedList>,
    pub papers: Vec<PaperChoice>,
    pub shifts: Vec<PrintShift>,
    pub honorifics: Vec<String>,
    /// What is proposed for a 往復はがき.
    pub card: CardWords,
    /// What is proposed for a 表彰状, and the texts to begin from.
    pub certificate: CertificateWords,
    pub certificate_texts: Vec<CertificateText>,
    pub forms: Vec<KeyLabel>,
}

/// What can be chosen of one source.
#[derive(Debug, Serialize, TS)]
pub struct SourceChoice {
    pub kind: ListSource,
    pub title: String,
    pub unit: String,
    pub columns: Vec<KeyLabel>,
    pub orders: Vec<KeyLabel>,
    pub groups: Vec<KeyLabel>,
    /// Bodies that occur.
    pub bodies: Vec<String>,
    /// Roles that occur.
    pub roles: Vec<String>,
    pub count: usize,
}

/// A key and what it is called.
#[derive(Debug, Serialize, TS)]
pub struct KeyLabel {
    pub key: String,
    pub label: String,
}

/// A paper that labels or addresses are printed on.
#[derive(Debug, Serialize, TS)]
pub struct PaperChoice {
    pub id: String,
    pub title: String,
    pub products: Vec<String>,
    pub source: String,
    pub is_verified: bool,
    pub columns: u16,
    pub rows: u16,
    pub writing: Writing,
    /// It has a place for the sender.
    pub has_sender: bool,
    /// What is printed beside the address.
    pub beside: Option<CardSide>,
}

impl Command for Choices {
    const NAME: &'static str = "lists.choices";
    type Output = ListChoices;
    fn run(self, desk: &Desk) -> Result<ListChoices> {
        desk.office()?.view(|view| {
            let council = office::council::read(view)?.name;
            let source = |words: &SourceWords| source(view, words, self.year);
            Ok(ListChoices {
                sources: words().sources.iter().map(source).collect::<Result<_>>()?,
                presets: words().presets().collect(),
                saved: store::saved_lists(view)?,
                papers: stationery().iter().map(paper).collect(),
                shifts: store::shifts(view)?,
                honorifics: words().honorifics.clone(),
                card: CardWords::default(),
                certificate: certificate(view, &council, self.year)?,
                certificate_texts: certificate_texts(&council),
                forms: collect_forms().iter().map(|form| key_label(&form.id, &form.title)).collect(),
            })
        })
    }
}

fn source(view: &View, words: &SourceWords, year: FiscalYear) -> Result<SourceChoice> {
    let Extent { bodies, roles, count } = gather::extent(view, words.kind, year)?;
    let pairs = |pairs: &[(String, String)]| pairs.iter().map(|(key, label)| key_label(key, label)).collect();
    Ok(SourceChoice {
        kind: words.kind,
        title: words.title.clone(),
        unit: words.unit.clone(),
        columns: gather::columns(view, words.kind)?.iter().map(|one| key_label(&one.key, &one.label)).collect(),
        orders: pairs(&words.orders),
        groups: pairs(&words.groups),
        bodies: bodies.into_iter().collect(),
        roles: roles.into_iter().collect(),
        count,
    })
}

/// The first text, given by the chair of the year; the day is written by hand until it is typed.
fn certificate(view: &View, council: &str, year: FiscalYear) -> Result<CertificateWords> {
    let (office, name) = gather::giver(view, year)?;
    let first = certificate_texts(council).into_iter().next();
    let begun = |text: CertificateText| CertificateWords {
        title: text.title,
        rank: text.rank,
        text: text.text,
        office,
        name,
        ..CertificateWords::default()
    };
    Ok(first.map(begun).unwrap_or_default())
}

fn key_label(key: &str, label: &str) -> KeyLabel {
    KeyLabel { key: key.to_owned(), label: label.to_owned() }
}

fn paper(paper: &Stationery) -> PaperChoice {
    PaperChoice {
        id: paper.id.clone(),
        title: paper.title.clone(),
        products: paper.products.clone(),
        source: paper.source.clone(),
        is_verified: paper.is_verified,
        columns: paper.grid.columns,
        rows: paper.grid.rows,
        writing: paper.writing,
        has_sender: paper.sender.is_some(),
        beside: paper.beside.map(|beside| beside.side),
    }
}
