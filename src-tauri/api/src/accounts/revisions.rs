//! 予算をつくる・決める・補正する・流用する.

use chrono::NaiveDate;
use office::accounts::acts::{self, BudgetTyped, ChangeTyped};
use office::accounts::{AccountItemId, BudgetRevisionId, Reallocation, ReallocationId, ReallocationKind};
use office::grants::known;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, WireError, typed};

/// Writes lines of 当初予算.
#[derive(Debug, Deserialize, TS)]
pub struct PutLines {
    pub year: FiscalYear,
    pub lines: Vec<LineDraft>,
}

/// One line as typed; an empty amount takes up no line.
#[derive(Debug, Deserialize, TS)]
pub struct LineDraft {
    #[ts(type = "string")]
    pub item_id: AccountItemId,
    pub amount: String,
    pub note: String,
}

impl Command for PutLines {
    const NAME: &'static str = "accounts.put_lines";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let read = |one: LineDraft| {
            let amount_yen = typed::yen(&one.amount, &one.item_id.to_string())?;
            Ok(BudgetTyped { item_id: one.item_id, amount_yen, note: one.note })
        };
        let lines = self.lines.into_iter().map(read).collect::<Result<Vec<_>>>()?;
        let put = |tx: &office::file::Tx| acts::put_lines(tx, self.year, &lines).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, put)?.into())
    }
}

/// Begins a budget with the lines of another year.
#[derive(Debug, Deserialize, TS)]
pub struct CopyBudget {
    pub from: FiscalYear,
    pub year: FiscalYear,
}

impl Command for CopyBudget {
    const NAME: &'static str = "accounts.copy_budget";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let copy = |tx: &office::file::Tx| acts::copy_budget(tx, self.from, self.year).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, copy)?.into())
    }
}

/// Notes that a meeting decided 当初予算.
#[derive(Debug, Deserialize, TS)]
pub struct DecideBudget {
    pub year: FiscalYear,
    pub on: String,
    pub by: String,
}

impl Command for DecideBudget {
    const NAME: &'static str = "accounts.decide_budget";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let missing = || Error::refused("typed.day_missing").with("field", "on");
        let on = typed::day_decided(&self.on, self.year, desk.today(), "on")?.ok_or_else(missing)?;
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::decide_budget(tx, self.year, on, &self.by))?.into())
    }
}

/// Begins a 補正予算 or writes its draft anew.
#[derive(Debug, Deserialize, TS)]
pub struct SaveRevision {
    pub year: FiscalYear,
    #[ts(type = "string | null")]
    pub id: Option<BudgetRevisionId>,
    pub reason: String,
    pub changes: Vec<ChangeDraft>,
}

/// 補正額 of one item as typed; empty changes nothing.
#[derive(Debug, Deserialize, TS)]
pub struct ChangeDraft {
    #[ts(type = "string")]
    pub item_id: AccountItemId,
    pub amount: String,
    pub note: String,
}

impl Command for SaveRevision {
    const NAME: &'static str = "accounts.save_revision";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let read = |one: ChangeDraft| {
            let amount_yen = typed::yen(&one.amount, &one.item_id.to_string())?.unwrap_or_default();
            Ok(ChangeTyped { item_id: one.item_id, amount_yen, note: one.note })
        };
        let changes = self.changes.into_iter().map(read).collect::<Result<Vec<_>>>()?;
        let save = |tx: &office::file::Tx| acts::save_revision(tx, self.year, self.id, &self.reason, &changes);
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, save)?, Written::of))
    }
}

/// What a 補正予算 that is being typed would do.
#[derive(Debug, Deserialize, TS)]
pub struct RevisionEffect {
    pub year: FiscalYear,
    pub changes: Vec<ChangeDraft>,
}

/// The grants that are to be asked first. Half-typed input is never an error here.
#[derive(Debug, Serialize, TS)]
pub struct RevisedEffect {
    pub warnings: Vec<WireError>,
}

impl Command for RevisionEffect {
    const NAME: &'static str = "accounts.revision_effect";
    type Output = RevisedEffect;
    fn run(self, desk: &Desk) -> Result<RevisedEffect> {
        let edition = desk.edition(self.year)?;
        let known = desk.office()?.view(|view| known(view, self.year, &|year| edition.grants_in(year), None))?;
        let amount = |one: &ChangeDraft| typed::yen(&one.amount, "amount").ok().flatten();
        let drafted: Vec<_> = self.changes.iter().filter_map(|one| Some((one.item_id, amount(one)?))).collect();
        let told = known.grants.iter().filter_map(|one| one.drafted_change(&known.books, &drafted));
        Ok(RevisedEffect { warnings: told.map(WireError::from).collect() })
    }
}

/// The meeting's decision on a 補正予算.
#[derive(Debug, Deserialize, TS)]
pub struct DecideRevision {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: BudgetRevisionId,
    pub on: String,
    pub by: String,
}

impl Command for DecideRevision {
    const NAME: &'static str = "accounts.decide_revision";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let on = decided_on(&self.on, self.year)?;
        let decide = |tx: &office::file::Tx| acts::decide_revision(tx, self.year, self.id, on, &self.by);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, decide)?.into())
    }
}

/// Takes the draft of a 補正予算 away.
#[derive(Debug, Deserialize, TS)]
pub struct DiscardRevision {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: BudgetRevisionId,
}

impl Command for DiscardRevision {
    const NAME: &'static str = "accounts.discard_revision";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let discard = |tx: &office::file::Tx| acts::discard_revision(tx, self.year, self.id);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, discard)?.into())
    }
}

/// 流用・予備費充当 as typed.
#[derive(Debug, Deserialize, TS)]
pub struct Reallocate {
    pub year: FiscalYear,
    pub on: String,
    #[ts(type = "string | null")]
    pub from_item_id: Option<AccountItemId>,
    #[ts(type = "string | null")]
    pub to_item_id: Option<AccountItemId>,
    pub amount: String,
    pub reason: String,
    pub by: String,
}

impl Command for Reallocate {
    const NAME: &'static str = "accounts.reallocate";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let moved = Reallocation {
            id: ReallocationId::new(),
            fiscal_year: self.year,
            kind: ReallocationKind::Reallocation,
            moved_on: decided_on(&self.on, self.year)?,
            from_item_id: chosen(self.from_item_id, "from_item_id")?,
            to_item_id: chosen(self.to_item_id, "to_item_id")?,
            amount_yen: needed(&self.amount)?,
            reason: self.reason,
            decided_by: self.by,
            version: 1,
        };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::reallocate(tx, &moved))?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// Takes a 流用 back.
#[derive(Debug, Deserialize, TS)]
pub struct TakeBackReallocation {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: ReallocationId,
}

impl Command for TakeBackReallocation {
    const NAME: &'static str = "accounts.take_back_reallocation";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let take_back = |tx: &office::file::Tx| acts::take_back_reallocation(tx, self.year, self.id);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, take_back)?.into())
    }
}

fn needed(amount: &str) -> Result<Yen> {
    let missing = || Error::refused("accounts.amount_out_of_range").with("field", "amount");
    typed::yen(amount, "amount")?.ok_or_else(missing)
}

fn chosen(item: Option<AccountItemId>, field: &str) -> Result<AccountItemId> {
    item.ok_or_else(|| Error::refused("accounts.item_missing").with("field", field))
}

fn decided_on(on: &str, year: FiscalYear) -> Result<NaiveDate> {
    let missing = || Error::refused("typed.day_missing").with("field", "on");
    typed::day(on, Some(year), "on")?.ok_or_else(missing)
}
