//! 前の年度: the grants of earlier years as they were settled, and what of them is still there. Each year is read once, however
//! often it is asked about.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::{Known, books_of, refunds};
use crate::Result;
use crate::accounts::{Books, GrantId};
use crate::calendar::FiscalYear;
use crate::grants::sources::{gone_yen, rest_rule};
use crate::grants::store::{self, CameLater, Repaid};
use crate::grants::{CarriedOver, Grant, GrantFigures, GrantRules, GrantStep, Left, PaymentMode, RuleBook, RulesOf};
use crate::money::Yen;

/// Years that were asked about.
pub(super) struct Years<'a> {
    conn: &'a Connection,
    rules_of: RulesOf<'a>,
    /// 精算払: what came in later years than those of the grants.
    pub later: Vec<CameLater>,
    rules: RefCell<BTreeMap<FiscalYear, Rc<RuleBook>>>,
    read: RefCell<BTreeMap<FiscalYear, Rc<Read>>>,
}

impl Known {
    /// The same with what is still there of the grants of earlier years, however long ago, and what went back to the city.
    pub fn with_left(mut self, conn: &Connection, rules_of: RulesOf) -> Result<Known> {
        let (year, years, repaid) = (self.books.year, Years::new(conn, rules_of)?, store::repaid(conn)?);
        let mut earlier = store::all_grants(conn)?;
        earlier.retain(|grant| grant.fiscal_year < year);
        earlier.sort_by_key(|grant| grant.fiscal_year);
        let left = earlier.into_iter().map(|grant| years.left(grant, year, &repaid));
        self.left = left.filter_map(Result::transpose).collect::<Result<_>>()?;
        self.given_back = repaid.into_iter().map(|one| (one.entry_id, one.grant_id)).collect();
        Ok(self)
    }
}

/// All that was entered of a year.
struct Read {
    books: Books,
    steps: Vec<GrantStep>,
}

impl<'a> Years<'a> {
    pub fn new(conn: &'a Connection, rules_of: RulesOf<'a>) -> Result<Years<'a>> {
        let later = store::came_later(conn)?;
        Ok(Years { conn, rules_of, later, rules: RefCell::default(), read: RefCell::default() })
    }

    /// What came of a grant after its year was over.
    pub fn later_yen(&self, grant: &Grant, counts: impl Fn(&CameLater) -> bool) -> Yen {
        self.later.iter().filter(|one| one.grant_id == grant.id && counts(one)).map(|one| one.amount_yen).sum()
    }

    /// The books without the money of earlier grants: to those of their year it is no other grant's.
    pub fn own<'b>(&self, books: &'b Books) -> Cow<'b, Books> {
        let is_late = |grant: GrantId| self.later.iter().any(|one| one.year == books.year && one.grant_id == grant);
        if !books.entries.iter().filter_map(|entry| entry.grant_id).any(is_late) {
            return Cow::Borrowed(books);
        }
        let mut own = books.clone();
        own.entries.retain(|entry| !entry.grant_id.is_some_and(is_late));
        Cow::Owned(own)
    }

    /// What the year before left of the grant of the same name, where its rules let it stay. The year before is reckoned with
    /// what came over to it, and so on back to the first one.
    pub fn carried_over(&self, grant: &Grant) -> Result<Option<CarriedOver>> {
        let Some(before) = self.named(grant.fiscal_year.previous(), &grant.name)? else { return Ok(None) };
        let stays = self.rules(before.fiscal_year)?.of(&before.name).is_some_and(|rules| rules.carry_over().stays());
        if stays { Ok(self.settled(&before, grant.fiscal_year)?.carried_on()) } else { Ok(None) }
    }

    /// What is still there of a grant when a later year begins: what has not gone back by then, and what stays and no grant of
    /// the same name took over; below zero what had still to come.
    pub fn left(&self, grant: Grant, begins: FiscalYear, repaid: &[Repaid]) -> Result<Option<Left>> {
        let (heir, book) = (grant.fiscal_year.next(), self.rules(grant.fiscal_year)?);
        let (has_heir, rules) = (self.named(heir, &grant.name)?.is_some(), book.of(&grant.name));
        let read = self.of(grant.fiscal_year)?;
        let is_endless = |rules: &GrantRules| rules.carry_over().stays() && rules.reserve_years.is_none();
        let comes_later = rules.and_then(|rules| rules.payment).is_some_and(PaymentMode::is_after_the_work)
            || self.later.iter().any(|one| one.grant_id == grant.id);
        let goes_back = read.steps.iter().any(|step| step.grant_id == grant.id && step.is_done_refund());
        if has_heir && rules.is_some_and(is_endless) && !comes_later && !goes_back {
            return Ok(None);
        }
        let figures = self.settled(&grant, begins)?;
        let handed = if has_heir { self.settled(&grant, heir)?.kept_yen() } else { Yen(0) };
        let is_gone =
            |step: &GrantStep| repaid.iter().any(|one| step.entry_id == Some(one.entry_id) && one.year < begins);
        let whole = figures.refund_yen() + figures.kept_yen() - handed;
        let awaited = if comes_later { figures.additional_yen() } else { Yen(0) };
        let amount_yen = whole - gone_yen(grant.id, &read.steps, whole, is_gone) - awaited;
        let beyond = (figures.kept_beyond_yen(begins) - handed).max(Yen(0));
        let comes = self.later.iter().any(|one| one.grant_id == grant.id && one.year == begins);
        let is_there = amount_yen > Yen(0) || awaited > Yen(0) || comes;
        Ok(is_there.then(|| Left {
            owed_yen: (amount_yen - beyond).max(Yen(0)),
            is_unbooked: read.steps.iter().any(|step| step.grant_id == grant.id && step.is_unbooked()),
            carry_over: figures.carry_over,
            rule: rest_rule(rules),
            amount_yen,
            grant,
        }))
    }

    /// The figures of a grant, with all that was entered of it, and what came of it before a later year began.
    pub fn settled(&self, grant: &Grant, begins: FiscalYear) -> Result<GrantFigures> {
        let (read, carried) = (self.of(grant.fiscal_year)?, self.carried_over(grant)?);
        let (told, own) = (grant.until(NaiveDate::MAX, &read.steps), self.own(&read.books));
        let figures = GrantFigures::of(&told, &own, self.rules(grant.fiscal_year)?.of(&grant.name), carried)?;
        let later = self.later_yen(grant, |one| one.year < begins);
        Ok(figures.with_later(later).with_refunds(&refunds(grant, &read.steps)))
    }

    fn rules(&self, year: FiscalYear) -> Result<Rc<RuleBook>> {
        if let Some(rules) = self.rules.borrow().get(&year) {
            return Ok(Rc::clone(rules));
        }
        let rules = Rc::new((self.rules_of)(year)?);
        self.rules.borrow_mut().insert(year, Rc::clone(&rules));
        Ok(rules)
    }

    fn of(&self, year: FiscalYear) -> Result<Rc<Read>> {
        if let Some(read) = self.read.borrow().get(&year) {
            return Ok(Rc::clone(read));
        }
        let rules = self.rules(year)?;
        let (books, _) = books_of(self.conn, year, &rules)?;
        let read = Rc::new(Read { books, steps: store::steps(self.conn, year)? });
        self.read.borrow_mut().insert(year, Rc::clone(&read));
        Ok(read)
    }

    fn named(&self, year: FiscalYear, name: &str) -> Result<Option<Grant>> {
        Ok(store::grants(self.conn, year)?.into_iter().find(|one| one.name == name))
    }
}
