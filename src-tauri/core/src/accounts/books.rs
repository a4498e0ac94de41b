//! 一年分の帳簿: everything of one year's accounts as loaded once, and what is computed from it.
//! Balances and totals are never stored (`domain` 7): each is a sum over the entries.

use std::collections::HashMap;

use super::{
    AccountItem, Approval, BudgetLine, BudgetPart, BudgetRevision, Eligibility, Entry, EntryId, EntryKind, Fund,
    Opening, Purse, PurseId, Reallocation, Side,
};
use crate::calendar::FiscalYear;
use crate::money::Yen;

/// The books of one year.
#[derive(Debug, Clone)]
pub struct Books {
    /// Which year.
    pub year: FiscalYear,
    /// The funds beside 一般会計.
    pub funds: Vec<Fund>,
    /// All purses.
    pub purses: Vec<Purse>,
    /// Opening balances.
    pub openings: Vec<Opening>,
    /// All account items.
    pub items: Vec<AccountItem>,
    /// 当初予算
    pub budget: Vec<BudgetLine>,
    /// 補正予算, drafts included, first to last.
    pub revisions: Vec<BudgetRevision>,
    /// 流用・予備費充当, first to last.
    pub reallocations: Vec<Reallocation>,
    /// 積算内訳 of the lines.
    pub parts: Vec<BudgetPart>,
    /// The entries in the order of the books, those taken back and those that take back included.
    pub entries: Vec<Entry>,
    /// Entries of the years beside this one that were paid or received in this year.
    pub crossing: Vec<Entry>,
    /// The numbers of the receipts behind each entry that has any.
    pub receipt_numbers: HashMap<EntryId, Vec<i64>>,
    /// 承認 of the entries that were asked for one.
    pub approvals: HashMap<EntryId, Approval>,
}

impl Books {
    /// The books of a year of which nothing is known.
    pub fn empty(year: FiscalYear) -> Books {
        Books {
            year,
            funds: vec![],
            purses: vec![],
            openings: vec![],
            items: vec![],
            budget: vec![],
            revisions: vec![],
            reallocations: vec![],
            parts: vec![],
            entries: vec![],
            crossing: vec![],
            receipt_numbers: HashMap::new(),
            approvals: HashMap::new(),
        }
    }

    /// 前年度繰越 of all purses.
    pub fn opening_yen(&self) -> Yen {
        self.openings.iter().map(|o| o.amount_yen).sum()
    }

    /// 前年度繰越 of one purse.
    pub fn opening_of(&self, purse: PurseId) -> Yen {
        self.openings.iter().filter(|o| o.purse_id == purse).map(|o| o.amount_yen).sum()
    }

    /// Σ of the year's income or expense, without transfers and without the opening.
    pub fn total_yen(&self, side: Side) -> Yen {
        self.entries.iter().filter(|e| e.kind.side() == Some(side)).map(|e| e.amount_yen).sum()
    }

    /// 次年度繰越金: opening + income − expense.
    pub fn carry_over_yen(&self) -> Yen {
        self.opening_yen() + self.total_yen(Side::Income) - self.total_yen(Side::Expense)
    }

    /// What lies in a purse after all entries.
    pub fn closing_of(&self, purse: PurseId) -> Yen {
        self.opening_of(purse) + self.entries.iter().map(|e| e.effect_on(purse)).sum()
    }

    /// What a purse held at the end of this year, as the next year may begin with it; none for a year without books.
    pub fn carried_to_next(&self, purse: PurseId) -> Option<Yen> {
        let has_books = !self.entries.is_empty() || !self.openings.is_empty();
        has_books.then(|| self.closing_of(purse))
    }

    /// What a closing would write of the beginning of the next year, where it began otherwise or nobody has said with what.
    pub fn to_carry(&self, begun: &[Opening]) -> Vec<(PurseId, Yen)> {
        let carried = self.purses.iter().filter_map(|purse| {
            let closing = self.closing_of(purse.id);
            let was = begun.iter().find(|opening| opening.purse_id == purse.id).map(|opening| opening.amount_yen);
            was.map_or(closing != Yen(0), |was| was != closing).then_some((purse.id, closing))
        });
        carried.collect()
    }

    /// True when it was written down what lay in the purse on the first day.
    pub fn states_opening_of(&self, purse: PurseId) -> bool {
        self.openings.iter().any(|o| o.purse_id == purse)
    }

    /// True for a purse that the books of this year know: it began with something, or something was entered.
    pub fn has_book(&self, purse: PurseId) -> bool {
        self.states_opening_of(purse) || self.entries.iter().any(|entry| entry.touches(purse))
    }

    /// 差引残高 after each entry, of the purse that the entry names (of a transfer the one it leaves).
    pub fn balances(&self) -> HashMap<EntryId, Yen> {
        let mut held: HashMap<PurseId, Yen> = self.purses.iter().map(|p| (p.id, self.opening_of(p.id))).collect();
        let mut balances = HashMap::with_capacity(self.entries.len());
        for entry in &self.entries {
            for purse in [Some(entry.purse_id), entry.to_purse_id].into_iter().flatten() {
                *held.entry(purse).or_default() += entry.effect_on(purse);
            }
            balances.insert(entry.id, held[&entry.purse_id]);
        }
        balances
    }

    /// Entries that stand: neither taken back nor taking back another one.
    pub fn standing(&self) -> impl Iterator<Item = &Entry> {
        let voided: std::collections::HashSet<EntryId> = self.entries.iter().filter_map(|e| e.voids_id).collect();
        self.entries.iter().filter(move |e| e.voids_id.is_none() && !voided.contains(&e.id))
    }

    /// The other entries of the same slip: what was above a cap stands beside it as an entry of own funds. One payment, and one
    /// line of the bank.
    pub fn halves_of(&self, entry: &Entry) -> Vec<&Entry> {
        self.standing().filter(|one| one.is_half_of(entry)).collect()
    }

    /// Expenses that stand without a receipt.
    pub fn without_receipt(&self) -> impl Iterator<Item = &Entry> {
        self.standing().filter(|e| e.kind == EntryKind::Expense && !e.has_receipt)
    }

    /// 領収書の番号 of an entry: 12、13.
    pub fn receipt_no(&self, entry: EntryId) -> String {
        let numbers = self.receipt_numbers.get(&entry).into_iter().flatten();
        numbers.map(i64::to_string).collect::<Vec<_>>().join("、")
    }
}

impl EntryKind {
    /// The side of the accounts that an entry counts on; none for a transfer.
    pub fn side(self) -> Option<Side> {
        match self {
            EntryKind::Income => Some(Side::Income),
            EntryKind::Expense => Some(Side::Expense),
            EntryKind::Transfer => None,
        }
    }
}

impl Entry {
    /// 対象・対象外 of an expense; what a grant pays and nobody has judged yet is 要確認.
    pub fn verdict(&self) -> Option<Eligibility> {
        let is_open = self.kind == EntryKind::Expense && self.grant_id.is_some();
        self.eligibility.or(is_open.then_some(Eligibility::Unclear))
    }

    /// True when money leaves or reaches the purse.
    pub fn touches(&self, purse: PurseId) -> bool {
        self.purse_id == purse || self.to_purse_id == Some(purse)
    }

    /// Both are costs of one slip, which was parted where it went above a cap: the same number, day, purse and words.
    pub fn is_half_of(&self, other: &Entry) -> bool {
        let paid = |one: &Entry| (one.kind, one.voucher_no, one.entered_on, one.purse_id);
        let is_cost = self.kind == EntryKind::Expense && self.voucher_no.is_some();
        let are_words = self.description == other.description && self.counterparty == other.counterparty;
        is_cost && self.id != other.id && paid(self) == paid(other) && are_words
    }

    /// What the entry adds to a purse.
    pub fn effect_on(&self, purse: PurseId) -> Yen {
        let when = |is_it: bool| if is_it { self.amount_yen } else { Yen(0) };
        let (here, there) = (when(self.purse_id == purse), when(self.to_purse_id == Some(purse)));
        match self.kind {
            EntryKind::Income => here,
            EntryKind::Expense => -here,
            EntryKind::Transfer => there - here,
        }
    }
}
