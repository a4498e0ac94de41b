//! 領収書 of a year: what is there, what is lacking, and one of them with its checks.

use std::collections::{BTreeMap, HashMap};

use office::accounts::{
    Against, Books, Eligibility, Entry, EntryId, EntryKind, Receipt, ReceiptId, ReceiptKind, ReceiptPart, ReceiptState,
    proven, proven_yen, store, unproven,
};
use office::attachments::{self, Attachment, Owner};
use office::file::View;
use office::profile::Edition;
use office::{FiscalYear, Yen, council};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::Shown;
use crate::command::Command;
use crate::{Desk, Error, Result};

/// The receipts of a year and what is lacking.
#[derive(Debug, Deserialize, TS)]
pub struct ListReceipts {
    pub year: FiscalYear,
}

/// The receipts of a year and what is lacking.
#[derive(Debug, Serialize, TS)]
pub struct Receipts {
    pub receipts: Vec<ReceiptRow>,
    /// Expenses that no receipt proves, or not wholly.
    pub unproven: Vec<Unproven>,
    /// 紙であり: expenses whose receipt is at hand and was never written down.
    #[ts(type = "number")]
    pub on_paper: usize,
}

/// One receipt in a list.
#[derive(Debug, Serialize, TS)]
pub struct ReceiptRow {
    #[ts(type = "string")]
    pub id: ReceiptId,
    #[ts(type = "number")]
    pub number: i64,
    pub kind: ReceiptKind,
    pub on: String,
    pub on_label: String,
    pub issuer: String,
    pub purpose: String,
    pub amount_yen: Yen,
    /// 摘要 of its entries.
    pub entries: Vec<String>,
    /// 科目 of its entries, each once.
    pub items: Vec<String>,
    /// How many pictures it has.
    #[ts(type = "number")]
    pub pictures: usize,
    /// 証憑が壊れています: a picture is lost or damaged.
    pub is_broken: bool,
    /// Checks that are not done, in words.
    pub lacking: Vec<String>,
}

/// An expense that is not wholly proven.
#[derive(Debug, Serialize, TS)]
pub struct Unproven {
    #[ts(type = "string")]
    pub entry_id: EntryId,
    pub on_label: String,
    pub description: String,
    pub item: String,
    pub amount_yen: Yen,
    /// What is not proven yet; the whole amount where there is no receipt.
    pub left_yen: Yen,
}

/// One check of a receipt.
#[derive(Debug, Serialize, TS)]
pub struct ReceiptCheck {
    pub id: String,
    pub title: String,
    pub hint: String,
    pub source: String,
    pub is_verified: bool,
    pub state: ReceiptState,
}

/// Everything from which receipts of a year are shown.
pub(super) struct Kept {
    pub shown: Shown,
    pub receipts: Vec<Receipt>,
    pub council: String,
    pictures: BTreeMap<String, Vec<(Attachment, bool)>>,
    edition: std::sync::Arc<Edition>,
    against: Against,
    /// Where an entry stands in the books.
    places: HashMap<EntryId, usize>,
}

impl Kept {
    pub fn load(desk: &Desk, year: FiscalYear) -> Result<Kept> {
        let (edition, office) = (desk.edition(year)?, desk.office()?);
        let (shown, receipts, council, papers, grants) = office.view(|view| {
            let receipts = store::receipts(view, year)?;
            let papers = papers(view, &receipts)?;
            let grants = office::grants::store::grants(view, year)?;
            Ok((Shown::load(view, year)?, receipts, council::read(view)?.name, papers, grants))
        })?;
        let in_place = office.contents_in_place(papers.iter().map(|paper| (paper.content_id.as_str(), paper.bytes)))?;
        let mut pictures: BTreeMap<String, Vec<(Attachment, bool)>> = BTreeMap::new();
        for (paper, is_in_place) in papers.into_iter().zip(in_place) {
            pictures.entry(paper.owner_id.clone()).or_default().push((paper, is_in_place));
        }
        let places = shown.books.entries.iter().enumerate().map(|(place, entry)| (entry.id, place)).collect();
        let days_of = |entry: &Entry| {
            // Of what is 対象外 no grant pays anything, so none asks when it was paid.
            let is_paid = entry.eligibility != Some(Eligibility::Ineligible);
            let grant = grants.iter().find(|grant| is_paid && Some(grant.id) == entry.grant_id);
            let ruled = grant.and_then(|grant| Some(edition.grant_rules(&grant.name)?.receipt_days(entry, grant)));
            ruled.unwrap_or_else(|| entry.receipt_days())
        };
        let against = Against::new(&council, &shown.books, days_of);
        Ok(Kept { shown, receipts, council, pictures, edition, against, places })
    }

    pub fn books(&self) -> &Books {
        &self.shown.books
    }

    fn entry(&self, part: &ReceiptPart) -> Option<&Entry> {
        self.books().entries.get(*self.places.get(&part.entry_id)?)
    }

    fn entries<'a>(&'a self, receipt: &'a Receipt) -> impl Iterator<Item = &'a Entry> {
        receipt.parts.iter().filter_map(move |part| self.entry(part))
    }

    /// The checks of a receipt, as the grants that pay from it ask.
    pub fn checks(&self, receipt: &Receipt) -> Vec<ReceiptCheck> {
        let name = |entry: &Entry| entry.grant_id.and_then(|id| self.shown.grants.get(&id)).map(String::as_str);
        let grants: Vec<Option<&str>> = self.entries(receipt).map(name).collect();
        let rules = self.edition.receipt_rules(&grants).into_iter().filter(|rule| rule.is_asked_of(receipt.kind));
        let check = |rule: &office::accounts::ReceiptRule| ReceiptCheck {
            id: rule.id.clone(),
            title: rule.title.clone(),
            hint: rule.hint.clone(),
            source: rule.source.clone(),
            is_verified: rule.is_verified,
            state: rule.check(receipt, &self.against),
        };
        rules.map(check).collect()
    }

    pub fn is_broken(&self, receipt: &Receipt) -> bool {
        self.pictures_of(receipt).iter().any(|(_, is_in_place)| !is_in_place)
    }

    /// Its pictures, each with whether its bytes are in place.
    pub fn pictures_of(&self, receipt: &Receipt) -> &[(Attachment, bool)] {
        self.pictures.get(&receipt.id.to_string()).map_or(&[], Vec::as_slice)
    }

    /// 科目 of its entries, each once.
    pub fn items(&self, receipt: &Receipt) -> Vec<String> {
        let mut items: Vec<String> = Vec::new();
        for item in self.entries(receipt).filter_map(|entry| self.shown.item(entry)) {
            if !items.iter().any(|one| one == item.label()) {
                items.push(item.label().to_owned());
            }
        }
        items
    }

    fn row(&self, receipt: &Receipt) -> ReceiptRow {
        let open = self.checks(receipt).into_iter().filter(|check| !check.state.is_done());
        ReceiptRow {
            id: receipt.id,
            number: receipt.number,
            kind: receipt.kind,
            on: receipt.dated_on.map(|day| day.to_string()).unwrap_or_default(),
            on_label: receipt.dated_on.map(paper::wareki::short).unwrap_or_default(),
            issuer: receipt.issuer.clone(),
            purpose: receipt.purpose.clone(),
            amount_yen: receipt.amount_yen,
            entries: self.entries(receipt).map(|entry| entry.description.clone()).collect(),
            items: self.items(receipt),
            pictures: self.pictures_of(receipt).len(),
            is_broken: self.is_broken(receipt),
            lacking: open.map(|check| check.title).collect(),
        }
    }

    fn unproven(&self) -> Vec<Unproven> {
        let told = |(entry, left_yen): (&Entry, Yen)| Unproven {
            entry_id: entry.id,
            on_label: paper::wareki::short(entry.entered_on),
            description: entry.description.clone(),
            item: self.shown.item(entry).map_or("", |item| item.label()).to_owned(),
            amount_yen: entry.amount_yen,
            left_yen,
        };
        unproven(self.books(), &self.receipts).map(told).collect()
    }
}

fn papers(view: &View, receipts: &[Receipt]) -> office::Result<Vec<Attachment>> {
    let mut all = Vec::new();
    for receipt in receipts {
        all.extend(attachments::of(view, Owner::Receipt, &receipt.id.to_string())?);
    }
    Ok(all)
}

impl Command for ListReceipts {
    const NAME: &'static str = "accounts.list_receipts";
    type Output = Receipts;
    fn run(self, desk: &Desk) -> Result<Receipts> {
        let kept = Kept::load(desk, self.year)?;
        let proven = proven(&kept.receipts);
        let is_paper = |e: &&Entry| e.kind == EntryKind::Expense && e.has_receipt && !proven.contains_key(&e.id);
        Ok(Receipts {
            receipts: kept.receipts.iter().map(|receipt| kept.row(receipt)).collect(),
            unproven: kept.unproven(),
            on_paper: kept.books().standing().filter(is_paper).count(),
        })
    }
}

/// The receipts behind an entry.
#[derive(Debug, Deserialize, TS)]
pub struct ReceiptsOf {
    #[ts(type = "string")]
    pub entry_id: EntryId,
}

/// The receipts behind an entry.
#[derive(Debug, Serialize, TS)]
pub struct EntryReceipts {
    pub receipts: Vec<ReceiptRow>,
    /// What they leave unproven.
    pub left_yen: Yen,
}

impl Command for ReceiptsOf {
    const NAME: &'static str = "accounts.receipts_of";
    type Output = EntryReceipts;
    fn run(self, desk: &Desk) -> Result<EntryReceipts> {
        let missing = || Error::refused("accounts.no_such_entry");
        let entry = desk.office()?.view(|view| store::find_entry(view, self.entry_id))?.ok_or_else(missing)?;
        let kept = Kept::load(desk, entry.fiscal_year)?;
        let own = kept.receipts.iter().filter(|receipt| receipt.part_of(entry.id).is_some());
        Ok(EntryReceipts {
            receipts: own.map(|receipt| kept.row(receipt)).collect(),
            left_yen: entry.amount_yen - proven_yen(&kept.receipts, entry.id),
        })
    }
}
