//! 照合: which entries are in the office file already. The same book again brings nothing; what was taken back
//! or corrected since does not come again.

use std::collections::{HashMap, HashSet, VecDeque};

use chrono::NaiveDate;

use super::draft::EntryDraft;
use crate::accounts::import::items::ItemName;
use crate::accounts::{Books, Entry, EntryId, EntryKind};
use crate::money::Yen;
use crate::text::search_key;

/// What an entry is recognised by; the parts that a pass does not look at are left empty.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Mark {
    kind: EntryKind,
    on: NaiveDate,
    purses: (String, String),
    amount: Option<Yen>,
    item: Option<ItemName>,
    words: Option<String>,
    voucher_no: Option<i64>,
}

/// How closely an entry has to fit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pass {
    /// Everything
    Whole,
    /// All but the voucher number
    Words,
    /// All but the words
    Item,
    /// Voucher and amount, under another item
    Voucher,
    /// The voucher, with another amount
    Amount,
}

/// For each draft the entry that it is.
pub fn find(drafts: &[EntryDraft], books: &Books) -> Vec<Option<EntryId>> {
    let mut found = vec![None; drafts.len()];
    let mut taken = HashSet::new();
    let known: Vec<(&Entry, Mark)> = known(books);
    let wanted: Vec<Mark> = drafts.iter().map(mark_of_draft).collect();
    let voided: HashSet<EntryId> = books.entries.iter().filter_map(|e| e.voids_id).collect();
    for pass in [Pass::Whole, Pass::Words, Pass::Item, Pass::Voucher, Pass::Amount] {
        let is_exact = matches!(pass, Pass::Whole | Pass::Words);
        let mut open: HashMap<Mark, VecDeque<EntryId>> = HashMap::new();
        for (entry, mark) in
            known.iter().filter(|(e, _)| !taken.contains(&e.id) && (is_exact || !voided.contains(&e.id)))
        {
            if let Some(key) = mark.seen(pass) {
                open.entry(key).or_default().push_back(entry.id);
            }
        }
        for (at, mark) in wanted.iter().enumerate().filter(|(at, _)| found[*at].is_none()).collect::<Vec<_>>() {
            found[at] = mark.seen(pass).and_then(|key| open.get_mut(&key)?.pop_front());
            taken.extend(found[at]);
        }
    }
    found
}

/// The entries of the year with their marks; those that take another one back never stand in a book.
fn known(books: &Books) -> Vec<(&Entry, Mark)> {
    let purse: HashMap<_, _> = books.purses.iter().map(|p| (p.id, search_key(&p.name))).collect();
    let items: HashMap<_, _> = books.items.iter().map(|i| (i.id, ItemName::from(i).folded())).collect();
    let mark = |e: &Entry| Mark {
        kind: e.kind,
        on: e.entered_on,
        purses: (purse[&e.purse_id].clone(), e.to_purse_id.map(|id| purse[&id].clone()).unwrap_or_default()),
        amount: Some(e.amount_yen),
        item: e.item_id.and_then(|id| items.get(&id).cloned()),
        words: Some(search_key(&e.description)),
        voucher_no: e.voucher_no,
    };
    books.entries.iter().filter(|e| e.voids_id.is_none()).map(|e| (e, mark(e))).collect()
}

fn mark_of_draft(draft: &EntryDraft) -> Mark {
    Mark {
        kind: draft.kind,
        on: draft.on,
        purses: (search_key(&draft.purse), draft.to_purse.as_deref().map(search_key).unwrap_or_default()),
        amount: Some(draft.amount),
        item: draft.item.as_ref().map(ItemName::folded),
        words: Some(search_key(&draft.description)),
        voucher_no: draft.voucher_no,
    }
}

impl Mark {
    /// What this pass looks at; none when it cannot tell this entry.
    fn seen(&self, pass: Pass) -> Option<Mark> {
        let mut mark = self.clone();
        let is_transfer = self.kind == EntryKind::Transfer;
        match pass {
            Pass::Whole => {}
            Pass::Words => mark.voucher_no = None,
            Pass::Item => (mark.voucher_no, mark.words) = (None, None),
            Pass::Voucher => (mark.words, mark.item) = (None, None),
            Pass::Amount => (mark.words, mark.item, mark.amount) = (None, None, None),
        }
        if is_transfer {
            (mark.words, mark.voucher_no) = (None, None);
        }
        let by_voucher = matches!(pass, Pass::Voucher | Pass::Amount);
        (!by_voucher || mark.voucher_no.is_some()).then_some(mark)
    }
}

#[cfg(test)]
mod tests {
    use super::super::draft;
    use super::super::funds::Charts;
    use super::super::line::tests::line;
    use super::super::line::{BookLine, Transfer};
    use super::super::purses::tests::purse;
    use super::*;
    use crate::accounts::import::items::tests::item;
    use crate::accounts::{AccountItem, Eligibility, Purse, Side};
    use crate::calendar::FiscalYear;

    /// A book of 現金 and 通帳 with 消耗品費 and 会議費 as its items, and the entries of these drafts.
    fn books(drafts: &[EntryDraft]) -> Books {
        let purses = vec![purse("現金"), purse("通帳")];
        let items = vec![item(Side::Expense, "事務費", "消耗品費"), item(Side::Expense, "事務費", "会議費")];
        let entries = drafts.iter().map(|draft| stored(draft, &purses, &items)).collect();
        Books { purses, items, entries, ..Books::empty(FiscalYear(2025)) }
    }

    fn stored(draft: &EntryDraft, purses: &[Purse], items: &[AccountItem]) -> Entry {
        let purse = |name: &str| purses.iter().find(|p| p.name == name).unwrap().id;
        Entry {
            to_purse_id: draft.to_purse.as_deref().map(purse),
            item_id: draft
                .item
                .as_ref()
                .and_then(|name| items.iter().find(|i| i.label() == name.label()))
                .map(|i| i.id),
            description: draft.description.clone(),
            voucher_no: draft.voucher_no,
            eligibility: Some(Eligibility::Eligible),
            ..Entry::new(draft.kind, draft.on, purse(&draft.purse), draft.amount)
        }
    }

    fn drafts(lines: &[BookLine]) -> Vec<EntryDraft> {
        let chart = Charts::new(&books(&[]).items);
        let purses = ["現金".to_owned(), "通帳".to_owned()];
        let one = |line: &BookLine| match line.is_transfer() {
            true => draft::transfer(line, None, &purses),
            false => draft::entry(line, &chart, &[]),
        };
        lines.iter().map(one).collect()
    }

    fn spent(words: &str, voucher_no: Option<i64>, amount: i64) -> BookLine {
        BookLine { item: "消耗品費".into(), description: words.into(), voucher_no, ..line("現金", 3, -amount) }
    }

    #[test]
    fn the_same_book_again_brings_nothing_however_often_a_row_repeats() {
        let moved = BookLine { transfer: Transfer::Unnamed, ..line("現金", 3, 500) };
        let drafts = drafts(&[spent("切手", None, 840), spent("切手", None, 840), spent("封筒", Some(2), 911), moved]);
        let books = books(&drafts);
        let ids: Vec<_> = books.entries.iter().map(|e| Some(e.id)).collect();
        assert_eq!(find(&drafts, &books), ids);
        let third = [drafts.clone(), vec![drafts[0].clone()]].concat();
        assert_eq!(find(&third, &books)[4], None, "a third stamp of the day is new");
    }

    #[test]
    fn what_was_taken_back_stays_away_and_its_correction_is_known() {
        let paper = drafts(&[spent("切手", Some(7), 840)]);
        let mut books = books(&drafts(&[spent("切手", Some(7), 840), spent("切手", Some(7), 480)]));
        let back = Entry {
            id: EntryId::new(),
            amount_yen: Yen(-840),
            voids_id: Some(books.entries[0].id),
            ..books.entries[0].clone()
        };
        books.entries.push(back);
        assert_eq!(find(&paper, &books), [Some(books.entries[0].id)], "the paper still shows the wrong amount");
        let corrected = drafts(&[spent("切手", Some(7), 480)]);
        assert_eq!(find(&corrected, &books), [Some(books.entries[1].id)]);
        let other = drafts(&[spent("切手", Some(7), 999)]);
        assert_eq!(find(&other, &books), [Some(books.entries[1].id)], "never the one that was taken back");
    }

    #[test]
    fn a_row_that_was_edited_is_the_same_entry() {
        let books = books(&drafts(&[spent("切手", Some(7), 840), spent("封筒", None, 300)]));
        let edited =
            drafts(&[spent("切手・はがき", Some(7), 840), spent("長3封筒", None, 300), spent("封筒", None, 301)]);
        let [stamps, covers] = [books.entries[0].id, books.entries[1].id];
        assert_eq!(
            find(&edited, &books),
            [Some(stamps), Some(covers), None],
            "another amount without a voucher is another entry"
        );
    }
}
