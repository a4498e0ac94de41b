//! 財源別: what each grant had from the year before, received and pays; everything else is 自主財源.

use std::collections::HashMap;

use super::Share;
use crate::accounts::{AccountItemId, Books, Eligibility, Entry, EntryId, EntryKind, GrantId, Side};
use crate::money::Yen;

/// What the grants bear beside what the entries of a year say.
#[derive(Debug, Clone, Default)]
pub struct Bearing {
    /// Grant by grant.
    pub grants: Vec<Borne>,
    /// The expenses by which money of a grant went back to the city.
    pub given_back: HashMap<EntryId, GrantId>,
}

/// What one grant bears beside its entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Borne {
    /// Of which grant.
    pub grant_id: GrantId,
    /// Of 前年度繰越: what is there of this grant.
    pub opening_yen: Yen,
    /// 超過額: what was charged to it and own funds bear.
    pub excess_yen: Yen,
}

impl Bearing {
    /// The grant that an expense gives back; what takes it back gives nothing back any more.
    fn given_back(&self, entry: &Entry) -> Option<GrantId> {
        let paid = entry.kind == EntryKind::Expense && entry.grant_id.is_none();
        self.given_back.get(&entry.voids_id.unwrap_or(entry.id)).copied().filter(|_| paid)
    }

    fn opening_yen(&self, grant: GrantId) -> Yen {
        self.grants.iter().filter(|one| one.grant_id == grant).map(|one| one.opening_yen).sum()
    }
}

impl Books {
    /// 財源別. A grant begins with what is left of it from the year before, pays what it may pay less its 超過額, and what was given
    /// back of it, never more than it has; everything else is 自主財源.
    pub fn by_source(&self, bearing: &Bearing) -> Vec<Share<GrantId>> {
        let is_granted =
            |entry: &&Entry| entry.kind == EntryKind::Income || entry.eligibility == Some(Eligibility::Eligible);
        let mut sums = self.sums(
            |entry| Some(entry).filter(is_granted).and_then(|entry| entry.grant_id),
            |part, _| part.grant_id,
            |_| None,
        );
        for one in &bearing.grants {
            sums.release(self, one.grant_id, one.excess_yen);
            if one.opening_yen != Yen(0) {
                sums.know(Some(one.grant_id));
                sums.know(None);
            }
        }
        for one in &bearing.grants {
            let mut left = one.opening_yen + sums.balance(one.grant_id);
            for (item, paid) in self.given_back(bearing, one.grant_id) {
                let moved = paid.min(left.max(Yen(0)));
                sums.add(None, Side::Expense, item, (Yen(0), -moved));
                sums.add(Some(one.grant_id), Side::Expense, item, (Yen(0), moved));
                left = left - moved;
            }
        }
        let mut parts = self.parts(sums, |_| None);
        let of_grants: Yen = bearing.grants.iter().map(|one| one.opening_yen).sum();
        for part in &mut parts {
            part.opening_yen = part.key.map_or(part.opening_yen - of_grants, |grant| bearing.opening_yen(grant));
        }
        parts
    }
    /// What went back of a grant, item by item.
    fn given_back(&self, bearing: &Bearing, grant: GrantId) -> Vec<(Option<AccountItemId>, Yen)> {
        let mut paid: Vec<(Option<AccountItemId>, Yen)> = Vec::new();
        for entry in self.entries.iter().filter(|entry| bearing.given_back(entry) == Some(grant)) {
            match paid.iter().position(|(item, _)| *item == entry.item_id) {
                Some(at) => paid[at].1 += entry.amount_yen,
                None => paid.push((entry.item_id, entry.amount_yen)),
            }
        }
        paid
    }
}
