//! 締めのようす: what is still to be done before a year is closed, and what its closing left.

use chrono::NaiveDate;
use office::accounts::bank::{BankLine, PurseBook};
use office::accounts::{
    Books, ClosedYear, Entry, Finding, Opening, PurseId, PurseKind, Receipt, StatedBalance, closing_findings, store,
};
use office::calendar::BookMonth;
use office::file::View;
use office::grants::known;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::receipts::Kept;
use crate::command::Command;
use crate::{Desk, Error, Result, WireError, labels};

/// How far a year is on its way to being closed.
#[derive(Debug, Deserialize, TS)]
pub struct YearState {
    pub year: FiscalYear,
}

/// The state of a year.
#[derive(Debug, Serialize, TS)]
pub struct Closing {
    pub closed: Option<Closed>,
    pub reopenings: Vec<Reopened>,
    pub findings: Vec<Found>,
    pub purses: Vec<PurseAtEnd>,
    pub months: Vec<Month>,
    pub carry_over_yen: Yen,
    /// 令和8年3月31日
    pub last_day_label: String,
    /// 令和8年度
    pub next_year_label: String,
}

/// A closed year.
#[derive(Debug, Serialize, TS)]
pub struct Closed {
    pub on_label: String,
    pub by: String,
    pub carry_over_yen: Yen,
    /// First eight characters of the hash over the books, as printed.
    pub mark: String,
    /// The books still say what they said when the year was closed.
    pub is_intact: bool,
}

/// The mark of a reopening.
#[derive(Debug, Serialize, TS)]
pub struct Reopened {
    pub on_label: String,
    pub chair: String,
    pub auditor: String,
    pub reason: String,
}

/// Something to be looked at.
#[derive(Debug, Serialize, TS)]
pub struct Found {
    pub told: WireError,
    pub is_in_the_way: bool,
    /// The page where it is put right; none is the page of closing itself.
    pub place: Option<&'static str>,
}

/// Book and passbook of one purse on the year's last day.
#[derive(Debug, Serialize, TS)]
pub struct PurseAtEnd {
    #[ts(type = "string")]
    pub id: PurseId,
    pub name: String,
    pub is_cash: bool,
    pub book_yen: Yen,
    pub stated_yen: Option<Yen>,
    pub difference_yen: Option<Yen>,
    /// What is carried over: the balance after 出納整理.
    pub carried_yen: Yen,
    /// What the next year begins with, where it has begun.
    pub next_opening_yen: Option<Yen>,
}

/// One month of the year.
#[derive(Debug, Serialize, TS)]
pub struct Month {
    /// `2025-04-01`
    #[ts(type = "string")]
    pub first: NaiveDate,
    pub label: String,
    pub is_locked: bool,
    #[ts(type = "number")]
    pub entries: usize,
    /// How many of them nobody has approved, where the council asks for it; in a closed year nobody may any more.
    #[ts(type = "number")]
    pub unapproved: usize,
}

impl Command for YearState {
    const NAME: &'static str = "accounts.year_state";
    type Output = Closing;
    fn run(self, desk: &Desk) -> Result<Closing> {
        let year = self.year;
        let receipts = receipts_found(&Kept::load(desk, year)?);
        let edition = desk.edition(year)?;
        desk.office()?.view(|view| {
            let books = Books::load(view, year)?;
            let stated = store::stated_balances(view, year.first_day(), year.last_day())?;
            let next = store::openings(view, year.next())?;
            let (locked, ended) = (store::locked_months(view)?, store::closed_year(view, year)?);
            let reopened = store::reopenings(view, year)?.into_iter().map(|mark| Reopened {
                on_label: labels::long_day(Some(mark.reopened_on)),
                chair: mark.chair,
                auditor: mark.auditor,
                reason: mark.reason,
            });
            let found = closing_findings(view, year, desk.today())?.into_iter();
            let rules_of = |year| edition.grants_in(year);
            let of_grants = known(view, year, &rules_of, None)?.with_left(view, &rules_of)?.findings();
            Ok(Closing {
                months: months(&books, &locked, ended.is_none()),
                closed: ended.map(|one| closed(one, &books)),
                reopenings: reopened.collect(),
                findings: found
                    .chain(of_grants)
                    .chain(lines_open(view, &books)?)
                    .chain(receipts)
                    .map(Found::from)
                    .collect(),
                purses: purses(&books, &stated, &next),
                carry_over_yen: books.carry_over_yen(),
                last_day_label: labels::long_day(Some(year.last_day())),
                next_year_label: year.next().label(),
            })
        })
    }
}

/// Receipts whose picture is lost or damaged, and how many nobody has looked at to the end.
fn receipts_found(kept: &Kept) -> Vec<Finding> {
    let to_judge = |error: Error| Finding { error, is_in_the_way: false };
    let broken = kept.receipts.iter().filter(|receipt| kept.is_broken(receipt)).map(|receipt| {
        let told = Error::refused("accounts.receipt_broken").with("number", receipt.number);
        to_judge(told.with("issuer", &receipt.issuer))
    });
    let mut found: Vec<Finding> = broken.collect();
    let is_open = |receipt: &&Receipt| kept.checks(receipt).iter().any(|check| !check.state.is_done());
    let open = kept.receipts.iter().filter(is_open).count();
    if open > 0 {
        found.push(to_judge(Error::refused("accounts.receipts_unfinished").with("count", open)));
    }
    found
}

/// Passbooks whose statement has lines that no entry is.
fn lines_open(view: &View, books: &Books) -> office::Result<Vec<Finding>> {
    let mut found = Vec::new();
    let (from, to) = (books.year.first_day(), books.year.last_day());
    for purse in &books.purses {
        if store::bank_lines(view, purse.id, from, to)?.is_empty() {
            continue;
        }
        let both = PurseBook::load(view, purse.id, books.year, books.year)?;
        let is_open = |line: &&BankLine| books.year.contains(line.said.dated_on) && both.entries_of(line.id).is_empty();
        let count = both.lines.iter().filter(is_open).count();
        if count > 0 {
            let error = Error::refused("bank.lines_open").with("purse", &purse.name).with("count", count);
            found.push(Finding { error, is_in_the_way: false });
        }
    }
    Ok(found)
}

impl From<Finding> for Found {
    fn from(one: Finding) -> Found {
        let place = match one.error.code {
            "accounts.carry_over_item_missing" => Some("accounts/items"),
            "accounts.entries_without_item" | "accounts.crossing_entries" | "grants.never_came" => Some("accounts"),
            "accounts.purse_was_short" => Some("accounts"),
            "grants.charged_without_activity" | "grants.income_without_activity" => Some("accounts"),
            "accounts.opening_not_carried" => Some("accounts/purses"),
            "accounts.item_over_budget" => Some("accounts/budget"),
            "accounts.receipt_broken" | "accounts.receipts_unfinished" => Some("accounts/receipts"),
            "accounts.receipts_missing" | "grants.without_receipt" => Some("accounts?missing=receipt"),
            "accounts.verdicts_open" => Some("accounts?missing=verdict"),
            "grants.charged_over" | "grants.charged_undecided" | "grants.others_unused" | "grants.refund_unbooked" => {
                Some("grants")
            }
            "grants.reserve_expired" | "grants.reserve_expires_next" => Some("grants"),
            "grants.own_funds_short" => Some("accounts"),
            "accounts.unapproved" => Some("accounts/approvals"),
            "accounts.findings_open" => Some("accounts/audit"),
            "bank.lines_open" => Some("accounts/bank"),
            "accounts.advance_open" => Some("accounts/advances"),
            _ => None,
        };
        Found { told: WireError::from(one.error), is_in_the_way: one.is_in_the_way, place }
    }
}

fn closed(one: ClosedYear, books: &Books) -> Closed {
    Closed {
        mark: one.mark(),
        is_intact: one.ledger_hash == books.ledger_hash(),
        on_label: labels::long_day(Some(one.closed_on)),
        by: one.closed_by,
        carry_over_yen: one.carry_over_yen,
    }
}

fn purses(books: &Books, stated: &[StatedBalance], next: &[Opening]) -> Vec<PurseAtEnd> {
    let day = books.year.last_day();
    let at_end = |purse: &office::accounts::Purse| {
        let book_yen = books.balance_on(purse.id, day);
        let difference_yen = books.difference_on(stated, purse.id, day);
        PurseAtEnd {
            id: purse.id,
            name: purse.name.clone(),
            is_cash: purse.kind == PurseKind::Cash,
            book_yen,
            stated_yen: difference_yen.map(|difference| book_yen - difference),
            difference_yen,
            carried_yen: books.closing_of(purse.id),
            next_opening_yen: next.iter().find(|begun| begun.purse_id == purse.id).map(|begun| begun.amount_yen),
        }
    };
    books.purses.iter().filter(|purse| purse.kind != PurseKind::Advance).map(at_end).collect()
}

fn months(books: &Books, locked: &[String], is_open: bool) -> Vec<Month> {
    let waiting: Vec<&Entry> = books.unapproved().map(|(entry, _)| entry).filter(|_| is_open).collect();
    let month = |month: BookMonth| {
        let is_in = |entry: &&Entry| BookMonth::of(entry.entered_on) == month;
        Month {
            first: month.first_day(),
            label: month.label(),
            is_locked: locked.contains(&month.key()),
            entries: books.entries.iter().chain(&books.crossing).filter(is_in).count(),
            unapproved: waiting.iter().copied().filter(is_in).count(),
        }
    };
    books.year.months().map(month).collect()
}
