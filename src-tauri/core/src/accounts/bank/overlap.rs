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
    use chrono::Datelike;

    use super::super::order::tests::said;
    use super::super::{gaps, ordered};
    use super::*;
    use crate::accounts::PurseId;
    use crate::accounts::bank::dice::Dice;
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

    #[test]
    fn whatever_files_cut_a_statement_each_line_is_kept_once_and_the_balances_run_on() {
        for seed in 1..=300 {
            let mut dice = Dice(seed ^ 0x9E37_79B9_7F4A_7C15);
            let has_balance = dice.up_to(2) == 0;
            let (mut held_yen, mut day) = (1_000, 1);
            let whole: Vec<StatementLine> = (0..40)
                .map(|_| {
                    day = (day + u32::from(dice.up_to(3) == 0)).min(31);
                    let amount = [330, -330, 500, -1_000][usize::try_from(dice.up_to(4)).unwrap()];
                    held_yen += amount;
                    said(day, amount, has_balance.then_some(held_yen))
                })
                .collect();
            let mut before: Vec<BankLine> = Vec::new();
            for _ in 0..12 {
                let (from, to) = (u32::try_from(dice.up_to(31)).unwrap(), u32::try_from(dice.up_to(32)).unwrap());
                bring(&whole, from..=to, &mut before);
            }
            bring(&whole, 1..=31, &mut before);
            assert_eq!(before.len(), whole.len(), "seed {seed}: every line once");
            let sum = |lines: &mut dyn Iterator<Item = Yen>| lines.sum::<Yen>();
            let kept = sum(&mut before.iter().map(|line| line.said.amount_yen));
            assert_eq!(kept, sum(&mut whole.iter().map(|line| line.amount_yen)));
            assert_eq!(gaps(&ordered(before)), [], "seed {seed}");
        }
    }

    /// What a file with the lines of some days adds, as the bank writes it: whole days.
    fn bring(whole: &[StatementLine], days: std::ops::RangeInclusive<u32>, before: &mut Vec<BankLine>) {
        let file: Vec<_> = whole.iter().filter(|line| days.contains(&line.dated_on.day())).cloned().collect();
        let known = known(&file, before);
        before.extend(file.into_iter().zip(known).filter(|(_, is_known)| !is_known).map(|(line, _)| kept(line)));
    }
}
