//! 領収書貼付台紙: which receipt is pasted under which 科目. The frames of a 科目 sum to its 決算額: what no receipt proves
//! has a frame of its own.

use std::collections::HashMap;

use super::{AccountItem, Books, Entry, EntryId, EntryKind, Receipt, Side, proven};
use crate::money::Yen;

/// The frames of one 科目.
#[derive(Debug, Clone, PartialEq)]
pub struct MountItem<'a> {
    /// 科目
    pub item: AccountItem,
    /// 決算額
    pub settled_yen: Yen,
    /// In the order of the books.
    pub frames: Vec<MountFrame<'a>>,
}

/// One frame: a receipt, or what no receipt proves of an entry.
#[derive(Debug, Clone, PartialEq)]
pub struct MountFrame<'a> {
    /// None where no receipt is written down.
    pub receipt: Option<&'a Receipt>,
    /// The first entry that it proves under this 科目.
    pub entry: &'a Entry,
    /// What it proves under this 科目.
    pub amount_yen: Yen,
    /// True where the receipt is pasted under an earlier 科目.
    pub is_elsewhere: bool,
}

/// The frames of a year by 科目, in the order of the 決算書; a 科目 without expenses has none.
pub fn mounts<'a>(books: &'a Books, receipts: &'a [Receipt]) -> Vec<MountItem<'a>> {
    let (mut pasted, proven) = (Vec::new(), proven(receipts));
    let mut all = Vec::new();
    for line in books.settled_lines(Side::Expense) {
        let entries: Vec<&Entry> =
            books.standing().filter(|e| e.kind == EntryKind::Expense && e.item_id == Some(line.item.id)).collect();
        let mut frames: Vec<MountFrame<'a>> =
            receipts.iter().filter_map(|one| written(one, &entries, &pasted)).collect();
        pasted.extend(frames.iter().filter_map(|frame| frame.receipt).map(|receipt| receipt.number));
        frames.extend(entries.iter().filter_map(|entry| unwritten(entry, &proven)));
        if !frames.is_empty() {
            all.push(MountItem { item: line.item, settled_yen: line.settled_yen, frames });
        }
    }
    all
}

/// The frame of a receipt under the 科目 of these entries.
fn written<'a>(receipt: &'a Receipt, entries: &[&'a Entry], pasted: &[i64]) -> Option<MountFrame<'a>> {
    let own: Vec<(&'a Entry, Yen)> =
        entries.iter().filter_map(|entry| Some((*entry, receipt.part_of(entry.id)?))).collect();
    let (entry, _) = *own.first()?;
    Some(MountFrame {
        receipt: Some(receipt),
        entry,
        amount_yen: own.iter().map(|(_, part)| *part).sum(),
        is_elsewhere: pasted.contains(&receipt.number),
    })
}

/// What no receipt proves of an entry.
fn unwritten<'a>(entry: &'a Entry, proven: &HashMap<EntryId, Yen>) -> Option<MountFrame<'a>> {
    let amount_yen = entry.amount_yen - proven.get(&entry.id).copied().unwrap_or_default();
    (amount_yen != Yen(0)).then_some(MountFrame { receipt: None, entry, amount_yen, is_elsewhere: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{PurseId, ReceiptId, ReceiptKind, ReceiptPart, ReceiptPartId};
    use crate::calendar::FiscalYear;

    #[test]
    fn the_frames_of_every_item_sum_to_what_was_settled() {
        let year = FiscalYear(2025);
        let items = ["会議費", "印刷費"].map(|kou| AccountItem::new(Side::Expense, "事務費", kou));
        let entry = |item: &AccountItem, yen| Entry {
            item_id: Some(item.id),
            ..Entry::new(EntryKind::Expense, year.first_day(), PurseId::new(), Yen(yen))
        };
        let mut entries =
            vec![entry(&items[0], 1_000), entry(&items[0], 500), entry(&items[1], 300), entry(&items[1], 70)];
        let back = Entry { amount_yen: Yen(-70), voids_id: Some(entries[3].id), ..entry(&items[1], 70) };
        entries.push(back);
        let books = Books { items: items.to_vec(), entries, ..Books::empty(year) };
        let part = |n: usize, yen| ReceiptPart {
            id: ReceiptPartId::new(),
            entry_id: books.entries[n].id,
            amount_yen: Yen(yen),
        };
        let (addressee, purpose, issuer, note) = Default::default();
        let receipt = Receipt {
            id: ReceiptId::new(),
            fiscal_year: year,
            number: 1,
            kind: ReceiptKind::Receipt,
            dated_on: None,
            addressee,
            purpose,
            issuer,
            amount_yen: Yen(1_200),
            note,
            ticked: vec![],
            parts: vec![part(0, 900), part(2, 300)],
            version: 1,
        };
        let receipts = [receipt];
        let all = mounts(&books, &receipts);
        for one in &all {
            assert_eq!(
                one.frames.iter().map(|frame| frame.amount_yen).sum::<Yen>(),
                one.settled_yen,
                "{}",
                one.item.kou
            );
        }
        let shown: Vec<Vec<(i64, bool)>> =
            all.iter().map(|one| one.frames.iter().map(|f| (f.amount_yen.0, f.is_elsewhere)).collect()).collect();
        assert_eq!(shown, [vec![(900, false), (100, false), (500, false)], vec![(300, true)]]);
    }
}
