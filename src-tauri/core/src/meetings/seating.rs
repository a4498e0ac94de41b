//! 席次: who sits where. Seats are filled in the order of the roll, row by row from the front; who was moved by hand keeps the
//! place that they were given.

use std::collections::HashSet;

use super::{MeetingId, Standing, Voter};
use crate::roster::PersonId;

/// How the seats of a meeting stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seating {
    /// The meeting.
    pub meeting_id: MeetingId,
    /// 何列, from the front.
    pub rows: i64,
    /// Seats beside each other.
    pub columns: i64,
    /// 役員 sit in front, not among the others.
    pub officers_in_front: bool,
    /// Raised by every change.
    pub version: i64,
}

impl Seating {
    /// All seats.
    pub fn seats(&self) -> i64 {
        self.rows * self.columns
    }
}

/// Those who sit among the others, in the order of their seats: whoever may still come, but for the chair and for those who sit
/// in front.
pub fn seated<'a>(voters: &'a [Voter], in_front: &HashSet<PersonId>) -> Vec<&'a Voter> {
    let sits = |voter: &&Voter| {
        let may_come = voter.standing == Standing::Open || voter.standing.comes();
        may_come && !voter.is_chair && !voter.person_id.is_some_and(|person| in_front.contains(&person))
    };
    let mut seated: Vec<&Voter> = voters.iter().filter(sits).collect();
    seated.sort_by_key(|voter| (voter.seat.is_none(), voter.seat, voter.number));
    seated
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Id;

    fn numbers(voters: &[Voter], in_front: &HashSet<PersonId>) -> Vec<i64> {
        seated(voters, in_front).iter().map(|voter| voter.number).collect()
    }

    #[test]
    fn seats_are_filled_by_the_roll_and_who_stays_away_or_sits_in_front_has_none() {
        let (meeting, officer) = (Id::new(), PersonId::new());
        let mut voters: Vec<Voter> = (1..=6).map(|number| Voter::numbered(meeting, number)).collect();
        voters[1].standing = Standing::Proxy;
        voters[2].standing = Standing::Present;
        voters[3].is_chair = true;
        voters[4].person_id = Some(officer);
        assert_eq!(numbers(&voters, &HashSet::new()), [1, 3, 5, 6]);
        assert_eq!(numbers(&voters, &HashSet::from([officer])), [1, 3, 6]);
        (voters[0].seat, voters[5].seat) = (Some(2), Some(1));
        assert_eq!(numbers(&voters, &HashSet::new()), [6, 1, 3, 5]);
    }
}
