//! What is printed: chosen, laid out, and shown as the very pages.

use office::FiscalYear;
use office::lists::{
    self, Arranged, Joined, LabelChoice, ListChoice, Post, Records, Row, Sender, arrange, collect, compose, gather,
    register, slips, store, words,
};
use paper::{CardSide, Document, Negative, PostRun, Writing};
use pdf::PostPart;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::output::CopiesDraft;
use crate::command::Command;
use crate::reports::paper_error;
use crate::{Desk, Error, Result, typed};

/// Something that can be printed.
#[derive(Debug, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Printed {
    /// 一覧表
    List { choice: ListChoice },
    /// 宛名ラベル・封筒・はがき・名札
    Labels { choice: ListChoice, labels: LabelChoice },
    /// ためし刷り
    TestPrint { labels: LabelChoice },
    /// 名簿確認票
    Slips { choice: ListChoice, is_joined: bool, due: String },
    /// 収集用紙
    Collect { form: String },
    /// 提供記録簿
    Register {},
}

/// The very pages of something.
#[derive(Debug, Deserialize, TS)]
pub struct Preview {
    pub year: FiscalYear,
    pub what: Printed,
    /// Who gets copies; their stamp stands on the pages.
    pub copies: Option<CopiesDraft>,
}

/// The very pages, and what does not stand on them.
#[derive(Debug, Serialize, TS)]
pub struct Previewed {
    pub pages: pdf::Pages,
    /// How many records it is made of.
    pub count: usize,
    pub unit: String,
    /// Addresses that fit on no face, and records without one.
    pub left_out: Vec<LeftOut>,
    /// What would stand on every envelope or card, and does not fit.
    pub crowded: Vec<PostPart>,
}

/// A record that is not printed, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftOut {
    pub name: String,
    pub address: String,
    pub reason: LeftOutReason,
}

/// Why a record is not printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LeftOutReason {
    /// It has no address.
    NoAddress,
    /// The council, to which a card comes back, has none.
    NoCouncil,
    /// Its address or name does not fit at the smallest letters.
    TooLong,
    /// Who would get it has died.
    Died,
    /// Nobody who lived there is in the roster any more.
    NobodyThere,
}

impl Command for Preview {
    const NAME: &'static str = "lists.preview";
    type Output = Previewed;
    fn run(self, desk: &Desk) -> Result<Previewed> {
        let number = desk.office()?.view(|view| store::next_copy(view, self.year))?;
        let stamp = self.copies.as_ref().map(|copies| copies.stamp(number)).transpose()?.unwrap_or_default();
        Job::new(desk, self.year, self.what)?.pages(desk, stamp)
    }
}

/// Something that can be printed, with the records that it needs.
pub(super) struct Job {
    pub what: Printed,
    pub year: FiscalYear,
    sender: Sender,
    records: Records,
}

/// The council as it stands on what it puts out.
pub(crate) fn sender(desk: &Desk, year: FiscalYear) -> Result<Sender> {
    let council = desk.office()?.view(|view| office::council::read(view))?;
    let (council, postal, address, phone) = (council.name, council.postal, council.address, council.phone);
    Ok(Sender { council, postal, address, phone, year: year.label() })
}

impl Job {
    pub(super) fn new(desk: &Desk, year: FiscalYear, what: Printed) -> Result<Job> {
        let office = desk.office()?;
        let records = match what.choice() {
            Some(choice) => office.view(|view| gather::records(view, choice.source, year))?,
            None => Records::default(),
        };
        Ok(Job { what, year, sender: sender(desk, year)?, records })
    }

    /// The list as chosen; none for what is no list.
    pub(super) fn arranged(&self) -> Option<Arranged> {
        self.what.choice().map(|choice| arrange(&self.records, choice))
    }

    /// The pages, with a stamp on each where it is a list.
    pub(super) fn pages(&self, desk: &Desk, stamp: Vec<String>) -> Result<Previewed> {
        match &self.what {
            Printed::Labels { choice, labels } => self.labels(desk, choice, labels),
            Printed::TestPrint { labels } => {
                let run = lists::run(&[], labels, &self.sender)?;
                let title = words().test_print.replace("{title}", &run.stationery.title);
                Ok(Previewed::of(pdf::test_print(&run, &title, desk.fonts()?)))
            }
            _ => {
                let pages = pdf::pages(&self.document(desk, stamp)?, desk.fonts()?).map_err(paper_error)?;
                let (count, unit) = self.arranged().map(|list| (list.count, list.unit)).unwrap_or_default();
                Ok(Previewed { count, unit, ..Previewed::of(pages) })
            }
        }
    }

    /// Everything that flows on A4.
    pub(super) fn document(&self, desk: &Desk, stamp: Vec<String>) -> Result<Document> {
        match &self.what {
            Printed::List { choice } => {
                Ok(compose(&arrange(&self.records, choice), choice, &self.sender, desk.today(), stamp))
            }
            Printed::Slips { choice, is_joined, due } => {
                let due_on = typed::day(due, Some(self.year), "due")?;
                Ok(slips(&self.records, choice, *is_joined, &self.sender, due_on))
            }
            Printed::Collect { form } => collect(form, &self.sender),
            Printed::Register {} => {
                let copies = desk.office()?.view(|view| store::disclosures(view, self.year))?;
                Ok(register(&copies, &self.sender))
            }
            Printed::Labels { .. } | Printed::TestPrint { .. } => Err(Error::refused("lists.no_document")),
        }
    }

    fn labels(&self, desk: &Desk, choice: &ListChoice, labels: &LabelChoice) -> Result<Previewed> {
        let members = if labels.is_only_for_others() { &[][..] } else { &self.records.rows[..] };
        let rows = lists::chosen(members, choice);
        let unsent = rows.iter().filter_map(|row| unsent(row));
        let joined = lists::join(&rows, choice.source, labels, &self.sender).into_iter().chain(labels.others());
        let writing = lists::run(&[], labels, &self.sender)?.stationery.writing;
        let needs_address = !matches!(writing, Writing::Badge | Writing::Certificate);
        let is_blank = |one: &Joined| needs_address && one.addressee.address.trim().is_empty();
        let (blank, set): (Vec<Joined>, Vec<Joined>) = joined.partition(is_blank);
        let run: PostRun = lists::run(&set, labels, &self.sender)?;
        let pdf::Posted { pages, unfit, crowded } = pdf::post(&run, desk.fonts()?);
        let printed = set.iter().enumerate().filter(|(number, _)| !unfit.contains(number));
        let count = printed.map(|(_, one)| one.persons).sum();
        let unfit = unfit.iter().filter_map(|number| set.get(*number)).map(|one| left_out(one, LeftOutReason::TooLong));
        let comes_back = run.stationery.beside.is_some_and(|beside| beside.side == CardSide::Message);
        let why = if comes_back { LeftOutReason::NoCouncil } else { LeftOutReason::NoAddress };
        // Cards that come back all lack the same address: that is said once.
        let blank = blank.iter().take(if comes_back { 1 } else { usize::MAX }).map(|one| left_out(one, why));
        let unit = words().source(choice.source).map(|source| source.unit.clone()).unwrap_or_default();
        Ok(Previewed { pages, count, unit, left_out: unsent.chain(unfit).chain(blank).collect(), crowded })
    }
}

impl Printed {
    /// Its kind, as the words know it.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Printed::List { .. } => "list",
            Printed::Labels { .. } => "labels",
            Printed::TestPrint { .. } => "test_print",
            Printed::Slips { .. } => "slips",
            Printed::Collect { .. } => "collect",
            Printed::Register {} => "register",
        }
    }

    /// What it lists; none for what is no list.
    pub(super) fn choice(&self) -> Option<&ListChoice> {
        match self {
            Printed::List { choice } | Printed::Labels { choice, .. } | Printed::Slips { choice, .. } => Some(choice),
            Printed::TestPrint { .. } | Printed::Collect { .. } | Printed::Register {} => None,
        }
    }
}

impl Previewed {
    fn of(pages: pdf::Pages) -> Previewed {
        Previewed { pages, count: 0, unit: String::new(), left_out: Vec::new(), crowded: Vec::new() }
    }
}

/// A record to which nothing is sent.
fn unsent(row: &Row) -> Option<LeftOut> {
    let reason = match row.post {
        Post::Named | Post::Other(_) => return None,
        Post::Died => LeftOutReason::Died,
        Post::NobodyThere => LeftOutReason::NobodyThere,
    };
    Some(LeftOut { name: row.text("name"), address: row.text("address"), reason })
}

fn left_out(one: &Joined, reason: LeftOutReason) -> LeftOut {
    LeftOut { name: one.name.clone(), address: one.addressee.address.clone(), reason }
}

/// A list as rows, for the screen.
#[derive(Debug, Deserialize, TS)]
pub struct Rows {
    pub year: FiscalYear,
    pub choice: ListChoice,
}

/// A list as rows.
#[derive(Debug, Serialize, TS)]
pub struct ListRows {
    pub columns: Vec<String>,
    pub sections: Vec<ListSection>,
    pub count: usize,
    pub unit: String,
}

/// One group of a list.
#[derive(Debug, Serialize, TS)]
pub struct ListSection {
    pub label: String,
    pub rows: Vec<ListRow>,
}

/// One line of a list.
#[derive(Debug, Serialize, TS)]
pub struct ListRow {
    pub id: String,
    pub cells: Vec<String>,
}

impl Command for Rows {
    const NAME: &'static str = "lists.rows";
    type Output = ListRows;
    fn run(self, desk: &Desk) -> Result<ListRows> {
        let records = desk.office()?.view(|view| gather::records(view, self.choice.source, self.year))?;
        let Arranged { columns, sections, count, unit } = arrange(&records, &self.choice);
        let section = |section: lists::Section| ListSection {
            label: section.label,
            rows: section.rows.iter().zip(section.ids).map(row).collect(),
        };
        let columns = columns.into_iter().map(|column| column.label).collect();
        Ok(ListRows { columns, sections: sections.into_iter().map(section).collect(), count, unit })
    }
}

fn row((cells, id): (&Vec<paper::Value>, String)) -> ListRow {
    ListRow { id, cells: cells.iter().map(|value| value.shown(Negative::default())).collect() }
}
