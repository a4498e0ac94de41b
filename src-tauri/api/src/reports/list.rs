//! The papers of a year.

use office::FiscalYear;
use office::accounts::GrantId;
use office::profile::{FormArea, Output};
use office::reporting;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{OnePaper, Sources};
use crate::command::Command;
use crate::office::day_and_clock;
use crate::{Desk, Result};

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

/// One form in the list; one of grants once for each grant.
#[derive(Debug, Serialize, TS)]
pub struct FormShown {
    pub id: String,
    pub title: String,
    pub area: FormArea,
    pub form_no: String,
    pub outputs: Vec<Output>,
    #[ts(type = "string | null")]
    pub grant_id: Option<GrantId>,
    /// The grant whose paper it is; empty for a paper of the whole year.
    pub grant: String,
    /// Only other councils have it: it stands apart from those that are needed here.
    pub is_set_apart: bool,
    pub missing: usize,
    pub issued_label: Option<String>,
}

impl Command for ListForms {
    const NAME: &'static str = "reports.list_forms";
    type Output = Forms;
    fn run(self, desk: &Desk) -> Result<Forms> {
        let sources = Sources::load(desk, self.year)?;
        let issued = desk.office()?.view(|view| reporting::store::last_issued(view, self.year))?;
        let offered = sources.all(desk)?.into_iter().filter(OnePaper::is_wanted);
        let forms = offered.map(|paper| FormShown {
            id: paper.form.id.clone(),
            title: paper.form.title.clone(),
            area: paper.form.area,
            form_no: paper.form.form_no.clone(),
            outputs: paper.form.outputs.clone(),
            is_set_apart: !paper.is_of_council(),
            missing: paper.missing().len(),
            issued_label: issued.of(&paper.form.id, &paper.of).map(day_and_clock),
            grant_id: paper.of.grant_id,
            grant: paper.of.name,
        });
        let forms = forms.collect();
        Ok(Forms { city: sources.edition.municipality.title.clone(), edition: sources.edition.label(), forms })
    }
}
