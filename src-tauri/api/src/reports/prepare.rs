//! One paper: its very pages, what it lacks, and the texts typed on it.

use office::FiscalYear;
use office::accounts::GrantId;
use office::grants::store;
use office::profile::Output;
use office::reporting::{self, Notice, State, Subject};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{OnePaper, Sources, paper_error};
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result};

/// One paper: its very pages and what it lacks.
#[derive(Debug, Deserialize, TS)]
pub struct Prepare {
    pub form: String,
    pub year: FiscalYear,
    /// The grant whose paper it is; none is the first one.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub grant: Option<GrantId>,
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
    #[ts(type = "string | null")]
    pub grant_id: Option<GrantId>,
    /// The grant whose paper it is; empty for a paper of the whole year.
    pub grant: String,
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
        let paper = sources.paper(desk, &self.form, self.grant)?;
        let OnePaper { edition, form, of, texts, .. } = &paper;
        let field = |f: &office::profile::Field| TextField {
            field: f.name.clone(),
            label: f.label.clone(),
            words: texts.get(&f.name).cloned().unwrap_or_default(),
        };
        Ok(Paper {
            form: form.id.clone(),
            title: form.title.clone(),
            form_no: form.form_no.clone(),
            city: edition.municipality.title.clone(),
            source: form.source.clone(),
            is_verified: form.is_verified,
            outputs: form.outputs.clone(),
            stamped_as: edition.stamped_as(form, &of.name).map(|f| f.id.clone()),
            grant_id: of.grant_id,
            grant: of.name.clone(),
            pages: pdf::pages(&paper.document(), desk.fonts()?).map_err(paper_error)?,
            checks: paper.checks().into_iter().map(|notice| CheckShown::of(notice, of)).collect(),
            texts: form.fields.iter().map(field).collect(),
        })
    }
}

impl CheckShown {
    fn of(notice: Notice, of: &Subject) -> CheckShown {
        let sentence = office::words::error(notice.code, &notice.params);
        let to = notice.link.map(|link| at(link, of));
        CheckShown { state: notice.state, title: sentence.title, detail: sentence.hint, to, field: notice.field }
    }
}

/// The page where it is put right; that of the grants at the grant itself.
fn at(link: &str, of: &Subject) -> String {
    match of.grant_id.filter(|_| link.starts_with("grants")) {
        Some(id) => format!("{link}{}grant={id}", if link.contains('?') { '&' } else { '?' }),
        None => link.to_owned(),
    }
}

/// A text typed on the page.
#[derive(Debug, Deserialize, TS)]
pub struct WriteText {
    pub form: String,
    pub year: FiscalYear,
    /// The grant whose paper it is; none is the first one.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub grant: Option<GrantId>,
    pub field: String,
    pub words: String,
}

impl Command for WriteText {
    const NAME: &'static str = "reports.write_text";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let edition = desk.edition(self.year)?;
        let grants = desk.office()?.view(|view| store::grants(view, self.year))?;
        let (form, of) = Subject::chosen(&edition, &self.form, &grants, self.grant)?;
        let write =
            |tx: &office::file::Tx| reporting::acts::write_text(tx, form, self.year, &of, &self.field, &self.words);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, write)?.into())
    }
}
