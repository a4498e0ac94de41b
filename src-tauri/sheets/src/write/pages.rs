//! Where pages end. Excel knows nothing of what belongs together, so a break is set before what it would tear.

/// A row as far as pages are concerned.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RowOf {
    /// In points.
    pub height: f64,
    /// No page ends below it: it belongs to what follows.
    pub keep: bool,
}

/// Height of a page: of the first, and of the others, which repeat a head.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    pub first: f64,
    pub others: f64,
}

/// Rows before which a page begins: those that were asked for, and those without which something would be torn. Where
/// pages may end as they do by themselves, nothing is set, so that rows typed later move on as they should; but what stands
/// before a break that is set is broken where it was reckoned, too, for no two programs fill a page alike.
pub(crate) fn breaks(rows: &[RowOf], asked: &[u32], room: Room) -> Vec<u32> {
    let mut found = Vec::new();
    let mut by_themselves = Vec::new();
    let (mut start, mut used) = (0, 0.0);
    let mut at = 0;
    while at < rows.len() {
        let limit = if start == 0 { room.first } else { room.others };
        if at > start && asked.contains(&(at as u32)) {
            by_themselves.clear();
            found.push(at as u32);
            (start, used) = (at, 0.0);
        } else if at > start && used + rows[at].height > limit {
            let whole = (start + 1..=at).rev().find(|row| !rows[row - 1].keep).unwrap_or(at);
            by_themselves.push(whole as u32);
            if whole != at {
                found.append(&mut by_themselves);
            }
            (start, used, at) = (whole, 0.0, whole);
        }
        used += rows[at].height;
        at += 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOM: Room = Room { first: 100.0, others: 90.0 };

    fn rows(marks: &str) -> Vec<RowOf> {
        marks.chars().map(|mark| RowOf { height: 10.0, keep: mark == 'k' }).collect()
    }

    #[test]
    fn a_page_that_ends_well_by_itself_is_left_alone() {
        assert_eq!(breaks(&rows(&".".repeat(40)), &[], ROOM), Vec::<u32>::new());
    }

    #[test]
    fn a_heading_at_the_foot_goes_to_the_next_page() {
        assert_eq!(breaks(&rows("........kk.........."), &[], ROOM), [8]);
        assert_eq!(
            breaks(&rows("..................k......"), &[], ROOM),
            [10, 18],
            "on the second page, which repeats a head; the first is pinned, so that the reckoning holds"
        );
    }

    #[test]
    fn what_was_asked_for_stands_and_begins_anew() {
        assert_eq!(breaks(&rows("...............kk..."), &[7], ROOM), [7, 15]);
    }

    #[test]
    fn what_no_page_holds_is_torn_where_it_must_be() {
        assert_eq!(breaks(&rows(&"k".repeat(30)), &[], ROOM), Vec::<u32>::new());
    }
}
