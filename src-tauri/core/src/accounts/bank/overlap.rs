//! 重なり: lines that an earlier file brought already. Equal lines on one day stay as many as they are.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{BankLine, StatementLine, rule_key};
use crate::money::Yen;

/// For each line the held one that it is, if any; no held line is two.
pub fn held<'h>(lines: &[StatementLine], held: &'h [BankLine]) -> Vec<Option<&'h BankLine>> {
    let mut open: HashMap<(NaiveDate, Yen), Vec<&BankLine>> = HashMap::new();
    for line in held {
        open.entry((line.said.dated_on, line.said.amount_yen)).or_default().push(line);
    }
    let find = |line: &StatementLine| {
        let alike = open.get_mut(&(line.dated_on, line.amount_yen))?;
        let at = alike.iter().position(|other| is_same(line, &other.said))?;
        Some(alike.remove(at))
    };
    lines.iter().map(find).collect()
}

/// Of one day and one amount: the same balance after them, or where one has none the same words.
fn is_same(one: &StatementLine, other: &StatementLine) -> bool {
    match (one.balance_yen, other.balance_yen) {
        (Some(one), Some(other)) => one == other,
        _ => rule_key(&one.description) == rule_key(&other.description),
    }
}

#[cfg(test)]
mod tests {
    use super::super::order::tests::said;
    use super::*;
    use crate::accounts::PurseId;
    use crate::id::Id;

    fn kept(said: StatementLine) -> BankLine {
        BankLine { id: Id::new(), purse_id: PurseId::new(), said, file: String::new(), position: 0 }
    }

    fn known(lines: &[StatementLine], before: &[BankLine]) -> Vec<bool> {
        held(lines, before).iter().map(Option::is_some).collect()
    }

    #[test]
    fn a_later_file_brings_only_what_is_new() {
        let before = [kept(said(1, -500, Some(500))), kept(said(1, -500, Some(0)))];
        let file = [said(1, -500, Some(500)), said(1, -500, Some(0)), said(1, -500, Some(-500))];
        assert_eq!(known(&file, &before), [true, true, false]);
        let without = [kept(said(1, -500, None))];
        assert_eq!(known(&[said(1, -500, None), said(1, -500, None)], &without), [true, false], "two stay two");
        let other = StatementLine { description: "電気".into(), ..said(1, -500, None) };
        assert_eq!(known(&[other], &without), [false]);
    }
}
