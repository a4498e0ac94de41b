//! 出納帳の取り込み計画: lines become entries, entries find those that are there already.

use std::collections::{BTreeSet, HashMap};

use super::audited;
use super::balance::{BalanceSlip, slips};
use super::differ::{Stored, receipt_words};
use super::doubt::Doubts;
use super::draft::{self, BookDraft, EntryDraft, Funding};
use super::funds::Charts;
use super::line::{BookLine, Spot, Transfer};
use super::marks::is_grant;
use super::matching;
use super::openings::openings;
use super::order::by_day;
use super::statement::BookPaper;
use super::transfers::{adopt, pair};
use crate::accounts::{Audit, Books, EntryKind, GENERAL, GrantId, Side};
use crate::calendar::FiscalYear;
use crate::intake::columns::Kind;
use crate::intake::layout::Place;
use crate::intake::plan::{Issue, Plan, ShownCell};
use crate::intake::told::{Cells, note, shown};

/// What the office file knows.
#[derive(Debug, Clone, Copy)]
pub struct KnownBooks<'a> {
    /// The books of the year.
    pub books: &'a Books,
    /// The grants of the year by name.
    pub grants: &'a [(GrantId, String)],
    /// The audits of the year.
    pub audits: &'a [Audit],
}

impl BookPaper {
    /// Compares with the books of that year.
    pub fn plan(self, known: KnownBooks) -> Plan<BookDraft> {
        let BookPaper { year, mut rows, mut plan, has_receipts } = self;
        adopt(&mut rows.lines);
        plan.issues.extend(rows.issues);
        let openings = openings(&rows.openings, &rows.lines, known, &mut plan.issues);
        plan.issues.extend(slips(&rows.lines, &openings).iter().map(|slip| slip_issue(slip, &rows.lines[slip.line])));
        let partner = pair(&rows.lines);
        plan.issues.extend(alone(&rows.lines, &partner, &rows.purses));
        let drafts = drafts(year, &rows.lines, &partner, known);
        plan.notes.extend(notes(&drafts, known.books, has_receipts));
        let stored = Stored::new(known);
        let opening = |name: &String| openings.get(name).copied();
        let fund = |name: &String| rows.funds.get(name).cloned().unwrap_or_default();
        let purse = |(name, spot): (&String, &Spot)| stored.purse(year, (name, fund(name)), opening(name), spot);
        plan.rows = rows.purses.iter().filter_map(|name| rows.first.get_key_value(name)).map(purse).collect();
        let doubts = Doubts::new(&drafts, known.books);
        plan.rows.extend(drafts.into_iter().map(|draft| stored.planned(draft, &doubts)));
        audited::leave_out(&mut plan, known.audits);
        plan
    }
}

/// Entries in the order of the books, each with its place within its day.
fn drafts(year: FiscalYear, lines: &[BookLine], partner: &[Option<usize>], known: KnownBooks) -> Vec<EntryDraft> {
    let charts = Charts::new(&known.books.items);
    let grants = grant_names(known);
    let purses: Vec<String> = purse_names(lines, known.books);
    let one = |at: usize| match lines[at].is_transfer() {
        true => draft::transfer(&lines[at], partner[at].map(|other| &lines[other]), &purses),
        false => draft::entry(&lines[at], &charts, &grants),
    };
    let mut drafts: Vec<EntryDraft> = by_day(lines, partner).into_iter().map(one).collect();
    let found = matching::find(&drafts, known.books);
    let mut of_day = HashMap::new();
    for (draft, known) in drafts.iter_mut().zip(found) {
        let position = of_day.entry(draft.on).or_insert(0);
        *position += 1;
        (draft.year, draft.known, draft.position) = (year, known, *position);
    }
    drafts
}

/// The grants of the year, and income items that are grants by their names.
fn grant_names(known: KnownBooks) -> Vec<String> {
    let mut names: Vec<String> = known.grants.iter().map(|(_, name)| name.clone()).collect();
    let items = known.books.items.iter().filter(|item| item.side == Side::Income && is_grant(item.label()));
    for item in items {
        if !names.iter().any(|name| name == item.label()) {
            names.push(item.label().to_owned());
        }
    }
    names
}

fn purse_names(lines: &[BookLine], books: &Books) -> Vec<String> {
    let mut names: Vec<String> = lines.iter().map(|line| line.purse.clone()).collect();
    names.extend(books.purses.iter().map(|purse| purse.name.clone()));
    names.sort_unstable();
    names.dedup();
    names
}

fn slip_issue(slip: &BalanceSlip, line: &BookLine) -> Issue {
    let code = match slip.more {
        0 => Issue::at(line.balance_place(), "accounts.balance_differs"),
        more => Issue::at(line.balance_place(), "accounts.balance_differs_often").with("more", more),
    };
    let issue = code.with("purse", &line.purse);
    let issue = issue.with("written", shown(&slip.written)).with("computed", shown(&slip.computed));
    issue.with("difference", shown(&(slip.written - slip.computed)))
}

/// Transfers that only one of two given books shows.
fn alone(lines: &[BookLine], partner: &[Option<usize>], purses: &[String]) -> Vec<Issue> {
    let lonely = lines.iter().zip(partner).filter(|(line, partner)| line.is_transfer() && partner.is_none());
    let told = lonely.map(|(line, _)| (line, draft::other_purse(line, purses)));
    let is_one_book = |sheet: &str, other: &str| lines.iter().any(|l| l.spot.sheet == sheet && l.purse == other);
    let is_told_once = |line: &BookLine, other: &str| {
        matches!(line.transfer, Transfer::With(_)) && is_one_book(&line.spot.sheet, other)
    };
    let told = told.filter(|(line, other)| purses.contains(other) && !is_told_once(line, other));
    told.map(|(line, other)| {
        let issue =
            Issue::at(line.place(), "accounts.transfer_one_sided").with("purse", &line.purse).with("other", other);
        issue.with("amount", shown(&line.amount))
    })
    .collect()
}

/// What is worth a word about the book as a whole.
fn notes(drafts: &[EntryDraft], books: &Books, has_receipts: bool) -> Vec<String> {
    let charts = Charts::new(&books.items);
    let mut items: Vec<&str> = Vec::new();
    for (fund, item) in drafts.iter().filter_map(|draft| Some((&draft.fund, draft.item.as_ref()?))) {
        if charts.of(fund).find(item).is_none() && !items.contains(&item.label()) {
            items.push(item.label());
        }
    }
    let made =
        (!items.is_empty() && !books.items.is_empty()).then(|| note("accounts.items_made", "items", items.join("、")));
    let spent = drafts.iter().filter(|draft| draft.kind == EntryKind::Expense).count();
    let unknown = (!has_receipts && spent > 0).then(|| note("accounts.receipts_unknown", "count", spent));
    [funds_made(drafts, books), made, unknown].into_iter().flatten().collect()
}

/// The 会計 that are not there yet, beside those that are.
fn funds_made(drafts: &[EntryDraft], books: &Books) -> Option<String> {
    let made: BTreeSet<&str> = drafts.iter().filter_map(|draft| draft.fund.unknown()).collect();
    let known = [GENERAL].into_iter().chain(books.funds.iter().map(|fund| fund.name.as_str()));
    let list = |names: Vec<&str>| names.join("、");
    let params = [("funds", list(made.iter().copied().collect())), ("known", list(known.collect()))];
    (!made.is_empty()).then(|| crate::words::error("accounts.funds_made", &params.into()).title)
}

impl BookLine {
    /// The row.
    pub fn place(&self) -> Place {
        Place { sheet: self.spot.sheet.clone(), cell: format!("A{}", self.spot.row) }
    }

    /// The cell of the balance.
    fn balance_place(&self) -> Place {
        let letters = self.balance.map_or_else(|| "A".to_owned(), |(_, col)| paper::column_letters(col));
        Place { sheet: self.spot.sheet.clone(), cell: format!("{letters}{}", self.spot.row) }
    }
}

/// A draft in words, for the list.
pub fn show(draft: &BookDraft) -> (String, Vec<ShownCell>) {
    let mut cells = Cells::new(Kind::CashBook);
    match draft {
        BookDraft::Purse(purse) => {
            cells.add("purse", &purse.name);
            cells.add("balance", &shown(&purse.opening));
            (format!("前年度繰越（{}）", purse.name), cells.done())
        }
        BookDraft::Entry(entry) => {
            show_entry(entry, &mut cells);
            (entry.description.clone(), cells.done())
        }
    }
}

fn show_entry(draft: &EntryDraft, cells: &mut Cells) {
    cells.add("date", &paper::wareki::short(draft.on));
    cells.add("side", kind_words(draft.kind));
    let to = draft.to_purse.as_ref().map(|to| format!("→{to}")).unwrap_or_default();
    cells.add("purse", &format!("{}{to}", draft.purse));
    cells.add("fund", draft.fund.shown());
    cells.add("item", &draft.item.as_ref().map(|item| item.shown()).unwrap_or_default());
    cells.add("counterparty", &draft.counterparty);
    cells.add("amount", &shown(&draft.amount));
    cells.add("voucher", &draft.voucher_no.map(|no| no.to_string()).unwrap_or_default());
    cells.add("funding", draft.funding.as_ref().map(Funding::shown).unwrap_or_default());
    cells.add("eligibility", draft.eligibility.map(|verdict| verdict.label()).unwrap_or_default());
    cells.add("receipt", draft.has_receipt.map(receipt_words).unwrap_or_default());
}

fn kind_words(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Income => "収入",
        EntryKind::Expense => "支出",
        EntryKind::Transfer => "振替",
    }
}
