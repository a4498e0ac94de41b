//! 書類: the forms of a year, one paper with its pages and what it lacks, texts typed on it, and putting it out. A paper of a
//! grant is asked for by its form and its grant; without one it is that of the year's first.

mod list;
mod output;
mod photos;
mod prepare;
mod print;
mod reprint;
mod sources;

use office::FiscalYear;
use office::fact::Facts;
use office::reporting;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use list::ListForms;
pub use output::PutOut;
pub(crate) use output::{PutOutFiles, file_name, put_out};
pub use photos::PhotoShown;
pub use prepare::{Prepare, WriteText};
pub use reprint::Reprint;
pub(crate) use sources::{OnePaper, Sources};

use crate::command::Command;
use crate::{Desk, Error, Result};

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
    desk.office()?.view(|view| reporting::gather(view, &edition, year, desk.today()))
}

pub(crate) fn paper_error(error: pdf::Error) -> Error {
    Error::refused("reports.not_drawn").because(error)
}
