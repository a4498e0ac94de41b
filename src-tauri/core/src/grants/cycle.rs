//! 手続きの流れ: where a grant stands, what comes next, and which papers are due when. Pure functions over the steps.

use chrono::{Days, NaiveDate};

use super::{DueDay, Grant, GrantFigures, GrantStep, PaperRule, Stage, StepState};
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
}

impl Way<'_> {
    /// The stages of a grant: those that every grant goes through and those that it went through. What comes next is the
    /// first usual one that is not done.
    pub fn stages(self) -> Vec<StageState> {
        let mut line: Vec<StageState> = Stage::ALL
            .into_iter()
            .filter(|stage| stage.is_usual() || self.steps.iter().any(|step| step.stage == *stage))
            .map(|stage| StageState { stage, state: self.state(stage), is_next: false })
            .collect();
        let is_open = |one: &&mut StageState| one.stage.is_usual() && one.state != Some(StepState::Done);
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
        let state = self.state(rule.stage);
        let is_open = !matches!(state, Some(StepState::Filed | StepState::Done));
        PaperState { rule, due_on, state, filed_on, is_late: is_open && due_on.is_some_and(|due| due < today) }
    }

    /// How far the last step of a stage is. An award that is known, and money that has come, need no step of their own.
    fn state(self, stage: Stage) -> Option<StepState> {
        let of_stage = self.steps.iter().filter(|step| step.stage == stage);
        let last = of_stage.max_by_key(|step| (step.happened_on, step.state)).map(|step| step.state);
        let is_known = match stage {
            Stage::Claim => self.figures.is_received(),
            stage => stage <= Stage::Decision && self.grant.decided_on.is_some(),
        };
        last.or(is_known.then_some(StepState::Done))
    }
}

impl DueDay {
    /// The day; none while the stage that it is counted from has not come.
    fn on(&self, grant: &Grant, steps: &[GrantStep]) -> Option<NaiveDate> {
        match self {
            DueDay::Day { month, day, is_after_year } => {
                let year: FiscalYear = if *is_after_year { grant.fiscal_year.next() } else { grant.fiscal_year };
                year.day(*month, *day)
            }
            DueDay::After { stage, days } => {
                let came = steps.iter().filter(|step| step.stage == *stage && step.state == StepState::Done);
                let decided = grant.decided_on.filter(|_| *stage == Stage::Decision);
                let from = came.map(|step| step.happened_on).max().or(decided)?;
                from.checked_add_days(Days::new(*days))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{Books, Entry, EntryKind, GrantId, PurseId};
    use crate::grants::GrantStepId;

    fn day(month: u32, day: u32) -> NaiveDate {
        FiscalYear(2025).day(month, day).unwrap()
    }

    fn grant(decided_on: Option<NaiveDate>) -> Grant {
        Grant {
            id: GrantId::new(),
            fiscal_year: FiscalYear(2025),
            name: "補助金".into(),
            decided_yen: decided_on.map(|_| Yen(1)),
            decided_on,
            decision_no: String::new(),
            fixed_yen: None,
        }
    }

    fn step(grant: &Grant, stage: Stage, state: StepState, happened_on: NaiveDate) -> GrantStep {
        let (number, note) = (String::new(), String::new());
        GrantStep {
            id: GrantStepId::new(),
            grant_id: grant.id,
            stage,
            state,
            happened_on,
            number,
            amount_yen: None,
            note,
            version: 1,
        }
    }

    /// The figures of a grant of which so much was received and spent.
    fn figures(grant: &Grant, received: i64, spent: i64) -> GrantFigures {
        let entry = |kind, amount| Entry {
            grant_id: Some(grant.id),
            eligibility: (kind == EntryKind::Expense).then_some(crate::accounts::Eligibility::Eligible),
            ..Entry::new(kind, day(6, 1), PurseId::new(), Yen(amount))
        };
        let entries = vec![entry(EntryKind::Income, received), entry(EntryKind::Expense, spent)];
        GrantFigures::of(grant, &Books { entries, ..Books::empty(FiscalYear(2025)) }, None, None).unwrap()
    }

    fn report() -> PaperRule {
        toml::from_str(
            r#"
            id = "report"
            title = "実績報告書"
            stage = "report"
            due = [{ kind = "after", stage = "completion", days = 14 }, { kind = "day", month = 3, day = 31 }]
            source = "いわき市"
            is_verified = false
            "#,
        )
        .unwrap()
    }

    /// いわき市: within 14 days of completion and by 3/31, whichever is earlier.
    #[test]
    fn a_paper_is_due_on_the_earlier_of_its_days() {
        let grant = grant(Some(day(5, 1)));
        let rules = [report()];
        let due = |steps: &[GrantStep], today| {
            let figures = figures(&grant, 0, 0);
            let paper = Way { grant: &grant, steps, figures: &figures }.papers(&rules, today).remove(0);
            (paper.due_on.unwrap(), paper.is_late)
        };
        assert_eq!(due(&[], day(3, 31)), (day(3, 31), false), "not completed yet");
        let done = |on| step(&grant, Stage::Completion, StepState::Done, on);
        assert_eq!(due(&[done(day(11, 3))], day(11, 17)), (day(11, 17), false));
        assert_eq!(due(&[done(day(11, 3))], day(11, 18)), (day(11, 17), true));
        assert_eq!(due(&[done(day(3, 25))], day(3, 25)), (day(3, 31), false), "never after the end of the year");
        let filed = step(&grant, Stage::Report, StepState::Filed, day(11, 10));
        assert_eq!(due(&[done(day(11, 3)), filed], day(12, 1)), (day(11, 17), false), "filed is not late");
    }

    /// Without a rest nobody asks for the paper about it.
    #[test]
    fn a_paper_about_what_is_left_is_wanted_only_where_something_is() {
        let grant = grant(Some(day(5, 1)));
        let rules = [PaperRule { only_with_rest: true, ..report() }];
        let wanted = |spent| {
            let figures = figures(&grant, 1, spent);
            Way { grant: &grant, steps: &[], figures: &figures }.papers(&rules, day(3, 1)).len()
        };
        assert_eq!([wanted(0), wanted(1)], [1, 0]);
    }

    #[test]
    fn what_comes_next_is_the_first_usual_stage_that_is_not_done() {
        let next = |grant: &Grant, steps: &[GrantStep]| {
            let figures = figures(grant, 0, 0);
            Way { grant, steps, figures: &figures }.stages().into_iter().find(|one| one.is_next).map(|one| one.stage)
        };
        let fresh = grant(None);
        assert_eq!(next(&fresh, &[]), Some(Stage::Application), "内示 comes only where the city gives one");
        let decided = grant(Some(day(5, 1)));
        assert_eq!(next(&decided, &[]), Some(Stage::Claim));
        let claim = |state| step(&decided, Stage::Claim, state, day(5, 10));
        assert_eq!(next(&decided, &[claim(StepState::Filed)]), Some(Stage::Claim), "not paid yet");
        assert_eq!(next(&decided, &[claim(StepState::Done)]), Some(Stage::Completion));
        let all: Vec<GrantStep> = Stage::ALL.map(|stage| step(&decided, stage, StepState::Done, day(3, 1))).into();
        assert_eq!(next(&decided, &all), None);
        let (open, paid) = (figures(&decided, 0, 0), figures(&decided, 1, 0));
        let whole = Way { grant: &decided, steps: &all, figures: &open };
        assert_eq!(whole.stages().len(), 11);
        let paid = Way { steps: &[], figures: &paid, ..whole };
        let next = paid.stages().into_iter().find(|one| one.is_next).map(|one| one.stage);
        assert_eq!(next, Some(Stage::Completion), "what the books have received was claimed");
    }
}
