//! 明細の順: lines by day, and within a day so that each balance follows from the one before; where it does not, a line is
//! missing.

use std::collections::HashSet;

use super::StatementLine;
use crate::money::Yen;

/// A line whose balance does not follow from the line before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    /// Which line.
    pub at: usize,
    /// What its balance should be.
    pub expected_yen: Yen,
}

/// Lines from the oldest to the newest. Lines of one day stand as their balances follow; without balances as they came.
pub fn ordered<L: AsRef<StatementLine>>(mut lines: Vec<L>) -> Vec<L> {
    lines.sort_by_key(|line| line.as_ref().dated_on);
    let mut done: Vec<L> = Vec::with_capacity(lines.len());
    let mut rest = lines.into_iter().peekable();
    while let Some(first) = rest.next() {
        let day = first.as_ref().dated_on;
        let mut of_day = vec![first];
        while let Some(line) = rest.next_if(|line| line.as_ref().dated_on == day) {
            of_day.push(line);
        }
        follow(of_day, &mut done);
    }
    done
}

/// Takes the lines of a day one after the other, each the one that goes on from the balance before it.
fn follow<L: AsRef<StatementLine>>(mut of_day: Vec<L>, done: &mut Vec<L>) {
    if of_day.iter().any(|line| line.as_ref().balance_yen.is_none()) {
        return done.append(&mut of_day);
    }
    while !of_day.is_empty() {
        let held = done.last().and_then(|line| line.as_ref().balance_yen);
        let goes_on = |line: &L| held.is_some() && before(line) == held;
        let next = of_day.iter().position(goes_on).or_else(|| first_of(&of_day)).unwrap_or(0);
        done.push(of_day.remove(next));
    }
}

/// The line that follows from none of the others.
fn first_of<L: AsRef<StatementLine>>(of_day: &[L]) -> Option<usize> {
    let after: HashSet<Option<Yen>> = of_day.iter().map(|line| line.as_ref().balance_yen).collect();
    of_day.iter().position(|line| !after.contains(&before(line)))
}

/// What lay in the purse before a line, as its balance tells.
fn before<L: AsRef<StatementLine>>(line: &L) -> Option<Yen> {
    let line = line.as_ref();
    line.balance_yen.map(|balance| balance - line.amount_yen)
}

/// Where the balances do not run on. After a gap the written balance counts, so that a second one shows as such.
pub fn gaps<L: AsRef<StatementLine>>(lines: &[L]) -> Vec<Gap> {
    let mut running: Option<Yen> = None;
    let mut found = Vec::new();
    for (at, line) in lines.iter().map(AsRef::as_ref).enumerate() {
        let expected = running.map(|held| held + line.amount_yen);
        if let (Some(expected_yen), Some(written)) = (expected, line.balance_yen)
            && expected_yen != written
        {
            found.push(Gap { at, expected_yen });
        }
        running = line.balance_yen.or(expected);
    }
    found
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A line of May 2025.
    pub(crate) fn said(day: u32, amount: i64, balance: Option<i64>) -> StatementLine {
        StatementLine {
            dated_on: chrono::NaiveDate::from_ymd_opt(2025, 5, day).unwrap(),
            amount_yen: Yen(amount),
            balance_yen: balance.map(Yen),
            description: String::new(),
            memo: String::new(),
            row: 0,
        }
    }

    fn balances(lines: &[StatementLine]) -> Vec<i64> {
        lines.iter().filter_map(|line| line.balance_yen).map(|yen| yen.0).collect()
    }

    #[test]
    fn lines_of_a_day_follow_their_balances() {
        let mixed = vec![
            said(2, -300, Some(1_000)),
            said(1, 1_000, Some(1_100)),
            said(2, 200, Some(1_300)),
            said(1, 100, Some(100)),
        ];
        assert_eq!(balances(&ordered(mixed)), [100, 1_100, 1_300, 1_000]);
        assert_eq!(gaps(&ordered(vec![said(1, 5, Some(5)), said(1, -5, Some(0)), said(1, 5, Some(5))])), []);
    }

    #[test]
    fn a_line_that_is_missing_is_told_where_it_should_stand() {
        let lines = [said(1, 100, Some(100)), said(3, 50, Some(400)), said(4, -50, None), said(5, 1, Some(351))];
        assert_eq!(gaps(&lines), [Gap { at: 1, expected_yen: Yen(150) }]);
        assert_eq!(gaps(&[said(1, 100, None), said(2, 3, None)]), [], "without balances nothing can be said");
    }
}
