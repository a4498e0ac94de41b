//! 差引残高: added up again row by row, so that a slip is shown where it first appears.

use std::collections::BTreeMap;

use super::line::BookLine;
use crate::money::Yen;

/// A written balance that the entries above it do not give.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BalanceSlip {
    /// Which line.
    pub line: usize,
    /// What stands there.
    pub written: Yen,
    /// What the entries give.
    pub computed: Yen,
    /// How many later rows of the same book slip anew.
    pub more: usize,
}

/// The first slip of each purse. After a slip the written balance counts, so that a second one shows as such.
pub fn slips(lines: &[BookLine], openings: &BTreeMap<String, Yen>) -> Vec<BalanceSlip> {
    let mut running = openings.clone();
    let mut found: BTreeMap<&str, BalanceSlip> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let sum = running.entry(line.purse.clone()).or_default();
        *sum += line.effect();
        let Some((written, _)) = line.balance.filter(|(written, _)| written != sum) else { continue };
        let slip = BalanceSlip { line: at, written, computed: *sum, more: 0 };
        found.entry(&line.purse).and_modify(|slip| slip.more += 1).or_insert(slip);
        *sum = written;
    }
    found.into_values().collect()
}

/// What lay in a purse before its first line, as far as that line's balance tells.
pub fn opening_before(first: &BookLine) -> Option<Yen> {
    first.balance.map(|(written, _)| written - first.effect())
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::line;
    use super::*;

    fn balanced(purse: &str, day: u32, amount: i64, balance: i64) -> BookLine {
        BookLine { balance: Some((Yen(balance), 9)), ..line(purse, day, amount) }
    }

    #[test]
    fn a_slip_is_told_once_where_it_begins() {
        let lines = [
            balanced("現金", 2, -911, 25_705),
            balanced("通帳", 2, 5, 5),
            balanced("現金", 3, 50_000, 75_750),
            balanced("現金", 4, -1, 75_749),
            balanced("現金", 5, -1, 75_747),
        ];
        let openings = BTreeMap::from([("現金".to_owned(), Yen(26_616))]);
        let slip = BalanceSlip { line: 2, written: Yen(75_750), computed: Yen(75_705), more: 1 };
        assert_eq!(
            slips(&lines, &openings),
            [slip],
            "the third row slips, the fourth only follows, the fifth slips anew"
        );
        assert_eq!(opening_before(&lines[0]), Some(Yen(26_616)));
    }
}
