//! 変更点 of an entry that is there already.

use std::collections::{HashMap, HashSet};

use super::doubt::Doubts;
use super::draft::{BookDraft, EntryDraft, Funding, PurseDraft};
use super::funds::RowFund;
use super::line::Spot;
use super::plan::KnownBooks;
use crate::accounts::import::items::ItemName;
use crate::accounts::{Books, Entry, EntryId, EntryKind, GrantId};
use crate::calendar::FiscalYear;
use crate::intake::columns::Kind;
use crate::intake::plan::{Difference, ImportCandidate, Planned, Verdict};
use crate::intake::told::{Differences, note, shown};
use crate::money::Yen;

/// The entries that are there, by key.
#[derive(Debug)]
pub struct Stored<'a> {
    books: &'a Books,
    entries: HashMap<EntryId, &'a Entry>,
    voided: HashSet<EntryId>,
    grants: HashMap<GrantId, &'a str>,
}

impl<'a> Stored<'a> {
    /// Looks through the books once.
    pub fn new(known: KnownBooks<'a>) -> Stored<'a> {
        let entries = &known.books.entries;
        Stored {
            books: known.books,
            entries: entries.iter().map(|entry| (entry.id, entry)).collect(),
            voided: entries.iter().filter_map(|entry| entry.voids_id).collect(),
            grants: known.grants.iter().map(|(id, name)| (*id, name.as_str())).collect(),
        }
    }

    /// A row of the plan for an entry; a new one that may be an entry of a nearby day is unsure.
    pub fn planned(&self, draft: EntryDraft, doubts: &Doubts) -> Planned<BookDraft> {
        let near = if draft.known.is_none() { doubts.about(&draft) } else { vec![] };
        let entry = draft.known.and_then(|id| self.entries.get(&id));
        let changes = entry.map(|entry| self.changes(&draft, entry)).unwrap_or_default();
        let verdict = verdict(entry.is_some(), &changes);
        let (sheet, row) = (draft.spot.sheet.clone(), draft.spot.row);
        let planned = planned(sheet, row, verdict, changes, BookDraft::Entry(Box::new(draft)));
        if near.is_empty() {
            return planned;
        }
        let reason = Some(note("accounts.maybe_same", "count", near.len()));
        Planned { verdict: Verdict::Unsure, reason, candidates: near.into_iter().map(candidate).collect(), ..planned }
    }

    /// A row of the plan for a purse, which is no entry.
    pub fn purse(
        &self,
        year: FiscalYear,
        (name, fund): (&str, RowFund),
        opening: Option<Yen>,
        spot: &Spot,
    ) -> Planned<BookDraft> {
        let purse = self.books.purses.iter().find(|purse| purse.name == name);
        let stored = purse.map(|purse| self.books.opening_of(purse.id));
        let opening = opening.or(stored).unwrap_or_default();
        let mut differences = Differences::new(Kind::CashBook);
        differences.value("balance", Some(&stored.unwrap_or(opening)), Some(&opening), shown);
        let changes = differences.done();
        let verdict = verdict(purse.is_some(), &changes);
        let draft = BookDraft::Purse(PurseDraft { year, name: name.to_owned(), fund, opening });
        Planned { is_counted: false, ..planned(spot.sheet.clone(), spot.row, verdict, changes, draft) }
    }

    /// What a row of a book changes on an entry. A transfer has only one set of words for its two sides, so nothing
    /// of it changes; a receipt is never taken away; a verdict that was given with a reason stays.
    fn changes(&self, draft: &EntryDraft, entry: &Entry) -> Vec<Difference> {
        let mut differences = Differences::new(Kind::CashBook);
        if self.voided.contains(&entry.id) || draft.kind == EntryKind::Transfer {
            return differences.done();
        }
        let item = self.books.items.iter().find(|item| Some(item.id) == entry.item_id).map(ItemName::from);
        let is_same_item = item.as_ref().zip(draft.item.as_ref()).is_some_and(|(a, b)| a.folded() == b.folded());
        differences.value("item", item.as_ref(), draft.item.as_ref().filter(|_| !is_same_item), ItemName::shown);
        differences.words("description", &entry.description, &draft.description);
        differences.words("counterparty", &entry.counterparty, &draft.counterparty);
        differences.value("amount", Some(&entry.amount_yen), Some(&draft.amount), shown);
        differences.value("voucher", entry.voucher_no.as_ref(), draft.voucher_no.as_ref(), i64::to_string);
        differences.value("funding", Some(&self.funding(entry)), draft.funding.as_ref(), |of| of.shown().to_owned());
        let verdict = draft.eligibility.filter(|_| entry.eligibility_reason.is_empty());
        differences.value("eligibility", entry.eligibility.as_ref(), verdict.as_ref(), |of| of.label().to_owned());
        let receipt = draft.has_receipt.filter(|has_receipt| *has_receipt);
        differences.value("receipt", Some(&entry.has_receipt), receipt.as_ref(), |has| receipt_words(*has).to_owned());
        differences.done()
    }

    fn funding(&self, entry: &Entry) -> Funding {
        let name = entry.grant_id.and_then(|id| self.grants.get(&id));
        name.map_or(Funding::Own, |name| Funding::Grant((*name).to_owned()))
    }
}

fn candidate(entry: &Entry) -> ImportCandidate {
    let detail = format!("{}　{}円", paper::wareki::short(entry.entered_on), shown(&entry.amount_yen));
    ImportCandidate { id: entry.id.to_string(), title: entry.description.clone(), detail }
}

fn verdict(is_known: bool, changes: &[Difference]) -> Verdict {
    match (is_known, changes.is_empty()) {
        (false, _) => Verdict::New,
        (true, true) => Verdict::Same,
        (true, false) => Verdict::Changed,
    }
}

fn planned(
    sheet: String,
    row: u32,
    verdict: Verdict,
    changes: Vec<Difference>,
    draft: BookDraft,
) -> Planned<BookDraft> {
    Planned { sheet, row, verdict, draft, changes, reason: None, candidates: vec![], is_counted: true }
}

/// 有 or 無
pub fn receipt_words(has_receipt: bool) -> &'static str {
    if has_receipt { "有" } else { "無" }
}

impl Funding {
    /// The grant's name, or 自主財源.
    pub fn shown(&self) -> &str {
        if let Funding::Grant(name) = self { name } else { "自主財源" }
    }
}
