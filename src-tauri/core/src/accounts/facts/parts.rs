//! 積算内訳 on papers: how each line of 当初予算 comes about.

use std::collections::HashMap;

use paper::Value;

use super::amount_or_blank;
use super::shares::Names;
use crate::accounts::{Books, BudgetPart, Charge, GrantId, Remembered, SettledLine, Side};
use crate::activities::ActivityId;
use crate::fact::{Fact, FactRow, row, words};
use crate::money::Yen;
use crate::roster::OrganisationId;

/// The note of a line with its parts behind it: 12円×500×2回＝12,000円 案内チラシ.
pub(super) fn explained(books: &Books, line: &SettledLine) -> String {
    let parts = books.parts_of(line.item.id).map(|part| format!("{} {}", part.words, how(part)));
    [line.note.clone()].into_iter().chain(parts).filter(|said| !said.is_empty()).collect::<Vec<_>>().join("、")
}

/// Whose each part is, as 事業別, 部会別 and 財源別決算書 count it, and what they are called.
#[derive(Default)]
pub(super) struct Owners {
    charge: Charge,
    activities: HashMap<ActivityId, String>,
    committees: HashMap<OrganisationId, String>,
    grants: HashMap<GrantId, String>,
}

impl Owners {
    pub fn of(books: &Books, around: &Remembered, grants: &HashMap<GrantId, String>) -> Owners {
        Owners {
            charge: Charge::of(books, &around.activities, &around.fundings),
            activities: around.activities.iter().map(|one| (one.id, one.name.clone())).collect(),
            committees: around.bodies.iter().cloned().collect(),
            grants: grants.clone(),
        }
    }

    /// 事業, 部会 and 財源 of a part; of what no part says, those of its item.
    fn state(&self, row: &mut FactRow, line: &SettledLine, part: Option<&BudgetPart>) {
        let activity = self.charge.activity(part.and_then(|part| part.activity_id), Some(line.item.id));
        let committee = self.charge.committee(part.and_then(|part| part.committee_id), activity);
        let activity = activity.map(|id| Names::activities(&self.activities).name(Some(&id)));
        let committee = committee.map(|id| Names::committees(&self.committees).name(Some(&id)));
        let source = part.map(|part| Names::sources(&self.grants).name(part.grant_id.as_ref()));
        for (name, said) in [("activity", activity), ("committee", committee), ("source", source)] {
            row.insert(name.into(), words(said.unwrap_or_default()));
        }
    }
}

/// States the parts of every line of one 会計; a line without parts stands there as one.
pub(super) fn state(fund: &mut FactRow, books: &Books, owners: &Owners) {
    for (side, prefix) in [(Side::Income, "income"), (Side::Expense, "expense")] {
        let all = books.settled_lines(side);
        let lines = all.iter().filter(|line| line.initial_yen != Yen(0));
        let (mut rows, mut sums) = (Vec::new(), Vec::new());
        for line in lines {
            let own: Vec<&BudgetPart> = books.parts_of(line.item.id).collect();
            rows.extend(own.iter().map(|part| part_row(line, part, owners)));
            let planned: Yen = own.iter().map(|part| part.amount_yen).sum();
            if planned != line.initial_yen {
                let said = if own.is_empty() { line.note.as_str() } else { "（内訳のない額）" };
                let mut row = plain_row(line, said, line.initial_yen - planned);
                owners.state(&mut row, line, None);
                if row["words"] == row["committee"] {
                    row.insert("words".into(), words(""));
                }
                rows.push(row);
            }
            sums.push(row([("path", words(&path(line))), ("amount_yen", line.initial_yen.fact())]));
        }
        fund.insert(format!("{prefix}_parts").into(), Fact::List(rows));
        fund.insert(format!("{prefix}_part_sums").into(), Fact::List(sums));
    }
}

/// 12円×500×2回＝12,000円; only the amount where it was not worked out.
fn how(part: &BudgetPart) -> String {
    let yen = |amount: Yen| format!("{}円", Value::from(amount).shown(paper::Negative::White));
    let factors = [part.quantity.map(|count| format!("×{count}")), part.times.map(|times| format!("×{times}回"))];
    let factors: String = factors.into_iter().flatten().collect();
    match part.unit_yen {
        Some(unit) if !factors.is_empty() => format!("{}{factors}＝{}", yen(unit), yen(part.amount_yen)),
        _ => yen(part.amount_yen),
    }
}

fn part_row(line: &SettledLine, part: &BudgetPart, owners: &Owners) -> FactRow {
    let count = |number: Option<i64>| number.map_or(Value::Blank, Value::Count).into();
    let mut row = plain_row(line, &part.words, part.amount_yen);
    row.insert("unit_yen".into(), amount_or_blank(part.unit_yen));
    row.insert("quantity".into(), count(part.quantity));
    row.insert("times".into(), count(part.times));
    owners.state(&mut row, line, Some(part));
    row
}

fn plain_row(line: &SettledLine, said: &str, amount: Yen) -> FactRow {
    row([
        ("kan", words(&line.item.kan)),
        ("item", words(line.item.label())),
        ("path", words(&path(line))),
        ("words", words(said)),
        ("unit_yen", amount_or_blank(None)),
        ("quantity", Value::Blank.into()),
        ("times", Value::Blank.into()),
        ("amount_yen", amount.fact()),
    ])
}

/// What tells a line from one of the same name: all its levels.
fn path(line: &SettledLine) -> String {
    line.item.levels().collect::<Vec<_>>().join("　")
}
