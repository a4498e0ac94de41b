//! 記帳の案: what a line would be booked as, by what its words were booked as last time.

use std::collections::HashMap;

use office::accounts::bank::{BankLine, BankRule, rule_for};
use office::accounts::{AccountItem, Books, Eligibility, Entry, EntryKind, GrantId, PurseId, acts};
use office::file::View;
use office::profile::Edition;
use office::{FiscalYear, Yen};
use paper::{Negative, Value};

use super::super::draft::EntryDraft;
use crate::Desk;

/// What proposals for the lines of a purse are made from.
pub(super) struct Proposer<'a> {
    pub books: &'a Books,
    pub rules: &'a [BankRule],
    pub edition: &'a Edition,
    /// The grants of the year, and of each grant that a rule names the one of the same name in the year.
    pub grants: HashMap<GrantId, String>,
    this_year: HashMap<GrantId, GrantId>,
}

impl<'a> Proposer<'a> {
    pub fn load(
        view: &View,
        year: FiscalYear,
        books: &'a Books,
        rules: &'a [BankRule],
        edition: &'a Edition,
    ) -> office::Result<Proposer<'a>> {
        let own = office::grants::store::grants(view, year)?;
        let mut this_year = HashMap::new();
        for id in rules.iter().filter_map(|rule| rule.grant_id) {
            let named = office::grants::store::find_grant(view, id)?;
            let same = named.and_then(|grant| own.iter().find(|one| one.name == grant.name));
            this_year.extend(same.map(|same| (id, same.id)));
        }
        let grants = own.into_iter().map(|grant| (grant.id, grant.name)).collect();
        Ok(Proposer { books, rules, edition, grants, this_year })
    }

    /// The entry that a line would be; without a rule only what the bank says is filled in.
    pub fn draft(&self, line: &BankLine) -> EntryDraft {
        let blank = blank(line);
        let Some(rule) = rule_for(self.rules, &line.said) else { return blank };
        let grant_id = rule.grant_id.and_then(|id| self.this_year.get(&id).copied());
        let kind = rule.kind;
        let (purse_id, to_purse_id) = purses(line, kind, rule.other_purse_id);
        let item = self.books.items.iter().find(|item| Some(item.id) == rule.item_id);
        EntryDraft {
            kind,
            counterparty: rule.counterparty.clone(),
            description: rule.description.clone(),
            item_id: item.map(|item| item.id),
            purse_id,
            to_purse_id,
            grant_id,
            eligibility: self.verdict(kind, grant_id, item, &rule.description),
            activity_id: rule.activity_id,
            committee_id: rule.committee_id,
            ..blank
        }
    }

    /// True when a rule knows the line and nothing is missing for it to be recorded as it is.
    pub fn is_ready(&self, line: &BankLine, draft: &EntryDraft, desk: &Desk) -> bool {
        let parsed = draft.parsed(self.books.year, desk.today());
        rule_for(self.rules, &line.said).is_some()
            && parsed.is_ok_and(|new| acts::problems(&new, self.books).is_empty())
    }

    fn verdict(
        &self,
        kind: EntryKind,
        grant: Option<GrantId>,
        item: Option<&AccountItem>,
        description: &str,
    ) -> Option<Eligibility> {
        let name = self.grants.get(&grant?).filter(|_| kind == EntryKind::Expense)?;
        Some(self.edition.verdict(Some(name), item?.label(), description))
    }

    pub fn purse(&self, id: Option<PurseId>) -> &str {
        self.books.purses.iter().find(|purse| Some(purse.id) == id).map_or("", |purse| &purse.name)
    }

    pub fn item(&self, id: Option<office::accounts::AccountItemId>) -> &str {
        self.books.items.iter().find(|item| Some(item.id) == id).map_or("", |item| item.label())
    }

    /// 科目 of an entry, or between which purses it moves money.
    pub fn item_of(&self, entry: &Entry) -> String {
        match entry.kind {
            EntryKind::Transfer => format!("{} → {}", self.purse(Some(entry.purse_id)), self.purse(entry.to_purse_id)),
            EntryKind::Income | EntryKind::Expense => self.item(entry.item_id).to_owned(),
        }
    }
}

/// What the bank alone says.
fn blank(line: &BankLine) -> EntryDraft {
    let said = &line.said;
    EntryDraft {
        kind: if said.amount_yen > Yen(0) { EntryKind::Income } else { EntryKind::Expense },
        on: paper::wareki::short(said.dated_on),
        counterparty: String::new(),
        description: said.description.clone(),
        item_id: None,
        amount: Value::Yen(said.amount_yen.0.abs()).shown(Negative::White),
        purse_id: Some(line.purse_id),
        to_purse_id: None,
        grant_id: None,
        activity_id: None,
        occasion_id: None,
        eligibility: None,
        eligibility_reason: String::new(),
        has_receipt: false,
        voucher_no: String::new(),
        to_item_id: None,
        committee_id: None,
        heads: String::new(),
        reimbursed_to: String::new(),
        split_over_cap: false,
        is_out_of_year: false,
    }
}

/// From where to where a line moves money when it is booked as that.
fn purses(line: &BankLine, kind: EntryKind, other: Option<PurseId>) -> (Option<PurseId>, Option<PurseId>) {
    match kind {
        EntryKind::Transfer if line.said.amount_yen > Yen(0) => (other, Some(line.purse_id)),
        EntryKind::Transfer => (Some(line.purse_id), other),
        EntryKind::Income | EntryKind::Expense => (Some(line.purse_id), None),
    }
}
