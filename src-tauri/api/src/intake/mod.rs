//! 取り込み: a file as it is, the plan of what it would do, and doing it. Nothing is written before the plan was seen.

pub(crate) mod book;

pub use book::{Sheet, TextEncoding};

use std::sync::Arc;

use chrono::NaiveDate;
use office::FiscalYear;
use office::imports::{self, Choice, Source};
use office::intake::columns::Kind;
use office::intake::mapping::{self, ColumnChoice, Hints};
use office::intake::plan::{Counts, Decision, ImportPlan, RowDecision};
use office::profile::Edition;
use paper::RawBook;
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result};

/// What a file would do.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Preview {
    pub kind: Kind,
    /// Tokens; several files are read as one book.
    pub files: Vec<String>,
    /// For papers that do not name their year; none is the year of today.
    pub year: Option<FiscalYear>,
    /// Columns whose meaning the user chose.
    pub columns: Option<Vec<ColumnChoice>>,
    /// Encoding that the user chose for a text file; in none it is found by itself.
    pub encoding: Option<TextEncoding>,
}

/// Does what the plan says, with the user's decisions.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Apply {
    pub kind: Kind,
    pub files: Vec<String>,
    pub year: Option<FiscalYear>,
    pub columns: Option<Vec<ColumnChoice>>,
    pub encoding: Option<TextEncoding>,
    /// What to do with rows that are unsure.
    #[serde(default)]
    #[ts(as = "Option<Vec<RowDecision>>", optional)]
    pub decisions: Vec<RowDecision>,
    /// What to do with the unsure rows that have no decision of their own; none takes them as new.
    pub unsure: Option<Decision>,
}

impl Command for Preview {
    const NAME: &'static str = "intake.preview";
    type Output = ImportPlan;
    fn run(self, desk: &Desk) -> Result<ImportPlan> {
        let reading = Reading::of(desk, &self.files, self.encoding, self.year)?;
        desk.office()?.view(|view| {
            let remembered = mapping::remembered(view, self.kind)?;
            let hints = Hints { chosen: self.columns.as_deref().unwrap_or_default(), remembered: &remembered };
            imports::preview(self.kind, view, &reading.source(&hints))
        })
    }
}

impl Command for Apply {
    const NAME: &'static str = "intake.apply";
    type Output = Changed<Counts>;
    fn run(self, desk: &Desk) -> Result<Changed<Counts>> {
        let reading = Reading::of(desk, &self.files, self.encoding, self.year)?;
        let choice = Choice { decisions: &self.decisions, unsure: self.unsure };
        let changed = desk.office()?.change(&desk.by(), operation(self.kind), |tx| {
            let remembered = mapping::remembered(tx, self.kind)?;
            let hints = Hints { chosen: self.columns.as_deref().unwrap_or_default(), remembered: &remembered };
            imports::apply(self.kind, tx, &reading.source(&hints), &choice)
        })?;
        Ok(changed.into())
    }
}

/// Files as read, and what both planning and doing need beside them.
struct Reading {
    book: Arc<RawBook>,
    file: String,
    edition: Arc<Edition>,
    year: FiscalYear,
    today: NaiveDate,
}

impl Reading {
    fn of(desk: &Desk, files: &[String], encoding: Option<TextEncoding>, year: Option<FiscalYear>) -> Result<Reading> {
        let (book, file) = (book::read(desk, files, encoding)?, book::names(desk, files)?);
        let year = year.unwrap_or_else(|| desk.year());
        Ok(Reading { book, file, edition: desk.edition(year)?, year, today: desk.today() })
    }

    fn source<'a>(&'a self, hints: &'a Hints<'a>) -> Source<'a> {
        Source { book: &self.book, file: &self.file, hints, year: self.year, edition: &self.edition, today: self.today }
    }
}

/// Name of the operation in the log.
fn operation(kind: Kind) -> &'static str {
    match kind {
        Kind::Roster => "roster.import",
        Kind::Associations => "enrolment.import",
        Kind::Budget => "accounts.import_budget",
        Kind::CashBook => "accounts.import_cash_book",
        Kind::Activities => "activities.import",
        Kind::Households => "enrolment.import_households",
        Kind::Equipment => "equipment.import",
        Kind::BankStatement => "bank.keep_statement",
    }
}
