//! Files of lists: what is shown, written out. What leaves the office is recorded in the same step.

use chrono::NaiveDate;
use office::FiscalYear;
use office::file::Tx;
use office::lists::{Copies, Disclosure, ListChoice, acts, collect_forms, stamp, words};
use pdf::PostPart;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::printed::{Job, Printed};
use super::spelling::{Substitute, lines, respelled};
use crate::command::Command;
use crate::office::Changed;
use crate::wire::sheet_error;
use crate::{Desk, Error, Result, Token, typed};

/// Makes files of something that can be printed.
#[derive(Debug, Deserialize, TS)]
pub struct Output {
    pub year: FiscalYear,
    pub what: Printed,
    pub format: Format,
    /// Who gets a copy outside the office; none for what stays inside.
    pub copies: Option<CopiesDraft>,
    /// Spellings for CP932.
    pub substitutes: Vec<Substitute>,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

/// What kind of file is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    Pdf,
    Xlsx,
    /// CSV in UTF-8
    Csv,
    /// CSV in the old encoding
    CsvCp932,
}

/// Who gets copies, as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CopiesDraft {
    /// One recipient a line; each gets a copy of his own.
    pub recipients: String,
    pub purpose: String,
    /// The day by which they come back; empty for none.
    pub due: String,
}

/// The files that were made.
#[derive(Debug, Serialize, TS)]
pub struct MadeFiles {
    pub files: Vec<Token>,
    /// Numbers of the copies.
    #[ts(type = "number[]")]
    pub copies: Vec<i64>,
}

impl CopiesDraft {
    fn recipients(&self) -> Vec<String> {
        self.recipients.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    fn due_on(&self) -> Result<Option<NaiveDate>> {
        typed::day(&self.due, None, "due")
    }

    /// The stamp of the first copy, while it is typed: a day that cannot be read yet is left out.
    pub(super) fn stamp(&self, number: i64) -> Result<Vec<String>> {
        let recipient = self.recipients().into_iter().next().unwrap_or_default();
        Ok(stamp(number, &recipient, self.due_on().ok().flatten()))
    }
}

impl Command for Output {
    const NAME: &'static str = "lists.output";
    type Output = Changed<MadeFiles>;
    fn run(self, desk: &Desk) -> Result<Changed<MadeFiles>> {
        let job = Job::new(desk, self.year, self.what)?;
        let make = Make { desk, job, format: self.format, substitutes: self.substitutes, folder: self.folder };
        match self.copies {
            Some(copies) => make.disclosed(&copies),
            None => make.inside(),
        }
    }
}

/// What a label tells of somebody.
const ADDRESS: [&str; 3] = ["postal", "address", "name"];

struct Make<'a> {
    desk: &'a Desk,
    job: Job,
    format: Format,
    substitutes: Vec<Substitute>,
    folder: Option<String>,
}

impl Make<'_> {
    /// For the office itself: nothing is recorded.
    fn inside(self) -> Result<Changed<MadeFiles>> {
        self.is_anybody()?;
        self.is_whole()?;
        let files = self.write(&[])?;
        let sentence = office::words::operation("reports.put_out", &[("file", files[0].name.clone())].into());
        let made = MadeFiles { files, copies: Vec::new() };
        Ok(Changed { value: made, areas: Vec::new(), sentence, op: Output::NAME.to_owned() })
    }

    /// For somebody outside: recorded and written in one step, or neither.
    fn disclosed(self, draft: &CopiesDraft) -> Result<Changed<MadeFiles>> {
        self.is_anybody()?;
        self.is_whole()?;
        let copies = self.copies(draft)?;
        let act = |tx: &Tx| {
            let copies = acts::disclose(tx, self.job.year, self.desk.today(), &copies)?;
            Ok(MadeFiles { files: self.write(&copies)?, copies: copies.iter().map(|copy| copy.copy_no).collect() })
        };
        Ok(self.desk.office()?.change(&self.desk.by(), "lists.disclose", act)?.into())
    }

    fn is_anybody(&self) -> Result<()> {
        let (others, is_only) = match &self.job.what {
            Printed::Labels { labels, .. } => (labels.others().len(), labels.is_only_for_others()),
            _ => (0, false),
        };
        match self.job.arranged() {
            Some(list) if others == 0 && (is_only || list.count == 0) => Err(Error::refused("lists.nobody")),
            Some(list) if list.columns.is_empty() => Err(Error::refused("lists.no_columns").with("field", "columns")),
            _ => Ok(()),
        }
    }

    /// Nothing is printed without what belongs on every piece of it.
    fn is_whole(&self) -> Result<()> {
        let Printed::Labels { labels, .. } = &self.job.what else { return Ok(()) };
        if labels.is_certificate() {
            labels.certificate.check()?;
        }
        match self.job.pages(self.desk, Vec::new())?.crowded.first() {
            Some(PostPart::Sender) => Err(Error::refused("lists.sender_too_long")),
            Some(PostPart::Text) => Err(Error::refused("lists.card_too_long").with("field", "text")),
            None => Ok(()),
        }
    }

    fn copies(&self, draft: &CopiesDraft) -> Result<Copies> {
        let list = self.job.arranged().unwrap_or_default();
        let (columns, persons) = match &self.job.what {
            Printed::Labels { choice, .. } => {
                let columns = ADDRESS.map(|key| words().label(choice.source, key).to_owned()).to_vec();
                (columns, self.job.pages(self.desk, Vec::new())?.count)
            }
            _ => (list.columns.iter().map(|column| column.label.clone()).collect(), list.count),
        };
        Ok(Copies {
            title: self.title(),
            form: self.form().to_owned(),
            recipients: draft.recipients(),
            purpose: draft.purpose.clone(),
            columns,
            persons: persons as i64,
            due_on: draft.due_on()?,
        })
    }

    /// The word in the record.
    fn form(&self) -> &'static str {
        match (&self.job.what, self.format) {
            (Printed::Labels { .. }, _) => "labels",
            (Printed::Slips { .. }, _) => "slips",
            (_, Format::Pdf) => "pdf",
            (_, Format::Xlsx) => "xlsx",
            (_, Format::Csv) => "csv",
            (_, Format::CsvCp932) => "csv_cp932",
        }
    }

    /// Writes the files: one PDF with every copy in it, a workbook for each copy, one CSV.
    fn write(&self, copies: &[Disclosure]) -> Result<Vec<Token>> {
        match self.format {
            Format::Pdf => Ok(vec![self.put(&self.title(), "pdf", &self.pdf(copies)?)?]),
            Format::Xlsx if copies.is_empty() => Ok(vec![self.put(&self.title(), "xlsx", &self.xlsx(Vec::new())?)?]),
            Format::Xlsx => {
                let one = |copy: &Disclosure| {
                    let name = format!("{}_No.{}", self.title(), copy.copy_no);
                    self.put(&name, "xlsx", &self.xlsx(stamp_of(copy))?)
                };
                copies.iter().map(one).collect()
            }
            Format::Csv | Format::CsvCp932 => Ok(vec![self.put(&self.title(), "csv", &self.csv()?)?]),
        }
    }

    fn pdf(&self, copies: &[Disclosure]) -> Result<Vec<u8>> {
        let mut pages = pdf::Pages::default();
        let stamps = if copies.is_empty() { vec![Vec::new()] } else { copies.iter().map(stamp_of).collect() };
        for stamp in stamps {
            pages.sheets.extend(self.job.pages(self.desk, stamp)?.pages.sheets);
        }
        pdf::write(&pages, &self.title(), self.desk.fonts()?).map_err(crate::reports::paper_error)
    }

    fn xlsx(&self, stamp: Vec<String>) -> Result<Vec<u8>> {
        sheets::write(&self.job.document(self.desk, stamp)?).map_err(sheet_error)
    }

    fn csv(&self) -> Result<Vec<u8>> {
        let none = || Error::refused("lists.no_document");
        let (choice, list) = self.choice().zip(self.job.arranged()).ok_or_else(none)?;
        let lines = lines(&list, choice);
        if self.format == Format::Csv {
            return Ok(sheets::csv(&lines));
        }
        sheets::csv_cp932(&respelled(lines, &self.substitutes)?).ok_or_else(none)
    }

    fn choice(&self) -> Option<&ListChoice> {
        self.job.what.choice()
    }

    /// The name of the list, for the record and the file.
    fn title(&self) -> String {
        match &self.job.what {
            Printed::List { choice } if !choice.title.trim().is_empty() => choice.title.trim().to_owned(),
            Printed::Collect { form } => collect_forms()
                .iter()
                .find(|known| known.id == *form)
                .map(|known| known.title.clone())
                .unwrap_or_default(),
            Printed::Labels { labels, .. } if labels.is_certificate() => labels.certificate.title.trim().to_owned(),
            what => words().file_name(what.key()).to_owned(),
        }
    }

    fn put(&self, name: &str, extension: &str, bytes: &[u8]) -> Result<Token> {
        let name = format!("{}_{name}.{extension}", self.job.year.label());
        self.desk.write_file(self.folder.as_ref(), &name, bytes)
    }
}

fn stamp_of(copy: &Disclosure) -> Vec<String> {
    stamp(copy.copy_no, &copy.recipient, copy.due_on)
}
