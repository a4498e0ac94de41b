//! What papers are made of: the edition, the facts and the grants of a year, and of one paper its form and its texts.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use office::FiscalYear;
use office::accounts::GrantId;
use office::fact::{FactRow, Facts, words};
use office::file::View;
use office::grants::{Grant, store};
use office::profile::{Edition, Form, Output};
use office::reporting::{self, Frozen, Notice, Subject, Texts};
use paper::Document;

use super::photos::filled;
use super::print::printed;
use crate::wire::sheet_error;
use crate::{Desk, Error, Result};

/// The edition, the facts and the grants of a year.
pub(crate) struct Sources {
    pub year: FiscalYear,
    pub edition: Arc<Edition>,
    facts: Arc<Facts>,
    grants: Vec<Grant>,
}

/// One paper: its form, what it is about, the facts with that in front, and what was typed on it.
pub(crate) struct OnePaper<'a> {
    pub edition: &'a Edition,
    pub form: &'a Form,
    pub of: Subject,
    pub facts: Arc<Facts>,
    pub texts: Texts,
}

impl Sources {
    pub fn load(desk: &Desk, year: FiscalYear) -> Result<Sources> {
        Sources::gathered(desk, year, |view, edition| reporting::gather(view, edition, year, desk.today()))
    }

    /// The same with the books as they stood at the end of a day.
    pub fn until(desk: &Desk, year: FiscalYear, day: NaiveDate) -> Result<Sources> {
        Sources::gathered(desk, year, |view, edition| reporting::gather_until(view, edition, (year, day), desk.today()))
    }

    /// The same with 名簿 as it was on a day.
    pub fn on(desk: &Desk, year: FiscalYear, day: NaiveDate) -> Result<Sources> {
        Sources::gathered(desk, year, |view, edition| reporting::gather_on(view, edition, year, day))
    }

    fn gathered(
        desk: &Desk,
        year: FiscalYear,
        gather: impl Fn(&View, &Edition) -> office::Result<Facts>,
    ) -> Result<Sources> {
        let edition = desk.edition(year)?;
        let (facts, grants) = desk.office()?.view(|view| Ok((gather(view, &edition)?, store::grants(view, year)?)))?;
        Ok(Sources { year, edition, facts: Arc::new(facts), grants })
    }

    /// A paper by its form, of a grant or of the first one that the form is for.
    pub fn paper(&self, desk: &Desk, form: &str, grant: Option<GrantId>) -> Result<OnePaper<'_>> {
        let (form, of) = Subject::chosen(&self.edition, form, &self.grants, grant)?;
        let facts = reporting::in_front(&self.facts, &of);
        self.one(desk, form, of, facts)
    }

    /// All papers of the year.
    pub fn all(&self, desk: &Desk) -> Result<Vec<OnePaper<'_>>> {
        let mut fronts: HashMap<GrantId, Arc<Facts>> = HashMap::new();
        let papers = reporting::papers(&self.edition, &self.grants);
        for (_, of) in &papers {
            if let Some(id) = of.grant_id.filter(|id| !fronts.contains_key(id)) {
                fronts.insert(id, reporting::in_front(&self.facts, of));
            }
        }
        let one = |(form, of): (_, Subject)| {
            let facts = of.grant_id.and_then(|id| fronts.get(&id)).unwrap_or(&self.facts);
            self.one(desk, form, of, Arc::clone(facts))
        };
        papers.into_iter().map(one).collect()
    }

    fn one<'a>(&'a self, desk: &Desk, form: &'a Form, of: Subject, facts: Arc<Facts>) -> Result<OnePaper<'a>> {
        let (typed, lasting) = desk.office()?.view(|view| {
            let typed = reporting::store::texts(view, self.year, form.texts_id(), &of)?;
            Ok((typed, reporting::store::lasting_texts(view, self.year, &self.edition, form, &of)?))
        })?;
        let texts = reporting::preset(&self.edition, form, &of, typed, lasting);
        let texts = reporting::begun(form, &facts, texts);
        Ok(OnePaper { edition: &self.edition, form, of, facts, texts })
    }
}

impl<'a> OnePaper<'a> {
    /// The same paper in the form that is put out as this: for the city's workbook the form that stamps it.
    pub fn put_out_as(self, format: Output) -> Result<OnePaper<'a>> {
        let stamped = || self.edition.stamped_as(self.form, &self.of.name);
        let form = if format == Output::Stamp { stamped() } else { Some(self.form) };
        let no_such = || Error::refused("reports.no_such_output").with("form", &self.form.title);
        let form = form.filter(|form| form.outputs.contains(&format)).ok_or_else(no_such)?;
        Ok(OnePaper { form, ..self })
    }

    /// False for a paper about a figure that is nought: what is left of a grant, once nothing is.
    pub fn is_wanted(&self) -> bool {
        self.form.only_with.as_ref().is_none_or(|figure| self.facts.number(figure).is_some_and(|found| found != 0))
    }

    /// False for a paper that only other councils have.
    pub fn is_of_council(&self) -> bool {
        reporting::is_of_council(self.form, &self.facts)
    }

    /// The same paper about one row of a list alone.
    pub fn only(mut self, list: &'static str, id: &str) -> OnePaper<'a> {
        let is_it = |row: &&FactRow| row.get("id").is_some_and(|fact| *fact == words(id));
        let rows = self.facts.list(list).iter().filter(is_it).cloned().collect();
        Arc::make_mut(&mut self.facts).state_list(list, rows);
        self
    }

    pub fn document(&self) -> Document {
        reporting::compose(self.edition, self.form, &self.facts, &self.texts)
    }

    /// What it is made of today.
    pub fn frozen(&self) -> Frozen {
        Frozen::of(self.form, &self.facts, self.texts.clone())
    }

    pub fn checks(&self) -> Vec<Notice> {
        reporting::checks(self.form, &self.facts, &self.texts)
    }

    pub fn missing(&self) -> Vec<Notice> {
        reporting::missing(self.form, &self.facts, &self.texts)
    }

    pub fn bytes(&self, desk: &Desk, format: Output) -> Result<Vec<u8>> {
        match format {
            Output::Pdf => printed(desk, self.form, self.document()),
            Output::Xlsx => sheets::write(&filled(desk, self.document())?).map_err(sheet_error),
            Output::Stamp => {
                let cells = reporting::stamp(self.form, &self.facts, &self.texts)?;
                sheets::stamp(self.edition.workbook(self.form)?, &cells).map_err(sheet_error)
            }
        }
    }
}
