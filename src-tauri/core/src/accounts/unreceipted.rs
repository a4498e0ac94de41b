//! 領収書のない支出: what grants that pay nothing without a receipt were charged with, and no receipt proves.

use std::collections::HashSet;

use super::{Books, Eligibility, Entry, EntryId, EntryKind, GrantId};

impl Books {
    /// What these grants were charged with and no receipt proves, with what takes it back, so that both sum to nothing. What
    /// somebody gave a reason for, because there is no receipt, is not among it.
    pub fn unreceipted(&self, strict: &HashSet<GrantId>) -> HashSet<EntryId> {
        let is_strict = |entry: &Entry| entry.grant_id.is_some_and(|id| strict.contains(&id));
        let lacks = |entry: &&Entry| is_strict(entry) && entry.voids_id.is_none() && entry.lacks_receipt();
        let mut gone: HashSet<EntryId> = self.entries.iter().filter(lacks).map(|entry| entry.id).collect();
        let back = |entry: &&Entry| entry.voids_id.is_some_and(|id| gone.contains(&id));
        let with_them: Vec<EntryId> = self.entries.iter().filter(back).map(|entry| entry.id).collect();
        gone.extend(with_them);
        gone
    }

    /// Judges that 対象外, and tells which entries it is.
    pub fn judge_by_receipts(&mut self, strict: &HashSet<GrantId>) -> HashSet<EntryId> {
        let gone = self.unreceipted(strict);
        for entry in self.entries.iter_mut().filter(|entry| gone.contains(&entry.id)) {
            entry.eligibility = Some(Eligibility::Ineligible);
        }
        gone
    }
}

/// What the rules of its grant say of an expense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ruled {
    /// 対象, 対象外 or 要確認.
    pub verdict: Eligibility,
    /// Its grant pays nothing without a receipt, and none is there.
    pub lacks_receipt: bool,
    /// A rule speaks of it; 要確認 without one only says that none does.
    pub is_spoken: bool,
}

impl Ruled {
    /// 対象 where a rule says 「要確認」: what came of asking belongs beside it.
    pub fn asks_why(self, verdict: Eligibility) -> bool {
        self.is_spoken && self.verdict == Eligibility::Unclear && verdict == Eligibility::Eligible
    }

    /// Whether a reason answers that no receipt is there; none where there is no reason.
    pub fn excused(ruled: Option<Ruled>, reason: &str) -> Option<bool> {
        (!reason.trim().is_empty()).then(|| ruled.is_some_and(|ruled| ruled.lacks_receipt))
    }
}

impl Entry {
    /// 対象 without a receipt, and without a reason for that.
    fn lacks_receipt(&self) -> bool {
        let is_charged = self.kind == EntryKind::Expense && self.eligibility == Some(Eligibility::Eligible);
        let is_excused = !self.eligibility_reason.is_empty() && self.excuses_receipt != Some(false);
        is_charged && !self.has_receipt && !is_excused
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
        let explained = |excuses_receipt, yen| Entry {
            eligibility_reason: "自動販売機".into(),
            excuses_receipt,
            ..cost(strict, yen)
        };
        let [before, excused, of_other] =
            [(None, 2), (Some(true), 64), (Some(false), 128)].map(|(excuses, yen)| explained(excuses, yen));
        let (bare, of_free) = (cost(strict, 4), cost(free, 8));
        let taken_back = cost(strict, 16);
        let back = Entry { voids_id: Some(taken_back.id), has_receipt: true, ..cost(strict, -16) };
        let income = Entry { kind: EntryKind::Income, ..cost(strict, 32) };
        let entries = vec![proven, before, excused, of_other, bare, of_free, taken_back, back, income];
        let mut books = Books { entries, ..Books::empty(FiscalYear(2025)) };
        let gone = books.judge_by_receipts(&HashSet::from([strict]));
        let out: Vec<i64> = books.entries.iter().filter(|e| gone.contains(&e.id)).map(|e| e.amount_yen.0).collect();
        assert_eq!(out, [128, 4, 16, -16], "a reason for something else proves nothing");
        let is_out = |e: &&Entry| e.eligibility == Some(Eligibility::Ineligible);
        assert_eq!(books.entries.iter().filter(is_out).count(), 4);
        assert!(books.judge_by_receipts(&HashSet::new()).is_empty(), "no grant asks for receipts");
    }
}
