//! 総会資料: cover, 次第 with pages, and every item with the papers that it draws from the records, as one booklet.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use office::FiscalYear;
use office::fact::{Fact, FactRow, Facts};
use office::meetings::facts::with_pages;
use office::meetings::{AgendaItemId, Known, Lack, MeetingId, draft_mark, draws, store};
use office::reporting::{self, Frozen, State};
use paper::{Block, Document, Run};
use pdf::{Binding, Book, Part};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{MeetingFile, bylaws};
use crate::command::Command;
use crate::reports::{OnePaper, Sources, paper_error};
use crate::{Desk, Result};

/// The cover with 次第, and the first page of an item.
const FRONT: &str = "meeting-booklet";
const ITEM: &str = "meeting-item";
pub(super) const LIST: &str = "meetings.list";

/// The booklet of a meeting on its pages.
#[derive(Debug, Deserialize, TS)]
pub struct Booklet {
    #[ts(type = "string")]
    pub id: MeetingId,
}

/// The booklet of a meeting on its pages.
#[derive(Debug, Serialize, TS)]
pub struct BookletShown {
    pub title: String,
    pub pages: pdf::Pages,
    /// Sheets of paper that a folded copy takes.
    pub folded_sheets: usize,
    pub chapters: Vec<Chapter>,
}

/// An item in the booklet.
#[derive(Debug, Serialize, TS)]
pub struct Chapter {
    #[ts(type = "string")]
    pub item_id: AgendaItemId,
    pub label: String,
    pub title: String,
    /// The page on which it begins, from 1.
    pub page: usize,
    pub papers: Vec<ChapterPaper>,
    /// What it has not yet, without which its pages say nothing.
    pub lacks: Option<Lack>,
}

/// A paper of the records in the booklet.
#[derive(Debug, Serialize, TS)]
pub struct ChapterPaper {
    pub form: String,
    pub title: String,
    pub year: FiscalYear,
    /// What it lacks.
    pub missing: usize,
}

impl Command for Booklet {
    const NAME: &'static str = "meetings.booklet";
    type Output = BookletShown;
    fn run(self, desk: &Desk) -> Result<BookletShown> {
        let Made { title, book, chapters } = make(desk, self.id)?;
        Ok(BookletShown { title, folded_sheets: book.pages.sheets.len().div_ceil(4), pages: book.pages, chapters })
    }
}

/// How a booklet is printed.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Binds {
    /// A4, page after page.
    A4,
    /// B5, page after page.
    B5,
    /// Two A4 pages beside each other on A3, to be folded.
    FoldedA3,
    /// Two B5 pages beside each other on B4, to be folded.
    FoldedB4,
}

impl Binds {
    fn binding(self) -> Binding {
        match self {
            Binds::A4 => Binding::A4,
            Binds::B5 => Binding::B5,
            Binds::FoldedA3 => Binding::FoldedA3,
            Binds::FoldedB4 => Binding::FoldedB4,
        }
    }

    /// What the file's name says.
    fn label(self) -> &'static str {
        match self {
            Binds::A4 => "",
            Binds::B5 => "_B5",
            Binds::FoldedA3 => "_A3二つ折り",
            Binds::FoldedB4 => "_B4二つ折り",
        }
    }
}

/// Puts the booklet of a meeting out as PDF.
#[derive(Debug, Deserialize, TS)]
pub struct PutOutBooklet {
    #[ts(type = "string")]
    pub id: MeetingId,
    pub binds: Binds,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for PutOutBooklet {
    const NAME: &'static str = "meetings.put_out_booklet";
    type Output = MeetingFile;
    fn run(self, desk: &Desk) -> Result<MeetingFile> {
        let Made { title, book, .. } = make(desk, self.id)?;
        let bytes = pdf::bind(&book.pages, self.binds.binding(), &title, desk.fonts()?).map_err(paper_error)?;
        let name = format!("{}{}.pdf", title.replace('　', "_"), self.binds.label());
        MeetingFile::write(desk, self.folder.as_ref(), &name, &bytes)
    }
}

/// A booklet and what stands in it.
struct Made {
    title: String,
    book: Book,
    chapters: Vec<Chapter>,
}

fn make(desk: &Desk, id: MeetingId) -> Result<Made> {
    let known = desk.office()?.view(|view| Known::load(view, id))?;
    let sources = Drawn::load(desk, &known)?;
    let of_meeting =
        |form| -> Result<OnePaper<'_>> { Ok(sources.own.paper(desk, form, None)?.only(LIST, &id.to_string())) };
    let (front, first) = (of_meeting(FRONT)?, of_meeting(ITEM)?);
    let (fronts, firsts) = (front.frozen(), first.frozen());
    let (mut parts, mut chapters) = (Vec::new(), Vec::new());
    for (at, label) in known.labels.iter().enumerate() {
        let papers = drawn(desk, &known, at, &sources)?;
        let opening = reporting::compose(first.edition, first.form, &only_item(&firsts, at), &firsts.texts);
        parts.push(Part { mark: label.clone(), documents: documents(&known, at, opening, &papers) });
        let papers: Vec<_> = papers.iter().map(|(year, paper)| shown(*year, paper)).collect();
        let (item, title) = (&known.items[at], known.items[at].title.clone());
        let nominated = desk.office()?.view(|view| store::nominations(view, item.id))?.len();
        let lacks = item.lacks(nominated, papers.len());
        chapters.push(Chapter { item_id: item.id, label: label.clone(), title, page: 0, papers, lacks });
    }
    let opening = |starts: &[usize]| {
        let mut facts = fronts.facts.clone();
        facts.state_list(LIST, front.facts.list(LIST).iter().cloned().map(|row| with_pages(row, starts)).collect());
        reporting::compose(front.edition, front.form, &facts, &fronts.texts)
    };
    let title = format!("{}　資料", known.title);
    let book = pdf::book(&title, opening, &parts, desk.fonts()?);
    for (chapter, page) in chapters.iter_mut().zip(&book.starts) {
        chapter.page = *page;
    }
    Ok(Made { title, book, chapters })
}

/// What the papers of a meeting are drawn from.
struct Drawn {
    /// The meeting's own year, with 名簿 as it was when the notice went out.
    own: Sources,
    /// Every year whose work or plan an item is about.
    years: BTreeMap<FiscalYear, Sources>,
}

impl Drawn {
    fn load(desk: &Desk, known: &Known) -> Result<Drawn> {
        let own = Sources::on(desk, known.meeting.fiscal_year, known.notice_day())?;
        let mut years = BTreeMap::new();
        for at in (0..known.items.len()).filter(|at| is_of_a_year(known, *at)) {
            if let Entry::Vacant(none) = years.entry(year_of(known, at)) {
                let year = *none.key();
                none.insert(Sources::load(desk, year)?);
            }
        }
        Ok(Drawn { own, years })
    }

    fn of(&self, known: &Known, at: usize) -> &Sources {
        self.years.get(&year_of(known, at)).filter(|_| is_of_a_year(known, at)).unwrap_or(&self.own)
    }
}

/// True for what is about the work or the plan of a year, and not about how things are.
fn is_of_a_year(known: &Known, at: usize) -> bool {
    draws(known.items[at].matter).is_some_and(|draws| draws.is_of_a_year())
        || year_of(known, at) != known.meeting.fiscal_year
}

/// The year whose papers an item draws.
pub(super) fn year_of(known: &Known, at: usize) -> FiscalYear {
    known.year_of(&known.items[at])
}

/// The papers of an item; a form that the city's profile has not is left out.
fn drawn<'a>(desk: &Desk, known: &Known, at: usize, sources: &'a Drawn) -> Result<Vec<(FiscalYear, OnePaper<'a>)>> {
    let year = year_of(known, at);
    let sources = sources.of(known, at);
    let forms = draws(known.items[at].matter).map_or(&[][..], |draws| &draws.forms);
    let there = forms.iter().filter(|form| sources.edition.form(form).is_ok());
    let paper = |form: &String| {
        let paper = sources.paper(desk, form, None)?;
        Ok((year, if form == bylaws::FORM { in_force(desk, known, paper)? } else { paper }))
    };
    there.map(paper).collect()
}

/// The text of 規約 alone that is in force when the meeting is held.
fn in_force<'a>(desk: &Desk, known: &Known, paper: OnePaper<'a>) -> Result<OnePaper<'a>> {
    let texts = desk.office()?.view(|view| store::bylaws(view))?;
    let text = office::meetings::in_force(&texts, known.meeting.held_on);
    Ok(paper.only(bylaws::LIST, &text.map(|text| text.id.to_string()).unwrap_or_default()))
}

/// What stands at the head of an item, and its papers behind it: the first of them on the same page.
fn documents(known: &Known, at: usize, opening: Document, papers: &[(FiscalYear, OnePaper)]) -> Vec<Document> {
    let is_draft = draws(known.items[at].matter).is_some_and(|draws| draws.is_draft());
    let mut documents: Vec<Document> = papers.iter().map(|(_, paper)| paper.document()).collect();
    if is_draft {
        documents.iter_mut().for_each(mark_as_draft);
    }
    match documents.first_mut() {
        Some(first) => first.blocks.splice(0..0, opening.blocks).for_each(drop),
        None => documents.push(opening),
    }
    documents
}

/// 収支予算書（案）
fn mark_as_draft(document: &mut Document) {
    for block in &mut document.blocks {
        if let Block::Heading { level: 1, runs } = block {
            runs.push(Run::form(draft_mark()));
        }
    }
}

/// What the first page of an item is made of.
fn only_item(of: &Frozen, at: usize) -> Facts {
    let one = |mut row: FactRow| {
        if let Some(Fact::List(items)) = row.get_mut("items") {
            *items = items.get(at).cloned().into_iter().collect();
        }
        row
    };
    let mut facts = of.facts.clone();
    facts.state_list(LIST, of.facts.list(LIST).iter().cloned().map(one).collect());
    facts
}

fn shown(year: FiscalYear, paper: &OnePaper) -> ChapterPaper {
    let missing = paper.checks().iter().filter(|notice| notice.state == State::Missing).count();
    ChapterPaper { form: paper.form.id.clone(), title: paper.form.title.clone(), year, missing }
}
