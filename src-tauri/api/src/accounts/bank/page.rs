//! 銀行の明細 of a year: each line with the entry that it is or may be, what only the book has, and whether the balances agree.

use chrono::NaiveDate;
use office::accounts::bank::{BankLine, Gap, PurseBook, gaps};
use office::accounts::{Books, Entry, EntryId, PurseId, PurseKind, store};
use office::file::View;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::super::draft::EntryDraft;
use super::proposal::Proposer;
use crate::command::Command;
use crate::{Desk, Error, Result, WireError};

/// The statement of a passbook in a year.
#[derive(Debug, Deserialize, TS)]
pub struct BankBook {
    pub year: FiscalYear,
    /// None is the first passbook.
    #[ts(type = "string | null")]
    pub purse_id: Option<PurseId>,
}

/// The statement of a passbook in a year.
#[derive(Debug, Serialize, TS)]
pub struct BankShown {
    pub purses: Vec<Passbook>,
    #[ts(type = "string | null")]
    pub purse_id: Option<PurseId>,
    /// Empty while nothing was read.
    pub from_label: String,
    pub to_label: String,
    /// Lines from the oldest to the newest.
    pub lines: Vec<LineShown>,
    /// Entries of these days that no line is.
    pub only_in_book: Vec<EntryBrief>,
    pub balance: Option<BankBalance>,
    /// The year is closed: lines may be looked at, nothing is recorded.
    pub is_closed: bool,
    #[ts(type = "number")]
    pub rules: usize,
}

/// 通帳
#[derive(Debug, Serialize, TS)]
pub struct Passbook {
    #[ts(type = "string")]
    pub id: PurseId,
    pub name: String,
}

/// One line of a statement.
#[derive(Debug, Serialize, TS)]
pub struct LineShown {
    #[ts(type = "string")]
    pub id: office::accounts::bank::BankLineId,
    pub on_label: String,
    pub words: String,
    pub memo: String,
    pub paid_in_yen: Option<Yen>,
    pub paid_out_yen: Option<Yen>,
    pub balance_yen: Option<Yen>,
    /// The balance does not follow from the line before.
    pub gap: Option<WireError>,
    /// The entries that it is; empty while it is none.
    pub entries: Vec<EntryBrief>,
    /// The entries that it may be.
    pub choices: Vec<EntryBrief>,
    /// What it would be recorded as.
    pub draft: EntryDraft,
    /// 支出　水道光熱費　水道料（見本市水道局）
    pub proposal: Proposal,
    /// True when it may be recorded as it is proposed.
    pub is_ready: bool,
}

/// A proposal in words; empty where nothing is remembered.
#[derive(Debug, Default, Serialize, TS)]
pub struct Proposal {
    pub item: String,
    pub description: String,
    pub counterparty: String,
    pub funding: String,
}

/// An entry beside a line.
#[derive(Debug, Clone, Serialize, TS)]
pub struct EntryBrief {
    #[ts(type = "string")]
    pub id: EntryId,
    pub on_label: String,
    pub description: String,
    pub counterparty: String,
    pub item: String,
    /// What it adds to the passbook.
    pub amount_yen: Yen,
}

/// The last balance that the bank wrote, beside the book.
#[derive(Debug, Serialize, TS)]
pub struct BankBalance {
    #[ts(type = "string")]
    pub on: NaiveDate,
    pub on_label: String,
    pub bank_yen: Yen,
    pub book_yen: Yen,
    pub difference_yen: Yen,
    /// True when this balance is written down for that day.
    pub is_stated: bool,
    /// The last day of the year, when it has come and is not that day: the balance may be written down for it too.
    #[ts(type = "string | null")]
    pub year_end: Option<NaiveDate>,
    pub year_end_label: String,
    pub is_stated_at_end: bool,
}

impl Command for BankBook {
    const NAME: &'static str = "bank.book";
    type Output = BankShown;
    fn run(self, desk: &Desk) -> Result<BankShown> {
        let edition = desk.edition(self.year)?;
        desk.office()?.view(|view| {
            let books = Books::load(view, self.year)?;
            let banks = || books.purses.iter().filter(|purse| purse.kind == PurseKind::Bank);
            let purse = self.purse_id.or_else(|| banks().next().map(|purse| purse.id));
            let mut shown = BankShown {
                purses: banks().map(|purse| Passbook { id: purse.id, name: purse.name.clone() }).collect(),
                purse_id: purse,
                from_label: String::new(),
                to_label: String::new(),
                lines: vec![],
                only_in_book: vec![],
                balance: None,
                is_closed: store::closed_year(view, self.year)?.is_some(),
                rules: store::bank_rules(view)?.len(),
            };
            let Some(purse) = purse else { return Ok(shown) };
            let both = PurseBook::load(view, purse, self.year, self.year)?;
            let page = Page { both: &both, proposer: Proposer::load(view, self.year, &books, &both.rules, &edition)? };
            let days: Vec<NaiveDate> = page.of_year().map(|(_, line)| line.said.dated_on).collect();
            if let (Some(from), Some(to)) = (days.first(), days.last()) {
                shown.from_label = paper::wareki::long(*from);
                shown.to_label = paper::wareki::long(*to);
                shown.only_in_book = page.only_in_book(*from, *to);
            }
            let gaps = gaps(&both.lines);
            shown.lines = page.of_year().map(|(at, line)| page.line(line, gap_at(&gaps, at), desk)).collect();
            shown.balance = page.balance(view, desk.today())?;
            Ok(shown)
        })
    }
}

fn gap_at(gaps: &[Gap], at: usize) -> Option<&Gap> {
    gaps.iter().find(|gap| gap.at == at)
}

/// What the page is made from.
pub(super) struct Page<'a> {
    pub both: &'a PurseBook,
    pub proposer: Proposer<'a>,
}

impl Page<'_> {
    fn of_year(&self) -> impl Iterator<Item = (usize, &BankLine)> {
        let year = self.proposer.books.year;
        self.both.lines.iter().enumerate().filter(move |(_, line)| year.contains(line.said.dated_on))
    }

    pub fn line(&self, line: &BankLine, gap: Option<&Gap>, desk: &Desk) -> LineShown {
        let (said, draft) = (&line.said, self.proposer.draft(line));
        let choices = self.both.matches.maybe.get(&line.id).map_or(&[][..], Vec::as_slice);
        let yen = said.amount_yen;
        LineShown {
            id: line.id,
            on_label: paper::wareki::short(said.dated_on),
            words: said.description.clone(),
            memo: said.memo.clone(),
            paid_in_yen: (yen > Yen(0)).then_some(yen),
            paid_out_yen: (yen < Yen(0)).then_some(-yen),
            balance_yen: said.balance_yen,
            gap: gap.map(|gap| told(gap, said.balance_yen, paper::wareki::long(said.dated_on)).into()),
            entries: self.both.entries_of(line.id).into_iter().map(|entry| self.brief(entry)).collect(),
            choices: choices.iter().filter_map(|id| self.both.entry(*id)).map(|entry| self.brief(entry)).collect(),
            is_ready: self.proposer.is_ready(line, &draft, desk),
            proposal: self.proposal(line, &draft),
            draft,
        }
    }

    fn proposal(&self, line: &BankLine, draft: &EntryDraft) -> Proposal {
        if office::accounts::bank::rule_for(self.proposer.rules, &line.said).is_none() {
            return Proposal::default();
        }
        let other = [draft.purse_id, draft.to_purse_id].into_iter().find(|id| *id != Some(line.purse_id));
        let item = match draft.kind {
            office::accounts::EntryKind::Transfer => self.proposer.purse(other.flatten()),
            _ => self.proposer.item(draft.item_id),
        };
        Proposal {
            item: item.to_owned(),
            description: draft.description.clone(),
            counterparty: draft.counterparty.clone(),
            funding: draft.grant_id.and_then(|id| self.proposer.grants.get(&id).cloned()).unwrap_or_default(),
        }
    }

    fn brief(&self, entry: &Entry) -> EntryBrief {
        EntryBrief {
            id: entry.id,
            on_label: paper::wareki::short(entry.entered_on),
            description: entry.description.clone(),
            counterparty: entry.counterparty.clone(),
            item: self.proposer.item_of(entry),
            amount_yen: entry.effect_on(self.both.purse),
        }
    }

    fn only_in_book(&self, from: NaiveDate, to: NaiveDate) -> Vec<EntryBrief> {
        let open = self.both.without_line().into_iter();
        open.filter(|entry| (from..=to).contains(&entry.entered_on)).map(|entry| self.brief(entry)).collect()
    }

    /// The last balance that the bank wrote in the year.
    fn balance(&self, view: &View, today: NaiveDate) -> office::Result<Option<BankBalance>> {
        let (books, purse) = (self.proposer.books, self.both.purse);
        let last = self.of_year().filter_map(|(_, line)| Some((line.said.dated_on, line.said.balance_yen?))).last();
        let Some((on, bank_yen)) = last else { return Ok(None) };
        let stated = store::stated_balances(view, books.year.first_day(), books.year.last_day())?;
        let is_stated =
            |day| stated.iter().any(|one| one.purse_id == purse && one.stated_on == day && one.amount_yen == bank_yen);
        let (book_yen, end) = (books.balance_on(purse, on), books.year.last_day());
        Ok(Some(BankBalance {
            on,
            on_label: paper::wareki::long(on),
            bank_yen,
            book_yen,
            difference_yen: bank_yen - book_yen,
            is_stated: is_stated(on),
            year_end: (on < end && end <= today).then_some(end),
            year_end_label: paper::wareki::long(end),
            is_stated_at_end: is_stated(end),
        }))
    }
}

/// A gap in words, where the file that brought the lines is no longer at hand.
fn told(gap: &Gap, written: Option<Yen>, day: String) -> Error {
    let plain = |yen: Yen| paper::Value::Yen(yen.0).shown(paper::Negative::White);
    let error = Error::refused("bank.gap_kept").with("day", day).with("expected", plain(gap.expected_yen));
    error.with("written", plain(written.unwrap_or_default()))
}
