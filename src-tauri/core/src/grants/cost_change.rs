//! 事業費の変わり: how far the cost of what a grant pays for has come from what it was when the city decided, by 補正 and in the
//! end by what was spent. A pure function over the books; it warns and blocks nothing.

use chrono::NaiveDate;

use super::{KnownGrant, Stage, StepState, SubsidisedLines};
use crate::Error;
use crate::accounts::{AccountItemId, Books, Side, Threshold, ThresholdBase};
use crate::money::Yen;

/// What the cost is compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CostBy {
    /// The budget in force.
    Budget,
    /// A 補正 that no meeting has decided yet.
    Draft,
    /// 決算
    Settlement,
}

/// The whole cost, changed by more than the rule lets pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CostChange {
    /// What it is compared by.
    by: CostBy,
    /// The budget when the city decided.
    before_yen: Yen,
    /// What it is now.
    after_yen: Yen,
    /// What may change without asking, rounded down.
    allowed_yen: Yen,
}

impl CostChange {
    /// None where the change is within the rule, or where nothing was budgeted.
    fn of(rule: &Threshold, by: CostBy, before_yen: Yen, after_yen: Yen) -> Option<CostChange> {
        let allowed_yen = Yen(before_yen.0.max(0).saturating_mul(rule.percent) / 100);
        let is_over = before_yen > Yen(0) && (after_yen - before_yen).0.abs() > allowed_yen.0;
        is_over.then_some(CostChange { by, before_yen, after_yen, allowed_yen })
    }

    /// The warning as a sentence.
    fn told(&self, grant: &str, lines: &str, rule: &Threshold) -> Error {
        let shown = |amount: Yen| paper::Value::from(amount).shown(paper::Negative::White);
        let code = match self.by {
            CostBy::Budget => "grants.cost_revised",
            CostBy::Draft => "grants.cost_drafted",
            CostBy::Settlement => "grants.cost_settled",
        };
        Error::refused(code)
            .with("grant", grant)
            .with("lines", lines)
            .with("before", shown(self.before_yen))
            .with("after", shown(self.after_yen))
            .with("difference", shown(Yen((self.after_yen - self.before_yen).0.abs())))
            .with("percent", rule.percent)
            .with("allowed", shown(self.allowed_yen))
            .with("source", &rule.source)
    }
}

impl KnownGrant {
    /// The rule that speaks of the whole cost, where there is one.
    fn whole_rule(&self) -> Option<&Threshold> {
        self.rules.as_ref()?.change.as_ref().filter(|rule| rule.base == ThresholdBase::Whole)
    }

    /// The day up to which the city has agreed: that of its decision, or of the last change that it approved.
    pub(super) fn agreed_on(&self) -> Option<NaiveDate> {
        let changes = self.steps.iter().filter(|step| step.stage == Stage::Change && step.state == StepState::Done);
        changes.map(|step| step.happened_on).max().or(self.grant.decided_on)
    }

    /// True once the work is done, or the report is being written.
    pub fn is_settled(&self) -> bool {
        let is_done = |stage, state: Option<StepState>| {
            self.steps.iter().any(|step| step.stage == stage && state.is_none_or(|state| step.state == state))
        };
        is_done(Stage::Completion, Some(StepState::Done)) || is_done(Stage::Report, None)
    }

    /// How the cost of its lines has changed beyond the rule: by 補正, and once the work is done by what was spent.
    pub fn cost_changes(&self, books: &Books) -> Vec<Error> {
        let Some(rule) = self.whole_rule() else { return Vec::new() };
        let lines = SubsidisedLines::of(&self.grant, books);
        let (lines, books) = (lines.told(books), lines.within(books));
        let before = cost_until(&books, self.agreed_on());
        let revised = CostChange::of(rule, CostBy::Budget, before, cost_until(&books, Some(NaiveDate::MAX)));
        let spent = self.is_settled().then(|| books.total_yen(Side::Expense));
        let settled = spent.and_then(|spent| CostChange::of(rule, CostBy::Settlement, before, spent));
        [revised, settled].into_iter().flatten().map(|change| change.told(&self.grant.name, &lines, rule)).collect()
    }

    /// What a 補正 that is being drafted would do, with so much more on each line.
    pub fn drafted_change(&self, books: &Books, drafted: &[(AccountItemId, Yen)]) -> Option<Error> {
        let rule = self.whole_rule()?;
        let lines = SubsidisedLines::of(&self.grant, books);
        let (lines, books) = (lines.told(books), lines.within(books));
        let more: Yen = drafted.iter().filter(|(item, _)| is_expense(&books, *item)).map(|(_, amount)| *amount).sum();
        let after = cost_until(&books, Some(NaiveDate::MAX)) + more;
        let change = CostChange::of(rule, CostBy::Draft, cost_until(&books, self.agreed_on()), after)?;
        Some(change.told(&self.grant.name, &lines, rule))
    }
}

/// 当初予算 of the expenses with what meetings had decided up to a day; without a day 当初予算 alone.
fn cost_until(books: &Books, day: Option<NaiveDate>) -> Yen {
    let initial = books.budget.iter().filter(|line| is_expense(books, line.item_id)).map(|line| line.amount_yen);
    let decided =
        books.revisions.iter().filter(|one| one.decided_on.is_some_and(|on| day.is_some_and(|day| on <= day)));
    let changes = decided.flat_map(|one| &one.changes).filter(|change| is_expense(books, change.item_id));
    initial.sum::<Yen>() + changes.map(|change| change.amount_yen).sum::<Yen>()
}

fn is_expense(books: &Books, item: AccountItemId) -> bool {
    books.items.iter().any(|one| one.id == item && one.side == Side::Expense)
}
