//! Acts on the map of towns: which association covers which part of a town.

use super::association;
use crate::enrolment::{Part, Town, TownId, TownShare, WHOLE, store};
use crate::file::Tx;
use crate::{Error, Result};

/// 町丁の分け方を決める: replaces all shares of these towns.
pub fn set_shares(tx: &Tx, towns: &[(TownId, Vec<TownShare>)]) -> Result<()> {
    let known = store::towns(tx)?;
    let mut names = Vec::new();
    for (id, shares) in towns {
        let town = known.iter().find(|town| town.id == *id);
        let town = town.ok_or_else(|| Error::refused("enrolment.no_such_town"))?;
        set_town(tx, town, shares)?;
        names.push(town.name.as_str());
    }
    let others = names.len().saturating_sub(1);
    let more = if others == 0 { String::new() } else { format!("ほか{others}町丁") };
    tx.say("town", format!("{}{more}", names.first().unwrap_or(&"")));
    Ok(())
}

fn set_town(tx: &Tx, town: &Town, shares: &[TownShare]) -> Result<()> {
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
            return Err(Error::refused("enrolment.share_unsound").with("name", name).with("town", &town.name));
        }
    }
    let together: i64 = shares.iter().map(|share| share.hundredths()).sum();
    if together > WHOLE {
        return Err(Error::refused("enrolment.share_over").with("town", &town.name));
    }
    store::put_town_shares(tx, town.id, shares)
}

impl TownShare {
    fn hundredths(&self) -> i64 {
        match self.part {
            Part::Hundredths(n) => n,
            Part::Households(_) => 0,
        }
    }
}
