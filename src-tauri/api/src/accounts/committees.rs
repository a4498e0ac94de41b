//! 部会の帳面: what each 部会 holds, was given, paid and brings back, and its budget against what was paid for it.

use office::accounts::{BookShare, Books, Charge, FundId, PurseId, PurseKind, Share, ShareLine, Side};
use office::file::View;
use office::roster::{OrganisationId, OrganisationKind};
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::{EntryRow, Shown};
use crate::command::Command;
use crate::{Desk, Error, Result};

/// The 部会 of a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListCommittees {
    pub year: FiscalYear,
}

/// The 部会 with their books, the book of 事務局, and the whole, which is what they add up to.
#[derive(Debug, Serialize, TS)]
pub struct Committees {
    pub committees: Vec<CommitteeRow>,
    /// What lies in the books of all 部会.
    pub held_yen: Yen,
    pub secretariat_yen: Yen,
    pub all_yen: Yen,
}

/// One 部会: its own book, and what its budget has and what was paid for it from any purse.
#[derive(Debug, Serialize, TS)]
pub struct CommitteeRow {
    #[ts(type = "string")]
    pub id: OrganisationId,
    pub name: String,
    /// False for one that keeps no money of its own.
    pub has_purse: bool,
    pub opening_yen: Yen,
    pub income_yen: Yen,
    pub received_yen: Yen,
    pub expense_yen: Yen,
    pub given_yen: Yen,
    pub closing_yen: Yen,
    pub budget_yen: Yen,
    pub spent_yen: Yen,
    pub left_yen: Yen,
}

/// What the rows are made of.
struct Year {
    shown: Shown,
    books_of: Vec<BookShare<OrganisationId>>,
    shares: Vec<Share<OrganisationId>>,
    bodies: Vec<(OrganisationId, String)>,
}

impl Year {
    fn load(view: &View, year: FiscalYear) -> Result<Year> {
        let shown = Shown::load(view, year)?;
        let books = &shown.books;
        let charge = Charge::load(view, books)?;
        let (books_of, shares) = (books.committee_books(), books.by_committee(&charge));
        let is_used =
            |id| books_of.iter().any(|one| one.key == Some(id)) || shares.iter().any(|one| one.key == Some(id));
        let bodies = office::roster::store::organisations(view)?.into_iter();
        let is_shown = |kind: OrganisationKind, is_there: bool| kind == OrganisationKind::Committee && is_there;
        let bodies = bodies.filter(|body| is_shown(body.kind, body.dissolved_on.is_none()) || is_used(body.id));
        let bodies = bodies.map(|body| (body.id, body.name)).collect();
        Ok(Year { bodies, books_of, shares, shown })
    }

    fn row(&self, id: OrganisationId, name: &str) -> CommitteeRow {
        let book = self.books_of.iter().find(|one| one.key == Some(id));
        let share = self.shares.iter().find(|one| one.key == Some(id));
        let of_book = |of: fn(&BookShare<OrganisationId>) -> Yen| book.map_or(Yen(0), of);
        let (budget, spent) = share.map_or((Yen(0), Yen(0)), |one| (one.budget_yen(), one.total_yen(Side::Expense)));
        CommitteeRow {
            id,
            name: name.to_owned(),
            has_purse: self.shown.books.purses.iter().any(|purse| purse.committee_id == Some(id)),
            opening_yen: of_book(|one| one.opening_yen),
            income_yen: of_book(|one| one.income_yen),
            received_yen: of_book(|one| one.received_yen),
            expense_yen: of_book(|one| one.expense_yen),
            given_yen: of_book(|one| one.given_yen),
            closing_yen: of_book(BookShare::closing_yen),
            budget_yen: budget,
            spent_yen: spent,
            left_yen: budget - spent,
        }
    }
}

impl Command for ListCommittees {
    const NAME: &'static str = "accounts.list_committees";
    type Output = Committees;
    fn run(self, desk: &Desk) -> Result<Committees> {
        let year = desk.office()?.view(|view| Year::load(view, self.year))?;
        let secretariat = year.books_of.iter().find(|one| one.key.is_none());
        Ok(Committees {
            committees: year.bodies.iter().map(|(id, name)| year.row(*id, name)).collect(),
            held_yen: year.books_of.iter().filter(|one| one.key.is_some()).map(BookShare::closing_yen).sum(),
            secretariat_yen: secretariat.map_or(Yen(0), BookShare::closing_yen),
            all_yen: year.shown.books.carry_over_yen(),
        })
    }
}

/// The book of one 部会.
#[derive(Debug, Deserialize, TS)]
pub struct CommitteeById {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: OrganisationId,
}

/// The book of one 部会: its purses, its entries as seen from inside, and its budget line by line.
#[derive(Debug, Serialize, TS)]
pub struct CommitteeBook {
    pub row: CommitteeRow,
    pub purses: Vec<CommitteePurse>,
    /// What came from the other books is income here, what went there is expense.
    pub entries: Vec<EntryRow>,
    pub lines: Vec<CommitteeLine>,
}

/// A purse of the 部会 and what lies in it.
#[derive(Debug, Serialize, TS)]
pub struct CommitteePurse {
    #[ts(type = "string")]
    pub id: PurseId,
    pub name: String,
    #[ts(type = "string | null")]
    pub fund_id: Option<FundId>,
    pub closing_yen: Yen,
}

/// One item of the budget of a 部会 against what was paid for it, from its own purses and from others.
#[derive(Debug, Serialize, TS)]
pub struct CommitteeLine {
    pub item: String,
    pub budget_yen: Yen,
    pub spent_yen: Yen,
    pub left_yen: Yen,
}

impl Command for CommitteeById {
    const NAME: &'static str = "accounts.committee";
    type Output = CommitteeBook;
    fn run(self, desk: &Desk) -> Result<CommitteeBook> {
        let year = desk.office()?.view(|view| Year::load(view, self.year))?;
        let body = year.bodies.iter().find(|(id, _)| *id == self.id);
        let (id, name) = body.ok_or_else(|| Error::refused("roster.no_such_body"))?;
        let share = year.shares.iter().find(|one| one.key == Some(*id));
        let lines = share.into_iter().flat_map(|share| &share.lines).filter(|line| line.side == Side::Expense);
        let (row, lines) = (year.row(*id, name), lines.map(line).collect());
        let own = year.shown.of_committee(self.id);
        Ok(CommitteeBook {
            row,
            purses: purses(&own.books),
            entries: own.books.entries.iter().map(|entry| own.row(entry)).collect(),
            lines,
        })
    }
}

fn purses(own: &Books) -> Vec<CommitteePurse> {
    let kept = own.purses.iter().filter(|purse| purse.kind != PurseKind::Advance);
    let purse = kept.map(|purse| CommitteePurse {
        id: purse.id,
        name: purse.name.clone(),
        fund_id: purse.fund_id,
        closing_yen: own.closing_of(purse.id),
    });
    purse.collect()
}

fn line(line: &ShareLine) -> CommitteeLine {
    CommitteeLine {
        item: line.item.as_ref().map_or_else(String::new, |item| item.label().to_owned()),
        budget_yen: line.budget_yen,
        spent_yen: line.settled_yen,
        left_yen: line.budget_yen - line.settled_yen,
    }
}
