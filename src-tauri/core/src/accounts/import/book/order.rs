//! 日の中の順: entries of several books in one row, so that each book keeps the order of its paper and its
//! balances come out line by line as written.

use std::collections::{BTreeMap, VecDeque};

use chrono::NaiveDate;

use super::line::BookLine;
use crate::accounts::Side;

/// All lines by day; within a day each purse keeps its order, and a transfer stands at its place in both books.
/// Of a transfer seen from both sides only the outgoing line is given.
pub fn by_day(lines: &[BookLine], partner: &[Option<usize>]) -> Vec<usize> {
    let mut days: BTreeMap<NaiveDate, Vec<VecDeque<usize>>> = BTreeMap::new();
    for at in (0..lines.len()).filter(|&at| !is_late(at, lines, partner)) {
        let queues = days.entry(lines[at].on).or_default();
        match queues.iter_mut().find(|queue| queue.front().is_some_and(|&head| lines[head].purse == lines[at].purse)) {
            Some(queue) => queue.push_back(at),
            None => queues.push(VecDeque::from([at])),
        }
    }
    days.into_values().flat_map(|queues| merge(queues, lines, partner)).collect()
}

/// The incoming side of a transfer that the other book has on another day.
fn is_late(at: usize, lines: &[BookLine], partner: &[Option<usize>]) -> bool {
    lines[at].side == Side::Income && partner[at].is_some_and(|other| lines[other].on != lines[at].on)
}

/// Empties the queues of one day from their heads.
fn merge(mut queues: Vec<VecDeque<usize>>, lines: &[BookLine], partner: &[Option<usize>]) -> Vec<usize> {
    let mut order = Vec::new();
    while let Some(at) = next(&queues, lines, partner) {
        let both = [Some(at), partner[at]];
        queues.iter_mut().for_each(|queue| queue.retain(|&line| !both.contains(&Some(line))));
        order.push(match partner[at] {
            Some(other) if lines[at].side > lines[other].side => at,
            Some(other) => other,
            None => at,
        });
    }
    order
}

/// The head that may go next: the lowest voucher among those whose other side is not waiting behind something else.
fn next(queues: &[VecDeque<usize>], lines: &[BookLine], partner: &[Option<usize>]) -> Option<usize> {
    let heads: Vec<usize> = queues.iter().filter_map(|queue| queue.front().copied()).collect();
    let waits =
        |at: &usize| partner[*at].is_some_and(|other| lines[other].on == lines[*at].on && !heads.contains(&other));
    heads
        .iter()
        .copied()
        .filter(|at| !waits(at))
        .min_by_key(|&at| (lines[at].voucher_no, at))
        .or(heads.first().copied())
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::{line, transfer};
    use super::super::transfers::pair;
    use super::*;

    #[test]
    fn every_book_keeps_its_order_around_a_transfer() {
        let lines = [
            line("現金", 4, -321),
            transfer("現金", 4, 500),
            line("現金", 4, -328),
            line("通帳", 3, 900),
            transfer("通帳", 4, -500),
            line("通帳", 4, -7),
        ];
        assert_eq!(
            by_day(&lines, &pair(&lines)),
            [3, 0, 4, 2, 5],
            "the cash had to be spent before it was drawn again"
        );
    }

    #[test]
    fn books_that_contradict_each_other_still_come_out_whole() {
        let lines = [transfer("現金", 4, 1), transfer("現金", 4, 2), transfer("通帳", 4, -2), transfer("通帳", 4, -1)];
        let order = by_day(&lines, &pair(&lines));
        assert_eq!(order.len(), 2, "two transfers, whatever their order");
    }

    #[test]
    fn a_transfer_written_down_later_is_one_entry_on_the_day_it_left() {
        let lines = [transfer("現金", 7, 1), line("現金", 8, -1), transfer("通帳", 4, -1)];
        assert_eq!(by_day(&lines, &pair(&lines)), [2, 1]);
    }
}
