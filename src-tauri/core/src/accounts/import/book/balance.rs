//! 差引残高: added up again row by row, so that a slip is shown where it first appears.

use std::collections::{BTreeMap, BTreeSet};

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

/// The first slip of each book. Where one sheet tells of several 会計 the written balances are those of all together or
/// those of each: whichever the entries give.
pub fn slips(lines: &[BookLine], openings: &BTreeMap<String, Yen>) -> Vec<BalanceSlip> {
    let together = slips_of(lines, openings, |line| &line.book);
    let each = slips_of(lines, openings, |line| &line.purse);
    let count = |slips: &[BalanceSlip]| slips.iter().map(|slip| 1 + slip.more).sum::<usize>();
    if count(&each) < count(&together) { each } else { together }
}

/// After a slip the written balance counts, so that a second one shows as such.
fn slips_of<'l>(
    lines: &'l [BookLine],
    openings: &BTreeMap<String, Yen>,
    book: impl Fn(&'l BookLine) -> &'l String,
) -> Vec<BalanceSlip> {
    let mut running = begins(lines, openings, &book);
    let mut found: BTreeMap<&str, BalanceSlip> = BTreeMap::new();
    for (at, line) in lines.iter().enumerate() {
        let sum = running.entry(book(line)).or_default();
        *sum += line.effect();
        let Some((written, _)) = line.balance.filter(|(written, _)| written != sum) else { continue };
        let slip = BalanceSlip { line: at, written, computed: *sum, more: 0 };
        found.entry(book(line)).and_modify(|slip| slip.more += 1).or_insert(slip);
        *sum = written;
    }
    found.into_values().collect()
}

/// What lay in all purses of each book.
fn begins<'l>(
    lines: &'l [BookLine],
    openings: &BTreeMap<String, Yen>,
    book: impl Fn(&'l BookLine) -> &'l String,
) -> BTreeMap<&'l String, Yen> {
    let parts: BTreeSet<(&String, &String)> = lines.iter().map(|line| (book(line), &line.purse)).collect();
    let mut begins = BTreeMap::new();
    for (book, purse) in parts {
        *begins.entry(book).or_default() += openings.get(purse).copied().unwrap_or_default();
    }
    begins
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

    #[test]
    fn the_balance_of_a_sheet_of_several_funds_is_that_of_all_or_of_each() {
        let of = |purse: &str, balance| BookLine { book: "通帳".into(), ..balanced(purse, 2, 100, balance) };
        let openings = BTreeMap::from([("通帳".to_owned(), Yen(1_000)), ("通帳（防災）".to_owned(), Yen(500))]);
        assert_eq!(slips(&[of("通帳", 1_600), of("通帳（防災）", 1_700)], &openings), []);
        assert_eq!(slips(&[of("通帳", 1_100), of("通帳（防災）", 600)], &openings), []);
        assert_eq!(slips(&[of("通帳", 1_600), of("通帳（防災）", 1_701)], &openings).len(), 1);
    }
}
