//! What the budget states: 収支予算書 of each 会計, and every 補正予算.

use std::collections::HashMap;

use paper::Value;

use super::parts::Owners;
use super::settlement::kan_names;
use super::{eligible, parts, versions};
use crate::accounts::tree::together;
use crate::accounts::{AccountItem, AccountItemId, Books, BudgetRevision, GENERAL, SettledLine, Side};
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::money::Yen;

/// 前年度決算 by item; none when that year has no books.
pub(super) type Past = Option<HashMap<AccountItemId, Yen>>;

/// States `budget.*`.
pub(super) fn state(facts: &mut Facts, books: &Books, past: &Past, owners: &Owners) {
    let beside = books.funds.iter().map(|fund| (Some(fund.id), fund.name.as_str()));
    let funds: Vec<_> = std::iter::once((None, GENERAL)).chain(beside).collect();
    let rows: Vec<FactRow> = funds
        .iter()
        .map(|(fund, name)| (books.of_fund(*fund), *name))
        .filter(|(books, _)| !books.budget.is_empty())
        .map(|(books, name)| {
            let mut fund = fund_row(&books, if funds.len() > 1 { name } else { "" }, past.as_ref());
            parts::state(&mut fund, &books, owners);
            fund
        })
        .collect();
    facts.state_list("budget.funds", rows);
    let decided = books.revisions.iter().find(|one| one.number == 0).map_or(String::new(), decision);
    facts.state("budget.decided", Value::text(decided));
    versions::state(facts, books);
    facts.state_list("budget.revisions", revised(books).map(|one| revision_row(books, one)).collect());
}

/// 補正予算, first to last; number 0 is the decision on 当初予算.
pub(super) fn revised(books: &Books) -> impl Iterator<Item = &BudgetRevision> {
    books.revisions.iter().filter(|one| one.number > 0)
}

/// 令和7年4月20日　定期総会で決定; nothing for a draft.
pub(super) fn decision(one: &BudgetRevision) -> String {
    one.decided_on.map_or(String::new(), |on| format!("{}　{}で決定", paper::wareki::long(on), one.decided_by))
}

/// 当初予算 of a line or of several together, with the year before beside it.
struct Planned {
    initial: Yen,
    previous: Option<Yen>,
    settled: Option<Yen>,
    /// 見積額: what 積算内訳 comes to; none where no line has one.
    estimate: Option<Yen>,
}

impl Planned {
    /// Once some line says what the year before was, those that say nothing had none.
    fn of(
        lines: &[&SettledLine],
        knows_previous: bool,
        past: Option<&HashMap<AccountItemId, Yen>>,
        books: &Books,
    ) -> Planned {
        let parts: Vec<Yen> =
            lines.iter().flat_map(|line| books.parts_of(line.item.id)).map(|part| part.amount_yen).collect();
        let previous = || lines.iter().map(|line| line.previous_yen.unwrap_or_default()).sum();
        Planned {
            initial: lines.iter().map(|line| line.initial_yen).sum(),
            previous: knows_previous.then(previous),
            settled: past.map(|past| lines.iter().filter_map(|line| past.get(&line.item.id)).copied().sum()),
            estimate: (!parts.is_empty()).then(|| parts.into_iter().sum()),
        }
    }

    fn state(&self, row: &mut FactRow, prefix: &str) {
        let shown = |yen: Option<Yen>| yen.map_or(Value::Blank, Value::from).into();
        row.insert(format!("{prefix}initial_yen").into(), self.initial.fact());
        row.insert(format!("{prefix}previous_yen").into(), shown(self.previous));
        row.insert(format!("{prefix}increase_yen").into(), shown(self.previous.map(|before| self.initial - before)));
        row.insert(format!("{prefix}previous_settled_yen").into(), shown(self.settled));
        row.insert(format!("{prefix}estimate_yen").into(), shown(self.estimate));
    }
}

fn fund_row(books: &Books, name: &str, past: Option<&HashMap<AccountItemId, Yen>>) -> FactRow {
    let mut fund = row([("fund", words(name))]);
    for (side, prefix) in [(Side::Income, "income"), (Side::Expense, "expense")] {
        let all = books.settled_lines(side);
        let is_planned = |line: &&SettledLine| books.budget.iter().any(|one| one.item_id == line.item.id);
        let lines: Vec<&SettledLine> = all.iter().filter(is_planned).collect();
        let knows = lines.iter().any(|line| line.previous_yen.is_some());
        let planned = |lines: &[&SettledLine]| Planned::of(lines, knows, past, books);
        let row_of = |line: &&SettledLine| {
            let mut row = item_row(&line.item, &parts::explained(books, line));
            planned(&[line]).state(&mut row, "");
            row
        };
        let kans_of = |lines: &[&SettledLine]| {
            let kan_of = |kan| {
                let mut row = row([("kan", words(kan))]);
                let own: Vec<&SettledLine> = lines.iter().copied().filter(|line| line.item.kan == kan).collect();
                planned(&own).state(&mut row, "");
                row
            };
            Fact::List(kan_names(lines.iter().copied()).into_iter().map(kan_of).collect())
        };
        let all = books.compared_lines(side, past);
        let had = |line: &&SettledLine| past.is_some_and(|past| past.contains_key(&line.item.id));
        let compared: Vec<&SettledLine> = all.iter().filter(|line| is_planned(line) || had(line)).collect();
        fund.insert(prefix.into(), Fact::List(lines.iter().map(row_of).collect()));
        fund.insert(format!("{prefix}_kan").into(), kans_of(&lines));
        fund.insert(format!("{prefix}_compared").into(), Fact::List(compared.iter().map(row_of).collect()));
        fund.insert(format!("{prefix}_compared_kan").into(), kans_of(&compared));
        planned(&compared).state(&mut fund, &format!("{prefix}_"));
    }
    eligible::state_planned(&mut fund, books);
    versions::state_fund(&mut fund, books);
    fund
}

pub(super) fn item_row(item: &AccountItem, note: &str) -> FactRow {
    row([
        ("kan", words(&item.kan)),
        ("kou", words(&item.kou)),
        ("moku", words(&item.moku)),
        ("setsu", words(&item.setsu)),
        ("item", words(item.label())),
        ("note", words(note)),
    ])
}

/// 補正前, 補正額 and 計 of every item that has any of them. 補正前 is 当初 with the revisions before this one.
fn revision_row(books: &Books, revision: &BudgetRevision) -> FactRow {
    let draft = if revision.decided_on.is_none() { "（案）" } else { "" };
    let mut stated = row([
        ("title", words(&format!("第{}次補正予算{draft}", revision.number))),
        ("decided", words(&decision(revision))),
        ("reason", words(&revision.reason)),
    ]);
    for (side, prefix) in [(Side::Income, "income"), (Side::Expense, "expense")] {
        let rows: Vec<Changed> =
            known_lines(books, side).iter().filter_map(|line| changed(books, revision, line)).collect();
        let sum = |of: fn(&Changed) -> Yen| rows.iter().map(of).sum::<Yen>().fact();
        stated.insert(format!("{prefix}_before_yen").into(), sum(|one| one.before));
        stated.insert(format!("{prefix}_change_yen").into(), sum(|one| one.change));
        stated.insert(format!("{prefix}_after_yen").into(), sum(|one| one.before + one.change));
        stated.insert(prefix.into(), Fact::List(rows.into_iter().map(|one| one.row).collect()));
    }
    stated
}

/// The lines of the settlement, and the items that only revisions know: a draft may put money where nothing was before, and a
/// later one take it away again.
pub(super) fn known_lines(books: &Books, side: Side) -> Vec<SettledLine> {
    let mut lines = books.settled_lines(side);
    let changed: Vec<AccountItemId> =
        revised(books).flat_map(|one| &one.changes).map(|change| change.item_id).collect();
    for item in books.items.iter().filter(|item| item.side == side && changed.contains(&item.id)) {
        if lines.iter().all(|line| line.item.id != item.id) {
            lines.push(SettledLine::unused(item));
        }
    }
    together(lines)
}

struct Changed {
    before: Yen,
    change: Yen,
    row: FactRow,
}

fn changed(books: &Books, revision: &BudgetRevision, line: &SettledLine) -> Option<Changed> {
    let of = |one: &BudgetRevision| -> Yen {
        one.changes.iter().filter(|change| change.item_id == line.item.id).map(|change| change.amount_yen).sum()
    };
    let earlier = revised(books).filter(|one| one.number < revision.number && one.decided_on.is_some());
    let (before, change) = (line.initial_yen + earlier.map(of).sum::<Yen>(), of(revision));
    let note = revision.changes.iter().find(|one| one.item_id == line.item.id).map_or("", |one| one.note.as_str());
    let mut row = item_row(&line.item, note);
    row.insert("before_yen".into(), before.fact());
    row.insert("change_yen".into(), change.fact());
    row.insert("after_yen".into(), (before + change).fact());
    (before != Yen(0) || change != Yen(0)).then_some(Changed { before, change, row })
}
