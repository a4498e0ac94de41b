//! 出納帳 as a list.

use std::collections::{HashMap, HashSet};

use office::accounts::{
    AccountItem, AccountItemId, Approval, Books, Eligibility, Entry, EntryId, EntryKind, GrantId, Purse, PurseKind,
    Side, store,
};
use office::file::View;
use office::grants::strict;
use office::roster::OrganisationId;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::choices::{PurseChoice, purse_choice, year_and_name};
use crate::command::Command;
use crate::{Desk, Result};

/// The entries of a year in the order of the books.
#[derive(Debug, Deserialize, TS)]
pub struct ListEntries {
    pub year: FiscalYear,
}

/// The entries of a year, the purses and the totals.
#[derive(Debug, Serialize, TS)]
pub struct Entries {
    pub entries: Vec<EntryRow>,
    pub purses: Vec<PurseShown>,
    pub income_yen: Yen,
    pub expense_yen: Yen,
    /// How many wait for somebody else to approve them; in a closed year nobody may any more.
    #[ts(type = "number")]
    pub unapproved: usize,
}

/// A purse at the beginning and after all entries.
#[derive(Debug, Serialize, TS)]
pub struct PurseShown {
    pub id: String,
    pub name: String,
    pub opening_yen: Yen,
    pub closing_yen: Yen,
    /// A passbook, of which the bank writes statements.
    pub is_bank: bool,
    /// What it held at the end of the year before, while nobody has written down what this year began with.
    pub waiting_yen: Option<Yen>,
}

/// One line of the books.
#[derive(Debug, Serialize, TS)]
pub struct EntryRow {
    #[ts(type = "string")]
    pub id: EntryId,
    pub on: String,
    pub on_label: String,
    #[ts(type = "number | null")]
    pub voucher_no: Option<i64>,
    pub kind: EntryKind,
    pub kan: String,
    pub item: String,
    pub description: String,
    pub counterparty: String,
    /// The purse; of a transfer both, 普通預金 → 現金.
    pub purse: String,
    pub income_yen: Option<Yen>,
    pub expense_yen: Option<Yen>,
    pub transfer_yen: Option<Yen>,
    /// 差引残高 of the purse after this entry.
    pub balance_yen: Yen,
    pub funding: String,
    pub eligibility: Option<Eligibility>,
    /// 対象 that does not count, because no receipt proves it and its grant asks for one.
    pub is_unreceipted: bool,
    pub has_receipt: bool,
    /// How many receipts with a number stand behind it.
    #[ts(type = "number")]
    pub receipts: i64,
    /// 未払, 前払 and the like; empty for an entry whose day lies in its year.
    pub crossing: String,
    /// True for an entry that was taken back, and for the one that took it back.
    pub is_void: bool,
    /// Whether it was approved; none where nobody asks for it.
    pub is_approved: Option<bool>,
}

/// The books of a year with the names that rows show.
pub(super) struct Shown {
    pub books: Books,
    pub grants: HashMap<GrantId, String>,
    /// Grants of earlier years, with their year.
    late_grants: HashMap<GrantId, String>,
    balances: HashMap<EntryId, Yen>,
    voided: HashSet<EntryId>,
    receipts: HashMap<EntryId, i64>,
    unreceipted: HashSet<EntryId>,
}

impl Shown {
    pub fn load(view: &View, year: FiscalYear) -> Result<Shown> {
        let books = Books::load(view, year)?;
        let (own, others): (Vec<_>, Vec<_>) =
            office::grants::store::all_grants(view)?.into_iter().partition(|grant| grant.fiscal_year == year);
        let grants = own.into_iter().map(|grant| (grant.id, grant.name)).collect();
        let late_grants = others.iter().map(|grant| (grant.id, year_and_name(grant))).collect();
        let voided = books.entries.iter().filter_map(|e| e.voids_id).collect();
        let receipts = store::receipt_counts(view, year)?;
        Ok(Shown {
            balances: books.balances(),
            voided,
            receipts,
            grants,
            late_grants,
            unreceipted: HashSet::new(),
            books,
        })
    }

    /// The same with what does not count for want of a receipt, of the grants that ask for one.
    pub fn marked(mut self, strict: &HashSet<GrantId>) -> Shown {
        self.unreceipted = self.books.unreceipted(strict);
        self
    }

    /// The same books seen from inside a 部会.
    pub fn of_committee(self, committee: OrganisationId) -> Shown {
        let books = self.books.of_committee(committee);
        Shown { balances: books.balances(), books, ..self }
    }

    pub fn item(&self, entry: &Entry) -> Option<&AccountItem> {
        self.named_item(entry.item_id)
    }

    pub fn named_item(&self, id: Option<AccountItemId>) -> Option<&AccountItem> {
        self.books.items.iter().find(|item| Some(item.id) == id)
    }

    /// 仮払 that an entry moves.
    pub fn advances(&self, e: &Entry) -> Vec<PurseChoice> {
        let own = |purse: &&Purse| purse.kind == PurseKind::Advance && e.touches(purse.id);
        self.books.purses.iter().filter(own).map(|purse| purse_choice(purse, None)).collect()
    }

    pub fn row(&self, e: &Entry) -> EntryRow {
        let item = self.item(e);
        let of = |kind: EntryKind| (e.kind == kind).then_some(e.amount_yen);
        EntryRow {
            id: e.id,
            on: e.entered_on.to_string(),
            on_label: paper::wareki::short(e.entered_on),
            voucher_no: e.voucher_no,
            kind: e.kind,
            kan: item.map_or(String::new(), |i| i.kan.clone()),
            item: item.map_or("振替", AccountItem::label).to_owned(),
            description: e.description.clone(),
            counterparty: e.counterparty.clone(),
            purse: self.purses_of(e),
            income_yen: of(EntryKind::Income),
            expense_yen: of(EntryKind::Expense),
            transfer_yen: of(EntryKind::Transfer),
            balance_yen: self.balances.get(&e.id).copied().unwrap_or_default(),
            funding: self.funding(e),
            eligibility: e.verdict(),
            is_unreceipted: self.unreceipted.contains(&e.id),
            has_receipt: e.has_receipt,
            receipts: self.receipts.get(&e.id).copied().unwrap_or_default(),
            crossing: e.crossing().map_or("", |one| one.label()).to_owned(),
            is_void: e.voids_id.is_some() || self.voided.contains(&e.id),
            is_approved: self.approval(e).map(Approval::is_given),
        }
    }

    /// 承認 of an entry; one that was taken back before it had any needs none.
    pub fn approval(&self, e: &Entry) -> Option<&Approval> {
        let is_asked = |one: &&Approval| one.is_given() || !self.voided.contains(&e.id);
        self.books.approvals.get(&e.id).filter(is_asked)
    }

    fn purses_of(&self, e: &Entry) -> String {
        let name = |id| self.books.purses.iter().find(|p| p.id == id).map_or("", |p| &p.name);
        match e.to_purse_id {
            Some(to) => format!("{} → {}", name(e.purse_id), name(to)),
            None => name(e.purse_id).to_owned(),
        }
    }

    fn funding(&self, e: &Entry) -> String {
        match (e.kind.side(), e.grant_id) {
            (None, _) => String::new(),
            (_, Some(id)) => self.grants.get(&id).or_else(|| self.late_grants.get(&id)).cloned().unwrap_or_default(),
            (Some(Side::Income | Side::Expense), None) => "自主財源".to_owned(),
        }
    }
}

impl Command for ListEntries {
    const NAME: &'static str = "accounts.list_entries";
    type Output = Entries;
    fn run(self, desk: &Desk) -> Result<Entries> {
        let edition = desk.edition(self.year)?;
        let load = |view: &View| {
            let shown = Shown::load(view, self.year)?.marked(&strict(view, self.year, &edition.grants)?);
            let is_closed = store::closed_year(view, self.year)?.is_some();
            Ok((shown, Books::load(view, self.year.previous())?, is_closed))
        };
        let (shown, before, is_closed) = desk.office()?.view(load)?;
        let books = &shown.books;
        let waiting = |id| before.carried_to_next(id).filter(|yen| *yen != Yen(0) && !books.states_opening_of(id));
        let holds = |p: &&Purse| p.kind != PurseKind::Advance || books.closing_of(p.id) != Yen(0);
        let purses = books.purses.iter().filter(holds).map(|p| PurseShown {
            id: p.id.to_string(),
            name: p.name.clone(),
            opening_yen: books.opening_of(p.id),
            closing_yen: books.closing_of(p.id),
            is_bank: p.kind == PurseKind::Bank,
            waiting_yen: waiting(p.id),
        });
        Ok(Entries {
            purses: purses.collect(),
            income_yen: books.total_yen(Side::Income),
            expense_yen: books.total_yen(Side::Expense),
            unapproved: if is_closed { 0 } else { books.unapproved().count() },
            entries: books.entries.iter().map(|e| shown.row(e)).collect(),
        })
    }
}
