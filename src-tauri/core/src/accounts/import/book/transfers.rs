//! 振替: money that goes from one purse to another stands in both books; it is one entry.

use std::collections::HashMap;

use super::line::{BookLine, Transfer};
use crate::accounts::Side;
use crate::money::Yen;

/// Days by which the two books may differ: withdrawn on Friday, written down on Monday.
const SLACK_DAYS: i64 = 4;

/// For each line, the line of another purse that shows the same movement from the other side.
pub fn pair(lines: &[BookLine]) -> Vec<Option<usize>> {
    let mut partner = vec![None; lines.len()];
    for slack in [0, SLACK_DAYS] {
        let mut open = incoming(lines, &partner);
        for from in 0..lines.len() {
            if partner[from].is_none() && lines[from].is_transfer() && lines[from].side == Side::Expense {
                let to = open.get_mut(&lines[from].amount).and_then(|rows| take(rows, lines, from, slack));
                partner[from] = to;
                if let Some(to) = to {
                    partner[to] = Some(from);
                }
            }
        }
    }
    partner
}

/// Incoming transfers that have no partner yet, by amount.
fn incoming(lines: &[BookLine], partner: &[Option<usize>]) -> HashMap<Yen, Vec<usize>> {
    let mut open: HashMap<Yen, Vec<usize>> = HashMap::new();
    for (at, line) in lines.iter().enumerate() {
        if partner[at].is_none() && line.is_transfer() && line.side == Side::Income {
            open.entry(line.amount).or_default().push(at);
        }
    }
    open
}

/// Takes the best fitting incoming line: the nearest day, and the purse that the words name.
fn take(open: &mut Vec<usize>, lines: &[BookLine], from: usize, slack: i64) -> Option<usize> {
    let fits = |to: usize| fit(&lines[from], &lines[to]).filter(|fit| fit.0 <= slack);
    let (place, _) =
        open.iter().enumerate().filter_map(|(place, &to)| Some((place, fits(to)?))).min_by_key(|(_, fit)| *fit)?;
    Some(open.remove(place))
}

/// Days apart, and how little the words say about each other's purse; none when they contradict.
fn fit(from: &BookLine, to: &BookLine) -> Option<(i64, u8)> {
    let said = named(from, &to.purse)? + named(to, &from.purse)?;
    (from.purse != to.purse).then(|| ((from.on - to.on).num_days().abs(), 2 - said))
}

/// 1 when the line names that purse, 0 when it names none, none when it names another.
fn named(line: &BookLine, purse: &str) -> Option<u8> {
    match &line.transfer {
        Transfer::With(other) if other == purse => Some(1),
        Transfer::With(_) => None,
        _ => Some(0),
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::{line, transfer};
    use super::*;

    #[test]
    fn both_sides_of_a_movement_find_each_other() {
        let lines = [
            transfer("現金", 3, 50_000),
            line("現金", 3, -50_000),
            transfer("普通預金", 3, -50_000),
            transfer("普通預金", 10, -50_000),
            transfer("現金", 10, 50_000),
        ];
        assert_eq!(
            pair(&lines),
            [Some(2), None, Some(0), Some(4), Some(3)],
            "an expense of that amount is no transfer"
        );
    }

    #[test]
    fn the_same_day_comes_before_a_nearby_day_and_words_before_order() {
        let near = [transfer("現金", 7, 1), transfer("通帳", 4, -1), transfer("通帳", 7, -1)];
        assert_eq!(pair(&near), [Some(2), None, Some(0)]);
        let late = [transfer("現金", 7, 1), transfer("通帳", 4, -1)];
        assert_eq!(pair(&late), [Some(1), Some(0)], "written down three days later");
        let mut named = [transfer("ゆうちょ", 7, 1), transfer("現金", 7, 1), transfer("農協", 7, -1)];
        named[2].transfer = Transfer::With("現金".into());
        assert_eq!(pair(&named), [None, Some(2), Some(1)]);
    }

    #[test]
    fn a_purse_never_pays_itself() {
        assert_eq!(pair(&[transfer("現金", 7, 1), transfer("現金", 7, -1)]), [None, None]);
        assert_eq!(pair(&[transfer("現金", 1, 1), transfer("通帳", 20, -1)]), [None, None], "too far apart");
    }
}
