//! 会計別: the books of 一般会計 and the funds beside each other, the settlement of each fund, and how far a reserve has come.

use super::budget::Past;
use super::settlement::line_row;
use super::{amount_or_blank, words};
use crate::accounts::{Books, Fund, FundKind, FundYear, ReserveYear, Reserves, SettledLine, Side, reserve_years};
use crate::fact::{Fact, FactRow, Facts, row};
use crate::money::Yen;
use paper::Value;

/// States `funds.parts`: 特別会計 and 積立金, each as seen from inside, where 繰入 is income and 繰出 is expense.
pub(super) fn state(facts: &mut Facts, whole: &Books, past: &Past, reserves: &Reserves) {
    let mut parts = Vec::new();
    for fund in &whole.funds {
        let own = whole.of_fund(Some(fund.id));
        if fund.is_closed && own.entries.is_empty() && own.opening_yen() == Yen(0) {
            continue;
        }
        let years = match fund.kind {
            FundKind::Reserve => reserve_years(fund.id, &reserves.plans, reserves.years_of(fund.id), whole.year),
            FundKind::Special => vec![],
        };
        parts.push(part(fund, &own, past, &years));
    }
    facts.state_list("funds.parts", parts);
}

fn part(fund: &Fund, own: &Books, past: &Past, years: &[ReserveYear]) -> FactRow {
    let lines = [Side::Income, Side::Expense].map(|side| own.settled_lines(side));
    let [income, expense] = &lines;
    let rows = |lines: &[SettledLine]| Fact::List(lines.iter().map(|line| line_row(own, line, past)).collect());
    let total = |lines: &[SettledLine], of: fn(&SettledLine) -> Yen| lines.iter().map(of).sum::<Yen>().fact();
    row([
        ("name", words(&fund.name)),
        ("kind", words(fund.kind.label())),
        ("purpose", words(&fund.purpose)),
        ("target_yen", amount_or_blank(fund.target_yen)),
        ("until", words(&fund.until_year.map_or(String::new(), |year| year.label()))),
        ("opening_yen", own.opening_yen().fact()),
        ("received_yen", own.total_yen(Side::Income).fact()),
        ("paid_yen", own.total_yen(Side::Expense).fact()),
        ("closing_yen", own.carry_over_yen().fact()),
        ("income", rows(income)),
        ("income_budget_yen", total(income, SettledLine::budget_yen)),
        ("income_settled_yen", total(income, |line| line.settled_yen)),
        ("income_difference_yen", total(income, SettledLine::difference_yen)),
        ("expense", rows(expense)),
        ("expense_budget_yen", total(expense, SettledLine::budget_yen)),
        ("expense_settled_yen", total(expense, |line| line.settled_yen)),
        ("expense_difference_yen", total(expense, SettledLine::difference_yen)),
        ("years", Fact::List(years.iter().map(year_row).collect())),
    ])
}

fn year_row(year: &ReserveYear) -> FactRow {
    let real = |of: fn(&FundYear) -> Yen| amount_or_blank(year.real.as_ref().map(of));
    row([
        ("year", Value::text(year.fiscal_year.label()).into()),
        ("planned_yen", amount_or_blank(year.planned_yen)),
        ("put_in_yen", real(|real| real.put_in_yen)),
        ("taken_out_yen", real(|real| real.taken_out_yen)),
        ("due_yen", amount_or_blank(year.due_yen)),
        ("closing_yen", real(FundYear::closing_yen)),
        ("difference_yen", amount_or_blank(year.difference_yen())),
    ])
}
