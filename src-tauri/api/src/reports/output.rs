//! Putting a paper out as a file.

use office::FiscalYear;
use office::accounts::GrantId;
use office::profile::Output;
use office::reporting::{self, Notice};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{OnePaper, Sources};
use crate::command::Command;
use crate::{Desk, Result, Token};

/// Puts a paper out as a file.
#[derive(Debug, Deserialize, TS)]
pub struct PutOut {
    pub form: String,
    pub year: FiscalYear,
    /// The grant whose paper it is; none is the first one.
    #[serde(default)]
    #[ts(type = "string | null")]
    pub grant: Option<GrantId>,
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
        let sources = Sources::load(desk, self.year)?;
        let paper = sources.paper(desk, &self.form, self.grant)?.put_out_as(self.format)?;
        let name = file_name(&self.year.label(), &paper, self.format);
        put_out(desk, &paper, self.year, self.format, self.folder.as_ref(), &name)
    }
}

/// Writes a paper into a file of that name and keeps what it was made of.
pub(crate) fn put_out(
    desk: &Desk,
    paper: &OnePaper,
    year: FiscalYear,
    format: Output,
    folder: Option<&String>,
    name: &str,
) -> Result<PutOutFiles> {
    let file = desk.write_file(folder, name, &paper.bytes(desk, format)?)?;
    // Who only looks may print; what was handed to whom is kept in the office itself.
    if !desk.office()?.is_reading() {
        desk.office()?.change(&desk.by(), "reports.issue", |tx| {
            reporting::acts::issue(tx, paper.edition, paper.form, year, &paper.of, paper.frozen())
        })?;
    }
    let sentence = office::words::operation("reports.put_out", &[("file", file.name.clone())].into());
    Ok(PutOutFiles { files: vec![file], missing: missing(paper), sentence })
}

/// What the paper lacks, as it is told beside the files.
fn missing(paper: &OnePaper) -> Vec<MissingShown> {
    let shown = |notice: Notice| {
        let sentence = office::words::error(notice.code, &notice.params);
        MissingShown { form: paper.form.id.clone(), code: notice.code.to_owned(), message: sentence.title }
    };
    paper.missing().into_iter().map(shown).collect()
}

/// 令和7年度_実績報告書.pdf; with the name of the grant where the year has several.
pub(crate) fn file_name(about: &str, paper: &OnePaper, format: Output) -> String {
    let extension = if format == Output::Pdf { "pdf" } else { "xlsx" };
    format!("{about}_{}.{extension}", paper.of.titled(&paper.form.title)).replace('　', "_")
}
