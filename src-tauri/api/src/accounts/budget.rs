//! 予算と執行: the budget against what was really received and paid.

use office::accounts::{Books, SettledLine, Side};
use office::money::percent_tenths;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::{Desk, Result, labels};

/// The budget of a year against the books.
#[derive(Debug, Deserialize, TS)]
pub struct BudgetStatus {
    pub year: FiscalYear,
}

/// Both sides of the budget.
#[derive(Debug, Serialize, TS)]
pub struct Budget {
    pub income: BudgetSide,
    pub expense: BudgetSide,
}

/// One side with its total.
#[derive(Debug, Serialize, TS)]
pub struct BudgetSide {
    pub lines: Vec<BudgetRow>,
    pub total: BudgetRow,
}

/// One item: budget, settled, difference (settled − budget), what is left (budget − settled) and how much of the budget is settled.
#[derive(Debug, Serialize, TS)]
pub struct BudgetRow {
    pub kan: String,
    pub kou: String,
    pub budget_yen: Yen,
    pub previous_yen: Option<Yen>,
    pub settled_yen: Yen,
    pub difference_yen: Yen,
    pub left_yen: Yen,
    pub percent: Option<String>,
    #[ts(type = "number | null")]
    pub tenths: Option<i64>,
    pub note: String,
}

impl Command for BudgetStatus {
    const NAME: &'static str = "accounts.budget_status";
    type Output = Budget;
    fn run(self, desk: &Desk) -> Result<Budget> {
        let books = desk.office()?.view(|view| Books::load(view, self.year))?;
        Ok(Budget { income: side(&books, Side::Income), expense: side(&books, Side::Expense) })
    }
}

fn side(books: &Books, side: Side) -> BudgetSide {
    let lines = books.settled_lines(side);
    let (budget, settled) =
        (lines.iter().map(SettledLine::budget_yen).sum(), lines.iter().map(|l| l.settled_yen).sum());
    let previous = lines.iter().filter_map(|l| l.previous_yen).sum();
    let total = row(String::new(), "合計".to_owned(), budget, Some(previous), settled, String::new());
    BudgetSide { lines: lines.into_iter().map(line).collect(), total }
}

fn line(l: SettledLine) -> BudgetRow {
    row(l.item.kan.clone(), l.item.kou.clone(), l.budget_yen(), l.previous_yen, l.settled_yen, l.note)
}

fn row(
    kan: String,
    kou: String,
    budget_yen: Yen,
    previous_yen: Option<Yen>,
    settled_yen: Yen,
    note: String,
) -> BudgetRow {
    let tenths = percent_tenths(settled_yen.0, budget_yen.0);
    BudgetRow {
        kan,
        kou,
        budget_yen,
        previous_yen,
        settled_yen,
        difference_yen: settled_yen - budget_yen,
        left_yen: budget_yen - settled_yen,
        percent: labels::percent(tenths),
        tenths,
        note,
    }
}
