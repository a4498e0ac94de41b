//! 予算: 当初, each 補正 and 流用 side by side, against what was really received and paid.

use chrono::NaiveDate;
use office::accounts::{
    AccountItemId, Books, BudgetChange, BudgetRevisionId, FundId, GENERAL, ItemPair, Reallocation, ReallocationId,
    ReallocationKind, Side, Threshold,
};
use office::{Error, FiscalYear, Yen};
use paper::{Negative, Value};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::budget_rows::{BudgetSide, Rows};
use crate::command::Command;
use crate::{Desk, Result, WireError, typed};

/// The budget of one 会計 against the books.
#[derive(Debug, Deserialize, TS)]
pub struct BudgetStatus {
    pub year: FiscalYear,
    #[ts(type = "string | null")]
    pub fund_id: Option<FundId>,
}

/// The budget of one 会計 with all that was decided about it.
#[derive(Debug, Serialize, TS)]
pub struct Budget {
    /// 一般会計 and the funds beside it.
    pub funds: Vec<FundChoice>,
    /// The meeting that decided 当初予算.
    pub decided: Option<Decided>,
    /// 令和6年度, when a budget of the year before can be copied.
    pub copied_from: Option<String>,
    pub revisions: Vec<RevisionRow>,
    pub moves: Vec<MovedRow>,
    pub warnings: Vec<WireError>,
    pub income: BudgetSide,
    pub expense: BudgetSide,
}

/// A 会計 to look at; 一般会計 has no key.
#[derive(Debug, Serialize, TS)]
pub struct FundChoice {
    #[ts(type = "string | null")]
    pub id: Option<FundId>,
    pub name: String,
}

/// When and by whom.
#[derive(Debug, Serialize, TS)]
pub struct Decided {
    pub on_label: String,
    pub by: String,
}

/// 補正予算; without a decision it is a draft.
#[derive(Debug, Serialize, TS)]
pub struct RevisionRow {
    #[ts(type = "string")]
    pub id: BudgetRevisionId,
    #[ts(type = "number")]
    pub number: i64,
    pub decided: Option<Decided>,
    pub reason: String,
    pub changes: Vec<BudgetChange>,
}

/// 流用・予備費充当
#[derive(Debug, Serialize, TS)]
pub struct MovedRow {
    #[ts(type = "string")]
    pub id: ReallocationId,
    pub kind: ReallocationKind,
    pub on_label: String,
    pub from: String,
    pub to: String,
    pub amount_yen: Yen,
    pub reason: String,
    pub by: String,
}

impl Command for BudgetStatus {
    const NAME: &'static str = "accounts.budget_status";
    type Output = Budget;
    fn run(self, desk: &Desk) -> Result<Budget> {
        let load = |year| desk.office()?.view(|view| Books::load(view, year));
        let (all, before) = (load(self.year)?, load(self.year.previous())?);
        let (books, past) = (all.of_fund(self.fund_id), before.of_fund(self.fund_id));
        let rows = Rows::new(&books, &past);
        let (income, expense) = (rows.side(Side::Income), rows.side(Side::Expense));
        let rule = desk.edition(self.year)?.municipality.reallocation.clone();
        let general = FundChoice { id: None, name: GENERAL.to_owned() };
        let beside = all.funds.iter().map(|fund| FundChoice { id: Some(fund.id), name: fund.name.clone() });
        Ok(Budget {
            funds: std::iter::once(general).chain(beside).collect(),
            decided: all
                .revisions
                .iter()
                .find(|one| one.number == 0)
                .and_then(|one| decision(one.decided_on, &one.decided_by)),
            copied_from: (!before.budget.is_empty()).then(|| before.year.label()),
            revisions: all.revisions.iter().filter(|one| one.number > 0).map(revision).collect(),
            moves: books.reallocations.iter().map(|one| moved(&books, one)).collect(),
            warnings: warnings(&books, &income, &expense, rule.as_ref()),
            income,
            expense,
        })
    }
}

/// What a 流用 that is being typed would do.
#[derive(Debug, Deserialize, TS)]
pub struct ReallocationEffect {
    pub year: FiscalYear,
    #[ts(type = "string | null")]
    pub from_item_id: Option<AccountItemId>,
    #[ts(type = "string | null")]
    pub to_item_id: Option<AccountItemId>,
    pub amount: String,
}

/// What is left of both items afterwards, and what the rule says. Half-typed input is never an error here.
#[derive(Debug, Default, Serialize, TS)]
pub struct MovedEffect {
    pub from_left_yen: Option<Yen>,
    pub to_left_yen: Option<Yen>,
    pub warnings: Vec<WireError>,
}

impl Command for ReallocationEffect {
    const NAME: &'static str = "accounts.reallocation_effect";
    type Output = MovedEffect;
    fn run(self, desk: &Desk) -> Result<MovedEffect> {
        let books = desk.office()?.view(|view| Books::load(view, self.year))?;
        let rule = desk.edition(self.year)?.municipality.reallocation.clone();
        let amount = typed::yen(&self.amount, "amount").ok().flatten().unwrap_or_default();
        let left = |item: AccountItemId, more: Yen| {
            let paid: Yen = books
                .settled_lines(Side::Expense)
                .iter()
                .filter(|line| line.item.id == item)
                .map(|line| line.settled_yen)
                .sum();
            books.in_force_yen(item) + more - paid
        };
        let (from, to) = (self.from_item_id, self.to_item_id);
        let mut effect = MovedEffect {
            from_left_yen: from.map(|item| left(item, -amount)),
            to_left_yen: to.map(|item| left(item, amount)),
            warnings: Vec::new(),
        };
        if let (Some(from), Some(to), Some(rule)) = (from, to, &rule)
            && amount > Yen(0)
        {
            effect.warnings.extend(over_limit(&books, rule, (from, to), amount).map(WireError::from));
        }
        if let (Some(from), Some(short)) = (from, effect.from_left_yen.filter(|left| *left < Yen(0))) {
            let refused = Error::refused("accounts.line_below_zero").with("item", label(&books, from));
            effect.warnings.push(refused.with("amount", shown(-short)).into());
        }
        Ok(effect)
    }
}

fn decision(on: Option<NaiveDate>, by: &str) -> Option<Decided> {
    on.map(|on| Decided { on_label: paper::wareki::long(on), by: by.to_owned() })
}

fn revision(one: &office::accounts::BudgetRevision) -> RevisionRow {
    let decided = decision(one.decided_on, &one.decided_by);
    RevisionRow { id: one.id, number: one.number, decided, reason: one.reason.clone(), changes: one.changes.clone() }
}

fn moved(books: &Books, one: &Reallocation) -> MovedRow {
    MovedRow {
        id: one.id,
        kind: one.kind,
        on_label: paper::wareki::long(one.moved_on),
        from: label(books, one.from_item_id),
        to: label(books, one.to_item_id),
        amount_yen: one.amount_yen,
        reason: one.reason.clone(),
        by: one.decided_by.clone(),
    }
}

/// Warnings never block: what does not balance, what is overspent, what was moved beyond the rule.
fn warnings(books: &Books, income: &BudgetSide, expense: &BudgetSide, rule: Option<&Threshold>) -> Vec<WireError> {
    let (of_income, of_expense) = (&income.total, &expense.total);
    let mut found = Vec::new();
    found.extend(unbalanced("accounts.budget_unbalanced", of_income.budget_yen, of_expense.budget_yen));
    for (at, draft) in books.revisions.iter().filter(|one| one.number > 0).enumerate() {
        if draft.decided_on.is_none() {
            let after = (of_income.budget_yen + of_income.revised[at], of_expense.budget_yen + of_expense.revised[at]);
            let warned = unbalanced("accounts.revision_unbalanced", after.0, after.1);
            found.extend(warned.map(|one| one.with("number", draft.number)));
        }
    }
    for row in expense.rows.iter().filter(|row| row.item_id.is_some() && row.left_yen < Yen(0)) {
        let over = Error::refused("accounts.item_over_budget").with("item", &row.name);
        found.push(over.with("amount", shown(-row.left_yen)));
    }
    let pairs = books.moved_pairs();
    found.extend(
        rule.into_iter().flat_map(|rule| pairs.iter().filter_map(|pair| over_limit(books, rule, *pair, Yen(0)))),
    );
    found.into_iter().map(WireError::from).collect()
}

fn unbalanced(code: &'static str, income: Yen, expense: Yen) -> Option<Error> {
    let warning = || Error::refused(code).with("income", shown(income)).with("expense", shown(expense));
    (income != expense).then(|| warning().with("amount", shown(Yen((income - expense).0.abs()))))
}

/// The rule's word on what went from one item to another, with `more` on top.
fn over_limit(books: &Books, rule: &Threshold, pair: ItemPair, more: Yen) -> Option<Error> {
    let share = rule.share(books, pair, more);
    share.is_over().then(|| {
        Error::refused("accounts.moved_over_limit")
            .with("from", label(books, pair.0))
            .with("to", label(books, pair.1))
            .with("moved", shown(share.moved_yen))
            .with("limit", shown(share.limit_yen))
            .with("base", rule.base.label())
            .with("percent", rule.percent)
    })
}

fn label(books: &Books, item: AccountItemId) -> String {
    books.items.iter().find(|one| one.id == item).map_or_else(String::new, |one| one.label().to_owned())
}

fn shown(amount: Yen) -> String {
    Value::from(amount).shown(Negative::White)
}
