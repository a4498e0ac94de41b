//! 手続きの流れ: where a grant stands, what comes next, and which papers are due when. Pure functions over the steps.

use chrono::{Days, NaiveDate};

use super::{DueDay, Grant, GrantFigures, GrantStep, PaperRule, PaymentMode, Stage, StepState};
use crate::calendar::FiscalYear;
use crate::money::Yen;

/// One stage of a grant's way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StageState {
    /// 段階
    pub stage: Stage,
    /// How far its last step is; none when nothing was done.
    pub state: Option<StepState>,
    /// True for the one that comes next.
    pub is_next: bool,
}

/// 提出物 with its day and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperState<'a> {
    /// What is wanted.
    pub rule: &'a PaperRule,
    /// The earliest of its days that are known.
    pub due_on: Option<NaiveDate>,
    /// How far it is.
    pub state: Option<StepState>,
    /// The day on which it was filed.
    pub filed_on: Option<NaiveDate>,
    /// Not filed although its day has passed.
    pub is_late: bool,
}

/// What is known of a grant's way: its steps, and what award and books say without any.
#[derive(Debug, Clone, Copy)]
pub struct Way<'a> {
    /// 交付金
    pub grant: &'a Grant,
    /// Its steps.
    pub steps: &'a [GrantStep],
    /// What the books say: whether all has come, and whether something is left.
    pub figures: &'a GrantFigures,
    /// How it is paid, as far as its rules say: the order of its stages follows.
    pub payment: Option<PaymentMode>,
}

impl<'w> Way<'w> {
    /// 返還済み: what has gone back to the city. A step without an amount gave back all that was still to go.
    pub fn refunded_yen(self) -> Yen {
        self.sum_of(self.refunds())
    }

    /// What of it stands in the books; papers tell no other.
    pub fn repaid_yen(self) -> Yen {
        self.sum_of(self.repaid())
    }

    fn sum_of(self, refunds: impl Iterator<Item = &'w GrantStep>) -> Yen {
        let amounts: Vec<Option<Yen>> = refunds.map(|step| step.amount_yen).collect();
        let told = amounts.iter().flatten().copied().sum::<Yen>();
        if amounts.contains(&None) { told.max(self.figures.refund_yen()) } else { told }
    }

    /// What has still to go back.
    pub fn to_refund_yen(self) -> Yen {
        (self.figures.refund_yen() - self.refunded_yen()).max(Yen(0))
    }

    /// The day on which the last of it went back.
    pub fn repaid_on(self) -> Option<NaiveDate> {
        self.repaid().map(|step| step.happened_on).max()
    }

    fn repaid(self) -> impl Iterator<Item = &'w GrantStep> {
        self.refunds().filter(|step| step.entry_id.is_some())
    }

    fn refunds(self) -> impl Iterator<Item = &'w GrantStep> {
        self.steps.iter().filter(|step| step.stage == Stage::Refund && step.state == StepState::Done)
    }

    /// The stages of a grant: those that every grant goes through and those that it went through. What comes next is the
    /// first usual one that is not done; after 精算 it is 返還, as long as something has to go back.
    pub fn stages(self) -> Vec<StageState> {
        let owes = self.to_refund_yen() > Yen(0) && self.state(Stage::Settlement) == Some(StepState::Done);
        let is_owed = |stage: Stage| owes && stage == Stage::Refund;
        let mut line: Vec<StageState> = Stage::in_order(self.payment)
            .into_iter()
            .filter(|stage| stage.is_usual() || is_owed(*stage) || self.steps.iter().any(|step| step.stage == *stage))
            .map(|stage| StageState { stage, state: self.state(stage), is_next: false })
            .collect();
        let is_open =
            |one: &&mut StageState| is_owed(one.stage) || (one.stage.is_usual() && one.state != Some(StepState::Done));
        if let Some(next) = line.iter_mut().find(is_open) {
            next.is_next = true;
        }
        line
    }

    /// The papers of a grant by day; those without a day last.
    pub fn papers<'r>(self, rules: &'r [PaperRule], today: NaiveDate) -> Vec<PaperState<'r>> {
        let has_rest = self.figures.rest_yen() > Yen(0);
        let is_wanted = |rule: &&PaperRule| !rule.only_with_rest || has_rest;
        let mut all: Vec<PaperState> = rules.iter().filter(is_wanted).map(|rule| self.paper(rule, today)).collect();
        all.sort_by_key(|paper| (paper.due_on.is_none(), paper.due_on));
        all
    }

    fn paper<'r>(self, rule: &'r PaperRule, today: NaiveDate) -> PaperState<'r> {
        let due_on = rule.due.iter().filter_map(|due| due.on(self.grant, self.steps)).min();
        let is_filed = |step: &&GrantStep| step.stage == rule.stage && step.state != StepState::Preparing;
        let filed_on = self.steps.iter().filter(is_filed).map(|step| step.happened_on).min();
        let state = self.state(rule.stage).or(filed_on.map(|_| StepState::Filed));
        let is_open = !matches!(state, Some(StepState::Filed | StepState::Done));
        PaperState { rule, due_on, state, filed_on, is_late: is_open && due_on.is_some_and(|due| due < today) }
    }

    /// How far the last step of a stage is. An award that is known, and money that has come, need no step of their own; a 返還 is
    /// not done as long as something has still to go back.
    fn state(self, stage: Stage) -> Option<StepState> {
        let of_stage = self.steps.iter().filter(|step| step.stage == stage);
        let last = of_stage.max_by_key(|step| (step.happened_on, step.state)).map(|step| step.state);
        let is_decided = self.grant.decided_yen.is_some();
        let is_known = match stage {
            Stage::Claim => self.figures.is_received(),
            stage => stage <= Stage::Decision && is_decided,
        };
        // The award answers what was asked for, however far that was written down.
        let is_answered = stage < Stage::Decision && is_decided;
        let is_in_part = stage == Stage::Refund && last == Some(StepState::Done) && self.to_refund_yen() > Yen(0);
        last.filter(|_| !is_in_part && !is_answered).or(is_known.then_some(StepState::Done))
    }
}

impl DueDay {
    /// The day; none while the stage that it is counted from has not come.
    fn on(&self, grant: &Grant, steps: &[GrantStep]) -> Option<NaiveDate> {
        match self {
            DueDay::Day { month, day, is_after_year } => {
                let year: FiscalYear = if *is_after_year { grant.fiscal_year.next() } else { grant.fiscal_year };
                year.city_day(*month, *day)
            }
            DueDay::After { stage, days } => {
                let came = steps.iter().filter(|step| step.stage == *stage && step.state == StepState::Done);
                let decided = grant.decided_on.filter(|_| *stage == Stage::Decision && grant.decided_yen.is_some());
                let from = came.map(|step| step.happened_on).max().or(decided)?;
                from.checked_add_days(Days::new(*days))
            }
        }
    }
}

#[cfg(test)]
mod tests;
