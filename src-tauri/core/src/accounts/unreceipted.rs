//! 領収書のない支出: what grants that pay nothing without a receipt were charged with, and no receipt proves.

use std::collections::HashSet;

use super::{Books, Eligibility, Entry, EntryId, EntryKind, GrantId};

impl Books {
    /// Judges 対象外 what these grants were charged with and no receipt proves, and tells which entries that were. What somebody
    /// gave a reason for stays as it was judged; what takes an entry back goes with it, so that both sum to nothing.
    pub fn judge_by_receipts(&mut self, strict: &HashSet<GrantId>) -> HashSet<EntryId> {
        let is_strict = |entry: &Entry| entry.grant_id.is_some_and(|id| strict.contains(&id));
        let lacks = |entry: &&Entry| is_strict(entry) && entry.voids_id.is_none() && entry.lacks_receipt();
        let mut gone: HashSet<EntryId> = self.entries.iter().filter(lacks).map(|entry| entry.id).collect();
        let back = |entry: &&Entry| entry.voids_id.is_some_and(|id| gone.contains(&id));
        let with_them: Vec<EntryId> = self.entries.iter().filter(back).map(|entry| entry.id).collect();
        gone.extend(with_them);
        for entry in self.entries.iter_mut().filter(|entry| gone.contains(&entry.id)) {
            entry.eligibility = Some(Eligibility::Ineligible);
        }
        gone
    }
}

impl Entry {
    /// 対象 without a receipt, and without a written reason.
    fn lacks_receipt(&self) -> bool {
        let is_charged = self.kind == EntryKind::Expense && self.eligibility == Some(Eligibility::Eligible);
        is_charged && !self.has_receipt && self.eligibility_reason.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::PurseId;
    use crate::calendar::FiscalYear;
    use crate::money::Yen;

    fn cost(grant: GrantId, yen: i64) -> Entry {
        let entry = Entry::new(EntryKind::Expense, "2025-06-01".parse().unwrap(), PurseId::new(), Yen(yen));
        Entry { grant_id: Some(grant), eligibility: Some(Eligibility::Eligible), ..entry }
    }

    #[test]
    fn only_what_a_strict_grant_was_charged_with_and_nothing_proves_is_left_out() {
        let [strict, free] = [GrantId::new(), GrantId::new()];
        let proven = Entry { has_receipt: true, ..cost(strict, 1) };
        let explained = Entry { eligibility_reason: "自動販売機".into(), ..cost(strict, 2) };
        let (bare, of_other) = (cost(strict, 4), cost(free, 8));
        let taken_back = cost(strict, 16);
        let back = Entry { voids_id: Some(taken_back.id), has_receipt: true, ..cost(strict, -16) };
        let income = Entry { kind: EntryKind::Income, ..cost(strict, 32) };
        let entries = vec![proven, explained, bare, of_other, taken_back, back, income];
        let mut books = Books { entries, ..Books::empty(FiscalYear(2025)) };
        let gone = books.judge_by_receipts(&HashSet::from([strict]));
        let out: Vec<i64> = books.entries.iter().filter(|e| gone.contains(&e.id)).map(|e| e.amount_yen.0).collect();
        assert_eq!(out, [4, 16, -16]);
        let is_out = |e: &&Entry| e.eligibility == Some(Eligibility::Ineligible);
        assert_eq!(books.entries.iter().filter(is_out).count(), 3);
        assert!(books.judge_by_receipts(&HashSet::new()).is_empty(), "no grant asks for receipts");
    }
}
