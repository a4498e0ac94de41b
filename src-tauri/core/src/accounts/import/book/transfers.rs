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

/// A row without an item that moves the same amount the other way in the purse that a lonely transfer names is its other
/// side, whatever its words say.
pub fn adopt(lines: &mut [BookLine]) {
    let partner = pair(lines);
    let is_lonely = |at: &usize| lines[*at].is_transfer() && partner[*at].is_none();
    for from in (0..lines.len()).filter(is_lonely).collect::<Vec<_>>() {
        if let Some(to) = other_side(lines, from) {
            lines[to].transfer = Transfer::With(lines[from].purse.clone());
        }
    }
}

fn other_side(lines: &[BookLine], from: usize) -> Option<usize> {
    let lonely = &lines[from];
    let days = |to: &BookLine| (lonely.on - to.on).num_days().abs();
    let is_other = |to: &BookLine| {
        let is_open = !to.is_transfer() && to.item.is_empty();
        is_open && named(lonely, &to.purse) == Some(1) && lonely.effect() == -to.effect() && days(to) <= SLACK_DAYS
    };
    let found = lines.iter().enumerate().filter(|(_, to)| is_other(to));
    found.min_by_key(|(_, to)| days(to)).map(|(at, _)| at)
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
    fn a_row_without_an_item_is_the_other_side_of_a_lonely_transfer() {
        let mut lines = [transfer("通帳", 7, -50_000), line("現金", 8, 50_000), line("現金", 8, 50_000)];
        lines[0].transfer = Transfer::With("現金".into());
        lines[1].item = "会費".into();
        adopt(&mut lines);
        assert_eq!(pair(&lines), [Some(2), None, Some(0)], "what has an item is what the item says");
    }

    #[test]
    fn a_purse_never_pays_itself() {
        assert_eq!(pair(&[transfer("現金", 7, 1), transfer("現金", 7, -1)]), [None, None]);
        assert_eq!(pair(&[transfer("現金", 1, 1), transfer("通帳", 20, -1)]), [None, None], "too far apart");
    }
}
