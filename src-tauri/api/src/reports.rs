//! 書類: the forms of a year, one paper with its pages and what it lacks, texts typed on it, and putting it out.

use std::sync::Arc;

use office::FiscalYear;
use office::fact::Facts;
use office::profile::{Edition, Form, FormArea, Output};
use office::reporting::{self, Frozen, Notice, State, Texts};
use paper::Document;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::files::{free_path, write_whole};
use crate::office::{Changed, day_and_clock};
use crate::wire::sheet_error;
use crate::{Desk, Error, Result, Token};

/// Every fact of a year, as other programs read them.
#[derive(Debug, Deserialize, TS)]
pub struct ListFacts {
    pub year: FiscalYear,
}

/// Facts by name.
#[derive(Debug, Serialize, TS)]
pub struct FactsShown {
    #[ts(type = "Record<string, unknown>")]
    pub facts: serde_json::Value,
}

impl Command for ListFacts {
    const NAME: &'static str = "reports.list_facts";
    type Output = FactsShown;
    fn run(self, desk: &Desk) -> Result<FactsShown> {
        Ok(FactsShown { facts: facts(desk, self.year)?.to_json() })
    }
}

/// All facts of a year.
pub(crate) fn facts(desk: &Desk, year: FiscalYear) -> Result<Facts> {
    let edition = desk.edition(year)?;
    desk.office()?.view(|view| reporting::gather(view, &edition, year))
}

/// The forms of the edition in force.
#[derive(Debug, Deserialize, TS)]
pub struct ListForms {
    pub year: FiscalYear,
}

/// The forms of the edition in force.
#[derive(Debug, Serialize, TS)]
pub struct Forms {
    /// 令和7年度版
    pub edition: String,
    pub city: String,
    pub forms: Vec<FormShown>,
}

/// One form in the list.
#[derive(Debug, Serialize, TS)]
pub struct FormShown {
    pub id: String,
    pub title: String,
    pub area: FormArea,
    pub form_no: String,
    pub outputs: Vec<Output>,
    pub missing: usize,
    pub issued_label: Option<String>,
}

impl Command for ListForms {
    const NAME: &'static str = "reports.list_forms";
    type Output = Forms;
    fn run(self, desk: &Desk) -> Result<Forms> {
        let sources = Sources::load(desk, self.year)?;
        let issued = desk.office()?.view(|view| reporting::store::last_issued(view, self.year))?;
        let mut forms = Vec::new();
        for form in &sources.edition.forms {
            forms.push(FormShown {
                id: form.id.clone(),
                title: form.title.clone(),
                area: form.area,
                form_no: form.form_no.clone(),
                outputs: form.outputs.clone(),
                missing: reporting::missing(form, &sources.facts, &sources.texts(desk, form)?).len(),
                issued_label: issued.get(&form.id).map(|at| day_and_clock(at)),
            });
        }
        Ok(Forms { city: sources.edition.municipality.title.clone(), edition: sources.edition.label(), forms })
    }
}

/// The edition and the facts of a year.
pub(crate) struct Sources {
    year: FiscalYear,
    pub edition: Arc<Edition>,
    facts: Facts,
}

impl Sources {
    pub fn load(desk: &Desk, year: FiscalYear) -> Result<Sources> {
        Ok(Sources { year, edition: desk.edition(year)?, facts: facts(desk, year)? })
    }

    fn texts(&self, desk: &Desk, form: &Form) -> Result<Texts> {
        desk.office()?.view(|view| reporting::store::texts(view, self.year, form.texts_id()))
    }

    /// What a paper is made of today.
    pub fn frozen(&self, desk: &Desk, form: &Form) -> Result<Frozen> {
        Ok(Frozen::of(form, &self.facts, self.texts(desk, form)?))
    }

    fn document(&self, desk: &Desk, form: &Form) -> Result<Document> {
        Ok(reporting::compose(&self.edition, form, &self.facts, &self.texts(desk, form)?))
    }
}

/// One paper: its very pages and what it lacks.
#[derive(Debug, Deserialize, TS)]
pub struct Prepare {
    pub form: String,
    pub year: FiscalYear,
}

/// One paper: its very pages and what it lacks.
#[derive(Debug, Serialize, TS)]
pub struct Paper {
    pub form: String,
    pub title: String,
    pub form_no: String,
    pub city: String,
    pub source: String,
    pub is_verified: bool,
    pub outputs: Vec<Output>,
    /// The form that fills the city's own workbook with the same paper.
    pub stamped_as: Option<String>,
    pub pages: pdf::Pages,
    pub checks: Vec<CheckShown>,
    pub texts: Vec<TextField>,
}

/// One line beside the paper.
#[derive(Debug, Serialize, TS)]
pub struct CheckShown {
    pub state: State,
    pub title: String,
    pub detail: String,
    pub to: Option<String>,
    pub field: Option<String>,
}

/// A text that is typed on the page.
#[derive(Debug, Serialize, TS)]
pub struct TextField {
    pub field: String,
    pub label: String,
    pub words: String,
}

impl Command for Prepare {
    const NAME: &'static str = "reports.prepare";
    type Output = Paper;
    fn run(self, desk: &Desk) -> Result<Paper> {
        let sources = Sources::load(desk, self.year)?;
        let form = sources.edition.form(&self.form)?;
        let texts = sources.texts(desk, form)?;
        let document = reporting::compose(&sources.edition, form, &sources.facts, &texts);
        let checks = reporting::checks(form, &sources.facts, &texts).into_iter().map(CheckShown::from);
        let field = |f: &office::profile::Field| TextField {
            field: f.name.clone(),
            label: f.label.clone(),
            words: texts.get(&f.name).cloned().unwrap_or_default(),
        };
        Ok(Paper {
            form: form.id.clone(),
            title: form.title.clone(),
            form_no: form.form_no.clone(),
            city: sources.edition.municipality.title.clone(),
            source: form.source.clone(),
            is_verified: form.is_verified,
            outputs: form.outputs.clone(),
            stamped_as: sources.edition.stamped_as(form).map(|f| f.id.clone()),
            pages: pdf::pages(&document, desk.fonts()?).map_err(paper_error)?,
            checks: checks.collect(),
            texts: form.fields.iter().map(field).collect(),
        })
    }
}

impl From<Notice> for CheckShown {
    fn from(notice: Notice) -> CheckShown {
        let sentence = office::words::error(notice.code, &notice.params);
        let to = notice.link.map(str::to_owned);
        CheckShown { state: notice.state, title: sentence.title, detail: sentence.hint, to, field: notice.field }
    }
}

pub(crate) fn paper_error(error: pdf::Error) -> Error {
    Error::refused("reports.not_drawn").because(error)
}

/// A text typed on the page.
#[derive(Debug, Deserialize, TS)]
pub struct WriteText {
    pub form: String,
    pub year: FiscalYear,
    pub field: String,
    pub words: String,
}

impl Command for WriteText {
    const NAME: &'static str = "reports.write_text";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let edition = desk.edition(self.year)?;
        let form = edition.form(&self.form)?;
        let write = |tx: &office::file::Tx| reporting::acts::write_text(tx, form, self.year, &self.field, &self.words);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, write)?.into())
    }
}

/// Puts a paper out as a file.
#[derive(Debug, Deserialize, TS)]
pub struct PutOut {
    pub form: String,
    pub year: FiscalYear,
    pub format: Output,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

/// The files that were made, and what the paper still lacked.
#[derive(Debug, Serialize, TS)]
pub struct PutOutFiles {
    pub files: Vec<Token>,
    pub missing: Vec<MissingShown>,
    pub sentence: String,
}

/// Something that a paper lacked when it was put out.
#[derive(Debug, Serialize, TS)]
pub struct MissingShown {
    pub form: String,
    pub code: String,
    pub message: String,
}

impl Command for PutOut {
    const NAME: &'static str = "reports.output";
    type Output = PutOutFiles;
    fn run(self, desk: &Desk) -> Result<PutOutFiles> {
        let folder = desk.folder_for(self.folder.as_ref())?;
        let sources = Sources::load(desk, self.year)?;
        let form = form_to_put_out(&sources.edition, &self.form, self.format)?;
        let bytes = bytes(desk, &sources, form, self.format)?;
        let path = free_path(&folder, &file_name(&sources, form, self.format));
        write_whole(&path, &bytes)?;
        let frozen = sources.frozen(desk, form)?;
        // Who only looks may print; what was handed to whom is kept in the office itself.
        if !desk.office()?.is_reading() {
            desk.office()?.change(&desk.by(), "reports.issue", |tx| {
                reporting::acts::issue(tx, &sources.edition, form, self.year, frozen)
            })?;
        }
        let token = desk.files.offer(path)?;
        let sentence = office::words::operation("reports.put_out", &[("file", token.name.clone())].into());
        Ok(PutOutFiles { files: vec![token], missing: missing(desk, &sources, form)?, sentence })
    }
}

/// The form itself, or for the city's workbook the form that stamps it.
fn form_to_put_out<'a>(edition: &'a Edition, id: &str, format: Output) -> Result<&'a Form> {
    let form = edition.form(id)?;
    let found = if format == Output::Stamp { edition.stamped_as(form) } else { Some(form) };
    found
        .filter(|f| f.outputs.contains(&format))
        .ok_or_else(|| Error::refused("reports.no_such_output").with("form", &form.title))
}

pub(crate) fn bytes(desk: &Desk, sources: &Sources, form: &Form, format: Output) -> Result<Vec<u8>> {
    match format {
        Output::Pdf => pdf::pdf(&sources.document(desk, form)?, desk.fonts()?).map_err(paper_error),
        Output::Xlsx => sheets::write(&sources.document(desk, form)?).map_err(sheet_error),
        Output::Stamp => {
            let cells = reporting::stamp(form, &sources.facts, &sources.texts(desk, form)?)?;
            sheets::stamp(sources.edition.workbook(form)?, &cells).map_err(sheet_error)
        }
    }
}

/// What the paper lacks, as it is told beside the files.
fn missing(desk: &Desk, sources: &Sources, form: &Form) -> Result<Vec<MissingShown>> {
    let notices = reporting::missing(form, &sources.facts, &sources.texts(desk, form)?);
    let shown = |notice: Notice| {
        let sentence = office::words::error(notice.code, &notice.params);
        MissingShown { form: form.id.clone(), code: notice.code.to_owned(), message: sentence.title }
    };
    Ok(notices.into_iter().map(shown).collect())
}

/// 令和7年度_実績報告書.pdf
fn file_name(sources: &Sources, form: &Form, format: Output) -> String {
    let extension = if format == Output::Pdf { "pdf" } else { "xlsx" };
    format!("{}_{}.{extension}", sources.year.label(), form.title)
}
