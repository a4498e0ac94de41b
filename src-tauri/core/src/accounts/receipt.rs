//! 領収書: what proves expenses, and what a city asks of it (`domain` 3.2 F-10, 3.7).

use std::collections::{BTreeSet, HashMap};
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;
use unicode_normalization::UnicodeNormalization;

use super::{Books, Entry, EntryId, EntryKind};
use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::id::Id;
use crate::money::Yen;

/// Key of a receipt.
pub type ReceiptId = Id<Receipt>;
/// Key of a part of a receipt.
pub type ReceiptPartId = Id<ReceiptPart>;

/// 証憑の種類
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptKind {
    /// 領収書
    Receipt,
    /// レシート
    Till,
    /// 振込の控え
    Transfer,
    /// 理由書, where no receipt can be had
    Statement,
}
closed_words!(ReceiptKind { Receipt = "receipt", Till = "till", Transfer = "transfer", Statement = "statement" });

/// 領収書の一枚, with the entries that it stands behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// Key.
    pub id: ReceiptId,
    /// 年度 of its entries
    pub fiscal_year: FiscalYear,
    /// 番号 within the year
    pub number: i64,
    /// 種類
    pub kind: ReceiptKind,
    /// 日付, as written on it
    pub dated_on: Option<NaiveDate>,
    /// 宛名
    pub addressee: String,
    /// 但し書き
    pub purpose: String,
    /// 発行した店や人
    pub issuer: String,
    /// 円, as written on it
    pub amount_yen: Yen,
    /// 備考
    pub note: String,
    /// Checks that somebody looked at.
    pub ticked: Vec<String>,
    /// Its entries.
    pub parts: Vec<ReceiptPart>,
    /// Raised by every change.
    pub version: i64,
}

/// 内訳: what part of a receipt stands behind an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReceiptPart {
    /// Key.
    pub id: ReceiptPartId,
    /// 記帳
    pub entry_id: EntryId,
    /// 円, more than nothing
    pub amount_yen: Yen,
}

/// What a check looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptTest {
    /// 日付 lies among the days of its entries: the year with its 出納整理, or what their grants take.
    Period,
    /// 宛名 is the council's own name and nothing else.
    Addressee,
    /// 但し書き says what was bought.
    Purpose,
    /// The parts make up the amount.
    Sum,
    /// Somebody has to look.
    Hand,
}

/// 領収書の点検の一つ: a line of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptRule {
    /// Its name, as kept with a tick.
    pub id: String,
    /// What it looks at.
    pub test: ReceiptTest,
    /// What must hold.
    pub title: String,
    /// What to do when it does not.
    pub hint: String,
    /// The kinds that it is asked of; an empty list is all.
    #[serde(default)]
    pub kinds: Vec<ReceiptKind>,
    /// 但し書き that say nothing.
    #[serde(default)]
    pub words: Vec<String>,
    /// Where that stands.
    pub source: String,
    /// False as long as nobody has read it in the city's own rule.
    pub is_verified: bool,
}

/// How a check came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReceiptState {
    /// It holds.
    Good,
    /// Somebody looked and found it good.
    Ticked,
    /// Nobody has looked yet.
    Open,
    /// It does not hold.
    Bad,
}

impl ReceiptState {
    /// True where nothing is left to be done.
    pub fn is_done(self) -> bool {
        matches!(self, ReceiptState::Good | ReceiptState::Ticked)
    }
}

/// What receipts of a year are held against.
#[derive(Debug)]
pub struct Against {
    year: FiscalYear,
    /// The formal name, without gaps.
    council: String,
    /// The entries that stand, each with the days that its receipt may bear.
    standing: HashMap<EntryId, RangeInclusive<NaiveDate>>,
}

impl Against {
    /// `council` is the formal name, `books` are those of the receipts' year, `days_of` tells the days of an entry.
    pub fn new(council: &str, books: &Books, days_of: impl Fn(&Entry) -> RangeInclusive<NaiveDate>) -> Against {
        let standing = books.standing().map(|entry| (entry.id, days_of(entry))).collect();
        Against { year: books.year, council: bare(council), standing }
    }

    /// True for a day that all entries of a receipt take; of one without any it is a day of the year.
    fn takes(&self, receipt: &Receipt, day: NaiveDate) -> bool {
        let mut all = receipt.parts.iter().filter_map(|part| self.standing.get(&part.entry_id)).peekable();
        if all.peek().is_none() { self.year.contains(day) } else { all.all(|days| days.contains(&day)) }
    }
}

impl ReceiptRule {
    /// True when the rule speaks of this kind.
    pub fn is_asked_of(&self, kind: ReceiptKind) -> bool {
        self.kinds.is_empty() || self.kinds.contains(&kind)
    }

    /// How the check comes out.
    pub fn check(&self, receipt: &Receipt, against: &Against) -> ReceiptState {
        let found = match self.test {
            ReceiptTest::Period => receipt.dated_on.map(|day| against.takes(receipt, day)),
            ReceiptTest::Addressee => known(&receipt.addressee).map(|name| bare_name(&name) == against.council),
            ReceiptTest::Purpose => known(&receipt.purpose).map(|words| !self.is_empty_word(&words)),
            ReceiptTest::Sum => Some(receipt.standing_yen(&against.standing) == receipt.amount_yen),
            ReceiptTest::Hand => None,
        };
        match found {
            Some(true) => ReceiptState::Good,
            _ if receipt.ticked.contains(&self.id) => ReceiptState::Ticked,
            Some(false) => ReceiptState::Bad,
            None => ReceiptState::Open,
        }
    }

    /// True when the rule would look at the same: a tick on what has been written anew says nothing any more.
    pub fn looks_at_same(&self, before: &Receipt, after: &Receipt) -> bool {
        let parts = |receipt: &Receipt| receipt.parts.iter().map(|part| part.amount_yen).sum::<Yen>();
        let entries = |receipt: &Receipt| receipt.parts.iter().map(|part| part.entry_id).collect::<BTreeSet<_>>();
        match self.test {
            ReceiptTest::Period => (before.dated_on, entries(before)) == (after.dated_on, entries(after)),
            ReceiptTest::Addressee => before.addressee == after.addressee,
            ReceiptTest::Purpose => before.purpose == after.purpose,
            ReceiptTest::Sum => (before.amount_yen, parts(before)) == (after.amount_yen, parts(after)),
            ReceiptTest::Hand => true,
        }
    }

    fn is_empty_word(&self, purpose: &str) -> bool {
        let plain = purpose.trim_start_matches("但し").trim_start_matches("但").trim_start_matches(['お', '御']);
        let plain = plain.trim_end_matches("として");
        self.words.iter().any(|word| bare(word) == plain)
    }
}

impl Receipt {
    /// Σ of its parts that stand behind entries which stand.
    fn standing_yen(&self, standing: &HashMap<EntryId, RangeInclusive<NaiveDate>>) -> Yen {
        self.parts.iter().filter(|part| standing.contains_key(&part.entry_id)).map(|part| part.amount_yen).sum()
    }

    /// What part of it stands behind an entry.
    pub fn part_of(&self, entry: EntryId) -> Option<Yen> {
        self.parts.iter().find(|part| part.entry_id == entry).map(|part| part.amount_yen)
    }
}

/// Σ of what receipts prove of an entry.
pub fn proven_yen(receipts: &[Receipt], entry: EntryId) -> Yen {
    receipts.iter().filter_map(|receipt| receipt.part_of(entry)).sum()
}

/// Σ of what receipts prove, by entry.
pub fn proven(receipts: &[Receipt]) -> HashMap<EntryId, Yen> {
    let mut proven = HashMap::new();
    for part in receipts.iter().flat_map(|receipt| &receipt.parts) {
        *proven.entry(part.entry_id).or_default() += part.amount_yen;
    }
    proven
}

/// Expenses that stand, with what their receipts leave unproven: all of it where there is none, nothing where a paper is
/// at hand that was never written down.
pub fn unproven<'a>(books: &'a Books, receipts: &[Receipt]) -> impl Iterator<Item = (&'a Entry, Yen)> {
    let proven = proven(receipts);
    let left = move |entry: &'a Entry| {
        let proven = proven.get(&entry.id).copied().unwrap_or_default();
        let is_paper = proven == Yen(0) && entry.has_receipt;
        (entry, if is_paper { Yen(0) } else { entry.amount_yen - proven })
    };
    books.standing().filter(|entry| entry.kind == EntryKind::Expense).map(left).filter(|(_, left)| *left > Yen(0))
}

/// None for nothing written; else without gaps and in one width.
fn known(text: &str) -> Option<String> {
    let bare = bare(text);
    (!bare.is_empty()).then_some(bare)
}

fn bare(text: &str) -> String {
    text.nfkc().filter(|c| !c.is_whitespace()).collect()
}

/// 宛名 without 御中 and 様; 上様 is nobody's name.
fn bare_name(name: &str) -> &str {
    name.trim_end_matches("御中").trim_end_matches('様').trim_end_matches('殿')
}

#[cfg(test)]
mod tests;
