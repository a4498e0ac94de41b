//! What is done with a line: recorded, put together with entries, taken apart.

use office::FiscalYear;
use office::accounts::bank::{BankLineId, PurseBook};
use office::accounts::{Books, EntryId, acts, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::draft::EntryDraft;
use super::super::ruled::ruled;
use super::page::{LineShown, Page};
use super::proposal::Proposer;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result};

/// A line that is to be recorded.
#[derive(Debug, Deserialize, TS)]
pub struct LineDraft {
    #[ts(type = "string")]
    pub id: BankLineId,
}

/// A line that is to be recorded.
#[derive(Debug, Serialize, TS)]
pub struct LineToRecord {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub purse_id: office::accounts::PurseId,
    pub line: LineShown,
}

impl Command for LineDraft {
    const NAME: &'static str = "bank.line_draft";
    type Output = LineToRecord;
    fn run(self, desk: &Desk) -> Result<LineToRecord> {
        let missing = || Error::refused("bank.no_such_line");
        let line = desk.office()?.view(|view| store::find_bank_line(view, self.id))?.ok_or_else(missing)?;
        let year = FiscalYear::of(line.said.dated_on);
        let edition = desk.edition(year)?;
        desk.office()?.view(|view| {
            let (books, both) = (Books::load(view, year)?, PurseBook::load(view, line.purse_id, year, year)?);
            let page = Page { both: &both, proposer: Proposer::load(view, year, &books, &both.rules, &edition)? };
            Ok(LineToRecord { year, purse_id: line.purse_id, line: page.line(&line, None, desk) })
        })
    }
}

/// Records a line as an entry.
#[derive(Debug, Deserialize, TS)]
pub struct RecordLine {
    #[ts(type = "string")]
    pub id: BankLineId,
    pub year: FiscalYear,
    pub draft: EntryDraft,
}

impl Command for RecordLine {
    const NAME: &'static str = "bank.record_line";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let new = ruled(desk, self.year, self.draft.parsed(self.year, desk.today())?)?;
        let record = |tx: &office::file::Tx| acts::record_line(tx, self.id, &new);
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, record)?, Written::of))
    }
}

/// Puts a line together with entries that are there.
#[derive(Debug, Deserialize, TS)]
pub struct JoinLine {
    #[ts(type = "string")]
    pub id: BankLineId,
    #[ts(type = "string[]")]
    pub entries: Vec<EntryId>,
}

impl Command for JoinLine {
    const NAME: &'static str = "bank.join_line";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let join = |tx: &office::file::Tx| acts::join_line(tx, self.id, &self.entries);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, join)?.into())
    }
}

/// Says that a line is not the entry that it was taken for.
#[derive(Debug, Deserialize, TS)]
pub struct PartLine {
    #[ts(type = "string")]
    pub id: BankLineId,
}

impl Command for PartLine {
    const NAME: &'static str = "bank.part_line";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let part = |tx: &office::file::Tx| acts::part_line(tx, self.id);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, part)?.into())
    }
}
