//! The steps of a grant as the page lists them: what was filed and came, and which letters lie with it.

use std::collections::HashMap;

use chrono::NaiveDate;
use office::accounts::EntryId;
use office::attachments::{self, Owner};
use office::file::View;
use office::grants::{AmountBasis, GrantStep, GrantStepId, Known, Stage, StepState};
use office::{FiscalYear, Result, Yen};
use serde::Serialize;
use ts_rs::TS;

use crate::labels;

/// One recorded step.
#[derive(Debug, Serialize, TS)]
pub struct StepRow {
    #[ts(type = "string")]
    pub id: GrantStepId,
    pub stage: Stage,
    pub stage_label: String,
    pub state: StepState,
    pub state_label: String,
    pub on: NaiveDate,
    pub on_label: String,
    pub number: String,
    pub amount_yen: Option<Yen>,
    pub note: String,
    /// Of a 交付申請 how its amount was worked out.
    pub basis: Option<AmountBasis>,
    /// What lies with it: the word that was chosen for each paper, or the name of its file.
    pub letters: Vec<String>,
    /// Of a 返還 the expense by which it was paid.
    #[ts(type = "string | null")]
    pub entry_id: Option<EntryId>,
    /// A 返還 that was paid and is in no book yet.
    pub is_to_book: bool,
    /// The year into whose book its day falls.
    pub book_label: String,
}

/// The letters of every step of a year.
pub(super) type Letters = HashMap<GrantStepId, Vec<String>>;

/// Looks up what lies with each step.
pub(super) fn letters(view: &View, known: &Known) -> Result<Letters> {
    let named = |paper: attachments::Attachment| if paper.label.is_empty() { paper.name } else { paper.label };
    let of = |step: &GrantStep| {
        let papers = attachments::of(view, Owner::GrantStep, &step.id.to_string())?;
        Ok((step.id, papers.into_iter().map(named).collect()))
    };
    known.grants.iter().flat_map(|one| &one.steps).map(of).collect()
}

pub(super) fn step_row(step: &GrantStep, letters: &Letters) -> StepRow {
    let is_paid_back = step.stage == Stage::Refund && step.state == StepState::Done && step.amount_yen > Some(Yen(0));
    StepRow {
        id: step.id,
        stage: step.stage,
        stage_label: step.stage.label().to_owned(),
        state: step.state,
        state_label: step.state.label().to_owned(),
        on: step.happened_on,
        on_label: labels::long_day(Some(step.happened_on)),
        number: step.number.clone(),
        amount_yen: step.amount_yen,
        note: step.note.clone(),
        basis: step.basis.clone(),
        letters: letters.get(&step.id).cloned().unwrap_or_default(),
        entry_id: step.entry_id,
        is_to_book: is_paid_back && step.entry_id.is_none(),
        book_label: FiscalYear::of(step.happened_on).label(),
    }
}
