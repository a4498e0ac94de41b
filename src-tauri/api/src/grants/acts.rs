//! What is recorded of a grant: the city's decision and the steps of its way.

use chrono::NaiveDate;
use office::FiscalYear;
use office::accounts::{AccountItemId, Entry, EntryId, GrantId, PurseId};
use office::grants::acts::NewDecision;
use office::grants::{GrantStepId, Stage, StepState, acts, refund_entries, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::basis::BasisTyped;
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, labels, typed};

/// The city's decision (交付決定) as typed.
#[derive(Debug, Deserialize, TS)]
pub struct RecordDecision {
    pub name: String,
    pub year: FiscalYear,
    pub amount: String,
    pub on: String,
    pub number: String,
    /// 打ちまちがいを直す: writes over the decision that is there.
    #[serde(default)]
    pub is_correction: bool,
}

impl Command for RecordDecision {
    const NAME: &'static str = "grants.record_decision";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let amount = typed::yen(&self.amount, "amount")?;
        let amount = amount.ok_or_else(|| Error::refused("grants.amount_out_of_range").with("field", "amount"))?;
        let on = typed::city_day_decided(&self.on, self.year, desk.today(), "on")?;
        let on = on.ok_or_else(|| Error::refused("typed.day_missing").with("field", "on"))?;
        let new = NewDecision {
            name: self.name,
            decided_yen: amount,
            decided_on: on,
            number: self.number,
            is_correction: self.is_correction,
        };
        let record = |tx: &office::file::Tx| acts::record_decision(tx, self.year, &new).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, record)?.into())
    }
}

/// Begins a grant that the city has not decided yet.
#[derive(Debug, Deserialize, TS)]
pub struct AddGrant {
    pub year: FiscalYear,
    pub name: String,
}

impl Command for AddGrant {
    const NAME: &'static str = "grants.add";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let add = |tx: &office::file::Tx| acts::add_grant(tx, self.year, &self.name).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, add)?.into())
    }
}

/// A step of a grant as typed.
#[derive(Debug, Deserialize, TS)]
pub struct RecordStep {
    /// The step that is written anew; none adds one.
    #[ts(type = "string | null")]
    pub id: Option<GrantStepId>,
    #[ts(type = "string")]
    pub grant_id: GrantId,
    pub year: FiscalYear,
    pub stage: Stage,
    pub state: StepState,
    pub on: String,
    pub number: String,
    /// May be left empty.
    pub amount: String,
    pub note: String,
    /// Of a 交付申請 how its amount is worked out; the amount may then be left empty.
    #[serde(default)]
    pub basis: Option<BasisTyped>,
}

impl RecordStep {
    /// The day of the step before a report or what comes after one: those letters often come when the year is over, so that
    /// 確定 5/20 is not that of the spring before.
    fn step_before(&self, desk: &Desk) -> Result<Option<NaiveDate>> {
        if self.stage < Stage::Report {
            return Ok(None);
        }
        let steps = desk.office()?.view(|view| store::steps(view, self.year))?;
        let earlier = steps.iter().filter(|step| step.grant_id == self.grant_id && step.stage < self.stage);
        Ok(earlier.map(|step| step.happened_on).max())
    }
}

impl Command for RecordStep {
    const NAME: &'static str = "grants.record_step";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let on = match self.step_before(desk)? {
            Some(from) => typed::day_from(&self.on, from, "on")?,
            None => typed::city_day(&self.on, self.year, "on")?,
        };
        let basis = self.basis.filter(|_| self.stage == Stage::Application);
        let new = acts::NewStep {
            id: self.id,
            grant_id: self.grant_id,
            stage: self.stage,
            state: self.state,
            happened_on: on.ok_or_else(|| Error::refused("typed.day_missing").with("field", "on"))?,
            number: self.number,
            amount_yen: typed::yen(&self.amount, "amount")?,
            note: self.note,
            basis: basis.map(BasisTyped::parsed).transpose()?,
        };
        let record = |tx: &office::file::Tx| acts::record_step(tx, &new).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, record)?.into())
    }
}

/// Takes a step away that was recorded by mistake.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveStep {
    #[ts(type = "string")]
    pub id: GrantStepId,
}

impl Command for RemoveStep {
    const NAME: &'static str = "grants.remove_step";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_step(tx, self.id))?.into())
    }
}

/// Writes a 返還 that was paid into the book.
#[derive(Debug, Deserialize, TS)]
pub struct BookRefund {
    #[ts(type = "string")]
    pub id: GrantStepId,
    #[ts(type = "string | null")]
    pub purse_id: Option<PurseId>,
    #[ts(type = "string | null")]
    pub item_id: Option<AccountItemId>,
}

impl Command for BookRefund {
    const NAME: &'static str = "grants.book_refund";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let book = |tx: &office::file::Tx| acts::book_refund(tx, self.id, self.purse_id, self.item_id).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, book)?.into())
    }
}

/// The expenses in the book by which a 返還 may have been paid.
#[derive(Debug, Deserialize, TS)]
pub struct RefundEntries {
    #[ts(type = "string")]
    pub id: GrantStepId,
}

/// 出納帳にもうある返還
#[derive(Debug, Serialize, TS)]
pub struct RefundEntry {
    #[ts(type = "string")]
    pub id: EntryId,
    /// 令和8年3月30日　県への返還（令和7年度の出納帳）
    pub label: String,
}

impl Command for RefundEntries {
    const NAME: &'static str = "grants.refund_entries";
    type Output = Vec<RefundEntry>;
    fn run(self, desk: &Desk) -> Result<Vec<RefundEntry>> {
        let found = desk.office()?.view(|view| match store::find_step(view, self.id)? {
            Some(step) => refund_entries(view, &step),
            None => Ok(Vec::new()),
        })?;
        let label = |entry: &Entry| {
            let day = labels::long_day(Some(entry.entered_on));
            format!("{day}　{}（{}の出納帳）", entry.description, entry.fiscal_year.label())
        };
        Ok(found.iter().map(|entry| RefundEntry { id: entry.id, label: label(entry) }).collect())
    }
}

/// Says that a 返還 was paid by an expense that is in the book already.
#[derive(Debug, Deserialize, TS)]
pub struct TieRefund {
    #[ts(type = "string")]
    pub id: GrantStepId,
    #[ts(type = "string")]
    pub entry_id: EntryId,
}

impl Command for TieRefund {
    const NAME: &'static str = "grants.tie_refund";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let tie = |tx: &office::file::Tx| acts::tie_refund(tx, self.id, self.entry_id);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, tie)?.into())
    }
}
