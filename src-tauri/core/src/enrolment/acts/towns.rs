//! Acts on the map of towns: which association covers which part of a town.

use super::association;
use crate::enrolment::{Part, TownId, TownShare, WHOLE, store};
use crate::file::Tx;
use crate::{Error, Result};

/// 町丁の分け方を決める: replaces all shares of one town.
pub fn set_shares(tx: &Tx, town: TownId, shares: &[TownShare]) -> Result<()> {
    let known = store::towns(tx)?.into_iter().find(|t| t.id == town);
    let town_name = known.ok_or_else(|| Error::refused("enrolment.no_such_town"))?.name;
    for (at, share) in shares.iter().enumerate() {
        let name = association(tx, share.association_id)?.name;
        if shares[..at].iter().any(|other| other.association_id == share.association_id) {
            return Err(Error::refused("enrolment.share_twice").with("name", name));
        }
        let is_sound = match share.part {
            Part::Hundredths(n) => (1..=WHOLE).contains(&n),
            Part::Households(n) => (0..=10_000_000).contains(&n),
        };
        if !is_sound {
            return Err(Error::refused("enrolment.share_unsound").with("name", name).with("town", &town_name));
        }
    }
    let together: i64 = shares.iter().map(|share| share.hundredths()).sum();
    if together > WHOLE {
        return Err(Error::refused("enrolment.share_over").with("town", &town_name));
    }
    tx.say("town", town_name);
    tx.say("count", shares.len());
    store::put_town_shares(tx, town, shares)
}

impl TownShare {
    fn hundredths(&self) -> i64 {
        match self.part {
            Part::Hundredths(n) => n,
            Part::Households(_) => 0,
        }
    }
}
