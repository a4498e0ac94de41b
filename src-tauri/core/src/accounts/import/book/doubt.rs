//! 要確認: a new row that may be an entry of a nearby day. Only entries that no row of the book is, on days that the
//! book covers, come into question: a monthly payment of a month that is not in the file is no doubt.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::draft::EntryDraft;
use crate::accounts::{Books, Entry, EntryId, EntryKind};
use crate::money::Yen;
use crate::text::search_key;

/// Days by which a row and an entry may differ.
const NEAR_DAYS: i64 = 14;

/// Entries that are in question, by what a row must share with them.
#[derive(Debug)]
pub struct Doubts<'a> {
    open: HashMap<(EntryKind, String, Yen), Vec<&'a Entry>>,
}

impl<'a> Doubts<'a> {
    /// The standing entries that none of these rows is.
    pub fn new(drafts: &[EntryDraft], books: &'a Books) -> Doubts<'a> {
        let found: HashSet<EntryId> = drafts.iter().filter_map(|draft| draft.known).collect();
        let purses: HashMap<_, _> = books.purses.iter().map(|purse| (purse.id, purse.name.clone())).collect();
        let covered = covered(drafts);
        let mut open: HashMap<_, Vec<&Entry>> = HashMap::new();
        for entry in books.standing().filter(|entry| !found.contains(&entry.id)) {
            let Some(purse) = purses.get(&entry.purse_id) else { continue };
            let days = covered.get(purse.as_str());
            if days.is_some_and(|(first, last)| (*first..=*last).contains(&entry.entered_on)) {
                open.entry((entry.kind, purse.clone(), entry.amount_yen)).or_default().push(entry);
            }
        }
        Doubts { open }
    }

    /// The entries that a new row may be.
    pub fn about(&self, draft: &EntryDraft) -> Vec<&'a Entry> {
        let alike = self.open.get(&(draft.kind, draft.purse.clone(), draft.amount)).map_or(&[][..], Vec::as_slice);
        let is_near = |entry: &&&Entry| (entry.entered_on - draft.on).num_days().abs() <= NEAR_DAYS;
        let words = search_key(&draft.description);
        let is_alike = |entry: &&&Entry| draft.kind == EntryKind::Transfer || search_key(&entry.description) == words;
        alike.iter().filter(is_near).filter(is_alike).copied().collect()
    }
}

/// The first and the last day of each purse in the file.
fn covered(drafts: &[EntryDraft]) -> HashMap<&str, (NaiveDate, NaiveDate)> {
    let mut days: HashMap<&str, (NaiveDate, NaiveDate)> = HashMap::new();
    for draft in drafts {
        let (first, last) = days.entry(&draft.purse).or_insert((draft.on, draft.on));
        (*first, *last) = (draft.on.min(*first), draft.on.max(*last));
    }
    days
}
