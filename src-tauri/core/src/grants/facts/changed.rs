//! 変更承認申請書: the budget that the city approved last beside the one that is applied for, over the lines of the grant.

use std::collections::HashSet;

use paper::Value;

use crate::accounts::{AccountItemId, Books, EntryKind, SettledLine, Side};
use crate::fact::{Fact, FactRow, row, words};
use crate::grants::{KnownGrant, SubsidisedLines};
use crate::money::Yen;

/// One line of the table.
struct Changed {
    item: String,
    before: Yen,
    after: Yen,
    settled: Yen,
}

/// Both sides with their sums; what no meeting has decided yet counts as applied for.
pub(super) fn changed(one: &KnownGrant, books: &Books) -> FactRow {
    let lines = SubsidisedLines::of(&one.grant, books);
    let expense = lines.within(books).settled_lines(Side::Expense);
    let income = match lines.is_known() {
        true => income_of(one, books, &expense),
        false => books.of_fund(None).settled_lines(Side::Income),
    };
    let mut stated = row([]);
    let mut is_changed = false;
    for (name, side) in [("income", income), ("expense", expense)] {
        let rows: Vec<Changed> = side.iter().map(|line| line_of(one, books, line)).filter(Changed::stands).collect();
        is_changed |= rows.iter().any(|row| row.before != row.after);
        let sum = |of: fn(&Changed) -> Yen| rows.iter().map(of).sum::<Yen>();
        for (column, of) in COLUMNS {
            stated.insert(format!("changed_{name}_{column}").into(), sum(of).fact());
        }
        stated.insert(format!("changed_{name}").into(), Fact::List(rows.iter().map(changed_row).collect()));
    }
    let only = |said: bool| words(if said { "有" } else { "" });
    stated.insert("is_changed".into(), only(is_changed));
    stated.insert("is_unchanged".into(), only(!is_changed));
    stated.insert("agreed_on".into(), one.agreed_on().map_or(Value::Blank, Value::Date).into());
    stated
}

type Column = (&'static str, fn(&Changed) -> Yen);

const COLUMNS: [Column; 4] = [
    ("before_yen", |one| one.before),
    ("after_yen", |one| one.after),
    ("change_yen", |one| one.after - one.before),
    ("settled_yen", |one| one.settled),
];

impl Changed {
    fn stands(&self) -> bool {
        [self.before, self.after, self.settled].iter().any(|amount| *amount != Yen(0))
    }
}

fn changed_row(one: &Changed) -> FactRow {
    let mut stated = row([("item", words(&one.item))]);
    stated.extend(COLUMNS.map(|(column, of)| (column.into(), of(one).fact())));
    stated
}

/// 当初 with what had been decided when the city agreed, and with everything since; 流用 by its day.
fn line_of(one: &KnownGrant, books: &Books, line: &SettledLine) -> Changed {
    let (item, agreed) = (line.item.id, one.agreed_on());
    let is_before = |on| agreed.is_some_and(|agreed| on <= agreed);
    let (mut before, mut after) = (line.initial_yen, line.initial_yen);
    for revision in &books.revisions {
        let change: Yen = revision.changes.iter().filter(|one| one.item_id == item).map(|one| one.amount_yen).sum();
        after += change;
        before += if revision.decided_on.is_some_and(is_before) { change } else { Yen(0) };
    }
    for moved in &books.reallocations {
        let effect = moved.effect_on(item);
        after += effect;
        before += if is_before(moved.moved_on) { effect } else { Yen(0) };
    }
    Changed { item: line.item.label().to_owned(), before, after, settled: line.settled_yen }
}

/// 収入 of which something came of the grant or of a 事業 that it pays for, or that is planned for one.
fn income_of(one: &KnownGrant, books: &Books, expense: &[SettledLine]) -> Vec<SettledLine> {
    let paid: HashSet<AccountItemId> = expense.iter().map(|line| line.item.id).collect();
    let is_paid = |item: Option<AccountItemId>| item.is_some_and(|item| paid.contains(&item));
    let spent = books.standing().filter(|entry| entry.kind == EntryKind::Expense && is_paid(entry.item_id));
    let activities: HashSet<_> = spent.filter_map(|entry| entry.activity_id).collect();
    let is_of_it = |grant, activity: Option<_>| {
        grant == Some(one.grant.id) || activity.is_some_and(|activity| activities.contains(&activity))
    };
    let came = |item| {
        let mut own = books.standing().filter(|entry| entry.kind == EntryKind::Income && entry.item_id == Some(item));
        own.any(|entry| is_of_it(entry.grant_id, entry.activity_id))
    };
    let planned = |item| books.parts_of(item).any(|part| is_of_it(part.grant_id, part.activity_id));
    let is_its =
        |line: &SettledLine| line.item.label() == one.grant.name || came(line.item.id) || planned(line.item.id);
    books.settled_lines(Side::Income).into_iter().filter(is_its).collect()
}

#[cfg(test)]
mod tests;
