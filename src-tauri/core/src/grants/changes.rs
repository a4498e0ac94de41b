//! 変更承認のいる流用: how far money was moved between the lines of the budget against what the rules let pass. A pure
//! function over the books; it warns and blocks nothing.

use std::collections::BTreeMap;

use super::{ChangeBase, ChangeRule};
use crate::Error;
use crate::accounts::{AccountItemId, Books, Reallocation, Side};
use crate::money::Yen;

/// A change for which the city's approval is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeWarning {
    /// 流用元
    pub from: String,
    /// 流用先
    pub to: String,
    /// Moved between the two, all together.
    pub moved_yen: Yen,
    /// What the part is taken of.
    pub base_yen: Yen,
    /// What may be moved without asking: the percentage of the base, rounded down.
    pub allowed_yen: Yen,
    /// 流用先 had no money before: never without approval.
    pub is_new_line: bool,
}

impl ChangeWarning {
    /// The warning as a sentence.
    pub fn told(&self, rule: &ChangeRule) -> Error {
        let shown = |amount: Yen| paper::Value::from(amount).shown(paper::Negative::White);
        let code = if self.is_new_line { "grants.change_to_new_line" } else { "grants.change_needs_approval" };
        Error::refused(code)
            .with("from", &self.from)
            .with("to", &self.to)
            .with("moved", shown(self.moved_yen))
            .with("percent", rule.percent)
            .with("base", shown(self.base_yen))
            .with("allowed", shown(self.allowed_yen))
            .with("source", &rule.source)
    }
}

impl ChangeRule {
    /// The changes of a year that go beyond the rule, in the order in which they were first made.
    pub fn warnings(&self, books: &Books) -> Vec<ChangeWarning> {
        let mut pairs: Vec<(AccountItemId, AccountItemId)> = Vec::new();
        for moved in &books.reallocations {
            if !pairs.contains(&(moved.from_item_id, moved.to_item_id)) {
                pairs.push((moved.from_item_id, moved.to_item_id));
            }
        }
        let before = before_moves(books);
        let whole: Yen = books.items.iter().filter(|i| i.side == Side::Expense).map(|i| before[&i.id]).sum();
        pairs.into_iter().filter_map(|(from, to)| self.warning(books, &before, whole, from, to)).collect()
    }

    fn warning(
        &self,
        books: &Books,
        before: &BTreeMap<AccountItemId, Yen>,
        whole: Yen,
        from: AccountItemId,
        to: AccountItemId,
    ) -> Option<ChangeWarning> {
        let is_between = |moved: &&Reallocation| moved.from_item_id == from && moved.to_item_id == to;
        let moved_yen: Yen = books.reallocations.iter().filter(is_between).map(|moved| moved.amount_yen).sum();
        let of = |item| before.get(&item).copied().unwrap_or_default();
        let base_yen = match self.base {
            ChangeBase::Whole => whole,
            ChangeBase::Line => of(to),
            ChangeBase::Lower => of(from).min(of(to)),
        };
        let allowed_yen = Yen(base_yen.0.max(0) * self.percent / 100);
        let is_new_line = of(to) == Yen(0);
        let name = |item| books.items.iter().find(|i| i.id == item).map_or(String::new(), |i| i.label().to_owned());
        (moved_yen > allowed_yen || is_new_line).then(|| ChangeWarning {
            from: name(from),
            to: name(to),
            moved_yen,
            base_yen,
            allowed_yen,
            is_new_line,
        })
    }
}

/// Every line as it was budgeted: 当初 and decided 補正, without what was moved.
fn before_moves(books: &Books) -> BTreeMap<AccountItemId, Yen> {
    let moved = |id| books.reallocations.iter().map(|moved| moved.effect_on(id)).sum::<Yen>();
    books.items.iter().map(|item| (item.id, books.in_force_yen(item.id) - moved(item.id))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{AccountItem, BudgetLine, BudgetLineId, ReallocationId, ReallocationKind};
    use crate::calendar::FiscalYear;

    const YEAR: FiscalYear = FiscalYear(2025);

    /// 印刷費 100,000円, 消耗品費 40,000円, 備品費 without a budget.
    fn books(moves: &[(usize, usize, i64)]) -> Books {
        let mut books = Books::empty(YEAR);
        for (name, amount) in [("印刷費", Some(100_000)), ("消耗品費", Some(40_000)), ("備品費", None)] {
            let item = AccountItem::new(Side::Expense, "", name);
            books.budget.extend(amount.map(|amount| BudgetLine {
                id: BudgetLineId::new(),
                fiscal_year: YEAR,
                item_id: item.id,
                amount_yen: Yen(amount),
                previous_yen: None,
                note: String::new(),
                position: 0,
                version: 1,
            }));
            books.items.push(item);
        }
        for (from, to, amount) in moves {
            books.reallocations.push(Reallocation {
                id: ReallocationId::new(),
                fiscal_year: YEAR,
                kind: ReallocationKind::Reallocation,
                moved_on: YEAR.first_day(),
                from_item_id: books.items[*from].id,
                to_item_id: books.items[*to].id,
                amount_yen: Yen(*amount),
                reason: "不足のため".into(),
                decided_by: "役員会".into(),
                version: 1,
            });
        }
        books
    }

    fn found(base: ChangeBase, moves: &[(usize, usize, i64)]) -> Vec<(i64, i64, bool)> {
        let rule = ChangeRule { percent: 20, base, source: String::new(), is_verified: false };
        rule.warnings(&books(moves)).iter().map(|w| (w.moved_yen.0, w.allowed_yen.0, w.is_new_line)).collect()
    }

    /// いわき市: 20 % of the whole cost.
    #[test]
    fn a_fifth_of_the_whole_passes_and_a_yen_more_does_not() {
        assert_eq!(found(ChangeBase::Whole, &[(0, 1, 28_000)]), []);
        assert_eq!(found(ChangeBase::Whole, &[(0, 1, 28_000), (0, 1, 1)]), [(28_001, 28_000, false)], "added up");
    }

    /// The national guide (`domain` 3.6): 20 % of the lower of the two lines; never to a line that is not in the plan.
    #[test]
    fn the_lower_of_two_lines_is_the_base() {
        assert_eq!(found(ChangeBase::Lower, &[(0, 1, 8_000)]), []);
        assert_eq!(found(ChangeBase::Lower, &[(0, 1, 8_001)]), [(8_001, 8_000, false)]);
        assert_eq!(found(ChangeBase::Lower, &[(1, 0, 8_001)]), [(8_001, 8_000, false)], "whichever way");
        assert_eq!(found(ChangeBase::Line, &[(1, 0, 8_001)]), [], "a fifth of 100,000");
        assert_eq!(found(ChangeBase::Whole, &[(0, 2, 1)]), [(1, 28_000, true)], "a line that is not in the plan");
    }
}
