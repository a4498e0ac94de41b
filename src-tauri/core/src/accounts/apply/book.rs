//! 出納帳 into the office file.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::names::Names;
use crate::accounts::import::{BookDraft, EntryDraft, Funding, PurseDraft};
use crate::accounts::{Approval, Books, Eligibility, Entry, EntryId, EntryKind, GrantId, acts, store};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::intake::columns::Kind;
use crate::intake::mapping;
use crate::intake::plan::{Counts, Decision, Difference, Plan, Planned, RowDecision, Verdict};
use crate::{Error, Result};

/// What stands to the right of the books, handed in: the grants that the book names, and the verdict of the rules on
/// an expense without a mark (grant, item, description).
#[derive(Clone, Copy)]
pub struct BookRules<'a> {
    /// Every grant that [`grants_named`] gives, by its name.
    pub grants: &'a HashMap<String, GrantId>,
    /// The verdict of the rules.
    pub verdict: &'a dyn Fn(Option<&str>, &str, &str) -> Eligibility,
}

/// Writes a cash book with the user's decisions.
pub fn apply_cash_book(
    tx: &Tx,
    plan: &Plan<BookDraft>,
    decisions: &[RowDecision],
    rules: &BookRules,
    today: NaiveDate,
) -> Result<Counts> {
    if let Some(year) = plan.rows.first().map(|row| row.draft.year()) {
        let books = Books::load(tx, year)?;
        let (names, last) = (Names::load(tx, &books)?, last(&books));
        let mut writer = Writer { tx, year, books: &books, names, rules, last, today };
        for (row, decision) in plan.decided(decisions) {
            writer.write(row, decision)?;
        }
        tx.say("year", year.label());
    }
    mapping::remember(tx, Kind::CashBook, &plan.mappings)?;
    let written = plan.written(decisions);
    tx.say("new", written.new);
    tx.say("changed", written.changed);
    Ok(plan.counts())
}

/// The last place of each day that has entries already.
fn last(books: &Books) -> HashMap<NaiveDate, i64> {
    let mut last = HashMap::new();
    for entry in &books.entries {
        let position = last.entry(entry.entered_on).or_insert(0);
        *position = entry.position.max(*position);
    }
    last
}

struct Writer<'a> {
    tx: &'a Tx<'a>,
    year: FiscalYear,
    books: &'a Books,
    names: Names<'a>,
    rules: &'a BookRules<'a>,
    last: HashMap<NaiveDate, i64>,
    today: NaiveDate,
}

impl Writer<'_> {
    fn write(&mut self, row: &Planned<BookDraft>, decision: Option<&RowDecision>) -> Result<()> {
        let entry = match &row.draft {
            BookDraft::Purse(purse) => return self.purse(purse),
            BookDraft::Entry(entry) => entry,
        };
        match (decision.map(|decision| decision.decision), row.verdict) {
            (Some(Decision::Skip | Decision::Same), _) | (None, Verdict::Same | Verdict::Skipped) => Ok(()),
            (None, Verdict::Changed) => self.change(entry, &row.changes),
            (Some(Decision::New), _) | (None, Verdict::New | Verdict::Unsure) => self.insert(entry),
        }
    }

    fn purse(&mut self, draft: &PurseDraft) -> Result<()> {
        let id = self.names.purse(&draft.name, &draft.fund)?;
        if self.books.opening_of(id) != draft.opening {
            acts::unaudited(self.tx, self.year, "accounts.opening_audited")?;
            store::put_opening(self.tx, id, self.year, draft.opening)?;
        }
        Ok(())
    }

    fn insert(&mut self, draft: &EntryDraft) -> Result<()> {
        acts::after_audit(self.tx, self.year, draft.on)?;
        let entry = self.entry(draft)?;
        acts::enter(self.tx, &entry)
    }

    fn entry(&mut self, draft: &EntryDraft) -> Result<Entry> {
        let item_id = draft.item.as_ref().map(|item| self.names.item(item, &draft.fund)).transpose()?;
        let to_purse_id = draft.to_purse.as_ref().map(|name| self.names.purse(name, &draft.fund)).transpose()?;
        let after = self.last.get(&draft.on).copied().unwrap_or(0);
        Ok(Entry {
            fiscal_year: self.year,
            to_purse_id,
            item_id,
            description: draft.words(),
            counterparty: draft.counterparty.clone(),
            voucher_no: draft.voucher_no,
            grant_id: self.grant(draft),
            eligibility: (draft.kind == EntryKind::Expense).then(|| self.verdict(draft)),
            has_receipt: draft.has_receipt.unwrap_or(false),
            activity_id: draft.item.as_ref().and_then(|item| self.names.activity(item)),
            position: after + draft.position,
            ..Entry::new(draft.kind, draft.on, self.names.purse(&draft.purse, &draft.fund)?, draft.amount)
        })
    }

    fn grant(&self, draft: &EntryDraft) -> Option<GrantId> {
        draft.grant().and_then(|name| self.rules.grants.get(name)).copied()
    }

    /// The mark of the book decides; without one the rules do.
    fn verdict(&self, draft: &EntryDraft) -> Eligibility {
        let item = draft.item.as_ref().map_or("", |item| item.label());
        draft.eligibility.unwrap_or_else(|| (self.rules.verdict)(draft.grant(), item, &draft.description))
    }

    /// Another amount, 科目 or 財源 takes the old entry back and records a new one, and so does anything else once the books of its
    /// day rest or somebody approved it; before that, words, verdict and receipt are written on the entry, as they are on its page.
    fn change(&mut self, draft: &EntryDraft, changes: &[Difference]) -> Result<()> {
        let known = draft.known.and_then(|id| self.books.entries.iter().find(|entry| entry.id == id));
        let known = known.ok_or_else(|| Error::refused("accounts.no_such_entry"))?;
        let changed = self.with_changes(known, draft, changes)?;
        let rests = store::rests(self.tx, self.year, known.entered_on)?;
        let money = |entry: &Entry| (entry.amount_yen, entry.item_id, entry.grant_id);
        let is_approved = self.books.approvals.get(&known.id).is_some_and(Approval::is_given);
        if money(&changed) == money(known) && !rests && !is_approved {
            return store::update_entry(self.tx, &changed);
        }
        let entered_on = acts::correction_day(known, rests, self.today);
        let right = Entry { id: EntryId::new(), version: 1, entered_on, ..changed };
        let write = |tx: &Tx| acts::enter(tx, &right).map(|()| right.id);
        acts::replace_entry(self.tx, known, "取り込んだ出納帳に合わせる", self.today, write).map(drop)
    }

    fn with_changes(&mut self, known: &Entry, draft: &EntryDraft, changes: &[Difference]) -> Result<Entry> {
        let mut entry = known.clone();
        for change in changes {
            match change.field.as_str() {
                "item" => {
                    let item = draft.item.as_ref();
                    entry.item_id = item.map(|item| self.names.item(item, &draft.fund)).transpose()?;
                }
                "description" => entry.description = draft.words(),
                "counterparty" => entry.counterparty = draft.counterparty.clone(),
                "amount" => entry.amount_yen = draft.amount,
                "voucher" => entry.voucher_no = draft.voucher_no,
                "funding" => entry.grant_id = self.grant(draft),
                "eligibility" => entry.eligibility = draft.eligibility,
                "receipt" => entry.has_receipt = true,
                _ => {}
            }
        }
        Ok(entry)
    }
}

impl EntryDraft {
    /// The grant that pays.
    fn grant(&self) -> Option<&str> {
        if let Some(Funding::Grant(name)) = &self.funding { Some(name) } else { None }
    }

    /// 摘要; a row without words is named by its item.
    fn words(&self) -> String {
        let item = self.item.as_ref().filter(|_| self.description.is_empty());
        item.map_or_else(|| self.description.clone(), |item| item.label().to_owned())
    }
}

/// The names of all grants that a book charges something to.
pub fn grants_named(plan: &Plan<BookDraft>) -> Vec<&str> {
    let mut names: Vec<&str> = plan.rows.iter().filter_map(|row| row.draft.entry()?.grant()).collect();
    names.sort_unstable();
    names.dedup();
    names
}
