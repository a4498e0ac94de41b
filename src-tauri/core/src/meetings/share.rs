//! 過半数・2分の1以上・4分の3以上: a share of a number, in whole numbers. 過半数 of 576 is 289, 2分の1以上 is 288.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Error, Result};

/// Whether the share itself is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// を超える
    More,
    /// 以上
    AtLeast,
}

/// 分数: `part` of `whole`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// 分子; 0 asks for nothing.
    #[ts(type = "number")]
    pub part: i64,
    /// 分母
    #[ts(type = "number")]
    pub whole: i64,
    /// 以上 or を超える
    pub bound: Bound,
}

/// Larger denominators are a slip of the finger.
const LARGEST_WHOLE: i64 = 100;

impl Share {
    /// 過半数
    pub const HALF: Share = Share { part: 1, whole: 2, bound: Bound::More };

    /// The smallest number that reaches the share of `total`. 0 parts ask for nobody.
    pub fn needed(self, total: i64) -> i64 {
        let product = self.part * total;
        match (self.part, self.bound) {
            (0, _) => 0,
            (_, Bound::More) => product.div_euclid(self.whole) + 1,
            (_, Bound::AtLeast) => (product + self.whole - 1).div_euclid(self.whole),
        }
    }

    /// True for 過半数, however it was typed.
    pub fn is_simple(self) -> bool {
        2 * self.part == self.whole && self.bound == Bound::More
    }

    /// 過半数, 4分の3以上, 3分の2を超える数.
    pub fn label(self) -> String {
        let Share { part, whole, bound } = self;
        match bound {
            _ if part == 0 => String::new(),
            _ if self.is_simple() => "過半数".to_owned(),
            Bound::AtLeast if part == whole => "全員".to_owned(),
            Bound::AtLeast => format!("{whole}分の{part}以上"),
            Bound::More => format!("{whole}分の{part}を超える数"),
        }
    }

    /// Refuses what nobody could reach or what is no fraction.
    pub fn checked(self, field: &str) -> Result<Share> {
        let is_fraction = (1..=LARGEST_WHOLE).contains(&self.whole) && (0..=self.whole).contains(&self.part);
        let is_beyond = self.part == self.whole && self.bound == Bound::More;
        if is_fraction && !is_beyond { Ok(self) } else { Err(Error::refused("meetings.no_share").with("field", field)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(part: i64, whole: i64, bound: Bound) -> Share {
        Share { part, whole, bound }
    }

    #[test]
    fn more_than_half_half_or_more_and_three_quarters_are_never_confused() {
        let (half, three_quarters) = (share(1, 2, Bound::AtLeast), share(3, 4, Bound::AtLeast));
        for (total, more_than_half, half_or_more, quarters) in [
            (576, 289, 288, 432),
            (575, 288, 288, 432),
            (577, 289, 289, 433),
            (1, 1, 1, 1),
            (2, 2, 1, 2),
            (413, 207, 207, 310),
        ] {
            assert_eq!(Share::HALF.needed(total), more_than_half, "過半数 of {total}");
            assert_eq!(half.needed(total), half_or_more, "2分の1以上 of {total}");
            assert_eq!(three_quarters.needed(total), quarters, "4分の3以上 of {total}");
        }
        let two_thirds = share(2, 3, Bound::More);
        assert_eq!((two_thirds.needed(33), share(2, 3, Bound::AtLeast).needed(33)), (23, 22));
        assert_eq!(share(0, 1, Bound::AtLeast).needed(576), 0);
    }

    #[test]
    fn a_share_is_called_as_the_rules_of_a_council_call_it() {
        let labels = [Share::HALF, share(2, 4, Bound::More), share(1, 2, Bound::AtLeast), share(2, 3, Bound::More)];
        assert_eq!(labels.map(Share::label), ["過半数", "過半数", "2分の1以上", "3分の2を超える数"]);
        assert_eq!(share(1, 1, Bound::AtLeast).label(), "全員");
    }

    #[test]
    fn what_is_no_share_is_refused() {
        for wrong in
            [share(1, 0, Bound::More), share(3, 2, Bound::AtLeast), share(1, 1, Bound::More), share(-1, 2, Bound::More)]
        {
            assert_eq!(wrong.checked("quorum").unwrap_err().code, "meetings.no_share", "{wrong:?}");
        }
        assert!(share(1, 1, Bound::AtLeast).checked("quorum").is_ok());
    }
}
