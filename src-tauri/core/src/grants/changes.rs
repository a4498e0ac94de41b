//! 変更承認のいる流用: how far money was moved between the lines of the budget against what the rules let pass. A pure
//! function over the books; it warns and blocks nothing.

use super::SubsidisedLines;
use crate::Error;
use crate::accounts::{AccountItemId, Books, ItemPair, MovedShare, Threshold};
use crate::money::Yen;

/// A change for which the city's approval is needed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeWarning {
    /// 流用元
    pub from: String,
    /// 流用先
    pub to: String,
    /// What was moved, against what may be moved without asking.
    pub share: MovedShare,
    /// 流用先 had no money before: never without approval.
    pub is_new_line: bool,
}

impl ChangeWarning {
    /// The warning as a sentence.
    pub fn told(&self, rule: &Threshold) -> Error {
        let shown = |amount: Yen| paper::Value::from(amount).shown(paper::Negative::White);
        let code = if self.is_new_line { "grants.change_to_new_line" } else { "grants.change_needs_approval" };
        Error::refused(code)
            .with("from", &self.from)
            .with("to", &self.to)
            .with("moved", shown(self.share.moved_yen))
            .with("percent", rule.percent)
            .with("base", shown(self.share.base_yen))
            .with("allowed", shown(self.share.limit_yen))
            .with("source", &rule.source)
    }
}

/// The changes of a year to the lines of a grant that go beyond its rule, in the order in which they were first made.
pub fn change_warnings(rule: &Threshold, lines: &SubsidisedLines, books: &Books) -> Vec<ChangeWarning> {
    let own = lines.within(books);
    own.moved_pairs().into_iter().filter_map(|pair| warning(rule, &own, books, pair)).collect()
}

fn warning(rule: &Threshold, own: &Books, books: &Books, (from, to): ItemPair) -> Option<ChangeWarning> {
    let share = rule.share(own, (from, to), Yen(0));
    let is_new_line = books.planned_yen(to) == Yen(0);
    let name =
        |item: AccountItemId| books.items.iter().find(|i| i.id == item).map_or(String::new(), |i| i.label().to_owned());
    (share.is_over() || is_new_line).then(|| ChangeWarning { from: name(from), to: name(to), share, is_new_line })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{
        AccountItem, BudgetLine, BudgetLineId, Entry, EntryKind, GrantId, PurseId, Reallocation, ReallocationId,
        ReallocationKind, Side, ThresholdBase,
    };
    use crate::calendar::FiscalYear;
    use crate::grants::Grant;

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

    fn found(base: ThresholdBase, moves: &[(usize, usize, i64)]) -> Vec<(i64, i64, bool)> {
        found_for(base, &books(moves), &grant())
    }

    fn grant() -> Grant {
        Grant {
            id: GrantId::new(),
            fiscal_year: YEAR,
            name: "補助金".into(),
            decided_yen: Some(Yen(50_000)),
            decided_on: None,
            decision_no: String::new(),
            fixed_yen: None,
        }
    }

    fn found_for(base: ThresholdBase, books: &Books, grant: &Grant) -> Vec<(i64, i64, bool)> {
        let rule = Threshold { percent: 20, base, source: String::new(), is_verified: false };
        let told = |w: &ChangeWarning| (w.share.moved_yen.0, w.share.limit_yen.0, w.is_new_line);
        change_warnings(&rule, &SubsidisedLines::of(grant, books), books).iter().map(told).collect()
    }

    /// いわき市: 20 % of the whole cost.
    #[test]
    fn a_fifth_of_the_whole_passes_and_a_yen_more_does_not() {
        assert_eq!(found(ThresholdBase::Whole, &[(0, 1, 28_000)]), []);
        assert_eq!(found(ThresholdBase::Whole, &[(0, 1, 28_000), (0, 1, 1)]), [(28_001, 28_000, false)], "added up");
    }

    /// What the grant pays for is 消耗品費 alone: a fifth of 40,000 yen, and nothing that is moved beside it.
    #[test]
    fn only_the_lines_of_the_grant_count() {
        let grant = grant();
        let charged = |moves: &[(usize, usize, i64)]| {
            let mut books = books(moves);
            let paid = Entry {
                item_id: Some(books.items[1].id),
                grant_id: Some(grant.id),
                ..Entry::new(EntryKind::Expense, YEAR.first_day(), PurseId::new(), Yen(30_000))
            };
            books.entries.push(paid);
            books
        };
        let found = |base, moves: &[(usize, usize, i64)]| found_for(base, &charged(moves), &grant);
        for base in [ThresholdBase::Whole, ThresholdBase::Line, ThresholdBase::LowerLine] {
            assert_eq!(found(base, &[(0, 1, 8_000)]), []);
            assert_eq!(found(base, &[(0, 1, 8_001)]), [(8_001, 8_000, false)]);
            assert_eq!(found(base, &[(0, 2, 90_000)]), [], "neither line is the grant's");
        }
    }

    /// The national guide (`domain` 3.6): 20 % of the lower of the two lines; never to a line that is not in the plan.
    #[test]
    fn the_lower_of_two_lines_is_the_base() {
        assert_eq!(found(ThresholdBase::LowerLine, &[(0, 1, 8_000)]), []);
        assert_eq!(found(ThresholdBase::LowerLine, &[(0, 1, 8_001)]), [(8_001, 8_000, false)]);
        assert_eq!(found(ThresholdBase::LowerLine, &[(1, 0, 8_001)]), [(8_001, 8_000, false)], "whichever way");
        assert_eq!(found(ThresholdBase::Whole, &[(0, 2, 1)]), [(1, 28_000, true)], "a line that is not in the plan");
    }

    #[test]
    fn each_line_by_itself_may_lose_or_gain_its_own_share() {
        assert_eq!(found(ThresholdBase::Line, &[(0, 1, 8_000)]), []);
        assert_eq!(
            found(ThresholdBase::Line, &[(0, 1, 8_001)]),
            [(8_001, 8_000, false)],
            "a fifth of what 消耗品費 had"
        );
        assert_eq!(found(ThresholdBase::Line, &[(1, 0, 8_001)]), [(8_001, 8_000, false)], "the same when it loses");
    }
}
