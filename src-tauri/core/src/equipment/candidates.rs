//! 台帳に載っていない買い物: entries that bought something of the price of 備品 and stand for nothing in the register yet.

use std::collections::HashSet;

use super::Equipment;
use crate::accounts::{Books, Entry, EntryId, EntryKind};
use crate::grants::EquipmentRule;
use crate::money::Yen;

/// An entry that may belong in the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// The price from which on it is 備品; none where nobody has looked it up.
    pub from_yen: Option<Yen>,
}

/// The expenses that stand under a 科目 of 備品 and reach its price, and neither stand in the register nor were said to be none.
/// Where the price is not known, every one of them is asked about. `words` name such a 科目, `rule_of` is what is said of 備品
/// that is paid as an entry was.
pub fn candidates<'a>(
    books: &'a Books,
    items: &[Equipment],
    passed: &[EntryId],
    words: &[String],
    rule_of: impl Fn(&Entry) -> Option<&'a EquipmentRule>,
) -> Vec<Candidate<'a>> {
    let done: HashSet<EntryId> = items.iter().filter_map(|item| item.entry_id).chain(passed.iter().copied()).collect();
    let is_named = |entry: &Entry| {
        let item = books.items.iter().find(|item| Some(item.id) == entry.item_id);
        item.is_some_and(|item| item.levels().any(|level| words.iter().any(|word| level.contains(word.as_str()))))
    };
    let bought = books.standing().filter(|entry| entry.kind == EntryKind::Expense && !done.contains(&entry.id));
    let candidate = |entry: &'a Entry| {
        let from_yen = rule_of(entry).and_then(|rule| rule.from_yen).map(Yen);
        let reaches = from_yen.is_none_or(|from| entry.amount_yen >= from);
        (reaches && is_named(entry)).then_some(Candidate { entry, from_yen })
    };
    bought.filter_map(candidate).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{AccountItem, PurseId, Side};
    use crate::calendar::FiscalYear;
    use crate::equipment::acts::tests::piece;

    #[test]
    fn what_reaches_the_price_under_its_item_is_asked_about_until_somebody_answers() {
        let year = FiscalYear(2025);
        let items = ["備品購入費", "会議費"].map(|kou| AccountItem::new(Side::Expense, "事務費", kou));
        let entry = |item: &AccountItem, yen| Entry {
            item_id: Some(item.id),
            ..Entry::new(EntryKind::Expense, year.first_day(), PurseId::new(), Yen(yen))
        };
        let entries: Vec<Entry> =
            [(0, 30_000), (0, 30_001), (0, 50_000), (1, 90_000)].map(|(at, yen)| entry(&items[at], yen)).to_vec();
        let books = Books { items: items.to_vec(), entries, ..Books::empty(year) };
        let words = ["備品".to_owned()];
        let rule: EquipmentRule =
            toml::from_str("from_yen = 30001\nsource = \"刈谷市 3万円をこえるもの\"\nis_verified = false").unwrap();
        let asked = |items: &[Equipment], passed: &[EntryId]| -> Vec<i64> {
            candidates(&books, items, passed, &words, |_| Some(&rule)).iter().map(|c| c.entry.amount_yen.0).collect()
        };
        assert_eq!(asked(&[], &[]), [30_001, 50_000]);
        let known = Equipment { entry_id: Some(books.entries[2].id), ..piece("机") };
        assert_eq!(asked(&[known], &[]), [30_001]);
        assert_eq!(asked(&[], &[books.entries[1].id]), [50_000]);
        let unknown = candidates(&books, &[], &[], &words, |_| None);
        assert_eq!(unknown.len(), 3, "where nobody knows the price, every one is asked about");
        assert_eq!(unknown[0].from_yen, None);
    }
}
